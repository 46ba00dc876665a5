/*
 * block_gap.c
 *	  Should a space be inserted between two adjacent text nodes whose source has none, because
 *	  style sheets set them apart?
 */
#include "article/reader.h"

/*
 * Does a text end with a lowercase letter, a digit or a colon?  Covers ASCII and Latin-1, where
 * kickers are found.
 */
static bool
ends_word(Str text)
{
	unsigned char last = (unsigned char) text.data[text.len - 1];

	if (last >= 0x80)
		return text.len > 1 && (unsigned char) text.data[text.len - 2] == 0xC3 && last >= 0x9F;
	return ascii_digit((char) last) || (last >= 'a' && last <= 'z') || last == ':';
}

static bool
starts_capital(Str text)
{
	unsigned char first = (unsigned char) text.data[0];

	if (first == 0xC3)
		return text.len > 1 && (unsigned char) text.data[1] <= 0x9E;
	return first >= 'A' && first <= 'Z';
}

static bool
is_raised(const Page *page, uint32_t node)
{
	TagId tag = (TagId) page->nodes[node].tag;

	return tag == TAG_sub || tag == TAG_sup;
}

/* A shorter number is an exponent or an index. */
#define SHORTEST_DATE 6
/* "le 3 mai", "am 3. Mai" */
#define LONGEST_ARTICLE 3

/* Does a text begin with a number, perhaps after a short word, and go on? */
static bool
starts_date(Str text)
{
	uint32_t i = 0;

	while (i < text.len && i < LONGEST_ARTICLE && ascii_alpha(text.data[i]))
		i++;
	if (i > 0 && (i >= text.len || text.data[i++] != ' '))
		return false;
	return text.len >= SHORTEST_DATE && i < text.len && ascii_digit(text.data[i]);
}

bool
block_parts_texts(const Page *page, uint32_t before, uint32_t after)
{
	uint32_t left = page->nodes[before].parent;
	uint32_t right = page->nodes[after].parent;

	Str text = node_str(&page->nodes[before]);
	Str next = node_str(&page->nodes[after]);

	if (page->nodes[left].end > after || is_raised(page, left) || is_raised(page, right))
		return false;
	if (right <= before && !(page->nodes[left].tag == TAG_span && left == right + 1))
		return false;
	if (text.len == 0 || next.len == 0 || !ends_word(text))
		return false;
	return starts_capital(next) || (!ascii_digit(text.data[text.len - 1]) && starts_date(next));
}
