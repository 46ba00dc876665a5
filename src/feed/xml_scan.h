/*
 * xml_scan.h
 *	  The markup of a feed, piece by piece: text in, tags, texts and CDATA sections out, in order.
 *
 * Not a parser of XML: nothing is an error, nothing is expanded or fetched. Comments, processing
 * instructions and the document type are skipped, and with it every entity that it declares. A '<'
 * that begins no markup is text. Linear in the length of the text.
 */
#ifndef ARTICLE_FEED_XML_SCAN_H
#define ARTICLE_FEED_XML_SCAN_H

#include "base/arena.h"
#include "base/str.h"

typedef enum XmlScanKind
{
	XML_SCAN_TEXT,	/* references are not decoded */
	XML_SCAN_CDATA, /* text: its contents */
	XML_SCAN_START,
	XML_SCAN_EMPTY, /* a start tag that is its own end tag, "<br/>" */
	XML_SCAN_CLOSE
} XmlScanKind;

typedef struct XmlToken
{
	XmlScanKind kind;
	uint32_t start; /* where it begins in the text */
	Str name;		/* of a tag: as written, with its prefix */
	Str attributes; /* of a tag: as written */
	Str text;
} XmlToken;

typedef struct XmlScan
{
	const Arena *arena; /* polled */
	Str text;
	uint32_t at; /* where the next token begins */
	size_t polled;
	Str last_name; /* of the last start tag */
	/* What a search has found or missed, so that no other repeats it: the time stays linear. */
	uint32_t cdata_end; /* the next "]]>" from here on, if it is not before "at" */
	bool no_comment_end;
	bool no_subset_end;
	bool no_outer_end[2];
	bool no_quote_end[2];
} XmlScan;

extern void xml_scan_init(XmlScan *scan, const Arena *arena, Str text);

/* Reads the next token and moves past it. Returns false at the end of the text. */
extern bool xml_scan_next(XmlScan *scan, XmlToken *token);

/* Is this the kind of a tag that opens an element? */
static inline bool
xml_opens(XmlScanKind kind)
{
	return kind == XML_SCAN_START || kind == XML_SCAN_EMPTY;
}

/* Bytes of a tag in which attributes may begin, and of a value that is read. */
#define XML_ATTRIBUTES_LOOK 65536
#define XML_LONGEST_VALUE 65536

/* Reads the next attribute at *at and moves past it; the value is as written. */
extern bool xml_next_attribute(Str attributes, uint32_t *at, Str *name, Str *value);

/*
 * Returns the value of an attribute, decoded and trimmed; data NULL if it has none, or one that is
 * too long. Ignores case.
 */
extern Str xml_attribute(Arena *arena, Str attributes, Str name);

#endif
