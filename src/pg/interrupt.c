/*
 * interrupt.c
 *	  See interrupt.h.  The server's handlers set flags, which work that does not poll never sees.
 *	  So they are wrapped: for a request to cancel or to end, and for the timer, whose handler sends
 *	  such a request while it is still at work itself.
 */
#include "postgres.h"

#include <signal.h>

#include "miscadmin.h"

#include "pg/htmlpath.h"
#include "pg/interrupt.h"
#include "pg/memory.h"

static const int signals[] = {SIGINT, SIGTERM, SIGALRM};

static struct sigaction before[lengthof(signals)];

/* While a handler of the server is at work, interrupts are held, and nothing may end here. */
static void
handle(int number)
{
	for (size_t i = 0; i < lengthof(signals); i++)
		if (signals[i] == number)
			before[i].sa_handler(number);
	if (memory_interrupted(NULL))
		xml_path_interrupt();
}

static bool
is_function(const struct sigaction *action)
{
	return (action->sa_flags & SA_SIGINFO) == 0 && action->sa_handler != SIG_IGN &&
		   action->sa_handler != SIG_DFL;
}

void
interrupt_during(void (*work)(void *), void *context)
{
	for (size_t i = 0; i < lengthof(signals); i++)
	{
		struct sigaction ours;

		sigaction(signals[i], NULL, &before[i]);
		ours = before[i];
		ours.sa_handler = handle;
		if (is_function(&before[i]))
			sigaction(signals[i], &ours, NULL);
	}
	work(context);
	for (size_t i = 0; i < lengthof(signals); i++)
		if (is_function(&before[i]))
			sigaction(signals[i], &before[i], NULL);
}
