/*
 * title_list.c
 *	  The list of headline candidates: a key in, the candidate with it out.
 */
#include "article/title/title.h"

TitleCandidate *
title_find_candidate(TitleCandidates *candidates, Str key)
{
	for (uint32_t i = 0; i < candidates->count; i++)
		if (str_equal(candidates->items[i].key, key))
			return &candidates->items[i];
	return NULL;
}
