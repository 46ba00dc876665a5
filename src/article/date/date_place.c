/*
 * date_place.c
 *	  What the place of a date on the page says about it: a node or block in, features out.
 */
#include "article/cue/cue.h"
#include "article/date/date_evidence.h"
#include "article/declared/microdata.h"

#include "base/array.h"
#include "base/search.h"

/* Most blocks between the title and a date that belongs to it: deck, byline, share bar. */
#define NEXT_AFTER 3
#define NEAR_AFTER 8
#define NEAR_BEFORE 4
/* Number of blocks after the body in which the article's date may be. */
#define END_REACH 6
/* Number of ancestors whose class names are read. */
#define LEVELS 24
/* A class attribute of more than this many bytes was not written by a person. */
#define ATTR_MAX 256

#define CUE(name) (UINT32_C(1) << CLASS_CUE_##name)
#define ASIDE_CUES (CUE(SIDE) | CUE(RELATED) | CUE(NAV) | CUE(AD) | CUE(NEWSLETTER))

/* Words in class names and ids that tell a date of publication from a date of modification. */
static const struct
{
	Str part;
	DateRole role;
} role_parts[] = {
	{{"actuali", 7}, DATE_MODIFIED},	  {{"aggiorn", 7}, DATE_MODIFIED},
	{{"aktual", 6}, DATE_MODIFIED},		  {{"atualiz", 7}, DATE_MODIFIED},
	{{"created", 7}, DATE_PUBLISHED},	  {{"entry-date", 10}, DATE_PUBLISHED},
	{{"geaendert", 9}, DATE_MODIFIED},	  {{"issued", 6}, DATE_PUBLISHED},
	{{"lastmod", 7}, DATE_MODIFIED},	  {{"maj-", 4}, DATE_MODIFIED},
	{{"mise-a-jour", 11}, DATE_MODIFIED}, {{"modif", 5}, DATE_MODIFIED},
	{{"post-date", 9}, DATE_PUBLISHED},	  {{"posted", 6}, DATE_PUBLISHED},
	{{"pubdate", 7}, DATE_PUBLISHED},	  {{"publi", 5}, DATE_PUBLISHED},
	{{"revis", 5}, DATE_MODIFIED},		  {{"updat", 5}, DATE_MODIFIED},
};

/*
 * For each first letter of such a word, the set of second letters as a bit mask. The low 5 bits of
 * a byte identify a letter in either case.
 */
#define LETTER(c) (UINT32_C(1) << ((c) &31))

static const uint32_t second_letters[32] = {
	['a' & 31] = LETTER('c') | LETTER('g') | LETTER('k') | LETTER('t'),
	['c' & 31] = LETTER('r'),
	['e' & 31] = LETTER('n'),
	['g' & 31] = LETTER('e'),
	['i' & 31] = LETTER('s'),
	['l' & 31] = LETTER('a'),
	['m' & 31] = LETTER('a') | LETTER('i') | LETTER('o'),
	['p' & 31] = LETTER('o') | LETTER('u'),
	['r' & 31] = LETTER('e'),
	['u' & 31] = LETTER('p'),
};

/* The role that the words of an attribute value name; modification if they name both. */
static DateRole
role_of_value(Str value)
{
	DateRole role = DATE_OTHER;

	for (uint32_t i = 0; i + 1 < value.len; i++)
	{
		Str rest;

		if ((second_letters[value.data[i] & 31] >> (value.data[i + 1] & 31) & 1) == 0)
			continue;
		rest = str_sub(value, i, value.len);
		for (size_t k = 0; k < lengthof(role_parts); k++)
			if (str_starts_ascii(rest, role_parts[k].part))
				role = role_parts[k].role;
		if (role == DATE_MODIFIED)
			break;
	}
	return role;
}

/* The block that holds a node, or the last one before it; PAGE_NONE if there is none. */
uint32_t
block_of_node(const Blocks *blocks, uint32_t node)
{
	uint32_t low = 0;
	uint32_t high = blocks->count;

	SEARCH_FIRST(low, high, blocks->items[middle].first <= node)
	return low > 0 ? low - 1 : PAGE_NONE;
}

/*
 * The length of the first word. A date's text is cut to it when it is searched for in the source.
 */
static uint32_t
first_word(Str words)
{
	uint32_t end = 0;

	while (end < words.len && !ascii_space(words.data[end]))
		end++;
	return end;
}

/* How many bytes of words the text begins with, allowing any white space between them. */
static bool
begins_with_words(Str text, Str words)
{
	uint32_t at = 0;
	uint32_t i = 0;

	while (i < words.len && at < text.len)
	{
		bool space = ascii_space(words.data[i]) && ascii_space(text.data[at]);

		if (!space && words.data[i] != text.data[at])
			return false;
		at++;
		i++;
		while (space && at < text.len && ascii_space(text.data[at]))
			at++;
	}
	return true;
}

/* Does a text contain the words, or end with a prefix of them? */
static bool
holds_words(Str text, Str words, uint32_t word)
{
	for (uint32_t from = 0; from < text.len;)
	{
		int32_t found = str_find(str_sub(text, from, text.len), str_sub(words, 0, word));

		if (found < 0)
			return false;
		from += (uint32_t) found;
		if (begins_with_words(str_sub(text, from, text.len), words))
			return true;
		from += word;
	}
	return false;
}

/*
 * The text node of a block in which these words of its text begin; its first text node if entities
 * hide them.
 */
uint32_t
node_of_words(const DateEvidence *evidence, const Block *block, Str words)
{
	const Node *nodes = evidence->reader->page.nodes;
	uint32_t word = first_word(words);

	for (uint32_t i = block->first; i < block->end && word > 0; i++)
		if (nodes[i].tag == TAG_text && holds_words(node_str(&nodes[i]), words, word))
			return i;
	return block->first;
}

/* The part of an attribute's value that is read. */
static Str
short_attr(const Page *page, uint32_t node, AttrId attr)
{
	return str_sub(page_attr(page, node, attr), 0, ATTR_MAX);
}

static uint32_t
tag_place(TagId tag)
{
	switch (tag)
	{
		case TAG_a:
			return DATE_PLACE_LINK;
		case TAG_aside:
		case TAG_nav:
			return DATE_PLACE_ASIDE;
		case TAG_footer:
			return DATE_PLACE_FOOTER;
		default:
			return 0;
	}
}

static uint32_t
cue_place(uint32_t cues)
{
	return (cues & ASIDE_CUES ? DATE_PLACE_ASIDE : 0) |
		   (cues & CUE(COMMENT) ? DATE_PLACE_COMMENT : 0) |
		   (cues & CUE(FOOTER) ? DATE_PLACE_FOOTER : 0);
}

/*
 * What the node is part of: bits of enum DatePlace. In the footer of an <article>, a permanent link
 * leads to that article.
 */
uint32_t
place_of_node(const DateEvidence *evidence, uint32_t node)
{
	const Page *page = &evidence->reader->page;
	uint32_t place = 0;
	uint32_t levels = 0;
	bool permanent = false;

	for (uint32_t i = node; i != 0 && i != PAGE_NONE && levels < LEVELS;
		 i = page->nodes[i].parent, levels++)
	{
		uint32_t cues;

		if (holds_article(evidence, i, node))
		{
			if (page->nodes[i].tag == TAG_article)
				place &= ~(uint32_t) (DATE_PLACE_FOOTER | (permanent ? DATE_PLACE_LINK : 0));
			break;
		}
		if (page->nodes[i].tag == TAG_a)
			permanent = str_equal_ascii(page_attr(page, i, ATTR_rel), STR("bookmark"));
		cues = reader_cues(evidence->reader, i);
		place |= tag_place((TagId) page->nodes[i].tag) | cue_place(cues);
		if (levels < 3 && (cues & CUE(DATE)))
			place |= DATE_PLACE_DATE_CLASS;
	}
	return place | (in_teaser(evidence, node) ? DATE_PLACE_TEASER : 0);
}

/* The role named by the class, id or itemprop of the node or of at most "levels" ancestors. */
DateRole
place_role(const DateEvidence *evidence, uint32_t node, uint32_t levels)
{
	static const AttrId attrs[] = {ATTR_itemprop, ATTR_property, ATTR_class, ATTR_id};
	const Page *page = &evidence->reader->page;

	for (uint32_t i = node; i != 0 && levels > 0; i = page->nodes[i].parent, levels--)
		for (size_t k = 0; k < lengthof(attrs); k++)
		{
			DateRole role = role_of_value(short_attr(page, i, attrs[k]));

			if (role == DATE_MODIFIED && attrs[k] == ATTR_class &&
				(is_entry_date(page_attr(page, i, ATTR_class)) ||
				 is_only_date(page_attr(page, i, ATTR_class))))
				return DATE_PUBLISHED;
			if (role != DATE_OTHER)
				return role;
		}
	return DATE_OTHER;
}

/* Where a block is: near the title, in the body, after it. */
uint64_t
block_position(const DateEvidence *evidence, uint32_t block)
{
	const Reader *reader = evidence->reader;
	uint32_t title = evidence->title;

	if (block == title)
		return DATE_BIT(PRINTED_TITLE);
	if (title != PAGE_NONE && block > title && block - title <= NEXT_AFTER)
		return DATE_BIT(PRINTED_NEXT);
	if (title != PAGE_NONE && block > title && block - title <= NEAR_AFTER)
		return DATE_BIT(PRINTED_NEAR);
	if (title != PAGE_NONE && block < title && title - block <= NEAR_BEFORE)
		return DATE_BIT(PRINTED_BEFORE);
	if (reader->body_end > 0 && block == reader->body_first)
		return DATE_BIT(PRINTED_LEAD);
	if (block >= reader->body_first && block < reader->body_end)
		return DATE_BIT(PRINTED_BODY);
	if (reader->body_end > 0 && block >= reader->body_end && block - reader->body_end < END_REACH)
		return DATE_BIT(PRINTED_END);
	return title != PAGE_NONE && block < title ? DATE_BIT(PRINTED_ABOVE) : DATE_BIT(PRINTED_FAR);
}

/* Is the block near the title, before or after it, or the first block of the body? */
bool
near_title(const DateEvidence *evidence, uint32_t block)
{
	const uint64_t near = DATE_BIT(PRINTED_TITLE) | DATE_BIT(PRINTED_NEXT) |
						  DATE_BIT(PRINTED_NEAR) | DATE_BIT(PRINTED_BEFORE) |
						  DATE_BIT(PRINTED_LEAD);

	return block == PAGE_NONE || (block_position(evidence, block) & near) != 0;
}

/* The features of a place outside the article; 0 if it may be inside. */
uint64_t
elsewhere(uint32_t place, bool near)
{
	uint64_t features = 0;

	if (place & DATE_PLACE_TEASER)
		return near ? DATE_BIT(TEASER_NEAR) : DATE_BIT(TEASER_FAR);
	if (place & DATE_PLACE_LINK)
		features |= near ? DATE_BIT(LINK_NEAR) : DATE_BIT(LINK_FAR);
	if (near)
		return features | (place & DATE_PLACE_OUTSIDE ? DATE_BIT(ASIDE_NEAR) : 0);
	if (place & DATE_PLACE_COMMENT)
		features |= DATE_BIT(IN_COMMENT);
	if (place & DATE_PLACE_FOOTER)
		features |= DATE_BIT(IN_FOOTER);
	if (place & DATE_PLACE_ASIDE)
		features |= DATE_BIT(ASIDE_FAR);
	return features;
}
