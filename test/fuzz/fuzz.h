/*
 * fuzz.h
 *	  What the fuzz targets share: the promise a target checks is an abort where it is broken.
 */
#ifndef ARTICLE_FUZZ_H
#define ARTICLE_FUZZ_H

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/str.h"

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define fuzz_check(condition)                                                                      \
	do                                                                                             \
	{                                                                                              \
		if (!(condition))                                                                          \
		{                                                                                          \
			fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #condition);        \
			abort();                                                                               \
		}                                                                                          \
	} while (0)

/* The input; never NULL, which would mean that there is none. */
static inline Str
fuzz_input(const uint8_t *data, size_t size)
{
	return size > 0 ? str_make((const char *) data, size) : STR("");
}

/* Takes the first byte off the input; 0 where there is none. */
static inline uint8_t
fuzz_take_byte(Str *input)
{
	uint8_t byte = 0;

	if (input->len > 0)
	{
		byte = (uint8_t) input->data[0];
		*input = str_sub(*input, 1, input->len);
	}
	return byte;
}

/* Takes what stands before the first c, and c itself, off the input. */
static inline Str
fuzz_take_until(Str *input, char c)
{
	const char *end = input->len > 0 ? memchr(input->data, c, input->len) : NULL;
	Str taken = end ? str_sub(*input, 0, (uint32_t) (end - input->data)) : *input;

	*input = str_sub(*input, taken.len + (end != NULL), input->len);
	return taken;
}

/* Aborts unless text is UTF-8 without NUL, as all text of the core is. */
extern void fuzz_check_text(Str text);

#endif
