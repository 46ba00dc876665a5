/*
 * stamp.h
 *	  Ties a generated table to the list that it was made from: a table of yesterday's list does not
 *	  compile.
 *
 * The stamp of a list is its number of rows, and the bytes of their names, each with the NUL that
 * ends it.  The generator writes it (tools/stamp.py), the compiler counts again:
 *
 *	#define CUE(word, bits) STAMP_ROW(word)
 *	_Static_assert(0
 *	#include "class_cue_list.h"
 *	== STAMP(487, 4211), "…");
 *
 * A change that keeps both numbers is found by "tools/tables.sh --check", which .ci/run calls.
 */
#ifndef ARTICLE_BASE_STAMP_H
#define ARTICLE_BASE_STAMP_H

#include <stdint.h>

#define STAMP(rows, bytes) ((UINT64_C(1) << 32) * (rows) + (bytes))
#define STAMP_ROW(name) +STAMP(1, sizeof(name))

#endif
