/*
 * markdown_text.h
 *	  The characters of a page in Markdown: cleaned first, then escaped.
 *
 * Text is cleaned as a whole before any decision about it, so that none depends on a character that
 * is dropped later, or on half of a line.
 */
#ifndef ARTICLE_MARKDOWN_TEXT_H
#define ARTICLE_MARKDOWN_TEXT_H

#include "base/str.h"

/*
 * In cleaned text, markup to be written is represented by one control character, which cannot occur
 * in a page's text.
 */
#define MARK_OTHER '\1' /* begins any other markup; ends all markup */
#define MARK_CODE '\2'	/* begins a code span */
#define MARK_LINK '\3'	/* the '[' of a link */

/* There is no byte to escape at the start of a line. */
#define NO_MARK UINT32_MAX

/* Is this a space, or punctuation in every version of CommonMark, markup included? */
extern bool markdown_edge(uint32_t c);

/* Is this a letter or a digit in every version of CommonMark? */
extern bool markdown_word(uint32_t c);

/* Is this a Unicode space, or the end of a line? */
extern bool markdown_space(uint32_t c);

/* The character at an offset of cleaned text, or before it; a space if there is none. */
extern uint32_t markdown_char_at(const StrBuf *seen, uint32_t at);
extern uint32_t markdown_char_before(const StrBuf *seen, uint32_t at);

/*
 * Appends text to the cleaned text of a block: without control characters, white space as single
 * spaces, none at the start of a line.
 */
extern void markdown_clean(StrBuf *seen, Str text);

/*
 * Appends preformatted text: everything that some parser takes for a line end becomes a line feed;
 * other control characters except tabs are dropped.
 */
extern void markdown_clean_code(StrBuf *seen, Str text);

/*
 * Inserts code marks around the e-mail addresses from "from" on: cmark-gfm links them despite any
 * escapes, so that only code can keep them as text.
 */
extern void markdown_mark_addresses(StrBuf *seen, uint32_t from);

/*
 * The offset of the byte to escape at the start of a line so that the line belongs to a paragraph
 * (sections 4 and 5); or NO_MARK.
 */
extern uint32_t markdown_line_mark(const StrBuf *seen, uint32_t at);

/* Is the whole text like an address? As the text of a link it can then be read in only one way. */
extern bool markdown_is_address(Str text);

/*
 * Appends seen[from, to), or less once out has more than `most` bytes. Escapes characters on which
 * a parser could act, and the one at "mark". Addresses are broken up unless they must stay whole.
 */
extern void markdown_escape(StrBuf *out, size_t most, const StrBuf *seen, uint32_t from,
							uint32_t to, uint32_t mark, bool whole);

/* Appends an address for the parentheses of a link or an image. */
extern void markdown_add_url(StrBuf *out, Str url);

/*
 * The number of backticks to put around a text: at least "least", and more than it contains in a
 * row.
 */
extern uint32_t markdown_fence(Str text, uint32_t least);

#endif
