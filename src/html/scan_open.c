/*
 * scan_open.c
 *	  See scan_state.h.  The stack of open elements is all that decides what a tag closes.  A node gets its end when it is popped.
 */
#include "html/scan_state.h"

#include "html/scan_scope.h"

void
scan_push(Scanner *scanner, TagId tag)
{
	scanner->current = scanner->page->nnodes - 1;
	scanner->open[scanner->depth++] = (uint8_t) tag;
	scanner->open_count[tag]++;
	scanner->parted |= tag_is_block(tag);
}

static void
pop(Scanner *scanner)
{
	Node *node = &scanner->page->nodes[scanner->current];
	TagId tag = (TagId) scanner->open[--scanner->depth];

	node->end = scanner->page->nnodes;
	scanner->current = node->parent;
	scanner->open_count[tag]--;
	scanner->parted |= tag_is_block(tag);
	scanner->space |= (node->flags & NODE_LINES) != 0;
}

void
scan_pop_to(Scanner *scanner, uint32_t depth)
{
	while (scanner->depth > depth)
		pop(scanner);
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

static void
close_if_open(Scanner *scanner, TagId tag)
{
	uint32_t depth;

	if (scanner->open_count[tag] == 0)
		return;
	depth = scan_find_open(scanner, tag);
	if (depth < SCAN_MAX_DEPTH)
		scan_pop_to(scanner, depth);
}

/* Ends the parts of the innermost table, up to this rank. */
static void
close_table_parts(Scanner *scanner, uint8_t rank)
{
	uint32_t depth = scanner->depth;

	for (uint32_t i = scanner->depth; i > 0 && scanner->open[i - 1] != TAG_table; i--)
	{
		uint8_t open = table_rank[scanner->open[i - 1]];

		if (open > 0 && open <= rank)
			depth = i - 1;
	}
	scan_pop_to(scanner, depth);
}

/* Ends what a start tag ends by itself (WHATWG 13.2.6.4.7 and the table modes). */
void
scan_close_implied(Scanner *scanner, TagId tag)
{
	if (tag_info[tag].flags & TAG_CLOSES_P)
		close_if_open(scanner, TAG_p);
	if (table_rank[tag] > 0)
		close_table_parts(scanner, table_rank[tag]);
	switch (tag)
	{
		case TAG_dd:
		case TAG_dt:
			close_if_open(scanner, TAG_dd);
			close_if_open(scanner, TAG_dt);
			break;
		case TAG_a:
		case TAG_li:
		case TAG_option:
			close_if_open(scanner, tag);
			break;
		default:
			break;
	}
}
