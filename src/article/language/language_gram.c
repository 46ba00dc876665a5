/*
 * language_gram.c
 *	  The language of a short text by the trigrams of its letters and by its words: a naive Bayes
 *	  classifier whose logarithms of probabilities are levels of 0 to 15 (language_gram_gen.c).
 */
#include "article/language/language.h"

#include "article/language/language_table.h"
#include "base/fnv.h"
#include "base/utf8.h"
#include "text/char.h"

/* A level is 0.55 of a natural logarithm; a function word says as much as two trigrams do. */
#define LEVELS_OF_WORD 4

/* Fewer trigrams say nothing: "Il pleut." has 7. */
#define GRAMS_MIN 7

/*
 * Levels by which the best language must lead, with and without a function word of its own. Chosen
 * on pieces of 4 to 7 words cut from UD PUD: a factor of 1.7 and of 5.
 */
#define LEAD_MIN 1
#define LEAD_MIN_ALONE 3

/* Function words of a line whose words all have capitals, as Names Do, or the Title of a Film. */
#define TITLE_WORDS_MIN 2

/*
 * Languages of at least 2 % of the Web's pages (W3Techs, 2024) are likelier than others by this
 * many levels: a Dutch headline hardly differs from an Afrikaans one.
 */
#define LEVELS_OF_PRESS 3
#define PRESS_LANGUAGES 7 /* the first ones of language_codes */

/* A longer word is no feature. */
#define WORD_ROOM 48

typedef struct GramCount
{
	uint32_t scores[LANGUAGE_GRAM_BYTES * 2];
	uint32_t count;	  /* of trigrams */
	uint32_t last[2]; /* the two characters before the current one; 0 before the first word */
	char word[WORD_ROOM + 4]; /* "=" and the word so far */
	uint32_t word_bytes;	  /* with the "=" */
	uint32_t word_chars;
	uint32_t words;
	uint32_t capitals; /* words that start with a capital */
} GramCount;

static void
count_feature(GramCount *grams, const char *bytes, uint32_t len)
{
	uint32_t hash = fnv_hash(bytes, len);
	const uint8_t *row = language_grams[(hash ^ hash >> 15) % LANGUAGE_GRAM_BUCKETS];

	for (uint32_t i = 0; i < LANGUAGE_GRAM_BYTES; i++)
	{
		grams->scores[2 * i] += row[i] & 15;
		grams->scores[2 * i + 1] += row[i] >> 4;
	}
}

static void
count_gram(GramCount *grams, const uint32_t trigram[3])
{
	char bytes[12];
	uint32_t len = 0;

	for (int i = 0; i < 3; i++)
		len += utf8_encode(trigram[i], bytes + len);
	count_feature(grams, bytes, len);
	grams->count++;
}

/* Adds a character to the word, or ends the word at a space. One letter is not a word. */
static void
add_to_word(GramCount *grams, uint32_t c)
{
	if (c != ' ')
	{
		if (grams->word_bytes < WORD_ROOM)
			grams->word_bytes += utf8_encode(c, grams->word + grams->word_bytes);
		grams->word_chars++;
		return;
	}
	if (grams->word_chars > 1 && grams->word_bytes < WORD_ROOM)
		count_feature(grams, grams->word, grams->word_bytes);
	grams->word_bytes = 1;
	grams->word_chars = 0;
}

/* Adds a character, lowercase; whatever is not a letter is a space. */
static void
add_char(GramCount *grams, uint32_t c)
{
	uint32_t trigram[3] = {grams->last[0], grams->last[1], c};

	if (c == ' ' && grams->last[1] == ' ')
		return;
	/* No trigram has its space in the middle: words are looked at one by one. */
	if (trigram[0] != 0 && trigram[1] != ' ')
		count_gram(grams, trigram);
	add_to_word(grams, c);
	grams->last[0] = grams->last[1];
	grams->last[1] = c;
}

static void
count_text(GramCount *grams, Str text)
{
	*grams = (GramCount){.last = {0, ' '}, .word = "=", .word_bytes = 1};
	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);
		bool letter = char_is(c, CHAR_LETTERS | CHAR_MARKS);
		uint32_t lower = letter ? char_lower(c) : ' ';

		if (letter && grams->word_chars == 0)
		{
			grams->words++;
			grams->capitals += lower != c;
		}
		add_char(grams, lower);
	}
	add_char(grams, ' ');
}

const char *
language_by_grams(Str text, const uint32_t *function_words)
{
	GramCount grams;
	uint32_t best = 0;
	uint32_t second = 0;

	count_text(&grams, text);
	if (grams.count < GRAMS_MIN)
		return NULL;
	for (uint32_t i = 0; i < language_count; i++)
	{
		grams.scores[i] += function_words[i] * LEVELS_OF_WORD;
		grams.scores[i] += i < PRESS_LANGUAGES ? LEVELS_OF_PRESS : 0;
		if (grams.scores[i] > grams.scores[best])
			best = i;
	}
	for (uint32_t i = 0; i < language_count; i++)
		if (i != best && grams.scores[i] > second)
			second = grams.scores[i];
	/* Running text soon has a function word; a menu or a list of names has none. */
	if (function_words[best] < TITLE_WORDS_MIN && grams.capitals == grams.words)
		return NULL;
	return grams.scores[best] >= second + (function_words[best] > 0 ? LEAD_MIN : LEAD_MIN_ALONE)
			   ? language_codes[best]
			   : NULL;
}
