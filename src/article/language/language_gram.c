/*
 * language_gram.c
 *	  The language of a short text by the trigrams of its letters: a naive Bayes classifier whose
 *	  logarithms of probabilities are levels of 0 to 15 (language_gram_gen.c).
 */
#include "article/language/language.h"

#include "article/language/language_table.h"
#include "base/fnv.h"
#include "base/utf8.h"
#include "text/char.h"

/* A level is 0.55 of a natural logarithm; a function word says as much as two trigrams do. */
#define LEVELS_OF_WORD 4

/* Fewer trigrams say nothing: "Le Monde" has 7. */
#define GRAMS_MIN 16

/* Fewer need a function word beside them. */
#define GRAMS_MIN_ALONE 32

/* The best language must lead by this many levels, which is a factor of 5. */
#define LEAD_MIN 3

typedef struct GramCount
{
	uint32_t scores[LANGUAGE_GRAM_BYTES * 2];
	uint32_t count;
	uint32_t last[2]; /* the two characters before the current one; 0 before the first word */
} GramCount;

static void
count_gram(GramCount *grams, const uint32_t trigram[3])
{
	char bytes[12];
	uint32_t len = 0;
	uint32_t hash;
	const uint8_t *row;

	for (int i = 0; i < 3; i++)
		len += utf8_encode(trigram[i], bytes + len);
	hash = fnv_hash(bytes, len);
	row = language_grams[(hash ^ hash >> 15) % LANGUAGE_GRAM_BUCKETS];
	for (uint32_t i = 0; i < LANGUAGE_GRAM_BYTES; i++)
	{
		grams->scores[2 * i] += row[i] & 15;
		grams->scores[2 * i + 1] += row[i] >> 4;
	}
	grams->count++;
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
	grams->last[0] = grams->last[1];
	grams->last[1] = c;
}

const char *
language_by_grams(Str text, const uint32_t *function_words)
{
	GramCount grams = {.last = {0, ' '}};
	uint32_t best = 0;
	uint32_t second = 0;

	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);

		add_char(&grams, char_is(c, CHAR_LETTERS | CHAR_MARKS) ? char_lower(c) : ' ');
	}
	add_char(&grams, ' ');
	if (grams.count < GRAMS_MIN)
		return NULL;
	for (uint32_t i = 0; i < language_count; i++)
	{
		grams.scores[i] += function_words[i] * LEVELS_OF_WORD;
		if (grams.scores[i] > grams.scores[best])
			best = i;
	}
	for (uint32_t i = 0; i < language_count; i++)
		if (i != best && grams.scores[i] > second)
			second = grams.scores[i];
	/* Running text soon has a function word; a menu or a list of names has none. */
	if (function_words[best] == 0 && grams.count < GRAMS_MIN_ALONE)
		return NULL;
	return grams.scores[best] >= second + LEAD_MIN
			   ? language_codes[best]
			   : NULL;
}
