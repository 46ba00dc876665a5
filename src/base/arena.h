/*
 * arena.h
 *	  Memory that lives as long as one page: handed out in order, given back all at once.
 *
 * The allocator behind an arena is injected (malloc in programs, a memory context in the server)
 * and must not return NULL: where there is no memory it raises, or ends the program.  Hence
 * arena_alloc never returns NULL either, and no caller holds an ICU handle while it allocates, polls,
 * or says that memory is exhausted.
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
	void (*poll)(void *context);	  /* may raise, where a query is to end; NULL: nobody to ask */
	void (*exhausted)(void *context); /* raises, or ends the program */
} ArenaAllocator;

typedef struct Arena
{
	ArenaAllocator allocator;
	ArenaChunk *chunks; /* newest first */
	char *next;			/* free space of the newest chunk */
	char *limit;
	size_t chunk_size; /* of the next chunk */
	size_t total;	   /* bytes asked of the allocator */
} Arena;

extern const ArenaAllocator arena_malloc;

extern void arena_init(Arena *arena, ArenaAllocator allocator);
extern void *arena_alloc(Arena *arena, size_t size);
extern void *arena_zalloc(Arena *arena, size_t size);

/* Takes so much of the allocator at once as will soon be asked for, unless there is as much left. */
extern void arena_reserve(Arena *arena, size_t size);

/*
 * A block made longer, which may move it: the old one is no more.  Callers at least double, so that all growth of a block costs no
 * more than its last size.
 */
extern void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size);

/* Gives back the end of a block that came out longer than it had to be: the newest one, or a large one, which may move. */
extern void *arena_shrink(Arena *arena, void *old, size_t old_size, size_t new_size);

extern void arena_free(Arena *arena);

/*
 * For those who call what allocates elsewhere, as ICU does.  Before: takes so much memory and gives it
 * back, so that what goes on needs not look for it; raises where there is none.  ICU's detector of
 * encodings crashes where it has no memory, and its tables are never set up where they were not once.
 * After: there was no memory.  Does not return.
 */
extern void arena_spare(const Arena *arena, size_t size);
extern void arena_exhausted(const Arena *arena) __attribute__((noreturn));

/* Steps of a loop of some ten nanoseconds each between two polls: about a millisecond. */
#define ARENA_POLL_STEPS 65536

/* In long loops that allocate little: a place where a query may be called off, as in arena_alloc. */
static inline void
arena_poll(const Arena *arena)
{
	if (arena->allocator.poll != NULL)
		arena->allocator.poll(arena->allocator.context);
}

/* The same for a loop that has come to "at", of what only grows: a poll now and then. */
static inline void
arena_poll_at(const Arena *arena, size_t at, size_t *polled)
{
	if (at - *polled >= ARENA_POLL_STEPS)
	{
		*polled = at;
		arena_poll(arena);
	}
}

/* An empty arena with the same allocator, for what one stage needs and the next does not: end it with arena_free. */
extern Arena arena_scratch(const Arena *arena);

#define arena_new(arena, type) ((type *) arena_zalloc((arena), sizeof(type)))
#define arena_array(arena, type, count)                                                            \
	((type *) arena_alloc((arena), sizeof(type) * (size_t) (count)))

#endif
