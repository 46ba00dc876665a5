/*
 * json.h
 *	  The core's JSON parser on top of PostgreSQL's: text in, events out.
 */
#ifndef ARTICLE_PG_JSON_H
#define ARTICLE_PG_JSON_H

#include "article/json_events.h"

/* A JsonParser (article/json_events.h): streams, and never raises an error because of the text. */
extern bool json_parse_events(Str json, JsonSink sink, void *context);

#endif
