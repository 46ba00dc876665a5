/*
 * version.h
 *	  The version of the code, equal to default_version in article.control.
 */
#ifndef ARTICLE_VERSION_H
#define ARTICLE_VERSION_H

#define ARTICLE_VERSION "0.3.0"

#endif
