/*
 * encoding_label.c
 *	  Looks up the encoding of a label.
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
