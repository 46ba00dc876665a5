/*
 * token_short.c
 *	  Short words that represent others: M., Mme, St, n°, 5 M€, 63 pour cent, XXe.
 */
#include "base/array.h"
#include "french/abbreviation.h"
#include "french/number.h"
#include "french/token_internal.h"
#include "text/fold.h"

#define SHORT_BYTES_MAX 12

static uint32_t
skip_spaces(Str text, uint32_t byte)
{
	/* at most three: a name is on the same line */
	for (int i = 0; i < 3 && byte < text.len; i++)
	{
		TextChar ch = text_char_at(text, byte);

		if (ch.class != CLASS_SPACE || ch.code == '\n')
			break;
		byte = ch.end;
	}
	return byte;
}

/* Is there a particle before a name, as in « Gal de Gaulle »? */
static bool
opens_particle(Str text, uint32_t start)
{
	static const Str particles[] = {STR("de"), STR("du"), STR("d")};
	uint32_t end = char_class_letters_end(text, start);
	TextChar joint = text_char_at(text, end);

	return (joint.class == CLASS_SPACE || joint.class == CLASS_APOSTROPHE) &&
		   char_class_is_capital(text_char_at(text, joint.end).code) &&
		   str_is_one_of(str_sub(text, start, end - start), particles, lengthof(particles));
}

/*
 * M. Dupont, M Dupont, M.Dupont, M. le maire, M. at the end of the text, Dr de Broca.
 */
static bool
stands_before_name(Str text, uint32_t start, uint32_t end)
{
	bool point = text_char_at(text, end).code == '.';
	uint32_t after = skip_spaces(text, end + point);
	Str article;

	if (after >= text.len)
		return point;
	if (!point && after == end)
		return false;
	if (char_class_is_capital(text_char_at(text, after).code))
		return true;
	article = str_sub(text, after, char_class_letters_end(text, after) - after);
	if (point && (str_equal(article, STR("le")) || str_equal(article, STR("l"))))
		return true;
	return (point || end - start > 1) && opens_particle(text, after);
}

/* « p. 45 », « no 12 ». */
static bool
stands_before_number(Str text, uint32_t start, uint32_t end)
{
	bool point = text_char_at(text, end).code == '.';

	return (point || ascii_lower(text.data[start]) == 'n') &&
		   text_char_at(text, skip_spaces(text, end + point)).class == CLASS_DIGIT;
}

/* « av. Foch », « CRS Foch », « pl. de l'Église », « art. 3 »; not « av » alone. */
static bool
stands_before_place(Str text, uint32_t end)
{
	static const Str articles[] = {STR("de"), STR("du"), STR("des"), STR("d"), STR("la")};
	bool point = text_char_at(text, end).code == '.';
	uint32_t after = skip_spaces(text, end + point);
	Str next = str_sub(text, after, char_class_letters_end(text, after) - after);

	if (after > end && char_class_is_capital(text_char_at(text, after).code))
		return true;
	for (size_t i = 0; point && i < lengthof(articles); i++)
		if (str_equal(next, articles[i]))
			return true;
	return point && text_char_at(text, after).class == CLASS_DIGIT;
}

/*
 * « 2 janv. », « janv. 2024 », « 2 janv 2024 »: two of a number before, a period, a number after.
 */
static bool
is_month(const TokenScanner *scanner, uint32_t end)
{
	bool point = text_char_at(scanner->text, end).code == '.';
	uint32_t after = skip_spaces(scanner->text, end + point);
	bool number = text_char_at(scanner->text, after).class == CLASS_DIGIT;

	return scanner->after_number + point + number >= 2;
}

/* n°: the degree sign belongs to the letter. */
static bool
read_numero(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	TextChar sign;

	if (end - start != 1 || ascii_lower(scanner->text.data[start]) != 'n')
		return false;
	sign = text_char_at(scanner->text, end);
	return (sign.code == 0xB0 || sign.code == 0xBA) &&
		   token_write(scanner, token, TOKEN_ABBREVIATION, start, sign.end);
}

static inline bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/*
 * Saves the lookup for most words: in lowercase, only units and what starts with two consonants
 * (dr, mme) or has an accent after a consonant (tél) can be abbreviations.
 */
static inline bool
may_be_abbreviation(const TokenScanner *scanner, uint32_t start, uint32_t end)
{
	const char *word = scanner->text.data + start;

	if (end - start > ABBREVIATION_BYTES_MAX)
		return false;
	if (scanner->after_number || word[0] < 'a' || word[0] > 'z' ||
		text_char_at(scanner->text, end).code == '.')
		return true;
	if (scanner->text.data[end - 1] == 'o' && text_char_at(scanner->text, end).code == ' ')
		return text_char_at(scanner->text, end + 1).class == CLASS_DIGIT; /* no 12 */
	return !is_vowel(word[0]) && (end - start == 1 || !is_vowel(word[1]));
}

/* Is this one of the letters of Roman ordinals? */
static inline bool
opens_roman(char c)
{
	return (c & ~0x20) == 'I' || (c & ~0x20) == 'V' || (c & ~0x20) == 'X';
}

/* n° 2 M. Velter, but 210 M, and 100 m². at the end of a sentence. */
static bool
is_title_after_number(Str text, uint32_t start, uint32_t end)
{
	return text_char_at(text, end).code == '.' && skip_spaces(text, end + 1) < text.len &&
		   stands_before_name(text, start, end) &&
		   abbreviation_find(str_sub(text, start, end - start), ABBREVIATION_BEFORE_NAME) != NULL;
}

/* Returns the number that is the word before this byte, or the last word of one; else 0. */
static uint32_t
count_before(Str text, uint32_t start)
{
	uint32_t end = start > 0 && text.data[start - 1] == ' ' ? start - 1 : 0;
	uint32_t word = end;
	uint32_t value;
	bool ordinal;

	while (word > 0 && end - word < SHORT_BYTES_MAX &&
		   (ascii_alpha(text.data[word - 1]) || (unsigned char) text.data[word - 1] >= 0x80))
		word--;
	return word < end && number_integer_at(text, word, &value, &ordinal) == end && !ordinal ? value
																							: 0;
}

/* « 10 KM », « dix km », but not « un m ». */
static bool
read_unit(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str word = str_sub(scanner->text, start, end - start);

	return abbreviation_find_unit(word) != NULL &&
		   (scanner->after_number || count_before(scanner->text, start) > (word.len == 1)) &&
		   token_write(scanner, token, TOKEN_SYMBOL, start, end);
}

/* Mme and St anywhere, M. before a name, M and km after a number. */
static bool
read_abbreviation(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str text = scanner->text;
	unsigned int places = ABBREVIATION_ALWAYS | ABBREVIATION_BEFORE_NAME | ABBREVIATION_SIGN |
						  ABBREVIATION_MONTH | ABBREVIATION_STREET | ABBREVIATION_TITLE |
						  ABBREVIATION_NUMBERED;
	const Abbreviation *found;

	if (scanner->after_number && !is_title_after_number(text, start, end))
		places |= ABBREVIATION_AFTER_NUMBER | ABBREVIATION_UNIT;
	found = abbreviation_find(str_sub(text, start, end - start), places);
	if (found == NULL)
		return read_unit(scanner, start, end, token);
	if (found->place == ABBREVIATION_AFTER_NUMBER || found->place == ABBREVIATION_UNIT)
		return token_write(scanner, token, TOKEN_SYMBOL, start, end);
	if (((found->place & (ABBREVIATION_BEFORE_NAME | ABBREVIATION_TITLE)) &&
		 !stands_before_name(text, start, end)) ||
		(found->place == ABBREVIATION_NUMBERED && !stands_before_number(text, start, end)) ||
		(found->place == ABBREVIATION_MONTH && !is_month(scanner, end)) ||
		(found->place == ABBREVIATION_STREET && !stands_before_place(text, end)))
		return false;
	if (!(found->place & (ABBREVIATION_ALWAYS | ABBREVIATION_SIGN)))
		end += text_char_at(text, end).code == '.';
	return token_write(scanner, token, TOKEN_ABBREVIATION, start, end);
}

/* 63 pour cent is 63 %, and so is it in words. */
static bool
read_percent(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str text = scanner->text;
	uint32_t second;

	if (!str_equal_ascii(str_sub(text, start, end - start), STR("pour")) ||
		!(scanner->after_number || count_before(text, start) > 0))
		return false;
	second = skip_spaces(text, end);
	if (second == end || !str_equal_ascii(str_sub(text, second, 4), STR("cent")) ||
		char_class_in_word(text_char_at(text, second + 4)))
		return false;
	return token_write(scanner, token, TOKEN_SYMBOL, start, second + 4);
}

static bool
is_ordinal_ending(Str written, bool of_one)
{
	static const Str of_any[] = {STR("e"),	  STR("es"),   STR("eme"),
								 STR("emes"), STR("ieme"), STR("iemes")};
	static const Str of_first[] = {STR("er"), STR("re"), STR("ere")};
	char folded[SHORT_BYTES_MAX + 8];
	Str ending;

	if (written.len == 0 || written.len > SHORT_BYTES_MAX / 2)
		return false;
	ending = str_make(folded, fold_plain(written, folded, sizeof(folded)));
	for (size_t i = 0; i < lengthof(of_any); i++)
		if (str_equal(of_any[i], ending))
			return true;
	for (size_t i = 0; of_one && i < lengthof(of_first); i++)
		if (str_equal(of_first[i], ending))
			return true;
	return false;
}

/*
 * Returns how many letters from the start are i, v and x; bit is 0 for uppercase, 0x20 for
 * lowercase.
 */
static uint32_t
count_roman(Str word, char bit)
{
	uint32_t count = 0;

	while (count < word.len && (word.data[count] == ('I' | bit) ||
								word.data[count] == ('V' | bit) || word.data[count] == ('X' | bit)))
		count++;
	return count;
}

int
token_roman_ordinal(Str word)
{
	char roman[SHORT_BYTES_MAX];
	uint32_t len;
	int value;
	bool certain;

	if (word.len < 2 || word.len > SHORT_BYTES_MAX)
		return 0;
	len = count_roman(word, 0);
	/* XXe and Ve are certainly numbers; so are XXE and xxe, but not VIE and vie, which are words */
	certain = len > 0 && len < word.len && (word.data[len] < 'A' || word.data[len] > 'Z');
	if (len == 0)
		len = count_roman(word, 0x20);
	if (len == 0 || len == word.len || (!certain && len < 2))
		return 0;
	for (uint32_t i = 0; i < len; i++)
		roman[i] = (char) (word.data[i] & ~0x20);
	value = (int) number_roman_value(roman, len);
	if (value == 0 || (!certain && value == 6) ||
		!is_ordinal_ending(str_sub(word, len, word.len), value == 1))
		return 0;
	return value;
}

static bool
read_roman(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	return token_roman_ordinal(str_sub(scanner->text, start, end - start)) > 0 &&
		   token_write(scanner, token, TOKEN_ORDINAL, start, end);
}

bool
token_is_short_word(Str word)
{
	if (word.len > SHORT_BYTES_MAX)
		return false;
	return (word.len == 1 && ascii_lower(word.data[0]) == 'n') ||
		   str_equal_ascii(word, STR("pour")) || abbreviation_exists(word) ||
		   (opens_roman(word.data[0]) && token_roman_ordinal(word) > 0);
}

bool
token_read_short(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	if (end - start > SHORT_BYTES_MAX)
		return false;
	if (read_numero(scanner, start, end, token) || read_percent(scanner, start, end, token))
		return true;
	if (may_be_abbreviation(scanner, start, end) && read_abbreviation(scanner, start, end, token))
		return true;
	return opens_roman(scanner->text.data[start]) && read_roman(scanner, start, end, token);
}
