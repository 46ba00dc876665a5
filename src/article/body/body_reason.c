/*
 * body_reason.c
 *	  The model's verdict on a block in words: the clearest of the features that speak for or
 *	  against it.
 */
#include "base/array.h"
#include "article/body/body.h"

#include <stdio.h>

#include "article/body/body_context.h"

/*
 * Class cues that name a part of the page, clearest first, and the most levels above a block at
 * which they still apply to it.
 */
static const ClassCue telling_cues[] = {
	CLASS_CUE_COOKIE, CLASS_CUE_NEWSLETTER, CLASS_CUE_SHARE,  CLASS_CUE_COMMENT, CLASS_CUE_RELATED,
	CLASS_CUE_NAV,	  CLASS_CUE_CAPTION,	CLASS_CUE_AUTHOR, CLASS_CUE_TAGS,	 CLASS_CUE_PAYWALL,
	CLASS_CUE_AD,	  CLASS_CUE_FOOTER,		CLASS_CUE_SIDE,	  CLASS_CUE_MODAL,	 CLASS_CUE_FORM,
	CLASS_CUE_DATE,	  CLASS_CUE_EMBED,		CLASS_CUE_HEADER, CLASS_CUE_META,	 CLASS_CUE_MEDIA,
	CLASS_CUE_BUTTON, CLASS_CUE_HIDDEN,
};

#define SPEAKS_UP_TO 3

static const char *
formatted(const Reader *reader, const char *format, const char *what)
{
	size_t size = strlen(format) + strlen(what) + 1;
	char *text = arena_alloc(reader->arena, size);

	snprintf(text, size, format, what);
	return text;
}

static const char *
kept_reason(const Block *block)
{
	switch (block->kind)
	{
		case BLOCK_HEADING:
			return "heading inside the article";
		case BLOCK_LIST_ITEM:
			return "list inside the article";
		case BLOCK_QUOTE:
			return "quotation inside the article";
		case BLOCK_TABLE_ROW:
			return "table inside the article";
		case BLOCK_CAPTION:
			return "caption that reads as text";
		case BLOCK_PREFORMATTED:
			return "preformatted text of the article";
		default:
			return block->chars < 80 ? "short line among the article's paragraphs"
									 : "running text of the article";
	}
}

static const char *
by_element(const float *row)
{
	if (row[FEATURE_in_nav] < FEATURE_FAR)
		return "inside <nav>";
	if (row[FEATURE_in_figure] < FEATURE_FAR)
		return "inside <figure>: a caption or a credit";
	if (row[FEATURE_in_footer] < FEATURE_FAR)
		return "inside <footer>";
	if (row[FEATURE_in_aside] < FEATURE_FAR)
		return "inside <aside>";
	if (row[FEATURE_in_form] < FEATURE_FAR)
		return "inside <form>";
	if (row[FEATURE_in_button] < FEATURE_FAR)
		return "text of a button";
	return NULL;
}

static const char *
by_class(const Reader *reader, const float *row)
{
	for (size_t i = 0; i < lengthof(telling_cues); i++)
		if (row[FEATURE_CLASS + telling_cues[i]] <= SPEAKS_UP_TO)
			return formatted(reader, "inside an element classed as %s",
							 class_cue_name(telling_cues[i]));
	return NULL;
}

static const char *
by_phrase(const Reader *reader, const float *row)
{
	for (int cue = 0; cue < PHRASE_CUE_COUNT; cue++)
		if (row[FEATURE_OPENING + cue] > 0)
			return formatted(reader, "opens like a %s", phrase_cue_name((PhraseCue) cue));
	return NULL;
}

static const char *
by_links(const Reader *reader, const float *row)
{
	char density[16];

	if (row[FEATURE_link_density] < 0.5f)
		return NULL;
	snprintf(density, sizeof(density), "%.2f", (double) row[FEATURE_link_density]);
	return formatted(reader, "link density %s", density);
}

static const char *
by_position(const float *row)
{
	if (row[CONTEXT_best] < 0.5f)
		return "no article on this page";
	if (row[FEATURE_hidden] > 0)
		return "hidden";
	if (row[CONTEXT_kept_before] < 0.02f)
		return "comes before the article";
	if (row[CONTEXT_kept_after] < 0.02f)
		return "comes after the article";
	return "does not read like the article around it";
}

static const char *
dropped_reason(const Reader *reader, uint32_t i, const float *row)
{
	const char *reason;

	if (i == reader->title_block || row[FEATURE_like_title] > 0.8f)
		return "repeats the title";
	if ((reason = by_element(row)) != NULL || (reason = by_class(reader, row)) != NULL ||
		(reason = by_phrase(reader, row)) != NULL || (reason = by_links(reader, row)) != NULL)
		return reason;
	return by_position(row);
}

const char *
block_reason(const Reader *reader, uint32_t i, const float *row)
{
	const Block *block = &reader->blocks.items[i];

	return block->kept ? kept_reason(block) : dropped_reason(reader, i, row);
}
