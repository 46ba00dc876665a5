/*
 * entity.c
 *	  See entity.h. Replaces the character references of a text; valid UTF-8 stays valid.
 */
#include "html/entity_internal.h"

#include <stdlib.h>

#include "base/utf8.h"

#define LONGEST_NAME 31	 /* CounterClockwiseContourIntegral */
#define LONGEST_LEGACY 6 /* Aacute, frac12 */
#define SHORTEST_LEGACY 2
#define BEYOND_UNICODE 0x110000

/*
 * The windows-1252 characters for &#128;-&#159;, which would be control characters (WHATWG HTML
 * 13.2.5.80); 0: unchanged.
 */
static const uint16_t windows_1252[32] = {
	0x20AC, 0,		0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,		0x017D, 0,		0,		0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,		0x017E, 0x0178};

static int
compare_entity(const void *key, const void *item)
{
	const Str *name = key;
	const Entity *entity = item;
	uint32_t shorter = name->len < entity->name_len ? name->len : entity->name_len;
	int order = memcmp(name->data, entity_names + entity->name, shorter);

	return order != 0 ? order : (int) name->len - entity->name_len;
}

static const Entity *
find_entity(const char *name, uint32_t len)
{
	Str key = {name, len};
	uint32_t first = entity_starts[name[0] - 'A'];
	uint32_t end = entity_starts[name[0] - 'A' + 1];

	return bsearch(&key, &entity_table[first], end - first, sizeof(Entity), compare_entity);
}

/*
 * Returns the entity named at the start of s (after the '&') and sets *used to the length of its
 * name; NULL if there is none.
 */
static const Entity *
named_reference(Str s, bool in_attribute, uint32_t *used)
{
	const Entity *entity;
	uint32_t len = 0;

	while (len < s.len && len <= LONGEST_NAME &&
		   (ascii_alpha(s.data[len]) || ascii_digit(s.data[len])))
		len++;
	if (len < s.len && s.data[len] == ';' && (entity = find_entity(s.data, len)) != NULL)
	{
		*used = len + 1;
		return entity;
	}
	for (uint32_t cut = len < LONGEST_LEGACY ? len : LONGEST_LEGACY; cut >= SHORTEST_LEGACY; cut--)
	{
		entity = find_entity(s.data, cut);
		if (entity == NULL || !entity->legacy)
			continue;
		*used = cut;
		if (in_attribute && (cut < len || (cut < s.len && s.data[cut] == '=')))
			return NULL;
		return entity;
	}
	return NULL;
}

static int
digit_value(char c, uint32_t base)
{
	int value = ascii_hex_value(c);

	return value < (int) base ? value : -1;
}

/*
 * Returns the code point of the numeric reference at the start of s (after the "&#"); sets *used to
 * 0 if there is none.
 */
static uint32_t
numeric_reference(Str s, uint32_t *used)
{
	uint32_t base = s.len > 0 && (s.data[0] == 'x' || s.data[0] == 'X') ? 16 : 10;
	uint32_t start = base == 16 ? 1 : 0;
	uint32_t i = start;
	uint32_t code = 0;

	for (int digit; i < s.len && (digit = digit_value(s.data[i], base)) >= 0; i++)
		code = code < BEYOND_UNICODE ? code * base + (uint32_t) digit : BEYOND_UNICODE;
	*used = i == start ? 0 : i + (i < s.len && s.data[i] == ';');
	if (code >= 0x80 && code < 0xA0 && windows_1252[code - 0x80] != 0)
		return windows_1252[code - 0x80];
	return code == 0 ? UTF8_REPLACEMENT : code;
}

/*
 * Decodes the reference at the start of s, which is an '&', to *out. Returns the number of bytes
 * read.
 */
static uint32_t
decode_reference(Str s, bool in_attribute, char **out)
{
	uint32_t used = 0;

	if (s.len > 1 && s.data[1] == '#')
	{
		uint32_t code = numeric_reference(str_sub(s, 2, s.len), &used);

		if (used > 0)
		{
			*out += utf8_encode(code, *out);
			return used + 2;
		}
	}
	else if (s.len > 1 && ascii_alpha(s.data[1]))
	{
		const Entity *entity = named_reference(str_sub(s, 1, s.len), in_attribute, &used);

		if (entity != NULL)
		{
			memcpy(*out, entity->text, entity->text_len);
			*out += entity->text_len;
			return used + 1;
		}
	}
	*(*out)++ = '&';
	return 1;
}

uint32_t
entity_decode_to(char *decoded, Str text, const char *mark, bool in_attribute)
{
	const char *p = text.data;
	const char *end = p + text.len;
	char *out = decoded;

	while (mark != NULL)
	{
		memcpy(out, p, (size_t) (mark - p));
		out += mark - p;
		p = mark + decode_reference(str_make(mark, (size_t) (end - mark)), in_attribute, &out);
		mark = memchr(p, '&', (size_t) (end - p));
	}
	memcpy(out, p, (size_t) (end - p));
	return (uint32_t) (out + (end - p) - decoded);
}

Str
entity_decode_from(Arena *arena, Str text, const char *mark, bool in_attribute)
{
	size_t room = entity_room(text);
	char *decoded = arena_alloc(arena, room);
	uint32_t length = entity_decode_to(decoded, text, mark, in_attribute);

	return str_make(arena_shrink(arena, decoded, room, length), length);
}
