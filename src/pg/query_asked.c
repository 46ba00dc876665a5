/*
 * query_asked.c
 *	  What a search asks for of the words that the configuration finds in it: which readings, stop
 *	  words and spellings.  The words of an operand in; those that are kept out, in place.
 */
#include "postgres.h"

#include "tsearch/ts_utils.h"

#include "pg/query.h"
#include "pg/tsearch.h"

/* Does a word of these, which are at one position, have this bit? */
static bool
any_has(const ParsedWord *words, int count, uint16 bit, bool wanted)
{
	for (int i = 0; i < count; i++)
	{
		if (((words[i].nvariant & bit) != 0) == wanted)
			return true;
	}
	return false;
}

/* Keeps the words that have the bit, or those that lack it; returns how many. */
static int
keep_those(ParsedWord *words, int count, uint16 bit, bool wanted)
{
	int kept = 0;

	for (int i = 0; i < count; i++)
	{
		if (((words[i].nvariant & bit) != 0) == wanted)
			words[kept++] = words[i];
	}
	return kept;
}

/* The same at each position at which such a word is. */
static void
keep_at_each(ParsedText *parsed, uint16 bit, bool wanted)
{
	int kept = 0;

	for (int i = 0, end; i < parsed->curwords; i = end)
	{
		ParsedWord *first = &parsed->words[i];
		int count;

		for (end = i; end < parsed->curwords && parsed->words[end].pos.pos == first->pos.pos;)
			end++;
		count = end - i;
		if (any_has(first, count, bit, wanted))
			count = keep_those(first, count, bit, wanted);
		memmove(&parsed->words[kept], first, sizeof(ParsedWord) * count);
		kept += count;
	}
	parsed->curwords = kept;
}

/* Returns the number of the first word at the position of a word. */
static int
position_start(const ParsedText *parsed, int word)
{
	while (word > 0 && parsed->words[word - 1].pos.pos == parsed->words[word].pos.pos)
		word--;
	return word;
}

/* Is a word among the words from one number up to another? */
static bool
is_among(const ParsedText *parsed, int word, int from, int to)
{
	const ParsedWord *words = parsed->words;

	for (int i = from; i < to; i++)
	{
		if (words[i].len == words[word].len &&
			memcmp(words[i].word, words[word].word, words[word].len) == 0)
			return true;
	}
	return false;
}

/*
 * Empties the words of a position, from "start" up to "end", that the position before it has as
 * well: those of a compound, if both positions also have a part of it, which the other one has not.
 */
static void
drop_repeated(ParsedText *parsed, int before, int start, int end)
{
	int repeated = 0;
	int last = before;

	for (int i = start; i < end; i++)
		repeated += is_among(parsed, i, before, start);
	while (last < start && is_among(parsed, last, start, end))
		last++;
	if (repeated == end - start || last == start)
		return;
	for (int i = start; i < end; i++)
	{
		if (is_among(parsed, i, before, start))
			parsed->words[i].len = 0;
	}
}

/*
 * Leaves a compound only where it begins, so that it counts once in a ranking: the words of
 * week-end are week and week-end at its first position, end and week-end at its second.
 */
static void
keep_compounds_once(ParsedText *parsed)
{
	for (int end = parsed->curwords; end > 0;)
	{
		int start = position_start(parsed, end - 1);

		if (start > 0)
			drop_repeated(parsed, position_start(parsed, start - 1), start, end);
		end = start;
	}
}

/*
 * Drops the stop words, except one that a word without accents may mean: the « ca » of a search may
 * be ça.
 */
static void
drop_stop_words(ParsedText *parsed)
{
	int kept = 0;

	for (int i = 0, end; i < parsed->curwords; i = end)
	{
		int position = parsed->words[i].pos.pos;
		bool other;

		for (end = i; end < parsed->curwords && parsed->words[end].pos.pos == position;)
			end++;
		other = any_has(&parsed->words[i], end - i, TSEARCH_STOP, false);
		for (int k = i; k < end; k++)
		{
			uint16 bits = parsed->words[k].nvariant;

			if (!(bits & TSEARCH_STOP) || (other && (bits & TSEARCH_RESTORED)))
				parsed->words[kept++] = parsed->words[k];
		}
	}
	parsed->curwords = kept;
}

/*
 * Keeps what the search asks for: to rank, the terms of all readings (aide finds aider); to find,
 * those of the usual ones; in a phrase, whose words tell of each other, any ("mise en examen"
 * finds mis en examen). Stop words count if there is nothing else, other accents if there are
 * several words, which tell more than one.
 */
void
query_keep_asked(ParsedText *parsed, SearchJoin join)
{
	bool several = parsed->curwords > 0 &&
				   parsed->words[0].pos.pos != parsed->words[parsed->curwords - 1].pos.pos;

	if (several && any_has(parsed->words, parsed->curwords, TSEARCH_STOP, false))
		drop_stop_words(parsed);
	if (join == JOIN_ANY)
	{
		keep_compounds_once(parsed);
		return;
	}
	keep_at_each(parsed,
				 join == JOIN_PHRASE && several ? TSEARCH_USUAL | TSEARCH_READING : TSEARCH_USUAL,
				 true);
	if (!several)
		keep_at_each(parsed, TSEARCH_RESTORED, false);
}
