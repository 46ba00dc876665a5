/*
 * feature_text.h
 *	  One pass over a text: its statistics, and the hashes of its words for shingles (shingle.h).
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

/* The same for a text that may be long: polls the arena while reading. */
extern void text_stats_polled(const Arena *arena, Str text, TextStats *stats);

/*
 * Hashes of the words of a text in order, at most TEXT_WORDS at a time. A word is a run of letters
 * and digits, ignoring ASCII case; a wide character is a word. Equal words have equal hashes.
 */
#define TEXT_WORDS 128

typedef struct TextReader
{
	Str text;
	uint32_t pos;
	uint32_t more_bytes; /* continuation bytes read so far */
	uint32_t word;		 /* letters and digits in the current word of the statistics */
	bool begun;			 /* is a word being hashed? */
	uint64_t hash;		 /* hash of the current word so far */
	uint32_t count;		 /* number of hashes */
	uint64_t hashes[TEXT_WORDS];
	TextStats stats;
} TextReader;

/*
 * text_open begins a text. text_read reads the next part of it; it returns false at the end, when
 * the stats are complete and the last hashes, if any, are in the reader.
 */
extern void text_open(TextReader *reader, Str text);
extern bool text_read(TextReader *reader);

/*
 * Is this running text? At least 80 characters (40 wide ones), less than half of them in links,
 * with the punctuation of a sentence.
 */
extern bool is_prose(const TextStats *stats, uint32_t link_chars);

#endif
