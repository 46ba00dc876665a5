/*
 * image.h
 *	  One picture of a page: where it is found, whether it shows something, what is written under
 *	  it.
 */
#ifndef ARTICLE_IMAGE_H
#define ARTICLE_IMAGE_H

#include "article/reader.h"

/* Is this node a picture: <img>, or an unknown element such as <amp-img> whose address is one's? */
extern bool image_is_one(const Page *page, uint32_t node);

/*
 * The absolute URL of a picture: the largest of its srcset, else the address that a script would
 * load late, else src, else what stands beside it in a <picture>. data NULL where it has none
 * (data: URLs and placeholders are none).
 */
extern Str image_url(Reader *reader, uint32_t node);

/*
 * Does the picture show something, rather than adorn, count or mark: by its address, its
 * classes and its declared size?
 */
extern bool image_shows(const Page *page, uint32_t node, Str url);

/* The element that holds what is written under a picture, or PAGE_NONE. */
extern uint32_t image_caption_node(const Page *page, uint32_t node);

/* Caption and credit from that element. */
extern void image_read_caption(Reader *reader, uint32_t caption_node, ArticleImage *image);

#endif
