/*
 * version.h
 *	  The version of the code, as default_version in article.control has it.
 */
#ifndef ARTICLE_VERSION_H
#define ARTICLE_VERSION_H

#define ARTICLE_VERSION "0.3.0"

#endif
