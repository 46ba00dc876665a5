/*
 * microdata.h
 *	  Shared by the files that read marked elements: the marks of a node, its short text, the page's
 *	  own article.
 */
#ifndef ARTICLE_MICRODATA_H
#define ARTICLE_MICRODATA_H

#include "article/declared/facts.h"
#include "article/declared/schema.h"

/* What the attributes of a node say. */
typedef struct Marks
{
	Str property; /* itemprop or property */
	Str type;	  /* itemtype or typeof */
	Str content;
	Str datetime;
	Str href;
	Str src;
	Str rel;
	Str class;
	bool scope;
} Marks;

/* microdata_mark.c: reads the attributes of a node; returns false if none of them is a mark. */
extern bool marks_read(Marks *marks, const Page *page, const Node *node);

/* Returns the class of an item by its types; an hAtom or microformats2 entry is an article. */
extern SchemaClass marks_class(const Marks *marks);

/* Returns the best class of several types, which are separated by spaces. */
extern SchemaClass class_of_types(Str types);

/* Does a class attribute contain the name of an hAtom or microformats2 entry? */
extern bool is_entry_class(Str classes);

/*
 * next_word() returns the next word of a list separated by spaces, empty at the end of the list.
 * has_word() says whether the list contains a word, in any case.
 */
extern Str next_word(Str words, uint32_t *pos);
extern bool has_word(Str words, Str word);

/* Returns the visible text of a node if it is short enough for a value, else an empty string. */
extern Str short_text(const Reader *reader, uint32_t node);

/*
 * microdata_main.c: returns the node of the page's own article among those that the page marks, or
 * PAGE_NONE. It is the one that matches the page's title, or contains its <h1>, or is the longest.
 * Sets *entries if a class of the page may name an entry.
 */
extern uint32_t marked_article(Reader *reader, bool *entries);

/*
 * microdata_entry.c: adds what the classes of a node inside an entry state. is_entry_date() says
 * whether classes name an entry's day of publication although one of them is "updated".
 */
extern void entry_read(Reader *reader, uint32_t node, const Marks *marks);
extern bool is_entry_date(Str classes);

/* "published updated": the page gives one date for both, as long as nothing was changed. */
extern bool is_only_date(Str classes);

#endif
