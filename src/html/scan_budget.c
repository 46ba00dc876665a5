/*
 * scan_budget.c
 *	  See scan_budget.h.
 */
#include "html/scan_budget.h"

#include "html/scanner.h"

bool
room_add(Room *room, Page *page, void **array, uint32_t used, uint32_t earned, size_t width)
{
	uint32_t whole = SCAN_FREE_NODES + page->source.len / SCAN_BYTES_A_NODE;

	if (used >= earned)
	{
		page->truncated = true;
		return false;
	}
	if (used == room->size)
	{
		room->size = used * 2 < whole ? used * 2 : used < whole ? whole : used + 1;
		*array = arena_grow(page->arena, *array, width * used, width * room->size);
	}
	room->most = room->size < earned ? room->size : earned;
	return true;
}
