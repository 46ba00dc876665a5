/*
 * quote_assign.c
 *	  See quote_assign.h. What stands beside a mark is judged from the surest sign to the weakest.
 */
#include "french/quote_assign.h"

#include "base/array.h"
#include "french/char_class.h"
#include "french/name_mention.h"
#include "french/quote_label.h"
#include "text/fold.h"

#define PHRASE_WORDS_MIN 3	/* words of a phrase that is somebody's whatever the verb */
#define FEELING_WORDS_MAX 4 /* words of a mark before the subject of a sentence: "Très déçue" */

Str
quote_mark_text(const QuoteSearch *search, uint32_t i)
{
	return search->marks.items[item_at(search->sentence, i).mark].text;
}

/* ---------------------------------------------------------------- signs */

/* Sets the speaker: a pronoun becomes the person that it stands for, if that is clear. */
void
quote_assign_speaker(const QuoteSearch *search, Assignment *to, const Speaker *speaker, Str cue)
{
	to->quotes = true;
	to->cue = cue;
	to->speaker = *speaker;
	if (speaker->pronoun &&
		!people_recall(search->people, speaker->classes, search->number, &to->speaker))
		to->speaker = (Speaker){.classes = speaker->classes};
}

/* Assigns a quotation to whoever spoke or was named last. */
static void
assign_recalled(const QuoteSearch *search, Assignment *to)
{
	Speaker nobody = {.pronoun = true};

	quote_assign_speaker(search, to, &nobody, STR_NONE);
}

Str
quote_verb_text(const QuoteSearch *search, const QuoteVerb *verb)
{
	return speaker_text(search->sentence, verb->start, verb->end);
}

/*
 * The subject of an insertion after the mark at item i. A pronoun stands for the subject of a verb
 * of speech before the mark: Anne Petit assure : "...", dit celle qui ...
 */
static const Speaker *
subject_of(const QuoteSearch *search, const QuoteVerb *verb, uint32_t i)
{
	for (uint32_t k = search->verbs->count; verb->subject.pronoun && k > 0; k--)
	{
		const QuoteVerb *before = &search->verbs->items[k - 1];

		if (before->end < i && before->has_subject && !before->subject.pronoun)
			return &before->subject;
	}
	return &verb->subject;
}

/*
 * Is a verb that starts `distance` items after a mark an insertion although no subject was found?
 * It is with an auxiliary, after a comma: ", a dit ce midi, dans la cour, ...".
 */
static bool
is_plain_insertion(const QuoteVerb *verb, uint32_t distance)
{
	return distance > 1 && verb->end - verb->start > 1 && !(verb->classes & QUOTE_WORD_INSERT);
}

/* Is this the passive of a verb of speech: l'opération "..." est maintenue? But not "s'est dit". */
static bool
is_passive(const QuoteSearch *search, const QuoteVerb *verb)
{
	static const char *const forms[] = {"est", "sont", "était", "étaient", "fut", "furent"};
	Str first = speaker_text(search->sentence, verb->start, verb->start + 1);

	for (size_t k = 0; verb->end > verb->start + 1 && k < lengthof(forms); k++)
		if (str_equal(first, str_cstr(forms[k])))
			return true;
	return false;
}

/* "...", a dit Anne Petit: an insertion right after the mark at item i. */
bool
quote_assign_by_insertion(const QuoteSearch *search, uint32_t i, Assignment *to)
{
	Speaker nobody = {.pronoun = false};
	uint32_t next = i + 1;

	while (item_at(search->sentence, next).kind == QUOTE_ITEM_COMMA ||
		   item_at(search->sentence, next).kind == QUOTE_ITEM_OTHER)
		next++;
	for (uint32_t k = 0; k < search->verbs->count; k++)
	{
		const QuoteVerb *verb = &search->verbs->items[k];

		if (verb->start >= next && verb->start <= next + 2 && !verb->gerund)
		{
			bool between = false;

			for (uint32_t j = next; j < verb->start; j++)
				between = between || !is_word(item_at(search->sentence, j),
											  QUOTE_WORD_ADVERB | QUOTE_WORD_CLITIC);
			if (between || (next == i + 1 && is_passive(search, verb)) ||
				!(verb->insertion || is_plain_insertion(verb, next - i)))
				continue;
			quote_assign_speaker(search, to,
								 verb->insertion ? subject_of(search, verb, i) : &nobody,
								 quote_verb_text(search, verb));
			return true;
		}
	}
	return false;
}

/* Does a word that cannot go on with a noun stand at item i: lundi, hier, lors de, sur? */
static bool
begins_adverbial(QuoteSentence sentence, uint32_t i)
{
	return is_word(item_at(sentence, i),
				   QUOTE_WORD_TIME | QUOTE_WORD_PREPOSITION | QUOTE_WORD_ADVERB) &&
		   !is_word(item_at(sentence, i), QUOTE_WORD_OF);
}

/*
 * "Le plus dur, explique Anne Petit, c'est d'attendre.": papers put the insertion within the marks.
 * It stands between commas, or ends a sentence of the quotation.
 */
static bool
by_inner_insertion(const QuoteSearch *search, uint32_t i, Assignment *to)
{
	Str text = quote_mark_text(search, i);
	QuoteSentence inner = {text, search->inner_items};
	QuoteMarks none = {NULL, 0, 0};
	uint32_t mark = 0;

	if (memchr(text.data, ',', text.len) == NULL)
		return false;
	quote_items_read(search->inner_items, text, 0, text.len, &none, &mark);
	quote_verbs_find(inner, search->inner_verbs);
	for (uint32_t k = 0; k < search->inner_verbs->count; k++)
	{
		const QuoteVerb *verb = &search->inner_verbs->items[k];
		Speaker speaker;
		uint32_t end;

		if (!verb->insertion || !verb->has_subject || verb->start < 2 ||
			item_at(inner, verb->start - 1).kind != QUOTE_ITEM_COMMA ||
			is_word(item_at(inner, verb->end - 1), QUOTE_WORD_FIRST) ||
			is_word(item_at(inner, verb->end), QUOTE_WORD_FIRST))
			continue;
		end = verb->subject.pronoun ? verb->end : speaker_read(inner, verb->end, &speaker);
		if (end >= inner.items->count ||
			(item_at(inner, end).kind == QUOTE_ITEM_WORD && !begins_adverbial(inner, end)))
			continue;
		quote_assign_speaker(search, to, &verb->subject,
							 speaker_text(inner, verb->start, verb->end));
		return true;
	}
	return false;
}

/* "...", tonne Anne Petit: the same with a verb that is not a verb of speech elsewhere. */
static bool
by_other_insertion(const QuoteSearch *search, uint32_t i, Assignment *to)
{
	uint32_t next = i + 1;
	QuoteVerb other;

	while (item_at(search->sentence, next).kind == QUOTE_ITEM_COMMA ||
		   item_at(search->sentence, next).kind == QUOTE_ITEM_OTHER)
		next++;
	if ((next > i + 1 || quote_starts_with_capital(quote_mark_text(search, i))) &&
		quote_insertion_at(search->sentence, next, &other) &&
		(next > i + 1 || other.subject.pronoun))
	{
		quote_assign_speaker(search, to, &other.subject, quote_verb_text(search, &other));
		return true;
	}
	return false;
}

/* "...", "...", et "...": the mark that the one at item i is joined to, or 0. */
uint32_t
quote_joined_mark(const QuoteSearch *search, uint32_t i)
{
	uint32_t next = i + 1;

	while (item_at(search->sentence, next).kind == QUOTE_ITEM_COMMA ||
		   is_word(item_at(search->sentence, next), QUOTE_WORD_AND | QUOTE_WORD_ADVERB))
		next++;
	return next > i + 1 && item_at(search->sentence, next).kind == QUOTE_ITEM_MARK ? next : 0;
}

static bool
by_about(const QuoteSearch *search, Assignment *to)
{
	const QuoteAbout *about = &search->about;
	Speaker subject;

	if (!about->found)
		return false;
	/* L'avocate a nié et, selon elle, ... */
	if (about->speaker.pronoun && speaker_first(search->sentence, about->start, &subject) > 0)
		quote_assign_speaker(search, to, &subject, about->cue);
	else
		quote_assign_speaker(search, to, &about->speaker, about->cue);
	return true;
}

/* Is there an item of this kind from one item up to another? */
static bool
has_between(const QuoteSearch *search, uint32_t from, uint32_t to, QuoteItemKind kind)
{
	for (uint32_t i = from; i < to; i++)
	{
		if (item_at(search->sentence, i).kind == kind)
			return true;
	}
	return false;
}

/* Elle le présente comme "...". */
static bool
after_comme(const QuoteSearch *search, uint32_t i)
{
	return i > 0 && str_equal(speaker_text(search->sentence, i - 1, i), STR("comme"));
}

/* "...", indique le texte, "...": does the mark at item i go on with what an insertion cut? */
static bool
by_continuation(const QuoteSearch *search, uint32_t i, Assignment *to)
{
	if (i < 3 || item_at(search->sentence, i - 1).kind != QUOTE_ITEM_COMMA)
		return false;
	for (uint32_t k = search->verbs->count; k > 0; k--)
	{
		const QuoteVerb *verb = &search->verbs->items[k - 1];

		if (verb->end >= i)
			continue;
		if (!verb->insertion || !verb->has_subject ||
			has_between(search, verb->end, i - 1, QUOTE_ITEM_COMMA) ||
			!has_between(search, 0, verb->start, QUOTE_ITEM_MARK))
			return false;
		quote_assign_speaker(search, to, &verb->subject, quote_verb_text(search, verb));
		return true;
	}
	return false;
}

/* Is the verb part of the phrase that names a source: à en croire Anne Petit? */
static bool
is_in_about(const QuoteSearch *search, const QuoteVerb *verb)
{
	return search->about.found && verb->start >= search->about.start &&
		   verb->end <= search->about.end;
}

/*
 * Il dénonce "...": a verb of speech before the mark at item i, which governs it. An insertion
 * governs what follows it only after a colon, or if that is a clause: dit-il, car il "veut partir".
 */
static bool
by_verb_before(const QuoteSearch *search, uint32_t i, bool clause, Assignment *to)
{
	bool colon = i > 0 && item_at(search->sentence, i - 1).kind == QUOTE_ITEM_COLON;

	for (uint32_t k = search->verbs->count; k > 0; k--)
	{
		const QuoteVerb *verb = &search->verbs->items[k - 1];

		if (verb->end > i || !verb->has_subject || is_in_about(search, verb))
			continue;
		if (!colon && verb->insertion && !clause)
			return false;
		if (!colon && (verb->classes & QUOTE_WORD_INSERT) && !clause && !after_comme(search, i))
			return false;
		if (!colon && has_between(search, verb->end, i, QUOTE_ITEM_STOP))
			return false;
		quote_assign_speaker(search, to, &verb->subject, quote_verb_text(search, verb));
		return true;
	}
	return false;
}

/* "...": c'est ce que demande Anne Petit. */
static bool
after_ce_que(const QuoteSearch *search, uint32_t i)
{
	return i > 1 && is_word(item_at(search->sentence, i - 1), QUOTE_WORD_THAT) &&
		   str_equal(speaker_text(search->sentence, i - 2, i - 1), STR("ce"));
}

/* "...", et cela dure, a dit Anne Petit: an insertion later in the sentence. */
static bool
by_later_insertion(const QuoteSearch *search, uint32_t i, Assignment *to)
{
	for (uint32_t k = 0; k < search->verbs->count; k++)
	{
		const QuoteVerb *verb = &search->verbs->items[k];

		if (verb->start < i || !verb->insertion || !verb->has_subject)
			continue;
		if (item_at(search->sentence, verb->start - 1).kind != QUOTE_ITEM_COMMA &&
			item_at(search->sentence, verb->start - 1).kind != QUOTE_ITEM_MARK &&
			!after_comme(search, verb->start) && !after_ce_que(search, verb->start))
			continue;
		if (has_between(search, i, verb->start, QUOTE_ITEM_STOP))
			return false;
		quote_assign_speaker(search, to, &verb->subject, quote_verb_text(search, verb));
		return true;
	}
	return false;
}

/*
 * Il qualifie le texte de "farce", elle appelle à "l'unité": a verb before the mark at item i whose
 * object is named, with de or à before the mark.
 */
static bool
by_government(const QuoteSearch *search, uint32_t i, Assignment *to)
{
	QuoteSentence sentence = search->sentence;
	uint32_t at = i;
	uint32_t class = 0;

	if (at > 1 && is_word(item_at(sentence, at - 1), QUOTE_WORD_DETERMINER) &&
		!is_word(item_at(sentence, at - 1), QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION))
		at--;
	if (at == 0 || quote_starts_with_capital(quote_mark_text(search, i)))
		return false;
	if (is_word(item_at(sentence, at - 1), QUOTE_WORD_OF))
		class = QUOTE_WORD_SAYS_DE;
	else if (str_equal(speaker_text(sentence, at - 1, at), STR("à")) ||
			 str_equal(speaker_text(sentence, at - 1, at), STR("au")))
		class = QUOTE_WORD_SAYS_A;
	for (uint32_t k = search->verbs->count; class != 0 && k > 0; k--)
	{
		const QuoteVerb *verb = &search->verbs->items[k - 1];

		if (verb->end > at || !(verb->classes & class))
			continue;
		if (!verb->has_subject || has_between(search, verb->end, i, QUOTE_ITEM_STOP))
			return false;
		quote_assign_speaker(search, to, &verb->subject, quote_verb_text(search, verb));
		return true;
	}
	return false;
}

/*
 * Anne Petit a salué "..." et Jean Roy "...": somebody right before the mark at item i, and the verb
 * of the mark before it.
 */
static bool
by_gapping(const QuoteSearch *search, uint32_t i, Assignment *to)
{
	uint32_t start = i;
	uint32_t end = i;
	Speaker speaker;

	if (i > 1 && is_word(item_at(search->sentence, i - 1), QUOTE_WORD_DETERMINER) &&
		!is_word(item_at(search->sentence, i - 1), QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION))
		end--; /* et Jean Roy une "farce" */
	while (start > 0 && item_at(search->sentence, start - 1).kind == QUOTE_ITEM_WORD &&
		   !is_word(item_at(search->sentence, start - 1), QUOTE_WORD_AND))
		start--;
	if (start == i || start < 2 || !has_between(search, 0, start, QUOTE_ITEM_MARK) ||
		search->quotes->items[search->quotes->count - 1].kind == QUOTE_MENTION ||
		speaker_read(search->sentence, start, &speaker) != end || speaker.pronoun ||
		!people_is_someone(&speaker))
		return false;
	quote_assign_speaker(search, to, &speaker, STR_NONE);
	return true;
}

/* Does the text end in a participle, or begin with an adverb: "Très déçue"? */
static bool
is_feeling(Str text)
{
	char room[FOLD_WORD_ROOM];
	uint32_t space = text.len;
	bool digits;
	uint32_t classes;
	Str last;

	while (space > 0 && text.data[space - 1] != ' ')
		space--;
	last = str_sub(text, space, text.len);
	if (last.len > FOLD_WORD_MAX)
		return false;
	classes = quote_word_classes(str_make(room, fold_word(last, room, sizeof(room))));
	return ((classes & QUOTE_WORD_VERB) && !(classes & QUOTE_WORD_NOUN)) ||
		   (quote_word_classes(str_sub(text, 0, char_class_word_end(text, 0, &digits))) &
			QUOTE_WORD_ADVERB);
}

/* "Très déçue", Anne Petit quitte la salle: what somebody feels, before the sentence's subject. */
static bool
by_apposition(const QuoteSearch *search, uint32_t i, MarkWords words, Assignment *to)
{
	QuoteSentence sentence = search->sentence;
	Speaker speaker;
	uint32_t end;

	if (i > 0 || words.count > FEELING_WORDS_MAX || !is_feeling(quote_mark_text(search, i)) ||
		item_at(sentence, i + 1).kind != QUOTE_ITEM_COMMA)
		return false;
	end = speaker_read(sentence, i + 2, &speaker);
	while (is_word(item_at(sentence, end), QUOTE_WORD_CLITIC))
		end++;
	if (end == i + 2 || speaker.pronoun || !people_is_someone(&speaker) ||
		!is_word(item_at(sentence, end), QUOTE_WORD_VERB | QUOTE_WORD_AUXILIARY))
		return false;
	quote_assign_speaker(search, to, &speaker, STR_NONE);
	return true;
}

/* Elle se désole : "..." : a colon, and no verb of speech. */
static bool
by_colon(const QuoteSearch *search, uint32_t i, Assignment *to)
{
	Speaker speaker;

	if (i == 0 || item_at(search->sentence, i - 1).kind != QUOTE_ITEM_COLON)
		return false;
	if (speaker_first(search->sentence, i, &speaker) > 0 && people_is_someone(&speaker))
		quote_assign_speaker(search, to, &speaker, STR_NONE);
	else
		assign_recalled(search, to);
	return true;
}

/*
 * "L'État doit payer": les éleveurs, le message de Jean Roy: a sentence before a colon, and after it
 * somebody, or a phrase with a name.
 */
static bool
before_colon(const QuoteSearch *search, uint32_t i, MarkWords words, Assignment *to)
{
	QuoteSentence sentence = search->sentence;
	Speaker speaker;
	uint32_t end;

	if (i > 0 || !words.verb || words.count < 3 ||
		item_at(sentence, i + 1).kind != QUOTE_ITEM_COLON)
		return false;
	end = speaker_read(sentence, i + 2, &speaker);
	for (uint32_t k = i + 2; k < end && !people_is_someone(&speaker); k++)
	{
		if (is_word(item_at(sentence, k), QUOTE_WORD_OF))
			speaker_read(sentence, k + 1, &speaker);
	}
	if (!people_is_someone(&speaker) || speaker.pronoun)
		speaker = (Speaker){.classes = 0};
	quote_assign_speaker(search, to, &speaker, STR_NONE);
	return true;
}

/*
 * Anne Petit y voit "un mauvais signal": a phrase with its own article or preposition, where a
 * sentence goes on in somebody's words, whatever its verb. If its subject is somebody, they are his.
 */
static bool
by_phrase(const QuoteSearch *search, uint32_t i, MarkWords words, Assignment *to)
{
	Speaker speaker;

	if (i < 2 || words.capital || !words.phrase || words.count < PHRASE_WORDS_MIN)
		return false;
	if (speaker_first(search->sentence, i, &speaker) == 0 || !people_is_someone(&speaker))
		speaker = (Speaker){.classes = 0};
	quote_assign_speaker(search, to, &speaker, STR_NONE);
	to->weak = true;
	return true;
}

/* La crise "a été une leçon": what somebody said of the subject before the mark. */
static bool
by_predicate(const QuoteSearch *search, uint32_t i, MarkWords words, Assignment *to)
{
	QuoteItem before;

	if (i == 0 || words.capital || !words.predicate || words.count < PHRASE_WORDS_MIN)
		return false;
	before = item_at(search->sentence, i - 1);
	if (before.kind != QUOTE_ITEM_WORD ||
		is_word(before, QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION | QUOTE_WORD_DETERMINER))
		return false;
	if (search->people->spoken > 0 && search->people->spoken + 1 >= search->number)
		assign_recalled(search, to);
	else
		quote_assign_speaker(search, to, &(Speaker){.classes = 0}, STR_NONE);
	to->weak = true;
	return true;
}

/* A sentence of its own, or words of a first person: said by whom the text speaks of. */
static bool
by_itself(const QuoteSearch *search, uint32_t i, MarkWords words, Assignment *to)
{
	bool whole = i == 0 || (i == 1 && item_at(search->sentence, 0).kind == QUOTE_ITEM_OTHER) ||
				 item_at(search->sentence, i - 1).kind == QUOTE_ITEM_STOP;

	whole = whole && quote_starts_with_capital(quote_mark_text(search, i)) &&
			(item_at(search->sentence, i + 1).kind == QUOTE_ITEM_STOP ||
			 item_at(search->sentence, i + 1).kind == QUOTE_ITEM_MARK) &&
			(words.count > 3 ||
			 (search->people->spoken > 0 && search->people->spoken + 1 == search->number));
	if (!whole && !(words.first_person && words.verb))
		return false;
	assign_recalled(search, to);
	return true;
}

/* Assigns the mark at item i. */
Assignment
quote_assign(const QuoteSearch *search, uint32_t i)
{
	Assignment to = {.quotes = false};
	MarkWords words = quote_words_read(quote_mark_text(search, i));
	bool clause;

	if (quote_is_nickname(search->sentence, i, words))
		return to;
	if (quote_assign_by_insertion(search, i, &to) || by_inner_insertion(search, i, &to))
		return to;
	if (quote_is_title(search->sentence, i, words))
		return to;
	if (by_government(search, i, &to) || by_gapping(search, i, &to) ||
		by_apposition(search, i, words, &to))
		return to;
	if (by_other_insertion(search, i, &to) || by_continuation(search, i, &to))
		return to;
	if (i > 0 && item_at(search->sentence, i - 1).kind == QUOTE_ITEM_COLON &&
		(by_verb_before(search, i, true, &to) || by_colon(search, i, &to)))
		return to;
	clause =
		words.count > 2 && words.verb && !quote_starts_with_capital(quote_mark_text(search, i));
	if (quote_is_label(search->sentence, i, words))
		return to;
	if (by_verb_before(search, i, clause, &to) || by_about(search, &to) ||
		by_later_insertion(search, i, &to) || before_colon(search, i, words, &to) ||
		by_itself(search, i, words, &to) || by_phrase(search, i, words, &to) ||
		by_predicate(search, i, words, &to))
		return to;
	return to;
}
