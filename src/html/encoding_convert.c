/*
 * encoding_convert.c
 *	  Converts any encoding except UTF-8 to valid UTF-8 without NUL, using ICU's tables; what the
 *	  encoding does not define becomes U+FFFD. No converter is open while the arena allocates:
 *	  single-byte encodings are read into a table first, for the others the largest possible output
 *	  is allocated and the rest given back.
 */
#include "html/encoding_internal.h"

#include "base/swar.h"
#include "base/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#define PIVOT_UNITS 1024 /* UTF-16 between the two converters: fits the L1 cache */

/* ICU callback for undefined sequences: writes U+FFFD, where ICU's own may write U+001A. */
static void
replace(const void *context, UConverterToUnicodeArgs *args, const char *bytes, int32_t len,
		UConverterCallbackReason reason, UErrorCode *status)
{
	const UChar replacement = UTF8_REPLACEMENT;

	(void) context;
	(void) bytes;
	(void) len;
	if (reason > UCNV_IRREGULAR)
		return;
	*status = U_ZERO_ERROR;
	if (args->offsets == NULL && args->target < args->targetLimit)
		*args->target++ = replacement; /* as the call below does, which takes 20 ns */
	else
		ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

/* Returns NULL if ICU does not have the converter, or no memory for it. */
static UConverter *
open_converter(EncodingWork *work, const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(name, &status);

	if (U_FAILURE(status))
	{
		/*
		 * If ICU had no memory for its table of names, which includes the standards, it knows no
		 * converter.
		 */
		work->no_memory |= status == U_MEMORY_ALLOCATION_ERROR || ucnv_countStandards() == 0;
		return NULL;
	}
	ucnv_setToUCallBack(converter, replace, NULL, NULL, NULL, &status);
	return converter;
}

/* Reads the characters of bytes 0x80-0xFF. Returns false if ICU cannot open the converter. */
static bool
read_table(EncodingWork *work, const char *name, UChar table[128])
{
	UConverter *converter = open_converter(work, name);

	if (converter == NULL)
		return false;
	for (int i = 0; i < 128; i++)
	{
		const char byte = (char) (0x80 + i);
		UErrorCode status = U_ZERO_ERROR;
		UChar unit[4];

		table[i] =
			ucnv_toUChars(converter, unit, 4, &byte, 1, &status) == 1 ? unit[0] : UTF8_REPLACEMENT;
	}
	ucnv_close(converter);
	return true;
}

static size_t
count_high(Str bytes)
{
	size_t count = 0;

	for (uint32_t i = 0; i < bytes.len; i++)
		count += (unsigned char) bytes.data[i] >> 7;
	return count;
}

/* Writes the characters of [p, stop). Returns the end of the output. */
static char *
convert_block(char *out, const UChar table[128], const char *p, const char *stop)
{
	while (p < stop)
	{
		const char *high = swar_skip_ascii(p, stop);

		memcpy(out, p, (size_t) (high - p));
		out += high - p;
		for (p = high; p < stop && (*p & 0x80) != 0; p++)
			out += utf8_encode(table[*p & 0x7F], out);
	}
	return out;
}

static Str
convert_single_byte(EncodingWork *work, Str bytes, const char *name)
{
	const char *p = bytes.data;
	const char *end = p + bytes.len;
	UChar table[128];
	size_t room;
	size_t size;
	char *text;
	char *out;

	if (!read_table(work, name, table))
		return STR_NONE;
	/* All are in the Basic Multilingual Plane: at most 3 bytes each. */
	room = bytes.len + 2 * count_high(bytes);
	text = out = arena_alloc(work->arena, room);
	while (p < end && !encoding_stopped(work))
	{
		const char *stop = encoding_block_end(p, end);

		out = convert_block(out, table, p, stop);
		p = stop;
	}
	size = encoding_drop_nul(text, (size_t) (out - text));
	return str_make(arena_shrink(work->arena, text, room, size), size);
}

/* A pair of open converters, and the text between them. */
typedef struct Pipe
{
	UConverter *from;
	UConverter *to;
	UChar pivot[PIVOT_UNITS];
	UChar *pivot_from;
	UChar *pivot_to;
	bool started;
} Pipe;

/* Converts [p, stop) to out, which is large enough. Returns the number of bytes written. */
static size_t
run_block(EncodingWork *work, Pipe *pipe, const char *p, const char *stop, bool last, char *out,
		  size_t room)
{
	UErrorCode status = U_ZERO_ERROR;
	char *target = out;

	ucnv_convertEx(pipe->to, pipe->from, &target, out + room, &p, stop, pipe->pivot,
				   &pipe->pivot_from, &pipe->pivot_to, pipe->pivot + PIVOT_UNITS, !pipe->started,
				   last, &status);
	pipe->started = true;
	work->no_memory |= status == U_MEMORY_ALLOCATION_ERROR;
	return (size_t) (target - out);
}

/*
 * Opens the converters, converts all bytes, and closes them. Returns false if ICU does not have the
 * converter.
 */
static bool
run_all(EncodingWork *work, const char *name, Str bytes, char *out, size_t room, size_t *size)
{
	Pipe pipe = {.from = open_converter(work, name), .to = open_converter(work, "UTF-8")};
	bool opened = pipe.from != NULL && pipe.to != NULL;
	const char *p = bytes.data;
	const char *end = p + bytes.len;

	pipe.pivot_from = pipe.pivot_to = pipe.pivot;
	*size = 0;
	while (opened && p < end && !encoding_stopped(work))
	{
		const char *stop = encoding_block_end(p, end);

		*size += run_block(work, &pipe, p, stop, stop == end, out + *size, room - *size);
		p = stop;
	}
	ucnv_close(pipe.to);
	ucnv_close(pipe.from);
	return opened;
}

/*
 * Upper bound for the UTF-8 length. One byte becomes at most 3 (half-width katakana, U+FFFD); two
 * bytes for a pair of characters at most 6, and four bytes for one character 4. In UTF-16, two
 * bytes become 3, and so does an odd one at the end.
 */
static size_t
most_utf8(Str bytes, EncodingForm form)
{
	return form == ENCODING_FORM_UTF16 ? ((size_t) bytes.len + 1) / 2 * 3 : (size_t) bytes.len * 3;
}

static Str
convert_with_icu(EncodingWork *work, Str bytes, const EncodingInfo *info)
{
	size_t room = most_utf8(bytes, info->form);
	char *text = arena_alloc(work->arena, room);
	size_t size;

	if (!run_all(work, info->converter, bytes, text, room, &size) || work->stopped)
		return STR_NONE;
	size = encoding_drop_nul(text, size);
	return str_make(arena_shrink(work->arena, text, room, size), size);
}

Str
encoding_convert(EncodingWork *work, Str bytes, EncodingId encoding)
{
	const EncodingInfo *info = &encoding_info[encoding];
	Str text = info->form == ENCODING_FORM_SINGLE_BYTE
				   ? convert_single_byte(work, bytes, info->converter)
				   : convert_with_icu(work, bytes, info);

	if (work->no_memory)
		arena_exhausted(work->arena);
	return text;
}
