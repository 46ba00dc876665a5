/*
 * lexicon_prefix.c
 *	  Prefixes in the lexicon's automaton (lexicon_internal.h): every path whose letters, without
 *	  accents, are those that were typed.
 */
#include "french/lexicon_prefix.h"

#include "base/utf8.h"
#include "french/lexicon_internal.h"

#define LETTERS_MAX 48 /* the longest form has 38 */

typedef struct PrefixWalk
{
	uint8_t typed[LETTERS_MAX]; /* labels */
	uint8_t path[LETTERS_MAX];
	uint32_t count;
	WordTerms *found;
} PrefixWalk;

/* Reads the labels of the letters; false if one is not in the lexicon, or has an accent. */
static bool
read_bare_letters(Str letters, PrefixWalk *walk)
{
	for (uint32_t at = 0; at < letters.len;)
	{
		uint32_t c = utf8_next(letters.data, letters.len, &at);
		uint8_t label = c < 256 ? lexicon_label[c] : 0;

		if (label == 0 || lexicon_base[label] != label || walk->count == LETTERS_MAX)
			return false;
		walk->typed[walk->count++] = label;
	}
	return walk->count > 0;
}

static void
add_prefix(const PrefixWalk *walk)
{
	WordTerms *found = walk->found;
	uint16_t end = found->start[found->count];

	if (found->count == WORD_TERMS_MAX || end + 2 * walk->count > WORD_TERM_BYTES)
		return; /* a letter below U+0100 takes at most two bytes */
	for (uint32_t i = 0; i < walk->count; i++)
		end += (uint16_t) utf8_encode(lexicon_letter[walk->path[i]], found->text + end);
	found->start[++found->count] = end;
}

static void
walk_prefixes(PrefixWalk *walk, uint32_t place, uint32_t depth)
{
	uint8_t typed;

	if (depth == walk->count)
	{
		add_prefix(walk);
		return;
	}
	typed = walk->typed[depth];
	for (uint8_t label = typed; label != 0; label = lexicon_next_variant(typed, label))
	{
		uint32_t next = lexicon_follow(place, label);

		if (next == LEXICON_NOWHERE)
			continue;
		walk->path[depth] = label;
		walk_prefixes(walk, next, depth + 1);
	}
}

void
lexicon_prefixes(Str letters, WordTerms *prefixes)
{
	PrefixWalk walk = {.found = prefixes};

	prefixes->count = 0;
	prefixes->stop = false;
	prefixes->known = false;
	prefixes->start[0] = 0;
	if (read_bare_letters(letters, &walk))
		walk_prefixes(&walk, 0, 0);
	prefixes->known = prefixes->count > 0;
}
