/*
 * facts.h
 *	  How the readers of a page's declarations record what they find: raw text in, facts out.
 *
 * Every fact is clean: references decoded (twice encoded ones too), markup taken off, white space collapsed.  Empty
 * values and the placeholders that templates leave behind never become facts.
 */
#ifndef ARTICLE_FACTS_H
#define ARTICLE_FACTS_H

#include "article/reader.h"

/* How the value of a key is read. */
typedef enum FactForm
{
	FORM_TEXT,
	FORM_URL,
	FORM_AUTHOR,   /* a name, or the address of a profile */
	FORM_KEYWORDS, /* parted by commas or semicolons */
	FORM_BODY,	   /* lines are kept */
	FORM_FREE,	   /* true or false: may it be read without paying */
	FORM_TIER	   /* free, metered, locked … */
} FactForm;

/* One row of a table of keys. */
typedef struct FactRule
{
	const char *name; /* lower case; see fact_rule_find */
	FactKind kind;
	FactForm form;
	FactSource source;
	const char *label; /* Fact.key */
} FactRule;

/*
 * The rule for a key in a table sorted by name, or NULL. Letters match in either case, and ':', '_' and '-' match '.',
 * so that "DC:Date_Issued" is "dc.date.issued".
 */
extern const FactRule *fact_rule_find(const FactRule *rules, size_t count, Str key);

extern const FactRule meta_rules[]; /* facts_meta_table.c */
extern const size_t meta_rule_count;

/* Adds the facts that a raw value amounts to, by a rule; from another source than the rule's own with _from. */
extern void facts_add(Reader *reader, const FactRule *rule, Str value, uint32_t node);
extern void facts_add_from(Reader *reader, const FactRule *rule, FactSource source, Str value,
						   uint32_t node);

/* Adds one fact; its text is cleaned. Too many of a kind, and empty ones, are left out. */
extern void fact_add(Reader *reader, FactKind kind, FactSource source, const char *key, Str text,
					 uint32_t node);

/* Adds a fact that only points at a node: the article's text. */
extern void fact_add_node(Reader *reader, FactKind kind, FactSource source, const char *key,
						  uint32_t node);

/* A raw value made clean; empty where nothing is left of it. facts_clean.c */
extern Str fact_clean(Arena *arena, Str value);
extern Str fact_clean_lines(Arena *arena, Str value); /* keeps lines, and makes lines of blocks */
extern bool fact_is_placeholder(Str text);

/* The readers: one file each. */
extern void json_ld_read(Reader *reader);	/* json_ld.c */
extern void microdata_read(Reader *reader); /* microdata.c */

#endif
