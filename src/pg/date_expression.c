/*
 * date_expression.c
 *	  SQL: french_date, the range of time that an expression means; french_dates, every one of a
 *	  text; article_dates_in and article_date_ranges, those of an article, resolved against the
 *	  moment of its publication.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/multirangetypes.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

#include "french/expression.h"
#include "pg/compat.h"
#include "pg/row.h"
#include "pg/valuetext.h"
#include "pg/zone.h"

/* ---------------------------------------------------------------- arguments */

/* The reference and the zone of a call. */
typedef struct ExpressionCall
{
	DateContext context;
	int64_t reference;
} ExpressionCall;

/* known: a timestamptz; an infinite one is as good as none. */
static void
call_init(ExpressionCall *call, void *zone, bool known, Datum reference)
{
	known = known && zone_seconds(reference, &call->reference);
	call->context = (DateContext){zone_offset, zone, known ? &call->reference : NULL};
}

/* ---------------------------------------------------------------- results */

/* Returns false if an end of the range does not fit into a timestamptz. */
static bool
range_of(const DateMeant *meant, RangeType **range)
{
	TypeCacheEntry *type = lookup_type_cache(TSTZRANGEOID, TYPECACHE_RANGE_INFO);
	RangeBound lower = {.inclusive = true, .lower = true};
	RangeBound upper = {.inclusive = false, .lower = false};
	Instant from = {.seconds = meant->from, .known = true};
	Instant to = {.seconds = meant->to, .known = true};

	if (!zone_timestamp(&from, &lower.val) || !zone_timestamp(&to, &upper.val))
		return false;
	*range = compat_make_range(type, &lower, &upper);
	return true;
}

SQL_FUNCTION(french_date);
Datum
french_date(PG_FUNCTION_ARGS)
{
	ExpressionCall call;
	ValueText source;
	DateMeant meant;
	RangeType *range;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	call_init(&call, zone_argument(fcinfo, 2), !PG_ARGISNULL(1), PG_GETARG_DATUM(1));
	source = valuetext_read(PG_GETARG_TEXT_PP(0));
	if (!expression_parse(source.text, &call.context, &meant) || !range_of(&meant, &range))
		PG_RETURN_NULL();
	PG_RETURN_RANGE_P(range);
}

/* Called for each date of a text. */
typedef void (*PutDate)(void *sink, ValueText *source, const DateMeant *meant, RangeType *range);

static void
each_date(text *argument, const DateContext *context, PutDate put, void *sink)
{
	ValueText source = valuetext_read(argument);
	DateExpressions expressions;
	DateMeant meant;
	ExpressionStep step;

	expression_start(&expressions, source.text, context);
	while ((step = expression_next(&expressions, &meant)) != EXPRESSION_END)
	{
		RangeType *range;

		CHECK_FOR_INTERRUPTS();
		if (step == EXPRESSION_FOUND && range_of(&meant, &range))
			put(sink, &source, &meant, range);
	}
}

/* ---------------------------------------------------------------- rows */

#define DATES_COLUMNS 6

typedef struct DateRows
{
	ReturnSetInfo *result;
	const char *field; /* of an article; NULL: no such column */
} DateRows;

static void
put_date(void *sink, ValueText *source, const DateMeant *meant, RangeType *range)
{
	DateRows *rows = sink;
	Datum values[DATES_COLUMNS];
	bool isnull[DATES_COLUMNS] = {false};

	valuetext_place(source, meant->start, meant->end, values);
	values[3] = RangeTypePGetDatum(range);
	values[4] = CStringGetTextDatum(expression_precision_name(meant->precision));
	if (rows->field != NULL)
		values[5] = CStringGetTextDatum(rows->field);
	tuplestore_putvalues(rows->result->setResult, rows->result->setDesc, values, isnull);
	for (int i = 2; i < (rows->field != NULL ? 6 : 5); i++)
		pfree(DatumGetPointer(values[i]));
}

SQL_FUNCTION(french_dates);
Datum
french_dates(PG_FUNCTION_ARGS)
{
	DateRows rows = {(ReturnSetInfo *) fcinfo->resultinfo, NULL};
	ExpressionCall call;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	call_init(&call, zone_argument(fcinfo, 2), !PG_ARGISNULL(1), PG_GETARG_DATUM(1));
	each_date(PG_GETARG_TEXT_PP(0), &call.context, put_date, &rows);
	return (Datum) 0;
}

/* ---------------------------------------------------------------- articles */

typedef enum DatedField
{
	DATED_TITLE,
	DATED_SUBTITLE,
	DATED_BODY,
	DATED_TEXTS, /* how many texts there are; the fields after them say how to read them */
	DATED_PUBLISHED = DATED_TEXTS,
	DATED_MODIFIED,
	DATED_LANGUAGE,
	DATED_COUNT
} DatedField;

static const RowColumn dated_columns[DATED_COUNT] = {{"title", TEXTOID},
													 {"subtitle", TEXTOID},
													 {"body", TEXTOID},
													 {"published_at", TIMESTAMPTZOID},
													 {"modified_at", TIMESTAMPTZOID},
													 {"language", TEXTOID}};

/* Is the article French, as far as it says? */
static bool
is_french(const RowValues *row)
{
	text *language;
	Str tag;

	if (row->isnull[DATED_LANGUAGE])
		return true;
	language = DatumGetTextPP(row->value[DATED_LANGUAGE]);
	tag = str_make(VARDATA_ANY(language), VARSIZE_ANY_EXHDR(language));
	return str_starts_ascii(tag, STR("fr")) && (tag.len == 2 || tag.data[2] == '-');
}

/*
 * Puts the dates of the article in the first argument, by the zone in the second.  The title's come
 * first; *field is the name of the text that is being read.
 */
static void
each_date_in(FunctionCallInfo fcinfo, PutDate put, void *sink, const char **field)
{
	HeapTupleHeader article = PG_GETARG_HEAPTUPLEHEADER(0);
	void *zone = zone_argument(fcinfo, 1);
	ExpressionCall call;
	RowValues row;
	int published;

	row_read(row_map_at_site(fcinfo, article, dated_columns, DATED_COUNT), article, DATED_COUNT,
			 &row);
	if (!is_french(&row))
		return;
	published = row.isnull[DATED_PUBLISHED] ? DATED_MODIFIED : DATED_PUBLISHED;
	call_init(&call, zone, !row.isnull[published], row.value[published]);
	for (int i = 0; i < DATED_TEXTS; i++)
	{
		if (row.isnull[i])
			continue;
		*field = dated_columns[i].name;
		each_date(DatumGetTextPP(row.value[i]), &call.context, put, sink);
	}
}

SQL_FUNCTION(article_dates_in);
Datum
article_dates_in(PG_FUNCTION_ARGS)
{
	DateRows rows = {(ReturnSetInfo *) fcinfo->resultinfo, NULL};

	InitMaterializedSRF(fcinfo, 0);
	if (!PG_ARGISNULL(0))
		each_date_in(fcinfo, put_date, &rows, &rows.field);
	return (Datum) 0;
}

/* The ranges of an article before they are united. */
typedef struct RangeList
{
	RangeType **items;
	int32 count;
	int32 size;
} RangeList;

static void
collect_range(void *sink, ValueText *source, const DateMeant *meant, RangeType *range)
{
	RangeList *list = sink;

	(void) source;
	(void) meant;
	if (list->count == list->size)
	{
		list->size = list->size > 0 ? list->size * 2 : 16;
		list->items = list->items == NULL
						  ? palloc(sizeof(RangeType *) * (Size) list->size)
						  : repalloc(list->items, sizeof(RangeType *) * (Size) list->size);
	}
	list->items[list->count++] = range;
}

SQL_FUNCTION(article_date_ranges);
Datum
article_date_ranges(PG_FUNCTION_ARGS)
{
	TypeCacheEntry *type = lookup_type_cache(TSTZRANGEOID, TYPECACHE_RANGE_INFO);
	RangeList list = {NULL, 0, 0};
	const char *field;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	each_date_in(fcinfo, collect_range, &list, &field);
	PG_RETURN_MULTIRANGE_P(make_multirange(TSTZMULTIRANGEOID, type, list.count, list.items));
}
