/*
 * rules.c
 *	  SQL: article_rules_check reports what it does not understand in a text of rules;
 *	  article_rules_for picks the rules of a page from a table.
 */
#include "postgres.h"

#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "parser/parse_coerce.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/request.h"
#include "pg/ruleset.h"
#include "pg/servertext.h"
#include "pg/sql.h"
#include "rules/rule_host.h"

/* ---------------------------------------------------------------- check */

#define CHECK_COLUMNS 4

static void
put_note(ReturnSetInfo *result, const RuleNote *note)
{
	Datum values[CHECK_COLUMNS] = {
		Int32GetDatum((int32) note->line),
		CStringGetTextDatum(note->level == RULE_NOTE_ERROR ? "error" : "ignored"), (Datum) 0,
		CStringGetTextDatum(note->message)};
	bool isnull[CHECK_COLUMNS] = {false, false, note->directive.len == 0, false};

	if (note->directive.len > 0)
		values[2] = servertext_datum(note->directive);
	tuplestore_putvalues(result->setResult, result->setDesc, values, isnull);
}

SQL_FUNCTION(article_rules_check);
Datum
article_rules_check(PG_FUNCTION_ARGS)
{
	text *rules = PG_GETARG_TEXT_PP(0);
	Str text = str_make(VARDATA_ANY(rules), VARSIZE_ANY_EXHDR(rules));
	const RuleSet *set;

	InitMaterializedSRF(fcinfo, 0);
	request_check_rules(text);
	set = ruleset_open(text);
	for (uint32_t i = 0; i < set->file.nnotes; i++)
		put_note((ReturnSetInfo *) fcinfo->resultinfo, &set->file.notes[i]);
	return (Datum) 0;
}

/* ---------------------------------------------------------------- the rules of a page */

/* Raises an error unless the column exists and holds text. */
static void
check_column(Oid table, const char *column)
{
	AttrNumber number = get_attnum(table, column);

	if (number == InvalidAttrNumber ||
		TypeCategory(getBaseType(get_atttype(table, number))) != TYPCATEGORY_STRING)
		ereport(
			ERROR,
			(errcode(ERRCODE_WRONG_OBJECT_TYPE),
			 errmsg("%s is not a table of rules", sql_relation_name(table)),
			 errdetail("It has no column \"%s\" of type text.", column),
			 errhint("Create one with CREATE TABLE site_rules (host text PRIMARY KEY, rules text "
					 "NOT NULL).")));
}

static Datum
names_array(const StrList *names)
{
	Datum *values = palloc(sizeof(Datum) * Max(names->count, 1));

	for (uint32_t i = 0; i < names->count; i++)
		values[i] = servertext_datum(names->items[i]);
	return PointerGetDatum(
		construct_array(values, (int) names->count, TEXTOID, -1, false, TYPALIGN_INT));
}

/*
 * Returns the rules with the longest of the names, and after them those for all sites, as Full-Text
 * RSS appends its global.txt; NULL if there are none.
 */
static text *
find_rules(Oid table, Datum names)
{
	Oid type = TEXTARRAYOID;
	const char *relation = sql_relation_name(table);
	char *sql =
		psprintf("SELECT pg_catalog.string_agg(found.rules, E'\\n' ORDER BY found.place) FROM ("
				 "(SELECT 1 AS place, r.rules::pg_catalog.text AS rules FROM %s r "
				 "WHERE r.host::pg_catalog.text OPERATOR(pg_catalog.=) ANY ($1) "
				 "ORDER BY pg_catalog.length(r.host::pg_catalog.text) DESC LIMIT 1) UNION ALL "
				 "(SELECT 2, r.rules::pg_catalog.text FROM %s r "
				 "WHERE r.host::pg_catalog.text OPERATOR(pg_catalog.=) 'global' LIMIT 1)) AS found",
				 relation, relation);
	int level = sql_path_restrict();
	text *rules = NULL;

	if (SPI_execute_with_args(sql, 1, &type, &names, NULL, true, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not read rules");
	sql_path_restore(level);
	if (SPI_processed > 0)
	{
		bool isnull;
		Datum value = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull);

		if (!isnull)
			rules = DatumGetTextPP(SPI_datumTransfer(value, false, -1));
	}
	return rules;
}

SQL_FUNCTION(article_rules_for);
Datum
article_rules_for(PG_FUNCTION_ARGS)
{
	text *url = PG_GETARG_TEXT_PP(0);
	Oid table = PG_GETARG_OID(1);
	StrList names = {0};
	text *rules = NULL;
	Arena arena;

	check_column(table, "host");
	check_column(table, "rules");
	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	rule_host_names(&names, &arena, servertext_value(&arena, url));
	if (names.count > 0)
	{
		Datum array = names_array(&names);

		SPI_connect();
		rules = find_rules(table, array);
		SPI_finish();
	}
	arena_free(&arena);
	if (rules == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(rules);
}
