/*
 * test_clean.c
 *	  The text of a page, composed and without invisible characters: single texts, and whole pages.
 *	  test_fold.c compares text_clean with ICU over all of Unicode.
 */
#include "tap.h"

#include "base/array.h"
#include "article/reader.h"
#include "text/clean.h"
#include "view.h"

/* A text and its cleaned form; NULL: unchanged, and not copied. */
static const struct
{
	const char *text;
	const char *clean;
	const char *name;
} cases[] = {
	{"L’été « à » l'ancienne", NULL, "French as it is"},
	{"passe\u00ADrelle\u200B, l\uFEFFa \u2060fin", "passerelle, la fin", "places to break a line"},
	{"e\u0301te\u0301", "été", "decomposed accents"},
	{"\u212B\u2126", "\u00C5\u03A9", "canonical duplicates of a character"},
	{"a\u0302\u0323", "\u1EAD", "marks in another order"},
	{"\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글", "Hangul in letters"},
	{"un\u200C deux\u200Dtrois", "un deuxtrois", "joiners without anything to join"},
	{"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
	 "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "a joiner in Persian is kept"},
	{"\u09B0\u200D\u09CD\u09AF\u09BE\u09AC", "\u09B0\u200D\u09CD\u09AF\u09BE\u09AC",
	 "so is one before a Bengali sign"},
	{"\u0915\u094D\u200D\u0937", "\u0915\u094D\u200D\u0937", "and one after a Hindi sign"},
	{"\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F468\u200D\U0001F469\u200D\U0001F467",
	 "a family of emoji stays together"},
	{"\u1780\u200B\u1781", "\u1780\u200B\u1781", "words of Khmer stay separate"},
	{"ligne\r\n\ttab\u00A0fin\u2009!", NULL, "white space is unchanged"},
};

static void
test_texts(void)
{
	for (size_t i = 0; i < lengthof(cases); i++)
	{
		Str text = str_cstr(cases[i].text);
		Str clean = text_clean(&tap_arena, text);

		if (cases[i].clean == NULL)
			tap_ok(clean.data == text.data, cases[i].name);
		else
			tap_equal_text(clean, str_cstr(cases[i].clean), cases[i].name);
		tap_equal_text(text_clean(&tap_arena, clean), clean, cases[i].name);
	}
}

/*
 * Endless marks are not ordered as a whole; the result is not longer than the text, and nothing is
 * lost.
 */
static void
test_many_marks(void)
{
	StrBuf text;
	Str clean;

	strbuf_init(&text, &tap_arena);
	for (int i = 0; i < 50000; i++)
		strbuf_add(&text, i % 2 ? STR("\u0301") : STR("\u0316"));
	clean = text_clean(&tap_arena, strbuf_str(&text));
	tap_ok(text_is_clean(STR_NONE) && text_clean(&tap_arena, STR_NONE).data == NULL, "no text");
	tap_equal_int(clean.len, (int64_t) text.len, "a hundred thousand bytes of marks");
}

#define PARAGRAPH(inside)                                                                          \
	"<p>Le conseil municipal a " inside " hier soir, à main levée, la construction d'un ponton " \
	"de bois de quarante mètres, dont les travaux commencent à l'automne.</p>"

static Str
page_of(const char *title, const char *body)
{
	StrBuf page;

	strbuf_init(&page, &tap_arena);
	strbuf_add(&page, STR("<html lang=fr><head><title>"));
	strbuf_add(&page, str_cstr(title));
	strbuf_add(&page,
			   STR("</title><meta name=description content=\"Un pon&shy;ton en e&#x301;te&#769;\">"
				   "<link rel=canonical href=\"/e\u0301te\u0301\"></head><body><h1>"));
	strbuf_add(&page, str_cstr(title));
	strbuf_add(&page, STR("</h1>"));
	strbuf_add(&page, str_cstr(body));
	return strbuf_str(&page);
}

static void
test_pages(void)
{
	Reader *reader =
		view_read(page_of("Un pon&shy;ton de\u0301cide\u0301",
						  PARAGRAPH("vo&#173;t\u00E9") PARAGRAPH("vo&ZeroWidthSpace;te\u0301")
							  PARAGRAPH("vo\u00ADt&#xe9;") "<p>\u200B</p><p>&shy;</p>"));
	Str paragraph = STR("Le conseil municipal a voté hier soir, à main levée");
	const Article *article = &reader->article;

	tap_equal_text(article->title, STR("Un ponton décidé"), "the title of a page");
	tap_equal_text(article->description, STR("Un ponton en été"), "its description");
	tap_ok(str_find(article->body, paragraph) == 0, "its body");
	tap_ok(str_find(article->body, STR("\u00AD")) < 0 && str_find(article->body, STR("\u200B")) < 0,
		   "without invisible characters");
	tap_ok(str_find(article->url, STR("e%CC%81te%CC%81")) >= 0, "an address is unchanged");
	tap_ok(str_find(article_to_html(reader), paragraph) >= 0, "its body as HTML");
	tap_ok(str_find(article_to_markdown(reader), paragraph) >= 0, "its body as Markdown");
	tap_ok(str_find(page_to_text(reader), paragraph) >= 0, "all its text");
}

void
test_clean(void)
{
	test_texts();
	test_many_marks();
	test_pages();
}
