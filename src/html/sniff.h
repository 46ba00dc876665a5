/*
 * sniff.h
 *	  Is a document a page? If not, what is it? Bytes or text in, a name out; data NULL for a page.
 *
 * Names are MIME types if one exists for what article can recognise, else one word; doc/article.md
 * lists them. A document that begins as markup is a page, whatever follows, unless its markup is a
 * feed or an image.
 */
#ifndef ARTICLE_SNIFF_H
#define ARTICLE_SNIFF_H

#include "base/arena.h"
#include "base/str.h"

/* Bytes of a document that are examined. */
#define SNIFF_LOOK ((uint32_t) 64 * 1024)

/*
 * Does a document begin with a tag, a comment or a declaration, after white space, NULs and a BOM?
 */
extern bool sniff_markup(Str bytes);

/* Recognises files by their first bytes: "image/png". */
extern Str sniff_magic(Str bytes);

/* "binary" if too many bytes are not text. Not for UTF-16, which is full of NULs. */
extern bool sniff_binary(Str bytes);

/*
 * For decoded text: "binary" after all, "hex", "base64", "escaped", "json", "feed", "javascript" …
 * Sets *entry to the text from the only entry of a feed on, or data NULL.
 */
extern Str sniff_text(Arena *arena, Str text, Str *entry);

/* ---------------------------------------------------------------- the parts of sniff_text */

/* sniff_armor.c: bytes or markup encoded as text: "hex", "base64", "escaped". */
extern Str sniff_armor(Str text);

/* sniff_json.c: "json", or "feed" for a JSON Feed. */
extern Str sniff_json(Str text);

/* sniff_code.c: "css", "javascript". */
extern Str sniff_code(Arena *arena, Str text);

/* sniff_lines.c: "csv", or "code" for programs, settings and data in other formats. */
extern Str sniff_lines(Str text);

/* sniff_xml.c: "feed", unless it has a single entry, which is an article; "image/svg+xml". */
extern Str sniff_xml(const Arena *arena, Str text, Str *entry);

#endif
