/*
 * charset.h
 *	  Which characters the output encoding has, if it is not UTF-8.
 */
#ifndef ARTICLE_CHARSET_H
#define ARTICLE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero: every Unicode character is available. */
typedef struct Charset
{
	bool (*has)(void *context, uint32_t code_point);
	void *context;
} Charset;

/*
 * Can this character be written as itself? In markup, others are written as references
 * ("&#x2019;").
 */
static inline bool
charset_has(const Charset *charset, uint32_t code_point)
{
	return code_point < 0x80 || charset->has == NULL || charset->has(charset->context, code_point);
}

#endif
