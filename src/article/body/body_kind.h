/*
 * body_kind.h
 *	  The kinds of pages that have a body model of their own, by how much their markup says of what
 *	  a block is.
 */
#ifndef ARTICLE_BODY_KIND_H
#define ARTICLE_BODY_KIND_H

#include "article/reader.h"

typedef enum BodyKind
{
	BODY_ORDINARY,
	BODY_UNCLASSED, /* boxes without names: the markup of an export, an old page, a saved one */
	BODY_FLAT,		/* hardly any: text, bare paragraphs, the output of a clean-up program */
	BODY_KINDS
} BodyKind;

/* The kind of a page whose blocks have been read. */
extern BodyKind body_kind(const Reader *reader);

/*
 * Do only words tell the article from the lines below it?  Also on a page with too few blocks to be
 * called flat.
 */
extern bool body_is_bare(const Reader *reader);

#endif
