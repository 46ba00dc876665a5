/*
 * ruleset.h
 *	  The rules of sites, compiled and kept until the end of the transaction.
 */
#ifndef ARTICLE_PG_RULESET_H
#define ARTICLE_PG_RULESET_H

#include "pg/core.h"

#include "pg/core_names.h"

#include "rules/rule_set.h"

#include "pg/core_names.h"

/*
 * Returns the compiled rules of a text in the server's encoding: those of one of the last calls, or
 * new ones.  They are valid until the next call.
 */
extern const RuleSet *ruleset_open(Str rules);

#endif
