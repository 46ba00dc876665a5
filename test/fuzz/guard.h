/*
 * guard.h
 *	  The arena of the fuzz targets: guard.c replaces base/arena.c.
 */
#ifndef ARTICLE_FUZZ_GUARD_H
#define ARTICLE_FUZZ_GUARD_H

#include "base/arena.h"

extern unsigned char guard_fill; /* every byte of a new block */

#endif
