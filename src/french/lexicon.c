/*
 * lexicon.c
 *	  Words to terms by the lexicon: a word in, the terms of all forms out that it may be meant for.
 *
 * The word is looked for as it is written first, then with the accents that the caller says may be
 * missing, then with doubled letters and accents set right; what is in no way in the lexicon is cut
 * by rule.
 */
#include "french/lexicon.h"

#include "base/utf8.h"
#include "french/fold.h"
#include "french/lexicon_internal.h"

#define LETTERS_MAX 48		/* the longest form has 38 */
#define LOOSE_LETTERS_MIN 6 /* shorter words are too like each other to be set right */
#define STEM_BYTES_MIN 4	/* what must be left when the mark of the plural is cut */
#define NOWHERE UINT32_MAX

typedef struct Letters
{
	uint32_t count;
	uint8_t label[LETTERS_MAX];
} Letters;

/* A walk through the automaton after all forms that match a word. */
typedef struct Walk
{
	const Letters *word;
	LexiconAccents accents;
	Letters form; /* the way so far */
	WordTerms *terms;
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

/* The word in the letters of the lexicon; false if it has others, or too many. */
static bool
read_letters(Str word, Letters *letters)
{
	letters->count = 0;
	for (uint32_t i = 0; i < word.len;)
	{
		uint32_t c = utf8_next(word.data, word.len, &i);

		if (c == 0x153 || c == 0xE6) /* œ, æ */
		{
			if (!add_letter(letters, c == 0xE6 ? 'a' : 'o'))
				return false;
			c = 'e';
		}
		if (!add_letter(letters, c))
			return false;
	}
	return letters->count > 0;
}

/* Where the edge of this label leads. */
static uint32_t
follow(uint32_t state, uint8_t label)
{
	for (;; state++)
	{
		uint32_t edge = lexicon_edge[state];

		if (EDGE_LABEL(edge) == label)
			return EDGE_TARGET(edge);
		if (EDGE_LAST(edge))
			return NOWHERE;
	}
}

/* The script of the form as it is written. */
static uint32_t
find_form(const Letters *form)
{
	uint32_t state = 0;

	for (uint32_t i = 0; i < form->count; i++)
	{
		state = follow(state, form->label[i]);
		if (state == NOWHERE)
			return NOWHERE;
	}
	return follow(state, LEXICON_END);
}

/* Counts the text behind the last term as a term, unless it is one already. */
static void
close_term(WordTerms *terms, uint32_t end)
{
	const char *text = terms->text + terms->start[terms->count];
	uint32_t len = end - terms->start[terms->count];

	for (uint32_t i = 0; i < terms->count; i++)
	{
		if (str_equal(str_make(text, len), str_make(terms->text + terms->start[i],
													terms->start[i + 1] - terms->start[i])))
			return;
	}
	terms->start[++terms->count] = (uint16_t) end;
}

/* One term: the form's first letters, and the bytes to put on. */
static void
add_term(WordTerms *terms, const Letters *form, uint32_t keep, Str ending)
{
	uint32_t end = terms->start[terms->count];

	if (terms->count == WORD_TERMS_MAX || keep * 2 + ending.len > WORD_TERM_BYTES - end)
		return;
	for (uint32_t i = 0; i < keep; i++)
		end += utf8_encode(lexicon_letter[form->label[i]], terms->text + end);
	memcpy(terms->text + end, ending.data, ending.len);
	close_term(terms, end + ending.len);
}

static void
run_script(WordTerms *terms, const Letters *form, uint32_t script)
{
	const uint8_t *p = lexicon_script + script;
	uint8_t count = *p++;

	if (count == LEXICON_STOP)
	{
		terms->stop = true;
		return;
	}
	for (; count > 0; count--)
	{
		add_term(terms, form, form->count - p[0], str_make((const char *) p + 2, p[1]));
		p += 2 + p[1];
	}
}

static void
end_walk(Walk *walk, uint32_t state)
{
	uint32_t script = follow(state, LEXICON_END);

	if (script == NOWHERE)
		return;
	walk->found = true;
	run_script(walk->terms, &walk->form, script);
}

/* May the letter of a form stand for letter i of the word? */
static bool
admits(const Walk *walk, uint32_t i, uint8_t label)
{
	uint8_t letter = walk->word->label[i];

	if (label == letter)
		return true;
	return lexicon_base[label] == letter &&
		   (walk->accents == LEXICON_RESTORE || (walk->accents == LEXICON_CAPITAL_BARE && i == 0));
}

/* All forms that are the word once its missing accents are set. */
static void
walk_accents(Walk *walk, uint32_t state)
{
	uint32_t i = walk->form.count;

	if (i == walk->word->count)
	{
		end_walk(walk, state);
		return;
	}
	for (;; state++)
	{
		uint32_t edge = lexicon_edge[state];
		uint8_t label = EDGE_LABEL(edge);

		if (label != LEXICON_END && admits(walk, i, label))
		{
			walk->form.label[walk->form.count++] = label;
			walk_accents(walk, EDGE_TARGET(edge));
			walk->form.count--;
		}
		if (EDGE_LAST(edge))
			return;
	}
}

/* All forms that differ from the word in accents and doubled letters only.  The word has none of
 * either; its first "read" letters are on the way. */
static void
walk_loosely(Walk *walk, uint32_t state, uint32_t read)
{
	const Letters *word = walk->word;
	uint32_t depth = walk->form.count;

	if (read == word->count)
		end_walk(walk, state);
	for (; depth < LETTERS_MAX; state++)
	{
		uint32_t edge = lexicon_edge[state];
		uint8_t label = EDGE_LABEL(edge);
		uint8_t base = lexicon_base[label];
		bool next = read < word->count && base == word->label[read];

		if (label != LEXICON_END && (next || (read > 0 && base == word->label[read - 1])))
		{
			walk->form.label[walk->form.count++] = label;
			walk_loosely(walk, EDGE_TARGET(edge), read + next);
			walk->form.count--;
		}
		if (EDGE_LAST(edge))
			return;
	}
}

static bool
find_accents(const Letters *word, LexiconAccents accents, WordTerms *terms)
{
	Walk walk = {.word = word, .accents = accents, .terms = terms};

	walk_accents(&walk, 0);
	return walk.found;
}

/* The one word that this may be a slip for: profesionel. */
static bool
find_loosely(const Letters *word, WordTerms *terms)
{
	Letters bare = {.count = 0};
	Walk walk = {.word = &bare, .terms = terms};

	if (word->count < LOOSE_LETTERS_MIN)
		return false;
	for (uint32_t i = 0; i < word->count; i++)
	{
		uint8_t base = lexicon_base[word->label[i]];

		if (bare.count == 0 || bare.label[bare.count - 1] != base)
			bare.label[bare.count++] = base;
	}
	walk_loosely(&walk, 0, 0);
	return walk.found && terms->count == 1 && !terms->stop;
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

/* Does the lexicon know the word, perhaps with other accents?  Its terms, if so. */
static bool
find_word(const Letters *word, LexiconAccents accents, WordTerms *terms)
{
	uint32_t script = find_form(word);

	if (accents == LEXICON_RESTORE && !is_bare(word))
		accents = LEXICON_AS_WRITTEN; /* who writes one accent writes them all */
	if (script != NOWHERE)
	{
		run_script(terms, word, script);
		if (accents != LEXICON_AS_WRITTEN)
			find_accents(word, accents, terms);
		return true;
	}
	if (accents != LEXICON_AS_WRITTEN && find_accents(word, accents, terms))
		return true;
	/* Unknown and without a single accent: they were forgotten. */
	return accents != LEXICON_RESTORE && is_bare(word) &&
		   find_accents(word, LEXICON_RESTORE, terms);
}

static void
clear_terms(WordTerms *terms)
{
	terms->count = 0;
	terms->stop = false;
	terms->known = false;
	terms->start[0] = 0;
}

/* A word that the lexicon lacks: without accents, and without the mark of the plural. */
static void
add_stem(Str word, WordTerms *terms)
{
	size_t end;

	if (word.len > FOLD_WORD_MAX)
		return;
	end = fold_plain(word, terms->text, WORD_TERM_BYTES);
	if (end > STEM_BYTES_MIN && (terms->text[end - 1] == 's' || terms->text[end - 1] == 'x'))
		end--;
	if (end > 0)
		close_term(terms, (uint32_t) end);
}

void
lexicon_terms(Str word, LexiconAccents accents, WordTerms *terms)
{
	Letters letters;

	clear_terms(terms);
	if (read_letters(word, &letters))
	{
		terms->known = find_word(&letters, accents, terms);
		if (terms->stop)
			terms->count = 0;
		if (terms->known || find_loosely(&letters, terms))
			return;
		clear_terms(terms);
	}
	add_stem(word, terms);
}

bool
lexicon_has(Str word)
{
	Letters letters;

	return read_letters(word, &letters) && find_form(&letters) != NOWHERE;
}
