/*
 * tree.c
 *	  page_parse: the scanner's nodes get their places from libxml2's SAX events; and the look-ups of page.h.
 *
 * libxml2 sees the skeleton only, bare tags and letters in the order of the nodes. So the n-th start tag or letter is the
 * n-th node, and nothing is allocated inside a callback. All that depends on libxml2 stands in this file.
 */
#include "html/page.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#include "html/scanner.h"

typedef struct TreeBuilder
{
	Page *page;
	const PageOptions *options;
	htmlParserCtxtPtr parser;
	uint32_t next;	  /* the node whose start event comes next */
	uint32_t current; /* the innermost open element */
	bool rooted;	  /* the skeleton's own root has been seen */
	bool interrupted;
} TreeBuilder;

/* libxml2 supplies these by itself; the skeleton has none of them. */
static bool
implied_element(const xmlChar *name)
{
	return xmlStrEqual(name, BAD_CAST "html") || xmlStrEqual(name, BAD_CAST "body") ||
		   xmlStrEqual(name, BAD_CAST "head");
}

static bool
poll_interrupt(TreeBuilder *builder)
{
	const PageOptions *options = builder->options;

	if (builder->interrupted)
		return true;
	if (builder->next % 512 != 0 || options->interrupted == NULL ||
		!options->interrupted(options->interrupt_context))
		return false;
	builder->interrupted = true;
	xmlStopParser(builder->parser);
	return true;
}

/* Puts the next node inside the innermost open element; returns its number. */
static uint32_t
place_node(TreeBuilder *builder)
{
	Node *node = &builder->page->nodes[builder->next];
	const Node *parent = &builder->page->nodes[builder->current];

	node->parent = builder->current;
	node->depth = (uint16_t) (parent->depth + 1);
	if (parent->flags & NODE_HIDDEN)
		node->flags |= NODE_HIDDEN;
	return builder->next++;
}

static void
start_element(void *context, const xmlChar *name, const xmlChar **attributes)
{
	TreeBuilder *builder = context;
	Page *page = builder->page;

	(void) attributes;
	if (poll_interrupt(builder) || builder->next >= page->nnodes || implied_element(name))
		return;
	if (!builder->rooted)
	{
		builder->rooted = true;
		return;
	}
	builder->current = place_node(builder);
}

/* Each letter is one text. */
static void
characters(void *context, const xmlChar *letters, int len)
{
	TreeBuilder *builder = context;
	Page *page = builder->page;

	(void) letters;
	if (poll_interrupt(builder))
		return;
	for (int i = 0; i < len && builder->next < page->nnodes; i++)
	{
		uint32_t text = builder->next;

		if (page->nodes[text].tag != TAG_text)
			return;
		place_node(builder);
		page->nodes[text].end = text + 1;
	}
}

static void
end_element(void *context, const xmlChar *name)
{
	TreeBuilder *builder = context;
	Node *node = &builder->page->nodes[builder->current];

	if (builder->interrupted || builder->current == 0 || implied_element(name))
		return;
	node->end = builder->next;
	builder->current = node->parent;
}

static void
ignore_error(void *context, xmlErrorPtr error)
{
	(void) context;
	(void) error;
}

/* Errors go nowhere; neither the process-wide handlers nor the entity loader are ever asked. */
static void
init_handler(htmlSAXHandler *handler)
{
	memset(handler, 0, sizeof(*handler));
	handler->startElement = start_element;
	handler->endElement = end_element;
	handler->characters = characters;
	handler->serror = (xmlStructuredErrorFunc) ignore_error;
	handler->initialized = XML_SAX2_MAGIC;
}

/* Elements that saw no end event, and nodes that saw no start event, end with the page. */
static void
close_tree(TreeBuilder *builder)
{
	Page *page = builder->page;

	for (uint32_t i = builder->next; i < page->nnodes; i++)
	{
		page->nodes[i].parent = 0;
		page->nodes[i].depth = 1;
		page->nodes[i].end = i + 1;
	}
	while (builder->current != 0)
	{
		page->nodes[builder->current].end = builder->next;
		builder->current = page->nodes[builder->current].parent;
	}
	page->nodes[0].end = page->nnodes;
}

static PageStatus
build_tree(TreeBuilder *builder, Str skeleton)
{
	htmlSAXHandler handler;

	builder->parser = htmlCreateMemoryParserCtxt(skeleton.data, (int) skeleton.len);
	if (builder->parser == NULL)
		return PAGE_NO_PARSER_MEMORY;
	htmlCtxtUseOptions(builder->parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
											HTML_PARSE_NOWARNING);
	init_handler(&handler);
	*builder->parser->sax = handler;
	builder->parser->userData = builder;
	htmlParseDocument(builder->parser);
	htmlFreeParserCtxt(builder->parser);
	xmlResetLastError();
	return builder->interrupted ? PAGE_INTERRUPTED : PAGE_OK;
}

PageStatus
page_parse(Page *page, Arena *arena, Str source, const PageOptions *options)
{
	TreeBuilder builder = {page, options, NULL, 1, 0, false, false};
	PageStatus status = PAGE_OK;
	Str skeleton;

	memset(page, 0, sizeof(*page));
	page->arena = arena;
	page->source = source;
	skeleton = scan_page(page, options);
	if (skeleton.len > 0)
		status = build_tree(&builder, skeleton);
	close_tree(&builder);
	return status;
}

Str
page_attr(const Page *page, uint32_t node, AttrId attr)
{
	const Node *n = &page->nodes[node];

	for (uint32_t i = n->attr; i < n->attr + n->nattrs; i++)
		if (page->attrs[i].name == (uint32_t) attr)
			return page->attrs[i].value;
	return STR_NONE;
}

/* The innermost element from node upwards that ends behind node i, once the ones that end before it are left. */
static uint32_t
leave_to(const Page *page, uint32_t node, uint32_t i)
{
	while (node != 0 && page->nodes[node].end <= i)
		node = page->nodes[node].parent;
	return node;
}

/* False where the text has more than limit bytes: the rest is not read. */
static bool
gather_text(StrBuf *buf, const Page *page, uint32_t node, size_t limit)
{
	uint32_t inside = node;

	for (uint32_t i = node; i < page->nodes[node].end; i++)
	{
		const Node *n = &page->nodes[i];
		uint32_t now = leave_to(page, inside, i);
		bool parted = (n->flags & NODE_SPACE_BEFORE) || n->tag == TAG_br;

		/* Leaving a block parts words as entering one does. */
		for (; inside != now && !parted; inside = page->nodes[inside].parent)
			parted = tag_is_block((TagId) page->nodes[inside].tag);
		if (buf->len + n->text.len > limit)
			return false;
		if (parted || tag_is_block((TagId) n->tag))
			strbuf_add_char(buf, ' ');
		if (n->tag == TAG_text)
			strbuf_add(buf, n->text);
		if (n->tag == TAG_rt || n->tag == TAG_rp)
			i = n->end - 1; /* how ruby reads, not what it says */
		inside = i;
	}
	return true;
}

Str
page_text(const Page *page, Arena *arena, uint32_t node)
{
	StrBuf buf;

	strbuf_init(&buf, arena);
	gather_text(&buf, page, node, SIZE_MAX);
	return str_collapse(arena, strbuf_str(&buf));
}

Str
page_text_limited(const Page *page, Arena *arena, uint32_t node, uint32_t limit)
{
	StrBuf buf;

	strbuf_init(&buf, arena);
	if (!gather_text(&buf, page, node, limit))
		return STR_NONE;
	return str_collapse(arena, strbuf_str(&buf));
}

uint32_t
page_ancestor(const Page *page, uint32_t node, TagId tag)
{
	while (node != 0)
	{
		node = page->nodes[node].parent;
		if (page->nodes[node].tag == tag)
			return node;
	}
	return PAGE_NONE;
}
