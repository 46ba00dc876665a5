/*
 * query_keys.c
 *	  SQL: french_query_keys.  A tsquery in; out, lexemes one of which every matching document
 *	  holds: the fewest and rarest such set, or NULL if there is none.
 *
 * One walk over the query.  A set is sufficient at an AND or a phrase if it is at one side, and at
 * an OR if it is the union of both sides' sets; below a NOT the two change places.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "tsearch/ts_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/jsonb.h"

#include "french/lexicon.h"
#include "pg/bm25.h"
#include "pg/compat.h"
#include "text/fold.h"

/* A required set: the operands of the query that are in it, by number. */
typedef struct KeySet
{
	bool exists;
	double cost; /* number of documents that have one of the keys; a frequency if unknown */
	int count;
	int *operands;
} KeySet;

typedef struct KeySearch
{
	const QueryItem *items;
	const char *lexemes;
	JsonbContainer *counts; /* documents of each lexeme; NULL: no corpus was given */
} KeySearch;

static const KeySet no_set = {0};

/* Returns in how many documents of the corpus a lexeme is. */
static double
documents_of(JsonbContainer *counts, const char *lexeme, int length)
{
	JsonbValue *value = getKeyJsonValueFromContainer(counts, lexeme, length, NULL);

	if (value == NULL || value->type != jbvNumeric)
		return 0;
	return DatumGetFloat8(
		DirectFunctionCall1(numeric_float8_no_overflow, NumericGetDatum(value->val.numeric)));
}

/*
 * In how many of 3620 news stories a lexeme is on average: one of the lexicon in 45 up to five
 * bytes, in fewer the longer it is (26 of 7, 16 of 10, 7 of 15); one that it lacks, mostly a name,
 * in 2.3, whatever its length.
 */
#define KNOWN_MOST 45.0
#define KNOWN_BY_SQUARE 1400.0
#define UNKNOWN 2.3

/* Is a lexeme, without the mark of its reading, a word of the lexicon? */
static bool
in_lexicon(const char *lexeme, int length)
{
	if (length > 2 && lexeme[length - 2] == '/')
		length -= 2;
	return length <= FOLD_WORD_MAX && lexicon_has(str_make(lexeme, length));
}

/* Expected number of documents with a lexeme.  Without a corpus only the order of sets counts. */
static double
lexeme_cost(const KeySearch *search, const QueryOperand *operand)
{
	const char *lexeme = search->lexemes + operand->distance;
	double length = operand->length;

	if (search->counts != NULL)
		return 1 + documents_of(search->counts, lexeme, operand->length);
	return in_lexicon(lexeme, operand->length)
			   ? Min(KNOWN_MOST, KNOWN_BY_SQUARE / (length * length))
			   : UNKNOWN;
}

static KeySet
operand_set(const KeySearch *search, const QueryItem *item, bool negated)
{
	KeySet set;

	if (negated || item->qoperand.prefix)
		return no_set;
	set.exists = true;
	set.cost = lexeme_cost(search, &item->qoperand);
	set.count = 1;
	set.operands = palloc(sizeof(int));
	set.operands[0] = (int) (item - search->items);
	return set;
}

/* The union of two sets, which are freed. */
static KeySet
both(KeySet a, KeySet b)
{
	if (!a.exists || !b.exists)
		return no_set;
	if (a.count < b.count)
	{
		KeySet larger = b;

		b = a;
		a = larger;
	}
	a.operands = repalloc(a.operands, sizeof(int) * (Size) (a.count + b.count));
	memcpy(a.operands + a.count, b.operands, sizeof(int) * (Size) b.count);
	a.count += b.count;
	a.cost += b.cost;
	pfree(b.operands);
	return a;
}

static KeySet
cheaper(KeySet a, KeySet b)
{
	if (!a.exists || !b.exists)
		return a.exists ? a : b;
	return a.cost <= b.cost ? a : b;
}

static KeySet
required_set(const KeySearch *search, const QueryItem *item, bool negated)
{
	const QueryOperator *operator= & item->qoperator;
	KeySet left;
	KeySet right;

	check_stack_depth();
	if (item->type == QI_VAL)
		return operand_set(search, item, negated);
	if (operator->oper == OP_NOT)
		return required_set(search, item + 1, !negated);
	if (operator->oper == OP_PHRASE && negated) /* of a phrase that is not there nothing follows */
		return no_set;
	left = required_set(search, item + operator->left, negated);
	right = required_set(search, item + 1, negated);
	return (operator->oper == OP_OR) == !negated ? both(left, right) : cheaper(left, right);
}

static int
compare_texts(const void *a, const void *b)
{
	text *left = DatumGetTextPP(*(const Datum *) a);
	text *right = DatumGetTextPP(*(const Datum *) b);
	int left_len = VARSIZE_ANY_EXHDR(left);
	int right_len = VARSIZE_ANY_EXHDR(right);
	int order = memcmp(VARDATA_ANY(left), VARDATA_ANY(right), Min(left_len, right_len));

	CHECK_FOR_INTERRUPTS();
	return order != 0 ? order : left_len - right_len;
}

/* Returns the lexemes of a set, each once, sorted by their bytes. */
static ArrayType *
set_array(const KeySearch *search, const KeySet *set)
{
	Datum *keys = palloc(sizeof(Datum) * Max(set->count, 1));
	int count = 0;

	for (int i = 0; i < set->count; i++)
	{
		const QueryOperand *operand = &search->items[set->operands[i]].qoperand;

		keys[i] = PointerGetDatum(
			cstring_to_text_with_len(search->lexemes + operand->distance, operand->length));
	}
	qsort(keys, (size_t) set->count, sizeof(Datum), compare_texts);
	for (int i = 0; i < set->count; i++)
	{
		if (count == 0 || compare_texts(&keys[i], &keys[count - 1]) != 0)
			keys[count++] = keys[i];
	}
	return construct_array(keys, count, TEXTOID, -1, false, TYPALIGN_INT);
}

/* (tsquery) and (tsquery, corpus): with the frequencies of a corpus the rarest set is known. */
SQL_FUNCTION(french_query_keys);
Datum
french_query_keys(PG_FUNCTION_ARGS)
{
	TSQuery query = PG_GETARG_TSQUERY(0);
	KeySearch search = {.items = GETQUERY(query), .lexemes = GETOPERAND(query)};
	KeySet set;

	if (query->size == 0) /* it matches nothing, so no key is needed */
		PG_RETURN_ARRAYTYPE_P(construct_empty_array(TEXTOID));
	if (PG_NARGS() == 2)
	{
		Jsonb *statistics = corpus_statistics(PG_GETARG_OID(1), query, InvalidOid);

		search.counts =
			getKeyJsonValueFromContainer(&statistics->root, "lexemes", strlen("lexemes"), NULL)
				->val.binary.data;
	}
	set = required_set(&search, search.items, false);
	if (!set.exists)
		PG_RETURN_NULL();
	PG_RETURN_ARRAYTYPE_P(set_array(&search, &set));
}
