/*
 * scan_tag.h
 *	  One start tag of the source, taken apart: its name, its attributes, where it ends.
 */
#ifndef ARTICLE_SCAN_TAG_H
#define ARTICLE_SCAN_TAG_H

#include "html/name_internal.h"
#include "html/page.h"

typedef struct TagCursor
{
	const Arena *arena; /* asked for interrupts: one tag may be all of the page */
	const char *start;
	const char *pos;
	const char *end;
	size_t polled; /* bytes behind start */
	/* The source holds no such quote from here on: an unclosed value then ends at '>'. */
	const char *no_quote[2];
	const char *no_comment_end; /* … and no "-->" */
	bool no_title_end;			/* … and no </title> */
} TagCursor;

typedef struct RawAttr
{
	Name name;
	Str value; /* as in the source; data NULL where there is none */
} RawAttr;

/* A poll now and then, for a loop that has come to pos. */
static inline void
tag_poll(TagCursor *cursor, const char *pos)
{
	arena_poll_at(cursor->arena, (size_t) (pos - cursor->start), &cursor->polled);
}

/* The next attribute; false at the end of the tag, with pos behind '>'. */
extern bool tag_next_attr(TagCursor *cursor, RawAttr *attr, bool *self_closing);

/* The name at pos, which stands on its first letter; pos moves behind it. */
extern Name tag_name(TagCursor *cursor);

extern void tag_skip_attrs(TagCursor *cursor);

/* Moves pos behind the '>' that ends the tag, over all attributes. */
static inline void
tag_skip(TagCursor *cursor)
{
	if (cursor->pos < cursor->end && *cursor->pos == '>')
		cursor->pos++;
	else
		tag_skip_attrs(cursor);
}

#endif
