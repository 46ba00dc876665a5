/*
 * page.h
 *	  A parsed page: bytes in, a compact tree and what the head declares out.
 *
 * Nodes stand in document order in one array: the descendants of node i are i+1 .. nodes[i].end-1,
 * and the next node outside it is nodes[i].end.  Node 0 is the root.  Text and attribute values have
 * their entities decoded; they are slices of the source or of the arena, and live as long as the
 * arena.
 */
#ifndef ARTICLE_PAGE_H
#define ARTICLE_PAGE_H

#include "base/arena.h"
#include "base/str.h"
#include "html/tag.h"

#define PAGE_NONE UINT32_MAX

typedef enum PageStatus
{
	PAGE_OK,
	PAGE_INTERRUPTED /* the caller's interrupted() said so; the page is incomplete */
} PageStatus;

typedef struct PageAttr
{
	const char *data; /* see attr_str */
	uint32_t len;
	uint32_t name; /* AttrId */
} PageAttr;

static inline Str
attr_str(const PageAttr *attr)
{
	return (Str){attr->data, attr->len};
}

enum NodeFlags
{
	NODE_SPACE_BEFORE = 1 << 0, /* white space stood in front of it, where nothing else keeps it */
	NODE_HIDDEN = 1 << 1, /* it, or what holds it, is not shown: hidden, style="display:none" or "visibility:hidden",
							 a closed <dialog>, what a closed <details> folds away */
	NODE_INVISIBLE = 1 << 2, /* NODE_HIDDEN for its visibility alone, which an element inside may set anew */
	NODE_CLOSED = 1 << 3,	 /* a <details> that shows its <summary> only */
	NODE_LINES = 1 << 4,	 /* an inline element that its style sets on lines of its own */
	NODE_DISPLAYED = 1 << 5	 /* its style attribute sets a display other than none */
};

/* Pages have nodes by the ten thousand: 24 bytes each. */
typedef struct Node
{
	uint8_t tag; /* TagId */
	uint8_t flags;
	uint16_t depth;
	uint32_t parent;
	uint32_t end; /* first node behind its subtree */
	union
	{
		uint32_t text_len; /* TAG_text; see node_str */
		uint32_t nattrs;   /* elements: attributes in page->attrs, from attr on */
	};
	union
	{
		const char *text_data;
		uint32_t attr;
	};
} Node;

/* The text of a TAG_text, white space as in the source; of an element none. */
static inline Str
node_str(const Node *node)
{
	return node->tag == TAG_text ? (Str){node->text_data, node->text_len} : STR_NONE;
}

/* Where its attributes end in page->attrs. */
static inline uint32_t
node_attrs_end(const Node *node)
{
	return node->tag == TAG_text ? 0 : node->attr + node->nattrs;
}

typedef enum MetaKind
{
	META_NAME,
	META_PROPERTY,
	META_ITEMPROP,
	META_HTTP_EQUIV
} MetaKind;

/* <meta>, wherever it stands. One entry for each of name, property and itemprop that it carries. */
typedef struct PageMeta
{
	MetaKind kind;
	Str key;	   /* as written */
	Str content;   /* entities decoded */
	uint32_t node; /* the number of nodes before it */
} PageMeta;

/* <link>, wherever it stands. */
typedef struct PageLink
{
	Str rel; /* as written: words parted by spaces */
	Str href;
	Str type;
	Str hreflang;
	Str itemprop;
	uint32_t node;
} PageLink;

/* A <script> with text of its own: its place in the source, which nobody has read. */
typedef struct PageScript
{
	bool linked_data; /* type is application/ld+json */
	Str id;
	Str text; /* as in the source */
	uint32_t node;
} PageScript;

typedef struct Page
{
	Arena *arena;
	Str source; /* valid UTF-8, no NUL */
	Node *nodes;
	uint32_t nnodes;
	PageAttr *attrs;
	uint32_t nattrs;
	PageMeta *metas;
	uint32_t nmetas;
	PageLink *links;
	uint32_t nlinks;
	PageScript *scripts;
	uint32_t nscripts;
	Str *styles; /* what <style> holds, where it is for screens */
	uint32_t nstyles;
	Str title; /* <title>, decoded, white space as in the source; data NULL where there is none */
	Str base;  /* <base href> */
	Str html_lang;	   /* lang or xml:lang of <html>, else of <body> */
	Str html_itemtype; /* itemtype of <html> or <body> */
	Str body_class;	   /* class of <body> */
	uint32_t ntags;	   /* tags seen in the source; 0: the page is plain text */
	bool clean;		   /* the source is, before its character references are decoded: text/clean.h */
	bool truncated;	   /* a bound was reached and something was left out */
} Page;

typedef struct PageOptions
{
	bool (*interrupted)(void *context); /* NULL: never */
	void *interrupt_context;
	bool clean; /* the source is known to be: Decoded.clean */
} PageOptions;

/*
 * Parses source, which is valid UTF-8 without NUL (see encoding.h), into *page. Never fails on
 * account of the page: it keeps what it could read. Everything is allocated in arena.
 */
extern PageStatus page_parse(Page *page, Arena *arena, Str source, const PageOptions *options);

/* The value of an attribute of a node; data NULL where it has none. */
extern Str page_attr(const Page *page, uint32_t node, AttrId attr);

/* A link from a heading to itself, whose text is no more than a mark: <a href="#s2">¶</a>. Its mark is none of the page's words. */
extern bool page_link_is_mark(const Page *page, uint32_t link); /* a link with one text in it */

static inline bool
page_permalink(const Page *page, uint32_t node)
{
	const Node *link = &page->nodes[node];

	return link->tag == TAG_a && link->end == node + 2 && link[1].text_len <= 16 &&
		   page_link_is_mark(page, node);
}

/* All text inside a node, white space collapsed as a browser shows it: blocks and <br> part words.
 */
extern Str page_text(const Page *page, Arena *arena, uint32_t node);

/* The same, where it is short; data NULL where the source has more than limit bytes of it.  Elements nest, and a
 * page whose every element is asked for all its text costs its size times its depth. */
extern Str page_text_limited(const Page *page, Arena *arena, uint32_t node, uint32_t limit);

/* The nearest ancestor with this tag (node itself not counted), or PAGE_NONE. */
extern uint32_t page_ancestor(const Page *page, uint32_t node, TagId tag);

#endif
