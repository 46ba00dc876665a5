/*
 * tei.h
 *	  What the files that write TEI P5 share. Element names and nesting are those of the TEI
 *	  Guidelines; test/tei/article.rng is the schema of the subset written here.
 */
#ifndef ARTICLE_TEI_H
#define ARTICLE_TEI_H

#include "article/article.h"
#include "article/render/markup.h"

/* A time zone, in which instants are written. */
typedef struct TeiZone
{
	ZoneOffset offset;
	void *context;
} TeiZone;

/*
 * Writes <TEI>, the header, and the beginning of the text: the title and subtitle as heads of the
 * outermost <div>. tei_end closes what is open then. (tei_header.c)
 */
extern void tei_begin(Markup *out, const Article *article, TeiZone zone);
extern void tei_end(Markup *out);

/* Writes "<element>text</element>" and a line feed; nothing if there is no text. (tei_write.c) */
extern void tei_element(Markup *out, const char *element, const char *attributes, Str text);

/* Writes an http or https address as an xs:anyURI in an attribute. (tei_write.c) */
extern void tei_address(Markup *out, const char *attribute, Str url);

/*
 * Is this an xs:language: a first subtag of letters, further ones of letters and digits? tei_lang
 * writes xml:lang if it is. (tei_write.c)
 */
extern bool tei_is_language(Str value);
extern void tei_lang(Markup *out, Str language);

/* Room for a date or a timestamp of XML Schema and its terminator. */
#define TEI_WHEN_BYTES 40

/*
 * Writes an instant as TEI's attribute "when" has it: local time with its offset, or the day alone
 * at midnight, as parsed_article keeps a day. Returns false if it is not known, or before the year
 * 1. (tei_when.c)
 */
extern bool tei_when_instant(const Instant *instant, TeiZone zone, char when[TEI_WHEN_BYTES]);

/* The same for a date as machines write it; false if there is no such date. */
extern bool tei_when_text(Str text, char when[TEI_WHEN_BYTES]);

#endif
