/*
 * http_frame.h
 *	  What HTTP/1.1 puts around a page, where a crawler stored it with the page: the header of the
 *	  response, and the sizes of the chunks that it came in (RFC 9112, 4 and 7.1).
 */
#ifndef ARTICLE_HTTP_FRAME_H
#define ARTICLE_HTTP_FRAME_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Takes out the sizes of chunks; false, and nothing else, where bytes are not chunks from the first
 * byte to the last.  The last chunk of a download that broke off may be short.
 */
extern bool http_join_chunks(Arena *arena, Str bytes, Str *joined);

/*
 * Takes off the header of a response ("HTTP/1.1 200 OK" …), or of a WARC record and the response in
 * it.  *content_type becomes what the header says, where it says so.
 */
extern bool http_drop_header(Str bytes, Str *rest, Str *content_type);

#endif
