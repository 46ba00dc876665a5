/*
 * microdata_mark.c
 *	  See microdata.h.  Reads from a node's attributes what they mark it to be.
 */
#include "article/declared/microdata.h"

#define MAX_VALUE_NODES 64 /* of an element whose text is a value: headlines and names have fewer */
#define MAX_VALUE_BYTES 2000 /* likewise */

bool
marks_read(Marks *marks, const Page *page, const Node *node)
{
	memset(marks, 0, sizeof(*marks));
	for (uint32_t i = node->attr; i < node_attrs_end(node); i++)
	{
		Str value = attr_str(&page->attrs[i]);

		switch (page->attrs[i].name)
		{
			case ATTR_itemprop:
			case ATTR_property:
				marks->property = value;
				break;
			case ATTR_itemscope:
				marks->scope = true;
				break;
			case ATTR_itemtype:
			case ATTR_typeof:
				marks->type = value;
				marks->scope = true;
				break;
			case ATTR_content:
				marks->content = value;
				break;
			case ATTR_datetime:
				marks->datetime = value;
				break;
			case ATTR_href:
				marks->href = value;
				break;
			case ATTR_src:
			case ATTR_data_src:
				if (marks->src.data == NULL || page->attrs[i].name == ATTR_data_src)
					marks->src = value;
				break;
			case ATTR_rel:
				marks->rel = value;
				break;
			case ATTR_class:
				marks->class = value;
				break;
			default:
				break;
		}
	}
	return marks->property.data != NULL || marks->scope || marks->rel.data != NULL ||
		   marks->class.data != NULL;
}

Str
next_word(Str words, uint32_t *pos)
{
	uint32_t start;

	*pos = str_skip_space(words, *pos);
	start = *pos;
	while (*pos < words.len && !ascii_space(words.data[*pos]))
		(*pos)++;
	return str_sub(words, start, *pos - start);
}

bool
has_word(Str words, Str word)
{
	uint32_t pos = 0;
	Str next;

	if (words.len < word.len)
		return false;
	while ((next = next_word(words, &pos)).len > 0)
		if (str_equal_ascii(next, word))
			return true;
	return false;
}

/* Searches for the last letter of the names, which is rare in class names. */
static bool
holds_entry(Str classes)
{
	const char *end = classes.data + classes.len;
	const char *at = classes.data;

	while ((at = memchr(at, 'y', (size_t) (end - at))) != NULL)
	{
		if (at - classes.data >= 4 && memcmp(at - 4, "entr", 4) == 0)
			return true;
		at++;
	}
	return false;
}

/* Most classes name no entry; a search for a part of the word rules them out. */
bool
is_entry_class(Str classes)
{
	if (classes.len == 0 || !holds_entry(classes))
		return false;
	return has_word(classes, STR("hentry")) || has_word(classes, STR("h-entry"));
}

SchemaClass
class_of_types(Str types)
{
	SchemaClass class = SCHEMA_NONE;
	uint32_t pos = 0;
	Str type;

	while (class != SCHEMA_ARTICLE && (type = next_word(types, &pos)).len > 0)
	{
		SchemaClass next = schema_class(type);

		if (next != SCHEMA_NONE)
			class = next;
	}
	return class;
}

SchemaClass
marks_class(const Marks *marks)
{
	SchemaClass class = class_of_types(marks->type);

	return class == SCHEMA_NONE && is_entry_class(marks->class) ? SCHEMA_ARTICLE : class;
}

Str
short_text(const Reader *reader, uint32_t node)
{
	const Page *page = &reader->page;
	uint32_t bytes = 0;

	if (page->nodes[node].end - node > MAX_VALUE_NODES)
		return STR_NONE;
	for (uint32_t i = node; i < page->nodes[node].end; i++)
		bytes += node_str(&page->nodes[i]).len;
	return bytes > MAX_VALUE_BYTES ? STR_NONE : page_text(page, reader->arena, node);
}
