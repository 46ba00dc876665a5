/*
 * bm25_query.c
 *	  The terms of a query. A tsquery in; its operands that are not under a NOT out, in order.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "pg/bm25.h"

static int
collect_terms(const QueryItem *item, const char *operands, QueryTerm *terms, int count)
{
	check_stack_depth();
	if (item->type == QI_VAL)
	{
		const QueryOperand *operand = &item->qoperand;

		terms[count++] = (QueryTerm){operands + operand->distance, operand->length, operand->prefix,
									 operand->weight};
	}
	else if (item->type == QI_OPR && item->qoperator.oper != OP_NOT)
	{
		count = collect_terms(item + item->qoperator.left, operands, terms, count);
		count = collect_terms(item + 1, operands, terms, count);
	}
	return count;
}

int
query_terms(TSQuery query, QueryTerm **terms)
{
	*terms = palloc(sizeof(QueryTerm) * Max(query->size, 1));
	if (query->size == 0)
		return 0;
	return collect_terms(GETQUERY(query), GETOPERAND(query), *terms, 0);
}
