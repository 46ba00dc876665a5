/*
 * feed_xml.c
 *	  A feed in XML, read twice: first what it says of itself, wherever that stands, then its entries.
 *	  An entry ends with its end tag, with the next entry, or with the feed.
 */
#include "feed/content.h"
#include "feed/xml_feed.h"
#include "html/url.h"

typedef enum RootKind
{
	ROOT_NONE,
	ROOT_RSS,
	ROOT_RDF,
	ROOT_ATOM,
	ROOT_SITEMAP,
	ROOT_SITEMAP_INDEX,
	ROOT_PAGE, /* of HTML: no feed */
	ROOT_COUNT
} RootKind;

static const char *const kind_names[ROOT_COUNT] = {NULL,	  "rss",		   "rdf", "atom",
												   "sitemap", "sitemap index", NULL};

/* An element that begins a feed, or a fragment of one. */
static const struct
{
	Str name;
	RootKind kind;
} roots[] = {
	{{"rss", 3}, ROOT_RSS},		   {{"channel", 7}, ROOT_RSS},
	{{"item", 4}, ROOT_RSS},	   {{"rdf", 3}, ROOT_RDF},
	{{"feed", 4}, ROOT_ATOM},	   {{"entry", 5}, ROOT_ATOM},
	{{"urlset", 6}, ROOT_SITEMAP}, {{"sitemapindex", 12}, ROOT_SITEMAP_INDEX},
	{{"html", 4}, ROOT_PAGE},
};

/* Elements of a feed whose children are not about the feed. */
static const Str others[] = {{"image", 5}, {"textinput", 9}, {"items", 5}};

/* Reads one of the two passes. */
typedef struct FeedPass
{
	XmlFeed *feed;
	XmlScan scan;
	RootKind kind;
	bool entries; /* the second one */
	Str inside;	  /* the element whose children are skipped, or the feed's author; len 0: none */
	uint8_t base_rank;
	uint8_t title_rank;
	Str found_base;
} FeedPass;

Str
xml_base(Arena *arena, Str base, Str attributes)
{
	Str reference = xml_attribute(arena, attributes, STR("xml:base"));
	Str resolved = reference.len > 0 ? url_resolve(arena, base, reference) : STR_NONE;

	return resolved.data != NULL ? resolved : base;
}

/* ---------------------------------------------------------------- what a feed says of itself */

/* Returns the text up to the next tag. */
static Str
next_text(FeedPass *pass)
{
	XmlScan ahead = pass->scan;
	uint32_t start = ahead.at;
	uint32_t end = start;
	XmlToken token;

	while (xml_scan_next(&ahead, &token) &&
		   (token.kind == XML_SCAN_TEXT || token.kind == XML_SCAN_CDATA))
		end = ahead.at;
	return content_value(pass->feed->arena, str_sub(ahead.text, start, end - start));
}

/* Notes an address that references can be resolved against, if the caller gave none. */
static void
note_base(FeedPass *pass, Str reference, uint8_t rank)
{
	Str url = url_resolve(pass->feed->arena, STR_NONE, reference);

	if (url.data == NULL || rank <= pass->base_rank)
		return;
	pass->base_rank = rank;
	pass->found_base = url;
}

static void
read_link(FeedPass *pass, const XmlToken *tag)
{
	Arena *arena = pass->feed->arena;
	Str href = xml_attribute(arena, tag->attributes, STR("href"));
	Str rel = xml_attribute(arena, tag->attributes, STR("rel"));

	if (href.data == NULL)
		href = next_text(pass);
	if (str_equal_ascii(rel, STR("self")))
		note_base(pass, href, 3);
	else if (rel.len == 0 || str_equal_ascii(rel, STR("alternate")))
		note_base(pass, href, 2);
}

static void
read_title(FeedPass *pass, uint8_t rank)
{
	Str title = next_text(pass);

	if (title.len == 0 || rank <= pass->title_rank)
		return;
	pass->title_rank = rank;
	pass->feed->info->title = title;
}

/* WordPress: the logins of its writers, and the names that it shows for them. */
static void
read_login(FeedPass *pass, Str local)
{
	FeedInfo *info = pass->feed->info;

	info->kind = "wordpress";
	if (info->logins == NULL)
		info->logins = arena_array(pass->feed->arena, FeedLogin, FEED_LOGINS);
	if (str_equal_ascii(local, STR("author_login")) && info->nlogins < FEED_LOGINS)
	{
		Str login = next_text(pass);

		info->logins[info->nlogins++] = (FeedLogin){login, login};
	}
	else if (str_equal_ascii(local, STR("author_display_name")) && info->nlogins > 0)
	{
		Str name = next_text(pass);

		if (name.len > 0)
			info->logins[info->nlogins - 1].name = name;
	}
}

static void
read_own_element(FeedPass *pass, const XmlToken *tag)
{
	FeedInfo *info = pass->feed->info;
	Str local;
	FeedSpace space = spaces_find(&pass->feed->spaces, tag->name, &local);

	if (space == FEED_SPACE_WP)
		read_login(pass, local);
	else if (space == FEED_SPACE_DC && str_equal_ascii(local, STR("language")))
		info->language = next_text(pass);
	if (space != FEED_SPACE_PLAIN && space != FEED_SPACE_ATOM)
		return;
	if (str_equal_ascii(local, STR("title")))
		read_title(pass, space == FEED_SPACE_PLAIN ? 2 : 1);
	else if (str_equal_ascii(local, STR("link")))
		read_link(pass, tag);
	else if (str_equal_ascii(local, STR("language")))
		info->language = next_text(pass);
	else if (pass->kind == ROOT_ATOM && str_equal_ascii(local, STR("author")))
		pass->inside = tag->name;
	else if (str_is_one_of_ascii(local, others, lengthof(others)) && tag->kind == XML_SCAN_START)
		pass->inside = tag->name;
}

/* The children of an element: only an author has one that counts. */
static void
read_child(FeedPass *pass, const XmlToken *tag)
{
	Str local;

	if (tag->kind == XML_SCAN_CLOSE && str_equal(tag->name, pass->inside))
		pass->inside = STR("");
	if (!xml_opens(tag->kind))
		return;
	(void) spaces_find(&pass->feed->spaces, pass->inside, &local);
	if (!str_equal_ascii(local, STR("author")))
		return;
	(void) spaces_find(&pass->feed->spaces, tag->name, &local);
	if (str_equal_ascii(local, STR("name")))
		strlist_add(&pass->feed->info->people, pass->feed->arena, next_text(pass));
}

/* ---------------------------------------------------------------- roots and entries */

/* Is this the name of an entry in a feed of this kind? */
static bool
is_entry(RootKind kind, Str local)
{
	if (kind == ROOT_SITEMAP)
		return str_equal_ascii(local, STR("url"));
	if (kind == ROOT_SITEMAP_INDEX)
		return str_equal_ascii(local, STR("sitemap"));
	return str_equal_ascii(local, STR("item")) || str_equal_ascii(local, STR("entry"));
}

static RootKind
root_kind(FeedSpace space, Str local)
{
	for (size_t i = 0; i < lengthof(roots); i++)
		if (str_equal_ascii(roots[i].name, local) &&
			(space <= FEED_SPACE_RDF || roots[i].kind == ROOT_PAGE))
			return roots[i].kind;
	return ROOT_NONE;
}

/* A channel is within RSS or RDF: only the outermost element says which. */
static void
read_root(FeedPass *pass, const XmlToken *tag, RootKind kind)
{
	FeedInfo *info = pass->feed->info;
	Arena *arena = pass->feed->arena;
	Str language;
	Str local;

	(void) spaces_find(&pass->feed->spaces, tag->name, &local);
	if (pass->kind == ROOT_NONE || !str_equal_ascii(local, STR("channel")))
		pass->kind = kind;
	pass->feed->atom = pass->kind == ROOT_ATOM;
	if (pass->entries)
		return;
	if (info->kind == NULL)
		info->kind = kind_names[kind];
	language = xml_attribute(arena, tag->attributes, STR("xml:lang"));
	if (language.data != NULL)
		info->language = language;
	info->base = xml_base(arena, info->base, tag->attributes);
	spaces_declare(&pass->feed->spaces, tag->attributes);
}

/* Does a tag end an entry without its own end tag? */
static bool
ends_entry(FeedPass *pass, const XmlToken *tag, Str local)
{
	RootKind kind;

	if (xml_opens(tag->kind))
		return is_entry(pass->kind, local);
	kind = root_kind(FEED_SPACE_PLAIN, local);
	return kind != ROOT_NONE && kind != ROOT_PAGE && !is_entry(pass->kind, local);
}

/* Moves past the entry whose start tag was read, and returns its source. */
static Str
entry_source(FeedPass *pass, Str name)
{
	uint32_t start = pass->scan.at;
	XmlToken tag;

	while (xml_scan_next(&pass->scan, &tag))
	{
		FeedSpace space;
		Str local;

		if (tag.kind == XML_SCAN_TEXT || tag.kind == XML_SCAN_CDATA)
			continue;
		if (tag.kind == XML_SCAN_CLOSE && str_equal_ascii(tag.name, name))
			return str_sub(pass->scan.text, start, tag.start - start);
		space = spaces_find(&pass->feed->spaces, tag.name, &local);
		if (space > FEED_SPACE_RDF || !ends_entry(pass, &tag, local))
			continue;
		pass->scan.at = tag.start;
		return str_sub(pass->scan.text, start, tag.start - start);
	}
	return str_sub(pass->scan.text, start, pass->scan.text.len);
}

static void
read_entry(FeedPass *pass, const XmlToken *tag)
{
	Str source = tag->kind == XML_SCAN_EMPTY ? STR("") : entry_source(pass, tag->name);

	pass->inside = STR("");
	if (pass->entries)
		entry_read_xml(pass->feed, tag->attributes, source);
}

/* Is this tag the root of a feed? Its name may have a prefix that it declares itself. */
static RootKind
root_of(FeedPass *pass, const XmlToken *tag)
{
	Spaces *spaces = &pass->feed->spaces;
	uint32_t declared = spaces->count;
	FeedSpace space;
	RootKind kind;
	Str local;

	if (!xml_opens(tag->kind))
		return ROOT_NONE;
	if (pass->kind == ROOT_NONE)
		spaces_declare(spaces, tag->attributes);
	space = spaces_find(spaces, tag->name, &local);
	spaces->count = declared;
	kind = root_kind(space, local);
	if (pass->kind != ROOT_NONE && (kind == ROOT_PAGE || is_entry(pass->kind, local)))
		return ROOT_NONE;
	return kind;
}

static void
read_tag(FeedPass *pass, const XmlToken *tag)
{
	RootKind kind = root_of(pass, tag);
	FeedSpace space;
	Str local;

	if (kind != ROOT_NONE)
		read_root(pass, tag, kind);
	space = spaces_find(&pass->feed->spaces, tag->name, &local);
	if (xml_opens(tag->kind) && pass->kind != ROOT_NONE && space <= FEED_SPACE_RDF &&
		is_entry(pass->kind, local))
		read_entry(pass, tag);
	else if (pass->inside.len > 0)
		read_child(pass, tag);
	else if (!pass->entries && xml_opens(tag->kind) && pass->kind != ROOT_NONE)
		read_own_element(pass, tag);
}

static void
read_pass(XmlFeed *feed, Str text, bool entries)
{
	FeedPass pass = {.feed = feed, .entries = entries, .inside = STR("")};
	XmlToken tag;

	xml_scan_init(&pass.scan, feed->arena, text);
	while (pass.kind != ROOT_PAGE && xml_scan_next(&pass.scan, &tag))
		if (tag.kind != XML_SCAN_TEXT && tag.kind != XML_SCAN_CDATA)
			read_tag(&pass, &tag);
	if (feed->info->base.data == NULL)
		feed->info->base = pass.found_base;
}

void
feed_read_xml(FeedInfo *info, Arena *arena, Str text)
{
	XmlFeed feed = {.info = info, .arena = arena};

	read_pass(&feed, text, false);
	if (info->kind == NULL)
		return;
	feed_info_finish(info, arena);
	read_pass(&feed, text, true);
}
