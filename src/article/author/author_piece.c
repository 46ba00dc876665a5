/*
 * author_piece.c
 *	  The byline of a line that is set in pieces, "<b>Auteur : Anne Dupont</b> <i>Créé le 3 mai
 *	  2024</i>": a block in, the text of the piece that is a byline out. Where the line is not in
 *	  pieces, or is more than a byline and a date, there is none.
 */
#include "article/author/author_evidence.h"

#include "article/author/byline_word.h"

/* Longer lines are not bylines with their date, and pieces are shorter still; in bytes. */
#define LINE_BYTES 160
#define PIECE_BYTES 80
/* Pieces of a byline with its date. */
#define MOST_PIECES 8

static bool
has_digit(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (ascii_digit(text.data[i]))
			return true;
	return false;
}

static bool
is_byline(Str piece)
{
	Byline byline;

	byline_read(&byline, piece, BYLINE_PRINTED);
	return byline.cued && byline.count > 0 && byline.unread == 0;
}

/* Does what a line has beside a piece of it say when the article was published, and nobody's name? */
static bool
is_dated_beside(const Reader *reader, Str line, Str piece)
{
	DateHabits habits = {false, reader->article.language};
	int32_t at = str_find(line, piece);
	DateFound found;
	Str after;

	if (at < 0)
		return false;
	after = str_trim(str_sub(line, (uint32_t) at + piece.len, line.len));
	if ((byline_classes(str_first_word(after)) & BYLINE_WORD_AND) != 0)
		return false; /* "<b>Par Anne Dupont</b> <b>et Jean Roy</b> <i>le 3 mai 2024</i>" */
	return date_scan(after, &habits, &found, 1) > 0 ||
		   date_scan(str_sub(line, 0, (uint32_t) at), &habits, &found, 1) > 0;
}

Str
author_piece(const Reader *reader, const Block *block)
{
	const Page *page = &reader->page;
	uint32_t pieces = 0;
	Str found = STR_NONE;

	if (block->text.len > LINE_BYTES || !has_digit(block->text))
		return STR_NONE;
	for (uint32_t i = block->node + 1; i < page->nodes[block->node].end; i = page->nodes[i].end)
	{
		Str piece;

		if (page->nodes[i].tag == TAG_text || tag_is_block((TagId) page->nodes[i].tag))
			continue;
		if (pieces++ == MOST_PIECES)
			return STR_NONE;
		piece = str_collapse(reader->arena, page_text_limited(page, reader->arena, i, PIECE_BYTES));
		if (found.data == NULL && piece.len > 0 && piece.len < block->text.len && is_byline(piece))
			found = piece;
	}
	return pieces > 1 && found.data != NULL && is_dated_beside(reader, block->text, found)
			   ? found
			   : STR_NONE;
}
