/*
 * fallback_list.h
 *	  How a database of a small encoding writes what it lacks: FALLBACK(code point, ASCII), sorted.
 *
 * Source: CLDR's Latin-ASCII transform, the punctuation and ligatures that French, English and
 * German pages hold and ISO 8859-1 does not.  No #include guard: this file is a table.
 */
FALLBACK(0x0152, "OE")
FALLBACK(0x0153, "oe")
FALLBACK(0x0160, "S")
FALLBACK(0x0161, "s")
FALLBACK(0x0178, "Y")
FALLBACK(0x017D, "Z")
FALLBACK(0x017E, "z")
FALLBACK(0x2002, " ")
FALLBACK(0x2003, " ")
FALLBACK(0x2009, " ")
FALLBACK(0x200A, " ")
FALLBACK(0x2010, "-")
FALLBACK(0x2011, "-")
FALLBACK(0x2012, "-")
FALLBACK(0x2013, "-")
FALLBACK(0x2014, "-")
FALLBACK(0x2018, "'")
FALLBACK(0x2019, "'")
FALLBACK(0x201A, ",")
FALLBACK(0x201C, "\"")
FALLBACK(0x201D, "\"")
FALLBACK(0x201E, "\"")
FALLBACK(0x2022, "*")
FALLBACK(0x2026, "...")
FALLBACK(0x202F, " ")
FALLBACK(0x2039, "<")
FALLBACK(0x203A, ">")
FALLBACK(0x20AC, "EUR")
FALLBACK(0x2122, "(TM)")
FALLBACK(0x2212, "-")
