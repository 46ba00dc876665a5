/*
 * term.h
 *	  Converts a token to the terms by which it is indexed and searched. The text and the kind of a
 *	  token in; terms out, each with its position.
 *
 * Uses only the caller's memory; linear in the token. Matching is decided here: queries and
 * documents pass through the same function.
 */
#ifndef ARTICLE_FRENCH_TERM_H
#define ARTICLE_FRENCH_TERM_H

#include "base/str.h"
#include "french/lexicon.h"
#include "french/word_memo.h"

typedef enum TermKind
{
	TERM_WORD,		   /* words, compounds, inclusive writing, acronyms; accents as written */
	TERM_PLAIN,		   /* the same, but accents may be missing */
	TERM_NUMBER,	   /* numbers, ordinals, hours, dates, versions, codes */
	TERM_ABBREVIATION, /* M., Mme, St, n° */
	TERM_SYMBOL,	   /* €, %, M, km */
	TERM_NAME		   /* hosts, e-mail addresses, hashtags, handles, ideographs */
} TermKind;

#define TERM_KINDS 6

/* Eight parts of a compound with the whole word and four terms each. */
#define TERMS_MAX 48
#define TERM_BYTES_MAX 2048

/*
 * Terms at one position with different variants are alternatives (a query needs one of them); terms
 * with the same variant belong together (a query needs both).
 */
typedef struct Term
{
	uint16_t start;
	uint16_t len;
	uint16_t variant;
	uint16_t bits; /* TERM_USUAL and others (lexicon.h) */
	bool step;	   /* one position after the previous term */
} Term;

/* The place of a token: the text that it is a slice of, whose words tell how to read it. */
typedef struct TermPlace
{
	Str text;
	uint32_t start;
	bool phrase;	/* the text is a phrase that is searched for */
	MemoWord *word; /* Token.word: spares what does not depend on the place; or NULL */
} TermPlace;

/* No terms at all: a stop word. */
typedef struct Terms
{
	uint32_t count;
	uint32_t used; /* bytes of text */
	uint16_t variant;
	bool step; /* the next term starts a new position */
	Term items[TERMS_MAX];
	char text[TERM_BYTES_MAX + STR_SLACK];
} Terms;

static inline Str
term_text(const Terms *terms, uint32_t i)
{
	return str_make(terms->text + terms->items[i].start, terms->items[i].len);
}

/* place: NULL if the token stands alone. */
extern void term_make(TermKind kind, Str token, const TermPlace *place, Terms *terms);

/*
 * A faster way to make the same terms for a token that is one lowercase word, perhaps with a
 * capital initial, as most are. All terms are alternatives at one position. Returns false if the
 * token is anything else.
 */
extern bool term_make_simple(TermKind kind, Str token, const TermPlace *place, WordTerms *terms);

#endif
