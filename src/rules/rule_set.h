/*
 * rule_set.h
 *	  A site's rules, ready for any number of pages: a text of rules in, an ArticleRules for
 *	  article_read out.
 *
 * Rules come from strangers: whatever they say, they only choose among what the page has.  Each
 * path runs under a limit of operations in proportion to the page, all together under another one;
 * a path that exceeds it finds nothing.
 */
#ifndef ARTICLE_RULE_SET_H
#define ARTICLE_RULE_SET_H

#include "article/ruling.h"
#include "rules/rule_file.h"
#include "xml/xml_document.h"

/* The compiled paths of a rule; NULL: it has none, or one that is no XPath. */
typedef struct RulePaths
{
	XmlPath *value;
	XmlPath *argument;	/* of move_into */
	XmlPath *condition; /* if_page_contains */
	TagId wrap;			/* of wrap_in */
} RulePaths;

typedef struct RuleSet
{
	RuleFile file;
	RulePaths *paths; /* one for each rule of the file */
	XmlPath *href;	  /* the address of a link */
	XmlPath *string;  /* the text of an element that the tree leaves out */
	bool (*interrupted)(void *context); /* as in XmlLimits; NULL: never */
	void (*interruptible)(void (*work)(void *context), void *context); /* likewise */
	ArticleRules rules;
} RuleSet;

/*
 * Reads the rules, in the arena.  The paths are compiled by rule_set_compile and own memory outside
 * of it: call rule_set_free before the arena ends, also if rule_set_compile raises.
 */
extern RuleSet *rule_set_read(Arena *arena, Str text);

/* Compiles all paths; adds a note to the file for each that is none. */
extern void rule_set_compile(RuleSet *set, Arena *arena);
extern void rule_set_free(RuleSet *set);

/* rule_apply.c: what the rules say of a page; see ArticleRules.apply. */
extern bool rules_apply(const void *set, Arena *arena, Page *page, const PageOptions *options,
						Ruling *ruling);

#endif
