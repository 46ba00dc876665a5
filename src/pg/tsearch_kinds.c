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
 * A dictionary of this extension knows every token, so what comes after it in a list is never
 * asked. Returns -1 for a type that is not indexed; sets *own to false for another dictionary.
 */
static int
kind_of_type(const ListDictionary *dictionaries, bool *own)
{
	TermKind kind;

	if (dictionaries->len == 0)
		return -1;
	if (tsearch_own_dictionary(dictionaries->dictIds[0], &kind))
		return (int) kind;
	*own = false;
	return -1;
}

bool
tsearch_kinds(Oid config, TsearchKinds *kinds)
{
	const TSConfigCacheEntry *entry = lookup_ts_config_cache(config);
	bool own = tsearch_own_parser(entry->prsId);

	for (int type = 0; own && type < TSEARCH_TYPES; type++)
		kinds->of[type] =
			(int8) (type < entry->lenmap ? kind_of_type(&entry->map[type], &own) : -1);
	return own;
}
