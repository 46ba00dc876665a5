/*
 * scan_tag.h
 *	  Reads one start tag of the source: its name, its attributes, its end.
 */
#ifndef ARTICLE_SCAN_TAG_H
#define ARTICLE_SCAN_TAG_H

#include "html/name_internal.h"
#include "html/page.h"

typedef struct TagCursor
{
	const Arena *arena; /* polled: one tag may be the whole page */
	const char *start;
	const char *pos;
	const char *end;
	size_t polled; /* offset from start of the last poll */
	/* No such quote follows in the source: an unclosed value then ends at '>'. */
	const char *no_quote[2];
	const char *no_comment_end; /* no "-->" follows */
	bool no_title_end;			/* no </title> follows */
	Str raw;					/* the raw content that was read last */
} TagCursor;

typedef struct RawAttr
{
	Name name;
	Str value; /* as in the source; data NULL if none */
} RawAttr;

/* Polls now and then, in a loop that has reached pos. */
static inline void
tag_poll(TagCursor *cursor, const char *pos)
{
	arena_poll_at(cursor->arena, (size_t) (pos - cursor->start), &cursor->polled);
}

/* Reads the next attribute. Returns false at the end of the tag, with pos after the '>'. */
extern bool tag_next_attr(TagCursor *cursor, RawAttr *attr, bool *self_closing);

/* Reads the name whose first letter is at pos, and moves pos past it. */
extern Name tag_name(TagCursor *cursor);

extern void tag_skip_attrs(TagCursor *cursor);

/* Moves pos past all attributes and the '>' that ends the tag. */
static inline void
tag_skip(TagCursor *cursor)
{
	if (cursor->pos < cursor->end && *cursor->pos == '>')
		cursor->pos++;
	else
		tag_skip_attrs(cursor);
}

#endif
