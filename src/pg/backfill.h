/*
 * backfill.h
 *	  article_backfill: what backfill.c and its parts share.
 *
 * A row is to be filled when its page is there, its target is NULL, and no failure of it is
 * recorded.  This is all there is to be trusted: where a session stands is only ever a hint, so that
 * a crash, a rewritten table or another session at work can neither lose a row nor fill one twice.
 *
 * A refill fills rows whatever their target holds, so the target cannot tell which are done.  The
 * transaction that wrote a row does: every one that refills rows is recorded in
 * article_backfill_refill, and what it wrote is done for all sessions of the same refill.  A row
 * that somebody else has updated since is filled once more.
 *
 * A run goes over the blocks of the table in passes, each in the order of the blocks; a batch is one
 * transaction.  A row that an UPDATE has moved behind a pass is found by the next one.
 */
#ifndef ARTICLE_PG_BACKFILL_H
#define ARTICLE_PG_BACKFILL_H

#include "fmgr.h"
#include "storage/itemptr.h"
#include "utils/relcache.h"
#include "utils/timestamp.h"

/* The arguments.  Columns are by name, NULL where none was given; times are in microseconds. */
typedef struct BackfillRequest
{
	Oid function; /* the procedure, and by it the extension */
	Oid relation; /* as it was named: a table, or one with partitions */
	const char *html;
	const char *target;
	const char *url;
	const char *fetched_at;
	const char *content_type;
	const char *time_zone;
	int batch_size;
	int64 max_rows;
	int64 max_time;
	int64 pause;
	int64 notice_interval;
	bool retry_failed;
	bool refill;
} BackfillRequest;

/* A pass counts blocks of all partitions together. */
typedef struct BackfillPass
{
	int number; /* from 1 */
	TimestampTz started;
	int64 first;	/* where it began */
	int64 position; /* where it is */
	int64 blocks;	/* where it ends */
	int64 filled;
	int64 skipped; /* rows that another session had locked, or that a trigger left empty */
} BackfillPass;

/* How a run ended: nothing is left to do; at max_rows or max_time; with rows it could not have. */
#define BACKFILL_COMPLETE "complete"
#define BACKFILL_STOPPED "stopped"
#define BACKFILL_INCOMPLETE "incomplete"

typedef struct BackfillRun
{
	const BackfillRequest *request;
	int id;
	int refill; /* the run that began the refill; 0 where this is none */
	TimestampTz started;
	TimestampTz noticed;
	int64 filled;
	int64 failed;
	bool told_empty; /* backfill_notice_empty has spoken */
	BackfillPass pass;
} BackfillRun;

/* ---------------------------------------------------------------- backfill_plan.c */

/*
 * SQL over one table without children, everything in it qualified.  $1 is an array of ctid, but for
 * candidates: there $1 and $2 are the ctids between which to look.  Columns: ctid, key, xmin; of
 * the update: whether the row is filled now, and whether with neither title nor body.
 */
typedef struct BackfillPlan
{
	Oid relation;
	const char *candidates;
	const char *lock;
	const char *update;
} BackfillPlan;

/* Checks columns, types and privileges of an open table, and makes its SQL. */
extern BackfillPlan *backfill_plan(const BackfillRequest *request, Relation relation);

/* ---------------------------------------------------------------- backfill_batch.c */

/*
 * Fills the rows of the next batch, counts them in the run, and moves the position behind them; the
 * caller commits.  Rows end at block "end".
 */
extern void backfill_batch(BackfillRun *run, const BackfillPlan *plan, ItemPointer position,
						   BlockNumber end);

/* Raises what keeps every single row from being filled. */
extern void backfill_try(const BackfillPlan *plan);

/* ---------------------------------------------------------------- backfill_log.c */

/*
 * The tables article_backfill_run and article_backfill_failure, written as their owner.  Failures are
 * of a table and of the target; a row goes by its key, as jsonb.
 */
extern void book_start(BackfillRun *run);
extern void book_progress(const BackfillRun *run);
extern void book_end(const BackfillRun *run, const char *outcome);

/*
 * Which of some rows are done, by the transactions that wrote them: one flag each.  Where this is
 * no refill none is.
 */
extern bool *book_refilled(const BackfillRun *run, Datum *transactions, int count);

/* The current transaction refills rows. */
extern void book_refill(const BackfillRun *run);

/* Where the last run over this column, but for this one, stopped; 0 where it came to the end. */
extern int64 book_last_position(const BackfillRun *run);

extern void book_failure(const BackfillRequest *request, Oid relation, Datum key,
						 const ErrorData *error);
extern void book_forget_failures(const BackfillRequest *request, Oid relation);

/* Which of some rows have failed before: one flag a key. */
extern bool *book_failed(const BackfillRequest *request, Oid relation, Datum *keys, int count);

/* ---------------------------------------------------------------- backfill_notice.c */

/* What a person who watches wants to know, now and then. */
extern void backfill_notice_progress(BackfillRun *run);

/* After a batch: how many rows it filled, and how many of them have neither title nor body. */
extern void backfill_notice_empty(BackfillRun *run, int filled, int empty);
extern void backfill_notice_end(const BackfillRun *run, const char *outcome);

#endif
