/*
 * image.h
 *	  One image of a page: its address, whether it shows something, its caption.
 */
#ifndef ARTICLE_IMAGE_H
#define ARTICLE_IMAGE_H

#include "article/reader.h"

/*
 * Is this node an image: <img>, or an unknown element such as <amp-img> whose address is an
 * image's?
 */
extern bool image_is_one(const Page *page, uint32_t node);

/*
 * The absolute URL of an image: the largest of its srcset, else the address that a script would
 * load later, else src, else the source next to it in a <picture>. data is NULL if there is none;
 * data: URLs and placeholders do not count.
 */
extern Str image_url(const Reader *reader, uint32_t node);

/*
 * Does the image show something, rather than decorate, count or mark? Judged by its address,
 * classes and declared size.
 */
extern bool image_shows(const Page *page, uint32_t node, Str url);

/*
 * The number at the start of an attribute, in pixels, as in "600" and "600px"; 0 if there is none,
 * or if it is a percentage.
 */
extern uint32_t image_pixels(Str value);

/* The element that holds the caption of an image, or PAGE_NONE. */
extern uint32_t image_caption_node(const Page *page, uint32_t node);

/* Reads caption and credit from that element. */
extern void image_read_caption(const Reader *reader, uint32_t caption_node, ArticleImage *image);

#endif
