/*
 * markdown_inline.h
 *	  The words and the markup of one block as CommonMark.
 */
#ifndef ARTICLE_MARKDOWN_INLINE_H
#define ARTICLE_MARKDOWN_INLINE_H

#include "article/render_inline.h"

/*
 * The tokens of a block as CommonMark (0.30), escaped so that it reads as the same words in the
 * same markup. With lines false, as in a heading, line breaks become spaces. Emphasis that
 * CommonMark could not read back is left out.
 */
extern Str markdown_inline(Arena *arena, InlineList *tokens, bool lines);

/* Text escaped for the inside of a line that does not begin with it. */
extern Str markdown_text(Arena *arena, Str text);

/* An address for the parentheses of a link or an image. */
extern void markdown_add_url(StrBuf *out, Str url);

#endif
