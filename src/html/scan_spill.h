/*
 * scan_spill.h
 *	  Where a page has its fill of nodes, text runs on into the text before it: texts that grow at their end.
 */
#ifndef ARTICLE_SCAN_SPILL_H
#define ARTICLE_SCAN_SPILL_H

#include "base/str.h"

typedef struct Spill
{
	char *end;	 /* behind the text written last */
	char *limit; /* of the memory that it stands in */
} Spill;

/* text, and behind it, parted by a space or not, more. What grew last grows in place; any other text is copied. */
extern Str spill_add(Spill *spill, Arena *arena, Str text, bool parted, Str more);

#endif
