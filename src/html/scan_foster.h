/*
 * scan_foster.h
 *	  Text and elements that stand in a table, but in none of its cells.
 */
#ifndef ARTICLE_SCAN_FOSTER_H
#define ARTICLE_SCAN_FOSTER_H

#include "html/page.h"

/* The elements of a table in which only its parts can stand, and what may stand in them. */
static const bool scan_holds_parts[TAG_COUNT] = {
	[TAG_table] = true, [TAG_tbody] = true, [TAG_thead] = true, [TAG_tfoot] = true, [TAG_tr] = true,
};
static const bool scan_stays_in_table[TAG_COUNT] = {
	[TAG_caption] = true, [TAG_col] = true,	  [TAG_colgroup] = true, [TAG_tbody] = true,
	[TAG_thead] = true,	  [TAG_tfoot] = true, [TAG_tr] = true,		 [TAG_td] = true,
	[TAG_th] = true,	  [TAG_input] = true, [TAG_template] = true,
};

/* Is a child of this tag misplaced in an element of that one? */
static inline bool
is_misplaced(TagId child, TagId parent)
{
	return scan_holds_parts[parent] && !scan_stays_in_table[child];
}

/* Moves what is misplaced in the tables of a page to before them. */
extern void foster_misplaced(Page *page);

#endif
