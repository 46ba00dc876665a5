/*
 * author.h
 *	  Lists of authors' names, as collected from the metadata and from the printed page.
 */
#ifndef ARTICLE_AUTHOR_H
#define ARTICLE_AUTHOR_H

#include "article/reader.h"
#include "article/author/byline.h"
#include "article/declared/site.h"

typedef struct AuthorName
{
	Str name;
	Str key; /* its compare_key() */
	BylineKind kind;
	bool is_site;		 /* the site itself, or its publisher */
	bool is_site_person; /* … under what may be the name of the person who runs it */
} AuthorName;

/* More than a scientific paper has; see BYLINE_MAX_NAMES. */
#define AUTHORS_MAX 128

typedef struct AuthorList
{
	uint32_t count;
	uint32_t people;			   /* number of persons among them */
	uint32_t full_names;		   /* number of persons with more than one word */
	uint32_t unread;			   /* words of its bylines that are not names */
	bool declared;				   /* from metadata */
	const char *source;			   /* NULL: not read */
	AuthorName items[AUTHORS_MAX]; /* last, not initialized beyond count: most pages name one */
} AuthorList;

/* author_list.c */
extern void author_list_init(AuthorList *list, const char *source, bool declared);
/* Adds those names of a byline that the list does not have yet. */
extern void author_list_add(AuthorList *list, Arena *arena, const Site *site, const Byline *byline);
/* Are they the same person or organization? */
extern bool author_same_name(const AuthorName *a, const AuthorName *b);
/* Does the list contain the name, or one that differs only in extra words at its end? */
extern bool author_list_has(const AuthorList *list, const AuthorName *name);
/* "Dupont, Anne" as Anne Dupont; comma is the offset of the comma. */
extern Str author_turned(Arena *arena, Str text, uint32_t comma);
/* Does it consist of several words without a lowercase letter: "ANNE DUPONT"? */
extern bool author_in_capitals(const AuthorName *name);

/*
 * author_dateline.c: gets the agency that the body names: "LYON (AFP) -" at its start, "(AFP)" at
 * its end.
 */
extern void author_dateline(AuthorList *list, const Reader *reader, const Site *site);

/* author_rule.c: takes the authors that the site's rules find. */
extern void authors_obey(Reader *reader);

/* author_mark.c: how an element is recognized as holding an author. */
/* A bit for the first three letters of each word for author: few other words share them. */
#define AUTHOR_STARTS 32768
typedef struct AuthorStarts
{
	uint64_t marks[AUTHOR_STARTS / 64]; /* the words of kind AUTHOR_CUE */
	uint64_t all[AUTHOR_STARTS / 64];
} AuthorStarts;

/* Fills the bits from author_cues. */
extern void author_starts_init(AuthorStarts *starts);
/* Do the class, id, rel or itemprop of an element mark it as an author? */
extern bool author_is_marked(const Page *page, const AuthorStarts *starts, uint32_t node);
/* Do its rel, itemprop or property? */
extern bool author_is_declared(const Page *page, uint32_t node);
/* Does a link lead to an author's profile on the site: /author/anne-dupont? */
extern bool author_is_link(const Page *page, const Site *site, const AuthorStarts *starts,
						   uint32_t node);
/* Is the node in comments, teasers or navigation, where names are those of other people? */
extern bool author_is_elsewhere(const Page *page, uint32_t node);

/* author_cue_table.c: words of class names, ids and paths, sorted. */
typedef enum AuthorCueKind
{
	AUTHOR_CUE,		 /* means author, in class names and in paths */
	AUTHOR_CUE_PATH, /* … in paths only */
	AUTHOR_CUE_NOT	 /* the element is about the author: a biography, a portrait */
} AuthorCueKind;

typedef struct AuthorCue
{
	const char *word;
	AuthorCueKind kind;
} AuthorCue;

extern const AuthorCue author_cues[];
extern const uint32_t author_ncues;

#endif
