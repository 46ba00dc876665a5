/*
 * tree_edit.h
 *	  Wraps and moves elements of a parsed page.
 */
#ifndef ARTICLE_TREE_EDIT_H
#define ARTICLE_TREE_EDIT_H

#include "html/page.h"

/* One edit of a node: either an element that is put around it, or another element that takes it. */
typedef struct TreeEdit
{
	uint32_t node;
	TagId wrap;	   /* the new element, or TAG_none */
	uint32_t into; /* of a move: the element whose last child it becomes */
} TreeEdit;

/*
 * Applies edits, of which a node may have several, to the tree of a page: rebuilds its nodes in the
 * arena and adjusts the numbers in metas, links and scripts.  Leaves out a move into what is moved,
 * and wrappings of what is as deep as a tree may be.  Returns for each old node, and the number of
 * old nodes, the new number; PAGE_NONE for a node that is lost, because two moves go into each
 * other.
 */
extern uint32_t *tree_edit(Page *page, Arena *arena, const TreeEdit *edits, uint32_t count);

#endif
