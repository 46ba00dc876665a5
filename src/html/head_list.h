/*
 * head_list.h
 *	  The elements that never reach the tree, sorted by name: HEAD(name).
 *
 * Source: WHATWG HTML, section 4.2 (metadata), 4.12.1 (script), and the roots <html>, <head> and <body>, of which a page
 * may have several or none.  No #include guard: this file is a table.
 * After a change: make tables
 */
HEAD(base)
HEAD(body)
HEAD(head)
HEAD(html)
HEAD(link)
HEAD(meta)
HEAD(script)
HEAD(style)
HEAD(title)
