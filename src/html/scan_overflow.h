/*
 * scan_overflow.h
 *	  When the node budget is exhausted, text is appended to the text before it: texts that grow at
 *	  their end.
 */
#ifndef ARTICLE_SCAN_OVERFLOW_H
#define ARTICLE_SCAN_OVERFLOW_H

#include "base/str.h"

typedef struct Overflow
{
	char *start; /* start of the block of the text written last */
	char *end;	 /* end of the text written last */
	char *limit; /* end of that block */
} Overflow;

/*
 * Returns text followed by more, with a space between them if "separated". The text that grew last
 * grows in place; any other is copied.
 */
extern Str overflow_add(Overflow *overflow, Arena *arena, Str text, bool separated, Str more);

/*
 * Call when text is complete. Returns it after giving back the unused part of a large block, which
 * may move it.
 */
extern Str overflow_fit(Overflow *overflow, Arena *arena, Str text);

#endif
