/*
 * number_scan.c
 *	  Every number of a text, in order. A text in, one number a call out.
 *
 * A figure or word that starts a number is read by the grammar; this file decides which of them are
 * not numbers in their place: Covid-19, 8h15, "l'un", "une quarantaine" without a noun.
 */
#include "french/number_internal.h"

#include "french/lexicon.h"

/* Bytes without a number after which the caller gets a chance to be cancelled. */
#define PAUSE_BYTES (64 * 1024)

void
number_start(NumberScanner *scanner, Str text)
{
	*scanner = (NumberScanner){.text = text};
}

/* ---------------------------------------------------------------- figures */

/* Is the figure at a byte joined to what precedes it: G20, Covid-19, 3,14? */
static bool
joined_before(Str text, uint32_t at)
{
	TextChar mark = text_char_before(text, at);
	TextChar before;

	if (at == 0)
		return false;
	if (char_class_in_word(mark) || mark.code == '_')
		return true;
	if (mark.class != CLASS_HYPHEN && mark.code != '+' && mark.code != '.' && mark.code != ',' &&
		mark.code != '/' && mark.code != ':')
		return false;
	before = text_char_before(text, at - (mark.code < 0x80 ? 1 : mark.code < 0x800 ? 2 : 3));
	return mark.class == CLASS_HYPHEN || mark.code == '+' || mark.code == '/'
			   ? char_class_in_word(before)
			   : before.class == CLASS_DIGIT;
}

/* A sign glued to the figure, after a space or a bracket: "(-1 point)". */
static uint32_t
sign_start(Str text, uint32_t at, bool *negative)
{
	TextChar sign = text_char_before(text, at);
	uint32_t start = at - (sign.code < 0x80 ? 1 : 3);

	*negative = false;
	if (at == 0 || (sign.code != '-' && sign.code != '+' && sign.code != 0x2212))
		return at;
	*negative = sign.code != '+';
	return start;
}

static bool
scan_figure(NumberScanner *scanner, uint32_t at, NumberFound *number)
{
	Str text = scanner->text;
	bool joined = joined_before(text, at);
	bool found = number_figures_read(text, at, false, number);
	bool negative;

	scanner->next = number->end;
	if (joined || !found)
		return false;
	number->start = sign_start(text, at, &negative);
	number->value.negative = negative;
	return true;
}

/* ---------------------------------------------------------------- words */

/* Is the word at start the second part of a compound: "avant-deux", but not "quatre-cinq"? */
static bool
compound_before(const NumberScanner *scanner, uint32_t start)
{
	Str text = scanner->text;
	TextChar mark = text_char_before(text, start);

	if (scanner->last != 0 && start - scanner->last <= 3)
		return false;

	return start > 1 && mark.class == CLASS_HYPHEN &&
		   text_char_before(text, start - (mark.code < 0x80 ? 1 : 3)).class == CLASS_LETTER;
}

/* Is the number the first part of a compound: deux-roues, trois-mâts, cent-gardes? */
static bool
compound_after(Str text, uint32_t end)
{
	TextChar mark = text_char_at(text, end);
	NumberToken next;

	if (number_token_read(text, mark.end, &next) && next.class != NUMBER_WORD_NONE &&
		next.class <= NUMBER_WORD_THOUSAND)
		return false;
	return mark.class == CLASS_HYPHEN && text_char_at(text, mark.end).class == CLASS_LETTER;
}

/* Reads the word after the number, on the same line; its class is NONE if it is no number word. */
static bool
word_after(Str text, uint32_t end, NumberToken *token)
{
	uint32_t at = number_spaces(text, end);

	return at > end && number_token_read(text, at, token);
}

static bool
folds_to(Str text, const NumberToken *token, const char *word)
{
	char folded[NUMBER_FOLD_BYTES];
	uint32_t len = number_fold(str_sub(text, token->start, token->end - token->start), folded);

	return len == strlen(word) && memcmp(folded, word, len) == 0;
}

/* Is this word a plural noun, as it may be: "neuf personnes", "neuf jeux"? */
static bool
is_plural(Str text, const NumberToken *token)
{
	char last = text.data[token->end - 1];

	return token->class == NUMBER_WORD_NONE && token->end - token->start > 3 &&
		   (last == 's' || last == 'x' || last == 'z');
}

/*
 * "neuf personnes", "neuf pour cent", but not "un téléphone neuf"; "une seconde vague", but not
 * "une seconde".
 */
static bool
doubtful_stands(Str text, const NumberFound *number, const NumberToken *first)
{
	NumberToken next;

	if (first->flags & NUMBER_IS_ONE || !word_after(text, number->end, &next))
		return false;
	if (number_percent_read(text, number->end) != 0)
		return true;
	if (first->class == NUMBER_WORD_FIRST)
		return next.class == NUMBER_WORD_NONE && next.end - next.start > 3 &&
			   !folds_to(text, &next, "plus");
	return first->class == NUMBER_WORD_UNIT && is_plural(text, &next);
}

/* "quart d'heure", "quart de finale" after a count. */
static bool
is_idiom(Str text, const NumberFound *number)
{
	NumberToken next;
	TextChar mark;

	if (number->kind != NUMBER_FRACTION || !word_after(text, number->end, &next) ||
		!number_is_link(&next, NUMBER_LINK_DE))
		return false;
	mark = text_char_at(text, next.end);
	return number_token_read(
			   text, mark.class == CLASS_APOSTROPHE ? mark.end : number_spaces(text, next.end),
			   &next) &&
		   (folds_to(text, &next, "heure") || folds_to(text, &next, "finale"));
}

/*
 * A single part of a whole is meant only before "de": "un dixième des élèves", "un troisième but".
 */
static bool
part_is_ordinal(Str text, const NumberFound *number, const NumberToken *first)
{
	NumberToken next;

	if (number->kind != NUMBER_FRACTION || !(first->flags & NUMBER_IS_ONE) ||
		number_token_next(text, first->end, &next) == false || !(next.flags & NUMBER_IS_ORDINAL))
		return false;
	if (first->flags & NUMBER_IS_FEMININE || next.value < 5)
		return true;
	return !word_after(text, number->end, &next) || next.class != NUMBER_WORD_LINK ||
		   (next.value != NUMBER_LINK_DE && next.value != NUMBER_LINK_DES);
}

/* "la moitié", "le tiers des voix": the number starts with the article. */
static bool
scan_part(NumberScanner *scanner, const NumberToken *token, NumberFound *number)
{
	Str text = scanner->text;
	NumberToken next;

	if (scanner->article == 0 || (token->flags & NUMBER_IS_DOUBTFUL))
		return false;
	if (token->value > 2 &&
		(!word_after(text, token->end, &next) || next.class != NUMBER_WORD_LINK))
		return false;
	number->start = scanner->article - 1;
	number->end = token->end;
	number->kind = NUMBER_FRACTION;
	number->value = number_ratio(1, token->value);
	return !is_idiom(text, number);
}

static bool
is_alone_no_number(Str text, const NumberFound *number, const NumberToken *first)
{
	NumberToken next;

	if (number->end != first->end)
		return false;
	if (first->class == NUMBER_WORD_HUNDRED && (first->flags & NUMBER_IS_PLURAL) &&
		!(first->flags & NUMBER_IS_ORDINAL))
		return true; /* 50 cents */
	if (first->class == NUMBER_WORD_THOUSAND && (first->flags & NUMBER_IS_DOUBTFUL))
		return true; /* mil */
	return first->class == NUMBER_WORD_FIRST && word_after(text, number->end, &next) &&
		   (folds_to(text, &next, "ministre") || folds_to(text, &next, "ministres"));
}

static bool
scan_word(NumberScanner *scanner, const NumberToken *token, NumberFound *number)
{
	Str text = scanner->text;
	bool doubtful;

	if (token->class == NUMBER_WORD_PART)
		return scan_part(scanner, token, number);
	if (!number_words_read(text, token, number, &doubtful))
		return false;
	if (compound_before(scanner, token->start) || compound_after(text, number->end) ||
		is_alone_no_number(text, number, token))
	{
		scanner->next = number->end;
		return false;
	}
	if (doubtful && !doubtful_stands(text, number, token))
	{
		/* "une quarantaine" is passed over as a whole. */
		scanner->next = number->kind == NUMBER_APPROXIMATE ? number->end : token->end;
		return false;
	}
	if (is_idiom(text, number) || part_is_ordinal(text, number, token))
		return false; /* goes on with the word after the count */
	return true;
}

/* XXIe, Ier. */
static bool
scan_roman(Str text, const NumberToken *token, NumberFound *number)
{
	bool ordinal;
	uint32_t value;
	uint32_t end = number_roman_read(text, token->start, &ordinal, &value);

	if (end == 0 || !ordinal)
		return false;
	number->start = token->start;
	number->end = end;
	number->kind = NUMBER_ORDINAL;
	number->value = number_of(value, 0);
	return true;
}

static bool
starts_roman(char c)
{
	return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C' || c == 'M' || c == 'D';
}

static bool
scan_letters(NumberScanner *scanner, uint32_t at, NumberFound *number)
{
	Str text = scanner->text;
	NumberToken token;
	bool found;

	if (!number_token_read(text, at, &token))
	{
		scanner->next = text_char_at(text, at).end;
		return false;
	}
	scanner->next = token.end;
	if (token.class == NUMBER_WORD_NONE)
		found = starts_roman(text.data[at]) && scan_roman(text, &token, number);
	else
		found = scan_word(scanner, &token, number);
	scanner->article = !found && number_is_link(&token, NUMBER_LINK_LE) ? token.start + 1 : 0;
	return found;
}

/* ---------------------------------------------------------------- the text */

/* What a number is not before its place is known: percent, approximate, negative. */
static void
settle(Str text, NumberFound *number)
{
	uint32_t end;

	if (number->kind == NUMBER_ORDINAL)
		return;
	end = number_percent_read(text, number->end);
	if (end != 0)
	{
		number->end = end;
		number->kind = NUMBER_PERCENT;
	}
	else if (number->kind == NUMBER_CARDINAL && number_about_before(text, number->start))
		number->kind = NUMBER_APPROXIMATE;
}

static bool
scan_at(NumberScanner *scanner, uint32_t at, NumberFound *number)
{
	unsigned char c = (unsigned char) scanner->text.data[at];
	uint32_t end;

	if (ascii_digit((char) c))
		return scan_figure(scanner, at, number);
	if (c >= 0xC2 || ascii_alpha((char) c))
	{
		end = c >= 0xC2 ? number_vulgar_read(scanner->text, at, &number->value) : 0;
		if (end == 0)
			return scan_letters(scanner, at, number);
		number->start = at;
		number->end = scanner->next = end;
		number->kind = NUMBER_FRACTION;
		return true;
	}
	scanner->next = at + 1;
	return false;
}

NumberStep
number_next(NumberScanner *scanner, NumberFound *number)
{
	uint32_t pause = scanner->next + PAUSE_BYTES;

	while (scanner->next < scanner->text.len)
	{
		if (scan_at(scanner, scanner->next, number))
		{
			settle(scanner->text, number);
			scanner->next = scanner->last = number->end;
			scanner->article = 0;
			return NUMBER_FOUND;
		}
		if (scanner->next >= pause)
			return NUMBER_PAUSED;
	}
	return NUMBER_END;
}

uint32_t
number_integer_at(Str text, uint32_t at, uint32_t *value, bool *ordinal)
{
	NumberToken token;
	NumberInteger integer;
	NumberFound number;

	if (text_char_at(text, at).class == CLASS_DIGIT)
	{
		if (!number_figures_read(text, at, false, &number) || number.value.power != 0 ||
			number.value.digits > 999999999)
			return 0;
		*value = (uint32_t) number.value.digits;
		*ordinal = number.kind == NUMBER_ORDINAL;
		return number.end;
	}
	if (!number_token_read(text, at, &token))
		return 0;
	*ordinal = token.flags & NUMBER_IS_ORDINAL;
	*value = token.value;
	if (token.class == NUMBER_WORD_FIRST)
		return token.end;
	if (!number_integer_read(text, &token, &integer) || integer.value > 999999999)
		return 0;
	*value = (uint32_t) integer.value;
	*ordinal = integer.flags & NUMBER_IS_ORDINAL;
	return integer.end;
}

bool
number_words_at(Str text, uint32_t at, NumberWords *words)
{
	NumberToken first;
	NumberInteger integer;
	NumberFound number;

	if (!number_token_read(text, at, &first) || first.class == NUMBER_WORD_NONE ||
		!number_below_million_read(text, &first, &integer) || compound_after(text, integer.end))
		return false;
	number.end = integer.end;
	*words = (NumberWords){.value = (uint32_t) integer.value,
						   .end = integer.end,
						   .ordinal = integer.flags & NUMBER_IS_ORDINAL,
						   .several = !integer.lone,
						   .article = integer.lone && (first.flags & NUMBER_IS_ONE),
						   .doubtful = integer.lone && (first.flags & NUMBER_IS_DOUBTFUL)};
	if (is_alone_no_number(text, &number, &first))
		return false;
	return !words->doubtful || doubtful_stands(text, &number, &first);
}

bool
number_cardinal_at(Str text, uint32_t at, NumberValue *value)
{
	NumberToken first;
	NumberFound number;
	bool doubtful;

	if (!number_token_read(text, at, &first) || first.class == NUMBER_WORD_NONE ||
		!number_words_read(text, &first, &number, &doubtful) || number.kind != NUMBER_CARDINAL)
		return false;
	*value = number.value;
	return true;
}
