/*
 * scan_node.c
 *	  See scan_state.h. Each node gets its parent when it is added; text for which the budget has no
 *	  node is appended to the text before it.
 */
#include "html/scan_state.h"

#include "base/swar.h"
#include "html/scan_text.h"

/* A longer text becomes several nodes, so that no step takes longer than this between two polls. */
#define LONGEST_TEXT (1024 * 1024)

/*
 * An element may not use the last entry, which is kept for a text. A text that cannot be appended
 * to another one always gets a node.
 */
bool
scan_node_budget(Scanner *scanner, TagId tag)
{
	Page *page = scanner->page;
	uint32_t earned = scan_budget_for(scanner);
	const Node *last = &page->nodes[scanner->last_text];

	if (tag != TAG_text)
		earned--;
	else if (node_str(last).len == 0 || node_str(last).len > LONGEST_TEXT)
		earned = page->nnodes + 1;
	return room_add(&scanner->nodes_budget, page, (void **) &page->nodes, page->nnodes, earned,
					sizeof(Node));
}

/*
 * White space between tags is mostly indentation with spaces; of other kinds it may be a whole
 * page.
 */
static bool
all_space(Str text)
{
	for (uint32_t i = 0; i < text.len;)
	{
		uint64_t eight = i + 8 <= text.len ? swar_load(text.data + i) : 0;

		if (eight == SWAR_EACH(' ') ||
			(swar_between(eight, '\t', '\r') | swar_equal(eight, ' ')) == SWAR_MARKS)
			i += 8;
		else if (!ascii_space(text.data[i++]))
			return false;
	}
	return true;
}

void
scan_poll(Scanner *scanner)
{
	const PageOptions *options = scanner->options;

	if (options->interrupted != NULL && options->interrupted(options->interrupt_context))
		scanner->interrupted = true;
}

/*
 * Where to cut a text that is too long for one node: after white space, or else between two
 * characters.
 */
static uint32_t
piece_length(Str text)
{
	uint32_t length = LONGEST_TEXT;

	if (text.len <= LONGEST_TEXT)
		return text.len;
	while (length > LONGEST_TEXT / 2 && !ascii_space(text.data[length - 1]))
		length--;
	if (length == LONGEST_TEXT / 2)
		while (((unsigned char) text.data[length] & 0xC0) == 0x80)
			length--;
	return length;
}

/* Adds a text as a node, or appends it to the last text node: no text is lost. */
static void
add_piece(Scanner *scanner, Str text)
{
	Page *page = scanner->page;
	Node *node = scan_add_node(scanner, TAG_text);

	if (node != NULL)
		scanner->last_text = page->nnodes - 1;
	else
	{
		node = &page->nodes[scanner->last_text];
		text = overflow_add(&scanner->overflow, page->arena, node_str(node),
							scanner->space || scanner->separated, text);
		scanner->space = false;
	}
	scanner->separated = false;
	node->text_data = text.data;
	node->text_len = text.len;
}

/* Adds the decoded text of a piece of the source after cleaning it. */
static inline void
add_clean(Scanner *scanner, Str source, Str decoded)
{
	Str clean = scan_clean(scanner->page, source, decoded);

	if (clean.data != decoded.data && all_space(clean))
		scanner->space |= clean.len > 0; /* the text was invisible */
	else
		add_piece(scanner, clean);
}

/* Gives back unused memory after decoding a long text, which may move the texts in it. */
static void
fit_decoded(Scanner *scanner, uint32_t first, char *decoded, size_t room, size_t length)
{
	Page *page = scanner->page;
	uintptr_t start = (uintptr_t) decoded;
	char *moved = arena_shrink(page->arena, decoded, room, length);

	for (uint32_t i = first; i < page->nnodes; i++)
	{
		uintptr_t at = (uintptr_t) page->nodes[i].text_data - start;

		if (at < length)
			page->nodes[i].text_data = moved + at;
	}
}

/*
 * Adds a long text as several nodes. The decoded text stays contiguous, so that a block of it needs
 * no copy.
 */
static void
add_long_text(Scanner *scanner, Str text, bool encoded)
{
	Page *page = scanner->page;
	size_t room = encoded ? entity_room(text) : 0;
	char *decoded = encoded ? arena_alloc(page->arena, room) : NULL;
	uint32_t first = page->nnodes;
	size_t length = 0;

	while (text.len > 0 && !scanner->interrupted)
	{
		Str source = str_sub(text, 0, piece_length(text));
		Str piece = source;

		text = str_sub(text, source.len, text.len);
		if (encoded)
		{
			piece.data = decoded + length;
			piece.len = entity_decode_to(decoded + length, source,
										 memchr(source.data, '&', source.len), false);
			length += piece.len;
		}
		add_clean(scanner, source, piece);
		scan_poll(scanner);
	}
	if (encoded)
		fit_decoded(scanner, first, decoded, room, length);
}

/* Adds a text; most are one piece. */
static inline void
add_pieces(Scanner *scanner, Str text, bool literal)
{
	if (scanner->open_count[TAG_pre] == 0 && all_space(text))
		scanner->space = true;
	else if (text.len > LONGEST_TEXT)
		add_long_text(scanner, text, !literal && memchr(text.data, '&', text.len) != NULL);
	else
		add_clean(scanner, text, literal ? text : entity_decode(scanner->page->arena, text, false));
}

void
scan_add_text(Scanner *scanner, Str text)
{
	add_pieces(scanner, text, false);
}

void
scan_add_literal(Scanner *scanner, Str text)
{
	add_pieces(scanner, text, true);
}
