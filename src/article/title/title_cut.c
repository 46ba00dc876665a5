/*
 * title_cut.c
 *	  Splits a title into segments: "Headline - Section | Site" is cut at its separators.
 */
#include "article/title/title.h"

#include "article/cue/headline.h"
#include "base/utf8.h"

/* Under which condition a character separates two segments. */
typedef enum SeparatorKind
{
	SEPARATOR_NONE,
	SEPARATOR_SPACED,	/* with a space on both sides: else a hyphen joins words */
	SEPARATOR_FOLLOWED, /* with a space after it */
	SEPARATOR_ALWAYS
} SeparatorKind;

static SeparatorKind
separator_kind(uint32_t c)
{
	switch (c)
	{
		case '-':
		case 0x2010: /* hyphen */
		case 0x2013: /* en dash */
		case 0x2014: /* em dash */
		case 0x2212: /* minus */
		case '/':
		case '~':
		case '<':
		case '>':
		case 0xAB: /* guillemets: quotation marks if both are in the title */
		case 0xBB:
		case 0x2039:
		case 0x203A:
		case '+':
		case '*':
			return SEPARATOR_SPACED;
		case ':':
			return SEPARATOR_FOLLOWED;
		case '|':
		case 0xA6:	 /* broken bar */
		case 0xB7:	 /* middle dot */
		case 0x2022: /* bullet */
		case 0xFF5C: /* fullwidth | */
		case 0x2192: /* arrow */
		case 0x25BA:
		case 0x3163: /* a Hangul vowel that looks like | */
			return SEPARATOR_ALWAYS;
		default:
			return SEPARATOR_NONE;
	}
}

bool
title_separates(uint32_t c)
{
	return separator_kind(c) != SEPARATOR_NONE;
}

static bool
space_at(Str s, uint32_t i)
{
	return i < s.len && ascii_space(s.data[i]);
}

/*
 * Chinese sites write Headline_Section_Site; elsewhere an underscore occurs in names of programs:
 * my_name.
 */
static bool
is_bar(Str title, uint32_t i)
{
	char next = i + 1 < title.len ? title.data[i + 1] : ' ';

	return (unsigned char) title.data[i - 1] >= 0x80 ||
		   (next >= 'A' && next <= 'Z' && str_find(title, STR(" ")) >= 0);
}

/* Is the character c, width bytes long at i, a separator? */
static bool
is_separator(Str title, uint32_t i, uint32_t width, uint32_t c)
{
	switch (separator_kind(c))
	{
		case SEPARATOR_ALWAYS:
			return true;
		case SEPARATOR_FOLLOWED:
			return space_at(title, i + width);
		case SEPARATOR_SPACED:
			if ((c == 0xAB || c == 0xBB) && str_find(title, c == 0xAB ? STR("»") : STR("«")) >= 0)
				return false;
			return i > 0 && space_at(title, i - 1) && space_at(title, i + width);
		default:
			return c == '_' && i > 0 && is_bar(title, i);
	}
}

/* Korean newspapers write three middle dots for an ellipsis. Width: of all of them, in bytes. */
static bool
is_ellipsis(uint32_t c, uint32_t width)
{
	return c == 0xB7 && width > 2;
}

/* Reads past the same separator again: "::", "//". */
static uint32_t
skip_same(Str title, uint32_t i, uint32_t separator)
{
	uint32_t next = i;

	while (i < title.len && utf8_next(title.data, title.len, &next) == separator)
		i = next;
	return i;
}

uint32_t
title_cuts(Str title, TitleCut *cuts)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < title.len;)
	{
		uint32_t start = i;
		uint32_t c = utf8_next(title.data, title.len, &i);
		uint32_t end;

		if (title_separates(c))
			i = skip_same(title, i, c);
		end = i;
		if (start == 0 || !is_separator(title, start, i - start, c) || is_ellipsis(c, i - start))
			continue;
		while (start > 0 && space_at(title, start - 1))
			start--;
		while (space_at(title, end))
			end++;
		if (count > 0 && cuts[count - 1].end >= start) /* " - | " is one separator */
			cuts[count - 1].end = end;
		else if (start > 0 && end < title.len)
		{
			if (count == TITLE_MAX_CUTS) /* the site is at an end: the last cuts matter most */
				memmove(cuts + 1, cuts + 2, sizeof(TitleCut) * (--count - 1));
			cuts[count++] = (TitleCut){start, end};
		}
		i = end;
	}
	return count;
}

bool
title_has_segment(Str title, Str text, Arena *arena)
{
	TitleCut cuts[TITLE_MAX_CUTS];
	uint32_t count = title_cuts(title, cuts);
	Str key = compare_key(arena, text);

	for (uint32_t i = 0; i <= count; i++)
	{
		Str tail = i == 0 ? title : str_sub(title, cuts[i - 1].end, title.len);
		Str segment = i == count ? tail : str_sub(tail, 0, tail.len - (title.len - cuts[i].start));

		if (str_equal(key, compare_key(arena, tail)) || str_equal(key, compare_key(arena, segment)))
			return true;
	}
	return false;
}

/* Is a segment the day of publication: "14/03/2023"? */
static bool
is_day(Str segment)
{
	uint32_t digits = 0;

	for (uint32_t i = 0; i < segment.len; i++)
		if (ascii_digit(segment.data[i]))
			digits++;
		else if (strchr("/.-", segment.data[i]) == NULL)
			return false;
	return (digits == 6 || digits == 8) && segment.len == digits + 2;
}

/*
 * Is a segment at the start the site's name?  A newspaper may be called after a town: "Lyon : …" is
 * a headline if the site is named elsewhere in the title, or if the address has the word too.
 */
static bool
is_site_in_front(Str segment, const Site *site, Arena *arena, bool named)
{
	return site_is(site, arena, segment) && !(named && !site_is_called(site, arena, segment)) &&
		   !site_address_begins(site, arena, segment);
}

/* "[Le Courrier] Headline": the title without the site in brackets before it. */
static Str
without_bracketed_site(Str title, const Site *site, Arena *arena)
{
	int32_t close = title.len > 0 && title.data[0] == '[' ? str_find(title, STR("]")) : -1;

	if (close > 1 && site_is(site, arena, str_sub(title, 1, (uint32_t) close - 1)))
		return str_trim(str_sub(title, (uint32_t) close + 1, title.len));
	return title;
}

/* "Headline | Le Courrier | Sport": is segment i the site's name, and what follows a short word? */
static bool
is_site_between(Str title, const TitleCut *cuts, uint32_t i, uint32_t to, const Site *site,
				Arena *arena)
{
	Str name = str_sub(title, cuts[i - 1].end, cuts[i].start - cuts[i - 1].end);
	Str rest = str_sub(title, cuts[i].end, to - cuts[i].end);

	return str_find(rest, STR(" ")) < 0 && site_is(site, arena, name);
}

/* A section has at most this many words, a headline at least that many. */
#define SECTION_WORDS 2
#define HEADLINE_WORDS 5

/*
 * "Le Courrier | Sport | Headline": the number of cuts from cut i on that follow a section.  Before
 * a colon stands a kicker, which belongs to the headline.
 */
static uint32_t
sections_in_front(Str title, const TitleCut *cuts, uint32_t count, uint32_t i, uint32_t to)
{
	uint32_t first = i;

	for (; i < count && cuts[i].end < to; i++)
	{
		Str section = str_sub(title, cuts[i - 1].end, cuts[i].start - cuts[i - 1].end);
		Str mark = str_sub(title, cuts[i].start, cuts[i].end - cuts[i].start);

		if (headline_words(section) > SECTION_WORDS || str_find(mark, STR(":")) >= 0 ||
			headline_words(str_sub(title, cuts[i].end, to - cuts[i].end)) < HEADLINE_WORDS ||
			!str_equal(mark,
					   str_sub(title, cuts[i - 1].start, cuts[i - 1].end - cuts[i - 1].start)))
			break;
	}
	return i - first;
}

Str
title_without_site(Str title, const Site *site, Arena *arena)
{
	TitleCut cuts[TITLE_MAX_CUTS];
	uint32_t count;
	uint32_t from = 0;
	uint32_t after = 0; /* cuts that the title begins after */
	uint32_t to;

	title = without_bracketed_site(title, site, arena);
	count = title_cuts(title, cuts);
	to = title.len;
	for (uint32_t i = count; i > 0; i--) /* the longest tail that names the site */
		if (site_is(site, arena, str_sub(title, cuts[i - 1].end, to - cuts[i - 1].end)))
			to = cuts[i - 1].start;
	if (to == title.len && count > 1 && is_site_between(title, cuts, count - 1, to, site, arena))
		to = cuts[count - 2].start;
	for (uint32_t i = count; i > 0; i--)
		if (cuts[i - 1].end < to && is_day(str_sub(title, cuts[i - 1].end, to - cuts[i - 1].end)))
			to = cuts[i - 1].start;
	for (uint32_t i = 0; i < count && cuts[i].end < to; i++)
		if (is_site_in_front(str_sub(title, from, cuts[i].start - from), site, arena,
							 to < title.len || from > 0))
		{
			after = i + 1;
			from = cuts[i].end;
		}
	after += after > 0 ? sections_in_front(title, cuts, count, after, to) : 0;
	if (after > 0)
		from = cuts[after - 1].end;
	return str_sub(title, from, to - from);
}

Str
title_site(Str title, const Site *site, Arena *arena)
{
	TitleCut cuts[TITLE_MAX_CUTS];
	uint32_t count = title_cuts(title, cuts);
	Str segment;

	if (count == 0)
		return STR_NONE;
	segment = str_sub(title, cuts[count - 1].end, title.len);
	if (site_is(site, arena, segment))
		return segment;
	segment = str_sub(title, 0, cuts[0].start);
	return site_is(site, arena, segment) ? segment : STR_NONE;
}
