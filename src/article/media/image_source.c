/*
 * image_source.c
 *	  The address of an image, among the many attributes in which pages store it, and whether the
 *	  image is worth showing.
 */
#include "base/array.h"
#include "article/media/image.h"

#include "article/block/surroundings.h"
#include "html/url.h"

/* Images with a side smaller than this, in pixels, are icons, flags, portraits and counters. */
#define SMALLEST_SIDE 100
/* Most nodes of a <picture> before its <img> that are examined. */
#define MOST_SOURCES 32

uint32_t
image_pixels(Str value)
{
	uint32_t number = 0;
	uint32_t i = 0;

	value = str_trim(value);
	for (; i < value.len && i < 6 && ascii_digit(value.data[i]); i++)
		number = number * 10 + (uint32_t) (value.data[i] - '0');
	return i < value.len && value.data[i] == '%' ? 0 : number;
}

bool
image_is_one(const Page *page, uint32_t node)
{
	TagId tag = (TagId) page->nodes[node].tag;
	Str source;

	if (tag == TAG_img)
		return true;
	if (tag != TAG_custom || page->nodes[node].nattrs == 0)
		return false;
	source = page_attr(page, node, ATTR_src);
	return url_is_picture(source);
}

/* ------------------------------------------------------------------ srcset */

/*
 * Reads the next candidate of a srcset (WHATWG HTML 4.8.4.3): its address and its size. Returns
 * false at the end.
 */
static bool
next_candidate(Str *rest, Str *url, uint32_t *size)
{
	uint32_t i = 0;

	*rest = str_trim(*rest);
	while (i < rest->len && (rest->data[i] == ',' || ascii_space(rest->data[i])))
		i++;
	*rest = str_sub(*rest, i, rest->len);
	for (i = 0; i < rest->len && !ascii_space(rest->data[i]); i++)
		;
	*url = str_sub(*rest, 0, i);
	*size = 1;
	if (url->len > 0 && url->data[url->len - 1] == ',')
		url->len--;
	else
	{
		uint32_t start;

		while (i < rest->len && ascii_space(rest->data[i]))
			i++;
		start = i;
		while (i < rest->len && rest->data[i] != ',')
			i++;
		if (i > start)
			*size = image_pixels(str_sub(*rest, start, i - start));
	}
	*rest = str_sub(*rest, i, rest->len);
	return url->len > 0;
}

static Str
largest(Str srcset)
{
	Str best = STR_NONE;
	uint32_t best_size = 0;
	Str url;
	uint32_t size;

	while (next_candidate(&srcset, &url, &size))
		if (size > best_size && !str_starts_ascii(url, STR("data:")))
		{
			best = url;
			best_size = size;
		}
	return best;
}

/* ------------------------------------------------------------------ the address */

static Str
resolved(const Reader *reader, Str reference)
{
	return reference.len > 0 ? url_resolve(reader->arena, reader->base_url, reference) : STR_NONE;
}

/* Is it the address of an image that is shown until the right one has been loaded? */
static bool
holds_place(Str url)
{
	static const Str words[] = {{"blank", 5},		 {"lazy", 4},	{"loading", 7},
								{"placeholder", 11}, {"spacer", 6}, {"transparent", 11}};

	for (size_t i = 0; i < lengthof(words); i++)
		if (str_find_ascii(url_path(url), words[i]) >= 0)
			return true;
	return false;
}

/* The address of an <img> or <source>, from its own attributes. */
static Str
own_url(const Reader *reader, uint32_t node)
{
	static const AttrId sets[] = {ATTR_data_srcset, ATTR_srcset};
	static const AttrId singles[] = {ATTR_data_src, ATTR_data_lazy_src, ATTR_data_original,
									 ATTR_src};
	Str late;
	Str url = STR_NONE;

	for (size_t i = 0; i < lengthof(sets) && url.data == NULL; i++)
		url = resolved(reader, largest(page_attr(&reader->page, node, sets[i])));
	for (size_t i = 0; i < lengthof(singles) && url.data == NULL; i++)
		url = resolved(reader, page_attr(&reader->page, node, singles[i]));
	late = page_attr(&reader->page, node, ATTR_data_picture);
	if (late.len == 0 || (url.data != NULL && !holds_place(url)))
		return url;
	late = resolved(reader, late);
	return late.data != NULL ? late : url;
}

Str
image_url(const Reader *reader, uint32_t node)
{
	const Page *page = &reader->page;
	uint32_t picture = page->nodes[node].parent;
	Str url = own_url(reader, node);

	if (url.data != NULL || page->nodes[picture].tag != TAG_picture)
		return url;
	if (node - picture > MOST_SOURCES)
		picture = node - MOST_SOURCES;
	for (uint32_t i = picture + 1; i < node && url.data == NULL; i++)
		if (page->nodes[i].tag == TAG_source)
			url = own_url(reader, i);
	return url;
}

/* ------------------------------------------------------------------ is it worth showing? */

/* Is the last segment of an address a word for decoration, or does it begin or end with one? */
static bool
adorns(Str url)
{
	static const Str words[] = {
#define ADORNMENT(word) {word, sizeof(word) - 1},
#include "article/cue/adornment_list.h"
#undef ADORNMENT
	};
	Str name = url_path(url);
	uint32_t start = name.len;

	while (start > 0 && name.data[start - 1] != '/')
		start--;
	name = str_sub(name, start, name.len);
	for (uint32_t i = 0; i < name.len; i++)
		if (name.data[i] == '.')
			name.len = i;
	for (size_t i = 0; i < lengthof(words); i++)
		if (str_starts_ascii(name, words[i]) || str_ends_ascii(name, words[i]))
			return true;
	return false;
}

bool
image_shows(const Page *page, uint32_t node, Str url)
{
	uint32_t width = image_pixels(page_attr(page, node, ATTR_width));
	uint32_t height = image_pixels(page_attr(page, node, ATTR_height));
	uint32_t cues = class_cues(surroundings_words(page, node, ATTR_class));

	if ((width > 0 && width < SMALLEST_SIDE) || (height > 0 && height < SMALLEST_SIDE))
		return false;
	if (cues & (UINT32_C(1) << CLASS_CUE_AUTHOR | UINT32_C(1) << CLASS_CUE_SHARE |
				UINT32_C(1) << CLASS_CUE_AD))
		return false;
	return url_path(url).len > 1 && !str_ends_ascii(url_path(url), STR(".svg")) && !adorns(url);
}
