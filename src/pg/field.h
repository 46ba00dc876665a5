/*
 * field.h
 *	  The fields of parsed_article and of the other row types, as datums.
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

/*
 * Stores one field of an article in *value; returns false if it is NULL.  Not for "related", which
 * needs a row type.
 */
extern bool field_datum(const Article *article, FieldId field, Datum *value);

/* Stores a string of the core as a text datum; returns false if it is missing or empty. */
extern bool field_text(Str text, Datum *value);

/* Stores a list of strings as a text[] in *value; returns false if it is empty. */
extern bool field_list(const StrList *list, Datum *value);

/* Sets one column of a row to a string or C string, or to NULL if there is none. */
extern void field_set_text(RowValues *row, int column, Str text);
extern void field_set_cstring(RowValues *row, int column, const char *text);

/* Sets the columns of an article_link. */
extern void field_link_values(const ArticleLink *link, RowValues *row);

/* Stores an article_link[] in *value; returns false if there are no links. */
extern bool field_links(const ArticleLink *links, uint32_t count, const RowMap *map, Datum *value);

#endif
