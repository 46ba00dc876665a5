/*
 * sniff.c
 *	  See sniff.h: how bytes begin, and how many of them are text.
 */
#include "html/sniff.h"

#include "base/array.h"
#include "base/utf8.h"

/*
 * Text has at most one control character per this many bytes (WHATWG MIME Sniffing, 3: "binary data
 * byte"). In random bytes one in ten is; a damaged page has a few.
 */
#define BYTES_FOR_ONE_CONTROL 64
/* Text has at most one U+FFFD or private-use character per this many characters. */
#define CHARACTERS_FOR_ONE_BROKEN 4
#define CHARACTERS_LOOK 4096
#define FEWEST_BROKEN 8

typedef struct Magic
{
	uint32_t offset;
	Str bytes;
	const char *mask;
	const char *name;
} Magic;

#define MAGIC(offset, bytes, mask, name) {offset, {bytes, sizeof(mask) - 1}, mask, name},
static const Magic magics[] = {
#include "html/magic_list.h"
};
#undef MAGIC

static bool
has_magic(Str bytes, const Magic *magic)
{
	if (bytes.len < magic->offset + magic->bytes.len)
		return false;
	for (uint32_t i = 0; i < magic->bytes.len; i++)
		if (magic->mask[i] == 'M' && bytes.data[magic->offset + i] != magic->bytes.data[i])
			return false;
	return true;
}

Str
sniff_magic(Str bytes)
{
	for (size_t i = 0; i < lengthof(magics); i++)
		if (has_magic(bytes, &magics[i]))
			return str_cstr(magics[i].name);
	return STR_NONE;
}

bool
sniff_markup(Str bytes)
{
	uint32_t i = str_starts_ascii(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;

	bytes = str_sub(bytes, 0, SNIFF_LOOK);
	while (i < bytes.len && (ascii_space(bytes.data[i]) || bytes.data[i] == '\0'))
		i++;
	return i + 1 < bytes.len && bytes.data[i] == '<' &&
		   (ascii_alpha(bytes.data[i + 1]) || bytes.data[i + 1] == '!' ||
			bytes.data[i + 1] == '?' || bytes.data[i + 1] == '/');
}

static bool
is_control(char c)
{
	unsigned char byte = (unsigned char) c;

	return byte <= 0x08 || byte == 0x0B || (byte >= 0x0E && byte <= 0x1A) ||
		   (byte >= 0x1C && byte <= 0x1F);
}

bool
sniff_binary(Str bytes)
{
	uint32_t controls = 0;
	uint32_t high = 0;
	uint32_t from = 0;

	bytes = str_sub(bytes, 0, SNIFF_LOOK);
	while (from < bytes.len && bytes.data[from] == '\0') /* stray NULs before a page */
		from++;
	if (from > 0 && from == bytes.len)
		return true;
	bytes = str_sub(bytes, from, bytes.len);
	for (uint32_t i = 0; i < bytes.len; i++)
	{
		controls += is_control(bytes.data[i]);
		high += (bytes.data[i] & 0x80) != 0;
	}
	/*
	 * A single control character is an accident, unless the bytes around it are not ASCII text
	 * either.
	 */
	return controls * BYTES_FOR_ONE_CONTROL > bytes.len && (controls > 1 || high * 4 > bytes.len);
}

/* Is this the result of decoding bytes in the wrong encoding? */
static bool
is_broken_text(Str text)
{
	uint32_t characters = 0;
	uint32_t broken = 0;

	for (uint32_t i = 0; i < text.len && characters < CHARACTERS_LOOK; characters++)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);

		broken += c == UTF8_REPLACEMENT || (c >= 0xE000 && c <= 0xF8FF) ||
				  (c >= 0x80 && c < 0xA0 && c != 0x85);
	}
	return broken >= FEWEST_BROKEN && broken * CHARACTERS_FOR_ONE_BROKEN > characters;
}

/* Is a document nothing but the address of one? Longer texts are not looked at. */
static bool
is_address_alone(Str text)
{
	text = str_trim(text);
	if (text.len > SNIFF_LOOK || text.len < 2 || text.data[0] == '/' || !str_is_address(text))
		return false;
	for (uint32_t i = 0; i < text.len; i++)
		if (ascii_space(text.data[i]) || text.data[i] == '<')
			return false;
	return true;
}

Str
sniff_text(Arena *arena, Str text, Str *entry)
{
	Str found = STR_NONE;

	*entry = STR_NONE;
	if (str_starts_ascii(text, STR("<?php"))) /* unless there is markup after it */
		found = sniff_lines(str_sub(text, 5, text.len));
	if (found.data == NULL && sniff_markup(text))
		return sniff_xml(arena, text, entry);
	if (found.data != NULL)
		return found;
	found = sniff_magic(text);
	if (found.data == NULL && (sniff_binary(text) || is_broken_text(text)))
		found = STR("binary");
	if (found.data == NULL)
		found = sniff_armor(text);
	if (found.data == NULL)
		found = sniff_json(text);
	if (found.data == NULL)
		found = sniff_code(arena, text);
	if (found.data == NULL)
		found = sniff_lines(text);
	if (found.data == NULL && is_address_alone(text))
		found = STR("url");
	return found;
}
