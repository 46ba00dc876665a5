/*
 * scan_budget.h
 *	  Arrays of a page that grow by doubling, up to the budget for the bytes scanned so far.
 */
#ifndef ARTICLE_SCAN_BUDGET_H
#define ARTICLE_SCAN_BUDGET_H

#include "html/page.h"

typedef struct Room
{
	uint32_t size; /* capacity of the array */
	uint32_t most; /* entries that may be used before room_add is called */
} Room;

/*
 * Makes space for one more entry in an array. Returns false and marks the page as truncated if the
 * budget is exhausted. earned: entries that the bytes scanned so far allow.
 */
extern bool room_add(Room *room, Page *page, void **array, uint32_t used, uint32_t earned,
					 size_t width);

#endif
