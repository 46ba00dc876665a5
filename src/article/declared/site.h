/*
 * site.h
 *	  Who publishes the page: the names it goes by, and whether a text is one of them.
 */
#ifndef ARTICLE_SITE_H
#define ARTICLE_SITE_H

#include "article/reader.h"

/* Distinct names a page declares for its site are seldom more than three. */
#define SITE_MAX_NAMES 8

typedef struct Site
{
	Str names[SITE_MAX_NAMES]; /* as declared */
	Str keys[SITE_MAX_NAMES];  /* their solid keys, see compare.h */
	uint32_t count;
	Str host; /* the telling part of the host name: "radio-canada" of ici.radio-canada.ca */
	Str host_key;
} Site;

/* Gathers the names of the site from the facts and the address of the page. */
extern void site_read(Site *site, const Reader *reader);

/* One more name, which the page shows as that of its site. */
extern void site_add(Site *site, Arena *arena, Str name);

/* True where a text is a name of the site, or resembles one: "Le Matin" on lematin.example. */
extern bool site_is(const Site *site, Arena *arena, Str text);

/* The name to show: as declared, the best source first; data NULL where nothing is declared. */
extern Str site_name(const Site *site);

#endif
