/*
 * given_name.c
 *	  See given_name.h.
 */
#include "article/author/given_name.h"

#include "base/utf8.h"
#include "text/char.h"
#include "text/compare.h"

/* Longer words are not given names. */
#define WORD_MAX 60

static bool
is_known(Str word)
{
	char buffer[WORD_MAX * COMPARE_GROWTH];
	Str key;

	if (word.len == 0 || word.len > WORD_MAX)
		return false;
	key = compare_solid_key_to(buffer, word);
	if (key.len < 2)
		return false;
	for (uint32_t i = 0; i < GIVEN_NAME_PROBES; i++)
	{
		uint32_t bit = given_name_bit(key, i);

		if ((given_name_filter[bit / 64] >> bit % 64 & 1) == 0)
			return false;
	}
	return true;
}

/* The bytes before a character, or all of them. */
static Str
before(Str text, char mark)
{
	const char *at = text.len > 0 ? memchr(text.data, mark, text.len) : NULL;

	return at != NULL ? str_sub(text, 0, (uint32_t) (at - text.data)) : text;
}

bool
given_name_begins(Str name)
{
	Str word = before(name, ' ');
	Str part = before(word, '-');

	return word.len < name.len && (is_known(word) || (part.len < word.len && is_known(part)));
}

bool
given_name_is_initial(Str name)
{
	uint32_t at = 0;
	uint32_t first = name.len > 0 ? utf8_next(name.data, name.len, &at) : 0;

	return at < name.len && name.data[at] == '.' && char_is(first, CHAR_IN(CHAR_UPPERCASE));
}
