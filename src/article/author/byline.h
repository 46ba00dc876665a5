/*
 * byline.h
 *	  The names in a byline: "Par Anne Dupont et Jean-Luc Roy (avec AFP), envoyés spéciaux à Lyon".
 *
 * Text in, names out.  Knows words (byline_word_list.h), not pages: where a byline stands is author.c's
 * affair.  A name comes out as printed, without titles, places, dates, addresses and handles.
 */
#ifndef ARTICLE_BYLINE_H
#define ARTICLE_BYLINE_H

#include "base/str.h"

typedef enum BylineTrust
{
	BYLINE_PRINTED, /* any text of the page: only what looks like the name of a person or agency */
	BYLINE_MARKED,	/* text that the page marks as its byline: a single word may be a name */
	BYLINE_DECLARED /* metadata: pseudonyms and names of houses too */
} BylineTrust;

typedef enum BylineKind
{
	BYLINE_IS_PERSON,
	BYLINE_IS_AGENCY, /* AFP, Reuters */
	BYLINE_IS_DESK	  /* a newsroom, site or house: the only author that some pages state */
} BylineKind;

typedef struct BylineName
{
	Str name; /* a slice of the byline */
	BylineKind kind;
} BylineName;

/* Longer lists are those of scientific papers; nobody filters a column by its 65th author. */
#define BYLINE_MAX_NAMES 64

typedef struct Byline
{
	BylineName names[BYLINE_MAX_NAMES];
	uint32_t count;
	uint32_t unread; /* words that are no name, nor of a kind that bylines hold */
	bool cued;		 /* a word such as Par, By or Von introduced the names */
	bool photos;	 /* names a maker of pictures, a translator …: those are left out of names */
} Byline;

/* Reads a byline, white space collapsed; of a sentence, which names nobody, only the beginning. Linear in the text, of which at
 * most 4 KB are read. */
extern void byline_read(Byline *byline, Str text, BylineTrust trust);

/* "Autor", "Texte :" and nothing else: the names stand in the next block. */
extern bool byline_is_label(Str text);

/* More than one word, initials, or a name in a script that needs no spaces. */
extern bool byline_is_full_name(Str name);

#endif
