/*
 * body.h
 *	  The parts of the body's reading that have files of their own.
 */
#ifndef ARTICLE_BODY_H
#define ARTICLE_BODY_H

#include "article/reader.h"

/* Why a block was scored as it was, for people; row: its inputs to the second forest. body_reason.c */
extern const char *block_reason(Reader *reader, uint32_t i, const float *row);

/* Scores, keeps and explains the blocks of a page without a single tag. body_plain.c */
extern void body_score_plain(Reader *reader);

/* What holds everywhere, whatever the model says of a block: copies, hidden text, rows of one table. body_mend.c */
extern void body_mend(Reader *reader);

/* Drops comments, other articles and what a class hides. body_part.c */
extern void body_drop_parts(Reader *reader);

/* Is a block a line that tells when the page was published or changed, and little else? body_plain.c */
extern bool block_is_stamp(const Block *block);

/* Drops the byline and the stamp in front of the body, once authors and dates are known. body_mend.c */
extern void body_drop_signature(Reader *reader);

/* The deck printed under the title, or declared; data NULL where there is none. subtitle.c */
extern Str subtitle_find(Reader *reader);

/* Is a text the whole title, and no more than a kicker beside it? subtitle.c */
extern bool body_holds_title(Reader *reader, Str text);

/*
 * Does the page stand before an article, or in its place, as a consent wall or an error does?  Drops its blocks where it is
 * plain; true as well where nothing tells such a page from a brief. wall.c
 */
extern bool wall_found(Reader *reader);

/* Does the page show only part of the article to those who do not pay? paywall.c */
extern bool paywall_found(Reader *reader);

/* Is a text such a notice: "réservé aux abonnés"? paywall.c */
extern bool paywall_notice(Str text);

#endif
