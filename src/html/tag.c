/*
 * tag.c
 *	  Names of elements and attributes to small integers.  The lists are sorted, so a binary search
 * finds them.
 */
#include "html/tag.h"

const TagInfo tag_info[TAG_COUNT] = {
	{"", 0},
	{"#text", 0},
	{"custom", TAG_INLINE},
#define TAG(name, flags) {#name, flags},
#include "html/tag_list.h"
#undef TAG
};

static const char *const attr_names[ATTR_COUNT] = {
	"",
#define ATTR(id, name) name,
#include "html/attr_list.h"
#undef ATTR
};

/* Compares a name of any case with one of a list: <0, 0 or >0, as strcmp does. */
static int
compare_name(Str name, const char *listed)
{
	for (uint32_t i = 0; i < name.len; i++)
	{
		int difference = (unsigned char) ascii_lower(name.data[i]) - (unsigned char) listed[i];

		if (difference != 0)
			return difference;
	}
	return listed[name.len] == '\0' ? 0 : -1;
}

TagId
tag_lookup(Str name)
{
	int low = TAG_custom + 1;
	int high = TAG_COUNT - 1;

	while (low <= high)
	{
		int middle = (low + high) / 2;
		int difference = compare_name(name, tag_info[middle].name);

		if (difference == 0)
			return (TagId) middle;
		if (difference < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return TAG_custom;
}

AttrId
attr_lookup(Str name)
{
	int low = ATTR_none + 1;
	int high = ATTR_COUNT - 1;

	while (low <= high)
	{
		int middle = (low + high) / 2;
		int difference = compare_name(name, attr_names[middle]);

		if (difference == 0)
			return (AttrId) middle;
		if (difference < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return ATTR_none;
}
