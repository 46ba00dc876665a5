/*
 * numeral.c
 *	  See numeral.h. The text is first copied to a window of plain ASCII, so that the rules below
 *	  need not handle ten kinds of spaces and hyphens.
 */
#include "french/numeral.h"

#include "base/array.h"
#include "french/char_class.h"

/* Characters that may separate two digits of one numeral, with some margin: " heures ". */
#define BEHIND_DIGITS 10

typedef struct Window
{
	char text[NUMERAL_WINDOW + 1];	 /* ends with NUL */
	uint8_t end[NUMERAL_WINDOW + 1]; /* end[i]: byte after the first i characters */
} Window;

/* A run of digits. */
typedef struct Digits
{
	int start;
	int len;
	int value; /* of the first nine digits */
} Digits;

/*
 * Maps e with any accent or above the line to e, and other letters beyond ASCII to q, which no rule
 * knows.
 */
static char
plain_letter(uint32_t code)
{
	if (code < 0x80)
		return (char) code;
	if ((code >= 0xC8 && code <= 0xCB) || (code >= 0xE8 && code <= 0xEB))
		return 'e';
	if (code == 0x1D49) /* ᵉ */
		return 'e';
	return code == 0x02B3 ? 'r' : 'q'; /* ʳ */
}

static char
plain_char(TextChar ch)
{
	uint32_t code = ch.code >= 0xFF01 && ch.code <= 0xFF5E ? ch.code - 0xFEE0 : ch.code;

	switch (ch.class)
	{
		case CLASS_SPACE:
			return code == '\n' || code == '\r' || code == 0x2029 ? '\n' : ' ';
		case CLASS_APOSTROPHE:
			return '\'';
		case CLASS_HYPHEN:
			return '-';
		case CLASS_LETTER:
			return plain_letter(code);
		case CLASS_IDEOGRAPH:
			return '?';
		default:
			return code < 0x80 ? (char) code : '?';
	}
}

static void
window_fill(Window *window, Str text)
{
	uint32_t byte = 0;
	int count = 0;
	int last_digit = 0;

	window->end[0] = 0;
	while (count < NUMERAL_WINDOW && byte < text.len && count - last_digit < BEHIND_DIGITS)
	{
		TextChar ch = text_char_at(text, byte);

		byte = ch.end;
		if (byte > UINT8_MAX)
			break;
		if (ch.class == CLASS_INVISIBLE)
		{
			window->end[count] = (uint8_t) byte;
			continue;
		}
		if (ch.class == CLASS_DIGIT)
			last_digit = count;
		window->text[count++] = plain_char(ch);
		window->end[count] = (uint8_t) byte;
	}
	window->text[count] = '\0';
}

static Digits
digits_at(const Window *window, int start)
{
	Digits digits = {start, 0, 0};

	while (ascii_digit(window->text[start + digits.len]))
	{
		if (digits.len < 9)
			digits.value = digits.value * 10 + (window->text[start + digits.len] - '0');
		digits.len++;
	}
	return digits;
}

/* Is the numeral followed by neither a letter nor a digit? */
static bool
ends_at(const Window *window, int at)
{
	return !ascii_alpha(window->text[at]) && !ascii_digit(window->text[at]);
}

static bool
finish(const Window *window, Numeral *numeral, NumeralKind kind, int at)
{
	numeral->kind = kind;
	numeral->end = window->end[at];
	return true;
}

static bool
date_is_valid(int day, int month)
{
	return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

static bool
finish_date(const Window *window, Numeral *numeral, int day, int month, int year, Digits last)
{
	int at = last.start + last.len;

	/* 10/11/12/13 is not a date */
	if (!ends_at(window, at) || (strchr("/-", window->text[at]) && window->text[at] != '\0' &&
								 ascii_digit(window->text[at + 1])))
		return false;
	numeral->day = day;
	numeral->month = month;
	numeral->year = year;
	return finish(window, numeral, NUMERAL_DATE, at);
}

/* 29/12, both with two digits (1/2 is a half), and 12/2017. */
static bool
read_short_date(const Window *window, Digits first, Digits second, Numeral *numeral)
{
	if (first.len == 2 && second.len == 2 && date_is_valid(first.value, second.value))
		return finish_date(window, numeral, first.value, second.value, 0, second);
	if (first.len <= 2 && second.len == 4 && date_is_valid(1, first.value) &&
		second.value >= 1000 && second.value < 2100)
		return finish_date(window, numeral, 0, first.value, second.value, second);
	return false;
}

/* 29/12/2017, 29.12.2017, 29-12-17, 2017-12-29, 29/12. */
static bool
read_date(const Window *window, Digits first, Numeral *numeral)
{
	char mark = window->text[first.len];
	Digits second;
	Digits third;

	if (mark != '/' && mark != '.' && mark != '-')
		return false;
	second = digits_at(window, first.len + 1);
	if (second.len == 0)
		return false;
	if (window->text[second.start + second.len] != mark ||
		!ascii_digit(window->text[second.start + second.len + 1]))
		return mark == '/' && read_short_date(window, first, second, numeral);
	third = digits_at(window, second.start + second.len + 1);
	if (first.len == 4 && second.len == 2 && third.len == 2 && mark != '.' &&
		date_is_valid(third.value, second.value))
		return finish_date(window, numeral, third.value, second.value, first.value, third);
	/* a two-digit year only if the rest leaves no doubt: 1.2.34 is a version */
	if (first.len <= 2 && second.len <= 2 && date_is_valid(first.value, second.value) &&
		(third.len == 4 || (third.len == 2 && first.len == 2 && second.len == 2)))
		return finish_date(window, numeral, first.value, second.value, third.value, third);
	return false;
}

/* Returns the minutes at a place: two digits up to 59; -1 if there are none. */
static int
minutes_at(const Window *window, int at)
{
	Digits digits = digits_at(window, at);

	return digits.len == 2 && digits.value < 60 && ends_at(window, at + 2) ? digits.value : -1;
}

static bool
finish_hour(const Window *window, Numeral *numeral, int hour, int minute, int at)
{
	numeral->hour = hour;
	numeral->minute = minute;
	return finish(window, numeral, NUMERAL_HOUR, at);
}

/* 13:54 and 13:54:20. */
static bool
read_clock(const Window *window, Digits hour, Numeral *numeral)
{
	int at = hour.len + 1;
	int minute = minutes_at(window, at);

	if (minute < 0)
		return false;
	at += 2;
	if (window->text[at] == ':' && minutes_at(window, at + 1) >= 0)
		at += 3;
	if (window->text[at] == ':' && ascii_digit(window->text[at + 1]))
		return false;
	return finish_hour(window, numeral, hour.value, minute, at);
}

/* 13h54, 13 h 54, 13h, 13 heures 54. */
static bool
read_hour(const Window *window, Digits hour, Numeral *numeral)
{
	int at = hour.len;
	int minute;
	bool word;

	if (hour.len > 2 || hour.value > 24)
		return false;
	if (window->text[at] == ':')
		return read_clock(window, hour, numeral);
	at += window->text[at] == ' ';
	word = strncmp(window->text + at, "heures ", 7) == 0;
	if (!word && ascii_lower(window->text[at]) != 'h')
		return false;
	at += word ? 6 : 1;
	minute = minutes_at(window, at + (window->text[at] == ' '));
	if (minute >= 0)
		return finish_hour(window, numeral, hour.value, minute, at + (window->text[at] == ' ') + 2);
	return !word && ends_at(window, at) && finish_hour(window, numeral, hour.value, -1, at);
}

/* 1er, 1re, 2nd, 2d, 21e, 21ème, 21ièmes. */
static bool
read_ordinal(const Window *window, Digits digits, Numeral *numeral)
{
	static const struct
	{
		const char *suffix;
		int of; /* the only number that takes it; 0: any */
	} suffixes[] = {{"e", 0},  {"eme", 0}, {"ieme", 0}, {"er", 1}, {"ere", 1},
					{"re", 1}, {"nd", 2},  {"nde", 2},	{"de", 2}};
	char letters[8];
	int len = 0;

	while (len < 7 && ascii_alpha(window->text[digits.len + len]))
	{
		letters[len] = ascii_lower(window->text[digits.len + len]);
		len++;
	}
	letters[len] = '\0';
	if (len == 0 || len == 7 || !ends_at(window, digits.len + len))
		return false;
	if (len == 1 && digits.value == 2 && window->text[digits.len] == 'd') /* 2d, not 2D */
		letters[0] = 'e';
	if (len > 1 && letters[len - 1] == 's')
		letters[len - 1] = '\0';
	for (size_t i = 0; i < lengthof(suffixes); i++)
		if (strcmp(letters, suffixes[i].suffix) == 0 &&
			(suffixes[i].of == 0 || suffixes[i].of == digits.value))
		{
			memcpy(numeral->number, window->text, (size_t) digits.len);
			numeral->number[digits.len] = '\0';
			return finish(window, numeral, NUMERAL_ORDINAL, digits.len + len);
		}
	return false;
}

/*
 * Returns the number of groups of three digits after the first ones, all separated by the same
 * mark.
 */
static int
count_groups(const Window *window, int at, char mark)
{
	int count = 0;

	while (window->text[at] == mark && digits_at(window, at + 1).len == 3)
	{
		count++;
		at += 4;
	}
	return count;
}

/*
 * Returns the number of characters of the decimals at a place: a period or comma and digits. 1,2,3
 * has none.
 */
static int
decimals_len(const Window *window, int at)
{
	char mark = window->text[at];
	int len;

	if (mark != '.' && mark != ',')
		return 0;
	len = 1 + digits_at(window, at + 1).len;
	if (len == 1 || (strchr(".,", window->text[at + len]) && window->text[at + len] != '\0' &&
					 ascii_digit(window->text[at + len + 1])))
		return 0;
	return len;
}

/*
 * Copies the digits of a part of the window; with_point: a comma or period among them becomes a
 * period.
 */
static size_t
copy_number(char *out, const char *from, int len, bool with_point)
{
	size_t used = 0;

	for (int i = 0; i < len; i++)
	{
		if (ascii_digit(from[i]))
			out[used++] = from[i];
		else if (with_point)
			out[used++] = '.';
	}
	out[used] = '\0';
	return used;
}

/* Returns how many groups of three follow the first digits; 07 123 456 is a telephone number. */
static int
number_groups(const Window *window, Digits first)
{
	char mark = window->text[first.start + first.len];
	int groups;

	if (first.len > 3 || window->text[first.start] == '0' || mark == '\0' || !strchr(" .,'", mark))
		return 0;
	groups = count_groups(window, first.start + first.len, mark);
	return mark == ',' && groups == 1 ? 0 : groups; /* 1,234 is a decimal number */
}

static void
finish_plain(const Window *window, Digits digits, Numeral *numeral)
{
	copy_number(numeral->number, window->text, digits.len, false);
	finish(window, numeral, NUMERAL_NUMBER, digits.len);
}

/* 1.2.3, 192.168.0.1; not 1.234.567, and not 1.234.567,89. */
static bool
read_version(const Window *window, Digits first, Numeral *numeral)
{
	int at = first.len;
	int points = 0;

	while (window->text[at] == '.' && ascii_digit(window->text[at + 1]))
	{
		at += 1 + digits_at(window, at + 1).len;
		points++;
	}
	if (points < 2 || !ends_at(window, at) || number_groups(window, first) == points)
		return false;
	memcpy(numeral->number, window->text, (size_t) at);
	numeral->number[at] = '\0';
	return finish(window, numeral, NUMERAL_VERSION, at);
}

/* 1 234,56 with any mark between the groups, 47.20; 2.067 is read in both ways. */
static bool
read_number(const Window *window, Digits first, Numeral *numeral)
{
	int at = first.start + first.len;
	int groups = number_groups(window, first);
	bool doubtful = groups == 1 && window->text[at] == '.';
	int whole = at + 4 * groups;
	int decimals;
	size_t used;

	decimals = decimals_len(window, whole);
	if (doubtful && decimals == 0)
	{
		copy_number(numeral->grouped, window->text + first.start, whole - first.start, false);
		copy_number(numeral->number, window->text + first.start, whole - first.start, true);
		return finish(window, numeral, NUMERAL_NUMBER, whole);
	}
	used = copy_number(numeral->number, window->text + first.start, whole - first.start, false);
	copy_number(numeral->number + used, window->text + whole, decimals, true);
	return finish(window, numeral, NUMERAL_NUMBER, whole + decimals);
}

/* Reads groups of digits of these lengths, all separated by one mark, as one number. */
static bool
read_groups(const Window *window, const int *lengths, int count, Numeral *numeral)
{
	char mark = window->text[lengths[0]];
	int at = 0;

	if (mark == '\0' || strchr(" .-", mark) == NULL)
		return false;
	for (int i = 0; i < count; i++)
	{
		if (digits_at(window, at).len != lengths[i])
			return false;
		at += lengths[i];
		if (i + 1 < count && window->text[at++] != mark)
			return false;
	}
	if (!ends_at(window, at) || (window->text[at] == mark && ascii_digit(window->text[at + 1])))
		return false;
	copy_number(numeral->number, window->text, at, false);
	return finish(window, numeral, NUMERAL_NUMBER, at);
}

/* 33 6 12 34 56 78 and 0033 6 ..., as dialled from abroad, is 06 12 34 56 78. */
static bool
read_telephone_from_abroad(const Window *window, Numeral *numeral)
{
	int zeros = window->text[0] == '0' ? 2 : 0;
	const int lengths[] = {2 + zeros, 1, 2, 2, 2, 2};

	if (strncmp(window->text, zeros ? "0033" : "33", (size_t) lengths[0]) != 0 ||
		!read_groups(window, lengths, lengthof(lengths), numeral))
		return false;
	memmove(numeral->number + 1, numeral->number + lengths[0],
			strlen(numeral->number + lengths[0]) + 1);
	numeral->number[0] = '0';
	return true;
}

/* A telephone number, 06 12 34 56 78, and the number of an establishment, 732 829 320 00074. */
static bool
read_long_number(const Window *window, Numeral *numeral)
{
	static const int telephone[] = {2, 2, 2, 2, 2};
	static const int establishment[] = {3, 3, 3, 5};

	return (window->text[0] == '0' && read_groups(window, telephone, 5, numeral)) ||
		   read_groups(window, establishment, 4, numeral) ||
		   read_telephone_from_abroad(window, numeral);
}

void
numeral_read(Str text, bool continued, Numeral *numeral)
{
	Window window;
	Digits first;

	memset(numeral, 0, sizeof(*numeral));
	window_fill(&window, text);
	numeral->negative = window.text[0] == '-';
	first = digits_at(&window, numeral->negative);
	/* a longer run of digits may continue past the window */
	if (first.len == 0 || first.len > NUMERAL_WINDOW / 2)
		return;
	if (continued)
		finish_plain(&window, first, numeral);
	else if (numeral->negative)
		read_number(&window, first, numeral);
	else if (!read_long_number(&window, numeral) && !read_date(&window, first, numeral) &&
			 !read_hour(&window, first, numeral) && !read_ordinal(&window, first, numeral) &&
			 !read_version(&window, first, numeral))
		read_number(&window, first, numeral);
}
