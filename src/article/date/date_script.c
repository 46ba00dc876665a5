/*
 * date_script.c
 *	  The dates in scripts, written for the page's programs: {"publishedAt": "2017-12-28"}, or
 *	  ga('set', 'publish_date', …). Reads the scripts, adds candidates.
 *
 * Scripts are half of a page's bytes, so they are read only if the page declares no date itself.
 */
#include "article/date/date_evidence.h"

#include "base/array.h"

/* A page with more publication dates than this in its scripts lists other articles. */
#define NAMES_MAX 12
/*
 * A name or a value longer than this, in bytes, is not a date's: "Thursday, 28 December 2017 13:54
 * GMT+0100".
 */
#define NAME_MAX_BYTES 40
#define VALUE_MAX_BYTES 48

/*
 * Names are searched for by this substring, which all words for publication share; then what may
 * follow it.
 */
#define STEM "ub"
static const Str endings[] = {{"lish", 4}, {"licat", 5}, {"date", 4}, {"_date", 5}, {"-date", 5}};
/* Substrings of names of other things: "last_published_date", "publishDateEnd", "unpublish". */
static const Str other_parts[] = {{"end", 3},		{"last", 4},  {"latest", 6},
								  {"publisher", 9}, {"unpub", 5}, {"update", 6}};

static bool
is_name_byte(char byte)
{
	return ascii_alpha(byte) || ascii_digit(byte) || byte == '_' || byte == '-';
}

/* Quotes, escaped or not, and white space: what surrounds names and values. */
static bool
is_wrapping(char byte)
{
	return byte == '"' || byte == '\'' || byte == '\\' || ascii_space(byte);
}

static uint32_t
skip_wrapping(Str text, uint32_t i)
{
	while (i < text.len && is_wrapping(text.data[i]))
		i++;
	return i;
}

/* The name around the stem at byte i, if it means the date of publication; else data is NULL. */
static Str
name_around(Str text, uint32_t i)
{
	uint32_t start = i;
	uint32_t end = i + 2;
	Str rest = str_sub(text, end, text.len);
	bool publishes = false;
	Str name;

	if (i == 0 || (text.data[i - 1] | 0x20) != 'p')
		return STR_NONE;
	for (size_t k = 0; k < lengthof(endings) && !publishes; k++)
		publishes = str_starts_ascii(rest, endings[k]);
	if (!publishes)
		return STR_NONE;
	while (start > 0 && i - start < NAME_MAX_BYTES && is_name_byte(text.data[start - 1]))
		start--;
	while (end < text.len && end - i < NAME_MAX_BYTES && is_name_byte(text.data[end]))
		end++;
	name = str_sub(text, start, end - start);
	for (size_t k = 0; k < lengthof(other_parts); k++)
		if (str_find_ascii(name, other_parts[k]) >= 0)
			return STR_NONE;
	return name;
}

/* The value assigned to a name that ends at byte i; data is NULL if there is none. */
static Str
value_after(Str text, uint32_t i)
{
	bool quoted;
	uint32_t end;

	i = skip_wrapping(text, i);
	if (i == text.len || strchr(":=,", text.data[i]) == NULL)
		return STR_NONE;
	i = skip_wrapping(text, i + 1);
	if (str_starts_ascii(str_sub(text, i, text.len), STR("new Date(")))
		i = skip_wrapping(text, i + 9);
	quoted = i > 0 && (text.data[i - 1] == '"' || text.data[i - 1] == '\'');
	for (end = i; end < text.len && end - i <= VALUE_MAX_BYTES; end++)
		if (strchr("\"'\\<>;}])\n", text.data[end]) != NULL || (!quoted && text.data[end] == ','))
			return str_sub(text, i, end - i);
	return STR_NONE;
}

/* Reads the name at byte i. Returns the offset at which to continue. */
static uint32_t
read_name(DateEvidence *evidence, Str text, uint32_t i, uint32_t *names)
{
	Str name = name_around(text, i);
	uint32_t end;
	Str value;
	DateFields fields;

	if (name.data == NULL)
		return i + 1;
	end = (uint32_t) (name.data - text.data) + name.len;
	value = value_after(text, end);
	if (value.data == NULL || !date_parse(value, &evidence->habits, &fields) || fields.day == 0)
		return end;
	evidence_add(evidence, &fields, DATE_PUBLISHED,
				 *names == 0 ? DATE_BIT(SCRIPT_FIRST) : DATE_BIT(SCRIPT_OTHER), "script", value);
	(*names)++;
	return end;
}

void
scripts_read(DateEvidence *evidence)
{
	const Page *page = &evidence->reader->page;
	uint32_t names = 0;

	if (evidence_declared(evidence))
		return;
	for (uint32_t k = 0; k < page->nscripts; k++)
	{
		Str text = page->scripts[k].text;
		const char *found = text.data;

		if (page->scripts[k].linked_data)
			continue;
		while (names < NAMES_MAX &&
			   (found = memmem(found, text.data + text.len - found, STEM, 2)) != NULL)
			found = text.data + read_name(evidence, text, (uint32_t) (found - text.data), &names);
	}
}
