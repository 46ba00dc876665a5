/*
 * report_read.c
 *	  The figures of a report: three statements of SQL over the table.  unnest(ARRAY[article])
 *	  detoasts each article once for all its fields, which (article).field would do for each.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/compat.h"
#include "pg/report.h"
#include "pg/servertext.h"
#include "pg/sql.h"

/* The most groups of a kind that are shown. */
#define MOST_GROUPS "60"

/* Runs a statement under the caller's snapshot; the rows are in SPI_tuptable. */
static void
run(const char *sql)
{
	MemoryContext caller = CurrentMemoryContext;
	int result = SPI_execute(sql, true, 0);

	MemoryContextSwitchTo(caller);
	if (result != SPI_OK_SELECT)
		elog(ERROR, "could not run \"%s\": %s", sql, SPI_result_code_string(result));
}

/* ---------------------------------------------------------------- columns */

/* The column of articles: the one that was named, or else the only one of that type. */
static char *
article_column(Relation relation, Oid type, const char *named)
{
	TupleDesc desc = RelationGetDescr(relation);
	const char *table = sql_relation_name(RelationGetRelid(relation));
	const char *found = NULL;

	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, i);
		bool wanted = named == NULL || strcmp(NameStr(attribute->attname), named) == 0;

		if (attribute->attisdropped || attribute->atttypid != type || !wanted)
			continue;
		if (found != NULL)
			ereport(ERROR, (errcode(ERRCODE_AMBIGUOUS_COLUMN),
							errmsg("%s has several columns of type parsed_article", table),
							errhint("Name one of them in \"article_column\".")));
		found = NameStr(attribute->attname);
	}
	if (found == NULL && named != NULL)
		(void) sql_column(relation, named);
	if (found == NULL)
		ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
						named == NULL ? errmsg("%s has no column of type parsed_article", table)
									  : errmsg("column \"%s\" of %s is not of type parsed_article",
											   named, table)));
	return psprintf("t.%s", quote_identifier(found));
}

/* ---------------------------------------------------------------- one row */

static int64_t
number(HeapTuple tuple, int column)
{
	bool isnull;
	Datum value = SPI_getbinval(tuple, SPI_tuptable->tupdesc, column, &isnull);

	return isnull ? 0 : DatumGetInt64(value);
}

/* A confidence: 0 if there is none, or if the stored value is not a confidence. */
static double
fraction(HeapTuple tuple, int column)
{
	bool isnull;
	Datum value = SPI_getbinval(tuple, SPI_tuptable->tupdesc, column, &isnull);

	if (isnull || !(DatumGetFloat8(value) >= 0 && DatumGetFloat8(value) <= 1))
		return 0;
	return DatumGetFloat8(value);
}

static Str
text_of(Arena *arena, HeapTuple tuple, int column)
{
	bool isnull;
	Datum value = SPI_getbinval(tuple, SPI_tuptable->tupdesc, column, &isnull);

	if (isnull)
		return STR_NONE;
	return str_copy(arena, servertext_value(arena, DatumGetTextPP(value)));
}

/* ---------------------------------------------------------------- the groups */

/* Columns of the statement of groups, from 1. */
enum
{
	GROUP_KIND = 1, /* as GROUPING() tells it */
	GROUP_KEY,
	GROUP_TOTAL,
	GROUP_PAGES,
	GROUP_CONFIDENCE,
	GROUP_UNSURE,
	GROUP_PAYWALLED,
	GROUP_MISSING
};

/* GROUPING(site, language, year, level) has a bit for each column that is not grouped by. */
static const ReportKind kind_of_grouping[16] = {[15] = REPORT_ALL,
												[7] = REPORT_SITES,
												[11] = REPORT_LANGUAGES,
												[13] = REPORT_YEARS,
												[14] = REPORT_LEVELS};

static char *
groups_sql(const char *table, const char *article)
{
	StringInfoData sql;

	initStringInfo(&sql);
	appendStringInfo(
		&sql,
		"SELECT * FROM ("
		"SELECT GROUPING(site, language, year, level)::pg_catalog.int8 AS kind, "
		"  coalesce(site, language, year::pg_catalog.text, level::pg_catalog.text) AS key, "
		"  pg_catalog.count(*) OVER (PARTITION BY GROUPING(site, language, year, level)) AS total, "
		"  pg_catalog.count(*) AS pages, pg_catalog.avg(confidence)::pg_catalog.float8 AS "
		"confidence, "
		"  pg_catalog.count(*) FILTER (WHERE confidence < 0.3) AS unsure, "
		"  pg_catalog.count(*) FILTER (WHERE paywalled) AS paywalled");
	for (int i = 0; i < REPORT_FIELDS; i++)
		appendStringInfo(&sql, ", pg_catalog.count(*) FILTER (WHERE missing%d)", i);
	appendStringInfoString(
		&sql,
		", pg_catalog.row_number() OVER (PARTITION BY GROUPING(site, language, year, level) "
		"  ORDER BY pg_catalog.count(*) DESC, coalesce(site, language, year::pg_catalog.text, "
		"  level::pg_catalog.text) COLLATE \"C\") AS place "
		"FROM (SELECT coalesce(CASE WHEN pg_catalog.starts_with(host.name, 'www.') "
		"    THEN pg_catalog.substr(host.name, 5) ELSE nullif(host.name, '') END, a.site_name) AS "
		"site, "
		"  a.language, a.confidence, a.paywalled, "
		"  CASE WHEN pg_catalog.isfinite(a.published_at) "
		"    THEN pg_catalog.date_part('year', a.published_at)::pg_catalog.int4 END AS year, "
		"  CASE WHEN a.confidence >= 0 AND a.confidence <= 1 "
		"    THEN least(pg_catalog.floor(a.confidence::pg_catalog.float8 * 10), "
		"9)::pg_catalog.int4 END AS level");
#define REPORT_FIELD(name)                                                                         \
	appendStringInfo(&sql, ", a." #name " IS NULL AS missing%d", (int) REPORT_##name);
#include "pg/report_field_list.h"
#undef REPORT_FIELD
	appendStringInfo(&sql,
					 " FROM %s AS t CROSS JOIN LATERAL pg_catalog.unnest(ARRAY[%s]) AS a "
					 "CROSS JOIN LATERAL (SELECT pg_catalog.split_part(pg_catalog.split_part("
					 "  pg_catalog.split_part(a.url, '://', 2), '/', 1), ':', 1) AS name) AS host "
					 "WHERE %s IS DISTINCT FROM NULL AND a.extra ->> 'not_a_page' IS NULL) AS item "
					 "GROUP BY GROUPING SETS ((), (site), (language), (year), (level))) AS ranked "
					 "WHERE place <= " MOST_GROUPS " ORDER BY kind, place",
					 table, article, article);
	return sql.data;
}

static void
add_group(Report *report, Arena *arena, HeapTuple tuple)
{
	ReportGroups *groups = &report->groups[kind_of_grouping[number(tuple, GROUP_KIND) & 15]];
	ReportGroup *group;

	if (groups->items == NULL)
		groups->items = arena_array(arena, ReportGroup, atoi(MOST_GROUPS));
	group = &groups->items[groups->count++];
	groups->total = number(tuple, GROUP_TOTAL);
	group->key = text_of(arena, tuple, GROUP_KEY);
	group->pages = number(tuple, GROUP_PAGES);
	group->confidence = fraction(tuple, GROUP_CONFIDENCE);
	group->unsure = number(tuple, GROUP_UNSURE);
	for (int i = 0; i < REPORT_FIELDS; i++)
		group->missing[i] = number(tuple, GROUP_MISSING + i);
	if (groups == &report->groups[REPORT_ALL])
		report->paywalled = number(tuple, GROUP_PAYWALLED);
}

static void
read_groups(Report *report, Arena *arena, const char *table, const char *article)
{
	run(groups_sql(table, article));
	for (uint64 i = 0; i < SPI_processed; i++)
		add_group(report, arena, SPI_tuptable->vals[i]);
}

/* ---------------------------------------------------------------- rows and pages */

static void
read_rows(Report *report, const char *table, const char *article)
{
	run(psprintf("SELECT pg_catalog.count(*), "
				 "pg_catalog.count(*) FILTER (WHERE %s IS DISTINCT FROM NULL) FROM %s AS t",
				 article, table));
	report->rows = number(SPI_tuptable->vals[0], 1);
	report->parsed = number(SPI_tuptable->vals[0], 2);
}

/*
 * SQL for the column of pages.  Every argument of article_explain_in is given, with the type that
 * it declares, so that no function of the same name can be a better match.
 */
static char *
page_column(Relation relation, const char *name, Oid *type)
{
	Form_pg_attribute column = sql_column(relation, name);
	Oid found = getBaseType(column->atttypid);

	if (found != BYTEAOID && found != TEXTOID && found != VARCHAROID)
		sql_wrong_type(relation, column, "text or bytea", NULL);
	*type = found;
	return psprintf("t.%s::pg_catalog.%s", quote_identifier(name),
					found == BYTEAOID ? "bytea" : "text");
}

/* The explanation is made only of the pages that are listed. */
static char *
worst_sql(Relation relation, const char *article, Oid function, const ReportRequest *request)
{
	StringInfoData sql;
	Oid type = InvalidOid;
	const char *html = "NULL";

	initStringInfo(&sql);
	appendStringInfoString(
		&sql, "SELECT coalesce(url, page_url), title, confidence::pg_catalog.float8, ");
	if (request->html != NULL)
	{
		html = page_column(relation, request->html, &type);
		appendStringInfo(&sql,
						 "%s(html, '%s'::pg_catalog.text, page_url, fetched_at, "
						 "'Europe/Paris'::pg_catalog.text, NULL::pg_catalog.text%s)",
						 sql_own_name(function, "article_explain_in"),
						 request->french ? "fr" : "en",
						 type == BYTEAOID ? ", NULL::pg_catalog.text" : "");
	}
	else
		appendStringInfoString(&sql, "NULL::pg_catalog.text");
	appendStringInfo(
		&sql,
		" FROM (SELECT a.url, a.title, a.confidence, %s AS html, %s AS page_url, %s AS fetched_at "
		"FROM %s AS t CROSS JOIN LATERAL pg_catalog.unnest(ARRAY[%s]) AS a "
		"WHERE %s IS DISTINCT FROM NULL AND a.extra ->> 'not_a_page' IS NULL "
		"ORDER BY a.confidence, coalesce(a.url, %s) COLLATE \"C\" LIMIT %d) AS worst",
		html, sql_column_argument(relation, request->url, TEXTOID),
		sql_column_argument(relation, request->fetched_at, TIMESTAMPTZOID),
		sql_relation_name(RelationGetRelid(relation)), article, article,
		sql_column_argument(relation, request->url, TEXTOID), request->worst);
	return sql.data;
}

static void
read_worst(Report *report, Arena *arena, const char *sql)
{
	run(sql);
	report->worst = arena_array(arena, ReportPage, SPI_processed);
	report->nworst = (uint32_t) SPI_processed;
	for (uint32_t i = 0; i < report->nworst; i++)
	{
		HeapTuple tuple = SPI_tuptable->vals[i];

		report->worst[i] = (ReportPage){text_of(arena, tuple, 1), text_of(arena, tuple, 2),
										fraction(tuple, 3), text_of(arena, tuple, 4)};
	}
}

/*
 * unnest writes what exceeds work_mem to a file, and is deaf meanwhile: 100 ms for an article of 64
 * MB. sql_path_restore undoes this.
 */
static void
keep_rows_in_memory(void)
{
	const int kilobytes = 128 * 1024;

	if (work_mem < kilobytes)
		(void) set_config_option("work_mem", "128MB", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
								 true, 0, false);
}

void
report_read(Report *report, Arena *arena, Oid function, const ReportRequest *request)
{
	char *table = sql_relation_name(request->table); /* raises an error if it does not exist */
	Relation relation = relation_open(request->table, AccessShareLock);
	char *article =
		article_column(relation, sql_own_type(function, "parsed_article"), request->article);
	char *worst = worst_sql(relation, article, function, request);
	int level;

	memset(report, 0, sizeof(*report));
	report->table = str_copy(arena, servertext_argument(arena, str_cstr(table)));
	SPI_connect();
	level = sql_path_restrict();
	keep_rows_in_memory();
	read_rows(report, table, article);
	read_groups(report, arena, table, article);
	read_worst(report, arena, worst);
	sql_path_restore(level);
	SPI_finish();
	relation_close(relation, AccessShareLock);
}
