/*
 * scan_open.c
 *	  See scan_state.h. Only the stack of open elements decides what a tag closes. A node gets its
 *	  end when it is popped.
 */
#include "html/scan_state.h"

#include "html/scan_scope.h"

void
scan_pop_to(Scanner *scanner, uint32_t depth)
{
	while (scanner->depth > depth)
		scan_pop(scanner);
}

uint32_t
scan_find_open(const Scanner *scanner, TagId closing)
{
	for (uint32_t i = scanner->depth; i > 0; i--)
	{
		TagId open = scanner->open[i - 1];

		if (same_element(open, closing))
			return i - 1;
		if (bounds_scope(open, closing))
			break;
	}
	return SCAN_MAX_DEPTH;
}

bool
scan_close_if_open(Scanner *scanner, TagId tag)
{
	uint32_t depth;

	if (scanner->open_count[tag] == 0)
		return false;
	depth = scan_find_open(scanner, tag);
	if (depth >= SCAN_MAX_DEPTH)
		return false;
	scan_pop_to(scanner, depth);
	return true;
}

/*
 * A part of a table closes everything open in the innermost table, up to an element that may
 * contain the part: for a row, a row group or the table itself (WHATWG "clear the stack back to a
 * table context").
 */
static void
close_table_parts(Scanner *scanner, uint8_t rank)
{
	uint32_t depth = scanner->depth; /* without an open table: the outermost part of one */

	for (uint32_t i = scanner->depth; i > 0 && !is_sealed((TagId) scanner->open[i - 1]); i--)
	{
		TagId open = (TagId) scanner->open[i - 1];

		if (open == TAG_table || table_rank[open] > rank)
		{
			depth = i;
			break;
		}
		if (table_rank[open] > 0)
			depth = i - 1;
	}
	scan_pop_to(scanner, depth);
}

/* Closes the annotations of a <ruby>, whose end tags may be omitted. */
static void
close_ruby_parts(Scanner *scanner, TagId tag)
{
	scan_close_if_open(scanner, TAG_rb);
	scan_close_if_open(scanner, TAG_rt);
	scan_close_if_open(scanner, TAG_rp);
	if (tag == TAG_rb || tag == TAG_rtc)
		scan_close_if_open(scanner, TAG_rtc);
}

/* WHATWG 13.2.6.4.7, and the table modes. */
void
scan_close_implied(Scanner *scanner, TagId tag)
{
	if (table_rank[tag] > 0)
		close_table_parts(scanner, table_rank[tag]);
	switch (tag)
	{
		case TAG_dd:
		case TAG_dt:
			scan_close_if_open(scanner, TAG_dd);
			scan_close_if_open(scanner, TAG_dt);
			break;
		case TAG_a:
		case TAG_li:
		case TAG_option:
			scan_close_if_open(scanner, tag);
			break;
		case TAG_optgroup:
			scan_close_if_open(scanner, TAG_option);
			scan_close_if_open(scanner, tag);
			break;
		case TAG_input:
		case TAG_textarea:
			scan_close_if_open(scanner, TAG_select);
			break;
		case TAG_rb:
		case TAG_rp:
		case TAG_rt:
		case TAG_rtc:
			close_ruby_parts(scanner, tag);
			break;
		default:
			break;
	}
}
