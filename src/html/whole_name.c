/*
 * whole_name.c
 *	  See whole.h: how the names of elements and attributes are spelled.
 */
#include "html/whole.h"

#include "base/array.h"

static const Str elements[] = {
#define FOREIGN_ELEMENT(name) {#name, sizeof(#name) - 1},
#include "html/foreign_name_list.h"
};

static const Str attrs[] = {
#define FOREIGN_ATTR(name) {#name, sizeof(#name) - 1},
#include "html/foreign_name_list.h"
};

static void
spell(char *buffer, Str name, const Str *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal_ascii(name, list[i]))
		{
			memcpy(buffer, list[i].data, name.len);
			return;
		}
	for (uint32_t i = 0; i < name.len; i++)
		buffer[i] = ascii_lower(name.data[i]);
}

void
whole_spell_element(char *buffer, Str name, WholeSpace space)
{
	spell(buffer, name, elements, space == WHOLE_SVG ? lengthof(elements) : 0);
}

void
whole_spell_attr(char *buffer, Str name, WholeSpace space)
{
	spell(buffer, name, attrs, space == WHOLE_HTML ? 0 : lengthof(attrs));
}
