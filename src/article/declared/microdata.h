/*
 * microdata.h
 *	  What the files that read marked elements share: the marks of a node, its short text, the page's own article.
 */
#ifndef ARTICLE_MICRODATA_H
#define ARTICLE_MICRODATA_H

#include "article/declared/facts.h"
#include "article/declared/schema.h"

/* What the attributes of one node say. */
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

/* microdata_mark.c: reads the attributes of a node; false where none of them is a mark. */
extern bool marks_read(Marks *marks, const Page *page, const Node *node);

/* The class of an item by its types; an hAtom or microformats2 entry is an article. */
extern SchemaClass marks_class(const Marks *marks);

/* The best class of several types, parted by spaces. */
extern SchemaClass class_of_types(Str types);

/* Has a class attribute the name of an hAtom or microformats2 entry in it? */
extern bool is_entry_class(Str classes);

/* The next word of a list of words parted by spaces; empty at its end. And whether a word is in it, in any case. */
extern Str next_word(Str words, uint32_t *pos);
extern bool has_word(Str words, Str word);

/* The visible text of a node, where it is short enough for a value; else empty. */
extern Str short_text(const Reader *reader, uint32_t node);

/*
 * microdata_main.c: of the articles that the page marks, the node of its own one, or PAGE_NONE: the one that agrees with
 * the page's title, or holds its <h1>, or is the longest. *entries: may a class of the page name an entry?
 */
extern uint32_t marked_article(Reader *reader, bool *entries);

/* microdata_entry.c: inside an entry, what the classes of a node state. */
extern void entry_read(Reader *reader, uint32_t node, const Marks *marks);

#endif
