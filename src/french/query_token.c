/*
 * query_token.c
 *	  Splits the text of a search box into tokens. A mark is an operator only where people mean it
 *	  so: a minus after a space and before a word, a parenthesis outside words, OU in uppercase.
 */
#include "base/array.h"
#include "base/utf8.h"
#include "french/query.h"
#include "french/query_internal.h"

typedef struct Keyword
{
	Str word;
	SearchTokenKind kind;
} Keyword;

/*
 * The operators of the French press and library catalogues, and those of web search engines. In
 * lowercase, ou, et, or and sauf are words: l'or et l'argent.
 */
static const Keyword keywords[] = {
	{{"AND", 3}, SEARCH_AND}, {{"ET", 2}, SEARCH_AND}, {{"NOT", 3}, SEARCH_NOT},
	{{"OR", 2}, SEARCH_OR},	  {{"OU", 2}, SEARCH_OR},  {{"SAUF", 4}, SEARCH_NOT},
};

/* Subjects after their verb: « pourquoi n'autorisent -ils pas ». Nobody excludes a pronoun. */
static const Str inverted[] = {{"ce", 2},  {"elle", 4}, {"elles", 5}, {"il", 2},
							   {"ils", 3}, {"je", 2},	{"nous", 4},  {"on", 2},
							   {"t-", 2},  {"tu", 2},	{"vous", 4}};

static bool
is_blank(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
		   c == 0x202F || c == 0x3000;
}

static bool
is_minus(uint32_t c)
{
	return c == '-' || c == 0x2212;
}

/* Apostrophes are not quotation marks: « l'été ». */
static bool
is_quote(uint32_t c)
{
	return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2033 ||
		   c == 0xFF02;
}

/* Is this part of a word if it precedes a quotation mark: 55", but not l'" or ("? */
static bool
is_word_character(uint32_t c)
{
	if (c < 0x80)
		return ascii_alpha((char) c) || ascii_digit((char) c);
	return c >= 0xC0 && !(c >= 0x2000 && c < 0x2070);
}

static uint32_t
character_at(Str text, uint32_t at)
{
	return at < text.len ? utf8_next(text.data, text.len, &at) : ' ';
}

static uint32_t
character_before(Str text, uint32_t at)
{
	if (at == 0)
		return ' ';
	do
		at--;
	while (at > 0 && ((unsigned char) text.data[at] & 0xC0) == 0x80);
	return character_at(text, at);
}

/* Does this quotation mark open a phrase? « and “ do so by their shape, » never does. */
static bool
opens_phrase(Str text, uint32_t at, uint32_t c)
{
	if (c == 0xAB || c == 0x201C || c == 0x201E || c == 0x201F)
		return true;
	return c != 0xBB && !is_word_character(character_before(text, at));
}

/* « is closed by », the others by each other, because keyboards and word processors mix them. */
static bool
closes_phrase(uint32_t open, uint32_t c)
{
	return open == 0xAB ? c == 0xBB : is_quote(c) && c != 0xAB && c != 0xBB;
}

/* Removes trailing stars; true if they followed a letter or a digit. */
static bool
take_star(Str *text)
{
	uint32_t len = text->len;

	while (len > 0 && text->data[len - 1] == '*')
		len--;
	if (len == text->len || !is_word_character(character_before(*text, len)))
		return false;
	text->len = len;
	return true;
}

static SearchToken
phrase_token(Str text, uint32_t at)
{
	uint32_t open = utf8_next(text.data, text.len, &at);
	uint32_t end = at;
	uint32_t next = at;
	SearchToken token = {.kind = SEARCH_PHRASE};

	while (end < text.len && !closes_phrase(open, utf8_next(text.data, text.len, &next)))
		end = next;
	token.next = end < text.len ? next : end;
	token.text = str_trim(str_sub(text, at, end - at));
	token.prefix = take_star(&token.text);
	return token;
}

/*
 * The names of the operator before /n: in the syntax of Europresse and of press archives, with and
 * without its accent, and in that of English ones.
 */
static const Str near_names[] = {{"NEAR/", 5}, {"PRES/", 5}, {"PR\xC3\x88S/", 6}};

/* Returns the distance of PRES/5; 0 for any other word. */
static uint32_t
near_distance(Str word)
{
	for (size_t i = 0; i < lengthof(near_names); i++)
	{
		Str name = near_names[i];
		uint32_t distance = 0;

		if (!str_equal(str_sub(word, 0, name.len), name))
			continue;
		for (uint32_t at = name.len; at < word.len; at++)
		{
			if (!ascii_digit(word.data[at]))
				return 0;
			distance = distance * 10 + (uint32_t) (word.data[at] - '0');
			if (distance > SEARCH_MAX_DISTANCE)
				distance = SEARCH_MAX_DISTANCE;
		}
		return distance;
	}
	return 0;
}

static SearchTokenKind
keyword_kind(Str word)
{
	for (size_t i = 0; i < lengthof(keywords); i++)
	{
		if (str_equal(word, keywords[i].word))
			return keywords[i].kind;
	}
	return SEARCH_WORD;
}

/* Reads up to a blank, a quotation mark, or the end of the group: citoyen(ne)s is one word. */
static SearchToken
word_token(Str text, uint32_t at, bool in_group)
{
	SearchToken token = {.next = at};
	uint32_t nested = 0;

	for (uint32_t next = at; token.next < text.len; token.next = next)
	{
		uint32_t c = utf8_next(text.data, text.len, &next);

		if (is_blank(c) || is_quote(c) || (c == ')' && in_group && nested == 0))
			break;
		if (c == '(')
			nested++;
		else if (c == ')' && nested > 0)
			nested--;
	}
	token.text = str_sub(text, at, token.next - at);
	token.kind = keyword_kind(token.text);
	token.distance = near_distance(token.text);
	if (token.distance > 0)
		token.kind = SEARCH_NEAR;
	token.prefix = take_star(&token.text);
	return token;
}

/* ="permis de conduire" and =permis: in this form only. The byte is that after the mark. */
static bool
marks_exact(Str text, uint32_t at, uint32_t after)
{
	uint32_t c = character_at(text, after);

	return character_at(text, at) == '=' && !is_word_character(character_before(text, at)) &&
		   (is_word_character(c) || (is_quote(c) && c != 0xBB));
}

/* Reads what a mark is before, a phrase or a word, as a phrase; a star has no meaning there. */
static SearchToken
exact_token(Str text, uint32_t at, bool in_group)
{
	SearchToken token =
		is_quote(character_at(text, at)) ? phrase_token(text, at) : word_token(text, at, in_group);

	token.kind = SEARCH_PHRASE;
	token.exact = true;
	token.prefix = false;
	return token;
}

static bool
is_inverted(Str text, uint32_t at)
{
	for (size_t i = 0; i < lengthof(inverted); i++)
	{
		Str pronoun = inverted[i];

		if (str_equal(str_sub(text, at, pronoun.len), pronoun) &&
			(pronoun.data[pronoun.len - 1] == '-' ||
			 !is_word_character(character_at(text, at + pronoun.len))))
			return true;
	}
	return false;
}

/* Units in words that a number below zero has. */
static const Str negative_units[] = {STR("degré"),	 STR("degre"),	 STR("pour cent"),
									 STR("point"),	 STR("euro"),	 STR("dollar"),
									 STR("million"), STR("milliard")};

/* -5 °C, -3,2 %, -5 degrés: a number with its sign, not words to be excluded. */
static bool
is_quantity(Str text, uint32_t at)
{
	uint32_t from = at;
	uint32_t unit;

	while (at < text.len &&
		   (ascii_digit(text.data[at]) || text.data[at] == ',' || text.data[at] == '.'))
		at++;
	if (at == from)
		return false;
	while (at < text.len && is_blank(character_at(text, at)))
		at += utf8_width(text.data[at]);
	for (size_t i = 0; i < lengthof(negative_units); i++)
		if (str_starts_ascii(str_sub(text, at, text.len - at), negative_units[i]))
			return true;
	unit = character_at(text, at);
	return unit == '%' || unit == 0xB0 || unit == 0x20AC || unit == 0x2103;
}

static bool
excludes(Str text, uint32_t at, uint32_t next)
{
	uint32_t follower = character_at(text, next);

	return is_minus(character_at(text, at)) && !is_blank(follower) && !is_minus(follower) &&
		   !is_inverted(text, next) && !is_quantity(text, next);
}

SearchToken
search_token(Str text, uint32_t at, bool in_group, bool may_open)
{
	while (at < text.len)
	{
		uint32_t next = at;
		uint32_t c = utf8_next(text.data, text.len, &next);

		if (is_quote(c) && opens_phrase(text, at, c))
			return phrase_token(text, at);
		if (marks_exact(text, at, next))
			return exact_token(text, next, in_group);
		if (c == '(' && may_open)
			return (SearchToken){.kind = SEARCH_OPEN, .next = next};
		if (c == ')' && in_group)
			return (SearchToken){.kind = SEARCH_CLOSE, .next = next};
		if (excludes(text, at, next))
			return (SearchToken){.kind = SEARCH_MINUS, .next = next};
		if (!is_blank(c) && !is_quote(c) && c != '(' && c != ')')
			return word_token(text, at, in_group);
		at = next;
	}
	return (SearchToken){.kind = SEARCH_END, .next = at};
}
