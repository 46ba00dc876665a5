/*
 * feature_text.c
 *	  See feature_text.h.
 */
#include "text/feature_text.h"

#include "base/swar.h"
#include "base/utf8.h"
#include "text/char.h"

typedef enum TextClass
{
	TEXT_OTHER,
	TEXT_DIGIT,
	TEXT_LOWER,
	TEXT_UPPER,
	TEXT_LETTER, /* without case */
	TEXT_WIDE,
	TEXT_SPACE,
	TEXT_STOP,	/* ends a sentence */
	TEXT_COMMA, /* separates clauses of a sentence */
	TEXT_QUOTE,
	TEXT_PIPE
} TextClass;

/* clang-format off */
#define o TEXT_OTHER
#define s TEXT_LOWER
#define L TEXT_UPPER
#define D TEXT_DIGIT
#define S TEXT_SPACE
#define E TEXT_STOP
#define C TEXT_COMMA
#define Q TEXT_QUOTE
#define P TEXT_PIPE
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

static TextClass
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
			return TEXT_STOP;
		case 0x3001: /* 、 */
		case 0xFF0C:
		case 0xFF1A:
		case 0x060C:
			return TEXT_COMMA;
		case 0xAB:
		case 0xBB:
		case 0x201C:
		case 0x201D:
		case 0x201E:
		case 0x300C:
		case 0x300D:
			return TEXT_QUOTE;
		case 0xB7:
		case 0x2022:
		case 0x203A:
		case 0x2192:
		case 0x25B6:
			return TEXT_PIPE;
		default:
			return TEXT_OTHER;
	}
}

static TextClass
letter_class(uint32_t c)
{
	if (char_is(c, CHAR_IN(CHAR_LOWERCASE)))
		return TEXT_LOWER;
	if (char_is(c, CHAR_IN(CHAR_UPPERCASE) | CHAR_IN(CHAR_TITLECASE)))
		return TEXT_UPPER;
	return TEXT_LETTER;
}

static TextClass
text_class(uint32_t c)
{
	if (c < 0x80)
		return (TextClass) ascii_classes[c];
	if (c == UTF8_REPLACEMENT)
		return TEXT_OTHER;
	if ((c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
		(c >= 0xAC00 && c <= 0xD7A3))
		return TEXT_WIDE;
	if (char_is_space(c))
		return TEXT_SPACE;
	if (char_is(c, CHAR_LETTERS | CHAR_MARKS))
		return letter_class(c);
	return punctuation_class(c);
}

/* ------------------------------------------------------------------ words */

/* Is a character part of a word, for the hashes? */
static inline bool
is_word_char(uint32_t c)
{
	if (c < 0x2000)
		return c >= 0xC0 && c != 0xD7 && c != 0xF7;
	return c > 0x206F && !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFF0F);
}

/* Chinese characters and kana: written without spaces. */
static inline bool
is_wide(uint32_t c)
{
	return c >= 0x3040 &&
		   (c <= 0x30FF || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c < 0x30000));
}

#define HASH_START UINT64_C(14695981039346656037)
#define NOT_PLAIN (UINT64_C(1) << 63) /* distinguishes a character from ASCII letters */

static inline uint64_t
mix(uint64_t hash, uint64_t more)
{
	hash = (hash ^ more) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 32;
}

static inline void
end_word(TextReader *reader)
{
	reader->stats.words += reader->word > 0;
	reader->stats.short_words += reader->word > 0 && reader->word <= 3;
	reader->word = 0;
}

static inline void
end_hash(TextReader *reader)
{
	reader->hashes[reader->count] = reader->hash;
	reader->count += reader->begun;
	reader->begun = false;
	reader->hash = HASH_START;
}

static inline void
count_mark(TextStats *stats, TextClass class)
{
	stats->sentence_marks += class == TEXT_STOP;
	stats->commas += class == TEXT_COMMA;
	stats->quotes += class == TEXT_QUOTE;
	stats->pipes += class == TEXT_PIPE;
}

/* ------------------------------------------------------------------ eight bytes at once */

/*
 * Continues a word with `count` ASCII letters or digits; a space or line feed after them ends it.
 */
static inline void
add_plain(TextReader *reader, uint64_t eight, uint64_t before, uint32_t count)
{
	char next;

	reader->word += count;
	reader->hash = mix(reader->hash, (eight | SWAR_EACH(0x20)) & before);
	reader->begun = true;
	reader->pos += count;
	if (count == 8)
		return;
	next = (char) (eight >> (8 * count));
	if (next == ' ' || next == '\n')
	{
		reader->pos++;
		reader->stats.lines += next == '\n';
		end_hash(reader);
		end_word(reader);
	}
}

/* Reads an ASCII letter that ends a word, with the space or line feed after it, if this is one. */
static inline bool
read_letter(TextReader *reader, unsigned char c)
{
	char next = reader->pos + 1 < reader->text.len ? reader->text.data[reader->pos + 1] : 'a';

	if (next != ' ' && next != '\n')
		return false;
	reader->stats.letters++;
	reader->stats.capitals += (c & 0x20) == 0;
	reader->stats.lines += next == '\n';
	reader->hash = mix(reader->hash, c | 0x20);
	reader->begun = true;
	reader->word++;
	reader->pos += 2;
	end_hash(reader);
	end_word(reader);
	return true;
}

/* Reads the ASCII letters at the current position, at most 8. */
static inline void
read_letters(TextReader *reader)
{
	uint64_t eight = swar_at(reader->text, reader->pos);
	uint64_t letters = swar_letters(eight);
	uint64_t others = letters ^ SWAR_MARKS;
	uint64_t before = swar_before(others);
	uint32_t count = swar_first(others);

	reader->stats.letters += count;
	reader->stats.capitals += swar_count(letters & before & ~(eight << 2)); /* without 0x20 */
	add_plain(reader, eight, before, count);
}

/* Reads the digits at the current position, at most 8. */
static void
read_digits(TextReader *reader)
{
	uint64_t eight = swar_at(reader->text, reader->pos);
	uint64_t others = swar_between(eight, '0', '9') ^ SWAR_MARKS;
	uint32_t count = swar_first(others);

	reader->stats.digits += count;
	add_plain(reader, eight, swar_before(others), count);
}

/* ------------------------------------------------------------------ one character */

static inline void
read_mark(TextReader *reader, unsigned char c, TextClass class)
{
	reader->pos++;
	end_hash(reader);
	reader->stats.lines += c == '\n';
	count_mark(&reader->stats, class);
	if (c != '\'' && c != '-')
		end_word(reader);
}

/*
 * Reads a Latin-1 letter (C3 80 to C3 BF), the most frequent non-ASCII characters of French.
 * Returns false for any other character.
 */
static inline bool
read_latin1(TextReader *reader, unsigned char lead)
{
	unsigned char c = lead == 0xC3 && reader->pos + 1 < reader->text.len
						  ? (unsigned char) reader->text.data[reader->pos + 1]
						  : 0;

	if (c < 0x80 || c == 0x97 || c == 0xB7) /* × and ÷ */
		return false;
	reader->pos += 2;
	reader->more_bytes++;
	reader->stats.letters++;
	reader->stats.capitals += c < 0x9F; /* ß */
	reader->word++;
	reader->hash = mix(reader->hash, NOT_PLAIN | (uint64_t) (c + 0x40));
	reader->begun = true;
	return true;
}

static void
read_other(TextReader *reader)
{
	TextStats *stats = &reader->stats;
	uint32_t start = reader->pos;
	uint32_t c = utf8_next(reader->text.data, reader->text.len, &reader->pos);
	TextClass class = text_class(c);

	reader->more_bytes += reader->pos - start - 1;
	if (class >= TEXT_LOWER && class <= TEXT_LETTER)
	{
		stats->letters++;
		stats->capitals += class == TEXT_UPPER;
		reader->word++;
	}
	else
	{
		if (c != 0x2019)
			end_word(reader);
		stats->wide += class == TEXT_WIDE;
		count_mark(stats, class);
	}
	if (!is_word_char(c))
		end_hash(reader);
	else if (!is_wide(c))
	{
		reader->hash = mix(reader->hash, NOT_PLAIN | c);
		reader->begun = true;
	}
	else
	{
		end_hash(reader);
		reader->hashes[reader->count++] = mix(HASH_START, NOT_PLAIN | c);
	}
}

/* Returns the character that ends before offset `end` (not 0), and sets *start to its offset. */
static uint32_t
char_before(Str text, uint32_t end, uint32_t *start)
{
	uint32_t pos = end - 1;

	while (pos > 0 && ((unsigned char) text.data[pos] & 0xC0) == 0x80)
		pos--;
	*start = pos;
	return utf8_next(text.data, end, &pos);
}

/*
 * Records how a text ends, ignoring quotes, spaces and parentheses: at most this many bytes of
 * them, since a text of nothing else may be a whole page.
 */
#define LONGEST_END 1024

static void
read_end(Str text, TextStats *stats)
{
	uint32_t least = text.len > LONGEST_END ? text.len - LONGEST_END : 0;

	for (uint32_t end = text.len; end > least;)
	{
		uint32_t c = char_before(text, end, &end);
		TextClass class = text_class(c);

		if (class == TEXT_QUOTE || class == TEXT_SPACE || c == ')')
			continue;
		stats->ends_sentence = class == TEXT_STOP;
		stats->ends_colon = c == ':' || c == 0xFF1A;
		return;
	}
}

static void
finish(TextReader *reader)
{
	TextStats *stats = &reader->stats;
	uint32_t start = 0;

	end_word(reader);
	end_hash(reader);
	stats->chars = reader->text.len - reader->more_bytes;
	stats->letters += stats->wide;
	stats->words += (stats->wide + 1) / 2;
	if (reader->text.len > 0)
		stats->starts_small =
			text_class(utf8_next(reader->text.data, reader->text.len, &start)) == TEXT_LOWER;
	read_end(reader->text, stats);
}

void
text_open(TextReader *reader, Str text)
{
	reader->text = text;
	reader->pos = 0;
	reader->more_bytes = 0;
	reader->word = 0;
	reader->begun = false;
	reader->hash = HASH_START;
	reader->count = 0;
	memset(&reader->stats, 0, sizeof(reader->stats));
}

bool
text_read(TextReader *reader)
{
	/*
	 * Two bytes hold at most one word. The spare entries are for a word begun earlier, and for
	 * bytes read past the end.
	 */
	uint32_t room = 2 * (TEXT_WORDS - 4);
	uint32_t end = reader->text.len - reader->pos > room ? reader->pos + room : reader->text.len;

	reader->count = 0;
	while (reader->pos < end)
	{
		unsigned char c = (unsigned char) reader->text.data[reader->pos];

		TextClass class;

		if (c >= 0x80)
		{
			if (!read_latin1(reader, c))
				read_other(reader);
			continue;
		}
		class = (TextClass) ascii_classes[c];
		if (class == TEXT_LOWER || class == TEXT_UPPER)
		{
			if (!read_letter(reader, c))
				read_letters(reader);
		}
		else if (class == TEXT_DIGIT)
			read_digits(reader);
		else
			read_mark(reader, c, class);
	}
	if (end < reader->text.len)
		return true;
	finish(reader);
	return false;
}

void
text_stats(Str text, TextStats *stats)
{
	TextReader reader;

	text_open(&reader, text);
	while (text_read(&reader))
		;
	*stats = reader.stats;
}

void
text_stats_polled(const Arena *arena, Str text, TextStats *stats)
{
	TextReader reader;
	size_t polled = 0;

	text_open(&reader, text);
	while (text_read(&reader))
		arena_poll_at(arena, reader.pos, &polled);
	*stats = reader.stats;
}

bool
is_prose(const TextStats *stats, uint32_t link_chars)
{
	uint32_t weight = stats->chars + stats->wide; /* a wide character carries twice as much */

	return weight >= 80 && link_chars * 2 < stats->chars &&
		   (stats->sentence_marks > 0 || stats->commas > 1);
}
