/*
 * scan_budget.h
 *	  Arrays of a page that grow by doubling, up to what the page has earned as far as it has been read.
 */
#ifndef ARTICLE_SCAN_BUDGET_H
#define ARTICLE_SCAN_BUDGET_H

#include "html/page.h"

typedef struct Room
{
	uint32_t size; /* of the array */
	uint32_t most; /* what may be used of it before room_add is asked */
} Room;

/* Room for one more in an array; false, and the page truncated, where as many are used as it has earned. */
extern bool room_add(Room *room, Page *page, void **array, uint32_t used, uint32_t earned,
					 size_t width);

#endif
