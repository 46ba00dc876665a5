/*
 * date_scan.c
 *	  Finds the dates in running text: text in, dates with their times and cues out, in order.
 *
 * One pass over the tokens. A time of day waits for the date after it ("13h54 le 29/12"). A cue
 * ("Mis à jour") waits for a date, or applies to the one just before it.
 */
#include "date/date_internal.h"

#include "base/swar.h"

/* Tokens from a cue to its date: "Publié par Anne Dupont et Jean-Luc Roy (avec AFP) le 28 …". */
#define CUE_REACH 16
/* Tokens between a cue and the date before it: "28/12/2017 (mis à jour)". */
#define CUE_BACK 2
/* Marks and words between a date and its time: ", à", " - ". */
#define CONNECTORS_MAX 4
/* Tokens between a date and the new time of the same day: "… à 10h, mis à jour à 12h30". */
#define SAME_DAY_REACH 12
/*
 * A long text is read only this many bytes before a digit (the words of a cue and all that may
 * separate them) and after it (the rest of a date in its longest form).
 */
#define FIGURE_REACH 120
#define FIGURE_TAIL 60
/* In a text of at most this many bytes, a date needs no digits: "Publié avant-hier à midi". */
#define WORDS_REACH 64

/* Classes of words that a calendar day may begin with. */
#define DAY_WORDS (UINT32_C(1) << DATE_WORD_MONTH | UINT32_C(1) << DATE_WORD_WEEKDAY)

typedef struct Scan
{
	DateScanner tokens;
	DateFound *found;
	uint32_t count;
	uint32_t max;
	uint32_t last_end; /* the token after the last date found */
	/* a cue that has not met its date yet */
	DateCue cue;
	uint32_t cue_end;
	bool cue_back; /* it directly follows a date that has no cue */
	/* a time that has not met its date yet */
	DateFields time;
	uint32_t time_start; /* byte */
	uint32_t time_end;	 /* token; 0: no time */
} Scan;

static bool
connecting_mark(char mark)
{
	return mark != '\0' && strchr(",-|@/:?(;'", mark) != NULL;
}

/*
 * Skips the marks and words that join a date to its time; sets *spoken if one of them announces a
 * time.
 */
static uint32_t
skip_connectors(DateScanner *tokens, uint32_t i, DateWordClass class, bool *spoken)
{
	for (uint32_t n = 0; n < CONNECTORS_MAX; n++)
	{
		const DateToken *token = token_at(tokens, i);
		uint32_t next = word_parse(tokens, i, class, NULL);

		if (next != 0)
			*spoken = true;
		else if (token->kind == DATE_TOKEN_MARK &&
				 (connecting_mark(token->mark) || (*spoken && token->mark == '.')))
			next = i + 1;
		if (next == 0)
			break;
		i = next;
	}
	return i;
}

/* Parses the time after a date. Returns the token after it, or i if there is none. */
static uint32_t
attach_time_behind(DateScanner *tokens, uint32_t i, DateFields *fields)
{
	bool spoken = false;
	uint32_t at = skip_connectors(tokens, i, DATE_WORD_AT, &spoken);
	uint32_t next = time_parse(tokens, at, spoken || fields->year != 0, fields);

	if (next == 0)
		return i;
	/* After the T of ISO 8601, the meaning of a sign after the time is certain. */
	if (fields->zone == DATE_NO_ZONE && (at = zone_parse(tokens, next, true, fields)) != 0)
		return at;
	return next + token_mark(tokens, next, ')');
}

/* Thu Dec 28 13:54:00 2017: the year after the time. */
static uint32_t
attach_year_behind(DateScanner *tokens, uint32_t i, DateFields *fields)
{
	const DateToken *token = token_at(tokens, i);

	if (fields->year != 0 || fields->hour < 0 || !token_number(tokens, i, 4, 4) ||
		token->value < 1970 || token->value > 2100)
		return i;
	fields->year = (int16_t) token->value;
	return i + 1;
}

static bool
time_waits_for(Scan *scan, uint32_t i)
{
	bool spoken = false;

	if (scan->time_end == 0 || scan->time_end > i || i - scan->time_end > CONNECTORS_MAX)
		return false;
	return skip_connectors(&scan->tokens, scan->time_end, DATE_WORD_ARTICLE, &spoken) == i;
}

static bool
cue_reaches(const Scan *scan, uint32_t i)
{
	return scan->cue != DATE_CUE_NONE && i - scan->cue_end <= CUE_REACH;
}

/* A cue that met no date belongs to the date just before it. */
static void
settle_cue(Scan *scan)
{
	if (scan->cue != DATE_CUE_NONE && scan->cue_back && scan->count > 0)
		scan->found[scan->count - 1].cue = scan->cue;
	scan->cue = DATE_CUE_NONE;
}

static void
emit(Scan *scan, const DateFields *fields, uint32_t start, uint32_t end, uint32_t i, uint32_t next)
{
	DateFound *found = &scan->found[scan->count];

	found->fields = *fields;
	found->start = start;
	found->end = end;
	found->cue = DATE_CUE_NONE;
	if (cue_reaches(scan, i))
	{
		found->cue = scan->cue;
		scan->cue = DATE_CUE_NONE;
	}
	else
		settle_cue(scan);
	scan->count++;
	scan->last_end = next;
	scan->time_end = 0;
}

/* Is the date at token i introduced by an article ("le 29/12") or a cue directly before it? */
static bool
introduced(Scan *scan, uint32_t i)
{
	if (scan->cue != DATE_CUE_NONE && i - scan->cue_end <= 2)
		return true;
	return i > 0 && token_at(&scan->tokens, i - 1)->kind == DATE_TOKEN_WORD &&
		   word_parse(&scan->tokens, i - 1, DATE_WORD_ARTICLE, NULL) == i;
}

/*
 * Is a date in digits without a year credible: does it have a time or a weekday, or is it
 * introduced as one?
 */
static bool
believable(Scan *scan, uint32_t i, uint32_t next, const DateFields *fields, const DateForm *form)
{
	if (!form->weak || fields->hour >= 0 || fields->weekday >= 0)
		return true;
	return !form->ambiguous && introduced(scan, i) &&
		   !word_parse(&scan->tokens, next, DATE_WORD_OF, NULL);
}

/* Is the number at token i of another kind: "version 2.10.12", "ISBN …"? */
static bool
other_number(Scan *scan, uint32_t i)
{
	uint32_t before = i;

	while (before > 0 && i - before < 2 &&
		   token_at(&scan->tokens, before - 1)->kind == DATE_TOKEN_MARK)
		before--;
	return before > 0 && word_parse(&scan->tokens, before - 1, DATE_WORD_NO_DATE, NULL) == before;
}

/* Uses a time that preceded the date if the date has none of its own. */
static uint32_t
attach_time_before(Scan *scan, uint32_t i, DateFields *fields, uint32_t start)
{
	if (fields->hour >= 0 || !time_waits_for(scan, i))
		return start;
	fields->hour = scan->time.hour;
	fields->minute = scan->time.minute;
	fields->second = scan->time.second;
	fields->zone = scan->time.zone;
	return scan->time_start;
}

/* Scans a calendar day at token i, with its time. Returns the token after it, or 0. */
static uint32_t
scan_day(Scan *scan, uint32_t i)
{
	DateScanner *tokens = &scan->tokens;
	uint32_t start = token_at(tokens, i)->start;
	DateFields fields;
	DateForm form;
	uint32_t next = day_parse(tokens, i, &fields, &form);

	if (next == 0 || other_number(scan, i))
		return 0;
	if (fields.day > 0)
	{
		next = attach_time_behind(tokens, next, &fields);
		next = attach_year_behind(tokens, next, &fields);
		start = attach_time_before(scan, i, &fields, start);
	}
	if (!believable(scan, i, next, &fields, &form))
		return 0;
	emit(scan, &fields, start, token_at(tokens, next - 1)->end, i, next);
	return next;
}

static uint32_t
scan_relative(Scan *scan, uint32_t i)
{
	DateScanner *tokens = &scan->tokens;
	uint32_t start = token_at(tokens, i)->start;
	DateFields fields;
	uint32_t next = relative_parse(tokens, i, &fields);

	if (next == 0)
		return 0;
	if (fields.relative == DATE_DAYS_AGO)
	{
		next = attach_time_behind(tokens, next, &fields);
		start = attach_time_before(scan, i, &fields, start);
	}
	emit(scan, &fields, start, token_at(tokens, next - 1)->end, i, next);
	return next;
}

/* "jeudi à 18h": a weekday alone is a date only if it has a time. */
static uint32_t
scan_weekday(Scan *scan, uint32_t i)
{
	DateScanner *tokens = &scan->tokens;
	DateFields fields;
	int weekday;
	uint32_t next = word_parse(tokens, i, DATE_WORD_WEEKDAY, &weekday);
	uint32_t behind;

	if (next == 0)
		return 0;
	fields_clear(&fields);
	fields.relative = DATE_WEEKDAY;
	fields.amount = fields.weekday = (int8_t) weekday;
	behind = attach_time_behind(tokens, next, &fields);
	if (behind == next)
		return 0;
	emit(scan, &fields, token_at(tokens, i)->start, token_at(tokens, behind - 1)->end, i, behind);
	return behind;
}

/* "… à 10h, mis à jour à 12h30": a time alone belongs to the day named just before. */
static bool
same_day_time(Scan *scan, uint32_t i)
{
	return scan->cue != DATE_CUE_NONE && scan->count > 0 && scan->count < scan->max &&
		   scan->cue_end > scan->last_end && i - scan->last_end <= SAME_DAY_REACH;
}

/*
 * Scans a time of day at token i: it is kept for the date after it, or is a new time of the last
 * day.
 */
static uint32_t
scan_time(Scan *scan, uint32_t i)
{
	DateScanner *tokens = &scan->tokens;
	DateFields fields;
	DateFields ahead;
	DateForm form;
	bool spoken = false;
	uint32_t start = token_at(tokens, i)->start;
	uint32_t next;
	uint32_t at;

	fields_clear(&fields);
	next = time_parse(tokens, i, false, &fields);
	if (next == 0)
		return 0;
	scan->time = fields;
	scan->time_start = start;
	scan->time_end = next;
	at = skip_connectors(tokens, next, DATE_WORD_ARTICLE, &spoken);
	if (!same_day_time(scan, i) || day_parse(tokens, at, &ahead, &form) != 0 ||
		relative_parse(tokens, at, &ahead) != 0)
		return next;
	ahead = scan->found[scan->count - 1].fields;
	ahead.hour = fields.hour;
	ahead.minute = fields.minute;
	ahead.second = fields.second;
	if (ahead.relative != DATE_SECONDS_AGO)
		emit(scan, &ahead, start, token_at(tokens, next - 1)->end, i, next);
	return next;
}

/* Scans a cue at token i; it is kept for the date after it. */
static uint32_t
scan_cue(Scan *scan, uint32_t i)
{
	int cue;
	uint32_t next = word_parse(&scan->tokens, i, DATE_WORD_CUE, &cue);

	if (next == 0)
		return 0;
	settle_cue(scan);
	scan->cue = (DateCue) cue;
	scan->cue_end = next;
	scan->cue_back = scan->count > 0 && i - scan->last_end <= CUE_BACK &&
					 scan->found[scan->count - 1].cue == DATE_CUE_NONE;
	return next;
}

/*
 * Is the number at token i followed by something that continues no date or time: "12 personnes",
 * "12 %", "(12)"?
 */
static bool
counts_something(Scan *scan, uint32_t i)
{
	const DateToken *token = token_at(&scan->tokens, i + 1);

	/* "1354 GMT" may have a zone after its four digits, and a year a comma. */
	if (token_at(&scan->tokens, i)->digits == 4)
		return false;
	switch (token->kind)
	{
		case DATE_TOKEN_WORD: /* other scripts may add a prefix */
			return token->found == NULL &&
				   (unsigned char) scan->tokens.text.data[token->start] < 0x80;
		case DATE_TOKEN_MARK:
			return token->mark == '\0' || strchr("./-:'o", token->mark) == NULL;
		default:
			return true;
	}
}

/*
 * Is the number at token i, at the start of a chain of digits or within it ("1/1/1/1", "1.1.1.1",
 * "1:1:1"), followed by something that continues no date and no time of day? Decides at once what
 * each form would otherwise find out in turn.
 */
static bool
chain_goes_on(Scan *scan, uint32_t i)
{
	DateScanner *tokens = &scan->tokens;
	char mark = token_at(tokens, i + 1)->mark;

	switch (mark)
	{
		case ':':
			return !token_number(tokens, i + 2, 2, 2);
		case '\'':
		case 'o':
			return token_at(tokens, i + 2)->kind == DATE_TOKEN_NUMBER;
		case '/':
		case '-':
			return chained_before(tokens, i, false);
		case '.': /* "1.12.30 Uhr" */
			return chained_before(tokens, i, false) &&
				   (!token_number(tokens, i + 2, 2, 2) || token_at(tokens, i + 2)->spaced ||
					(token_mark(tokens, i + 3, '.') && token_number(tokens, i + 4, 1, 4) &&
					 !token_at(tokens, i + 4)->spaced));
		default:
			return false;
	}
}

static uint32_t
scan_number(Scan *scan, uint32_t i)
{
	uint32_t next;

	if (counts_something(scan, i) || chain_goes_on(scan, i))
		return 0;
	next = scan_day(scan, i);
	if (next == 0)
		next = scan_relative(scan, i);
	return next != 0 ? next : scan_time(scan, i);
}

static uint32_t
scan_word(Scan *scan, uint32_t i)
{
	const DateToken *token = token_at(&scan->tokens, i);
	uint32_t classes = token_classes(token);
	uint32_t next = 0;

	/* A Hebrew word may have a prefix before its month. */
	if ((classes & DAY_WORDS) != 0 || (unsigned char) scan->tokens.text.data[token->start] == 0xD7)
		next = scan_day(scan, i);
	if (next != 0 || classes == 0)
		return next;
	next = scan_cue(scan, i);
	if (next == 0)
		next = scan_relative(scan, i);
	if (next == 0)
		next = scan_time(scan, i);
	return next != 0 ? next : scan_weekday(scan, i);
}

/* Scans the whole text. */
static void
scan_all(Scan *scan)
{
	uint32_t i = 0;

	while (scan->count < scan->max)
	{
		uint8_t kind = token_at(&scan->tokens, i)->kind;
		uint32_t next = 0;

		if (kind == DATE_TOKEN_END)
			break;
		if (scan->cue != DATE_CUE_NONE && i - scan->cue_end > CUE_REACH)
			settle_cue(scan);
		if (kind == DATE_TOKEN_NUMBER)
			next = scan_number(scan, i);
		else if (kind == DATE_TOKEN_WORD)
			next = scan_word(scan, i);
		i = next != 0 ? next : i + 1;
	}
	settle_cue(scan);
}

static uint32_t
scan_part(Str part, const DateHabits *habits, DateFound *found, uint32_t max)
{
	Scan scan;

	memset(&scan, 0, offsetof(Scan, tokens.ring));
	scan.count = scan.last_end = scan.cue_end = scan.time_end = 0;
	scan.cue = DATE_CUE_NONE;
	scan.cue_back = false;
	scan.found = found;
	scan.max = max;
	scanner_init(&scan.tokens, part, habits);
	scan_all(&scan);
	return scan.count;
}

/* Does a digit begin at byte i: ASCII, Arabic, Persian, Devanagari, Bengali, Thai, fullwidth? */
static bool
digit_at(Str text, uint32_t i)
{
	unsigned char byte = (unsigned char) text.data[i];
	unsigned char next = i + 1 < text.len ? (unsigned char) text.data[i + 1] : 0;

	if (byte < 0x80)
		return ascii_digit((char) byte);
	if (byte == 0xE0)
		return next == 0xA5 || next == 0xA7 || next == 0xB9;
	return (byte == 0xD9 && next >= 0xA0 && next <= 0xA9) || (byte == 0xDB && next >= 0xB0) ||
		   (byte == 0xEF && next == 0xBC);
}

/* Returns the first byte in [i, end) at which a digit begins, or end. */
static uint32_t
next_figure(Str text, uint32_t i, uint32_t end)
{
	while (i < end)
	{
		bool whole = end - i >= 8;
		uint32_t stop = whole ? i + 8 : end;
		uint64_t eight = whole ? swar_load(text.data + i) : 0;

		if (whole && ((swar_between(eight, '0', '9') | eight) & SWAR_MARKS) == 0)
			i = stop;
		for (; i < stop; i++)
			if (digit_at(text, i))
				return i;
	}
	return end;
}

/*
 * Returns the end of the stretch worth reading: its digits are at most FIGURE_REACH + FIGURE_TAIL
 * bytes apart.
 */
static uint32_t
stretch_end(Str text, uint32_t figure)
{
	uint32_t last = figure;

	while (figure == last)
	{
		uint32_t left = text.len - last - 1;
		uint32_t end =
			left < FIGURE_REACH + FIGURE_TAIL ? text.len : last + 1 + FIGURE_REACH + FIGURE_TAIL;

		figure = next_figure(text, last + 1, end);
		if (figure < end)
			last = figure;
	}
	return last + FIGURE_TAIL < text.len ? last + FIGURE_TAIL : text.len;
}

/*
 * Moves a cut forward to a space, so that it splits no word or character; at worst to the end of
 * the text.
 */
static uint32_t
at_space(Str text, uint32_t byte)
{
	while (byte < text.len && !ascii_space(text.data[byte]))
		byte++;
	return byte;
}

uint32_t
date_scan(Str text, const DateHabits *habits, DateFound *found, uint32_t max)
{
	uint32_t count = 0;
	uint32_t end = 0;

	if (text.len <= WORDS_REACH)
		return scan_part(text, habits, found, max);
	for (uint32_t i = next_figure(text, 0, text.len); i < text.len && count < max;)
	{
		uint32_t start;
		uint32_t n;

		start = i > end + FIGURE_REACH ? at_space(text, i - FIGURE_REACH) : end;
		if (start > i)
			start = i;
		end = at_space(text, stretch_end(text, i));
		n = scan_part(str_sub(text, start, end - start), habits, found + count, max - count);
		for (; n > 0; n--, count++)
		{
			found[count].start += start;
			found[count].end += start;
		}
		i = next_figure(text, end + 1, text.len);
	}
	return count;
}
