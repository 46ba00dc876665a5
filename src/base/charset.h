/*
 * charset.h
 *	  The characters of the encoding that a text will be written in, where that is not UTF-8.
 */
#ifndef ARTICLE_CHARSET_H
#define ARTICLE_CHARSET_H

#include <stdbool.h>
#include <stdint.h>

/* All zero: the charset has every character of Unicode. */
typedef struct Charset
{
	bool (*has)(void *context, uint32_t code_point);
	void *context;
} Charset;

/* Will this character be written as itself?  In markup "&#x2019;" is written for any other. */
static inline bool
charset_has(const Charset *charset, uint32_t code_point)
{
	return code_point < 0x80 || charset->has == NULL ||
		   charset->has(charset->context, code_point);
}

#endif
