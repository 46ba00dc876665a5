/*
 * backfill_batch.c
 *	  One batch of article_backfill: locks the rows that are to be filled, skipping those that
 *	  another session has locked, and fills them by one UPDATE.  If the UPDATE fails, the batch is
 *	  halved until the rows at fault are found.  So a batch costs one subtransaction, and a failure
 *	  about twenty more, instead of one for each row.
 *
 * Rows are read in ctid order and at most once per pass: planner settings enforce this plan,
 * whatever indexes exist.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/array.h"
#include "utils/datum.h"
#include "utils/guc.h"
#include "utils/resowner.h"

#include "pg/backfill.h"
#include "pg/sql.h"

/* One statement reads at most 1 GB, which limits how long it holds a snapshot. */
#define WINDOW_BLOCKS 131072

/* Result of an UPDATE. */
typedef struct Updated
{
	int filled;
	int empty; /* of these, rows with neither title nor body */
} Updated;

typedef struct Batch
{
	BackfillRun *run;
	const BackfillPlan *plan;
	int count;
	ItemPointerData *tids;
	Datum *keys;
	Datum *transactions; /* the transactions that wrote the rows */
	Updated updated;
} Batch;

/* ---------------------------------------------------------------- statements */

/*
 * Settings while rows are read: they force ctid order, and make a key look the same in every
 * session, as pg_dump does.
 */
static const char *const reading[][2] = {{"enable_seqscan", "off"},
										 {"enable_indexscan", "off"},
										 {"enable_indexonlyscan", "off"},
										 {"enable_bitmapscan", "off"},
										 {"enable_tidscan", "on"},
										 {"jit", "off"},
										 {"max_parallel_workers_per_gather", "0"},
										 {"bytea_output", "hex"},
										 {"DateStyle", "ISO"},
										 {"IntervalStyle", "postgres"},
										 {"extra_float_digits", "3"}};

static void
set_locally(const char *name, const char *value)
{
	(void) set_config_option(name, value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0,
							 false);
}

/* Reads at most `limit` rows of (ctid, key, xmin) into the batch, in ctid order. */
static void
read_rows(Batch *batch, const char *sql, int arguments, Oid *types, Datum *values, int limit)
{
	int level = NewGUCNestLevel();

	for (int i = 0; i < (int) lengthof(reading); i++)
		set_locally(reading[i][0], reading[i][1]);
	sql_execute(sql, arguments, types, values, limit);
	AtEOXact_GUC(true, level);

	batch->count = (int) SPI_processed;
	batch->tids = palloc(sizeof(ItemPointerData) * Max(batch->count, 1));
	batch->keys = palloc(sizeof(Datum) * Max(batch->count, 1));
	batch->transactions = palloc(sizeof(Datum) * Max(batch->count, 1));
	for (int i = 0; i < batch->count; i++)
	{
		bool isnull;
		HeapTuple row = SPI_tuptable->vals[i];
		TupleDesc columns = SPI_tuptable->tupdesc;

		batch->tids[i] = *(ItemPointer) DatumGetPointer(SPI_getbinval(row, columns, 1, &isnull));
		batch->keys[i] = datumCopy(SPI_getbinval(row, columns, 2, &isnull), false, -1);
		batch->transactions[i] = SPI_getbinval(row, columns, 3, &isnull);
	}
	SPI_freetuptable(SPI_tuptable);
}

static Datum
tid_array(ItemPointerData *tids, int count)
{
	Datum *values = palloc(sizeof(Datum) * Max(count, 1));

	for (int i = 0; i < count; i++)
		values[i] = PointerGetDatum(&tids[i]);
	return PointerGetDatum(
		construct_array(values, count, TIDOID, sizeof(ItemPointerData), false, TYPALIGN_SHORT));
}

static Updated
count_updated(void)
{
	Updated updated = {0, 0};

	for (uint64 i = 0; i < SPI_processed; i++)
	{
		bool isnull;
		HeapTuple row = SPI_tuptable->vals[i];

		if (!DatumGetBool(SPI_getbinval(row, SPI_tuptable->tupdesc, 1, &isnull)))
			continue;
		updated.filled++;
		if (DatumGetBool(SPI_getbinval(row, SPI_tuptable->tupdesc, 2, &isnull)) && !isnull)
			updated.empty++;
	}
	return updated;
}

/*
 * Updates rows by ctid, whatever the session's planner settings.  JIT is off because nearly all of
 * the cost is in one function call.
 */
static void
run_update(const char *sql, ItemPointerData *tids, int count)
{
	Oid type = TIDARRAYOID;
	Datum value = tid_array(tids, count);
	int level = NewGUCNestLevel();

	set_locally("enable_tidscan", "on");
	set_locally("jit", "off");
	sql_execute(sql, 1, &type, &value, 0);
	AtEOXact_GUC(true, level);
}

void
backfill_try(const BackfillPlan *plan)
{
	run_update(psprintf("EXPLAIN %s", plan->update), NULL, 0);
	SPI_freetuptable(SPI_tuptable);
	if (plan->read_rules == NULL)
		return;
	sql_execute(plan->read_rules, 0, NULL, NULL, 0);
	SPI_freetuptable(SPI_tuptable);
}

/* ---------------------------------------------------------------- errors */

typedef enum ErrorKind
{
	ERROR_OF_ROW,	 /* recorded; the other rows continue */
	ERROR_OF_MOMENT, /* temporary; a later pass retries */
	ERROR_OF_SERVER	 /* a cancel, a shutdown or the like: the run ends */
} ErrorKind;

/*
 * Classifies an SQLSTATE.  Out of memory is an error of the row, since a single page may need too
 * much memory; the other rows continue.
 */
static ErrorKind
error_kind(int code)
{
	if (code == ERRCODE_OUT_OF_MEMORY)
		return ERROR_OF_ROW;
	if (code == ERRCODE_LOCK_NOT_AVAILABLE)
		return ERROR_OF_MOMENT;
	switch (ERRCODE_TO_CATEGORY(code))
	{
		case ERRCODE_TRANSACTION_ROLLBACK:
			return ERROR_OF_MOMENT;
		case ERRCODE_INSUFFICIENT_RESOURCES:
		case ERRCODE_OPERATOR_INTERVENTION:
		case ERRCODE_SYSTEM_ERROR:
		case ERRCODE_INVALID_TRANSACTION_STATE:
			return ERROR_OF_SERVER;
		default:
			return ERROR_OF_ROW;
	}
}

/* Updates rows in a subtransaction.  Returns NULL, or the error that rolled it back. */
static ErrorData *
update_or_undo(Batch *batch, int first, int count, Updated *updated)
{
	MemoryContext caller = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	ErrorData *volatile error = NULL;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(caller);
	PG_TRY();
	{
		run_update(batch->plan->update, batch->tids + first, count);
		*updated = count_updated();
		SPI_freetuptable(SPI_tuptable);
		book_refill(batch->run);
		ReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(caller);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
	}
	PG_END_TRY();
	MemoryContextSwitchTo(caller);
	CurrentResourceOwner = owner;
	return error;
}

/* ---------------------------------------------------------------- a batch */

/* Counts the filled rows.  Rows that were locked but not updated were suppressed by a trigger. */
static void
count_filled(Batch *batch, int count, const Updated *updated)
{
	BackfillRun *run = batch->run;

	run->filled += updated->filled;
	run->pass.filled += updated->filled;
	run->pass.skipped += count - updated->filled;
	batch->updated.filled += updated->filled;
	batch->updated.empty += updated->empty;
}

static void fill(Batch *batch, int first, int count);

/*
 * Halves the batch until the rows that fail are found.  An error that hits every row (e.g. a
 * revoked privilege) is not recorded as a row failure.
 */
static void
find_failed(Batch *batch, int first, int count, const ErrorData *error)
{
	if (count == batch->count)
		backfill_try(batch->plan);
	if (count > 1)
	{
		fill(batch, first, count / 2);
		fill(batch, first + count / 2, count - count / 2);
	}
	else
	{
		batch->run->failed++;
		book_failure(batch->run->request, batch->plan->relation, batch->keys[first], error);
	}
}

static void
fill(Batch *batch, int first, int count)
{
	Updated updated;
	ErrorData *error = update_or_undo(batch, first, count, &updated);

	if (error == NULL)
	{
		count_filled(batch, count, &updated);
		return;
	}
	switch (error_kind(error->sqlerrcode))
	{
		case ERROR_OF_ROW:
			find_failed(batch, first, count, error);
			break;
		case ERROR_OF_MOMENT:
			batch->run->pass.skipped += count;
			break;
		case ERROR_OF_SERVER:
			ReThrowError(error);
	}
}

static void
drop_rows(Batch *batch, const bool *drop)
{
	int kept = 0;

	for (int i = 0; i < batch->count; i++)
	{
		if (drop[i])
			continue;
		batch->tids[kept] = batch->tids[i];
		batch->keys[kept] = batch->keys[i];
		batch->transactions[kept++] = batch->transactions[i];
	}
	batch->count = kept;
}

/* Removes from the batch the rows that this refill has already filled. */
static void
drop_refilled(Batch *batch)
{
	if (batch->count > 0)
		drop_rows(batch, book_refilled(batch->run, batch->transactions, batch->count));
}

/* Removes from the batch the rows that have a recorded failure. */
static void
drop_failed(Batch *batch)
{
	if (batch->count > 0)
		drop_rows(batch, book_failed(batch->run->request, batch->plan->relation, batch->keys,
									 batch->count));
}

/*
 * Locks the rows that no other session has locked; the locked ones are left to those sessions or to
 * a later pass.  Another session may have refilled a row just before it was locked, so this is
 * checked again.
 */
static void
lock_rows(Batch *batch)
{
	int wanted = batch->count;
	Oid type = TIDARRAYOID;
	Datum tids = tid_array(batch->tids, wanted);

	if (wanted == 0)
		return;
	read_rows(batch, batch->plan->lock, 1, &type, &tids, 0);
	batch->run->pass.skipped += wanted - batch->count;
	drop_refilled(batch);
}

static int
rows_of_batch(const BackfillRun *run)
{
	int64 left = run->request->max_rows - run->filled - run->failed;

	return (int) Min(left, run->request->batch_size);
}

void
backfill_batch(BackfillRun *run, const BackfillPlan *plan, ItemPointer position, BlockNumber end)
{
	Batch batch = {.run = run, .plan = plan};
	BlockNumber block = ItemPointerGetBlockNumberNoCheck(position);
	Oid types[2] = {TIDOID, TIDOID};
	int limit = rows_of_batch(run);
	ItemPointerData window;
	Datum range[2];

	ItemPointerSet(&window, end - block > WINDOW_BLOCKS ? block + WINDOW_BLOCKS : end, 0);
	range[0] = PointerGetDatum(position);
	range[1] = PointerGetDatum(&window);
	read_rows(&batch, plan->candidates, 2, types, range, limit);
	*position = batch.count == limit ? batch.tids[limit - 1] : window;
	drop_refilled(&batch);
	drop_failed(&batch);
	lock_rows(&batch);
	if (batch.count > 0)
		fill(&batch, 0, batch.count);
	backfill_notice_empty(run, batch.updated.filled, batch.updated.empty);
}
