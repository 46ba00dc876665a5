/*
 * media.h
 *	  The images of the article with their places on the page: what media_read and the renderers
 *	  share.
 */
#ifndef ARTICLE_MEDIA_H
#define ARTICLE_MEDIA_H

#include "article/reader.h"

typedef struct Picture
{
	ArticleImage image;
	uint32_t node;
	uint32_t caption; /* the element with its caption, or PAGE_NONE */
} Picture;

/* The images of the article in page order, each once. The body must have been read. */
extern Picture *media_pictures(const Reader *reader, uint32_t *count);

#endif
