/*
 * paywall.c
 *	  Does the page reserve part of the article for paying readers? Its declaration decides; else
 *	  the notice that it prints where the text breaks off.
 */
#include "base/array.h"
#include "article/body/body.h"
#include "article/cue/cue.h"

/* Most blocks from the last kept block to a notice: share bars and tags come between. */
#define BLOCKS_AFTER_BODY 12

/* What such notices say, lowercase (written for this project). */
static const Str notices[] = {
	{"abonnez-vous pour lire", 22},
	{"alleen voor abonnees", 20},
	{"article réservé aux abonnés", 30},
	{"cet article est réservé", 25},
	{"contenu réservé aux abonnés", 30},
	{"diesen artikel weiterlesen", 26},
	{"exclusief voor abonnees", 23},
	{"exclusive to subscribers", 24},
	{"exclusivo para assinantes", 25},
	{"exclusivo para suscriptores", 27},
	{"il vous reste", 13},
	{"is for subscribers only", 23},
	{"la suite est réservée", 23},
	{"lesen sie diesen artikel mit", 28},
	{"nur für abonnenten", 19},
	{"pour lire cet article", 21},
	{"pour lire la suite", 18},
	{"read the full article with", 26},
	{"riservato agli abbonati", 23},
	{"réservé à nos abonnés", 25},
	{"réservé aux abonnés", 22},
	{"réservée aux abonnés", 23},
	{"solo para suscriptores", 22},
	{"subscribe to continue reading", 29},
	{"subscribe to read", 17},
	{"this article is for subscribers", 31},
	{"to continue reading", 19},
	{"to read the full story", 22},
	{"weiterlesen mit", 15},
};

#define NOTICES lengthof(notices)

/*
 * For each first letter of a notice, the set of second ones. The low 5 bits of a byte identify a
 * letter in either case.
 */
#define LETTER(byte) (UINT32_C(1) << ((byte) &31))

static const uint32_t second_letters[32] = {
	['a' & 31] = LETTER('b') | LETTER('l') | LETTER('r'),
	['c' & 31] = LETTER('e') | LETTER('o'),
	['d' & 31] = LETTER('i'),
	['e' & 31] = LETTER('x'),
	['i' & 31] = LETTER('l') | LETTER('s'),
	['l' & 31] = LETTER('a') | LETTER('e'),
	['n' & 31] = LETTER('u'),
	['p' & 31] = LETTER('o'),
	['r' & 31] = LETTER('e') | LETTER('i') | LETTER(0xC3),
	['s' & 31] = LETTER('o') | LETTER('u'),
	['t' & 31] = LETTER('h') | LETTER('o'),
	['w' & 31] = LETTER('e'),
};

static bool
begins_with_notice(Str text)
{
	char first = ascii_lower(text.data[0]);

	for (size_t i = 0; i < NOTICES; i++)
		if (first == notices[i].data[0] && str_starts_ascii(text, notices[i]))
			return true;
	return false;
}

/* Searches for all notices at once, at places where the first two letters of one occur. */
bool
paywall_notice(Str text)
{
	for (uint32_t i = 0; i + 1 < text.len; i++)
		if ((second_letters[text.data[i] & 31] >> (text.data[i + 1] & 31) & 1) != 0 &&
			begins_with_notice(str_sub(text, i, text.len)))
			return true;
	return false;
}

/* On a page without a body: does a line below the headline speak of a subscription? */
static bool
is_offer(const Reader *reader, uint32_t i)
{
	const Block *block = &reader->blocks.items[i];

	return reader->title_block != PAGE_NONE && i > reader->title_block &&
		   block->kind == BLOCK_PARAGRAPH && block->link_chars * 2 < block->chars &&
		   (block->phrases & PHRASE_CUE_BIT(PAYWALL)) != 0 &&
		   (block->phrases & PHRASE_CUE_BIT(COOKIE)) == 0;
}

static bool
notice_printed(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t from = reader->body_end > 0 ? reader->body_end - 1 : 0;

	for (uint32_t i = from; i < blocks->count && i < from + BLOCKS_AFTER_BODY; i++)
		if (blocks->items[i].chars < 300 && (paywall_notice(blocks->items[i].text) ||
											 (reader->body_end == 0 && is_offer(reader, i))))
			return true;
	return false;
}

/* A notice in a box of its own, and the offer below it, are at most this long, in characters. */
#define LONGEST_NOTICE 120
#define LONGEST_OFFER 400

/* Is it a notice that begins an element which does not hold the title? Sets *box to that element. */
static bool
heads_offer(const Reader *reader, uint32_t i, uint32_t *box)
{
	const Block *items = reader->blocks.items;
	const Node *nodes = reader->page.nodes;

	if (items[i].kept || items[i].chars > LONGEST_NOTICE ||
		(items[i].openings & PHRASE_CUE_BIT(PAYWALL)) == 0)
		return false;
	*box = nodes[items[i].node].parent;
	return i > 0 && items[i - 1].first < *box &&
		   (reader->title_block == PAGE_NONE || items[reader->title_block].first < *box);
}

/* Drops a notice that is all that is kept. */
static void
drop_lone_notice(Blocks *blocks)
{
	Block *notice = NULL;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (!blocks->items[i].kept)
			continue;
		if (notice != NULL || blocks->items[i].chars > LONGEST_OFFER)
			return;
		notice = &blocks->items[i];
	}
	if (notice != NULL && paywall_notice(notice->text))
		block_drop_surely(notice, "a subscription notice");
}

/* Drops the terms of a subscription below the notice that what follows is for subscribers. */
void
body_drop_offers(Reader *reader)
{
	Blocks *blocks = &reader->blocks;

	drop_lone_notice(blocks);
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		uint32_t box;
		uint32_t chars = 0;
		uint32_t end = i + 1;

		if (!heads_offer(reader, i, &box))
			continue;
		for (; end < blocks->count && blocks->items[end].first < reader->page.nodes[box].end; end++)
			chars += blocks->items[end].kept ? blocks->items[end].chars : 0;
		for (uint32_t k = i + 1; k < end && chars <= LONGEST_OFFER; k++)
			if (blocks->items[k].kept)
				block_drop_surely(&blocks->items[k], "an offer to subscribers");
	}
}

bool
paywall_found(Reader *reader)
{
	uint32_t i = 0;
	const Fact *fact;

	while ((fact = facts_next(&reader->facts, FACT_PAID, &i)) != NULL)
		if (fact->source != FACT_SOURCE_JSON_LD_OTHER)
			return str_equal(fact->text, STR("true"));
	return notice_printed(reader);
}
