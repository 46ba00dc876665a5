/*
 * term.h
 *	  From a token to the terms that it is indexed and searched by.  The text of a token and what kind it
 *	  is go in; terms come out, each with its place.
 *
 * No memory but the caller's, linear in the token.  What finds what is decided here: a query and a
 * document pass through the same function.
 */
#ifndef ARTICLE_FRENCH_TERM_H
#define ARTICLE_FRENCH_TERM_H

#include "base/str.h"
#include "french/lexicon.h"

typedef enum TermKind
{
	TERM_WORD,		   /* words, compounds, inclusive writing, acronyms; accents as written */
	TERM_PLAIN,		   /* the same, where accents may be missing */
	TERM_NUMBER,	   /* numbers, ordinals, hours, dates, versions, codes */
	TERM_ABBREVIATION, /* M., Mme, St, n° */
	TERM_SYMBOL,	   /* €, %, M, km */
	TERM_NAME		   /* hosts, e-mail addresses, hashtags, handles, ideographs */
} TermKind;

#define TERM_KINDS 6

/* Swar parts of a compound with the whole word and four terms each. */
#define TERMS_MAX 48
#define TERM_BYTES_MAX 2048

/*
 * Terms at one place with different variants are alternatives (a query wants one of them), with the
 * same variant they belong together (a query wants both).
 */
typedef struct Term
{
	uint16_t start;
	uint16_t len;
	uint16_t variant;
	bool step; /* stands one place behind the term before */
} Term;

/* None at all: a stop word. */
typedef struct Terms
{
	uint32_t count;
	uint32_t used; /* bytes of text */
	uint16_t variant;
	bool step; /* the next term opens a place */
	Term items[TERMS_MAX];
	char text[TERM_BYTES_MAX];
} Terms;

static inline Str
term_text(const Terms *terms, uint32_t i)
{
	return str_make(terms->text + terms->items[i].start, terms->items[i].len);
}

extern void term_make(TermKind kind, Str token, Terms *terms);

/*
 * The same terms, sooner, of a token that is one word in small letters, its first perhaps a capital, as
 * most are: all at one place, alternatives.  False where the token is anything else.
 */
extern bool term_make_simple(TermKind kind, Str token, WordTerms *terms);

#endif
