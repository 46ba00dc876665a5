/*
 * cue.c
 *	  See cue.h.  Both lists are sorted: a filter rules out most words, and a binary search by two bytes leaves a
 *	  handful of entries to compare.
 */
#include "article/cue.h"

typedef struct Cue
{
	const char *words;
	uint32_t len;
	uint32_t categories;
} Cue;

#define CUE(words, categories) {words, sizeof(words) - 1, categories},

#define BIT(name) (UINT32_C(1) << CLASS_CUE_##name)
static const Cue class_list[] = {
#include "article/class_cue_list.h"
};
#undef BIT

#define BIT(name) (UINT32_C(1) << PHRASE_CUE_##name)
static const Cue phrase_list[] = {
#include "article/phrase_cue_list.h"
};
#undef BIT

#define CLASS_COUNT ((int) (sizeof(class_list) / sizeof(class_list[0])))
#define PHRASE_COUNT ((int) (sizeof(phrase_list) / sizeof(phrase_list[0])))

/* Words shorter than this stand for themselves only: "ad" must not match "address". */
#define PREFIX_LENGTH 4
/* A class word longer than this is a hash or a module path; its tail says nothing. */
#define LONGEST_WORD 24
#define PHRASE_WINDOW 200

static inline uint32_t
two_bytes(const char *text)
{
	return (uint32_t) (unsigned char) text[0] << 8 | (unsigned char) text[1];
}

/* The first entry whose first two bytes are not below these. */
static int
first_with(const Cue *list, int count, uint32_t bytes)
{
	int low = 0;
	int high = count;

	while (low < high)
	{
		int middle = (low + high) / 2;

		if (two_bytes(list[middle].words) < bytes)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The same as slot() in tools/generate_cue_filter.py. */
static inline uint32_t
filter_slot(unsigned char a, unsigned char b, unsigned char c)
{
	return ((uint32_t) a * 4099 + (uint32_t) b * 67 + c) % CUE_FILTER_BITS;
}

/* Can an entry begin like this text?  Nearly always the answer is no. */
static inline bool
passes(const uint64_t *filter, const char *text, uint32_t len)
{
	uint32_t slot = filter_slot((unsigned char) text[0], (unsigned char) text[1],
								len > 2 ? (unsigned char) text[2] : 0);

	return (filter[slot / 64] >> (slot % 64) & 1) != 0;
}

/* The categories of the entries that text, of two bytes or more, begins with; see look_up. */
static uint32_t
match(const Cue *list, int count, const char *text, uint32_t len, uint32_t prefix)
{
	uint32_t bytes = two_bytes(text);
	uint32_t found = 0;

	for (int i = first_with(list, count, bytes); i < count && two_bytes(list[i].words) == bytes;
		 i++)
	{
		const Cue *cue = &list[i];

		if (cue->len > 2 && len > 2 && cue->words[2] != text[2])
			continue;
		if ((cue->len == len || (cue->len < len && cue->len >= prefix)) &&
			memcmp(text, cue->words, cue->len) == 0)
			found |= cue->categories;
	}
	return found;
}

/*
 * The categories of the entries that text begins with.  An entry shorter than "prefix" must be all of the text.  No
 * entry is shorter than two bytes.
 */
static inline uint32_t
look_up(const Cue *list, int count, const uint64_t *filter, const char *text, uint32_t len,
		uint32_t prefix)
{
	return len >= 2 && passes(filter, text, len) ? match(list, count, text, len, prefix) : 0;
}

/* Words end at punctuation, and where a capital follows a small letter: "sideBar" is two. */
uint32_t
class_cues(Str value)
{
	char word[LONGEST_WORD];
	uint32_t len = 0;
	uint32_t found = 0;
	bool small = false;

	for (uint32_t i = 0; i < value.len; i++)
	{
		char c = value.data[i];
		bool letter = ascii_alpha(c) || (unsigned char) c >= 0x80;
		bool capital = c >= 'A' && c <= 'Z';

		if (len > 0 && (!letter || (capital && small)))
		{
			found |= look_up(class_list, CLASS_COUNT, class_cue_filter, word, len, PREFIX_LENGTH);
			len = 0;
		}
		if (letter && len < LONGEST_WORD)
			word[len++] = ascii_lower(c);
		small = letter && !capital;
	}
	if (len > 0)
		found |= look_up(class_list, CLASS_COUNT, class_cue_filter, word, len, PREFIX_LENGTH);
	return found;
}

/* The second byte of a two-byte letter in lower case; the first one, which may change too, stands before it. */
static char
lower_second(char *first, unsigned char c)
{
	if (*first == '\xC3' && c >= 0x80 && c <= 0x9E) /* Latin-1: À-Þ */
		return (char) (c + 0x20);
	if (*first == '\xD0' && c >= 0x90 && c <= 0x9F) /* Cyrillic: А-П */
		return (char) (c + 0x20);
	if (*first == '\xD0' && c >= 0xA0 &&
		c <= 0xAF) /* Cyrillic: Р-Я, whose small letters begin with D1 */
	{
		*first = '\xD1';
		return (char) (c - 0x20);
	}
	return (char) c;
}

/* Lower case of ASCII, Latin-1 and Cyrillic letters, which is what the phrases are made of. */
static uint32_t
lower_window(Str text, char *out)
{
	uint32_t len = text.len < PHRASE_WINDOW ? text.len : PHRASE_WINDOW;

	for (uint32_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) text.data[i];

		out[i] = c >= 0x80 && i > 0 ? lower_second(&out[i - 1], c) : ascii_lower((char) c);
	}
	return len;
}

static bool
word_byte(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || (unsigned char) c >= 0x80;
}

uint32_t
phrase_cues(Str text, uint32_t *opening)
{
	char window[PHRASE_WINDOW];
	uint32_t len = lower_window(text, window);
	uint32_t found = 0;
	bool first = true;

	*opening = 0;
	for (uint32_t i = 0; i < len; i++)
	{
		uint32_t here;
		bool inside = i > 0 && word_byte(window[i]) && word_byte(window[i - 1]) &&
					  !((unsigned char) window[i] >= 0xE0);

		if (inside || ascii_space(window[i]))
			continue;
		here = look_up(phrase_list, PHRASE_COUNT, phrase_cue_filter, window + i, len - i, 1);
		found |= here;
		if (first)
			*opening = here;
		first = false;
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
