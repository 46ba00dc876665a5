/*
 * markup.c
 *	  See markup.h.
 */
#include "feed/markup.h"

#include "base/array.h"
#include "feed/xml_scan.h"
#include "html/entity.h"
#include "html/page.h"
#include "html/url.h"
#include "text/clean.h"

/* Most layers of escapes that are undone: a CMS escapes what its editor has escaped. */
#define MOST_LAYERS 2
/* Bytes decoded between two polls: about a millisecond if all of them are references. */
#define DECODE_STEP 16384
/* The longest reference is shorter than this. */
#define LONGEST_REFERENCE 40

/* The first piece of a text to decode: does not end within a reference. */
static Str
first_piece(Str text)
{
	Str piece = str_cut(text, DECODE_STEP);

	if (piece.len == text.len)
		return piece;
	for (uint32_t i = piece.len; i > piece.len - LONGEST_REFERENCE; i--)
		if (piece.data[i - 1] == '&')
			return str_sub(piece, 0, i - 1);
	return piece;
}

void
markup_decode(StrBuf *buf, Str text)
{
	strbuf_reserve(buf, text.len);
	while (text.len > 0)
	{
		Str piece = first_piece(text);

		arena_poll(buf->arena);
		strbuf_reserve(buf, entity_room(piece));
		buf->len +=
			entity_decode_to(buf->data + buf->len, piece, memchr(piece.data, '&', piece.len), true);
		text = str_sub(text, piece.len, text.len);
	}
}

void
markup_escape(StrBuf *buf, Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		switch (text.data[i])
		{
			case '<':
				strbuf_add(buf, STR("&lt;"));
				break;
			case '>':
				strbuf_add(buf, STR("&gt;"));
				break;
			case '&':
				strbuf_add(buf, STR("&amp;"));
				break;
			default:
				strbuf_add_char(buf, text.data[i]);
		}
}

Str
markup_of_text(Arena *arena, Str text)
{
	StrBuf buf;
	uint32_t lines = 0; /* line ends before the next text */

	strbuf_init(&buf, arena);
	strbuf_add(&buf, STR("<p>"));
	text = str_trim(text);
	for (uint32_t i = 0; i < text.len;)
	{
		const char *newline = memchr(text.data + i, '\n', text.len - i);
		uint32_t end = newline != NULL ? (uint32_t) (newline - text.data) : text.len;
		Str line = str_trim(str_sub(text, i, end - i));

		arena_poll(arena);
		if (line.len > 0 && lines > 0)
			strbuf_add(&buf, lines > 1 ? STR("</p>\n<p>") : STR("<br>\n"));
		lines = line.len > 0 ? 1 : lines + 1;
		markup_escape(&buf, line);
		i = end + 1;
	}
	strbuf_add(&buf, STR("</p>"));
	return text.len > 0 ? strbuf_str(&buf) : STR("");
}

/* ---------------------------------------------------------------- escaped twice */

/* Does a tag of an element of HTML begin with s, after its '<'? */
static bool
is_tag(Str s)
{
	uint32_t from = s.len > 0 && s.data[0] == '/';
	uint32_t end = from;

	while (end < s.len && (ascii_alpha(s.data[end]) || ascii_digit(s.data[end])))
		end++;
	return end > from && end < s.len && strchr(" />&\t\r\n", s.data[end]) != NULL &&
		   tag_lookup(str_sub(s, from, end - from)) != TAG_custom;
}

/* Counts the tags after one of these marks, "<" or "&lt;", up to a limit. */
static uint32_t
count_tags(const Arena *arena, Str markup, Str mark, uint32_t most)
{
	size_t polled = 0;
	uint32_t count = 0;

	for (uint32_t i = 0; i < markup.len && count < most; i += mark.len)
	{
		int32_t found = str_find_polled(arena, str_sub(markup, i, markup.len), mark);

		if (found < 0)
			break;
		i += (uint32_t) found;
		arena_poll_at(arena, i, &polled);
		count += is_tag(str_sub(markup, i + mark.len, markup.len));
	}
	return count;
}

uint32_t
markup_escaped_tags(const Arena *arena, Str markup)
{
	return count_tags(arena, markup, STR("&lt;"), UINT32_MAX);
}

Str
markup_unescaped(Arena *arena, Str markup)
{
	for (int layer = 0; layer < MOST_LAYERS; layer++)
	{
		StrBuf buf;

		if (count_tags(arena, markup, STR("&lt;"), 1) == 0 ||
			count_tags(arena, markup, STR("<"), 1) > 0)
			break;
		strbuf_init(&buf, arena);
		markup_decode(&buf, markup);
		markup = strbuf_str(&buf);
	}
	return markup;
}

/* ---------------------------------------------------------------- the text */

static bool
poll_page(void *arena)
{
	arena_poll(arena);
	return false;
}

Str
markup_as_text(Arena *arena, Str markup)
{
	PageOptions options = {.interrupted = poll_page, .interrupt_context = arena};
	Page page;
	Str text;

	markup = str_cut(markup, MARKUP_TEXT_BYTES);
	if (markup.len == 0)
		return STR_NONE;
	(void) page_parse(&page, arena, markup, &options);
	text = text_clean(arena, page_text(&page, arena, 0));
	return text.len > 0 ? text : STR_NONE;
}

/* ---------------------------------------------------------------- addresses */

/* Markup that is copied with changes. */
typedef struct Rewriting
{
	Arena *arena;
	Str base;
	Str markup;
	StrBuf out;
	uint32_t copied; /* bytes of the markup that are in out, or replaced */
} Rewriting;

/* Does a reference begin with a scheme, or lead to a place of its own page? */
static bool
is_settled(Str reference)
{
	uint32_t i = 0;

	while (i < reference.len && (ascii_alpha(reference.data[i]) || ascii_digit(reference.data[i]) ||
								 strchr("+-.", reference.data[i]) != NULL))
		i++;
	return reference.len == 0 || reference.data[0] == '#' ||
		   (i > 0 && i < reference.len && reference.data[i] == ':');
}

static void
replace(Rewriting *rewriting, Str old, Str new)
{
	uint32_t at = (uint32_t) (old.data - rewriting->markup.data);

	strbuf_add(&rewriting->out,
			   str_sub(rewriting->markup, rewriting->copied, at - rewriting->copied));
	for (uint32_t i = 0; i < new.len; i++)
		if (new.data[i] == '&')
			strbuf_add(&rewriting->out, STR("&amp;"));
		else
			strbuf_add_char(&rewriting->out, new.data[i]);
	rewriting->copied = at + old.len;
}

static void
rewrite_reference(Rewriting *rewriting, Str value)
{
	Str reference;
	Str url;

	if (value.len > XML_LONGEST_VALUE)
		return;
	reference = str_trim(entity_decode(rewriting->arena, value, true));
	if (is_settled(reference))
		return;
	url = url_resolve(rewriting->arena, rewriting->base, reference);
	if (url.data != NULL)
		replace(rewriting, value, url);
}

/* srcset: addresses with widths, "a.jpg 640w, b.jpg 1280w". */
static void
rewrite_set(Rewriting *rewriting, Str value)
{
	bool address = true;

	for (uint32_t i = 0; i < value.len;)
	{
		uint32_t from = i;
		Str word;

		while (i < value.len && !ascii_space(value.data[i]))
			i++;
		word = str_sub(value, from, i - from);
		while (word.len > 0 && word.data[word.len - 1] == ',')
			word.len--;
		if (address && word.len > 0)
			rewrite_reference(rewriting, word);
		address = i > from ? word.len < i - from : address;
		i = str_skip_space(value, i);
	}
}

static void
rewrite_tag(Rewriting *rewriting, Str attributes)
{
	static const Str addresses[] = {{"href", 4},	 {"src", 3},	  {"poster", 6},
									{"data-src", 8}, {"longdesc", 8}, {"cite", 4}};
	static const Str sets[] = {{"srcset", 6}, {"data-srcset", 11}};
	uint32_t at = 0;
	Str name;
	Str value;

	while (xml_next_attribute(attributes, &at, &name, &value))
		if (str_is_one_of_ascii(name, addresses, lengthof(addresses)))
			rewrite_reference(rewriting, value);
		else if (str_is_one_of_ascii(name, sets, lengthof(sets)))
			rewrite_set(rewriting, value);
}

/*
 * Markup longer than this keeps its addresses as they are: it is not an article, and copying its
 * buffer when it grows would take 100 ms that nothing can interrupt.
 */
#define LONGEST_REWRITTEN (16 * 1024 * 1024)

Str
markup_absolute(Arena *arena, Str base, Str markup)
{
	Rewriting rewriting = {.arena = arena, .base = base, .markup = markup};
	XmlScan scan;
	XmlToken token;

	if (base.data == NULL || markup.len > LONGEST_REWRITTEN)
		return markup;
	strbuf_init(&rewriting.out, arena);
	xml_scan_init(&scan, arena, markup);
	while (xml_scan_next(&scan, &token))
		if (xml_opens(token.kind) && token.attributes.len > 0)
			rewrite_tag(&rewriting, token.attributes);
	if (rewriting.copied == 0)
		return markup;
	strbuf_add(&rewriting.out, str_sub(markup, rewriting.copied, markup.len));
	return strbuf_str(&rewriting.out);
}
