/*
 * quote.h
 *	  Who said what: a text in, its quotations out in order, each with its speaker.
 *
 * Linear in the text. Invalid UTF-8 does no harm.
 */
#ifndef ARTICLE_FRENCH_QUOTE_H
#define ARTICLE_FRENCH_QUOTE_H

#include "base/str.h"

typedef enum QuoteKind
{
	QUOTE_DIRECT,	/* a sentence of the speaker's, in quotation marks */
	QUOTE_MIXED,	/* a part of one, within a sentence of the writer's */
	QUOTE_INDIRECT, /* without marks: il dit que ..., selon lui, ... */
	QUOTE_MENTION	/* in quotation marks, but nobody's words: a title, a nickname, irony */
} QuoteKind;

typedef struct Quote
{
	QuoteKind kind;
	Str text;	 /* without its marks; a slice of the whole */
	Str speaker; /* the fullest form of the name; data NULL if the text does not name anybody */
	Str role;	 /* function or title, or none */
	Str cue;	 /* the words that assign it: "a ajouté", "selon"; or none */
} Quote;

typedef struct Quotes
{
	Quote *items;
	uint32_t count;
	uint32_t size;
} Quotes;

/* The name of a kind, in lowercase. */
extern const char *quote_kind_name(QuoteKind kind);

extern void quotes_find(Quotes *quotes, Arena *arena, Str text);

#endif
