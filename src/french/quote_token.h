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
	ITEM_WORD,
	ITEM_NUMBER,
	ITEM_COMMA,
	ITEM_COLON,
	ITEM_STOP, /* . ! ? ; … */
	ITEM_OPEN, /* ( [ */
	ITEM_CLOSE,
	ITEM_OTHER,
	ITEM_MARK /* a pair of quotation marks with its text */
} QuoteItemKind;

/* Classes of words, as bits. */
enum
{
	W_DETERMINER = 1 << 0,	/* le, une, ce */
	W_OF = 1 << 1,			/* de, du */
	W_PREPOSITION = 1 << 2, /* à, sur */
	W_ABOUT = 1 << 3,		/* selon */
	W_PRONOUN = 1 << 4,		/* il, elle */
	W_FEMININE = 1 << 5,
	W_MASCULINE = 1 << 6,
	W_PLURAL = 1 << 7,
	W_RELATIVE = 1 << 8,	 /* qui, dont */
	W_THAT = 1 << 9,		 /* que */
	W_CLITIC = 1 << 10,		 /* ne, se, lui: between subject and verb */
	W_ADVERB = 1 << 11,		 /* encore, également; -ment */
	W_AUXILIARY = 1 << 12,	 /* a, avait */
	W_TITLE = 1 << 13,		 /* Mme */
	W_TIME = 1 << 14,		 /* mardi */
	W_AND = 1 << 15,		 /* et, mais */
	W_SUBORDINATE = 1 << 16, /* lorsque */
	W_FIRST = 1 << 17,		 /* je, notre */
	W_NAMED = 1 << 18,		 /* intitulé, film: a title follows */
	W_SOMEONE = 1 << 19,	 /* celui */
	W_CAPITAL = 1 << 20,	 /* begins with a capital and is no function word */
	W_INVERTED = 1 << 21,	 /* -t-il: a pronoun after its verb */
	W_SAYS = 1 << 22,		 /* a form of a verb of speech ... */
	W_INSERT = 1 << 23,		 /* ... that only an insertion has */
	W_GERUND = 1 << 24,		 /* -ant */
	W_INFINITIVE = 1 << 25,
	W_PARTICIPLE = 1 << 26, /* in -é: a verb only after an auxiliary */
	W_VERB = 1 << 27,		/* a form of any verb */
	W_NOUN = 1 << 28		/* also a form of another word */
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

typedef struct QuoteItems
{
	uint32_t count;
	QuoteItem items[QUOTE_ITEMS_MAX];
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
									 : (QuoteItem){.kind = ITEM_STOP, .classes = 0};
}

/* Is the item a word of one of these classes? */
static inline bool
is_word(QuoteItem item, uint32_t classes)
{
	return item.kind == ITEM_WORD && (item.classes & classes) != 0;
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
