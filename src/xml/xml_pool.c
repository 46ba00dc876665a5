/*
 * xml_pool.c
 *	  See xml_pool.h. Small pieces have sizes that are powers of two, and are used again; large ones
 *	  are blocks of their own, freed at once. libxml2's allocator is process-wide: it is replaced
 *	  only while a pool runs, during which nothing else of the process does.
 */
#include "xml/xml_pool.h"

#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>

#include "xml/xml_internal.h"

#define SMALLEST_PIECE ((size_t) 32)
#define LARGEST_PIECE (SMALLEST_PIECE << (XML_POOL_CLASSES - 1)) /* 16 KB */

/*
 * Blocks of small pieces grow with what a pool holds: a text of rules has up to 2000 paths, each of
 * which keeps the pool that it was compiled in, and most take less than the smallest block.
 */
#define SMALLEST_BLOCK ((size_t) 4 * 1024)
#define LARGEST_BLOCK ((size_t) 64 * 1024)
#define OPERATIONS_PER_POLL 4096

struct XmlBlock
{
	XmlBlock *older;
	XmlBlock *newer;
	size_t size;
	uint64_t filler; /* blocks keep the alignment of malloc */
};

/* Before each piece; while it is free, "next" is where its contents were. */
struct XmlPiece
{
	size_t size; /* of the contents */
	XmlPool *pool;
	XmlPiece *next;
};

#define PIECE_HEADER offsetof(XmlPiece, next)

/* The pool that runs, where it jumps to, and why. */
static XmlPool *running;
static sigjmp_buf escape;
static XmlStatus reason;

/*
 * A signal handler may jump while work runs, except during a change of the pool: then the jump is
 * made after it.
 */
static volatile sig_atomic_t may_jump;
static volatile sig_atomic_t changing;
static volatile sig_atomic_t jump_waits;

static void escape_with(XmlStatus status) __attribute__((noreturn));

static void
escape_with(XmlStatus status)
{
	may_jump = 0;
	changing = 0;
	reason = status;
	siglongjmp(escape, 1);
}

void
xml_path_interrupt(void)
{
	if (changing)
		jump_waits = 1;
	else if (may_jump)
		escape_with(XML_STATUS_INTERRUPTED);
}

static void
begin_change(void)
{
	changing = 1;
}

static void
end_change(void)
{
	changing = 0;
	if (jump_waits && may_jump)
		escape_with(XML_STATUS_INTERRUPTED);
}

static void
charge(XmlPool *pool, uint64_t operations)
{
	const XmlLimits *limits = pool->limits;

	pool->operations += operations;
	if (limits->operations > 0 && pool->operations > limits->operations)
		escape_with(XML_STATUS_TOO_COMPLEX);
	if (pool->operations - pool->polled < OPERATIONS_PER_POLL)
		return;
	pool->polled = pool->operations;
	if (limits->interrupted != NULL && limits->interrupted(limits->interrupt_context))
		escape_with(XML_STATUS_INTERRUPTED);
}

void
xml_pool_charge(uint64_t operations)
{
	charge(running, operations);
}

void
xml_pool_use(XmlPool *pool)
{
	pool->limits = running->limits;
	pool->operations = running->operations;
	pool->polled = running->polled;
	running = pool;
}

static XmlBlock *
add_block(XmlPool *pool, size_t size)
{
	const XmlLimits *limits = pool->limits;
	XmlBlock *block;

	if (limits->memory > 0 && (size > limits->memory || pool->held > limits->memory - size))
		escape_with(XML_STATUS_TOO_LARGE);
	block = malloc(sizeof(XmlBlock) + size);
	if (block == NULL)
		escape_with(XML_STATUS_NO_MEMORY);
	block->size = size;
	block->newer = NULL;
	block->older = pool->blocks;
	if (pool->blocks != NULL)
		pool->blocks->newer = block;
	pool->blocks = block;
	pool->held += size;
	return block;
}

static void
drop_block(XmlPool *pool, XmlBlock *block)
{
	if (block->older != NULL)
		block->older->newer = block->newer;
	if (block->newer != NULL)
		block->newer->older = block->older;
	else
		pool->blocks = block->older;
	pool->held -= block->size;
	free(block);
}

static int
class_of(size_t size)
{
	int class = 0;

	while (SMALLEST_PIECE << class < size)
		class ++;
	return class;
}

/* The size of the next block for small pieces, of which the first has this size. */
static size_t
block_size(const XmlPool *pool, size_t piece)
{
	size_t size = pool->held;

	if (size < SMALLEST_BLOCK)
		size = SMALLEST_BLOCK;
	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	return size > piece ? size : piece;
}

static XmlPiece *
small_piece(XmlPool *pool, int class)
{
	XmlPiece *piece = pool->freed[class];
	size_t size = SMALLEST_PIECE << class;

	if (piece != NULL)
	{
		pool->freed[class] = piece->next;
		return piece;
	}
	if (PIECE_HEADER + size > (size_t) (pool->limit - pool->next))
	{
		XmlBlock *block = add_block(pool, block_size(pool, PIECE_HEADER + size));

		pool->next = (char *) (block + 1);
		pool->limit = pool->next + block->size;
	}
	piece = (XmlPiece *) pool->next;
	pool->next += PIECE_HEADER + size;
	piece->size = size;
	piece->pool = pool;
	return piece;
}

static XmlPiece *
new_piece(XmlPool *pool, size_t size)
{
	XmlPiece *piece;

	if (size <= LARGEST_PIECE)
		piece = small_piece(pool, class_of(size));
	else
	{
		piece = (XmlPiece *) (add_block(pool, PIECE_HEADER + size) + 1);
		piece->size = size;
		piece->pool = pool;
	}
	return piece;
}

static void *
pool_malloc(size_t size)
{
	XmlPiece *piece;

	charge(running, 1 + size / XML_BYTES_AN_OPERATION);
	begin_change();
	piece = new_piece(running, size);
	end_change();
	return (char *) piece + PIECE_HEADER;
}

/* A piece of another pool, as of a compiled path, is freed with its pool. */
static void
pool_free(void *memory)
{
	XmlPiece *piece;

	if (memory == NULL)
		return;
	piece = (XmlPiece *) ((char *) memory - PIECE_HEADER);
	if (piece->pool != running)
		return;
	begin_change();
	if (piece->size > LARGEST_PIECE)
		drop_block(running, (XmlBlock *) piece - 1);
	else
	{
		int class = class_of(piece->size);

		piece->next = running->freed[class];
		running->freed[class] = piece;
	}
	end_change();
}

static void *
pool_realloc(void *memory, size_t size)
{
	size_t old = 0;
	void *moved;

	if (memory != NULL)
		old = ((XmlPiece *) ((char *) memory - PIECE_HEADER))->size;
	if (size <= old)
		return memory;
	moved = pool_malloc(size);
	if (memory != NULL)
		memcpy(moved, memory, old);
	pool_free(memory);
	return moved;
}

static char *
pool_strdup(const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(pool_malloc(size), text, size);
}

#if XML_XPATH_PRINTS
static void
print_nothing(void *context, const char *format, ...)
{
	(void) context;
	(void) format;
}
#endif

typedef struct Task
{
	void (*work)(void *context);
	void *context;
} Task;

static void
run(void *context)
{
	const Task *task = context;

	if (sigsetjmp(escape, 1) == 0)
	{
		may_jump = 1;
		task->work(task->context);
	}
	may_jump = 0;
}

/* Nothing that was allocated in the pool may be left in libxml2's state: its last error. */
XmlStatus
xml_pool_run(XmlPool *pool, const XmlLimits *limits, void (*work)(void *), void *context)
{
	xmlFreeFunc free_before;
	xmlMallocFunc malloc_before;
	xmlReallocFunc realloc_before;
	xmlStrdupFunc strdup_before;
	Task task = {work, context};

#if XML_XPATH_PRINTS
	xmlGenericErrorFunc print_before = xmlGenericError;
	void *print_context = xmlGenericErrorContext;

	xmlSetGenericErrorFunc(NULL, print_nothing);
#endif
	xmlInitParser();
	xmlResetLastError();
	xmlMemGet(&free_before, &malloc_before, &realloc_before, &strdup_before);
	running = pool;
	pool->limits = limits;
	pool->operations = pool->polled = 0;
	xmlMemSetup(pool_free, pool_malloc, pool_realloc, pool_strdup);
	reason = XML_STATUS_OK;
	changing = jump_waits = 0;
	if (limits->interruptible != NULL)
		limits->interruptible(run, &task);
	else
		run(&task);
	xmlResetLastError();
	running->limits = NULL;
	xmlMemSetup(free_before, malloc_before, realloc_before, strdup_before);
#if XML_XPATH_PRINTS
	xmlSetGenericErrorFunc(print_context, print_before);
#endif
	running = NULL;
	pool->limits = NULL;
	return reason;
}

void
xml_pool_free(XmlPool *pool)
{
	while (pool->blocks != NULL)
		drop_block(pool, pool->blocks);
	memset(pool, 0, sizeof(*pool));
}
