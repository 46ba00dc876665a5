/*
 * compat.h
 *	  Everything that differs between PostgreSQL 15, 16, 17 and 18: the only place that tests
 *	  PG_VERSION_NUM.  Include it after postgres.h or postgres_fe.h.
 */
#ifndef ARTICLE_COMPAT_H
#define ARTICLE_COMPAT_H

#include "common/jsonapi.h"
#include "mb/pg_wchar.h"

/* Macros for toasted values; in postgres.h until 15. */
#if PG_VERSION_NUM >= 160000 && !defined(FRONTEND)
#include "varatt.h"
#endif

#if PG_VERSION_NUM < 150000
#error "article needs PostgreSQL 15 or later"
#endif

/*
 * Declares a function that SQL calls.  PostgreSQL 15 exports its info record, but not the function.
 */
#define SQL_FUNCTION(name)                                                                         \
	extern PGDLLEXPORT Datum name(PG_FUNCTION_ARGS);                                               \
	PG_FUNCTION_INFO_V1(name)

/* Return type of the JSON parser's semantic actions: void until 15, a status since 16. */
#if PG_VERSION_NUM >= 160000
typedef JsonParseErrorType JsonActionResult;
#define JSON_ACTION_DONE return JSON_SUCCESS
#else
typedef void JsonActionResult;
#define JSON_ACTION_DONE return
#endif

/* The lexer is initialized in place and must be freed since 17. */
static inline JsonLexContext *
compat_json_lexer(const char *json, size_t length)
{
#if PG_VERSION_NUM >= 170000
	return makeJsonLexContextCstringLen(NULL, json, length, PG_UTF8, true);
#else
	return makeJsonLexContextCstringLen((char *) json, (int) length, PG_UTF8, true);
#endif
}

static inline void
compat_json_lexer_free(JsonLexContext *lexer)
{
#if PG_VERSION_NUM >= 170000
	freeJsonLexContext(lexer);
#else
	pfree(lexer->strval->data);
	pfree(lexer->strval);
	pfree(lexer);
#endif
}

/* make_range takes a context for soft errors since 16.  Include utils/rangetypes.h before. */
#if PG_VERSION_NUM >= 160000
#define compat_make_range(type, lower, upper) make_range((type), (lower), (upper), false, NULL)
#else
#define compat_make_range(type, lower, upper) make_range((type), (lower), (upper), false)
#endif

/* parse_tsquery takes a context for soft errors since 16. */
#if PG_VERSION_NUM >= 160000
#define compat_parse_tsquery(expression, push, opaque)                                             \
	parse_tsquery((expression), (push), (opaque), 0, NULL)
#else
#define compat_parse_tsquery(expression, push, opaque)                                             \
	parse_tsquery((expression), (push), (opaque), 0)
#endif

#endif
