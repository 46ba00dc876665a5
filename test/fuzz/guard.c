/*
 * guard.c
 *	  Replaces base/arena.c in the fuzz targets. Each block is surrounded by memory that
 *	  AddressSanitizer guards, so that an access outside it is detected, as it would not be inside a
 *	  chunk of the real arena. A block that grows or shrinks always moves, so that use of the old
 *	  one is detected, too. Chunks pass from one arena to the next without malloc: most inputs take
 *	  less time than that. New blocks are filled with guard_fill, which a test may change, so that
 *	  reading a byte before it is written makes a difference.
 */
#include "guard.h"

#include <sanitizer/asan_interface.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES ((size_t) 512 * 1024) /* with 64 KB, page faults took a third of the time */
#define LARGE (CHUNK_BYTES / 4)			  /* from this size on, malloc guards the block */
#define RED_ZONE ((size_t) 16)
#define ALIGNMENT ((size_t) 8)

struct ArenaChunk
{
	ArenaChunk *older;
	bool large; /* a single block, guarded by malloc */
	size_t size;
};

const ArenaAllocator arena_malloc = {0}; /* never called */
unsigned char guard_fill = 0xA5;

static ArenaChunk *spare;

void
arena_init(Arena *arena, ArenaAllocator allocator)
{
	memset(arena, 0, sizeof(*arena));
	arena->allocator = allocator;
}

static ArenaChunk *
take_chunk(size_t size, bool large)
{
	ArenaChunk *chunk = spare;

	if (!large && chunk != NULL)
	{
		spare = chunk->older;
		return chunk;
	}
	chunk = malloc(sizeof(ArenaChunk) + size);
	if (chunk == NULL)
		abort();
	chunk->large = large;
	chunk->size = size;
	return chunk;
}

static void *
alloc_large(Arena *arena, size_t size)
{
	ArenaChunk *chunk = take_chunk(size, true);

	/* after the newest, which stays in use */
	if (arena->chunks != NULL)
	{
		chunk->older = arena->chunks->older;
		arena->chunks->older = chunk;
	}
	else
	{
		chunk->older = NULL;
		arena->chunks = chunk;
	}
	return memset(chunk + 1, guard_fill, size);
}

void *
arena_alloc(Arena *arena, size_t size)
{
	size_t room = ((size > 0 ? size : 1) + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
	char *block;

	arena->total += room;
	if (size >= LARGE)
		return alloc_large(arena, size);
	if (room + RED_ZONE > (size_t) (arena->limit - arena->next))
	{
		ArenaChunk *chunk = take_chunk(CHUNK_BYTES, false);

		chunk->older = arena->chunks;
		arena->chunks = chunk;
		arena->next = (char *) (chunk + 1);
		arena->limit = arena->next + CHUNK_BYTES;
		ASAN_POISON_MEMORY_REGION(arena->next, CHUNK_BYTES);
	}
	block = arena->next;
	arena->next += room + RED_ZONE;
	ASAN_UNPOISON_MEMORY_REGION(block, size);
	return memset(block, guard_fill, size);
}

void *
arena_zalloc(Arena *arena, size_t size)
{
	return memset(arena_alloc(arena, size), 0, size);
}

/* Always moves the block: the real arena may. */
static void *
move(Arena *arena, void *old, size_t old_size, size_t new_size)
{
	void *moved = arena_alloc(arena, new_size);

	if (old == NULL || old_size == 0)
		return moved;
	memcpy(moved, old, old_size < new_size ? old_size : new_size);
	ASAN_POISON_MEMORY_REGION(old, old_size);
	return moved;
}

void *
arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size)
{
	return move(arena, old, old_size, new_size);
}

void *
arena_shrink(Arena *arena, void *old, size_t old_size, size_t new_size)
{
	return move(arena, old, old_size, new_size);
}

/* Does nothing: reserved blocks would be adjacent. */
void
arena_reserve(Arena *arena, size_t size)
{
	(void) arena;
	(void) size;
}

void
arena_spare(const Arena *arena, size_t size)
{
	(void) arena;
	(void) size;
}

void
arena_exhausted(const Arena *arena)
{
	(void) arena;
	abort();
}

Arena
arena_scratch(const Arena *arena)
{
	Arena scratch;

	arena_init(&scratch, arena->allocator);
	return scratch;
}

void
arena_free(Arena *arena)
{
	while (arena->chunks != NULL)
	{
		ArenaChunk *chunk = arena->chunks;

		arena->chunks = chunk->older;
		if (chunk->large)
		{
			ASAN_UNPOISON_MEMORY_REGION(chunk + 1, chunk->size); /* for malloc's next block there */
			free(chunk);
			continue;
		}
		ASAN_POISON_MEMORY_REGION(chunk + 1, CHUNK_BYTES);
		chunk->older = spare;
		spare = chunk;
	}
	arena->next = arena->limit = NULL;
}
