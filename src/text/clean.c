/*
 * clean.c
 *	  See clean.h. Uses the quick check of Unicode Standard Annex 15, which rejects every text that
 *	  is not in NFC.
 */
#include "text/clean.h"

#include "base/swar.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/fold_internal.h"

bool
text_is_clean_character(const char *p)
{
	uint32_t i = 0;
	uint8_t kind = fold_mapping(fold_clean_index, utf8_next(p, utf8_width(*p), &i))->kind;

	return kind == FOLD_COPY || kind == FOLD_COMPOSED;
}

/* Most non-ASCII letters: U+00C0-U+02FF (no marks) and U+0400-U+047F. They need no table lookup. */
static inline bool
is_plain_letter(unsigned char lead)
{
	return (lead >= 0xC3 && lead <= 0xCB) || lead == 0xD0 || lead == 0xD1;
}

/* U+FFFD: a page that is not in its encoding may consist of it. */
static inline bool
is_replacement(Str text, uint32_t i)
{
	return text.len - i >= 3 && memcmp(text.data + i, "\xEF\xBF\xBD", 3) == 0;
}

/*
 * Does a character stay unchanged after a mark of combining class *order? Sets *order to its own
 * class.
 */
static inline bool
stays(uint32_t c, uint8_t *order)
{
	const FoldMapping *mapping = fold_mapping(fold_clean_index, c);
	uint8_t before = *order;

	*order = mapping->order;
	if (mapping->kind == FOLD_MARK)
		return mapping->order >= before && !(mapping->flags & FOLD_COMPOSES);
	return mapping->kind == FOLD_COPY || mapping->kind == FOLD_COMPOSED;
}

bool
text_is_clean(Str text)
{
	const char *end = text.len > 0 ? text.data + text.len : text.data; /* which may be NULL */
	uint8_t order = 0;

	for (uint32_t i = 0; i < text.len;)
	{
		if ((text.data[i] & 0x80) == 0)
		{
			i = (uint32_t) (swar_skip_ascii(text.data + i, end) - text.data);
			order = 0;
		}
		else if (is_plain_letter((unsigned char) text.data[i]))
		{
			i += 2;
			order = 0;
		}
		else if (is_replacement(text, i))
		{
			i += 3;
			order = 0;
		}
		else if (!stays(utf8_next(text.data, text.len, &i), &order))
			return false;
	}
	return true;
}

Str
text_clean(Arena *arena, Str text)
{
	return text_is_clean(text) ? text : fold_clean(arena, text);
}
