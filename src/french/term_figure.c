/*
 * term_figure.c
 *	  Numbers, codes and letters whose neighbours say more than they do: « 20 k€ », 49-3, « années
 *	  80 », CAC40, « vitamine C ». A token at its place in, further terms at its position out.
 */
#include "base/array.h"
#include "french/char_class.h"
#include "french/number.h"
#include "french/numeral.h"
#include "french/term_internal.h"
#include "text/fold.h"

#define DIGITS_MAX 24
#define CODE_DIGITS_MAX 4 /* a road or an index; a longer number is not typed apart */

/* ---------------------------------------------------------------- what is beside a token */

/* Returns the byte after a space at a byte, or this byte. */
static uint32_t
after_space(Str text, uint32_t byte)
{
	TextChar ch = text_char_at(text, byte);

	return ch.class == CLASS_SPACE ? ch.end : byte;
}

/* Returns the word that starts at most one space after a byte, without accents. */
static Str
word_after(Str text, uint32_t byte, char *folded, size_t room)
{
	TextChar ch = text_char_at(text, byte);
	uint32_t start = ch.class == CLASS_SPACE && ch.code != '\n' ? ch.end : byte;
	uint32_t end = char_class_letters_end(text, start);

	if (end - start > room / 2)
		return STR_NONE;
	return str_make(folded, fold_plain(str_sub(text, start, end - start), folded, room));
}

/* Returns the word that ends one space before a byte, without accents. */
static Str
word_before(Str text, uint32_t byte, char *folded, size_t room)
{
	uint32_t end = byte;
	uint32_t start;

	if (byte == 0 || text.data[byte - 1] != ' ')
		return STR_NONE;
	start = --end;
	while (start > 0 && end - start < room / 2 && text.data[start - 1] != ' ' &&
		   text.data[start - 1] != '\n')
		start--;
	return str_make(folded, fold_plain(str_sub(text, start, end - start), folded, room));
}

/* Returns the number of digits at a byte if no more than `most`, and no letter follows; else 0. */
static uint32_t
digits_at(Str text, uint32_t byte, uint32_t most)
{
	uint32_t len = 0;

	while (byte + len < text.len && ascii_digit(text.data[byte + len]))
		len++;
	return len <= most && !char_class_in_word(text_char_at(text, byte + len)) ? len : 0;
}

/* ---------------------------------------------------------------- numbers */

static int
scale_of(Str word)
{
	static const struct
	{
		Str word;
		int zeros;
	} scales[] = {{{"k", 1}, 3},		{{"ke", 2}, 3},		  {{"m", 1}, 6},
				  {{"md", 2}, 9},		{{"mds", 3}, 9},	  {{"mrd", 3}, 9},
				  {{"mille", 5}, 3},	{{"million", 7}, 6},  {{"millions", 8}, 6},
				  {{"milliard", 8}, 9}, {{"milliards", 9}, 9}};

	for (size_t i = 0; i < lengthof(scales); i++)
		if (str_equal(scales[i].word, word))
			return scales[i].zeros;
	return 0;
}

/*
 * Does an m or k after a number mean a million or a thousand: « 25 M€ », « 20 k€ », not « 25 m »?
 */
static bool
is_scale(Str text, uint32_t byte, Str word)
{
	uint32_t end;

	if (word.len > 2)
		return true;
	byte = after_space(text, byte);
	end = char_class_letters_end(text, byte);
	return text.data[byte] == 'M' || text_char_at(text, end).code == 0x20AC;
}

/* Adds a number that the next word multiplies: 1,5 million is 1500000. */
static void
add_product(Terms *terms, const Numeral *numeral, int zeros)
{
	char product[NUMERAL_WINDOW + 16];
	uint32_t len = 0;
	bool decimals = false;

	for (const char *c = numeral->number; *c && len < DIGITS_MAX; c++)
	{
		if (*c == '.')
			decimals = true;
		else
		{
			if (decimals && zeros-- <= 0)
				return;
			if (len > 0 || *c != '0')
				product[len++] = *c;
		}
	}
	while (zeros-- > 0)
		product[len++] = '0';
	terms_add(terms, str_make(product, len));
}

/* 1 500 000 is also found by million, 2 000 000 000 by milliard, but does not ask for them. */
static void
add_scale(Terms *terms, const Numeral *numeral)
{
	size_t len = strlen(numeral->number);
	size_t zeros = 0;

	while (zeros < len && numeral->number[len - 1 - zeros] == '0')
		zeros++;
	if (strchr(numeral->number, '.') != NULL || len < 7 || zeros < 5)
		return;
	if (len < 10)
		terms_add_bits(terms, STR("million"), 0);
	else if (zeros >= 8)
		terms_add_bits(terms, STR("milliard"), 0);
}

/* 49-3 is 49.3. */
static void
add_pair(Terms *terms, Str first, Str second)
{
	char pair[16];

	memcpy(pair, first.data, first.len);
	pair[first.len] = '.';
	memcpy(pair + first.len + 1, second.data, second.len);
	terms_add(terms, str_make(pair, first.len + 1 + second.len));
}

/*
 * Adds 49.3 to the 49 of « 49, alinéa 3 » and « 49 al. 3 »: the article of a law and its paragraph.
 */
static void
add_paragraph(Terms *terms, Str text, uint32_t start, uint32_t end)
{
	bool comma = text_char_at(text, end).code == ',';
	char folded[32];
	Str word = word_after(text, end + comma, folded, sizeof(folded));
	uint32_t number;
	uint32_t len;

	if (!str_equal(word, STR("alinea")) && !str_equal(word, STR("al")))
		return;
	number = char_class_letters_end(text, text_char_at(text, end + comma).end);
	number += text_char_at(text, number).code == '.';
	number = after_space(text, number);
	len = digits_at(text, number, 2);
	if (len > 0)
		add_pair(terms, str_sub(text, start, end - start), str_sub(text, number, len));
}

static void
add_article(Terms *terms, Str text, uint32_t start, uint32_t end)
{
	uint32_t len = digits_at(text, start, 3);
	uint32_t next;

	if (len == 0 && start < 2)
		return;
	if (len == end - start)
		add_paragraph(terms, text, start, end);
	if (end < text.len && text.data[end] == '-' && (next = digits_at(text, end + 1, 2)) > 0 &&
		text_char_at(text, end + 1 + next).class != CLASS_HYPHEN &&
		(start == 0 || text.data[start - 1] != '-'))
		add_pair(terms, str_sub(text, start, end - start), str_sub(text, end + 1, next));
	else if (start > 1 && text.data[start - 1] == '-')
	{
		uint32_t from = start - 1;

		while (from > 0 && start - from < 5 && ascii_digit(text.data[from - 1]))
			from--;
		if (start - 1 - from > 0 && start - 1 - from <= 3 && end - start <= 2 &&
			!char_class_in_word(text_char_before(text, from)) &&
			(from == 0 || text.data[from - 1] != '-'))
			add_pair(terms, str_sub(text, from, start - 1 - from),
					 str_sub(text, start, end - start));
	}
}

/* Adds 14.18 to both years of 1914-1918, as to 14-18. */
static void
add_years(Terms *terms, Str text, uint32_t start, uint32_t end)
{
	uint32_t first = start;

	if (end + 5 > text.len || text.data[end] != '-' || digits_at(text, end + 1, 4) != 4)
	{
		first = start - 5;
		if (start < 5 || text.data[start - 1] != '-' || digits_at(text, start, 4) != 4)
			return;
	}
	if (!str_equal(str_sub(text, first, 2), str_sub(text, first + 5, 2)) ||
		(first > 0 && char_class_in_word(text_char_before(text, first))))
		return;
	for (uint32_t i = first; i < first + 4; i++)
		if (!ascii_digit(text.data[i]))
			return;
	add_pair(terms, str_sub(text, first + 2, 2), str_sub(text, first + 7, 2));
}

static bool
is_month_or_year(Str word)
{
	static const Str words[] = {STR("annees"),	 STR("annee"),	  STR("mai"),		STR("juin"),
								STR("juillet"),	 STR("aout"),	  STR("septembre"), STR("octobre"),
								STR("novembre"), STR("decembre"), STR("janvier"),	STR("fevrier"),
								STR("mars"),	 STR("avril")};

	return str_is_one_of(word, words, lengthof(words));
}

/*
 * « années 80 », « mai 68 »: 1980, 1968; « mai 16 »: 2016; 2016-17 and 2016/17: 2017. A decade of
 * two digits is one of the 20th century, as french_dates reads it: « années 20 », « années vingt »
 * are 1920.
 */
static void
add_full_year(Terms *terms, Str text, uint32_t start, Str digits)
{
	char folded[64];
	char year[4] = {'1', '9', digits.data[0], digits.data[1]};
	Str word = word_before(text, start, folded, sizeof(folded));

	if (start > 4 && (text.data[start - 1] == '-' || text.data[start - 1] == '/') &&
		ascii_digit(text.data[start - 5]) &&
		(start == 5 || !char_class_in_word(text_char_before(text, start - 5))) &&
		(text.data[start - 5] == '1' || text.data[start - 5] == '2'))
		memcpy(year, text.data + start - 5, 2);
	else if (!is_month_or_year(word))
		return;
	else if (digits.data[0] < '3' && !(str_equal(word, STR("annees")) && digits.data[1] == '0'))
		memcpy(year, "20", 2);
	terms_add(terms, str_make(year, 4));
}

/*
 * The 3 and 4 of 3/4 are found by « trois quarts », the 1 and 2 of « 1/2 finale » by demi.
 */
static void
add_fraction_words(Terms *terms, Str text, uint32_t start, uint32_t end)
{
	uint32_t value = 0;
	uint32_t len;

	if (end - start == 1 && text.data[start] == '1' && end < text.len && text.data[end] == '/')
		len = digits_at(text, start = end + 1, 2);
	else if (start > 1 && text.data[start - 1] == '/' && ascii_digit(text.data[start - 2]) &&
			 (start == 2 || !char_class_in_word(text_char_before(text, start - 2))))
		len = digits_at(text, start, 2);
	else
		return;
	for (uint32_t i = 0; i < len; i++)
		value = value * 10 + (uint32_t) (text.data[start + i] - '0');
	if (value > (uint32_t) (text.data[start - 2] - '0') &&
		text_char_at(text, start + len).code != '/')
		term_add_part(terms, (int) value);
}

/* 5G is also typed « 5 G », but « 5 M€ » and « 5 F » are sums. */
static void
add_code(Terms *terms, Str text, uint32_t start, uint32_t end)
{
	char code[CODE_DIGITS_MAX + 1];
	uint32_t len = end - start;
	char letter;

	if (len >= sizeof(code) || end + 2 > text.len || text.data[end] != ' ')
		return;
	letter = text.data[end + 1];
	if (letter < 'A' || letter > 'Z' || strchr("FKM", letter) != NULL ||
		char_class_in_word(text_char_at(text, end + 2)) ||
		text_char_at(text, end + 2).class == CLASS_APOSTROPHE ||
		(text_char_at(text, end + 2).code == '.' && end + 3 < text.len &&
		 text.data[end + 3] != '\n'))
		return; /* « le 4 G. Petit » */
	memcpy(code, text.data + start, len);
	code[len++] = ascii_lower(letter);
	terms_add(terms, str_make(code, len));
}

/* « moins 10 degrés » is found by -10, but not « au moins 10 ». */
static void
add_minus(Terms *terms, Str text, uint32_t start, Str number)
{
	char folded[64];
	char negative[NUMERAL_WINDOW + 1] = "-";
	Str word;

	if (number.len >= NUMERAL_WINDOW ||
		!str_equal(word_before(text, start, folded, sizeof(folded)), STR("moins")))
		return;
	word = word_before(text, start - 6, folded, sizeof(folded));
	if (str_equal(word, STR("au")) || str_equal(word, STR("du")) || str_equal(word, STR("ou")))
		return;
	memcpy(negative + 1, number.data, number.len);
	terms_add_bits(terms, str_make(negative, number.len + 1), 0);
}

void
term_add_word_figures(Str figures, const TermPlace *place, Terms *terms)
{
	NumberValue whole;
	char text[NUMBER_TEXT_MAX];
	uint32_t len;

	if (place == NULL)
		return;
	if (number_cardinal_at(place->text, place->start, &whole) && whole.power >= 0)
	{
		len = number_write(&whole, text);
		if (len > figures.len && len <= DIGITS_MAX)
			terms_add(terms, str_make(text, len));
	}
	add_minus(terms, place->text, place->start, figures);
	if (figures.len == 2)
		add_full_year(terms, place->text, place->start, figures);
}

void
term_add_figures(Str token, const TermPlace *place, Terms *terms)
{
	Numeral numeral;
	char folded[64];
	uint32_t end;
	Str word;
	int zeros;

	if (place == NULL || !ascii_digit(token.data[0]))
		return;
	numeral_read(token, false, &numeral);
	if (numeral.kind != NUMERAL_NUMBER)
		return;
	end = place->start + token.len;
	word = word_after(place->text, end, folded, sizeof(folded));
	zeros = scale_of(word);
	if (zeros > 0 && is_scale(place->text, end, word))
		add_product(terms, &numeral, zeros);
	else
		add_scale(terms, &numeral);
	add_article(terms, place->text, place->start, end);
	if (token.len == 4)
		add_years(terms, place->text, place->start, end);
	add_minus(terms, place->text, place->start, str_cstr(numeral.number));
	add_fraction_words(terms, place->text, place->start, end);
	if (token.len <= 2)
		add_code(terms, place->text, place->start, end);
	if (token.len == 2 && ascii_digit(token.data[1]))
		add_full_year(terms, place->text, place->start, token);
}

/* ---------------------------------------------------------------- codes and letters */

/* 5G as one, and what a search for « 5 G » asks for. */
static bool
make_generation(Str code, Terms *terms)
{
	uint32_t digits = str_skip_digits(code, 0);

	if (digits == 0 || digits > 2 || digits + 1 != code.len)
		return false;
	terms_add(terms, code);
	terms_add_bits(terms, str_sub(code, 0, digits), 0);
	terms_add_bits(terms, str_sub(code, digits, 1), 0);
	return true;
}

bool
term_make_code(Str token, Terms *terms)
{
	char folded[TERM_WORD_BYTES];
	Str whole;
	uint32_t letters = 0;
	uint32_t digits;

	if (token.len > TERM_WORD_BYTES / 2)
		return false;
	whole = str_make(folded, fold_plain(token, folded, sizeof(folded)));
	if (make_generation(whole, terms))
		return true;
	while (letters < whole.len && whole.data[letters] >= 'a' && whole.data[letters] <= 'z')
		letters++;
	digits = letters;
	digits = str_skip_digits(whole, digits);
	if (letters == 0 || digits == letters || digits != whole.len ||
		digits - letters > CODE_DIGITS_MAX)
		return false;
	terms_add(terms, whole);
	terms_add(terms, str_sub(whole, 0, letters));
	terms_step(terms);
	terms_add(terms, whole);
	term_make_number(str_sub(whole, letters, whole.len), terms);
	return true;
}

/* Is there a word one space before a byte, or a digit after it and a period or space? */
static bool
names_something(Str text, uint32_t start, uint32_t end)
{
	uint32_t after = end;

	if (start > 1 && text.data[start - 1] == ' ' &&
		char_class_in_word(text_char_before(text, start - 1)))
		return true;
	after += after < text.len && text.data[after] == '.';
	after += after < text.len && text.data[after] == ' ';
	return after > end && text_char_at(text, after).class == CLASS_DIGIT;
}

bool
term_make_letter(Str token, const TermPlace *place, WordTerms *terms)
{
	char letter = ascii_lower(token.data[0]);

	if (place == NULL || token.data[0] < 'A' || token.data[0] > 'Z' ||
		!names_something(place->text, place->start, place->start + 1))
		return false;
	word_terms_set(terms, str_make(&letter, 1), READING_ALL | TERM_CERTAIN);
	return true;
}
