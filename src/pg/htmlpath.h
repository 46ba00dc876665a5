/*
 * htmlpath.h
 *	  What bounds an XPath, and how its errors are raised: article.xpath_max_operations,
 *	  article.xpath_max_size.
 */
#ifndef ARTICLE_PG_HTMLPATH_H
#define ARTICLE_PG_HTMLPATH_H

#include "pg/core_names.h"

#include "xml/xml_document.h"

#include "pg/core_names.h"

extern void htmlpath_define_settings(void);

/*
 * Returns the limits of one evaluation of a path on a page of this many bytes; 0: of a compilation.
 * Raises the error for a page that is too large.
 */
extern XmlLimits htmlpath_limits(Size bytes);

/* Raises the error for a status other than XML_STATUS_OK. path: what was compiled or evaluated. */
extern void htmlpath_raise(XmlStatus status, const XmlError *error, Str path)
	__attribute__((noreturn));

#endif
