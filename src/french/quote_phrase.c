/*
 * quote_phrase.c
 *	  Noun phrases and names of a sentence (quote_speaker.h).
 */
#include "french/quote_speaker.h"

#include "base/array.h"
#include "french/char_class.h"
#include "french/lexicon.h"
#include "text/fold.h"

#define PHRASE_ITEMS_MAX 18		/* items of a noun phrase */
#define ABBREVIATED_ITEMS_MAX 6 /* items of a name in lowercase before its abbreviation */

#define QUOTE_WORD_GENDER (QUOTE_WORD_FEMININE | QUOTE_WORD_MASCULINE | QUOTE_WORD_PLURAL)

Str
speaker_text(QuoteSentence sentence, uint32_t from, uint32_t to)
{
	if (to <= from)
		return STR_NONE;
	return str_sub(sentence.text, item_at(sentence, from).start,
				   item_at(sentence, to - 1).end - item_at(sentence, from).start);
}

static Str
word_text(QuoteSentence sentence, uint32_t i)
{
	return speaker_text(sentence, i, i + 1);
}

/* ---------------------------------------------------------------- names */

/* AFP, LREM: all capitals. */
static bool
is_acronym(QuoteSentence sentence, uint32_t i)
{
	Str word = word_text(sentence, i);

	for (uint32_t at = 0; at < word.len;)
	{
		TextChar ch = text_char_at(word, at);

		if (!char_class_is_capital(ch.code))
			return false;
		at = ch.end;
	}
	return word.len > 1;
}

static bool
starts_with_capital(QuoteSentence sentence, uint32_t i)
{
	return char_class_is_capital(text_char_at(word_text(sentence, i), 0).code);
}

uint32_t
speaker_name_end(QuoteSentence sentence, uint32_t i, uint32_t *words)
{
	*words = 0;
	while (is_word(item_at(sentence, i), QUOTE_WORD_CAPITAL))
	{
		QuoteItem next = item_at(sentence, i + 1);

		(*words)++;
		i++;
		if (next.kind != QUOTE_ITEM_WORD || is_word(next, QUOTE_WORD_CAPITAL))
			continue;
		if (is_word(next, QUOTE_WORD_DETERMINER) && starts_with_capital(sentence, i) &&
			is_word(item_at(sentence, i + 1), QUOTE_WORD_CAPITAL))
			i++; /* Marine Le Pen */
		else if (is_word(next, QUOTE_WORD_OF) && *words == 1 &&
				 is_word(item_at(sentence, i + 1), QUOTE_WORD_CAPITAL))
			i++; /* François de Rugy */
	}
	return i;
}

/* Is the capitalized word a common noun (Santé) rather than a name? */
static bool
is_common_noun(QuoteSentence sentence, uint32_t i)
{
	Str word = word_text(sentence, i);
	char room[FOLD_WORD_ROOM];

	if (word.len > FOLD_WORD_MAX)
		return false;
	return lexicon_has(str_make(room, fold_word(word, room, sizeof(room))));
}

/* Is the word at item i a place: Bormes-les-Mimosas, Ile-de-France? */
static bool
is_place(QuoteSentence sentence, uint32_t i)
{
	static const char *const links[] = {"-de-", "-les-", "-la-", "-sur-", "-en-", "-d'", "-sous-"};
	Str word = word_text(sentence, i);

	for (uint32_t k = 0; k < lengthof(links); k++)
	{
		if (str_find(word, str_cstr(links[k])) >= 0)
			return true;
	}
	return false;
}

/*
 * Within a phrase, where the name proper starts: after "la Santé" in "ministre de la Santé Anne
 * Petit", after LREM in "le député LREM Jean Petit", after the place in "maire de Lens Jean Petit".
 */
static uint32_t
name_start(QuoteSentence sentence, uint32_t i, uint32_t *words)
{
	bool after_article =
		i > 0 && is_word(item_at(sentence, i - 1), QUOTE_WORD_DETERMINER | QUOTE_WORD_OF);
	bool of_place = i > 0 && is_word(item_at(sentence, i - 1), QUOTE_WORD_OF) &&
					!is_word(item_at(sentence, i - 1), QUOTE_WORD_DETERMINER);

	for (; *words > 2; of_place = false)
	{
		if (!of_place && !is_acronym(sentence, i) && !is_place(sentence, i) &&
			!(after_article && is_common_noun(sentence, i)))
			break;
		i++;
		(*words)--;
	}
	return i;
}

/* ---------------------------------------------------------------- noun phrases */

/* Does an article follow the form of a verb at item i, so that it is one: hausse les épaules? */
static bool
has_object(QuoteSentence sentence, uint32_t i)
{
	QuoteItem next = item_at(sentence, i + 1);

	return is_word(item_at(sentence, i), QUOTE_WORD_VERB) && is_word(next, QUOTE_WORD_DETERMINER) &&
		   !is_word(next, QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION);
}

/* Does the apposition of a name start at item i: "président du syndicat", "le maillot jaune"? */
static bool
is_apposition(QuoteSentence sentence, uint32_t i)
{
	QuoteItem item = item_at(sentence, i);

	if (has_object(sentence, i))
		return false;
	if (is_word(item, QUOTE_WORD_DETERMINER) && !is_word(item, QUOTE_WORD_PREPOSITION))
		item = item_at(sentence, i + 1);
	return item.kind == QUOTE_ITEM_WORD &&
		   !(item.classes &
			 (QUOTE_WORD_PREPOSITION | QUOTE_WORD_RELATIVE | QUOTE_WORD_GERUND |
			  QUOTE_WORD_PRONOUN | QUOTE_WORD_AND | QUOTE_WORD_CAPITAL | QUOTE_WORD_SUBORDINATE |
			  QUOTE_WORD_AUXILIARY | QUOTE_WORD_INVERTED | QUOTE_WORD_TIME | QUOTE_WORD_CLITIC |
			  QUOTE_WORD_ADVERB | QUOTE_WORD_OF | QUOTE_WORD_THAT)) &&
		   !((item.classes & QUOTE_WORD_PARTICIPLE) &&
			 is_word(item_at(sentence, i + 1),
					 QUOTE_WORD_PREPOSITION | QUOTE_WORD_OF | QUOTE_WORD_TIME | QUOTE_WORD_ADVERB));
}

/* Is the word at item i, after a noun, the verb of the phrase: l'association réclame? */
static bool
is_verb_after(QuoteSentence sentence, uint32_t i)
{
	QuoteItem item = item_at(sentence, i);

	if (is_word(item, QUOTE_WORD_CLITIC) && is_word(item_at(sentence, i + 1), QUOTE_WORD_VERB) &&
		!is_word(item_at(sentence, i + 1), QUOTE_WORD_NOUN) &&
		!is_word(item_at(sentence, i - 1),
				 QUOTE_WORD_DETERMINER | QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION))
		return true; /* tous le disent */
	if (!is_word(item, QUOTE_WORD_VERB) ||
		(item.classes & (QUOTE_WORD_PARTICIPLE | QUOTE_WORD_CAPITAL | QUOTE_WORD_INFINITIVE)) ||
		is_word(item_at(sentence, i - 1),
				QUOTE_WORD_DETERMINER | QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION))
		return false;
	return !(item.classes & QUOTE_WORD_NOUN) || (item.classes & QUOTE_WORD_SAYS) ||
		   has_object(sentence, i); /* l'entraîneur hausse les épaules */
}

/*
 * The item after an apposition that starts at i, or i if it is a clause: "selon Anne Petit, le pont
 * est sûr". It ends at a comma, a parenthesis, a stop, a relative clause.
 */
static uint32_t
apposition_end(QuoteSentence sentence, uint32_t i)
{
	uint32_t end = i;

	while (end - i < PHRASE_ITEMS_MAX &&
		   (item_at(sentence, end).kind == QUOTE_ITEM_WORD ||
			item_at(sentence, end).kind == QUOTE_ITEM_NUMBER) &&
		   !is_word(item_at(sentence, end), QUOTE_WORD_RELATIVE | QUOTE_WORD_GERUND))
	{
		if (is_word(item_at(sentence, end), QUOTE_WORD_AUXILIARY | QUOTE_WORD_INVERTED) ||
			(end > i && is_verb_after(sentence, end)))
			return i;
		end++;
	}
	return item_at(sentence, end).kind == QUOTE_ITEM_MARK ? i : end;
}

/* Europe 1, France 24: is item i a number that belongs to the name before it? */
static bool
is_channel_number(QuoteSentence sentence, uint32_t i)
{
	QuoteItem item = item_at(sentence, i);

	return item.kind == QUOTE_ITEM_NUMBER && item.end - item.start <= 2 &&
		   !is_word(item_at(sentence, i + 1), QUOTE_WORD_TIME | QUOTE_WORD_CAPITAL);
}

/* Reads a name, after a title if there is one, and its apposition. */
static uint32_t
read_name(QuoteSentence sentence, uint32_t i, Speaker *speaker)
{
	uint32_t title = i;
	uint32_t words;
	uint32_t end;

	while (is_word(item_at(sentence, i), QUOTE_WORD_TITLE))
	{
		speaker->classes |= item_at(sentence, i).classes & QUOTE_WORD_GENDER;
		i++;
		if (item_at(sentence, i).kind == QUOTE_ITEM_STOP)
			i++;
	}
	end = speaker_name_end(sentence, i, &words);
	if (is_word(item_at(sentence, i), QUOTE_WORD_DETERMINER) && i > title &&
		starts_with_capital(sentence, i))
		end = speaker_name_end(sentence, i + 1, &words); /* Mme Le Pen */
	if (words == 0)
		return title;
	if (is_channel_number(sentence, end))
		end++;
	speaker->name = speaker_text(sentence, i, end);
	speaker->role = speaker_text(sentence, title, i);
	speaker->person = words > 1 || i > title;
	if (item_at(sentence, end).kind == QUOTE_ITEM_COMMA && is_apposition(sentence, end + 1))
		speaker->role = speaker_text(sentence, end + 1, apposition_end(sentence, end + 1));
	return end;
}

/* Does a noun phrase end before item i? Not at "gouvernement" in "le chef du gouvernement". */
static bool
ends_phrase(QuoteSentence sentence, uint32_t i)
{
	QuoteItem item = item_at(sentence, i);

	if (item.kind == QUOTE_ITEM_NUMBER)
		return false;
	if (is_word(item, QUOTE_WORD_ADVERB) &&
		is_word(item_at(sentence, i - 1), QUOTE_WORD_DETERMINER | QUOTE_WORD_OF))
		return false;
	return item.kind != QUOTE_ITEM_WORD ||
		   (item.classes & (QUOTE_WORD_RELATIVE | QUOTE_WORD_AUXILIARY | QUOTE_WORD_INVERTED |
							QUOTE_WORD_AND | QUOTE_WORD_TIME | QUOTE_WORD_PRONOUN |
							QUOTE_WORD_SUBORDINATE | QUOTE_WORD_ADVERB)) != 0 ||
		   ((item.classes & QUOTE_WORD_CLITIC) && !(item.classes & QUOTE_WORD_DETERMINER));
}

/* à, au, en, pour: a phrase may go on to a name after it (la commissaire à la Santé Anne Petit). */
static bool
may_go_on(QuoteSentence sentence, uint32_t i)
{
	Str word = word_text(sentence, i);

	return str_equal(word, STR("à")) || str_equal(word, STR("au")) || str_equal(word, STR("aux")) ||
		   str_equal(word, STR("en")) || str_equal(word, STR("pour"));
}

/* A name that explains the phrase up to item `end`: "le chef du syndicat, Jean Petit,". */
static bool
read_explained(QuoteSentence sentence, uint32_t start, uint32_t end, Speaker *speaker)
{
	uint32_t words;
	uint32_t name;
	uint32_t after;
	bool titled = false;

	if (item_at(sentence, end).kind != QUOTE_ITEM_COMMA)
		return false;
	if (is_word(item_at(sentence, end + 1), QUOTE_WORD_DETERMINER))
	{
		Speaker other;

		after = speaker_read(sentence, end + 1, &other);
		if (!other.person || item_at(sentence, after).kind != QUOTE_ITEM_COMMA)
			return false;
		*speaker = other;
		return true;
	}
	for (name = end + 1; is_word(item_at(sentence, name), QUOTE_WORD_TITLE); titled = true)
		name++; /* son avocate, Me Anne Petit */
	after = speaker_name_end(sentence, name, &words);
	if (words < (titled ? 1 : 2) || item_at(sentence, after).kind == QUOTE_ITEM_WORD)
		return false;
	speaker->name = speaker_text(sentence, name, after);
	speaker->role = speaker_text(sentence, start, end);
	speaker->person = true;
	return true;
}

/*
 * Finds the name in the phrase from `start`, at the capitalized item i. A single capitalized word
 * is one after a noun: "le président Petit", but not "le ministre de l'Intérieur".
 */
static uint32_t
read_inner_name(QuoteSentence sentence, uint32_t start, uint32_t i, Speaker *speaker)
{
	uint32_t words;
	uint32_t end = speaker_name_end(sentence, i, &words);
	uint32_t from = name_start(sentence, i, &words);
	bool after_noun =
		i > start + 1 && !is_word(item_at(sentence, i - 1),
								  QUOTE_WORD_DETERMINER | QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION);

	if (is_word(item_at(sentence, from - 1),
				QUOTE_WORD_DETERMINER | QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION) &&
		from == i)
		return i;
	if (words < 2 && !(after_noun && !is_acronym(sentence, i)))
		return i;
	if (words < 2 && is_common_noun(sentence, i) &&
		item_at(sentence, end).kind == QUOTE_ITEM_WORD &&
		item_at(sentence, end).classes == QUOTE_WORD_NOUN)
		return i; /* le groupe État islamique */
	speaker->name = speaker_text(sentence, from, end);
	speaker->role = speaker_text(sentence, start + 1, from);
	speaker->person = true;
	return end;
}

/*
 * The end of a name that goes on at item i in lowercase, up to its abbreviation: "sans frontières
 * (RSF)"; 0 if no abbreviation follows.
 */
static uint32_t
abbreviated_end(QuoteSentence sentence, uint32_t i)
{
	uint32_t end = i;

	while (end - i < ABBREVIATED_ITEMS_MAX && item_at(sentence, end).kind == QUOTE_ITEM_WORD &&
		   !is_word(item_at(sentence, end), QUOTE_WORD_AUXILIARY))
		end++;
	return item_at(sentence, end).kind == QUOTE_ITEM_OPEN &&
				   is_word(item_at(sentence, end + 1), QUOTE_WORD_CAPITAL) &&
				   is_acronym(sentence, end + 1) &&
				   item_at(sentence, end + 2).kind == QUOTE_ITEM_CLOSE
			   ? end
			   : 0;
}

/* Reads a phrase that starts with a determiner at item i. */
static uint32_t
read_phrase(QuoteSentence sentence, uint32_t i, Speaker *speaker)
{
	uint32_t end = i + 1;
	uint32_t tentative = 0; /* end of the phrase if no name follows */

	if (is_word(item_at(sentence, end), QUOTE_WORD_TITLE))
	{
		end = read_name(sentence, i + 1, speaker);
		if (end > i + 1)
			return end; /* le Dr. Petit */
		end = i + 1;
	}
	while (end - i < PHRASE_ITEMS_MAX && !ends_phrase(sentence, end) &&
		   !is_verb_after(sentence, end))
	{
		QuoteItem item = item_at(sentence, end);

		if (str_equal(word_text(sentence, end), STR("de")) &&
			is_word(item_at(sentence, end + 1), QUOTE_WORD_INFINITIVE) &&
			is_word(item_at(sentence, end + 1), QUOTE_WORD_SAYS))
			break; /* et le maire de conclure */
		if (is_word(item, QUOTE_WORD_PREPOSITION) && !is_word(item, QUOTE_WORD_OF))
		{
			if (abbreviated_end(sentence, end) > 0)
			{
				end = abbreviated_end(sentence, end);
				break;
			}
			if (!may_go_on(sentence, end))
				break;
			tentative = tentative == 0 ? end : tentative;
		}
		if (is_word(item, QUOTE_WORD_CAPITAL))
		{
			uint32_t after = read_inner_name(sentence, i, end, speaker);
			uint32_t words;

			if (after > end)
				return after;
			end = speaker_name_end(sentence, end, &words);
			continue;
		}
		end++;
	}
	end = tentative > 0 ? tentative : end;
	while (end > i + 1 && is_word(item_at(sentence, end - 1),
								  QUOTE_WORD_DETERMINER | QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION))
		end--;
	if (end == i + 1 && !is_word(item_at(sentence, i), QUOTE_WORD_PLURAL))
		return i;
	speaker->name = speaker_text(sentence, i, end);
	if (read_explained(sentence, i + 1, end, speaker))
		return end;
	return end;
}

uint32_t
speaker_read(QuoteSentence sentence, uint32_t i, Speaker *speaker)
{
	QuoteItem item = item_at(sentence, i);

	*speaker = (Speaker){.classes = item.classes & QUOTE_WORD_GENDER};
	if (item.kind != QUOTE_ITEM_WORD)
		return i;
	if (item.classes & (QUOTE_WORD_PRONOUN | QUOTE_WORD_SOMEONE) &&
		!(item.classes & QUOTE_WORD_CAPITAL))
	{
		speaker->pronoun = true;
		return i + 1;
	}
	if (is_word(item, QUOTE_WORD_DETERMINER) &&
		is_word(item_at(sentence, i + 1), QUOTE_WORD_SOMEONE) &&
		!is_word(item_at(sentence, i + 2), QUOTE_WORD_NOUN))
	{
		speaker->pronoun = true; /* ce dernier */
		return i + 2;
	}
	if (item.classes & (QUOTE_WORD_TITLE | QUOTE_WORD_CAPITAL))
		return read_name(sentence, i, speaker);
	if (is_word(item, QUOTE_WORD_DETERMINER) && starts_with_capital(sentence, i) &&
		is_word(item_at(sentence, i + 1), QUOTE_WORD_CAPITAL) && i > 0 &&
		item_at(sentence, i - 1).kind == QUOTE_ITEM_WORD)
	{
		uint32_t words;
		uint32_t end = speaker_name_end(sentence, i + 1, &words);

		speaker->name = speaker_text(sentence, i, end); /* Le Figaro */
		return end;
	}
	if (str_equal(word_text(sentence, i), STR("d'")) &&
		str_equal(word_text(sentence, i + 1), STR("autres")))
		return read_phrase(sentence, i, speaker);
	if (is_word(item, QUOTE_WORD_DETERMINER) && !is_word(item, QUOTE_WORD_PREPOSITION))
		return read_phrase(sentence, i, speaker);
	return i;
}
