/*
 * memory.h
 *	  The core's arena inside a memory context of the server, and its hooks for cancellation.
 */
#ifndef ARTICLE_PG_MEMORY_H
#define ARTICLE_PG_MEMORY_H

#include "base/arena.h"
#include "utils/palloc.h"

/*
 * Returns an allocator for arena_init.  It raises an error if memory runs out or the query is
 * cancelled.
 */
extern ArenaAllocator memory_allocator(MemoryContext context);

/*
 * Returns whether the query or the session has been cancelled.  For work that must start over if it
 * is stopped: other interrupts, such as those of client_connection_check_interval, may come often
 * and need not end it.
 */
extern bool memory_interrupted(void *context);

/* PageOptions.interrupted: processes pending interrupts, and always returns false. */
extern bool memory_poll(void *context);

#endif
