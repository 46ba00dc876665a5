/*
 * scan_mark.c
 *	  See scan_state.h. Records what the tree leaves out of the page, for html/whole.h: where the
 *	  tags are in the source, in the order of the source.
 */
#include "html/scan_state.h"

#define FIRST_MARKS 64

void
scan_mark_begin(Scanner *scanner)
{
	Page *page = scanner->page;

	scanner->nstarts = scanner->nodes_budget.size;
	page->starts = arena_zalloc(page->arena, sizeof(uint32_t) * scanner->nstarts);
	scanner->marks_budget = (Room){FIRST_MARKS, FIRST_MARKS};
	page->marks = arena_array(page->arena, PageMark, FIRST_MARKS);
}

void
scan_mark_fit(Scanner *scanner)
{
	Page *page = scanner->page;
	uint32_t size = scanner->nodes_budget.size;

	if (page->nnodes <= scanner->nstarts)
		return;
	page->starts = arena_grow(page->arena, page->starts, sizeof(uint32_t) * scanner->nstarts,
							  sizeof(uint32_t) * size);
	memset(page->starts + scanner->nstarts, 0, sizeof(uint32_t) * (size - scanner->nstarts));
	scanner->nstarts = size;
}

void
scan_mark_node(Scanner *scanner)
{
	Page *page = scanner->page;

	scan_mark_fit(scanner);
	page->starts[page->nnodes - 1] = (uint32_t) (scanner->tag_start - page->source.data);
}

void
scan_mark(Scanner *scanner, MarkKind kind, Str where, uint32_t parent)
{
	Page *page = scanner->page;

	if (page->nmarks >= scanner->marks_budget.most &&
		!room_add(&scanner->marks_budget, page, (void **) &page->marks, page->nmarks,
				  scan_budget_for(scanner), sizeof(PageMark)))
		return;
	page->marks[page->nmarks++] = (PageMark){where.data, where.len, page->nnodes, parent, kind};
}

void
scan_mark_element(Scanner *scanner, MarkKind text, Str name, Str content)
{
	if (content.data == NULL)
	{
		scan_mark(scanner, MARK_EMPTY, name, scanner->current);
		return;
	}
	scan_mark(scanner, MARK_START, name, scanner->current);
	if (content.len > 0)
		scan_mark(scanner, text, content, scanner->current);
	scan_mark(scanner, MARK_END, name, scanner->current);
}
