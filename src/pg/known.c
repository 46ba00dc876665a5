/*
 * known.c
 *	  See known.h.  Keys are the fields of parsed_article, and the columns of article_feed_entry, so
 *	  that to_jsonb of an entry can be given as it is.  Strings are trimmed and otherwise taken as
 *	  given.
 */
#include "postgres.h"

#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

#include "article/author/byline.h"
#include "article/language/language.h"
#include "html/url.h"
#include "pg/known.h"
#include "pg/servertext.h"
#include "text/key_table.h"

typedef struct KnownReading
{
	Arena *arena;
	const ArticleOptions *options;
	ArticleKnown *known;
} KnownReading;

/* What the value of a key is read as. */
typedef enum KnownForm
{
	KNOWN_TEXT,
	KNOWN_LIST,	  /* a string, or an array of strings */
	KNOWN_BYLINE, /* a string that names all authors */
	KNOWN_DATE,
	KNOWN_URL,
	KNOWN_LANGUAGE,
	KNOWN_IGNORED
} KnownForm;

typedef struct KnownKey
{
	const char *name;
	KnownForm form;
	size_t field; /* its offset in ArticleKnown */
} KnownKey;

#define KNOWN(name, form, field)                                                                   \
	{                                                                                              \
		name, form, offsetof(ArticleKnown, field)                                                  \
	}

/* Where two keys have one field, the first one counts. */
static const KnownKey keys[] = {
	KNOWN("title", KNOWN_TEXT, title),
	KNOWN("authors", KNOWN_LIST, authors),
	KNOWN("published_at", KNOWN_DATE, published),
	KNOWN("modified_at", KNOWN_DATE, modified),
	KNOWN("site_name", KNOWN_TEXT, site_name),
	KNOWN("url", KNOWN_URL, url),
	KNOWN("language", KNOWN_LANGUAGE, language),
	KNOWN("section", KNOWN_TEXT, section),
	KNOWN("tags", KNOWN_LIST, tags),
	KNOWN("description", KNOWN_TEXT, description),
	KNOWN("image_url", KNOWN_URL, image_url),
	/* columns of article_feed_entry under other names */
	KNOWN("author", KNOWN_BYLINE, authors),
	KNOWN("updated_at", KNOWN_DATE, modified),
	KNOWN("summary", KNOWN_TEXT, description),
	{"guid", KNOWN_IGNORED, 0},
	{"html", KNOWN_IGNORED, 0},
	{"extra", KNOWN_IGNORED, 0},
};

/* ---------------------------------------------------------------- errors */

static void
raise_not_object(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("\"known\" must be a JSON object"),
			 errhint("Make it with jsonb_build_object('title', ..., 'published_at', ...).")));
}

/* A message shows at most this many bytes of a value: any document may be given by mistake. */
#define LONGEST_SHOWN 100

/* Returns the start of a string as a message shows it. */
static const char *
shown(const JsonbValue *value)
{
	const char *data = value->val.string.val;
	int len = value->val.string.len;
	int shown = pg_mbcliplen(data, len, LONGEST_SHOWN);

	return psprintf("%.*s%s", shown, data, shown < len ? "..." : "");
}

static void
raise_unknown_key(const JsonbValue *key)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("unrecognized key \"%s\" in \"known\"", shown(key)),
					errhint("Its keys are title, authors, published_at, modified_at, site_name, "
							"url, language, section, tags, description and image_url.")));
}

#define HINT_DATE                                                                                  \
	"Give it as ISO 8601 says, for example \"2024-03-14T18:30:00+01:00\", between 1900 and 2199."

static void
raise_wrong_type(const KnownKey *key)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 key->form == KNOWN_LIST
				 ? errmsg("\"%s\" in \"known\" must be a string or an array of strings", key->name)
				 : errmsg("\"%s\" in \"known\" must be a string", key->name),
			 key->form == KNOWN_LIST   ? errhint("An array looks like [\"one\", \"two\"], without "
												   "objects, numbers or arrays in it.")
			 : key->form == KNOWN_DATE ? errhint(HINT_DATE)
									   : errhint("Leave the key out, or give null, if its value is "
												 "not known.")));
}

static void
raise_wrong_date(const KnownKey *key, const JsonbValue *value)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_DATETIME_FORMAT),
					errmsg("\"%s\" in \"known\" is not a date: \"%s\"", key->name, shown(value)),
					errhint(HINT_DATE)));
}

static void
raise_wrong_url(const KnownKey *key, const JsonbValue *value)
{
	ereport(
		ERROR,
		(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
		 errmsg("\"%s\" in \"known\" is not a web address: \"%s\"", key->name, shown(value)),
		 errhint("Give an absolute http or https URL, or one relative to the argument \"url\".")));
}

static void
raise_wrong_language(const JsonbValue *value)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("\"language\" in \"known\" is not a language tag: \"%s\"", shown(value)),
					errhint("Give it as BCP 47 says, for example \"fr\" or \"fr-CA\".")));
}

/* ---------------------------------------------------------------- values */

/* Returns a string as UTF-8 with white space collapsed; data NULL if nothing is left of it. */
static Str
string_of(KnownReading *reading, const JsonbValue *value)
{
	Str own = str_make(value->val.string.val, value->val.string.len);
	Str text = str_collapse(reading->arena, servertext_argument(reading->arena, own));

	return text.len > 0 ? text : STR_NONE;
}

static void
read_one(KnownReading *reading, const JsonbValue *value, StrList *list)
{
	Str text = string_of(reading, value);

	if (text.data != NULL)
		strlist_add(list, reading->arena, text);
}

/* Adds a string unless the list, whose strings are numbered in the table, has it. */
static void
add_once(KnownReading *reading, KeyTable *seen, StrList *list, Str text)
{
	uint32_t next = seen->count;
	uint32_t number = key_table_number(seen, str_hash(text));

	if (number == next || !str_equal(list->items[number], text))
		strlist_add(list, reading->arena, text);
}

/* Reads the strings of an array, each once; a null or an empty string is not known. */
static void
read_array(KnownReading *reading, const KnownKey *key, const JsonbValue *array, StrList *list)
{
	JsonbContainer *container = array->val.binary.data;
	JsonbIterator *iterator = JsonbIteratorInit(container);
	KeyTable seen = key_table_make(reading->arena, JsonContainerSize(container));
	JsonbValue element;
	JsonbIteratorToken token;

	while ((token = JsonbIteratorNext(&iterator, &element, true)) != WJB_DONE)
	{
		Str text = STR_NONE;

		if (token != WJB_ELEM)
			continue;
		if (element.type == jbvString)
			text = string_of(reading, &element);
		else if (element.type != jbvNull)
			raise_wrong_type(key);
		if (text.data != NULL)
			add_once(reading, &seen, list, text);
	}
}

static void
read_byline(KnownReading *reading, const JsonbValue *value, StrList *list)
{
	Str text = string_of(reading, value);
	Byline byline;

	if (text.data == NULL)
		return;
	byline_read(&byline, text, BYLINE_DECLARED);
	for (uint32_t i = 0; i < byline.count; i++)
		strlist_add(list, reading->arena, byline.names[i].name);
	if (list->count == 0)
		strlist_add(list, reading->arena, text);
}

static void
read_date(KnownReading *reading, const KnownKey *key, const JsonbValue *value, Instant *instant)
{
	const ArticleOptions *options = reading->options;
	DateHabits habits = {false, STR("fr")};
	DateFields fields;

	instant->raw = string_of(reading, value);
	instant->source = ARTICLE_KNOWN_SOURCE;
	if (instant->raw.data == NULL)
		return;
	if (!date_parse(instant->raw, &habits, &fields) ||
		!date_resolve(&fields, options->zone_offset, options->zone_context,
					  options->has_fetched_at ? &options->fetched_at : NULL, &instant->seconds))
		raise_wrong_date(key, value);
	instant->has_time = fields.hour >= 0;
	instant->known = true;
}

static void
read_url(KnownReading *reading, const KnownKey *key, const JsonbValue *value, Str *url)
{
	Str text = string_of(reading, value);

	if (text.data == NULL)
		return;
	*url = url_resolve(reading->arena, reading->options->url, text);
	if (url->data == NULL)
		raise_wrong_url(key, value);
}

static void
read_language(KnownReading *reading, const JsonbValue *value, Str *language)
{
	Str text = string_of(reading, value);

	if (text.data == NULL)
		return;
	*language = language_tag(reading->arena, text);
	if (language->data == NULL)
		raise_wrong_language(value);
}

/* Reads a string into its field; a list of one for KNOWN_LIST. */
static void
read_string(KnownReading *reading, const KnownKey *key, const JsonbValue *value, void *field)
{
	switch (key->form)
	{
		case KNOWN_TEXT:
			*(Str *) field = string_of(reading, value);
			break;
		case KNOWN_LIST:
			read_one(reading, value, field);
			break;
		case KNOWN_BYLINE:
			read_byline(reading, value, field);
			break;
		case KNOWN_DATE:
			read_date(reading, key, value, field);
			break;
		case KNOWN_URL:
			read_url(reading, key, value, field);
			break;
		case KNOWN_LANGUAGE:
			read_language(reading, value, field);
			break;
		case KNOWN_IGNORED:
			break;
	}
}

/* Has an earlier key filled the field? */
static bool
is_filled(const KnownKey *key, const void *field)
{
	switch (key->form)
	{
		case KNOWN_LIST:
		case KNOWN_BYLINE:
			return ((const StrList *) field)->count > 0;
		case KNOWN_DATE:
			return ((const Instant *) field)->known;
		default:
			return ((const Str *) field)->data != NULL;
	}
}

static void
read_key(KnownReading *reading, const KnownKey *key, const JsonbValue *value)
{
	void *field = (char *) reading->known + key->field;

	if (key->form == KNOWN_IGNORED || value->type == jbvNull || is_filled(key, field))
		return;
	if (value->type == jbvString)
		read_string(reading, key, value, field);
	else if (key->form == KNOWN_LIST && value->type == jbvBinary &&
			 JsonContainerIsArray(value->val.binary.data))
		read_array(reading, key, value, field);
	else
		raise_wrong_type(key);
}

/* Raises an error if the object has a key that is none of ours. */
static void
check_keys(JsonbContainer *object)
{
	JsonbIterator *iterator = JsonbIteratorInit(object);
	JsonbValue value;
	JsonbIteratorToken token;

	while ((token = JsonbIteratorNext(&iterator, &value, true)) != WJB_DONE)
	{
		int i = 0;

		if (token != WJB_KEY)
			continue;
		while (i < (int) lengthof(keys) &&
			   !str_equal(str_make(value.val.string.val, value.val.string.len),
						  str_cstr(keys[i].name)))
			i++;
		if (i == (int) lengthof(keys))
			raise_unknown_key(&value);
	}
}

const ArticleKnown *
known_read(Arena *arena, Str json, const ArticleOptions *options)
{
	JsonbContainer *object = (JsonbContainer *) json.data;
	KnownReading reading = {arena, options, NULL};

	if (json.data == NULL)
		return NULL;
	if (!JsonContainerIsObject(object))
		raise_not_object();
	check_keys(object);
	reading.known = arena_new(arena, ArticleKnown);
	for (int i = 0; i < (int) lengthof(keys); i++)
	{
		JsonbValue value;

		if (getKeyJsonValueFromContainer(object, keys[i].name, (int) strlen(keys[i].name), &value))
			read_key(&reading, &keys[i], &value);
	}
	return reading.known;
}
