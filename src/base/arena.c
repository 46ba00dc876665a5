/*
 * arena.c
 *	  See arena.h.  Chunks double from 16 KB to 1 MB; a large request gets a chunk of its own.
 */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CHUNK ((size_t) 16 * 1024)
#define LARGEST_CHUNK ((size_t) 1024 * 1024)
#define ALIGNMENT ((size_t) 8)

struct ArenaChunk
{
	ArenaChunk *older;
	size_t size;
};

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

const ArenaAllocator arena_malloc = {malloc_or_die, malloc_release, NULL};

void
arena_init(Arena *arena, ArenaAllocator allocator)
{
	memset(arena, 0, sizeof(*arena));
	arena->allocator = allocator;
}

static size_t
next_chunk_size(const Arena *arena)
{
	size_t size = arena->chunks ? arena->chunks->size * 2 : FIRST_CHUNK;

	return size > LARGEST_CHUNK ? LARGEST_CHUNK : size;
}

static ArenaChunk *
add_chunk(Arena *arena, size_t size)
{
	ArenaChunk *chunk =
		arena->allocator.allocate(arena->allocator.context, sizeof(ArenaChunk) + size);

	chunk->size = size;
	chunk->older = arena->chunks;
	arena->chunks = chunk;
	arena->total += sizeof(ArenaChunk) + size;
	return chunk;
}

/* A large block stands behind the newest chunk, so that the newest one's free space stays in use.
 */
static void *
alloc_large(Arena *arena, size_t size)
{
	ArenaChunk *newest = arena->chunks;
	ArenaChunk *chunk = add_chunk(arena, size);

	if (newest != NULL)
	{
		arena->chunks = newest;
		chunk->older = newest->older;
		newest->older = chunk;
	}
	return chunk + 1;
}

void *
arena_alloc(Arena *arena, size_t size)
{
	char *result;

	size = size > 0 ? (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1) : ALIGNMENT;
	if (size > (size_t) (arena->limit - arena->next))
	{
		size_t chunk_size = next_chunk_size(arena);

		if (size > chunk_size / 4)
			return alloc_large(arena, size);
		arena->next = (char *) (add_chunk(arena, chunk_size) + 1);
		arena->limit = arena->next + chunk_size;
	}
	result = arena->next;
	arena->next += size;
	return result;
}

void *
arena_zalloc(Arena *arena, size_t size)
{
	return memset(arena_alloc(arena, size), 0, size);
}

/* A larger copy of a block; the old one stays in the arena, so callers at least double. */
void *
arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size)
{
	void *grown = arena_alloc(arena, new_size);

	if (old_size > 0)
		memcpy(grown, old, old_size);
	return grown;
}

void
arena_free(Arena *arena)
{
	while (arena->chunks != NULL)
	{
		ArenaChunk *chunk = arena->chunks;

		arena->chunks = chunk->older;
		arena->allocator.release(arena->allocator.context, chunk);
	}
	arena->next = arena->limit = NULL;
}
