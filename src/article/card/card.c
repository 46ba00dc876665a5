/*
 * card.c
 *	  The fields of an article's card: address, summary, section, keywords and lead image. Reads
 *	  facts, sets fields of struct Article; of several facts the best source wins, unless it cannot
 *	  be true.
 */
#include "article/card/card.h"

#include "article/known.h"
#include "base/array.h"
#include "html/url.h"

/* If another summary starts with one of at least this length, that one was cut short. */
#define MIN_CUT_LENGTH 30

/* ---------------------------------------------------------------- address */

static bool
is_home_page(Str url)
{
	Str path = url_path(url);

	return (path.len == 0 || str_equal(path, STR("/"))) && memchr(url.data, '?', url.len) == NULL;
}

/* A declared address, made absolute; data is NULL if it cannot be the article's. */
static Str
usable_address(const Reader *reader, const Fact *fact, Str address)
{
	Str declared = url_resolve(reader->arena, reader->base_url, fact->text);

	if (declared.data == NULL)
		return STR_NONE;
	if (is_home_page(declared) && address.data != NULL && !is_home_page(address))
		return STR_NONE;
	return declared;
}

static void
read_address(Reader *reader)
{
	static const FactSource sources[] = {FACT_SOURCE_LINK, FACT_SOURCE_OPEN_GRAPH,
										 FACT_SOURCE_JSON_LD, FACT_SOURCE_MICRODATA};
	Str address = url_resolve(reader->arena, STR_NONE, reader->options->url);

	reader->article.url = reader->options->known->url;
	if (reader->article.url.data != NULL)
		return;
	for (size_t i = 0; i < lengthof(sources); i++)
	{
		const Fact *fact = facts_from(&reader->facts, FACT_URL, sources[i]);
		Str declared = fact != NULL ? usable_address(reader, fact, address) : STR_NONE;

		/* weaker declarations are used only if the caller does not know the address */
		if (declared.data == NULL || (i > 1 && address.data != NULL))
			continue;
		reader->article.url = declared;
		return;
	}
	reader->article.url = address;
}

static Str
first_address(Reader *reader, FactKind kind)
{
	uint32_t i = 0;
	const Fact *fact = facts_next(&reader->facts, kind, &i);

	return fact != NULL ? url_resolve(reader->arena, reader->base_url, fact->text) : STR_NONE;
}

/*
 * The length of the common prefix of two addresses, without digits at its end: "page-12" shares its
 * 1 with "page-1".
 */
static uint32_t
shared_length(Str a, Str b)
{
	uint32_t i = 0;

	while (i < a.len && i < b.len && a.data[i] == b.data[i])
		i++;
	while (i > 0 && ascii_digit(a.data[i - 1]))
		i--;
	return i;
}

/*
 * Is the rest of an address after that prefix only a page number: "", "/2", "?page=2", "-2.html"?
 */
static bool
is_page_number(Str rest)
{
	uint32_t digits = 0;
	uint32_t letters = 0;

	for (uint32_t i = 0; i < rest.len; i++)
	{
		digits += ascii_digit(rest.data[i]);
		letters += ascii_alpha(rest.data[i]);
	}
	return digits <= 3 && letters <= 10 && rest.len <= 16;
}

/* Reads rel=next: the article's next page, not the blog's next article. */
static void
read_next_page(Reader *reader)
{
	Str next = first_address(reader, FACT_NEXT_PAGE);
	Str own = reader->article.url;
	uint32_t shared = shared_length(own, next);

	if (next.data != NULL && own.data != NULL &&
		!str_equal(url_comparable(reader->arena, own), url_comparable(reader->arena, next)) &&
		!is_home_page(own) && is_page_number(str_sub(own, shared, own.len)) &&
		is_page_number(str_sub(next, shared, next.len)))
		reader->article.next_page = next;
}

/* ---------------------------------------------------------------- description */

/* A text without the ellipsis that shows that it was cut: "Le maire a […]" becomes "Le maire a". */
static Str
without_ellipsis(Str text)
{
	static const char *const marks[] = {"[…]",	 "[...]", "[&hellip;]", "(…)",
										"(...)", "…",	  "...",		".."};

	for (size_t i = 0; i < lengthof(marks); i++)
		if (str_ends_ascii(text, str_cstr(marks[i])))
			return str_trim(str_sub(text, 0, text.len - (uint32_t) strlen(marks[i])));
	return text;
}

/* The longest declared summary that continues this cut one. */
static Str
uncut(const Reader *reader, Str text)
{
	Str start = without_ellipsis(text);
	Str longest = text;
	const Fact *fact;
	uint32_t i = 0;

	if (start.len < MIN_CUT_LENGTH)
		return text;
	while ((fact = facts_next(&reader->facts, FACT_DESCRIPTION, &i)) != NULL)
		if (without_ellipsis(fact->text).len > without_ellipsis(longest).len &&
			str_starts_ascii(fact->text, start))
			longest = fact->text;
	return longest;
}

static void
read_description(Reader *reader)
{
	static const FactSource sources[] = {FACT_SOURCE_OPEN_GRAPH,  FACT_SOURCE_JSON_LD,
										 FACT_SOURCE_META,		  FACT_SOURCE_TWITTER,
										 FACT_SOURCE_PARSELY,	  FACT_SOURCE_MICRODATA,
										 FACT_SOURCE_DUBLIN_CORE, FACT_SOURCE_JSON_LD_OTHER};

	reader->article.description = reader->options->known->description;
	for (size_t i = 0; reader->article.description.data == NULL && i < lengthof(sources); i++)
	{
		const Fact *fact = facts_from(&reader->facts, FACT_DESCRIPTION, sources[i]);

		if (fact == NULL || str_equal_ascii(fact->text, reader->article.title))
			continue;
		reader->article.description = uncut(reader, fact->text);
	}
}

/* Takes the addresses that the site's rules find. */
static void
obey_rules(Reader *reader)
{
	Article *article = &reader->article;
	Str next = url_resolve(reader->arena, reader->base_url, reader->ruling->next_page);

	if (next.data != NULL)
		article->next_page = next;
	article->single_page =
		url_resolve(reader->arena, reader->base_url, reader->ruling->single_page);
}

void
card_read(Reader *reader)
{
	Site site;

	site_read(&site, reader);
	read_address(reader);
	read_description(reader);
	topic_read(reader, &site);
	lead_image_read(reader);
	reader->article.amp_url = first_address(reader, FACT_AMP_URL);
	read_next_page(reader);
	if (reader->ruling != NULL)
		obey_rules(reader);
}
