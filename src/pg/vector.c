/*
 * vector.c
 *	  See vector.h. Lexemes are found by a hash table and sorted once at the end, when each is there
 *	  only once; the positions of a lexeme are a chain, the last one first.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "port/pg_bswap.h"
#include "tsearch/ts_utils.h"

#include "pg/compat.h"
#include "pg/vector.h"

#define FIRST_LEXEMES 256 /* must be a power of two */
#define FIRST_POSITIONS 512
#define FIRST_TEXT 2048

/* As in uniqueWORD() of the server. */
#define LEXEME_POSITIONS_MAX (MAXNUMPOS - 1)

struct VectorLexeme
{
	uint64 key; /* first bytes, which decide most comparisons */
	uint32 start;
	uint32 hash;
	uint32 last; /* number of the last position plus one */
	uint16 len;
	uint16 count; /* of positions */
};

struct VectorPosition
{
	uint32 before; /* number of the previous one of its lexeme plus one */
	WordEntryPos entry;
};

void
vector_init(Vector *vector)
{
	memset(vector, 0, sizeof(*vector));
	vector->size = FIRST_LEXEMES;
	vector->position_size = FIRST_POSITIONS;
	vector->text_size = FIRST_TEXT;
	vector->lexemes = palloc(sizeof(VectorLexeme) * vector->size);
	vector->mask = vector->size * 2 - 1;
	vector->slots = palloc0(sizeof(uint32) * (vector->mask + 1));
	vector->positions = palloc(sizeof(VectorPosition) * vector->position_size);
	vector->text = palloc(vector->text_size);
}

void
vector_free(Vector *vector)
{
	pfree(vector->lexemes);
	pfree(vector->slots);
	pfree(vector->positions);
	pfree(vector->text);
}

/* ---------------------------------------------------------------- lexemes */

/* Makes room for twice as many lexemes. */
static void
grow(Vector *vector)
{
	vector->size *= 2;
	vector->lexemes = repalloc(vector->lexemes, sizeof(VectorLexeme) * vector->size);
	vector->mask = vector->size * 2 - 1;
	pfree(vector->slots);
	vector->slots = palloc0(sizeof(uint32) * (vector->mask + 1));
	for (uint32 i = 0; i < vector->count; i++)
	{
		uint32 slot = vector->lexemes[i].hash & vector->mask;

		while (vector->slots[slot] != 0)
			slot = (slot + 1) & vector->mask;
		vector->slots[slot] = i + 1;
	}
}

/*
 * Eight bytes of a lexeme as a number, so that numbers compare as the bytes do; zeros after its end.
 * The length is hard to foresee, so it is not asked.
 */
static inline uint64
key_at(Str lexeme, uint32 offset)
{
	uint32 missing = sizeof(uint64) - Min(lexeme.len, sizeof(uint64));
	uint64 key;

	memcpy(&key, lexeme.data + offset, sizeof(key));
	return pg_ntoh64(key) >> 8 * missing << 8 * missing;
}

/* Most lexemes have up to 16 bytes, which two numbers hold. */
static inline uint32
hash_of(Str lexeme, uint64 key)
{
	uint64 end;
	uint64 hash;

	if (lexeme.len > 2 * sizeof(key))
		return hash_bytes((const unsigned char *) lexeme.data, (int) lexeme.len);
	end = key_at(lexeme, Max(lexeme.len, sizeof(key)) - sizeof(key));
	hash = key ^ end * UINT64CONST(0x9E3779B97F4A7C15);
	hash = (hash ^ hash >> 32) * UINT64CONST(0xBF58476D1CE4E5B9);
	hash = (hash ^ hash >> 29) * UINT64CONST(0x94D049BB133111EB);
	return (uint32) (hash >> 32);
}

static VectorLexeme *
new_lexeme(Vector *vector, Str lexeme, uint64 key, uint32 hash, uint32 slot)
{
	VectorLexeme *added;

	while (vector->text_used + lexeme.len + STR_SLACK > vector->text_size)
	{
		vector->text_size *= 2;
		vector->text = repalloc(vector->text, vector->text_size);
	}
	str_copy_ahead(vector->text + vector->text_used, lexeme);
	added = &vector->lexemes[vector->count++];
	*added = (VectorLexeme){
		.key = key, .start = vector->text_used, .hash = hash, .len = (uint16) lexeme.len};
	vector->text_used += lexeme.len;
	vector->slots[slot] = vector->count;
	return added;
}

/* Reserves space in the tsvector; false if there is not enough. */
static bool
take_room(Vector *vector, uint32 bytes)
{
	vector->full = vector->full || vector->room + bytes > MAXSTRPOS;
	if (!vector->full)
		vector->room += bytes;
	return !vector->full;
}

/* Returns a lexeme, added if it is new; NULL if it does not fit. */
static VectorLexeme *
find_lexeme(Vector *vector, Str lexeme)
{
	uint64 key = key_at(lexeme, 0);
	uint32 hash = hash_of(lexeme, key);
	uint32 slot;

	if (vector->count == vector->size)
		grow(vector);
	for (slot = hash & vector->mask; vector->slots[slot] != 0; slot = (slot + 1) & vector->mask)
	{
		VectorLexeme *known = &vector->lexemes[vector->slots[slot] - 1];

		if (known->key == key && known->len == lexeme.len &&
			(lexeme.len <= sizeof(key) ||
			 memcmp(vector->text + known->start, lexeme.data, lexeme.len) == 0))
			return known;
	}
	if (!take_room(vector, SHORTALIGN(lexeme.len) + sizeof(uint16)))
		return NULL;
	return new_lexeme(vector, lexeme, key, hash, slot);
}

void
vector_add(Vector *vector, Str lexeme, int position, int weight)
{
	VectorLexeme *found;
	VectorPosition *added;

	if (vector->full || lexeme.len == 0 || lexeme.len >= MAXSTRLEN)
		return;
	position = LIMITPOS(position);
	found = find_lexeme(vector, lexeme);
	if (found == NULL)
		return;
	if (found->count > 0)
	{
		int last = WEP_GETPOS(vector->positions[found->last - 1].entry);

		if (last == position || last == MAXENTRYPOS - 1 || found->count == LEXEME_POSITIONS_MAX)
			return;
	}
	if (!take_room(vector, sizeof(WordEntryPos)))
		return;
	if (vector->position_count == vector->position_size)
	{
		vector->position_size *= 2;
		vector->positions =
			repalloc(vector->positions, sizeof(VectorPosition) * vector->position_size);
	}
	added = &vector->positions[vector->position_count++];
	added->before = found->last;
	WEP_SETPOS(added->entry, position);
	WEP_SETWEIGHT(added->entry, weight);
	found->last = vector->position_count;
	found->count++;
	vector->last = position;
}

/* ---------------------------------------------------------------- the tsvector */

/* The order of tsCompareString, of lexemes by their numbers. */
static inline int
compare_lexemes(uint32 i, uint32 k, const Vector *vector)
{
	const VectorLexeme *one = &vector->lexemes[i];
	const VectorLexeme *other = &vector->lexemes[k];
	int order;

	if (one->key != other->key)
		return one->key < other->key ? -1 : 1;
	order =
		memcmp(vector->text + one->start, vector->text + other->start, Min(one->len, other->len));
	return order != 0 ? order : (int) one->len - (int) other->len;
}

#define ST_SORT sort_lexemes
#define ST_ELEMENT_TYPE uint32
#define ST_COMPARE_ARG_TYPE const Vector
#define ST_COMPARE(a, b, vector) compare_lexemes(*(a), *(b), vector)
#define ST_SCOPE static
#define ST_DEFINE
#include "lib/sort_template.h"

/* The groups of lexemes by their first byte: digits, letters of ASCII, all before and all after. */
#define GROUPS ('z' - '0' + 3)

static inline uint32
group_of(const VectorLexeme *lexeme)
{
	unsigned char first = (unsigned char) (lexeme->key >> 56);

	return Min(Max(first, '0' - 1), 'z' + 1) - ('0' - 1);
}

/*
 * Returns the numbers of the lexemes in order, in the space of the hash table, which ends with that.
 * Most of a sort's decisions are between different first letters, and hard to foresee; counting
 * them takes none.
 */
static const uint32 *
sort_vector(Vector *vector)
{
	uint32 *sorted = vector->slots;
	uint32 start[GROUPS + 1] = {0};

	for (uint32 i = 0; i < vector->count; i++)
		start[group_of(&vector->lexemes[i])]++;
	for (int group = 1; group <= GROUPS; group++)
		start[group] += start[group - 1];
	for (uint32 i = 0; i < vector->count; i++)
		sorted[--start[group_of(&vector->lexemes[i])]] = i;
	for (int group = 0; group < GROUPS; group++)
		if (start[group + 1] - start[group] > 1)
			sort_lexemes(sorted + start[group], start[group + 1] - start[group], vector);
	return sorted;
}

/* Writes a lexeme and its positions at an offset; returns the offset after them. */
static uint32
put_lexeme(const Vector *vector, const VectorLexeme *lexeme, TSVector words, WordEntry *word,
		   uint32 at)
{
	uint32 position = lexeme->last;
	WordEntryPosVector *list;

	word->haspos = 1;
	word->len = lexeme->len;
	word->pos = at;
	str_copy_ahead(STRPTR(words) + at, str_make(vector->text + lexeme->start, lexeme->len));
	STRPTR(words)[at + lexeme->len] = '\0'; /* up to an even offset */
	list = _POSVECPTR(words, word);
	list->npos = lexeme->count;
	for (int i = lexeme->count - 1; i >= 0; i--)
	{
		list->pos[i] = vector->positions[position - 1].entry;
		position = vector->positions[position - 1].before;
	}
	return at + SHORTALIGN(lexeme->len) + sizeof(uint16) + sizeof(WordEntryPos) * lexeme->count;
}

TSVector
vector_finish(Vector *vector)
{
	TSVector words;
	const uint32 *sorted;
	uint32 at = 0;

	/* a lexeme whose first position did not fit */
	if (vector->count > 0 && vector->lexemes[vector->count - 1].count == 0)
		vector->count--;
	sorted = sort_vector(vector);
	words = palloc(CALCDATASIZE(vector->count, vector->room) + STR_SLACK);
	words->size = (int32) vector->count;
	for (uint32 i = 0; i < vector->count; i++)
		at = put_lexeme(vector, &vector->lexemes[sorted[i]], words, &ARRPTR(words)[i], at);
	SET_VARSIZE(words, CALCDATASIZE(vector->count, at));
	return words;
}
