/*
 * page.h
 *	  A parsed page: text in, a compact tree and the declarations of the head out.
 *
 * Nodes are in document order in one array: the descendants of node i are i+1 .. nodes[i].end-1,
 * and the next node outside it is nodes[i].end. Node 0 is the root. Text and attribute values have
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
	PAGE_INTERRUPTED /* interrupted() returned true; the page is incomplete */
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
	NODE_SPACE_BEFORE = 1 << 0, /* white space precedes it that no text node keeps */
	/*
	 * It or an ancestor is not displayed: hidden, style="display:none" or "visibility:hidden", a
	 * closed <dialog>, the folded part of a closed <details>.
	 */
	NODE_HIDDEN = 1 << 1,
	NODE_INVISIBLE = 1 << 2, /* hidden only by its visibility, which an element inside may reset */
	NODE_CLOSED = 1 << 3,	 /* a <details> that shows only its <summary> */
	NODE_LINES = 1 << 4,	 /* an inline element that its style displays as a block */
	NODE_DISPLAYED = 1 << 5, /* its style attribute sets a display other than none */
	NODE_ASIDE = 1 << 6,   /* set by article/block: interrupts a paragraph, but is not part of it */
	NODE_STRIPPED = 1 << 7 /* set by article/body: it or an ancestor is stripped by a site's rule */
};

/* Pages have tens of thousands of nodes: 24 bytes each. */
typedef struct Node
{
	uint8_t tag; /* TagId */
	uint8_t flags;
	uint16_t depth;
	uint32_t parent;
	uint32_t end; /* first node after its subtree */
	union
	{
		uint32_t text_len; /* TAG_text; see node_str */
		uint32_t nattrs;   /* of an element: its attributes in page->attrs, from attr on */
	};
	union
	{
		const char *text_data;
		uint32_t attr;
	};
} Node;

/* The text of a TAG_text, white space as in the source; an element has none. */
static inline Str
node_str(const Node *node)
{
	return node->tag == TAG_text ? (Str){node->text_data, node->text_len} : STR_NONE;
}

/* End of its attributes in page->attrs. */
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

/* A <meta> anywhere in the page. One entry for each of its name, property and itemprop. */
typedef struct PageMeta
{
	MetaKind kind;
	Str key;	   /* as written */
	Str content;   /* entities decoded */
	uint32_t node; /* the number of nodes before it */
} PageMeta;

/* A <link> anywhere in the page. */
typedef struct PageLink
{
	Str rel; /* as written: words separated by spaces */
	Str href;
	Str type;
	Str hreflang;
	Str itemprop;
	uint32_t node;
} PageLink;

/* A <script> with inline text: a slice of the source, not interpreted. */
typedef struct PageScript
{
	bool linked_data; /* type is application/ld+json */
	Str id;
	Str text; /* as in the source */
	uint32_t node;
} PageScript;

/*
 * What the tree leaves out of the page, recorded with PageOptions.whole; html/whole.h puts it back.
 * Tags are recorded by the place of their name in the source.
 */
typedef enum MarkKind
{
	MARK_ROOT,	/* the start tag of <html>, <head> or <body> */
	MARK_START, /* an element outside the tree, like <title> and the shapes of a drawing */
	MARK_EMPTY, /* the same without content, like <meta> */
	MARK_END,	/* an end tag that may end one */
	MARK_RAW,	/* text without references, as of <script> */
	MARK_TEXT	/* text with references, as of <title> and <textarea> */
} MarkKind;

typedef struct PageMark
{
	const char *start; /* the name of the tag, or the text */
	uint32_t len;	   /* its bytes */
	uint32_t node;	   /* the number of nodes before it */
	uint32_t parent;   /* the node that contains it */
	MarkKind kind;
} PageMark;

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
	Str *styles; /* contents of <style> elements that apply to screens */
	uint32_t nstyles;
	PageMark *marks; /* these two only with PageOptions.whole, else NULL */
	uint32_t nmarks;
	uint32_t *starts;  /* by node: offset of the name of its start tag in source; 0: it has none */
	Str title;		   /* <title>, decoded, white space as in the source; data NULL if none */
	Str base;		   /* <base href> */
	Str html_lang;	   /* lang or xml:lang of <html>, else of <body> */
	Str html_itemtype; /* itemtype of <html> or <body> */
	Str body_class;	   /* class of <body> */
	uint32_t ntags;	   /* tags seen in the source; 0: the page is plain text */
	bool clean;		   /* the source is clean (text/clean.h) before its references are decoded */
	bool truncated;	   /* a limit was reached and something was left out */
} Page;

typedef struct PageOptions
{
	bool (*interrupted)(void *context); /* NULL: never */
	void *interrupt_context;
	bool clean; /* is the source known to be clean? See Decoded */
	bool whole; /* record what the tree leaves out */
} PageOptions;

/*
 * Parses source, which must be valid UTF-8 without NUL (see encoding.h), into *page. Never fails
 * because of the page: it keeps what it could read. Allocates everything in arena.
 */
extern PageStatus page_parse(Page *page, Arena *arena, Str source, const PageOptions *options);

/* Gives back what PageOptions.whole has recorded, before the tree is changed. */
extern void page_drop_marks(Page *page);

/* Returns the value of an attribute of a node; data NULL if it has none. */
extern Str page_attr(const Page *page, uint32_t node, AttrId attr);

/*
 * Is this a link from a heading to itself whose text is only a mark, like <a href="#s2">¶</a>?
 * The mark is not part of the page's text. The link must have exactly one text node.
 */
extern bool page_link_is_mark(const Page *page, uint32_t link);

static inline bool
page_permalink(const Page *page, uint32_t node)
{
	const Node *link = &page->nodes[node];

	return link->tag == TAG_a && link->end == node + 2 && link[1].text_len <= 16 &&
		   page_link_is_mark(page, node);
}

/*
 * Returns all text inside a node, with white space collapsed as in a browser: blocks and <br>
 * separate words.
 */
extern Str page_text(const Page *page, Arena *arena, uint32_t node);

/*
 * The same for short text; data NULL if the source has more than limit bytes. Without a limit,
 * reading the text of every element of a nested page costs its size times its depth.
 */
extern Str page_text_limited(const Page *page, Arena *arena, uint32_t node, uint32_t limit);

/* Returns the nearest ancestor with this tag (not node itself), or PAGE_NONE. */
extern uint32_t page_ancestor(const Page *page, uint32_t node, TagId tag);

#endif
