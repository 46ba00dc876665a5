/*
 * term.c
 *	  See term.h. Abbreviations, symbols and names are handled here, words and numbers in files of
 *	  their own.
 */
#include "french/term_internal.h"

#include "french/abbreviation.h"
#include "french/char_class.h"
#include "french/inclusive.h"
#include "french/token.h"
#include "text/fold.h"

static void
add(Terms *terms, Str text, bool beside, unsigned int bits)
{
	Term *term = &terms->items[terms->count];

	if (text.len == 0 || terms->count == TERMS_MAX || text.len > TERM_BYTES_MAX - terms->used)
		return;
	if (!beside)
		terms->variant++;
	term->start = (uint16_t) terms->used;
	term->len = (uint16_t) text.len;
	term->variant = terms->variant;
	term->bits = (uint16_t) bits;
	term->step = terms->step;
	memcpy(terms->text + terms->used, text.data, text.len);
	terms->used += text.len;
	terms->count++;
	terms->step = false;
}

void
terms_add(Terms *terms, Str text)
{
	add(terms, text, false, TERM_USUAL);
}

void
terms_add_bits(Terms *terms, Str text, unsigned int bits)
{
	add(terms, text, false, bits);
}

void
terms_add_beside(Terms *terms, Str text)
{
	add(terms, text, true, TERM_USUAL);
}

void
terms_step(Terms *terms)
{
	terms->step = terms->count > 0;
}

bool
terms_add_word(Terms *terms, Str word, LexiconAccents accents, bool only_first)
{
	WordTerms found;

	lexicon_terms(word, accents, &found);
	word_terms_keep(&found, READING_ALL);
	if (only_first && found.count > 0)
		terms_add(terms, word_term(&found, 0));
	else
		terms_add_found(terms, &found);
	return !found.stop;
}

void
terms_add_found(Terms *terms, const WordTerms *found)
{
	for (uint32_t i = 0; i < found->count; i++)
		terms_add_bits(terms, word_term(found, i), found->bits[i]);
}

/* Is this the second byte of é and similar letters? æ and ß are spelt out, ÷ is not a letter. */
static inline bool
is_small_accented(unsigned char second)
{
	return second >= 0xA0 && second < 0xC0 && second != 0xA6 && second != 0xB7;
}

bool
term_is_folded(Str word)
{
	for (uint32_t i = 0; i < word.len; i++)
	{
		unsigned char c = (unsigned char) word.data[i];

		if (c >= 'a' && c <= 'z')
			continue;
		if (c != 0xC3 || ++i == word.len || !is_small_accented((unsigned char) word.data[i]))
			return false;
	}
	return true;
}

/* Lowercases a word whose first letter is an ASCII capital. */
static Str
small_initial(Str word, char *buffer)
{
	buffer[0] = ascii_lower(word.data[0]);
	memcpy(buffer + 1, word.data + 1, word.len - 1);
	return str_make(buffer, word.len);
}

static bool
is_capitalised(Str word)
{
	return word.len > 0 && word.len <= TERM_WORD_BYTES && word.data[0] >= 'A' &&
		   word.data[0] <= 'Z' && term_is_folded(str_make(word.data + 1, word.len - 1));
}

Str
term_fold(Str word, char *buffer)
{
	if (term_is_folded(word))
		return word;
	if (is_capitalised(word))
		return small_initial(word, buffer);
	return str_make(buffer, fold_word(word, buffer, TERM_WORD_BYTES));
}

/* Is this an initial whose accented capital is missing on most keyboards? */
static bool
may_lack_accent(char initial)
{
	return initial != '\0' && strchr("ACEIOU", initial) != NULL;
}

LexiconAccents
term_accents(Str word, bool plain)
{
	bool first = true;
	uint32_t capitals = 0;

	if (plain)
		return char_class_is_capital(text_char_at(word, 0).code) ? LEXICON_RESTORE | LEXICON_CAPITAL
																 : LEXICON_RESTORE;
	for (uint32_t i = 0; i < word.len;)
	{
		TextChar ch = text_char_at(word, i);

		i = ch.end;
		if (ch.class != CLASS_LETTER)
			continue;
		if (!char_class_is_capital(ch.code))
			break;
		capitals++;
		if (i == word.len && capitals > 1)
			return LEXICON_CAPITAL |
				   (token_text_has_accents(word) ? LEXICON_AS_WRITTEN : LEXICON_RESTORE);
		first = false;
	}
	if (!first && capitals == 1 && may_lack_accent(word.data[0]))
		return LEXICON_CAPITAL_BARE | LEXICON_CAPITAL;
	return first ? LEXICON_AS_WRITTEN : LEXICON_AS_WRITTEN | LEXICON_CAPITAL;
}

/* Adds the words of an abbreviation: words are separated by spaces, alternatives by bars. */
static void
add_expansion(Terms *terms, Str words)
{
	uint32_t start = 0;

	for (uint32_t i = 0; i <= words.len; i++)
	{
		if (i < words.len && words.data[i] != ' ' && words.data[i] != '|')
			continue;
		terms_add_word(terms, str_sub(words, start, i - start), LEXICON_AS_WRITTEN, false);
		if (i < words.len && words.data[i] == ' ')
			terms_step(terms);
		start = i + 1;
	}
}

static void
make_short(Str token, unsigned int places, Terms *terms)
{
	char folded[TOKEN_WORD_BYTES_MAX + 1];
	const Abbreviation *found;

	if (token.len > 1 && token.data[token.len - 1] == '.')
		token.len--;
	found = abbreviation_find(token, places);
	if (found == NULL && str_starts_ascii(token, STR("pour")))
		found = abbreviation_find(STR("%"), places);
	if (found == NULL || (found->place & (ABBREVIATION_UNIT | ABBREVIATION_STREET)))
		terms_add(terms, str_make(folded, fold_plain(token, folded, sizeof(folded))));
	if (found != NULL)
		add_expansion(terms, found->words);
}

/*
 * Adds what people type for a name without its mark: a word, unless it holds digits or underscores.
 */
static void
add_bare_name(Terms *terms, Str name)
{
	char folded[TOKEN_WORD_BYTES_MAX + 1];
	uint32_t len = fold_word(name, folded, sizeof(folded));

	for (uint32_t i = 0; i < name.len; i++)
		if (name.data[i] == '_' || ascii_digit(name.data[i]))
		{
			terms_add(terms, str_make(folded, fold_plain(name, folded, sizeof(folded))));
			return;
		}
	terms_add_word(terms, str_make(folded, len), LEXICON_AS_WRITTEN | LEXICON_CAPITAL, false);
}

/* Does a word of #BalanceTonPorc or @JLMelenchon start at this byte (not the first one)? */
static bool
opens_part(Str name, uint32_t byte)
{
	TextChar ch = text_char_at(name, byte);
	TextChar next = text_char_at(name, ch.end);

	if (name.data[byte - 1] == '_')
		return true;
	if (!char_class_is_capital(ch.code))
		return false;
	return !char_class_is_capital(text_char_before(name, byte).code) ||
		   (next.class == CLASS_LETTER && !char_class_is_capital(next.code));
}

/* Adds the words of #BalanceTonPorc, which belong together; adds nothing if there is only one. */
static void
add_parts(Terms *terms, Str name)
{
	char folded[TOKEN_WORD_BYTES_MAX + 1];
	uint32_t start = 0;
	bool beside = false;

	for (uint32_t i = 1; i <= name.len; i++)
	{
		WordTerms found;
		Str part;

		if (i < name.len && (((unsigned char) name.data[i] & 0xC0) == 0x80 || !opens_part(name, i)))
			continue;
		if (i == name.len && start == 0)
			return;
		part = str_sub(name, start, i - start);
		start = i;
		part.len = fold_word(part, folded, sizeof(folded));
		while (part.len > 0 && folded[part.len - 1] == '_')
			part.len--;
		lexicon_terms(str_make(folded, part.len), LEXICON_RESTORE | LEXICON_CAPITAL, &found);
		word_terms_keep(&found, READING_ALL);
		if (found.stop || found.count == 0)
			continue;
		add(terms, word_term(&found, 0), beside, TERM_USUAL);
		beside = true;
	}
}

/* Adds lemonde for lemonde.fr. */
static void
add_site(Terms *terms, Str host)
{
	uint32_t end = host.len;
	uint32_t start;

	while (end > 0 && host.data[end - 1] != '.')
		end--;
	if (end == 0)
		return;
	start = --end;
	while (start > 0 && host.data[start - 1] != '.')
		start--;
	terms_add_word(terms, str_sub(host, start, end - start), LEXICON_RESTORE, false);
}

/* Adds the words of an e-mail address, and its host. */
static void
add_email_parts(Terms *terms, Str address)
{
	uint32_t start = 0;
	Str host = STR_NONE;

	for (uint32_t i = 0; i <= address.len; i++)
	{
		Str part = str_sub(address, start, i - start);

		if (i < address.len && strchr("@._-+", address.data[i]) == NULL)
			continue;
		if (part.len > 1)
			terms_add_word(terms, part, LEXICON_RESTORE | LEXICON_CAPITAL, false);
		if (i < address.len && address.data[i] == '@')
			host = str_sub(address, i + 1, address.len);
		start = i + 1;
	}
	if (host.data == NULL)
		return;
	terms_add(terms, host);
	add_site(terms, host);
}

static Str
without_www(Str host)
{
	return str_starts_ascii(host, STR("www.")) ? str_sub(host, 4, host.len) : host;
}

static void
make_name(Str token, Terms *terms)
{
	char folded[TOKEN_WORD_BYTES_MAX + 1];
	Str name = str_make(folded, fold_word(token, folded, sizeof(folded)));
	TextChar mark = text_char_at(token, 0);
	bool host =
		memchr(name.data, '.', name.len) != NULL && memchr(name.data, '@', name.len) == NULL;

	if (host)
		name = without_www(name);
	terms_add(terms, name);
	if (mark.code == '#' || mark.code == '@')
	{
		add_bare_name(terms, str_sub(token, mark.end, token.len));
		add_parts(terms, str_sub(token, mark.end, token.len));
	}
	else if (host)
		add_site(terms, name);
	else if (memchr(name.data, '@', name.len) != NULL)
	{
		uint32_t first = terms->count;

		add_email_parts(terms, name);
		for (uint32_t i = first; i < terms->count; i++)
			terms->items[i].bits &= (uint16_t) ~TERM_USUAL; /* an address finds itself */
	}
}

static void
make_number(Str token, const TermPlace *place, Terms *terms)
{
	char folded[TOKEN_WORD_BYTES_MAX + 1];

	if (term_make_number(token, terms))
		term_add_figures(token, place, terms);
	else if (!term_make_code(token, terms))
	{
		uint32_t len = (uint32_t) fold_plain(token, folded, sizeof(folded));
		uint32_t used = 0;

		for (uint32_t i = 0; i < len; i++) /* an account number in groups */
			if (folded[i] != ' ')
				folded[used++] = folded[i];
		terms_add(terms, str_make(folded, used));
	}
}

void
term_make(TermKind kind, Str token, const TermPlace *place, Terms *terms)
{
	terms->count = 0;
	terms->used = 0;
	terms->variant = 0;
	terms->step = false;
	token = char_class_cut(token, TOKEN_WORD_BYTES_MAX);
	switch (kind)
	{
		case TERM_WORD:
		case TERM_PLAIN:
			term_make_word(token, kind == TERM_PLAIN || term_in_path(token, place), place, terms);
			break;
		case TERM_NUMBER:
			make_number(token, place, terms);
			break;
		case TERM_ABBREVIATION:
			make_short(token,
					   ABBREVIATION_ALWAYS | ABBREVIATION_BEFORE_NAME | ABBREVIATION_SIGN |
						   ABBREVIATION_MONTH | ABBREVIATION_STREET,
					   terms);
			break;
		case TERM_SYMBOL:
			make_short(token, ABBREVIATION_AFTER_NUMBER | ABBREVIATION_UNIT | ABBREVIATION_SIGN,
					   terms);
			break;
		case TERM_NAME:
			make_name(token, terms);
			break;
	}
}

/*
 * Finds the terms of a lowercase word, perhaps with a capital initial, in all its readings. known:
 * NULL, or its entry in the memo. Returns false for any other word.
 */
static bool
find_terms(Str word, bool plain, const MemoWord *known, WordTerms *terms)
{
	char small[TERM_WORD_BYTES];
	LexiconAccents accents = LEXICON_AS_WRITTEN;
	LexiconAccents capital = 0;
	InclusiveForms blend;

	if (!term_is_folded(word))
	{
		if (!is_capitalised(word))
			return false;
		capital = LEXICON_CAPITAL;
		if (may_lack_accent(word.data[0]))
			accents = LEXICON_CAPITAL_BARE;
		word = small_initial(word, small);
	}
	accents = capital | (plain ? LEXICON_RESTORE : accents);
	if (known != NULL && !(known->flags & MEMO_TERMS))
		lexicon_terms_at(known->place, word, accents, terms);
	else
		lexicon_terms(word, accents, terms);
	if (terms->known)
		return true;
	if (inclusive_blend(word, &blend))
		return false;
	term_add_twins(word, terms);
	return true;
}

/* Makes the term of a token that is a name where it stands: plan A, von der Leyen. */
static bool
make_placed(Str token, const TermPlace *place, WordTerms *terms)
{
	if (token.len == 1)
		return term_make_letter(token, place, terms);
	if (token.len != 3 || ascii_lower(token.data[0]) != 'v' || !term_is_particle(token, place))
		return false;
	word_terms_set(terms, STR("von"), READING_NAME | TERM_USUAL | TERM_DEFAULT);
	return true;
}

/* Can the place of a word make a number or such a name of it? */
static bool
depends_on_place(Str word, const MemoWord *known)
{
	return (known->flags & MEMO_COUNTS) ||
		   (word.len == 1 && word.data[0] >= 'A' && word.data[0] <= 'Z') ||
		   (word.len == 3 && ascii_lower(word.data[0]) == 'v');
}

/*
 * Finds the terms of a word, and keeps them in the memo. Sets *certain if no neighbour changes them.
 * Returns false if it is not one word, lowercase or with a capital initial.
 */
static bool
find_new_terms(Str word, bool plain, const TermPlace *place, WordTerms *terms, bool *certain)
{
	MemoWord *known = place != NULL ? place->word : NULL;

	if (known == NULL || (known->flags & MEMO_COUNTS))
		if (term_is_count(word, place))
			return false;
	if (!find_terms(word, plain, known, terms))
		return false;
	*certain = term_is_certain(terms);
	if (known != NULL && !depends_on_place(word, known))
		memo_word_keep(known, plain, *certain, terms);
	return true;
}

bool
term_make_simple(TermKind kind, Str token, const TermPlace *place, WordTerms *terms)
{
	bool certain;
	bool plain;

	if ((kind != TERM_WORD && kind != TERM_PLAIN) || token.len > TOKEN_WORD_BYTES_MAX)
		return false;
	plain = kind == TERM_PLAIN || term_in_path(token, place);
	if (place != NULL && place->word != NULL && memo_word_recall(place->word, plain, terms))
		certain = place->word->flags & MEMO_CERTAIN;
	else if (make_placed(token, place, terms))
		return true;
	else if (!find_new_terms(token, plain, place, terms, &certain))
		return false;
	if (!certain)
		term_choose_reading(token, place, terms);
	if (token.data[0] >= 'A' && token.data[0] <= 'Z')
		term_add_fused(token, place, terms);
	return true;
}
