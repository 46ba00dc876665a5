/*
 * body_tail.c
 *	  Drops lines around the text that are about it or about the site: details of a document before
 *	  its first paragraph, contacts and disclaimers after its last one.
 *
 * Reads the kept blocks from both ends inwards, and stops at the first one that is the article's.
 */
#include "article/body/body.h"

#include "article/body/speech.h"
#include "article/cue/boilerplate.h"
#include "article/cue/cue.h"
#include "article/cue/headline.h"
#include "base/array.h"
#include "text/compare.h"
#include "text/feature_text.h"

/* At least this many characters of the article remain. */
#define TEXT_LEFT 300
/* Most blocks examined at each end. */
#define MOST_LINES 12
/* A detail: "312 words", "18:05", "French". */
#define LONGEST_DETAIL 60
/* A contact line. */
#define LONGEST_CONTACT 200
/* An address of the post, and the digits of its code. */
#define LONGEST_POSTAL 100
#define POSTAL_DIGITS 4
/* Words about the site: in what begins like a disclaimer; in what does not, and per word of it. */
#define LEAST_ABOUT 2
#define LEAST_ABOUT_ALONE 5
#define LEAST_DENSITY 0.15f
#define LONGEST_DISCLAIMER 1500
/* A word of the list matches longer ones, by at most this many letters. */
#define LONGEST_ENDING 4

typedef enum TailKind
{
	TAIL_CONTACT,
	TAIL_DISCLAIMER,
	TAIL_ABOUT,
	TAIL_LENGTH
} TailKind;

static const struct
{
	Str words;
	TailKind kind;
} tail_words[] = {
#define CONTACT(words) {{words, sizeof(words) - 1}, TAIL_CONTACT},
#define DISCLAIMER(words) {{words, sizeof(words) - 1}, TAIL_DISCLAIMER},
#define ABOUT(words) {{words, sizeof(words) - 1}, TAIL_ABOUT},
#define LENGTH(words) {{words, sizeof(words) - 1}, TAIL_LENGTH},
#include "article/body/tail_list.h"
#undef CONTACT
#undef DISCLAIMER
#undef ABOUT
#undef LENGTH
};

/* Does a key have these words at i, the last one with at most "ending" more letters? */
static bool
says_at(Str key, uint32_t i, Str words, uint32_t ending)
{
	uint32_t end = i + words.len;

	if (end > key.len || memcmp(key.data + i, words.data, words.len) != 0)
		return false;
	for (uint32_t more = 0; end < key.len && key.data[end] != ' '; end++)
		if (++more > ending)
			return false;
	return true;
}

static bool
starts_as(Str key, TailKind kind)
{
	for (size_t k = 0; k < lengthof(tail_words); k++)
		if (tail_words[k].kind == kind && says_at(key, 0, tail_words[k].words, 0))
			return true;
	return false;
}

/* How many of its words are about the site, and how many there are. */
static uint32_t
words_about(Str key, uint32_t *words)
{
	uint32_t second[32] = {0}; /* second letters as bits, by the first letter */
	uint32_t about = 0;

	*words = 0;
	for (size_t k = 0; k < lengthof(tail_words); k++)
		if (tail_words[k].kind == TAIL_ABOUT)
			second[tail_words[k].words.data[0] & 31] |= UINT32_C(1)
														<< (tail_words[k].words.data[1] & 31);
	for (uint32_t i = 0; i + 1 < key.len; i++)
	{
		bool found = false;

		if (i > 0 && key.data[i - 1] != ' ')
			continue;
		++*words;
		if ((second[key.data[i] & 31] >> (key.data[i + 1] & 31) & 1) == 0)
			continue;
		for (size_t k = 0; k < lengthof(tail_words) && !found; k++)
			found = tail_words[k].words.data[0] == key.data[i] &&
					tail_words[k].kind == TAIL_ABOUT &&
					says_at(key, i, tail_words[k].words, LONGEST_ENDING);
		about += found;
	}
	return about;
}

/* "Téléphone : 02 99 00 00 00", "Courriel : …": a label of the list, and a colon. */
static bool
is_contact(const Block *block, Str key)
{
	return block->chars <= LONGEST_CONTACT && starts_as(key, TAIL_CONTACT) &&
		   (memchr(block->text.data, ':', block->text.len) != NULL ||
			memchr(block->text.data, '@', block->text.len) != NULL);
}

/* The last word of a text, without a final period. */
static Str
last_word(Str text)
{
	uint32_t start;

	if (text.len > 0 && text.data[text.len - 1] == '.')
		text.len--;
	for (start = text.len; start > 0 && !ascii_space(text.data[start - 1]); start--)
		;
	return str_sub(text, start, text.len);
}

static bool
is_mail_address(Str word)
{
	int at = str_find(word, STR("@"));

	return at > 0 && str_find(str_sub(word, (uint32_t) at, word.len), STR(".")) > 0;
}

/* A sentence may begin with "Copyright", but not with the sign. */
static bool
is_copyright(const Block *block)
{
	return (block->openings & PHRASE_CUE_BIT(COPYRIGHT)) && block->chars <= LONGEST_CONTACT &&
		   (str_starts_ascii(block->text, STR("©")) || !headline_ends_sentence(block->text));
}

/*
 * "Adresse de l'article : https://…", "Write to us: desk@…", "Envoyez vos photos à desk@…", "Have you
 * seen it? Mail desk@…": a line that ends in an address, to which it leads.
 */
static bool
leads_to_address(Arena *arena, const Block *block)
{
	Str word = last_word(block->text);
	Str before = str_trim(str_sub(block->text, 0, (uint32_t) (word.data - block->text.data)));
	Speech speech;

	if (block->chars > LONGEST_CONTACT)
		return false;
	if (before.len == 0)
		return is_mail_address(word);
	if (before.data[before.len - 1] == ':')
		return is_mail_address(word) || str_find(word, STR("://")) > 0;
	if (!is_mail_address(word))
		return false;
	speech = speech_read(arena, block->text);
	return speech.imperative > 0 ||
		   (speech.address > 0 && memchr(before.data, '?', before.len) != NULL);
}

/* "Sent to anne@example.org. Unsubscribe": a line with a mail address and a link elsewhere. */
static bool
is_receipt(const Block *block)
{
	int32_t at = str_find(block->text, STR("@"));

	return at > 0 && !ascii_space(block->text.data[at - 1]) && block->text.data[at - 1] != '(' &&
		   block->chars <= LONGEST_CONTACT && block->link_chars > 0 &&
		   block->link_chars < block->chars && !headline_ends_sentence(block->text);
}

/*
 * "Presse des Vallées, 3 place du Marché, 73999 Vallombre": a line with commas and a postal code
 * before a place.
 */
static bool
is_postal(const Block *block)
{
	Str text = block->text;
	uint32_t run = 0;

	if (block->chars > LONGEST_POSTAL || block->kind != BLOCK_PARAGRAPH ||
		memchr(text.data, ',', text.len) == NULL || headline_ends_sentence(text))
		return false;
	for (uint32_t i = 0; i + 2 < text.len; i++)
	{
		run = ascii_digit(text.data[i]) ? run + 1 : 0;
		if (run >= POSTAL_DIGITS && text.data[i + 1] == ' ' && text.data[i + 2] >= 'A' &&
			text.data[i + 2] <= 'Z')
			return true;
	}
	return false;
}

/* "Mots clés : transports, ponts" */
static bool
lists_tags(const Block *block)
{
	return (block->openings & PHRASE_CUE_BIT(TAGS)) && !headline_ends_sentence(block->text) &&
		   memchr(block->text.data, ':', block->text.len) != NULL;
}

/*
 * Does a short paragraph tell the reader what to do, and name a channel, a link or a subscription?
 * An article may end with advice, but does not say where to follow it.
 */
static bool
calls_reader(Arena *arena, const Block *block)
{
	Speech speech;

	if (block->chars > LONGEST_CONTACT)
		return false;
	speech = speech_read(arena, block->text);
	return (speech.address > 0 && paywall_notice(block->text)) ||
		   (speech.imperative > 0 && boilerplate_channel(arena, block->text));
}

static const char *
tail_reason(Arena *arena, const Block *block)
{
	uint32_t words;
	uint32_t about;
	Str key;

	if (block->kind == BLOCK_HEADING || block->chars > LONGEST_DISCLAIMER)
		return NULL;
	if (is_copyright(block))
		return "a copyright notice";
	if (lists_tags(block))
		return "tags";
	if (calls_reader(arena, block))
		return "calls the reader to follow or subscribe";
	if (leads_to_address(arena, block))
		return "says where the article or its publisher is";
	key = compare_key(arena, block->text);
	if (is_contact(block, key) || is_receipt(block) ||
		(boilerplate_reaches(block->text) && !headline_ends_sentence(block->text)))
		return "says how to reach the publisher";
	about = words_about(key, &words);
	if (about >= LEAST_ABOUT && starts_as(key, TAIL_DISCLAIMER))
		return "a disclaimer";
	if (about >= LEAST_ABOUT_ALONE && (float) about >= LEAST_DENSITY * (float) words)
		return "a disclaimer";
	return NULL;
}

/* "Contact presse", a heading of which nothing is left but itself? */
static bool
heads_contacts(Arena *arena, const Block *block)
{
	return block->kind == BLOCK_HEADING && block->chars <= LONGEST_DETAIL &&
		   starts_as(compare_key(arena, block->text), TAIL_CONTACT);
}

static void
drop_tail(Reader *reader, uint32_t chars)
{
	Arena scratch = arena_scratch(reader->arena);
	Block *postal = NULL; /* below a line that is dropped, it is the publisher's */
	uint32_t seen = 0;

	for (uint32_t i = reader->blocks.count; i > 0 && seen < MOST_LINES; i--)
	{
		Block *block = &reader->blocks.items[i - 1];
		const char *reason;

		if (!block->kept)
			continue;
		seen++;
		reason = chars >= TEXT_LEFT + block->chars ? tail_reason(&scratch, block) : NULL;
		if (seen > 1 && reason == NULL && heads_contacts(&scratch, block))
			reason = "says how to reach the publisher";
		if (reason == NULL && postal == NULL && is_postal(block))
		{
			postal = block;
			continue;
		}
		if (reason == NULL)
			break;
		chars -= block->chars;
		block_drop_surely(block, reason);
		if (postal != NULL && postal->kept)
			block_drop_surely(postal, "says where the article or its publisher is");
	}
	arena_free(&scratch);
}

/* Is a block a detail of the document rather than part of its text? */
static bool
is_detail(const Block *block)
{
	TextStats stats;

	if (block->kind != BLOCK_PARAGRAPH || block->chars > LONGEST_DETAIL)
		return false;
	text_stats(block->text, &stats);
	return !stats.ends_sentence && !stats.ends_colon && stats.quotes == 0;
}

/* "312 mots" */
static bool
is_length(Arena *arena, Str text)
{
	Str key = compare_key(arena, text);
	uint32_t i = 0;

	while (i < key.len && (ascii_digit(key.data[i]) || key.data[i] == ' '))
		i++;
	return i > 0 && starts_as(str_sub(key, i, key.len), TAIL_LENGTH) &&
		   memchr(key.data + i, ' ', key.len - i) == NULL;
}

/*
 * Drops the details that a press database prints before the first paragraph: there are several, and
 * one tells how many words the article has.
 */
static void
drop_details(Reader *reader)
{
	Arena scratch = arena_scratch(reader->arena);
	Blocks *blocks = &reader->blocks;
	uint32_t details[MOST_LINES];
	uint32_t count = 0;
	bool exported = false;

	for (uint32_t i = 0; i < blocks->count && count < MOST_LINES; i++)
	{
		Block *block = &blocks->items[i];

		if (block->kept && !is_detail(block))
			break;
		exported |= block->chars <= LONGEST_DETAIL && ascii_digit(block->text.data[0]) &&
					is_length(&scratch, block->text);
		if (block->kept)
			details[count++] = i;
	}
	for (uint32_t k = 0; k < count && exported; k++)
		block_drop_surely(&blocks->items[details[k]], "a detail of the document");
	arena_free(&scratch);
}

void
body_drop_tail(Reader *reader)
{
	uint32_t chars = 0;

	for (uint32_t i = 0; i < reader->blocks.count; i++)
		chars += reader->blocks.items[i].kept ? reader->blocks.items[i].chars : 0;
	if (chars < TEXT_LEFT)
		return;
	drop_details(reader);
	drop_tail(reader, chars);
}
