/*
 * feature_text.h
 *	  One pass over a text: what it is made of, and its words as hashes, for shingles (shingle.h).
 */
#ifndef ARTICLE_FEATURE_TEXT_H
#define ARTICLE_FEATURE_TEXT_H

#include "base/arena.h"
#include "base/str.h"

typedef struct TextStats
{
	uint32_t chars;
	uint32_t words; /* two wide characters count as one word */
	uint32_t letters;
	uint32_t capitals;
	uint32_t digits;
	uint32_t wide;
	uint32_t short_words;
	uint32_t sentence_marks;
	uint32_t commas;
	uint32_t quotes;
	uint32_t pipes;
	uint32_t lines;
	bool ends_sentence;
	bool ends_colon;
	bool starts_small;
} TextStats;

extern void text_stats(Str text, TextStats *stats);

/* The same of a text that may be long: the arena is asked now and then whether to go on. */
extern void text_stats_polled(const Arena *arena, Str text, TextStats *stats);

/*
 * Hashes of the words of a text, in its order, some at a time.  These words are runs of letters and digits, without ASCII case; a
 * wide character is a word.  Equal words have equal hashes.
 */
#define TEXT_WORDS 128

typedef struct TextReader
{
	Str text;
	uint32_t pos;
	uint32_t more_bytes; /* those behind the first one of a character */
	uint32_t word;		 /* letters and digits of the word that is being read, to the statistics */
	bool begun;			 /* a word is being read, to the hashes */
	uint64_t hash;		 /* … its hash so far */
	uint32_t count;		 /* of hashes */
	uint64_t hashes[TEXT_WORDS];
	TextStats stats;
} TextReader;

/* text_read reads on; false at the end of the text: then the stats are complete, and there may be a last few hashes. */
extern void text_open(TextReader *reader, Str text);
extern bool text_read(TextReader *reader);

/* Running text: some eighty characters that are neither mostly links nor without a sentence's punctuation. */
extern bool is_prose(const TextStats *stats, uint32_t link_chars);

#endif
