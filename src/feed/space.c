/*
 * space.c
 *	  See space.h.
 */
#include "feed/space.h"

#include "base/array.h"
#include "feed/xml_scan.h"

typedef struct SpaceName
{
	FeedSpace space;
	Str prefix;
	Str uri;
} SpaceName;

#define SPACE(id, prefix, uri)                                                                     \
	{FEED_SPACE_##id, {prefix, sizeof(prefix) - 1}, {uri, sizeof(uri) - 1}},
static const SpaceName spaces_known[] = {
#include "feed/space_list.h"
};
#undef SPACE

/* A URI without what feeds write in several ways: its scheme, and a '/' or '#' at its end. */
static Str
essence(Str uri)
{
	uri = str_trim(uri);
	if (str_starts_ascii(uri, STR("http://")))
		uri = str_sub(uri, 7, uri.len);
	else if (str_starts_ascii(uri, STR("https://")))
		uri = str_sub(uri, 8, uri.len);
	while (uri.len > 0 && (uri.data[uri.len - 1] == '/' || uri.data[uri.len - 1] == '#'))
		uri.len--;
	return uri;
}

static FeedSpace
by_uri(Str uri)
{
	uri = essence(uri);
	for (size_t i = 0; i < lengthof(spaces_known); i++)
		if (str_equal_ascii(uri, spaces_known[i].uri))
			return spaces_known[i].space;
	return FEED_SPACE_OTHER;
}

static FeedSpace
by_prefix(Str prefix)
{
	for (size_t i = 0; i < lengthof(spaces_known); i++)
		if (str_equal_ascii(prefix, spaces_known[i].prefix))
			return spaces_known[i].space;
	return FEED_SPACE_OTHER;
}

const char *
space_prefix(FeedSpace space)
{
	for (size_t i = 0; i < lengthof(spaces_known); i++)
		if (spaces_known[i].space == space)
			return spaces_known[i].prefix.data;
	return "";
}

void
spaces_declare(Spaces *spaces, Str attributes)
{
	uint32_t at = 0;
	Str name;
	Str value;

	while (spaces->count < FEED_SPACE_BINDINGS &&
		   xml_next_attribute(attributes, &at, &name, &value))
	{
		SpaceBinding *binding = &spaces->bindings[spaces->count];

		if (!str_starts_ascii(name, STR("xmlns")) || (name.len > 5 && name.data[5] != ':'))
			continue;
		binding->prefix = str_sub(name, 6, name.len);
		binding->space = by_uri(value);
		spaces->count++;
	}
}

FeedSpace
spaces_find(const Spaces *spaces, Str name, Str *local)
{
	const char *colon = name.len > 0 ? memchr(name.data, ':', name.len) : NULL;
	uint32_t length = colon != NULL ? (uint32_t) (colon - name.data) : 0;
	Str prefix = str_sub(name, 0, length);

	*local = colon != NULL ? str_sub(name, length + 1, name.len) : name;
	for (uint32_t i = spaces->count; i > 0; i--)
	{
		const SpaceBinding *binding = &spaces->bindings[i - 1];

		if (!str_equal(binding->prefix, prefix))
			continue;
		if (binding->space != FEED_SPACE_OTHER)
			return binding->space;
		break;
	}
	return by_prefix(prefix);
}
