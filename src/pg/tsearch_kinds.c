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

bool
tsearch_kinds(Oid config, TsearchKinds *kinds)
{
	const TSConfigCacheEntry *entry = lookup_ts_config_cache(config);
	Oid last = InvalidOid; /* many types in a row have one dictionary */
	TermKind kind = TERM_WORD;

	if (!tsearch_own_parser(entry->prsId))
		return false;
	for (int type = 0; type < TSEARCH_TYPES; type++)
	{
		kinds->of[type] = -1;
		if (type >= entry->lenmap || entry->map[type].len == 0)
			continue;

		/*
		 * A dictionary of this extension knows every token, so what comes after it in a list is
		 * never asked.
		 */
		if (entry->map[type].dictIds[0] != last)
		{
			last = entry->map[type].dictIds[0];
			if (!tsearch_own_dictionary(last, &kind))
				return false;
		}
		kinds->of[type] = (int8) kind;
	}
	return true;
}
