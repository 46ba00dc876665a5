/*
 * body_rule.c
 *	  The body by a site's rules.  Reads the blocks as the model chose them, and the nodes that the
 *	  rules take and strip; keeps and drops blocks, each with the line of its rule as the reason.
 *
 * What is stripped is in no body, by rule or not; everything else of the page still reads it.
 */
#include "article/body/body.h"

#include "article/block/surroundings.h"
#include "article/body/exclude.h"
#include "article/cue/headline.h"

/* A rule that takes less text than this, in characters, no longer fits its page. */
#define SHORTEST_RULED 60

/*
 * Nor does one whose body has fewer paragraphs of whole sentences than this, and less than this
 * share of the text that is found without rules: what is left of a rule after its site has changed
 * takes a teaser, a list of links, the first lines before a wall.  Two paragraphs are believed
 * whatever the model says.  Of 496 rules made to fit a page 99.4 % are believed, of 2108 that take
 * something else of a page 23 % (tools/simulate_rules.py).
 */
#define ENOUGH_SENTENCES 2
#define LEAST_SHARE (1.0 / 3)

/* A paragraph of whole sentences is at least as long as this, in characters. */
#define SHORTEST_SENTENCE 30

/* Most rules that are tried if they do not fit; no real file has over 7 for the body. */
#define MOST_TRIED 32

/*
 * Within what a rule takes, blocks to which the model gives at least this are not pruned.  Chosen
 * on the same pages, and again on the benchmark's pages with rules, in each of ten folds of sites.
 */
#define ENOUGH_RULED 0.4f

/*
 * The same for whole sentences: a rule is written where the model is wrong, so only those are
 * pruned of which it is sure.  Over the pages at hand, which the model has seen, that costs 0.001
 * of the F1 of bodies, and gains 0.008 of the phrases.
 */
#define ENOUGH_SENTENCE 0.1f

/* If pruning leaves less than this share of what a rule takes, it is the model that is wrong. */
#define LEAST_PRUNED 0.5f

/* ---------------------------------------------------------------- what is stripped */

/*
 * Returns the line of the rule that strips a block as a whole; 0 if none does.  Moves *k along the
 * stripped nodes: call with the blocks in order.
 */
static uint32_t
stripping_line(const Reader *reader, const Block *block, uint32_t *k)
{
	const RuledNodes *stripped = &reader->ruling->stripped;
	const Node *nodes = reader->page.nodes;

	while (*k < stripped->count && (nodes[stripped->items[*k].node].end <= block->first ||
									stripped->items[*k].line == reader->misfit))
		(*k)++;
	if (*k == stripped->count || stripped->items[*k].node > block->first ||
		nodes[stripped->items[*k].node].end < block->end)
		return 0; /* a node may also hold less than the block */
	return stripped->items[*k].line;
}

/* Drops the blocks that are stripped as a whole; marks the others for body_strip. */
static void
drop_stripped(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	const char *reason = NULL;
	uint32_t reason_line = 0;
	uint32_t k = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		uint32_t line = stripping_line(reader, &blocks->items[i], &k);

		if (line == 0)
			continue;
		if (line != reason_line)
			reason = ruled_text(reader, "stripped by the rule in line %u", line);
		reason_line = line;
		block_drop_surely(&blocks->items[i], reason);
		blocks->items[i].ruled_out = true;
	}
}

/* Counts the characters that are kept; gets of them those that the rule in a line strips. */
static uint64_t
count_stripped(const Reader *reader, uint32_t line, uint64_t *stripped)
{
	uint64_t chars = 0;
	uint32_t k = 0;

	*stripped = 0;
	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		const Block *block = &reader->blocks.items[i];

		if (stripping_line(reader, block, &k) == line && block->kept)
			*stripped += block->chars;
		chars += block->kept ? block->chars : 0;
	}
	return chars;
}

/*
 * Returns the line that strips more than half of the text that is kept, as one does that was
 * written for a page of another make; 0 if none.  Call before anything is stripped.
 */
static uint32_t
find_misfit(const Reader *reader)
{
	uint64_t lead = 0; /* of a line over all others, as by Boyer and Moore's vote */
	uint64_t stripped;
	uint32_t leader = 0;
	uint32_t k = 0;

	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		const Block *block = &reader->blocks.items[i];
		uint32_t line = stripping_line(reader, block, &k);

		if (!block->kept)
			continue;
		if (lead < block->chars && line != leader)
		{
			leader = line;
			lead = block->chars - lead;
		}
		else
			lead = line == leader ? lead + block->chars : lead - block->chars;
	}
	if (leader == 0)
		return 0;
	return count_stripped(reader, leader, &stripped) < 2 * stripped ? leader : 0;
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

		if (stripped->items[k].line == reader->misfit)
			continue;
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
		block_drop_surely(block, "stripped by rules");
	else
		block->text = strbuf_str(&text);
}

void
body_strip(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	Blocks anew = {0};
	uint32_t at = 0;

	mark_stripped(reader);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (!blocks->items[i].kept || !holds_stripped(reader, &blocks->items[i]))
			continue;
		if (anew.items == NULL)
			blocks_read_anew(reader, &anew);
		if (reader_interrupted(reader))
			return;
		take_rest(reader, &blocks->items[i], &anew, &at);
	}
}

/* ---------------------------------------------------------------- what is taken */

/* What one rule takes: some nodes, in page order. */
typedef struct Taken
{
	const RuledNode *nodes;
	uint32_t count;
	const char **excluded; /* as from blocks_excluded */
} Taken;

/* A run of blocks: those of one node. */
typedef struct Run
{
	uint32_t from;
	uint32_t end;
} Run;

/* The blocks of a node, from block "from" on. */
static Run
blocks_of(const Reader *reader, const RuledNode *taken, uint32_t from)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t end = reader->page.nodes[taken->node].end;
	Run run;

	while (from < blocks->count && blocks->items[from].first < taken->node)
		from++;
	run = (Run){from, from};
	while (run.end < blocks->count && blocks->items[run.end].first < end)
		run.end++;
	return run;
}

/* Characters of the blocks of a run that are not stripped, or of those that are kept. */
static uint64_t
count_chars(const Reader *reader, Run run, bool only_kept)
{
	uint64_t chars = 0;

	for (uint32_t i = run.from; i < run.end; i++)
		if (!reader->blocks.items[i].ruled_out && (reader->blocks.items[i].kept || !only_kept))
			chars += reader->blocks.items[i].chars;
	return chars;
}

static uint64_t
count_taken(const Reader *reader, const Taken *taken, bool only_kept)
{
	uint64_t chars = 0;
	Run run = {0, 0};

	for (uint32_t k = 0; k < taken->count; k++)
	{
		run = blocks_of(reader, &taken->nodes[k], run.end);
		chars += count_chars(reader, run, only_kept);
	}
	return chars;
}

/* Drops what no rule takes. */
static void
drop_others(Reader *reader, const Taken *taken)
{
	const char *outside =
		ruled_text(reader, "outside of what the rule in line %u takes", taken->nodes[0].line);
	uint32_t from = 0;

	for (uint32_t k = 0; k <= taken->count; k++)
	{
		Run run = {reader->blocks.count, reader->blocks.count};

		if (k < taken->count)
			run = blocks_of(reader, &taken->nodes[k], from);
		for (; from < run.from; from++)
			if (!reader->blocks.items[from].ruled_out)
				block_drop_surely(&reader->blocks.items[from], outside);
		from = run.end;
	}
}

/*
 * Is it text outside the furniture of the page: menus, forms, share bars, lists of other articles?
 */
static bool
is_plain(Surroundings *around, const Block *block)
{
	return !block_links_fill(block, 5) && block->openings == 0 &&
		   surroundings_place(around, block->node) == SURROUNDINGS_PLAIN;
}

/* Is it a paragraph of whole sentences rather than a list of links? */
static bool
is_sentence(const Block *block)
{
	return block->chars >= SHORTEST_SENTENCE && !block_links_fill(block, 5) &&
		   headline_ends_sentence(block->text);
}

/* Does a block that is taken read enough like the article, or is plain, if that matters? */
static bool
is_enough(const Block *block, float enough, Surroundings *around)
{
	return block->score >= enough ||
		   (block->score >= ENOUGH_SENTENCE && block->openings == 0 && is_sentence(block)) ||
		   (around != NULL && is_plain(around, block));
}

/* Keeps what is taken and is enough. */
static void
keep_taken(Reader *reader, const Taken *taken, float enough, Surroundings *around)
{
	Run run = {0, 0};

	for (uint32_t k = 0; k < taken->count; k++)
	{
		run = blocks_of(reader, &taken->nodes[k], run.end);
		for (uint32_t i = run.from; i < run.end; i++)
		{
			Block *block = &reader->blocks.items[i];

			if (block->ruled_out || taken->excluded[i] != NULL || !is_enough(block, enough, around))
				continue;
			block->kept = true;
			block->reason = NULL;
		}
	}
}

/*
 * Keeps what is taken, pruned.  If little is left, it is the model that is wrong; without pruning,
 * all text is kept.  Something always is.
 */
static void
prune(Reader *reader, const Taken *taken)
{
	uint64_t chars = count_taken(reader, taken, false);
	Surroundings around;

	keep_taken(reader, taken, ENOUGH_RULED, NULL);
	if (reader->ruling->keep_all ||
		(double) count_taken(reader, taken, true) < (double) LEAST_PRUNED * (double) chars)
	{
		surroundings_init(&around, reader);
		keep_taken(reader, taken, ENOUGH_RULED, &around);
	}
	if (count_taken(reader, taken, true) == 0)
		keep_taken(reader, taken, 0, NULL);
}

/* Tells why the blocks that are left are kept. */
static void
give_reasons(Reader *reader, uint32_t line)
{
	const char *reason = ruled_text(reader, "taken by the rule in line %u", line);

	for (uint32_t i = 0; i < reader->blocks.count; i++)
		if (reader->blocks.items[i].kept)
			reader->blocks.items[i].reason = reason;
}

/* ---------------------------------------------------------------- what fits */

/* The blocks that are kept. */
typedef struct Kept
{
	uint32_t bytes;
	uint32_t sentences; /* paragraphs of whole sentences */
} Kept;

static Kept
count_kept(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	Kept kept = {0, 0};

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		const Block *block = &blocks->items[i];

		if (!block->kept)
			continue;
		kept.bytes += block->text.len;
		kept.sentences += is_sentence(block);
	}
	return kept;
}

/* The bytes that are found without rules: of the blocks, or of the text that is declared. */
static uint32_t
count_found(const Reader *reader)
{
	uint32_t printed = count_kept(reader).bytes;
	Str declared = body_unprinted(reader, printed);

	return declared.data != NULL ? declared.len : printed;
}

/* Is what a rule takes a body, compared with what is found without rules? */
static bool
fits(const Reader *reader, uint32_t found)
{
	Kept kept = count_kept(reader);

	return reader->ruling->only_rules || kept.sentences >= ENOUGH_SENTENCES ||
		   (double) kept.bytes >= LEAST_SHARE * (double) found;
}

/*
 * Takes the body of the rule that finds these nodes. Returns false if it finds nothing, or nothing
 * that fits; then the blocks are as they were.
 */
static bool
take_body(Reader *reader, Taken *taken, uint32_t found)
{
	Blocks *blocks = &reader->blocks;
	uint32_t line = taken->nodes[0].line;
	Block *before;

	if (count_taken(reader, taken, false) < SHORTEST_RULED)
		return false;
	before = arena_array(reader->arena, Block, blocks->count);
	memcpy(before, blocks->items, sizeof(Block) * blocks->count);
	taken->excluded = blocks_excluded(reader, reader->arena);
	drop_others(reader, taken);
	prune(reader, taken);
	body_mend_ruled(reader);
	if (!fits(reader, found))
	{
		memcpy(blocks->items, before, sizeof(Block) * blocks->count);
		return false;
	}
	give_reasons(reader, line);
	reader->article.body_source = ruled_source(reader, line);
	reader->ruled |= RULED_BODY;
	return true;
}

static void
drop_all(Reader *reader)
{
	for (uint32_t i = 0; i < reader->blocks.count; i++)
		block_drop_surely(&reader->blocks.items[i],
						  "the rules find no body, and forbid to look for one");
}

/* Takes the body of the first rule that fits. */
static bool
take_first(Reader *reader, uint32_t found)
{
	const RuledNodes *bodies = &reader->ruling->bodies;
	uint32_t tried = 0;
	bool done = false;

	for (uint32_t from = 0, end; from < bodies->count && !done && tried < MOST_TRIED;
		 from = end, tried++)
	{
		Taken taken = {.nodes = bodies->items + from};

		end = from + 1;
		while (end < bodies->count && bodies->items[end].line == bodies->items[from].line)
			end++;
		taken.count = end - from;
		done = take_body(reader, &taken, found);
	}
	return done;
}

/* Strips what the rules strip, and takes a body if one fits. */
static bool
strip_and_take(Reader *reader)
{
	drop_stripped(reader);
	return take_first(reader, reader->ruling->bodies.count > 0 ? count_found(reader) : 0);
}

/*
 * The same without the rule that strips most of the text, if less is left than a body that fits
 * has.
 */
static bool
strip_what_fits(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	uint32_t found = count_kept(reader).bytes;
	uint32_t misfit = find_misfit(reader);
	Block *before;
	bool done;

	if (misfit == 0 || reader->ruling->only_rules)
		return strip_and_take(reader);
	before = arena_array(reader->arena, Block, blocks->count);
	memcpy(before, blocks->items, sizeof(Block) * blocks->count);
	done = strip_and_take(reader);
	if (fits(reader, found))
		return done;
	memcpy(blocks->items, before, sizeof(Block) * blocks->count);
	reader->misfit = misfit;
	return strip_and_take(reader);
}

void
body_obey(Reader *reader)
{
	if (!strip_what_fits(reader) && ruled_only(reader, RULED_BODY))
		drop_all(reader);
}
