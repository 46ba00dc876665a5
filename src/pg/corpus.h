/*
 * corpus.h
 *	  A table of corpus statistics: what corpus.c, corpus_read.c and corpus_trigger.c share.
 *
 * The table belongs to the user who created it, with CREATE TABLE … OF article_corpus_term.  A term
 * may have several rows, and so may the totals of the corpus, whose lexeme is NULL; the sum counts.
 * So a writer only ever adds rows: it waits for nobody, and its rows become visible when it
 * commits.
 */
#ifndef ARTICLE_PG_CORPUS_H
#define ARTICLE_PG_CORPUS_H

#include "postgres_ext.h"

/*
 * Returns the owner of a table of statistics.  Raises an error if the table is not of that type
 * (the OID of article_corpus_term).
 */
extern Oid corpus_check(Oid table, Oid type);

/*
 * Return the quoted name of a table of statistics, or of forms (forms.c), that is only read: it may
 * be a view or a foreign table with the same columns.  Raise an error if it lacks one.
 */
extern char *corpus_name(Oid corpus);
extern char *corpus_forms_name(Oid forms);

/* Returns whether a table is of this type, and its owner. */
extern bool corpus_is_of(Oid table, Oid type, Oid *owner);

/*
 * Locks a table, given its quoted name, while it is filled or merged: these exclude each other, and
 * readers and triggers continue.
 */
extern void corpus_lock(const char *table);

/* Raises an error if a column of a relation does not exist or is not a tsvector. */
extern void corpus_check_words(Oid relation, const char *column);

/*
 * Returns SQL for the rows of the table of statistics itself: including all partitions, but no
 * inheritance children.
 */
extern char *corpus_rows(Oid table);

/*
 * Reports an empty corpus: all words are equally rare then, which is an answer, but not the one
 * that was meant.
 */
extern void corpus_tell_empty(Oid corpus);

/* Runs SQL as the current user with only pg_catalog in the search path.  SPI must be connected. */
extern void corpus_run(const char *sql);

#endif
