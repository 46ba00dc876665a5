/*
 * tsearch.h
 *	  What the parser and the dictionaries of text search share.
 */
#ifndef ARTICLE_PG_TSEARCH_H
#define ARTICLE_PG_TSEARCH_H

/* Raises an error where the database does not speak UTF-8: a token has to be a slice of its text. */
extern void tsearch_check_encoding(void);

#endif
