/*
 * memory.c
 *	  The core's arena inside a memory context, and cancel.
 *	  The core holds no ICU handle while it allocates, so an error may leave it from here; where it
 *	  works long without allocating, it asks memory_interrupted(), which never raises.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "pg/memory.h"

static void *
allocate(void *context, size_t size)
{
	CHECK_FOR_INTERRUPTS();
	return MemoryContextAllocHuge((MemoryContext) context, size);
}

static void
release(void *context, void *memory)
{
	(void) context;
	pfree(memory);
}

static void *
resize(void *context, void *memory, size_t size)
{
	(void) context;
	CHECK_FOR_INTERRUPTS();
	return repalloc_huge(memory, size);
}

ArenaAllocator
memory_allocator(MemoryContext context)
{
	return (ArenaAllocator){allocate, release, context, resize};
}

bool
memory_interrupted(void *context)
{
	(void) context;
	return INTERRUPTS_PENDING_CONDITION() && INTERRUPTS_CAN_BE_PROCESSED();
}
