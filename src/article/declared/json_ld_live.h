/*
 * json_ld_live.h
 *	  The entries of a live blog that its linked data lists.
 */
#ifndef ARTICLE_JSON_LD_LIVE_H
#define ARTICLE_JSON_LD_LIVE_H

#include "article/declared/json_ld_tree.h"

/*
 * Adds the entries in an object's liveBlogUpdate to the facts, and, unless the object has a text of
 * its own, their headlines and texts.
 */
extern void json_ld_read_entries(Reader *reader, const JsonLdTrees *trees,
								 const JsonLdValue *object);

#endif
