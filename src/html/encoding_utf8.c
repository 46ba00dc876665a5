/*
 * encoding_utf8.c
 *	  Checks whether bytes are UTF-8, counts broken sequences, and repairs them. Broken sequences
 *	  are those of the WHATWG decoder: each maximal prefix of a character becomes one U+FFFD. The
 *	  repaired text is valid and contains no NUL.
 */
#include "html/encoding_internal.h"

#include "base/swar.h"
#include "text/clean.h"

/*
 * Returns the number of continuation bytes that a lead byte needs, and the range of the first of
 * them (WHATWG); 0 if it is not a lead byte.
 */
static inline int
continuation_of(unsigned char lead, unsigned char *lower, unsigned char *upper)
{
	*lower = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	*upper = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

/*
 * Returns the length of the sequence at p, whose first byte is not ASCII; negative if it is broken.
 */
static inline int
sequence_at(const char *p, const char *end)
{
	unsigned char lower;
	unsigned char upper;
	int more = continuation_of((unsigned char) *p, &lower, &upper);

	if (more == 0)
		return -1;
	for (int i = 1; i <= more; i++)
	{
		if (p + i == end || (unsigned char) p[i] < lower || (unsigned char) p[i] > upper)
			return -i;
		lower = 0x80;
		upper = 0xBF;
	}
	return more + 1;
}

static inline bool
is_trail(char c)
{
	return (c & 0xC0) == 0x80;
}

/*
 * Skips sequences that are always valid and clean: U+00C0-U+02FF, U+0400-U+047F, U+4000-U+9FFF.
 * This is most non-ASCII text. Returns the first byte after them.
 */
static inline const char *
skip_common(const char *p, const char *end)
{
	while (end - p >= 3)
	{
		unsigned char lead = (unsigned char) *p;

		if (((lead >= 0xC3 && lead <= 0xCB) || lead == 0xD0 || lead == 0xD1) && is_trail(p[1]))
			p += 2;
		else if (lead >= 0xE4 && lead <= 0xE9 && is_trail(p[1]) && is_trail(p[2]))
			p += 3;
		else
			break;
	}
	return p;
}

/*
 * Returns where the first broken sequence starts, or, if there is none before "stop", stop or the
 * end of the character there. Sets *clean to false if a character on the way is not clean.
 */
static const char *
skip_valid(const char *p, const char *stop, const char *end, bool *clean)
{
	while (p < stop)
	{
		p = skip_common(swar_skip_ascii(p, stop), stop);
		if (p < stop && (*p & 0x80) != 0)
		{
			int width = sequence_at(p, end);

			if (width < 0)
				break;
			if (*clean)
				*clean = text_is_clean_character(p);
			p += width;
		}
	}
	return p;
}

bool
encoding_is_utf8(EncodingWork *work, Str bytes)
{
	const char *p = bytes.data;
	const char *end = p + bytes.len;

	work->clean = true;
	while (p < end && !encoding_stopped(work))
	{
		const char *stop = encoding_block_end(p, end);

		p = skip_valid(p, stop, end, &work->clean);
		if (p < stop)
			return false;
	}
	return true;
}

/*
 * Counts the sequences that start in [p, stop). Returns the start of the next block. A sequence
 * truncated at the end counts as broken only if nothing before it was valid.
 */
static const char *
survey_block(Utf8Survey *survey, const char *p, const char *stop, const char *end)
{
	while ((p = swar_skip_ascii(p, stop)) < stop)
	{
		int width = sequence_at(p, end);

		if (width > 0)
		{
			survey->valid++;
			survey->trail += (size_t) width - 1;
			p += width;
			continue;
		}
		survey->size += (size_t) (3 + width);
		p -= width;
		if (p < end || survey->valid == 0 || width == -1)
			survey->invalid++;
	}
	return p;
}

Utf8Survey
encoding_survey_utf8(EncodingWork *work, Str bytes, size_t enough)
{
	Utf8Survey survey = {0, 0, 0, bytes.len};
	const char *p = bytes.data;
	const char *end = p + bytes.len;

	while (p < end && survey.valid + survey.invalid < enough && !encoding_stopped(work))
		p = survey_block(&survey, p, encoding_block_end(p, end), end);
	return survey;
}

size_t
encoding_drop_nul(char *text, size_t len)
{
	char *from = len > 0 ? memchr(text, '\0', len) : NULL;
	char *to = from;
	char *end = text + len;

	if (from == NULL)
		return len;
	for (; from < end; from++)
		if (*from != '\0')
			*to++ = *from;
	return (size_t) (to - text);
}

/*
 * Repairs the sequences that start in [*p, stop), moves *p past them, and returns the end of the
 * output.
 */
static char *
repair_block(char *out, const char **p, const char *stop, const char *end)
{
	bool clean = false;

	while (*p < stop)
	{
		const char *broken = skip_valid(*p, stop, end, &clean);

		memcpy(out, *p, (size_t) (broken - *p));
		out += broken - *p;
		*p = broken;
		if (broken < stop)
		{
			memcpy(out, "\xEF\xBF\xBD", 3);
			out += 3;
			*p -= sequence_at(broken, end);
		}
	}
	return out;
}

Str
encoding_repair_utf8(EncodingWork *work, Str bytes)
{
	Utf8Survey survey = encoding_survey_utf8(work, bytes, SIZE_MAX);
	const char *p = bytes.data;
	const char *end = p + bytes.len;
	char *text;
	char *out;

	if (work->stopped)
		return STR_NONE;
	text = out = arena_alloc(work->arena, survey.size);
	while (p < end && !encoding_stopped(work))
		out = repair_block(out, &p, encoding_block_end(p, end), end);
	return str_make(text, encoding_drop_nul(text, (size_t) (out - text)));
}
