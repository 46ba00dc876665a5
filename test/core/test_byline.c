/*
 * test_byline.c
 *	  Names in bylines, and the table of words for them.
 */
#include "tap.h"

#include "base/array.h"
#include "article/author/byline.h"
#include "article/author/byline_word.h"
#include "text/compare.h"

static const struct
{
	BylineTrust trust;
	const char *text;
	const char *names;
} bylines[] = {
#define BYLINE(trust, text, names) {BYLINE_##trust, text, names},
#include "byline_list.h"
#undef BYLINE
};

/* Returns the names in the notation of byline_list.h. */
static Str
show(const Byline *byline)
{
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < byline->count; i++)
	{
		if (i > 0)
			strbuf_add(&out, STR("; "));
		strbuf_add(&out, byline->names[i].name);
		if (byline->names[i].kind == BYLINE_IS_DESK)
			strbuf_add_char(&out, '*');
	}
	return strbuf_str(&out);
}

/*
 * The table is sorted, contains words in the form in which they are looked up, and its index was
 * made from it: each word is found.
 */
static void
check_table(void)
{
	bool sorted = true;
	bool folded = true;
	bool found = true;

	for (uint32_t i = 0; i < byline_nwords; i++)
	{
		Str word = str_cstr(byline_words[i].word);

		sorted &= i == 0 || strcmp(byline_words[i - 1].word, byline_words[i].word) < 0;
		folded &= str_equal(compare_solid_key(&tap_arena, word), word);
		found &= byline_classes(word) == byline_words[i].classes;
	}
	tap_ok(sorted, "the words of bylines are sorted");
	tap_ok(folded, "the words of bylines are folded");
	tap_ok(found, "the words of bylines are found");
}

/* Hostile text: all names are inside it, and the work stays bounded. */
static void
check_hostile(void)
{
	StrBuf text;
	Byline byline;

	strbuf_init(&text, &tap_arena);
	for (int i = 0; i < 100000; i++)
		strbuf_add(&text, STR("Anne, "));
	byline_read(&byline, strbuf_str(&text), BYLINE_DECLARED);
	tap_equal_int(byline.count, BYLINE_MAX_NAMES, "an endless byline is cut");
	text.len = 0;
	for (int i = 0; i < 100000; i++)
		strbuf_add(&text, STR("(((a.b@"));
	byline_read(&byline, strbuf_str(&text), BYLINE_MARKED);
	tap_equal_int(byline.count, 0, "brackets and addresses are not names");
	byline_read(&byline, STR(""), BYLINE_MARKED);
	tap_equal_int(byline.count, 0, "an empty byline");
}

/* A run that is too long for an address is cut between two characters, wherever they are. */
static void
check_cut(void)
{
	bool whole = true;

	for (int lead = 0; lead < 4; lead++)
	{
		StrBuf text;

		strbuf_init(&text, &tap_arena);
		strbuf_add(&text, str_make("aaaa@", 5 - (size_t) lead));
		strbuf_add(&text, STR("@"));
		for (int i = 0; i < 300; i++)
			strbuf_add(&text, STR("æ¼¢"));
		for (uint32_t i = 0; i < text.len;)
		{
			byline_token(strbuf_str(&text), &i, true);
			whole &= i >= text.len || ((unsigned char) text.data[i] & 0xC0) != 0x80;
		}
	}
	tap_ok(whole, "a long address is cut between two characters");
}

void
test_byline(void)
{
	for (size_t i = 0; i < lengthof(bylines); i++)
	{
		Byline byline;

		byline_read(&byline, str_cstr(bylines[i].text), bylines[i].trust);
		tap_equal_text(show(&byline), str_cstr(bylines[i].names), bylines[i].text);
	}
	check_table();
	check_hostile();
	check_cut();
}
