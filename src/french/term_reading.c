/*
 * term_reading.c
 *	  Chooses the readings of a word by its neighbours: entrée after « une » is a noun, after « est
 *	  » a verb; Vienne with a capital inside a sentence is a name. A word at its place in a text in,
 *	  its terms in the readings that remain out.
 *
 * Reads the neighbours only if the word has several readings, and at most three words to either
 * side. Where they tell nothing, all likely readings remain.
 */
#include "base/array.h"
#include "base/swar.h"
#include "french/char_class.h"
#include "french/term_internal.h"
#include "french/term_neighbour.h"
#include "french/token.h"
#include "text/fold.h"

/* Bytes before a word that are searched for a capital: without one the text is written without. */
#define CAPITAL_WINDOW 400

/* What may follow a determiner. */
#define NOUN_OR_ADJECTIVE (READING_NOUN | READING_ADJECTIVE)
#define NOUN_READINGS (NOUN_OR_ADJECTIVE | READING_NAME)

/* No question that people type is longer. */
#define QUESTION_TEXT_MAX 200

/*
 * « a ete annonce »: can the word be the participle of a verb in -er in a text that is typed without
 * accents?
 */
static bool
may_lack_accent(Str text, Str word, const WordTerms *terms)
{
	return text.len <= QUESTION_TEXT_MAX && str_has_ending(word, STR("e")) &&
		   term_is_present(word, terms) && !token_text_has_accents(text);
}

/* The readings after an article, which may also be a pronoun: « il la porte », « pour le dire ». */
static unsigned int
after_article(Str text, Str word, uint32_t article)
{
	unsigned int class = neighbour_before(text, article).class;

	if (class & NEIGHBOUR_SUBJECT)
		return READING_VERB;
	if ((class & NEIGHBOUR_PREPOSITION) && term_is_infinitive(word))
		return READING_VERB | READING_NOUN;
	return NOUN_READINGS;
}

/*
 * No participle but after « de » (rien de cassé), and where « a » may be a verb: « en crue », « à vue
 * d'oeil ».
 */
static unsigned int
after_preposition(Str text, Str word, Neighbour preposition, const WordTerms *terms)
{
	bool de = ascii_lower(text.data[preposition.start]) == 'd' &&
			  preposition.end - preposition.start <= 2;
	bool participles = de || (preposition.class & NEIGHBOUR_AUXILIARY);

	return term_is_infinitive(word) || (participles && term_may_be_participle(word, terms))
			   ? READING_ALL
			   : READING_ALL & ~READING_VERB;
}

/* Returns the readings that the words before a word leave. */
static unsigned int
readings_before(Str text, Str word, uint32_t start, const WordTerms *terms)
{
	Neighbour before = neighbour_before(text, start);
	Neighbour first = before;

	while ((before.class & NEIGHBOUR_ADVERB) && before.start > 0)
	{
		Neighbour further = neighbour_before(text, before.start);

		if (!(further.class & (NEIGHBOUR_ADVERB | NEIGHBOUR_AUXILIARY | NEIGHBOUR_SUBJECT)))
			break;
		before = further;
	}
	/* « quel est », « tout est », « le 49.3 est »: before a vowel the east has an apostrophe */
	if ((before.class & NEIGHBOUR_DETERMINER) && str_equal(word, STR("est")) &&
		text.data[before.end] == ' ')
		return READING_VERB;
	if (before.class & (NEIGHBOUR_DETERMINER | NEIGHBOUR_BEFORE_NOUN))
		return NOUN_READINGS;
	if (before.class & NEIGHBOUR_ARTICLE)
		return after_article(text, word, before.start);
	if (before.class & NEIGHBOUR_SUBJECT)
		return READING_VERB;
	if (before.class & NEIGHBOUR_EN)
		return neighbour_before(text, before.start).class & NEIGHBOUR_SUBJECT ? READING_VERB
			   : str_has_ending(word, STR("ant")) ? READING_VERB | READING_CLOSED
												  : after_preposition(text, word, before, terms);
	if ((before.class & NEIGHBOUR_AUXILIARY) && before.start <= first.start &&
		(term_may_be_participle(word, terms) || may_lack_accent(text, word, terms)))
		return READING_VERB | READING_ADJECTIVE | READING_CLOSED;
	return before.class & NEIGHBOUR_PREPOSITION ? after_preposition(text, word, before, terms) : 0;
}

/* ---------------------------------------------------------------- capitals */

static bool
has_small_letter(Str text, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to;)
	{
		TextChar ch = text_char_at(text, i);

		if (ch.class == CLASS_LETTER && !char_class_is_capital(ch.code))
			return true;
		i = ch.end;
	}
	return false;
}

/* Does a sentence, a quotation or a line start here, so that any word has its capital? */
static bool
starts_sentence(Str text, uint32_t start)
{
	TextChar ch = text_char_before(text, start);

	while (start > 0 && ch.class == CLASS_SPACE && ch.code != '\n')
	{
		start = neighbour_step_back(text, start);
		ch = text_char_before(text, start);
	}
	return start == 0 || (ch.code < 0x80 && memchr("\n.!?:\"-(*|", (int) ch.code, 10) != NULL) ||
		   ch.class == CLASS_HYPHEN ||
		   (ch.class == CLASS_OTHER && ch.code != ',' && ch.code >= 0x80 && ch.code != 0xBB);
}

/* The likely readings of a word. */
static unsigned int
likely_readings(const WordTerms *terms)
{
	unsigned int likely = 0;

	for (uint32_t i = 0; i < terms->count; i++)
		if (terms->bits[i] & TERM_DEFAULT)
			likely |= terms->bits[i];
	return likely & READING_ALL;
}

/*
 * « la seconde montre le rappeur »: a determiner seldom follows a noun. But a verb seldom begins a
 * sentence: « Hausse des prix ». « Marche le 5 octobre » and « Reste la question » may be either,
 * but not « Marine Le Pen »; « entre les deux » is a preposition.
 */
static unsigned int
readings_before_determiner(Str text, uint32_t start, uint32_t end, const WordTerms *terms)
{
	unsigned int likely = likely_readings(terms);
	Neighbour after = neighbour_after(text, end);
	char next = after.end > after.start ? text.data[after.start] : '\0';
	bool gerund =
		(likely & READING_CLOSED) && str_has_ending(str_sub(text, start, end - start), STR("ant"));

	if ((likely & READING_CLOSED) && !gerund && (ascii_digit(next) || (next >= 'A' && next <= 'Z')))
		return READING_CLOSED; /* « entre Lyon et Metz », « contre 30 % » */
	if (!(after.class & (NEIGHBOUR_ARTICLE | NEIGHBOUR_DETERMINER)) ||
		ascii_digit(text.data[after.start]) ||
		(after.end - after.start == 2 && text.data[after.start] == 'd'))
		return gerund ? READING_CLOSED : 0; /* « et maintenant ? » has no object */
	if (likely & READING_CLOSED)			/* « maintenant les prix » may be either */
		return gerund ? READING_CLOSED | READING_VERB : READING_CLOSED;
	if (!(likely & READING_NOUN) || !starts_sentence(text, start))
		return READING_VERB;
	return text.data[after.start] == 'd' ||
				   char_class_is_capital(text_char_at(text, after.start).code)
			   ? READING_NOUN | READING_NAME
			   : 0;
}

/* Is a word in capitals because its whole surroundings are? */
static bool
is_all_capitals(Str text, Str word, uint32_t start, uint32_t end)
{
	Neighbour before = neighbour_before(text, start);
	Neighbour after = neighbour_after(text, end);

	if (has_small_letter(word, 0, word.len))
		return false;
	return !has_small_letter(text, before.start, before.end) &&
		   !has_small_letter(text, after.start, after.end);
}

/* Is there a capital not far before a byte, so that names have theirs? */
static bool
has_capital_before(Str text, uint32_t byte)
{
	uint32_t first = byte > CAPITAL_WINDOW ? byte - CAPITAL_WINDOW : 0;

	for (; byte >= first + 8; byte -= 8)
		if (swar_between(swar_load(text.data + byte - 8), 'A', 'Z') != 0)
			return true;
	while (byte > first)
	{
		char c = text.data[--byte];

		if (c >= 'A' && c <= 'Z')
			return true;
	}
	return false;
}

/* The readings that a word has at all. */
static unsigned int
present_readings(const WordTerms *terms)
{
	unsigned int present = terms->stop_bits;

	for (uint32_t i = 0; i < terms->count; i++)
		present |= terms->bits[i];
	return present & READING_ALL;
}

/* The bits of a name among the terms, or 0 if no capital makes the word one. */
static unsigned int
name_bits(const WordTerms *terms)
{
	unsigned int bits = 0;

	for (uint32_t i = 0; i < terms->count; i++)
		if (terms->bits[i] & READING_NAME)
			bits |= terms->bits[i];
	return bits & (TERM_DEFAULT | TERM_USUAL);
}

/* « Vincent van Gogh », « toile de van Gogh »: a small word at the head of a name is part of it. */
static bool
belongs_to_name(Str text, uint32_t start, uint32_t end)
{
	Neighbour before = neighbour_before(text, start);
	Neighbour after = neighbour_after(text, end);

	return after.end > after.start && char_class_is_capital(text_char_at(text, after.start).code) &&
		   ((before.class & NEIGHBOUR_PREPOSITION) ||
			(before.end > before.start &&
			 char_class_is_capital(text_char_at(text, before.start).code)));
}

/*
 * A name, if the capital says so; a noun as well if it is often one with a capital (le Sénat); else
 * what it may be: without capitals in the text everything.
 */
static unsigned int
readings_by_case(Str text, Str word, uint32_t start, const WordTerms *terms)
{
	uint32_t end = start + word.len;
	unsigned int name = name_bits(terms);
	bool alone = start == 0 && end == text.len;
	bool first = !alone && starts_sentence(text, start);

	if (!char_class_is_capital(text_char_at(word, 0).code))
		return has_capital_before(text, start) && !belongs_to_name(text, start, end)
				   ? READING_ALL & ~READING_NAME
				   : READING_ALL;
	if (name & TERM_USUAL)
		return READING_NAME;
	if (is_all_capitals(text, word, start, end) || first)
		return READING_ALL;
	if (present_readings(terms) == (READING_NAME | READING_VERB))
		return READING_NAME; /* les Nations Unies: no verb has a capital */
	if (name == 0)
		return READING_ALL;
	return alone ? READING_NAME : READING_NAME | READING_NOUN | READING_ADJECTIVE;
}

/*
 * « la mémoire vive »: an adjective follows a noun, rather than a verb that nothing else follows.
 */
static bool
follows_word(Str text, uint32_t start)
{
	Neighbour before = neighbour_before(text, start);

	return before.end > before.start && before.class == 0 &&
		   !char_class_is_capital(text_char_at(text, before.start).code);
}

/* ---------------------------------------------------------------- both */

/*
 * « permis de conduire », « prise d'otages »: in a phrase that is searched for, a participle before
 * « de » is a noun, if it can be one. In a text it may be either: « Accusé de vol, il nie ».
 */
static bool
has_complement(Str word, const TermPlace *place, const WordTerms *terms)
{
	static const Str links[] = {STR(" de "), STR(" du "), STR(" des "), STR(" d'"),
								STR(" d\xE2\x80\x99")};
	uint32_t end = place->start + word.len;
	Str next = str_sub(place->text, end, place->text.len - end);

	if (!place->phrase || !(likely_readings(terms) & READING_NOUN) ||
		!term_may_be_participle(word, terms))
		return false;
	for (size_t i = 0; i < lengthof(links); i++)
		if (str_starts_ascii(next, links[i]))
			return true;
	return false;
}

/* Is the word a noun in all its likely readings? */
static bool
is_noun(Str word)
{
	char folded[TERM_WORD_BYTES];
	WordTerms found;
	unsigned int likely;

	if (word.len > READING_WORD_BYTES * 2 - 2)
		return false;
	lexicon_terms(term_fold(word, folded), LEXICON_AS_WRITTEN, &found);
	likely = found.known ? likely_readings(&found) : 0;
	return likely == READING_NOUN;
}

/*
 * « la machine marche »: a noun seldom follows a noun that has its determiner, unless it is the
 * subject of an auxiliary (la date limite est) or has a complement.
 */
static bool
follows_subject(Str text, uint32_t start, uint32_t end)
{
	Neighbour before = neighbour_before(text, start);
	Neighbour after;

	if (before.end == before.start || before.class != 0 || text.data[before.end] == '\'' ||
		!(neighbour_before(text, before.start).class &
		  (NEIGHBOUR_DETERMINER | NEIGHBOUR_ARTICLE | NEIGHBOUR_BEFORE_NOUN)))
		return false;
	after = neighbour_after(text, end);
	return !(after.class & (NEIGHBOUR_AUXILIARY | NEIGHBOUR_SUBJECT)) &&
		   !(after.end > after.start && text.data[after.start] == 'd' &&
			 after.end - after.start < 4) &&
		   is_noun(str_sub(text, before.start, before.end - before.start));
}

/* Returns the readings that the next word leaves, if there was none before that told. */
static unsigned int
readings_after(Str word, const TermPlace *place, const WordTerms *terms)
{
	Str text = place->text;
	uint32_t start = place->start;
	unsigned int likely = likely_readings(terms);
	unsigned int near;

	if (!(likely & READING_VERB))
		return 0;
	if (has_complement(word, place, terms))
		return READING_NOUN;
	near = readings_before_determiner(text, start, start + word.len, terms);
	if (near != 0)
		return near;
	if (likely == (READING_VERB | READING_NOUN) && follows_subject(text, start, start + word.len))
		return READING_VERB;
	return (likely & READING_ADJECTIVE) && follows_word(text, start) ? READING_ALL & ~READING_VERB
																	 : 0;
}

/*
 * « une commune de 300 habitants », « la moyenne. »: what a determiner precedes, and no noun follows,
 * is the noun, where an adjective is another word.
 */
static bool
ends_noun_phrase(Str text, uint32_t end, const WordTerms *terms)
{
	Neighbour after;
	unsigned int apart = 0;

	for (uint32_t i = 0; i < terms->count; i++)
		if ((terms->bits[i] & NOUN_OR_ADJECTIVE) != NOUN_OR_ADJECTIVE)
			apart |= terms->bits[i];
	if ((apart & NOUN_OR_ADJECTIVE) != NOUN_OR_ADJECTIVE)
		return false;
	after = neighbour_after(text, end);
	if (after.end > after.start)
		return after.class & (NEIGHBOUR_PREPOSITION | NEIGHBOUR_AUXILIARY | NEIGHBOUR_SUBJECT);
	return end == text.len || strchr(".;:!?)", text.data[end]) != NULL;
}

/*
 * A question word among the first words of a text without a capital, as people type into a search
 * box, asks rather than tells: « quel est le prix », « dans quelle ville ». The headline « Pourquoi
 * la gare ferme » keeps its own.
 */
#define QUESTION_BYTES 6

/* Its mark may follow a space of three bytes. */
#define QUESTION_MARK_BYTES 4

bool
term_in_question(Str word, const TermPlace *place)
{
	Str text = place->text;

	return text.len > word.len + QUESTION_MARK_BYTES && text.len <= QUESTION_TEXT_MAX &&
		   text.data[text.len - 1] == '?';
}

/* Is the text as short as one that is typed, its first word, at or before a byte, in lowercase? */
static bool
is_typed(Str text, uint32_t word)
{
	uint32_t first = 0;

	while (first < word && !char_class_in_word(text_char_at(text, first)))
		first = text_char_at(text, first).end;
	return text.len <= QUESTION_TEXT_MAX && !char_class_is_capital(text_char_at(text, first).code);
}

/* Is this a stop word that would only weigh among the other words of a question? */
static bool
belongs_to_question(Str word, const TermPlace *place, const WordTerms *terms)
{
	if (terms->count != 1 || !(terms->bits[0] & TERM_STOP))
		return false;
	return (place->start <= QUESTION_BYTES && is_typed(place->text, place->start) &&
			place->start + word.len < place->text.len) ||
		   term_in_question(word, place);
}

/*
 * « Ton père »: a determiner that is a noun, too, is the noun only after another determiner. Before
 * a word that is none of those that follow nouns it is no noun.
 */
static bool
is_determiner(Str word, const TermPlace *place, const WordTerms *terms)
{
	Neighbour after;

	if (!(terms->stop_bits & READING_CLOSED))
		return false;
	after = neighbour_after(place->text, place->start + word.len);
	return after.end > after.start + 2 &&
		   !(after.class & ~(NEIGHBOUR_BEFORE_NOUN | NEIGHBOUR_ADVERB));
}

/* Returns the readings of the terms of the word as it is written, without other accents. */
static unsigned int
written_readings(const WordTerms *terms)
{
	unsigned int written = terms->stop_bits;

	for (uint32_t i = 0; i < terms->count; i++)
		if (!(terms->bits[i] & TERM_RESTORED))
			written |= terms->bits[i];
	return written & READING_ALL;
}

/* Returns the readings that a word may have at its place, by its capital and its neighbours. */
static unsigned int
readings_at(Str word, const TermPlace *place, const WordTerms *terms, unsigned int present)
{
	unsigned int readings = READING_ALL;
	unsigned int near;

	if (present & READING_NAME)
		readings = readings_by_case(place->text, word, place->start, terms);
	if (readings == READING_NAME)
		return readings;
	if (place->start == 0 && word.len == place->text.len)
		return 0; /* a word alone may be anything */
	near = readings_before(place->text, word, place->start, terms);
	if (is_determiner(word, place, terms) && (near & READING_VERB || near == 0))
		return READING_CLOSED;
	if (near == 0)
		near = readings_after(word, place, terms);
	else if (near == NOUN_READINGS && terms->count > 1 &&
			 ends_noun_phrase(place->text, place->start + word.len, terms))
		near = READING_NOUN | READING_NAME;
	/* « il l'oblige » is not obligé */
	return (near & written_readings(terms)) != 0 ? readings & near : readings;
}

/* Has the word one reading, or none that a neighbour could tell from another? */
static bool
has_one_reading(const WordTerms *terms)
{
	unsigned int present = present_readings(terms);

	return terms->count == 0 || (present & (present - 1)) == 0 || !terms->known;
}

bool
term_is_certain(WordTerms *terms)
{
	/* a question may drop a stop word, or one term of several */
	if (terms->count > 1 || (terms->count == 1 && (terms->bits[0] & TERM_STOP)) ||
		!has_one_reading(terms))
		return false;
	word_terms_keep(terms, READING_ALL);
	return true;
}

/* « Ben Arfa », « Marine Le Pen »: is the word, which starts the text, the first part of a name? */
static bool
opens_name(Str word, const TermPlace *place)
{
	char folded[TERM_WORD_BYTES];
	Neighbour after;
	Str next;

	if (place->start > 0)
		return false;
	after = neighbour_after(place->text, word.len);
	next = str_sub(place->text, after.start, after.end - after.start);
	return next.len > 0 && char_class_is_capital(text_char_at(next, 0).code) &&
		   ((after.class & NEIGHBOUR_ARTICLE) || !lexicon_has(term_fold(next, folded)));
}

bool
term_follows_name(const TermPlace *place)
{
	char folded[TERM_WORD_BYTES];
	Str text = place->text;
	Neighbour before;
	WordTerms found;

	if (place->start == 0 || text.len > QUESTION_TEXT_MAX)
		return false;
	before = neighbour_before(text, place->start);
	if ((before.class & NEIGHBOUR_ARTICLE) && before.start > 0 &&
		char_class_is_capital(text_char_at(text, before.start).code))
		before = neighbour_before(text, before.start); /* Bruno Le Maire */
	if (before.end - before.start < 2 ||
		!char_class_is_capital(text_char_at(text, before.start).code))
		return false;
	lexicon_terms(term_fold(str_sub(text, before.start, before.end - before.start), folded),
				  LEXICON_AS_WRITTEN, &found);
	return found.known && (name_bits(&found) & TERM_USUAL);
}

/*
 * Leaves no other word to a search than the name, or the word as it is written: Marine is not marin;
 * only: not even that.
 */
static void
ask_as_written(Str word, bool only, WordTerms *terms)
{
	char folded[TERM_WORD_BYTES];
	Str lower = term_fold(word, folded);

	for (uint32_t i = 0; i < terms->count; i++)
		if (!(terms->bits[i] & READING_NAME) && (only || !str_equal(word_term(terms, i), lower)))
			terms->bits[i] &= (uint16_t) ~TERM_USUAL;
}

/*
 * « ben barka »: who types several words without a capital may mean a name by each of them. « Ben
 * Barka » begins one, if the word can; the second word of « Jean Moulin » is one.
 */
static void
ask_for_names(Str word, const TermPlace *place, WordTerms *terms)
{
	bool capital = char_class_is_capital(text_char_at(word, 0).code);
	bool last = capital && place->text.len <= QUESTION_TEXT_MAX && term_follows_name(place);
	bool named = false;

	if (word.len == place->text.len || (capital ? !last && !opens_name(word, place)
												: has_capital_before(place->text, place->start)))
		return;
	for (uint32_t i = 0; i < terms->count; i++)
		if (terms->bits[i] & READING_NAME)
		{
			terms->bits[i] |= TERM_USUAL;
			named = true;
		}
	if (capital && named)
		ask_as_written(word, last, terms);
}

void
term_choose_reading(Str word, const TermPlace *place, WordTerms *terms)
{
	if (place != NULL && belongs_to_question(word, place, terms))
	{
		terms->count = 0;
		terms->stop = true;
		return;
	}
	if (place == NULL || has_one_reading(terms))
		word_terms_keep(terms, READING_ALL);
	else
		word_terms_keep(terms, readings_at(word, place, terms, present_readings(terms)));
	if (place != NULL && terms->count > 1)
		ask_for_names(word, place, terms);
	if (place != NULL && terms->count > 1 && term_in_question(word, place))
		word_terms_keep_likely(terms);
}
