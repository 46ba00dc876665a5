/*
 * body_rule.c
 *	  The body by a site's rules.  Reads the blocks as the model chose them, and the nodes that the
 *	  rules take and strip; keeps and drops blocks, each with the line of its rule as the reason.
 *
 * What is stripped is in no body, whoever chose it; everything else of the page still reads it.
 */
#include "article/body/body.h"

#include "article/body/exclude.h"

/* A rule that takes less text than this, in characters, no longer fits its page. */
#define SHORTEST_RULED 60

/* Within what a rule takes, blocks to which the model gives at least this are not pruned. */
#define ENOUGH_RULED 0.15f

/* If pruning leaves less than this share of what a rule takes, it is the model that is wrong. */
#define LEAST_PRUNED 0.5f

/* ---------------------------------------------------------------- which blocks are in which nodes */

/* The blocks that are inside of one of some nodes: the line of its rule for each, or 0. */
static uint32_t *
lines_of(const Reader *reader, Arena *arena, const RuledNode *nodes, uint32_t count)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t *lines = arena_zalloc(arena, sizeof(uint32_t) * (blocks->count + 1));
	uint32_t k = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		uint32_t first = blocks->items[i].first;

		while (k < count && reader->page.nodes[nodes[k].node].end <= first)
			k++;
		if (k < count && nodes[k].node <= first)
			lines[i] = nodes[k].line;
	}
	return lines;
}

/* Is a stripped node inside of a block, or the block only begun by it? */
static bool
holds_more(const Reader *reader, const Block *block, const RuledNode *stripped)
{
	return stripped->node > block->first ||
		   reader->page.nodes[stripped->node].end < block->end;
}

/* ---------------------------------------------------------------- what is stripped */

static void
drop(Block *block, const char *reason)
{
	block->kept = false;
	block->score = 0; /* nothing is missing without it: see expected_f1 in body.c */
	block->reason = reason;
}

/* Drops the blocks that are stripped as a whole; marks the others for body_strip. */
static void
drop_stripped(Reader *reader)
{
	const RuledNodes *stripped = &reader->ruling->stripped;
	Blocks *blocks = &reader->blocks;
	const char *reason = NULL;
	uint32_t reason_line = 0;
	uint32_t k = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Block *block = &blocks->items[i];

		while (k < stripped->count &&
			   reader->page.nodes[stripped->items[k].node].end <= block->first)
			k++;
		if (k == stripped->count)
			return;
		if (stripped->items[k].node > block->first || holds_more(reader, block, &stripped->items[k]))
			continue;
		if (reason == NULL || reason_line != stripped->items[k].line)
			reason = ruled_text(reader, "stripped by the rule in line %u", stripped->items[k].line);
		reason_line = stripped->items[k].line;
		drop(block, reason);
		block->ruled_out = true;
	}
}

/* Marks the stripped nodes, for all that reads the page after this. */
static void
mark_stripped(Reader *reader)
{
	const RuledNodes *stripped = &reader->ruling->stripped;
	Node *nodes = reader->page.nodes;

	for (uint32_t k = 0; k < stripped->count; k++)
	{
		uint32_t top = stripped->items[k].node;

		nodes[top].flags |= NODE_ASIDE;
		for (uint32_t i = top; i < nodes[top].end; i++)
			nodes[i].flags |= NODE_STRIPPED;
	}
}

/* Does any block that is kept hold a stripped node? */
static bool
holds_stripped(const Reader *reader, const Block *block)
{
	for (uint32_t i = block->first; i < block->end; i++)
		if (reader->page.nodes[i].flags & NODE_STRIPPED)
			return true;
	return false;
}

/* Gives a block the text that is left of it among the blocks of the page read anew, from *at on. */
static void
take_rest(Reader *reader, Block *block, const Blocks *anew, uint32_t *at)
{
	StrBuf text;

	strbuf_init(&text, reader->arena);
	while (*at < anew->count && anew->items[*at].first < block->first)
		(*at)++;
	for (uint32_t i = *at; i < anew->count && anew->items[i].first < block->end; i++)
	{
		if (text.len > 0)
			strbuf_add_char(&text, '\n');
		strbuf_add(&text, anew->items[i].text);
		block->chars = i == *at ? anew->items[i].chars : block->chars + anew->items[i].chars;
	}
	if (text.len == 0)
		drop(block, "stripped by rules");
	else
		block->text = strbuf_str(&text);
}

void
body_strip(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	Reader again;
	bool read = false;
	uint32_t at = 0;

	mark_stripped(reader);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (!blocks->items[i].kept || !holds_stripped(reader, &blocks->items[i]))
			continue;
		if (!read)
		{
			again = *reader;
			blocks_read(&again);
			read = true;
		}
		if (reader_interrupted(reader))
			return;
		take_rest(reader, &blocks->items[i], &again.blocks, &at);
	}
}

/* ---------------------------------------------------------------- what is taken */

/* Characters of the blocks that a rule takes and that are not stripped; those of them that are kept. */
static uint64_t
count_chars(const Reader *reader, const uint32_t *taken, bool only_kept)
{
	uint64_t chars = 0;

	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		const Block *block = &reader->blocks.items[i];

		if (taken[i] != 0 && !block->ruled_out && (block->kept || !only_kept))
			chars += block->chars;
	}
	return chars;
}

/* Keeps a block that a rule takes, unless it is pruned. */
static void
keep_or_prune(Block *block, const char *excluded, bool all, const char *reason)
{
	bool likely = block->kept || (block->reason == NULL && block->score >= ENOUGH_RULED);

	if (block->ruled_out)
		return;
	block->kept = excluded == NULL && (all || likely);
	if (block->kept)
		block->reason = reason;
}

static void
keep_taken(Reader *reader, const uint32_t *taken, bool all)
{
	const char **excluded = blocks_excluded(reader);
	const char *reason = NULL;

	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		if (taken[i] == 0)
			continue;
		if (reason == NULL)
			reason = ruled_text(reader, "taken by the rule in line %u", taken[i]);
		keep_or_prune(&reader->blocks.items[i], excluded[i], all, reason);
	}
}

static void
drop_others(Reader *reader, const uint32_t *taken, uint32_t line)
{
	const char *reason = ruled_text(reader, "outside of what the rule in line %u takes", line);

	for (uint32_t i = 0; i < reader->blocks.count; i++)
		if (taken[i] == 0 && !reader->blocks.items[i].ruled_out)
			drop(&reader->blocks.items[i], reason);
}

/* Takes the body of the rule that finds nodes [from, end) of the ruling.  Returns false if that is nothing. */
static bool
take_body(Reader *reader, Arena *scratch, uint32_t from, uint32_t end)
{
	const RuledNode *nodes = reader->ruling->bodies.items + from;
	const uint32_t *taken = lines_of(reader, scratch, nodes, end - from);
	uint64_t chars = count_chars(reader, taken, false);

	if (chars < SHORTEST_RULED)
		return false;
	keep_taken(reader, taken, reader->ruling->keep_all);
	if ((double) count_chars(reader, taken, true) < (double) LEAST_PRUNED * (double) chars)
		keep_taken(reader, taken, true);
	drop_others(reader, taken, nodes[0].line);
	reader->article.body_source = ruled_source(reader, nodes[0].line);
	reader->ruled |= RULED_BODY;
	return true;
}

static void
drop_all(Reader *reader)
{
	for (uint32_t i = 0; i < reader->blocks.count; i++)
		drop(&reader->blocks.items[i], "the rules find no body, and forbid to look for one");
}

void
body_obey(Reader *reader)
{
	const RuledNodes *bodies = &reader->ruling->bodies;
	Arena scratch = arena_scratch(reader->arena);
	bool taken = false;

	drop_stripped(reader);
	for (uint32_t from = 0, end; from < bodies->count && !taken; from = end)
	{
		end = from + 1;
		while (end < bodies->count && bodies->items[end].line == bodies->items[from].line)
			end++;
		taken = take_body(reader, &scratch, from, end);
	}
	if (!taken && ruled_only(reader, RULED_BODY))
		drop_all(reader);
	arena_free(&scratch);
}
