/*
 * http_frame.h
 *	  Removes HTTP/1.1 framing that a crawler stored with a page: the header of the response, and
 *	  the sizes of its chunks (RFC 9112, 4 and 7.1).
 */
#ifndef ARTICLE_HTTP_FRAME_H
#define ARTICLE_HTTP_FRAME_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Joins the chunks. Returns false and does nothing else if bytes are not chunks throughout. The
 * last chunk of a truncated download may be short.
 */
extern bool http_join_chunks(Arena *arena, Str bytes, Str *joined);

/*
 * Cuts off the header of a response ("HTTP/1.1 200 OK" …), or of a WARC record and the response in
 * it. Sets *content_type if the header has one.
 */
extern bool http_drop_header(Str bytes, Str *rest, Str *content_type);

#endif
