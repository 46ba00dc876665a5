/*
 * read_page.h
 *	  What the programs that dump features share: a file as a string, and a time zone that is UTC.
 */
#ifndef ARTICLE_TOOLS_READ_PAGE_H
#define ARTICLE_TOOLS_READ_PAGE_H

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"

/* The bytes of a file, in the arena. One that cannot be opened ends the program. */
static inline Str
read_file(Arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	StrBuf buf;
	size_t n;

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	strbuf_init(&buf, arena);
	do
	{
		strbuf_reserve(&buf, 1 << 16);
		n = fread(buf.data + buf.len, 1, 1 << 16, file);
		buf.len += n;
	} while (n > 0);
	fclose(file);
	return strbuf_str(&buf);
}

/* A ZoneOffset (date/date.h): no date is a feature here. */
static inline int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

#endif
