/*
 * term_fold.c
 *	  A word in lowercase, with its accents: the short way for most words, which have only letters of
 *	  French.
 */
#include "french/term_internal.h"
#include "text/fold.h"

/* Is this the second byte of é and similar letters? æ and ß are spelt out, ÷ is not a letter. */
static inline bool
is_small_accented(unsigned char second)
{
	return second >= 0xA0 && second < 0xC0 && second != 0xA6 && second != 0xB7;
}

bool
term_is_folded(Str word)
{
	for (uint32_t i = 0; i < word.len; i++)
	{
		unsigned char c = (unsigned char) word.data[i];

		if (c >= 'a' && c <= 'z')
			continue;
		if (c != 0xC3 || ++i == word.len || !is_small_accented((unsigned char) word.data[i]))
			return false;
	}
	return true;
}

/* Lowercases a word whose first letter is an ASCII capital. */
static Str
small_initial(Str word, char *buffer)
{
	buffer[0] = ascii_lower(word.data[0]);
	memcpy(buffer + 1, word.data + 1, word.len - 1);
	return str_make(buffer, word.len);
}

bool
term_is_capitalised(Str word)
{
	return word.len > 0 && word.len <= TERM_WORD_BYTES && word.data[0] >= 'A' &&
		   word.data[0] <= 'Z' && term_is_folded(str_make(word.data + 1, word.len - 1));
}

Str
term_fold(Str word, char *buffer)
{
	if (term_is_folded(word))
		return word;
	if (term_is_capitalised(word))
		return small_initial(word, buffer);
	return str_make(buffer, fold_word(word, buffer, TERM_WORD_BYTES));
}
