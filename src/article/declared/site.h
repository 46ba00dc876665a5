/*
 * site.h
 *	  Who publishes the page: its names, and whether a text is one of them.
 */
#ifndef ARTICLE_SITE_H
#define ARTICLE_SITE_H

#include "article/reader.h"

/* Pages seldom declare more than three distinct names of their site. */
#define SITE_MAX_NAMES 8

typedef struct Site
{
	Str names[SITE_MAX_NAMES]; /* as declared */
	Str keys[SITE_MAX_NAMES];  /* their solid keys, see compare.h */
	uint32_t count;
	Str url;  /* the page's address; an archived page's own one */
	Str host; /* the distinctive part of the host name: "radio-canada" of ici.radio-canada.ca */
	Str host_key;
} Site;

/* Collects the names of the site from the facts and the address of the page. */
extern void site_read(Site *site, const Reader *reader);

/* Does the address of a link lead to the home page of the site? */
extern bool site_is_home(const Reader *reader, Str href);

/* Adds a name that the page shows as that of its site. */
extern void site_add(Site *site, Arena *arena, Str name);

/* Is a text a name of the site, or similar to one: "Le Matin" on lematin.example? */
extern bool site_is(const Site *site, Arena *arena, Str text);

/* Is it a name of the site to the letter? */
extern bool site_is_called(const Site *site, Arena *arena, Str text);

/* Does the last part of the page's address begin with these words: "lyon-une-halle-rouvre"? */
extern bool site_address_begins(const Site *site, Arena *arena, Str text);

/* Returns the name to show: as declared, from the best source; data NULL if none is declared. */
extern Str site_name(const Site *site);

#endif
