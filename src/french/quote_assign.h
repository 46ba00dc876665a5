/*
 * quote_assign.h
 *	  To whom the words in a pair of quotation marks belong, if to anybody.
 */
#ifndef ARTICLE_FRENCH_QUOTE_ASSIGN_H
#define ARTICLE_FRENCH_QUOTE_ASSIGN_H

#include "french/quote.h"
#include "french/quote_mark.h"
#include "french/quote_people.h"
#include "french/quote_verb.h"

/* What a mark was assigned. */
typedef struct Assignment
{
	bool quotes; /* it quotes somebody */
	bool weak;	 /* by no verb of speech, so that what follows is not taken for his as well */
	Speaker speaker;
	Str cue;
} Assignment;

/* Who is named by "selon Anne Petit", "d'après elle", "pour Jean Roy,". */
typedef struct QuoteAbout
{
	bool found;
	Speaker speaker;
	uint32_t start; /* items of the whole phrase */
	uint32_t end;
	Str cue; /* selon */
} QuoteAbout;

/* The search in one text. */
typedef struct QuoteSearch
{
	Arena *arena;
	Str text;
	Quotes *quotes;
	QuoteMarks marks;
	uint32_t mark; /* the first mark that no sentence has had */
	QuotePeople *people;
	uint32_t number; /* of the sentence, from 1 */
	QuoteItems *items;
	QuoteVerbs *verbs;
	QuoteSentence sentence;
	QuoteItems *inner_items; /* room for the words of one mark */
	QuoteVerbs *inner_verbs;
	QuoteAbout about;
} QuoteSearch;

/* The text of the mark at item i. */
extern Str quote_mark_text(const QuoteSearch *search, uint32_t i);

/* Assigns the mark at item i. */
extern Assignment quote_assign(const QuoteSearch *search, uint32_t i);

/* "...", a dit Anne Petit: the same, if an insertion right after the mark says so. */
extern bool quote_assign_by_insertion(const QuoteSearch *search, uint32_t i, Assignment *to);

/* Finds who is named by selon, d'après or pour in the sentence. */
extern void quote_find_about(QuoteSearch *search);

/* Sets the speaker: a pronoun becomes the person that it stands for, if that is clear. */
extern void quote_assign_speaker(const QuoteSearch *search, Assignment *to, const Speaker *speaker,
								 Str cue);

/* The words of a verb with its auxiliary and pronouns, as the text has them. */
extern Str quote_verb_text(const QuoteSearch *search, const QuoteVerb *verb);

/* "...", "...", et "...": the mark that the one at item i is joined to, or 0. */
extern uint32_t quote_joined_mark(const QuoteSearch *search, uint32_t i);

#endif
