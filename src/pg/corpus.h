/*
 * corpus.h
 *	  A table of corpus statistics: what corpus.c, corpus_read.c and corpus_trigger.c share.
 *
 * The table belongs to whoever made it, as CREATE TABLE … OF article_corpus_term.  A term, and the
 * totals of the corpus, whose lexeme is NULL, may stand in several rows; their sum counts.  So a
 * writer only ever adds rows: it waits for nobody, and what it adds is there when it commits.
 */
#ifndef ARTICLE_PG_CORPUS_H
#define ARTICLE_PG_CORPUS_H

#include "postgres_ext.h"

/* The owner of a table; raises where it is none of that type ("type" is article_corpus_term). */
extern Oid corpus_check(Oid table, Oid type);

/* Raises where a column of a relation does not exist, or is no tsvector. */
extern void corpus_check_words(Oid relation, const char *column);

/*
 * How SQL names the rows that a table of statistics has itself: all of its partitions', none of its
 * children's.
 */
extern char *corpus_rows(Oid table);

/*
 * Runs SQL with nothing but pg_catalog in the search path, as the current user.  SPI is connected.
 */
extern void corpus_run(const char *sql);

#endif
