/*
 * scan_overflow.c
 *	  See scan_overflow.h. A text that outgrows its memory moves to a block of twice its length, so
 *	  that all moves together cost no more than the text. A large text in a block of its own grows
 *	  by a quarter, with its block.
 */
#include "html/scan_overflow.h"

#define LEAST_ROOM ((size_t) 16 * 1024)

static void
take_memory(Overflow *spill, char *memory, size_t used, size_t room)
{
	spill->start = memory;
	spill->end = memory + used;
	spill->limit = memory + room;
}

/* Makes space after the text written last, which has a block of its own. */
static Str
grow_text(Overflow *spill, Arena *arena, Str text, size_t needed)
{
	size_t room = needed + needed / 4;

	take_memory(spill,
				arena_grow(arena, spill->start, (size_t) (spill->limit - spill->start), room),
				text.len, room);
	return str_make(spill->start, text.len);
}

static Str
move_text(Overflow *spill, Arena *arena, Str text, size_t needed)
{
	if (needed > (size_t) (spill->limit - spill->end))
	{
		size_t room = needed * 2 > LEAST_ROOM ? needed * 2 : LEAST_ROOM;

		take_memory(spill, arena_alloc(arena, room), 0, room);
	}
	memcpy(spill->end, text.data, text.len);
	text.data = spill->end;
	spill->end += text.len;
	return text;
}

Str
overflow_add(Overflow *spill, Arena *arena, Str text, bool parted, Str more)
{
	size_t added = (size_t) parted + more.len;

	if (text.data + text.len == spill->end && added > (size_t) (spill->limit - spill->end) &&
		text.data == spill->start && text.len >= STRBUF_LARGE)
		text = grow_text(spill, arena, text, text.len + added);
	else if (text.data + text.len != spill->end || added > (size_t) (spill->limit - spill->end))
		text = move_text(spill, arena, text, text.len + added);
	if (parted)
		*spill->end++ = ' ';
	memcpy(spill->end, more.data, more.len);
	spill->end += more.len;
	return str_make(text.data, text.len + added);
}

Str
overflow_fit(Overflow *spill, Arena *arena, Str text)
{
	if (text.len < STRBUF_LARGE || text.data != spill->start || text.data + text.len != spill->end)
		return text;
	take_memory(
		spill, arena_shrink(arena, spill->start, (size_t) (spill->limit - spill->start), text.len),
		text.len, text.len);
	return str_make(spill->start, text.len);
}
