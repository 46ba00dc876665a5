/*
 * markup.c
 *	  See markup.h.
 */
#include "article/render/markup.h"

#include "base/utf8.h"

void
markup_start(Markup *markup, Arena *arena, size_t most)
{
	strbuf_init(&markup->buf, arena);
	markup->most = most;
	markup->in_value = false;
}

void
markup_put(Markup *markup, const char *text)
{
	strbuf_add(&markup->buf, str_cstr(text));
}

/* What to write for the character at i; NULL for the character itself. */
static const char *
replacement(const Markup *markup, Str text, uint32_t i)
{
	switch (text.data[i])
	{
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '"':
			return markup->in_value ? "&quot;" : NULL;
		case '\n':
		case '\t':
			return markup->in_value ? " " : NULL; /* as XML normalizes it */
		case '\r':
			if (markup->in_value)
				return " ";
			return i + 1 < text.len && text.data[i + 1] == '\n' ? "" : "\n";
		case '\v':
		case '\f':
			return " ";
		default:
			return markup_knows(utf8_next(text.data, text.len, &i)) ? NULL : "";
	}
}

void
markup_text(Markup *markup, Str text)
{
	size_t polled = 0;
	uint32_t written = 0;

	if (markup_full(markup))
		return;
	for (uint32_t i = 0; i < text.len; i += utf8_width(text.data[i]))
	{
		const char *instead = replacement(markup, text, i);

		arena_poll_at(markup->buf.arena, i, &polled);
		if (instead == NULL)
			continue;
		strbuf_add(&markup->buf, str_sub(text, written, i - written));
		markup_put(markup, instead);
		written = i + utf8_width(text.data[i]);
		if (markup_full(markup))
			return;
	}
	strbuf_add(&markup->buf, str_sub(text, written, text.len));
}

void
markup_attribute(Markup *markup, const char *name, Str value)
{
	if (value.data == NULL)
		return;
	markup_put(markup, " ");
	markup_put(markup, name);
	markup_put(markup, "=\"");
	markup->in_value = true;
	markup_text(markup, value);
	markup->in_value = false;
	markup_put(markup, "\"");
}

void
markup_close(Markup *markup, const char *name)
{
	markup_put(markup, "</");
	markup_put(markup, name);
	markup_put(markup, ">");
}
