/*
 * byline.h
 *	  The names in a byline: "Par Anne Dupont et Jean-Luc Roy (avec AFP), envoyés spéciaux à Lyon".
 *
 * Knows words (byline_word_list.h), not pages: author.c finds out where bylines are.  Names are
 * returned as printed, without titles, places, dates, addresses and handles.
 */
#ifndef ARTICLE_BYLINE_H
#define ARTICLE_BYLINE_H

#include "base/str.h"

typedef enum BylineTrust
{
	BYLINE_PRINTED, /* any text of the page: only what looks like a person or an agency */
	BYLINE_MARKED,	/* text that the page marks as its byline: a single word may be a name */
	BYLINE_DECLARED /* metadata: also pseudonyms and names of organizations */
} BylineTrust;

typedef enum BylineKind
{
	BYLINE_IS_PERSON,
	BYLINE_IS_AGENCY, /* AFP, Reuters */
	BYLINE_IS_DESK	  /* a newsroom, site or organization: some pages state no other author */
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
	uint32_t unread;  /* words that are neither names nor typical of bylines */
	bool cued;		  /* a word such as Par, By or Von introduced the names */
	bool cued_weakly; /* no other word than von, di, de … did, or a colon after several words */
	bool told;		  /* other words came before the names: "Journal fondé par", "Concert :" */
	bool by_office;	  /* the cue was a job and a colon: "Directrice :" */
	bool job;		  /* names a job: journaliste, reporter */
	bool address;	  /* holds an e-mail address, URL or handle */
	bool photos;	  /* credits a photographer, translator …, who are not in names */
} Byline;

/*
 * Reads a byline whose white space is collapsed.  A sentence names nobody, and only its beginning
 * is read.  Takes linear time; at most 4 KB of the text are read.
 */
extern void byline_read(Byline *byline, Str text, BylineTrust trust);

/*
 * Drops single words next to full names: the places they write from, as in "Anne Dupont, Berlin",
 * and buttons.
 */
extern void byline_drop_places(Byline *byline);

/* Is the text just a label, such as "Autor" or "Texte :"?  Then the names are in the next block. */
extern bool byline_is_label(Str text);

/* Does the name have several words or initials, or is it in a script without spaces? */
extern bool byline_is_full_name(Str name);

#endif
