/*
 * known.h
 *	  What the caller knows of a page before it is read: from a feed, from a crawler.
 *
 * Taken as given: each stage of article_read that would find such a field takes it from here. A Str
 * whose data is NULL, an empty list or an unknown instant is not known. The source of what is known
 * is ARTICLE_KNOWN_SOURCE, and its confidence is 1.
 */
#ifndef ARTICLE_KNOWN_H
#define ARTICLE_KNOWN_H

#include "article/article.h"

#define ARTICLE_KNOWN_SOURCE "known"

struct ArticleKnown
{
	Str title;
	StrList authors;
	Instant published;
	Instant modified;
	Str site_name;
	Str url;	  /* absolute */
	Str language; /* as language_tag writes it */
	Str section;
	StrList tags;
	Str description;
	Str image_url; /* absolute */
};

#endif
