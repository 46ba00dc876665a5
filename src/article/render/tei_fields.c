/*
 * tei_fields.c
 *	  An article whose page is not at hand as a TEI document: its fields in, the header and the
 *	  paragraphs of its body out.
 */
#include "article/render/tei.h"

/* Escapes may double the text; the rest is left out, as from a page. */
#define MOST_TIMES 2
#define MOST_MORE ((size_t) 256 * 1024)

static size_t
list_bytes(const StrList *list)
{
	size_t bytes = 0;

	for (uint32_t i = 0; i < list->count; i++)
		bytes += list->items[i].len;
	return bytes;
}

static size_t
text_bytes(const Article *article)
{
	return (size_t) article->title.len + article->subtitle.len + article->description.len +
		   article->body.len + list_bytes(&article->authors) + list_bytes(&article->tags);
}

/* The length of a block of the body: up to a blank line. */
static uint32_t
block_length(const Arena *arena, Str body)
{
	int32_t end = str_find_polled(arena, body, STR("\n\n"));

	return end < 0 ? body.len : (uint32_t) end;
}

static void
put_lines(Markup *out, Str block)
{
	for (bool first = true; block.len > 0; first = false)
	{
		const char *feed = memchr(block.data, '\n', block.len);
		uint32_t len = feed != NULL ? (uint32_t) (feed - block.data) : block.len;

		if (!first)
			markup_put(out, "<lb/>");
		markup_text(out, str_sub(block, 0, len));
		block = str_sub(block, len + 1, block.len);
	}
}

static void
put_body(Markup *out, Str body)
{
	while (body.len > 0 && !markup_full(out))
	{
		uint32_t len = block_length(out->buf.arena, body);

		arena_poll(out->buf.arena);
		if (len > 0)
		{
			markup_put(out, "<p>");
			put_lines(out, str_sub(body, 0, len));
			markup_put(out, "</p>\n");
		}
		body = str_sub(body, len + 2, body.len);
	}
}

Str
article_fields_to_tei(Arena *arena, const Article *article, ZoneOffset offset, void *context)
{
	Markup out;

	markup_start(&out, arena, text_bytes(article) * MOST_TIMES + MOST_MORE);
	tei_begin(&out, article, (TeiZone){offset, context});
	put_body(&out, article->body);
	tei_end(&out);
	return strbuf_str(&out.buf);
}
