/*
 * encoding_label.c
 *	  The label of an encoding: looks it up, and finds it in a content type.
 */
#include "html/encoding_internal.h"

#include <stdlib.h>

const EncodingInfo encoding_info[ENCODING_COUNT] = {
#define ENCODING(id, name, converter, form) {name, converter, form},
#include "html/encoding_list.h"
#undef ENCODING
};

static int
compare_label(const void *key, const void *entry)
{
	return strcmp(key, ((const EncodingLabel *) entry)->label);
}

EncodingId
encoding_by_label(Str label)
{
	char key[sizeof(encoding_labels[0].label)];
	const EncodingLabel *found;

	label = str_trim(label);
	if (label.len == 0 || label.len >= sizeof(key) || memchr(label.data, '\0', label.len) != NULL)
		return ENCODING_UNKNOWN;
	for (uint32_t i = 0; i < label.len; i++)
		key[i] = ascii_lower(label.data[i]);
	key[label.len] = '\0';
	found =
		bsearch(key, encoding_labels, encoding_label_count, sizeof(EncodingLabel), compare_label);
	return found ? (EncodingId) found->encoding : ENCODING_UNKNOWN;
}

/* WHATWG HTML 2.5.5, "extracting a character encoding from a meta element", for headers too. */
Str
encoding_from_content_type(Str content_type)
{
	Str rest = content_type;
	int32_t found;
	uint32_t len = 0;

	do
	{
		found = str_find_ascii(rest, STR("charset"));
		if (found < 0)
			return STR_NONE;
		rest = str_sub(rest, (uint32_t) found + 7, rest.len);
		while (rest.len > 0 && ascii_space(rest.data[0]))
			rest = str_sub(rest, 1, rest.len);
	} while (rest.len == 0 || rest.data[0] != '=');
	rest = str_sub(rest, 1, rest.len);
	while (rest.len > 0 && ascii_space(rest.data[0]))
		rest = str_sub(rest, 1, rest.len);
	if (rest.len > 0 && (rest.data[0] == '"' || rest.data[0] == '\''))
	{
		const char *quote = memchr(rest.data + 1, rest.data[0], rest.len - 1);

		return quote ? str_make(rest.data + 1, (size_t) (quote - rest.data - 1)) : STR_NONE;
	}
	while (len < rest.len && !ascii_space(rest.data[len]) && rest.data[len] != ';')
		len++;
	return str_sub(rest, 0, len);
}
