/*
 * compound.c
 *	  See compound.h.
 */
#include "french/compound.h"

#include "base/array.h"
#include "french/char_class.h"
#include "french/lexicon.h"
#include "french/token.h"
#include "text/fold.h"

#define SHORT_WORD_MAX 8 /* bytes of the longest word in the lists below */

static const Str elisions[] = {STR("l"),	  STR("d"),		 STR("qu"),		STR("n"), STR("s"),
							   STR("c"),	  STR("j"),		 STR("m"),		STR("t"), STR("jusqu"),
							   STR("lorsqu"), STR("puisqu"), STR("quoiqu"), STR("ç")};
static const Str rare_elisions[] = {STR("presqu"), STR("entr"), STR("quelqu")};
static const Str clitics[] = {STR("il"),  STR("elle"), STR("ils"),	STR("elles"), STR("on"),
							  STR("je"),  STR("tu"),   STR("nous"), STR("vous"),  STR("ce"),
							  STR("le"),  STR("la"),   STR("les"),	STR("lui"),	  STR("leur"),
							  STR("moi"), STR("toi"),  STR("y"),	STR("en"),	  STR("ci"),
							  STR("là"),  STR("m"),	   STR("t")};

/* Lowercases ASCII letters, Ç and À, which are all that the lists contain. */
static Str
lower_short(Str word, char *out)
{
	for (uint32_t i = 0; i < word.len; i++)
		out[i] = ascii_lower(word.data[i]);
	for (uint32_t i = 1; i < word.len; i++)
		if ((unsigned char) out[i - 1] == 0xC3 && (unsigned char) out[i] < 0xA0)
			out[i] = (char) (out[i] + 0x20);
	return str_make(out, word.len);
}

static bool
is_listed(Str word, const Str *list, size_t count)
{
	char buffer[SHORT_WORD_MAX];

	if (word.len == 0 || word.len > SHORT_WORD_MAX)
		return false;
	return str_is_one_of(lower_short(word, buffer), list, count);
}

ElisionKind
compound_elision(Str word)
{
	if (is_listed(word, elisions, lengthof(elisions)))
		return ELISION_ALWAYS;
	return is_listed(word, rare_elisions, lengthof(rare_elisions)) ? ELISION_SOMETIMES
																   : ELISION_NONE;
}

bool
compound_is_clitic(Str part, bool others_follow)
{
	if (part.len == 1 && (part.data[0] == 't' || part.data[0] == 'T'))
		return others_follow;
	return is_listed(part, clitics, lengthof(clitics));
}

bool
compound_divided_is_word(Str first, Str second)
{
	char whole[TOKEN_WORD_BYTES_MAX * 2 + 2];
	uint32_t len;
	WordTerms found;

	if (first.len + second.len > TOKEN_WORD_BYTES_MAX)
		return false;
	len = fold_word(first, whole, TOKEN_WORD_BYTES_MAX);
	len += fold_word(second, whole + len, TOKEN_WORD_BYTES_MAX);
	lexicon_terms(str_make(whole, len), LEXICON_RESTORE | LEXICON_CAPITAL, &found);
	return found.known;
}

/* An &amp; joins nothing. */
static bool
is_reference(Str text, uint32_t byte)
{
	return text_char_at(text, char_class_letters_end(text, byte)).code == ';';
}

static CompoundMark
mark_at(Str text, TextChar ch)
{
	if (!char_class_in_word(text_char_at(text, ch.end)))
		return COMPOUND_NONE;
	if (ch.class == CLASS_HYPHEN)
		return COMPOUND_HYPHEN;
	if (ch.class == CLASS_APOSTROPHE)
		return COMPOUND_APOSTROPHE;
	return ch.code == '&' && !is_reference(text, ch.end) ? COMPOUND_AMPERSAND : COMPOUND_NONE;
}

bool
compound_read(Str text, uint32_t start, Compound *joined)
{
	uint32_t byte = start;
	CompoundMark mark = COMPOUND_NONE;

	joined->count = 0;
	do
	{
		uint32_t i = joined->count;
		bool digits;
		TextChar ch;

		if (i == COMPOUND_PARTS_MAX)
			return false;
		joined->start[i] = byte;
		joined->end[i] = char_class_word_end(text, byte, &digits);
		joined->mark[i] = mark;
		if (joined->end[i] - start > TOKEN_WORD_BYTES_MAX)
			return false;
		joined->count++;
		ch = text_char_at(text, joined->end[i]);
		mark = mark_at(text, ch);
		byte = ch.end;
	} while (mark != COMPOUND_NONE);
	return joined->count > 1;
}
