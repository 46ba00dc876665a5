/*
 * related.c
 *	  The other articles that a page offers: headlines in links outside the body; on pages without
 *	  links, headlines that are not linked.
 *
 * Missing one is better than listing a menu entry, so both the text and the address must look like
 * an article's.
 */
#include "article/related/links.h"

#include "text/compare.h"
#include "article/cue/headline.h"
#include "article/block/surroundings.h"
#include "html/url.h"

/* More than any page offers a reader; limits the search for repeated addresses. */
#define MOST_RELATED 100

/* How well the text of a link suits as its headline. */
typedef enum Rank
{
	RANK_UNFIT,
	RANK_SENTENCE, /* may be the deck */
	RANK_LINE,
	RANK_TITLE, /* in an element with a title class */
	RANK_HEADING
} Rank;

typedef struct Candidate
{
	Str text;
	Rank rank;
} Candidate;

typedef struct RelatedReader
{
	Reader *reader;
	Arena scratch; /* of the link at hand: emptied after a few links */
	Surroundings surroundings;
	Str own_url;
	Str own_key; /* key of the page's own address, for comparison */
	AddressKind own_address;
	Str title_key;	/* key of its title, likewise */
	uint32_t read;	/* blocks before this one have been searched for … */
	bool announced; /* … a heading that announces other articles, followed by no other */
	uint64_t hashes[MOST_RELATED];
	Rank ranks[MOST_RELATED];
} RelatedReader;

/* ------------------------------------------------------------------ which words */

/* Does an element, or one of those directly above it and inside the link, have a title class? */
static bool
titled(const Reader *reader, uint32_t node, uint32_t link)
{
	const Page *page = &reader->page;

	for (int level = 0; level < 3 && node != 0; level++, node = page->nodes[node].parent)
		if ((level == 0 || node > link) && (reader_cues(reader, node) & CLASS_CUE_BIT(TITLE)))
			return true;
	return false;
}

/*
 * A text as one line: <br> or a control character may split it, and a link may begin with a second
 * space.
 */
static Str
one_line(Arena *arena, Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (ascii_space(text.data[i]) &&
			(text.data[i] != ' ' || (i > 0 && text.data[i - 1] == ' ')))
			return str_collapse(arena, text);
	return text;
}

/* Judges a block's text, or the text of a link in it, as a headline. */
static Candidate
judge(const Reader *reader, Arena *arena, const Block *block, Str text, uint32_t link)
{
	Candidate candidate = {text, RANK_UNFIT};

	if (!headline_like(text))
		return candidate;
	candidate.text = headline_strip(text);
	if (candidate.text.len < text.len &&
		(!headline_like(candidate.text) || headline_starts_small(candidate.text)))
		return candidate; /* "Read more about the lake" */
	if (block->kind == BLOCK_HEADING)
		candidate.rank = RANK_HEADING;
	else if (titled(reader, block->node, link))
		candidate.rank = RANK_TITLE;
	else
		candidate.rank = headline_ends_sentence(text) ? RANK_SENTENCE : RANK_LINE;
	candidate.text = one_line(arena, candidate.text);
	return candidate;
}

/* Does a block begin like a pointer to another article: "Lire aussi"? */
static bool
points(const Block *block)
{
	return (block->openings >> PHRASE_CUE_RELATED & 1) != 0 || headline_points(block->text);
}

/*
 * The headline of a link inside a block: its text, if that is most of the block or the block points
 * to another article.
 */
static Candidate
from_inside(const Reader *reader, Arena *arena, const LinkSpot *spot, const Block *block)
{
	if (!block_links_fill(block, 5) && !points(block))
		return (Candidate){STR_NONE, RANK_UNFIT};
	return judge(reader, arena, block, link_text(reader, arena, spot->node), spot->node);
}

/* The headline of a link around blocks: the best of them. */
static Candidate
from_around(const Reader *reader, Arena *arena, const LinkSpot *spot)
{
	Candidate best = {STR_NONE, RANK_UNFIT};

	for (uint32_t i = spot->first_block; i < spot->end_block; i++)
	{
		const Block *block = &reader->blocks.items[i];
		Candidate candidate = judge(reader, arena, block, block->text, spot->node);

		if (candidate.rank > best.rank)
			best = candidate;
	}
	return best;
}

/* The headline of a link around or inside at least one block. */
static Candidate
find_headline(const Reader *reader, Arena *arena, const LinkSpot *spot)
{
	const Block *block = &reader->blocks.items[spot->first_block];

	if (spot->end_block - spot->first_block == 1 && block->node < spot->node)
		return from_inside(reader, arena, spot, block);
	return from_around(reader, arena, spot);
}

/* ------------------------------------------------------------------ which links */

/* Is this a link of the running text? A line that only points to another article does not count. */
static bool
in_body(const Reader *reader, const LinkSpot *spot)
{
	for (uint32_t i = spot->first_block; i < spot->end_block; i++)
	{
		const Block *block = &reader->blocks.items[i];

		if (block->kept && (!block_links_fill(block, 5) || !points(block)))
			return true;
	}
	return false;
}

/* A heading such as "Sur le même sujet", or a short line, has at most this many characters. */
#define LONGEST_ANNOUNCEMENT 60

/*
 * Reads on to the block of a link. The body and other headings, except headlines, end what was
 * announced.
 */
static void
read_announcements(RelatedReader *related, uint32_t block_number)
{
	const Blocks *blocks = &related->reader->blocks;

	for (; related->read < block_number; related->read++)
	{
		const Block *block = &blocks->items[related->read];

		if (block->kept)
			related->announced = false;
		else if (block_links_fill(block, 5) || block->chars > LONGEST_ANNOUNCEMENT)
			continue;
		else if (points(block))
			related->announced = true;
		else if (block->kind == BLOCK_HEADING)
			related->announced = false;
	}
}

/*
 * Is the evidence for a headline strong enough, given how much its address looks like an article's?
 */
static bool
convinces(const RelatedReader *related, const Candidate *candidate, SurroundingsPlace place,
		  AddressKind address)
{
	uint32_t words = headline_words(candidate->text);
	int points = 0;

	if (address >= ADDRESS_NUMBERED)
		points += 2;
	else if (related->own_address == ADDRESS_ID)
		points -= 2;
	else if (address == ADDRESS_WORDS)
		points += 1;
	points += words >= 5;
	points -= words < 4;
	points += candidate->rank >= RANK_TITLE;
	points += place == SURROUNDINGS_RELATED || (related->announced && words >= 5);
	return points >= 2;
}

/*
 * Does the link lead to another article of the same site? If it has no absolute address, judged by
 * what is known.
 */
static bool
leads_to_article(const RelatedReader *related, Str reference, Str url, SurroundingsPlace place,
				 const Candidate *candidate)
{
	AddressKind address = headline_address(url.data != NULL ? url : reference);

	if (address <= ADDRESS_PLAIN)
		return false;
	if (url.data == NULL)
	{
		if (related->reader->base_url.data != NULL || !headline_relative(reference))
			return false;
	}
	else if (related->own_url.data != NULL && !headline_same_site(url, related->own_url))
		return false;
	return convinces(related, candidate, place, address) &&
		   !headline_offers_service(candidate->text, url.data != NULL ? url : reference);
}

/* ------------------------------------------------------------------ the list */

/* Adds a link, or replaces the text of one with the same address by a better one. */
static void
add(RelatedReader *related, Str url, Str key, const Candidate *candidate)
{
	Article *article = &related->reader->article;
	uint64_t hash = str_hash(key);
	uint32_t i = 0;

	while (i < article->nrelated && related->hashes[i] != hash)
		i++;
	if (i == MOST_RELATED || (i < article->nrelated && related->ranks[i] >= candidate->rank))
		return;
	if (i == article->nrelated)
		article->nrelated++;
	related->hashes[i] = hash;
	related->ranks[i] = candidate->rank;
	article->related[i] =
		(ArticleLink){str_copy(related->reader->arena, url),
					  str_copy(related->reader->arena, candidate->text), "related"};
}

static void
consider(RelatedReader *related, const LinkSpot *spot)
{
	Reader *reader = related->reader;
	Arena *arena = &related->scratch;
	Str reference = page_attr(&reader->page, spot->node, ATTR_href);
	Candidate candidate;
	SurroundingsPlace place;
	Str url;
	Str key;

	read_announcements(related, spot->first_block);
	if (spot->first_block == spot->end_block ||
		(reader->page.nodes[spot->node].flags & NODE_HIDDEN) || in_body(reader, spot))
		return;
	place = surroundings_place(&related->surroundings, spot->node);
	if (place == SURROUNDINGS_NAVIGATION || place == SURROUNDINGS_SERVICE)
		return;
	candidate = find_headline(reader, arena, spot);
	if (candidate.rank == RANK_UNFIT)
		return;
	url = link_url(reader, arena, spot->node);
	if (!leads_to_article(related, reference, url, place, &candidate))
		return;
	key = url.data != NULL ? url_comparable(arena, url) : reference;
	if (str_equal(key, related->own_key) ||
		str_equal(compare_key(arena, candidate.text), related->title_key))
		return;
	add(related, url, key, &candidate);
}

/* A text shared by more than this many different links is a label, not a headline. */
#define MOST_ALIKE 2

/*
 * Is a link the list that other links or the page itself belong to, or one of many with the same
 * label? This is known only when all links have been read.
 */
static bool
is_no_headline(const RelatedReader *related, const ArticleLink *link)
{
	const Article *article = &related->reader->article;
	uint32_t alike = 0;

	for (uint32_t i = 0; i < article->nrelated; i++)
	{
		if (link->url.data != NULL && headline_is_index_of(link->url, article->related[i].url))
			return true;
		alike += str_equal(link->text, article->related[i].text);
	}
	return alike > MOST_ALIKE ||
		   (link->url.data != NULL && headline_is_index_of(link->url, related->own_url));
}

static void
drop_others(RelatedReader *related)
{
	Article *article = &related->reader->article;
	bool drop[MOST_RELATED];
	uint32_t left = 0;

	for (uint32_t i = 0; i < article->nrelated; i++)
		drop[i] = is_no_headline(related, &article->related[i]);
	for (uint32_t i = 0; i < article->nrelated; i++)
		if (!drop[i])
			article->related[left++] = article->related[i];
	article->nrelated = left;
}

/* ------------------------------------------------------------------ pages without links */

/* Is a block a headline of another article, judged by its text alone? */
static bool
is_other_headline(const RelatedReader *related, const Block *block)
{
	Arena scratch;
	bool other;

	if (block->kept || !headline_alone(block->text, block->phrases, block->openings))
		return false;
	scratch = arena_scratch(related->reader->arena);
	other = !str_equal(compare_key(&scratch, block->text), related->title_key);
	arena_free(&scratch);
	return other;
}

static void
read_lines(RelatedReader *related)
{
	Reader *reader = related->reader;
	uint32_t from = reader->title_block == PAGE_NONE ? 0 : reader->title_block + 1;

	if (related->surroundings.body_end == 0)
		return;
	for (uint32_t i = from > reader->body_first ? from : reader->body_first;
		 i < reader->blocks.count && reader->article.nrelated < MOST_RELATED; i++)
	{
		const Block *block = &reader->blocks.items[i];
		Candidate candidate = {STR_NONE, RANK_LINE};

		if (i % BLOCKS_PER_POLL == 0)
			arena_poll(reader->arena);
		if (!is_other_headline(related, block))
			continue;
		candidate.text = one_line(reader->arena, headline_strip(block->text));
		add(related, STR_NONE, candidate.text, &candidate);
	}
}

/*
 * A page may have thousands of links, and examining one takes some hundred bytes, so memory is
 * freed after this many.
 */
#define LINKS_AT_A_TIME 64
/* A page with more links than this is the index of an archive: none of 1533 has more than 2215. */
#define MOST_LINKS 4096

/* Returns false if the page has no link. */
static bool
read_links(RelatedReader *related)
{
	uint32_t count = 0;
	LinkCursor cursor;
	LinkSpot spot;

	related->scratch = arena_scratch(related->reader->arena);
	links_start(&cursor, related->reader);
	while (count < MOST_LINKS && links_next(&cursor, &spot))
	{
		consider(related, &spot);
		if (++count % LINKS_AT_A_TIME != 0)
			continue;
		arena_free(&related->scratch);
		related->scratch = arena_scratch(related->reader->arena);
	}
	arena_free(&related->scratch);
	return count > 0;
}

void
related_read(Reader *reader)
{
	Article *article = &reader->article;
	RelatedReader *related = arena_new(reader->arena, RelatedReader);

	related->reader = reader;
	surroundings_init(&related->surroundings, reader);
	related->own_url = reader->options->url.data != NULL ? reader->options->url : article->url;
	related->own_key = url_comparable(reader->arena, related->own_url);
	related->own_address = headline_address(related->own_url);
	related->title_key = compare_key(reader->arena, article->title);
	article->related = arena_array(reader->arena, ArticleLink, MOST_RELATED);
	if (read_links(related))
		drop_others(related);
	else
		read_lines(related);
}
