/*
 * media.c
 *	  The images of an article, and its embeds, from the title to the end of the body.
 */
#include "article/media/media.h"

#include "base/array.h"
#include "article/media/image.h"
#include "article/block/surroundings.h"
#include "html/url.h"

/* More than the longest gallery on one page; limits the search for repeated images. */
#define MOST_PICTURES 100
#define MOST_EMBEDS 50
/* Most nodes of a teaser or of a quoted post: larger elements are something else. */
#define MOST_NODES 300
/* Nodes between an image that a script fills and its <noscript>. */
#define LATE_NODES 16
/* A caption that begins like a byline and has more bytes than this is a sentence. */
#define LONGEST_BYLINE 90

typedef struct MediaReader
{
	const Reader *reader;
	Surroundings surroundings;
	uint32_t first; /* nodes [first, end) contain the article */
	uint32_t end;
	Picture *pictures;
	uint64_t *hashes;
	uint32_t count;
} MediaReader;

/*
 * The end of the body's element, or the first text after the body that is not a caption: images and
 * frames before it still belong to the article.
 */
static uint32_t
region_end(const Reader *reader, uint32_t body_end)
{
	const Blocks *blocks = &reader->blocks;
	const Page *page = &reader->page;
	uint32_t end = page->nnodes;
	uint32_t element;

	for (uint32_t i = blocks->count; i > 0 && body_end > 0; i--)
	{
		const Block *block = &blocks->items[i - 1];

		if (!block->kept)
		{
			if (block->kind != BLOCK_CAPTION)
				end = block->first;
			continue;
		}
		element = page->nodes[page->nodes[block->node].parent].end;
		if (element < end)
			end = element;
		return end > body_end ? end : body_end;
	}
	return body_end;
}

/* Sets the region: from the title, if it is before the body, to the end of the body. */
static void
find_region(MediaReader *media)
{
	const Reader *reader = media->reader;

	surroundings_init(&media->surroundings, reader);
	media->first = media->surroundings.body_first;
	media->end = region_end(reader, media->surroundings.body_end);
	if (media->end > 0 && reader->title_block != PAGE_NONE &&
		reader->blocks.items[reader->title_block].first < media->first)
		media->first = reader->blocks.items[reader->title_block].first;
}

static bool
stands_in_article(MediaReader *media, uint32_t node)
{
	SurroundingsPlace place = surroundings_place(&media->surroundings, node);

	return !(media->reader->page.nodes[node].flags & (NODE_HIDDEN | NODE_STRIPPED)) &&
		   place == SURROUNDINGS_PLAIN;
}

/* ------------------------------------------------------------------ images */

/* Does a link around the image lead to another article, as in a teaser? */
static bool
is_teaser(MediaReader *media, uint32_t node)
{
	const Page *page = &media->reader->page;
	uint32_t link = page_ancestor(page, node, TAG_a);
	uint32_t figure = page_ancestor(page, node, TAG_figure);
	uint32_t end;

	if (link == PAGE_NONE || (figure != PAGE_NONE && figure < link))
		return false;
	end = page->nodes[link].end;
	for (uint32_t i = link + 1; i < end && i - link < MOST_NODES; i++)
		if (tag_is_heading((TagId) page->nodes[i].tag))
			return true;
	return false;
}

/* Is an image without an address next to a <noscript>, for a script to fill? */
static bool
fills_in(const MediaReader *media, uint32_t noscript)
{
	const Page *page = &media->reader->page;

	for (uint32_t i = noscript; i > page->nodes[noscript].parent + 1 && noscript - i < LATE_NODES;
		 i--)
		if (page->nodes[i - 1].tag == TAG_img && image_url(media->reader, i - 1).data == NULL)
			return true;
	return false;
}

/*
 * Is this the same image again, for browsers without scripts, or, outside figures, a tracking
 * pixel?
 */
static bool
is_fallback(const MediaReader *media, uint32_t node)
{
	const Page *page = &media->reader->page;
	uint32_t noscript = page_ancestor(page, node, TAG_noscript);

	if (noscript == PAGE_NONE)
		return false;
	if (media->count > 0 && media->pictures[media->count - 1].node > page->nodes[noscript].parent)
		return true;
	return page_ancestor(page, noscript, TAG_figure) == PAGE_NONE && !fills_in(media, noscript);
}

/* Is this the caption of an author's portrait? */
static bool
is_byline(Str caption)
{
	uint32_t opening;

	(void) phrase_cues(caption, &opening);
	return caption.len <= LONGEST_BYLINE && (opening >> PHRASE_CUE_BYLINE & 1);
}

/*
 * The address of an image without the size that content systems put into the name of a smaller
 * copy: "pont-1280x720.jpg" is "pont.jpg".
 */
static Str
without_size(Arena *arena, Str url)
{
	uint32_t dot = url.len;
	uint32_t start;
	uint32_t digits[2] = {0, 0};

	while (dot > 0 && url.data[dot - 1] != '.' && url.data[dot - 1] != '/')
		dot--;
	if (dot < 2 || url.data[dot - 1] != '.')
		return url;
	start = dot - 1;
	for (; start > 0 && ascii_digit(url.data[start - 1]); start--)
		digits[1]++;
	if (start == 0 || url.data[start - 1] != 'x')
		return url;
	start--;
	for (; start > 0 && ascii_digit(url.data[start - 1]); start--)
		digits[0]++;
	if (start == 0 || (url.data[start - 1] != '-' && url.data[start - 1] != '_') || digits[0] < 2 ||
		digits[1] < 2)
		return url;
	return str_concat(arena, str_sub(url, 0, start - 1), str_sub(url, dot - 1, url.len));
}

static void
add_picture(MediaReader *media, uint32_t node)
{
	const Reader *reader = media->reader;
	Str url = image_url(reader, node);
	Picture *picture = &media->pictures[media->count];
	uint64_t hash;

	if (url.data == NULL || !image_shows(&reader->page, node, url) || is_fallback(media, node) ||
		!stands_in_article(media, node) || is_teaser(media, node))
		return;
	hash = str_hash(without_size(reader->arena, url_comparable(reader->arena, url)));
	for (uint32_t i = 0; i < media->count; i++)
		if (media->hashes[i] == hash)
			return;
	memset(picture, 0, sizeof(*picture));
	picture->node = node;
	picture->image.url = url;
	picture->image.alt = str_collapse(reader->arena, page_attr(&reader->page, node, ATTR_alt));
	if (picture->image.alt.len == 0)
		picture->image.alt = STR_NONE;
	picture->caption = image_caption_node(&reader->page, node);
	if (picture->caption != PAGE_NONE)
		image_read_caption(reader, picture->caption, &picture->image);
	if (is_byline(picture->image.caption))
		return;
	media->hashes[media->count++] = hash;
}

static void
find_pictures(MediaReader *media)
{
	const Page *page = &media->reader->page;

	media->pictures = arena_array(media->reader->arena, Picture, MOST_PICTURES);
	media->hashes = arena_array(media->reader->arena, uint64_t, MOST_PICTURES);
	for (uint32_t i = media->first; i < media->end && media->count < MOST_PICTURES; i++)
		if (image_is_one(page, i))
			add_picture(media, i);
}

Picture *
media_pictures(const Reader *reader, uint32_t *count)
{
	MediaReader media = {.reader = reader};

	find_region(&media);
	find_pictures(&media);
	*count = media.count;
	return media.pictures;
}

/* ------------------------------------------------------------------ embeds */

/* The address of a quoted post: the last link in its <blockquote>, which is on the date. */
static Str
post_url(const Reader *reader, uint32_t quote)
{
	const Page *page = &reader->page;
	Str url = STR_NONE;

	if (!(reader_cues(reader, quote) & CLASS_CUE_BIT(EMBED)) ||
		page->nodes[quote].end - quote > MOST_NODES)
		return STR_NONE;
	for (uint32_t i = quote + 1; i < page->nodes[quote].end; i++)
		if (page->nodes[i].tag == TAG_a)
		{
			Str link = url_resolve(reader->arena, reader->base_url, page_attr(page, i, ATTR_href));

			url = link.data != NULL ? link : url;
		}
	return url;
}

static Str
source_url(const Reader *reader, uint32_t node)
{
	static const AttrId attributes[] = {ATTR_data_src, ATTR_data_lazy_src, ATTR_src};
	Str url = STR_NONE;

	for (size_t i = 0; i < lengthof(attributes) && url.data == NULL; i++)
	{
		Str reference = page_attr(&reader->page, node, attributes[i]);

		if (reference.len > 0)
			url = url_resolve(reader->arena, reader->base_url, reference);
		if (url.data == NULL && reader->base_url.len == 0 && str_starts_ascii(reference, STR("/")))
			url = str_trim(reference);
	}
	return url;
}

static Str
embed_url(const Reader *reader, uint32_t node)
{
	const Page *page = &reader->page;
	TagId parent = (TagId) page->nodes[page->nodes[node].parent].tag;

	switch ((TagId) page->nodes[node].tag)
	{
		case TAG_blockquote:
			return post_url(reader, node);
		case TAG_audio:
		case TAG_embed:
		case TAG_iframe:
		case TAG_video:
			return source_url(reader, node);
		case TAG_source:
			return parent == TAG_video || parent == TAG_audio ? source_url(reader, node) : STR_NONE;
		default:
			return STR_NONE;
	}
}

/* Is this frame a counter? Those are one or two pixels large. */
static bool
is_counter(const Page *page, uint32_t node)
{
	Str width = page_attr(page, node, ATTR_width);
	Str height = page_attr(page, node, ATTR_height);

	return (width.len == 1 && width.data[0] <= '2') || (height.len == 1 && height.data[0] <= '2');
}

static void
find_embeds(MediaReader *media, StrList *embeds)
{
	const Reader *reader = media->reader;

	for (uint32_t i = media->first; i < media->end && embeds->count < MOST_EMBEDS; i++)
	{
		Str url = embed_url(reader, i);

		if (url.data != NULL && !is_counter(&reader->page, i) && !strlist_has(embeds, url) &&
			stands_in_article(media, i))
			strlist_add(embeds, reader->arena, url);
	}
}

void
media_read(Reader *reader)
{
	MediaReader media = {.reader = reader};
	Article *article = &reader->article;

	find_region(&media);
	find_pictures(&media);
	find_embeds(&media, &article->embeds);
	article->images = arena_array(reader->arena, ArticleImage, media.count + 1);
	for (uint32_t i = 0; i < media.count; i++)
		article->images[article->nimages++] = media.pictures[i].image;
	if (article->image_url.data == NULL && media.count > 0)
		article->image_url = media.pictures[0].image.url;
}
