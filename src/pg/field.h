/*
 * field.h
 *	  The fields of parsed_article and of the row types beside it, as datums.
 */
#ifndef ARTICLE_PG_FIELD_H
#define ARTICLE_PG_FIELD_H

#include "pg/core.h"
#include "pg/row.h"

typedef enum FieldId
{
#define FIELD(name, type) FIELD_##name,
#include "pg/field_list.h"
#undef FIELD
	FIELD_COUNT
} FieldId;

extern const RowColumn article_columns[FIELD_COUNT];

#define LINK_COLUMNS 3
extern const RowColumn link_columns[LINK_COLUMNS];

/* One field of an article; false where it is NULL.  Not for related, which needs a row type. */
extern bool field_datum(const Article *article, FieldId field, Datum *value);

/* A string of the core as a text datum; false where there is none, or nothing in it. */
extern bool field_text(Str text, Datum *value);

/* Sets one column of a row to a string, a C string, or NULL where there is none. */
extern void field_set_text(RowValues *row, int column, Str text);
extern void field_set_cstring(RowValues *row, int column, const char *text);

/* The columns of an article_link. */
extern void field_link_values(const ArticleLink *link, RowValues *row);

/* article_link[]; false where there are none. */
extern bool field_links(const ArticleLink *links, uint32_t count, const RowMap *map, Datum *value);

#endif
