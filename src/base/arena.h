/*
 * arena.h
 *	  Memory that lives as long as one page: allocated in order, freed all at once.
 *
 * The allocator behind an arena is injected (malloc in programs, a memory context in the server)
 * and must not return NULL: if memory is exhausted, it raises an error or ends the program. Hence
 * arena_alloc never returns NULL either, and no caller may hold an ICU handle while it allocates,
 * polls, or reports that memory is exhausted.
 */
#ifndef ARTICLE_ARENA_H
#define ARTICLE_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct ArenaAllocator
{
	void *(*allocate)(void *context, size_t size); /* never NULL */
	void (*release)(void *context, void *memory);
	void *context;
	void *(*resize)(void *context, void *memory, size_t size); /* as realloc, but never NULL */
	void (*poll)(void *context);	  /* may raise, to cancel a query; may be NULL */
	void (*exhausted)(void *context); /* raises, or ends the program */
} ArenaAllocator;

typedef struct Arena
{
	ArenaAllocator allocator;
	ArenaChunk *chunks; /* newest first */
	char *next;			/* free space of the newest chunk */
	char *limit;
	size_t chunk_size; /* size of the next chunk */
	size_t total;	   /* bytes requested from the allocator */
} Arena;

extern const ArenaAllocator arena_malloc;

extern void arena_init(Arena *arena, ArenaAllocator allocator);
extern void *arena_alloc(Arena *arena, size_t size);
extern void *arena_zalloc(Arena *arena, size_t size);

/* Makes sure that `size` bytes are free in one chunk, with at most one request to the allocator. */
extern void arena_reserve(Arena *arena, size_t size);

/*
 * Returns a block with the old contents and new_size bytes; the old block must not be used any
 * more. Callers at least double the size, so that growing a block costs no more in total than its
 * last size.
 */
extern void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size);

/*
 * Shortens a block to new_size bytes and returns it. Only the newest block, or a large one (which
 * may move), gives memory back.
 */
extern void *arena_shrink(Arena *arena, void *old, size_t old_size, size_t new_size);

/* Polls from chunk to chunk: the system takes 100 ms to take back some hundred megabytes. */
extern void arena_free(Arena *arena);

/*
 * arena_spare: call before entering a library that allocates by itself (ICU). Allocates and frees
 * `size` bytes, so that the library's malloc succeeds; raises if it cannot. ICU's encoding detector
 * crashes without memory, and ICU tables that failed to load once are never loaded again.
 *
 * arena_exhausted: call when such a library has run out of memory. Does not return.
 */
extern void arena_spare(const Arena *arena, size_t size);
extern void arena_exhausted(const Arena *arena) __attribute__((noreturn));

/* Steps between two polls, in a loop that takes about 10 ns per step: about a millisecond. */
#define ARENA_POLL_STEPS 65536

/* Lets the query be cancelled here, as arena_alloc does. For long loops that allocate little. */
static inline void
arena_poll(const Arena *arena)
{
	if (arena->allocator.poll != NULL)
		arena->allocator.poll(arena->allocator.context);
}

/* Polls if a loop has advanced by ARENA_POLL_STEPS since *polled. "at" must only grow. */
static inline void
arena_poll_at(const Arena *arena, size_t at, size_t *polled)
{
	if (at - *polled >= ARENA_POLL_STEPS)
	{
		*polled = at;
		arena_poll(arena);
	}
}

/*
 * Returns an empty arena with the same allocator, for memory that only one stage needs. Free it
 * with arena_free.
 */
extern Arena arena_scratch(const Arena *arena);

#define arena_new(arena, type) ((type *) arena_zalloc((arena), sizeof(type)))
#define arena_array(arena, type, count)                                                            \
	((type *) arena_alloc((arena), sizeof(type) * (size_t) (count)))

#endif
