/*
 * interrupt.h
 *	  A cancel during work that does not poll: libxml2 evaluating a path.
 */
#ifndef ARTICLE_PG_INTERRUPT_H
#define ARTICLE_PG_INTERRUPT_H

/*
 * Calls work(context), which must not raise.  While it runs, a signal that cancels the query or
 * ends the session calls xml_path_interrupt() in its handler, after the server's own handler has
 * returned.
 */
extern void interrupt_during(void (*work)(void *context), void *context);

#endif
