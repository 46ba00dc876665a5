/*
 * mail.h
 *	  The page in a mail or an MHTML file (RFC 5322, 2045, 2046, 2557): a header, perhaps parts, and
 *	  bytes in quoted-printable or base64.
 */
#ifndef ARTICLE_MAIL_H
#define ARTICLE_MAIL_H

#include "base/arena.h"
#include "base/str.h"

/*
 * *page becomes the first part that is HTML, else the first one that is text, decoded; *content_type
 * what it says of itself.  False, and nothing else, where bytes do not begin as the header of a MIME
 * message.
 */
extern bool mail_open(Arena *arena, Str bytes, Str *page, Str *content_type);

#endif
