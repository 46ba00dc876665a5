/*
 * quote_token.h
 *	  A sentence as items for the search of speakers: words with their classes, punctuation, and
 *	  each quotation as one item.
 */
#ifndef ARTICLE_FRENCH_QUOTE_TOKEN_H
#define ARTICLE_FRENCH_QUOTE_TOKEN_H

#include "base/str.h"
#include "french/quote_mark.h"

typedef enum QuoteItemKind
{
	QUOTE_ITEM_WORD,
	QUOTE_ITEM_NUMBER,
	QUOTE_ITEM_COMMA,
	QUOTE_ITEM_COLON,
	QUOTE_ITEM_STOP, /* . ! ? ; … */
	QUOTE_ITEM_OPEN, /* ( [ */
	QUOTE_ITEM_CLOSE,
	QUOTE_ITEM_OTHER,
	QUOTE_ITEM_MARK /* a pair of quotation marks with its text */
} QuoteItemKind;

/* Classes of words, as bits. */
enum
{
	QUOTE_WORD_DETERMINER = 1 << 0,	 /* le, une, ce */
	QUOTE_WORD_OF = 1 << 1,			 /* de, du */
	QUOTE_WORD_PREPOSITION = 1 << 2, /* à, sur */
	QUOTE_WORD_ABOUT = 1 << 3,		 /* selon */
	QUOTE_WORD_PRONOUN = 1 << 4,	 /* il, elle */
	QUOTE_WORD_FEMININE = 1 << 5,
	QUOTE_WORD_MASCULINE = 1 << 6,
	QUOTE_WORD_PLURAL = 1 << 7,
	QUOTE_WORD_RELATIVE = 1 << 8,	  /* qui, dont */
	QUOTE_WORD_THAT = 1 << 9,		  /* que */
	QUOTE_WORD_CLITIC = 1 << 10,	  /* ne, se, lui: between subject and verb */
	QUOTE_WORD_ADVERB = 1 << 11,	  /* encore, également; -ment */
	QUOTE_WORD_AUXILIARY = 1 << 12,	  /* a, avait */
	QUOTE_WORD_TITLE = 1 << 13,		  /* Mme */
	QUOTE_WORD_TIME = 1 << 14,		  /* mardi */
	QUOTE_WORD_AND = 1 << 15,		  /* et, mais */
	QUOTE_WORD_SUBORDINATE = 1 << 16, /* lorsque */
	QUOTE_WORD_FIRST = 1 << 17,		  /* je, notre */
	QUOTE_WORD_NAMED = 1 << 18,		  /* intitulé, film: a title follows */
	QUOTE_WORD_SOMEONE = 1 << 19,	  /* celui */
	QUOTE_WORD_CAPITAL = 1 << 20,	  /* begins with a capital and is not a function word */
	QUOTE_WORD_INVERTED = 1 << 21,	  /* -t-il: a pronoun after its verb */
	QUOTE_WORD_SAYS = 1 << 22,		  /* a form of a verb of speech ... */
	QUOTE_WORD_INSERT = 1 << 23,	  /* ... that only an insertion has */
	QUOTE_WORD_GERUND = 1 << 24,	  /* -ant */
	QUOTE_WORD_INFINITIVE = 1 << 25,
	QUOTE_WORD_PARTICIPLE = 1 << 26, /* in -é: a verb only after an auxiliary */
	QUOTE_WORD_VERB = 1 << 27,		 /* a form of any verb */
	QUOTE_WORD_NOUN = 1 << 28,		 /* also a form of another word */
	QUOTE_WORD_SAYS_DE = 1 << 29,	 /* what its subject says may follow de: qualifier de */
	QUOTE_WORD_SAYS_A = 1 << 30		 /* ... or à: appeler à */
};

typedef struct QuoteItem
{
	QuoteItemKind kind;
	uint32_t start;
	uint32_t end;
	uint32_t classes; /* of a word */
	uint32_t mark;	  /* number of a mark */
} QuoteItem;

/*
 * The longest part of a sentence that is looked at, in items. A long sentence has a hundred; the
 * time for a part may grow with its square.
 */
#define QUOTE_ITEMS_MAX 320
/* The same in bytes, so that what has no items can be cancelled. */
#define QUOTE_PART_BYTES (128 * 1024)

/*
 * The classes of the last words that were read, by their bytes: in a text, three words of four were
 * there before. A word is in the one slot of its hash or in none; the newest one stays.
 */
#define QUOTE_KNOWN_SLOTS 512
#define QUOTE_KNOWN_BYTES 20

typedef struct QuoteKnownWord
{
	char written[QUOTE_KNOWN_BYTES]; /* padded with NULs, which no word has */
	uint32_t classes;
} QuoteKnownWord;

typedef struct QuoteItems
{
	uint32_t count;
	QuoteItem items[QUOTE_ITEMS_MAX];
	QuoteKnownWord known[QUOTE_KNOWN_SLOTS]; /* zeroed before the first read */
} QuoteItems;

/* A sentence as the functions that search it take it. */
typedef struct QuoteSentence
{
	Str text; /* all of it; items refer to it by bytes */
	const QuoteItems *items;
} QuoteSentence;

/* The item at i; past the end, a stop. */
static inline QuoteItem
item_at(QuoteSentence sentence, uint32_t i)
{
	return i < sentence.items->count ? sentence.items->items[i]
									 : (QuoteItem){.kind = QUOTE_ITEM_STOP, .classes = 0};
}

/* Is the item a word of one of these classes? */
static inline bool
is_word(QuoteItem item, uint32_t classes)
{
	return item.kind == QUOTE_ITEM_WORD && (item.classes & classes) != 0;
}

/*
 * Reads the items from byte `start` up to byte `end` of the text; the marks from number *mark on
 * that begin there become items, and *mark moves past them. Returns the byte after the last item.
 */
extern uint32_t quote_items_read(QuoteItems *items, Str text, uint32_t start, uint32_t end,
								 const QuoteMarks *marks, uint32_t *mark);

/* The classes of a word: its text in the text, from start to end. */
extern uint32_t quote_word_classes(Str word);

#endif
