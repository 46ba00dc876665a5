/*
 * reader_cues.c
 *	  What the class names, ids and roles of an element say about it, computed once for all stages.
 */
#include "article/reader.h"

#include "article/cue/cue.h"

/* Set in each entry of reader->node_cues that has been computed; no cue uses this bit. */
#define KNOWN (UINT32_C(1) << 31)
_Static_assert(CLASS_CUE_COUNT <= 31, "bit 31 tells that the cues are known");

static bool
names_element(uint32_t attr)
{
	return attr == ATTR_class || attr == ATTR_id || attr == ATTR_role ||
		   attr == ATTR_data_component || attr == ATTR_data_testid;
}

/* The cues of a name, from a direct-mapped cache: a colliding name replaces the previous one. */
static uint32_t
name_cues(const Reader *reader, Str name)
{
	uint64_t hash = str_hash(name) | 1;
	NameCues *known = &reader->name_cues[hash >> 32 & (READER_NAMES - 1)];

	if (known->hash != hash)
		*known = (NameCues){hash, class_cues(name)};
	return known->cues;
}

static uint32_t
read_cues(const Reader *reader, uint32_t node)
{
	const Page *page = &reader->page;
	const Node *element = &page->nodes[node];
	uint32_t cues = 0;

	for (uint32_t i = element->attr; i < node_attrs_end(element); i++)
		if (names_element(page->attrs[i].name))
		{
			Str name = str_sub(attr_str(&page->attrs[i]), 0, READER_LONGEST_NAME);

			cues |= reader->name_cues ? name_cues(reader, name) : class_cues(name);
		}
	return cues;
}

uint32_t
reader_cues(const Reader *reader, uint32_t node)
{
	uint32_t *known = reader->node_cues ? &reader->node_cues[node] : NULL;

	if (known == NULL)
		return read_cues(reader, node);
	if (*known == 0)
		*known = KNOWN | read_cues(reader, node);
	return *known & ~KNOWN;
}
