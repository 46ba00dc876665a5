/*
 * kind_name.c
 *	  Names for people of the kinds of facts, blocks and dates.
 */
#include "article/reader.h"

static const char *const fact_kinds[FACT_COUNT] = {
	[FACT_TITLE] = "title",
	[FACT_SUBTITLE] = "subtitle",
	[FACT_AUTHOR] = "author",
	[FACT_AUTHOR_URL] = "author url",
	[FACT_PUBLISHED] = "published",
	[FACT_MODIFIED] = "modified",
	[FACT_SITE_NAME] = "site name",
	[FACT_PUBLISHER] = "publisher",
	[FACT_URL] = "url",
	[FACT_LANGUAGE] = "language",
	[FACT_SECTION] = "section",
	[FACT_TAG] = "tag",
	[FACT_DESCRIPTION] = "description",
	[FACT_IMAGE] = "image",
	[FACT_BODY] = "body",
	[FACT_TYPE] = "type",
	[FACT_PAID] = "paid",
	[FACT_BREADCRUMB] = "breadcrumb",
	[FACT_AMP_URL] = "amp url",
	[FACT_NEXT_PAGE] = "next page",
	[FACT_PAID_PART] = "paid part",
};

static const char *const block_kinds[] = {
	[BLOCK_PARAGRAPH] = "paragraph", [BLOCK_HEADING] = "heading",
	[BLOCK_LIST_ITEM] = "list item", [BLOCK_QUOTE] = "quote",
	[BLOCK_TABLE_ROW] = "table row", [BLOCK_PREFORMATTED] = "preformatted",
	[BLOCK_CAPTION] = "caption",	 [BLOCK_TERM] = "term",
};

static const char *const date_roles[] = {
	[DATE_PUBLISHED] = "published",
	[DATE_MODIFIED] = "modified",
	[DATE_OTHER] = "other",
};

const char *
fact_kind_name(FactKind kind)
{
	return fact_kinds[kind];
}

const char *
block_kind_name(BlockKind kind)
{
	return block_kinds[kind];
}

const char *
date_role_name(DateRole role)
{
	return date_roles[role];
}
