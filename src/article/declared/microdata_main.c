/*
 * microdata_main.c
 *	  See microdata.h.  Finds the page's own article among several, such as teasers and comments.
 */
#include "article/declared/microdata.h"

#include "text/compare.h"

#define MAX_ARTICLES 64
#define MIN_HEADLINE_KEY 12 /* a shorter key occurs in other titles by chance */

/* An article that the page marks. */
typedef struct Candidate
{
	uint32_t node;
	int score;
} Candidate;

typedef struct Articles
{
	Reader *reader;
	const Page *page;
	Candidate items[MAX_ARTICLES];
	uint32_t count;
	bool entries; /* a class names an entry, or may: not all have been examined */
} Articles;

/* Adds points to every candidate that contains the node. */
static void
credit(Articles *articles, uint32_t node, int points)
{
	for (uint32_t i = 0; i < articles->count; i++)
	{
		uint32_t root = articles->items[i].node;

		if (node >= root && node < articles->page->nodes[root].end)
			articles->items[i].score += points;
	}
}

static bool
agrees_with_title(Articles *articles, Str text, Str title_key)
{
	Str key = compare_key(articles->reader->arena, text);

	return key.len >= MIN_HEADLINE_KEY && title_key.len >= MIN_HEADLINE_KEY &&
		   (compare_contains(title_key, key) || compare_contains(key, title_key));
}

static bool
is_article(Articles *articles, const Node *node)
{
	const Page *page = articles->page;
	bool entry = false;

	for (uint32_t i = node->attr; i < node_attrs_end(node); i++)
	{
		const PageAttr *attr = &page->attrs[i];

		if (attr->name == ATTR_class)
		{
			entry = is_entry_class(attr_str(attr));
			articles->entries |= entry;
		}
		else if (attr->name == ATTR_itemtype || attr->name == ATTR_typeof)
			return class_of_types(attr_str(attr)) == SCHEMA_ARTICLE;
	}
	return entry;
}

static const Candidate *
best_article(const Articles *articles)
{
	const Candidate *best = NULL;
	uint32_t best_size = 0;

	for (uint32_t i = 0; i < articles->count; i++)
	{
		const Candidate *article = &articles->items[i];
		uint32_t size = articles->page->nodes[article->node].end - article->node;

		if (best != NULL &&
			(article->score < best->score || (article->score == best->score && size <= best_size)))
			continue;
		best = article;
		best_size = size;
	}
	return best;
}

uint32_t
marked_article(Reader *reader, bool *entries)
{
	const Page *page = &reader->page;
	Articles articles = {.reader = reader, .page = page};
	Str title = compare_key(reader->arena, fact_clean(reader->arena, page->title));
	uint32_t headings = 0;

	for (uint32_t i = 1; i < page->nnodes; i++)
	{
		const Node *node = &page->nodes[i];

		if (i % NODES_PER_POLL == 0)
			arena_poll(reader->arena);
		if (node->tag != TAG_text && node->nattrs > 0 && articles.count < MAX_ARTICLES &&
			is_article(&articles, node))
			articles.items[articles.count++] = (Candidate){i, 0};
		if (articles.count == 0 || !tag_is_heading((TagId) node->tag) || headings++ >= MAX_ARTICLES)
			continue;
		if (node->tag == TAG_h1)
			credit(&articles, i, 1);
		if (agrees_with_title(&articles, short_text(reader, i), title))
			credit(&articles, i, 2);
	}
	*entries = articles.entries || articles.count == MAX_ARTICLES;
	return articles.count > 0 ? best_article(&articles)->node : PAGE_NONE;
}
