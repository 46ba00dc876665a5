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
 * The first dictionary of a type. One of this extension knows every token, so what comes after it
 * in a list is never asked.
 */
static Oid
dictionary_of(const TSConfigCacheEntry *entry, int type)
{
	return type < entry->lenmap && entry->map[type].len > 0 ? entry->map[type].dictIds[0]
															: InvalidOid;
}

/* Sets the kind of a type; false for the dictionary of somebody else. */
static bool
set_kind(const TSConfigCacheEntry *entry, int type, TsearchKinds *kinds)
{
	Oid dictionary = dictionary_of(entry, type);
	TermKind kind;

	kinds->of[type] = -1;
	if (!OidIsValid(dictionary))
		return true;

	/* a few dictionaries serve all types */
	for (int other = type - 1; other >= 0; other--)
		if (dictionary_of(entry, other) == dictionary)
		{
			kinds->of[type] = kinds->of[other];
			return true;
		}
	if (!tsearch_own_dictionary(dictionary, &kind))
		return false;
	kinds->of[type] = (int8) kind;
	return true;
}

bool
tsearch_kinds(Oid config, TsearchKinds *kinds)
{
	const TSConfigCacheEntry *entry = lookup_ts_config_cache(config);
	bool own = tsearch_own_parser(entry->prsId);

	for (int type = 0; own && type < TSEARCH_TYPES; type++)
		own = set_kind(entry, type, kinds);
	return own;
}
