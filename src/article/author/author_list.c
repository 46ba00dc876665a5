/*
 * author_list.c
 *	  Lists of authors' names: each name once, with its kind and what the site makes of it.
 */
#include "article/author/author.h"

#include <stddef.h>

#include "base/utf8.h"
#include "text/char.h"
#include "text/compare.h"

/*
 * Are the names equal, or equal except for extra words at the end: "Anne Dupont", "Anne Dupont
 * Lyon"?
 */
bool
author_same_name(const AuthorName *a, const AuthorName *b)
{
	if (str_equal(a->key, b->key))
		return true;
	return a->kind == BYLINE_IS_PERSON && b->kind == BYLINE_IS_PERSON &&
		   (compare_contains(a->key, b->key) || compare_contains(b->key, a->key));
}

bool
author_list_has(const AuthorList *list, const AuthorName *name)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (author_same_name(&list->items[i], name))
			return true;
	return false;
}

void
author_list_init(AuthorList *list, const char *source, bool declared)
{
	memset(list, 0, offsetof(AuthorList, items));
	list->source = source;
	list->declared = declared;
}

/* "27281" is the number of an account. */
static bool
is_number(Str key)
{
	for (uint32_t i = 0; i < key.len; i++)
		if (!ascii_digit(key.data[i]))
			return false;
	return true;
}

void
author_list_add(AuthorList *list, Arena *arena, const Site *site, const Byline *byline)
{
	list->unread += byline->unread;
	for (uint32_t i = 0; i < byline->count && list->count < AUTHORS_MAX; i++)
	{
		AuthorName *item = &list->items[list->count];

		item->name = str_collapse(arena, byline->names[i].name);
		item->key = compare_key(arena, item->name);
		item->kind = byline->names[i].kind;
		item->is_site = item->kind != BYLINE_IS_AGENCY && site_is(site, arena, item->name);
		item->is_site_person =
			item->is_site && item->kind == BYLINE_IS_PERSON && byline_is_full_name(item->name);
		if (item->is_site)
			item->kind = BYLINE_IS_DESK;
		if (item->key.len == 0 || is_number(item->key) || author_list_has(list, item))
			continue;
		list->count++;
		if (item->kind != BYLINE_IS_PERSON)
			continue;
		list->people++;
		list->full_names += byline_is_full_name(item->name);
	}
}

Str
author_turned(Arena *arena, Str text, uint32_t comma)
{
	Str given = str_concat(arena, str_trim(str_sub(text, comma + 1, text.len)), STR(" "));

	return str_concat(arena, given, str_trim(str_sub(text, 0, comma)));
}

bool
author_in_capitals(const AuthorName *name)
{
	bool capital = false;

	if (name->kind != BYLINE_IS_PERSON || str_find(name->name, STR(" ")) < 0)
		return false;
	for (uint32_t i = 0; i < name->name.len;)
	{
		uint32_t c = utf8_next(name->name.data, name->name.len, &i);

		if (char_is(c, CHAR_IN(CHAR_LOWERCASE)))
			return false;
		capital |= char_is(c, CHAR_IN(CHAR_UPPERCASE));
	}
	return capital;
}
