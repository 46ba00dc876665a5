/*
 * bm25_document.c
 *	  SQL: the type article_bm25_document: what article_bm25 needs of a tsvector, in about half the
 *	  bytes, so that it stays in its row.  A tsvector in; its lexemes with their number of positions
 *	  of each weight out.
 *
 * Its text and binary forms are those of a tsvector whose positions are numbered from one on, so
 * the server's own functions check what comes from outside, and stored values need no check.
 *
 * Lexemes are in the order of tsvector, in blocks of BLOCK_TERMS.  An entry is a byte with the
 * number of leading bytes that it shares with the entry before it (high half) and of the bytes that
 * follow (low half; ESCAPE adds a varint), these bytes, and the counts: a varint of twice the count
 * of weight D, plus one if varints of C, B and A follow.  The first entry of a block shares
 * nothing, and the offsets of the blocks come before all entries.  The lexemes themselves are
 * stored, not hashes of them: two lexemes of one hash would change scores, and a prefix has no
 * hash.  A block's first bytes are beside its offset, so that a search reads what lies together.
 */
#include "postgres.h"

#include "fmgr.h"
#include "tsearch/ts_utils.h"
#include "utils/fmgrprotos.h"

#include "base/search.h"
#include "pg/bm25_document.h"
#include "pg/compat.h"

#define BLOCK_TERMS 16
#define SHARED_MAX 15
#define ESCAPE 15
#define ENTRY_BYTES_MAX (1 + MAXSTRLEN + 5 * (1 + BM25_FIELDS))

typedef struct Block
{
	uint32 offset; /* after the blocks */
	uint32 key;	   /* block_key of its first lexeme */
} Block;

struct Bm25Document
{
	int32 header; /* of a varlena */
	FieldCounts lengths;
	uint32 terms;
	Block blocks[FLEXIBLE_ARRAY_MEMBER];
};

static inline uint32
block_count(uint32 terms)
{
	return (terms + BLOCK_TERMS - 1) / BLOCK_TERMS;
}

/* Returns the first bytes of a lexeme as a number that sorts as they do; a lexeme has no zeros. */
static inline uint32
block_key(const char *lexeme, int length)
{
	uint32 key = 0;

	for (int i = 0; i < (int) sizeof(key); i++)
		key = key << 8 | (i < length ? (uint8) lexeme[i] : 0);
	return key;
}

static inline const uint8 *
all_entries(const Bm25Document *document)
{
	return (const uint8 *) &document->blocks[block_count(document->terms)];
}

/* ---------------------------------------------------------------- numbers of variable length */

static uint8 *
put_number(uint8 *out, uint32 number)
{
	for (; number >= 0x80; number >>= 7)
		*out++ = (uint8) (number | 0x80);
	*out++ = (uint8) number;
	return out;
}

static inline uint32
take_number(const uint8 **in)
{
	uint32 number = 0;
	uint8 byte;

	for (int shift = 0;; shift += 7)
	{
		byte = *(*in)++;
		number |= (uint32) (byte & 0x7F) << shift;
		if (byte < 0x80)
			return number;
	}
}

/* ---------------------------------------------------------------- the counts of a tsvector */

static void
add_positions(TSVector words, const WordEntry *entry, FieldCounts *counts)
{
	int count = POSDATALEN(words, entry);
	const WordEntryPos *positions = POSDATAPTR(words, entry);

	if (!entry->haspos)
		counts->of[0]++;
	for (int i = 0; i < count; i++)
		counts->of[WEP_GETWEIGHT(positions[i])]++;
}

FieldCounts
tsvector_lengths(TSVector words)
{
	const WordEntry *entries = ARRPTR(words);
	FieldCounts lengths = {0};

	for (int i = 0; i < words->size; i++)
		add_positions(words, &entries[i], &lengths);
	return lengths;
}

static int
compare(TSVector words, const WordEntry *entry, const QueryTerm *term)
{
	return tsCompareString(unconstify(char *, term->lexeme), term->length,
						   STRPTR(words) + entry->pos, entry->len, term->prefix);
}

void
tsvector_count(TSVector words, const QueryTerm *term, FieldCounts *counts)
{
	const WordEntry *entries = ARRPTR(words);
	int low = 0;
	int high = words->size;

	SEARCH_FIRST(low, high, compare(words, &entries[middle], term) > 0)
	for (; low < words->size && compare(words, &entries[low], term) == 0; low++)
		add_positions(words, &entries[low], counts);
}

/* ---------------------------------------------------------------- from a tsvector */

static uint8 *
put_counts(uint8 *out, const FieldCounts *counts)
{
	bool others = counts->of[1] + counts->of[2] + counts->of[3] > 0;

	out = put_number(out, counts->of[0] * 2 + others);
	for (int field = 1; others && field < BM25_FIELDS; field++)
		out = put_number(out, counts->of[field]);
	return out;
}

/* Returns the number of leading bytes that two entries share. */
static int
shared_bytes(const char *before, int before_len, const char *lexeme, int len)
{
	int most = Min(Min(before_len, len), SHARED_MAX);
	int shared = 0;

	while (shared < most && before[shared] == lexeme[shared])
		shared++;
	return shared;
}

static uint8 *
put_entry(uint8 *out, TSVector words, const WordEntry *before, const WordEntry *entry)
{
	const char *lexeme = STRPTR(words) + entry->pos;
	int shared = before == NULL
					 ? 0
					 : shared_bytes(STRPTR(words) + before->pos, before->len, lexeme, entry->len);
	int rest = entry->len - shared;
	FieldCounts counts = {0};

	*out++ = (uint8) (shared << 4 | Min(rest, ESCAPE));
	if (rest >= ESCAPE)
		out = put_number(out, rest - ESCAPE);
	memcpy(out, lexeme + shared, rest);
	add_positions(words, entry, &counts);
	return put_counts(out + rest, &counts);
}

/* Returns more bytes than the document of a tsvector can take. */
static Size
room_for(TSVector words)
{
	const WordEntry *entries = ARRPTR(words);
	Size room = sizeof(Bm25Document) + sizeof(Block) * block_count(words->size);

	for (int i = 0; i < words->size; i++)
		room += ENTRY_BYTES_MAX - MAXSTRLEN + entries[i].len;
	return room;
}

static Bm25Document *
make_document(TSVector words)
{
	const WordEntry *entries = ARRPTR(words);
	Bm25Document *document = palloc(room_for(words));
	uint8 *first = (uint8 *) &document->blocks[block_count(words->size)];
	uint8 *out = first;

	document->lengths = tsvector_lengths(words);
	document->terms = words->size;
	for (int i = 0; i < words->size; i++)
	{
		bool opens = i % BLOCK_TERMS == 0;

		if (opens)
			document->blocks[i / BLOCK_TERMS] =
				(Block){out - first, block_key(STRPTR(words) + entries[i].pos, entries[i].len)};
		out = put_entry(out, words, opens ? NULL : &entries[i - 1], &entries[i]);
	}
	SET_VARSIZE(document, out - (uint8 *) document);
	return document;
}

/* ---------------------------------------------------------------- reading entries */

/* An entry; its first bytes are those of the entry before it. */
typedef struct Entry
{
	uint32 shared;
	uint32 rest;
	const uint8 *bytes; /* the rest, not the shared ones */
} Entry;

static inline Entry
take_entry(const uint8 **in)
{
	uint8 lengths = *(*in)++;
	Entry entry = {lengths >> 4, lengths & 0x0F, NULL};

	if (entry.rest == ESCAPE)
		entry.rest += take_number(in);
	entry.bytes = *in;
	*in += entry.rest;
	return entry;
}

static inline void
take_counts(const uint8 **in, FieldCounts *counts)
{
	uint32 number = take_number(in);

	counts->of[0] += number >> 1;
	for (int field = 1; (number & 1) && field < BM25_FIELDS; field++)
		counts->of[field] += take_number(in);
}

static inline void
skip_counts(const uint8 **in)
{
	uint8 first = *(*in)++;
	FieldCounts counts = {0};

	if ((first & 0x81) == 0) /* fewer than 64 of weight D, and no others */
		return;
	(*in)--;
	take_counts(in, &counts);
}

/*
 * Compares an entry with a term as tsCompareString does: negative if the entry comes first, 0 if it
 * is the term, or begins with a prefix.  *matched: the number of bytes that the entry before it has
 * in common with the term, which it precedes; then that of this one.
 */
static inline int
compare_entry(const Entry *entry, const QueryTerm *term, uint32 *matched)
{
	uint32 length = term->length;
	uint32 at = entry->shared;
	uint32 rest = 0;

	/* it shares what made the one before it precede the term, or match the prefix */
	if (at > *matched)
		return *matched == length ? 0 : -1;
	while (at < length && rest < entry->rest && (uint8) term->lexeme[at] == entry->bytes[rest])
		at++, rest++;
	*matched = at;
	if (at == length)
		return term->prefix || rest == entry->rest ? 0 : 1;
	if (rest == entry->rest)
		return -1;
	return entry->bytes[rest] < (uint8) term->lexeme[at] ? -1 : 1;
}

/* Does a block begin before the term, or with the term itself? */
static bool
starts_before(const Bm25Document *document, const Block *block, const QueryTerm *term)
{
	const uint8 *in = all_entries(document) + block->offset;
	Entry entry = take_entry(&in);
	uint32 matched = 0;
	int order = compare_entry(&entry, term, &matched);

	return order < 0 || (order == 0 && !term->prefix);
}

/*
 * Returns the block that has the term, if any has it, or in which the entries with its prefix
 * begin, if not at the start of the next one.
 */
static uint32
find_block(const Bm25Document *document, const QueryTerm *term)
{
	const Block *blocks = document->blocks;
	uint32 key = block_key(term->lexeme, term->length);
	uint32 low = 1;
	uint32 high = block_count(document->terms);

	SEARCH_FIRST(low, high,
				 blocks[middle].key < key ||
					 (blocks[middle].key == key && starts_before(document, &blocks[middle], term)))
	return low - 1;
}

/*
 * Adds the counts of a term in a block. Returns true if the next block may have it, too: one that
 * begins with the prefix.
 */
static bool
count_in_block(const Bm25Document *document, uint32 block, const QueryTerm *term,
			   FieldCounts *counts)
{
	const uint8 *in = all_entries(document) + document->blocks[block].offset;
	uint32 left = Min(document->terms - block * BLOCK_TERMS, BLOCK_TERMS);
	uint32 matched = 0;

	for (; left > 0; left--)
	{
		Entry entry = take_entry(&in);
		int order = compare_entry(&entry, term, &matched);

		if (order > 0)
			return false;
		if (order < 0)
			skip_counts(&in);
		else
			take_counts(&in, counts);
	}
	return term->prefix;
}

void
bm25_document_count(const Bm25Document *document, const QueryTerm *term, FieldCounts *counts)
{
	uint32 blocks = block_count(document->terms);

	for (uint32 block = blocks > 0 ? find_block(document, term) : 0; block < blocks; block++)
		if (!count_in_block(document, block, term, counts))
			return;
}

/* Longer documents are not fetched wholly. */
#define FETCHED_MAX 2048
#define CACHE_LINE 64

/*
 * A ranking comes to each document from far away in memory; a binary search would wait for one
 * piece of it after the other.
 */
const Bm25Document *
bm25_document_fetch(Datum value)
{
	const Bm25Document *document = (const Bm25Document *) PG_DETOAST_DATUM(value);
	uint32 size = Min(VARSIZE(document), FETCHED_MAX);

	for (uint32 at = CACHE_LINE; at < size; at += CACHE_LINE)
		__builtin_prefetch((const char *) document + at);
	return document;
}

FieldCounts
bm25_document_lengths(const Bm25Document *document)
{
	return document->lengths;
}

/* ---------------------------------------------------------------- back to a tsvector */

static Size
position_room(const FieldCounts *counts)
{
	return sizeof(uint16) +
		   sizeof(WordEntryPos) * (counts->of[0] + counts->of[1] + counts->of[2] + counts->of[3]);
}

/* A tsvector that is being made anew, and the lexeme that was added last. */
typedef struct Restored
{
	TSVector words;
	uint32 used; /* bytes after the entries */
	char lexeme[MAXSTRLEN];
	uint32 length;
} Restored;

static void
restore_lexeme(Restored *restored, const Entry *entry, WordEntry *word)
{
	memcpy(restored->lexeme + entry->shared, entry->bytes, entry->rest);
	restored->length = entry->shared + entry->rest;
	word->pos = restored->used;
	word->len = restored->length;
	memcpy(STRPTR(restored->words) + restored->used, restored->lexeme, restored->length);
	restored->used += restored->length;
}

/*
 * Adds positions numbered from one on, those of weight A first; none if there is one of weight D.
 */
static void
restore_positions(Restored *restored, const FieldCounts *counts, WordEntry *word)
{
	uint16 number = 0;
	WordEntryPos *positions;

	word->haspos = !(counts->of[0] == 1 && counts->of[1] + counts->of[2] + counts->of[3] == 0);
	if (!word->haspos)
		return;
	restored->used = SHORTALIGN(restored->used);
	positions = POSDATAPTR(restored->words, word);
	for (int field = BM25_FIELDS - 1; field >= 0; field--)
	{
		for (uint32 i = 0; i < counts->of[field]; i++)
		{
			WEP_SETPOS(positions[number], number + 1);
			WEP_SETWEIGHT(positions[number], field);
			number++;
		}
	}
	memcpy(STRPTR(restored->words) + restored->used, &number, sizeof(number));
	restored->used += position_room(counts);
}

/* Returns more bytes than the lexemes and positions of a document take in a tsvector. */
static Size
restored_room(const Bm25Document *document)
{
	FieldCounts lengths = document->lengths;
	Size room = position_room(&lengths);

	/* no lexeme shares more than SHARED_MAX bytes; a count and padding for each */
	return room + (Size) document->terms * (SHARED_MAX + sizeof(uint16) + 1) + VARSIZE(document);
}

static TSVector
make_tsvector_again(const Bm25Document *document)
{
	Size size = CALCDATASIZE(document->terms, restored_room(document));
	Restored restored = {.words = palloc0(size)};
	const uint8 *in = all_entries(document);

	restored.words->size = document->terms;
	for (uint32 i = 0; i < document->terms; i++)
	{
		WordEntry *word = &ARRPTR(restored.words)[i];
		Entry entry = take_entry(&in);
		FieldCounts counts = {0};

		take_counts(&in, &counts);
		restore_lexeme(&restored, &entry, word);
		restore_positions(&restored, &counts, word);
	}
	SET_VARSIZE(restored.words, CALCDATASIZE(document->terms, restored.used));
	return restored.words;
}

/* ---------------------------------------------------------------- SQL */

SQL_FUNCTION(article_bm25_document);
Datum
article_bm25_document(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(make_document(PG_GETARG_TSVECTOR(0)));
}

/* Calls a function that makes a tsvector of the same argument; its errors may be soft. */
static Datum
document_from(FunctionCallInfo fcinfo, PGFunction make)
{
	LOCAL_FCINFO(call, 1);
	Datum words;

	InitFunctionCallInfoData(*call, fcinfo->flinfo, 1, InvalidOid, fcinfo->context, NULL);
	call->args[0] = fcinfo->args[0];
	words = make(call);
	if (call->isnull)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(make_document(DatumGetTSVector(words)));
}

SQL_FUNCTION(article_bm25_document_in);
Datum
article_bm25_document_in(PG_FUNCTION_ARGS)
{
	return document_from(fcinfo, tsvectorin);
}

SQL_FUNCTION(article_bm25_document_recv);
Datum
article_bm25_document_recv(PG_FUNCTION_ARGS)
{
	return document_from(fcinfo, tsvectorrecv);
}

SQL_FUNCTION(article_bm25_document_out);
Datum
article_bm25_document_out(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall1(tsvectorout,
							   TSVectorGetDatum(make_tsvector_again(PG_GETARG_BM25_DOCUMENT(0))));
}

SQL_FUNCTION(article_bm25_document_send);
Datum
article_bm25_document_send(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall1(tsvectorsend,
							   TSVectorGetDatum(make_tsvector_again(PG_GETARG_BM25_DOCUMENT(0))));
}
