/*
 * fuzz.h
 *	  Shared by the fuzz targets: a target aborts if a property that it checks does not hold.
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

/* The input as a Str; its data is never NULL, which would mean "none". */
static inline Str
fuzz_input(const uint8_t *data, size_t size)
{
	return size > 0 ? str_make((const char *) data, size) : STR("");
}

/* Removes the first byte of the input and returns it; 0 if the input is empty. */
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

/* Removes the text before the first c, and c itself, from the input and returns the text. */
static inline Str
fuzz_take_until(Str *input, char c)
{
	const char *end = input->len > 0 ? memchr(input->data, c, input->len) : NULL;
	Str taken = end ? str_sub(*input, 0, (uint32_t) (end - input->data)) : *input;

	*input = str_sub(*input, taken.len + (end != NULL), input->len);
	return taken;
}

/* Aborts unless text is UTF-8 without NUL, as all text in the core must be. */
extern void fuzz_check_text(Str text);

#endif
