/*
 * quote.c
 *	  See quote.h. Sentence by sentence: its quotation marks and verbs of speech are found, and each
 *	  mark is assigned to a speaker; where no mark quotes, speech without marks is found.
 */
#include "french/quote.h"

#include "french/name_mention.h"
#include "french/quote_assign.h"
#include "french/quote_label.h"
#include "french/sentence.h"

const char *
quote_kind_name(QuoteKind kind)
{
	static const char *const names[] = {"direct", "mixed", "indirect", "mention"};

	return names[kind];
}

/* ---------------------------------------------------------------- one sentence */

static void
add_quote(QuoteSearch *search, Quote quote)
{
	Quotes *quotes = search->quotes;

	quotes->items =
		arena_fit(search->arena, quotes->items, quotes->count, &quotes->size, 16, sizeof(Quote));
	quotes->items[quotes->count++] = quote;
}

/* A pronoun, or a quotation without a speaker, is his who spoke last. */
static void
remember_speaker(QuoteSearch *search, const Speaker *speaker)
{
	search->people->speaker = *speaker;
	search->people->spoken = search->number;
}

static void
add_marked(QuoteSearch *search, uint32_t i, const Assignment *to)
{
	Str text = quote_mark_text(search, i);
	Quote quote = {.kind = QUOTE_MENTION, .text = text};

	if (to->quotes)
	{
		quote.kind = quote_starts_with_capital(text) ? QUOTE_DIRECT : QUOTE_MIXED;
		quote.speaker = to->speaker.name;
		quote.role = to->speaker.role;
		quote.cue = to->cue;
		if (to->speaker.name.data != NULL)
		{
			people_add(search->people, &to->speaker);
			if (!to->weak)
				remember_speaker(search, &to->speaker);
		}
	}
	add_quote(search, quote);
}

/* Assigns all marks of the sentence; those that are joined to another share its speaker. */
static bool
read_marks(QuoteSearch *search)
{
	uint32_t first = search->items->count;
	bool any = false;

	for (uint32_t i = 0; i < search->items->count; i++)
	{
		Assignment to;
		uint32_t from = i;

		if (item_at(search->sentence, i).kind != QUOTE_ITEM_MARK)
			continue;
		first = i;
		to = quote_assign(search, i);
		for (uint32_t next = quote_joined_mark(search, from); next != 0 && !to.quotes;
			 next = quote_joined_mark(search, next))
		{
			if (!quote_assign_by_insertion(search, next, &to))
				continue;
		}
		any = any || to.quotes;
		add_marked(search, first, &to);
	}
	return any;
}

/* ---------------------------------------------------------------- speech without marks */

static Str
without_stop(Str text)
{
	text = str_trim(text);
	while (text.len > 0 && strchr(".;,:", text.data[text.len - 1]) != NULL)
		text.len--;
	return text;
}

static void
add_indirect(QuoteSearch *search, uint32_t from, uint32_t to, const Speaker *speaker, Str cue)
{
	Assignment who = {.quotes = false};
	Str text = without_stop(speaker_text(search->sentence, from, to));

	if (text.len == 0)
		return;
	quote_assign_speaker(search, &who, speaker, cue);
	add_quote(search, (Quote){QUOTE_INDIRECT, text, who.speaker.name, who.speaker.role, cue});
	if (who.speaker.name.data != NULL)
		remember_speaker(search, &who.speaker);
}

/* Il dit que ..., ..., a-t-il dit: the sentence is what somebody says, in the writer's words. */
static bool
read_reported(QuoteSearch *search)
{
	uint32_t count = search->items->count;

	for (uint32_t k = 0; k < search->verbs->count; k++)
	{
		const QuoteVerb *verb = &search->verbs->items[k];

		if (!verb->has_subject || (verb->classes & QUOTE_WORD_INSERT))
			continue;
		if (!verb->insertion && is_word(item_at(search->sentence, verb->end), QUOTE_WORD_THAT))
		{
			add_indirect(search, verb->end + 1, count, &verb->subject,
						 quote_verb_text(search, verb));
			return true;
		}
		if (verb->insertion && verb->start > 3 &&
			item_at(search->sentence, verb->start - 1).kind == QUOTE_ITEM_COMMA)
		{
			add_indirect(search, 0, verb->start - 1, &verb->subject, quote_verb_text(search, verb));
			return true;
		}
	}
	return false;
}

static void
read_indirect(QuoteSearch *search)
{
	const QuoteAbout *about = &search->about;
	uint32_t end = about->end;

	if (read_reported(search) || !about->found)
		return;
	if (about->start > 3 && item_at(search->sentence, about->start - 1).kind == QUOTE_ITEM_COMMA)
		add_indirect(search, 0, about->start - 1, &about->speaker, about->cue);
	if (about->start > 0 || item_at(search->sentence, end).kind != QUOTE_ITEM_COMMA)
		return;
	end++;
	if (is_word(item_at(search->sentence, end), QUOTE_WORD_RELATIVE))
	{
		while (end < search->items->count &&
			   item_at(search->sentence, end).kind != QUOTE_ITEM_COMMA)
			end++;
		end++;
	}
	add_indirect(search, end, search->items->count, &about->speaker, about->cue);
}

/* ---------------------------------------------------------------- the text */

/* Reads the text from one byte up to another: a sentence, or a part of a very long one. */
static uint32_t
read_part(QuoteSearch *search, uint32_t start, uint32_t end)
{
	arena_poll(search->arena);
	search->number++;
	start =
		quote_items_read(search->items, search->text, start, end, &search->marks, &search->mark);
	name_mention_first(search->items, search->text);
	quote_verbs_find(search->sentence, search->verbs);
	quote_find_about(search);
	if (!read_marks(search))
		read_indirect(search);
	people_read(search->people, search->sentence, search->number);
	return start;
}

/* Would a sentence that ends here cut a quotation? *mark, the first that may be cut, only grows. */
static bool
cuts_mark(const QuoteSearch *search, uint32_t end, uint32_t *mark)
{
	while (*mark < search->marks.count && search->marks.items[*mark].end <= end)
		(*mark)++;
	return *mark < search->marks.count && search->marks.items[*mark].start < end;
}

void
quotes_find(Quotes *quotes, Arena *arena, Str text)
{
	QuoteSearch search = {.arena = arena, .text = text, .quotes = quotes};
	SentenceScanner scanner;
	Str sentence;
	uint32_t mark = 0;

	*quotes = (Quotes){NULL, 0, 0};
	search.people = arena_new(arena, QuotePeople);
	search.items = arena_new(arena, QuoteItems);
	search.verbs = arena_new(arena, QuoteVerbs);
	search.inner_items = arena_new(arena, QuoteItems);
	search.inner_verbs = arena_new(arena, QuoteVerbs);
	search.sentence = (QuoteSentence){text, search.items};
	quote_marks_find(&search.marks, arena, text);
	sentence_start(&scanner, arena, text);
	while (sentence_next(&scanner, &sentence))
	{
		uint32_t start = (uint32_t) (sentence.data - text.data);
		uint32_t end = start + sentence.len;

		while (cuts_mark(&search, end, &mark) && sentence_next(&scanner, &sentence))
			end = (uint32_t) (sentence.data - text.data) + sentence.len;
		while (start < end)
			start = read_part(&search, start, end);
	}
	for (uint32_t i = 0; i < quotes->count; i++)
	{
		Quote *quote = &quotes->items[i];

		arena_poll(arena);
		quote->role = people_role(search.people, quote->speaker, quote->role);
		quote->speaker = people_fullest(search.people, quote->speaker);
	}
}
