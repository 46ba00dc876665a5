/*
 * inflate.h
 *	  Undoes gzip (RFC 1952) and zlib (RFC 1950), which pages keep when a crawler stores the bytes of
 *	  the network.
 *
 * zlib allocates in an arena, so an error that leaves from there leaks nothing.  The arena is polled
 * after every block of output.
 */
#ifndef ARTICLE_INFLATE_H
#define ARTICLE_INFLATE_H

#include "base/arena.h"
#include "base/str.h"

typedef enum InflateStatus
{
	INFLATE_COMPLETE,
	INFLATE_TRUNCATED, /* the bytes end too early: *out is what they hold */
	INFLATE_DAMAGED,   /* *out is what came before the damage */
	INFLATE_TOO_LARGE  /* more than limit bytes come out; *out is none */
} InflateStatus;

/* Do bytes begin as a gzip member, as a zlib stream? */
extern bool inflate_is_gzip(Str bytes);
extern bool inflate_is_zlib(Str bytes);

/* Inflates either of them, all members of a gzip file, to at most limit bytes. */
extern InflateStatus inflate_bytes(Arena *arena, Str bytes, size_t limit, Str *out);

#endif
