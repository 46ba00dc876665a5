/*
 * deaf.c
 *	  A module for deaf.py: the longest time that a call does not check for interrupts.
 *
 *	  deaf_start()	from now on
 *	  deaf_stop()	no more; returns the milliseconds
 *
 * A timer of the backend's processor time, which a busy machine does not stretch, asks for an
 * interrupt every few milliseconds; a check for interrupts clears that again.
 */
#include "postgres.h"

#include <signal.h>
#include <sys/time.h>
#include <time.h>

#include "fmgr.h"
#include "miscadmin.h"

PG_MODULE_MAGIC;

#define TICK 2000 /* microseconds */

static volatile double asked; /* when, in milliseconds */
static volatile double longest;

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
tick(int signal)
{
	double at = now();

	(void) signal;
	if (!InterruptPending)
	{
		asked = at;
		InterruptPending = true;
	}
	else if (at - asked > longest)
		longest = at - asked;
}

static void
set_timer(int microseconds)
{
	struct itimerval timer = {{0, microseconds}, {0, microseconds}};

	setitimer(ITIMER_PROF, &timer, NULL);
}

PG_FUNCTION_INFO_V1(deaf_start);
Datum
deaf_start(PG_FUNCTION_ARGS)
{
	struct sigaction action = {.sa_handler = tick, .sa_flags = SA_RESTART};

	(void) fcinfo;
	sigemptyset(&action.sa_mask);
	sigaction(SIGPROF, &action, NULL);
	longest = 0;
	asked = now();
	set_timer(TICK);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(deaf_stop);
Datum
deaf_stop(PG_FUNCTION_ARGS)
{
	(void) fcinfo;
	set_timer(0);
	if (InterruptPending && now() - asked > longest)
		longest = now() - asked;
	PG_RETURN_FLOAT8(longest);
}
