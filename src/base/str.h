/*
 * str.h
 *	  Strings as slices: a pointer and a length, never a terminator; and a buffer that grows in an
 * arena.
 *
 * All text is valid UTF-8.  Functions whose name says "ascii" fold only A-Z.  A Str whose data is
 * NULL means "there is none"; one with length 0 is empty.
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

/* The part of s from "from" on, at most len bytes of it; both are cut to what there is. */
static inline Str
str_sub(Str s, uint32_t from, uint32_t len)
{
	if (from > s.len)
		from = s.len;
	if (len > s.len - from)
		len = s.len - from;
	return (Str){from > 0 ? s.data + from : s.data, len}; /* s.data may be NULL */
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

extern bool str_same_ascii(const char *a, const char *b, uint32_t len);

/* Without regard to ASCII case; inline, since nearly always the length tells. */
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

extern bool str_is_address(Str s); /* does it begin as addresses do: http://, //, /, www.? */
extern int32_t str_find(Str s, Str needle);		  /* byte offset, or -1 */
extern int32_t str_find_ascii(Str s, Str needle); /* without regard to ASCII case */
extern Str str_trim_spaces(Str s);
extern Str str_copy(Arena *arena, Str s);
extern Str str_collapse(Arena *arena,
						Str s); /* runs of white space (NBSP too) to one space, trimmed */
extern Str str_concat(Arena *arena, Str a, Str b);
extern uint64_t str_hash(Str s);

/*
 * Whoever writes a page may choose texts whose hashes fall to one place of a table.  Open tables, of which a third is free at least,
 * look no farther than this: chance alone makes no row of taken slots half as long, and without a bound the time of such a page
 * grew with the square of its length.
 */
#define HASH_MOST_PROBES 512

/* ASCII white space, NBSP and BOM off both ends; inline, since most text has none there. */
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
 * From here on a buffer has a block of the arena to itself, and grows by a quarter: so large a block most often grows where it stands,
 * and what doubles may be half empty.
 */
#define STRBUF_LARGE ((size_t) 256 * 1024)

extern void strbuf_init(StrBuf *buf, Arena *arena);
extern void strbuf_reserve(StrBuf *buf, size_t more);
extern void strbuf_add(StrBuf *buf, Str s);
extern void strbuf_add_char(StrBuf *buf, char c);
extern void strbuf_add_code_point(StrBuf *buf, uint32_t code_point);
extern Str strbuf_str(const StrBuf *buf);
/* What it holds, in its own memory, of which the rest is given back; the buffer is empty again. */
extern Str strbuf_take(StrBuf *buf);
/* Gives its memory back to the arena, as far as that takes it; the buffer is empty again. */
extern void strbuf_drop(StrBuf *buf);
/* What it holds as str_collapse would have it, in its own memory; the buffer is done. */
extern Str strbuf_collapse(StrBuf *buf);

extern void strlist_add(StrList *list, Arena *arena, Str s);
extern bool strlist_has(const StrList *list, Str s);

#endif
