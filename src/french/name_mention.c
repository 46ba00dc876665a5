/*
 * name_mention.c
 *	  See name_mention.h. Evidence is counted in points: 4 for what decides alone (a title, an age,
 *	  a country), 3 for what nearly does (a given name, a function), 1 or 2 for what only adds to
 *	  it. The scale was chosen so that one sure sign outweighs two weak ones.
 */
#include "french/name_mention.h"

#include "base/array.h"
#include "base/search.h"
#include "french/char_class.h"
#include "french/lexicon.h"
#include "french/number.h"
#include "text/fold.h"

#define ROLE_ITEMS_BEFORE 8 /* items between a noun of function and the name */

enum
{
	NAME_WORD_GIVEN = 1,
	NAME_WORD_ROLE = 2,
	NAME_WORD_PLACE = 4,
	NAME_WORD_PLACE_NOUN = 8,
	NAME_WORD_ORGANISATION = 16
};

#define LISTED_BYTES_MAX 20

typedef struct ListedWord
{
	char written[LISTED_BYTES_MAX];
	uint8_t classes;
} ListedWord;

static const ListedWord listed[] = {
#define NAME_WORD(word, classes) {word, classes},
#define C(name) NAME_WORD_##name
#include "french/name_word_list.h"
#undef C
#undef NAME_WORD
};

static unsigned int
classes_of(Str word)
{
	char room[FOLD_WORD_ROOM];
	const ListedWord *found;

	if (word.len > 2 * LISTED_BYTES_MAX)
		return 0;
	found = search_word(listed, lengthof(listed), sizeof(*listed), sizeof(listed->written),
						str_make(room, fold_plain(word, room, sizeof(room))));
	return found ? found->classes : 0;
}

/* The classes of the word at item i in the lists. */
static unsigned int
item_classes(QuoteSentence sentence, uint32_t i)
{
	return item_at(sentence, i).kind == QUOTE_ITEM_WORD
			   ? classes_of(speaker_text(sentence, i, i + 1))
			   : 0;
}

static QuoteItem
item_before(QuoteSentence sentence, uint32_t i, uint32_t distance)
{
	return i >= distance ? item_at(sentence, i - distance)
						 : (QuoteItem){.kind = QUOTE_ITEM_STOP, .classes = 0};
}

static bool
is_spelled(QuoteSentence sentence, uint32_t i, const char *word)
{
	return item_at(sentence, i).kind == QUOTE_ITEM_WORD &&
		   str_equal_ascii(speaker_text(sentence, i, i + 1), str_cstr(word));
}

/* ---------------------------------------------------------------- the words of the name */

/* AFP, LREM; not XIV. */
static bool
is_acronym(Str word)
{
	uint32_t letters = 0;

	for (uint32_t at = 0; at < word.len; letters++)
	{
		TextChar ch = text_char_at(word, at);

		if (!char_class_is_capital(ch.code))
			return false;
		at = ch.end;
	}
	return letters > 1 && letters < 8 && !number_is_roman(word);
}

/* Chalon-sur-Saône, Saint-Malo. */
static bool
is_place_form(Str word)
{
	static const char *const links[] = {"-sur-", "-les-", "-lès-", "-en-", "-sous-", "-aux-"};

	for (uint32_t i = 0; i < lengthof(links); i++)
	{
		if (str_find(word, str_cstr(links[i])) >= 0)
			return true;
	}
	return str_starts_ascii(word, STR("Saint-")) || str_starts_ascii(word, STR("Sainte-"));
}

/*
 * Moves the start of a name to its given name: after "Santé" in "la ministre de la Santé Anne
 * Petit", after LREM. But "Université Paul-Petit" is one name.
 */
static uint32_t
skip_to_given(QuoteSentence sentence, uint32_t start, uint32_t end)
{
	for (uint32_t i = start; i + 1 < end; i++)
	{
		unsigned int classes = item_classes(sentence, i);

		if ((classes & NAME_WORD_GIVEN) && is_word(item_at(sentence, i), QUOTE_WORD_CAPITAL))
			return i;
		if ((classes & (NAME_WORD_ORGANISATION | NAME_WORD_PLACE_NOUN)) &&
			!is_acronym(speaker_text(sentence, i, i + 1)))
			return start;
	}
	if (start > 0 && end > start + 2 &&
		is_word(item_at(sentence, start - 1),
				QUOTE_WORD_DETERMINER | QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION) &&
		is_word(item_at(sentence, start + 1), QUOTE_WORD_CAPITAL))
		return start + 1; /* sur Twitter Ousmane Kanté, ministre de la Santé Ousmane Kanté */
	return start;
}

/* "Assemblée nationale", "Commission européenne": the item after the adjective. */
static uint32_t
institution_end(QuoteSentence sentence, uint32_t start, uint32_t end)
{
	QuoteItem next = item_at(sentence, end);

	if (end != start + 1 || !(item_classes(sentence, start) & NAME_WORD_ORGANISATION) ||
		is_acronym(speaker_text(sentence, start, end)) || next.kind != QUOTE_ITEM_WORD ||
		(next.classes & ~(uint32_t) QUOTE_WORD_NOUN) != 0)
		return end;
	return end + 1;
}

static void
judge_words(QuoteSentence sentence, FoundName *found)
{
	unsigned int first = item_classes(sentence, found->start);

	found->given = (first & NAME_WORD_GIVEN) && found->words > 1;
	if (found->given)
		found->evidence[NAME_PERSON] += 3;
	for (uint32_t i = found->start; i < found->end; i++)
	{
		unsigned int classes = item_classes(sentence, i);
		Str word = speaker_text(sentence, i, i + 1);

		if (found->given || !is_word(item_at(sentence, i), QUOTE_WORD_CAPITAL))
			continue;
		if ((classes & NAME_WORD_ORGANISATION) &&
			(found->end > found->start + 1 || is_acronym(word)))
			found->evidence[NAME_ORGANISATION_NAME] += 4;
		else if (is_acronym(word))
			found->evidence[NAME_ORGANISATION_NAME] += 1;
		if ((classes & NAME_WORD_PLACE) && found->end == found->start + 1)
			found->evidence[NAME_PLACE_NAME] += 4;
		else if (is_place_form(word) && found->end == found->start + 1)
			found->evidence[NAME_PLACE_NAME] += 3;
	}
}

/* ---------------------------------------------------------------- before the name */

/*
 * The item of the noun of function before a name that starts at item i, plus 1: "la ministre de la
 * Santé Anne Petit", "l'ancien député socialiste Jean Roy"; 0 if there is none.
 */
static uint32_t
find_role(QuoteSentence sentence, uint32_t i)
{
	for (uint32_t k = i; k > 0 && i - k < ROLE_ITEMS_BEFORE; k--)
	{
		QuoteItem item = item_at(sentence, k - 1);

		if (item.kind != QUOTE_ITEM_WORD ||
			(item.classes & (QUOTE_WORD_RELATIVE | QUOTE_WORD_AUXILIARY | QUOTE_WORD_PRONOUN |
							 QUOTE_WORD_AND | QUOTE_WORD_SAYS | QUOTE_WORD_TITLE)) ||
			((item.classes & QUOTE_WORD_VERB) &&
			 !(item.classes & (QUOTE_WORD_NOUN | QUOTE_WORD_PARTICIPLE))))
			return 0;
		if ((item_classes(sentence, k - 1) & NAME_WORD_ROLE) &&
			!(item.classes & QUOTE_WORD_CAPITAL))
			return k;
	}
	return 0;
}

/* "rue Victor Hugo", "lycée Jean-Petit", "prix Anne Petit": named after somebody. */
static bool
is_named_after(QuoteSentence sentence, uint32_t i)
{
	static const char *const nouns[] = {"lycée", "collège", "prix",	 "fondation", "stade",
										"école", "salle",	"place", "affaire",	  "institut"};
	QuoteItem before = item_before(sentence, i, 1);

	if (before.kind != QUOTE_ITEM_WORD)
		return false;
	for (uint32_t k = 0; k < lengthof(nouns); k++)
	{
		if (is_spelled(sentence, i - 1, nouns[k]))
			return true;
	}
	return (item_classes(sentence, i - 1) & NAME_WORD_PLACE_NOUN) != 0;
}

/* Is the name made of words of the dictionary: "Nouvelle Gauche"? */
static bool
is_common(QuoteSentence sentence, const FoundName *found)
{
	for (uint32_t i = found->start; i < found->end; i++)
	{
		Str word = speaker_text(sentence, i, i + 1);
		char room[FOLD_WORD_ROOM];

		if (word.len > FOLD_WORD_MAX ||
			!lexicon_has(str_make(room, fold_word(word, room, sizeof(room)))))
			return false;
	}
	return true;
}

static void
judge_before(QuoteSentence sentence, FoundName *found)
{
	uint32_t i = found->start;
	QuoteItem before = item_before(sentence, i, 1);
	unsigned int head;
	uint32_t role;

	if (before.kind == QUOTE_ITEM_COMMA && item_at(sentence, found->end).kind != QUOTE_ITEM_WORD)
	{
		role = find_role(sentence, i - 1); /* la porte-parole du syndicat, Anne Petit, */
		if (role > 1 && is_word(item_at(sentence, role - 2), QUOTE_WORD_DETERMINER))
		{
			found->evidence[NAME_PERSON] += 3;
			found->role = speaker_text(sentence, role - 1, i - 1);
		}
	}
	if (before.kind != QUOTE_ITEM_WORD)
		return;
	role = find_role(sentence, i);
	head = is_word(before, QUOTE_WORD_OF) && i > 1 ? item_classes(sentence, i - 2)
												   : item_classes(sentence, i - 1);
	if (role > 0 &&
		!is_word(before, QUOTE_WORD_OF | QUOTE_WORD_DETERMINER | QUOTE_WORD_PREPOSITION) &&
		(found->given || (found->words == 1 ? role + 1 >= i : !is_common(sentence, found))))
	{
		found->evidence[NAME_PERSON] += 3;
		found->role = speaker_text(sentence, role - 1, i);
	}
	if (is_word(before, QUOTE_WORD_OF) && (head & NAME_WORD_PLACE_NOUN))
		found->evidence[NAME_PLACE_NAME] += 4;
	if (!is_word(before, QUOTE_WORD_OF | QUOTE_WORD_CAPITAL) && (head & NAME_WORD_ORGANISATION))
		found->evidence[NAME_ORGANISATION_NAME] += 4;
	if (found->given)
		return;
	if (is_spelled(sentence, i - 1, "en") || is_spelled(sentence, i - 1, "vers"))
		found->evidence[NAME_PLACE_NAME] += 2;
	else if (is_spelled(sentence, i - 1, "à") &&
			 !is_word(item_before(sentence, i, 2), QUOTE_WORD_SAYS) && found->words == 1)
		found->evidence[NAME_PLACE_NAME] += 2;
}

/* ---------------------------------------------------------------- after the name */

/* A function without its article: "la présidente du club", "un élu". */
static Str
without_article(Str role)
{
	static const char *const articles[] = {"le ",  "la ",	"l'",	"l’", "un ",
										   "une ", "leur ", "son ", "sa "};

	for (uint32_t i = 0; i < lengthof(articles); i++)
	{
		Str article = str_cstr(articles[i]);

		if (str_starts_ascii(role, article))
			return str_sub(role, article.len, role.len);
	}
	return role;
}

static void
judge_after(QuoteSentence sentence, FoundName *found)
{
	uint32_t i = found->end;
	Speaker speaker;

	if (item_at(sentence, i).kind == QUOTE_ITEM_COMMA &&
		item_at(sentence, i + 1).kind == QUOTE_ITEM_NUMBER && is_spelled(sentence, i + 2, "ans"))
		found->evidence[NAME_PERSON] += 4;
	else if (item_at(sentence, i).kind == QUOTE_ITEM_COMMA && found->words > 1 &&
			 speaker_read(sentence, found->start, &speaker) == i && speaker.role.len > 0 &&
			 name_role_head(speaker.role).len > 0)
	{
		found->evidence[NAME_PERSON] += 3;
		found->role = without_article(speaker.role);
	}
	else if (is_spelled(sentence, i, "né") || is_spelled(sentence, i, "née"))
		found->evidence[NAME_PERSON] += 3;
	else if (is_word(item_at(sentence, i), QUOTE_WORD_SAYS) &&
			 found->evidence[NAME_ORGANISATION_NAME] > 0)
		found->evidence[NAME_ORGANISATION_NAME] += 2;
}

/* ---------------------------------------------------------------- the mention */

void
name_mention_first(QuoteItems *items, Str text)
{
	QuoteItem *first = &items->items[0];
	Str word;

	if (items->count == 0 || first->kind != QUOTE_ITEM_WORD)
		return;
	word = str_sub(text, first->start, first->end - first->start);
	if (!char_class_is_capital(text_char_at(word, 0).code))
		return;
	if ((classes_of(word) & NAME_WORD_PLACE) ||
		((classes_of(word) & NAME_WORD_GIVEN) && items->count > 1 &&
		 is_word(items->items[1], QUOTE_WORD_VERB | QUOTE_WORD_AUXILIARY | QUOTE_WORD_CLITIC)))
		first->classes = QUOTE_WORD_CAPITAL;
}

uint32_t
name_mention_read(QuoteSentence sentence, uint32_t i, FoundName *found)
{
	uint32_t title = i;
	uint32_t words;

	*found = (FoundName){.words = 0};
	while (is_word(item_at(sentence, i), QUOTE_WORD_TITLE))
	{
		i++;
		if (item_at(sentence, i).kind == QUOTE_ITEM_STOP &&
			item_at(sentence, i + 1).kind == QUOTE_ITEM_WORD)
			i++;
	}
	found->end = speaker_name_end(sentence, i, &words);
	if (i > title && words == 0 && is_word(item_at(sentence, i), QUOTE_WORD_DETERMINER))
		found->end = speaker_name_end(sentence, i + 1, &words); /* Mme Le Pen */
	if (words == 0)
		return title + 1;
	found->start = i > title ? i : skip_to_given(sentence, i, found->end);
	if (i == title)
		found->end = institution_end(sentence, found->start, found->end);
	for (uint32_t k = i; k < found->start; k++)
		words -= is_word(item_at(sentence, k), QUOTE_WORD_CAPITAL);
	if (is_named_after(sentence, found->start) ||
		(words > 1 && (item_classes(sentence, found->start) & NAME_WORD_PLACE_NOUN)))
		return found->end;
	found->words = words;
	found->text = speaker_text(sentence, found->start, found->end);
	judge_words(sentence, found);
	judge_before(sentence, found);
	judge_after(sentence, found);
	if (i > title)
	{
		found->evidence[NAME_PERSON] += 4;
		if (found->role.len == 0)
			found->role = speaker_text(sentence, title, i);
	}
	return found->end;
}

Str
name_role_head(Str role)
{
	bool digits;

	for (uint32_t at = 0; at < role.len;)
	{
		TextChar ch = text_char_at(role, at);
		uint32_t end;

		if (!char_class_in_word(ch))
		{
			at = ch.end;
			continue;
		}
		end = char_class_word_end(role, at, &digits);
		while (end < role.len && role.data[end] == '-' && end + 1 < role.len)
			end = char_class_word_end(role, end + 1, &digits);
		if (str_starts_ascii(str_sub(role, at, end - at), STR("ex-")))
			at += (uint32_t) sizeof("ex-") - 1; /* ex-entraîneur */
		if (classes_of(str_sub(role, at, end - at)) & NAME_WORD_ROLE)
			return str_sub(role, at, end - at);
		at = end;
	}
	return STR_NONE;
}

Str
name_mention_role(QuoteSentence sentence, uint32_t i, Str *head)
{
	QuoteItem next = item_at(sentence, i + 2);

	if (!is_word(item_at(sentence, i), QUOTE_WORD_DETERMINER) ||
		is_word(item_at(sentence, i), QUOTE_WORD_PLURAL | QUOTE_WORD_OF) ||
		!(is_spelled(sentence, i, "le") || is_spelled(sentence, i, "la") ||
		  is_spelled(sentence, i, "l'") || is_spelled(sentence, i, "cette") ||
		  is_spelled(sentence, i, "ce") || is_spelled(sentence, i, "cet")) ||
		!(item_classes(sentence, i + 1) & NAME_WORD_ROLE) ||
		is_word(next, QUOTE_WORD_OF | QUOTE_WORD_CAPITAL | QUOTE_WORD_TITLE) ||
		(next.kind == QUOTE_ITEM_WORD && is_word(item_at(sentence, i + 3), QUOTE_WORD_CAPITAL)))
		return STR_NONE;
	*head = speaker_text(sentence, i + 1, i + 2);
	return speaker_text(sentence, i, i + 2);
}
