/*
 * cue.c
 *	  See cue.h.  Both lists are stored as tries (cue_trie.h): most words leave the trie at the
 *	  second or third letter.
 */
#include "article/cue/cue.h"

#include "article/cue/cue_trie.h"
#include "base/swar.h"

/* Shorter class words match whole words only: "ad" must not match "address". */
#define PREFIX_LENGTH 4
#define PHRASE_WINDOW 200

/* ------------------------------------------------------------------ class words */

/* clang-format off */
/* The letters of class words in lowercase, indexed by byte; 0 for bytes that are not letters. */
static const unsigned char letters[256] = {
#define EIGHT(c) (c), (c) + 1, (c) + 2, (c) + 3, (c) + 4, (c) + 5, (c) + 6, (c) + 7
	['A'] = EIGHT('a'), EIGHT('i'), EIGHT('q'), 'y', 'z',
	['a'] = EIGHT('a'), EIGHT('i'), EIGHT('q'), 'y', 'z',
	[0x80] = EIGHT(0x80), EIGHT(0x88), EIGHT(0x90), EIGHT(0x98), EIGHT(0xA0), EIGHT(0xA8), EIGHT(0xB0), EIGHT(0xB8),
	EIGHT(0xC0), EIGHT(0xC8), EIGHT(0xD0), EIGHT(0xD8), EIGHT(0xE0), EIGHT(0xE8), EIGHT(0xF0), EIGHT(0xF8),
#undef EIGHT
};
/* clang-format on */

/*
 * Does a word of at least one letter end before byte i?  An uppercase letter after a lowercase one
 * starts a new word: "sideBar" is two words.
 */
static inline bool
class_word_ends(Str value, uint32_t i)
{
	const unsigned char *at = (const unsigned char *) value.data + i;

	if (i == value.len)
		return true;
	return letters[at[0]] != at[0] && (letters[at[0]] == 0 || letters[at[-1]] == at[-1]);
}

/* Returns the categories of the word at *pos and moves *pos after the word. */
static inline uint32_t
class_word(Str value, uint32_t *pos)
{
	const unsigned char *text = (const unsigned char *) value.data;
	uint32_t base = class_cue_trie.root;
	uint32_t found = 0;
	uint32_t i = *pos;
	bool ends;

	do
	{
		const CueCell *cell = cue_step(&class_cue_trie, base, letters[text[i++]]);

		ends = class_word_ends(value, i);
		if (cell == NULL)
			break;
		base = cell->base;
		if (cell->entry != 0 && (ends || i - *pos >= PREFIX_LENGTH))
			found |= class_cue_trie.categories[cell->entry];
	} while (!ends);
	while (!ends)
		ends = class_word_ends(value, ++i);
	*pos = i;
	return found;
}

uint32_t
class_cues(Str value)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < value.len;)
		if (letters[(unsigned char) value.data[i]] != 0)
			found |= class_word(value, &i);
		else
			i++;
	return found;
}

/* ------------------------------------------------------------------ phrases */

/*
 * Returns the byte c of a UTF-8 text, lowercased if it belongs to an uppercase letter of Latin-1 or
 * Cyrillic.  before and after are its neighbors, 0 at the ends of the text.
 */
static unsigned char
lower_beyond_ascii(unsigned char before, unsigned char c, unsigned char after)
{
	if (before == 0xC3 && c >= 0x80 && c <= 0x9E) /* À-Þ */
		return c + 0x20;
	if (before == 0xD0 && c >= 0x90 && c <= 0x9F) /* А-П */
		return c + 0x20;
	if (before == 0xD0 && c >= 0xA0 && c <= 0xAF) /* Р-Я: their lowercase forms begin with D1 */
		return c - 0x20;
	if (c == 0xD0 && after >= 0xA0 && after <= 0xAF)
		return 0xD1;
	return c;
}

/*
 * Returns byte i in lowercase, for ASCII, Latin-1 and Cyrillic: the scripts of the phrases that
 * have case.
 */
static inline unsigned char
lower_at(Str text, uint32_t i)
{
	const unsigned char *at = (const unsigned char *) text.data + i;

	if (*at < 0x80)
		return (unsigned char) ascii_lower((char) *at);
	return lower_beyond_ascii(i > 0 ? at[-1] : 0, *at, i + 1 < text.len ? at[1] : 0);
}

/* Returns the categories of all phrases that begin at byte i. */
static inline uint32_t
phrases_at(Str text, uint32_t i)
{
	uint32_t base = phrase_cue_trie.root;
	uint32_t found = 0;

	for (; i < text.len; i++)
	{
		const CueCell *cell = cue_step(&phrase_cue_trie, base, lower_at(text, i));

		if (cell == NULL)
			break;
		base = cell->base;
		found |= phrase_cue_trie.categories[cell->entry];
	}
	return found;
}

/*
 * Can a phrase begin at byte i?  Tests the first three bytes, ignoring case; see filter_slot() in
 * tools/generate_cue_trie.py.
 */
static inline bool
passes_filter(Str text, uint32_t i)
{
	uint32_t start = (uint32_t) swar_at(text, i) & 0xFFFFFF;
	uint32_t slot = (start | 0x202020) * UINT32_C(0x9E3779B1) >> 18;

	return (phrase_cue_filter[slot / 64] >> (slot % 64) & 1) != 0;
}

/*
 * Marks the bytes where a word, a punctuation mark, or a character of a script without spaces
 * (three bytes long) begins. *before holds the word bytes among the previous eight; on return,
 * those among these eight.
 */
static inline uint64_t
beginnings(uint64_t eight, uint64_t *before)
{
	uint64_t words = swar_letters(eight) | swar_between(eight, '0', '9') | (eight & SWAR_MARKS);
	uint64_t three_bytes = eight & eight << 1 & eight << 2;
	uint64_t inside = words & ~three_bytes & (words << 8 | *before >> 56);

	*before = words;
	return ~(inside | swar_between(eight, 0, ' ')) & SWAR_MARKS;
}

uint32_t
phrase_cues(Str text, uint32_t *opening)
{
	Str window = str_sub(text, 0, PHRASE_WINDOW);
	uint64_t before = 0;
	uint32_t found = 0;
	uint32_t first = 0;

	first = str_skip_space(window, first);
	*opening = phrases_at(window, first);
	for (uint32_t at = 0; at < window.len; at += 8)
	{
		uint64_t marks = beginnings(swar_at(window, at), &before);

		for (; marks != 0; marks &= marks - 1)
		{
			uint32_t i = at + swar_first(marks);

			if (passes_filter(window, i))
				found |= phrases_at(window, i);
		}
	}
	return found;
}

static const char *const class_names[CLASS_CUE_COUNT] = {
	[CLASS_CUE_AD] = "advertising",
	[CLASS_CUE_ARTICLE] = "article",
	[CLASS_CUE_AUTHOR] = "author box",
	[CLASS_CUE_BODY] = "article text",
	[CLASS_CUE_BOX] = "box",
	[CLASS_CUE_BUTTON] = "button",
	[CLASS_CUE_CAPTION] = "caption",
	[CLASS_CUE_COMMENT] = "comments",
	[CLASS_CUE_CONTENT] = "content",
	[CLASS_CUE_COOKIE] = "cookie notice",
	[CLASS_CUE_DATE] = "date line",
	[CLASS_CUE_EMBED] = "embed",
	[CLASS_CUE_FOOTER] = "footer",
	[CLASS_CUE_FORM] = "form",
	[CLASS_CUE_HEADER] = "header",
	[CLASS_CUE_HIDDEN] = "hidden part",
	[CLASS_CUE_LEAD] = "lead",
	[CLASS_CUE_LIST] = "list",
	[CLASS_CUE_MEDIA] = "picture or video",
	[CLASS_CUE_META] = "article details",
	[CLASS_CUE_MODAL] = "pop-up",
	[CLASS_CUE_NAV] = "navigation",
	[CLASS_CUE_NEWSLETTER] = "newsletter box",
	[CLASS_CUE_PAYWALL] = "paywall",
	[CLASS_CUE_QUOTE] = "quotation",
	[CLASS_CUE_RELATED] = "list of other articles",
	[CLASS_CUE_SHARE] = "share bar",
	[CLASS_CUE_SIDE] = "side column",
	[CLASS_CUE_TAGS] = "list of tags",
	[CLASS_CUE_TITLE] = "title",
	[CLASS_CUE_WRAPPER] = "page frame",
};

static const char *const phrase_names[PHRASE_CUE_COUNT] = {
	[PHRASE_CUE_AD] = "advertising label",
	[PHRASE_CUE_BYLINE] = "byline",
	[PHRASE_CUE_COMMENT] = "comments",
	[PHRASE_CUE_COOKIE] = "cookie notice",
	[PHRASE_CUE_COPYRIGHT] = "copyright notice",
	[PHRASE_CUE_CREDIT] = "picture credit",
	[PHRASE_CUE_DATE] = "date line",
	[PHRASE_CUE_FOLLOW] = "call to follow",
	[PHRASE_CUE_NAVIGATION] = "navigation",
	[PHRASE_CUE_NEWSLETTER] = "newsletter or donation notice",
	[PHRASE_CUE_PAYWALL] = "subscription notice",
	[PHRASE_CUE_RELATED] = "pointer to another article",
	[PHRASE_CUE_SHARE] = "share link",
	[PHRASE_CUE_TAGS] = "list of tags",
};

const char *
class_cue_name(ClassCue cue)
{
	return class_names[cue];
}

const char *
phrase_cue_name(PhraseCue cue)
{
	return phrase_names[cue];
}
