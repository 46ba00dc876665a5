/*
 * scan_raw.h
 *	  Content that is not markup: where the raw text of <script>, <title>, <iframe> and the like
 * ends.
 */
#ifndef ARTICLE_SCAN_RAW_H
#define ARTICLE_SCAN_RAW_H

#include "html/scan_tag.h"

/*
 * Returns the position of the end tag "</name" of the raw content at the cursor, or NULL if there
 * is none.
 */
extern const char *raw_content_end(TagCursor *cursor, Str name);

/*
 * The same for <script>, which may contain scripts of its own between "<!--" and "-->":
 * <!-- document.write("<script src=a></script>"); -->
 */
extern const char *script_content_end(TagCursor *cursor);

/* Moves the cursor past the end tag whose "</" is at close. */
extern void raw_content_leave(TagCursor *cursor, const char *close);

/*
 * Returns the end of a comment; body is the first byte after its "<!--". An unclosed comment ends
 * at the next '>'.
 */
extern const char *comment_end(TagCursor *cursor, const char *body);

/* Returns the byte after the first '>' from pos on, or the end of the source. */
extern const char *after_gt(const TagCursor *cursor, const char *pos);

#endif
