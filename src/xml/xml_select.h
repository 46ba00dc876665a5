/*
 * xml_select.h
 *	  CSS selectors (Selectors Level 4) on a document: in goes the text of a selector, out come the
 *	  elements that a browser's querySelectorAll() finds, in document order.
 *
 * Known are types, *, #id, .class, attributes with all operators and the flags i and s, the
 * combinators (space), > + ~, lists, and the pseudo-classes :is() :where() :not() :has() :root
 * :scope :empty :link :any-link, :first-child, :last-child, :only-child, :nth-child() and
 * :nth-last-child() with "of", and the same five for -of-type. What depends on a user, a window or
 * a script (:hover, :visited …) is an error, and so are pseudo-elements.
 *
 * Selectors are matched on the tree rather than translated to XPath: each part of a selector is
 * one pass over the elements, so that time is linear in the page and in the selector, which no
 * translation can promise for :has() and :nth-of-type(), and each pass can be cancelled.
 */
#ifndef ARTICLE_XML_SELECT_H
#define ARTICLE_XML_SELECT_H

#include "xml/xml_document.h"

typedef struct XmlSelector XmlSelector;

/* Most simple selectors in one selector; each takes a byte of memory for each element. */
#define XML_SELECT_MOST 128

/*
 * Compiles a selector in an arena, in which text must live as well. Returns NULL and sets *error if
 * it is not valid.
 */
extern XmlSelector *xml_select_compile(Arena *arena, Str text, XmlError *error);

/* The attributes that its documents need, for xml_document_build. */
extern const Str *xml_select_attrs(const XmlSelector *selector, uint32_t *count);

/* Returns the elements that match, allocated in arena. */
extern XmlItem *xml_select(const XmlSelector *selector, const XmlDocument *document, Arena *arena,
						   uint32_t *count);

#endif
