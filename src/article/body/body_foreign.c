/*
 * body_foreign.c
 *	  Lines that are not the article's, wherever they are: pointers to other articles, labels of
 *	  advertisements, calls to the reader, templates that nothing has filled.
 *
 * Each is told by its own text. Drops blocks that are kept, each with its reason.
 */
#include "base/array.h"
#include "article/body/body.h"

#include "article/body/speech.h"
#include "article/cue/boilerplate.h"
#include "article/cue/cue.h"
#include "article/cue/headline.h"
#include "text/feature_text.h"

/* "Lire aussi : …" is one line; so is what a video player tells old browsers. */
#define LONGEST_POINTER 220
#define LONGEST_LABEL 80
#define LONGEST_OFFER 120
#define LONGEST_AD_LABEL 20 /* "Publicité", "Advertisement" */

/*
 * What video players and pages tell browsers that cannot show them, lowercase (written for this
 * project).
 */
static const char *const incapable[] = {
	"activer javascript",		"browser does not support", "browser doesn't support",
	"browser unterstützt",		"enable javascript",		"navegador no soporta",
	"navigateur ne permet pas", "navigateur ne prend pas",	"navigateur ne supporte pas",
};

static bool
holds_any(Str text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_find_ascii(text, str_cstr(words[i])) >= 0)
			return true;
	return false;
}

#define HOLDS_ANY(text, words) holds_any(text, words, lengthof(words))

/* "HOW THE JETTY WAS BUILT": a headline of several words, all in uppercase. */
static bool
is_shouted(Str text)
{
	TextStats stats;

	text_stats(text, &stats);
	return stats.words >= 3 && stats.capitals * 10 >= stats.letters * 8;
}

/* "{{ title }}", "{* form *}", "<% body %>" */
static bool
is_unfilled(Str text)
{
	return text.len > 2 && (memcmp(text.data, "{{", 2) == 0 || memcmp(text.data, "{*", 2) == 0 ||
							memcmp(text.data, "<%", 2) == 0);
}

/*
 * The length of a shortcode's tag at the start of a text: "[gallery ids="1,2"]", "[/vc_row]"; 0 if
 * these are words in brackets.
 */
static uint32_t
shortcode_width(Str text)
{
	const char *end = memchr(text.data, ']', text.len);
	uint32_t width = end != NULL ? (uint32_t) (end - text.data) + 1 : 0;
	uint32_t i = 1;

	if (width < 4 || text.data[0] != '[')
		return 0;
	i += text.data[1] == '/';
	while ((text.data[i] >= 'a' && text.data[i] <= 'z') || text.data[i] == '_')
		i++;
	if (i < 4 || (text.data[i] != ']' && text.data[i] != ' '))
		return 0;
	return text.data[1] == '/' || text.data[i] == ']' ||
				   str_find(str_sub(text, 0, width), STR("=")) > 0
			   ? width
			   : 0;
}

/* Does a text consist of shortcodes that have attributes or an end? */
static bool
is_shortcode(Str text)
{
	bool sure = false;

	while (text.len > 0)
	{
		uint32_t width = shortcode_width(text);

		if (width == 0)
			return false;
		sure |= text.data[1] == '/' || memchr(text.data, '=', width) != NULL;
		text = str_trim(str_sub(text, width, text.len));
	}
	return sure;
}

/*
 * A list item may tell the reader of an article what to do; code and tables are never calls to the
 * reader.
 */
static bool
is_prose_kind(const Block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING;
}

/* "Vous souhaitez lire la suite ? Créez un compte gratuit." */
static bool
asks_to_join(Arena *scratch, Str text)
{
	Speech speech;

	if (memchr(text.data, '?', text.len) == NULL)
		return false;
	speech = speech_read(scratch, text);
	return speech.address > 0 && speech.imperative > 0 && boilerplate_channel(scratch, text);
}

/*
 * The reason why a short block cannot be the article's, wherever it is; NULL if it can be. Nothing
 * allocated in scratch is needed afterwards.
 */
static const char *
foreign_line(Arena *scratch, const Block *block)
{
	uint32_t opening = block->openings;
	const char *notice = is_prose_kind(block) ? boilerplate_reason(scratch, block->text) : NULL;

	if (notice != NULL || block->chars > LONGEST_POINTER)
		return notice;
	if (block_is_link(block, 0.3f) &&
		((opening & PHRASE_CUE_BIT(RELATED)) || headline_points(block->text)))
		return "points to another article";
	if ((block->phrases & PHRASE_CUE_BIT(COOKIE)) && HOLDS_ANY(block->text, incapable))
		return "speaks to browsers that cannot show something";
	if ((opening & PHRASE_CUE_BIT(AD)) && block->chars <= LONGEST_AD_LABEL)
		return "labels an advertisement";
	if (block->kind == BLOCK_PARAGRAPH && block_is_link(block, 0.95f) && is_shouted(block->text))
		return "points to another article";
	if (block->kind == BLOCK_PARAGRAPH && block_is_link(block, 0.95f) &&
		speech_read(scratch, block->text).imperative > 0)
		return "calls the reader to follow or subscribe";
	if (block->kind != BLOCK_PREFORMATTED && is_unfilled(block->text))
		return "a template that a script has not filled";
	if (block->kind == BLOCK_PARAGRAPH && is_shortcode(block->text))
		return "a shortcode that nothing has replaced";
	if (block->kind == BLOCK_PARAGRAPH && block->chars <= LONGEST_OFFER &&
		asks_to_join(scratch, block->text))
		return "calls the reader to join or subscribe";
	if (block->chars > LONGEST_LABEL)
		return NULL;
	if ((opening & PHRASE_CUE_BIT(PAYWALL)) && paywall_notice(block->text))
		return "a subscription notice";
	if ((opening & (PHRASE_CUE_BIT(NAVIGATION) | PHRASE_CUE_BIT(SHARE))) &&
		block_is_link(block, 0.8f))
		return "links to print, share or go elsewhere";
	return NULL;
}

/*
 * Is block i the heading of a box of its own, or a line in place of one, in which block i + 1 is a
 * call to the reader, and nothing is kept?
 */
static bool
heads_call(const Reader *reader, uint32_t i)
{
	const Page *page = &reader->page;
	const Blocks *blocks = &reader->blocks;
	const Block *items = blocks->items;
	uint32_t box = page->nodes[items[i].node].parent;

	if (!items[i].kept ||
		!(items[i].kind == BLOCK_HEADING ||
		  (items[i].kind == BLOCK_PARAGRAPH && items[i].chars <= LONGEST_LABEL &&
		   !headline_ends_sentence(items[i].text))) ||
		page->nodes[items[i + 1].node].parent != box || (i > 0 && items[i - 1].first > box))
		return false;
	for (uint32_t k = i + 1; k < blocks->count && items[k].first < page->nodes[box].end; k++)
		if (items[k].kept)
			return false;
	return true;
}

/* Does a block open as a call to the reader that is none of the article's? */
static bool
is_call(const Block *block)
{
	return (block->openings &
			(PHRASE_CUE_BIT(NEWSLETTER) | PHRASE_CUE_BIT(PAYWALL) | PHRASE_CUE_BIT(FOLLOW))) != 0;
}

/* Drops the links below block i, a heading that points to other articles, if it is in their box. */
static void
drop_pointed(Reader *reader, uint32_t i)
{
	const Page *page = &reader->page;
	Blocks *blocks = &reader->blocks;
	const Block *head = &blocks->items[i];
	uint32_t box = page->nodes[head->node].parent;

	if (head->kept || (head->openings & PHRASE_CUE_BIT(RELATED)) == 0 ||
		head->chars > LONGEST_LABEL || head->link_chars > 0)
		return;
	for (uint32_t k = i + 1; k < blocks->count && blocks->items[k].first < page->nodes[box].end &&
							 block_is_link(&blocks->items[k], 0.95f);
		 k++)
		if (blocks->items[k].kept)
			block_drop(&blocks->items[k], "points to another article");
}

void
body_drop_foreign(Reader *reader)
{
	Blocks *blocks = &reader->blocks;
	Arena scratch = arena_scratch(reader->arena);

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		const char *reason;

		if (i % BLOCKS_PER_POLL == 0)
		{
			arena_free(&scratch);
			scratch = arena_scratch(reader->arena);
			if (reader_interrupted(reader))
				break;
		}
		drop_pointed(reader, i);
		reason = blocks->items[i].kept ? foreign_line(&scratch, &blocks->items[i]) : NULL;
		if (reason != NULL)
			block_drop(&blocks->items[i], reason);
		else if (blocks->items[i].kept || !is_call(&blocks->items[i]))
			continue;
		if (i > 0 && heads_call(reader, i - 1))
			block_drop(&blocks->items[i - 1], "heads a call to the reader");
	}
	arena_free(&scratch);
}
