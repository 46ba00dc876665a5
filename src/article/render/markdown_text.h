/*
 * markdown_text.h
 *	  The characters of a page as Markdown can hold them: cleaned first, then escaped.
 *
 * Text is cleaned as a whole before anything is decided about it, so that no decision rests on a
 * character that is dropped later, or on half of what stands in a line.
 */
#ifndef ARTICLE_MARKDOWN_TEXT_H
#define ARTICLE_MARKDOWN_TEXT_H

#include "base/str.h"

/*
 * In cleaned text, markup that will be written stands as one control character, which no page can
 * bring in.
 */
#define MARK_OTHER '\1' /* begins what is neither of the two below; ends anything */
#define MARK_CODE '\2'	/* begins a code span */
#define MARK_LINK '\3'	/* the '[' of a link */

/* No byte to escape at the start of a line. */
#define NO_MARK UINT32_MAX

/* A space, or punctuation in every version of CommonMark, markup included. */
extern bool markdown_edge(uint32_t c);

/* A letter or a digit in every version of CommonMark. */
extern bool markdown_word(uint32_t c);

/* A Unicode space, or the end of a line. */
extern bool markdown_space(uint32_t c);

/* The character at, or before, a place in cleaned text; a space where there is none. */
extern uint32_t markdown_char_at(const StrBuf *seen, uint32_t at);
extern uint32_t markdown_char_before(const StrBuf *seen, uint32_t at);

/*
 * Appends text to what has been seen of a block: controls left out, white space as single spaces,
 * none at the start of a line.
 */
extern void markdown_clean(StrBuf *seen, Str text);

/*
 * Appends preformatted text: whatever some reader takes for the end of a line is a line feed, other
 * controls except tabs are left out.
 */
extern void markdown_clean_code(StrBuf *seen, Str text);

/*
 * Puts marks of code around the e-mail addresses from "from" on: cmark-gfm makes links of them whatever
 * is escaped, so that they can only be text as code.
 */
extern void markdown_mark_addresses(StrBuf *seen, uint32_t from);

/*
 * The byte that must be escaped at the start of a line, for it to be a line of a paragraph
 * (sections 4 and 5); or NO_MARK.
 */
extern uint32_t markdown_line_mark(const StrBuf *seen, uint32_t at);

/* Is the text like an address as a whole? As the text of a link it can be read in one way only. */
extern bool markdown_is_address(Str text);

/*
 * Appends seen[from, to), escaped where a parser could act on it, and at "mark". Addresses are broken
 * up, unless they are to stay whole.
 */
extern void markdown_escape(StrBuf *out, const StrBuf *seen, uint32_t from, uint32_t to,
							uint32_t mark, bool whole);

/* An address for the parentheses of a link or an image. */
extern void markdown_add_url(StrBuf *out, Str url);

/* Backticks to put around text: at least so many, and more than it has in a row. */
extern uint32_t markdown_fence(Str text, uint32_t least);

#endif
