/*
 * tree_edit.c
 *	  See tree_edit.h.
 */
#include "html/tree_edit.h"

#include "html/scanner.h"

typedef struct TreeEditor
{
	const Page *page;
	const TreeEdit *edits;
	uint32_t count;
	uint32_t *first; /* of each old node: its first edit in "next" lists, plus 1; 0: none */
	uint32_t *moved; /* … the first edit that moves another node into it, likewise */
	bool *leaves;	 /* … is it moved? */
	uint32_t *next;	 /* of each edit: the next one of the same list, plus 1 */
	Node *nodes;
	uint32_t nnodes;
	uint32_t *map;
} TreeEditor;

static bool
is_inside(const Page *page, uint32_t node, uint32_t around)
{
	return node >= around && node < page->nodes[around].end;
}

/* Puts an edit at the end of a list, so that it is applied after earlier ones. */
static void
append(TreeEditor *editor, uint32_t *list, uint32_t edit)
{
	while (*list != 0)
		list = &editor->next[*list - 1];
	*list = edit + 1;
}

static void
sort_edits(TreeEditor *editor)
{
	for (uint32_t i = 0; i < editor->count; i++)
	{
		const TreeEdit *edit = &editor->edits[i];

		if (edit->wrap != TAG_none)
			append(editor, &editor->first[edit->node], i);
		else if (!is_inside(editor->page, edit->into, edit->node) && !editor->leaves[edit->node])
		{
			append(editor, &editor->moved[edit->into], i);
			editor->leaves[edit->node] = true;
		}
	}
}

static void emit(TreeEditor *editor, uint32_t old, uint32_t parent, uint32_t depth);

static uint32_t
add_node(TreeEditor *editor, const Node *node, uint32_t parent, uint32_t depth)
{
	uint32_t number = editor->nnodes++;

	editor->nodes[number] = *node;
	editor->nodes[number].parent = parent;
	editor->nodes[number].depth = (uint16_t) depth;
	return number;
}

/* Emits a node with its subtree and what is moved into it. */
static void
emit_whole(TreeEditor *editor, uint32_t old, uint32_t parent, uint32_t depth)
{
	const Node *nodes = editor->page->nodes;
	uint32_t number = add_node(editor, &nodes[old], parent, depth);

	editor->map[old] = number;
	for (uint32_t child = old + 1; child < nodes[old].end; child = nodes[child].end)
		if (!editor->leaves[child])
			emit(editor, child, number, depth + 1);
	for (uint32_t edit = editor->moved[old]; edit != 0; edit = editor->next[edit - 1])
		if (depth + 1 + 1 < SCAN_MAX_DEPTH)
			emit(editor, editor->edits[edit - 1].node, number, depth + 1);
	editor->nodes[number].end = editor->nnodes;
}

/* The same within the elements that are put around it. */
static void
emit(TreeEditor *editor, uint32_t old, uint32_t parent, uint32_t depth)
{
	uint32_t outer = editor->nnodes;
	uint32_t inner;

	for (uint32_t edit = editor->first[old]; edit != 0 && depth + 1 < SCAN_MAX_DEPTH;
		 edit = editor->next[edit - 1])
	{
		Node wrap = {.tag = (uint8_t) editor->edits[edit - 1].wrap};

		wrap.flags = editor->page->nodes[old].flags & (NODE_HIDDEN | NODE_INVISIBLE);
		parent = add_node(editor, &wrap, parent, depth++);
	}
	inner = editor->nnodes;
	emit_whole(editor, old, parent, depth);
	for (uint32_t i = outer; i < inner; i++)
		editor->nodes[i].end = editor->nnodes;
}

/* Adjusts the numbers of what was found before a node. */
static void
adjust(Page *page, const uint32_t *map)
{
	for (uint32_t i = 0; i < page->nmetas; i++)
		page->metas[i].node = map[page->metas[i].node];
	for (uint32_t i = 0; i < page->nlinks; i++)
		page->links[i].node = map[page->links[i].node];
	for (uint32_t i = 0; i < page->nscripts; i++)
		page->scripts[i].node = map[page->scripts[i].node];
}

/* For "the number of nodes before", a lost node stands for the next one that is not. */
static uint32_t *
map_places(const TreeEditor *editor, Arena *arena)
{
	uint32_t count = editor->page->nnodes;
	uint32_t *places = arena_alloc(arena, sizeof(uint32_t) * (count + 1));

	places[count] = editor->nnodes;
	for (uint32_t i = count; i > 0; i--)
		places[i - 1] = editor->map[i - 1] != PAGE_NONE ? editor->map[i - 1] : places[i];
	return places;
}

uint32_t *
tree_edit(Page *page, Arena *arena, const TreeEdit *edits, uint32_t count)
{
	uint32_t nnodes = page->nnodes;
	Arena scratch = arena_scratch(arena);
	TreeEditor editor = {.page = page, .edits = edits, .count = count};

	editor.first = arena_zalloc(&scratch, sizeof(uint32_t) * (nnodes + 1));
	editor.moved = arena_zalloc(&scratch, sizeof(uint32_t) * (nnodes + 1));
	editor.leaves = arena_zalloc(&scratch, sizeof(bool) * (nnodes + 1));
	editor.next = arena_zalloc(&scratch, sizeof(uint32_t) * (count + 1));
	editor.nodes = arena_array(arena, Node, nnodes + count + 1);
	editor.map = arena_array(arena, uint32_t, nnodes + 1);
	memset(editor.map, 0xFF, sizeof(uint32_t) * (nnodes + 1));
	sort_edits(&editor);
	emit_whole(&editor, 0, page->nodes[0].parent, page->nodes[0].depth);
	editor.map[nnodes] = editor.nnodes;
	adjust(page, map_places(&editor, &scratch));
	page->nodes = editor.nodes;
	page->nnodes = editor.nnodes;
	arena_free(&scratch);
	return editor.map;
}
