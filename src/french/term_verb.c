/*
 * term_verb.c
 *	  What the ending of a word tells of it as a form of a verb: a lowercase word and its terms in,
 *	  whether it can be that form out. No neighbour is read.
 */
#include "base/array.h"
#include "french/term_internal.h"

bool
term_is_infinitive(Str word)
{
	static const Str endings[] = {STR("er"),  STR("ir"),  STR("ire"), STR("dre"),
								  STR("tre"), STR("vre"), STR("cre"), STR("pre")};

	for (size_t i = 0; i < lengthof(endings); i++)
		if (str_has_ending(word, endings[i]))
			return true;
	return false;
}

bool
term_is_present(Str word, const WordTerms *terms)
{
	for (uint32_t i = 0; i < terms->count; i++)
	{
		Str verb = word_term(terms, i);

		if ((terms->bits[i] & READING_VERB) && verb.len == word.len + 1 &&
			verb.data[word.len] == 'r' && memcmp(verb.data, word.data, word.len) == 0)
			return true;
	}
	return false;
}

bool
term_may_be_participle(Str word, const WordTerms *terms)
{
	if (str_has_ending(word, STR("s")))
		word.len--;
	if (str_has_ending(word, STR("e")) && !term_is_present(word, terms))
		word.len--;
	return str_has_ending(word, STR("é")) ||
		   (word.len > 0 && strchr("iust", word.data[word.len - 1]) &&
			!str_has_ending(word, STR("ant")));
}
