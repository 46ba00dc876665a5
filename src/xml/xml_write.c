/*
 * xml_write.c
 *	  See xml_write.h: the whole page, written while it is walked over.
 */
#include "xml/xml_write.h"

#include "base/array.h"
#include "html/whole.h"
#include "xml/xml_out.h"

/* libxml2's parser accepts no text of more than 10 MB in one piece, so comments interrupt it. */
#define LONGEST_TEXT (8 * 1024 * 1024)

/* Longest name of an attribute that is written; each of its characters may take 7 bytes. */
#define LONGEST_NAME 256

/* Bytes that the result may have before the page's size counts. */
#define FREE_BYTES (64 * 1024)

#define SVG_SPACES                                                                                 \
	" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
#define MATHML_SPACES                                                                              \
	" xmlns=\"http://www.w3.org/1998/Math/MathML\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""

typedef struct WrittenElement
{
	Str name; /* as spelled */
	WholeSpace space;
	bool is_void;
} WrittenElement;

typedef struct PageWriter
{
	const Page *page;
	Arena *arena;
	XmlOut out;
	size_t most;	  /* bytes beyond which attributes are left out */
	size_t content;	  /* where the content of the newest element begins */
	size_t text;	  /* bytes of text since the last tag */
	uint32_t skipped; /* open elements that are too deep */
	uint32_t depth;
	WrittenElement open[XML_WRITE_DEPTH];
} PageWriter;

static Str
copy_name(PageWriter *writer, const WholeElement *element)
{
	bool known = element->tag != TAG_custom && element->tag != TAG_pre;
	char *name;

	if (known && element->space == WHOLE_HTML)
		return str_cstr(tag_info[element->tag].name);
	name = arena_alloc(writer->arena, element->name.len);
	whole_spell_element(name, element->name, element->space);
	return str_make(name, element->name.len);
}

/* ---------------------------------------------------------------- attributes */

/* Writes the name of an attribute. Returns false, and writes nothing, for one that XML reserves. */
static bool
write_attr_name(PageWriter *writer, Str name, WholeSpace space)
{
	Str prefix = STR_NONE;

	if (str_starts_ascii(name, STR("xmlns")))
		return false;
	if (str_equal(name, STR("xml:lang")) || str_equal(name, STR("xml:space")))
		prefix = STR("xml:");
	else if (space != WHOLE_HTML && str_starts_ascii(name, STR("xlink:")) && name.len > 6)
		prefix = STR("xlink:");
	strbuf_add_char(&writer->out.buf, ' ');
	strbuf_add(&writer->out.buf, prefix);
	xml_out_name(&writer->out, str_sub(name, prefix.len, name.len));
	return true;
}

static void
write_attrs(PageWriter *writer, const WholeElement *element)
{
	WholeAttrs attrs;
	RawAttr attr;

	whole_attrs(&attrs, writer->page, element->attrs, element->root);
	while (whole_next_attr(&attrs, &attr))
	{
		char spelled[LONGEST_NAME];
		Str name = str_make(spelled, attr.name.text.len);
		Str value;

		if (name.len > LONGEST_NAME || writer->out.buf.len > writer->most)
			continue;
		whole_spell_attr(spelled, attr.name.text, element->space);
		if (!write_attr_name(writer, name, element->space))
			continue;
		value = whole_value(writer->page, writer->arena, &attr);
		xml_out_value(&writer->out, xml_absolute(&writer->out, xml_address_kind(name), value));
	}
}

/* ---------------------------------------------------------------- elements */

static bool
is_declaration(Str name)
{
	static const Str names[] = {{"base", 4}, {"link", 4}, {"meta", 4}};

	return str_is_one_of(name, names, lengthof(names));
}

static WholeSpace
current_space(const PageWriter *writer)
{
	return writer->depth > 0 ? writer->open[writer->depth - 1].space : WHOLE_HTML;
}

/* Declares the namespace of an element if it is not that of its parent. */
static void
write_space(PageWriter *writer, WholeSpace space)
{
	if (space == current_space(writer))
		return;
	if (space == WHOLE_SVG)
		strbuf_add(&writer->out.buf, STR(SVG_SPACES));
	else if (space == WHOLE_MATHML)
		strbuf_add(&writer->out.buf, STR(MATHML_SPACES));
	else
		strbuf_add(&writer->out.buf, STR(" xmlns=\"\""));
}

static void
visit_start(void *context, const WholeElement *element)
{
	PageWriter *writer = context;
	WrittenElement written = {.space = element->space};

	if (writer->depth == XML_WRITE_DEPTH)
	{
		writer->skipped++;
		return;
	}
	written.name = copy_name(writer, element);
	written.is_void = element->space != WHOLE_HTML || (tag_info[element->tag].flags & TAG_VOID) ||
					  is_declaration(written.name);
	strbuf_add_char(&writer->out.buf, '<');
	xml_out_name(&writer->out, written.name);
	write_space(writer, element->space);
	if (element->attrs != NULL)
		write_attrs(writer, element);
	strbuf_add_char(&writer->out.buf, '>');
	writer->open[writer->depth++] = written;
	writer->content = writer->out.buf.len;
	writer->text = 0;
}

static void
visit_end(void *context)
{
	PageWriter *writer = context;
	StrBuf *out = &writer->out.buf;
	WrittenElement *written;

	if (writer->skipped > 0)
	{
		writer->skipped--;
		return;
	}
	written = &writer->open[--writer->depth];
	writer->text = 0;
	if (written->is_void && out->len == writer->content)
	{
		out->len--;
		strbuf_add(out, STR("/>"));
		return;
	}
	strbuf_add(out, STR("</"));
	xml_out_name(&writer->out, written->name);
	strbuf_add_char(out, '>');
}

static void
visit_text(void *context, Str text, uint32_t node)
{
	PageWriter *writer = context;

	(void) node;
	while (writer->text + text.len > LONGEST_TEXT)
	{
		Str piece = str_cut(text, (uint32_t) (LONGEST_TEXT - writer->text));

		xml_out_text(&writer->out, piece, true);
		strbuf_add(&writer->out.buf, STR("<!-- -->"));
		text = str_sub(text, piece.len, text.len);
		writer->text = 0;
	}
	xml_out_text(&writer->out, text, true);
	writer->text += text.len;
}

Str
xml_write_page(const Page *page, Arena *arena, const XmlWriting *writing)
{
	PageWriter *writer = arena_new(arena, PageWriter);
	WholeVisitor visitor = {writer, visit_start, visit_text, visit_end};

	writer->page = page;
	writer->arena = arena;
	writer->most = FREE_BYTES + (size_t) XML_WRITE_MOST * page->source.len;
	xml_out_begin(&writer->out, arena, writing, page->base);
	strbuf_reserve(&writer->out.buf, page->source.len + page->source.len / 8);
	whole_walk(page, arena, &visitor);
	return strbuf_take(&writer->out.buf);
}
