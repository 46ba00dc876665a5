/*
 * xml_pool.h
 *	  Memory for calls of libxml2: while a pool runs, libxml2 allocates from it and from nothing
 *	  else.
 *
 * Allocations never fail in libxml2's eyes: if memory or a limit is exhausted, or the query is
 * cancelled, the pool jumps out of libxml2, and its memory is freed as a whole. So none of
 * libxml2's own paths for lack of memory is taken, of which some (2.9.14) go on with an empty
 * string or end the process; and long evaluations, which allocate all the time, can be cancelled.
 */
#ifndef ARTICLE_XML_POOL_H
#define ARTICLE_XML_POOL_H

#include "xml/xml_document.h"

typedef struct XmlBlock XmlBlock;
typedef struct XmlPiece XmlPiece;

#define XML_POOL_CLASSES 10

typedef struct XmlPool
{
	XmlBlock *blocks;
	char *next; /* free space of the newest shared block */
	char *limit;
	XmlPiece *freed[XML_POOL_CLASSES]; /* pieces to be used again, by size */
	size_t held;					   /* bytes of all blocks */
	uint64_t operations;			   /* used up by allocations */
	uint64_t polled;				   /* operations at the last poll */
	const XmlLimits *limits;		   /* while it runs */
} XmlPool;

/*
 * Calls work(context), whose calls of libxml2 allocate from the pool. Returns XML_STATUS_OK if it
 * returned, else the reason why it did not. work must not raise, nor allocate elsewhere.
 */
extern XmlStatus xml_pool_run(XmlPool *pool, const XmlLimits *limits, void (*work)(void *context),
							  void *context);

/* Called by work: from here on libxml2 allocates from another pool, under the same limits. */
extern void xml_pool_use(XmlPool *pool);

/* Counts operations that do not allocate, in a function that libxml2 calls. */
extern void xml_pool_charge(uint64_t operations);

/* Frees everything in a pool, which is empty afterwards. */
extern void xml_pool_free(XmlPool *pool);

#endif
