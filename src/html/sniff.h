/*
 * sniff.h
 *	  Is a document a page?  If not, what is it: bytes or text in, a name out, data NULL for a page.
 *
 * Names are MIME types where one exists for what article can tell, else one word; doc/article.md
 * lists them.  A document that begins as markup is a page, whatever follows, unless its markup is a
 * feed or a picture.
 */
#ifndef ARTICLE_SNIFF_H
#define ARTICLE_SNIFF_H

#include "base/arena.h"
#include "base/str.h"

/* Bytes of a document that are looked at to tell what it is. */
#define SNIFF_LOOK ((uint32_t) 64 * 1024)

/* Does a document begin with a tag, a comment or a declaration, after white space, NULs and a BOM? */
extern bool sniff_markup(Str bytes);

/* By how the bytes begin: "image/png". */
extern Str sniff_magic(Str bytes);

/* Too many bytes that are no text: "binary".  Not for UTF-16, which is full of NULs. */
extern bool sniff_binary(Str bytes);

/*
 * Text, decoded: "binary" after all, "hex", "base64", "escaped", "json", "feed", "javascript" …
 * *entry becomes the text from the only entry of a feed on, or data NULL.
 */
extern Str sniff_text(Arena *arena, Str text, Str *entry);

/* ---------------------------------------------------------------- the parts of sniff_text */

/* sniff_armor.c: bytes or markup as they were written into text: "hex", "base64", "escaped". */
extern Str sniff_armor(Str text);

/* sniff_json.c: "json", or "feed" of a JSON Feed. */
extern Str sniff_json(Str text);

/* sniff_code.c: "css", "javascript". */
extern Str sniff_code(Arena *arena, Str text);

/* sniff_xml.c: "feed" unless it has one entry, which is an article; "image/svg+xml". */
extern Str sniff_xml(const Arena *arena, Str text, Str *entry);

#endif
