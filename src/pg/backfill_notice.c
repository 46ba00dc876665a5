/*
 * backfill_notice.c
 *	  The messages of article_backfill to its caller: progress, speed and remaining time.  The view
 *	  article_backfill_progress computes the same from the log.
 */
#include "postgres.h"

#include "pg/backfill.h"
#include "pg/sql.h"

/*
 * Fewer than 5 rows may all be empty by chance.  Of more rows of pages, 9 in 10 are empty in hardly
 * any archive.
 */
#define EMPTY_ROWS 5
#define EMPTY_SHARE 0.9

static double
seconds_since(TimestampTz start)
{
	return (double) (GetCurrentTimestamp() - start) / USECS_PER_SEC;
}

/* Formats seconds as hours, minutes and seconds: "1:02:03". */
static char *
duration(double seconds)
{
	int64 whole = (int64) seconds;

	return psprintf(INT64_FORMAT ":%02d:%02d", whole / SECS_PER_HOUR,
					(int) (whole % SECS_PER_HOUR / SECS_PER_MINUTE),
					(int) (whole % SECS_PER_MINUTE));
}

/* Rows per second since the CALL began. */
static double
rate(const BackfillRun *run)
{
	double seconds = seconds_since(run->started);

	return seconds > 0 ? (double) (run->filled + run->failed) / seconds : 0;
}

/*
 * Estimates the time left in this pass, assuming that the rest goes as fast as what is done. NULL
 * if nothing is done.
 */
static char *
time_left(const BackfillPass *pass)
{
	int64 done = pass->position - pass->first;

	if (done <= 0)
		return NULL;
	return duration(seconds_since(pass->started) * (double) (pass->blocks - pass->position) /
					(double) done);
}

static double
percent(const BackfillPass *pass)
{
	return pass->blocks > 0 ? 100.0 * (double) pass->position / (double) pass->blocks : 100.0;
}

void
backfill_notice_progress(BackfillRun *run)
{
	char *left;

	if (GetCurrentTimestamp() - run->noticed < run->request->notice_interval)
		return;
	run->noticed = GetCurrentTimestamp();
	left = time_left(&run->pass);
	if (left == NULL)
		ereport(NOTICE, (errmsg("%.1f %% of pass %d: " INT64_FORMAT " rows filled, " INT64_FORMAT
								" failed, %.0f rows/s",
								percent(&run->pass), run->pass.number, run->filled, run->failed,
								rate(run))));
	else
		ereport(NOTICE, (errmsg("%.1f %% of pass %d: " INT64_FORMAT " rows filled, " INT64_FORMAT
								" failed, %.0f rows/s, %s left",
								percent(&run->pass), run->pass.number, run->filled, run->failed,
								rate(run), left)));
}

/* Warns if a column seems to hold no pages.  URLs, like any other text, parse without an error. */
void
backfill_notice_empty(BackfillRun *run, int filled, int empty)
{
	const BackfillRequest *request = run->request;

	if (run->told_empty || filled < EMPTY_ROWS || empty < EMPTY_SHARE * filled)
		return;
	run->told_empty = true;
	ereport(
		WARNING,
		(errmsg("column \"%s\" of %s does not seem to contain HTML pages", request->html,
				sql_relation_name(request->relation)),
		 errdetail("Of the %d rows in a batch, %d have neither a title nor a body.", filled, empty),
		 errhint("If it is the wrong column, call article_backfill again with the correct one "
				 "and \"refill\" set to true.")));
}

/* Returns a hint on what the caller can do about the outcome, or NULL. */
static const char *
advice(const BackfillRun *run, const char *outcome)
{
	if (run->failed > 0)
		return "The view article_backfill_failures shows which rows failed, and why.";
	if (strcmp(outcome, BACKFILL_INCOMPLETE) == 0)
		return "Rows that were locked are filled by the sessions that locked them if these run "
			   "article_backfill too. CALL it again for any others.";
	return NULL;
}

/* The message of an ereport. */
static int
end_message(const BackfillRun *run, const char *outcome)
{
	if (strcmp(outcome, BACKFILL_COMPLETE) == 0)
		return errmsg("complete: " INT64_FORMAT " rows filled, " INT64_FORMAT
					  " failed, " INT64_FORMAT " skipped",
					  run->filled, run->failed, run->pass.skipped);
	if (strcmp(outcome, BACKFILL_STOPPED) == 0)
		return errmsg("stopped: " INT64_FORMAT " rows filled, " INT64_FORMAT
					  " failed, " INT64_FORMAT " skipped",
					  run->filled, run->failed, run->pass.skipped);
	return errmsg("incomplete: " INT64_FORMAT " rows filled, " INT64_FORMAT " failed, " INT64_FORMAT
				  " skipped",
				  run->filled, run->failed, run->pass.skipped);
}

void
backfill_notice_end(const BackfillRun *run, const char *outcome)
{
	const char *hint = advice(run, outcome);

	ereport(NOTICE, (end_message(run, outcome),
					 errdetail("The run took %s, at %.0f rows/s.",
							   duration(seconds_since(run->started)), rate(run)),
					 hint != NULL ? errhint("%s", hint) : 0));
}
