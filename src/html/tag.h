/*
 * tag.h
 *	  Elements and attributes as small integers, and what the layers above need to know of each.
 */
#ifndef ARTICLE_TAG_H
#define ARTICLE_TAG_H

#include "base/str.h"

typedef enum TagId
{
	TAG_none,
	TAG_text,	/* a run of text */
	TAG_custom, /* any element that is not in tag_list.h: treated as inline */
#define TAG(name, flags) TAG_##name,
#include "html/tag_list.h"
#undef TAG
	TAG_COUNT
} TagId;

typedef enum AttrId
{
	ATTR_none,
#define ATTR(id, name) ATTR_##id,
#include "html/attr_list.h"
#undef ATTR
	ATTR_COUNT
} AttrId;

enum TagFlags
{
	TAG_INLINE = 1 << 0,
	TAG_BLOCK = 1 << 1, /* begins and ends a block of text */
	TAG_VOID = 1 << 2,	/* has no content and no end tag */
	TAG_CLOSES_P = 1 << 3,
	TAG_HEADING = 1 << 4,
	TAG_END_OPTIONAL = 1 << 5,
	TAG_RAW_SKIPPED = 1 << 6, /* its content is not markup, and is skipped */
	TAG_SPECIAL = 1 << 7,	  /* the scanner has a rule of its own for its start tag */
	TAG_CLOSES = 1 << 8		  /* its start tag closes its own kind: see scan_close_implied */
};

typedef struct TagInfo
{
	const char *name;
	uint16_t flags;
} TagInfo;

extern const TagInfo tag_info[TAG_COUNT];

extern TagId tag_lookup(Str name); /* ignores case; TAG_custom if unknown */

static inline bool
tag_is_block(TagId tag)
{
	return (tag_info[tag].flags & TAG_BLOCK) != 0;
}

static inline bool
tag_is_heading(TagId tag)
{
	return (tag_info[tag].flags & TAG_HEADING) != 0;
}

#endif
