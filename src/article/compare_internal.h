/*
 * compare_internal.h
 *	  The letters that compare.c knows by heart: compare_table.c.
 */
#ifndef ARTICLE_COMPARE_INTERNAL_H
#define ARTICLE_COMPARE_INTERNAL_H

#include <stdint.h>

/* What parts words, what keys leave out, and what takes more than one byte. */
#define COMPARE_PARTS 0
#define COMPARE_LEFT_OUT 1
#define COMPARE_WIDE 2

/* What a byte of a text becomes in its key: an ASCII letter or digit, COMPARE_PARTS or COMPARE_WIDE. */
extern const unsigned char compare_bytes[256];

/* Letters beyond ASCII: a code point, COMPARE_PARTS or COMPARE_LEFT_OUT. */
#define COMPARE_LATIN_START 0x80
#define COMPARE_LATIN_END 0x180
extern const uint16_t compare_latin[COMPARE_LATIN_END - COMPARE_LATIN_START];
#define COMPARE_CYRILLIC_START 0x400
#define COMPARE_CYRILLIC_END 0x460
extern const uint16_t compare_cyrillic[COMPARE_CYRILLIC_END - COMPARE_CYRILLIC_START];

#endif
