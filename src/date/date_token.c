/*
 * date_token.c
 *	  Splits a text into words, numbers and marks for the date grammar: bytes in, tokens out, on
 *	  demand. Only the last DATE_TOKEN_RING tokens are kept, so memory use does not depend on the
 *	  text.
 *
 * Digits of all scripts that newspapers use are numbers. Ideograms and Hangul syllables are words
 * of one character, unless the lexicon knows a longer one. "p.m." and "ธ.ค." are one word.
 */
#include "base/array.h"
#include "date/date_internal.h"

#include "base/utf8.h"

/*
 * No word, number or gap is longer; what follows is another token. So a caller that asks for one
 * token after the other can be cancelled.
 */
#define MOST_BYTES 65536

typedef enum DateCharKind
{
	DATE_CHAR_SPACE, /* 0 to 5: see ascii_kinds */
	DATE_CHAR_DIGIT,
	DATE_CHAR_LETTER,
	DATE_CHAR_SYLLABLE, /* a word of its own */
	DATE_CHAR_SKIP,		/* ignored: soft hyphen, combining accent */
	DATE_CHAR_MARK
} DateCharKind;

/* Zero of each script whose digits are known, except ASCII (Unicode 15, Nd). */
static const uint32_t digit_zeros[] = {0x660, 0x6F0, 0x966, 0x9E6, 0xE50};

static int
digit_value(uint32_t c)
{
	if (c < 0x80)
		return c >= '0' && c <= '9' ? (int) (c - '0') : -1;
	for (size_t i = 0; i < lengthof(digit_zeros); i++)
		if (c >= digit_zeros[i] && c < digit_zeros[i] + 10)
			return (int) (c - digit_zeros[i]);
	return -1;
}

static bool
is_space(uint32_t c)
{
	return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 ||
		   (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
		   c == 0x205F || c == 0x3000;
}

static bool
is_syllable(uint32_t c)
{
	return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
		   (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF);
}

static DateCharKind
classify_wide(uint32_t c)
{
	/* The letters of the tables of date_fold.c; none of them is omitted. */
	if ((c >= 0xC0 && c < 0x250) || (c >= 0x370 && c < 0x530))
		return c == 0xD7 || c == 0xF7 ? DATE_CHAR_MARK : DATE_CHAR_LETTER;
	if (is_syllable(c))
		return DATE_CHAR_SYLLABLE;
	if (is_space(c))
		return DATE_CHAR_SPACE;
	if (date_fold(c) == 0)
		return DATE_CHAR_SKIP;
	if (digit_value(c) >= 0)
		return DATE_CHAR_DIGIT;
	if (c < 0xC0 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c >= 0x1F000 ||
		c == 0x60C || c == 0x61B || c == 0x964 || c == 0xFFFD)
		return DATE_CHAR_MARK;
	return DATE_CHAR_LETTER;
}

/* The kinds of ASCII characters as digits: DateCharKind. */
static const char ascii_kinds[] = "55555555500000555555555555555555"  /* control characters */
								  "05555555555555551111111111555555"  /* space, marks, digits */
								  "52222222222222222222222222255555"  /* uppercase */
								  "52222222222222222222222222255555"; /* lowercase */

static inline DateCharKind
classify(uint32_t c)
{
	return c < 0x80 ? (DateCharKind) (ascii_kinds[c] - '0') : classify_wide(c);
}

static bool
within_word(DateCharKind kind)
{
	return kind == DATE_CHAR_LETTER || kind == DATE_CHAR_SKIP;
}

/* Returns the mark as the grammar knows it. */
static char
plain_mark(uint32_t c)
{
	if (c < 0x80)
		return (char) c;
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	if (c == 0x2018 || c == 0x2019 || c == 0xB4 || c == 0x2032)
		return '\'';
	if (c == 0xB0 || c == 0xBA || c == 0xAA)
		return 'o'; /* 1º, 1ª, and the degree sign typed instead */
	if (c == 0x3001 || c == 0x60C)
		return ',';
	if (c == 0x3002)
		return '.';
	if (c == 0x2044)
		return '/';
	if (c == 0xB7 || c == 0x2022 || c == 0x30FB || c == 0x2219 || c == 0x25CF || c == 0x2027)
		return '|';
	return '?';
}

/* Returns the code point at *byte, fullwidth forms as ASCII, and moves *byte past it. */
static inline uint32_t
next_char(Str text, uint32_t *byte)
{
	uint32_t c = (unsigned char) text.data[*byte];

	if (c < 0x80)
	{
		(*byte)++;
		return c;
	}
	c = utf8_next(text.data, text.len, byte);
	return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

static DateCharKind
kind_at(Str text, uint32_t byte)
{
	return byte < text.len ? classify(next_char(text, &byte)) : DATE_CHAR_SPACE;
}

/* Returns the end of the letters of a word, including accents and ignored characters. */
static uint32_t
word_end(Str text, uint32_t byte)
{
	uint32_t limit = text.len - byte > MOST_BYTES ? byte + MOST_BYTES : text.len;

	while (byte < limit)
	{
		uint32_t after = byte;
		uint32_t c = next_char(text, &after);

		if (c < 0x80 ? !ascii_alpha((char) c) : !within_word(classify_wide(c)))
			break;
		byte = after;
	}
	return byte;
}

static void
read_number(DateScanner *scanner, DateToken *token)
{
	uint32_t byte = scanner->byte;

	token->kind = DATE_TOKEN_NUMBER;
	while (byte < scanner->text.len && byte - scanner->byte < MOST_BYTES)
	{
		uint32_t after = byte;
		int digit = digit_value(next_char(scanner->text, &after));

		if (digit < 0)
			break;
		if (token->digits < 18)
			token->value = token->value * 10 + (uint64_t) digit;
		if (token->digits < 255)
			token->digits++;
		byte = after;
	}
	token->end = byte;
}

/*
 * A word of single letters with periods between them: "p.m.", "ธ.ค.". Returns its end, or 0 if
 * there is none.
 */
static uint32_t
dotted_word_end(Str text, uint32_t byte)
{
	uint32_t end = 0;
	uint32_t letters = 0;

	while (byte < text.len && kind_at(text, byte) == DATE_CHAR_LETTER && letters < 4)
	{
		uint32_t start = byte;

		next_char(text, &byte);
		while (byte < text.len && byte - start < MOST_BYTES &&
			   kind_at(text, byte) == DATE_CHAR_SKIP)
			next_char(text, &byte);
		letters++;
		end = byte;
		if (byte >= text.len || text.data[byte] != '.')
			break;
		byte++;
	}
	if (letters < 2 || kind_at(text, end) == DATE_CHAR_LETTER)
		return 0;
	return end + (end < text.len && text.data[end] == '.');
}

static void
read_word(DateScanner *scanner, DateToken *token)
{
	Str text = scanner->text;
	uint32_t byte = scanner->byte;
	uint32_t c = next_char(text, &byte);

	token->kind = DATE_TOKEN_WORD;
	token->capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && date_fold(c) != c);
	/* A letter without a period after it: the usual case, decided early. */
	if (c >= 0x80 || byte == text.len || text.data[byte] == '.' ||
		(unsigned char) text.data[byte] >= 0x80)
		token->end = dotted_word_end(text, scanner->byte);
	if (token->end > 0)
		return;
	token->end = word_end(text, byte);
}

/* Looks up the token's text in the lexicon. */
static void
look_up(DateScanner *scanner, DateToken *token)
{
	char folded[DATE_WORD_MAX];
	uint32_t len;

	token->end = token->end > token->start ? token->end : token->start + 1;
	len = token_fold(scanner, token, folded);
	token->hash = len > 0 ? fnv_hash(folded, len) : 0;
	token->found = len > 0 ? first_word_find(folded, len, token->hash) : NULL;
}

/* Does this byte certainly end a word: ASCII, or the first byte of a quotation mark or a dash? */
static bool
ends_word(Str text, uint32_t byte, uint32_t letters)
{
	unsigned char c = (unsigned char) text.data[byte];

	if (c < 0x80)
		return c != '.' || letters > 1; /* "p.m." */
	return c == 0xE2 && byte + 2 < text.len && (unsigned char) text.data[byte + 1] == 0x80 &&
		   (unsigned char) text.data[byte + 2] >= 0x90 &&
		   (unsigned char) text.data[byte + 2] <= 0xA7; /* U+2010 … U+2027 */
}

/*
 * Reads, folds and looks up a word of ASCII letters (most are) in one pass; false if it may be more
 * than that.
 */
static bool
read_plain_word(DateScanner *scanner, DateToken *token)
{
	Str text = {scanner->text.data + scanner->byte, scanner->text.len - scanner->byte};
	uint32_t most = text.len < DATE_WORD_MAX - 5 ? text.len : DATE_WORD_MAX - 5;
	char folded[DATE_WORD_MAX];
	uint32_t hash = FNV_START;
	uint32_t len = 0;

	while (len < most && ascii_alpha(text.data[len]))
	{
		folded[len] = text.data[len] | 0x20;
		hash = fnv_add(hash, folded[len]);
		len++;
	}
	if (len == 0 || len == DATE_WORD_MAX - 5 || (len < text.len && !ends_word(text, len, len)))
		return false;
	folded[len] = '\0';
	token->kind = DATE_TOKEN_WORD;
	token->capital = text.data[0] <= 'Z';
	token->end = scanner->byte + len;
	token->hash = hash;
	token->found = first_word_find(folded, len, hash);
	return true;
}

/*
 * Reads the longest run of ideograms or syllables that is a word of the lexicon, else the first one
 * alone.
 */
static void
read_syllables(DateScanner *scanner, DateToken *token)
{
	char folded[4 * 4 + 1]; /* unfolded: no table folds them */
	uint32_t ends[4];
	uint32_t hashes[4];
	uint32_t hash = FNV_START;
	uint32_t len = 0;
	uint32_t n = 0;

	for (uint32_t byte = scanner->byte; n < 4 && kind_at(scanner->text, byte) == DATE_CHAR_SYLLABLE;
		 n++)
	{
		uint32_t c = next_char(scanner->text, &byte);

		for (uint32_t end = len + utf8_encode(c, folded + len); len < end; len++)
			hash = fnv_add(hash, folded[len]);
		ends[n] = byte;
		hashes[n] = hash;
	}
	token->kind = DATE_TOKEN_WORD;
	do
	{
		token->end = ends[--n];
		len = 3 * (n + 1);
		folded[len] = '\0';
		token->found = first_word_find(folded, len, hashes[n]);
	} while (n > 0 && token->found == NULL);
}

/* Skips white space and ignored characters; true if there was any space. */
static bool
skip_space(DateScanner *scanner)
{
	bool spaced = scanner->byte == 0;
	uint32_t start = scanner->byte;

	if (scanner->byte < scanner->text.len && scanner->text.data[scanner->byte] == ' ')
	{
		scanner->byte++;
		spaced = true;
	}
	if (scanner->byte < scanner->text.len && ascii_alpha(scanner->text.data[scanner->byte]))
		return spaced;
	while (scanner->byte < scanner->text.len && scanner->byte - start < MOST_BYTES)
	{
		uint32_t after = scanner->byte;
		DateCharKind kind = classify(next_char(scanner->text, &after));

		if (kind != DATE_CHAR_SPACE && kind != DATE_CHAR_SKIP)
			break;
		spaced |= kind == DATE_CHAR_SPACE;
		scanner->byte = after;
	}
	return spaced;
}

static void
read_token(DateScanner *scanner)
{
	DateToken *token = &scanner->ring[scanner->count % DATE_TOKEN_RING];
	bool spaced = skip_space(scanner);
	uint32_t byte = scanner->byte;

	if (byte >= scanner->text.len)
	{
		scanner->ended = true;
		return;
	}
	*token = (DateToken){.start = byte, .spaced = spaced};
	if (read_plain_word(scanner, token))
	{
		scanner->byte = token->end;
		scanner->count++;
		return;
	}
	switch (kind_at(scanner->text, byte))
	{
		case DATE_CHAR_DIGIT:
			read_number(scanner, token);
			break;
		case DATE_CHAR_SYLLABLE:
			read_syllables(scanner, token);
			break;
		case DATE_CHAR_LETTER:
			read_word(scanner, token);
			look_up(scanner, token);
			break;
		default:
			token->kind = DATE_TOKEN_MARK;
			token->mark = plain_mark(next_char(scanner->text, &byte));
			token->end = byte;
	}
	scanner->byte = token->end;
	scanner->count++;
}

void
scanner_init(DateScanner *scanner, Str text, const DateHabits *habits)
{
	Str language = habits ? habits->language : STR_NONE;
	uint32_t n = 0;

	scanner->text = text;
	scanner->habits = habits;
	scanner->byte = 0;
	scanner->count = 0;
	scanner->ended = false;
	scanner->end_token = (DateToken){.start = text.len, .end = text.len, .spaced = true};
	while (n < 3 && n < language.len && ascii_alpha(language.data[n]))
	{
		scanner->language[n] = ascii_lower(language.data[n]);
		n++;
	}
	scanner->language[n] = '\0';
	if (strcmp(scanner->language, "no") == 0)
		memcpy(scanner->language, "nb", 3);
}

/* Reads up to token i. */
const DateToken *
token_read(DateScanner *scanner, uint32_t i)
{
	while (scanner->count <= i && !scanner->ended)
		read_token(scanner);
	return i < scanner->count ? &scanner->ring[i % DATE_TOKEN_RING] : &scanner->end_token;
}

uint32_t
token_fold(DateScanner *scanner, const DateToken *token, char *folded)
{
	uint32_t len = 0;
	uint32_t byte = token->start;

	while (byte < token->end)
	{
		uint32_t c = next_char(scanner->text, &byte);

		if (len + 5 > DATE_WORD_MAX)
			return 0;
		if (c < 0x80)
		{
			if (c != '.')
				folded[len++] = ascii_lower((char) c);
			continue;
		}
		c = date_fold(c);
		if (c != 0)
			len += utf8_encode(c, folded + len);
	}
	folded[len] = '\0';
	return len;
}

/* Cuts the number at token i after `digits` digits; the rest is read again as another token. */
void
token_split(DateScanner *scanner, uint32_t i, uint32_t digits)
{
	DateToken *token = &scanner->ring[i % DATE_TOKEN_RING];
	uint32_t byte = token->start;

	token->value = 0;
	for (uint32_t k = 0; k < digits; k++)
		token->value = token->value * 10 + (uint64_t) digit_value(next_char(scanner->text, &byte));
	token->digits = (uint8_t) digits;
	token->end = byte;
	scanner->byte = byte;
	scanner->count = i + 1;
	scanner->ended = false;
}

bool
chained_before(DateScanner *scanner, uint32_t i, bool short_year)
{
	const DateToken *before;

	if (i == 0 || token_at(scanner, i)->spaced)
		return false;
	before = token_at(scanner, i - 1);
	if (before->kind == DATE_TOKEN_WORD) /* "Martin28.12.17", but not "v28.12.17" */
		return short_year && before->end - before->start < 3;
	if (before->kind == DATE_TOKEN_NUMBER)
		return true;
	if (strchr("./-+#_$", before->mark) == NULL || before->mark == '\0')
		return false;
	return i > 1 && !before->spaced && token_at(scanner, i - 2)->kind != DATE_TOKEN_MARK;
}
