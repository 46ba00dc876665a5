/*
 * rule_replace.h
 *	  Replaces strings in the source of a page, before it is parsed: source and rules in, source
 *	  out.
 */
#ifndef ARTICLE_RULE_REPLACE_H
#define ARTICLE_RULE_REPLACE_H

#include "rules/rule_file.h"

/*
 * Applies the replace_string rules of a file in order.  A rule that would make the source longer
 * than twice its size and 64 KB is left out, and so are those after the first RULES_MOST_REPLACED.
 * Returns the source itself if nothing is replaced.
 */
#define RULES_MOST_REPLACED 64

extern Str rules_replace(const RuleFile *file, Arena *arena, Str source);

#endif
