/*
 * feature_text.c
 *	  See feature_text.h.
 */
#include "article/feature_text.h"

#include "base/utf8.h"

typedef enum CharClass
{
	CHAR_OTHER,
	CHAR_SMALL,
	CHAR_CAPITAL,
	CHAR_LETTER, /* without case */
	CHAR_WIDE,
	CHAR_DIGIT,
	CHAR_SPACE,
	CHAR_STOP,	/* ends a sentence */
	CHAR_COMMA, /* parts one */
	CHAR_QUOTE,
	CHAR_PIPE
} CharClass;

/* clang-format off */
#define o CHAR_OTHER
#define s CHAR_SMALL
#define L CHAR_CAPITAL
#define D CHAR_DIGIT
#define S CHAR_SPACE
#define E CHAR_STOP
#define C CHAR_COMMA
#define Q CHAR_QUOTE
#define P CHAR_PIPE
static const uint8_t ascii_classes[128] = {
	o, o, o, o, o, o, o, o, o, S, S, o, o, o, o, o,
	o, o, o, o, o, o, o, o, o, o, o, o, o, o, o, o,
	S, E, Q, o, o, o, o, o, o, o, o, o, C, o, E, P,
	D, D, D, D, D, D, D, D, D, D, C, C, o, o, P, E,
	o, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, o, o, o, o, o,
	o, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s,
	s, s, s, s, s, s, s, s, s, s, s, o, P, o, o, o,
};
#undef o
#undef s
#undef L
#undef D
#undef S
#undef E
#undef C
#undef Q
#undef P
/* clang-format on */

static CharClass
punctuation_class(uint32_t c)
{
	switch (c)
	{
		case 0x2026: /* … */
		case 0x3002: /* 。 */
		case 0xFF01:
		case 0xFF1F:
		case 0x0964: /* danda */
		case 0x061F:
		case 0x06D4:
			return CHAR_STOP;
		case 0x3001: /* 、 */
		case 0xFF0C:
		case 0xFF1A:
		case 0x060C:
			return CHAR_COMMA;
		case 0xAB:
		case 0xBB:
		case 0x201C:
		case 0x201D:
		case 0x201E:
		case 0x300C:
		case 0x300D:
			return CHAR_QUOTE;
		case 0xB7:
		case 0x2022:
		case 0x203A:
		case 0x2192:
		case 0x25B6:
			return CHAR_PIPE;
		default:
			return CHAR_OTHER;
	}
}

/* Case is told for Latin-1, Greek and Cyrillic; letters beyond have none here. */
static CharClass
char_class(uint32_t c)
{
	if (c < 0x80)
		return (CharClass) ascii_classes[c];
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return CHAR_CAPITAL;
	if (c >= 0xDF && c <= 0xFF && c != 0xF7)
		return CHAR_SMALL;
	if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
		return CHAR_CAPITAL;
	if ((c >= 0x3B1 && c <= 0x3C9) || (c >= 0x430 && c <= 0x44F))
		return CHAR_SMALL;
	if ((c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
		(c >= 0xAC00 && c <= 0xD7A3))
		return CHAR_WIDE;
	if (c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0x3000)
		return CHAR_SPACE;
	if (c < 0xC0 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c >= 0xFF00 ||
		c == 0x0964 || c == 0x061F || c == 0x06D4 || c == 0x060C)
		return punctuation_class(c);
	return CHAR_LETTER;
}

static void
end_word(TextStats *stats, uint32_t *length)
{
	if (*length == 0)
		return;
	stats->words++;
	stats->short_words += *length <= 3;
	*length = 0;
}

static void
count_mark(TextStats *stats, CharClass class)
{
	switch (class)
	{
		case CHAR_STOP:
			stats->sentence_marks++;
			break;
		case CHAR_COMMA:
			stats->commas++;
			break;
		case CHAR_QUOTE:
			stats->quotes++;
			break;
		case CHAR_PIPE:
			stats->pipes++;
			break;
		default:
			break;
	}
}

void
text_stats(Str text, TextStats *stats)
{
	CharClass last = CHAR_OTHER;
	CharClass end = CHAR_OTHER;
	uint32_t word = 0;
	uint32_t last_char = 0;

	memset(stats, 0, sizeof(*stats));
	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);

		last = char_class(c);
		if (stats->chars++ == 0)
			stats->starts_small = last == CHAR_SMALL;
		stats->lines += c == '\n';
		stats->capitals += last == CHAR_CAPITAL;
		stats->digits += last == CHAR_DIGIT;
		stats->wide += last == CHAR_WIDE;
		if (last >= CHAR_SMALL && last <= CHAR_LETTER)
			stats->letters++, word++;
		else if (last == CHAR_DIGIT)
			word++;
		else if (c != '\'' && c != 0x2019 && c != '-')
			end_word(stats, &word);
		count_mark(stats, last);
		if (last != CHAR_QUOTE && last != CHAR_SPACE && c != ')')
			end = last, last_char = c;
	}
	end_word(stats, &word);
	stats->letters += stats->wide;
	stats->words += (stats->wide + 1) / 2;
	stats->ends_sentence = end == CHAR_STOP;
	stats->ends_colon = last_char == ':' || last_char == 0xFF1A;
}

bool
is_prose(const TextStats *stats, uint32_t link_chars)
{
	uint32_t weight = stats->chars + stats->wide; /* a wide character says twice as much */

	return weight >= 80 && link_chars * 2 < stats->chars &&
		   (stats->sentence_marks > 0 || stats->commas > 1);
}
