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

/* PageOptions.interrupted: there is an interrupt that CHECK_FOR_INTERRUPTS() would serve now. */
extern bool memory_interrupted(void *context);

#endif
