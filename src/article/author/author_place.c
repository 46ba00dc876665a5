/*
 * author_place.c
 *	  The places of a page that read like a byline: an element marked as one, a block or a line that
 *	  begins with a cue, a name alone next to a date or after the body.  Adds each with the features
 *	  of how it was found; judges none.
 */
#include "article/author/author_evidence.h"

#include "article/author/agency.h"
#include "article/author/byline_word.h"
#include "article/cue/boilerplate.h"
#include "base/array.h"
#include "article/author/given_name.h"

/* A block of at most this many bytes below a label holds initials, not a name. */
#define INITIALS_BYTES 3

/* Limit on the blocks read. */
#define BLOCKS_MAX 100

/* A byline in a block of its own is at most this long: two lines. */
#define BLOCK_MAX_BYTES 240

/* Maximum length of a block that consists of names only. */
#define BARE_MAX_BYTES 100

/* Words in a byline that are neither names nor known words: with more of them, it is a sentence. */
#define UNREAD_MAX 4

/* This many single words in a row are not authors but keywords. */
#define KEYWORDS_MIN 3

/* From this number of names on, a list is one of other articles or of contributors. */
#define MANY_NAMES 5

/* Blocks at the start of the body after which a byline may still occur: deck, lead. */
#define LEAD_BLOCKS 2

/* Blocks at the end of the body in which the byline, notes and calls occur in any order. */
#define TAIL_BLOCKS 6

/* Levels between a button and its text. */
#define BUTTON_LEVELS 4

/* A name without a mark is at most this many blocks after the body. */
#define BARE_AFTER 2

/* Does it consist of names and little else?  Three or more single words are keywords. */
bool
author_is_clean(const Byline *byline)
{
	bool full = byline->count < KEYWORDS_MIN;

	for (uint32_t i = 0; i < byline->count; i++)
		full |= byline_is_full_name(byline->names[i].name);
	return full && byline->count > 0 && byline->unread <= UNREAD_MAX;
}

bool
author_names(const Byline *byline, BylineKind kind)
{
	for (uint32_t i = 0; i < byline->count; i++)
		if (byline->names[i].kind == kind)
			return true;
	return false;
}

/* Does it name a person or, after a cue, an agency: "Par AFP"? */
bool
author_is_named(const Byline *byline)
{
	return author_names(byline, BYLINE_IS_PERSON) ||
		   (byline->cued && author_names(byline, BYLINE_IS_AGENCY));
}

bool
author_has_full_name(const Byline *byline)
{
	for (uint32_t i = 0; i < byline->count; i++)
		if (byline->names[i].kind == BYLINE_IS_PERSON && byline_is_full_name(byline->names[i].name))
			return true;
	return false;
}

/* What the names themselves say. */
static void
note_names(AuthorPlace *place)
{
	const Byline *byline = &place->byline;
	AuthorFeatures *features = &place->features;
	AuthorName first = {.name = byline->names[0].name, .kind = byline->names[0].kind};
	bool given = first.kind == BYLINE_IS_PERSON && given_name_begins(first.name);

	author_note_if(features, AUTHOR_IN_FULL, author_has_full_name(byline));
	author_note_if(features, AUTHOR_IN_CAPITALS, author_in_capitals(&first));
	if (!author_names(byline, BYLINE_IS_PERSON))
		author_note(features, author_names(byline, BYLINE_IS_AGENCY) ? AUTHOR_PRINTED_AGENCY
																	 : AUTHOR_PRINTED_NEWSROOM);
	author_note_if(features, AUTHOR_PRINTED_GIVEN_NAME, given);
	author_note_if(features, AUTHOR_BARE_GIVEN_NAME, given && author_noted(features, AUTHOR_BARE));
	author_note_if(features, AUTHOR_SIGNATURE_GIVEN_NAME,
				   given && author_noted(features, AUTHOR_SIGNATURE));
	author_note_if(features, AUTHOR_INITIAL, given_name_is_initial(first.name));
	author_note_if(features, AUTHOR_PHOTOS, byline->photos);
	author_note_if(features, AUTHOR_TOLD, byline->told);
	author_note_if(features, AUTHOR_WITH_JOB, byline->job);
	author_note_if(features, AUTHOR_BY_OFFICE, byline->by_office);
	author_note_if(features, AUTHOR_WITH_ADDRESS, byline->address);
	if (byline->count > 1)
		author_note(features,
					byline->count < MANY_NAMES ? AUTHOR_PRINTED_SEVERAL : AUTHOR_PRINTED_MANY);
	if (byline->unread > 0)
		author_note(features, byline->unread == 1 ? AUTHOR_UNREAD_ONE : AUTHOR_UNREAD_MORE);
}

/*
 * "Par Anne Dupont Actualités": cuts names that begin with the text of a link to an author's page,
 * and go on after it.
 */
static void
cut_at_links(const AuthorEvidence *evidence, AuthorPlace *place)
{
	const Reader *reader = evidence->reader;
	const Page *page = &reader->page;

	for (uint32_t i = place->node; i < author_links_end(place); i++)
	{
		Str text;

		if (page->nodes[i].tag != TAG_a ||
			!(author_is_declared(page, i) ||
			  author_is_link(page, &evidence->site, &evidence->starts, i)))
			continue;
		text =
			str_collapse(reader->arena, page_text_limited(page, reader->arena, i, BARE_MAX_BYTES));
		for (uint32_t k = 0; k < place->byline.count && text.len > 0; k++)
		{
			Str *name = &place->byline.names[k].name;

			if (name->len > text.len && name->data[text.len] == ' ' &&
				str_equal(str_sub(*name, 0, text.len), text))
				*name = str_sub(*name, 0, text.len);
		}
	}
}

void
author_add_place(AuthorEvidence *evidence, AuthorPlace *place)
{
	if (evidence->nplaces == AUTHOR_PLACES_MAX)
		return;
	cut_at_links(evidence, place);
	note_names(place);
	author_note_position(evidence, place);
	author_note_surroundings(evidence, place);
	author_note_beside(evidence, place);
	if (author_noted(&place->features, AUTHOR_QUOTATION) ||
		(author_noted(&place->features, AUTHOR_BARE) &&
		 author_noted(&place->features, AUTHOR_CAPTION)))
		return; /* who is quoted, or in the picture */
	evidence->places[evidence->nplaces++] = *place;
}

/* --------------------------------------------------------------- blocks that read like a byline */

/* Is the block set apart like a signature: right-aligned, or in bold or italics? */
static bool
is_signature(const AuthorEvidence *evidence, uint32_t i)
{
	const Reader *reader = evidence->reader;
	const Page *page = &reader->page;
	const Block *block = &reader->blocks.items[i];
	uint32_t child = block->node + 1;

	if (i + 2 < reader->body_end || i > reader->body_end || block->text.len > BARE_MAX_BYTES / 2)
		return false;
	if (str_find_ascii(page_attr(page, block->node, ATTR_style), STR("right")) >= 0)
		return true;
	if (child >= page->nnodes || page->nodes[child].end < block->end)
		return false;
	switch (page->nodes[child].tag)
	{
		case TAG_b:
		case TAG_em:
		case TAG_i:
		case TAG_strong:
			return true;
		default:
			return false;
	}
}

/* Is the block part of a button? */
static bool
is_button(const Page *page, const Block *block)
{
	uint32_t up = block->first;

	for (int level = 0; level < BUTTON_LEVELS && up != 0; level++, up = page->nodes[up].parent)
		if (page->nodes[up].tag == TAG_button)
			return true;
	return false;
}

/* Does the block consist of full names only, in a script that shows where names begin? */
static bool
is_bare(const Block *block, const Byline *byline)
{
	if (byline->unread > 0 || block->text.len > BARE_MAX_BYTES || block->kind == BLOCK_HEADING ||
		(byline->address && boilerplate_reaches(block->text)))
		return false;
	for (uint32_t i = 0; i < byline->count; i++)
		if (byline->names[i].kind == BYLINE_IS_PERSON &&
			((unsigned char) byline->names[i].name.data[0] >= 0xE0 ||
			 str_find(byline->names[i].name, STR(" ")) < 0))
			return false;
	return true;
}

/* Is it "Par Anne Dupont" and not a word more?  Such a byline can be anywhere. */
static bool
is_whole(Str text, const Byline *byline)
{
	uint32_t bytes = 0;

	for (uint32_t i = 0; i < byline->count; i++)
		bytes += byline->names[i].name.len + AUTHOR_WHOLE_BYTES;
	return byline->unread == 0 && text.len <= bytes;
}

static void
note_text(const AuthorEvidence *evidence, AuthorPlace *place, const Block *block, bool labelled)
{
	AuthorFeatures *features = &place->features;
	const Byline *byline = &place->byline;
	bool cued = byline->cued || labelled;

	author_note_if(features, AUTHOR_LABELLED, labelled);
	if (byline->cued)
		author_note(features, byline->cued_weakly ? AUTHOR_CUED_WEAKLY : AUTHOR_CUED);
	else if (!labelled)
		author_note(features, place->text.len < block->text.len		 ? AUTHOR_BARE_ON_SITE
							  : is_signature(evidence, place->block) ? AUTHOR_SIGNATURE
																	 : AUTHOR_BARE);
	author_note_if(features, AUTHOR_WHOLE, is_whole(place->text, byline));
	author_note_if(features, AUTHOR_WHOLE_CUED, cued && is_whole(place->text, byline));
	author_note_if(features, AUTHOR_LONG, place->text.len > AUTHOR_BIOGRAPHY_BYTES);
}

/* "Stage de pilotage : Marin Hiver": is a weak cue one word among others? */
static bool
is_chance(Str text, const Byline *byline)
{
	return byline->cued_weakly && (byline->unread > 0 || text.len > BARE_MAX_BYTES);
}

/*
 * Between the headline and the text: is it an agency and nothing else, "Agence France-Presse,
 * 12/02/2021", or after a cue or in a marked element, a newsroom, "Par la rédaction de Lyon"?
 */
bool
author_is_house_line(const AuthorEvidence *evidence, uint32_t i, const Byline *byline, bool marked)
{
	bool signs = marked || (byline->cued && !byline->cued_weakly);
	const BylineName *name = &byline->names[0];

	/* the text may be thought to begin with it */
	return byline->unread == 0 && byline->count == 1 && evidence->title != PAGE_NONE &&
		   i > evidence->title && i <= evidence->start &&
		   (name->kind == BYLINE_IS_AGENCY || (name->kind == BYLINE_IS_DESK && signs) ||
			agency_of(&name->name, 1, STR_NONE).data != NULL);
}

/* Are the two words before a cue those of a passive, whose subject is no text: "est édité par"? */
static bool
is_passive(Str being, Str participle)
{
	static const Str beings[] = {{"been", 4},	{"es", 2},	   {"est", 3},	{"fut", 3},
								 {"is", 2},		{"ist", 3},	   {"sont", 4}, {"was", 3},
								 {"were", 4},	{"werden", 6}, {"wird", 4}, {"wurde", 5},
								 {"wurden", 6}, {"été", 5},	   {"était", 6}};

	return str_is_one_of_ascii(being, beings, lengthof(beings)) &&
		   (byline_classes(participle) & (BYLINE_WORD_CUE | BYLINE_WORD_LABEL)) == 0;
}

/*
 * Does a sentence tell by whom something is done, "Le Courrier est édité par Anne Dupont"? "Cet
 * article est signé par Anne Dupont" is a byline.
 */
static bool
tells_doer(Str text)
{
	Str words[3] = {STR_NONE, STR_NONE, str_first_word(text)};

	if ((byline_classes(words[2]) & BYLINE_WORD_THIS) != 0)
		return false;
	while (words[2].len > 0)
	{
		if ((byline_classes(words[2]) & BYLINE_WORD_CUE) != 0 && is_passive(words[0], words[1]))
			return true;
		text = str_trim(str_sub(text, words[2].len, text.len));
		memmove(words, words + 1, sizeof(words) - sizeof(words[0]));
		words[2] = str_first_word(text);
	}
	return false;
}

/*
 * Reads a text of block i.  Returns false if it is not a byline or, for a line, if it has no cue.
 */
static bool
read_text(AuthorEvidence *evidence, uint32_t i, Str text, bool labelled, bool line)
{
	const Reader *reader = evidence->reader;
	const Block *block = &reader->blocks.items[i];
	AuthorPlace place = {.block = i, .node = block->first, .end = block->end, .text = text};

	if (labelled && text.len <= INITIALS_BYTES)
		return false; /* "CP", where the picture of the author is missing */
	byline_read(&place.byline, text, labelled ? BYLINE_MARKED : BYLINE_PRINTED);
	if (!author_is_clean(&place.byline) ||
		!(author_is_named(&place.byline) ||
		  author_is_house_line(evidence, i, &place.byline, false)))
		return false;
	if (!(place.byline.cued && !is_chance(text, &place.byline)) && !labelled &&
		(line || i > reader->body_end + BARE_AFTER || !is_bare(block, &place.byline) ||
		 is_button(&reader->page, block)))
		return false;
	if (place.byline.cued && !labelled && tells_doer(text))
		return false;
	note_text(evidence, &place, block, labelled);
	author_note_if(&place.features, AUTHOR_LINE, line);
	author_add_place(evidence, &place);
	return true;
}

/* Returns the link that ends a block, or PAGE_NONE. */
static uint32_t
last_link(const Page *page, const Block *block)
{
	for (uint32_t i = block->end; i-- > block->first;)
	{
		if (page->nodes[i].tag != TAG_text)
			continue;
		for (uint32_t up = i; up > block->node; up = page->nodes[up].parent)
			if (page->nodes[up].tag == TAG_a)
				return up;
		return PAGE_NONE;
	}
	return PAGE_NONE;
}

/*
 * "Posté le 6 mars par anned": reads the link that ends a block after a cue; its text may be a
 * pseudonym.
 */
static void
read_last_link(AuthorEvidence *evidence, uint32_t i)
{
	const Reader *reader = evidence->reader;
	const Block *block = &reader->blocks.items[i];
	AuthorPlace place = {.block = i, .node = block->first, .end = block->end};
	uint32_t link = last_link(&reader->page, block);
	Str before = block->text;
	uint32_t start;

	if (link == PAGE_NONE)
		return;
	place.text = str_collapse(
		reader->arena, page_text_limited(&reader->page, reader->arena, link, BARE_MAX_BYTES));
	if (!str_ends_ascii(before, place.text) || place.text.len == before.len)
		return;
	before = str_trim(str_sub(before, 0, before.len - place.text.len));
	for (start = before.len; start > 0 && before.data[start - 1] != ' ';)
		start--;
	if ((byline_classes(str_sub(before, start, before.len)) & BYLINE_WORD_CUE) == 0)
		return;
	byline_read(&place.byline, place.text, BYLINE_MARKED);
	if (place.byline.count != 1 || place.byline.unread > 0 || !author_is_named(&place.byline))
		return;
	place.byline.cued = true;
	note_text(evidence, &place, block, false);
	author_add_place(evidence, &place);
}

static Str
next_line(Str text, uint32_t *at)
{
	uint32_t start = *at;
	uint32_t end = start;

	while (end < text.len && text.data[end] != '\n')
		end++;
	*at = end + 1;
	return str_sub(text, start, end - start);
}

/*
 * Returns the lines of a block except those that name the site, as in "Anne Dupont" above "Le
 * Courrier".
 */
static Str
lines_without_site(const AuthorEvidence *evidence, Str text)
{
	Arena *arena = evidence->reader->arena;
	StrBuf lines;

	strbuf_init(&lines, arena);
	for (uint32_t at = 0; at < text.len;)
	{
		Str line = next_line(text, &at);

		if (site_is(&evidence->site, arena, line))
			continue;
		strbuf_add(&lines, line);
		strbuf_add_char(&lines, '\n');
	}
	return str_trim(strbuf_str(&lines));
}

/*
 * Reads a block as a whole; failing that, its lines: on old pages, section, headline and byline are
 * in one block.
 */
static void
read_block(AuthorEvidence *evidence, uint32_t i)
{
	const Blocks *blocks = &evidence->reader->blocks;
	const Block *block = &blocks->items[i];
	bool labelled = i > 0 && byline_is_label(blocks->items[i - 1].text);
	Str piece;

	if (block->text.len > BLOCK_MAX_BYTES || block->kind == BLOCK_CAPTION || i == evidence->title)
		return;
	piece = author_piece(evidence->reader, block);
	if (piece.len > 0 && read_text(evidence, i, piece, false, true))
		return;
	if (read_text(evidence, i, block->text, labelled, false))
		return;
	read_last_link(evidence, i);
	if (str_find(block->text, STR("\n")) < 0 ||
		read_text(evidence, i, lines_without_site(evidence, block->text), labelled, false))
		return;
	for (uint32_t at = 0; at < block->text.len;)
		if (read_text(evidence, i, next_line(block->text, &at), false, true))
			return;
}

void
author_read_blocks(AuthorEvidence *evidence)
{
	const Reader *reader = evidence->reader;
	uint32_t read = 0;

	for (uint32_t i = evidence->first_block; i < evidence->end_block && read < BLOCKS_MAX; i++)
		if (i <= evidence->start + LEAD_BLOCKS || i + TAIL_BLOCKS >= reader->body_end)
		{
			read_block(evidence, i);
			read++;
		}
}
