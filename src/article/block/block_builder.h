/*
 * block_builder.h
 *	  The block being built: what block.c and block_inline.c share.
 */
#ifndef ARTICLE_BLOCK_BUILDER_H
#define ARTICLE_BLOCK_BUILDER_H

#include "article/reader.h"

typedef struct BlockBuilder
{
	Reader *reader;
	Blocks *blocks;
	uint32_t size; /* of blocks->items */
	StrBuf text; /* of the block being built */
	Str origin;	 /* its beginning as it is in the page */
	Block block; /* the block being built; first is PAGE_NONE before its first text */
	uint32_t container;
	uint32_t last_text; /* the last text node added */
	uint32_t before_last; /* the text node added before that; PAGE_NONE at a block's start */
	size_t last_from;	/* offset in text where it started, with what separates it */
	uint32_t joined;	/* the element whose <br>s were last examined */
	uint32_t join_steps; /* nodes examined for that so far */
	uint32_t link_end;	/* nodes before this one are inside a link */
	uint32_t pre_end;	/* … inside <pre> */
	uint32_t row_end;	/* … inside a table row that is one block */
	uint32_t row;
	uint32_t
		whole_line_end; /* the end of an element that began with its line: <font>Title</font><br> */
	uint32_t link_bytes_from; /* offset in text where the link's text started */
	bool space;				  /* white space is pending */
	bool hidden_counted;	  /* is mostly_hidden known? */
	bool all_shown;			  /* <select> is read as well */
	uint32_t breaks;		  /* <br> seen since the last text */
	uint32_t at;			  /* progress: node reached, out of whole */
	uint32_t whole;
	uint32_t read;	/* page without tags: bytes of the texts before this one */
	uint32_t most;	/* budget of blocks so far */
	double room_at; /* progress before which the budget allows no other block, if it is used up */
	uint32_t steps; /* since the last poll of the caller */
} BlockBuilder;

/*
 * Reads markup that changes the words around it: <q>, <br>s of print, pointers to other articles.
 * Returns true if the element has been read. block_inline.c
 */
extern bool builder_read_markup(BlockBuilder *builder, uint32_t i);

/*
 * Is the last block an initial in a box of its own, which the text of node i continues? Then the
 * text begins with it, and that block is gone. block_inline.c
 */
extern void builder_take_initial(BlockBuilder *builder, uint32_t i);

#endif
