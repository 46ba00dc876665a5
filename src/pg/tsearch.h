/*
 * tsearch.h
 *	  What the text search parser and dictionaries share.
 */
#ifndef ARTICLE_PG_TSEARCH_H
#define ARTICLE_PG_TSEARCH_H

/* Raises an error unless the database uses UTF-8: a token must be a slice of its text. */
extern void tsearch_check_encoding(void);

#endif
