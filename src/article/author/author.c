/*
 * author.c
 *	  The authors of an article: chooses one of the lists that the page declares or prints, or none.
 *
 * A wrong name is worse than none: a list is taken only if it is more probable than ACCEPTED.
 */
#include "article/author/author_evidence.h"

#include <stddef.h>

#include "article/known.h"
#include "base/array.h"
#include "html/url.h"

/* The least probability of a list that is taken. */
#define ACCEPTED 0.3f

/* The publisher is not a wrong name. */
#define ACCEPTED_SITE 0.2f

/* With a full name and this probability, the metadata are believed without reading the page. */
#define CERTAIN 0.85f

/*
 * On a flat page, at least this share of the blocks has one parent; on no ordinary page is it even
 * 0.8.
 */
#define FLAT_SHARE 0.9f

/* Fewer blocks are those of a fragment or of a small page. */
#define FLAT_MIN_BLOCKS 12

/* The element that holds a block's own, or its lines of text. */
static uint32_t
parent_of(const Reader *reader, uint32_t block)
{
	uint32_t node = reader->blocks.items[block].node;

	return reader->page.nodes[node].tag == TAG_p ? reader->page.nodes[node].parent : node;
}

/* Do the metadata name a person in full, and surely? */
static bool
is_settled(const AuthorEvidence *evidence)
{
	uint32_t best = author_best(evidence);
	const AuthorList *list = &evidence->declared[best].list;

	if (best >= evidence->ndeclared || list->full_names == 0)
		return false;
	for (uint32_t i = 0; i < list->count; i++)
		if (author_in_capitals(&list->items[i]))
			return false; /* the page may spell it in mixed case */
	return author_probability(evidence, list) >= CERTAIN;
}

/* Do nearly all blocks have one parent, as those of a text without tags? */
static bool
is_flat(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t alike = 0;
	uint32_t parent;

	if (blocks->count < FLAT_MIN_BLOCKS)
		return false;
	parent = parent_of(reader, blocks->count / 2);
	for (uint32_t i = 0; i < blocks->count; i++)
		alike += parent_of(reader, i) == parent;
	return alike >= blocks->count * FLAT_SHARE;
}

void
author_collect(AuthorEvidence *evidence, Reader *reader, bool all_places)
{
	memset(evidence, 0, offsetof(AuthorEvidence, starts));
	evidence->reader = reader;
	evidence->declared = arena_array(reader->arena, AuthorDeclared, AUTHOR_DECLARED_MAX);
	site_read(&evidence->site, reader);
	evidence->flat = is_flat(reader);
	author_read_declared(evidence);
	author_score_all(evidence);
	if (!all_places && is_settled(evidence))
		return;
	author_read_places(evidence);
	author_score_all(evidence);
}

/* Gets the best list; adds the addresses of a printed byline's links to urls. */
static const AuthorList *
choose(const AuthorEvidence *evidence, StrList *urls)
{
	uint32_t best = author_best(evidence);
	AuthorList *list;

	if (best == evidence->ndeclared + evidence->nplaces)
		return NULL;
	if (best < evidence->ndeclared)
		return &evidence->declared[best].list;
	list = arena_new(evidence->reader->arena, AuthorList);
	author_take_place(list, evidence, best - evidence->ndeclared, urls);
	return list;
}

/* Uses the spelling of another list for a name in uppercase. */
static Str
respelled(const AuthorEvidence *evidence, const AuthorName *name)
{
	for (uint32_t i = 0; i < evidence->ndeclared; i++)
		for (uint32_t k = 0; k < evidence->declared[i].list.count; k++)
		{
			const AuthorName *other = &evidence->declared[i].list.items[k];

			if (str_equal(other->key, name->key) && !author_in_capitals(other))
				return other->name;
		}
	for (uint32_t i = 0; i < evidence->nplaces; i++)
	{
		AuthorName other = {.name = evidence->places[i].byline.names[0].name,
							.key = evidence->places[i].key};

		if (str_equal(other.key, name->key) && !author_in_capitals(&other))
			return other.name;
	}
	return name->name;
}

static void
add_urls(Reader *reader, StrList printed)
{
	StrList found = printed;
	StrList *urls = &reader->article.author_urls;
	const Fact *fact;
	uint32_t i = 0;

	while ((fact = facts_next(&reader->facts, FACT_AUTHOR_URL, &i)) != NULL)
		strlist_add(&found, reader->arena, fact->text);
	for (i = 0; i < found.count; i++)
	{
		Str url = url_resolve(reader->arena, reader->base_url, found.items[i]);

		if (url.data != NULL && !strlist_has(urls, url))
			strlist_add(urls, reader->arena, url);
	}
}

/* Do the metadata name them?  A dateline is printed: "Anne Dupont (avec AFP)" may be one. */
static bool
is_declared(const AuthorEvidence *evidence, const AuthorName *name)
{
	for (uint32_t i = 0; i < evidence->ndeclared; i++)
		if (!author_noted(&evidence->declared[i].features, AUTHOR_DATELINE) &&
			author_list_has(&evidence->declared[i].list, name))
			return true;
	return false;
}

/*
 * Next to people, the name of the site is not an author; of a printed byline, neither are agencies
 * and newsrooms that the metadata do not name.
 */
static bool
belongs(const AuthorEvidence *evidence, const AuthorList *list, const AuthorName *name)
{
	if (list->people == 0 || name->kind == BYLINE_IS_PERSON)
		return true;
	return !name->is_site && (list->declared || is_declared(evidence, name));
}

/* Does the list name nobody but the publisher? */
static bool
is_site_only(const AuthorList *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (!list->items[i].is_site)
			return false;
	return true;
}

static void
take_known(Reader *reader)
{
	reader->article.authors = reader->options->known->authors;
	reader->article.authors_source = ARTICLE_KNOWN_SOURCE;
	reader->article.confidence_authors = 1;
	add_urls(reader, (StrList){0});
}

static void
read_evidence(Reader *reader)
{
	AuthorEvidence evidence;
	StrList urls = {0};
	const AuthorList *list;
	float probability;

	author_collect(&evidence, reader, false);
	list = choose(&evidence, &urls);
	probability = list != NULL ? author_probability(&evidence, list) : 0;
	if (probability < (list != NULL && is_site_only(list) ? ACCEPTED_SITE : ACCEPTED))
	{
		add_urls(reader, (StrList){0});
		return;
	}
	for (uint32_t i = 0; i < list->count; i++)
	{
		const AuthorName *name = &list->items[i];

		if (belongs(&evidence, list, name))
			strlist_add(&reader->article.authors, reader->arena,
						author_in_capitals(name) ? respelled(&evidence, name) : name->name);
	}
	reader->article.authors_source = list->source;
	reader->article.confidence_authors = author_calibrated(&evidence, probability);
	add_urls(reader, urls);
}

void
authors_read(Reader *reader)
{
	if (reader->options->known->authors.count > 0)
	{
		take_known(reader);
		return;
	}
	read_evidence(reader);
	if (reader->ruling != NULL)
		authors_obey(reader);
}
