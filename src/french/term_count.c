/*
 * term_count.c
 *	  The terms of numbers in words. A token at its place in; those of its figures out, so that
 *	  « vingt et un » and 21 match each other.
 */
#include "french/term_internal.h"

#include "french/number.h"

/* Reads the token, whole, as a number in words. */
static bool
read_count(Str token, const TermPlace *place, NumberWords *words)
{
	Str text = place != NULL ? place->text : token;
	uint32_t at = place != NULL ? place->start : 0;

	return number_may_start(token, 0) && number_words_at(text, at, words) &&
		   words->end == at + token.len;
}

/*
 * An ordinal of one word keeps its term, which 2e and the other figures have, too; above twenty
 * they have none.
 */
static bool
is_written_out(const NumberWords *words)
{
	return words->ordinal && !words->several && words->value <= TERM_ORDINAL_WORD_MAX;
}

/* « un homme »: in lowercase, and not the start of « un million ». */
static bool
is_lone_article(Str token, const TermPlace *place)
{
	return place != NULL && (str_equal(token, STR("un")) || str_equal(token, STR("une"))) &&
		   !number_word_follows(place->text, place->start + token.len);
}

bool
term_is_count(Str token, const TermPlace *place)
{
	NumberWords words;

	return !is_lone_article(token, place) && read_count(token, place, &words) &&
		   !is_written_out(&words) && !(words.article && place == NULL);
}

/* « un million » is 1 000 000, but the writer need not mean that number exactly. */
static void
add_of_article(Terms *terms, const TermPlace *place)
{
	NumberValue value;
	char figures[NUMBER_TEXT_MAX];

	if (place == NULL || !number_cardinal_at(place->text, place->start, &value) ||
		value.power < 0 || value.digits == 1)
		return;
	terms_add_bits(terms, str_make(figures, number_write(&value, figures)), TERM_STOP);
}

bool
term_add_count(Str token, const TermPlace *place, Terms *terms)
{
	NumberWords words;
	uint32_t first = terms->count;

	if (!read_count(token, place, &words) || is_written_out(&words))
		return false;
	if (words.article)
	{
		add_of_article(terms, place);
		return false;
	}
	if (words.ordinal)
		term_add_ordinal(terms, (int) words.value);
	else
	{
		term_add_value(terms, (int) words.value);
		if (terms->count > first)
			term_add_word_figures(term_text(terms, first), place, terms);
	}
	return !words.doubtful;
}
