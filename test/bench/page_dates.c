/*
 * page_dates.c
 *	  The dates of a text as page_cost.c measures them: every expression, with a reference.
 */
#include "page_dates.h"

#include "french/expression.h"

#define REFERENCE 1705312800 /* 2024-01-15 10:00 UTC */

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

void
page_dates(Str text, void (*look)(void *context))
{
	int64_t reference = REFERENCE;
	DateContext context = {no_offset, NULL, &reference};
	DateExpressions expressions;
	DateMeant meant;

	expression_start(&expressions, text, &context);
	while (expression_next(&expressions, &meant) != EXPRESSION_END)
		look(NULL);
}
