/*
 * body.h
 *	  The parts of the body stage that have their own files.
 */
#ifndef ARTICLE_BODY_H
#define ARTICLE_BODY_H

#include "article/reader.h"

/*
 * Why a block was scored as it was, in words. row: its inputs to the second forest. body_reason.c
 */
extern const char *block_reason(Reader *reader, uint32_t i, const float *row);

/*
 * Applies the rules that hold whatever the model says: copies, hidden text, rows of one table.
 * body_mend.c
 */
extern void body_mend(Reader *reader);

/* Drops comments, other articles and text hidden by a class. body_part.c */
extern void body_drop_parts(Reader *reader);

/*
 * Is a block a line that says when the page was published or changed, and little else? body_mend.c
 */
extern bool block_is_stamp(const Block *block);

/*
 * Drops the byline and the stamp at the start of the body, once authors and dates are known.
 * body_mend.c
 */
extern void body_drop_signature(Reader *reader);

/* The deck, printed under the title or declared; data is NULL if there is none. subtitle.c */
extern Str subtitle_find(Reader *reader);

/* Is a text the whole title, with at most a kicker? subtitle.c */
extern bool body_holds_title(Reader *reader, Str text);

/*
 * Is the page one that is shown before an article or in its place, such as a consent wall or an
 * error? Drops its blocks if that is clear. Returns true as well if the page cannot be told from a
 * brief. wall.c
 */
extern bool wall_found(Reader *reader);

/* Does the page show only part of the article to readers who do not pay? paywall.c */
extern bool paywall_found(Reader *reader);

/* Does a text contain a paywall notice: "réservé aux abonnés"? paywall.c */
extern bool paywall_notice(Str text);

#endif
