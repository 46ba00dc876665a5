/*
 * str.h
 *	  Strings as slices: a pointer and a length, without a terminator; and a buffer that grows in an
 *	  arena.
 *
 * All text is valid UTF-8. Functions with "ascii" in their name ignore the case of A-Z only. A Str
 * whose data is NULL means "none"; one of length 0 is empty.
 */
#ifndef ARTICLE_STR_H
#define ARTICLE_STR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

typedef struct Str
{
	const char *data;
	uint32_t len;
} Str;

typedef struct StrBuf
{
	Arena *arena;
	char *data;
	size_t len;
	size_t size;
} StrBuf;

typedef struct StrList
{
	Str *items;
	uint32_t count;
	uint32_t size;
} StrList;

#define STR(literal) ((Str){(literal), sizeof(literal) - 1})
#define STR_NONE ((Str){NULL, 0})

static inline Str
str_make(const char *data, size_t len)
{
	return (Str){data, (uint32_t) len};
}

/* Inline, so that the length of a literal costs nothing. */
static inline Str
str_cstr(const char *text)
{
	return text ? str_make(text, strlen(text)) : (Str){NULL, 0};
}

/* The substring of s at offset "from", at most len bytes; both are clamped to s. */
static inline Str
str_sub(Str s, uint32_t from, uint32_t len)
{
	if (from > s.len)
		from = s.len;
	if (len > s.len - from)
		len = s.len - from;
	return (Str){from > 0 ? s.data + from : s.data, len}; /* s.data may be NULL */
}

/*
 * The first bytes of a text in UTF-8, at most "most", without cutting a character; the text itself
 * if it is no longer.
 */
static inline Str
str_cut(Str text, uint32_t most)
{
	if (text.len <= most)
		return text;
	while (most > 0 && ((unsigned char) text.data[most] & 0xC0) == 0x80)
		most--;
	return str_sub(text, 0, most);
}

static inline bool
str_equal(Str a, Str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static inline char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
}

static inline bool
ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The value of a hexadecimal digit, or -1. */
static inline int
ascii_hex_value(char c)
{
	if (ascii_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The offset of the first byte from "at" on that is not ASCII white space, or not a digit. */
static inline uint32_t
str_skip_space(Str s, uint32_t at)
{
	while (at < s.len && ascii_space(s.data[at]))
		at++;
	return at;
}

static inline uint32_t
str_skip_digits(Str s, uint32_t at)
{
	while (at < s.len && ascii_digit(s.data[at]))
		at++;
	return at;
}

extern bool str_same_ascii(const char *a, const char *b, uint32_t len);

/* Equal, ignoring ASCII case? Inline, since the lengths nearly always differ. */
static inline bool
str_equal_ascii(Str a, Str b)
{
	return a.len == b.len && str_same_ascii(a.data, b.data, a.len);
}

static inline bool
str_starts_ascii(Str s, Str prefix)
{
	return s.len >= prefix.len && str_same_ascii(s.data, prefix.data, prefix.len);
}

static inline bool
str_ends_ascii(Str s, Str suffix)
{
	return s.len >= suffix.len &&
		   str_same_ascii(s.data + s.len - suffix.len, suffix.data, suffix.len);
}

/* Does s end in these bytes, with others before them, as a word has an ending? */
static inline bool
str_has_ending(Str s, Str ending)
{
	return s.len > ending.len && memcmp(s.data + s.len - ending.len, ending.data, ending.len) == 0;
}

/* The bytes before the first space; s itself if it has none. */
static inline Str
str_first_word(Str s)
{
	const char *space = s.len > 0 ? (const char *) memchr(s.data, ' ', s.len) : NULL;

	return space != NULL ? str_make(s.data, (size_t) (space - s.data)) : s;
}

static inline bool
str_has_space(Str s)
{
	return s.len > 0 && memchr(s.data, ' ', s.len) != NULL;
}

/* White space of ASCII, and that of XML 1.0 (2.3), for str_has_word(). */
#define STR_SPACES " \t\n\v\f\r"
#define STR_XML_SPACES " \t\n\r"
extern bool str_has_word(Str s, Str word, const char *spaces); /* between spaces or the ends? */
extern bool str_is_address(Str s); /* does it start like an address: http:, https:, / or www.? */
extern int32_t str_find(Str s, Str needle);		  /* byte offset, or -1 */
extern int32_t str_find_ascii(Str s, Str needle); /* ignores ASCII case */
/* str_find in a text that may be long: polls the arena. */
extern int32_t str_find_polled(const Arena *arena, Str s, Str needle);
extern bool str_is_one_of(Str s, const Str *list, size_t count);
extern bool str_is_one_of_ascii(Str s, const Str *list, size_t count); /* ignores ASCII case */
extern bool str_is_listed_ascii(Str s, const char *const *list, size_t count); /* likewise */
extern Str str_trim_spaces(Str s);
extern Str str_copy(Arena *arena, Str s);
extern Str str_collapse(Arena *arena,
						Str s); /* runs of white space (and NBSP) become one space; trimmed */
extern Str str_concat(Arena *arena, Str a, Str b);
extern uint64_t str_hash(Str s);

/*
 * A hostile page can force hash collisions, so probing stops after this many slots. In the
 * open-addressing tables at least a third of the slots is free, and chance alone makes no run of
 * taken slots half as long. Without a limit the time for such a page was quadratic.
 */
#define HASH_MOST_PROBES 512

/*
 * Removes ASCII white space, NBSP and BOM from both ends. Inline, since most text has none there.
 */
static inline Str
str_trim(Str s)
{
	unsigned char first = s.len > 0 ? (unsigned char) s.data[0] : ' ';
	unsigned char last = s.len > 0 ? (unsigned char) s.data[s.len - 1] : ' ';

	if (first > ' ' && first != 0xC2 && first != 0xEF && last > ' ' && last != 0xA0 && last != 0xBF)
		return s;
	return str_trim_spaces(s);
}

/*
 * Copies the bytes of a word. A compiler makes a string instruction of a short memcpy, which takes
 * longer to start than these moves; the last one may overlap the one before.
 */
static inline void
str_copy_word(char *out, Str word)
{
	if (word.len >= 8)
	{
		for (uint32_t i = 0; i < word.len - 8; i += 8)
			memcpy(out + i, word.data + i, 8);
		memcpy(out + word.len - 8, word.data + word.len - 8, 8);
	}
	else if (word.len >= 4)
	{
		memcpy(out, word.data, 4);
		memcpy(out + word.len - 4, word.data + word.len - 4, 4);
	}
	else
		for (uint32_t i = 0; i < word.len; i++)
			out[i] = word.data[i];
}

/*
 * The same without a decision for each length, which is hard to foresee. Reads and writes up to
 * STR_SLACK bytes after the word, whatever they are: both need room for them.
 */
#define STR_SLACK 7
static inline void
str_copy_ahead(char *out, Str word)
{
	uint32_t i = 0;

	do
	{
		memcpy(out + i, word.data + i, STR_SLACK + 1);
		i += STR_SLACK + 1;
	} while (i < word.len);
}

/*
 * From this size on a buffer is an arena block of its own and grows by a quarter: so large a block
 * can mostly grow in place, and doubling could leave half of it empty.
 */
#define STRBUF_LARGE ((size_t) 256 * 1024)

extern void strbuf_init(StrBuf *buf, Arena *arena);
extern void strbuf_enlarge(StrBuf *buf, size_t more);
extern void strbuf_add(StrBuf *buf, Str s);
extern void strbuf_add_repeated(StrBuf *buf, char c, uint32_t count);
extern void strbuf_add_code_point(StrBuf *buf, uint32_t code_point);
extern Str strbuf_str(const StrBuf *buf);
/* Gives back what the buffer holds beyond its contents, which may move if they are large. */
extern void strbuf_trim(StrBuf *buf);
/* Returns the contents, shrunk in place, and resets the buffer. */
extern Str strbuf_take(StrBuf *buf);
/* Resets the buffer; its memory returns to the arena if it is the last block or a large one. */
extern void strbuf_drop(StrBuf *buf);
/*
 * Returns the contents collapsed in place, as by str_collapse. The buffer must not be used any
 * more.
 */
extern Str strbuf_collapse(StrBuf *buf);

/* Makes room for `more` bytes; strbuf_enlarge always allocates. */
static inline void
strbuf_reserve(StrBuf *buf, size_t more)
{
	if (buf->size - buf->len < more)
		strbuf_enlarge(buf, more);
}

static inline void
strbuf_add_char(StrBuf *buf, char c)
{
	strbuf_reserve(buf, 1);
	buf->data[buf->len++] = c;
}

extern void strlist_add(StrList *list, Arena *arena, Str s);
extern bool strlist_has(const StrList *list, Str s);

#endif
