/*
 * base64.h
 *	  Base64 (RFC 4648, section 4): text in, bytes out.
 */
#ifndef ARTICLE_BASE64_H
#define ARTICLE_BASE64_H

#include "base/arena.h"
#include "base/str.h"

/* Decodes up to the first '='. Skips what is not base64, such as line ends. */
extern Str base64_decode(Arena *arena, Str text);

#endif
