/*
 * author_declared.c
 *	  The authors that the metadata name: a list for each source, with its features.
 */
#include "article/author/author_evidence.h"

#include "article/author/given_name.h"
#include "base/array.h"
#include "base/utf8.h"
#include "text/char.h"

/* An element this many blocks after the title's is near it. */
#define NEAR_TITLE 6

/* Texts that all have one comma after one word: a list of names as libraries write them. */
#define CATALOGUE_TEXTS 3

/* From this number of names on, a list is one of contributors or of other articles. */
#define MANY_NAMES 5

/* The sources of metadata, most reliable first. */
static const struct
{
	FactSource source;
	AuthorFeature feature;
} sources[] = {
	{FACT_SOURCE_JSON_LD, AUTHOR_JSON_LD},
	{FACT_SOURCE_PARSELY, AUTHOR_PARSELY},
	{FACT_SOURCE_META, AUTHOR_META},
	{FACT_SOURCE_OPEN_GRAPH, AUTHOR_OPEN_GRAPH},
	{FACT_SOURCE_DUBLIN_CORE, AUTHOR_DUBLIN_CORE},
	{FACT_SOURCE_MICRODATA, AUTHOR_MICRODATA},
	{FACT_SOURCE_TWITTER, AUTHOR_TWITTER},
	{FACT_SOURCE_LINK, AUTHOR_REL_AUTHOR},
	{FACT_SOURCE_JSON_LD_OTHER, AUTHOR_JSON_LD_OTHER},
};

_Static_assert(lengthof(sources) < AUTHOR_DECLARED_MAX, "the dateline is added to them");

static bool
is_element(FactSource source)
{
	return source == FACT_SOURCE_MICRODATA || source == FACT_SOURCE_LINK;
}

/* Facts after the body belong to teasers and comments. */
static bool
is_own(const Reader *reader, const Fact *fact)
{
	uint32_t end = reader->body_end;

	if (!is_element(fact->source) || fact->node == PAGE_NONE || end >= reader->blocks.count)
		return true;
	return fact->node < reader->blocks.items[end].first;
}

/* The only comma of a text that may be a name as libraries write it, "Dupont, Anne", or 0. */
static uint32_t
comma_of(Str text)
{
	int32_t comma = str_find(text, STR(","));

	if (comma <= 0 || str_find(str_sub(text, (uint32_t) comma + 1, text.len), STR(",")) >= 0)
		return 0;
	return str_find(str_trim(str_sub(text, 0, (uint32_t) comma)), STR(" ")) < 0 ? (uint32_t) comma
																				: 0;
}

/* Does a given name or an initial follow the comma, and no given name precede it? */
static bool
is_turned(const Reader *reader, Str text, uint32_t comma, bool catalogue)
{
	Str turned = author_turned(reader->arena, text, comma);
	Str straight = str_concat(reader->arena, str_trim(str_sub(text, 0, comma)), STR(" "));

	straight = str_concat(reader->arena, straight, turned);
	return (catalogue || !given_name_begins(straight)) &&
		   (given_name_begins(turned) || given_name_is_initial(turned));
}

/*
 * Does a source write names as libraries do?  Then each of its texts has one comma after one word.
 * There are several, or one tells where the given name is: "Dupont, Anne", not "Momo, Zaza", and
 * "Rose, Anne" only in Dublin Core, which is a library's vocabulary.
 */
static bool
is_catalogue(const Reader *reader, FactSource source)
{
	const Fact *fact;
	uint32_t at = 0;
	uint32_t count = 0;
	bool told = false;

	while ((fact = facts_next(&reader->facts, FACT_AUTHOR, &at)) != NULL)
	{
		uint32_t comma;

		if (fact->source != source || !is_own(reader, fact))
			continue;
		comma = comma_of(fact->text);
		if (comma == 0)
			return false;
		told |= is_turned(reader, fact->text, comma, source == FACT_SOURCE_DUBLIN_CORE);
		count++;
	}
	return told || count >= CATALOGUE_TEXTS;
}

static void
add_text(AuthorEvidence *evidence, AuthorList *list, Str text, bool turned)
{
	Byline byline;

	if (turned)
		text = author_turned(evidence->reader->arena, text, comma_of(text));
	byline_read(&byline, text, BYLINE_DECLARED);
	author_list_add(list, evidence->reader->arena, &evidence->site, &byline);
}

/* Where the element of the first fact is. */
static void
note_element(const AuthorEvidence *evidence, AuthorFeatures *features, uint32_t node)
{
	const Reader *reader = evidence->reader;
	uint32_t title = reader->title_block;

	if (node == PAGE_NONE)
		return;
	author_note_if(features, AUTHOR_IN_SIDE, author_is_elsewhere(&reader->page, node));
	if (title == PAGE_NONE)
		return;
	if (node < reader->blocks.items[title].first)
		author_note(features, AUTHOR_OVER_TITLE);
	else if (title + NEAR_TITLE >= reader->blocks.count ||
			 node < reader->blocks.items[title + NEAR_TITLE].first)
		author_note(features, AUTHOR_AT_TITLE);
}

/* Notes the best kind of name in the list. */
static void
note_kind(AuthorFeatures *features, const AuthorList *list)
{
	bool word = list->people > 0;
	bool agency = false;
	bool site_person = false;
	bool newsroom = false;

	for (uint32_t i = 0; i < list->count; i++)
	{
		agency |= list->items[i].kind == BYLINE_IS_AGENCY;
		site_person |= list->items[i].is_site_person;
		newsroom |= list->items[i].kind == BYLINE_IS_DESK && !list->items[i].is_site;
	}
	if (list->full_names > 0)
		author_note(features, AUTHOR_FULL_NAME);
	else
		author_note(features, word			? AUTHOR_PSEUDONYM
							  : agency		? AUTHOR_AGENCY
							  : newsroom	? AUTHOR_NEWSROOM
							  : site_person ? AUTHOR_SITE_PERSON
											: AUTHOR_SITE);
	author_note_if(features, AUTHOR_MIXED, list->people > 0 && list->people < list->count);
}

static void
note_names(AuthorFeatures *features, const AuthorList *list)
{
	Str name = list->items[0].name;
	uint32_t at = 0;

	note_kind(features, list);
	if (list->count > 1)
		author_note(features, list->count < MANY_NAMES ? AUTHOR_SEVERAL : AUTHOR_MANY);
	author_note_if(features, AUTHOR_NOT_READ, list->unread > 0);
	author_note_if(features, AUTHOR_GIVEN_NAME,
				   list->items[0].kind == BYLINE_IS_PERSON && given_name_begins(name));
	author_note_if(features, AUTHOR_SMALL,
				   char_is(utf8_next(name.data, name.len, &at), CHAR_IN(CHAR_LOWERCASE)));
	for (uint32_t i = 0; i < name.len; i++)
		author_note_if(features, AUTHOR_DIGITS, ascii_digit(name.data[i]));
}

static void
note_source(AuthorFeatures *features, AuthorFeature source)
{
	author_note(features, source);
	if (!author_noted(features, AUTHOR_FULL_NAME))
		return;
	author_note_if(features, AUTHOR_FULL_IN_JSON_LD, source == AUTHOR_JSON_LD);
	author_note_if(features, AUTHOR_FULL_IN_META,
				   source == AUTHOR_META || source == AUTHOR_PARSELY ||
					   source == AUTHOR_OPEN_GRAPH || source == AUTHOR_DUBLIN_CORE);
	author_note_if(features, AUTHOR_FULL_IN_ELEMENT,
				   source == AUTHOR_MICRODATA || source == AUTHOR_REL_AUTHOR);
}

static bool
is_agreed(const AuthorEvidence *evidence, const AuthorList *list)
{
	for (uint32_t i = 0; i < evidence->ndeclared; i++)
		if (author_list_has(&evidence->declared[i].list, &list->items[0]))
			return true;
	return false;
}

/* Keeps the list if it names somebody. */
static void
finish_list(AuthorEvidence *evidence, AuthorDeclared *declared, AuthorFeature source)
{
	if (declared->list.count == 0)
		return;
	note_names(&declared->features, &declared->list);
	note_source(&declared->features, source);
	author_note_if(&declared->features, AUTHOR_AGREED, is_agreed(evidence, &declared->list));
	evidence->ndeclared++;
}

static void
read_source(AuthorEvidence *evidence, size_t i)
{
	AuthorDeclared *declared = &evidence->declared[evidence->ndeclared];
	bool turned = is_catalogue(evidence->reader, sources[i].source);
	const Fact *fact;
	uint32_t at = 0;

	author_list_init(&declared->list, fact_source_name(sources[i].source), true);
	memset(&declared->features, 0, sizeof(declared->features));
	while ((fact = facts_next(&evidence->reader->facts, FACT_AUTHOR, &at)) != NULL)
		if (fact->source == sources[i].source && is_own(evidence->reader, fact))
		{
			if (declared->list.count == 0 && is_element(fact->source))
				note_element(evidence, &declared->features, fact->node);
			add_text(evidence, &declared->list, fact->text, turned);
		}
	finish_list(evidence, declared, sources[i].feature);
}

static void
read_dateline(AuthorEvidence *evidence)
{
	AuthorDeclared *declared = &evidence->declared[evidence->ndeclared];

	author_list_init(&declared->list, "dateline", false);
	memset(&declared->features, 0, sizeof(declared->features));
	author_dateline(&declared->list, evidence->reader, &evidence->site);
	finish_list(evidence, declared, AUTHOR_DATELINE);
}

static void
note_nobody(AuthorEvidence *evidence)
{
	AuthorFeatures *nobody = &evidence->nobody;
	bool person = false;
	bool other = false;

	for (uint32_t i = 0; i < evidence->ndeclared; i++)
	{
		person |= evidence->declared[i].list.full_names > 0;
		other |= !author_noted(&evidence->declared[i].features, AUTHOR_SITE);
	}
	author_note(nobody, AUTHOR_NOBODY);
	author_note_if(nobody, AUTHOR_NOBODY_PERSON_DECLARED, person);
	author_note_if(nobody, AUTHOR_NOBODY_OTHER_DECLARED, !person && other);
	author_note_if(nobody, AUTHOR_NOBODY_SITE_DECLARED,
				   !person && !other && evidence->ndeclared > 0);
	author_note_if(nobody, AUTHOR_NOBODY_UNTITLED, evidence->reader->title_block == PAGE_NONE);
}

void
author_read_declared(AuthorEvidence *evidence)
{
	evidence->ndeclared = 0;
	if (evidence->reader->facts.of_kind[FACT_AUTHOR] > 0)
		for (size_t i = 0; i < lengthof(sources); i++)
			read_source(evidence, i);
	read_dateline(evidence);
	note_nobody(evidence);
}
