/*
 * memory.h
 *	  The core's arena inside a memory context of the server, and its question whether to stop.
 */
#ifndef ARTICLE_PG_MEMORY_H
#define ARTICLE_PG_MEMORY_H

#include "base/arena.h"
#include "utils/palloc.h"

/* An allocator for arena_init: raises where there is no memory, and where a query is cancelled. */
extern ArenaAllocator memory_allocator(MemoryContext context);

/*
 * Has the query been cancelled, or the session?  For work that has to be begun again once it has stopped: other interrupts, such as
 * those of client_connection_check_interval, come as often as they like and end nothing.
 */
extern bool memory_interrupted(void *context);

/* PageOptions.interrupted: serves what interrupts there are, and never says yes. */
extern bool memory_poll(void *context);

#endif
