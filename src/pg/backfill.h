/*
 * backfill.h
 *	  article_backfill: what the backfill*.c files share.
 *
 * A row is to be filled if its page is not NULL, its target is NULL and no failure of it is
 * recorded.  Nothing else is relied on: the position of a session is only a hint, so a crash, a
 * rewritten table or another session at work can neither skip a row nor fill one twice.
 *
 * A refill fills rows whatever their target holds, so the target does not show which rows are done;
 * the transaction that wrote a row does.  Every transaction that refills rows is recorded in
 * article_backfill_refill, and its rows are done for all sessions of the same refill.  A row that
 * another transaction has updated since is filled once more.
 *
 * A run scans the blocks of the table in passes, in block order; each batch is one transaction.  A
 * row that an UPDATE has moved to a block before the current position is found by the next pass.
 */
#ifndef ARTICLE_PG_BACKFILL_H
#define ARTICLE_PG_BACKFILL_H

#include "fmgr.h"
#include "storage/itemptr.h"
#include "utils/relcache.h"
#include "utils/timestamp.h"

/*
 * The arguments.  Columns are given by name, or NULL if none was given; times are in microseconds.
 */
typedef struct BackfillRequest
{
	Oid function; /* the procedure; it identifies the extension */
	Oid relation; /* the named table, which may be partitioned */
	const char *html;
	const char *target;
	const char *url;
	const char *fetched_at;
	const char *content_type;
	const char *time_zone;
	Oid rules_table; /* or InvalidOid */
	int batch_size;
	int64 max_rows;
	int64 max_time;
	int64 pause;
	int64 notice_interval;
	bool retry_failed;
	bool refill;
} BackfillRequest;

/* A pass counts the blocks of all partitions together. */
typedef struct BackfillPass
{
	int number; /* from 1 */
	TimestampTz started;
	int64 first;	/* block where it began */
	int64 position; /* block where it is */
	int64 blocks;	/* number of blocks, where it ends */
	int64 filled;
	int64 skipped; /* rows that another session had locked, or that a trigger left unfilled */
} BackfillPass;

/*
 * How a run ended: no row is left to fill; max_rows or max_time was reached; some rows could not be
 * filled.
 */
#define BACKFILL_COMPLETE "complete"
#define BACKFILL_STOPPED "stopped"
#define BACKFILL_INCOMPLETE "incomplete"

typedef struct BackfillRun
{
	const BackfillRequest *request;
	int id;
	int refill; /* the run that began the refill; 0 if this is not a refill */
	TimestampTz started;
	TimestampTz noticed;
	int64 filled;
	int64 failed;
	bool told_empty; /* backfill_notice_empty has sent its warning */
	BackfillPass pass;
} BackfillRun;

/* ---------------------------------------------------------------- backfill_plan.c */

/*
 * SQL for one table without its children, with all names qualified.  The parameter $1 is an array
 * of ctids, except in `candidates`, where $1 and $2 are the ctids to search between.  The queries
 * `candidates` and `lock` return ctid, key and xmin; `update` returns whether the row is now
 * filled, and whether it has neither a title nor a body.
 */
typedef struct BackfillPlan
{
	Oid relation;
	const char *candidates;
	const char *lock;
	const char *update;
	const char *read_rules; /* reads the table of rules; NULL if there is none */
} BackfillPlan;

/* Checks the columns, types and privileges of an open table, and builds its SQL. */
extern BackfillPlan *backfill_plan(const BackfillRequest *request, Relation relation);

/* ---------------------------------------------------------------- backfill_batch.c */

/*
 * Fills the rows of the next batch, counts them in the run, and moves the position past them; the
 * caller commits.  Block "end" is the end of the rows.
 */
extern void backfill_batch(BackfillRun *run, const BackfillPlan *plan, ItemPointer position,
						   BlockNumber end);

/* Raises the error, if any, that would keep every row from being filled. */
extern void backfill_try(const BackfillPlan *plan);

/* ---------------------------------------------------------------- backfill_log.c */

/*
 * Write the tables article_backfill_run and article_backfill_failure as their owner.  A failure is
 * identified by the table, the target column and the key of the row, as jsonb.
 */
extern void book_start(BackfillRun *run);
extern void book_progress(const BackfillRun *run);
extern void book_end(const BackfillRun *run, const char *outcome);

/*
 * Returns one flag per row: whether this refill has filled it, judged by the transaction that wrote
 * the row.  All are false if this is not a refill.
 */
extern bool *book_refilled(const BackfillRun *run, Datum *transactions, int count);

/* Records that the current transaction refills rows. */
extern void book_refill(const BackfillRun *run);

/* Returns the position where the previous run on this column stopped; 0 if it completed. */
extern int64 book_last_position(const BackfillRun *run);

extern void book_failure(const BackfillRequest *request, Oid relation, Datum key,
						 const ErrorData *error);
extern void book_forget_failures(const BackfillRequest *request, Oid relation);

/* Returns one flag per key: whether the row has a recorded failure. */
extern bool *book_failed(const BackfillRequest *request, Oid relation, Datum *keys, int count);

/* ---------------------------------------------------------------- backfill_notice.c */

/* Reports progress, at most once per notice_interval. */
extern void backfill_notice_progress(BackfillRun *run);

/*
 * Call after a batch with the number of filled rows, and how many of these have neither title nor
 * body.  Warns once if nearly all of them are empty.
 */
extern void backfill_notice_empty(BackfillRun *run, int filled, int empty);
extern void backfill_notice_end(const BackfillRun *run, const char *outcome);

#endif
