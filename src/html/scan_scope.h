/*
 * scan_scope.h
 *	  Which open elements an end tag ends, and reaches over: two tags in, a rule of the WHATWG's HTML out.
 */
#ifndef ARTICLE_SCAN_SCOPE_H
#define ARTICLE_SCAN_SCOPE_H

#include "html/tag.h"

/* A heading is ended by the end tag of any other. */
static inline bool
same_element(TagId a, TagId b)
{
	return a == b || (tag_is_heading(a) && tag_is_heading(b));
}

/* What an end tag cannot reach over (WHATWG "has an element in scope"). */
static inline bool
bounds_scope(TagId open, TagId closing)
{
	/* Browsers that run scripts skip <noscript>: its tags neither reach out of it nor outlive it. */
	if (closing == TAG_noscript || open == TAG_noscript)
		return closing != TAG_noscript;
	switch (open)
	{
		case TAG_table:
			return true;
		case TAG_td:
		case TAG_th:
		case TAG_caption:
		case TAG_template:
			return closing != TAG_table && closing != TAG_tr && closing != TAG_tbody &&
				   closing != TAG_thead && closing != TAG_tfoot && closing != TAG_td &&
				   closing != TAG_th;
		case TAG_ul:
		case TAG_ol:
		case TAG_menu:
			return closing == TAG_li;
		case TAG_dl:
			return closing == TAG_dt || closing == TAG_dd;
		default:
			/* An inline element ends with the block it was opened in. */
			return (tag_info[closing].flags & TAG_INLINE) && tag_is_block(open);
	}
}

/* The parts of a table: each ends what is open of its own rank and below (WHATWG 13.2.6.4.11 to 15). */
static const uint8_t table_rank[TAG_COUNT] = {
	[TAG_caption] = 1, [TAG_col] = 1,	[TAG_colgroup] = 2, [TAG_td] = 3,	 [TAG_th] = 3,
	[TAG_tr] = 4,	   [TAG_tbody] = 5, [TAG_thead] = 5,	[TAG_tfoot] = 5,
};

#endif
