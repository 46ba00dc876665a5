/*
 * token.c
 *	  See token.h. The first character of a token decides which function reads it.
 */
#include "french/token.h"

#include "base/swar.h"
#include "french/abbreviation.h"
#include "french/numeral.h"
#include "french/token_internal.h"

/* Is this an accented Latin letter in two bytes: U+00C0 to U+017F except æ, ×, ÷, œ? */
static bool
is_accented_pair(unsigned char first, unsigned char second)
{
	if (first == 0xC3)
		return second != 0x86 && second != 0x97 && second != 0xA6 && second != 0xB7;
	return (first == 0xC4 || first == 0xC5) &&
		   !(first == 0xC5 && (second == 0x92 || second == 0x93));
}

bool
token_text_has_accents(Str text)
{
	const char *end = text.data + text.len;

	for (const char *at = swar_skip_ascii(text.data, end); end - at > 1;
		 at = swar_skip_ascii(at + 1, end))
	{
		unsigned char first = (unsigned char) at[0];
		unsigned char second = (unsigned char) at[1];

		if (first < 0xC3 || first > 0xCD)
			continue;
		if (is_accented_pair(first, second) || first == 0xCC || (first == 0xCD && second < 0xB0))
			return true;
	}
	return false;
}

/* 7 ms of a text in which every character is beyond ASCII. */
#define ACCENTS_SLICE (1024 * 1024)

bool
token_slice_has_accents(Str text, uint32_t *start)
{
	/* a letter of two bytes may begin with the last one of a slice */
	Str slice = str_sub(text, *start, ACCENTS_SLICE + 1);

	*start += slice.len > ACCENTS_SLICE ? ACCENTS_SLICE : slice.len;
	return token_text_has_accents(slice);
}

void
token_start_as(TokenScanner *scanner, Str text, WordMemo *memo, bool plain)
{
	memset(scanner, 0, sizeof(*scanner));
	scanner->text = text;
	scanner->memo = memo;
	scanner->plain = plain;
}

void
token_start(TokenScanner *scanner, Str text, WordMemo *memo)
{
	token_start_as(scanner, text, memo, !token_text_has_accents(text));
}

/* A hyphen after a space and before a digit is a sign: -5 °C, but not 2010 -2015. */
static bool
is_sign(const TokenScanner *scanner, uint32_t byte)
{
	TextChar sign = text_char_at(scanner->text, byte);
	TextChar before;

	if (sign.class != CLASS_HYPHEN || text_char_at(scanner->text, sign.end).class != CLASS_DIGIT ||
		scanner->after_number)
		return false;
	before = text_char_before(scanner->text, byte);
	return before.class == CLASS_SPACE || before.code == '(';
}

/* Can a character start a token that is not blank? */
static bool
may_open(const TokenScanner *scanner, uint32_t byte, CharClass class)
{
	switch (class)
	{
		case CLASS_LETTER:
		case CLASS_DIGIT:
		case CLASS_IDEOGRAPH:
		case CLASS_SYMBOL:
		case CLASS_MARKUP:
			return true;
		case CLASS_HYPHEN:
			return is_sign(scanner, byte);
		default:
			return false;
	}
}

/* Is this a space between two words, as most are? */
static inline bool
is_lone_space(Str text, uint32_t byte)
{
	return text.data[byte] == ' ' && byte + 1 < text.len && ascii_alpha(text.data[byte + 1]);
}

/* The slash of km/h and of « 20 €/m² »: the letters after it are a unit, as after a number. */
static inline bool
divides_units(Str text, uint32_t byte)
{
	return byte < text.len && text.data[byte] == '/' &&
		   text_char_at(text, byte + 1).class == CLASS_LETTER;
}

/*
 * Reads the character at start, whatever it is, and all up to the next one that can start a token.
 */
static bool
read_blank(TokenScanner *scanner, uint32_t start, Token *token)
{
	uint32_t end = start;

	do
	{
		TextChar ch = text_char_at(scanner->text, end);

		if (ch.class != CLASS_SPACE && !divides_units(scanner->text, end))
			scanner->after_number = false;
		end = ch.end;
	} while (end < scanner->text.len && end - start < TOKEN_BYTES_MAX - 4 &&
			 !may_open(scanner, end, text_char_at(scanner->text, end).class));
	return token_write(scanner, token, TOKEN_BLANK, start, end);
}

/* Are the letters after a number a unit (10km) rather than the rest of a code (4x4, 5G)? */
static bool
number_stands_alone(Str text, uint32_t start, uint32_t end)
{
	bool digits;
	uint32_t after = char_class_word_end(text, end, &digits);

	if (after == end || abbreviation_find(str_sub(text, end, after - end),
										  ABBREVIATION_AFTER_NUMBER | ABBREVIATION_UNIT))
		return true;
	/* 12ans: a word; a number with a mark between its digits is not a code */
	return !digits && (after - end > 2 || memchr(text.data + start, '.', end - start) != NULL ||
					   memchr(text.data + start, ',', end - start) != NULL);
}

/* 13-Novembre: a compound that starts with digits. */
static bool
opens_compound(Str text, uint32_t end)
{
	TextChar joint = text_char_at(text, end);

	return joint.class == CLASS_HYPHEN && text_char_at(text, joint.end).class == CLASS_LETTER;
}

static TokenType
numeral_type(NumeralKind kind)
{
	switch (kind)
	{
		case NUMERAL_ORDINAL:
			return TOKEN_ORDINAL;
		case NUMERAL_HOUR:
			return TOKEN_HOUR;
		case NUMERAL_DATE:
			return TOKEN_DATE;
		case NUMERAL_VERSION:
			return TOKEN_VERSION;
		default:
			return TOKEN_NUMBER;
	}
}

/* Is this the 3 of 1,2,3 or the 13 of 10/11/12/13? */
static bool
continues_row(Str text, uint32_t start)
{
	return start > 1 && text.data[start - 1] != '\0' && strchr(",./:", text.data[start - 1]) &&
		   ascii_digit(text.data[start - 2]);
}

static bool
read_numeral(TokenScanner *scanner, uint32_t start, Token *token)
{
	Numeral numeral;
	uint32_t end;

	numeral_read(str_sub(scanner->text, start, scanner->text.len),
				 continues_row(scanner->text, start), &numeral);
	if (numeral.kind == NUMERAL_NONE)
		return false;
	end = start + numeral.end;
	if (numeral.kind == NUMERAL_NUMBER &&
		(!number_stands_alone(scanner->text, start, end) ||
		 (!numeral.negative && opens_compound(scanner->text, end))))
		return false;
	token_write(scanner, token, numeral_type(numeral.kind), start, end);
	return true;
}

static inline bool
is_fraction(uint32_t code)
{
	return (code >= 0xBC && code <= 0xBE) || (code >= 0x2150 && code <= 0x215E);
}

/* € % $ №, and after a number ° and °C; ½ is a number. */
static bool
read_symbol(TokenScanner *scanner, uint32_t start, Token *token)
{
	Str text = scanner->text;
	uint32_t end = text_char_at(text, start).end;
	uint32_t longer = char_class_letters_end(text, end);
	unsigned int places = ABBREVIATION_SIGN;

	if (is_fraction(text_char_at(text, start).code))
		return token_write(scanner, token, TOKEN_NUMBER, start, end);
	if (scanner->after_number)
		places |= ABBREVIATION_AFTER_NUMBER;
	if (longer > end && abbreviation_find(str_sub(text, start, longer - start), places))
		end = longer;
	else if (!abbreviation_find(str_sub(text, start, end - start), places))
		return false;
	return token_write(scanner, token, TOKEN_SYMBOL, start, end);
}

/* Reads what the previous token announced. */
static bool
read_rest(TokenScanner *scanner, uint32_t start, Token *token)
{
	Str rest =
		char_class_cut(str_sub(scanner->text, start, scanner->rest_end - start), TOKEN_BYTES_MAX);

	return token_write(scanner, token, scanner->rest, start, start + rest.len);
}

static bool
read_digits(TokenScanner *scanner, uint32_t start, Token *token)
{
	bool found = read_numeral(scanner, start, token);

	return found || token_read_word(scanner, start, token);
}

/* Reads a token according to the class of its first character. */
static bool
read_by_class(TokenScanner *scanner, uint32_t start, Token *token)
{
	TextChar ch;

	if (ascii_alpha(scanner->text.data[start]))
		return token_read_word(scanner, start, token);
	ch = text_char_at(scanner->text, start);
	switch (ch.class)
	{
		case CLASS_LETTER:
			return token_read_word(scanner, start, token);
		case CLASS_DIGIT:
			return read_digits(scanner, start, token);
		case CLASS_IDEOGRAPH:
			return token_write(scanner, token, TOKEN_IDEOGRAPH, start, ch.end);
		case CLASS_SYMBOL:
			return read_symbol(scanner, start, token);
		case CLASS_MARKUP:
			return token_read_markup(scanner, start, token);
		case CLASS_HYPHEN:
			return is_sign(scanner, start) && read_numeral(scanner, start, token);
		default:
			return false;
	}
}

bool
token_next(TokenScanner *scanner, Token *token)
{
	uint32_t start = scanner->next;

	if (start >= scanner->text.len)
	{
		token->type = TOKEN_END;
		token->text = str_sub(scanner->text, start, 0);
		token->word = NULL;
		return false;
	}
	if (scanner->rest_end > start)
		return read_rest(scanner, start, token);
	if (is_lone_space(scanner->text, start))
	{
		if (!scanner->skips_spaces)
			return token_write(scanner, token, TOKEN_BLANK, start, start + 1);
		start++;
	}
	if (!read_by_class(scanner, start, token))
		return read_blank(scanner, start, token);
	scanner->after_number =
		token->type == TOKEN_NUMBER ||
		(token->type == TOKEN_SYMBOL && divides_units(scanner->text, scanner->next));
	return true;
}
