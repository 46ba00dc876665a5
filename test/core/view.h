/*
 * view.h
 *	  Small pages as the tests of the views read them.
 */
#ifndef ARTICLE_TEST_VIEW_H
#define ARTICLE_TEST_VIEW_H

#include "article/reader.h"

/* Reads a page whose address is https://www.gazette.example/vie/page.html. */
extern Reader *view_read(Str html);

/* The same without an address. */
extern Reader *view_read_nowhere(Str html);

/*
 * The same, with all of the page's blocks taken for the body, so that a test needs no long
 * texts.
 */
extern Reader *view_read_all(Str html);

#endif
