/*
 * tsearch_kinds.c
 *	  Tells of a text search configuration whether all that it does is this extension's: then a
 *	  tsvector can be built without the server's dispatch of each token.
 *
 * The server's cache is asked each time, so an altered configuration counts from the next call on.
 */
#include "postgres.h"

#include "tsearch/ts_cache.h"

#include "pg/tsearch.h"

/*
 * The first dictionary of a type of the map. One of this extension knows every token, so what comes
 * after it in a list is never asked.
 */
static Oid
dictionary_of(const TSConfigCacheEntry *entry, int type)
{
	return entry->map[type].len > 0 ? entry->map[type].dictIds[0] : InvalidOid;
}

/* The dictionaries that were asked already: a few serve all types. */
typedef struct Asked
{
	int count;
	Oid dictionary[TERM_KINDS];
	TermKind kind[TERM_KINDS];
} Asked;

/* Finds the kind of a dictionary; false for the one of somebody else. */
static bool
find_kind(Asked *asked, Oid dictionary, TermKind *kind)
{
	for (int i = 0; i < asked->count; i++)
		if (asked->dictionary[i] == dictionary)
		{
			*kind = asked->kind[i];
			return true;
		}
	if (!tsearch_own_dictionary(dictionary, kind))
		return false;
	if (asked->count < TERM_KINDS)
	{
		asked->dictionary[asked->count] = dictionary;
		asked->kind[asked->count++] = *kind;
	}
	return true;
}

bool
tsearch_kinds(Oid config, TsearchKinds *kinds)
{
	const TSConfigCacheEntry *entry = lookup_ts_config_cache(config);
	Asked asked = {.count = 0};
	TermKind kind;

	memset(kinds->of, -1, sizeof(kinds->of));
	if (!tsearch_own_parser(entry->prsId))
		return false;
	for (int type = 0; type < entry->lenmap && type < TSEARCH_TYPES; type++)
	{
		Oid dictionary = dictionary_of(entry, type);

		if (!OidIsValid(dictionary))
			continue;
		if (!find_kind(&asked, dictionary, &kind))
			return false;
		kinds->of[type] = (int8) kind;
	}
	return true;
}
