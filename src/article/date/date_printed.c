/*
 * date_printed.c
 *	  The dates that a page prints. Reads the blocks, adds candidates with their place and the
 *	  wording around them.
 */
#include "article/cue/headline.h"
#include "article/date/date_evidence.h"
#include "article/declared/site.h"
#include "base/array.h"
#include "base/swar.h"
#include "text/compare.h"

/* Most dates that are read in one block. */
#define BLOCK_DATES 16
/* A block with at most this many characters is a stamp, not a sentence. */
#define STAMP_CHARS 120
#define WHOLE_SLACK 24
/* Blocks longer than this, in bytes, are paragraphs: only OPENING bytes of them are read. */
#define WHOLE_BLOCK 320
#define OPENING 160
#define LONGEST_OPENING 4096 /* extended to the end of a word; a longer word is not a date */
/* Most bytes before the date in the dateline of a paragraph: a place and an agency. */
#define BEFORE_DATELINE 48
/* Most bytes before the date in a stamp that runs into a paragraph: "Publié par l'AFP le jeudi". */
#define BEFORE_STAMP 32
/* Bytes before a date in which words of a visit are looked for: "Page consultée le". */
#define BEFORE_VISIT 24
/* A label in a block of its own; other bytes in the block of its date. */
#define LABEL_BYTES 40
#define LABEL_SLACK 4
/* A grammatical article before a date has at most this many bytes: "le", "den". */
#define ARTICLE_BYTES 3
/*
 * Most blocks that are read: a page with more numbers is a list. Of 1533 news pages, none has more
 * than 1310.
 */
#define MOST_READ 2048
/* A long text is read in pieces of this many bytes, so that a cancel is noticed between them. */
#define PIECE_BYTES 16384
/*
 * The greatest lead byte of a letter in Latin, Greek or Cyrillic script, or of general punctuation.
 */
#define LATIN_LEAD 0xE2

/* Places where a date may be of the same day by chance. */
#define BESIDE                                                                                     \
	(DATE_BIT(PRINTED_FAR) | DATE_BIT(PRINTED_ABOVE) | DATE_BIT(PRINTED_BODY) |                    \
	 DATE_BIT(PRINTED_LONG) | DATE_BIT(ASIDE_FAR) | DATE_BIT(LINK_FAR) | DATE_BIT(IN_COMMENT) |    \
	 DATE_BIT(IN_FOOTER) | DATE_BIT(TEASER_NEAR) | DATE_BIT(TEASER_FAR))

/* Places near the title that are called something else; what they print is read all the same. */
#define BESIDE_TITLE (DATE_BIT(ASIDE_NEAR) | DATE_BIT(LINK_NEAR))

/* "Thursday, 28 December 2017" far above the title is the day on which the page was fetched. */
#define MASTHEAD (DATE_BIT(PRINTED_ABOVE) | DATE_BIT(PRINTED_NAMED) | DATE_BIT(PRINTED_WHOLE))

/*
 * The part of a block that is read: all of a stamp, only the opening of a paragraph ("Paris, 28
 * December. -").
 */
static Str
telling_part(const DateEvidence *evidence, const Block *block)
{
	uint32_t end = OPENING;

	if (evidence->thorough || block->text.len <= WHOLE_BLOCK)
		return block->text;
	while (end < block->text.len && end < LONGEST_OPENING && !ascii_space(block->text.data[end]))
		end++;
	return str_sub(block->text, 0, end);
}

/* Does a text contain a digit, or a letter of a script that may have its own digits? */
static inline bool
holds_figure(Str text)
{
	for (uint32_t i = 0; i < text.len;)
	{
		bool whole = text.len - i >= 8;
		uint32_t stop = whole ? i + 8 : text.len;
		uint64_t eight = whole ? swar_load(text.data + i) : 0;

		if (whole && swar_between(eight, '0', '9') != 0)
			return true;
		if (whole && (eight & SWAR_MARKS) == 0)
			i = stop;
		for (; i < stop; i++)
			if (ascii_digit(text.data[i]) || (unsigned char) text.data[i] > LATIN_LEAD)
				return true;
	}
	return false;
}

/*
 * May a block contain a date? One in words alone ("hier à midi") means nothing if the time of
 * retrieval is unknown, or far from the title.
 */
static bool
worth_reading(const DateEvidence *evidence, uint32_t block)
{
	Str text = telling_part(evidence, &evidence->reader->blocks.items[block]);

	if (evidence->thorough || holds_figure(text))
		return true;
	return evidence->reader->options->has_fetched_at && near_title(evidence, block);
}

static bool
ends_with_mark(Str text)
{
	uint32_t last = text.len - 1;

	while (last > 0 && ((unsigned char) text.data[last] & 0xC0) == 0x80)
		last--;
	if ((unsigned char) text.data[last] >= 0x80)
		return (unsigned char) text.data[last] == LATIN_LEAD;
	return !ascii_alpha(text.data[last]) && !ascii_digit(text.data[last]);
}

/*
 * Is a date after this text still at the start of the paragraph? The text is empty, or "Paris, le".
 */
static bool
opens_paragraph(Str before)
{
	uint32_t word;

	if (before.len > BEFORE_DATELINE)
		return false;
	before = str_trim(before);
	word = before.len;
	while (word > 0 && ascii_alpha(before.data[word - 1]))
		word--;
	if (before.len - word <= ARTICLE_BYTES)
		before = str_trim(str_sub(before, 0, word));
	return before.len == 0 || ends_with_mark(before);
}

/*
 * Is the text after a date another sentence or set off by a mark, and not the rest of the date's
 * own sentence?
 */
static bool
set_off(Str after)
{
	unsigned char byte;

	after = str_trim(after);
	if (after.len == 0)
		return true;
	byte = (unsigned char) after.data[0];
	if (byte >= 0x80) /* quotation marks, dashes; the case of an accented letter is unknown */
		return byte == LATIN_LEAD || byte == 0xC2;
	if (ascii_alpha((char) byte))
		return byte <= 'Z';
	return byte != ',' && byte != '\'';
}

/* "Paris, 28 December 2017 (AFP) - …" */
static bool
is_dateline(Str text, const DateFound *found)
{
	return opens_paragraph(str_sub(text, 0, found->start)) &&
		   set_off(str_sub(text, found->end, text.len));
}

/* Does a sentence of a paragraph mention that day: "an interview published on 21 December in …"? */
static bool
is_told(const Block *block, const DateFound *found)
{
	return block->chars > STAMP_CHARS && found->start > BEFORE_STAMP &&
		   !set_off(str_sub(block->text, found->end, block->text.len));
}

/* The role that the text around a date or the class names give it. */
static DateRole
printed_role(const DateEvidence *evidence, uint32_t i, const DateFound *found, uint32_t node)
{
	const Block *block = &evidence->reader->blocks.items[i];
	DateRole role = DATE_OTHER;

	if (i != evidence->title && is_told(block, found))
		return DATE_OTHER;
	if (found->cue == DATE_CUE_MODIFIED)
		return DATE_MODIFIED;
	if (found->cue == DATE_CUE_PUBLISHED)
		return DATE_PUBLISHED;
	if (block->chars <= STAMP_CHARS)
		role = place_role(evidence, node, 4);
	return role;
}

static uint64_t
text_features(const Block *block, const DateFound *found, DateRole role, bool near)
{
	uint64_t features = 0;

	if (block->chars > STAMP_CHARS)
		features |= DATE_BIT(PRINTED_LONG) |
					(near && is_dateline(block->text, found) ? DATE_BIT(PRINTED_DATELINE) : 0);
	else if (block->text.len - (found->end - found->start) <= WHOLE_SLACK)
		features |= DATE_BIT(PRINTED_WHOLE);
	if (found->fields.relative != DATE_ABSOLUTE)
		features |= DATE_BIT(PRINTED_RELATIVE);
	if (found->fields.hour >= 0)
		features |= DATE_BIT(PRINTED_TIMED);
	if (found->fields.weekday >= 0)
		features |= DATE_BIT(PRINTED_NAMED);
	if (role == DATE_PUBLISHED)
		features |= DATE_BIT(PRINTED_PUBLISHED);
	if (role == DATE_MODIFIED)
		features |= DATE_BIT(PRINTED_MODIFIED);
	return features;
}

/*
 * What a date in a block is part of. A link counts only if it begins the block and reaches its
 * date: not "Posted on <a>".
 */
static uint32_t
place_of_words(const DateEvidence *evidence, const Block *block, uint32_t node)
{
	uint32_t place = place_of_node(evidence, node);

	if ((place & DATE_PLACE_LINK) && node != block->first &&
		(place_of_node(evidence, block->first) & DATE_PLACE_LINK) == 0)
		place &= ~(uint32_t) DATE_PLACE_LINK;
	return place;
}

/* Do the words before a date say that the page was printed or visited then? */
static bool
is_visit(const DateEvidence *evidence, Str before)
{
	static const Str words[] = {
#define DATE_VISIT(word) {word, sizeof(word) - 1},
#include "article/date/date_visit_list.h"
#undef DATE_VISIT
	};
	uint32_t start = before.len > BEFORE_VISIT ? before.len - BEFORE_VISIT : 0;
	Str key;

	if (before.len == 0)
		return false;
	key = compare_key(evidence->reader->arena, str_sub(before, start, before.len));
	for (size_t i = 0; i < lengthof(words); i++)
		if (compare_contains(key, words[i]))
			return true;
	return false;
}

/* Levels between words and the element that has their date for programs. */
#define TIME_LEVELS 3

/*
 * Are words inside an element with a date for programs, <time datetime="…">3 hours ago</time>? They
 * need no day of their own.
 */
static bool
is_told_by_time(const DateEvidence *evidence, uint32_t node)
{
	const Page *page = &evidence->reader->page;

	for (int up = 0; up < TIME_LEVELS && node != 0; up++, node = page->nodes[node].parent)
		for (uint32_t i = 0; i < evidence->count; i++)
			if (evidence->items[i].trust == DATE_TRUST_TIME && evidence->items[i].node == node)
				return true;
	return false;
}

/* Is block i near the title, and not among the comments on a short article, which may be as near? */
static bool
is_near(const DateEvidence *evidence, uint32_t i, uint32_t place)
{
	const Reader *reader = evidence->reader;

	if (reader->blocks.items[i].of_reader || !near_title(evidence, i))
		return false;
	return (place & DATE_PLACE_COMMENT) == 0 || reader->body_end == 0 || i < reader->body_end;
}

/*
 * Is it a day with its weekday above the title, the one on which the page was fetched?  Then it is
 * the masthead's, however near.
 */
static bool
is_today(const DateEvidence *evidence, uint32_t i, const DateFields *fields)
{
	const ArticleOptions *options = evidence->reader->options;

	return options->has_fetched_at && i < evidence->title && evidence->title != PAGE_NONE &&
		   fields->weekday >= 0 && fields->hour < 0 && fields->year > 0 && fields->day > 0 &&
		   date_to_days(fields->year, fields->month, fields->day) ==
			   date_day_of(options->fetched_at);
}

static bool
leads_home(const Reader *reader, const Block *block)
{
	uint32_t link = page_ancestor(&reader->page, block->first, TAG_a);

	return link != PAGE_NONE && site_is_home(reader, page_attr(&reader->page, link, ATTR_href));
}

/*
 * Is block i above the menu of the site: a link to its home page, or two links or more, between it
 * and the title? Then a day without a time is the masthead's, too.
 */
static bool
is_above_menu(const DateEvidence *evidence, uint32_t i)
{
	const Block *items = evidence->reader->blocks.items;
	uint32_t links = 0;

	if (evidence->title == PAGE_NONE)
		return false;
	for (i++; i < evidence->title && links < 2; i++)
		if (block_is_link(&items[i], 0.9f))
			links += leads_home(evidence->reader, &items[i]) ? 2 : 1;
	return links >= 2;
}

/* The least words around a date that is part of a headline, and does not stand beside it. */
#define WORDS_AROUND 4

static bool
is_within_words(const Block *block, const DateFound *found)
{
	return headline_words(str_sub(block->text, 0, found->start)) +
			   headline_words(str_sub(block->text, found->end, block->text.len)) >=
		   WORDS_AROUND;
}

/* Adds one date of block i. Returns whether it may be the first stamp after the title. */
static bool
read_found(DateEvidence *evidence, uint32_t i, const DateFound *found, bool first)
{
	const Block *block = &evidence->reader->blocks.items[i];
	Str raw = str_sub(block->text, found->start, found->end - found->start);
	uint32_t node = node_of_words(evidence, block, raw);
	uint32_t place =
		place_of_words(evidence, block, node) | (block->of_reader ? DATE_PLACE_COMMENT : 0);
	bool near = is_near(evidence, i, place);
	uint64_t features = elsewhere(place, near);
	bool outside = features != 0;
	bool stamp = !outside && block->chars <= STAMP_CHARS && i > evidence->title;
	DateRole role = printed_role(evidence, i, found, node);
	DateCandidate *candidate;

	if ((found->fields.relative != DATE_ABSOLUTE ||
		 (found->fields.year <= 0 && evidence->reader->options->has_fetched_at)) &&
		is_told_by_time(evidence, node))
		return false;
	if (!evidence->thorough && found->cue == DATE_CUE_NONE)
	{
		/* "ce soir", "le 28 novembre" in another article's headline */
		if (outside && (found->fields.relative != DATE_ABSOLUTE ||
						(found->fields.year <= 0 && is_within_words(block, found))))
			return false;
		if (is_visit(evidence, str_sub(block->text, 0, found->start)))
			return false;
	}
	if ((features & ~BESIDE_TITLE) == 0)
		features |= block_position(evidence, i) | text_features(block, found, role, near) |
					(place & DATE_PLACE_DATE_CLASS ? DATE_BIT(PRINTED_CLASS) : 0);
	if (block->kind == BLOCK_CAPTION)
		features |= DATE_BIT(IN_CAPTION);
	if (first && stamp)
		features |= DATE_BIT(PRINTED_FIRST);
	if (is_today(evidence, i, &found->fields) ||
		((features & DATE_BIT(PRINTED_BEFORE)) && found->fields.hour < 0 &&
		 is_above_menu(evidence, i)))
		features = (features & ~DATE_BIT(PRINTED_BEFORE)) | DATE_BIT(PRINTED_ABOVE);
	if ((features & MASTHEAD) == MASTHEAD && (features & DATE_BIT(PRINTED_TIMED)) == 0)
		features = (features | DATE_BIT(MASTHEAD)) & ~DATE_BIT(PRINTED_NAMED);
	candidate = evidence_add(evidence, &found->fields, role, features, "printed", raw);
	if (candidate)
	{
		candidate->node = node;
		candidate->stamp = block->text.len - raw.len <= WHOLE_SLACK ? i : PAGE_NONE;
		candidate->trust = (features & BESIDE) ? DATE_TRUST_NONE : DATE_TRUST_PRINTED;
	}
	return stamp;
}

/*
 * The length of the first piece of a text: up to the end of a line or of a word, or else of a
 * character.
 */
static uint32_t
piece_length(Str text)
{
	static const char ends[] = "\n ";
	uint32_t length = PIECE_BYTES;

	if (text.len <= PIECE_BYTES)
		return text.len;
	for (const char *end = ends; *end != '\0'; end++)
		for (uint32_t i = PIECE_BYTES; i > PIECE_BYTES / 2; i--)
			if (text.data[i - 1] == *end)
				return i;
	while (((unsigned char) text.data[length] & 0xC0) == 0x80)
		length--;
	return length;
}

/*
 * The cue in the block before a date that has a block to itself: "Mis à jour le" above "3 juin
 * 2024".
 */
static DateCue
label_above(const DateEvidence *evidence, uint32_t i, const DateFound *found)
{
	static const char day[] = " 2000-01-01";
	const Block *items = evidence->reader->blocks.items;
	char text[LABEL_BYTES + sizeof(day)];
	DateFound labelled;
	Str label;

	if (i == 0 || i - 1 == evidence->title || found->cue != DATE_CUE_NONE ||
		items[i].text.len - (found->end - found->start) > LABEL_SLACK)
		return found->cue;
	label = items[i - 1].text;
	if (label.len > LABEL_BYTES || holds_figure(label))
		return DATE_CUE_NONE;
	memcpy(text, label.data, label.len);
	memcpy(text + label.len, day, sizeof(day));
	return date_scan(str_cstr(text), &evidence->habits, &labelled, 1) == 1 ? labelled.cue
																		   : DATE_CUE_NONE;
}

static void
read_block(DateEvidence *evidence, uint32_t i, bool *first)
{
	Str text = telling_part(evidence, &evidence->reader->blocks.items[i]);
	DateFound found[BLOCK_DATES];
	uint32_t count = 0;

	for (uint32_t start = 0, len; start < text.len && count < BLOCK_DATES; start += len)
	{
		uint32_t before = count;

		len = piece_length(str_sub(text, start, text.len));
		count += date_scan(str_sub(text, start, len), &evidence->habits, found + count,
						   BLOCK_DATES - count);
		for (uint32_t k = before; k < count; k++)
		{
			found[k].start += start;
			found[k].end += start;
		}
		if (start > 0)
			arena_poll(evidence->reader->arena);
	}
	if (count == 1)
		found[0].cue = label_above(evidence, i, &found[0]);
	for (uint32_t k = 0; k < count; k++)
		if (read_found(evidence, i, &found[k], *first))
			*first = false;
}

void
printed_read(DateEvidence *evidence)
{
	const Blocks *blocks = &evidence->reader->blocks;
	const uint64_t far = DATE_BIT(PRINTED_FAR) | DATE_BIT(PRINTED_ABOVE) | DATE_BIT(PRINTED_BODY);
	bool everywhere = evidence->thorough || !evidence_declared(evidence);
	bool first = true;
	uint32_t read = 0;

	for (uint32_t i = 0; i < blocks->count && evidence->count < DATE_CANDIDATES_MAX; i++)
	{
		if (i % BLOCKS_PER_POLL == 0)
			arena_poll(evidence->reader->arena);
		if ((!everywhere && (block_position(evidence, i) & far) != 0) ||
			!worth_reading(evidence, i))
			continue;
		if (read++ == MOST_READ && !evidence->thorough)
			break;
		read_block(evidence, i, &first);
	}
}
