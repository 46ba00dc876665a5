/*
 * xml_internal.h
 *	  Shared by the files of this room that call libxml2, and the one place for what differs between
 *	  its versions (2.9.14 to 2.15).
 *
 * A document is made of libxml2's nodes, but in an arena: libxml2 only reads it, and never frees,
 * changes or serialises it. The fields that libxml2 does not use when it evaluates a path are ours.
 */
#ifndef ARTICLE_XML_INTERNAL_H
#define ARTICLE_XML_INTERNAL_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlmemory.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "html/whole.h"
#include "xml/xml_document.h"

struct XmlDocument
{
	const Page *page;
	xmlDoc doc;
	uint32_t count; /* elements and texts */
};

/* The error handler takes a const pointer from 2.12 on. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlRaised;
#else
typedef xmlErrorPtr XmlRaised;
#endif

/* Before 2.13, XPath prints some errors in addition, through a function that is process-wide. */
#define XML_XPATH_PRINTS (LIBXML_VERSION < 21300)

/*
 * Our fields of an element: "_private" is its Node in page->nodes, or NULL; "psvi" is where its
 * attributes begin in the source; "extra" is its WholeSpace.
 */
/* Begins to read the attributes of an element, of which it may have none. */
extern void xml_attrs(WholeAttrs *attrs, const Page *page, const xmlNode *node);

/* The TagId of an element; TAG_custom of one that the tree leaves out, except for table parts. */
extern TagId xml_tag(const xmlNode *node);

/* Does the tree leave an element out because it shows nothing: a script, a title, a shape? */
extern bool xml_is_outside(const xmlNode *node);

extern XmlItem xml_item(const XmlDocument *document, const xmlNode *node);

/*
 * Do the functions, prefixes and variables of a valid path exist, and have the functions the right
 * number of arguments?  Sets *error if not.  (xml_names.c)
 */
extern bool xml_names_known(Str path, XmlError *error);

static inline Str
xml_str(const xmlChar *text)
{
	return str_cstr((const char *) text);
}

#endif
