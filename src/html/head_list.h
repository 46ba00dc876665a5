/*
 * head_list.h
 *	  The elements that never reach the tree, or only under another name, sorted by name:
 *	  HEAD(name). Source: WHATWG HTML, section 4.2 (metadata), 4.12.1 (script), and the roots
 *	  <html>, <head> and <body>, of which a page may have several or none; 13.2.6.4.7 for the
 *	  obsolete ones: <image> is <img>, <listing>, <plaintext> and <xmp> are kinds of <pre>, and
 *	  <noembed> is not shown. No #include guard: this file is a table.
 *
 * After a change: make tables
 */
HEAD(base)
HEAD(body)
HEAD(head)
HEAD(html)
HEAD(image)
HEAD(link)
HEAD(listing)
HEAD(meta)
HEAD(noembed)
HEAD(plaintext)
HEAD(script)
HEAD(style)
HEAD(title)
HEAD(xmp)
