/*
 * corpus_count.c
 *	  See corpus_count.h.  Hash tables of lexemes, whose bytes are in one arena.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "pg/compat.h"
#include "pg/corpus_count.h"
#include "pg/memory.h"

#define FIRST_LEXEMES 32 /* a table doubles when it is full */

#define SH_PREFIX lexemes
#define SH_ELEMENT_TYPE LexemeCount
#define SH_KEY lexeme
#include "pg/strtable.h"

CorpusCount *
corpus_count_new(MemoryContext context)
{
	MemoryContext caller = MemoryContextSwitchTo(context);
	CorpusCount *count = palloc0(sizeof(CorpusCount));

	arena_init(&count->arena, memory_allocator(context));
	for (int i = 0; i < LEXEME_TABLES; i++)
		count->lexemes[i] = lexemes_create(context, FIRST_LEXEMES, NULL);
	MemoryContextSwitchTo(caller);
	return count;
}

static void
count_lexeme(CorpusCount *count, Str lexeme, int32 times)
{
	uint32 hash = hash_bytes((const unsigned char *) lexeme.data, (int) lexeme.len);
	struct lexemes_hash *table = count->lexemes[hash / (UINT32_MAX / LEXEME_TABLES + 1)];
	bool found;
	LexemeCount *entry = lexemes_insert_hash(table, lexeme, hash, &found);

	if (!found)
	{
		entry->lexeme = str_copy(&count->arena, lexeme);
		entry->documents = 0;
	}
	entry->documents += times;
}

/*
 * Counts the positions of a lexeme by weight.  A lexeme without positions counts as one of weight
 * D.
 */
static void
count_positions(CorpusCount *count, TSVector words, const WordEntry *entry, int32 times)
{
	int npositions = POSDATALEN(words, entry);
	WordEntryPos *positions = POSDATAPTR(words, entry);

	if (!entry->haspos)
		count->lengths[0] += times;
	for (int i = 0; i < npositions; i++)
		count->lengths[WEP_GETWEIGHT(positions[i])] += times;
}

void
corpus_count_add(CorpusCount *count, TSVector words, int32 times)
{
	const WordEntry *entries = ARRPTR(words);

	count->documents += times;
	for (int i = 0; i < words->size; i++)
	{
		count_lexeme(count, str_make(STRPTR(words) + entries[i].pos, entries[i].len), times);
		count_positions(count, words, &entries[i], times);
	}
}

static int
compare_counts(const void *a, const void *b)
{
	Str left = (*(LexemeCount *const *) a)->lexeme;
	Str right = (*(LexemeCount *const *) b)->lexeme;
	int order = memcmp(left.data, right.data, Min(left.len, right.len));

	CHECK_FOR_INTERRUPTS(); /* there may be millions; sorting holds no resource */
	return order != 0 ? order : (int) left.len - (int) right.len;
}

LexemeCount **
corpus_count_sorted(const CorpusCount *count, int *kept)
{
	Size members = 0;
	LexemeCount **sorted;

	for (int i = 0; i < LEXEME_TABLES; i++)
		members += count->lexemes[i]->members;
	sorted = MemoryContextAllocHuge(CurrentMemoryContext, sizeof(LexemeCount *) * Max(members, 1));
	*kept = 0;
	for (int i = 0; i < LEXEME_TABLES; i++)
	{
		lexemes_iterator iterator;
		LexemeCount *entry;

		CHECK_FOR_INTERRUPTS();
		lexemes_start_iterate(count->lexemes[i], &iterator);
		while ((entry = lexemes_iterate(count->lexemes[i], &iterator)) != NULL)
		{
			if (entry->documents != 0)
				sorted[(*kept)++] = entry;
		}
	}
	qsort(sorted, (size_t) *kept, sizeof(LexemeCount *), compare_counts);
	return sorted;
}
