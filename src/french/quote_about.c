/*
 * quote_about.c
 *	  Who is named as a source: "selon Anne Petit", "à en croire le maire" (quote_assign.h).
 */
#include "french/quote_assign.h"

#include "base/array.h"

/*
 * The item after "d'après", "à en croire", "de l'aveu de" or "aux yeux de" at item i, 0 if it is
 * none of them.
 */
static uint32_t
about_words_end(QuoteSentence sentence, uint32_t i)
{
	static const char *const opinions[] = {"avis", "aveu", "opinion", "yeux", "dires"};
	uint32_t noun = i + 1;

	if (!is_word(item_at(sentence, i), QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION))
		return 0;
	if (is_word(item_at(sentence, i), QUOTE_WORD_OF) &&
		str_equal(speaker_text(sentence, i + 1, i + 2), STR("après")))
		return i + 2;
	if (str_equal(speaker_text(sentence, i + 1, i + 3), STR("en croire")))
		return i + 3;
	if (!is_word(item_at(sentence, i), QUOTE_WORD_DETERMINER))
		noun++; /* de l'aveu */
	if (!str_is_listed_ascii(speaker_text(sentence, noun, noun + 1), opinions,
							 lengthof(opinions)) ||
		!is_word(item_at(sentence, noun + 1), QUOTE_WORD_OF))
		return 0;
	return is_word(item_at(sentence, noun + 1), QUOTE_WORD_DETERMINER) ? noun + 1 : noun + 2;
}

/* Reads the phrase at item i, if it is one that names a source. */
static bool
read_about(const QuoteSearch *search, uint32_t i, QuoteAbout *about)
{
	QuoteSentence sentence = search->sentence;
	QuoteItem item = item_at(sentence, i);
	bool first = i == 0 || item_at(sentence, i - 1).kind == QUOTE_ITEM_COMMA;
	bool sure = is_word(item, QUOTE_WORD_ABOUT);
	uint32_t from = i + 1;

	if (about_words_end(sentence, i) > 0)
	{
		sure = true;
		from = about_words_end(sentence, i);
	}
	else if (!sure && !(first && is_word(item, QUOTE_WORD_PREPOSITION) &&
						str_equal_ascii(speaker_text(sentence, i, i + 1), STR("pour"))))
		return false;
	about->end = speaker_read(sentence, from, &about->speaker);
	if (about->end == from)
		return false;
	if (!sure && (!people_is_someone(&about->speaker) ||
				  item_at(sentence, about->end).kind != QUOTE_ITEM_COMMA))
		return false;
	about->start = i;
	about->cue = speaker_text(sentence, i, from);
	return true;
}

void
quote_find_about(QuoteSearch *search)
{
	search->about.found = false;
	for (uint32_t i = 0; i < search->items->count && !search->about.found; i++)
		search->about.found = read_about(search, i, &search->about);
}
