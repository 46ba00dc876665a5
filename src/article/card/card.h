/*
 * card.h
 *	  The parts of card_read, each in its own file.
 */
#ifndef ARTICLE_CARD_H
#define ARTICLE_CARD_H

#include "article/reader.h"
#include "article/declared/site.h"

extern void topic_read(Reader *reader,
					   const Site *site);	 /* card_topic.c: breadcrumbs, section, tags */
extern void lead_image_read(Reader *reader); /* card_image.c: image_url */

/*
 * The trail of links that the page prints above the article; read if it declares none. card_trail.c
 */
extern void trail_read(Reader *reader, StrList *trail);

/*
 * Is this a word that CMSs and navigation bars put in place of a section: "Accueil",
 * "Uncategorized"? card_trail.c
 */
extern bool is_no_topic(Str text);

#endif
