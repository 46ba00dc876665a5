/*
 * rule_set.h
 *	  A site's rules, ready for any number of pages: a text of rules in, an ArticleRules for
 *	  article_read out.
 *
 * Rules come from strangers: whatever they say, they only choose among what the page has.  Each
 * path runs under a limit of operations in proportion to the page, all together under another one;
 * a path that exceeds it finds nothing.  One walk over the page answers nearly all paths
 * (xml/walk_path.h); the others are libxml2's, whose tree is made only for them.
 */
#ifndef ARTICLE_RULE_SET_H
#define ARTICLE_RULE_SET_H

#include "article/ruling.h"
#include "rules/rule_file.h"
#include "xml/walk_path.h"

/* Texts that one directive finds, nodes of one list, changes of the tree: more are left out. */
#define RULE_MOST_TEXTS 128
#define RULE_MOST_DATES 32
#define RULE_MOST_NODES 65536
#define RULE_MOST_EDITS 1024

/* A path: one of the walk, or one of libxml2; neither if there is none, or it is no XPath. */
typedef struct RulePath
{
	uint32_t walked; /* its number in the walk, or WALK_NONE */
	XmlPath *compiled;
} RulePath;

typedef struct RulePaths
{
	RulePath value;
	RulePath argument;	/* of move_into */
	RulePath condition; /* if_page_contains */
	TagId wrap;			/* of wrap_in */
} RulePaths;

typedef struct RuleSet
{
	RuleFile file;
	RulePaths *paths; /* one for each rule of the file */
	WalkSet *walk;
	Str *compiled; /* the texts of the paths that libxml2 evaluates, which need its tree */
	uint32_t ncompiled;
	XmlPath *href;	 /* the address of a link; NULL without such paths */
	XmlPath *string; /* the text of an element that the tree leaves out; likewise */
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
