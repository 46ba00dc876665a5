/*
 * field.c
 *	  Converts struct Article to datums: what SQL sees of each field, in the server's encoding.
 *	  What the page does not state is NULL; there are no empty strings and no empty arrays.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

#include "pg/extra.h"
#include "pg/field.h"
#include "pg/servertext.h"
#include "pg/zone.h"

const RowColumn article_columns[FIELD_COUNT] = {
#define FIELD(name, type) {#name, type},
#include "pg/field_list.h"
#undef FIELD
};

const RowColumn link_columns[LINK_COLUMNS] = {
	{"url", TEXTOID}, {"text", TEXTOID}, {"place", TEXTOID}};

bool
field_text(Str text, Datum *value)
{
	if (text.data == NULL || text.len == 0)
		return false;
	*value = servertext_datum(text);
	return true;
}

void
field_set_text(RowValues *row, int column, Str text)
{
	row->isnull[column] = !field_text(text, &row->value[column]);
}

void
field_set_cstring(RowValues *row, int column, const char *text)
{
	field_set_text(row, column, text != NULL ? str_cstr(text) : STR_NONE);
}

bool
field_list(const StrList *list, Datum *value)
{
	Datum *elements;

	if (list->count == 0)
		return false;
	elements = palloc(sizeof(Datum) * list->count);
	for (uint32_t i = 0; i < list->count; i++)
		elements[i] = servertext_datum(list->items[i]);
	*value = PointerGetDatum(
		construct_array(elements, (int) list->count, TEXTOID, -1, false, TYPALIGN_INT));
	return true;
}

void
field_link_values(const ArticleLink *link, RowValues *row)
{
	field_set_text(row, 0, link->url);
	field_set_text(row, 1, link->text);
	field_set_cstring(row, 2, link->place);
}

bool
field_links(const ArticleLink *links, uint32_t count, const RowMap *map, Datum *value)
{
	Datum *elements;

	if (count == 0)
		return false;
	elements = palloc(sizeof(Datum) * count);
	for (uint32_t i = 0; i < count; i++)
	{
		RowValues row;

		field_link_values(&links[i], &row);
		elements[i] = row_datum(map, &row);
	}
	*value = PointerGetDatum(
		construct_array(elements, (int) count, map->desc->tdtypeid, -1, false, TYPALIGN_DOUBLE));
	return true;
}

bool
field_datum(const Article *article, FieldId field, Datum *value)
{
	switch (field)
	{
		case FIELD_title:
			return field_text(article->title, value);
		case FIELD_subtitle:
			return field_text(article->subtitle, value);
		case FIELD_authors:
			return field_list(&article->authors, value);
		case FIELD_published_at:
			return zone_timestamp(&article->published, value);
		case FIELD_modified_at:
			return zone_timestamp(&article->modified, value);
		case FIELD_site_name:
			return field_text(article->site_name, value);
		case FIELD_url:
			return field_text(article->url, value);
		case FIELD_language:
			return field_text(article->language, value);
		case FIELD_section:
			return field_text(article->section, value);
		case FIELD_tags:
			return field_list(&article->tags, value);
		case FIELD_description:
			return field_text(article->description, value);
		case FIELD_image_url:
			return field_text(article->image_url, value);
		case FIELD_body:
			return field_text(article->body, value);
		case FIELD_paywalled:
			*value = BoolGetDatum(article->paywalled);
			return true;
		case FIELD_confidence:
			*value = Float4GetDatum(article->confidence);
			return true;
		case FIELD_extra:
			*value = extra_datum(article);
			return true;
		case FIELD_related:
		case FIELD_COUNT:
			break;
	}
	return false;
}
