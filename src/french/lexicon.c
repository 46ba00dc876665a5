/*
 * lexicon.c
 *	  Words to terms by the lexicon: a word in, the terms of all forms that it may be out.
 *
 * The word is looked up first as it is written, then with the accents that the caller says may be
 * missing, then with doubled letters and accents corrected. A word that the lexicon lacks in all
 * these spellings is stemmed by rule.
 */
#include "french/lexicon.h"

#include "base/utf8.h"
#include "french/lexicon_internal.h"
#include "text/fold.h"

#define LETTERS_MAX 48		/* the longest form has 38 */
#define LOOSE_LETTERS_MIN 6 /* shorter words are too similar to each other to be corrected */
#define STEM_BYTES_MIN 4	/* bytes that must remain if the plural ending is cut */

typedef struct Letters
{
	uint32_t count;
	bool ligature; /* the word had œ or æ, which become two letters */
	uint8_t label[LETTERS_MAX];
} Letters;

/* A walk through the automaton that collects all forms that match a word. */
typedef struct Walk
{
	const Letters *word;
	LexiconAccents accents;
	Letters form; /* the path so far */
	WordTerms *terms;
	unsigned int extra; /* bits for all terms */
	bool other_initial; /* a form whose first letter is as written is found already */
	bool found;
} Walk;

static bool
add_letter(Letters *letters, uint32_t c)
{
	uint8_t label = c < 256 ? lexicon_label[c] : 0;

	if (label == 0 || letters->count == LETTERS_MAX)
		return false;
	letters->label[letters->count++] = label;
	return true;
}

/* Converts the word to letters of the lexicon; false if it has others, or too many. */
static bool
read_letters(Str word, Letters *letters)
{
	letters->count = 0;
	letters->ligature = false;
	for (uint32_t i = 0; i < word.len;)
	{
		uint32_t c = utf8_next(word.data, word.len, &i);

		if (c == 0x153 || c == 0xE6) /* œ, æ */
		{
			if (!add_letter(letters, c == 0xE6 ? 'a' : 'o'))
				return false;
			letters->ligature = true;
			c = 'e';
		}
		if (!add_letter(letters, c))
			return false;
	}
	return letters->count > 0;
}

/* Returns where the word leads with exactly this spelling, without ligatures. */
static uint32_t
find_place(Str word)
{
	const unsigned char *p = (const unsigned char *) word.data;
	const unsigned char *end = p + word.len;
	uint32_t place = 0;

	while (p < end)
	{
		uint32_t c = *p++;
		uint8_t label;

		/* besides ASCII, the lexicon has only letters from U+00C0 to U+00FF */
		if (c == 0xC3 && p < end)
			c = 0xC0 | (*p++ & 0x3F);
		else if (c >= 0x80)
			return LEXICON_NOWHERE;
		label = lexicon_label[c];
		if (label == LEXICON_END)
			return LEXICON_NOWHERE;
		place = lexicon_follow(place, label);
		if (place == LEXICON_NOWHERE)
			return LEXICON_NOWHERE;
	}
	return place;
}

/* Returns the script of the form at a place. */
static uint32_t
script_at(uint32_t place)
{
	return place != LEXICON_NOWHERE ? lexicon_follow(place, LEXICON_END) : LEXICON_NOWHERE;
}

/* Spells the letters as text. */
static Str
spell(const Letters *letters, char *text)
{
	uint32_t len = 0;

	for (uint32_t i = 0; i < letters->count; i++)
		len += utf8_encode(lexicon_letter[letters->label[i]], text + len);
	return str_make(text, len);
}

/* Makes the text after the last term a term; one that exists already gains the bits. */
static void
close_term(WordTerms *terms, uint32_t end, unsigned int bits)
{
	const char *text = terms->text + terms->start[terms->count];
	uint32_t len = end - terms->start[terms->count];

	for (uint32_t i = 0; i < terms->count; i++)
	{
		if (str_equal(str_make(text, len), word_term(terms, i)))
		{
			/* that other accents make it usual says nothing of the word as it is written */
			terms->bits[i] |= (uint16_t) (bits & TERM_RESTORED
											  ? bits & ~(TERM_RESTORED | TERM_USUAL | TERM_LIKELY)
											  : bits);
			return;
		}
	}
	terms->bits[terms->count++] = (uint16_t) bits;
	terms->start[terms->count] = (uint16_t) end;
}

/* Returns the form without its last letters. */
static Str
cut_letters(Str form, uint32_t count)
{
	for (; count > 0 && form.len > 0; count--)
		do
			form.len--;
		while (form.len > 0 && ((unsigned char) form.data[form.len] & 0xC0) == 0x80);
	return form;
}

/* Adds one term: what remains of the form, and the bytes to append. */
static void
add_term(WordTerms *terms, Str rest, Str ending, unsigned int bits)
{
	uint32_t end = terms->start[terms->count];

	if (terms->count == WORD_TERMS_MAX || rest.len + ending.len > WORD_TERM_BYTES - end)
		return;
	str_copy_word(terms->text + end, rest);
	str_copy_word(terms->text + end + rest.len, ending);
	close_term(terms, end + rest.len + ending.len, bits);
}

/* Adds the terms of a script, each with the extra bits. */
static void
run_script(WordTerms *terms, Str form, uint32_t script, unsigned int extra)
{
	const uint8_t *p = lexicon_script + script;
	uint8_t count = *p++;

	for (; count > 0; count--)
	{
		if (p[1] != LEXICON_STOP)
		{
			bool stop = p[2] > 1 && p[1 + p[2]] == '/' && p[2 + p[2]] == 'c';
			bool likely = (p[1] & LEXICON_LIKELY) != 0;

			add_term(terms, cut_letters(form, p[1] & (LEXICON_LIKELY - 1)),
					 str_make((const char *) p + 3, p[2]),
					 p[0] | extra | (stop ? TERM_STOP : 0) | (likely ? TERM_LIKELY : 0));
		}
		else if (p[0] == 0)
			terms->stop = true;
		else
			terms->stop_bits |= p[0];
		p += 3 + p[2];
	}
}

static void
end_walk(Walk *walk, uint32_t place)
{
	uint32_t script = lexicon_follow(place, LEXICON_END);
	char text[LETTERS_MAX * 2];

	if (script == LEXICON_NOWHERE)
		return;
	walk->found = true;
	run_script(walk->terms, spell(&walk->form, text), script, walk->extra);
}

/*
 * Finds all forms that equal the word once its missing accents are restored, the written spelling
 * first.
 */
static void
walk_accents(Walk *walk, uint32_t place)
{
	uint32_t i = walk->form.count;
	uint8_t letter;
	bool may_lack;

	if (i == walk->word->count)
	{
		end_walk(walk, place);
		return;
	}
	letter = walk->word->label[i];
	may_lack =
		walk->accents == LEXICON_RESTORE || (walk->accents == LEXICON_CAPITAL_BARE && i == 0);
	for (uint8_t label = letter; label != 0;
		 label = may_lack ? lexicon_next_variant(letter, label) : 0)
	{
		uint32_t next = lexicon_follow(place, label);

		if (next == LEXICON_NOWHERE || (i == 0 && label == letter && walk->other_initial))
			continue;
		walk->form.label[walk->form.count++] = label;
		walk_accents(walk, next);
		walk->form.count--;
	}
}

static void walk_loosely(Walk *walk, uint32_t place, uint32_t read);

/* Follows a letter, with any accent or none. */
static void
step_loosely(Walk *walk, uint32_t place, uint8_t letter, uint32_t read)
{
	for (uint8_t label = letter; label != 0; label = lexicon_next_variant(letter, label))
	{
		uint32_t next = lexicon_follow(place, label);

		if (next == LEXICON_NOWHERE)
			continue;
		walk->form.label[walk->form.count++] = label;
		walk_loosely(walk, next, read);
		walk->form.count--;
	}
}

/*
 * Finds all forms that differ from the word only in accents and doubled letters. The word has
 * neither; its first `read` letters are on the path.
 */
static void
walk_loosely(Walk *walk, uint32_t place, uint32_t read)
{
	const Letters *word = walk->word;

	if (read == word->count)
		end_walk(walk, place);
	if (walk->form.count == LETTERS_MAX)
		return;
	if (read < word->count)
		step_loosely(walk, place, word->label[read], read + 1);
	if (read > 0)
		step_loosely(walk, place, word->label[read - 1], read);
}

static void
start_walk(Walk *walk, const Letters *word, LexiconAccents accents, WordTerms *terms)
{
	walk->word = word;
	walk->accents = accents;
	walk->form.count = 0;
	walk->terms = terms;
	walk->extra = 0;
	walk->other_initial = false;
	walk->found = false;
}

/* extra: bits for the terms of all forms. */
static bool
find_accents(const Letters *word, LexiconAccents accents, unsigned int extra, WordTerms *terms)
{
	Walk walk;

	start_walk(&walk, word, accents, terms);
	walk.extra = extra;
	walk_accents(&walk, 0);
	return walk.found;
}

/* The same for a capital that lacks its accent, of a word that is also a form as it is written. */
static void
find_initial(const Letters *word, unsigned int extra, WordTerms *terms)
{
	Walk walk;

	start_walk(&walk, word, LEXICON_CAPITAL_BARE, terms);
	walk.extra = extra;
	walk.other_initial = true;
	walk_accents(&walk, 0);
}

/* Returns the number of terms of likely readings. */
static uint32_t
count_likely(const WordTerms *terms)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < terms->count; i++)
		count += (terms->bits[i] & TERM_DEFAULT) != 0;
	return count;
}

/* Finds the only word of which this may be a misspelling: profesionel. */
static bool
find_loosely(const Letters *word, WordTerms *terms)
{
	Letters bare;
	Walk walk;

	if (word->count < LOOSE_LETTERS_MIN)
		return false;
	bare.count = 0;
	for (uint32_t i = 0; i < word->count; i++)
	{
		uint8_t base = lexicon_base[word->label[i]];

		if (bare.count == 0 || bare.label[bare.count - 1] != base)
			bare.label[bare.count++] = base;
	}
	start_walk(&walk, &bare, LEXICON_RESTORE, terms);
	walk_loosely(&walk, 0, 0);
	return walk.found && count_likely(terms) == 1 && !terms->stop && terms->stop_bits == 0;
}

static bool
is_bare(const Letters *word)
{
	for (uint32_t i = 0; i < word->count; i++)
	{
		if (lexicon_base[word->label[i]] != word->label[i])
			return false;
	}
	return true;
}

/* Finds the word without its apostrophe: aujourdhui. */
static bool
find_apostrophe(const Letters *word, WordTerms *terms)
{
	uint8_t apostrophe = lexicon_label['\''];
	uint32_t place = 0;

	for (uint32_t at = 0; at + 2 <= word->count && word->count < LETTERS_MAX; at++)
	{
		Letters whole;

		if (place == LEXICON_NOWHERE)
			return false;
		if (at < 2 || lexicon_follow(place, apostrophe) == LEXICON_NOWHERE)
		{
			place = lexicon_follow(place, word->label[at]);
			continue;
		}
		place = lexicon_follow(place, word->label[at]);
		memcpy(whole.label, word->label, at);
		whole.label[at] = apostrophe;
		memcpy(whole.label + at + 1, word->label + at, word->count - at);
		whole.count = word->count + 1;
		if (find_accents(&whole, LEXICON_RESTORE, 0, terms))
			return true;
	}
	return false;
}

/* Finds a word that was written with ë before its spelling was settled: poëte, goëland. */
static bool
find_diaeresis(const Letters *word, WordTerms *terms)
{
	uint8_t diaeresis = lexicon_label[0xEB];
	Letters modern = *word;

	if (memchr(word->label, diaeresis, word->count) == NULL)
		return false;
	for (uint32_t i = 0; i < modern.count; i++)
		if (modern.label[i] == diaeresis)
			modern.label[i] = lexicon_base[diaeresis];
	return find_accents(&modern, LEXICON_RESTORE, 0, terms);
}

/* Is the word in the lexicon, possibly with other accents? Sets its terms if so. */
static bool
find_word(const Letters *letters, Str word, uint32_t script, LexiconAccents accents,
		  WordTerms *terms)
{
	bool may_lack = accents != LEXICON_AS_WRITTEN;

	if (script != LEXICON_NOWHERE)
	{
		unsigned int extra;

		run_script(terms, word, script, 0);
		if (terms->count == 0 && terms->stop_bits != 0) /* « j'ai » is no aï */
			return true;
		extra = terms->count > 0 && (terms->bits[0] & TERM_YIELDS) ? 0 : TERM_RESTORED;
		if (terms->stop)
			return true;
		if (accents == LEXICON_CAPITAL_BARE)
			find_initial(letters, extra, terms);
		else if (may_lack)
			find_accents(letters, accents, extra, terms);
		return true;
	}
	if (may_lack && find_accents(letters, accents, 0, terms))
		return true;
	/* unknown and without any accent: the accents were omitted */
	if (accents != LEXICON_RESTORE && is_bare(letters) &&
		find_accents(letters, LEXICON_RESTORE, 0, terms))
		return true;
	return find_diaeresis(letters, terms) ||
		   (letters->count >= LOOSE_LETTERS_MIN && find_apostrophe(letters, terms));
}

static void
clear_terms(WordTerms *terms)
{
	terms->count = 0;
	terms->stop = false;
	terms->stop_bits = 0;
	terms->known = false;
	terms->start[0] = 0;
}

void
word_terms_add(WordTerms *terms, Str text, unsigned int bits)
{
	add_term(terms, text, STR(""), bits);
}

void
word_terms_set(WordTerms *terms, Str text, unsigned int bits)
{
	clear_terms(terms);
	word_terms_add(terms, text, bits);
}

/* Are all letters lowercase ASCII, as in most unknown words? */
static bool
is_plain(Str word)
{
	for (uint32_t i = 0; i < word.len; i++)
		if (word.data[i] < 'a' || word.data[i] > 'z')
			return false;
	return true;
}

/* Adds the term of a word that the lexicon lacks: without accents and without the plural ending. */
static void
add_stem(Str word, WordTerms *terms)
{
	uint32_t from = terms->start[terms->count];
	char *text = terms->text + from;
	size_t end = word.len;

	if (terms->count == WORD_TERMS_MAX || word.len > FOLD_WORD_MAX ||
		FOLD_WORD_MAX + from > WORD_TERM_BYTES)
		return;
	if (is_plain(word))
		memcpy(text, word.data, word.len);
	else
		end = fold_plain(word, text, WORD_TERM_BYTES - from);
	if (end > STEM_BYTES_MIN &&
		(text[end - 1] == 's' || (text[end - 1] == 'x' && text[end - 2] == 'u')))
		end--; /* the plural of -eau and -eu; Castex keeps its x */
	if (end > 0)
		close_term(terms, from + (uint32_t) end, READING_ALL | TERM_CERTAIN);
}

/*
 * Finds the terms of a word that is not a form of the lexicon (script NOWHERE), or may also be
 * another one.
 */
static void
search_terms(Str word, uint32_t script, LexiconAccents accents, bool capital, WordTerms *terms)
{
	Letters letters;

	if (read_letters(word, &letters))
	{
		if (letters.ligature)
		{
			char text[LETTERS_MAX * 2];

			lexicon_terms(spell(&letters, text), accents | (capital ? LEXICON_CAPITAL : 0), terms);
			return;
		}
		if (accents == LEXICON_RESTORE && !is_bare(&letters))
			accents = LEXICON_AS_WRITTEN; /* who types one accent types them all */
		terms->known = find_word(&letters, word, script, accents, terms) ||
					   (!capital && !is_bare(&letters) && /* some were omitted: agé */
						find_accents(&letters, LEXICON_RESTORE, 0, terms));
		if (terms->stop)
			terms->count = 0;
		if (terms->known)
			return;
		if (capital || !find_loosely(&letters, terms))
			clear_terms(terms);
	}
	add_stem(word, terms);
}

void
lexicon_terms_at(uint32_t place, Str word, LexiconAccents how, WordTerms *terms)
{
	uint32_t script = script_at(place);
	LexiconAccents accents = how & (LEXICON_CAPITAL - 1);

	clear_terms(terms);
	if (script == LEXICON_NOWHERE || accents != LEXICON_AS_WRITTEN)
	{
		search_terms(word, script, accents, (how & LEXICON_CAPITAL) != 0, terms);
		return;
	}
	terms->known = true;
	run_script(terms, word, script, 0);
}

void
lexicon_terms(Str word, LexiconAccents how, WordTerms *terms)
{
	lexicon_terms_at(find_place(word), word, how, terms);
}

void
lexicon_accented_terms(Str word, WordTerms *terms)
{
	uint32_t kept = 0;
	Letters letters;

	clear_terms(terms);
	if (!read_letters(word, &letters) || !is_bare(&letters))
		return;
	find_accents(&letters, LEXICON_RESTORE, 0, terms);
	for (uint32_t i = 0; i < terms->count; i++)
		if (terms->bits[i] & TERM_STOP)
			word_terms_move(terms, i, kept++);
	terms->count = (uint8_t) kept;
}

bool
lexicon_has(Str word)
{
	char text[LETTERS_MAX * 2];
	Letters letters;

	if (script_at(find_place(word)) != LEXICON_NOWHERE)
		return true;
	return read_letters(word, &letters) && letters.ligature &&
		   script_at(find_place(spell(&letters, text))) != LEXICON_NOWHERE;
}
