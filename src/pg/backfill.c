/*
 * backfill.c
 *	  SQL: article_backfill(table, html_column, target_column, …) fills a column of a large table in
 *	  batches, each in its own transaction.  It runs as the caller, with the caller's privileges,
 *	  policies and triggers; several sessions may run it on one table at the same time.
 *
 * It is written in C rather than PL/pgSQL because C can tell an error from a cancel by its SQLSTATE
 * and needs no manual quoting of names.
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/table.h"
#include "access/xact.h"
#include "access/xlog.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "nodes/parsenodes.h"
#include "storage/bufmgr.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/memutils.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/backfill.h"
#include "pg/compat.h"
#include "pg/sql.h"
#include "pg/zone.h"

#define MAX_BATCH_SIZE 100000 /* the ctids and keys of a batch are held in memory */

/* A table that holds rows: the named table, a child of it or a partition. */
typedef struct Leaf
{
	Oid relation;
	BlockNumber blocks;
} Leaf;

/* ---------------------------------------------------------------- arguments */

enum
{
	ARGUMENT_TABLE,
	ARGUMENT_HTML,
	ARGUMENT_TARGET,
	ARGUMENT_URL,
	ARGUMENT_FETCHED_AT,
	ARGUMENT_CONTENT_TYPE,
	ARGUMENT_TIME_ZONE,
	ARGUMENT_BATCH_SIZE,
	ARGUMENT_MAX_ROWS,
	ARGUMENT_MAX_TIME,
	ARGUMENT_PAUSE,
	ARGUMENT_RETRY_FAILED,
	ARGUMENT_NOTICE_INTERVAL,
	ARGUMENT_REFILL, /* the SQL objects of 0.2.0 lack the arguments from here on */
	ARGUMENT_RULES_TABLE
};

static const char *
column_argument(FunctionCallInfo fcinfo, int argument, const char *required)
{
	if (!PG_ARGISNULL(argument))
		return pstrdup(NameStr(*PG_GETARG_NAME(argument)));
	if (required != NULL)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"%s\" must be the name of a column", required)));
	return NULL;
}

/*
 * Returns an interval argument in microseconds, or `missing` if it is NULL.  Capped at
 * PG_INT64_MAX, since the longest intervals overflow an int64.
 */
static int64
interval_argument(FunctionCallInfo fcinfo, int argument, const char *name, int64 missing)
{
	Interval *interval;
	double time;

	if (PG_ARGISNULL(argument))
		return missing;
	interval = PG_GETARG_INTERVAL_P(argument);
	time = (double) interval->time +
		   ((double) interval->month * DAYS_PER_MONTH + interval->day) * USECS_PER_DAY;
	if (time < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"%s\" must not be negative", name)));
	return time < (double) PG_INT64_MAX ? (int64) time : PG_INT64_MAX;
}

static int64
number_argument(FunctionCallInfo fcinfo, int argument, const char *name, int64 missing)
{
	int64 number;

	if (PG_ARGISNULL(argument))
		return missing;
	number = argument == ARGUMENT_MAX_ROWS ? PG_GETARG_INT64(argument) : PG_GETARG_INT32(argument);
	if (number < 1)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"%s\" must be positive", name)));
	return number;
}

/* Returns a boolean argument; false if the SQL objects are of an older version that lacks it. */
static bool
flag_argument(FunctionCallInfo fcinfo, int argument)
{
	return argument < PG_NARGS() && !PG_ARGISNULL(argument) && PG_GETARG_BOOL(argument);
}

/* Returns the table of rules, or InvalidOid.  The rules of a page are found by its address. */
static Oid
rules_argument(FunctionCallInfo fcinfo)
{
	if (ARGUMENT_RULES_TABLE >= PG_NARGS() || PG_ARGISNULL(ARGUMENT_RULES_TABLE))
		return InvalidOid;
	if (PG_ARGISNULL(ARGUMENT_URL))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"rules_table\" needs \"url_column\""),
						errdetail("The rules of a page are found by the host of its address.")));
	return PG_GETARG_OID(ARGUMENT_RULES_TABLE);
}

static void
read_arguments(BackfillRequest *request, FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(ARGUMENT_TABLE))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"table_name\" must be the name of a table")));
	request->function = fcinfo->flinfo->fn_oid;
	request->relation = PG_GETARG_OID(ARGUMENT_TABLE);
	(void) sql_relation_name(request->relation); /* raises if it does not exist */
	request->html = column_argument(fcinfo, ARGUMENT_HTML, "html_column");
	request->target = column_argument(fcinfo, ARGUMENT_TARGET, "target_column");
	request->url = column_argument(fcinfo, ARGUMENT_URL, NULL);
	request->fetched_at = column_argument(fcinfo, ARGUMENT_FETCHED_AT, NULL);
	request->content_type = column_argument(fcinfo, ARGUMENT_CONTENT_TYPE, NULL);
	request->time_zone = PG_ARGISNULL(ARGUMENT_TIME_ZONE)
							 ? ZONE_DEFAULT
							 : text_to_cstring(PG_GETARG_TEXT_PP(ARGUMENT_TIME_ZONE));
	(void) zone_lookup(str_cstr(request->time_zone));
	request->batch_size = (int) number_argument(fcinfo, ARGUMENT_BATCH_SIZE, "batch_size", 500);
	if (request->batch_size > MAX_BATCH_SIZE)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"batch_size\" must be at most %d", MAX_BATCH_SIZE)));
	request->max_rows = number_argument(fcinfo, ARGUMENT_MAX_ROWS, "max_rows", PG_INT64_MAX);
	request->max_time = interval_argument(fcinfo, ARGUMENT_MAX_TIME, "max_time", PG_INT64_MAX);
	request->pause = interval_argument(fcinfo, ARGUMENT_PAUSE, "pause", 0);
	request->retry_failed = flag_argument(fcinfo, ARGUMENT_RETRY_FAILED);
	request->refill = flag_argument(fcinfo, ARGUMENT_REFILL);
	request->rules_table = rules_argument(fcinfo);
	request->notice_interval =
		interval_argument(fcinfo, ARGUMENT_NOTICE_INTERVAL, "notice_interval", PG_INT64_MAX);
}

/* ---------------------------------------------------------------- transactions */

static void
check_may_commit(FunctionCallInfo fcinfo)
{
	if (RecoveryInProgress())
		ereport(ERROR, (errcode(ERRCODE_READ_ONLY_SQL_TRANSACTION),
						errmsg("article_backfill cannot run on a standby"),
						errhint("Run it on the primary; the rows it fills are replicated.")));
	PreventCommandIfReadOnly("article_backfill");
	if (fcinfo->context == NULL || !IsA(fcinfo->context, CallContext) ||
		castNode(CallContext, fcinfo->context)->atomic || IsSubTransaction())
		ereport(ERROR, (errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
						errmsg("article_backfill cannot run inside a transaction block"),
						errdetail("It commits after each batch."),
						errhint("CALL it by itself and with autocommit, not after BEGIN, nor in a "
								"function or in a block with EXCEPTION.")));
}

/*
 * Commits and begins a transaction that sees what others commit in the meantime, whatever
 * default_transaction_isolation says.  The new transaction has no snapshot yet, so VACUUM need not
 * wait while this session pauses.
 */
static void
commit(void)
{
	SPI_commit();
	if (XactIsoLevel != XACT_READ_COMMITTED)
		(void) set_config_option("transaction_isolation", "read committed", PGC_USERSET,
								 PGC_S_SESSION, GUC_ACTION_LOCAL, true, 0, false);
}

static bool
limit_reached(const BackfillRun *run)
{
	const BackfillRequest *request = run->request;

	return run->filled + run->failed >= request->max_rows ||
		   GetCurrentTimestamp() - run->started >= request->max_time;
}

static void
rest(const BackfillRequest *request)
{
	CHECK_FOR_INTERRUPTS();
	if (request->pause > 0)
		(void) DirectFunctionCall1(pg_sleep,
								   Float8GetDatum((double) request->pause / USECS_PER_SEC));
}

/* ---------------------------------------------------------------- tables */

/* Raises an error if the rows of the relation cannot be filled by their ctid. */
static void
check_kind(Relation relation)
{
	char kind = relation->rd_rel->relkind;

	if (kind == RELKIND_FOREIGN_TABLE)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("%s is a foreign table", sql_relation_name(RelationGetRelid(relation))),
				 errhint("CALL article_backfill on its own server.")));
	if (kind != RELKIND_RELATION && kind != RELKIND_PARTITIONED_TABLE)
		ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
						errmsg("%s is not a table", sql_relation_name(RelationGetRelid(relation))),
						errhint("Name the table that stores the pages.")));
}

static Leaf *
make_leaf(Relation relation)
{
	Leaf *leaf = palloc(sizeof(Leaf));

	leaf->relation = RelationGetRelid(relation);
	leaf->blocks = RelationGetNumberOfBlocks(relation);
	return leaf;
}

/*
 * Returns whether the table has rows that this session can read.  The temporary children of other
 * sessions do not count; the server leaves them out of queries too.
 */
static bool
is_leaf(const BackfillRequest *request, Relation relation)
{
	if (RELATION_IS_OTHER_TEMP(relation) && RelationGetRelid(relation) != request->relation)
		return false;
	return relation->rd_rel->relkind == RELKIND_RELATION;
}

/*
 * Returns a list of Leaf: those of the table and its children or partitions that hold rows, in a
 * fixed order.  Stores the sum of their blocks in *blocks.
 */
static List *
find_leaves(const BackfillRequest *request, int64 *blocks)
{
	List *leaves = NIL;
	ListCell *cell;

	(void) sql_relation_name(request->relation); /* raises if it has been dropped */
	*blocks = 0;
	foreach (cell, find_all_inheritors(request->relation, AccessShareLock, NULL))
	{
		Relation relation = relation_open(lfirst_oid(cell), NoLock);

		if (is_leaf(request, relation))
		{
			leaves = lappend(leaves, make_leaf(relation));
			*blocks += ((Leaf *) llast(leaves))->blocks;
		}
		relation_close(relation, NoLock);
	}
	return leaves;
}

/*
 * Raises an error for a table distributed by Citus: its rows are in shards, so the table itself is
 * empty and would look complete.
 */
static void
check_distributed(const BackfillRequest *request)
{
	Oid type = OIDOID;
	Datum relation = ObjectIdGetDatum(request->relation);

	if (!OidIsValid(get_relname_relid("pg_dist_partition", PG_CATALOG_NAMESPACE)))
		return;
	sql_execute("SELECT FROM pg_catalog.pg_dist_partition p "
				"WHERE p.logicalrelid::pg_catalog.oid OPERATOR(pg_catalog.=) $1",
				1, &type, &relation, 1);
	if (SPI_processed > 0)
		ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
						errmsg("%s is distributed by Citus", sql_relation_name(request->relation)),
						errdetail("Its rows are stored in shards on the worker nodes."),
						errhint("CALL article_backfill on the workers, once for each shard.")));
}

/*
 * Warns about foreign tables among the children: rows on another server have no reliable ctid, and
 * that server's own library must parse them.  Raises an error if all rows are there, since nothing
 * can be done here.
 */
static void
tell_foreign(const BackfillRequest *request, bool nothing_here)
{
	ListCell *cell;

	foreach (cell, find_all_inheritors(request->relation, AccessShareLock, NULL))
	{
		if (get_rel_relkind(lfirst_oid(cell)) != RELKIND_FOREIGN_TABLE)
			continue;
		if (nothing_here)
			ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
							errmsg("all partitions of %s are foreign tables",
								   sql_relation_name(request->relation)),
							errhint("CALL article_backfill on their own servers.")));
		ereport(WARNING,
				(errmsg("foreign table %s is skipped", sql_relation_name(lfirst_oid(cell))),
				 errhint("CALL article_backfill on its own server.")));
	}
}

/*
 * Reports errors before the first batch, and deletes recorded failures if they are to be retried.
 */
static void
check_request(const BackfillRequest *request)
{
	Relation relation = relation_open(request->relation, RowExclusiveLock);
	int64 blocks;
	List *leaves;
	ListCell *cell;

	check_kind(relation);
	check_distributed(request);
	(void) backfill_plan(request, relation);
	relation_close(relation, NoLock);
	leaves = find_leaves(request, &blocks);
	tell_foreign(request, leaves == NIL);
	foreach (cell, leaves)
	{
		Oid leaf = ((Leaf *) lfirst(cell))->relation;

		relation = relation_open(leaf, RowExclusiveLock);
		backfill_try(backfill_plan(request, relation));
		relation_close(relation, NoLock);
		if (request->retry_failed)
			book_forget_failures(request, leaf);
	}
}

/* ---------------------------------------------------------------- passes */

/*
 * Runs and commits one batch.  Returns false if the table no longer exists.  Deferred constraints
 * are checked together with the rows that violate them, so that their errors are attributed to
 * those rows, and not at the commit.
 */
static bool
next_batch(BackfillRun *run, const Leaf *leaf, int64 blocks_before, ItemPointer position)
{
	Relation relation = try_relation_open(leaf->relation, RowExclusiveLock);

	if (relation == NULL)
		return false;
	sql_execute("SET CONSTRAINTS ALL IMMEDIATE", 0, NULL, NULL, 0);
	backfill_batch(run, backfill_plan(run->request, relation), position, leaf->blocks);
	relation_close(relation, NoLock);
	run->pass.position = blocks_before + ItemPointerGetBlockNumberNoCheck(position);
	book_progress(run);
	commit();
	return true;
}

static void
fill_leaf(BackfillRun *run, const Leaf *leaf, int64 blocks_before, BlockNumber start)
{
	MemoryContext batch =
		AllocSetContextCreate(CurrentMemoryContext, "article_backfill", ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(batch);
	ItemPointerData position;
	bool exists = true;

	ItemPointerSet(&position, start, 0);
	while (exists && ItemPointerGetBlockNumberNoCheck(&position) < leaf->blocks &&
		   !limit_reached(run))
	{
		exists = next_batch(run, leaf, blocks_before, &position);
		backfill_notice_progress(run);
		rest(run->request);
		MemoryContextReset(batch);
	}
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(batch);
}

static void
fill_pass(BackfillRun *run, int64 first)
{
	BackfillPass *pass = &run->pass;
	int64 before = 0;
	ListCell *cell;
	List *leaves = find_leaves(run->request, &pass->blocks);

	pass->number++;
	pass->started = GetCurrentTimestamp();
	pass->first = first < pass->blocks ? first : 0;
	pass->position = pass->first;
	pass->filled = 0;
	pass->skipped = 0;
	foreach (cell, leaves)
	{
		Leaf *leaf = lfirst(cell);
		int64 start = Max(pass->first - before, 0);

		if (start < leaf->blocks)
			fill_leaf(run, leaf, before, (BlockNumber) start);
		before += leaf->blocks;
	}
	list_free_deep(leaves);
}

/*
 * Runs passes until one over the whole table fills nothing, or until one finds no fewer rows to
 * fill than the pass before it: otherwise rows that keep arriving would keep the loop going
 * forever.
 */
static const char *
fill_table(BackfillRun *run)
{
	BackfillPass *pass = &run->pass;
	int64 before = PG_INT64_MAX;

	fill_pass(run, book_last_position(run));
	if (pass->first > 0 && !limit_reached(run))
		fill_pass(run, 0);
	while (pass->filled > 0 && pass->filled + pass->skipped < before && !limit_reached(run))
	{
		before = pass->filled + pass->skipped;
		fill_pass(run, 0);
	}
	if (limit_reached(run))
		return BACKFILL_STOPPED;
	return pass->filled + pass->skipped == 0 ? BACKFILL_COMPLETE : BACKFILL_INCOMPLETE;
}

SQL_FUNCTION(article_backfill);
Datum
article_backfill(PG_FUNCTION_ARGS)
{
	BackfillRequest request = {0};
	BackfillRun run = {.request = &request};
	const char *outcome;

	check_may_commit(fcinfo);
	SPI_connect_ext(SPI_OPT_NONATOMIC);
	read_arguments(&request, fcinfo);
	commit();
	run.started = run.noticed = GetCurrentTimestamp();
	check_request(&request);
	book_start(&run);
	commit();
	outcome = fill_table(&run);
	book_end(&run, outcome);
	backfill_notice_end(&run, outcome);
	SPI_finish();
	PG_RETURN_VOID();
}
