/*
 * passage.h
 *	  Passages of a text as rows: the text of an argument, positions in characters, rows out.
 */
#ifndef ARTICLE_PG_PASSAGE_H
#define ARTICLE_PG_PASSAGE_H

#include "fmgr.h"
#include "funcapi.h"

#include "base/str.h"
#include "pg/row.h"

/* A set-returning function that reads a text. */
typedef struct PassageList
{
	Tuplestorestate *store;
	TupleDesc desc;
	Str text;
	uint32_t byte; /* position of the last passage ... */
	int32 character;
} PassageList;

/*
 * Converts a text of the server to UTF-8, character by character, so that positions in both agree.
 * In SQL_ASCII, where a character is a byte, bytes that are not UTF-8 become question marks.
 */
extern Str passage_argument(Arena *arena, text *source);

/* Returns a text field of an article, or NULL if it is NULL. */
extern text *passage_article_text(HeapTupleHeader article, const char *field);

/* Starts the result of the function; the text is what positions refer to. */
extern void passage_open(PassageList *list, FunctionCallInfo fcinfo, Str text);

/*
 * Sets the columns 0 and 1 of a row: the position of a passage of the text, from 1, and its length,
 * in characters of the server. Linear over all calls if the passages come in order.
 */
extern void passage_place(PassageList *list, RowValues *row, Str passage);

/* Adds a row to the result. */
extern void passage_put(PassageList *list, RowValues *row);

#endif
