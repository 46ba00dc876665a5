/*
 * phonetic_rule.h
 *	  Letters to sounds by a table of rules: a word of any letters in, its sounds out.
 *
 * The first rule that fits decides. A table is sorted by the first byte of the letters. In a
 * context, V is a vowel letter, C a consonant, K a consonant except m, n and h, or the end of the
 * word, F a letter before which c and g are soft; [..] is one of these letters, ^ the start of the
 * word, _ its end, $ its end or a final s.
 */
#ifndef ARTICLE_FRENCH_PHONETIC_RULE_H
#define ARTICLE_FRENCH_PHONETIC_RULE_H

#include "base/str.h"

typedef struct PhoneticRule
{
	const char *left; /* what precedes the letters */
	const char *letters;
	const char *right; /* what follows them */
	const char *sounds;
} PhoneticRule;

typedef struct PhoneticTable
{
	const PhoneticRule *rules;
	uint32_t count;
} PhoneticTable;

extern const PhoneticTable phonetic_french; /* how French is read */
extern const PhoneticTable phonetic_names;	/* how names are spelled, whatever their language */

/*
 * Writes the sounds of a word in lowercase to out, at most `size` bytes of them, and returns how
 * many. A character that no rule begins with stays as it is.
 */
extern uint32_t phonetic_apply(PhoneticTable table, Str word, char *out, uint32_t size);

#endif
