/*
 * card_image.c
 *	  The lead image: the declared one, else the first large one between the title and the end of
 *	  the text.
 */
#include "article/card/card.h"

#include "article/known.h"
#include "article/media/image.h"
#include "base/array.h"
#include "html/url.h"

/* The least width of an illustration, in pixels: portraits of authors and icons are smaller. */
#define MIN_WIDTH 300

/* Is this an image that a site uses for any article? */
static bool
is_stock_image(Str url)
{
	static const char *const words[] = {"logo",	  "placeholder", "favicon", "avatar",
										"blank.", "spacer",		 "pixel.",	".svg"};
	uint32_t start = url.len;
	Str name;

	while (start > 0 && url.data[start - 1] != '/')
		start--;
	name = str_sub(url, start, url.len);
	for (size_t i = 0; i < lengthof(words); i++)
		if (str_find_ascii(name, str_cstr(words[i])) >= 0)
			return true;
	return false;
}

/* Is this in a folder for images of the site itself? */
static bool
is_furniture(Str url)
{
	static const char *const folders[] = {"/plugins/", "/themes/",	"/icons/", "/icon/",
										  "/smileys/", "/smilies/", "/emoji/"};

	for (size_t i = 0; i < lengthof(folders); i++)
		if (str_find_ascii(url, str_cstr(folders[i])) >= 0)
			return true;
	return false;
}

static Str
usable_image(Reader *reader, Str reference)
{
	Str url =
		reference.len > 0 ? url_resolve(reader->arena, reader->base_url, reference) : STR_NONE;

	return url.data == NULL || url_path(url).len <= 1 || is_stock_image(url) ? STR_NONE : url;
}

static Str
declared_image(Reader *reader)
{
	static const FactSource sources[] = {FACT_SOURCE_OPEN_GRAPH, FACT_SOURCE_JSON_LD,
										 FACT_SOURCE_TWITTER,	 FACT_SOURCE_PARSELY,
										 FACT_SOURCE_META,		 FACT_SOURCE_MICRODATA,
										 FACT_SOURCE_LINK,		 FACT_SOURCE_JSON_LD_OTHER};

	for (size_t s = 0; s < lengthof(sources); s++)
	{
		const Fact *fact;
		uint32_t i = 0;

		while ((fact = facts_next(&reader->facts, FACT_IMAGE, &i)) != NULL)
		{
			Str url = fact->source == sources[s] ? usable_image(reader, fact->text) : STR_NONE;

			if (url.data != NULL)
				return url;
		}
	}
	return STR_NONE;
}

/* The address of an <img>; lazy loaders store it in another attribute than src. */
static Str
image_reference(const Page *page, uint32_t node)
{
	static const AttrId attrs[] = {ATTR_data_src, ATTR_data_lazy_src, ATTR_data_original, ATTR_src};

	for (size_t i = 0; i < lengthof(attrs); i++)
	{
		Str value = page_attr(page, node, attrs[i]);

		if (value.len > 0 && !str_starts_ascii(value, STR("data:")))
			return value;
	}
	return STR_NONE;
}

static bool
is_small(const Page *page, uint32_t node)
{
	uint32_t width = image_pixels(page_attr(page, node, ATTR_width));
	uint32_t height = image_pixels(page_attr(page, node, ATTR_height));

	return (width > 0 && width < MIN_WIDTH) || (width == 0 && height > 0 && height < MIN_WIDTH / 2);
}

static Str
printed_image(Reader *reader)
{
	const Page *page = &reader->page;
	const Blocks *blocks = &reader->blocks;
	uint32_t first;
	uint32_t end;

	if (reader->body_end <= reader->body_first || reader->body_end > blocks->count)
		return STR_NONE;
	first = blocks->items[reader->body_first].node;
	end = blocks->items[reader->body_end - 1].end;
	if (reader->title_block < reader->body_first)
		first = blocks->items[reader->title_block].node;
	for (uint32_t i = first; i < end && i < page->nnodes; i++)
	{
		Str url = STR_NONE;

		if (page->nodes[i].tag == TAG_img && !(page->nodes[i].flags & NODE_HIDDEN) &&
			!is_small(page, i))
			url = usable_image(reader, image_reference(page, i));
		if (url.data != NULL && !is_furniture(url))
			return url;
	}
	return STR_NONE;
}

void
lead_image_read(Reader *reader)
{
	reader->article.image_url = reader->options->known->image_url;
	if (reader->article.image_url.data == NULL)
		reader->article.image_url = declared_image(reader);
	if (reader->article.image_url.data == NULL)
		reader->article.image_url = printed_image(reader);
}
