/*
 * inflate.h
 *	  Inflates gzip (RFC 1952) and zlib (RFC 1950): pages stay compressed if a crawler stores the
 *	  bytes of the network.
 *
 * zlib allocates in an arena, so an error raised there leaks nothing. The arena is polled after
 * every block of output.
 */
#ifndef ARTICLE_INFLATE_H
#define ARTICLE_INFLATE_H

#include "base/arena.h"
#include "base/str.h"

typedef enum InflateStatus
{
	INFLATE_COMPLETE,
	INFLATE_TRUNCATED, /* the bytes end too early: *out is what could be read */
	INFLATE_DAMAGED,   /* *out is what precedes the damage */
	INFLATE_TOO_LARGE  /* the output exceeds limit; *out is empty */
} InflateStatus;

/* Do bytes begin like a gzip member? Like a zlib stream? */
extern bool inflate_is_gzip(Str bytes);
extern bool inflate_is_zlib(Str bytes);

/* Inflates either format, all members of a gzip file, to at most limit bytes. */
extern InflateStatus inflate_bytes(Arena *arena, Str bytes, size_t limit, Str *out);

#endif
