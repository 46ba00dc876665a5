/*
 * test_word_scan.c
 *	  The words of a text with their terms, positions and places.
 */
#include "tap.h"

#include <stdio.h>

#include "base/array.h"
#include "french/word_scan.h"

/* "1:été[été] 2:ministre[ministres]": each term with its position and its place in the text. */
static Str
scanned(Str text)
{
	WordScan scan;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	word_scan_start(&scan, &tap_arena, text);
	while (word_scan_next(&scan))
	{
		for (uint32_t i = 0; i < scan.count; i++)
		{
			char number[16];
			uint32_t position;
			Str term = word_scan_term(&scan, i, &position);

			snprintf(number, sizeof(number), "%s%u:", out.len > 0 ? " " : "", position);
			strbuf_add(&out, str_cstr(number));
			strbuf_add(&out, term);
			strbuf_add_char(&out, '[');
			strbuf_add(&out, word_scan_place(&scan, i));
			strbuf_add_char(&out, ']');
		}
	}
	return strbuf_str(&out);
}

void
test_word_scan(void)
{
	static const char *const examples[][2] = {
		{"L’été des ministres", "1:été[été] 3:ministre[ministres]"},
		{"un porte-avions neuf",
		 "2:porte[porte] 2:porter[porte] 2:porteavion[porte-avions] 3:avion[avions] "
		 "3:porteavion[porte-avions] 4:neuf[neuf] 4:neuf/n[neuf]"},
		{"à 13 h 54", "2:13h54[13 h 54]"},
		{"un arc-en-ciel", "2:arc/p[arc] 2:arc[arc] 3:ciel[ciel]"},
		{"", ""},
		{"de la, et !", ""},
	};

	for (uint32_t i = 0; i < lengthof(examples); i++)
		tap_equal_text(scanned(str_cstr(examples[i][0])), str_cstr(examples[i][1]), examples[i][0]);
}
