/*
 * scan_spill.c
 *	  See scan_spill.h.  A text that outgrows its memory moves to some of twice its length, so that all moves together cost no more
 *	  than the text.
 */
#include "html/scan_spill.h"

#define LEAST_ROOM ((size_t) 16 * 1024)

static Str
move_text(Spill *spill, Arena *arena, Str text, size_t needed)
{
	if (needed > (size_t) (spill->limit - spill->end))
	{
		size_t room = needed * 2 > LEAST_ROOM ? needed * 2 : LEAST_ROOM;

		spill->end = arena_alloc(arena, room);
		spill->limit = spill->end + room;
	}
	memcpy(spill->end, text.data, text.len);
	text.data = spill->end;
	spill->end += text.len;
	return text;
}

Str
spill_add(Spill *spill, Arena *arena, Str text, bool parted, Str more)
{
	size_t added = (size_t) parted + more.len;

	if (text.data + text.len != spill->end || added > (size_t) (spill->limit - spill->end))
		text = move_text(spill, arena, text, text.len + added);
	if (parted)
		*spill->end++ = ' ';
	memcpy(spill->end, more.data, more.len);
	spill->end += more.len;
	return str_make(text.data, text.len + added);
}
