/*
 * forms.c
 *	  SQL: french_forms, the terms of a text with the forms in which they occur there;
 *	  article_corpus_forms, which fills a table with those of many texts; article_form_keys, by
 *	  which french_suggest finds a form in it.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "french/spelling.h"
#include "french/word_scan.h"
#include "pg/compat.h"
#include "pg/corpus.h"
#include "pg/memory.h"
#include "pg/passage.h"
#include "pg/servertext.h"
#include "pg/sql.h"
#include "pg/tsearch.h"
#include "text/fold.h"

#define FIRST_FORMS 256 /* of the hash table, which doubles when it is full */

/* A term of the text in one of its forms; the key is both, with a zero byte between them. */
typedef struct FormCount
{
	Str key;
	uint32 hash;
	char status; /* used by simplehash */
	uint32 lexeme_len;
	int32 occurrences;
} FormCount;

#define SH_PREFIX forms
#define SH_ELEMENT_TYPE FormCount
#define SH_KEY key
#include "pg/strtable.h"

/* ---------------------------------------------------------------- the forms of a text */

static void
count_form(forms_hash *table, Arena *arena, Str lexeme, Str place)
{
	char key[WORD_TERM_BYTES + TERM_BYTES_MAX + 1 + FOLD_WORD_ROOM];
	FormCount *entry;
	bool found;
	size_t len = lexeme.len;

	memcpy(key, lexeme.data, len);
	key[len++] = '\0';
	len += fold_shown(place, key + len, FOLD_WORD_ROOM);
	entry = forms_insert(table, str_make(key, len), &found);
	if (!found)
	{
		entry->key = str_copy(arena, str_make(key, len));
		entry->lexeme_len = lexeme.len;
		entry->occurrences = 0;
	}
	entry->occurrences++;
}

/*
 * Is a term of the token one of those before it, at another position: porteavion of porte-avions?
 */
static bool
is_repeated(const WordScan *scan, uint32_t i)
{
	uint32_t position;
	Str term = word_scan_term(scan, i, &position);

	for (uint32_t k = 0; k < i; k++)
	{
		if (str_equal(word_scan_term(scan, k, &position), term))
			return true;
	}
	return false;
}

static void
count_forms(forms_hash *table, Arena *arena, Str text)
{
	WordScan *scan = palloc(sizeof(WordScan));

	word_scan_start(scan, arena, text);
	while (word_scan_next(scan))
	{
		CHECK_FOR_INTERRUPTS();
		for (uint32_t i = 0; i < scan->count && word_scan_is_word(scan); i++)
		{
			uint32_t position;

			if (!is_repeated(scan, i))
				count_form(table, arena, word_scan_term(scan, i, &position),
						   word_scan_place(scan, i));
		}
	}
	pfree(scan);
}

static void
put_forms(PassageList *list, forms_hash *table)
{
	forms_iterator iterator;
	FormCount *entry;

	forms_start_iterate(table, &iterator);
	while ((entry = forms_iterate(table, &iterator)) != NULL)
	{
		RowValues row = {0};
		uint32 form = entry->lexeme_len + 1;

		row.value[0] = servertext_datum(str_sub(entry->key, 0, entry->lexeme_len));
		row.value[1] = servertext_datum(str_sub(entry->key, form, entry->key.len));
		row.value[2] = Int32GetDatum(entry->occurrences);
		passage_put(list, &row);
		pfree(DatumGetPointer(row.value[0]));
		pfree(DatumGetPointer(row.value[1]));
	}
}

SQL_FUNCTION(french_forms);
Datum
french_forms(PG_FUNCTION_ARGS)
{
	forms_hash *table;
	PassageList list;
	Arena arena;

	tsearch_check_encoding();
	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	passage_open(&list, fcinfo, passage_argument(&arena, PG_GETARG_TEXT_PP(0)));
	table = forms_create(CurrentMemoryContext, FIRST_FORMS, NULL);
	count_forms(table, &arena, list.text);
	put_forms(&list, table);
	forms_destroy(table);
	arena_free(&arena);
	return (Datum) 0;
}

/* (lexeme, form) → keys */
SQL_FUNCTION(article_form_keys);
Datum
article_form_keys(PG_FUNCTION_ARGS)
{
	StrList keys = {0};
	Datum *elements;
	Arena arena;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	spelling_keys(&arena, servertext_value(&arena, PG_GETARG_TEXT_PP(0)),
				  servertext_value(&arena, PG_GETARG_TEXT_PP(1)), &keys);
	elements = palloc(sizeof(Datum) * keys.count);
	for (uint32_t i = 0; i < keys.count; i++)
		elements[i] = servertext_datum(keys.items[i]);
	arena_free(&arena);
	PG_RETURN_ARRAYTYPE_P(
		construct_array(elements, (int) keys.count, TEXTOID, -1, false, TYPALIGN_INT));
}

/* ---------------------------------------------------------------- a table of forms */

char *
corpus_forms_name(Oid forms)
{
	static const char *const columns[] = {"lexeme", "form", "occurrences", "keys"};
	char *name = sql_relation_name(forms);

	for (int i = 0; i < (int) lengthof(columns); i++)
	{
		if (get_attnum(forms, columns[i]) == InvalidAttrNumber)
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE), errmsg("%s is not a table of forms", name),
					 errhint("Create one with CREATE TABLE ... OF article_corpus_form.")));
	}
	return name;
}

static void
check_forms(Oid table, Oid function)
{
	Oid owner;

	if (!corpus_is_of(table, sql_own_type(function, "article_corpus_form"), &owner))
		ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
						errmsg("%s is not a table of forms", sql_relation_name(table)),
						errhint("Create one with CREATE TABLE ... OF article_corpus_form.")));
}

/*
 * Returns SQL for the text in a column of "s": of an article, the fields that are running text.
 */
static char *
text_expression(Oid relation, const char *column, Oid article)
{
	AttrNumber number = get_attnum(relation, column);
	const char *name = quote_identifier(column);
	Oid type;

	if (number == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN), errmsg("column \"%s\" of %s does not exist",
														   column, sql_relation_name(relation))));
	type = getBaseType(get_atttype(relation, number));
	if (type == article)
		return psprintf("concat_ws(E'\\n\\n', (s.%s).title, (s.%s).subtitle, (s.%s).body)", name,
						name, name);
	if (type != TEXTOID && type != VARCHAROID)
		ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
						errmsg("column \"%s\" of %s is neither a text nor an article", column,
							   sql_relation_name(relation)),
						errhint("Name a column of type text or parsed_article.")));
	return psprintf("s.%s::text", name);
}

/* One statement, as article_corpus_refresh, so that readers see the old forms until it commits. */
SQL_FUNCTION(article_corpus_forms);
Datum
article_corpus_forms(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"forms", "source", "texts"};
	Oid function = fcinfo->flinfo->fn_oid;
	char *table;
	char *expression;

	sql_refuse_nulls(fcinfo, names);
	tsearch_check_encoding();
	check_forms(PG_GETARG_OID(0), function);
	expression = text_expression(PG_GETARG_OID(1), NameStr(*PG_GETARG_NAME(2)),
								 sql_own_type(function, "parsed_article"));
	SPI_connect();
	table = sql_relation_name(PG_GETARG_OID(0));
	corpus_lock(table);
	corpus_run(psprintf(
		"WITH gone AS (DELETE FROM %s) INSERT INTO %s (lexeme, form, occurrences, keys) "
		"SELECT f.lexeme, f.form, f.occurrences, %s(f.lexeme, f.form) FROM (SELECT g.lexeme, "
		"g.form, sum(g.occurrences) AS occurrences FROM %s s, %s(%s) g GROUP BY g.lexeme, g.form) "
		"f",
		corpus_rows(PG_GETARG_OID(0)), table, sql_own_name(function, "article_form_keys"),
		sql_relation_name(PG_GETARG_OID(1)), sql_own_name(function, "french_forms"), expression));
	SPI_finish();
	PG_RETURN_VOID();
}
