/*
 * test_word_family.c
 *	  Roots of words, from the stems that Snowball's French stemmer gives.
 */
#include "tap.h"

#include "base/array.h"
#include "french/word_family.h"
#include "text/fold.h"

static const struct
{
	const char *stem;
	const char *root;
} roots[] = {
	{"manifest", "manifest"},
	{"ambassadeur", "ambass"},
	{"ambassad", "ambass"},
	{"r\xC3\xA9volu", "revol"},
	{"\xC3\xA9lectoral", "elector"},
	{"port", "port"},
	{"nu", ""},
	{"", ""},
	{"jourali", "jour"},
};

static const char *const none[] = {"2019", "mort/n", "www.site", "#port", "a_b", "nu", ""};

void
test_word_family(void)
{
	char out[FOLD_WORD_ROOM];

	for (size_t i = 0; i < lengthof(roots); i++)
		tap_equal_text(str_make(out, word_family_root(str_cstr(roots[i].stem), out)),
					   str_cstr(roots[i].root), roots[i].stem);
	tap_ok(word_family_has(STR("week-end")) && word_family_has(STR("\xC3\xA9t\xC3\xA9")),
		   "words have a family");
	for (size_t i = 0; i < lengthof(none); i++)
		tap_ok(!word_family_has(str_cstr(none[i])), none[i]);
}
