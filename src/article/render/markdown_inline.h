/*
 * markdown_inline.h
 *	  The words and the markup of one block as CommonMark.
 *
 * The output is CommonMark 0.30 that renderers with GFM extensions read in the same way: the only
 * raw HTML is <sub> and <sup>, and no address becomes a link unless it is one on the page.
 */
#ifndef ARTICLE_MARKDOWN_INLINE_H
#define ARTICLE_MARKDOWN_INLINE_H

#include "article/render/markdown_text.h"
#include "article/render/render_inline.h"

typedef enum MarkdownLines
{
	MARKDOWN_PARAGRAPH, /* line breaks are kept; no line begins anything but a paragraph */
	MARKDOWN_ROW,		/* one line, which may be a paragraph of its own */
	MARKDOWN_HEADING	/* one line after a prefix */
} MarkdownLines;

/*
 * Kept from block to block, so that a page of many small blocks takes as much memory as the
 * largest.
 */
typedef struct MarkdownWriter
{
	InlineList *tokens;	 /* of the block to write; markdown_inline reuses their fields */
	StrBuf out;			 /* the result */
	StrBuf seen;		 /* its cleaned text, with one mark for each piece of markup */
	StrBuf code;		 /* text of a code span not yet written: adjacent code joins it */
	size_t most;		 /* bytes of out beyond which text is left out */
	size_t polled;		 /* offset in out at the last poll */
	size_t emphasis_end; /* offset in out where the last emphasis closed */
	uint32_t mark;		 /* the byte in seen to escape for the start of this line */
	bool line_start;	 /* nothing is written on this line yet */
	MarkdownLines lines;
	bool in_link;
	bool whole; /* in a link whose text is an address: it is not broken up */
} MarkdownWriter;

/* `most`: bytes of out beyond which text is left out. */
extern void markdown_start(MarkdownWriter *md, InlineList *tokens, Arena *arena, size_t most);

/*
 * Replaces out with the tokens, escaped so that they are read as the same words in the same markup.
 * If lines are not kept, line breaks become spaces. Emphasis that CommonMark could not read back is
 * dropped.
 */
extern void markdown_inline(MarkdownWriter *md, MarkdownLines lines);

/*
 * The same for a block in pieces, which may be a whole page: call begin, add for each new list of
 * tokens, then end. No element is open between two pieces, and white space separates them.
 */
extern void markdown_begin(MarkdownWriter *md, MarkdownLines lines);
extern void markdown_add(MarkdownWriter *md);
extern void markdown_end(MarkdownWriter *md);

/* Appends text without markup, for the inside of an image's brackets. */
extern void markdown_text(MarkdownWriter *md, StrBuf *out, Str text);

#endif
