/*
 * backfill_notice.c
 *	  What article_backfill tells the person who called it: how far it is, how fast it goes, and when
 *	  it will be there.  The view article_backfill_progress reckons the same from what is in the books.
 */
#include "postgres.h"

#include "pg/backfill.h"
#include "pg/sql.h"

/* Fewer rows may well be empty by chance; of more hardly nine in ten, in whatever archive. */
#define EMPTY_ROWS 5
#define EMPTY_SHARE 0.9

static double
seconds_since(TimestampTz start)
{
	return (double) (GetCurrentTimestamp() - start) / USECS_PER_SEC;
}

/* "1:02:03" */
static char *
duration(double seconds)
{
	int64 whole = (int64) seconds;

	return psprintf(INT64_FORMAT ":%02d:%02d", whole / SECS_PER_HOUR,
					(int) (whole % SECS_PER_HOUR / SECS_PER_MINUTE),
					(int) (whole % SECS_PER_MINUTE));
}

/* Rows a second since the CALL began. */
static double
rate(const BackfillRun *run)
{
	double seconds = seconds_since(run->started);

	return seconds > 0 ? (double) (run->filled + run->failed) / seconds : 0;
}

/* What is left of this pass goes as fast as what lies behind. */
static char *
time_left(const BackfillPass *pass)
{
	int64 done = pass->position - pass->first;

	if (done <= 0)
		return pstrdup("an unknown time");
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
	if (GetCurrentTimestamp() - run->noticed < run->request->notice_interval)
		return;
	run->noticed = GetCurrentTimestamp();
	ereport(NOTICE, (errmsg("%.1f %% of pass %d: " INT64_FORMAT " rows filled, " INT64_FORMAT
							" failed, %.0f rows/s, %s left",
							percent(&run->pass), run->pass.number, run->filled, run->failed,
							rate(run), time_left(&run->pass))));
}

/* Addresses parse as well, and so does any text. */
void
backfill_notice_empty(BackfillRun *run, int filled, int empty)
{
	const BackfillRequest *request = run->request;

	if (run->told_empty || filled < EMPTY_ROWS || empty < EMPTY_SHARE * filled)
		return;
	run->told_empty = true;
	ereport(WARNING,
			(errmsg("column \"%s\" of %s does not seem to hold pages", request->html,
					sql_relation_name(request->relation)),
			 errdetail("Of the %d rows of a batch %d have neither a title nor a body.", filled,
					   empty),
			 errhint("If it is the wrong column, call article_backfill again with the right one "
					 "and \"refill\" true.")));
}

/* What the caller may do about it. */
static const char *
advice(const BackfillRun *run, const char *outcome)
{
	if (run->failed > 0)
		return "The view article_backfill_failures says which rows failed, and why.";
	if (strcmp(outcome, BACKFILL_INCOMPLETE) == 0)
		return "Rows that other sessions had locked are theirs to fill, where they run "
			   "article_backfill as well; for any others CALL it again.";
	return NULL;
}

void
backfill_notice_end(const BackfillRun *run, const char *outcome)
{
	const char *hint = advice(run, outcome);

	ereport(NOTICE,
			(errmsg("%s: " INT64_FORMAT " rows filled, " INT64_FORMAT " failed, " INT64_FORMAT
					" skipped",
					outcome, run->filled, run->failed, run->pass.skipped),
			 errdetail("%s, %.0f rows/s.", duration(seconds_since(run->started)), rate(run)),
			 hint != NULL ? errhint("%s", hint) : 0));
}
