/*
 * joined.c
 *	  See joined.h.
 */
#include "french/joined.h"

#include "french/glyph.h"
#include "french/token.h"

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

#define lengthof_list(list) (sizeof(list) / sizeof((list)[0]))

/* Lower case of Ç and À too, which is all that the lists hold. */
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
	word = lower_short(word, buffer);
	for (size_t i = 0; i < count; i++)
		if (str_equal(word, list[i]))
			return true;
	return false;
}

ElisionKind
joined_elision(Str word)
{
	if (is_listed(word, elisions, lengthof_list(elisions)))
		return ELISION_ALWAYS;
	return is_listed(word, rare_elisions, lengthof_list(rare_elisions)) ? ELISION_SOMETIMES
																		: ELISION_NONE;
}

bool
joined_is_clitic(Str part, bool others_follow)
{
	if (part.len == 1 && (part.data[0] == 't' || part.data[0] == 'T'))
		return others_follow;
	return is_listed(part, clitics, lengthof_list(clitics));
}

/* &amp; is no joint. */
static bool
is_reference(Str text, uint32_t byte)
{
	return glyph_at(text, glyph_letters_end(text, byte)).code == ';';
}

static JoinedMark
mark_at(Str text, Glyph glyph)
{
	if (!glyph_in_word(glyph_at(text, glyph.end)))
		return JOINED_NONE;
	if (glyph.class == GLYPH_HYPHEN)
		return JOINED_HYPHEN;
	if (glyph.class == GLYPH_APOSTROPHE)
		return JOINED_APOSTROPHE;
	return glyph.code == '&' && !is_reference(text, glyph.end) ? JOINED_AMPERSAND : JOINED_NONE;
}

bool
joined_read(Str text, uint32_t start, Joined *joined)
{
	uint32_t byte = start;
	JoinedMark mark = JOINED_NONE;

	joined->count = 0;
	do
	{
		uint32_t i = joined->count;
		bool digits;
		Glyph glyph;

		if (i == JOINED_PARTS_MAX)
			return false;
		joined->start[i] = byte;
		joined->end[i] = glyph_word_end(text, byte, &digits);
		joined->mark[i] = mark;
		if (joined->end[i] - start > TOKEN_WORD_BYTES_MAX)
			return false;
		joined->count++;
		glyph = glyph_at(text, joined->end[i]);
		mark = mark_at(text, glyph);
		byte = glyph.end;
	} while (mark != JOINED_NONE);
	return joined->count > 1;
}
