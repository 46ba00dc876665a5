/*
 * site.c
 *	  See site.h.
 */
#include "article/declared/site.h"

#include "base/array.h"
#include "text/compare.h"
#include "html/url.h"

/* Shorter keys, such as "sz", only match as a whole: as parts, they occur in too many words. */
#define PART_KEY_MIN 4

/*
 * Two names are the same from this share of common letter pairs on; "Le Monde.fr" and "Le Monde"
 * share 0.86.
 */
#define SAME_NAME 0.75f

/* "BBC Sport Africa"; with more words it is a headline that begins with the name. */
#define NAME_WORDS 3

/* A document of a press database begins with the name of its newspaper. */
#define TOP_BLOCKS 8
/* The owner of the copyright is named at the end. */
#define LAST_BLOCKS 12
/* "Accueil" is not a name; neither are shorter links. */
#define SHORTEST_HOME 4

/* A longer text is a slogan, not the name of a site. */
#define NAME_MAX_BYTES 80

void
site_add(Site *site, Arena *arena, Str name)
{
	Str key;

	if (site->count == SITE_MAX_NAMES || name.len == 0 || name.len > NAME_MAX_BYTES ||
		str_find(name, STR("://")) >= 0 || name.data[0] == '@')
		return;
	key = compare_solid_key(arena, name);
	if (key.len == 0)
		return;
	for (uint32_t i = 0; i < site->count; i++)
		if (str_equal(site->keys[i], key))
			return;
	site->names[site->count] = name;
	site->keys[site->count++] = key;
}

/*
 * Returns the original address if this is an archive's, which contains it: the part from the last
 * "http" on.
 */
static Str
own_address(Str url)
{
	for (uint32_t i = url.len; i > 1; i--)
	{
		Str rest = str_sub(url, i - 1, url.len);

		if (ascii_lower(rest.data[0]) != 'h')
			continue;
		if (str_starts_ascii(rest, STR("http://")) || str_starts_ascii(rest, STR("https://")))
			return rest;
	}
	return url;
}

/*
 * Labels under which countries register domains: co.uk, com.ar, gouv.fr (Public Suffix List, the
 * most common).
 */
static bool
is_suffix(Str label)
{
	static const char *const suffixes[] = {"ac",  "co", "com", "edu", "go", "gob", "gouv",
										   "gov", "gv", "ne",  "net", "or", "org"};

	for (size_t i = 0; i < lengthof(suffixes); i++)
		if (str_equal_ascii(label, str_cstr(suffixes[i])))
			return true;
	return false;
}

/* Returns the label before the public suffix: "example" of www.example.co.uk. */
static Str
telling_label(Str host)
{
	uint32_t end = host.len;
	Str label = STR_NONE;

	for (int level = 0; level < 3; level++)
	{
		uint32_t start = end;

		while (start > 0 && host.data[start - 1] != '.')
			start--;
		label = str_sub(host, start, end - start);
		if (start == 0 || level == 2 || (level == 1 && !is_suffix(label)))
			break;
		end = start - 1;
	}
	return label;
}

/* Letters of a class that press databases give to the name of a newspaper: "DocPublicationName". */
static bool
names_publication(Str class)
{
	return str_find_ascii(class, STR("publicationname")) >= 0 ||
		   str_find_ascii(class, STR("publication-name")) >= 0 ||
		   str_find_ascii(class, STR("publication_name")) >= 0;
}

/* "La Gazette, no. 18342": a name ends at a comma that a number follows. */
static Str
without_issue(Str name)
{
	for (uint32_t i = 0; i < name.len; i++)
		if (name.data[i] == ',' || name.data[i] == ';')
		{
			for (uint32_t k = i; k < name.len; k++)
				if (ascii_digit(name.data[k]))
					return str_trim(str_sub(name, 0, i));
		}
	return name;
}

/* The name of the newspaper that a press database prints above an article; data NULL if none. */
static Str
printed_publication(const Reader *reader)
{
	const Page *page = &reader->page;

	for (uint32_t i = 0; i < reader->blocks.count && i < TOP_BLOCKS; i++)
	{
		const Block *block = &reader->blocks.items[i];
		uint32_t node = page->nodes[block->first].parent;

		if (names_publication(reader_class(page, node)) ||
			names_publication(reader_class(page, block->node)))
			return without_issue(block->text);
	}
	return STR_NONE;
}

bool
site_is_home(const Reader *reader, Str href)
{
	Str host = url_host(href);

	if (str_equal(href, STR("/")))
		return true;
	return host.len > 0 && str_equal_ascii(host, url_host(reader->base_url)) &&
		   url_path(href).len <= 1 && memchr(href.data, '?', href.len) == NULL;
}

/*
 * The words of a link to the home page at the top that <title> begins or ends with: "Headline - Le
 * Courrier". data is NULL if there is none.
 */
static Str
home_link(const Reader *reader)
{
	const Page *page = &reader->page;
	Str title = str_trim(page->title);

	for (uint32_t i = 0; i < reader->blocks.count && i < TOP_BLOCKS; i++)
	{
		const Block *block = &reader->blocks.items[i];
		uint32_t link = page_ancestor(page, block->first, TAG_a);

		if (block->link_chars == block->chars && link != PAGE_NONE &&
			block->chars >= SHORTEST_HOME && block->text.len < title.len &&
			site_is_home(reader, page_attr(page, link, ATTR_href)) &&
			(str_ends_ascii(title, block->text) || str_starts_ascii(title, block->text)))
			return block->text;
	}
	return STR_NONE;
}

/* Is a character part of what stands around the owner's name: "© 2024 Le Courrier."? */
static bool
is_around_owner(char c)
{
	return ascii_digit(c) || ascii_space(c) || c == '-' || c == ',' || c == '.' || c == '|';
}

/* Removes a mark of rights from the start of a text, and what is around it; false if there is none. */
static bool
cut_mark(Str *text)
{
	static const Str marks[] = {STR("copyright"), STR("(c)"), STR("\xC2\xA9")};
	bool cut = false;

	for (size_t i = 0; i < lengthof(marks); i++)
		if (str_starts_ascii(*text, marks[i]))
		{
			*text = str_sub(*text, marks[i].len, text->len);
			cut = true;
		}
	while (cut && text->len > 0 && is_around_owner(text->data[0]))
		*text = str_sub(*text, 1, text->len);
	if (cut && str_starts_ascii(*text, STR("by ")))
		*text = str_trim(str_sub(*text, 3, text->len));
	return cut;
}

/*
 * The owner in metadata that claim rights: "Copyright (c) 2007 by The Post. All rights reserved".
 * Other text is a name as it is.
 */
static Str
owner_of(Str text)
{
	Str owner = str_trim(text);
	int32_t stop;

	if (!cut_mark(&owner))
		return text;
	while (cut_mark(&owner))
		continue;
	stop = str_find(owner, STR(". "));
	return str_trim(stop > 0 ? str_sub(owner, 0, (uint32_t) stop) : owner);
}

/*
 * The owner of the copyright that a line at the end of the page claims, if <title> begins or ends
 * with that name: "Headline - Le Courrier", "© 2024 Le Courrier". data is NULL if there is none.
 */
static Str
copyright_owner(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	Str title = str_trim(reader->page.title);

	for (uint32_t i = blocks->count; i > 0 && i + LAST_BLOCKS > blocks->count; i--)
	{
		Str text = blocks->items[i - 1].text;

		if (text.len > NAME_MAX_BYTES || !str_starts_ascii(text, STR("\xC2\xA9")))
			continue;
		text = str_sub(text, 2, text.len);
		while (text.len > 0 && is_around_owner(text.data[0]))
			text = str_sub(text, 1, text.len);
		while (text.len > 0 && is_around_owner(text.data[text.len - 1]))
			text.len--;
		if (text.len >= SHORTEST_HOME && text.len <= title.len &&
			(str_ends_ascii(title, text) || str_starts_ascii(title, text)))
			return text;
	}
	return STR_NONE;
}

void
site_read(Site *site, const Reader *reader)
{
	static const FactSource order[] = {FACT_SOURCE_OPEN_GRAPH, FACT_SOURCE_META,
									   FACT_SOURCE_JSON_LD, FACT_SOURCE_JSON_LD_OTHER};
	const Facts *facts = &reader->facts;
	const Fact *fact;
	uint32_t i;

	memset(site, 0, sizeof(*site));
	for (size_t s = 0; s < lengthof(order); s++)
		if ((fact = facts_from(facts, FACT_SITE_NAME, order[s])) != NULL)
			site_add(site, reader->arena, fact->text);
	for (i = 0; (fact = facts_next(facts, FACT_PUBLISHER, &i)) != NULL;)
		site_add(site, reader->arena, owner_of(fact->text));
	for (i = 0; (fact = facts_next(facts, FACT_SITE_NAME, &i)) != NULL;)
		site_add(site, reader->arena, fact->text);
	if (site->count == 0)
		site_add(site, reader->arena, printed_publication(reader));
	if (site->count == 0)
		site_add(site, reader->arena, home_link(reader));
	if (site->count == 0)
		site_add(site, reader->arena, copyright_owner(reader));
	site->url = own_address(reader->options->url.data ? reader->options->url : reader->base_url);
	site->host = url_host(site->url);
	if (site->host.len > 0)
		site->host = telling_label(site->host);
	site->host_key = compare_solid_key(reader->arena, site->host);
}

static bool
same_name(ComparePairs *name, Str site_key)
{
	Str key = name->key;

	if (str_equal(key, site_key))
		return true;
	if (key.len < PART_KEY_MIN || site_key.len < PART_KEY_MIN)
		return false;
	return compare_pairs_likeness(name, site_key, SAME_NAME) >= SAME_NAME ||
		   (str_find(key, site_key) >= 0 && key.len <= 2 * site_key.len) ||
		   (str_find(site_key, key) >= 0 && site_key.len <= 2 * key.len);
}

/* "MDR Thüringen" on mdr.example: the host followed by one or two words. */
static bool
begins_with_host(const Site *site, Arena *arena, Str text)
{
	Str key = compare_key(arena, text);
	uint32_t len = site->host_key.len;
	uint32_t words = 1;

	for (uint32_t i = 0; i < key.len; i++)
		words += key.data[i] == ' ';
	return len > 1 && words <= NAME_WORDS && key.len > len && key.data[len] == ' ' &&
		   memcmp(key.data, site->host_key.data, len) == 0;
}

bool
site_is(const Site *site, Arena *arena, Str text)
{
	ComparePairs name;
	Str key;

	if (text.len == 0 || text.len > NAME_MAX_BYTES)
		return false;
	key = compare_solid_key(arena, text);
	if (key.len == 0)
		return false;
	compare_pairs_init(&name, key);
	for (uint32_t i = 0; i < site->count; i++)
		if (same_name(&name, site->keys[i]))
			return true;
	/* "Le Courrier", "lecourrier.example": the host with or without its suffix */
	return site->host_key.len > 0 &&
		   (same_name(&name, site->host_key) || begins_with_host(site, arena, text) ||
			(site->host_key.len >= PART_KEY_MIN && key.len <= site->host_key.len + 6 &&
			 str_find(key, site->host_key) >= 0));
}

bool
site_is_called(const Site *site, Arena *arena, Str text)
{
	Str key = compare_solid_key(arena, text);

	for (uint32_t i = 0; i < site->count; i++)
		if (str_equal(key, site->keys[i]))
			return true;
	return site->host_key.len > 0 && str_equal(key, site->host_key);
}

bool
site_address_begins(const Site *site, Arena *arena, Str text)
{
	Str path = url_path(site->url);
	Str key = compare_solid_key(arena, text);
	uint32_t start;

	while (path.len > 0 && path.data[path.len - 1] == '/')
		path.len--;
	for (start = path.len; start > 0 && path.data[start - 1] != '/'; start--)
		;
	path = compare_solid_key(arena, str_sub(path, start, path.len));
	return key.len > 0 && path.len > key.len && memcmp(path.data, key.data, key.len) == 0;
}

Str
site_name(const Site *site)
{
	return site->count > 0 ? site->names[0] : STR_NONE;
}
