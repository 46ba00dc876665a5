/*
 * feature_text.h
 *	  The part of a block's features that its text alone gives.
 */
#ifndef ARTICLE_FEATURE_TEXT_H
#define ARTICLE_FEATURE_TEXT_H

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

/* Running text: some eighty characters that are neither mostly links nor without a sentence's punctuation. */
extern bool is_prose(const TextStats *stats, uint32_t link_chars);

#endif
