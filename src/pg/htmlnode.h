/*
 * htmlnode.h
 *	  The setting article.max_result_size.
 */
#ifndef ARTICLE_PG_HTMLNODE_H
#define ARTICLE_PG_HTMLNODE_H

extern void htmlnode_define_settings(void);

#endif
