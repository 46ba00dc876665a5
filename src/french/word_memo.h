/*
 * word_memo.h
 *	  A memo of the words that were met last. A word of a text in; what the tokenizer and the terms
 *	  need to know of it, wherever it stands, out.
 *
 * An entry holds only what follows from the bytes of its word, so a text has the same tokens and
 * terms whatever was read before it. The memo never grows: a new word takes the place of one that
 * was met less often than another.
 */
#ifndef ARTICLE_FRENCH_WORD_MEMO_H
#define ARTICLE_FRENCH_WORD_MEMO_H

#include "base/str.h"
#include "french/lexicon.h"

/* One word in a thousand is longer, and is not kept. */
#define MEMO_WORD_BYTES 16

/* Terms of most words; a word with more of them, or longer ones, is asked for each time. */
#define MEMO_TERMS_MAX 3
#define MEMO_TERM_BYTES 17

/* What a word may be; without the bit it is not, wherever it stands. */
#define MEMO_COUNTS 1	/* the first word of a number: deux */
#define MEMO_SHORTENS 2 /* an abbreviation, a Roman ordinal, the start of « pour cent » */
#define MEMO_OPENS 4	/* the first word of a compound that is typed apart: week end */

#define MEMO_SPECIAL (MEMO_COUNTS | MEMO_SHORTENS | MEMO_OPENS)

/* What is known of its terms. */
#define MEMO_TERMS 8	/* they are kept ... */
#define MEMO_PLAIN 16	/* ... as those of a word whose accents may be missing */
#define MEMO_CERTAIN 32 /* no neighbour changes them */
#define MEMO_IN_LEXICON 64
#define MEMO_STOP 128

typedef struct MemoWord
{
	uint64_t key[MEMO_WORD_BYTES / 8]; /* the word, then zeros; all zeros: no word */
	uint8_t flags;
	uint8_t met; /* how often again, less the words that looked for a place meanwhile */
	uint8_t stop_bits;
	uint8_t count;
	union
	{
		uint32_t place; /* in the lexicon, until terms are kept */
		uint16_t bits[MEMO_TERMS_MAX];
	};
	uint8_t end[MEMO_TERMS_MAX]; /* of each term in the text */
	char text[MEMO_TERM_BYTES];
} MemoWord;

/* Counting on would keep the words of a text for long after it, and finds no more. */
#define MEMO_MET_MAX 15

/* 90 KB: they hold seven words of ten that a newspaper prints. */
#define WORD_MEMO_SETS 960

/* Zeroed, it is empty. */
typedef struct WordMemo
{
	MemoWord words[WORD_MEMO_SETS][2];
} WordMemo;

/*
 * Finds the word of a text from start to end. Sets *found to false if it was not there: it is then,
 * and the caller sets its flags and its place. Returns NULL for a word that is too long.
 */
extern MemoWord *word_memo_find(WordMemo *memo, Str text, uint32_t start, uint32_t end,
								bool *found);

/* Keeps the terms of a word; does nothing where there are too many. */
extern void memo_word_keep(MemoWord *word, bool plain, bool certain, const WordTerms *terms);

/* Returns false if the terms are not kept for such a text. */
extern bool memo_word_recall(const MemoWord *word, bool plain, WordTerms *terms);

#endif
