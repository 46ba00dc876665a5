/*
 * date_lexicon.c
 *	  The date lexicon: names of months and weekdays, and all other words of dates. A folded word
 *	  in, the entries that begin with it out.
 */
#include "base/array.h"
#include "date/date_internal.h"

#define DATE_WORD(text, class, value, languages) {text, DATE_WORD_##class, value, languages},
const DateWord date_names[] = {
#include "date/month_gen.h"
};
const DateWord date_words[] = {
#include "date/date_word_list.h"
};
#undef DATE_WORD

const uint32_t date_names_count = lengthof(date_names);
const uint32_t date_words_count = lengthof(date_words);

static const DateWord *
first_entry(const DateFirstWord *first)
{
	return first->name != DATE_NO_ENTRY ? &date_names[first->name] : &date_words[first->word];
}

const DateFirstWord *
first_word_find(const char *text, uint32_t len, uint32_t hash)
{
	uint32_t slot = fnv_slot(hash, DATE_SLOTS);

	for (; date_slots[slot] != 0; slot = (slot + 1) % DATE_SLOTS)
	{
		uint32_t number = fnv_number(date_slots[slot], hash);
		const DateFirstWord *first = &date_first_words[number > 0 ? number - 1 : 0];

		if (number > 0 && first_word_is(first_entry(first), text, len))
			return first;
	}
	return NULL;
}
