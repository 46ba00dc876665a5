/*
 * block_kind.c
 *	  What a block is, from the elements around it; which table rows are one block.
 */
#include "article/reader.h"

void
block_set_kind(const Page *page, Block *block)
{
	block->kind = BLOCK_PARAGRAPH;
	for (uint32_t i = block->node; i != 0; i = page->nodes[i].parent)
	{
		TagId tag = (TagId) page->nodes[i].tag;

		if (tag_is_heading(tag))
		{
			block->kind = BLOCK_HEADING;
			block->level = (uint8_t) (tag - TAG_h1 + 1);
			return;
		}
		if (tag == TAG_figcaption || tag == TAG_caption)
			block->kind = BLOCK_CAPTION;
		else if (tag == TAG_blockquote)
			block->kind = BLOCK_QUOTE;
		else if (tag == TAG_pre)
			block->kind = BLOCK_PREFORMATTED;
		else if (tag == TAG_li)
			block->kind = BLOCK_LIST_ITEM;
		else if (tag == TAG_dt)
			block->kind = BLOCK_TERM;
		else if (tag != TAG_p && tag_is_block(tag))
			return;
		if (block->kind != BLOCK_PARAGRAPH)
			return;
	}
}

/*
 * Up to this length, a row with <div>s or several paragraphs in a cell belongs to a table of data,
 * not to the layout.
 */
#define LONGEST_ROW 400

bool
block_row_is_simple(const Page *page, uint32_t row)
{
	uint32_t cells = 0;
	uint32_t paragraphs = 0; /* of the cell */
	uint32_t bytes = 0;
	bool wrapped = false;

	for (uint32_t i = row + 1; i < page->nodes[row].end; i++)
	{
		TagId tag = (TagId) page->nodes[i].tag;

		if (tag == TAG_td || tag == TAG_th)
		{
			cells++;
			paragraphs = 0;
		}
		else if (tag == TAG_div)
			wrapped = true;
		else if (tag == TAG_p || (tag == TAG_br && page->nodes[i - 1].tag == TAG_br))
			wrapped |= ++paragraphs >= 2;
		else if (tag == TAG_img || tag == TAG_input || tag_is_block(tag))
			return false;
		else if (tag == TAG_text)
			bytes += page->nodes[i].text_len;
	}
	return cells >= 2 && (!wrapped || bytes <= LONGEST_ROW);
}
