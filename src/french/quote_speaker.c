/*
 * quote_speaker.c
 *	  See quote_speaker.h: where the subject of a verb is.
 */
#include "french/quote_speaker.h"

#define ASIDE_ITEMS_MAX 18 /* items between two commas */
#define ADVERBIALS_MAX 10  /* adverbs and phrases between a verb and its subject */

/* ---------------------------------------------------------------- after the verb */

/* "le 13 janvier", "mardi 3 mars": the item after a date at item i, or i. */
static uint32_t
skip_date(QuoteSentence sentence, uint32_t i)
{
	uint32_t start = i;

	if (is_word(item_at(sentence, i), QUOTE_WORD_DETERMINER) &&
		item_at(sentence, i + 1).kind == QUOTE_ITEM_NUMBER)
		i++;
	while (is_word(item_at(sentence, i), QUOTE_WORD_TIME) ||
		   (item_at(sentence, i).kind == QUOTE_ITEM_NUMBER && i > start) ||
		   (item_at(sentence, i).kind == QUOTE_ITEM_NUMBER &&
			is_word(item_at(sentence, i + 1), QUOTE_WORD_TIME)))
		i++;
	return i;
}

/*
 * The item after the noun of a prepositional phrase at item i. Of capitalized words the first one,
 * since the subject may follow (sur Twitter Anne Petit), or all if something else does (sur France
 * Inter le maire).
 */
static uint32_t
skip_noun(QuoteSentence sentence, uint32_t i)
{
	uint32_t words;
	uint32_t end = speaker_name_end(sentence, i, &words);
	QuoteItem next = item_at(sentence, end);

	if (words > 1 && next.kind == QUOTE_ITEM_WORD &&
		!is_word(next, QUOTE_WORD_PREPOSITION | QUOTE_WORD_RELATIVE | QUOTE_WORD_AND))
		return end;
	return item_at(sentence, i).kind == QUOTE_ITEM_WORD ||
				   item_at(sentence, i).kind == QUOTE_ITEM_MARK
			   ? i + 1
			   : i;
}

/* The item after the prepositional phrase at item i: "à l'AFP", "dans un communiqué publié". */
static uint32_t
skip_prepositional(QuoteSentence sentence, uint32_t i)
{
	i++;
	if (is_word(item_at(sentence, i), QUOTE_WORD_DETERMINER | QUOTE_WORD_PREPOSITION))
		i++;
	i = skip_noun(sentence, i);
	while (is_word(item_at(sentence, i), QUOTE_WORD_OF))
	{
		i++;
		if (is_word(item_at(sentence, i), QUOTE_WORD_DETERMINER))
			i++;
		i = skip_noun(sentence, i);
	}
	if (item_at(sentence, i).kind == QUOTE_ITEM_NUMBER)
		i++;
	if (item_at(sentence, i).kind == QUOTE_ITEM_WORD &&
		(item_at(sentence, i).classes &
		 ~(uint32_t) (QUOTE_WORD_NOUN | QUOTE_WORD_VERB | QUOTE_WORD_PARTICIPLE)) == 0)
		i++; /* an adjective */
	return i;
}

/* The item after an aside between commas, the first at item i: ", la voix tremblante,"; or i. */
static uint32_t
skip_aside(QuoteSentence sentence, uint32_t i)
{
	for (uint32_t end = i + 1; end - i < ASIDE_ITEMS_MAX; end++)
	{
		QuoteItem item = item_at(sentence, end);

		if (item.kind == QUOTE_ITEM_COMMA)
			return end + 1;
		if (item.kind != QUOTE_ITEM_WORD && item.kind != QUOTE_ITEM_NUMBER)
			break;
	}
	return i;
}

/* "de son côté", "de leur part" after a verb. */
static bool
is_own_side(QuoteSentence sentence, uint32_t i)
{
	Str noun = speaker_text(sentence, i + 2, i + 3);

	return is_word(item_at(sentence, i), QUOTE_WORD_OF) &&
		   is_word(item_at(sentence, i + 1), QUOTE_WORD_DETERMINER) &&
		   item_at(sentence, i + 2).kind == QUOTE_ITEM_WORD &&
		   (str_equal(noun, STR("côté")) || str_equal(noun, STR("part")));
}

bool
speaker_after(QuoteSentence sentence, uint32_t i, Speaker *speaker)
{
	int commas = 0;

	for (int k = 0; k < ADVERBIALS_MAX; k++)
	{
		QuoteItem item = item_at(sentence, i);
		uint32_t date = skip_date(sentence, i);

		if (date > i)
			i = date;
		else if (is_word(item, QUOTE_WORD_ADVERB) && !is_word(item, QUOTE_WORD_CAPITAL))
			i++;
		else if (is_own_side(sentence, i))
			i += 3;
		else if (is_word(item, QUOTE_WORD_PREPOSITION) && !is_word(item, QUOTE_WORD_ABOUT))
			i = skip_prepositional(sentence, i);
		else if (item.kind == QUOTE_ITEM_COMMA && commas < 2)
		{
			commas++;
			i = k > 0 ? i + 1 : skip_aside(sentence, i);
		}
		else
			return speaker_read(sentence, i, speaker) > i;
	}
	return false;
}

/* ---------------------------------------------------------------- before the verb */

/* Does a clause begin after this item? */
static bool
bounds_clause(QuoteItem item)
{
	return item.kind == QUOTE_ITEM_COMMA || item.kind == QUOTE_ITEM_COLON ||
		   item.kind == QUOTE_ITEM_STOP || item.kind == QUOTE_ITEM_MARK ||
		   item.kind == QUOTE_ITEM_OTHER || item.kind == QUOTE_ITEM_OPEN ||
		   is_word(item, QUOTE_WORD_RELATIVE | QUOTE_WORD_SUBORDINATE | QUOTE_WORD_AND);
}

/* Reads the first noun phrase of a clause that starts at item i, before item `limit`. */
static uint32_t
read_clause_subject(QuoteSentence sentence, uint32_t i, uint32_t limit, Speaker *speaker)
{
	i = skip_date(sentence, i);
	while (i < limit && is_word(item_at(sentence, i), QUOTE_WORD_ADVERB | QUOTE_WORD_AND) &&
		   !is_word(item_at(sentence, i), QUOTE_WORD_CAPITAL | QUOTE_WORD_DETERMINER))
		i++;
	if (i >= limit ||
		is_word(item_at(sentence, i), QUOTE_WORD_PREPOSITION | QUOTE_WORD_SUBORDINATE |
										  QUOTE_WORD_GERUND | QUOTE_WORD_PARTICIPLE))
		return 0;
	{
		uint32_t end = speaker_read(sentence, i, speaker);

		return end > i ? end : 0;
	}
}

uint32_t
speaker_first(QuoteSentence sentence, uint32_t limit, Speaker *speaker)
{
	for (uint32_t i = 0; i < limit; i++)
	{
		QuoteItem before = i > 0 ? item_at(sentence, i - 1) : (QuoteItem){.kind = QUOTE_ITEM_COMMA};
		uint32_t end;

		if (before.kind != QUOTE_ITEM_COMMA && before.kind != QUOTE_ITEM_OTHER &&
			before.kind != QUOTE_ITEM_STOP)
			continue;
		end = read_clause_subject(sentence, i, limit, speaker);
		if (end > 0)
			return end;
	}
	return 0;
}

/* The item before the parenthesis or the apposition that ends at item i (exclusive), or i. */
static uint32_t
skip_back_aside(QuoteSentence sentence, uint32_t i)
{
	QuoteItemKind open =
		item_at(sentence, i - 1).kind == QUOTE_ITEM_COMMA ? QUOTE_ITEM_COMMA : QUOTE_ITEM_OPEN;
	uint32_t k = i - 1;

	while (k > 0 && item_at(sentence, k - 1).kind != open)
		k--;
	return k > 0 ? k - 1 : i;
}

/* The start of the clause that contains the item before i. */
static uint32_t
clause_start(QuoteSentence sentence, uint32_t i)
{
	while (i > 0 && !bounds_clause(item_at(sentence, i - 1)))
		i--;
	return i;
}

/*
 * Reads the longest noun phrase that ends before item `limit`, in the clause from item `start` on.
 */
static bool
read_phrase_before(QuoteSentence sentence, uint32_t start, uint32_t limit, Speaker *speaker)
{
	for (uint32_t i = start; i < limit; i++)
	{
		if (i > start && is_word(item_at(sentence, i - 1),
								 QUOTE_WORD_PREPOSITION | QUOTE_WORD_OF | QUOTE_WORD_DETERMINER |
									 QUOTE_WORD_TITLE | QUOTE_WORD_CAPITAL))
			continue;
		if (!is_word(item_at(sentence, i),
					 QUOTE_WORD_DETERMINER | QUOTE_WORD_TITLE | QUOTE_WORD_CAPITAL))
			continue;
		if (speaker_read(sentence, i, speaker) == limit)
			return true;
	}
	return false;
}

bool
speaker_before(QuoteSentence sentence, uint32_t i, Speaker *speaker)
{
	uint32_t limit = i;

	while (limit > 0 &&
		   is_word(item_at(sentence, limit - 1), QUOTE_WORD_CLITIC | QUOTE_WORD_ADVERB) &&
		   !is_word(item_at(sentence, limit - 1), QUOTE_WORD_CAPITAL | QUOTE_WORD_PRONOUN))
		limit--;
	if (limit > 0 && is_word(item_at(sentence, limit - 1), QUOTE_WORD_PRONOUN))
		return speaker_read(sentence, limit - 1, speaker) > 0;
	for (int asides = 0; asides < 2 && limit > 0; asides++)
	{
		QuoteItem last = item_at(sentence, limit - 1);

		if (is_word(last, QUOTE_WORD_RELATIVE))
		{
			limit--;
			break;
		}
		if (last.kind == QUOTE_ITEM_COMMA || last.kind == QUOTE_ITEM_CLOSE)
			limit = skip_back_aside(sentence, limit);
	}
	if (limit > 0 && item_at(sentence, limit - 1).kind == QUOTE_ITEM_COMMA)
		limit--;
	if (limit > 0 && read_phrase_before(sentence, clause_start(sentence, limit), limit, speaker))
		return true;
	if (limit > 0 &&
		read_clause_subject(sentence, clause_start(sentence, limit), limit, speaker) > 0)
		return true;
	return speaker_first(sentence, i, speaker) > 0;
}
