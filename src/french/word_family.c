/*
 * word_family.c
 *	  See word_family.h.
 */
#include "french/word_family.h"

#include "base/array.h"
#include "text/fold.h"

#define ENDINGS_MOST 2

/*
 * Endings by which French derives words, as far as the stemmer leaves them: agents and trades (eur,
 * euse, ier, iste, ien), -isme, -age, -ade, -ure, -at, -ance and -ence, adjectives in -able, -al,
 * -el, -if, -ique, participles, and vowels before an ending that it took off. Longest first.
 */
static const Str endings[] = {
	STR("abl"), STR("anc"), STR("ant"), STR("enc"), STR("ent"), STR("eur"), STR("eus"), STR("age"),
	STR("iel"), STR("ien"), STR("ier"), STR("iqu"), STR("ism"), STR("ist"), STR("ad"),	STR("al"),
	STR("at"),	STR("el"),	STR("ic"),	STR("if"),	STR("iv"),	STR("ur"),	STR("i"),	STR("u"),
};

bool
word_family_has(Str lexeme)
{
	for (uint32_t i = 0; i < lexeme.len; i++)
		if (ascii_digit(lexeme.data[i]) || memchr("/#@._", lexeme.data[i], 5) != NULL)
			return false;
	return lexeme.len >= WORD_FAMILY_LEAST && lexeme.len <= FOLD_WORD_MAX;
}

/* The length of a root without its last ending, if enough is left of it. */
static uint32_t
without_ending(Str root)
{
	for (size_t i = 0; i < lengthof(endings); i++)
		if (root.len >= endings[i].len + WORD_FAMILY_LEAST && str_has_ending(root, endings[i]))
			return root.len - endings[i].len;
	return root.len;
}

uint32_t
word_family_root(Str stem, char *out)
{
	uint32_t len = fold_plain(stem, out, FOLD_WORD_ROOM);

	for (int i = 0; i < ENDINGS_MOST; i++)
		len = without_ending(str_make(out, len));
	return len >= WORD_FAMILY_LEAST ? len : 0;
}
