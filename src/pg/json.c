/*
 * json.c
 *	  PostgreSQL's JSON parser (common/jsonapi.h) as the stream of events that the core reads.  The
 *	  same file serves the server and, with FRONTEND, stand-alone programs.  Malformed text is
 *	  reported by the return value, never by an error; only excessive depth could raise one, and the
 *	  caller bounds it.
 */
#ifdef FRONTEND
#include "postgres_fe.h"
#else
#include "postgres.h"
#endif

#include "pg/compat.h"
#include "pg/json.h"

typedef struct EventState
{
	JsonSink sink;
	void *context;
} EventState;

static void
emit(void *state, JsonEventKind kind, const char *text)
{
	EventState *events = state;
	JsonEvent event = {kind, STR_NONE};

	if (text != NULL)
		event.text = str_make(text, strlen(text));
	events->sink(events->context, &event);
}

static JsonActionResult
object_start(void *state)
{
	emit(state, JSON_EVENT_OBJECT_START, NULL);
	JSON_ACTION_DONE;
}

static JsonActionResult
object_end(void *state)
{
	emit(state, JSON_EVENT_OBJECT_END, NULL);
	JSON_ACTION_DONE;
}

static JsonActionResult
array_start(void *state)
{
	emit(state, JSON_EVENT_ARRAY_START, NULL);
	JSON_ACTION_DONE;
}

static JsonActionResult
array_end(void *state)
{
	emit(state, JSON_EVENT_ARRAY_END, NULL);
	JSON_ACTION_DONE;
}

static JsonActionResult
field_start(void *state, char *name, bool isnull)
{
	(void) isnull;
	emit(state, JSON_EVENT_KEY, name);
	JSON_ACTION_DONE;
}

/*
 * The parser passes ownership of the name at both the start and the end of a field: it is freed
 * here.
 */
static JsonActionResult
field_end(void *state, char *name, bool isnull)
{
	(void) state;
	(void) isnull;
	pfree(name);
	JSON_ACTION_DONE;
}

static JsonActionResult
scalar(void *state, char *token, JsonTokenType type)
{
	emit(state, type == JSON_TOKEN_STRING ? JSON_EVENT_STRING : JSON_EVENT_OTHER, token);
	pfree(token);
	JSON_ACTION_DONE;
}

bool
json_parse_events(Str json, JsonSink sink, void *context)
{
	EventState state = {sink, context};
	JsonSemAction actions = {
		.semstate = &state,
		.object_start = object_start,
		.object_end = object_end,
		.array_start = array_start,
		.array_end = array_end,
		.object_field_start = field_start,
		.object_field_end = field_end,
		.scalar = scalar,
	};
	JsonLexContext *lexer = compat_json_lexer(json.data, json.len);
	bool parsed = pg_parse_json(lexer, &actions) == JSON_SUCCESS;

	compat_json_lexer_free(lexer);
	return parsed;
}
