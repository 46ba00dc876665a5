/*
 * token_word.c
 *	  Tokens that start with a letter, or with digits that are not a numeral: a word in, its type
 *	  and end out. The character after the word decides what else it may be.
 */
#include "base/array.h"
#include "base/swar.h"
#include "french/abbreviation.h"
#include "french/compound.h"
#include "french/inclusive.h"
#include "french/lexicon.h"
#include "french/number.h"
#include "french/token_internal.h"
#include "text/fold.h"

/*
 * A.F.P., u.r.s.s, but not É.-U.: single letters separated by periods. Returns its end, or 0 if
 * there is none.
 */
static uint32_t
acronym_end(Str text, uint32_t start)
{
	uint32_t byte = start;
	uint32_t end = 0;
	uint32_t letters = 0;

	while (byte - start < TOKEN_WORD_BYTES_MAX - 8 &&
		   text_char_at(text, byte).class == CLASS_LETTER)
	{
		uint32_t behind = text_char_at(text, byte).end;

		while (text_char_at(text, behind).class == CLASS_INVISIBLE && behind < text.len)
			behind = text_char_at(text, behind).end;
		if (char_class_in_word(text_char_at(text, behind)))
			break; /* the first word of the next sentence */
		letters++;
		end = behind;
		if (text_char_at(text, behind).code != '.')
			break;
		byte = behind + 1;
		end = byte;
	}
	return letters >= 2 && end - start <= TOKEN_WORD_BYTES_MAX ? end : 0;
}

static bool
read_acronym(TokenScanner *scanner, uint32_t start, Token *token)
{
	uint32_t end = acronym_end(scanner->text, start);

	return end > 0 && token_write(scanner, token, TOKEN_ACRONYM, start, end);
}

static bool
read_inclusive(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	uint32_t behind = inclusive_end(scanner->text, start, end);

	return behind > 0 &&
		   token_write(scanner, token, token_plain_type(scanner, TOKEN_INCLUSIVE), start, behind);
}

/* A run of letters that is too long for any dictionary. */
static bool
read_long(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str piece = char_class_cut(str_sub(scanner->text, start, end - start), TOKEN_BYTES_MAX);

	scanner->rest = TOKEN_LONG;
	scanner->rest_end = end;
	return token_write(scanner, token, TOKEN_LONG, start, start + piece.len);
}

/* C++, C#, Canal+: a name that ends in signs. */
static bool
read_signs(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str text = scanner->text;
	bool letter = end - start == 1;
	uint32_t behind = end;

	if (!char_class_is_capital(text_char_at(text, start).code))
		return false;
	while (behind < text.len && behind - end < 2 &&
		   (text.data[behind] == '+' || (letter && text.data[behind] == '#')))
		behind++;
	if (behind == end || (letter && behind - end == 1 && text.data[end] == '+') ||
		(!letter && behind - end > 1) || char_class_in_word(text_char_at(text, behind)) ||
		(behind < text.len && (text.data[behind] == '+' || text.data[behind] == '#')))
		return false;
	return token_write(scanner, token, letter ? TOKEN_CODE : token_plain_type(scanner, TOKEN_WORD),
					   start, behind);
}

/*
 * « la solu-⏎tion »: a word that was divided at the end of a line, if the lexicon has its
 * parts as one; « le vice-⏎président » if it has them with the hyphen.
 */
static bool
read_divided(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str text = scanner->text;
	uint32_t line = text_char_at(text, end).end;
	uint32_t rest;
	uint32_t rest_end;
	bool digits;

	while (line < text.len && (text.data[line] == ' ' || text.data[line] == '\r'))
		line++;
	if (line >= text.len || text.data[line] != '\n')
		return false;
	rest = line + 1;
	while (rest < text.len && (text.data[rest] == ' ' || text.data[rest] == '\t'))
		rest++;
	rest_end = char_class_word_end(text, rest, &digits);
	if (digits || rest_end == rest || char_class_is_capital(text_char_at(text, rest).code) ||
		rest_end - start > TOKEN_WORD_BYTES_MAX)
		return false;
	if (compound_divided_is_word(str_sub(text, start, end - start),
								 str_sub(text, rest, rest_end - rest)))
		return token_write(scanner, token, token_plain_type(scanner, TOKEN_WORD), start, rest_end);
	return false;
}

/* Reads what the word and the character after it form together. */
static bool
read_extended(TokenScanner *scanner, uint32_t start, uint32_t end, TextChar next, Token *token)
{
	switch (next.class)
	{
		case CLASS_APOSTROPHE:
			return token_read_compound(scanner, start, end, token);
		case CLASS_HYPHEN:
			return read_divided(scanner, start, end, token) ||
				   token_read_address(scanner, start, end, token) ||
				   read_inclusive(scanner, start, end, token) ||
				   token_read_compound(scanner, start, end, token);
		case CLASS_MIDDLE_DOT:
			return read_inclusive(scanner, start, end, token);
		case CLASS_MARKUP:
			if (next.code == '#')
				return read_signs(scanner, start, end, token);
			return next.code == '@' ? token_read_address(scanner, start, end, token)
									: token_read_compound(scanner, start, end, token);
		default:
			break;
	}
	if (next.code == '.')
		return read_inclusive(scanner, start, end, token) ||
			   token_read_address(scanner, start, end, token) ||
			   (text_char_at(scanner->text, start).end == end &&
				read_acronym(scanner, start, token));
	if (next.code == '(' || next.code == '/')
		return read_inclusive(scanner, start, end, token);
	if (next.code == 0xAC) /* ¬, a hyphen that optical recognition saw at the end of a line */
		return read_divided(scanner, start, end, token);
	return (next.code == ':' || next.code == '+') &&
		   (token_read_address(scanner, start, end, token) ||
			(next.code == '+' && read_signs(scanner, start, end, token)));
}

static void
find_terms(Str word, WordTerms *found)
{
	char folded[TOKEN_WORD_BYTES_MAX + 1];

	lexicon_terms(str_make(folded, fold_word(word, folded, sizeof(folded))), LEXICON_AS_WRITTEN,
				  found);
}

/* « en tête » is not en-tête, nor « à côté » à-côté. */
static bool
is_stop_word(Str word)
{
	WordTerms found;

	find_terms(word, &found);
	return found.stop;
}

/* Can it be one? « peut etre » is not peut-être. */
static bool
may_be_stop_word(Str word)
{
	WordTerms found;

	find_terms(word, &found);
	return found.stop || found.stop_bits != 0 || (found.count > 0 && (found.bits[0] & TERM_STOP));
}

/* Is a text without accents as short as what people type into a search box? */
#define TYPED_TEXT_MAX 200

static inline bool
is_typed(const TokenScanner *scanner)
{
	return scanner->plain && scanner->text.len <= TYPED_TEXT_MAX;
}

#define PREFIX_BYTES_MAX 8

/* Longer stop words may begin a name: Notre Dame. */
#define SHORT_STOP_BYTES 4

/* A set of small letters of ASCII. */
#define LETTER(c) (UINT32_C(1) << ((c) - 'a'))

static inline bool
is_letter_of(uint32_t set, char c)
{
	return ascii_alpha(c) && (set >> (ascii_lower(c) - 'a') & 1);
}

/* Does a word begin and end as one of the prefixes below does? Most words do not. */
static inline bool
may_be_prefix(Str word)
{
	char first = word.data[0];
	char last = word.data[word.len - 1];

	if (is_letter_of(LETTER('a') | LETTER('i') | LETTER('o'), last))
		return first == '\xC3' ||
			   is_letter_of(LETTER('a') | LETTER('b') | LETTER('e') | LETTER('i') | LETTER('m') |
								LETTER('n') | LETTER('p') | LETTER('r') | LETTER('s') |
								LETTER('t') | LETTER('u') | LETTER('v'),
							first) ||
			   (is_letter_of(LETTER('c') | LETTER('g'), first) && ascii_lower(last) == 'o');
	return (last == '\xA9' || last == '\x89' || /* é, É */
			is_letter_of(LETTER('e') | LETTER('r') | LETTER('s') | LETTER('t'), last)) &&
		   is_letter_of(LETTER('c') | LETTER('h') | LETTER('i') | LETTER('p') | LETTER('s') |
							LETTER('t'),
						first);
}

/*
 * The elements that French joins to a noun without a hyphen, and people do not: « cyber attaque ».
 * No word that is one before a noun, too (sous, sur, non, uni).
 */
static bool
is_prefix(Str word)
{
	static const char prefixes[][8] = {
		"aero",	 "agro",  "anti",  "auto",	"bio",	 "crypto", "cyber", "eco",	  "electro",
		"euro",	 "extra", "geo",   "hyper", "infra", "inter",  "macro", "mega",	  "micro",
		"mini",	 "multi", "narco", "neo",	"photo", "post",   "pro",	"psycho", "radio",
		"retro", "semi",  "socio", "super", "tele",	 "thermo", "trans", "ultra",  "video"};
	char folded[PREFIX_BYTES_MAX * 2];
	char padded[8] = "";
	size_t len;
	uint64_t wanted;

	if (word.len < 3 || word.len > PREFIX_BYTES_MAX || !may_be_prefix(word))
		return false;
	len = fold_plain(word, folded, sizeof(folded));
	if (len >= sizeof(padded))
		return false;
	/* padded to eight bytes: one comparison of numbers a prefix, without a call of memcmp */
	memcpy(padded, folded, len);
	wanted = swar_load(padded);
	for (size_t i = 0; i < lengthof(prefixes); i++)
		if (swar_load(prefixes[i]) == wanted)
			return true;
	return false;
}

#define PLACE_BYTES_MIN 4 /* of what follows */

/* Does a name of a place begin so, which people write in one piece or two: « Mont Griffon »? */
static bool
begins_place(Str word)
{
	static const Str words[] = {STR("mont"), STR("val"), STR("bourg")};

	return word.len >= 3 && word.len <= 5 &&
		   is_letter_of(LETTER('m') | LETTER('v') | LETTER('b'), word.data[0]) &&
		   is_letter_of(LETTER('t') | LETTER('l') | LETTER('g'), word.data[word.len - 1]) &&
		   str_is_one_of_ascii(word, words, lengthof(words));
}

/* Are two words one in the lexicon: week-end, États-Unis, cyberattaque? opens: MEMO_OPENS. */
static bool
are_one(const TokenScanner *scanner, bool opens, Str first, Str second)
{
	if (opens && ((lexicon_joins(first, second) &&
				   (ascii_lower(second.data[0]) != second.data[0] || !is_stop_word(first))) ||
				  (is_prefix(first) && compound_divided_is_word(first, second))))
		return true;
	if (opens && begins_place(first) && second.len >= PLACE_BYTES_MIN &&
		(is_typed(scanner) || char_class_is_capital(text_char_at(second, 0).code)))
		return true;
	return is_typed(scanner) && lexicon_joins_bare(first, second) &&
		   (first.len > SHORT_STOP_BYTES || !may_be_stop_word(first)) && !may_be_stop_word(second);
}

/* « week end », « aujourd hui », if they are one word of the lexicon. */
static bool
read_apart(TokenScanner *scanner, uint32_t start, uint32_t end, bool opens, Token *token)
{
	Str text = scanner->text;
	Str first = str_sub(text, start, end - start);
	uint32_t rest = end + 1;
	uint32_t rest_end;
	TextChar behind;

	if (first.len < 2 || rest >= text.len || text.data[end] != ' ' ||
		text_char_at(text, rest).class != CLASS_LETTER)
		return false;
	rest_end = char_class_letters_end(text, rest);
	if (rest_end - start >= TOKEN_WORD_BYTES_MAX || rest_end - rest < 2 ||
		!are_one(scanner, opens, first, str_sub(text, rest, rest_end - rest)))
		return false;
	behind = text_char_at(text, rest_end);
	return behind.class != CLASS_APOSTROPHE && behind.class != CLASS_HYPHEN &&
		   token_write(scanner, token, token_plain_type(scanner, TOKEN_COMPOUND), start, rest_end);
}

/* FR76 3000 6000 …: an account number, in groups of four characters. */
static bool
read_account(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str text = scanner->text;
	uint32_t groups = 0;

	if (end - start != 4 || !ascii_alpha(text.data[start]) || !ascii_alpha(text.data[start + 1]) ||
		!ascii_digit(text.data[start + 2]) || !ascii_digit(text.data[start + 3]))
		return false;
	while (end < text.len && text.data[end] == ' ')
	{
		uint32_t next = end + 1;

		while (next < text.len && next - end <= 4 &&
			   (ascii_digit(text.data[next]) || (text.data[next] >= 'A' && text.data[next] <= 'Z')))
			next++;
		if (char_class_in_word(text_char_at(text, next)) || next == end + 1)
			break;
		groups++;
		if (next - end < 5 || groups > 8) /* the last group may be shorter */
		{
			end = next;
			break;
		}
		end = next;
	}
	return groups >= 3 && token_write(scanner, token, TOKEN_CODE, start, end);
}

/* « vingt et un », « deux cents », vingt-deux: one word, as all numbers are since 1990. */
static bool
read_count(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	NumberWords words;

	return number_word_follows(scanner->text, end) && number_may_start(scanner->text, start) &&
		   number_words_at(scanner->text, start, &words) && words.several &&
		   words.end - start <= TOKEN_WORD_BYTES_MAX &&
		   token_write(scanner, token, token_plain_type(scanner, TOKEN_COMPOUND), start, words.end);
}

/* Is a word that ends here, before a space or a comma as most do, certainly complete? */
static inline bool
stands_alone(Str text, uint32_t end)
{
	return end == text.len || text.data[end] == ' ' || text.data[end] == ',';
}

/* Letters and digits: « 45 m2 », a code, an account number. */
static bool
read_code(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	if (scanner->after_number && end - start <= ABBREVIATION_BYTES_MAX &&
		abbreviation_find(str_sub(scanner->text, start, end - start), ABBREVIATION_UNIT))
		return token_write(scanner, token, TOKEN_SYMBOL, start, end);
	return read_account(scanner, start, end, token) ||
		   token_write(scanner, token, TOKEN_CODE, start, end);
}

/* Finds out what a word may be, wherever it stands, and its place in the lexicon. */
static unsigned int
classify(Str word, uint32_t *place)
{
	unsigned int flags = 0;

	*place = lexicon_place(word);
	if (number_may_start(word, 0) && number_is_word(word))
		flags |= MEMO_COUNTS;
	if (token_is_short_word(word))
		flags |= MEMO_SHORTENS;
	if ((lexicon_opens_compound(*place) &&
		 (!is_stop_word(word) ||
		  (word.len > SHORT_STOP_BYTES && word.data[0] >= 'A' && word.data[0] <= 'Z'))) ||
		is_prefix(word))
		flags |= MEMO_OPENS;
	return flags;
}

/* Returns what a word may be; sets *known to its entry in the memo, or to NULL. */
static unsigned int
look_up(const TokenScanner *scanner, uint32_t start, uint32_t end, MemoWord **known)
{
	Str word = str_sub(scanner->text, start, end - start);
	uint32_t place;
	bool found;

	*known = NULL;
	if (scanner->memo != NULL)
		*known = word_memo_find(scanner->memo, scanner->text, start, end, &found);
	if (*known == NULL)
		return classify(word, &place);
	if (!found)
		(*known)->flags = (uint8_t) classify(word, &(*known)->place);
	return (*known)->flags;
}

/* Reads a word that may be more, or has digits; false if it is one word after all. */
static bool
read_special(TokenScanner *scanner, uint32_t start, uint32_t end, unsigned int flags, Token *token)
{
	Str text = scanner->text;

	if ((flags & MEMO_COUNTS) && end - start > 2 && end < text.len &&
		read_count(scanner, start, end, token))
		return true;
	if (!stands_alone(text, end) &&
		read_extended(scanner, start, end, text_char_at(text, end), token))
		return true;
	return ((flags & MEMO_SHORTENS) && token_read_short(scanner, start, end, token)) ||
		   (((flags & MEMO_OPENS) || is_typed(scanner)) &&
			read_apart(scanner, start, end, flags & MEMO_OPENS, token));
}

bool
token_read_word(TokenScanner *scanner, uint32_t start, Token *token)
{
	bool digits;
	uint32_t end = char_class_word_end(scanner->text, start, &digits);
	unsigned int flags;
	MemoWord *known;

	if (end - start > TOKEN_WORD_BYTES_MAX)
		return read_long(scanner, start, end, token);
	if (digits)
		return read_special(scanner, start, end, MEMO_COUNTS, token) ||
			   read_code(scanner, start, end, token);
	flags = look_up(scanner, start, end, &known);
	if (((flags & MEMO_SPECIAL) || is_typed(scanner) || !stands_alone(scanner->text, end)) &&
		read_special(scanner, start, end, flags, token))
		return true;
	token_write(scanner, token, token_plain_type(scanner, TOKEN_WORD), start, end);
	token->word = known;
	return true;
}
