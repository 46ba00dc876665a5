/*
 * date_teaser.c
 *	  Tells the date of another article's teaser by the link beside it: a node in, yes or no out.
 *	  Reads tags and text only, so it works on pages whose class names are lost.
 */
#include "article/cue/headline.h"
#include "article/date/date_evidence.h"
#include "html/url.h"

/* Number of elements around a date that are searched for a link, and most nodes of one of them. */
#define LEVELS 6
#define MOST_NODES 300
/* A headline has at least this many words and bytes; names, sections and "Read more" have fewer. */
#define HEADLINE_WORDS 4
#define HEADLINE_BYTES 12
/* Longer link texts, in bytes, are whole teasers, and their first part is read. */
#define LINK_BYTES 200

/* Nodes [first, end) that do not count: those of the date. */
typedef struct NodeRange
{
	uint32_t first;
	uint32_t end;
} NodeRange;

/* The words of a link, the date itself left out. */
static Str
link_words(const Reader *reader, uint32_t link, const NodeRange *date)
{
	const Node *nodes = reader->page.nodes;
	StrBuf words;

	strbuf_init(&words, reader->arena);
	for (uint32_t i = link + 1; i < nodes[link].end && words.len < LINK_BYTES; i++)
		if (nodes[i].tag == TAG_text && (i < date->first || i >= date->end))
		{
			strbuf_add(&words, node_str(&nodes[i]));
			strbuf_add(&words, STR(" "));
		}
	return str_trim(strbuf_str(&words));
}

static bool
on_this_site(const Reader *reader, Str href)
{
	Str url;

	if (headline_relative(href))
		return true;
	url = url_resolve(reader->arena, reader->base_url, href);
	return reader->base_url.data == NULL || headline_same_site(url, reader->base_url);
}

/* Does a link lead to an article of this site, and read like its headline? */
static bool
links_to_article(const Reader *reader, uint32_t link, const NodeRange *date)
{
	Str href = str_trim(page_attr(&reader->page, link, ATTR_href));
	Str words;

	if (href.len < 2 || href.data[0] == '#')
		return false;
	words = link_words(reader, link, date);
	return words.len >= HEADLINE_BYTES && headline_words(words) >= HEADLINE_WORDS &&
		   headline_like(words) && headline_address(href) != ADDRESS_SERVICE &&
		   !headline_offers_service(words, href) && on_this_site(reader, href);
}

/* Does an element hold such a link, outside of its child from which the search comes? */
static bool
holds_headline_link(const Reader *reader, uint32_t element, uint32_t child, const NodeRange *date)
{
	const Node *nodes = reader->page.nodes;

	for (uint32_t i = element; i < nodes[element].end; i++)
	{
		if (i == child)
			i = nodes[i].end - 1;
		else if (nodes[i].tag == TAG_a && links_to_article(reader, i, date))
			return true;
	}
	return false;
}

bool
in_teaser(const DateEvidence *evidence, uint32_t node)
{
	const Page *page = &evidence->reader->page;
	NodeRange date = {node, page->nodes[node].end};
	uint32_t child = node;
	uint32_t i = page->nodes[node].parent;

	for (uint32_t level = 0; level < LEVELS && i != 0 && i != PAGE_NONE; level++)
	{
		if (holds_article(evidence, i, node) || page->nodes[i].end - i > MOST_NODES)
			return false;
		if (holds_headline_link(evidence->reader, i, child, &date))
			return true;
		child = i;
		i = page->nodes[i].parent;
	}
	return false;
}
