/*
 * date_address.c
 *	  Dates in the page's address and in the address of its lead image. Reads the URLs, adds a
 *	  candidate and sets two months to compare other dates with.
 */
#include "article/date/date_evidence.h"

#define FIRST_YEAR 1990
/* Image numbers look like days of later years: 21121005. */
#define LAST_YEAR 2049

static bool
is_separator(Str url, uint32_t i)
{
	return i < url.len && strchr("/-_.~=", url.data[i]) != NULL;
}

/*
 * Reads the run of digits at byte *i and moves *i after it. Returns its value; -1 if there are no
 * digits or more than 8.
 */
static int32_t
read_figure(Str url, uint32_t *i, uint32_t *digits)
{
	uint32_t start = *i;
	int32_t value = 0;

	while (*i < url.len && ascii_digit(url.data[*i]))
	{
		if (*i - start < 8)
			value = value * 10 + (url.data[*i] - '0');
		(*i)++;
	}
	*digits = *i - start;
	return *digits > 0 && *digits <= 8 ? value : -1;
}

/* Reads what follows a year and a separator: 12/28, 1228, 12. */
static void
read_month_and_day(Str url, uint32_t *i, AddressDate *date)
{
	uint32_t digits;
	uint32_t end = *i;
	int32_t value = read_figure(url, &end, &digits);
	char separator;

	date->month = digits == 4 ? value / 100 : value;
	date->day = digits == 4 ? value % 100 : 0;
	if (digits != 4 && digits > 2)
		date->month = 0;
	*i = end;
	if (digits > 2 || !is_separator(url, end))
		return;
	separator = url.data[end++];
	value = read_figure(url, &end, &digits);
	/* In /2017/12/3-questions the 3 is not a day. */
	if (value <= 31 &&
		(digits == 2 || (digits == 1 && (end == url.len || url.data[end] == separator))))
	{
		date->day = value;
		*i = end;
	}
}

/*
 * Reads the date that begins with the digits at byte *i: /2017/12/28/, 2017-12-28, /2017/1228/,
 * /20171228/, /2017/12/.
 */
static bool
read_address_at(Str url, uint32_t *i, AddressDate *date)
{
	uint32_t digits;
	int32_t value = read_figure(url, i, &digits);

	*date = (AddressDate){value, 0, 0};
	if (digits == 8)
		*date = (AddressDate){value / 10000, value / 100 % 100, value % 100};
	else if (digits == 4 && is_separator(url, *i))
	{
		(*i)++;
		read_month_and_day(url, i, date);
	}
	return date->year >= FIRST_YEAR && date->year <= LAST_YEAR && date->month >= 1 &&
		   date->month <= 12 && date->day >= 0 && date->day <= 31;
}

/* The last date in an address: an archive puts its own date before the address that it keeps. */
static AddressDate
read_address(Str url, Str *raw)
{
	AddressDate last = {0, 0, 0};
	uint32_t i = 0;

	while (i < url.len)
	{
		AddressDate date;
		uint32_t start = i;

		if (!ascii_digit(url.data[i]) || i == 0 || !is_separator(url, i - 1))
		{
			/* skip the rest of a word or number that does not follow a separator */
			while (i < url.len && !is_separator(url, i))
				i++;
			i++;
			continue;
		}
		if (read_address_at(url, &i, &date) && (date.day > 0 || last.day == 0))
		{
			last = date;
			*raw = str_sub(url, start, i - start);
		}
		else
			i = start + 1;
	}
	return last;
}

/*
 * The time at which an image was stored, as shops and blogs append it to its address:
 * ?v=1514465640.
 */
static AddressDate
read_version(Str url, Str *raw)
{
	AddressDate date = {0, 0, 0};
	uint32_t end;

	for (uint32_t i = 1; i < url.len; i = end + 1)
	{
		int64_t seconds = 0;

		for (end = i; end < url.len && ascii_digit(url.data[end]) && end - i < 11; end++)
			seconds = seconds * 10 + (url.data[end] - '0');
		if (end - i != 10 || (url.data[i - 1] != '=' && url.data[i - 1] != '?'))
			continue;
		date_from_days(seconds / DATE_DAY_SECONDS, &date.year, &date.month, &date.day);
		*raw = str_sub(url, i, end - i);
		if (date.year >= FIRST_YEAR && date.year <= LAST_YEAR)
			return date;
	}
	return (AddressDate){0, 0, 0};
}

bool
addresses_latest(const DateEvidence *evidence, int64_t *seconds)
{
	static const AttrId attrs[] = {ATTR_href, ATTR_src};
	const Page *page = &evidence->reader->page;
	bool found = false;

	for (uint32_t i = 0; i < page->nnodes; i++)
		for (int k = 0; k < 2; k++)
		{
			Str value = page_attr(page, i, attrs[k]);
			Str raw;
			AddressDate date = value.len > 0 ? read_address(value, &raw) : (AddressDate){0, 0, 0};
			int64_t begin =
				date.day > 0 ? date_to_days(date.year, date.month, date.day) * DATE_DAY_SECONDS : 0;

			if (date.day > 0 && (!found || begin > *seconds))
			{
				*seconds = begin;
				found = true;
			}
		}
	return found;
}

static void
add_address_date(DateEvidence *evidence, const AddressDate *date, DateRole role, uint64_t features,
				 const char *source, Str raw)
{
	DateFields fields = {.weekday = -1, .hour = -1, .zone = DATE_NO_ZONE};

	if (date->day == 0)
		return;
	fields.year = (int16_t) date->year;
	fields.month = (int8_t) date->month;
	fields.day = (int8_t) date->day;
	evidence_add(evidence, &fields, role, features, source, raw);
}

/* The address that the caller gives, or else the one that the page declares. */
static Str
page_address(const Reader *reader)
{
	uint32_t i = 0;
	const Fact *declared;

	if (reader->options->url.data != NULL)
		return reader->options->url;
	declared = facts_next(&reader->facts, FACT_URL, &i);
	return declared != NULL ? declared->text : STR_NONE;
}

void
addresses_read(DateEvidence *evidence)
{
	uint32_t i = 0;
	Str raw;
	const Fact *image = facts_next(&evidence->reader->facts, FACT_IMAGE, &i);

	evidence->url = read_address(page_address(evidence->reader), &raw);
	add_address_date(evidence, &evidence->url, DATE_PUBLISHED, DATE_BIT(URL_DAY), "URL", raw);
	if (image == NULL)
		return;
	evidence->image = read_address(image->text, &raw);
	if (evidence->image.day == 0 && evidence->image.year == 0)
		evidence->image = read_version(image->text, &raw);
	add_address_date(evidence, &evidence->image, DATE_OTHER, DATE_BIT(IMAGE_DAY), "image URL", raw);
}
