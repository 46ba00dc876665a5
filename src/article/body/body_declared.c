/*
 * body_declared.c
 *	  The body that a page declares but does not print. The facts and the length of the printed text
 *	  in; the declared text out, whole or one paragraph after the other.
 */
#include "article/body/body.h"

/*
 * The text that the page declares in JSON-LD is used if the page prints less than this share of it:
 * a script builds such a page, or a wall covers it. If some text is printed, a short declared one
 * is a summary.
 */
#define PRINTED_SHARE 0.3f
#define SHORTEST_DECLARED 400
#define SHORTEST_ALONE 100

Str
body_unprinted(const Reader *reader, uint32_t printed)
{
	const Fact *fact = facts_from(&reader->facts, FACT_BODY, FACT_SOURCE_JSON_LD);
	Str declared = fact != NULL ? fact->text : reader->facts.entries_text;

	if (declared.len < (printed > 0 ? SHORTEST_DECLARED : SHORTEST_ALONE) ||
		(float) printed > PRINTED_SHARE * (float) declared.len)
		return STR_NONE;
	return declared;
}

/* Bytes with which a declared text begins as the printed one. */
#define BEGINNING 60
/* The most of the declared text that a page prints of an article for subscribers. */
#define PRINTED_SHARE_PAID 0.8f

Str
body_for_subscribers(Reader *reader, Str printed)
{
	const Fact *fact = facts_from(&reader->facts, FACT_BODY, FACT_SOURCE_JSON_LD);

	if (fact == NULL || fact->text.len < SHORTEST_DECLARED || printed.len < BEGINNING ||
		(float) printed.len > PRINTED_SHARE_PAID * (float) fact->text.len ||
		!str_equal(str_cut(fact->text, BEGINNING), str_cut(printed, BEGINNING)) ||
		!paywall_found(reader))
		return STR_NONE;
	return fact->text;
}

Str
body_declared_text(const Reader *reader)
{
	Str lines = reader->declared_body;
	StrBuf body;

	strbuf_init(&body, reader->arena);
	for (uint32_t i = 0; i < lines.len; i++)
	{
		strbuf_add_char(&body, lines.data[i]);
		if (lines.data[i] == '\n')
			strbuf_add_char(&body, '\n');
	}
	return strbuf_str(&body);
}

bool
block_next_declared(const Reader *reader, uint32_t *at, Block *block)
{
	Str rest = str_sub(reader->declared_body, *at, UINT32_MAX);
	const char *feed = rest.len > 0 ? memchr(rest.data, '\n', rest.len) : NULL;

	if (rest.len == 0)
		return false;
	*block = (Block){.kind = BLOCK_PARAGRAPH,
					 .kept = true,
					 .score = BODY_CONFIDENCE_DECLARED,
					 .reason = "declared by the page, which prints less"};
	block->text = str_sub(rest, 0, feed != NULL ? (uint32_t) (feed - rest.data) : rest.len);
	for (uint32_t i = 0; i < block->text.len; i++)
		block->chars += ((unsigned char) block->text.data[i] & 0xC0) != 0x80;
	*at += block->text.len + (feed != NULL);
	return true;
}
