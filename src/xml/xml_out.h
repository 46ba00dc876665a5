/*
 * xml_out.h
 *	  Characters, names and values of XML, for the files that write markup.
 */
#ifndef ARTICLE_XML_OUT_H
#define ARTICLE_XML_OUT_H

#include "xml/xml_write.h"

typedef struct XmlOut
{
	StrBuf buf;
	Charset charset;
	Str base; /* what links are resolved against, or none */
} XmlOut;

/* base: <base href> of the page, or none. */
extern void xml_out_begin(XmlOut *out, Arena *arena, const XmlWriting *writing, Str base);

/* Writes text between tags; as a CDATA section if that is shorter and "cdata" allows it. */
extern void xml_out_text(XmlOut *out, Str text, bool cdata);

/* Writes name="value" and the space before it. */
extern void xml_out_attr(XmlOut *out, const char *name, Str value);

/* The same after xml_out_name. */
extern void xml_out_value(XmlOut *out, Str value);

/* Writes a name; characters that XML does not allow in one are escaped. */
extern void xml_out_name(XmlOut *out, Str name);

typedef enum XmlAddress
{
	XML_OUT_NO_ADDRESS,
	XML_OUT_ADDRESS,
	XML_OUT_ADDRESSES /* srcset */
} XmlAddress;

/* Does an attribute, spelled by the standard, hold an address? */
extern XmlAddress xml_address_kind(Str name);

/* Returns the value of such an attribute with absolute addresses, as far as they can be resolved. */
extern Str xml_absolute(const XmlOut *out, XmlAddress kind, Str value);

#endif
