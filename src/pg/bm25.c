/*
 * bm25.c
 *	  SQL: article_bm25 and article_bm25_score, Okapi BM25 over a tsvector whose weights A to D are
 *	  fields; article_bm25_rank and article_bm25_rank_score, the same over the counts of a tsvector
 *	  (bm25_document.h). Both give the same result.
 *
 * Each term of the query adds, with its frequency tf in the document:
 *
 *	  idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average))
 *	  idf = ln(1 + (N - n + 0.5) / (n + 0.5))
 *
 * N: documents of the corpus; n: those with the term; length, average: of this document and of all.
 * A field counts as if it were repeated `weight` times, in tf and in length. Robertson & Zaragoza,
 * "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), 3.1 and 3.6.
 *
 * The family of a term, words derived from the same one, adds to its tf as FAMILY_SHARE of the
 * term: a text about "ambassades" is a little about an "ambassadeur".
 */
#include "postgres.h"

#include <float.h>
#include <math.h>

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "pg/bm25.h"
#include "pg/bm25_document.h"
#include "pg/compat.h"
#include "pg/corpus.h"

/*
 * What an occurrence of a word's family counts beside one of the word. From 0.1 to 0.4 the ranking
 * of questions and of headlines gains alike (test/bench/README.md).
 */
#define FAMILY_SHARE 0.3

/* Weights of the fields and the parameters k1 and b: the last arguments of both functions. */
typedef struct Tuning
{
	double weights[BM25_FIELDS];
	double k1;
	double b;
} Tuning;

/* Identifies the statistics of a call site: those of a corpus as of a command, or given ones. */
typedef struct PlanKey
{
	Oid corpus;
	TimestampTz statement;
	CommandId command;
	Jsonb *given;
} PlanKey;

/* State of a call site, stored in fn_extra: a query with its statistics. */
typedef struct ScorePlan
{
	MemoryContext context;
	TSQuery query;
	PlanKey key;
	QueryTerm *terms;
	double *idf;
	QueryTerm **family; /* of each term: other lexemes, ended by one without; NULL if it has none */
	int count;
	double mean[BM25_FIELDS]; /* positions in an average document */
	bool told;				  /* a NOTICE was sent that the corpus is empty: once per call site */
} ScorePlan;

/* ---------------------------------------------------------------- statistics */

#define STATISTICS_HINT "article_corpus_lookup gives statistics in the form that they must have."

/* Returns whether a member is missing or null; it counts as 0. */
static bool
is_missing(const JsonbValue *value)
{
	return value == NULL || value->type == jbvNull;
}

/*
 * Returns a count. One below zero is zero: between a deletion and the merge of what was added
 * before it, a table of statistics may hold one.
 */
static double
number_of(const JsonbValue *value, const char *name)
{
	double number;

	if (is_missing(value))
		return 0;
	if (value->type != jbvNumeric)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" of the statistics contains something other than a number", name),
				 errhint(STATISTICS_HINT)));
	number = DatumGetFloat8(
		DirectFunctionCall1(numeric_float8_no_overflow, NumericGetDatum(value->val.numeric)));
	if (isinf(number))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("\"%s\" of the statistics contains a number that is out of range", name)));
	return Max(0.0, number);
}

static JsonbValue *
member(JsonbContainer *object, const char *key, int length)
{
	return object == NULL ? NULL : getKeyJsonValueFromContainer(object, key, length, NULL);
}

/* Returns a member that is an object itself; NULL if it is missing. */
static JsonbContainer *
member_object(JsonbContainer *object, const char *name)
{
	JsonbValue *value = member(object, name, strlen(name));

	if (is_missing(value))
		return NULL;
	if (value->type != jbvBinary || !JsonContainerIsObject(value->val.binary.data))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"%s\" of the statistics is not a JSON object", name),
						errhint(STATISTICS_HINT)));
	return value->val.binary.data;
}

/* Returns the number of all documents, without which nothing else in the statistics has a meaning. */
static double
all_documents(JsonbContainer *root)
{
	JsonbValue *value = member(root, "documents", strlen("documents"));

	if (is_missing(value))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the statistics have no member \"documents\""), errhint(STATISTICS_HINT)));
	return number_of(value, "documents");
}

static void
plan_lengths(ScorePlan *plan, JsonbContainer *root, double documents)
{
	JsonbValue *lengths = member(root, "lengths", strlen("lengths"));

	if (is_missing(lengths))
		return;
	if (lengths->type != jbvBinary || !JsonContainerIsArray(lengths->val.binary.data) ||
		JsonContainerSize(lengths->val.binary.data) != BM25_FIELDS)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"lengths\" of the statistics is not an array of four numbers"),
						errhint(STATISTICS_HINT)));
	for (int field = 0; field < BM25_FIELDS; field++)
	{
		JsonbValue *value = getIthJsonbValueFromContainer(lengths->val.binary.data, field);
		double length = number_of(value, "lengths");

		plan->mean[field] = documents > 0 ? length / documents : 0;
	}
}

/* Returns idf.  In outdated statistics a term may count more often than there are documents. */
static double
inverse_frequency(double documents, double with_term)
{
	with_term = Min(with_term, documents);
	return log(1 + (documents - with_term + 0.5) / (with_term + 0.5));
}

static bool
same_term(const QueryTerm *a, const QueryTerm *b)
{
	return a->length == b->length && a->prefix == b->prefix && a->weights == b->weights &&
		   memcmp(a->lexeme, b->lexeme, a->length) == 0;
}

/*
 * Returns the members of a term's family, which the plan owns, ended by a lexeme of NULL; NULL if
 * it has none.
 */
static QueryTerm *
read_family(JsonbContainer *families, const QueryTerm *term)
{
	JsonbValue *value = member(families, term->lexeme, term->length);
	QueryTerm *family;
	int count;

	if (is_missing(value) || term->prefix)
		return NULL;
	if (value->type != jbvBinary || !JsonContainerIsArray(value->val.binary.data))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("a member of \"families\" of the statistics is not an array"),
						errhint(STATISTICS_HINT)));
	count = JsonContainerSize(value->val.binary.data);
	family = palloc0(sizeof(QueryTerm) * (count + 1));
	for (int i = 0; i < count; i++)
	{
		JsonbValue *item = getIthJsonbValueFromContainer(value->val.binary.data, i);

		if (item->type != jbvString)
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("\"families\" of the statistics contains something other than "
								   "a string"),
							errhint(STATISTICS_HINT)));
		family[i] = (QueryTerm){.lexeme = pnstrdup(item->val.string.val, item->val.string.len),
								.length = item->val.string.len,
								.weights = term->weights};
	}
	return count > 0 ? family : NULL;
}

/*
 * Adds a term with its idf to the plan. One that is written twice in a row, as french_query_any
 * does to weigh it, is looked up once.
 */
static void
plan_term(ScorePlan *plan, const QueryTerm *term, double idf, JsonbContainer *families)
{
	if (plan->count > 0 && same_term(&plan->terms[plan->count - 1], term))
	{
		plan->idf[plan->count - 1] += idf;
		return;
	}
	plan->terms[plan->count] = *term;
	plan->family[plan->count] = read_family(families, term);
	plan->idf[plan->count++] = idf;
}

/* Fills the plan from the statistics.  Returns the number of documents. */
static double
plan_terms(ScorePlan *plan, Jsonb *statistics)
{
	JsonbContainer *root = &statistics->root;
	JsonbContainer *lexemes;
	JsonbContainer *prefixes;
	JsonbContainer *families;
	double documents;
	QueryTerm *terms;
	int count;

	if (!JsonContainerIsObject(root))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("the statistics are not a JSON object"), errhint(STATISTICS_HINT)));
	lexemes = member_object(root, "lexemes");
	prefixes = member_object(root, "prefixes");
	families = member_object(root, "families");
	documents = all_documents(root);
	count = query_terms(plan->query, &terms);
	plan->terms = palloc(sizeof(QueryTerm) * Max(count, 1));
	plan->idf = palloc(sizeof(double) * Max(count, 1));
	plan->family = palloc(sizeof(QueryTerm *) * Max(count, 1));
	for (int i = 0; i < count; i++)
	{
		const QueryTerm *term = &terms[i];
		JsonbValue *value = member(term->prefix ? prefixes : lexemes, term->lexeme, term->length);
		double with_term = number_of(value, term->prefix ? "prefixes" : "lexemes");

		plan_term(plan, term, inverse_frequency(documents, with_term), families);
	}
	plan_lengths(plan, root, documents);
	return documents;
}

/* ---------------------------------------------------------------- a call site */

static bool
same_value(const void *a, const void *b)
{
	return VARSIZE(a) == VARSIZE(b) && memcmp(a, b, VARSIZE(a)) == 0;
}

static bool
plan_serves(const ScorePlan *plan, TSQuery query, const PlanKey *key)
{
	if (plan == NULL || !same_value(plan->query, query) || plan->key.corpus != key->corpus)
		return false;
	if (key->given != NULL)
		return same_value(plan->key.given, key->given);
	return plan->key.statement == key->statement && plan->key.command == key->command;
}

static void *
copy_value(const void *value)
{
	return memcpy(palloc(VARSIZE(value)), value, VARSIZE(value));
}

static ScorePlan *
new_plan(FunctionCallInfo fcinfo, TSQuery query, const PlanKey *key, bool told)
{
	Jsonb *statistics = key->given != NULL
							? key->given
							: corpus_statistics(key->corpus, query, fcinfo->flinfo->fn_oid);
	MemoryContext context =
		AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "article_bm25 query", ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	ScorePlan *plan = palloc0(sizeof(ScorePlan));

	plan->context = context;
	plan->query = copy_value(query);
	plan->key = *key;
	if (key->given != NULL)
		plan->key.given = copy_value(key->given);
	plan->told = told;
	if (plan_terms(plan, statistics) == 0 && key->given == NULL && !told)
	{
		corpus_tell_empty(key->corpus);
		plan->told = true;
	}
	MemoryContextSwitchTo(caller);
	return plan;
}

/*
 * Returns the query with its statistics, which are read once per statement while the query stays
 * the same.
 */
static const ScorePlan *
score_plan(FunctionCallInfo fcinfo, TSQuery query, const PlanKey *key)
{
	ScorePlan *plan = fcinfo->flinfo->fn_extra;
	bool told = plan != NULL && plan->told;

	if (plan_serves(plan, query, key))
		return plan;
	fcinfo->flinfo->fn_extra = NULL;
	if (plan != NULL)
		MemoryContextDelete(plan->context);
	plan = new_plan(fcinfo, query, key, told);
	fcinfo->flinfo->fn_extra = plan;
	return plan;
}

/* ---------------------------------------------------------------- a document */

/* A document as it was given: a tsvector, or else its counts. */
typedef struct Document
{
	TSVector words;
	const Bm25Document *narrow;
} Document;

/* Each field counts as if it were repeated `weight` times. */
static double
weighted(const FieldCounts *counts, const double *weights)
{
	double sum = 0;

	for (int field = 0; field < BM25_FIELDS; field++)
		sum += weights[field] * counts->of[field];
	return sum;
}

static double
document_length(const Document *document, const double *weights)
{
	FieldCounts lengths = document->words != NULL ? tsvector_lengths(document->words)
												  : bm25_document_lengths(document->narrow);

	return weighted(&lengths, weights);
}

/* Returns the weighted frequency of a term in a document, in the fields that it asks for. */
static double
term_frequency(const Document *document, const QueryTerm *term, const double *weights)
{
	FieldCounts counts = {0};

	if (document->words != NULL)
		tsvector_count(document->words, term, &counts);
	else
		bm25_document_count(document->narrow, term, &counts);
	for (int field = 0; field < BM25_FIELDS; field++)
	{
		if (term->weights != 0 && !(term->weights & (1 << field)))
			counts.of[field] = 0;
	}
	return weighted(&counts, weights);
}

/* Returns the frequency of a term of the plan with the share of its family. */
static double
family_frequency(const ScorePlan *plan, int term, const Document *document, const double *weights)
{
	double tf = term_frequency(document, &plan->terms[term], weights);

	if (plan->family[term] != NULL)
	{
		for (const QueryTerm *other = plan->family[term]; other->lexeme != NULL; other++)
			tf += FAMILY_SHARE * term_frequency(document, other, weights);
	}
	return tf;
}

static double
score(const ScorePlan *plan, const Document *document, const Tuning *tuning)
{
	double average = 0;
	double dampening;
	double sum = 0;

	for (int field = 0; field < BM25_FIELDS; field++)
		average += tuning->weights[field] * plan->mean[field];
	dampening = tuning->k1;
	if (average > 0)
		dampening *=
			1 - tuning->b + tuning->b * document_length(document, tuning->weights) / average;
	for (int i = 0; i < plan->count; i++)
	{
		double tf = family_frequency(plan, i, document, tuning->weights);

		if (tf > 0)
			sum += plan->idf[i] * tf * (tuning->k1 + 1) / (tf + dampening);
	}
	return sum;
}

/* ---------------------------------------------------------------- SQL */

static void
read_weights(ArrayType *array, double *weights)
{
	const float4 *values = (const float4 *) ARR_DATA_PTR(array);

	if (ARR_NDIM(array) != 1 || ARR_DIMS(array)[0] != BM25_FIELDS || array_contains_nulls(array))
		ereport(ERROR, (errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
						errmsg("\"weights\" must be four numbers, for D, C, B and A")));
	for (int field = 0; field < BM25_FIELDS; field++)
	{
		weights[field] = values[field];
		if (!(weights[field] >= 0 && weights[field] <= FLT_MAX))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("\"weights\" must be finite and not negative: %g", weights[field])));
	}
}

static void
read_tuning(FunctionCallInfo fcinfo, Tuning *tuning)
{
	read_weights(PG_GETARG_ARRAYTYPE_P(3), tuning->weights);
	tuning->k1 = PG_GETARG_FLOAT8(4);
	tuning->b = PG_GETARG_FLOAT8(5);
	if (!(tuning->k1 >= 0 && tuning->k1 <= FLT_MAX))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"k1\" must be between 0 and %g: %g", FLT_MAX, tuning->k1)));
	if (!(tuning->b >= 0 && tuning->b <= 1))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"b\" must be between 0 and 1: %g", tuning->b)));
}

static Datum
scored(FunctionCallInfo fcinfo, const PlanKey *key, const Document *document)
{
	Tuning tuning;

	read_tuning(fcinfo, &tuning);
	PG_RETURN_FLOAT8(score(score_plan(fcinfo, PG_GETARG_TSQUERY(1), key), document, &tuning));
}

/* The corpus as it is now. */
static PlanKey
current_corpus(Oid corpus)
{
	return (PlanKey){.corpus = corpus,
					 .statement = GetCurrentStatementStartTimestamp(),
					 .command = ActiveSnapshotSet() ? GetActiveSnapshot()->curcid : 0};
}

SQL_FUNCTION(article_bm25);
Datum
article_bm25(PG_FUNCTION_ARGS)
{
	Document document = {.words = PG_GETARG_TSVECTOR(0)};
	PlanKey key = current_corpus(PG_GETARG_OID(2));

	return scored(fcinfo, &key, &document);
}

SQL_FUNCTION(article_bm25_score);
Datum
article_bm25_score(PG_FUNCTION_ARGS)
{
	Document document = {.words = PG_GETARG_TSVECTOR(0)};
	PlanKey key = {.given = PG_GETARG_JSONB_P(2)};

	return scored(fcinfo, &key, &document);
}

SQL_FUNCTION(article_bm25_rank);
Datum
article_bm25_rank(PG_FUNCTION_ARGS)
{
	Document document = {.narrow = PG_GETARG_BM25_DOCUMENT(0)};
	PlanKey key = current_corpus(PG_GETARG_OID(2));

	return scored(fcinfo, &key, &document);
}

SQL_FUNCTION(article_bm25_rank_score);
Datum
article_bm25_rank_score(PG_FUNCTION_ARGS)
{
	Document document = {.narrow = PG_GETARG_BM25_DOCUMENT(0)};
	PlanKey key = {.given = PG_GETARG_JSONB_P(2)};

	return scored(fcinfo, &key, &document);
}
