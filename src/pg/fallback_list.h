/*
 * fallback_list.h
 *	  How plain text in a database of a small encoding writes characters that the encoding lacks:
 *	  FALLBACK(code point, like, ascii), sorted.  "like" is a code point that is closer than the
 *	  ASCII text and that some of these encodings have, or 0.
 *
 * Source: CLDR's Latin-ASCII transform, restricted to the punctuation and ligatures that French,
 * English and German pages contain and ISO 8859-1 lacks.  It differs from CLDR where that yields
 * '<', '>', '*' or parentheses: none of these may occur here, nor '&', any other Markdown mark or a
 * line end, and quotation marks only replace quotation marks (test/t/charsets.pl).  Never applied
 * to markup: see servertext.h.  No #include guard: this file is a table.
 */
FALLBACK(0x00A0, 0, " ")
FALLBACK(0x00AB, 0, "\"")
FALLBACK(0x00BB, 0, "\"")
FALLBACK(0x0152, 0, "OE")
FALLBACK(0x0153, 0, "oe")
FALLBACK(0x0160, 0, "S")
FALLBACK(0x0161, 0, "s")
FALLBACK(0x0178, 0, "Y")
FALLBACK(0x017D, 0, "Z")
FALLBACK(0x017E, 0, "z")
FALLBACK(0x2002, 0, " ")
FALLBACK(0x2003, 0, " ")
FALLBACK(0x2009, 0, " ")
FALLBACK(0x200A, 0, " ")
FALLBACK(0x2010, 0, "-")
FALLBACK(0x2011, 0, "-")
FALLBACK(0x2012, 0, "-")
FALLBACK(0x2013, 0, "-")
FALLBACK(0x2014, 0, "-")
FALLBACK(0x2018, 0, "'")
FALLBACK(0x2019, 0, "'")
FALLBACK(0x201A, 0, ",")
FALLBACK(0x201C, 0, "\"")
FALLBACK(0x201D, 0, "\"")
FALLBACK(0x201E, 0, "\"")
FALLBACK(0x2022, 0x00B7, "-")
FALLBACK(0x2026, 0, "...")
FALLBACK(0x202F, 0, " ")
FALLBACK(0x2039, 0x00AB, "'")
FALLBACK(0x203A, 0x00BB, "'")
FALLBACK(0x20AC, 0, "EUR")
FALLBACK(0x2122, 0, "TM")
FALLBACK(0x2212, 0, "-")
