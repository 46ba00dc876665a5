/*
 * test_around.c
 *	  What a CMS prints around and between the paragraphs of an article, which is not its text, and
 *	  what follows it that is.
 */
#include "tap.h"

#include "view.h"

#include "base/array.h"

#define H1 "<h1>Le bac du Pontet rouvre</h1>"
#define ONE                                                                                        \
	"<p>Le bac du Pontet a repris lundi ses rotations entre les deux rives, après trois mois de " \
	"travaux sur sa coque et ses deux moteurs.</p>"
#define TWO                                                                                        \
	"<p>Les habitants de la rive sud, qui faisaient un détour de quarante kilomètres, étaient " \
	"nombreux sur le quai dès six heures.</p>"
#define THREE                                                                                       \
	"<p>La région a payé les travaux, et promet que le prix du passage ne changera pas avant la " \
	"fin de la décennie.</p>"
#define PAGE(body)                                                                                 \
	"<!DOCTYPE html><html lang=fr><title>Le bac du Pontet rouvre</title><nav><a href=/>Une</a> "   \
	"<a href=/s>Sports</a></nav>" body

static const struct
{
	const char *what;
	const char *html;
	const char *holds;
	const char *lacks;
} pages[] = {
	{"a question to readers with an address",
	 PAGE("<article>" H1 ONE TWO THREE "<p><em>Avez-vous vu la scène ? Un mot à "
		  "bac@pontet.example</em></p></article>"),
	 "décennie.", "Avez-vous vu"},
	{"an article that ends in a question",
	 PAGE("<article>" H1 ONE TWO THREE
		  "<p>Et vous, que ferez-vous de ces quarante kilomètres de moins ?</p></article>"),
	 "de moins ?", NULL},
	{"the day in a list above the text",
	 PAGE("<article>" H1 "<ul><li>5 avril 2018 · 3 min de lecture</li></ul>" ONE TWO THREE
		  "</article>"),
	 "décennie.", "min de lecture"},
	{"the last paragraph, below a pointer",
	 PAGE("<article>" H1 ONE TWO "<p><strong>Lire aussi : </strong><a href=/n/7>Le marché de gros "
		  "déménage</a></p>" THREE "</article>"),
	 "décennie.", "Lire aussi"},
	{"a question that ends in an offer",
	 PAGE("<article>" H1 ONE
		  "<div><p>Vous souhaitez lire la suite ? Créez un compte gratuit.</p></div>" TWO THREE
		  "</article>"),
	 "décennie.", "compte gratuit"},
	{"a caption in small print below its picture",
	 PAGE("<article>" H1 ONE "<p><img src=/i/7.jpg><br><small>Le quai du Pontet, lundi. Photo Luc "
		  "Amiot</small></p>" TWO THREE "</article>"),
	 "décennie.", "Luc Amiot"},
	{"what somebody says beside a picture is no caption",
	 PAGE("<article>" H1 ONE
		  "<p><img src=/i/7.jpg><em>« On ne l'attendait plus, ce bac ! »</em></p>" TWO THREE
		  "</article>"),
	 "ce bac !", NULL},
	{"a biography that begins with the name",
	 PAGE("<article>" H1 ONE TWO THREE
		  "<div><p><b>Anne Dupont</b></p><p>Anne Dupont suit les bacs et "
		  "les ports pour nous.</p></div></article>"),
	 "décennie.", "suit les bacs"},
};

void
test_around(void)
{
	for (size_t i = 0; i < lengthof(pages); i++)
	{
		Str body = view_read(str_cstr(pages[i].html))->article.body;

		tap_ok(str_find(body, str_cstr(pages[i].holds)) >= 0, pages[i].what);
		if (pages[i].lacks != NULL)
			tap_ok(str_find(body, str_cstr(pages[i].lacks)) < 0, pages[i].lacks);
	}
}
