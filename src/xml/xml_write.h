/*
 * xml_write.h
 *	  Markup out of a page: the whole page as an XML document, or the content of one element as HTML
 *	  that is safe to show.
 *
 * Both are well-formed XML content: every element is closed, no attribute appears twice, no
 * character or reference is written that XML 1.0 does not know.
 */
#ifndef ARTICLE_XML_WRITE_H
#define ARTICLE_XML_WRITE_H

#include "base/charset.h"
#include "xml/xml_document.h"

typedef struct XmlWriting
{
	Str url;		 /* the address of the page, against which links are made absolute, or none */
	Charset charset; /* of the result */
} XmlWriting;

/*
 * Returns the whole page (html/whole.h) as an XML document in UTF-8, without a declaration.
 *
 * Elements of HTML have no namespace, those of drawings and formulas have their own. Characters
 * that a name of XML may not contain become Uxxxxxx, as WHATWG HTML 13.2.9 says: @click is
 * U000040click. Control characters are left out, and so are tags more than XML_WRITE_DEPTH deep,
 * since a parser of XML accepts no more. Text is never left out; attributes are where the result
 * would grow beyond XML_WRITE_MOST times the page.
 */
extern Str xml_write_page(const Page *page, Arena *arena, const XmlWriting *writing);

#define XML_WRITE_DEPTH 250 /* libxml2 accepts 256 */
#define XML_WRITE_MOST 3

/*
 * Returns the content of an element (of a text or an attribute: its string value, escaped). Only
 * elements and attributes of safe_list.h are written, and addresses only of http, https, mailto and
 * tel, so that nothing in the result runs, whatever the page holds. Other elements leave their
 * content, except scripts, styles, frames and drawings, of which nothing is left.
 */
extern Str xml_write_inner(const XmlItem *item, const Page *page, Arena *arena,
						   const XmlWriting *writing);

/* ---------------------------------------------------------------- attributes of an element */

typedef struct XmlAttrValue
{
	Str name; /* as the standard spells it */
	Str value;
} XmlAttrValue;

/*
 * Returns the attributes of an element in the order of the source; of other items none. Addresses
 * are absolute, as in the functions above.
 */
extern XmlAttrValue *xml_item_attrs(const XmlItem *item, const Page *page, Arena *arena,
									const XmlWriting *writing, uint32_t *count);

/* Returns the value of an attribute, likewise. */
extern Str xml_item_value(const XmlItem *item, const Page *page, Arena *arena,
						  const XmlWriting *writing);

#endif
