/*
 * backfill_log.c
 *	  The log of article_backfill: its runs and failures, stored in tables of the extension.  The
 *	  caller of article_backfill needs no privilege to write to them, and nobody has one: the
 *	  statements have a fixed text and run as the tables' owner, with only pg_catalog in the search
 *	  path.
 *
 * Whether a run is alive shows in pg_locks, which everybody may read: the session holds a lock on
 * the object that represents the run's row.  The server releases it when the session ends, for
 * whatever reason, and when the CALL fails.  So a row that has no outcome and whose lock is not
 * held was interrupted.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/dependency.h"
#include "catalog/pg_class.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "storage/lock.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "base/version.h"
#include "pg/backfill.h"
#include "pg/sql.h"

#define RUN_TABLE "article_backfill_run"
#define FAILURE_TABLE "article_backfill_failure"
#define REFILL_TABLE "article_backfill_refill"

/* Number of runs kept for each column: a screen or two to look back on. */
#define KEPT_RUNS "100"

/* ---------------------------------------------------------------- as the owner */

/* Returns the OID of a table that belongs to the same extension as the procedure. */
static Oid
own_table(Oid function, const char *name)
{
	Oid extension = getExtensionOfObject(ProcedureRelationId, function);
	Oid table = get_relname_relid(name, get_func_namespace(function));

	if (!OidIsValid(table) || !OidIsValid(extension) ||
		getExtensionOfObject(RelationRelationId, table) != extension)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE),
						errmsg("table %s of extension \"article\" is missing", name),
						errhint("Run ALTER EXTENSION article UPDATE, or drop the extension and "
								"create it again.")));
	return table;
}

static Oid
table_owner(Oid table)
{
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
	Oid owner;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for relation %u", table);
	owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	return owner;
}

/* Runs SQL as the owner of a table of the extension.  An error restores the user as well. */
static void
run_as_owner(Oid table, const char *sql, int arguments, Oid *types, Datum *values)
{
	Oid user;
	int context;
	int level;

	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(table_owner(table),
						   context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_RESTRICTED_OPERATION);
	level = sql_path_restrict();
	sql_execute(sql, arguments, types, values, 0);
	sql_path_restore(level);
	SetUserIdAndSecContext(user, context);
}

static Datum
name_datum(const char *name)
{
	NameData *copy = palloc(NAMEDATALEN);

	namestrcpy(copy, name);
	return NameGetDatum(copy);
}

/* ---------------------------------------------------------------- runs */

static void
lock_run(Oid table, int run)
{
	LOCKTAG tag;

	SET_LOCKTAG_OBJECT(tag, MyDatabaseId, table, run, 0);
	(void) LockAcquire(&tag, ExclusiveLock, true, false);
}

static void
unlock_run(Oid table, int run)
{
	LOCKTAG tag;

	SET_LOCKTAG_OBJECT(tag, MyDatabaseId, table, run, 0);
	(void) LockRelease(&tag, ExclusiveLock, true);
}

/* Selects rows whose table was dropped: a later table might get the same OID. */
#define TABLE_IS_GONE "NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = relation)"

/*
 * Selects failures of rows without a primary key whose table has been rewritten: their keys no
 * longer identify any row.
 */
#define FILE_IS_GONE                                                                               \
	"key ? 'ctid' AND key ->> 'file' IS DISTINCT FROM pg_relation_filenode(relation)::text"

static void
prune(Oid table, const char *condition)
{
	run_as_owner(table, psprintf("DELETE FROM %s WHERE %s", sql_relation_name(table), condition), 0,
				 NULL, NULL);
}

/*
 * Deletes the oldest runs by the time of their last batch, so that a running one is kept however
 * many have started since.
 */
static void
prune_runs(const BackfillRequest *request, Oid table)
{
	const char *name = sql_relation_name(table);
	Oid types[2] = {REGCLASSOID, NAMEOID};
	Datum values[2] = {ObjectIdGetDatum(request->relation), name_datum(request->target)};

	run_as_owner(table,
				 psprintf("DELETE FROM %s WHERE relation = $1 AND target_column = $2 AND "
						  "updated_at <= (SELECT updated_at FROM %s WHERE relation = $1 "
						  "AND target_column = $2 ORDER BY updated_at DESC OFFSET " KEPT_RUNS
						  " LIMIT 1)",
						  name, name),
				 2, types, values);
}

static void begin_refill(BackfillRun *run, Oid table);

void
book_start(BackfillRun *run)
{
	const BackfillRequest *request = run->request;
	Oid table = own_table(request->function, RUN_TABLE);
	Oid types[4] = {REGCLASSOID, NAMEOID, NAMEOID, TIMESTAMPTZOID};
	Datum values[4] = {ObjectIdGetDatum(request->relation), name_datum(request->target),
					   name_datum(GetUserNameFromId(GetUserId(), false)),
					   TimestampTzGetDatum(run->started)};
	bool isnull;

	prune(table, TABLE_IS_GONE);
	prune(own_table(request->function, FAILURE_TABLE), TABLE_IS_GONE " OR " FILE_IS_GONE);
	prune_runs(request, table);
	run_as_owner(table,
				 psprintf("INSERT INTO %s (relation, target_column, role, pid, started_at, "
						  "updated_at, pass_started_at) VALUES ($1, $2, $3, pg_backend_pid(), "
						  "$4, $4, $4) RETURNING run",
						  sql_relation_name(table)),
				 4, types, values);
	/* The owner of the table may have put a trigger on it. */
	if (SPI_processed != 1)
		ereport(ERROR, (errcode(ERRCODE_TRIGGERED_ACTION_EXCEPTION),
						errmsg("no row was added to %s", sql_relation_name(table))));
	run->id =
		DatumGetInt32(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
	lock_run(table, run->id);
	if (request->refill)
		begin_refill(run, table);
}

void
book_progress(const BackfillRun *run)
{
	Oid table = own_table(run->request->function, RUN_TABLE);
	Oid types[10] = {INT4OID, TIMESTAMPTZOID, INT8OID, INT8OID, INT8OID,
					 INT4OID, TIMESTAMPTZOID, INT8OID, INT8OID, INT8OID};
	Datum values[10] = {Int32GetDatum(run->id),
						TimestampTzGetDatum(GetCurrentTimestamp()),
						Int64GetDatum(run->filled),
						Int64GetDatum(run->failed),
						Int64GetDatum(run->pass.skipped),
						Int32GetDatum(run->pass.number),
						TimestampTzGetDatum(run->pass.started),
						Int64GetDatum(run->pass.first),
						Int64GetDatum(run->pass.position),
						Int64GetDatum(run->pass.blocks)};

	run_as_owner(table,
				 psprintf("UPDATE %s SET updated_at = $2, filled = $3, failed = $4, skipped = $5, "
						  "pass = $6, pass_started_at = $7, first_block = $8, position = $9, "
						  "blocks = $10 WHERE run = $1",
						  sql_relation_name(table)),
				 10, types, values);
}

void
book_end(const BackfillRun *run, const char *outcome)
{
	Oid table = own_table(run->request->function, RUN_TABLE);
	Oid types[2] = {INT4OID, TEXTOID};
	Datum values[2] = {Int32GetDatum(run->id), CStringGetTextDatum(outcome)};

	book_progress(run);
	run_as_owner(table,
				 psprintf("UPDATE %s SET ended_at = updated_at, outcome = $2 WHERE run = $1",
						  sql_relation_name(table)),
				 2, types, values);
	SPI_commit();
	unlock_run(table, run->id);
}

int64
book_last_position(const BackfillRun *run)
{
	const BackfillRequest *request = run->request;
	Oid table = own_table(request->function, RUN_TABLE);
	Oid types[3] = {REGCLASSOID, NAMEOID, INT4OID};
	Datum values[3] = {ObjectIdGetDatum(request->relation), name_datum(request->target),
					   Int32GetDatum(run->id)};
	bool isnull;

	run_as_owner(
		table,
		psprintf("SELECT CASE WHEN outcome IN ('" BACKFILL_COMPLETE "', '" BACKFILL_INCOMPLETE
				 "') THEN 0 ELSE position END FROM %s WHERE relation = $1 AND target_column = $2 "
				 "AND run <> $3 ORDER BY updated_at DESC, run DESC LIMIT 1",
				 sql_relation_name(table)),
		3, types, values);
	if (SPI_processed == 0)
		return 0;
	return DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
}

/* ---------------------------------------------------------------- refills */

/* Whether run r holds its lock.  Parameters: OID of the table of runs, OID of the database. */
#define RUN_IS_ALIVE                                                                               \
	"r.outcome IS NULL AND EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'object' "            \
	"AND l.granted AND l.pid = r.pid AND l.objid = r.run::oid AND l.classid = %u "                 \
	"AND l.database = %u)"

/*
 * $1 relation, $2 target, $3 run, $4 to $8 arguments, $9 version.  Continues the last refill of the
 * column if its arguments were the same and either it has not completed or another session is still
 * running it; otherwise starts a new one.
 */
#define JOIN_REFILL                                                                                \
	"WITH last AS (SELECT refill, arguments FROM %s WHERE relation = $1 AND target_column = $2 "   \
	"  AND refill IS NOT NULL ORDER BY run DESC LIMIT 1), "                                        \
	"mine AS (SELECT jsonb_strip_nulls(jsonb_build_object('html_column', $4, 'url_column', "       \
	"  nullif($5, ''), 'fetched_at_column', nullif($6, ''), 'content_type_column', "               \
	"  nullif($7, ''), 'time_zone', $8, 'version', $9)) AS arguments) "                            \
	"UPDATE %s SET arguments = mine.arguments, refill = coalesce((SELECT last.refill FROM last "   \
	"  WHERE last.arguments = mine.arguments AND (NOT EXISTS (SELECT FROM %s r "                   \
	"  WHERE r.refill = last.refill AND r.outcome = '" BACKFILL_COMPLETE "') "                     \
	"  OR EXISTS (SELECT FROM %s r WHERE r.refill = last.refill AND " RUN_IS_ALIVE "))), run) "    \
	"FROM mine WHERE run = $3 RETURNING refill"

/* Deletes what no refill needs any more: $1 relation, $2 target, $3 the refill that has begun. */
#define PRUNE_REFILLS                                                                              \
	"DELETE FROM %s f WHERE NOT EXISTS (SELECT FROM %s r WHERE r.refill = f.refill "               \
	"AND (r.refill = $3 OR r.relation <> $1 OR r.target_column <> $2 OR " RUN_IS_ALIVE "))"

static Datum
text_or_empty(const char *text)
{
	return CStringGetTextDatum(text != NULL ? text : "");
}

static int
join_refill(const BackfillRun *run, Oid table)
{
	const BackfillRequest *request = run->request;
	const char *name = sql_relation_name(table);
	Oid types[9] = {REGCLASSOID, NAMEOID, INT4OID, TEXTOID, TEXTOID,
					TEXTOID,	 TEXTOID, TEXTOID, TEXTOID};
	Datum values[9] = {ObjectIdGetDatum(request->relation),
					   name_datum(request->target),
					   Int32GetDatum(run->id),
					   text_or_empty(request->html),
					   text_or_empty(request->url),
					   text_or_empty(request->fetched_at),
					   text_or_empty(request->content_type),
					   text_or_empty(request->time_zone),
					   text_or_empty(ARTICLE_VERSION)};
	bool isnull;

	run_as_owner(table, psprintf(JOIN_REFILL, name, name, name, name, table, MyDatabaseId), 9,
				 types, values);
	if (SPI_processed != 1)
		ereport(ERROR, (errcode(ERRCODE_TRIGGERED_ACTION_EXCEPTION),
						errmsg("no row was updated in %s", name)));
	return DatumGetInt32(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
}

/*
 * Serializes sessions until the end of the transaction: if two begin a refill at the same time, one
 * joins the other.
 */
static void
lock_refills(Oid table)
{
	LOCKTAG tag;

	SET_LOCKTAG_OBJECT(tag, MyDatabaseId, table, 0, 0);
	(void) LockAcquire(&tag, ExclusiveLock, false, false);
}

static void
begin_refill(BackfillRun *run, Oid table)
{
	Oid refills = own_table(run->request->function, REFILL_TABLE);
	Oid types[3] = {REGCLASSOID, NAMEOID, INT4OID};
	Datum values[3] = {ObjectIdGetDatum(run->request->relation), name_datum(run->request->target)};

	lock_refills(table);
	run->refill = join_refill(run, table);
	values[2] = Int32GetDatum(run->refill);
	run_as_owner(refills,
				 psprintf(PRUNE_REFILLS, sql_relation_name(refills), sql_relation_name(table),
						  table, MyDatabaseId),
				 3, types, values);
}

/* Returns `count` flags, set for each 1-based place that the query returned. */
static bool *
found_places(int count)
{
	bool *found = palloc0(sizeof(bool) * count);

	for (uint64 i = 0; i < SPI_processed; i++)
	{
		bool isnull;
		Datum place = SPI_getbinval(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 1, &isnull);

		found[DatumGetInt64(place) - 1] = true;
	}
	SPI_freetuptable(SPI_tuptable);
	return found;
}

bool *
book_refilled(const BackfillRun *run, Datum *transactions, int count)
{
	Oid table;
	Oid types[2] = {INT4OID, XIDARRAYOID};
	Datum values[2] = {Int32GetDatum(run->refill)};

	if (run->refill == 0)
		return palloc0(sizeof(bool) * count);
	table = own_table(run->request->function, REFILL_TABLE);
	values[1] = PointerGetDatum(
		construct_array(transactions, count, XIDOID, sizeof(TransactionId), true, TYPALIGN_INT));
	run_as_owner(table,
				 psprintf("SELECT k.place FROM unnest($2) WITH ORDINALITY AS k (transaction, "
						  "place) WHERE EXISTS (SELECT FROM %s f WHERE f.transaction = "
						  "k.transaction AND f.refill = $1)",
						  sql_relation_name(table)),
				 2, types, values);
	return found_places(count);
}

void
book_refill(const BackfillRun *run)
{
	Oid types[2] = {INT4OID, XIDOID};
	Datum values[2] = {Int32GetDatum(run->refill),
					   TransactionIdGetDatum(GetCurrentTransactionId())};
	Oid table;

	if (run->refill == 0)
		return;
	table = own_table(run->request->function, REFILL_TABLE);
	run_as_owner(table, psprintf("INSERT INTO %s VALUES ($1, $2)", sql_relation_name(table)), 2,
				 types, values);
}

/* ---------------------------------------------------------------- failures */

/*
 * Maximum length of a stored message.  The server's own messages quote at most one value; 1 kB is
 * enough for the rest.
 */
#define MESSAGE_BYTES 1024

/*
 * The caller has locked the row.  Another session may have had it, failed and committed since this
 * one looked for failures of the batch, so an existing failure is not recorded twice.
 */
void
book_failure(const BackfillRequest *request, Oid relation, Datum key, const ErrorData *error)
{
	Oid table = own_table(request->function, FAILURE_TABLE);
	const char *name = sql_relation_name(table);
	const char *message = error->message != NULL ? error->message : "";
	int length = pg_mbcliplen(message, (int) strlen(message), MESSAGE_BYTES);
	Oid types[5] = {REGCLASSOID, NAMEOID, JSONBOID, TEXTOID, TEXTOID};
	Datum values[5] = {ObjectIdGetDatum(relation), name_datum(request->target), key,
					   CStringGetTextDatum(unpack_sql_state(error->sqlerrcode)),
					   PointerGetDatum(cstring_to_text_with_len(message, length))};

	run_as_owner(
		table,
		psprintf("INSERT INTO %s (relation, target_column, key, sqlstate, message, "
				 "failed_at) SELECT $1, $2, $3, $4, $5, clock_timestamp() WHERE NOT EXISTS "
				 "(SELECT FROM %s WHERE key = $3 AND relation = $1 AND target_column = $2)",
				 name, name),
		5, types, values);
}

void
book_forget_failures(const BackfillRequest *request, Oid relation)
{
	Oid table = own_table(request->function, FAILURE_TABLE);
	Oid types[2] = {REGCLASSOID, NAMEOID};
	Datum values[2] = {ObjectIdGetDatum(relation), name_datum(request->target)};

	run_as_owner(table,
				 psprintf("DELETE FROM %s WHERE relation = $1 AND target_column = $2",
						  sql_relation_name(table)),
				 2, types, values);
}

bool *
book_failed(const BackfillRequest *request, Oid relation, Datum *keys, int count)
{
	Oid table = own_table(request->function, FAILURE_TABLE);
	Oid types[3] = {REGCLASSOID, NAMEOID, JSONBARRAYOID};
	Datum values[3] = {
		ObjectIdGetDatum(relation), name_datum(request->target),
		PointerGetDatum(construct_array(keys, count, JSONBOID, -1, false, TYPALIGN_INT))};

	run_as_owner(table,
				 psprintf("SELECT k.place FROM unnest($3) WITH ORDINALITY AS k (key, place) "
						  "WHERE EXISTS (SELECT FROM %s f WHERE f.key = k.key "
						  "AND f.relation = $1 AND f.target_column = $2)",
						  sql_relation_name(table)),
				 3, types, values);
	return found_places(count);
}
