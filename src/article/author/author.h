/*
 * author.h
 *	  Names of authors as they are gathered: from the metadata, and from the printed page.
 */
#ifndef ARTICLE_AUTHOR_H
#define ARTICLE_AUTHOR_H

#include "article/reader.h"
#include "article/author/byline.h"
#include "article/declared/site.h"

typedef struct AuthorName
{
	Str name;
	Str key; /* compare_key() of it */
	BylineKind kind;
	bool is_site;		 /* the site itself, or its publisher */
	bool is_site_person; /* … by a name that may be that of a person who keeps it */
} AuthorName;

/* More than a scientific paper's; see BYLINE_MAX_NAMES. */
#define AUTHORS_MAX 128

typedef struct AuthorList
{
	uint32_t count;
	uint32_t people;	 /* of these, how many are persons */
	uint32_t full_names; /* of these, how many by more than one word */
	bool declared;		 /* by metadata */
	float weight;		 /* of a printed byline: how sure it is one, see author_printed.c */
	const char *source;
	AuthorName items[AUTHORS_MAX]; /* last, and not set beyond count: most pages name one author */
} AuthorList;

/* Adds the names of a byline that the list has not yet. */
extern void author_list_add(AuthorList *list, Arena *arena, const Site *site, const Byline *byline);

/* author_printed.c: the byline that the page prints near its headline or behind its body; its links go to author_urls. */
extern void author_printed(AuthorList *list, Reader *reader, const Site *site);

/* author_agency.c: the agency that the body names: "LYON (AFP) -" at its start, "(AFP)" at its end. */
extern void author_agency(AuthorList *list, const Reader *reader, const Site *site);

/* author_mark.c: what says of an element that it holds an author. */
/* The first three letters of the words that say so, as bits: few other words share them. */
#define AUTHOR_STARTS 32768
typedef struct AuthorStarts
{
	uint64_t marks[AUTHOR_STARTS / 64]; /* of AUTHOR_CUE */
	uint64_t all[AUTHOR_STARTS / 64];
} AuthorStarts;

extern void author_starts_init(AuthorStarts *starts);
/* By class, id, rel or itemprop. */
extern bool author_is_marked(const Page *page, const AuthorStarts *starts, uint32_t node);
/* Leads to a profile on the site: /author/anne-dupont. */
extern bool author_is_link(const Page *page, const Site *site, const AuthorStarts *starts,
						   uint32_t node);
/* In comments, teasers, navigation: somebody else's name. */
extern bool author_is_elsewhere(const Page *page, uint32_t node);

/* author_cue_table.c: words of class names, ids and paths, sorted. */
typedef enum AuthorCueKind
{
	AUTHOR_CUE,		 /* names an author, in class names and in paths */
	AUTHOR_CUE_PATH, /* in paths only */
	AUTHOR_CUE_NOT	 /* the element holds something else of his: a biography, a portrait */
} AuthorCueKind;

typedef struct AuthorCue
{
	const char *word;
	AuthorCueKind kind;
} AuthorCue;

extern const AuthorCue author_cues[];
extern const uint32_t author_ncues;

#endif
