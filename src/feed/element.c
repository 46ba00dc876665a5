/*
 * element.c
 *	  See element.h.
 */
#include "feed/element.h"

#include "base/array.h"

#define ELEMENT(space, name, use, rank) {SPACE_##space, {name, sizeof(name) - 1}, USE_##use, rank},
static const Element elements[] = {
#include "feed/element_list.h"
};
#undef ELEMENT

static const Element *
find(FeedSpace space, Str name)
{
	for (size_t i = 0; i < lengthof(elements); i++)
		if (elements[i].space == space && str_equal_ascii(elements[i].name, name))
			return &elements[i];
	return NULL;
}

const Element *
element_find(FeedSpace space, Str name)
{
	const Element *element = find(space, name);

	if (element == NULL && space == SPACE_PLAIN)
		element = find(SPACE_ATOM, name);
	else if (element == NULL && space == SPACE_ATOM)
		element = find(SPACE_PLAIN, name);
	return element;
}
