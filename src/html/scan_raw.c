/*
 * scan_raw.c
 *	  See scan_raw.h. Follows WHATWG HTML 13.2.5 (RAWTEXT and script data states, comment states).
 *	  Every search either ends within what it skips, or its failure is remembered, so that all
 *	  searches together are linear.
 */
#include "html/scan_raw.h"

/* Is this tag name at pos, followed by a byte that ends it? */
static bool
name_at(const TagCursor *cursor, const char *pos, Str name)
{
	const char *after = pos + name.len;

	if (after > cursor->end || !str_equal_ascii(str_make(pos, name.len), name))
		return false;
	return after == cursor->end || ascii_space(*after) || *after == '/' || *after == '>';
}

const char *
raw_content_end(TagCursor *cursor, Str name)
{
	const char *pos = cursor->pos;
	const char *end = cursor->end;

	while (end - pos > 2 && (pos = memchr(pos, '<', (size_t) (end - pos - 2))) != NULL)
	{
		if (pos[1] == '/' && name_at(cursor, pos + 2, name))
			return pos;
		tag_poll(cursor, pos);
		pos++;
	}
	return NULL;
}

/*
 * Does a "-->" end between start and end? Its first dash may be two bytes before start, as in
 * "<!-->".
 */
static bool
escape_ends(TagCursor *cursor, const char *start, const char *end)
{
	for (const char *gt = start; gt < end; gt++)
	{
		gt = memchr(gt, '>', (size_t) (end - gt));
		if (gt == NULL)
			return false;
		if (gt[-1] == '-' && gt[-2] == '-')
			return true;
		tag_poll(cursor, gt);
	}
	return false;
}

const char *
script_content_end(TagCursor *cursor)
{
	const Str script = STR("script");
	const char *pos = cursor->pos;
	const char *end = cursor->end;
	const char *escaped = NULL; /* after the "<!--", or as far as no "-->" was found */
	bool twice = false;			/* in a nested script */

	while (end - pos > 2 && (pos = memchr(pos, '<', (size_t) (end - pos - 2))) != NULL)
	{
		if (escaped != NULL)
		{
			bool over = escape_ends(cursor, escaped, pos);

			escaped = over ? NULL : pos;
			twice &= !over;
		}
		if (pos[1] == '/' && name_at(cursor, pos + 2, script))
		{
			if (!twice)
				return pos;
			twice = false;
		}
		else if (escaped != NULL)
			twice |= name_at(cursor, pos + 1, script);
		else if (pos[1] == '!' && end - pos >= 4 && pos[2] == '-' && pos[3] == '-')
			escaped = pos + 4;
		tag_poll(cursor, pos);
		pos++;
	}
	return NULL;
}

void
raw_content_leave(TagCursor *cursor, const char *close)
{
	cursor->pos = close + 2;
	tag_skip(cursor);
}

/* Does the '>' at gt end a comment whose body starts at body: after "--" or "--!"? */
static inline bool
ends_comment(const char *body, const char *gt)
{
	if (gt - body >= 2 && gt[-1] == '-' && gt[-2] == '-')
		return true;
	return gt - body >= 3 && gt[-1] == '!' && gt[-2] == '-' && gt[-3] == '-';
}

const char *
comment_end(TagCursor *cursor, const char *body)
{
	const char *end = cursor->end;
	const char *gt = body;

	if (body < end && *body == '>')
		return body + 1;
	if (end - body >= 2 && body[0] == '-' && body[1] == '>')
		return body + 2;
	if (cursor->no_comment_end == NULL)
		for (; (gt = memchr(gt, '>', (size_t) (end - gt))) != NULL; gt++)
		{
			if (ends_comment(body, gt))
				return gt + 1;
			tag_poll(cursor, gt);
		}
	cursor->no_comment_end = body;
	return after_gt(cursor, body);
}

const char *
after_gt(const TagCursor *cursor, const char *pos)
{
	const char *gt = memchr(pos, '>', (size_t) (cursor->end - pos));

	return gt != NULL ? gt + 1 : cursor->end;
}
