/*
 * wholepage.h
 *	  A page as a whole, for what asks for its markup rather than for its article: the tree, and
 *	  what the tree leaves out (html/whole.h).
 *
 * Include it after postgres.h; the core's types have a prefix here, as in pg/core.h.
 */
#ifndef ARTICLE_PG_WHOLEPAGE_H
#define ARTICLE_PG_WHOLEPAGE_H

#include "pg/request.h"

#include "pg/core_names.h"

#include "xml/xml_write.h"

typedef struct WholePage
{
	MemoryContext context; /* everything is in it */
	Arena arena;
	Page page;
	XmlWriting writing; /* the address of the page, and the server's characters */
} WholePage;

#include "pg/core_names.h"

/*
 * Parses the page of a request in a memory context of its own under the current one, so that an
 * error frees it.  Returns NULL if it is empty or not a page.
 */
extern WholePage *wholepage_open(const PageRequest *request);
extern void wholepage_close(WholePage *whole);

#endif
