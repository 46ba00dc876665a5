/*
 * explain_block.c
 *	  The blocks of a page in page order: text, verdict, score and reason, and the field that a
 *	  block prints. Long runs of clearly dropped blocks are folded.
 */
#include "article/explain/explain.h"

#include <stdio.h>

/* A kept block below SURE_KEPT, or a dropped one above SURE_DROPPED, is a close call. */
#define SURE_KEPT 0.75f
#define SURE_DROPPED 0.25f

/*
 * At least this many dropped blocks in a row are folded: fewer take less room than the line that
 * replaces them.
 */
#define RUN_MIN 4

/*
 * Most reasons listed in the line of a folded run, and most kinds of reasons counted: there are
 * about 40.
 */
#define RUN_REASONS 3
#define KINDS_MAX 48

/*
 * Limits for a document that a browser can display: blocks, bytes of one block, and bytes of all.
 * Of 1533 news pages none has more than 2615 blocks. What is left out is counted in its place.
 */
#define BLOCKS_MAX 3000
#define BLOCK_MAX_BYTES 20000
#define TEXT_MAX_BYTES (2 * 1000 * 1000)

typedef struct BlockWriter
{
	Explanation *explanation;
	Str *reasons; /* one per block, in the document's language */
	uint32_t next_mark;
} BlockWriter;

bool
explain_is_doubtful(const Block *block)
{
	return block->kept ? block->score < SURE_KEPT : block->score > SURE_DROPPED;
}

static Str
shown_text(Str text)
{
	return str_cut(text, BLOCK_MAX_BYTES);
}

uint32_t
explain_room(const Blocks *blocks)
{
	uint32_t bytes = 0;
	uint32_t i;

	for (i = 0; i < blocks->count && i < BLOCKS_MAX && bytes <= TEXT_MAX_BYTES; i++)
		bytes += shown_text(blocks->items[i].text).len;
	return i;
}

/* Writes "(12,345 more bytes)". */
static void
put_rest(Explanation *explanation, ExplainText text, uint32_t count)
{
	explain_markup(explanation, "<i class=\"rest\">");
	explain_say_number(explanation, text, count);
	explain_markup(explanation, "</i>");
}

/* ---------------------------------------------------------------- one block */

static void
put_badges(Explanation *explanation, const ExplainMark *marks, uint32_t count)
{
	uint32_t seen = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		ExplainRole role = marks[i].role;

		if (seen & 1u << role)
			continue;
		seen |= 1u << role;
		explain_badge(explanation, role);
	}
}

static void
put_marked_text(Explanation *explanation, Str text, const ExplainMark *marks, uint32_t count)
{
	Str shown = shown_text(text);
	uint32_t at = 0;

	for (uint32_t i = 0; i < count && marks[i].end <= shown.len; i++)
	{
		explain_text(explanation, str_sub(text, at, marks[i].start - at));
		explain_markup(explanation, "<mark class=\"hue ");
		explain_markup(explanation, explain_role_class(marks[i].role));
		explain_markup(explanation, "\">");
		explain_text(explanation, str_sub(text, marks[i].start, marks[i].end - marks[i].start));
		explain_markup(explanation, "</mark>");
		at = marks[i].end;
	}
	explain_text(explanation, str_sub(shown, at, shown.len));
	if (shown.len < text.len)
		put_rest(explanation, SAY_more_bytes, text.len - shown.len);
}

/* Writes a word in the colour of a close call. */
static void
put_close_call(Explanation *explanation)
{
	explain_markup(explanation, "<b class=\"badge hue\">");
	explain_say(explanation, SAY_close_call);
	explain_markup(explanation, "</b>");
}

/* Writes "kept" or "dropped". */
static void
put_verdict(Explanation *explanation, bool kept)
{
	explain_markup(explanation, "<b class=\"verdict\">");
	explain_say(explanation, kept ? SAY_kept : SAY_dropped);
	explain_markup(explanation, "</b> ");
}

/* Opens the item of block i and writes its number, verdict, score, kind and reason. */
static void
open_block(BlockWriter *writer, uint32_t i)
{
	Explanation *explanation = writer->explanation;
	const Block *block = &explanation->reader->blocks.items[i];
	bool kept = block_in_body(explanation->reader, block);
	char open[160];

	snprintf(open, sizeof(open),
			 "<li id=\"b%u\" class=\"%s%s\"><p class=\"why\"><span class=\"number\">%u</span> ",
			 i + 1, kept ? "kept" : "dropped", explain_is_doubtful(block) ? " doubtful" : "",
			 i + 1);
	explain_markup(explanation, open);
	put_verdict(explanation, kept);
	explain_markup(explanation, "<span class=\"score\">");
	explain_score(explanation, block->score);
	explain_markup(explanation, "</span> <span class=\"kind\">");
	explain_say_phrase(explanation, block_kind_name(block->kind));
	explain_markup(explanation, "</span> <span class=\"reason\">");
	explain_text(explanation, writer->reasons[i]);
	explain_markup(explanation, "</span>");
	if (!explain_is_doubtful(block))
		return;
	explain_markup(explanation, " ");
	put_close_call(explanation);
}

static void
put_block(BlockWriter *writer, uint32_t i)
{
	Explanation *explanation = writer->explanation;
	const Block *block = &explanation->reader->blocks.items[i];
	const ExplainMark *marks = NULL;
	uint32_t count = 0;

	if (i % BLOCKS_PER_POLL == 0)
		arena_poll(explanation->reader->arena);
	while (writer->next_mark < explanation->marks.count &&
		   explanation->marks.items[writer->next_mark].block == i)
	{
		if (count++ == 0)
			marks = &explanation->marks.items[writer->next_mark];
		writer->next_mark++;
	}
	open_block(writer, i);
	put_badges(explanation, marks, count);
	explain_markup(explanation, "</p>");
	explain_open_text(explanation, block->kind == BLOCK_HEADING		   ? "p class=\"text heading\""
								   : block->kind == BLOCK_PREFORMATTED ? "p class=\"text code\""
																	   : "p class=\"text\"");
	put_marked_text(explanation, block->text, marks, count);
	explain_markup(explanation, "</p></li>\n");
}

/* ---------------------------------------------------------------- runs of dropped blocks */

/* Is a block clearly dropped, and was no field taken from it? */
static bool
is_dull(const BlockWriter *writer, uint32_t i, uint32_t mark)
{
	const Explanation *explanation = writer->explanation;
	const Block *block = &explanation->reader->blocks.items[i];

	if (block->kept || explain_is_doubtful(block))
		return false;
	return mark >= explanation->marks.count || explanation->marks.items[mark].block > i;
}

/* The end of the run of such blocks that starts at i. */
static uint32_t
run_end(const BlockWriter *writer, uint32_t i)
{
	uint32_t count = writer->explanation->shown;

	while (i < count && is_dull(writer, i, writer->next_mark))
		i++;
	return i;
}

/* The reason without its number: "link density 0.92" and "link density 1.00" are one kind. */
static Str
reason_kind(Str reason)
{
	uint32_t words = 0;

	while (words < reason.len && !ascii_digit(reason.data[words]))
		words++;
	return str_trim(str_sub(reason, 0, words));
}

typedef struct ReasonCount
{
	Str kind;
	uint32_t count;
} ReasonCount;

/* Counts how often each kind of reason is given in a run. Returns the number of kinds. */
static uint32_t
count_reasons(const BlockWriter *writer, uint32_t from, uint32_t end, ReasonCount *kinds)
{
	uint32_t count = 0;

	for (uint32_t i = from; i < end; i++)
	{
		Str kind = reason_kind(writer->reasons[i]);
		uint32_t k = 0;

		while (k < count && !str_equal(kinds[k].kind, kind))
			k++;
		if (k == count && count < KINDS_MAX)
			kinds[count++] = (ReasonCount){kind, 0};
		if (k < count)
			kinds[k].count++;
	}
	return count;
}

static void
put_reason_count(Explanation *explanation, Str kind, uint32_t count)
{
	explain_text(explanation, kind);
	explain_markup(explanation, " &#215;");
	explain_number(explanation, count);
}

/* Writes the most frequent reasons of a run, each with its number of blocks. */
static void
put_run_reasons(const BlockWriter *writer, uint32_t from, uint32_t end)
{
	Explanation *explanation = writer->explanation;
	ReasonCount kinds[KINDS_MAX] = {{STR_NONE, 0}};
	uint32_t count = count_reasons(writer, from, end, kinds);
	uint32_t others = end - from;

	for (int named = 0; named < RUN_REASONS; named++)
	{
		uint32_t most = 0;

		for (uint32_t k = 1; k < count; k++)
			if (kinds[k].count > kinds[most].count)
				most = k;
		if (kinds[most].count == 0)
			break;
		explain_markup(explanation, named > 0 ? ", " : "");
		put_reason_count(explanation, kinds[most].kind, kinds[most].count);
		others -= kinds[most].count;
		kinds[most].count = 0;
	}
	if (others == 0)
		return;
	explain_markup(explanation, ", ");
	put_reason_count(explanation, explain_phrase(explanation, STR("other")), others);
}

static void
put_run(BlockWriter *writer, uint32_t from, uint32_t end)
{
	Explanation *explanation = writer->explanation;
	char open[160];

	snprintf(open, sizeof(open),
			 "<li class=\"run\"><details><summary><span class=\"number\">%u&#8211;%u</span> "
			 "<b class=\"verdict\">",
			 from + 1, end);
	explain_markup(explanation, open);
	explain_say_number(explanation, SAY_run_dropped, end - from);
	explain_markup(explanation, "</b> <span class=\"reason\">");
	put_run_reasons(writer, from, end);
	explain_markup(explanation, "</span></summary><ol>\n");
	for (uint32_t i = from; i < end; i++)
		put_block(writer, i);
	explain_markup(explanation, "</ol></details></li>\n");
}

/* ---------------------------------------------------------------- all of them */

/* Writes the paragraphs of a declared body, which are in no block of the page, after the blocks. */
static void
put_declared(Explanation *explanation)
{
	uint32_t shown = explanation->shown;
	uint32_t at = 0;
	Block block;

	while (shown++ < BLOCKS_MAX && at <= TEXT_MAX_BYTES &&
		   block_next_declared(explanation->reader, &at, &block))
	{
		explain_markup(explanation, "<li class=\"kept\"><p class=\"why\">");
		put_verdict(explanation, true);
		explain_markup(explanation, "<span class=\"reason\">");
		explain_say_phrase(explanation, block.reason);
		explain_markup(explanation, "</span></p>");
		explain_open_text(explanation, "p class=\"text\"");
		put_marked_text(explanation, block.text, NULL, 0);
		explain_markup(explanation, "</p></li>\n");
	}
}

static void
put_legend(Explanation *explanation)
{
	explain_markup(explanation, "<p class=\"legend\"><span class=\"kept\">");
	put_verdict(explanation, true);
	explain_say(explanation, SAY_is_kept);
	explain_markup(explanation, "</span> <span class=\"dropped\">");
	put_verdict(explanation, false);
	explain_say(explanation, SAY_is_dropped);
	explain_markup(explanation, "</span> <span>");
	put_close_call(explanation);
	explain_markup(explanation, " ");
	explain_say(explanation, SAY_is_close);
	explain_markup(explanation, "</span> <span>");
	explain_say(explanation, SAY_marked_words);
	for (int role = 0; role < EXPLAIN_ROLE_COUNT; role++)
		explain_badge(explanation, (ExplainRole) role);
	explain_markup(explanation, "</span></p>\n");
}

void
explain_blocks(Explanation *explanation)
{
	const Reader *reader = explanation->reader;
	BodyWindow *window = NULL;
	BlockWriter writer = {explanation, NULL, 0};

	explain_open_section(explanation, "blocks", SAY_blocks);
	put_legend(explanation);
	writer.reasons = arena_array(reader->arena, Str, explanation->shown + 1);
	for (uint32_t i = 0; i < explanation->shown; i++)
	{
		const char *reason = block_explain(reader, &window, i);

		if (i % BLOCKS_PER_POLL == 0)
			arena_poll(reader->arena);
		writer.reasons[i] =
			reason != NULL ? explain_phrase(explanation, str_cstr(reason)) : STR_NONE;
	}
	explain_markup(explanation, "<ol class=\"blocks\">\n");
	for (uint32_t i = 0; i < explanation->shown;)
	{
		uint32_t end = run_end(&writer, i);

		if (end - i >= RUN_MIN)
			put_run(&writer, i, end);
		else
			for (end = end > i ? end : i + 1; i < end; i++)
				put_block(&writer, i);
		i = end;
	}
	put_declared(explanation);
	explain_markup(explanation, "</ol>");
	if (explanation->shown < reader->blocks.count)
		put_rest(explanation, SAY_more_blocks, reader->blocks.count - explanation->shown);
	explain_markup(explanation, "</section>\n");
}
