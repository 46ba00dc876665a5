/*
 * element.c
 *	  See element.h.
 */
#include "feed/element.h"

#include "base/array.h"

#define ELEMENT(space, name, use, rank)                                                            \
	{FEED_SPACE_##space, {name, sizeof(name) - 1}, ELEMENT_##use, rank},
static const Element elements[] = {
#include "feed/element_list.h"
};
#undef ELEMENT

/* A byte for each row, by which memchr finds the few that may match. */
#define KEY(space, length) ((unsigned char) ((space) *13 + (length)))
#define ELEMENT(space, name, use, rank) KEY(FEED_SPACE_##space, sizeof(name) - 1),
static const unsigned char keys[] = {
#include "feed/element_list.h"
};
#undef ELEMENT

static const Element *
find(FeedSpace space, Str name)
{
	const unsigned char *end = keys + lengthof(keys);
	const unsigned char *at = keys;

	while (at < end && (at = memchr(at, KEY(space, name.len), (size_t) (end - at))) != NULL)
	{
		const Element *element = &elements[at++ - keys];

		if (element->space == space && str_equal_ascii(element->name, name))
			return element;
	}
	return NULL;
}

const Element *
element_find(FeedSpace space, Str name)
{
	const Element *element = find(space, name);

	if (element == NULL && space == FEED_SPACE_PLAIN)
		element = find(FEED_SPACE_ATOM, name);
	else if (element == NULL && space == FEED_SPACE_ATOM)
		element = find(FEED_SPACE_PLAIN, name);
	return element;
}
