/*
 * facts.h
 *	  How the readers of a page's declarations record what they find: they pass raw text and get
 *	  facts.
 *
 * Every fact is clean: character references are decoded (also doubly encoded ones), markup is
 * removed, white space is collapsed.  Empty values and leftover template placeholders never become
 * facts.
 */
#ifndef ARTICLE_FACTS_H
#define ARTICLE_FACTS_H

#include "article/reader.h"

/* How the value of a key is read. */
typedef enum FactForm
{
	FACT_FORM_TEXT,
	FACT_FORM_URL,
	FACT_FORM_AUTHOR,	/* a name, or the address of a profile */
	FACT_FORM_KEYWORDS, /* separated by commas or semicolons */
	FACT_FORM_BODY,		/* line breaks are kept */
	FACT_FORM_FREE,		/* true or false: readable without paying? */
	FACT_FORM_TIER		/* free, metered, locked … */
} FactForm;

/* One row of a table of keys. */
typedef struct FactRule
{
	const char *name; /* lowercase; see fact_rule_find() */
	FactKind kind;
	FactForm form;
	FactSource source;
	const char *label; /* Fact.key */
} FactRule;

/*
 * Finds the rule for a key in a table sorted by name, or returns NULL.  ASCII letters match in
 * either case, and ':', '_' and '-' match '.', so that "DC:Date_Issued" finds "dc.date.issued".
 */
extern const FactRule *fact_rule_find(const FactRule *rules, size_t count, Str key);

extern const FactRule meta_rules[]; /* facts_meta_table.c */
extern const size_t meta_rule_count;

/*
 * Adds the facts that a raw value yields under a rule.  The _from variant overrides the source of
 * the rule.
 */
extern void facts_add(Reader *reader, const FactRule *rule, Str value, uint32_t node);
extern void facts_add_from(Reader *reader, const FactRule *rule, FactSource source, Str value,
						   uint32_t node);

/*
 * Adds one fact after cleaning its text.  Drops empty texts, and facts beyond the limit per kind.
 */
extern void fact_add(Reader *reader, FactKind kind, FactSource source, const char *key, Str text,
					 uint32_t node);

/* Adds a fact that only refers to a node: the text of the article. */
extern void fact_add_node(Reader *reader, FactKind kind, FactSource source, const char *key,
						  uint32_t node);

/* facts_clean.c: returns the cleaned value; empty if nothing is left of it. */
extern Str fact_clean(Arena *arena, Str value);
extern Str fact_clean_lines(Arena *arena, Str value); /* keeps lines; blocks become lines */
extern bool fact_is_placeholder(Str text);

/* The readers: one file each. */
extern void json_ld_read(Reader *reader);	/* json_ld.c */
extern void microdata_read(Reader *reader); /* microdata.c */

#endif
