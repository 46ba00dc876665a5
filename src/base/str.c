/*
 * str.c
 *	  See str.h.
 */
#include "base/str.h"

#include "base/utf8.h"
#include "base/swar.h"

bool
str_same_ascii(const char *a, const char *b, uint32_t len)
{
	uint32_t i = 0;

	for (; len - i >= 8; i += 8)
		if (swar_lower(swar_load(a + i)) != swar_lower(swar_load(b + i)))
			return false;
	for (; i < len; i++)
		if (ascii_lower(a[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

/*
 * The first two bytes of the needle, each repeated in every byte of a word, and the bits to ignore
 * when comparing them.
 */
typedef struct Pair
{
	uint64_t bytes[2];
	uint64_t case_bits[2];
} Pair;

static inline Pair
pair_of(Str needle, bool any_case)
{
	Pair pair = {{0, 0}, {0, 0}};

	for (int i = 0; i < 2; i++)
	{
		pair.case_bits[i] = any_case && ascii_alpha(needle.data[i]) ? SWAR_EACH('a' - 'A') : 0;
		pair.bytes[i] = SWAR_EACH((unsigned char) needle.data[i]) | pair.case_bits[i];
	}
	return pair;
}

/* Marks where the pair may start among the 8 positions from p on; it starts nowhere else. */
static inline uint64_t
pair_mask(const char *p, const Pair *pair)
{
	return swar_first_below((swar_load(p) | pair->case_bits[0]) ^ pair->bytes[0], 1) &
		   swar_first_below((swar_load(p + 1) | pair->case_bits[1]) ^ pair->bytes[1], 1);
}

/* Returns the next position from i on at which the needle may start, or s.len if there is none. */
static inline uint32_t
next_pair(Str s, uint32_t i, const Pair *pair)
{
	uint64_t found;

	for (; i + 8 < s.len; i += 8)
	{
		found = pair_mask(s.data + i, pair);
		if (found != 0)
			return i + swar_first(found);
	}
	if (i + 1 < s.len && s.len > 8)
	{
		uint32_t last = s.len - 8 - 1;

		found = pair_mask(s.data + last, pair) >> (i - last) * 8;
		return found != 0 ? i + swar_first(found) : s.len;
	}
	while (i < s.len &&
		   (uint8_t) (s.data[i] | (char) pair->case_bits[0]) != (uint8_t) pair->bytes[0])
		i++;
	return i;
}

/* Above this length memmem is faster: its preparation pays off. */
#define LONG_TEXT 256

int32_t
str_find(Str s, Str needle)
{
	Pair pair;

	if (needle.len == 0)
		return 0;
	if (s.len < needle.len)
		return -1;
	if (s.len > LONG_TEXT || needle.len == 1)
	{
		const char *at = memmem(s.data, s.len, needle.data, needle.len);

		return at ? (int32_t) (at - s.data) : -1;
	}
	pair = pair_of(needle, false);
	for (uint32_t i = 0; (i = next_pair(s, i, &pair)) <= s.len - needle.len; i++)
		if (memcmp(s.data + i, needle.data, needle.len) == 0)
			return (int32_t) i;
	return -1;
}

int32_t
str_find_polled(const Arena *arena, Str s, Str needle)
{
	uint32_t from = 0;
	int32_t found;

	while ((found = str_find(str_sub(s, from, ARENA_POLL_STEPS + needle.len), needle)) < 0)
	{
		if (s.len - from <= ARENA_POLL_STEPS)
			return -1;
		from += ARENA_POLL_STEPS;
		arena_poll(arena);
	}
	return (int32_t) from + found;
}

int32_t
str_find_ascii(Str s, Str needle)
{
	Pair pair;

	if (needle.len == 0)
		return 0;
	if (s.len < needle.len)
		return -1;
	if (needle.len == 1)
	{
		for (uint32_t i = 0; i < s.len; i++)
			if (ascii_lower(s.data[i]) == ascii_lower(needle.data[0]))
				return (int32_t) i;
		return -1;
	}
	pair = pair_of(needle, true);
	for (uint32_t i = 0; (i = next_pair(s, i, &pair)) <= s.len - needle.len; i++)
		if (str_same_ascii(s.data + i, needle.data, needle.len))
			return (int32_t) i;
	return -1;
}

/* Length in bytes of the white space at i (ASCII, NBSP or BOM), or 0. */
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

bool
str_is_one_of(Str s, const Str *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(s, list[i]))
			return true;
	return false;
}

bool
str_is_one_of_ascii(Str s, const Str *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal_ascii(s, list[i]))
			return true;
	return false;
}

bool
str_is_listed_ascii(Str s, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal_ascii(s, str_cstr(list[i])))
			return true;
	return false;
}

Str
str_trim_spaces(Str s)
{
	uint32_t start = 0;
	uint32_t end = s.len;
	uint32_t width;

	while (end - start >= 8 && swar_load(s.data + start) == SWAR_EACH(' '))
		start += 8; /* a text may be megabytes of them */
	while (start < end && (width = space_at(s, start)) > 0)
		start += width;
	while (end - start >= 8 && swar_load(s.data + end - 8) == SWAR_EACH(' '))
		end -= 8;
	while (end > start && (width = ascii_space(s.data[end - 1]) ? 1 : space_before(s, end)) > 0)
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

/*
 * Returns how many bytes from i on need no collapsing: words and single spaces. May stop early, in
 * the last 7 bytes of s at the latest.
 */
static inline uint32_t
collapsed_length(Str s, uint32_t i, bool after_space)
{
	uint32_t start = i;
	uint64_t space_before = after_space ? 0x80 : 0;

	for (; i + 8 <= s.len; i += 8)
	{
		uint64_t word = swar_load(s.data + i);
		uint64_t spaces = swar_first_equal(word, ' ');
		uint64_t doubtful = swar_first_below(word, ' ') | swar_first_equal(word, 0xC2) |
							swar_first_equal(word, 0xEF) | (spaces & (spaces << 8 | space_before));

		if (doubtful != 0)
			return i + swar_first(doubtful) - start;
		space_before = spaces >> 56;
	}
	return i - start;
}

/*
 * Writes s (already trimmed) to copy with white space collapsed, and returns the length. copy may
 * be s.data.
 */
static uint32_t
collapse_to(char *copy, Str s)
{
	uint32_t len = 0;

	for (uint32_t i = 0; i < s.len;)
	{
		bool after_space = len > 0 && copy[len - 1] == ' ';
		uint32_t certain = collapsed_length(s, i, after_space);
		uint32_t width;

		memmove(copy + len, s.data + i, certain);
		len += certain;
		i += certain;
		if (i == s.len)
			break;
		width = space_at(s, i);
		if (width == 0)
			copy[len++] = s.data[i++];
		else if (copy[len - 1] != ' ')
			copy[len++] = ' ';
		i += width;
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

/* FNV-1a (Fowler, Noll, Vo) over words of 8 bytes, with a final mixing step for the high bits. */
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
strbuf_enlarge(StrBuf *buf, size_t more)
{
	size_t size = buf->size < 256			 ? 256
				  : buf->size < STRBUF_LARGE ? buf->size * 2
											 : buf->size + buf->size / 4;

	if (size < buf->len + more)
		size = buf->len + more;
	buf->data = arena_grow(buf->arena, buf->data, buf->size, size);
	buf->size = size;
}

void
strbuf_trim(StrBuf *buf)
{
	if (buf->size == 0)
		return;
	buf->data = arena_shrink(buf->arena, buf->data, buf->size, buf->len);
	buf->size = buf->len;
}

Str
strbuf_take(StrBuf *buf)
{
	Str taken;

	strbuf_trim(buf);
	taken = strbuf_str(buf);
	strbuf_init(buf, buf->arena);
	return taken;
}

void
strbuf_drop(StrBuf *buf)
{
	buf->len = 0;
	(void) strbuf_take(buf);
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
strbuf_add_repeated(StrBuf *buf, char c, uint32_t count)
{
	while (count-- > 0)
		strbuf_add_char(buf, c);
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
	/*
	 * A text of 4 GB or more is rejected later; a length that wrapped around would look like a
	 * short one.
	 */
	return str_make(buf->data ? buf->data : "", buf->len < UINT32_MAX ? buf->len : UINT32_MAX);
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

static bool
is_among(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

bool
str_has_word(Str s, Str word, const char *spaces)
{
	for (uint32_t at = 0; at + word.len <= s.len;)
	{
		int32_t found = str_find(str_sub(s, at, s.len), word);
		uint32_t start = at + (uint32_t) found;
		uint32_t end = start + word.len;

		if (found < 0)
			return false;
		if ((start == 0 || is_among(s.data[start - 1], spaces)) &&
			(end == s.len || is_among(s.data[end], spaces)))
			return true;
		at = start + 1;
	}
	return false;
}

bool
str_is_address(Str s)
{
	return str_starts_ascii(s, STR("http:")) || str_starts_ascii(s, STR("https:")) ||
		   str_starts_ascii(s, STR("/")) || str_starts_ascii(s, STR("www."));
}
