/*
 * tsearch.h
 *	  What the text search parser and dictionaries share.
 */
#ifndef ARTICLE_PG_TSEARCH_H
#define ARTICLE_PG_TSEARCH_H

#include "french/term.h"
#include "french/token.h"

/* Raises an error unless the database uses UTF-8: a token must be a slice of its text. */
extern void tsearch_check_encoding(void);

/* Called once, when the library is loaded. */
extern void tsearch_init(void);

/*
 * Sets the place of a token that the parser of this backend has just returned. Returns false if the
 * token is anything else: the argument of ts_lexize, what another dictionary made of a token.
 */
extern bool tsearch_place(Str token, TermPlace *place);

/* token_text_has_accents, which checks for interrupts: it reads all of a text without accents. */
extern bool tsearch_has_accents(Str text);

/* Returns the memo of the words that this backend met last. */
extern WordMemo *tsearch_memo(void);

/*
 * Lets tokens have all their likely readings, whatever their neighbours say, while a query for a
 * ranking is parsed: aide is to find aider. Ends with the query, or with an error.
 */
extern void tsearch_ignore_places(bool ignore);

/* Says that what is parsed is a phrase that is searched for; until it is denied, or an error. */
extern void tsearch_expect_phrase(bool phrase);

/*
 * Texts that belong together (the fields of an article, the words and phrases of a query) are
 * judged
 * together: the parser takes this for the answer whether they have accents, until it is told to
 * look at each text itself again (ACCENTS_OF_EACH). An error has the same effect.
 */
typedef enum TsearchAccents
{
	ACCENTS_OF_EACH,
	ACCENTS_PRESENT,
	ACCENTS_ABSENT
} TsearchAccents;

extern void tsearch_judge_accents(TsearchAccents accents);

/*
 * How the token types of a configuration are mapped, if its parser and its first dictionary of each
 * type are this extension's; such a configuration gives the same lexemes without the server.
 */
#define TSEARCH_TYPES 64 /* more than there are token types */

typedef struct TsearchKinds
{
	int8 of[TSEARCH_TYPES]; /* by token type: a TermKind, or -1 for a type that is not indexed */
} TsearchKinds;

/* Returns false for any other configuration. */
extern bool tsearch_kinds(Oid config, TsearchKinds *kinds);

/* Is a parser, a dictionary of this extension? Then sets the kind of its terms. */
extern bool tsearch_own_parser(Oid parser);
extern bool tsearch_own_dictionary(Oid dictionary, TermKind *kind);

/*
 * Bits of TSLexeme.nvariant, and so of ParsedWord.nvariant. Lexemes that differ in them are
 * alternatives, as for every other user of variants.
 */
#define TSEARCH_USUAL 0x2000	/* what somebody who types this word alone means */
#define TSEARCH_RESTORED 0x1000 /* of a word that differs from it in its accents */
#define TSEARCH_STOP 0x0800		/* of a stop word */
#define TSEARCH_READING 0x0400	/* a reading of one word, likely or usual, not a part of a name */

#endif
