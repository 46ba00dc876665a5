/*
 * scan_scope.h
 *	  Which open elements an end tag ends, and reaches over: two tags in, a rule of the WHATWG's
 * HTML out.
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

/*
 * What these hold is a page of its own, which ends with them whatever is open in it, and in which
 * no end tag reaches anything outside.  Browsers that run scripts, as readers' do, read <noscript>
 * as text, so that its end tag always ends it.
 */
static inline bool
is_sealed(TagId tag)
{
	return tag == TAG_template || tag == TAG_noscript;
}

/* What an end tag cannot reach over (WHATWG "has an element in scope"). */
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
 * The parts of a table: each ends what is open of its own rank and below (WHATWG 13.2.6.4.11 to
 * 15).
 */
static const uint8_t table_rank[TAG_COUNT] = {
	[TAG_caption] = 1, [TAG_col] = 1,	[TAG_colgroup] = 2, [TAG_td] = 3,	 [TAG_th] = 3,
	[TAG_tr] = 4,	   [TAG_tbody] = 5, [TAG_thead] = 5,	[TAG_tfoot] = 5,
};

#endif
