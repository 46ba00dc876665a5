/*
 * block.h
 *	  The page as a reader sees it: its text cut into blocks, in page order.
 */
#ifndef ARTICLE_BLOCK_H
#define ARTICLE_BLOCK_H

#include "base/str.h"
#include "html/page.h"

typedef enum BlockKind
{
	BLOCK_PARAGRAPH,
	BLOCK_HEADING,
	BLOCK_LIST_ITEM,
	BLOCK_QUOTE,
	BLOCK_TABLE_ROW,
	BLOCK_PREFORMATTED,
	BLOCK_CAPTION,
	BLOCK_TERM /* dt */
} BlockKind;

struct Reader;

typedef struct Block
{
	uint32_t node;		 /* the block element that holds it */
	uint32_t first;		 /* its first node of text */
	uint32_t end;		 /* the node after its last one */
	uint8_t kind;		 /* BlockKind */
	uint8_t level;		 /* of a heading: 1-6 */
	bool kept;			 /* part of the body */
	bool of_reader;		 /* inside a thread of readers' comments; body_thread.c */
	bool ruled_out;		 /* a rule of the site strips it */
	bool like_next;		 /* it looks like the block after it */
	float score;		 /* 0-1: how much it looks like body */
	const char *reason;	 /* why it was kept or dropped, for people;
							in French: explain_phrase_list.h */
	Str text;			 /* as a browser shows it */
	uint32_t chars;		 /* code points of text */
	uint32_t link_chars; /* of these, inside links */
	uint32_t phrases;	 /* categories of the phrases it holds, as bits; cue.h */
	uint32_t openings;	 /* … of those it begins with */
} Block;

typedef struct Blocks
{
	Block *items; /* in page order */
	uint32_t count;
	bool mostly_hidden; /* most of the page's text is hidden: a script shows it */
	bool lines;			/* they are lines of a text that has no markup to speak of */
} Blocks;

/*
 * Gets the next paragraph of a declared body, as the views show it; *at starts at 0.  Returns false
 * after the last one, or if the page prints its body.  Such a block has no element.
 * (body_declared.c)
 */
extern bool block_next_declared(const struct Reader *reader, uint32_t *at, Block *block);

/* Is this block of the page part of the body?  (body.c) */
extern bool block_in_body(const struct Reader *reader, const Block *block);

/* Is more than this part of its characters inside links? */
static inline bool
block_is_link(const Block *block, float part)
{
	return (float) block->link_chars > part * (float) block->chars;
}

/* Are at least this many tenths of its characters inside links? */
static inline bool
block_links_fill(const Block *block, uint32_t tenths)
{
	return (uint64_t) block->link_chars * 10 >= (uint64_t) block->chars * tenths;
}

/* Does it come from block_next_declared? */
static inline bool
block_is_declared(const Block *block)
{
	return block->end == 0;
}

/*
 * Returns the length of collapsible white space at i: ASCII, or NBSP, which equals a space in
 * running text.
 */
static inline uint32_t
block_space_width(Str text, uint32_t i)
{
	if (ascii_space(text.data[i]))
		return 1;
	return text.data[i] == '\xC2' && i + 1 < text.len && text.data[i + 1] == '\xA0' ? 2 : 0;
}

/*
 * Adds the beginning of a text, at least one byte, as far as its words are separated by single
 * spaces.  Returns its length.  (block_words.c)
 */
extern uint32_t block_add_words(StrBuf *buf, Str text);

/* Sets kind and level of a block from the elements around it. (block_kind.c) */
extern void block_set_kind(const Page *page, Block *block);

/*
 * Does a table row consist of at least two cells of running text and nothing else?  Then it is one
 * block.  (block_kind.c)
 */
extern bool block_row_is_simple(const Page *page, uint32_t row);

extern const char *block_kind_name(BlockKind kind); /* kind_name.c */

/*
 * Preformatted text without blank lines around it; the indent of its first line stays.
 * (block_shown.c)
 */
extern Str block_trim_lines(Str text);

/*
 * Should a space be inserted between two adjacent text nodes whose source has none?  Yes if one
 * inline element ends and another begins between a lowercase and an uppercase letter, or if the one
 * that ends is a <span> that is its parent's first child: a style sheet sets them apart, as in
 * "<span>Culture</span><span>The jetty</span>".  (block_gap.c)
 */
extern bool block_parts_texts(const Page *page, uint32_t before, uint32_t after);

/* Elements whose text no browser shows on a page that has loaded: <noscript>, <select> … */
static inline bool
block_never_shown(TagId tag)
{
	switch (tag)
	{
		case TAG_audio:
		case TAG_canvas:
		case TAG_datalist:
		case TAG_noscript:
		case TAG_rp:
		case TAG_rt:
		case TAG_rtc:
		case TAG_select:
		case TAG_template:
		case TAG_video:
			return true;
		default:
			return false;
	}
}

/* Is this such an element, the mark of a permalink, or a pointer inside a paragraph? */
static inline bool
block_skipped(const Page *page, uint32_t node)
{
	return (page->nodes[node].flags & NODE_ASIDE) != 0 ||
		   block_never_shown((TagId) page->nodes[node].tag) || page_permalink(page, node);
}

/* The same, and for what is hidden inside of something that is hidden, or is not. */
extern bool block_leaves_out(const struct Reader *reader, uint32_t node, bool hidden);
/*
 * Does a text hold nothing but what browsers show as nothing: white space, zero-width characters,
 * soft hyphens?
 */
extern bool block_text_unseen(Str text);
/* Is most of the page's text hidden, not counting links? */
extern bool blocks_mostly_hidden(const struct Reader *reader);

#endif
