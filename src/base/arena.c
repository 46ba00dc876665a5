/*
 * arena.c
 *	  See arena.h. Chunks double from 16 KB to 128 KB; a large request gets a chunk of its own. A
 *	  caller that knows how much it will need reserves it: malloc returns memory to the system when
 *	  more is free than twice the largest block it has seen, and taking it again costs a page fault
 *	  every 4 KB, a tenth of the time of a parse.
 */
#include "base/arena.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_CHUNK ((size_t) 16 * 1024)
#define FIRST_SCRATCH ((size_t) 2 * 1024) /* most stages need little */
#define LARGEST_CHUNK ((size_t) 128 * 1024)
#define ALIGNMENT ((size_t) 8)
/* Bytes that are zeroed between two polls: some 4 ms, as their pages are new. */
#define ZEROED_BYTES ((size_t) 8 * 1024 * 1024)

struct ArenaChunk
{
	ArenaChunk *older;
	ArenaChunk *newer;
	uint64_t size; /* always 8 bytes, so that the block after it is aligned */
};

_Static_assert(sizeof(ArenaChunk) % 8 == 0, "blocks are aligned");

static void *
malloc_or_die(void *context, size_t size)
{
	void *memory = malloc(size);

	(void) context;
	if (memory == NULL)
		abort();
	return memory;
}

static void
malloc_release(void *context, void *memory)
{
	(void) context;
	free(memory);
}

static void *
realloc_or_die(void *context, void *memory, size_t size)
{
	memory = realloc(memory, size);
	(void) context;
	if (memory == NULL)
		abort();
	return memory;
}

static void
malloc_exhausted(void *context)
{
	(void) context;
	abort();
}

const ArenaAllocator arena_malloc = {malloc_or_die,	 malloc_release, NULL,
									 realloc_or_die, NULL,			 malloc_exhausted};

void
arena_init(Arena *arena, ArenaAllocator allocator)
{
	memset(arena, 0, sizeof(*arena));
	arena->allocator = allocator;
	arena->chunk_size = FIRST_CHUNK;
}

static ArenaChunk *
make_chunk(Arena *arena, size_t size)
{
	ArenaChunk *chunk =
		arena->allocator.allocate(arena->allocator.context, sizeof(ArenaChunk) + size);

	chunk->size = size;
	arena->total += sizeof(ArenaChunk) + size;
	return chunk;
}

/* Links a chunk between two neighbours; either may be NULL. */
static void
link_chunk(Arena *arena, ArenaChunk *chunk, ArenaChunk *newer, ArenaChunk *older)
{
	chunk->newer = newer;
	chunk->older = older;
	if (older != NULL)
		older->newer = chunk;
	if (newer != NULL)
		newer->older = chunk;
	else
		arena->chunks = chunk;
}

/*
 * Puts a large block after the newest chunk in the list, so that the free space of the newest one
 * stays in use.
 */
static void *
alloc_large(Arena *arena, size_t size)
{
	ArenaChunk *chunk = make_chunk(arena, size);
	ArenaChunk *newest = arena->chunks;

	link_chunk(arena, chunk, newest, newest ? newest->older : NULL);
	return chunk + 1;
}

static size_t
aligned(size_t size)
{
	return size > 0 ? (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1) : ALIGNMENT;
}

static void
begin_chunk(Arena *arena, size_t size)
{
	link_chunk(arena, make_chunk(arena, size), NULL, arena->chunks);
	arena->next = (char *) (arena->chunks + 1);
	arena->limit = arena->next + size;
}

void
arena_reserve(Arena *arena, size_t size)
{
	if (size > (size_t) (arena->limit - arena->next))
		begin_chunk(arena, aligned(size));
}

static void
add_chunk(Arena *arena)
{
	begin_chunk(arena, arena->chunk_size);
	if (arena->chunk_size < LARGEST_CHUNK)
		arena->chunk_size *= 2;
}

void *
arena_alloc(Arena *arena, size_t size)
{
	char *result;

	size = aligned(size);
	if (size > (size_t) (arena->limit - arena->next))
	{
		if (size > arena->chunk_size / 4)
			return alloc_large(arena, size);
		add_chunk(arena);
	}
	result = arena->next;
	arena->next += size;
	return result;
}

void *
arena_zalloc(Arena *arena, size_t size)
{
	char *block = arena_alloc(arena, size);
	size_t done = 0;

	for (; size - done > ZEROED_BYTES; done += ZEROED_BYTES)
	{
		memset(block + done, 0, ZEROED_BYTES);
		arena_poll(arena);
	}
	memset(block + done, 0, size - done);
	return block;
}

/*
 * Returns the chunk that holds only this block, or NULL. A block that grew to fill the newest chunk
 * counts as part of that chunk.
 */
static ArenaChunk *
own_chunk(const Arena *arena, const void *block, size_t size)
{
	ArenaChunk *chunk = size > FIRST_CHUNK / 4 ? arena->chunks : NULL;

	while (chunk != NULL && (const void *) (chunk + 1) != block)
		chunk = chunk->older;
	if (chunk == NULL || chunk->size != aligned(size) ||
		(const char *) block + chunk->size == arena->limit)
		return NULL;
	return chunk;
}

static void *
resize_chunk(Arena *arena, ArenaChunk *chunk, size_t size)
{
	ArenaChunk *newer = chunk->newer;
	ArenaChunk *older = chunk->older;

	arena->total += size - chunk->size;
	chunk = arena->allocator.resize(arena->allocator.context, chunk, sizeof(ArenaChunk) + size);
	chunk->size = size;
	link_chunk(arena, chunk, newer, older);
	return chunk + 1;
}

/*
 * Moves the end of the newest chunk's last block. Returns false if the block is not that one, or if
 * the space is too small.
 */
static bool
resize_last(Arena *arena, char *block, size_t old_size, size_t new_size)
{
	if (block == NULL || block + aligned(old_size) != arena->next ||
		aligned(new_size) > (size_t) (arena->limit - block))
		return false;
	arena->next = block + aligned(new_size);
	return true;
}

void *
arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size)
{
	ArenaChunk *chunk;
	void *grown;

	if (resize_last(arena, old, old_size, new_size))
		return old;
	chunk = own_chunk(arena, old, old_size);
	if (chunk != NULL)
		return resize_chunk(arena, chunk, aligned(new_size));
	grown = arena_alloc(arena, new_size);
	if (old_size > 0)
		memcpy(grown, old, old_size);
	return grown;
}

void *
arena_shrink(Arena *arena, void *old, size_t old_size, size_t new_size)
{
	ArenaChunk *chunk;

	if (resize_last(arena, old, old_size, new_size))
		return old;
	chunk = own_chunk(arena, old, old_size);
	return chunk != NULL ? resize_chunk(arena, chunk, aligned(new_size)) : old;
}

void
arena_free(Arena *arena)
{
	while (arena->chunks != NULL)
	{
		ArenaChunk *chunk = arena->chunks;

		arena->chunks = chunk->older;
		arena->allocator.release(arena->allocator.context, chunk);
		arena_poll(arena);
	}
	arena->next = arena->limit = NULL;
}

void
arena_spare(const Arena *arena, size_t size)
{
	const ArenaAllocator *allocator = &arena->allocator;

	allocator->release(allocator->context, allocator->allocate(allocator->context, size));
}

void
arena_exhausted(const Arena *arena)
{
	arena->allocator.exhausted(arena->allocator.context);
	abort(); /* the allocator has broken its contract */
}

Arena
arena_scratch(const Arena *arena)
{
	Arena scratch;

	arena_init(&scratch, arena->allocator);
	scratch.chunk_size = FIRST_SCRATCH;
	return scratch;
}
