/*
 * headline_address.c
 *	  See headline.h: what the address of a link says about the page it leads to.
 */
#include "base/array.h"
#include "article/cue/headline.h"

#include "article/cue/cue.h"

#define CLASS(name) (UINT32_C(1) << CLASS_CUE_##name)

/* An address with this many digits belongs to one article: an id, or the parts of a date. */
#define TELLING_DIGITS 5
/* Minimum length of a short id at the end of a path segment, unless it is a year. */
#define NUMBER_DIGITS 3
/* Minimum size of a slug, such as "un-ponton-de-bois". */
#define SLUG_WORDS 3
#define SLUG_BYTES 12

/*
 * Returns the URL after the last "://" that precedes the query: the address of an archive contains
 * that of the original page.
 */
static Str
without_scheme(Str url)
{
	uint32_t start = 0;

	for (;;)
	{
		int32_t found = str_find(str_sub(url, start, url.len), STR("://"));

		for (uint32_t i = start; found > 0 && i < start + (uint32_t) found; i++)
			if (url.data[i] == '?' || url.data[i] == '#')
				return str_sub(url, start, url.len);
		if (found < 0)
			return str_sub(url, start, url.len);
		start += (uint32_t) found + 3;
	}
}

/*
 * Does a path segment name a service of the site, such as "tag" or "auteur"?  Slugs of several
 * words never do.
 */
static bool
service_part(Str part)
{
	for (uint32_t i = 0; i < part.len; i++)
		if (!ascii_alpha(part.data[i]))
			return false;
	return (class_cues(part) &
			(CLASS(AUTHOR) | CLASS(COMMENT) | CLASS(NEWSLETTER) | CLASS(SHARE) | CLASS(TAGS))) != 0;
}

/*
 * Is the last path segment, or the one before it, the name of a list: "/theme/248",
 * "/issue/may-29"?
 */
static bool
leads_to_list(Str path)
{
	static const Str lists[] = {
		{"about-us", 8},
		{"annonces", 8},
		{"dossier", 7},
		{"dossiers", 8},
		{"emploi", 6},
		{"issue", 5},
		{"issues", 6},
		{"job", 3},
		{"jobs", 4},
		{"recherche", 9},
		{"search", 6},
		{"shop", 4},
		{"stellenangebote", 15},
		{"suche", 5},
		{"thema", 5},
		{"theme", 5},
		{"themes", 6},
	};
	uint32_t end = path.len;

	for (int last = 0; last < 2; last++)
	{
		uint32_t start;

		while (end > 0 && path.data[end - 1] == '/')
			end--;
		start = end;
		while (start > 0 && path.data[start - 1] != '/')
			start--;
		for (size_t i = 0; i < lengthof(lists); i++)
			if (str_equal_ascii(str_sub(path, start, end - start), lists[i]))
				return true;
		end = start;
	}
	return false;
}

/*
 * Does the path contain words that are typical of pages about the site itself: its terms, its
 * newsletters, its subscriptions?
 */
static bool
names_service(Str path)
{
	static const Str names[] = {
		{"abonnement", 10},		  {"abonnieren", 10},  {"conditions-generales", 20},
		{"editorial-policy", 16}, {"-guidelines", 11}, {"mentions-legales", 16},
		{"privacy-policy", 14},	  {"terms-of-", 9},	   {"whatsapp-kanal", 14},
		{"whatsapp-channel", 16},
	};

	for (uint32_t at = 0; at < path.len; at++)
		for (size_t i = 0; i < lengthof(names); i++)
			if (ascii_lower(path.data[at]) == names[i].data[0] &&
				str_starts_ascii(str_sub(path, at, path.len), names[i]))
				return true;
	return false;
}

static bool
slug_part(Str part)
{
	uint32_t words = 0;
	bool inside = false;

	for (uint32_t i = 0; i < part.len; i++)
	{
		char c = part.data[i];
		bool word = ascii_alpha(c) || ascii_digit(c) || c == '%' || (unsigned char) c >= 0x80;

		words += word && !inside;
		inside = word;
	}
	return words >= SLUG_WORDS && part.len >= SLUG_BYTES;
}

/*
 * Returns what one path segment is.  *digits accumulates the digits of all segments so far, except
 * single ones ("mp3").
 */
static AddressKind
part_kind(Str part, uint32_t *digits)
{
	uint32_t run = 0;
	uint32_t longest = 0;
	Str tail;

	for (uint32_t i = 0; i < part.len; i++)
	{
		run = ascii_digit(part.data[i]) ? run + 1 : 0;
		if (run >= 2)
			*digits += run == 2 ? 2 : 1;
		if (run > longest)
			longest = run;
	}
	tail = str_sub(part, part.len - run, run);
	if (longest >= TELLING_DIGITS)
		return ADDRESS_ID;
	if (run >= NUMBER_DIGITS &&
		!(run == 4 && (str_starts_ascii(tail, STR("19")) || str_starts_ascii(tail, STR("20")))))
		return ADDRESS_NUMBERED;
	if (*digits >= TELLING_DIGITS)
		return ADDRESS_NUMBERED;
	return slug_part(part) ? ADDRESS_WORDS : ADDRESS_PLAIN;
}

/* Returns the path of a reference: what follows the host. */
static Str
path_of(Str reference)
{
	Str rest = without_scheme(reference);
	uint32_t start = 0;

	if (rest.len < reference.len)
		while (start < rest.len && rest.data[start] != '/' && rest.data[start] != '?')
			start++;
	return str_sub(rest, start, rest.len);
}

/* Does a reference pass the address of a page on to a service: "share?url=https%3A%2F%2F…"? */
static bool
passes_address(Str reference)
{
	int32_t query = str_find(reference, STR("?"));

	if (query < 0)
		return false;
	reference = str_sub(reference, (uint32_t) query, reference.len);
	return str_find_ascii(reference, STR("http%3a")) >= 0 ||
		   str_find_ascii(reference, STR("https%3a")) >= 0 ||
		   str_find(reference, STR("=http")) >= 0;
}

/*
 * Does a reference lead to a heading within a page ("#how-we-test")?  Campaign parameters have the
 * form "key=value" instead.
 */
static bool
leads_within(Str reference)
{
	int32_t fragment = str_find(reference, STR("#"));

	if (fragment < 0 || fragment + 1 == (int32_t) reference.len)
		return false;
	reference = str_sub(reference, (uint32_t) fragment + 1, reference.len);
	if (str_starts_ascii(reference, STR("comment-")) && reference.len > 8 &&
		ascii_digit(reference.data[8]))
		return false;
	return str_find(reference, STR("-")) >= 0 && str_find(reference, STR("=")) < 0;
}

static bool
parts_address(char c)
{
	return c == '/' || c == '?' || c == '#' || c == '=' || c == '&' || c == '.';
}

AddressKind
headline_address(Str reference)
{
	AddressKind kind = ADDRESS_PLAIN;
	Str path = path_of(reference);
	uint32_t digits = 0;
	uint32_t start = 0;

	for (uint32_t i = 0; i <= path.len; i++)
	{
		Str part = str_sub(path, start, i - start);
		AddressKind part_is;

		if (i < path.len && !parts_address(path.data[i]))
			continue;
		if (service_part(part))
			return ADDRESS_SERVICE;
		part_is = part_kind(part, &digits);
		if (part_is > kind)
			kind = part_is;
		if (i < path.len && path.data[i] == '#')
			break;
		start = i + 1;
	}
	return kind;
}

/*
 * Does the text say whom a job advertisement addresses: "Redakteur (m/w/d)", "Journaliste (H/F)"?
 */
static bool
offers_job(Str text)
{
	static const Str marks[] = {
		{"(f/h)", 5}, {"(h/f)", 5}, {"(m/w/d)", 7}, {"(w/m/d)", 7}, {"(m/f/d)", 7}, {"(m/f)", 5},
	};

	int32_t start = str_find(text, STR("("));

	if (start >= 0)
		text = str_sub(text, (uint32_t) start, text.len);
	for (size_t i = 0; i < lengthof(marks) && start >= 0; i++)
		if (str_find_ascii(text, marks[i]) >= 0)
			return true;
	return false;
}

bool
headline_offers_service(Str text, Str reference)
{
	Str path = path_of(reference);
	uint32_t end = 0;

	while (end < path.len && path.data[end] != '?' && path.data[end] != '#')
		end++;
	path.len = end;
	return offers_job(text) || passes_address(reference) || leads_within(reference) ||
		   names_service(path) || leads_to_list(path);
}

bool
headline_is_index_of(Str index, Str url)
{
	while (index.len > 0 && index.data[index.len - 1] == '/')
		index.len--;
	return url.len > index.len + 1 && url.data[index.len] == '/' &&
		   memcmp(index.data, url.data, index.len) == 0;
}

bool
headline_relative(Str reference)
{
	reference = str_trim(reference);
	for (uint32_t i = 0; i < reference.len; i++)
	{
		if (reference.data[i] == ':')
			return false;
		if (reference.data[i] == '/' || reference.data[i] == '?' || reference.data[i] == '#')
			return i > 0 || reference.data[i] != '#';
	}
	return reference.len > 0;
}

/*
 * Is the label a public second-level domain, under which names are registered: "co" of co.uk?
 * Source: publicsuffix.org, those of several countries.
 */
static bool
registry_label(Str label)
{
	static const Str labels[] = {{"ac", 2},	 {"asso", 4}, {"co", 2},   {"com", 3},
								 {"edu", 3}, {"gob", 3},  {"gouv", 4}, {"gov", 3},
								 {"ne", 2},	 {"net", 3},  {"or", 2},   {"org", 3}};

	for (size_t i = 0; i < lengthof(labels); i++)
		if (str_equal(label, labels[i]))
			return true;
	return false;
}

/* Returns the registered domain of an address: "example.co.uk" for "www.example.co.uk/…". */
static Str
registered_name(Str url)
{
	Str host = without_scheme(url);
	uint32_t end = 0;
	uint32_t start;
	uint32_t label_end;
	int labels = 0;

	while (end < host.len && host.data[end] != '/' && host.data[end] != '?' &&
		   host.data[end] != ':')
		end++;
	start = label_end = end;
	while (start > 0)
	{
		start--;
		if (start > 0 && host.data[start - 1] != '.')
			continue;
		if (++labels >= 2 &&
			(labels > 2 || !registry_label(str_sub(host, start, label_end - start))))
			break;
		label_end = start > 0 ? start - 1 : 0;
	}
	return str_sub(host, start, end - start);
}

bool
headline_same_site(Str a, Str b)
{
	return str_equal_ascii(registered_name(a), registered_name(b));
}
