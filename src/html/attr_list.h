/*
 * attr_list.h
 *	  The attributes that the tree keeps, sorted: ATTR(enum name, attribute name). The scanner drops
 *	  all others, except that a picture's address in any data-* attribute of an image is kept as
 *	  data-picture. Sources: WHATWG HTML; WAI-ARIA 1.2; RDFa 1.1; HTML microdata; for data-src*, how
 *	  news sites load images lazily. No #include guard: this file is a table.
 *
 * After a change: make tables
 */
ATTR(alt, "alt")
ATTR(aria_hidden, "aria-hidden")
ATTR(aria_label, "aria-label")
ATTR(class, "class")
ATTR(colspan, "colspan")
ATTR(content, "content")
ATTR(data_component, "data-component")
ATTR(data_lazy_src, "data-lazy-src")
ATTR(data_original, "data-original")
ATTR(data_picture, "data-picture")
ATTR(data_src, "data-src")
ATTR(data_srcset, "data-srcset")
ATTR(data_testid, "data-testid")
ATTR(data_type, "data-type")
ATTR(datetime, "datetime")
ATTR(height, "height")
ATTR(hidden, "hidden")
ATTR(href, "href")
ATTR(id, "id")
ATTR(itemprop, "itemprop")
ATTR(itemscope, "itemscope")
ATTR(itemtype, "itemtype")
ATTR(lang, "lang")
ATTR(name, "name")
ATTR(open, "open")
ATTR(property, "property")
ATTR(pubdate, "pubdate")
ATTR(rel, "rel")
ATTR(role, "role")
ATTR(src, "src")
ATTR(srcset, "srcset")
ATTR(start, "start")
ATTR(style, "style")
ATTR(title, "title")
ATTR(type, "type")
ATTR(typeof, "typeof")
ATTR(width, "width")
ATTR(xml_lang, "xml:lang")
