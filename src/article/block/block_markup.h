/*
 * block_markup.h
 *	  What inline markup does to the words around it, written into the page's tree, so that blocks and
 *	  views agree: quotation marks, words cut at line ends, pointers inside a paragraph.
 *
 * All may be called again for the same node; they change nothing then.
 */
#ifndef ARTICLE_BLOCK_MARKUP_H
#define ARTICLE_BLOCK_MARKUP_H

#include "article/reader.h"

/* Adds the quotation marks of a <q> to its first and last text. */
extern void markup_quote(Reader *reader, uint32_t quote);

/*
 * Joins the lines of an element whose <br>s end the lines of a printed page, because some of its words
 * are cut there with a hyphen: the <br>s become spaces, or nothing inside a word. "br" is the first.
 */
extern void markup_join_lines(Reader *reader, uint32_t container, uint32_t br);

/*
 * Is a link, together with the text before it, a pointer to another article inside a paragraph: "Lire
 * aussi : <a>…</a>"? Marks both NODE_ASIDE and returns true. before: the last text before the link,
 * in the same block; alone: nothing else is in the block before that.
 */
extern bool markup_pointer(Reader *reader, uint32_t container, uint32_t before, uint32_t link,
						   bool alone);

/* Is a link such a pointer by itself: "<a>Lire aussi : Le retour des cygnes</a>"? Likewise. */
extern bool markup_link_points(Reader *reader, uint32_t container, uint32_t link);

/*
 * Does the text before a link end in the words of such a pointer, after a sentence? Cuts them off,
 * marks the link NODE_ASIDE, and returns how many bytes of the text remain; else its length.
 */
extern uint32_t markup_cut_pointer(Reader *reader, uint32_t container, uint32_t before,
								   uint32_t link);

/*
 * Moves an initial, the whole text of one node, to the text that it begins, in another block:
 * "L" and "a ville". Returns false if they are none.
 */
extern bool markup_take_initial(Reader *reader, uint32_t initial, uint32_t text);

/* A text before such a link has at most this many bytes. */
#define MARKUP_POINTER 48

/*
 * Is an element a card or a tooltip that opens over the words before it in a paragraph? Marks it
 * NODE_ASIDE.
 */
extern bool markup_card(Reader *reader, uint32_t container, uint32_t node);

/*
 * Is an element inside a paragraph hidden by its class: words that only screen readers say? Marks it
 * NODE_ASIDE. begun: text of the paragraph is before it; if not, some must follow.
 */
extern bool markup_unseen(Reader *reader, uint32_t container, uint32_t node, bool begun);

#endif
