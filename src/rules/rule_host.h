/*
 * rule_host.h
 *	  Which file of rules is a page's: its address in, the names of files out, as the format has
 *	  them without ".txt".
 */
#ifndef ARTICLE_RULE_HOST_H
#define ARTICLE_RULE_HOST_H

#include "base/arena.h"
#include "base/str.h"

/* Hosts with more labels are looked up by their last ones only. */
#define RULE_HOST_LABELS 16

/*
 * Adds the names that the rules of a page may have, the most specific first: its host without
 * "www.", then, with a leading dot, each domain above the host: "sport.example.org" and
 * ".example.org" and ".org" of http://www.sport.example.org/.  As in Full-Text RSS, ".example.org"
 * is not the name of example.org itself.  Adds none if the address is not an absolute one on the
 * web; the scheme may be missing.
 */
extern void rule_host_names(StrList *names, Arena *arena, Str url);

#endif
