/*
 * test_agency.c
 *	  Whose wire an article is, by its signature, dateline and closing credit.
 */
#include "tap.h"

#include "article/author/agency.h"
#include "base/array.h"

typedef struct Example
{
	const char *author; /* NULL: none */
	const char *body;
	const char *agency; /* NULL: none */
} Example;

static const Example examples[] = {
	{"AFP", "Un texte.", "AFP"},
	{"Agence France-Presse", "Un texte.", "AFP"},
	{"Le Courrier avec l'AFP", "Un texte.", "AFP"},
	{"L'AFP", "Un texte.", "AFP"},
	{"The Associated Press", "A text.", "AP"},
	{"Keystone-ATS", "Un texte.", "ATS"},
	{"La Presse canadienne", "Un texte.", "La Presse canadienne"},
	{"Reuters", "A text.", "Reuters"},
	{NULL, "LYON, 3 mars (AFP) - Le musée rouvre jeudi.\n\nUne suite.", "AFP"},
	{NULL, "Le musée rouvre\n\nBERLIN (dpa) – Das Museum öffnet.", "dpa"},
	{NULL, "Le musée rouvre jeudi.\n\nIl était fermé. (avec AFP)", "AFP"},
	{NULL, "Le musée rouvre jeudi.\n\nats/nxp", "ATS"},
	{NULL, "Le musée rouvre jeudi.\n\nBelga", "Belga"},
	{NULL, "Le musée rouvre jeudi.\n\nSource : Reuters", "Reuters"},
	{NULL, "Le musée rouvre jeudi.\n\n© 2026 AFP", "AFP"},
	{NULL, "Le musée rouvre jeudi.\n\n(AFP, Reuters)\n\nPublié hier", "AFP"},
	{"Claire Aubin", "Le musée rouvre jeudi.\n\nUne suite.", NULL},
	{"Claire Aubin",
	 "L'AFP a fêté ses ans (AFP). Le reste suit.\n\nUne suite qui parle de Reuters.", NULL},
	{NULL, "Le musée rouvre jeudi.\n\nPhoto AFP", NULL},
	{NULL, "Le musée rouvre jeudi.\n\nCrédit : Dupont / AFP", NULL},
	{NULL, "Le maire (PS) rouvre le musée.\n\nIl était fermé.", NULL},
	{"Map Services", "A text.", NULL},
	{NULL, "", NULL},
	{NULL, NULL, NULL},
};

void
test_agency(void)
{
	for (uint32_t i = 0; i < lengthof(examples); i++)
	{
		const Example *example = &examples[i];
		Str author = str_cstr(example->author);
		Str got = agency_of(&author, author.data != NULL, str_cstr(example->body));

		tap_equal_text(got, str_cstr(example->agency),
					   example->author != NULL ? example->author : example->body);
	}
}
