/*
 * fold_slug.c
 *	  Converts a text to a slug for URLs: folded text in, its words joined by hyphens out.
 */
#include "text/fold.h"

#include "base/search.h"
#include "base/utf8.h"
#include "text/fold_internal.h"

/* Is this a letter, mark or digit of any script? */
static bool
is_word(uint32_t c)
{
	uint32_t low = 0;
	uint32_t high = fold_word_range_count;

	if (c < 0x80)
		return ascii_alpha((char) c) || ascii_digit((char) c);
	SEARCH_FIRST(low, high, c > fold_word_ranges[middle].last)
	return low < fold_word_range_count && c >= fold_word_ranges[low].first;
}

static void
add_word(StrBuf *slug, Str word)
{
	if (slug->len > 0)
		strbuf_add_char(slug, '-');
	strbuf_add(slug, word);
}

Str
fold_slug(Arena *arena, Str text)
{
	Str folded = fold_text(arena, text);
	uint32_t word = 0; /* start of the word being read */
	size_t polled = 0;
	StrBuf slug;

	strbuf_init(&slug, arena);
	for (uint32_t i = 0; i < folded.len;)
	{
		uint32_t start = i;
		uint32_t c = utf8_next(folded.data, folded.len, &i);

		arena_poll_at(arena, i, &polled);
		if (is_word(c))
			continue;
		if (start > word)
			add_word(&slug, str_sub(folded, word, start - word));
		if (c == '&')
			add_word(&slug, STR("et"));
		word = i;
	}
	if (word < folded.len)
		add_word(&slug, str_sub(folded, word, folded.len));
	return strbuf_str(&slug);
}
