/*
 * inflate.c
 *	  See inflate.h.
 */
#include "html/inflate.h"

#define ZLIB_CONST
#include <zlib.h>

/* Output between two polls: about 200 microseconds. */
#define INFLATE_BLOCK ((size_t) 64 * 1024)
/* inflateInit2: gzip or zlib header, the largest window. */
#define ANY_HEADER (MAX_WBITS + 32)

bool
inflate_is_gzip(Str bytes)
{
	return bytes.len >= 3 && memcmp(bytes.data, "\x1F\x8B\x08", 3) == 0;
}

/*
 * RFC 1950, 2.2: deflate, a window of at most 32 KB, no dictionary, and a checksum over the two
 * bytes.
 */
bool
inflate_is_zlib(Str bytes)
{
	unsigned method;
	unsigned flags;

	if (bytes.len < 2)
		return false;
	method = (unsigned char) bytes.data[0];
	flags = (unsigned char) bytes.data[1];
	return (method & 0x0F) == Z_DEFLATED && method >> 4 <= 7 && (flags & 0x20) == 0 &&
		   (method * 256 + flags) % 31 == 0;
}

static voidpf
allocate(voidpf arena, uInt items, uInt size)
{
	return arena_alloc(arena, (size_t) items * size);
}

static void
release(voidpf arena, voidpf memory)
{
	(void) arena;
	(void) memory;
}

/* Makes space for the next block. Returns false if the output has reached the limit. */
static bool
make_room(StrBuf *out, size_t limit, z_stream *stream)
{
	if (out->len > limit)
		return false;
	strbuf_reserve(out, INFLATE_BLOCK);
	stream->next_out = (Bytef *) out->data + out->len;
	stream->avail_out = (uInt) INFLATE_BLOCK;
	return true;
}

/*
 * Begins the next member of a gzip file, if there is one after the member that ended. Returns
 * whether there is.
 */
static bool
next_member(z_stream *stream)
{
	return inflate_is_gzip(str_make((const char *) stream->next_in, stream->avail_in)) &&
		   inflateReset(stream) == Z_OK;
}

static InflateStatus
run(z_stream *stream, StrBuf *out, size_t limit)
{
	while (make_room(out, limit, stream))
	{
		int result = inflate(stream, Z_NO_FLUSH);

		out->len += INFLATE_BLOCK - stream->avail_out;
		arena_poll(out->arena);
		if (result == Z_STREAM_END && !next_member(stream))
			return out->len > limit ? INFLATE_TOO_LARGE : INFLATE_COMPLETE;
		if (result == Z_BUF_ERROR)
			return INFLATE_TRUNCATED;
		if (result != Z_OK && result != Z_STREAM_END)
			return INFLATE_DAMAGED;
	}
	return INFLATE_TOO_LARGE;
}

InflateStatus
inflate_bytes(Arena *arena, Str bytes, size_t limit, Str *out)
{
	Arena scratch = arena_scratch(arena);
	z_stream stream = {.zalloc = allocate, .zfree = release, .opaque = &scratch};
	InflateStatus status = INFLATE_DAMAGED;
	StrBuf buf;

	strbuf_init(&buf, arena);
	stream.next_in = (const Bytef *) bytes.data;
	stream.avail_in = bytes.len;
	if (inflateInit2(&stream, ANY_HEADER) == Z_OK)
		status = run(&stream, &buf, limit);
	arena_free(&scratch);
	*out = status == INFLATE_TOO_LARGE ? STR_NONE : strbuf_take(&buf);
	return status;
}
