/*
 * block_words.c
 *	  The words of a text with white space collapsed, eight bytes at a time.
 */
#include "article/block/block.h"

#include "base/swar.h"

/*
 * Can eight bytes be copied as they are, at least up to the last one?  True if all white space
 * among them is single spaces.
 */
static inline bool
stand_as_are(const char *text)
{
	uint64_t eight = swar_load(text);
	uint64_t spaces = swar_equal(eight, ' ');

	/* C2 may be the first byte of a NBSP */
	return (swar_between(eight, 0, ' ' - 1) | swar_equal(eight, 0xC2) | (spaces & spaces << 8)) ==
		   0;
}

uint32_t
block_add_words(StrBuf *buf, Str text)
{
	uint32_t i = 0;
	char *out;

	strbuf_reserve(buf, text.len);
	out = buf->data + buf->len;
	for (;;)
	{
		uint32_t end;

		while (text.len - i >= 8 && stand_as_are(text.data + i))
		{
			memcpy(out + i, text.data + i, 8);
			i += text.data[i + 7] == ' ' ? 7 : 8;
		}
		end = text.len - i > 8 ? i + 8 : text.len;
		while (i < end &&
			   ((signed char) text.data[i] > ' ' || block_space_width(text, i) == 0 ||
				(text.data[i] == ' ' && i + 1 < text.len && block_space_width(text, i + 1) == 0)))
		{
			out[i] = text.data[i];
			i++;
		}
		if (i < end || i == text.len)
			break;
	}
	buf->len += i;
	return i;
}
