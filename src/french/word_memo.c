/*
 * word_memo.c
 *	  See word_memo.h. The bytes of a word, as two numbers, are its key; their hash leads to a set
 *	  of two entries, of which the one that was met less often gives way.
 */
#include "french/word_memo.h"

#include "base/swar.h"

_Static_assert(sizeof(MemoWord) == 48, "an entry of the memo has grown, and the memo with it");

/* The first bytes of eight, then zeros. */
static inline uint64_t
first_bytes(uint64_t eight, uint32_t count)
{
	return count >= 8 ? eight : eight & ((UINT64_C(1) << 8 * count) - 1);
}

static inline uint32_t
set_of(uint64_t low, uint64_t high)
{
	/* odd numbers without structure; the high bits of a product depend on all bits */
	uint64_t hash = (low ^ high * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xBF58476D1CE4E5B9);

	return (uint32_t) ((hash >> 32) * WORD_MEMO_SETS >> 32);
}

static inline bool
has_key(const MemoWord *entry, uint64_t low, uint64_t high)
{
	return ((entry->key[0] ^ low) | (entry->key[1] ^ high)) == 0;
}

/* Returns the entry of a set that gives way to another word. */
static MemoWord *
entry_to_replace(MemoWord *set)
{
	MemoWord *least = &set[set[1].met < set[0].met];

	if (least->met > 0)
	{
		set[0].met--;
		set[1].met--;
	}
	return least;
}

MemoWord *
word_memo_find(WordMemo *memo, Str text, uint32_t start, uint32_t end, bool *found)
{
	uint64_t low;
	uint64_t high = 0;
	MemoWord *set;
	MemoWord *entry;
	bool first;

	if (end - start > MEMO_WORD_BYTES)
		return NULL;
	low = first_bytes(swar_at(text, start), end - start);
	if (end - start > 8)
		high = first_bytes(swar_at(text, start + 8), end - start - 8);
	set = memo->words[set_of(low, high)];
	first = has_key(&set[0], low, high);
	*found = first | has_key(&set[1], low, high); /* which of both is hard to foresee */
	if (*found)
	{
		entry = &set[!first];
		entry->met += entry->met < MEMO_MET_MAX;
		return entry;
	}
	entry = entry_to_replace(set);
	*entry = (MemoWord){.key = {low, high}};
	return entry;
}

void
memo_word_keep(MemoWord *word, bool plain, bool certain, const WordTerms *terms)
{
	if (terms->count > MEMO_TERMS_MAX || terms->start[terms->count] > MEMO_TERM_BYTES)
		return;
	word->flags &= MEMO_SPECIAL;
	word->flags |= (uint8_t) (MEMO_TERMS | (plain ? MEMO_PLAIN : 0) | (certain ? MEMO_CERTAIN : 0) |
							  (terms->known ? MEMO_IN_LEXICON : 0) | (terms->stop ? MEMO_STOP : 0));
	word->stop_bits = terms->stop_bits;
	word->count = terms->count;
	for (uint32_t i = 0; i < terms->count; i++)
	{
		word->bits[i] = terms->bits[i];
		word->end[i] = (uint8_t) terms->start[i + 1];
	}
	memcpy(word->text, terms->text, terms->start[terms->count]);
}

bool
memo_word_recall(const MemoWord *word, bool plain, WordTerms *terms)
{
	if ((word->flags & (MEMO_TERMS | MEMO_PLAIN)) != (MEMO_TERMS | (plain ? MEMO_PLAIN : 0)))
		return false;
	terms->count = word->count;
	terms->stop_bits = word->stop_bits;
	terms->stop = word->flags & MEMO_STOP;
	terms->known = word->flags & MEMO_IN_LEXICON;
	terms->start[0] = 0;
	/* all of them, since their number is hard to foresee */
	for (uint32_t i = 0; i < MEMO_TERMS_MAX; i++)
	{
		terms->bits[i] = word->bits[i];
		terms->start[i + 1] = word->end[i];
	}
	memcpy(terms->text, word->text, MEMO_TERM_BYTES);
	return true;
}
