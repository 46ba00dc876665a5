/*
 * quote_label.c
 *	  See quote_label.h.
 */
#include "french/quote_label.h"

#include "base/array.h"
#include "french/char_class.h"
#include "french/name_mention.h"

#define TITLE_WORDS_MAX 7 /* words of a title in quotation marks */
#define LABEL_WORDS_MAX 2 /* words of a nickname or an ironic word */

/* ---------------------------------------------------------------- what is in the marks */

bool
quote_starts_with_capital(Str text)
{
	for (uint32_t at = 0; at < text.len;)
	{
		TextChar ch = text_char_at(text, at);

		if (char_class_in_word(ch))
			return char_class_is_capital(ch.code);
		at = ch.end;
	}
	return false;
}

static bool
is_speaking(Str word)
{
	return str_equal_ascii(word, STR("je")) || str_equal_ascii(word, STR("nous")) ||
		   (ascii_lower(word.data[0]) == 'j' && word.len > 1 &&
			text_char_at(word, 1).class == CLASS_APOSTROPHE);
}

/* a été, ne peut, adaptera: a finite verb, or what precedes it. */
static bool
begins_predicate(uint32_t classes)
{
	if (classes & (QUOTE_WORD_AUXILIARY | QUOTE_WORD_CLITIC))
		return !(classes & (QUOTE_WORD_DETERMINER | QUOTE_WORD_FIRST));
	return (classes & QUOTE_WORD_VERB) && !(classes & (QUOTE_WORD_NOUN | QUOTE_WORD_INFINITIVE |
													   QUOTE_WORD_PARTICIPLE | QUOTE_WORD_GERUND));
}

MarkWords
quote_words_read(Str text)
{
	MarkWords words = {.capital = quote_starts_with_capital(text)};
	bool digits;

	for (uint32_t at = 0; at < text.len && words.count < 40;)
	{
		TextChar ch = text_char_at(text, at);
		uint32_t end;
		uint32_t classes;

		if (!char_class_in_word(ch))
		{
			at = ch.end;
			continue;
		}
		end = char_class_word_end(text, at, &digits);
		if (text_char_at(text, end).class == CLASS_APOSTROPHE)
			end = text_char_at(text, end).end;
		classes = quote_word_classes(str_sub(text, at, end - at));
		words.phrase =
			words.phrase ||
			(words.count == 0 &&
			 (classes & (QUOTE_WORD_DETERMINER | QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION)));
		words.infinitive =
			words.infinitive || ((classes & QUOTE_WORD_INFINITIVE) && !(classes & QUOTE_WORD_NOUN));
		words.predicate = words.predicate || (words.count == 0 && begins_predicate(classes));
		words.count++;
		words.speaks = words.speaks || is_speaking(str_sub(text, at, end - at));
		words.first_person = words.first_person || (classes & QUOTE_WORD_FIRST);
		words.named = words.named || char_class_is_capital(text_char_at(text, at).code);
		words.verb = words.verb || (classes & (QUOTE_WORD_AUXILIARY | QUOTE_WORD_VERB));
		at = end;
	}
	return words;
}

/* ---------------------------------------------------------------- titles and labels */

/* Is item i the verb of "ce qu'on appelle", "celle que l'on surnomme"? */
static bool
is_naming(QuoteSentence sentence, uint32_t i)
{
	static const char *const forms[] = {"appelle",	  "appelait",	"appellent",   "appelaient",
										"nomme",	  "nommait",	"nomment",	   "surnomme",
										"surnommait", "surnomment", "surnommaient"};
	uint32_t before = i - 1;

	if (i < 3 || !str_is_listed_ascii(speaker_text(sentence, i, i + 1), forms, lengthof(forms)) ||
		!is_word(item_at(sentence, before), QUOTE_WORD_PRONOUN))
		return false;
	if (is_word(item_at(sentence, before - 1), QUOTE_WORD_DETERMINER))
		before--; /* que l'on */
	return is_word(item_at(sentence, before - 1), QUOTE_WORD_THAT | QUOTE_WORD_RELATIVE);
}

/* Is "dit" at item i what a thing is called: le dispositif dit "tampon"? */
static bool
is_called(QuoteSentence sentence, uint32_t i)
{
	return i > 0 && item_at(sentence, i - 1).kind == QUOTE_ITEM_WORD &&
		   item_at(sentence, i - 1).classes == QUOTE_WORD_NOUN &&
		   name_role_head(speaker_text(sentence, i - 1, i)).len == 0;
}

/*
 * Is the mark at item i a nickname: alias "Polo", surnommé "Polo", dit "Polo", ce qu'on appelle la
 * "vague"? Its verb may follow: Jean Petit, dit "Polo", a nié.
 */
bool
quote_is_nickname(QuoteSentence sentence, uint32_t i, MarkWords words)
{
	uint32_t at = i;
	QuoteItem before;

	if (i == 0 || words.first_person || words.count > TITLE_WORDS_MAX)
		return false;
	before = item_at(sentence, i - 1);
	if (is_word(before, QUOTE_WORD_NAMED) && is_word(before, QUOTE_WORD_SAYS) &&
		is_called(sentence, i - 1) && words.count <= LABEL_WORDS_MAX && !words.verb)
		return true;
	if (is_word(before, QUOTE_WORD_NAMED) && is_word(before, QUOTE_WORD_SAYS))
		return i > 2 && item_at(sentence, i - 2).kind == QUOTE_ITEM_COMMA &&
			   (!words.verb || item_at(sentence, i + 1).kind == QUOTE_ITEM_COMMA ||
				is_word(item_at(sentence, i + 1), QUOTE_WORD_PREPOSITION)) &&
			   words.named;
	if (is_word(before, QUOTE_WORD_NAMED))
		return true;
	if (is_word(before, QUOTE_WORD_DETERMINER))
		at--;
	return at > 2 && is_naming(sentence, at - 1);
}

/* Is the mark at item i a title or a name: the album "Deux frères", ("La grande bouffe")? */
bool
quote_is_title(QuoteSentence sentence, uint32_t i, MarkWords words)
{
	QuoteItem before = i > 0 ? item_at(sentence, i - 1) : (QuoteItem){.kind = QUOTE_ITEM_STOP};
	bool of = is_word(before, QUOTE_WORD_OF | QUOTE_WORD_DETERMINER) && i > 1;
	QuoteItem head = of ? item_at(sentence, i - 2) : before;

	if (before.kind == QUOTE_ITEM_COLON && i > 1)
		head = item_at(sentence, i - 2); /* leur slogan : "..." */
	if (is_word(head, QUOTE_WORD_NAMED) && !(head.classes & QUOTE_WORD_SAYS))
		return true;
	if (is_word(head, QUOTE_WORD_NAMED) && of && is_word(before, QUOTE_WORD_OF))
		return true; /* dite de "..." */
	if (before.kind == QUOTE_ITEM_OPEN)
		return true;
	if (i == 0 || before.kind == QUOTE_ITEM_COLON || words.count > TITLE_WORDS_MAX ||
		(words.speaks && !is_word(before, QUOTE_WORD_OF)) || !words.capital)
		return false;
	return !is_word(before, QUOTE_WORD_SAYS) && !is_word(before, QUOTE_WORD_CAPITAL);
}

/*
 * Is it a nickname or an ironic word: des "gilets jaunes"? Not after a verb: il dénonce la "honte".
 */
bool
quote_is_label(QuoteSentence sentence, uint32_t i, MarkWords words)
{
	QuoteItem before = i > 0 ? item_at(sentence, i - 1) : (QuoteItem){.kind = QUOTE_ITEM_STOP};
	QuoteItem head = i > 1 ? item_at(sentence, i - 2) : before;

	if (words.count > LABEL_WORDS_MAX || words.first_person)
		return false;
	if (i > 3 && (head.kind == QUOTE_ITEM_COMMA || is_word(head, QUOTE_WORD_AND)) &&
		item_at(sentence, i - 3).kind == QUOTE_ITEM_MARK)
		return quote_is_label(sentence, i - 3, words); /* il a dit sa "honte" et sa "douleur" */
	if (words.infinitive && !is_word(before, QUOTE_WORD_DETERMINER))
		return false; /* elle s'arrête pour "se soigner" */
	if (!is_word(before, QUOTE_WORD_DETERMINER | QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION) ||
		str_equal(speaker_text(sentence, i - 1, i), STR("une")) ||
		str_equal(speaker_text(sentence, i - 1, i), STR("un")))
		return false;
	return !is_word(head, QUOTE_WORD_SAYS) && !is_word(before, QUOTE_WORD_SAYS);
}
