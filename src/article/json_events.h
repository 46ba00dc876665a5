/*
 * json_events.h
 *	  What the core asks of a JSON parser: events.  The parser itself is injected: the server's own
 * (common/jsonapi.h), or the same code built for programs.
 */
#ifndef ARTICLE_JSON_EVENTS_H
#define ARTICLE_JSON_EVENTS_H

#include "base/str.h"

typedef enum JsonEventKind
{
	JSON_EVENT_OBJECT_START,
	JSON_EVENT_OBJECT_END,
	JSON_EVENT_ARRAY_START,
	JSON_EVENT_ARRAY_END,
	JSON_EVENT_KEY,	   /* text: the key, unescaped; its value follows */
	JSON_EVENT_STRING, /* text: the string, unescaped */
	JSON_EVENT_OTHER   /* text: a number, true, false or null, as written */
} JsonEventKind;

typedef struct JsonEvent
{
	JsonEventKind kind;
	Str text; /* valid during the call only */
} JsonEvent;

typedef void (*JsonSink)(void *context, const JsonEvent *event);

/*
 * Parses json (valid UTF-8) and calls sink for each event in order. Returns false where the text is
 * broken; the events up to there have been delivered.  The caller has bounded size and depth, and
 * has made the text free of \u escapes.
 */
typedef bool (*JsonParser)(Str json, JsonSink sink, void *context);

#endif
