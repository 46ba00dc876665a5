/*
 * mail.c
 *	  See mail.h. A nested multipart is entered when it is met.
 */
#include "html/mail.h"

#include "html/base64.h"
#include "html/header_field.h"

/* A mail may have many images, but the page comes first. */
#define MOST_PARTS 64
#define LONGEST_BOUNDARY 70 /* RFC 2046, 5.1.1 */

/* The relevant header fields of a part, and its content. */
typedef struct MailPart
{
	Str type;
	Str transfer;
	bool is_mime;
	Str body;
} MailPart;

/* ---------------------------------------------------------------- headers */

/* Extends a value by a continuation line: the two are adjacent in the source. */
static Str
continued(Str value, Str line)
{
	return value.data != NULL ? str_make(value.data, (size_t) (line.data + line.len - value.data))
							  : value;
}

/*
 * Reads fields up to the blank line. Returns false if a line is not a field, or if there is no
 * blank line.
 */
static bool
read_header(Str bytes, MailPart *part)
{
	Str rest = str_sub(bytes, 0, LONGEST_HEADER);
	Str *last = NULL;
	Str line;

	*part = (MailPart){0};
	while (header_take_line(&rest, &line))
	{
		Str name;
		Str value;

		if (line.len == 0)
		{
			part->type = str_trim(part->type);
			part->body = str_sub(bytes, (uint32_t) (rest.data - bytes.data), bytes.len);
			return true;
		}
		if (ascii_space(line.data[0]))
		{
			if (last != NULL)
				*last = continued(*last, line);
			continue;
		}
		value = header_field(line, &name);
		if (value.data == NULL)
			return false;
		part->is_mime |= str_equal_ascii(name, STR("mime-version"));
		last = str_equal_ascii(name, STR("content-type")) ? &part->type : NULL;
		if (last != NULL)
			*last = value;
		else if (str_equal_ascii(name, STR("content-transfer-encoding")))
			part->transfer = value;
	}
	return false;
}

/* ---------------------------------------------------------------- parts */

static Str
boundary_of(Str type)
{
	int32_t at = str_find_ascii(type, STR("boundary="));
	Str value;
	uint32_t len = 0;
	char end = ';';

	if (at < 0)
		return STR_NONE;
	value = str_sub(type, (uint32_t) at + 9, type.len);
	if (value.len > 0 && value.data[0] == '"')
	{
		end = '"';
		value = str_sub(value, 1, value.len);
	}
	while (len < value.len && value.data[len] != end &&
		   (end == '"' || !ascii_space(value.data[len])))
		len++;
	return len > 0 && len <= LONGEST_BOUNDARY ? str_sub(value, 0, len) : STR_NONE;
}

/* Does a line that starts with "--" and the boundary begin here? */
static bool
is_boundary(Str text, uint32_t at, Str boundary)
{
	return (at == 0 || text.data[at - 1] == '\n') &&
		   str_starts_ascii(str_sub(text, at, text.len), STR("--")) &&
		   str_equal(str_sub(text, at + 2, boundary.len), boundary);
}

/* Returns where the next boundary line begins, or the end. */
static uint32_t
find_boundary(const Arena *arena, Str text, uint32_t at, Str boundary)
{
	size_t polled = at;

	while (at < text.len && !is_boundary(text, at, boundary))
	{
		const char *next = memchr(text.data + at, '\n', text.len - at);

		arena_poll_at(arena, at, &polled);
		at = next != NULL ? (uint32_t) (next - text.data) + 1 : text.len;
	}
	return at;
}

static bool
is_html(const MailPart *part)
{
	return str_starts_ascii(part->type, STR("text/html")) ||
		   str_starts_ascii(part->type, STR("application/xhtml"));
}

/* Chooses the first HTML part, or else the first text part. Returns false if there is neither. */
static bool
choose_part(const Arena *arena, Str text, Str boundary, MailPart *chosen)
{
	uint32_t at = find_boundary(arena, text, 0, boundary);
	bool any = false;

	for (int i = 0; i < MOST_PARTS && at < text.len; i++)
	{
		const char *line = memchr(text.data + at, '\n', text.len - at);
		uint32_t from = line != NULL ? (uint32_t) (line - text.data) + 1 : text.len;
		uint32_t end = find_boundary(arena, text, from, boundary);
		MailPart part;

		at = end;
		if (!read_header(str_sub(text, from, end - from), &part))
			continue;
		if (is_html(&part) || str_starts_ascii(part.type, STR("multipart/")) ||
			(!any && str_starts_ascii(part.type, STR("text/"))))
		{
			*chosen = part;
			any = true;
		}
		if (any && !str_starts_ascii(part.type, STR("text/plain")))
			break;
	}
	return any;
}

/* ---------------------------------------------------------------- transfer encodings */

static Str
from_quoted_printable(Arena *arena, Str text)
{
	char *out = arena_alloc(arena, text.len);
	size_t len = 0;

	for (uint32_t i = 0; i < text.len; i++)
	{
		int high = i + 2 < text.len ? ascii_hex_value(text.data[i + 1]) : -1;
		int low = i + 2 < text.len ? ascii_hex_value(text.data[i + 2]) : -1;

		if (text.data[i] != '=')
			out[len++] = text.data[i];
		else if (high >= 0 && low >= 0)
		{
			out[len++] = (char) (high * 16 + low);
			i += 2;
		}
		else if (i + 1 < text.len && text.data[i + 1] == '\n')
			i += 1;
		else if (i + 2 < text.len && text.data[i + 1] == '\r' && text.data[i + 2] == '\n')
			i += 2;
		else
			out[len++] = '=';
	}
	return str_make(out, len);
}

bool
mail_open(Arena *arena, Str bytes, Str *page, Str *content_type)
{
	MailPart part;
	Str boundary;

	if (!read_header(bytes, &part) || part.type.data == NULL ||
		(!part.is_mime && part.transfer.data == NULL))
		return false;
	for (int depth = 0; depth < 4 && str_starts_ascii(part.type, STR("multipart/")); depth++)
	{
		boundary = boundary_of(part.type);
		if (boundary.data == NULL || !choose_part(arena, part.body, boundary, &part))
			return false;
	}
	*content_type = part.type;
	*page = part.body;
	if (str_starts_ascii(part.transfer, STR("quoted-printable")))
		*page = from_quoted_printable(arena, part.body);
	else if (str_starts_ascii(part.transfer, STR("base64")))
		*page = base64_decode(arena, part.body);
	return true;
}
