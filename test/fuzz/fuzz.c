/*
 * fuzz.c
 *	  See fuzz.h. UTF-8 is validated by ICU, not by the code under test.
 */
#include "fuzz.h"

#include <unicode/utf8.h>

void
fuzz_check_text(Str text)
{
	int32_t i = 0;

	while (i < (int32_t) text.len)
	{
		UChar32 c;

		U8_NEXT(text.data, i, (int32_t) text.len, c);
		fuzz_check(c > 0);
	}
}
