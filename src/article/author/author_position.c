/*
 * author_position.c
 *	  The position of a place that reads like a byline: its distance from the title and the body,
 *	  the dates beside it, the elements around it, and the other places like it.
 */
#include "article/author/author_evidence.h"

#include "article/cue/cue.h"
#include "article/cue/headline.h"
#include "base/array.h"
#include "date/date.h"
#include "text/compare.h"

/* Blocks longer than this are sentences: a date in them is not beside the byline. */
#define DATED_MAX_BYTES 240

/* Levels above a name at which an element says whose name it is. */
#define LEVELS_MAX 12

/* Blocks after the title that are still next to it: a deck, a date, a share bar. */
#define UNDER_NEXT 2
#define UNDER_NEAR 6

/* Blocks at the end of the body in which bylines, notes and calls occur in any order. */
#define TAIL_BLOCKS 6
#define LEAD_BLOCKS 2
#define OVER_BODY 4
#define AFTER_NEXT 2

/* A link of this length, in code points, is a headline. */
#define HEADLINE_CHARS 25
/* Below the text, so is one of this many words. */
#define HEADLINE_WORDS 3

/* Blocks between a headline and its byline: a date, a deck. */
#define HEADLINE_BLOCKS 3

/* How far Eastern Europe's clocks are ahead of UTC. */
#define LATE_SECONDS (3 * 3600)

/* A line over comments is no longer, and the comments that it heads go on for some blocks. */
#define COMMENTS_HEADING_CHARS 40
#define COMMENTS_BLOCKS 40

/* Places of the same form that make a list of other articles or of people. */
#define CROWD 3

/* Places of any form that do. */
#define CROWDED_PAGE 5

/* ---------------------------------------------------------------- title, body, date */

static AuthorFeature
title_distance(const AuthorEvidence *evidence, uint32_t block)
{
	uint32_t title = evidence->title;

	if (title == PAGE_NONE || title > evidence->reader->body_end)
		return AUTHOR_UNTITLED;
	if (block < title)
		return title - block == 1	? AUTHOR_ABOVE_NEXT
			   : title - block <= 4 ? AUTHOR_ABOVE
									: AUTHOR_ABOVE_FAR;
	return block - title <= UNDER_NEXT	 ? AUTHOR_UNDER_TITLE
		   : block - title <= UNDER_NEAR ? AUTHOR_UNDER_NEAR
										 : AUTHOR_UNDER_FAR;
}

static AuthorFeature
body_distance(const AuthorEvidence *evidence, uint32_t block)
{
	const Reader *reader = evidence->reader;

	if (block < evidence->start)
		return AUTHOR_OVER_BODY;
	if (block >= reader->body_end)
		return block == reader->body_end				? AUTHOR_AT_END
			   : block - reader->body_end <= AFTER_NEXT ? AUTHOR_AFTER_END
														: AUTHOR_AFTER_FAR;
	if (block <= evidence->start + LEAD_BLOCKS)
		return AUTHOR_IN_LEAD;
	if (block + 2 >= reader->body_end)
		return AUTHOR_AT_END;
	return block + TAIL_BLOCKS >= reader->body_end ? AUTHOR_IN_TAIL : AUTHOR_IN_BODY;
}

/*
 * Is a printed date the day of publication?  The clock may be that of another zone.  After the text,
 * the next day is that of a comment, unless it had begun at most three hours east of Greenwich.
 */
static bool
is_own_day(const Reader *reader, const DateFields *fields, uint32_t block)
{
	const Instant *published = &reader->article.published;
	int64_t days;
	int64_t latest;
	int64_t printed;

	if (!published->known || fields->relative != DATE_ABSOLUTE || fields->day == 0 ||
		fields->month == 0)
		return false;
	days = date_day_of(published->seconds);
	latest = block < reader->body_end ? days + 1 : date_day_of(published->seconds + LATE_SECONDS);
	if (fields->year == 0)
	{
		int32_t year;
		int32_t month;
		int32_t day;

		date_from_days(days, &year, &month, &day);
		return month == fields->month && day - fields->day <= 1 &&
			   fields->day - day <= latest - days;
	}
	printed = date_to_days(fields->year, fields->month, fields->day);
	return printed >= days - 1 && printed <= latest;
}

/* Is there a date in the block?  Notes whose it is. */
static bool
note_date(const AuthorEvidence *evidence, AuthorPlace *place, uint32_t block)
{
	const Reader *reader = evidence->reader;
	DateHabits habits = {.language = reader->article.language};
	DateFound found;

	if (block >= reader->blocks.count || reader->blocks.items[block].text.len > DATED_MAX_BYTES ||
		date_scan(reader->blocks.items[block].text, &habits, &found, 1) == 0)
		return false;
	if (is_own_day(reader, &found.fields, block))
		author_note(&place->features, AUTHOR_OWN_DAY);
	else if (reader->article.published.known && found.fields.relative == DATE_ABSOLUTE)
		author_note(&place->features, AUTHOR_OTHER_DAY);
	return true;
}

static void
note_dates(const AuthorEvidence *evidence, AuthorPlace *place)
{
	if (note_date(evidence, place, place->block))
		author_note(&place->features, AUTHOR_DATED);
	else if (note_date(evidence, place, place->block + 1) ||
			 (place->block > 0 && note_date(evidence, place, place->block - 1)))
		author_note(&place->features, AUTHOR_DATE_NEXT);
}

/*
 * Is the block nothing but a link as long as a headline?  Below the line that ends the text, three
 * words are enough: an author's box links to the author, or calls in one or two words.
 */
static bool
is_teaser(const Reader *reader, uint32_t block)
{
	const Block *item = &reader->blocks.items[block];

	return block < reader->blocks.count && block != reader->title_block &&
		   block_links_fill(item, 9) &&
		   (item->chars >= HEADLINE_CHARS ||
			(block > reader->body_end && headline_words(item->text) >= HEADLINE_WORDS));
}

/* The three kinds of places: the features of how a byline is recognized weigh differently there. */
typedef enum Region
{
	REGION_HEAD = 1,
	REGION_END,
	REGION_FAR
} Region;

static Region
region_of(const AuthorEvidence *evidence, uint32_t block)
{
	const Reader *reader = evidence->reader;
	uint32_t before = evidence->title == evidence->top ? 1 : UNDER_NEAR;

	if (block <= evidence->start + LEAD_BLOCKS &&
		((block + before >= evidence->top && block <= evidence->top + UNDER_NEAR) ||
		 block + OVER_BODY >= evidence->start))
		return REGION_HEAD;
	return block + 2 >= reader->body_end && block <= reader->body_end + AFTER_NEXT ? REGION_END
																				   : REGION_FAR;
}

/* Notes in which region each of the features is that have four numbers in a row. */
static void
note_region(AuthorFeatures *features, Region region)
{
	static const AuthorFeature found[] = {AUTHOR_MARKED,	  AUTHOR_PROFILE, AUTHOR_CUED,
										  AUTHOR_CUED_WEAKLY, AUTHOR_BARE,	  AUTHOR_DATED,
										  AUTHOR_DATE_NEXT};

	for (size_t i = 0; i < lengthof(found); i++)
		if (author_noted(features, found[i]))
			author_note(features, (AuthorFeature) (found[i] + region));
}

/* Is the headline of another article, a link, among the blocks just before? */
static bool
is_under_headline(const Reader *reader, uint32_t block)
{
	for (uint32_t i = block; i-- > reader->body_end && i + HEADLINE_BLOCKS >= block;)
		if (is_teaser(reader, i) || (reader->blocks.items[i].kind == BLOCK_HEADING &&
									 reader->blocks.items[i].link_chars > 0))
			return true;
	return false;
}

/* Does a block head the readers' comments: "Vos réactions", "Commentaires (2)"? */
static bool
heads_comments(const Block *block)
{
	return block->chars <= COMMENTS_HEADING_CHARS && block->link_chars == 0 &&
		   (block->phrases & PHRASE_CUE_BIT(COMMENT)) != 0;
}

/* Is the nearest heading between the text and the block one of comments? */
static bool
is_under_comments(const Reader *reader, uint32_t block)
{
	for (uint32_t i = block; i-- > reader->body_end && i + COMMENTS_BLOCKS >= block;)
		if (heads_comments(&reader->blocks.items[i]))
			return true;
		else if (reader->blocks.items[i].kind == BLOCK_HEADING)
			return false;
	return false;
}

void
author_note_position(const AuthorEvidence *evidence, AuthorPlace *place)
{
	const Reader *reader = evidence->reader;
	uint32_t block = place->block;

	author_note(&place->features, title_distance(evidence, block));
	author_note(&place->features, body_distance(evidence, block));
	note_dates(evidence, place);
	if (is_teaser(reader, block + 1) || (block > 0 && is_teaser(reader, block - 1)))
		author_note(&place->features, AUTHOR_BESIDE_TEASER);
	note_region(&place->features, region_of(evidence, block));
	author_note_if(&place->features, AUTHOR_GIVEN_NAME_FAR,
				   author_noted(&place->features, AUTHOR_PRINTED_GIVEN_NAME) &&
					   region_of(evidence, block) == REGION_FAR);
	if (block >= reader->body_end && is_under_headline(reader, block))
		author_note(&place->features, AUTHOR_OTHER_HEADLINE);
	if (block >= reader->body_end && is_under_comments(reader, block))
		author_note(&place->features, AUTHOR_COMMENT);
}

/* ---------------------------------------------------------------- elements around it */

#define SERVICE_CUES                                                                               \
	(CLASS_CUE_BIT(SHARE) | CLASS_CUE_BIT(NEWSLETTER) | CLASS_CUE_BIT(AD) | CLASS_CUE_BIT(FORM) |  \
	 CLASS_CUE_BIT(PAYWALL) | CLASS_CUE_BIT(COOKIE) | CLASS_CUE_BIT(MODAL) | CLASS_CUE_BIT(TAGS))
#define SERVICE_PHRASES                                                                            \
	(PHRASE_CUE_BIT(AD) | PHRASE_CUE_BIT(COMMENT) | PHRASE_CUE_BIT(COOKIE) |                       \
	 PHRASE_CUE_BIT(COPYRIGHT) | PHRASE_CUE_BIT(CREDIT) | PHRASE_CUE_BIT(FOLLOW) |                 \
	 PHRASE_CUE_BIT(NAVIGATION) | PHRASE_CUE_BIT(NEWSLETTER) | PHRASE_CUE_BIT(PAYWALL) |           \
	 PHRASE_CUE_BIT(RELATED) | PHRASE_CUE_BIT(SHARE) | PHRASE_CUE_BIT(TAGS))

static void
note_cues(AuthorFeatures *features, uint32_t cues)
{
	author_note_if(features, AUTHOR_NAVIGATION, cues & CLASS_CUE_BIT(NAV));
	author_note_if(features, AUTHOR_HEADER, cues & CLASS_CUE_BIT(HEADER));
	author_note_if(features, AUTHOR_SIDE, cues & CLASS_CUE_BIT(SIDE));
	author_note_if(features, AUTHOR_FOOTER, cues & CLASS_CUE_BIT(FOOTER));
	author_note_if(features, AUTHOR_COMMENT, cues & CLASS_CUE_BIT(COMMENT));
	author_note_if(features, AUTHOR_RELATED, cues & CLASS_CUE_BIT(RELATED));
	author_note_if(features, AUTHOR_BUTTON, cues & CLASS_CUE_BIT(BUTTON));
	author_note_if(features, AUTHOR_CAPTION,
				   (cues & CLASS_CUE_BIT(CAPTION)) != 0 && !author_noted(features, AUTHOR_CUED));
	author_note_if(features, AUTHOR_PICTURE, cues & CLASS_CUE_BIT(MEDIA));
	author_note_if(features, AUTHOR_SERVICE, cues & SERVICE_CUES);
	author_note_if(features, AUTHOR_QUOTATION, cues & CLASS_CUE_BIT(QUOTE));
	author_note_if(features, AUTHOR_META_LINE, cues & (CLASS_CUE_BIT(META) | CLASS_CUE_BIT(DATE)));
}

static void
note_tag(AuthorFeatures *features, TagId tag)
{
	author_note_if(features, AUTHOR_NAVIGATION, tag == TAG_nav);
	author_note_if(features, AUTHOR_SIDE, tag == TAG_aside);
	author_note_if(features, AUTHOR_FOOTER, tag == TAG_footer);
	author_note_if(features, AUTHOR_HEADER, tag == TAG_header);
	author_note_if(features, AUTHOR_BUTTON, tag == TAG_button);
	author_note_if(features, AUTHOR_PICTURE, tag == TAG_figure);
	author_note_if(features, AUTHOR_CAPTION, tag == TAG_figcaption);
	author_note_if(features, AUTHOR_SERVICE, tag == TAG_form);
	author_note_if(features, AUTHOR_QUOTATION, tag == TAG_blockquote);
	author_note_if(features, AUTHOR_IN_LIST, tag == TAG_li || tag == TAG_td);
}

/* Does the element contain the title, or the start of the body? */
static bool
holds_article(const AuthorEvidence *evidence, uint32_t node)
{
	const Reader *reader = evidence->reader;
	uint32_t top = reader->blocks.items[evidence->top].first;
	uint32_t body = reader->blocks.items[evidence->start].first;
	uint32_t end = reader->page.nodes[node].end;

	return (node <= top && top < end) || (node <= body && body < end);
}

static void
note_block(const AuthorEvidence *evidence, AuthorPlace *place)
{
	const Block *block = &evidence->reader->blocks.items[place->block];

	author_note_if(&place->features, AUTHOR_IN_HEADING, block->kind == BLOCK_HEADING);
	author_note_if(&place->features, AUTHOR_CAPTION, block->kind == BLOCK_CAPTION);
	author_note_if(&place->features, AUTHOR_BYLINE_PHRASE, block->phrases & PHRASE_CUE_BIT(BYLINE));
	author_note_if(&place->features, AUTHOR_OTHER_PHRASE,
				   (block->phrases & SERVICE_PHRASES) != 0 &&
					   (block->phrases & PHRASE_CUE_BIT(BYLINE)) == 0);
}

/* Notes a place after the head that is among other articles, links or notices. */
static void
note_outside(const AuthorEvidence *evidence, AuthorPlace *place)
{
	static const AuthorFeature outside[] = {
		AUTHOR_NAVIGATION, AUTHOR_SIDE,			 AUTHOR_FOOTER,		   AUTHOR_COMMENT,
		AUTHOR_RELATED,	   AUTHOR_OTHER_ARTICLE, AUTHOR_BESIDE_TEASER, AUTHOR_OTHER_HEADLINE};

	for (size_t i = 0; i < lengthof(outside); i++)
		if (author_noted(&place->features, outside[i]) &&
			place->block > evidence->start + LEAD_BLOCKS)
			author_note(&place->features, AUTHOR_OUTSIDE_END);
}

void
author_note_surroundings(const AuthorEvidence *evidence, AuthorPlace *place)
{
	const Reader *reader = evidence->reader;
	const Page *page = &reader->page;
	uint32_t up = place->node;

	note_block(evidence, place);
	for (int level = 0; level < LEVELS_MAX && up != 0; level++, up = page->nodes[up].parent)
	{
		TagId tag = (TagId) page->nodes[up].tag;

		if (holds_article(evidence, up))
			break;
		note_tag(&place->features, tag);
		note_cues(&place->features, reader_cues(reader, up));
		author_note_if(&place->features, AUTHOR_OTHER_ARTICLE, tag == TAG_article);
		author_note_if(&place->features, AUTHOR_LINKED,
					   tag == TAG_a && !author_noted(&place->features, AUTHOR_PROFILE));
	}
	note_outside(evidence, place);
}

/* ---------------------------------------------------------------- the names elsewhere */

static void
compare_with_declared(const AuthorEvidence *evidence, AuthorPlace *place)
{
	AuthorName first = {.name = place->byline.names[0].name,
						.key = place->key,
						.kind = place->byline.names[0].kind};
	bool declared = false;
	bool people = false;

	for (uint32_t i = 0; i < evidence->ndeclared; i++)
	{
		declared |= author_list_has(&evidence->declared[i].list, &first);
		people |= evidence->declared[i].list.full_names > 0;
	}
	author_note_if(&place->features, AUTHOR_DECLARED, declared);
	author_note_if(&place->features, AUTHOR_NOT_DECLARED, people && !declared);
}

/* The features of how a place was found and of what it is part of, in which lists are alike. */
static uint64_t
form_of(const AuthorPlace *place)
{
	AuthorFeatures form = {{0, 0, 0}};
	static const AuthorFeature of_form[] = {AUTHOR_MARKED, AUTHOR_PROFILE, AUTHOR_CUED,
											AUTHOR_BARE,   AUTHOR_IN_LIST, AUTHOR_LINKED};

	for (size_t i = 0; i < lengthof(of_form); i++)
		author_note_if(&form, of_form[i], author_noted(&place->features, of_form[i]));
	return form.bits[0] ^ form.bits[1] << 32 ^ form.bits[1] >> 32;
}

/*
 * Compares a place with the others: notes those that name the same people, and those of its form.
 */
static void
compare_with_places(AuthorEvidence *evidence, AuthorPlace *place, const uint64_t *forms)
{
	uint32_t i = (uint32_t) (place - evidence->places);
	uint32_t alike = 1;

	for (uint32_t k = 0; k < evidence->nplaces; k++)
	{
		const AuthorPlace *other = &evidence->places[k];

		if (k == i ||
			(other->block == place->block && other->node < place->end && place->node < other->end))
			continue;
		if (str_equal(other->key, place->key))
			author_note(&place->features, AUTHOR_REPEATED);
		else
			alike += forms[k] == forms[i];
	}
	author_note_if(&place->features, AUTHOR_IN_CROWD, alike >= CROWD);
}

/*
 * Is it the byline of another article: after the body, under another headline or in a list of links
 * or comments, and not of the people whom the metadata name?
 */
static bool
is_of_others(const AuthorEvidence *evidence, const AuthorPlace *place)
{
	static const AuthorFeature others[] = {AUTHOR_NAVIGATION, AUTHOR_COMMENT, AUTHOR_RELATED,
										   AUTHOR_OTHER_ARTICLE, AUTHOR_OTHER_HEADLINE};

	if (place->block < evidence->reader->body_end ||
		author_noted(&place->features, AUTHOR_DECLARED))
		return false;
	for (size_t i = 0; i < lengthof(others); i++)
		if (author_noted(&place->features, others[i]))
			return true;
	return false;
}

/* Drops the bylines of other articles: a wrong name is worse than none. */
static void
drop_others(AuthorEvidence *evidence)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < evidence->nplaces; i++)
		if (!is_of_others(evidence, &evidence->places[i]))
			evidence->places[kept++] = evidence->places[i];
	evidence->nplaces = kept;
}

void
author_compare_places(AuthorEvidence *evidence)
{
	Arena *arena = evidence->reader->arena;
	uint64_t forms[AUTHOR_PLACES_MAX];
	uint32_t first = AUTHOR_PLACES_MAX;

	for (uint32_t i = 0; i < evidence->nplaces; i++)
	{
		AuthorPlace *place = &evidence->places[i];

		author_end_names(evidence, place);
		author_drop_doubtful(evidence, place);
		place->key = compare_key(arena, place->byline.names[0].name);
		forms[i] = form_of(place);
		if ((evidence->title == PAGE_NONE || place->block >= evidence->top) &&
			(first == AUTHOR_PLACES_MAX || place->node < evidence->places[first].node))
			first = i;
	}
	for (uint32_t i = 0; i < evidence->nplaces; i++)
	{
		AuthorPlace *place = &evidence->places[i];

		author_note_if(&place->features, AUTHOR_FIRST, i == first);
		compare_with_declared(evidence, place);
		compare_with_places(evidence, place, forms);
		author_note_person(evidence, place);
	}
	author_note_if(&evidence->nobody, AUTHOR_NOBODY_CROWD, evidence->nplaces >= CROWDED_PAGE);
	drop_others(evidence);
}
