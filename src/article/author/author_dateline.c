/*
 * author_dateline.c
 *	  The agency that the body itself names: in the dateline that opens it, "LYON, 3 mars (AFP) -",
 *	  or in parentheses at its end.
 */
#include "article/author/agency.h"
#include "article/author/author.h"

/* A dateline (place, date, agency) is shorter than this. */
#define DATELINE_MAX_BYTES 60

static void
read_parentheses(AuthorList *list, const Reader *reader, const Site *site, Str inside)
{
	Byline byline;

	byline_read(&byline, inside, BYLINE_PRINTED);
	for (uint32_t i = 0; i < byline.count; i++)
		if (byline.names[i].kind != BYLINE_IS_AGENCY)
			return;
	if (byline.count > 0 && byline.unread == 0)
		author_list_add(list, reader->arena, site, &byline);
}

/* Returns the contents of the parentheses that follow a place name at the start of a paragraph. */
static Str
opening_parentheses(Str text)
{
	int32_t open;
	int32_t close;

	text = str_sub(text, 0, DATELINE_MAX_BYTES);
	open = str_find(text, STR("("));
	close = str_find(text, STR(")"));
	if (open <= 0 || close <= open || str_find(str_sub(text, 0, (uint32_t) open), STR(". ")) >= 0)
		return STR_NONE;
	return str_sub(text, (uint32_t) open + 1, (uint32_t) (close - open - 1));
}

/* Returns the contents of the parentheses that end a text, after other words. */
static Str
closing_parentheses(Str text)
{
	Str inside = agency_closing_parentheses(text, DATELINE_MAX_BYTES - 1);

	return inside.len > 0 && inside.data > text.data + 1 ? inside : STR_NONE;
}

void
author_dateline(AuthorList *list, const Reader *reader, const Site *site)
{
	const Blocks *blocks = &reader->blocks;

	if (reader->body_end <= reader->body_first || reader->body_end > blocks->count)
		return;
	for (uint32_t i = reader->body_first; i < reader->body_end && i < reader->body_first + 2; i++)
		read_parentheses(list, reader, site, opening_parentheses(blocks->items[i].text));
	if (list->count == 0)
		read_parentheses(list, reader, site,
						 closing_parentheses(blocks->items[reader->body_end - 1].text));
}
