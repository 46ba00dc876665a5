/*
 * title_line_feature.c
 *	  See title_line.h.  Finds the start of the running text and says what is known of the lines
 *	  before it.
 */
#include "article/title/title_line.h"

#include "article/author/byline.h"
#include "article/cue/headline.h"
#include "article/title/title.h"
#include "base/array.h"
#include "html/url.h"
#include "text/compare.h"

/* Lines before the start of the running text that are candidates, and lines after it. */
#define REACH_BEFORE 40
#define REACH_AFTER 4
/* Longest line, in bytes, that can be a headline. */
#define LINE_BYTES 400
/*
 * A line with a date and fewer bytes than this besides is a timestamp: "Dernière mise à jour à …".
 */
#define STAMP_WORDS_BYTES 40
#define ADDRESS_BYTES 600
/* Lines before the running text among which the longest is looked for. */
#define LONGEST_REACH 6
typedef struct LineContext
{
	const Reader *reader;
	const Blocks *blocks;
	uint32_t start;	  /* the first block of the running text */
	Str address_key;  /* of the page's address */
	TitleWords text;  /* the words of the running text */
	Str first_key;	  /* of the first line */
	uint32_t longest; /* words of the longest line shortly before the text */
} LineContext;

static bool
is_stamp(const Reader *reader, Str text)
{
	DateHabits habits = {.language = reader->article.language};
	DateFound found[2];
	uint32_t count = text.len > LINE_BYTES ? 0 : date_scan(text, &habits, found, 2);
	uint32_t dated = 0;

	for (uint32_t i = 0; i < count; i++)
		dated += found[i].end - found[i].start;
	return count > 0 && text.len - dated < STAMP_WORDS_BYTES;
}

static bool
is_byline(Str text)
{
	Byline byline;

	if (text.len > LINE_BYTES)
		return false;
	byline_read(&byline, text, BYLINE_PRINTED);
	return byline.cued && byline.count > 0 && byline.unread == 0;
}

static bool
is_credit(const LineContext *context, uint32_t i)
{
	Str text;

	if (i >= context->blocks->count)
		return false;
	text = context->blocks->items[i].text;
	return is_stamp(context->reader, text) || is_byline(text);
}

static bool
is_short(const LineContext *context, uint32_t i)
{
	return i < context->blocks->count && context->blocks->items[i].chars < TITLE_PARAGRAPH_CHARS &&
		   headline_words(context->blocks->items[i].text) <= 3;
}

static bool
is_long(const LineContext *context, uint32_t i)
{
	return i < context->blocks->count && context->blocks->items[i].chars >= TITLE_PARAGRAPH_CHARS;
}

static void
fill_place(const LineContext *context, TitleLine *line)
{
	float *features = line->features;
	uint32_t before = context->start - line->block;

	features[TITLE_LINE_any] = 1;
	features[TITLE_LINE_first] = line->block == 0;
	features[TITLE_LINE_second] = line->block == 1;
	if (line->block >= context->start)
		features[TITLE_LINE_within] = 1;
	else if (before <= 4)
		features[TITLE_LINE_before_1 + before - 1] = 1;
	else
		features[before <= 8 ? TITLE_LINE_before_few : TITLE_LINE_before_far] = 1;
}

static void
fill_length(const LineContext *context, TitleLine *line)
{
	static const uint32_t limits[] = {2, 4, 8, 16, 24};
	uint32_t words = headline_words(line->text);
	uint32_t bin = 0;

	while (bin < lengthof(limits) && words > limits[bin])
		bin++;
	line->features[TITLE_LINE_words_2 + bin] = 1;
	line->features[TITLE_LINE_longest] =
		line->block < context->start && words >= context->longest && words > 2;
}

static bool
ends_in_mark(Str text)
{
	return str_ends_ascii(text, STR("?")) || str_ends_ascii(text, STR("!")) ||
		   str_ends_ascii(text, STR("\xEF\xBC\x9F")) || str_ends_ascii(text, STR("\xEF\xBC\x81"));
}

/* What the line says, alone. */
static void
fill_words(const LineContext *context, TitleLine *line)
{
	const Block *block = &context->blocks->items[line->block];
	TitleCut cuts[TITLE_MAX_CUTS];
	float *features = line->features;

	features[TITLE_LINE_cuts] = title_cuts(line->text, cuts) > 0;
	features[TITLE_LINE_period] = headline_ends_sentence(line->text);
	features[TITLE_LINE_question] = ends_in_mark(line->text);
	features[TITLE_LINE_small] = headline_starts_small(line->text);
	features[TITLE_LINE_alone] = headline_alone(line->text, block->phrases, block->openings);
	features[TITLE_LINE_points] = headline_points(line->text);
	features[TITLE_LINE_phrase] = block->openings != 0;
	features[TITLE_LINE_stamp] = is_stamp(context->reader, line->text);
	features[TITLE_LINE_byline] = is_byline(line->text);
}

/* What stands before and after it. */
static void
fill_neighbours(const LineContext *context, TitleLine *line)
{
	uint32_t i = line->block;
	float *features = line->features;
	bool last_short = i > 0 && is_short(context, i - 1);

	features[TITLE_LINE_next_stamp] = is_credit(context, i + 1) || is_credit(context, i + 2);
	features[TITLE_LINE_last_stamp] = i > 0 && is_credit(context, i - 1);
	features[TITLE_LINE_next_long] = is_long(context, i + 1);
	features[TITLE_LINE_next_short] = is_short(context, i + 1);
	features[TITLE_LINE_last_short] = last_short;
	features[TITLE_LINE_menu] = last_short && is_short(context, i + 1);
	features[TITLE_LINE_deck_next] =
		i + 1 < context->blocks->count && !is_long(context, i + 1) &&
		context->blocks->items[i + 1].chars > context->blocks->items[i].chars;
}

/* Where its words occur again. */
static void
fill_echoes(const LineContext *context, TitleLine *line, Str key)
{
	float *features = line->features;
	uint32_t words;

	features[TITLE_LINE_address] = title_share_of_words(key, context->address_key, &words);
	features[TITLE_LINE_address_most] = words >= 3 && features[TITLE_LINE_address] > 0.6f;
	features[TITLE_LINE_text] = title_share_in_text(key, &context->text, &words);
	features[TITLE_LINE_text_most] = words >= 3 && features[TITLE_LINE_text] > 0.6f;
	features[TITLE_LINE_in_first] =
		line->block > 0 && words >= 2 && compare_contains(context->first_key, key);
	for (uint32_t i = 0; i < context->blocks->count && i < TITLE_BLOCKS_READ; i++)
		if (i != line->block && str_equal(context->blocks->items[i].text, line->text))
			features[i < line->block ? TITLE_LINE_above : TITLE_LINE_below] = 1;
}

static void
fill_line(const LineContext *context, TitleLine *line)
{
	Str key = compare_key(context->reader->arena, line->text);

	memset(line->features, 0, sizeof(line->features));
	fill_place(context, line);
	fill_length(context, line);
	fill_words(context, line);
	fill_neighbours(context, line);
	fill_echoes(context, line, key);
}

static void
context_init(LineContext *context, const Reader *reader)
{
	Str url = url_path(reader->options->url);
	Str first = reader->blocks.count > 0 ? reader->blocks.items[0].text : STR_NONE;

	*context = (LineContext){.reader = reader, .blocks = &reader->blocks};
	context->start = title_text_start(context->blocks);
	context->address_key = compare_key(reader->arena, str_sub(url, 0, ADDRESS_BYTES));
	title_text_words(&context->text, reader, context->start);
	context->first_key = compare_key(reader->arena, str_sub(first, 0, LINE_BYTES));
	for (uint32_t i = context->start; i > 0 && context->start - i < LONGEST_REACH; i--)
	{
		uint32_t words = headline_words(context->blocks->items[i - 1].text);

		if (words > context->longest)
			context->longest = words;
	}
}

static uint32_t
add_line(const LineContext *context, TitleLine *lines, uint32_t count, uint32_t block, Str text)
{
	if (count == TITLE_LINES_MAX || text.len == 0 || text.len > LINE_BYTES)
		return count;
	lines[count].block = block;
	lines[count].text = text;
	fill_line(context, &lines[count]);
	return count + 1;
}

/* The first line without its last segment: a crawler puts <title> there, with the site's name. */
static uint32_t
add_cut(const LineContext *context, TitleLine *lines, uint32_t count)
{
	Str text = context->blocks->items[0].text;
	TitleCut cuts[TITLE_MAX_CUTS];
	uint32_t ncuts = text.len > LINE_BYTES ? 0 : title_cuts(text, cuts);
	uint32_t added = count;

	if (ncuts == 0 || headline_ends_sentence(text))
		return count;
	added = add_line(context, lines, count, 0, str_sub(text, 0, cuts[ncuts - 1].start));
	if (added > count)
		lines[count].features[TITLE_LINE_cut] = 1;
	return added;
}

uint32_t
title_lines(const Reader *reader, TitleLine *lines)
{
	const Blocks *blocks = &reader->blocks;
	LineContext context;
	uint32_t count = 0;
	uint32_t first;
	uint32_t end;

	if (blocks->count == 0)
		return 0;
	context_init(&context, reader);
	first = context.start > REACH_BEFORE ? context.start - REACH_BEFORE : 0;
	count = add_cut(&context, lines, count);
	if (first > 0)
		count = add_line(&context, lines, count, 0, blocks->items[0].text);
	/* what follows a first paragraph that is marked up as one heads a section */
	end = context.start + (!blocks->lines && is_long(&context, context.start) ? 1 : REACH_AFTER);
	for (uint32_t i = first; i < blocks->count && i < end; i++)
		count = add_line(&context, lines, count, i, blocks->items[i].text);
	return count;
}
