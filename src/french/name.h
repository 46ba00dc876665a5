/*
 * name.h
 *	  The people, places and organisations that a text names: a text in; each with all its mentions
 *	  out.
 *
 * Precision first: a name is given only if the text or the lists tell what it names. Linear in the
 * text; at most NAMES_MAX names are told apart. Invalid UTF-8 does no harm.
 */
#ifndef ARTICLE_FRENCH_NAME_H
#define ARTICLE_FRENCH_NAME_H

#include "french/name_alike.h"

#define NAMES_MAX 4096 /* more than any article has; of a longer text, the first ones */

typedef enum NameKind
{
	NAME_UNKNOWN,
	NAME_PERSON,
	NAME_PLACE_NAME,
	NAME_ORGANISATION_NAME
} NameKind;

typedef struct TextName
{
	NameKind kind;
	Str full; /* its fullest form, without title */
	Str role; /* of a person: function or title, or none */
	uint32_t mentions;
	int evidence[4]; /* for each kind */
	Str head;		 /* the noun of the role: porte-parole */
	uint32_t hash;	 /* of its family name (name.c) ... */
	uint32_t next;	 /* ... and the next name in the same slot, plus 1; 0 if there is none */
	NameBits given;	 /* of the first word of `full` ... */
	NameBits family; /* ... and of its last one */
} TextName;

typedef struct NameMention
{
	Str text;	   /* a slice of the whole */
	uint32_t name; /* number of the name */
} NameMention;

typedef struct Names
{
	TextName *items; /* in the order of their first mention */
	uint32_t count;
	NameMention *mentions;
	uint32_t mention_count;
	uint32_t mention_size;
} Names;

/* "person", "place" or "organisation"; NULL for a name whose kind is not clear. */
extern const char *name_kind_name(NameKind kind);

extern void names_find(Names *names, Arena *arena, Str text);

#endif
