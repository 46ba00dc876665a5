/*
 * headline.c
 *	  See headline.h.
 */
#include "article/cue/headline.h"

#include "base/array.h"
#include "base/search.h"
#include "base/swar.h"
#include "article/cue/cue.h"
#include "text/feature_text.h"

#define PHRASE(name) (UINT32_C(1) << PHRASE_CUE_##name)

/*
 * Minimum length of a headline: four words, or twenty characters if the words are long, or eight
 * wide characters.
 */
#define FEWEST_WORDS 4
#define FEWEST_CHARS 20
#define FEWEST_WIDE 8
#define MOST_CHARS 250
#define MOST_BYTES_A_CHAR 4
/*
 * With at least this many words, a text that opens like a menu entry or a notice is a headline that
 * happens to begin with that word.
 */
#define TELLING_WORDS 6

#define BOILERPLATES                                                                               \
	(PHRASE(AD) | PHRASE(BYLINE) | PHRASE(COOKIE) | PHRASE(COPYRIGHT) | PHRASE(DATE) |             \
	 PHRASE(FOLLOW) | PHRASE(NAVIGATION) | PHRASE(NEWSLETTER) | PHRASE(PAYWALL) | PHRASE(SHARE) |  \
	 PHRASE(TAGS))

static bool
long_enough(const TextStats *stats)
{
	return stats->words >= FEWEST_WORDS || stats->chars >= FEWEST_CHARS ||
		   stats->wide >= FEWEST_WIDE;
}

/*
 * Is a text, judging by its bytes alone, too short for long_enough(), as most menu entries are?
 * Words need punctuation or white space between them.
 */
static bool
too_short(Str text)
{
	uint32_t between = 0;

	if (text.len >= FEWEST_CHARS)
		return false;
	for (uint32_t i = 0; i < text.len; i++)
		between += !ascii_alpha(text.data[i]) && !ascii_digit(text.data[i]);
	return between < FEWEST_WORDS - 1;
}

/* "ROUTE DU RHUM", "06/11/18 | FOOTBALL": a line above a headline. */
static bool
is_kicker(const TextStats *stats)
{
	return stats->words < TELLING_WORDS && stats->capitals * 10 >= stats->letters * 9 &&
		   stats->wide == 0;
}

uint32_t
headline_words(Str text)
{
	TextStats stats;

	text_stats(text, &stats);
	return stats.words;
}

/* headline_like(), which also returns the statistics that it computed. */
static bool
is_like(Str text, TextStats *stats)
{
	uint32_t opening;
	bool spaced;

	if (too_short(text) || text.len > MOST_CHARS * MOST_BYTES_A_CHAR)
		return false;
	spaced = memchr(text.data, ' ', text.len) != NULL;
	if (!spaced && swar_skip_ascii(text.data, text.data + text.len) == text.data + text.len)
		return false;
	text_stats(text, stats);
	if (!long_enough(stats) || stats->chars > MOST_CHARS || is_kicker(stats) ||
		stats->digits * 2 > stats->chars || (stats->starts_small && stats->words < TELLING_WORDS) ||
		str_find(text, STR("://")) >= 0)
		return false;
	if (stats->wide == 0 && !spaced)
		return false;
	if (stats->words >= TELLING_WORDS)
		return true;
	(void) phrase_cues(text, &opening);
	return !(opening & BOILERPLATES);
}

bool
headline_like(Str text)
{
	TextStats stats;

	return is_like(text, &stats);
}

bool
headline_alone(Str text, uint32_t holds, uint32_t openings)
{
	TextStats stats;

	return !(openings & BOILERPLATES) && !(holds & (PHRASE(FOLLOW) | PHRASE(COPYRIGHT))) &&
		   !headline_ends_sentence(text) && is_like(text, &stats) &&
		   (stats.words > FEWEST_WORDS || stats.wide >= FEWEST_WIDE) && !stats.starts_small &&
		   !stats.ends_colon;
}

bool
headline_starts_small(Str text)
{
	TextStats stats;

	text_stats(text, &stats);
	return stats.starts_small;
}

bool
headline_ends_sentence(Str text)
{
	if (text.len > 0 && text.data[text.len - 1] == '.')
		return text.len < 3 || memcmp(text.data + text.len - 3, "...", 3) != 0;
	return text.len >= 3 && memcmp(text.data + text.len - 3, "\xE3\x80\x82", 3) == 0; /* 。 */
}

/* Marks that point to a headline, or separate a pointer from it. */
static const Str marks[] = {{":", 1},
							{">", 1},
							{"-", 1},
							{"|", 1},
							{"\xC2\xBB", 2},
							{"\xEF\xBC\x9A", 3},
							{"\xE2\x80\xA2", 3},
							{"\xE2\x80\x93", 3},
							{"\xE2\x80\x94", 3},
							{"\xE2\x80\xBA", 3},
							{"\xE2\x86\x90", 3},
							{"\xE2\x86\x92", 3},
							{"\xE2\x96\xB6", 3},
							{"\xE2\x96\xBA", 3}};

/* Returns the length of such a mark at the start of the text, or 0. */
static uint32_t
mark_width(Str text)
{
	if (text.len == 0 || ascii_alpha(text.data[0]) || ascii_digit(text.data[0]))
		return 0;
	for (size_t i = 0; i < lengthof(marks); i++)
		if (text.len >= marks[i].len && memcmp(text.data, marks[i].data, marks[i].len) == 0)
			return marks[i].len;
	return 0;
}

/* Removes an arrow from the end. */
static Str
without_arrow(Str text)
{
	if (text.len > 3 && memcmp(text.data + text.len - 3, "\xE2\x86\x92", 3) == 0)
		text.len -= 3;
	return str_trim(text);
}

/* Skips marks and white space that may stand between a pointer and the headline. */
static Str
skip_marks(Str text)
{
	uint32_t width;

	text = str_trim(text);
	while ((width = mark_width(text)) > 0)
		text = str_trim(str_sub(text, width, text.len));
	return text;
}

/*
 * Returns the length of a time or date at the start ("12:05", "12h05", "06/11/18"); 0 if there is
 * none, or if it is another number, such as 12.500.
 */
static uint32_t
stamp_width(Str text)
{
	uint32_t digits = 0;
	uint32_t points = 0;
	uint32_t marks = 0;
	uint32_t i = 0;

	for (; i < text.len && i < 10; i++)
	{
		if (ascii_digit(text.data[i]))
			digits++;
		else if (digits > 0 && text.data[i] == '.')
			points++;
		else if (digits > 0 && memchr(":h/", text.data[i], 3) != NULL)
			marks++;
		else
			break;
	}
	return digits >= 3 && (marks >= 1 || points >= 2) && i < text.len && text.data[i] == ' ' ? i
																							 : 0;
}

/* Returns the length of a colon at byte i and of the spaces before it, or 0. */
static uint32_t
colon_width(Str text, uint32_t i)
{
	Str rest = str_trim(str_sub(text, i, text.len));
	uint32_t spaces = (uint32_t) (rest.data - text.data) - i;

	if (rest.len > 0 && rest.data[0] == ':')
		return spaces + 1;
	return rest.len > 3 && memcmp(rest.data, "\xEF\xBC\x9A", 3) == 0 ? spaces + 3 : 0;
}

/* 【…】 needs no mark after it. */
static bool
is_bracketed(Str phrase)
{
	return phrase.len > 3 && memcmp(phrase.data, "\xE3\x80\x90", 3) == 0;
}

/* The lowercase form of byte i: of A to Z, and of À to Þ in UTF-8. */
static char
lower_at(Str text, uint32_t i)
{
	unsigned char c = (unsigned char) text.data[i];

	if (i > 0 && text.data[i - 1] == '\xC3' && c >= 0x80 && c <= 0x9E && c != 0x97)
		return (char) (c + 0x20);
	return ascii_lower(text.data[i]);
}

/* words: at most as long as the text */
static bool
starts_with(Str text, Str words)
{
	for (uint32_t i = 0; i < words.len; i++)
		if (lower_at(text, i) != lower_at(words, i))
			return false;
	return true;
}

/*
 * Returns the length of this phrase at the start of the text; 0 if the text does not begin with it,
 * or consists of nothing else.
 */
static uint32_t
one_phrase_width(Str text, Str phrase)
{
	bool colon = phrase.data[phrase.len - 1] == ':';
	uint32_t width = phrase.len - (colon ? 1 : 0);

	if (text.len <= width || !starts_with(text, str_sub(phrase, 0, width)))
		return 0;
	if (colon)
		return colon_width(text, width) > 0 ? width + colon_width(text, width) : 0;
	if (!ascii_space(text.data[width]) && !is_bracketed(phrase) &&
		mark_width(str_sub(text, width, text.len)) == 0)
		return 0;
	return width;
}

/* Returns the length of a phrase at the start that points to another article, or 0. */
static uint32_t
phrase_width(Str text)
{
	static const Str phrases[] = {
#define POINTER(phrase) {phrase, sizeof(phrase) - 1},
#include "article/cue/see_also_list.h"
#undef POINTER
	};
	char first = text.len > 0 ? ascii_lower(text.data[0]) : 0;
	size_t low = 0;
	size_t high = lengthof(phrases);
	uint32_t longest = 0;

	SEARCH_FIRST(low, high, (unsigned char) phrases[middle].data[0] < (unsigned char) first)
	for (; low < lengthof(phrases) && phrases[low].data[0] == first; low++)
	{
		uint32_t width = one_phrase_width(text, phrases[low]);

		if (width > longest)
			longest = width;
	}
	return longest;
}

bool
headline_points(Str text)
{
	return phrase_width(skip_marks(text)) > 0;
}

Str
headline_strip(Str text)
{
	Str rest = without_arrow(skip_marks(text));
	uint32_t width = stamp_width(rest);

	rest = skip_marks(str_sub(rest, width, rest.len));
	width = phrase_width(rest);
	return width > 0 ? skip_marks(str_sub(rest, width, rest.len)) : rest;
}
