/*
 * test_exact.c
 *	  Words and phrases exactly as they were typed.
 */
#include "tap.h"

#include "base/array.h"
#include "french/exact.h"

typedef struct Example
{
	const char *text;
	const char *phrase;
	bool has;
} Example;

static const Example examples[] = {
	{"Son permis de conduire", "permis de conduire", true},
	{"Il permet de conduire", "permis de conduire", false},
	{"Deux PERMIS  DE\nCONDUIRE", "permis de conduire", true},
	{"Les permis de conduire", "Permis de Conduire", true},
	{"Un péché", "pêche", false},
	{"Un peche", "pêche", false},
	{"La Pe\xCC\x82"
	 "che",
	 "pêche", true},
	{"Toutes les notes", "tout", false},
	{"Partout, tout", "tout", true},
	{"L’été", "été", true},
	{"L’été dernier", "l'été", true},
	{"L’ été", "l'été", true},
	{"Il a dit « oui » hier", "dit \"oui\" hier", true},
	{"Il a dit “oui” hier", "dit oui", false},
	{"Le vice-président", "président", true},
	{"Paris – Lyon", "paris - lyon", true},
	{"Un week-end", "week end", false},
	{"Un week\xE2\x80\x91"
	 "end",
	 "week-end", true},
	{"Un chef-d’\xC5\x93uvre", "chef-d'oeuvre", true},
	{"co\xC2\xAD"
	 "mité",
	 "comité", true},
	{"Il conduit. Le permis", "conduit le permis", false},
	{"Rome, ville ouverte", "Rome, ville", true},
	{"CAC40", "CAC", false},
	{"aaaab aab", "aab", true},
	{"abcabcabd", "abcabd", false},
	{"abcabcab abcabd", "abcabd", true},
	{"", "a", false},
	{"a", "", true},
	{"a", " \n", true},
	{"", "", true},
	{"C'est =vrai=", "vrai=", true},
};

void
test_exact(void)
{
	char *text = arena_alloc(&tap_arena, 2000000);
	char *phrase = arena_alloc(&tap_arena, 100001);

	for (uint32_t i = 0; i < lengthof(examples); i++)
		tap_ok(exact_has(&tap_arena, str_cstr(examples[i].text), str_cstr(examples[i].phrase)) ==
				   examples[i].has,
			   examples[i].text);
	memset(text, 'a', 2000000);
	memset(phrase, 'a', 100000);
	phrase[100000] = 'b';
	tap_ok(!exact_has(&tap_arena, str_make(text, 2000000), str_make(phrase, 100001)),
		   "a text that nearly has a long phrase everywhere takes linear time");
}
