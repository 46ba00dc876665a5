/*
 * punycode.c
 *	  See punycode.h. The names of the algorithm's variables and constants are those of RFC 3492.
 */
#include "html/punycode.h"

#include "base/utf8.h"
#include "text/char.h"
#include "text/clean.h"

#define LABEL_BYTES 63
#define IDEOGRAPHIC_FULL_STOP 0x3002 /* separates labels too (UTS 46) */

enum
{
	BASE = 36,
	TMIN = 1,
	TMAX = 26,
	SKEW = 38,
	DAMP = 700,
	INITIAL_BIAS = 72,
	INITIAL_N = 0x80
};

typedef struct Label
{
	uint32_t chars[LABEL_BYTES];
	uint32_t count;
	bool ascii;
	bool too_long;
	bool illegal; /* has a character of ASCII that no host has */
} Label;

bool
punycode_is_ascii(Str host)
{
	for (uint32_t i = 0; i < host.len; i++)
		if ((host.data[i] & 0x80) != 0)
			return false;
	return true;
}

static char
digit(uint32_t value)
{
	return (char) (value < 26 ? 'a' + value : '0' + value - 26);
}

static uint32_t
adapt(uint32_t delta, uint32_t points, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / DAMP : delta / 2;
	delta += delta / points;
	for (; delta > (BASE - TMIN) * TMAX / 2; k += BASE)
		delta /= BASE - TMIN;
	return k + (BASE - TMIN + 1) * delta / (delta + SKEW);
}

static void
add_number(StrBuf *out, uint32_t q, uint32_t bias)
{
	for (uint32_t k = BASE;; k += BASE)
	{
		uint32_t t = k <= bias ? TMIN : k >= bias + TMAX ? TMAX : k - bias;

		if (q < t)
			break;
		strbuf_add_char(out, digit(t + (q - t) % (BASE - t)));
		q = (q - t) / (BASE - t);
	}
	strbuf_add_char(out, digit(q));
}

/* Section 6.3. A label of 63 characters cannot overflow: delta stays below 64 * 0x110000. */
static void
encode(StrBuf *out, const Label *label)
{
	uint32_t n = INITIAL_N;
	uint32_t delta = 0;
	uint32_t bias = INITIAL_BIAS;
	uint32_t basic = 0;
	uint32_t done;

	for (uint32_t i = 0; i < label->count; i++)
		if (label->chars[i] < INITIAL_N)
		{
			strbuf_add_char(out, (char) label->chars[i]);
			basic++;
		}
	done = basic;
	if (basic > 0)
		strbuf_add_char(out, '-');
	for (; done < label->count; delta++, n++)
	{
		uint32_t least = UINT32_MAX;

		for (uint32_t i = 0; i < label->count; i++)
			if (label->chars[i] >= n && label->chars[i] < least)
				least = label->chars[i];
		delta += (least - n) * (done + 1);
		n = least;
		for (uint32_t i = 0; i < label->count; i++)
		{
			delta += label->chars[i] < n;
			if (label->chars[i] != n)
				continue;
			add_number(out, delta, bias);
			bias = adapt(delta, done + 1, done == basic);
			delta = 0;
			done++;
		}
	}
}

/* Reads the label at *at, and moves *at to what follows it and its dot. */
static Label
read_label(Str host, uint32_t *at)
{
	Label label = {.ascii = true};

	while (*at < host.len)
	{
		uint32_t c = utf8_next(host.data, host.len, at);

		if (c == '.' || c == IDEOGRAPHIC_FULL_STOP)
			break;
		c = char_lower(c);
		label.ascii &= c < INITIAL_N;
		label.illegal |= c < INITIAL_N && !ascii_alpha((char) c) && !ascii_digit((char) c) &&
						 c != '-' && c != '_';
		if (label.count < LABEL_BYTES)
			label.chars[label.count++] = c;
		else
			label.too_long = true;
	}
	return label;
}

Str
punycode_host(Arena *arena, Str host)
{
	StrBuf out;

	host = text_clean(arena, host);
	strbuf_init(&out, arena);
	for (uint32_t at = 0; at < host.len;)
	{
		Label label = read_label(host, &at);
		size_t start = out.len;

		if (!label.ascii)
			strbuf_add(&out, STR("xn--"));
		if (label.ascii)
			for (uint32_t i = 0; i < label.count; i++)
				strbuf_add_char(&out, (char) label.chars[i]);
		else
			encode(&out, &label);
		if (label.too_long || label.illegal || out.len - start > LABEL_BYTES)
			return STR_NONE;
		if (at < host.len)
			strbuf_add_char(&out, '.');
	}
	return strbuf_str(&out);
}
