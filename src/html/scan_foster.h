/*
 * scan_foster.h
 *	  Text and elements inside a table but in none of its cells.
 */
#ifndef ARTICLE_SCAN_FOSTER_H
#define ARTICLE_SCAN_FOSTER_H

#include "html/page.h"

/* The elements of a table that can contain only other parts of it, and what each may contain. */
static const bool scan_holds_parts[TAG_COUNT] = {
	[TAG_table] = true, [TAG_tbody] = true, [TAG_thead] = true, [TAG_tfoot] = true, [TAG_tr] = true,
};
static const bool scan_stays_in_table[TAG_COUNT] = {
	[TAG_caption] = true, [TAG_col] = true,	  [TAG_colgroup] = true, [TAG_tbody] = true,
	[TAG_thead] = true,	  [TAG_tfoot] = true, [TAG_tr] = true,		 [TAG_td] = true,
	[TAG_th] = true,	  [TAG_input] = true, [TAG_template] = true,
};

/* Is an element "child" misplaced directly inside "parent"? */
static inline bool
is_misplaced(TagId child, TagId parent)
{
	return scan_holds_parts[parent] && !scan_stays_in_table[child];
}

/* Moves the misplaced content of a page's tables to before the tables. */
extern void foster_misplaced(Page *page);

#endif
