/*
 * markdown_inline.h
 *	  The words and the markup of one block as CommonMark.
 *
 * The output is CommonMark 0.30 that renderers with the extensions of GFM read in the same way: raw
 * HTML is <sub> and <sup> alone, and no address becomes a link that is none in the page.
 */
#ifndef ARTICLE_MARKDOWN_INLINE_H
#define ARTICLE_MARKDOWN_INLINE_H

#include "article/render/markdown_text.h"
#include "article/render/render_inline.h"

typedef enum MarkdownLines
{
	MARKDOWN_PARAGRAPH, /* lines are kept, and begin nothing but a paragraph */
	MARKDOWN_ROW,		/* one line, which may be a paragraph of its own */
	MARKDOWN_HEADING	/* one line that something stands before */
} MarkdownLines;

/* Kept from block to block, so that a page of many small ones takes the memory of the largest. */
typedef struct MarkdownWriter
{
	InlineList *tokens; /* of the block to write; markdown_inline puts its fields to other uses */
	StrBuf out;			/* what markdown_inline has made of it */
	StrBuf seen;		/* its cleaned text, with a mark for each markup */
	StrBuf code;		/* text of a code span not yet written: what touches it joins it */
	size_t polled; /* where in out it was last asked whether to go on */
	size_t emphasis_end; /* where in out the last emphasis closed */
	uint32_t mark;		 /* the byte in seen to escape for the start of this line */
	bool line_start;	 /* nothing is written on this line */
	MarkdownLines lines;
	bool in_link;
	bool whole; /* in a link whose text is an address: it is not broken up */
} MarkdownWriter;

extern void markdown_start(MarkdownWriter *md, InlineList *tokens, Arena *arena);

/*
 * Writes the tokens to out, replacing what was there, escaped so that they read as the same words
 * in the same markup. Where lines are not kept, line breaks become spaces. Emphasis that
 * CommonMark could not read back is left out.
 */
extern void markdown_inline(MarkdownWriter *md, MarkdownLines lines);

/*
 * The same of a block in pieces, which may be all of a page: begin, add each time there are other
 * tokens, end.  No element is open between two pieces, and white space parts them.
 */
extern void markdown_begin(MarkdownWriter *md, MarkdownLines lines);
extern void markdown_add(MarkdownWriter *md);
extern void markdown_end(MarkdownWriter *md);

/* Text without markup, for the inside of an image's brackets. */
extern void markdown_text(MarkdownWriter *md, StrBuf *out, Str text);

#endif
