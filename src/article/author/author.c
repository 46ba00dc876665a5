/*
 * author.c
 *	  The authors of an article: combines metadata and the printed byline into a list of clean
 *	  names.
 *
 * People take precedence over agencies, agencies over newsrooms and sites; the article's own
 * JSON-LD over other metadata.  The printed byline is used if the metadata name nobody.
 */
#include "article/author/author.h"

#include <stddef.h>

#include "base/array.h"
#include "text/compare.h"
#include "html/url.h"

/*
 * Weight of a byline that is marked, or links to a profile, and is in a place typical of bylines.
 */
#define CERTAIN 4.5f

/*
 * Are the names equal, or equal except for extra words at the end: "Anne Dupont", "Anne Dupont
 * Lyon"?
 */
static bool
same_name(const AuthorName *a, const AuthorName *b)
{
	if (str_equal(a->key, b->key))
		return true;
	return a->kind == BYLINE_IS_PERSON && b->kind == BYLINE_IS_PERSON &&
		   (compare_contains(a->key, b->key) || compare_contains(b->key, a->key));
}

void
author_list_add(AuthorList *list, Arena *arena, const Site *site, const Byline *byline)
{
	for (uint32_t i = 0; i < byline->count && list->count < AUTHORS_MAX; i++)
	{
		AuthorName *item = &list->items[list->count];
		bool known = false;

		item->name = str_collapse(arena, byline->names[i].name);
		item->key = compare_key(arena, item->name);
		item->kind = byline->names[i].kind;
		item->is_site = item->kind != BYLINE_IS_AGENCY && site_is(site, arena, item->name);
		item->is_site_person =
			item->is_site && item->kind == BYLINE_IS_PERSON && byline_is_full_name(item->name);
		if (item->is_site)
			item->kind = BYLINE_IS_DESK;
		for (uint32_t k = 0; k < list->count && !known; k++)
			known = same_name(&list->items[k], item);
		if (known || item->key.len == 0)
			continue;
		list->count++;
		if (item->kind != BYLINE_IS_PERSON)
			continue;
		list->people++;
		list->full_names += byline_is_full_name(item->name);
	}
}

static void
add_text(AuthorList *list, Reader *reader, const Site *site, Str text)
{
	Byline byline;

	byline_read(&byline, text, BYLINE_DECLARED);
	author_list_add(list, reader->arena, site, &byline);
}

/* Facts after the body belong to teasers and comments. */
static bool
is_own(const Reader *reader, const Fact *fact)
{
	uint32_t end = reader->body_end;

	if ((fact->source != SOURCE_MICRODATA && fact->source != SOURCE_LINK) ||
		fact->node == PAGE_NONE || end >= reader->blocks.count)
		return true;
	return fact->node < reader->blocks.items[end].first;
}

static void
read_declared(AuthorList *list, Reader *reader, const Site *site, FactSource source)
{
	const Fact *fact;
	uint32_t i = 0;

	list->source = fact_source_name(source);
	list->declared = true;
	while ((fact = facts_next(&reader->facts, FACT_AUTHOR, &i)) != NULL)
		if (fact->source == source && is_own(reader, fact))
			add_text(list, reader, site, fact->text);
}

/*
 * Ranks a list: full names are best, then pseudonyms, agencies, newsrooms, and last the name of the
 * site itself.
 */
static int
worth(const AuthorList *list)
{
	int most = 0;

	if (list->full_names > 0)
		return 5;
	for (uint32_t i = 0; i < list->count; i++)
	{
		const AuthorName *name = &list->items[i];
		int own = name->is_site_person			   ? 2
				  : name->is_site				   ? 1
				  : name->kind == BYLINE_IS_DESK   ? 2
				  : name->kind == BYLINE_IS_AGENCY ? 3
												   : 4;

		most = own > most ? own : most;
	}
	return most;
}

static bool
has_name(const AuthorList *list, const AuthorName *name)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (str_equal(list->items[i].key, name->key))
			return true;
	return false;
}

/*
 * If the metadata name a newsroom, an agency or a person's own site, they are only overruled by a
 * certain byline that does not name it, too.  If they name any other site, any byline overrules
 * them.
 */
static bool
outdoes(const AuthorList *list, const AuthorList *best)
{
	if (!list->declared && list->weight < CERTAIN &&
		(worth(best) >= 2 || (best->count > 0 && best->items[0].is_site_person)))
		return false;
	if (best->count > 0 && !best->items[0].is_site && !list->declared &&
		has_name(list, &best->items[0]))
		return false;
	return worth(list) > worth(best);
}

/* The sources of metadata, most reliable first. */
static const FactSource declared_order[] = {
	SOURCE_JSON_LD,	  SOURCE_PARSELY, SOURCE_META, SOURCE_OPEN_GRAPH,	SOURCE_DUBLIN_CORE,
	SOURCE_MICRODATA, SOURCE_TWITTER, SOURCE_LINK, SOURCE_JSON_LD_OTHER};

#define NDECLARED lengthof(declared_order)

/*
 * The lists of a page: one per source of metadata, one for the printed byline, one for the
 * dateline.
 */
#define NLISTS (NDECLARED + 2)

static void
read_list(AuthorList *list, size_t i, Reader *reader, const Site *site)
{
	if (i < NDECLARED)
		read_declared(list, reader, site, declared_order[i]);
	else if (i == NDECLARED)
		author_printed(list, reader, site);
	else
		author_agency(list, reader, site);
}

static AuthorList *
empty_lists(Arena *arena)
{
	AuthorList *lists = arena_array(arena, AuthorList, NLISTS);

	for (size_t i = 0; i < NLISTS; i++)
		memset(&lists[i], 0, offsetof(AuthorList, items));
	return lists;
}

/*
 * Chooses the best list: that of the metadata, or that of the printed byline if the metadata
 * contain no full name of a person.
 */
static AuthorList *
choose(AuthorList *lists, Reader *reader, const Site *site)
{
	AuthorList *best = &lists[0];

	for (size_t i = 0; i < NLISTS; i++)
	{
		if (i <= NDECLARED || worth(best) < 3)
			read_list(&lists[i], i, reader, site);
		if (outdoes(&lists[i], best))
			best = &lists[i];
		if (best->full_names > 0)
			break;
	}
	return best;
}

/* Does the name consist of several words without a lowercase letter: "ANNE DUPONT"? */
static bool
is_in_capitals(const AuthorName *name)
{
	bool capital = false;

	if (name->kind != BYLINE_IS_PERSON || str_find(name->name, STR(" ")) < 0)
		return false;
	for (uint32_t i = 0; i < name->name.len; i++)
	{
		char c = name->name.data[i];

		if (c >= 'a' && c <= 'z')
			return false;
		capital |= c >= 'A' && c <= 'Z';
	}
	return capital;
}

/* If the chosen list has a name in uppercase, uses the spelling of another list. */
static void
respell(AuthorName *name, AuthorList *lists, Reader *reader, const Site *site)
{
	for (size_t i = 0; i < NLISTS; i++)
	{
		if (lists[i].source == NULL)
			read_list(&lists[i], i, reader, site);
		for (uint32_t k = 0; k < lists[i].count; k++)
		{
			const AuthorName *other = &lists[i].items[k];

			if (!str_equal(other->key, name->key) || is_in_capitals(other))
				continue;
			name->name = other->name;
			return;
		}
	}
}

static void
add_urls(Reader *reader)
{
	StrList found = reader->article.author_urls;
	StrList *urls = &reader->article.author_urls;
	const Fact *fact;
	uint32_t i = 0;

	memset(urls, 0, sizeof(*urls));
	while ((fact = facts_next(&reader->facts, FACT_AUTHOR_URL, &i)) != NULL)
		strlist_add(&found, reader->arena, fact->text);
	for (i = 0; i < found.count; i++)
	{
		Str url = url_resolve(reader->arena, reader->base_url, found.items[i]);

		if (url.data != NULL && !strlist_has(urls, url))
			strlist_add(urls, reader->arena, url);
	}
}

/*
 * Next to people, the name of the site is not an author; next to a printed byline, neither are
 * agencies and newsrooms.
 */
static bool
belongs(const AuthorList *list, const AuthorName *name)
{
	if (list->people == 0 || name->kind == BYLINE_IS_PERSON)
		return true;
	return !name->is_site && list->declared;
}

void
authors_read(Reader *reader)
{
	AuthorList *lists = empty_lists(reader->arena);
	AuthorList *list;
	Site site;

	site_read(&site, reader);
	list = choose(lists, reader, &site);
	for (uint32_t i = 0; i < list->count; i++)
	{
		if (!belongs(list, &list->items[i]))
			continue;
		if (is_in_capitals(&list->items[i]))
			respell(&list->items[i], lists, reader, &site);
		strlist_add(&reader->article.authors, reader->arena, list->items[i].name);
	}
	if (list->count > 0)
		reader->article.authors_source = list->source;
	add_urls(reader);
}
