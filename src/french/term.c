/*
 * term.c
 *	  See term.h. Abbreviations, symbols and names are handled here, words and numbers in files of
 *	  their own.
 */
#include "french/term_internal.h"

#include "french/abbreviation.h"
#include "french/char_class.h"
#include "french/token.h"
#include "text/fold.h"

/*
 * Adds the words of an abbreviation, which are no verbs: words are separated by spaces, alternatives
 * by bars.
 */
static void
add_expansion(Terms *terms, Str words)
{
	WordTerms found;

	uint32_t start = 0;

	for (uint32_t i = 0; i <= words.len; i++)
	{
		if (i < words.len && words.data[i] != ' ' && words.data[i] != '|')
			continue;
		lexicon_terms(str_sub(words, start, i - start), LEXICON_AS_WRITTEN, &found);
		word_terms_keep(&found, READING_ALL & ~READING_VERB);
		terms_add_found(terms, &found);
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
	if (found == NULL && (places & ABBREVIATION_UNIT))
		found = abbreviation_find_unit(token);
	if (found == NULL && str_starts_ascii(token, STR("pour")))
		found = abbreviation_find(STR("%"), places);
	if (found == NULL ||
		(found->place & (ABBREVIATION_UNIT | ABBREVIATION_STREET | ABBREVIATION_TITLE)))
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

/* Does a word of #BalanceTonPorc, @JLMelenchon or #Lyon2030 start at this byte (not the first)? */
static bool
opens_part(Str name, uint32_t byte)
{
	TextChar ch = text_char_at(name, byte);
	TextChar next = text_char_at(name, ch.end);

	if (name.data[byte - 1] == '_' ||
		ascii_digit(name.data[byte - 1]) != ascii_digit(name.data[byte]))
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
		if (beside)
			terms_add_beside(terms, word_term(&found, 0));
		else
			terms_add(terms, word_term(&found, 0));
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

/*
 * « 20 k€ »: the number before it is already a thousand times as large, and nobody says « 20 mille
 * euros ».
 */
static bool
is_scale_of_euros(Str token, const TermPlace *place)
{
	uint32_t end;

	if (place == NULL || token.len != 1 || ascii_lower(token.data[0]) != 'k')
		return false;
	end = place->start + token.len;
	return text_char_at(place->text, end).code == 0x20AC;
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
						   ABBREVIATION_MONTH | ABBREVIATION_STREET | ABBREVIATION_TITLE |
						   ABBREVIATION_NUMBERED,
					   terms);
			break;
		case TERM_SYMBOL:
			if (is_scale_of_euros(token, place))
				break;
			make_short(token, ABBREVIATION_AFTER_NUMBER | ABBREVIATION_UNIT | ABBREVIATION_SIGN,
					   terms);
			break;
		case TERM_NAME:
			make_name(token, terms);
			break;
	}
}
