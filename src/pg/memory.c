/*
 * memory.c
 *	  The core's arena inside a memory context, and cancellation.  The core holds no ICU handle
 *	  while it allocates, so an allocator may raise an error.  During long work without allocations,
 *	  the core polls; while a handle is open, it calls memory_interrupted(), which never raises an
 *	  error.
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

static void
poll(void *context)
{
	(void) context;
	CHECK_FOR_INTERRUPTS();
}

static void
exhausted(void *context)
{
	(void) context;
	ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory"),
					errdetail("ICU could not allocate memory."),
					errhint("If this happens again, start a new session: ICU does not retry an "
							"initialization that has failed once.")));
}

ArenaAllocator
memory_allocator(MemoryContext context)
{
	return (ArenaAllocator){allocate, release, context, resize, poll, exhausted};
}

bool
memory_interrupted(void *context)
{
	(void) context;
	return (QueryCancelPending || ProcDiePending) && INTERRUPTS_CAN_BE_PROCESSED();
}

bool
memory_poll(void *context)
{
	(void) context;
	CHECK_FOR_INTERRUPTS();
	return false;
}
