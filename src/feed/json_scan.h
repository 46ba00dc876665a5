/*
 * json_scan.h
 *	  The values of a JSON document one by one, without a tree: text in, keys and strings out.
 *
 * For JSON Feed, whose entries may hold megabytes. Nothing is an error: of broken or truncated
 * JSON, what can be read is read. Linear in the length of the text, whatever its depth.
 */
#ifndef ARTICLE_FEED_JSON_SCAN_H
#define ARTICLE_FEED_JSON_SCAN_H

#include "base/arena.h"
#include "base/str.h"

typedef struct JsonScan
{
	Arena *arena; /* of the strings */
	Str text;
	uint32_t at;
	size_t polled;
} JsonScan;

extern void json_scan_init(JsonScan *scan, Arena *arena, Str text, uint32_t at);

/* Returns the first character of the next value, '\0' at the end. */
extern char json_peek(JsonScan *scan);

/* Moves past an opening bracket. Returns false if the next value has none of this kind. */
extern bool json_open(JsonScan *scan, char bracket);

/* In an object, reads the next key, whose value follows. Returns false after its end. */
extern bool json_next_key(JsonScan *scan, Str *key);

/* In an array, moves to the next value. Returns false after its end. */
extern bool json_next_item(JsonScan *scan);

/* Reads a string, a number, or true or false as text; skips any other value: data NULL. */
extern Str json_text(JsonScan *scan);

/* Moves past a value of any kind. */
extern void json_skip(JsonScan *scan);

#endif
