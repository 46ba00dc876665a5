/*
 * explain_write.c
 *	  Writes text, numbers and dates into the explanation of a page. The output is ASCII, and no
 *	  text of the page can end the element or the attribute around it.
 */
#include "article/explain/explain.h"

#include <stdio.h>
#include <stdlib.h>

#include "article/render/markup.h"
#include "base/utf8.h"

void
explain_markup(Explanation *explanation, const char *markup)
{
	strbuf_add(&explanation->out, str_cstr(markup));
}

static void
put_code_point(Explanation *explanation, uint32_t c)
{
	char reference[16];

	if (!markup_knows(c))
		return;
	if (c < 0x80 && strchr("&<>\"'", (int) c) == NULL)
	{
		strbuf_add_char(&explanation->out, (char) c);
		return;
	}
	snprintf(reference, sizeof(reference), "&#%u;", c);
	explain_markup(explanation, reference);
}

void
explain_text(Explanation *explanation, Str text)
{
	size_t polled = 0;

	for (uint32_t i = 0; i < text.len;)
	{
		put_code_point(explanation, utf8_next(text.data, text.len, &i));
		arena_poll_at(explanation->out.arena, i, &polled);
	}
}

void
explain_excerpt(Explanation *explanation, Str text, uint32_t limit)
{
	uint32_t i = 0;

	for (uint32_t chars = 0; i < text.len && chars < limit; chars++)
		put_code_point(explanation, utf8_next(text.data, text.len, &i));
	if (i < text.len)
		explain_markup(explanation, "&#8230;");
}

/* The character between thousands in French is a narrow space that does not break, U+202F. */
void
explain_number(Explanation *explanation, uint32_t number)
{
	char digits[16];
	int length = snprintf(digits, sizeof(digits), "%u", number);

	for (int i = 0; i < length; i++)
	{
		if (i > 0 && (length - i) % 3 == 0)
			explain_markup(explanation, explanation->french ? "&#8239;" : ",");
		strbuf_add_char(&explanation->out, digits[i]);
	}
}

void
explain_score(Explanation *explanation, float score)
{
	char text[16];

	snprintf(text, sizeof(text), "%.2f", (double) score);
	if (explanation->french)
		text[strcspn(text, ".")] = ',';
	explain_markup(explanation, text);
}

static int32_t
offset_at(const ArticleOptions *options, int64_t local)
{
	return options->zone_offset(options->zone_context, local);
}

void
explain_instant(Explanation *explanation, const Instant *instant)
{
	const ArticleOptions *options = explanation->reader->options;
	/* The offset is looked up by local time: the second look-up gives the offset of the instant. */
	int32_t offset = offset_at(options, instant->seconds + offset_at(options, instant->seconds));
	int64_t local = instant->seconds + offset;
	int64_t days = date_day_of(local);
	int second = (int) (local - days * DATE_DAY_SECONDS);
	int32_t year;
	int32_t month;
	int32_t day;
	char text[64];

	date_from_days(days, &year, &month, &day);
	snprintf(text, sizeof(text), "%04d-%02d-%02d", year, month, day);
	explain_markup(explanation, text);
	if (!instant->has_time)
		return;
	snprintf(text, sizeof(text), " %02d:%02d %c%02d:%02d", second / 3600, second / 60 % 60,
			 offset < 0 ? '-' : '+', abs(offset) / 3600, abs(offset) / 60 % 60);
	explain_markup(explanation, text);
}

void
explain_open_text(Explanation *explanation, const char *element)
{
	Str language = explanation->reader->article.language;

	explain_markup(explanation, "<");
	explain_markup(explanation, element);
	if (language.data != NULL)
	{
		explain_markup(explanation, " lang=\"");
		explain_text(explanation, language);
		explain_markup(explanation, "\"");
	}
	explain_markup(explanation, " dir=\"auto\">");
}
