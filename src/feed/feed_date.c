/*
 * feed_date.c
 *	  The dates of entries: RFC 822 and its variants, RFC 3339, W3CDTF down to a year alone, and as
 *	  people write them.
 */
#include "feed/draft.h"

/* No feed is older than this; a program without a date prints its year 0, 1 or 1601. */
#define FIRST_YEAR 1700

/* W3CDTF: "2024" is a date. */
static bool
read_year(Str text, DateFields *fields)
{
	int year = 0;

	for (uint32_t i = 0; i < text.len; i++)
	{
		if (!ascii_digit(text.data[i]) || text.len != 4)
			return false;
		year = year * 10 + (text.data[i] - '0');
	}
	*fields = (DateFields){.year = (int16_t) year,
						   .month = 1,
						   .day = 1,
						   .weekday = -1,
						   .hour = -1,
						   .zone = DATE_NO_ZONE};
	return text.len == 4;
}

/* A program without a date prints 1970-01-01 00:00 UTC. */
static bool
is_epoch(const Instant *instant)
{
	return instant->seconds == 0;
}

/*
 * RFC 822 writes "07 Sep 02 09:42:31 EST": returns the date with a year of four digits, as RFC 2822
 * (4.3) completes it; the text itself if it has one.
 */
static Str
with_full_year(Arena *arena, Str text)
{
	uint32_t i = 0;
	uint32_t day;
	uint32_t month;
	uint32_t year;
	StrBuf buf;

	while (i < text.len && !ascii_digit(text.data[i]))
		i++;
	day = str_skip_digits(text, i);
	month = day + 1;
	for (year = month; year < text.len && text.data[year] != ' '; year++)
		if (ascii_digit(text.data[year]))
			return text;
	year++;
	i = str_skip_digits(text, year);
	if (day >= text.len || text.data[day] != ' ' || year == month + 1 || i != year + 2 ||
		i + 3 >= text.len || text.data[i] != ' ' || !ascii_digit(text.data[i + 1]))
		return text;
	strbuf_init(&buf, arena);
	strbuf_add(&buf, str_sub(text, 0, year));
	strbuf_add(&buf, text.data[year] < '5' ? STR("20") : STR("19"));
	strbuf_add(&buf, str_sub(text, year, text.len));
	return strbuf_str(&buf);
}

bool
feed_date(const Draft *draft, Str text, bool utc, Instant *instant)
{
	DateHabits habits = {false, draft->entry.language};
	const FeedOptions *options = draft->feed->options;
	DateFields fields;

	if (habits.language.len == 0)
		habits.language = draft->feed->language;
	if (!read_year(text, &fields) &&
		!date_parse(with_full_year(draft->arena, text), &habits, &fields))
		return false;
	if (fields.year < FIRST_YEAR || fields.relative != DATE_ABSOLUTE)
		return false;
	if (utc && fields.zone == DATE_NO_ZONE)
		fields.zone = 0;
	*instant = (Instant){.source = "feed", .raw = text, .has_time = fields.hour >= 0};
	instant->known = date_resolve(&fields, options->zone_offset, options->zone_context, NULL,
								  &instant->seconds) &&
					 !is_epoch(instant);
	return instant->known;
}
