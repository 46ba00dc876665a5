/*
 * quote_token.c
 *	  See quote_token.h.
 */
#include "french/quote_token.h"

#include "base/array.h"
#include "base/fnv.h"
#include "base/search.h"
#include "french/char_class.h"
#include "french/lexicon.h"
#include "text/fold.h"

#define LISTED_BYTES_MAX 24 /* longest word of the lists */
#define WORD_BYTES_MAX 64	/* longest word that is looked up */

typedef struct ListedWord
{
	char written[LISTED_BYTES_MAX];
	uint32_t classes;
} ListedWord;

static const ListedWord function_words[] = {
#define QUOTE_WORD(word, classes) {word, classes},
#define C(name) QUOTE_WORD_##name
#include "french/quote_word_list.h"
#undef C
#undef QUOTE_WORD
};

#define VERB_SAYS QUOTE_WORD_SAYS
#define VERB_INSERT (QUOTE_WORD_SAYS | QUOTE_WORD_INSERT)
#define VERB_SAYS_DE (VERB_SAYS | QUOTE_WORD_SAYS_DE)
#define VERB_INSERT_DE (VERB_INSERT | QUOTE_WORD_SAYS_DE)
#define VERB_SAYS_A (VERB_SAYS | QUOTE_WORD_SAYS_A)
#define VERB_INSERT_A (VERB_INSERT | QUOTE_WORD_SAYS_A)

static const ListedWord verbs[] = {
#define QUOTE_VERB(infinitive, kind) {infinitive, VERB_##kind},
#include "french/quote_verb_list.h"
#undef QUOTE_VERB
};

/* Returns the classes of a word in a sorted list, 0 if it is not there. */
static uint32_t
find_listed(const ListedWord *list, size_t count, Str word)
{
	const ListedWord *found = search_word(list, count, sizeof(*list), sizeof(list->written), word);

	return found ? found->classes : 0;
}

/* ---------------------------------------------------------------- one word */

/* The form of a verb, by its ending. */
static uint32_t
form_of(Str word, Str infinitive)
{
	if (str_equal(word, infinitive))
		return QUOTE_WORD_INFINITIVE;
	if (str_has_ending(word, STR("ant")))
		return QUOTE_WORD_GERUND;
	if (str_has_ending(word, STR("é")) || str_has_ending(word, STR("ée")) ||
		str_has_ending(word, STR("és")) || str_has_ending(word, STR("ées")) ||
		(str_has_ending(word, STR("u")) && word.len > 4))
		return QUOTE_WORD_PARTICIPLE;
	return 0;
}

/* Is the dictionary word of a word in -er, -ir, -re no infinitive: infirmière, ouvriers, maire? */
static bool
is_noun_of(Str word, Str term)
{
	if (str_has_ending(word, STR("ière")) || str_has_ending(word, STR("ières")) ||
		(word.len == term.len + 1 && str_has_ending(word, STR("s")) &&
		 memcmp(word.data, term.data, term.len) == 0))
		return true;
	return str_equal(term, word) && !str_has_ending(word, STR("er")) &&
		   !str_has_ending(word, STR("ir")) && find_listed(verbs, lengthof(verbs), term) == 0;
}

/* Present forms in -e are often nouns as well: juge, source, demandes. */
static uint32_t
noun_like(Str word)
{
	bool ending = str_has_ending(word, STR("e")) || str_has_ending(word, STR("es"));

	return ending && !str_has_ending(word, STR("ée")) && !str_has_ending(word, STR("ées"))
			   ? QUOTE_WORD_NOUN
			   : 0;
}

/* The classes that the lexicon gives a word in lowercase. */
static uint32_t
lexicon_classes(Str word)
{
	uint32_t classes = 0;
	WordTerms terms;

	lexicon_terms(word, LEXICON_AS_WRITTEN, &terms);
	for (int i = 0; terms.known && i < terms.count; i++)
	{
		Str term = str_make(terms.text + terms.start[i], terms.start[i + 1] - terms.start[i]);

		if ((!str_has_ending(term, STR("er")) && !str_has_ending(term, STR("ir")) &&
			 !str_has_ending(term, STR("re"))) ||
			is_noun_of(word, term))
			classes |= QUOTE_WORD_NOUN;
		else
			classes |= noun_like(word) | find_listed(verbs, lengthof(verbs), term) |
					   form_of(word, term) | QUOTE_WORD_VERB;
	}
	return classes;
}

uint32_t
quote_word_classes(Str word)
{
	char room[FOLD_WORD_ROOM];
	Str folded;
	uint32_t classes;
	bool capital = char_class_is_capital(text_char_at(word, 0).code);

	if (word.len > WORD_BYTES_MAX)
		return 0;
	folded = str_make(room, fold_word(word, room, sizeof(room)));
	classes = find_listed(function_words, lengthof(function_words), folded);
	if (capital && classes == 0)
		return QUOTE_WORD_CAPITAL;
	if (capital || (classes & ~(uint32_t) (QUOTE_WORD_NAMED | QUOTE_WORD_ADVERB)))
		return classes;
	classes |= lexicon_classes(folded);
	if (str_has_ending(folded, STR("ment")) && !(classes & QUOTE_WORD_VERB))
		classes |= QUOTE_WORD_ADVERB;
	return classes;
}

/* The same, by the table of known words. */
static uint32_t
known_classes(QuoteItems *items, Str word)
{
	char bytes[QUOTE_KNOWN_BYTES] = "";
	QuoteKnownWord *known;

	if (word.len > QUOTE_KNOWN_BYTES)
		return quote_word_classes(word);
	memcpy(bytes, word.data, word.len);
	known = &items->known[fnv_hash(word.data, word.len) % QUOTE_KNOWN_SLOTS];
	if (memcmp(known->written, bytes, QUOTE_KNOWN_BYTES) != 0)
	{
		memcpy(known->written, bytes, QUOTE_KNOWN_BYTES);
		known->classes = quote_word_classes(word);
	}
	return known->classes;
}

/* ---------------------------------------------------------------- a sentence */

static void
add_item(QuoteItems *items, QuoteItemKind kind, uint32_t start, uint32_t end, uint32_t classes)
{
	if (items->count < QUOTE_ITEMS_MAX)
		items->items[items->count++] = (QuoteItem){kind, start, end, classes, 0};
}

static QuoteItemKind
punctuation_kind(TextChar ch)
{
	switch (ch.code)
	{
		case ',':
			return QUOTE_ITEM_COMMA;
		case ':':
			return QUOTE_ITEM_COLON;
		case '.':
		case '!':
		case '?':
		case ';':
		case 0x2026:
			return QUOTE_ITEM_STOP;
		case '(':
		case '[':
			return QUOTE_ITEM_OPEN;
		case ')':
		case ']':
			return QUOTE_ITEM_CLOSE;
		default:
			return QUOTE_ITEM_OTHER;
	}
}

/* Is this a pronoun after its verb: il, elles, on? */
static bool
is_inverted_pronoun(Str part)
{
	static const char *const pronouns[] = {"il", "elle", "ils", "elles", "on"};

	for (uint32_t i = 0; i < lengthof(pronouns); i++)
	{
		if (str_equal(part, str_cstr(pronouns[i])))
			return true;
	}
	return false;
}

/*
 * Adds a word with hyphens: if it ends in a pronoun (a-t-elle, dit-il), verb and pronoun are two
 * items.
 */
static void
add_word(QuoteItems *items, Str text, uint32_t start, uint32_t end)
{
	uint32_t hyphen = end;
	uint32_t verb;

	while (hyphen > start && text.data[hyphen - 1] != '-' && end - hyphen < 6)
		hyphen--;
	if (hyphen <= start + 1 || text.data[hyphen - 1] != '-' ||
		!is_inverted_pronoun(str_sub(text, hyphen, end - hyphen)))
	{
		add_item(items, QUOTE_ITEM_WORD, start, end,
				 known_classes(items, str_sub(text, start, end - start)));
		return;
	}
	verb = hyphen - 1;
	if (verb > start + 2 && text.data[verb - 1] == 't' && text.data[verb - 2] == '-')
		verb -= 2;
	add_item(items, QUOTE_ITEM_WORD, start, verb,
			 quote_word_classes(str_sub(text, start, verb - start)));
	add_item(items, QUOTE_ITEM_WORD, hyphen, end,
			 QUOTE_WORD_INVERTED | quote_word_classes(str_sub(text, hyphen, end - hyphen)));
}

/* The end of the word at a byte: letters, digits, hyphens within it, an apostrophe at its end. */
static uint32_t
word_end(Str text, uint32_t at, uint32_t limit)
{
	uint32_t start = at;

	while (at < limit && at - start < CHAR_CLASS_WORD_BYTES)
	{
		bool digits;
		TextChar mark;

		at = char_class_word_end(text, at, &digits);
		mark = text_char_at(text, at);
		if (mark.class == CLASS_APOSTROPHE && at - start <= 8 &&
			text_char_at(text, mark.end).class == CLASS_LETTER)
			return mark.end;
		/* M., J.: the period belongs to a short capital */
		if (mark.code == '.' && at - start <= 2 &&
			text_char_at(text, mark.end).class != CLASS_LETTER &&
			char_class_is_capital(text_char_at(text, start).code) && at - start == 1)
			return mark.end;
		if (mark.class != CLASS_HYPHEN || !char_class_in_word(text_char_at(text, mark.end)))
			return at;
		at = mark.end;
	}
	return at;
}

/*
 * The first word of a sentence has a capital whatever it is. Is it a common word, before another
 * one: "Confiné chez lui"? Then it gets the classes that it has in lowercase.
 */
static void
read_first_word(QuoteItems *items, Str text)
{
	QuoteItem *first = &items->items[0];
	QuoteItem *next = &items->items[1];
	char room[FOLD_WORD_ROOM];
	Str word;

	if (items->count < 2 || first->kind != QUOTE_ITEM_WORD ||
		!(first->classes & QUOTE_WORD_CAPITAL) || next->kind != QUOTE_ITEM_WORD ||
		(next->classes & (QUOTE_WORD_CAPITAL | QUOTE_WORD_AUXILIARY)) ||
		char_class_is_capital(text_char_at(text, next->start).code))
		return;
	word = str_sub(text, first->start, first->end - first->start);
	if (word.len > WORD_BYTES_MAX)
		return;
	word = str_make(room, fold_word(word, room, sizeof(room)));
	if (lexicon_has(word))
		first->classes = lexicon_classes(word) & ~(uint32_t) QUOTE_WORD_SAYS;
}

uint32_t
quote_items_read(QuoteItems *items, Str text, uint32_t start, uint32_t end, const QuoteMarks *marks,
				 uint32_t *mark)
{
	uint32_t limit = end - start > QUOTE_PART_BYTES ? start + QUOTE_PART_BYTES : end;

	items->count = 0;
	while (start < limit && items->count + 2 < QUOTE_ITEMS_MAX)
	{
		TextChar ch = text_char_at(text, start);

		if (*mark < marks->count && start >= marks->items[*mark].start)
		{
			add_item(items, QUOTE_ITEM_MARK, start, marks->items[*mark].end, 0);
			items->items[items->count - 1].mark = *mark;
			start = marks->items[(*mark)++].end;
		}
		else if (ch.class == CLASS_DIGIT)
		{
			uint32_t next = word_end(text, start, end);

			add_item(items, QUOTE_ITEM_NUMBER, start, next, 0);
			start = next;
		}
		else if (ch.class == CLASS_LETTER)
		{
			uint32_t next = word_end(text, start, end);

			add_word(items, text, start, next);
			start = next;
		}
		else
		{
			if (ch.class != CLASS_SPACE && ch.class != CLASS_INVISIBLE)
				add_item(items, punctuation_kind(ch), start, ch.end, 0);
			start = ch.end;
		}
	}
	read_first_word(items, text);
	return start;
}
