/*
 * scan_scope.h
 *	  Which open elements an end tag closes, and which it cannot reach past: the rules of WHATWG
 *	  HTML for two tags.
 */
#ifndef ARTICLE_SCAN_SCOPE_H
#define ARTICLE_SCAN_SCOPE_H

#include "html/tag.h"

/* The end tag of any heading closes any other. */
static inline bool
same_element(TagId a, TagId b)
{
	return a == b || (tag_is_heading(a) && tag_is_heading(b));
}

/*
 * The content of these elements is separate: it ends with them whatever is open in it, and no end
 * tag in it reaches outside. Browsers with scripts enabled read <noscript> as text, so its end tag
 * always closes it.
 */
static inline bool
is_sealed(TagId tag)
{
	return tag == TAG_template || tag == TAG_noscript;
}

/* Elements that an end tag cannot reach past (WHATWG "has an element in scope"). */
static inline bool
bounds_scope(TagId open, TagId closing)
{
	if (is_sealed(open))
		return closing != TAG_noscript;
	if (is_sealed(closing) || closing == TAG_svg || closing == TAG_foreignobject)
		return false;
	switch (open)
	{
		case TAG_foreignobject:
			return true;
		case TAG_table:
			return true;
		case TAG_td:
		case TAG_th:
		case TAG_caption:
			return closing != TAG_table && closing != TAG_tr && closing != TAG_tbody &&
				   closing != TAG_thead && closing != TAG_tfoot && closing != TAG_td &&
				   closing != TAG_th;
		case TAG_ul:
		case TAG_ol:
		case TAG_menu:
			return closing == TAG_li;
		case TAG_dl:
			return closing == TAG_dt || closing == TAG_dd;
		case TAG_select:
			return closing == TAG_option || closing == TAG_optgroup;
		case TAG_button:
			return closing == TAG_p;
		default:
			/* An inline element ends with the block it was opened in. */
			return (tag_info[closing].flags & TAG_INLINE) && tag_is_block(open);
	}
}

/*
 * The parts of a table: each closes open parts of its own rank and below (WHATWG 13.2.6.4.11 to
 * 15).
 */
static const uint8_t table_rank[TAG_COUNT] = {
	[TAG_caption] = 1, [TAG_col] = 1,	[TAG_colgroup] = 2, [TAG_td] = 3,	 [TAG_th] = 3,
	[TAG_tr] = 4,	   [TAG_tbody] = 5, [TAG_thead] = 5,	[TAG_tfoot] = 5,
};

#endif
