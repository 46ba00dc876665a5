/*
 * tag.c
 *	  Looks up names of elements and attributes; properties of each element.
 */
#include "html/name_internal.h"

const TagInfo tag_info[TAG_COUNT] = {
	{"", 0},
	{"#text", 0},
	{"custom", TAG_INLINE},
#define TAG(name, flags) {#name, flags},
#include "html/tag_list.h"
#undef TAG
};

static const char *const head_names[HEAD_COUNT] = {
	"",
#define HEAD(name) #name,
#include "html/head_list.h"
#undef HEAD
};

static const char *const attr_names[ATTR_COUNT] = {
	"",
#define ATTR(id, name) name,
#include "html/attr_list.h"
#undef ATTR
};

/* Is this the name whose first 8 bytes are in word? */
static inline bool
is_name(const Name *name, uint64_t word, const char *whole)
{
	return name->word == word &&
		   (name->text.len < 8 || str_equal_ascii(name->text, str_cstr(whole)));
}

uint32_t
name_tag(const Name *name)
{
	uint32_t tag = tag_slots[name_slot(name, tag_multiplier, TAG_SLOT_BITS)];
	const char *whole = tag < TAG_COUNT ? tag_info[tag].name : head_names[tag - HEAD_NUMBER(0)];

	return tag != TAG_none && is_name(name, tag_words[tag], whole) ? tag : TAG_custom;
}

AttrId
name_attr(const Name *name)
{
	uint32_t attr = attr_slots[name_slot(name, attr_multiplier, ATTR_SLOT_BITS)];

	return is_name(name, attr_words[attr], attr_names[attr]) ? (AttrId) attr : ATTR_none;
}

TagId
tag_lookup(Str text)
{
	Name name = {text, 0};
	uint32_t tag;

	for (uint32_t i = 0; i < text.len && i < 8; i++)
		name.word |= (uint64_t) (uint8_t) ascii_lower(text.data[i]) << i * 8;
	tag = name_tag(&name);
	return tag < TAG_COUNT ? (TagId) tag : TAG_custom;
}
