/*
 * explain_say.c
 *	  The words of the explanation in English and French. A name of a text, or a phrase of another
 *	  room, goes in; its words in the document's language come out. No text lacks a language.
 */
#include "base/array.h"
#include "article/explain/explain.h"

#include <stdio.h>

#include "base/utf8.h"

typedef struct Words
{
	const char *english;
	const char *french;
} Words;

static const Words texts[] = {
#define EXPLAIN_TEXT(name, english, french) [SAY_##name] = {english, french},
#include "article/explain/explain_text_list.h"
#undef EXPLAIN_TEXT
};

static const Words phrases[] = {
#define EXPLAIN_PHRASE(english, french) {english, french},
#include "article/explain/explain_phrase_list.h"
#undef EXPLAIN_PHRASE
};

/* A text may be empty, but not in one language alone; a phrase never is. */
#define EXPLAIN_TEXT(name, english, french)                                                        \
	_Static_assert((sizeof(english) > 1) == (sizeof(french) > 1), #name " lacks a language");
#include "article/explain/explain_text_list.h"
#undef EXPLAIN_TEXT
#define EXPLAIN_PHRASE(english, french)                                                            \
	_Static_assert(sizeof(english) > 1 && sizeof(french) > 1, english " lacks a language");
#include "article/explain/explain_phrase_list.h"
#undef EXPLAIN_PHRASE

static const char *
words_of(const Explanation *explanation, ExplainText text)
{
	return explanation->french ? texts[text].french : texts[text].english;
}

/* Writes markup of ours; a letter outside ASCII becomes a reference. */
static void
put_words(Explanation *explanation, const char *words, size_t length)
{
	Str text = str_make(words, length);

	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);
		char reference[16];

		if (c < 0x80)
		{
			strbuf_add_char(&explanation->out, (char) c);
			continue;
		}
		snprintf(reference, sizeof(reference), "&#%u;", c);
		explain_markup(explanation, reference);
	}
}

void
explain_say(Explanation *explanation, ExplainText text)
{
	const char *words = words_of(explanation, text);

	put_words(explanation, words, strlen(words));
}

/* Writes the words before '%' and returns those after it. */
static const char *
say_before(Explanation *explanation, ExplainText text)
{
	const char *words = words_of(explanation, text);
	size_t before = strcspn(words, "%");

	put_words(explanation, words, before);
	return words + before + (words[before] == '%');
}

void
explain_say_number(Explanation *explanation, ExplainText text, uint32_t number)
{
	const char *after = say_before(explanation, text);

	explain_number(explanation, number);
	put_words(explanation, after, strlen(after));
}

void
explain_say_text(Explanation *explanation, ExplainText text, Str value)
{
	const char *after = say_before(explanation, text);

	explain_text(explanation, value);
	put_words(explanation, after, strlen(after));
}

void
explain_open_section(Explanation *explanation, const char *id, ExplainText heading)
{
	explain_markup(explanation, "<section aria-labelledby=\"");
	explain_markup(explanation, id);
	explain_markup(explanation, "\"><h2 id=\"");
	explain_markup(explanation, id);
	explain_markup(explanation, "\">");
	explain_say(explanation, heading);
	explain_markup(explanation, "</h2>\n");
}

void
explain_columns(Explanation *explanation, const ExplainText *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
	{
		explain_markup(explanation, "<th scope=\"col\">");
		explain_say(explanation, names[i]);
		explain_markup(explanation, "</th>");
	}
}

void
explain_block_link(Explanation *explanation, ExplainText label, uint32_t block)
{
	bool linked = block < explanation->shown;
	char text[32];

	snprintf(text, sizeof(text), "<a href=\"#b%u\">", block + 1);
	explain_markup(explanation, linked ? text : "");
	explain_say(explanation, label);
	snprintf(text, sizeof(text), "%u", block + 1);
	explain_markup(explanation, text);
	explain_markup(explanation, linked ? "</a>" : "");
}

/* ---------------------------------------------------------------- phrases of other rooms */

/* Is this the English phrase, with any words in place of its '%'? They are returned in *inner. */
static bool
is_phrase(Str english, Str phrase, Str *inner)
{
	int32_t at = str_find(phrase, STR("%"));
	Str after;

	*inner = STR_NONE;
	if (at < 0)
		return str_equal(english, phrase);
	after = str_sub(phrase, (uint32_t) at + 1, phrase.len);
	phrase.len = (uint32_t) at;
	if (english.len <= phrase.len + after.len ||
		!str_equal(str_sub(english, 0, phrase.len), phrase) ||
		!str_equal(str_sub(english, english.len - after.len, english.len), after))
		return false;
	*inner = str_sub(english, phrase.len, english.len - after.len - phrase.len);
	return true;
}

/* A number with a decimal comma, or the words of a phrase. */
static Str
french_inner(Explanation *explanation, Str inner)
{
	char *digits;

	if (!ascii_digit(inner.data[0]))
		return explain_phrase(explanation, inner);
	digits = arena_alloc(explanation->reader->arena, inner.len);
	for (uint32_t i = 0; i < inner.len; i++)
		digits[i] = inner.data[i] == '.' ? ',' : inner.data[i];
	return str_make(digits, inner.len);
}

Str
explain_phrase(Explanation *explanation, Str english)
{
	for (size_t i = 0; i < lengthof(phrases) && explanation->french; i++)
	{
		Str french = str_cstr(phrases[i].french);
		int32_t at = str_find(french, STR("%"));
		Str inner;
		StrBuf words;

		if (!is_phrase(english, str_cstr(phrases[i].english), &inner))
			continue;
		if (at < 0)
			return french;
		strbuf_init(&words, explanation->reader->arena);
		strbuf_add(&words, str_sub(french, 0, (uint32_t) at));
		strbuf_add(&words, french_inner(explanation, inner));
		strbuf_add(&words, str_sub(french, (uint32_t) at + 1, french.len));
		return strbuf_str(&words);
	}
	return english;
}

void
explain_say_phrase(Explanation *explanation, const char *english)
{
	explain_text(explanation, explain_phrase(explanation, str_cstr(english)));
}
