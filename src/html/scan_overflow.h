/*
 * scan_overflow.h
 *	  Where a page has its fill of nodes, text runs on into the text before it: texts that grow at their end.
 */
#ifndef ARTICLE_SCAN_OVERFLOW_H
#define ARTICLE_SCAN_OVERFLOW_H

#include "base/str.h"

typedef struct Overflow
{
	char *start; /* of the memory that the text written last stands in */
	char *end;	 /* behind the text written last */
	char *limit; /* of that memory */
} Overflow;

/* text, and behind it, parted by a space or not, more. What grew last grows in place; any other text is copied. */
extern Str overflow_add(Overflow *spill, Arena *arena, Str text, bool parted, Str more);

/* text, once nothing more is added to it: what is left of its memory is given back where it is large, which may move it. */
extern Str spill_fit(Overflow *spill, Arena *arena, Str text);

#endif
