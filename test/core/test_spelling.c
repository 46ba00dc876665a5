/*
 * test_spelling.c
 *	  What somebody may have meant, and what not.
 */
#include "tap.h"

#include <stdio.h>

#include "base/array.h"
#include "french/spelling.h"

typedef struct Pair
{
	const char *typed;
	const char *form;
	double distance;
} Pair;

static const Pair pairs[] = {
	{"Melanchon", "Mélenchon", 0.5},
	{"Khadafi", "Kadhafi", 1.5},
	{"Zelenski", "Zelensky", 0.5},
	{"zelinsky", "Zelensky", 0.5},
	{"reforme", "réforme", 0},
	{"REFORME", "réforme", 0},
	{"orthographe", "ortographe", 0.5},
	{"gouvernemnt", "gouvernement", 1},
	{"gouvrenement", "gouvernement", 1},
	{"chat", "chats", 0.5},
	{"chat", "chien", -1},
	{"vin", "pin", 1},
	{"ville", "filles", -1},
	{"photo", "foto", 1.5},
	{"a", "b", -2},
};

static void
check_pairs(void)
{
	for (uint32_t i = 0; i < lengthof(pairs); i++)
	{
		Spelling typed;
		Spelling form;
		double distance = -2;
		char name[100];

		if (spelling_read(&typed, str_cstr(pairs[i].typed)) &&
			spelling_read(&form, str_cstr(pairs[i].form)))
			distance = spelling_distance(&typed, &form);
		snprintf(name, sizeof(name), "%s, %s: %g", pairs[i].typed, pairs[i].form, distance);
		tap_ok(distance == pairs[i].distance, name);
	}
}

static Str
keys_of(const char *lexeme, const char *form)
{
	StrList keys = {0};
	StrBuf out;

	spelling_keys(&tap_arena, str_cstr(lexeme), str_cstr(form), &keys);
	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < keys.count; i++)
	{
		if (i > 0)
			strbuf_add_char(&out, '|');
		strbuf_add(&out, keys.items[i]);
	}
	return strbuf_str(&out);
}

void
test_spelling(void)
{
	Spelling long_word;

	check_pairs();
	tap_equal(keys_of("été", "ÉTÉ"), "=ete|:été|~ete|^et|^etE|  e| et|ete|te ", "keys of a word");
	tap_equal(keys_of("", "de"), "=de", "keys of a short word");
	tap_ok(!spelling_read(&long_word, STR("anticonstitutionnellementanticonstitutionnellement")),
		   "a very long word is compared with none");
	tap_ok(!spelling_read(&long_word, STR("12345")), "nor is a number");
}
