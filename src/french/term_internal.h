/*
 * term_internal.h
 *	  Shared by the files that make terms.
 */
#ifndef ARTICLE_FRENCH_TERM_INTERNAL_H
#define ARTICLE_FRENCH_TERM_INTERNAL_H

#include "french/term.h"

/* ---------------------------------------------------------------- term_list.c */

/* Adds an alternative at the current position, with TERM_USUAL or other bits. */
extern void terms_add(Terms *terms, Str text);
extern void terms_add_bits(Terms *terms, Str text, unsigned int bits);

/* Adds a term that belongs together with the previous one. */
extern void terms_add_beside(Terms *terms, Str text);

/* Moves the next term to the next position; does nothing if no term was added yet. */
extern void terms_step(Terms *terms);

/*
 * Adds the terms of one lowercase word, all or only the likeliest. Returns false for a stop word.
 */
extern bool terms_add_word(Terms *terms, Str word, LexiconAccents accents, bool only_first);

/* Adds these terms, which word_terms_keep has chosen. */
extern void terms_add_found(Terms *terms, const WordTerms *found);

/* ---------------------------------------------------------------- term_simple.c */

/*
 * Returns how far the accents of a word can be trusted; plain: the writer may have left them out.
 */
extern LexiconAccents term_accents(Str word, bool plain);

/*
 * Returns a word in the lexicon's spelling: the word itself if it already has it, else a copy in
 * the buffer.
 */
#define TERM_WORD_BYTES 256
extern Str term_fold(Str word, char *buffer);

/* Is a word in that spelling: only lowercase letters of ASCII and Latin-1? */
extern bool term_is_folded(Str word);

/* Is a word in that spelling after its first letter, which is a capital of ASCII? */
extern bool term_is_capitalised(Str word);

/* ---------------------------------------------------------------- kinds of tokens */

/* term_word.c: TERM_WORD and TERM_PLAIN. */
extern void term_make_word(Str token, bool plain, const TermPlace *place, Terms *terms);

/*
 * term_reading.c: keeps the terms of a word in the readings that its neighbours leave. The word is
 * the token at its place; place may be NULL.
 */
extern void term_choose_reading(Str word, const TermPlace *place, WordTerms *terms);

/*
 * term_verb.c: can the lowercase word be an infinitive; the present of a verb in -er (the « cause »
 * of « a cause de » is not its participle); a participle, with the endings of gender and number or
 * without?
 */
extern bool term_is_infinitive(Str word);
extern bool term_is_present(Str word, const WordTerms *terms);
extern bool term_may_be_participle(Str word, const WordTerms *terms);

/* Is the text one question, of which the word is only a part? */
extern bool term_in_question(Str word, const TermPlace *place);

/*
 * « Jean Moulin », « Bruno Le Maire »: is the word before the token, in what may be a search, chiefly
 * a name?
 */
extern bool term_follows_name(const TermPlace *place);

/* Would it keep the same terms at any place? Then it has kept them. */
extern bool term_is_certain(WordTerms *terms);

/* term_number.c: TERM_NUMBER; false if it is not a number. */
extern bool term_make_number(Str token, Terms *terms);

/* Adds a whole number from 0 up. */
extern void term_add_value(Terms *terms, int value);

/* Adds an ordinal: 1er as 1 and premier, 21e as 21e, 2e also as second and deuxième. */
#define TERM_ORDINAL_WORD_MAX 20 /* ordinals up to this one also have the term of their word */
extern void term_add_ordinal(Terms *terms, int value);

/* Adds the word of a part: demi for 2, tiers, quart, cinquième. */
extern void term_add_part(Terms *terms, int value);

/*
 * term_count.c: are one or more words a number: trois, « vingt et un »? term_add_count adds it as
 * its figures are; it returns false if the terms of the word have to be added as well.
 */
extern bool term_is_count(Str token, const TermPlace *place);
extern bool term_add_count(Str token, const TermPlace *place, Terms *terms);

/*
 * term_figure.c: letters and digits, as one and apart (CAC40); false for any other code. And what
 * the neighbours of a number say: 20 k€ is 20 000, « années 80 » 1980; they are added at its
 * position.
 */
extern bool term_make_code(Str token, Terms *terms);
extern void term_add_figures(Str token, const TermPlace *place, Terms *terms);
/* The same for a number in words, given its figures. */
extern void term_add_word_figures(Str figures, const TermPlace *place, Terms *terms);

/* Is the token a word of a path, where nobody writes accents: /la_reforme? */
static inline bool
term_in_path(Str token, const TermPlace *place)
{
	uint32_t start;
	uint32_t end;

	if (place == NULL)
		return false;
	start = place->start;
	end = start + token.len;
	return (start > 0 &&
			(place->text.data[start - 1] == '/' || place->text.data[start - 1] == '_')) ||
		   (end < place->text.len && place->text.data[end] == '_');
}

/* term_name.c: adds a name with the article before it: L'Oréal is also loreal, Le Nain lenain. */
extern void term_add_fused(Str word, const TermPlace *place, WordTerms *terms);

/*
 * Adds a noun that has a capital within a sentence as a name, too: la Poste. A text that is nothing
 * but an article and a noun with capitals, « La Poste », is only that name.
 */
extern void term_add_own(Str word, const TermPlace *place, WordTerms *terms);

/*
 * The same for a capital that is a name: vitamine C, plan A. False for one that is only a letter.
 */
extern bool term_make_letter(Str token, const TermPlace *place, WordTerms *terms);

/*
 * Is the token the « van » or « von » of « von der Leyen », which people confuse? Both are then the
 * term "von".
 */
extern bool term_is_particle(Str token, const TermPlace *place);

/* term_twin.c: adds the other spellings of a name that the lexicon lacks; in lowercase. */
extern void term_add_twins(Str word, WordTerms *terms);

/* Adds the word that lost its apostrophe, if the lexicon has it: lecole. */
extern void term_add_elided(Str word, WordTerms *terms);

#endif
