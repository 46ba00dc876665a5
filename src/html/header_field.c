/*
 * header_field.c
 *	  See header_field.h.
 */
#include "html/header_field.h"

bool
header_take_line(Str *rest, Str *line)
{
	const char *end = rest->len > 0 ? memchr(rest->data, '\n', rest->len) : NULL;
	uint32_t len = end != NULL ? (uint32_t) (end - rest->data) : rest->len;

	if (rest->len == 0)
		return false;
	*line = str_sub(*rest, 0, len > 0 && rest->data[len - 1] == '\r' ? len - 1 : len);
	*rest = str_sub(*rest, len + 1, rest->len);
	return true;
}

Str
header_field(Str line, Str *name)
{
	uint32_t len = 0;

	while (len < line.len && (ascii_alpha(line.data[len]) || ascii_digit(line.data[len]) ||
							  line.data[len] == '-' || line.data[len] == '_'))
		len++;
	*name = str_sub(line, 0, len);
	if (len == 0 || len == line.len || line.data[len] != ':')
		return STR_NONE;
	return str_trim(str_sub(line, len + 1, line.len));
}
