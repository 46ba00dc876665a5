/*
 * scan_text.h
 *	  From source to text: decodes character references, then cleans (text/clean.h). Addresses are
 *	  only decoded: a composed one would point elsewhere.
 */
#ifndef ARTICLE_SCAN_TEXT_H
#define ARTICLE_SCAN_TEXT_H

#include "html/entity.h"
#include "html/page.h"
#include "text/clean.h"

/* Cleans the decoded text of a piece of the source. */
static inline Str
scan_clean(const Page *page, Str source, Str decoded)
{
	if (page->clean && decoded.data == source.data)
		return decoded;
	return text_clean(page->arena, decoded);
}

/* The text of an attribute, cleaned whatever its name. */
static inline Str
scan_value(const Page *page, Str source)
{
	Str decoded = entity_decode(page->arena, source, true);

	if ((page->clean && decoded.data == source.data) || str_is_address(decoded))
		return decoded;
	return text_clean(page->arena, decoded);
}

/* Is this an attribute that readers see? */
static inline bool
scan_is_shown(AttrId name)
{
	return name == ATTR_alt || name == ATTR_title || name == ATTR_content ||
		   name == ATTR_aria_label || name == ATTR_datetime;
}

#endif
