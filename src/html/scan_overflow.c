/*
 * scan_overflow.c
 *	  See scan_overflow.h. A text that outgrows its memory moves to a block of twice its length, so
 *	  that all moves together cost no more than the text. A large text in a block of its own grows
 *	  by a quarter, with its block.
 */
#include "html/scan_overflow.h"

#define LEAST_ROOM ((size_t) 16 * 1024)

static void
take_memory(Overflow *overflow, char *memory, size_t used, size_t room)
{
	overflow->start = memory;
	overflow->end = memory + used;
	overflow->limit = memory + room;
}

/* Makes space after the text written last, which has a block of its own. */
static Str
grow_text(Overflow *overflow, Arena *arena, Str text, size_t needed)
{
	size_t room = needed + needed / 4;

	take_memory(
		overflow,
		arena_grow(arena, overflow->start, (size_t) (overflow->limit - overflow->start), room),
		text.len, room);
	return str_make(overflow->start, text.len);
}

static Str
move_text(Overflow *overflow, Arena *arena, Str text, size_t needed)
{
	if (needed > (size_t) (overflow->limit - overflow->end))
	{
		size_t room = needed * 2 > LEAST_ROOM ? needed * 2 : LEAST_ROOM;

		take_memory(overflow, arena_alloc(arena, room), 0, room);
	}
	memcpy(overflow->end, text.data, text.len);
	text.data = overflow->end;
	overflow->end += text.len;
	return text;
}

Str
overflow_add(Overflow *overflow, Arena *arena, Str text, bool separated, Str more)
{
	size_t added = (size_t) separated + more.len;

	if (text.data + text.len == overflow->end &&
		added > (size_t) (overflow->limit - overflow->end) && text.data == overflow->start &&
		text.len >= STRBUF_LARGE)
		text = grow_text(overflow, arena, text, text.len + added);
	else if (text.data + text.len != overflow->end ||
			 added > (size_t) (overflow->limit - overflow->end))
		text = move_text(overflow, arena, text, text.len + added);
	if (separated)
		*overflow->end++ = ' ';
	memcpy(overflow->end, more.data, more.len);
	overflow->end += more.len;
	return str_make(text.data, text.len + added);
}

Str
overflow_fit(Overflow *overflow, Arena *arena, Str text)
{
	if (text.len < STRBUF_LARGE || text.data != overflow->start ||
		text.data + text.len != overflow->end)
		return text;
	take_memory(overflow,
				arena_shrink(arena, overflow->start, (size_t) (overflow->limit - overflow->start),
							 text.len),
				text.len, text.len);
	return str_make(overflow->start, text.len);
}
