/*
 * entry_xml.c
 *	  An entry in XML: its elements in, a draft out. An element without an end tag ends at the next
 *	  known element, so that it does not swallow the rest of the entry.
 */
#include "feed/content.h"
#include "feed/element.h"
#include "feed/markup.h"
#include "feed/xml_feed.h"
#include "html/tag.h"
#include "html/url.h"

/*
 * Most failed searches for an end tag in one entry; after them, an element ends at the next one
 * without a search. Without a limit the time would be quadratic.
 */
#define MOST_UNCLOSED 8

/* Most elements of one entry that are read. An album of Media RSS has some hundred. */
#define MOST_ELEMENTS 4096

Str
xml_base(Arena *arena, Str base, Str attributes)
{
	Str reference = xml_attribute(arena, attributes, STR("xml:base"));
	Str resolved = reference.len > 0 ? url_resolve(arena, base, reference) : STR_NONE;

	return resolved.data != NULL ? resolved : base;
}

typedef struct EntryReading
{
	XmlFeed *feed;
	Draft draft;
	XmlScan scan;
	int unclosed;
} EntryReading;

/* The element that is read. */
typedef struct EntryElement
{
	XmlToken tag;
	FeedSpace space;
	Str local;
	Str base;
	Str source; /* between its tags */
} EntryElement;

/* ---------------------------------------------------------------- where an element ends */

typedef enum EndRule
{
	END_OPAQUE, /* only its own end tag ends it */
	END_MARKUP, /* so does a start tag of a feed, if HTML has none of that name */
	END_STRICT	/* so does any start tag of a feed */
} EndRule;

static const Element *
element_of(const EntryReading *reading, const XmlToken *tag, FeedSpace *space, Str *local)
{
	*space = spaces_find(&reading->feed->spaces, tag->name, local);
	if (*space == FEED_SPACE_PLAIN && reading->feed->atom)
		*space = FEED_SPACE_ATOM;
	return element_find(*space, *local);
}

/* Can a start tag of this name be part of markup? */
static bool
is_of_markup(Str name)
{
	static const Str others[] = {{"title", 5}, {"link", 4}, {"image", 5}, {"content", 7}};

	return memchr(name.data, ':', name.len) == NULL &&
		   (tag_lookup(name) != TAG_custom || str_is_one_of_ascii(name, others, lengthof(others)));
}

/* Does a start tag end the element that is open before it? */
static bool
ends_before(const EntryReading *reading, const XmlToken *tag, EndRule rule)
{
	FeedSpace space;
	Str local;

	if (rule == END_OPAQUE || (rule == END_MARKUP && is_of_markup(tag->name)))
		return false;
	return element_of(reading, tag, &space, &local) != NULL && space != FEED_SPACE_XHTML;
}

/*
 * Reads up to the end of an element, and moves past it. Returns false, and does not move, if there
 * is none.
 */
static bool
read_source(EntryReading *reading, EntryElement *element, EndRule rule)
{
	XmlScan ahead = reading->scan;
	uint32_t start = ahead.at;
	uint32_t depth = 1;
	XmlToken tag;

	while (xml_scan_next(&ahead, &tag))
	{
		bool same = str_equal_ascii(tag.name, element->tag.name);
		bool ended = tag.kind == XML_SCAN_CLOSE && same && --depth == 0;

		if (ended || (xml_opens(tag.kind) && ends_before(reading, &tag, rule)))
		{
			element->source = str_sub(ahead.text, start, tag.start - start);
			ahead.at = ended ? ahead.at : tag.start;
			reading->scan = ahead;
			return true;
		}
		depth += tag.kind == XML_SCAN_START && same;
	}
	return false;
}

/* The same for an element that ends with the entry at the latest. */
static void
take_source(EntryReading *reading, EntryElement *element, EndRule rule)
{
	if (element->tag.kind == XML_SCAN_EMPTY)
		return;
	if (rule == END_MARKUP && reading->unclosed < MOST_UNCLOSED)
	{
		if (read_source(reading, element, rule))
			return;
		reading->unclosed++;
	}
	if (read_source(reading, element, END_STRICT))
		return;
	element->source = str_sub(reading->scan.text, reading->scan.at, reading->scan.text.len);
	reading->scan.at = reading->scan.text.len;
}

/* The same for an element that is skipped; if it has no end tag, only its start tag is skipped. */
static bool
skip_source(EntryReading *reading, EntryElement *element)
{
	if (element->tag.kind == XML_SCAN_EMPTY)
		return true;
	if (reading->unclosed >= MOST_UNCLOSED)
		return false;
	if (read_source(reading, element, END_OPAQUE))
		return true;
	reading->unclosed++;
	return false;
}

/* ---------------------------------------------------------------- parts of an element */

static Str
attribute(EntryReading *reading, const EntryElement *element, const char *name)
{
	return xml_attribute(reading->draft.arena, element->tag.attributes, str_cstr(name));
}

static Str
value_of(EntryReading *reading, const EntryElement *element)
{
	return content_value(reading->draft.arena, element->source);
}

/* The value of the first child of this name; data NULL if there is none. */
static Str
child_value(EntryReading *reading, Str source, Str name)
{
	XmlScan scan;
	XmlToken tag;

	xml_scan_init(&scan, reading->draft.arena, source);
	while (xml_scan_next(&scan, &tag))
	{
		uint32_t start = scan.at;
		Str local;

		(void) spaces_find(&reading->feed->spaces, tag.name, &local);
		if (tag.kind != XML_SCAN_START || !str_equal_ascii(local, name))
			continue;
		while (xml_scan_next(&scan, &tag) && tag.kind != XML_SCAN_CLOSE)
			;
		return content_value(
			reading->draft.arena,
			str_sub(source, start, (tag.kind == XML_SCAN_CLOSE ? tag.start : scan.at) - start));
	}
	return STR_NONE;
}

/* "dc:rights": the name of an element with the usual prefix of its vocabulary. */
static Str
full_name(EntryReading *reading, const EntryElement *element)
{
	Str prefix = str_cstr(space_prefix(element->space));
	Arena *arena = reading->draft.arena;

	if (element->space == FEED_SPACE_OTHER)
		return str_cut(element->tag.name, 64);
	if (prefix.len == 0 || element->space == FEED_SPACE_ATOM)
		return str_cut(element->local, 64);
	return str_concat(arena, str_concat(arena, prefix, STR(":")), str_cut(element->local, 64));
}

/* Adds what has no column: "thr:in-reply-to/ref" for an attribute. */
static void
add_member(EntryReading *reading, const EntryElement *element, const char *part, Str text)
{
	Str name = full_name(reading, element);
	Arena *arena = reading->draft.arena;

	if (part != NULL)
		name = str_concat(arena, str_concat(arena, name, STR("/")), str_cstr(part));
	draft_member(&reading->draft, name, text);
}

/* ---------------------------------------------------------------- elements */

static void
use_title(EntryReading *reading, const EntryElement *element, uint8_t rank)
{
	Arena *arena = reading->draft.arena;
	FeedForm form = FEED_FORM_HTML;

	if (element->space == FEED_SPACE_ATOM &&
		content_type(arena, element->tag.attributes, CONTENT_TEXT) != CONTENT_HTML)
		form = FEED_FORM_PLAIN;
	draft_title(&reading->draft, value_of(reading, element), form, rank);
}

static void
add_file(EntryReading *reading, const EntryElement *element, Str reference)
{
	FeedEnclosure enclosure = {.type = attribute(reading, element, "type"),
							   .length = attribute(reading, element, "length"),
							   .title = attribute(reading, element, "title")};

	if (enclosure.length.data == NULL)
		enclosure.length = attribute(reading, element, "fileSize");
	enclosure.url = url_resolve(reading->draft.arena, element->base, reference);
	draft_enclosure(&reading->draft, &enclosure);
}

/* The address after "<link/>", written by a program that took it for the void element of HTML. */
static Str
address_after(EntryReading *reading)
{
	XmlScan ahead = reading->scan;
	XmlToken token;

	if (!xml_scan_next(&ahead, &token) || token.kind != XML_SCAN_TEXT)
		return STR_NONE;
	return str_trim(token.text);
}

static void
use_link(EntryReading *reading, const EntryElement *element, uint8_t rank)
{
	Str reference = attribute(reading, element, "href");
	Str rel = attribute(reading, element, "rel");
	Str type = attribute(reading, element, "type");

	if (reference.data == NULL)
		reference = element->tag.kind == XML_SCAN_EMPTY ? address_after(reading)
														: value_of(reading, element);
	if (str_equal_ascii(rel, STR("enclosure")))
		add_file(reading, element, reference);
	else if (rel.len > 0 && !str_equal_ascii(rel, STR("alternate")) &&
			 !str_equal_ascii(rel, STR("canonical")))
		draft_member(&reading->draft,
					 str_concat(reading->draft.arena, STR("link/"), str_cut(rel, 64)),
					 url_resolve(reading->draft.arena, element->base, reference));
	else if (type.len > 0 && str_find_ascii(type, STR("html")) < 0)
		draft_link(&reading->draft, element->base, reference, 1); /* a PDF, a feed of comments */
	else
		draft_link(&reading->draft, element->base, reference, rank);
}

static void
use_guid(EntryReading *reading, const EntryElement *element, uint8_t rank)
{
	Str permanent = attribute(reading, element, "isPermaLink");

	draft_guid(&reading->draft, value_of(reading, element),
			   !str_equal_ascii(permanent, STR("false")), rank);
}

static void
use_author(EntryReading *reading, const EntryElement *element, uint8_t rank)
{
	Str name = child_value(reading, element->source, STR("name"));

	if (name.data == NULL)
		name = value_of(reading, element);
	draft_author(&reading->draft, name, rank);
}

static void
use_date(EntryReading *reading, const EntryElement *element, const Element *row)
{
	bool utc = row->use == ELEMENT_PUBLISHED_UTC || row->use == ELEMENT_UPDATED_UTC;
	Str name = full_name(reading, element);
	Str text = value_of(reading, element);

	if (row->use == ELEMENT_PUBLISHED || row->use == ELEMENT_PUBLISHED_UTC)
		draft_published(&reading->draft, name, text, utc, row->rank);
	else
		draft_updated(&reading->draft, name, text, utc, row->rank);
}

/* Atom has the words for readers in "label", Blogger the kind of entry in a scheme of its own. */
static void
use_tag(EntryReading *reading, const EntryElement *element)
{
	Str text = attribute(reading, element, "label");
	Str scheme = attribute(reading, element, "scheme");

	if (reading->draft.entry.tags.count >= FEED_TAGS)
		return;
	if (str_ends_ascii(scheme, STR("#kind")))
		return;
	if (text.len == 0)
		text = attribute(reading, element, "term");
	if (text.len == 0)
		text = value_of(reading, element);
	draft_tag(&reading->draft, text);
}

/* The markup of an element with its addresses resolved. */
static Str
markup_of(EntryReading *reading, const EntryElement *element)
{
	Arena *arena = reading->draft.arena;
	bool base64 = str_equal_ascii(attribute(reading, element, "mode"), STR("base64"));
	ContentType type = CONTENT_HTML;

	if (element->space == FEED_SPACE_ATOM || element->space == FEED_SPACE_MEDIA)
		type = content_type(arena, element->tag.attributes, CONTENT_TEXT);
	if (element->space == FEED_SPACE_XHTML)
		type = CONTENT_XHTML;
	return markup_absolute(arena, element->base,
						   content_markup(arena, element->source, type, base64));
}

static void
use_html(EntryReading *reading, const EntryElement *element, uint8_t rank)
{
	Str src = element->space == FEED_SPACE_ATOM ? attribute(reading, element, "src") : STR_NONE;

	if (src.data != NULL) /* RFC 4287, 4.1.3.2: the content is elsewhere */
		add_member(reading, element, "src", url_resolve(reading->draft.arena, element->base, src));
	else
		draft_html(&reading->draft, markup_of(reading, element), rank);
}

/* Is a file a picture, by what its element says, or else by the end of its address? */
static bool
is_picture(EntryReading *reading, const EntryElement *element, Str reference)
{
	static const Str ends[] = {{".jpg", 4},	 {".jpeg", 5}, {".png", 4},
							   {".webp", 5}, {".gif", 4},  {".avif", 5}};
	Str medium = attribute(reading, element, "medium");
	Str type = attribute(reading, element, "type");
	Str path = reference;

	if (medium.len > 0 || type.len > 0)
		return str_equal_ascii(medium, STR("image")) || str_starts_ascii(type, STR("image/"));
	for (uint32_t i = 0; i < path.len; i++)
		if (path.data[i] == '?' || path.data[i] == '#')
			path = str_sub(path, 0, i);
	for (size_t i = 0; i < lengthof(ends); i++)
		if (str_ends_ascii(path, ends[i]))
			return true;
	return false;
}

/* The width that a picture declares, in pixels; 0 if none, the greatest if it is the default. */
static uint32_t
width_of(EntryReading *reading, const EntryElement *element)
{
	Str text = str_trim(attribute(reading, element, "width"));
	uint32_t width = 0;

	if (str_equal_ascii(attribute(reading, element, "isDefault"), STR("true")))
		return UINT32_MAX;
	for (uint32_t i = 0; i < text.len && i < 9 && ascii_digit(text.data[i]); i++)
		width = width * 10 + (uint32_t) (text.data[i] - '0');
	return width;
}

static void
use_file(EntryReading *reading, const EntryElement *element)
{
	Str reference = attribute(reading, element, "url");

	if (reference.data == NULL)
		reference = attribute(reading, element, "href");
	if (is_picture(reading, element, reference))
		draft_image_of(&reading->draft, element->base, reference, 8, width_of(reading, element));
	add_file(reading, element, reference);
}

/* Media RSS puts a picture of a film into the element of the film. */
static void
use_media(EntryReading *reading, const EntryElement *element)
{
	XmlScan scan;
	XmlToken tag;

	use_file(reading, element);
	xml_scan_init(&scan, reading->draft.arena, element->source);
	while (xml_scan_next(&scan, &tag))
	{
		Str local;

		if (xml_opens(tag.kind) &&
			spaces_find(&reading->feed->spaces, tag.name, &local) == FEED_SPACE_MEDIA &&
			str_equal_ascii(local, STR("thumbnail")))
			draft_image(&reading->draft, element->base,
						xml_attribute(reading->draft.arena, tag.attributes, STR("url")), 5);
	}
}

static void
use_image(EntryReading *reading, const EntryElement *element, uint8_t rank)
{
	Str reference = attribute(reading, element, "url");

	if (reference.data == NULL)
		reference = attribute(reading, element, "href");
	if (reference.data == NULL)
		reference = child_value(reading, element->source, STR("url"));
	if (reference.data == NULL)
		reference = value_of(reading, element);
	draft_image(&reading->draft, element->base, reference, rank);
}

static void
use_source(EntryReading *reading, const EntryElement *element, uint8_t rank)
{
	draft_site(&reading->draft, child_value(reading, element->source, STR("title")), rank);
	draft_author(&reading->draft, child_value(reading, element->source, STR("name")), 1);
}

static void
use_other(EntryReading *reading, const EntryElement *element)
{
	uint32_t at = 0;
	Str value;
	Str name;
	Str text;

	if (reading->draft.entry.nmembers >= FEED_MEMBERS ||
		(element->source.len == 0 && element->tag.attributes.len == 0))
		return;
	value = value_of(reading, element);
	if (element->source.len > 0 && memchr(element->source.data, '<', element->source.len) != NULL &&
		str_find_polled(reading->draft.arena, element->source, STR("<![CDATA[")) < 0)
		return; /* it has elements of its own */
	add_member(reading, element, NULL, value);
	while (value.len == 0 && reading->draft.entry.nmembers < FEED_MEMBERS &&
		   xml_next_attribute(element->tag.attributes, &at, &name, &text))
		if (!str_starts_ascii(name, STR("xml")))
			draft_member(
				&reading->draft,
				str_concat(reading->draft.arena,
						   str_concat(reading->draft.arena, full_name(reading, element), STR("/")),
						   str_cut(name, 64)),
				xml_attribute(reading->draft.arena, element->tag.attributes, name));
}

/* ---------------------------------------------------------------- the entry */

static EndRule
rule_of(ElementUse use)
{
	switch (use)
	{
		case ELEMENT_HTML:
		case ELEMENT_SUMMARY:
			return END_MARKUP;
		default:
			return END_STRICT;
	}
}

static void
use_element(EntryReading *reading, const EntryElement *element, const Element *row)
{
	Draft *draft = &reading->draft;

	switch (row->use)
	{
		case ELEMENT_TITLE:
			use_title(reading, element, row->rank);
			break;
		case ELEMENT_LINK:
			use_link(reading, element, row->rank);
			break;
		case ELEMENT_GUID:
			use_guid(reading, element, row->rank);
			break;
		case ELEMENT_AUTHOR:
			use_author(reading, element, row->rank);
			break;
		case ELEMENT_PUBLISHED:
		case ELEMENT_PUBLISHED_UTC:
		case ELEMENT_UPDATED:
		case ELEMENT_UPDATED_UTC:
			use_date(reading, element, row);
			break;
		case ELEMENT_TAG:
			use_tag(reading, element);
			break;
		case ELEMENT_TAG_LIST:
			draft_tag_list(draft, value_of(reading, element));
			break;
		case ELEMENT_HTML:
			use_html(reading, element, row->rank);
			break;
		case ELEMENT_SUMMARY:
			draft_summary(draft, markup_of(reading, element), row->rank);
			break;
		case ELEMENT_ENCLOSURE:
			use_file(reading, element);
			break;
		case ELEMENT_MEDIA:
			use_media(reading, element);
			break;
		case ELEMENT_IMAGE:
			use_image(reading, element, row->rank);
			break;
		case ELEMENT_PLAYER:
			add_member(reading, element, NULL, attribute(reading, element, "url"));
			break;
		case ELEMENT_LANGUAGE:
			draft_language(draft, value_of(reading, element), row->rank);
			break;
		case ELEMENT_SITE:
			draft_site(draft, value_of(reading, element), row->rank);
			add_member(reading, element, "url", attribute(reading, element, "url"));
			break;
		case ELEMENT_SOURCE:
			use_source(reading, element, row->rank);
			break;
		case ELEMENT_GROUP:
		case ELEMENT_SKIP:
			break;
	}
}

static void
read_element(EntryReading *reading, EntryElement *element)
{
	const Element *row;

	spaces_declare(&reading->feed->spaces, element->tag.attributes);
	row = element_of(reading, &element->tag, &element->space, &element->local);
	if (row != NULL && row->use == ELEMENT_GROUP)
		return;
	element->base = xml_base(reading->draft.arena, reading->draft.base, element->tag.attributes);
	if (row == NULL || row->use == ELEMENT_SKIP || row->use == ELEMENT_SOURCE ||
		row->use == ELEMENT_MEDIA)
	{
		if (!skip_source(reading, element) && row != NULL && row->use != ELEMENT_MEDIA)
			return;
	}
	else
		take_source(reading, element, rule_of(row->use));
	if (row != NULL)
		use_element(reading, element, row);
	else
		use_other(reading, element);
}

void
entry_read_xml(XmlFeed *feed, Str attributes, Str source)
{
	Arena scratch = arena_scratch(feed->arena);
	EntryReading reading = {.feed = feed};
	uint32_t declared = feed->spaces.count;
	uint32_t elements = 0;
	XmlToken tag;

	spaces_declare(&feed->spaces, attributes);
	draft_begin(&reading.draft, feed->info, &scratch,
				xml_base(&scratch, feed->info->base, attributes));
	draft_language(&reading.draft, xml_attribute(&scratch, attributes, STR("xml:lang")), 6);
	draft_guid(&reading.draft, xml_attribute(&scratch, attributes, STR("rdf:about")), true, 3);
	xml_scan_init(&reading.scan, &scratch, source);
	while (elements < MOST_ELEMENTS && xml_scan_next(&reading.scan, &tag))
		if (xml_opens(tag.kind))
		{
			EntryElement element = {.tag = tag, .source = STR("")};

			read_element(&reading, &element);
			elements++;
		}
	draft_end(&reading.draft);
	arena_free(&scratch);
	feed->spaces.count = declared;
}
