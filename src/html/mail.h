/*
 * mail.h
 *	  Extracts the page from a mail or an MHTML file (RFC 5322, 2045, 2046, 2557): a header, perhaps
 *	  several parts, and bytes in quoted-printable or base64.
 */
#ifndef ARTICLE_MAIL_H
#define ARTICLE_MAIL_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Sets *page to the first HTML part, or else the first text part, decoded, and *content_type to its
 * declared type. Returns false and does nothing else if bytes do not begin like the header of a
 * MIME message.
 */
extern bool mail_open(Arena *arena, Str bytes, Str *page, Str *content_type);

#endif
