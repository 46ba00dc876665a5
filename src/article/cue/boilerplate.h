/*
 * boilerplate.h
 *	  Lines between the paragraphs of an article that do not belong to it and are recognized by
 *	  their words alone: calls to follow, share or subscribe, legal notices, advertisement labels.
 */
#ifndef ARTICLE_BOILERPLATE_H
#define ARTICLE_BOILERPLATE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Returns what kind of notice the text is, as a phrase for people ("calls the reader to join or
 * subscribe"), or NULL if it is not a notice.
 */
extern const char *boilerplate_reason(Arena *arena, Str text);

/* Does a text of the length of a notice name a channel to follow, or a newsletter? */
extern bool boilerplate_channel(Arena *arena, Str text);

/* Does a text give a mail address and a telephone number: how to reach somebody? */
extern bool boilerplate_reaches(Str text);

#endif
