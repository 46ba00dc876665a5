/*
 * encoding_detect.c
 *	  Guesses the encoding of a page that declares none: bytes in, an EncodingId out. ICU's detector
 *	  takes half a microsecond per byte, so it gets at most 2 KB, and only visible text: tags,
 *	  scripts and comments are ASCII in any encoding and only add noise.
 */
#include "html/encoding_internal.h"

#include "base/swar.h"
#include "base/utf8.h"

#include <unicode/ucsdet.h>

#define SAMPLE_SIZE 2048
#define PIECE_SIZE 256 /* of a long text only the pieces with non-ASCII bytes are used */
#define SAMPLE_LOOK (8 * 1024 * 1024) /* at most 20 ms; the text of a page starts well before */
#define UTF16_LOOK 1024				  /* as far as the prescan looks */
#define ICU_MEMORY (64 * 1024)		  /* the detector allocates 26 KB */
#define MOST_ANSWERS 16 /* ICU knows some thirty encodings; the right one is among the first */
#define CHARACTERS_FOR_ONE_REPLACED 8
#define LOWEST_CONFIDENCE 10 /* ICU: 10 is "some bytes fit", see ucsdet's CharsetRecog_sbcs */

typedef struct Sample
{
	char bytes[SAMPLE_SIZE];
	uint32_t len;
} Sample;

/* Printable, or white space. */
static bool
is_ascii(char c)
{
	return (c >= ' ' && c <= '~') || ascii_space(c);
}

EncodingId
encoding_detect_utf16(Str bytes)
{
	uint32_t pairs = (bytes.len < UTF16_LOOK ? bytes.len : UTF16_LOOK) / 2;
	uint32_t little = 0;
	uint32_t big = 0;

	if (pairs == 0 || memchr(bytes.data, '\0', (size_t) pairs * 2) == NULL)
		return ENCODING_UNKNOWN;
	for (uint32_t i = 0; i < pairs; i++)
	{
		char first = bytes.data[2 * i];
		char second = bytes.data[2 * i + 1];

		little += second == '\0' && is_ascii(first);
		big += first == '\0' && is_ascii(second);
	}
	/* Markup makes 2 in 5 of a page's first characters ASCII, even of a Chinese one. */
	if (little * 5 >= pairs * 2 && big * 8 <= little)
		return ENCODING_UTF_16LE;
	if (big * 5 >= pairs * 2 && little * 8 <= big)
		return ENCODING_UTF_16BE;
	return ENCODING_UNKNOWN;
}

static bool
has_high(Str s)
{
	return swar_skip_ascii(s.data, s.data + s.len) < s.data + s.len;
}

static void
take(Sample *sample, Str piece)
{
	uint32_t len = SAMPLE_SIZE - sample->len;

	if (len > piece.len)
		len = piece.len;
	memcpy(sample->bytes + sample->len, piece.data, len);
	sample->len += len;
	if (sample->len < SAMPLE_SIZE)
		sample->bytes[sample->len++] = ' ';
}

/* Samples the pieces of a text that have non-ASCII bytes; cuts them only between characters. */
static void
take_text(Sample *sample, Str text)
{
	while (text.len > 0 && sample->len < SAMPLE_SIZE)
	{
		uint32_t len = text.len < PIECE_SIZE ? text.len : PIECE_SIZE;

		/* No trail byte of a legacy encoding is a space. */
		while (len < text.len && text.data[len] != ' ' && len < 2 * PIECE_SIZE)
			len++;
		if (has_high(str_sub(text, 0, len)))
			take(sample, str_sub(text, 0, len));
		text = str_sub(text, len, text.len);
	}
}

/* Returns the position after the markup at i; skips raw text elements and comments as a whole. */
static uint32_t
after_markup(Str bytes, uint32_t i)
{
	static const struct
	{
		Str start;
		Str end;
	} skipped[] = {{{"<!--", 4}, {"-->", 3}},
				   {{"<script", 7}, {"</script", 8}},
				   {{"<style", 6}, {"</style", 7}},
				   {{"<", 1}, {">", 1}}};
	Str rest = str_sub(bytes, i, bytes.len);

	for (uint32_t kind = 0;; kind++)
		if (str_starts_ascii(rest, skipped[kind].start))
		{
			int32_t end = str_find_ascii(rest, skipped[kind].end);

			return end < 0 ? bytes.len : i + (uint32_t) end + skipped[kind].end.len;
		}
}

static void
take_page(Sample *sample, Str bytes)
{
	uint32_t i = 0;

	while (i < bytes.len && sample->len < SAMPLE_SIZE)
	{
		const char *tag = memchr(bytes.data + i, '<', bytes.len - i);
		uint32_t end = tag ? (uint32_t) (tag - bytes.data) : bytes.len;

		take_text(sample, str_sub(bytes, i, end - i));
		i = tag ? after_markup(bytes, end) : end;
	}
}

/*
 * Does the sample look multi-byte? There, high bytes are adjacent; accented letters are isolated.
 */
static bool
looks_multi_byte(const Sample *sample)
{
	uint32_t high = 0;
	uint32_t followed = 0;

	for (uint32_t i = 0; i < sample->len; i++)
	{
		high += (sample->bytes[i] & 0x80) != 0;
		followed += i + 1 < sample->len && (sample->bytes[i] & sample->bytes[i + 1] & 0x80) != 0;
	}
	return followed * 3 >= high;
}

/* Do the bytes of a sample decode to characters in a multi-byte encoding, with few exceptions? */
static bool
has_characters(EncodingWork *work, const Sample *sample, EncodingId encoding)
{
	Str text = encoding_convert(work, str_make(sample->bytes, sample->len), encoding);
	uint32_t characters = 0;
	uint32_t replaced = 0;

	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);

		characters += c >= 0x80;
		replaced += c == UTF8_REPLACEMENT || (c >= 0xE000 && c <= 0xF8FF); /* private use */
	}
	return replaced * CHARACTERS_FOR_ONE_REPLACED <= characters;
}

/* Can ICU's answer be right for bytes that are neither UTF-8 nor UTF-16? */
static bool
plausible(EncodingWork *work, const Sample *sample, EncodingId encoding)
{
	if (encoding == ENCODING_UNKNOWN || encoding_info[encoding].form == ENCODING_FORM_UTF16)
		return false;
	return encoding_info[encoding].form == ENCODING_FORM_SINGLE_BYTE ||
		   (looks_multi_byte(sample) && has_characters(work, sample, encoding));
}

/* Writes ICU's answers, the likeliest first, and returns how many. The detector is closed again. */
static uint32_t
ask_icu(EncodingWork *work, const Sample *sample, EncodingId answers[MOST_ANSWERS])
{
	UErrorCode status = U_ZERO_ERROR;
	UCharsetDetector *detector;
	const UCharsetMatch **matches = NULL;
	int32_t count = 0;
	uint32_t kept = 0;

	arena_spare(work->arena, ICU_MEMORY);
	detector = ucsdet_open(&status);
	if (detector == NULL) /* may be NULL without an error status, if memory is exhausted */
		arena_exhausted(work->arena);
	if (U_SUCCESS(status))
	{
		ucsdet_setText(detector, sample->bytes, (int32_t) sample->len, &status);
		matches = ucsdet_detectAll(detector, &count, &status);
	}
	for (int32_t i = 0; i < count && kept < MOST_ANSWERS && U_SUCCESS(status); i++)
	{
		if (ucsdet_getConfidence(matches[i], &status) < LOWEST_CONFIDENCE)
			break;
		answers[kept++] = encoding_by_label(str_cstr(ucsdet_getName(matches[i], &status)));
	}
	ucsdet_close(detector);
	if (status == U_MEMORY_ALLOCATION_ERROR)
		arena_exhausted(work->arena);
	return kept;
}

EncodingId
encoding_detect(EncodingWork *work, Str bytes)
{
	EncodingId answers[MOST_ANSWERS];
	uint32_t count;
	Sample sample;

	sample.len = 0;
	take_page(&sample, str_sub(bytes, 0, SAMPLE_LOOK));
	if (sample.len == 0)
		take_text(&sample, bytes); /* all in attributes or scripts, or too far on */
	count = ask_icu(work, &sample, answers);
	for (uint32_t i = 0; i < count; i++)
		if (plausible(work, &sample, answers[i]))
			return answers[i];
	return ENCODING_WINDOWS_1252;
}
