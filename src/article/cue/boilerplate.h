/*
 * boilerplate.h
 *	  Lines among an article's paragraphs that are not it, told by their words alone: calls to follow, share or
 *	  subscribe, notices of rights, labels of advertisements.
 */
#ifndef ARTICLE_BOILERPLATE_H
#define ARTICLE_BOILERPLATE_H

#include "base/arena.h"
#include "base/str.h"

/* What kind of notice a text is, for people ("calls the reader to join or subscribe"); NULL where it is none. */
extern const char *boilerplate_reason(Arena *arena, Str text);

#endif
