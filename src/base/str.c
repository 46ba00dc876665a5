/*
 * str.c
 *	  See str.h.
 */
#include "base/str.h"

#include "base/utf8.h"

static bool
equal_ascii(const char *a, const char *b, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++)
		if (ascii_lower(a[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

bool
str_equal_ascii(Str a, Str b)
{
	return a.len == b.len && equal_ascii(a.data, b.data, a.len);
}

bool
str_starts_ascii(Str s, Str prefix)
{
	return s.len >= prefix.len && equal_ascii(s.data, prefix.data, prefix.len);
}

bool
str_ends_ascii(Str s, Str suffix)
{
	return s.len >= suffix.len && equal_ascii(s.data + s.len - suffix.len, suffix.data, suffix.len);
}

/* A short text is searched faster by its first byte than by memmem, which prepares itself for long ones. */
#define SHORT_TEXT 256

int32_t
str_find(Str s, Str needle)
{
	const char *at = s.data;
	const char *last;

	if (needle.len == 0)
		return 0;
	if (s.len < needle.len)
		return -1;
	last = s.data + s.len - needle.len;
	if (s.len > SHORT_TEXT)
		at = memmem(s.data, s.len, needle.data, needle.len);
	else
		while ((at = memchr(at, needle.data[0], (size_t) (last - at) + 1)) != NULL &&
			   memcmp(at, needle.data, needle.len) != 0)
			if (++at > last)
				return -1;
	return at ? (int32_t) (at - s.data) : -1;
}

int32_t
str_find_ascii(Str s, Str needle)
{
	char first;
	char case_bit;

	if (needle.len == 0)
		return 0;
	first = ascii_lower(needle.data[0]);
	case_bit = ascii_alpha(first) ? 'a' - 'A' : 0;
	for (uint32_t i = 0; i + needle.len <= s.len; i++)
		if ((char) (s.data[i] | case_bit) == first &&
			equal_ascii(s.data + i, needle.data, needle.len))
			return (int32_t) i;
	return -1;
}

/* Bytes of the white space that s starts with at i: ASCII, NBSP, BOM; 0 where there is none. */
static uint32_t
space_at(Str s, uint32_t i)
{
	if (ascii_space(s.data[i]))
		return 1;
	if (i + 1 < s.len && memcmp(s.data + i, "\xC2\xA0", 2) == 0)
		return 2;
	if (i + 2 < s.len && memcmp(s.data + i, "\xEF\xBB\xBF", 3) == 0)
		return 3;
	return 0;
}

static uint32_t
space_before(Str s, uint32_t end)
{
	for (uint32_t width = 1; width <= 3 && width <= end; width++)
		if (space_at(str_sub(s, 0, end), end - width) == width)
			return width;
	return 0;
}

Str
str_trim(Str s)
{
	uint32_t start = 0;
	uint32_t end = s.len;
	uint32_t width;

	while (start < end && (width = space_at(s, start)) > 0)
		start += width;
	while (end > start && (width = space_before(s, end)) > 0)
		end -= width;
	return start <= end ? str_sub(s, start, end - start) : str_sub(s, 0, 0);
}

Str
str_copy(Arena *arena, Str s)
{
	char *copy;

	if (s.data == NULL)
		return s;
	copy = arena_alloc(arena, s.len);
	memcpy(copy, s.data, s.len);
	return str_make(copy, s.len);
}

/* Writes s, which is trimmed, collapsed to copy, which may be where s stands; returns the bytes. */
static uint32_t
collapse_to(char *copy, Str s)
{
	uint32_t len = 0;
	bool pending = false;

	for (uint32_t i = 0; i < s.len;)
	{
		uint32_t width = space_at(s, i);

		if (width > 0)
		{
			pending = true;
			i += width;
			continue;
		}
		if (pending)
			copy[len++] = ' ';
		pending = false;
		copy[len++] = s.data[i++];
	}
	return len;
}

Str
str_collapse(Arena *arena, Str s)
{
	char *copy;

	s = str_trim(s);
	copy = arena_alloc(arena, s.len);
	return str_make(copy, collapse_to(copy, s));
}

Str
str_concat(Arena *arena, Str a, Str b)
{
	char *both = arena_alloc(arena, (size_t) a.len + b.len);

	if (a.len > 0)
		memcpy(both, a.data, a.len);
	if (b.len > 0)
		memcpy(both + a.len, b.data, b.len);
	return str_make(both, (size_t) a.len + b.len);
}

/* FNV-1a (Fowler, Noll, Vo) over words of eight bytes, with a last mixing step for the high bits. */
uint64_t
str_hash(Str s)
{
	uint64_t hash = UINT64_C(14695981039346656037) ^ s.len;
	uint64_t word;
	uint32_t i = 0;

	for (; i + sizeof(word) <= s.len; i += sizeof(word))
	{
		memcpy(&word, s.data + i, sizeof(word));
		hash = (hash ^ word) * UINT64_C(1099511628211);
		hash ^= hash >> 32;
	}
	for (word = 0; i < s.len; i++)
		word = word << 8 | (unsigned char) s.data[i];
	hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 29;
}

void
strbuf_init(StrBuf *buf, Arena *arena)
{
	memset(buf, 0, sizeof(*buf));
	buf->arena = arena;
}

void
strbuf_reserve(StrBuf *buf, size_t more)
{
	size_t size = buf->size ? buf->size * 2 : 256;

	if (buf->len + more <= buf->size)
		return;
	if (size < buf->len + more)
		size = buf->len + more;
	buf->data = arena_grow(buf->arena, buf->data, buf->size, size);
	buf->size = size;
}

void
strbuf_add(StrBuf *buf, Str s)
{
	if (s.len == 0)
		return;
	strbuf_reserve(buf, s.len);
	memcpy(buf->data + buf->len, s.data, s.len);
	buf->len += s.len;
}

void
strbuf_add_char(StrBuf *buf, char c)
{
	strbuf_reserve(buf, 1);
	buf->data[buf->len++] = c;
}

void
strbuf_add_code_point(StrBuf *buf, uint32_t code_point)
{
	strbuf_reserve(buf, 4);
	buf->len += utf8_encode(code_point, buf->data + buf->len);
}

Str
strbuf_str(const StrBuf *buf)
{
	return str_make(buf->data ? buf->data : "", buf->len);
}

Str
strbuf_collapse(StrBuf *buf)
{
	uint32_t len = collapse_to(buf->data, str_trim(strbuf_str(buf)));

	if (buf->data == NULL)
		return STR("");
	buf->data = arena_shrink(buf->arena, buf->data, buf->size, len);
	buf->size = buf->len = len;
	return strbuf_str(buf);
}

void
strlist_add(StrList *list, Arena *arena, Str s)
{
	if (list->count == list->size)
	{
		uint32_t size = list->size ? list->size * 2 : 8;

		list->items = arena_grow(arena, list->items, list->count * sizeof(Str), size * sizeof(Str));
		list->size = size;
	}
	list->items[list->count++] = s;
}

bool
strlist_has(const StrList *list, Str s)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (str_equal(list->items[i], s))
			return true;
	return false;
}
