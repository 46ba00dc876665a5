/*
 * scan_foster.c
 *	  Browsers display content of a table outside its cells before the table (WHATWG "foster
 *	  parent"); this moves it there in the tree. One pass over the nodes of a page with such
 *	  content, after it has been read.
 */
#include "html/scan_foster.h"

#define NODES_PER_POLL 16384

typedef struct Foster
{
	const Page *page; /* as it was read */
	Node *nodes;	  /* in the new order */
	uint32_t *starts; /* likewise; NULL if the page has none */
	uint32_t *places; /* new position of each node as it was read */
	uint32_t count;
} Foster;

static void copy_node(Foster *foster, uint32_t i, uint32_t parent, bool in_table);

/*
 * Copies a node and its descendants, except what is displayed before the table that it is, or is
 * part of.
 */
static void
copy_kept(Foster *foster, uint32_t i, uint32_t parent, bool in_table)
{
	const Node *nodes = foster->page->nodes;
	uint32_t place = foster->count++;
	Node *copy = &foster->nodes[place];

	if (place % NODES_PER_POLL == 0)
		arena_poll(foster->page->arena);
	*copy = nodes[i];
	copy->parent = parent;
	if (i > 0)
		copy->depth = (uint16_t) (foster->nodes[parent].depth + 1);
	foster->places[i] = place;
	if (foster->starts != NULL)
		foster->starts[place] = foster->page->starts[i];
	in_table = nodes[i].tag == TAG_table || (in_table && scan_holds_parts[nodes[i].tag]);
	for (uint32_t child = i + 1; child < nodes[i].end; child = nodes[child].end)
		if (!in_table || scan_stays_in_table[nodes[child].tag])
			copy_node(foster, child, place, in_table);
	copy->end = foster->count;
}

/* Copies what is displayed before a table: part is the table, or one of its parts. */
static void
copy_misplaced(Foster *foster, uint32_t part, uint32_t parent)
{
	const Node *nodes = foster->page->nodes;

	for (uint32_t child = part + 1; child < nodes[part].end; child = nodes[child].end)
	{
		TagId tag = (TagId) nodes[child].tag;

		if (!scan_stays_in_table[tag])
			copy_node(foster, child, parent, false);
		else if (scan_holds_parts[tag])
			copy_misplaced(foster, child, parent);
	}
}

static void
copy_node(Foster *foster, uint32_t i, uint32_t parent, bool in_table)
{
	if (foster->page->nodes[i].tag == TAG_table)
		copy_misplaced(foster, i, parent);
	copy_kept(foster, i, parent, in_table);
}

/* New position of a head entry that preceded this node; never before the last one. */
static uint32_t
new_place(const Foster *foster, uint32_t node, uint32_t last)
{
	uint32_t place = node < foster->page->nnodes ? foster->places[node] : node;

	return place > last ? place : last;
}

static void
move_entries(const Foster *foster, Page *page)
{
	uint32_t last = 0;

	for (uint32_t i = 0; i < page->nmetas; i++)
		last = page->metas[i].node = new_place(foster, page->metas[i].node, last);
	last = 0;
	for (uint32_t i = 0; i < page->nlinks; i++)
		last = page->links[i].node = new_place(foster, page->links[i].node, last);
	last = 0;
	for (uint32_t i = 0; i < page->nscripts; i++)
		last = page->scripts[i].node = new_place(foster, page->scripts[i].node, last);
	last = 0;
	for (uint32_t i = 0; i < page->nmarks; i++)
	{
		last = page->marks[i].node = new_place(foster, page->marks[i].node, last);
		page->marks[i].parent = foster->places[page->marks[i].parent];
	}
}

void
foster_misplaced(Page *page)
{
	Arena scratch = arena_scratch(page->arena);
	Foster foster = {
		.page = page,
		.nodes = arena_array(&scratch, Node, page->nnodes),
		.places = arena_array(&scratch, uint32_t, page->nnodes),
		.starts = page->starts != NULL ? arena_array(&scratch, uint32_t, page->nnodes) : NULL,
	};

	copy_kept(&foster, 0, 0, false);
	move_entries(&foster, page);
	memcpy(page->nodes, foster.nodes, sizeof(Node) * page->nnodes);
	if (foster.starts != NULL)
		memcpy(page->starts, foster.starts, sizeof(uint32_t) * page->nnodes);
	arena_free(&scratch);
}
