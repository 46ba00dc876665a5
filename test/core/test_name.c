/*
 * test_name.c
 *	  People, places and organisations, and which forms are one.
 */
#include "tap.h"

#include "base/array.h"
#include "french/name.h"

/* The names of a text, as "kind: name (role) mentions", separated by bars. */
static Str
names_of(Str text)
{
	Names names;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	names_find(&names, &tap_arena, text);
	for (uint32_t i = 0; i < names.count; i++)
	{
		const TextName *name = &names.items[i];

		if (name->kind == NAME_UNKNOWN)
			continue;
		if (out.len > 0)
			strbuf_add_char(&out, '|');
		strbuf_add(&out, str_cstr(name_kind_name(name->kind)));
		strbuf_add(&out, STR(": "));
		strbuf_add(&out, name->full);
		if (name->role.len > 0)
		{
			strbuf_add(&out, STR(" ("));
			strbuf_add(&out, name->role);
			strbuf_add_char(&out, ')');
		}
		strbuf_add_char(&out, ' ');
		strbuf_add_char(&out, (char) ('0' + name->mentions % 10));
	}
	return strbuf_str(&out);
}

/* Half of these texts were used while the rules were written; the other half only to check them. */
static void
check_examples(void)
{
	static const char *const examples[][2] = {
#define NAME_TEXT(text, names) {text, names},
#include "name_text_list.h"
#undef NAME_TEXT
	};

	for (uint32_t i = 0; i < lengthof(examples); i++)
		tap_equal_text(names_of(str_cstr(examples[i][0])), str_cstr(examples[i][1]),
					   examples[i][0]);
}

void
test_name(void)
{
	check_examples();
	tap_equal(names_of(STR("\xFF\xC2 M. \xE2. A\xCC")), "", "bytes that are not UTF-8 do no harm");
}
