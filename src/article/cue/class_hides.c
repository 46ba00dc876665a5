/*
 * class_hides.c
 *	  See class_hides.h.
 */
#include "article/cue/class_hides.h"

#include "base/array.h"

/* Class names that hide an element (Bootstrap, Tailwind, WordPress, Drupal, HTML5 Boilerplate). */
static const Str hiding[] = {
	{"d-none", 6},	  {"element-invisible", 17},  {"hidden", 6},
	{"is-hidden", 9}, {"screen-reader-text", 18}, {"sr-only", 7},
	{"u-hidden", 8},  {"visually-hidden", 15},	  {"visuallyhidden", 14},
};

Str
class_word(Str class, uint32_t *i, const char *separators)
{
	uint32_t start;

	while (*i < class.len && strchr(separators, class.data[*i]) != NULL)
		(*i)++;
	start = *i;
	while (*i < class.len && strchr(separators, class.data[*i]) == NULL)
		(*i)++;
	return str_sub(class, start, *i - start);
}

/* "hidden md:block" and "d-none d-md-block" hide on small screens only. */
bool
class_hides(Str class)
{
	bool found = false;
	Str word;

	for (uint32_t i = 0; (word = class_word(class, &i, " \t\r\n\f")).len > 0;)
	{
		if (str_find(word, STR(":")) >= 0 || str_find(word, STR("-block")) >= 0 ||
			str_find(word, STR("-flex")) >= 0)
			return false;
		for (size_t k = 0; k < lengthof(hiding) && !found; k++)
			found = str_equal_ascii(word, hiding[k]);
	}
	return found;
}
