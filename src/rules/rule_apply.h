/*
 * rule_apply.h
 *	  Rules at work on one page: what the files of this room that apply them share.
 */
#ifndef ARTICLE_RULE_APPLY_H
#define ARTICLE_RULE_APPLY_H

#include "html/tree_edit.h"
#include "rules/rule_set.h"

typedef struct Applying
{
	const RuleSet *set;
	Arena *arena;  /* of what the ruling keeps */
	Arena found;   /* of what the paths of one rule find */
	Arena scratch; /* of everything else */
	Arena tree;	   /* of the document */
	Page *page;
	Ruling *ruling;
	const Walk *walk;
	const XmlDocument *document; /* made for the first path of libxml2 */
	bool too_large;				 /* for one */
	XmlLimits limits;			 /* of one of its paths */
	uint64_t operations;		 /* left for all of them */
	RuledNodes dissolved;
	TreeEdit *edits;
	uint32_t nedits;
	bool exceeded; /* a path of the present rule, a limit */
	bool interrupted;
} Applying;

/* rule_strip.c: adds a node to a list in any order; does nothing if the list is full. */
extern void rule_add_node(Applying *applying, RuledNodes *nodes, uint32_t node, uint32_t line);

/* rule_strip.c: what is found without a path. */
extern void rules_strip_names(Applying *applying); /* strip_id_or_class and its like */
extern void rules_remove_attr(Applying *applying, const XmlItem *attr);

/* Sorts nodes by their place and leaves out those inside of others. */
extern void rules_order(const Page *page, RuledNodes *nodes);

#endif
