/*
 * array.h
 *	  The number of elements of an array whose size is known at compile time.
 */
#ifndef ARTICLE_BASE_ARRAY_H
#define ARTICLE_BASE_ARRAY_H

/* PostgreSQL's c.h has the same macro. */
#ifndef lengthof
#define lengthof(array) (sizeof(array) / sizeof((array)[0]))
#endif

#endif
