/*
 * test_tag.c
 *	  Names of elements and attributes, in any case, to their numbers; and eight bytes at a time.
 */
#include "tap.h"

#include "base/array.h"
#include "base/swar.h"
#include "html/page.h"

/* The name as people shout it. */
static Str
upper(Str name)
{
	char *copy = arena_alloc(&tap_arena, name.len);

	for (uint32_t i = 0; i < name.len; i++)
		copy[i] =
			(char) (name.data[i] >= 'a' && name.data[i] <= 'z' ? name.data[i] - 32 : name.data[i]);
	return str_make(copy, name.len);
}

static void
test_elements(void)
{
	static const char *const unknown[] = {"",	 "x",  "blockquo", "blockquotes",
										  "dib", "h7", "my-card",  "title"};
	uint32_t wrong = 0;

	for (uint32_t tag = TAG_custom + 1; tag < TAG_COUNT; tag++)
	{
		Str name = str_cstr(tag_info[tag].name);

		wrong += tag_lookup(name) != tag || tag_lookup(upper(name)) != tag;
	}
	tap_equal_int(wrong, 0, "every listed element is found (or run tools/generate_names.py)");
	for (size_t i = 0; i < lengthof(unknown); i++)
		tap_ok(tag_lookup(str_cstr(unknown[i])) == TAG_custom,
			   unknown[i][0] ? unknown[i] : "no name");
}

/*
 * A page whose one element has this attribute, written in upper case at the very end of the page,
 * or in front of more.
 */
static AttrId
read_attribute(const char *name, const char *behind)
{
	const PageOptions options = {0};
	Str tag = str_concat(&tap_arena, STR("<p "), upper(str_cstr(name)));
	Page page;

	page_parse(&page, &tap_arena, str_concat(&tap_arena, tag, str_cstr(behind)), &options);
	return page.nattrs == 1 ? (AttrId) page.attrs[0].name : ATTR_none;
}

static void
test_attributes(void)
{
	static const char *const names[] = {
		"",
#define ATTR(id, name) name,
#include "html/attr_list.h"
#undef ATTR
	};
	uint32_t wrong = 0;

	for (uint32_t attr = ATTR_none + 1; attr < ATTR_COUNT; attr++)
		if (attr != ATTR_style) /* it only tells that the element is hidden */
			wrong += read_attribute(names[attr], "") != attr ||
					 read_attribute(names[attr], "=x>some text") != attr;
	tap_equal_int(wrong, 0, "every listed attribute is found");
	tap_equal_int(read_attribute("data-srcs", "=x>some text"), ATTR_none,
				  "one that is not listed is not");
	tap_equal_int(read_attribute("hre\x06", "=x>some text"), ATTR_none,
				  "a control character is part of a name");
}

static void
test_swar(void)
{
	uint64_t eight = swar_load("aZ[\xC3\xA9@/>");

	tap_equal_int(swar_first(swar_first_equal(eight, '/')), 6, "a byte among eight");
	tap_ok(swar_first_equal(eight, '=') == 0, "… that is not there");
	tap_equal_int(swar_first(swar_first_below(eight, '@')), 6,
				  "a byte below another, which those above ASCII are not");
	tap_ok(swar_lower(eight) == swar_load("az[\xC3\xA9@/>"), "only letters are lowered");
}

void
test_tag(void)
{
	test_elements();
	test_attributes();
	test_swar();
}
