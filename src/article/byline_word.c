/*
 * byline_word.c
 *	  See byline_word.h.
 */
#include "article/byline_word.h"

#include <unicode/uchar.h>

#include "article/compare.h"
#include "base/utf8.h"

/* A word longer than this is no word: it is cut, so that hostile text costs nothing. */
#define WORD_MAX 200

/* "St." and "J.-L." hold periods; behind more letters than these a period ends a sentence. */
#define ABBREVIATION_LETTERS 3

/* Authors' and agencies' stamps are this short. */
#define STAMP_LETTERS 4

uint32_t
byline_classes(Str word)
{
	char buffer[WORD_MAX * COMPARE_GROWTH];
	Str key = compare_solid_key_to(buffer, str_sub(word, 0, WORD_MAX));
	uint32_t low = 0;
	uint32_t high = byline_nwords;

	while (low < high)
	{
		uint32_t middle = (low + high) / 2;
		const char *entry = byline_words[middle].word;
		size_t len = strlen(entry);
		int order = memcmp(entry, key.data, len < key.len ? len : key.len);

		if (order == 0 && len == key.len)
			return byline_words[middle].classes;
		if (order < 0 || (order == 0 && len < key.len))
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

static uint32_t
peek(Str text, uint32_t i)
{
	return i < text.len ? utf8_next(text.data, text.len, &i) : 0;
}

static bool
is_letter(uint32_t c)
{
	return u_isalnum((UChar32) c) || (U_GET_GC_MASK((UChar32) c) & U_GC_M_MASK) != 0;
}

static bool
is_space(uint32_t c)
{
	return c == 0 || u_isUWhiteSpace((UChar32) c);
}

static TokenKind
punctuation_kind(uint32_t c)
{
	switch (c)
	{
		case '|':
		case '\n':
		case 0xFF5C: /* fullwidth | */
			return TOKEN_BAR;
		case ':':
		case '=':
		case 0xFF1A: /* fullwidth : */
		case 0xFF1D: /* fullwidth = */
			return TOKEN_COLON;
		case '(':
		case '[':
		case 0xFF08: /* fullwidth ( */
		case 0x3010: /* black lenticular bracket */
			return TOKEN_OPEN;
		case ')':
		case ']':
		case 0xFF09:
		case 0x3011:
			return TOKEN_CLOSE;
		case '.':
		case '!':
		case '?':
		case 0x3002: /* ideographic full stop */
			return TOKEN_PERIOD;
		default:
			return TOKEN_COMMA;
	}
}

/* True where the run of characters up to the next space is an e-mail, URL or handle. */
static bool
is_address(Str text, uint32_t start, uint32_t *end)
{
	uint32_t stop = start;
	Str run;

	while (stop < text.len && stop - start < WORD_MAX && !ascii_space(text.data[stop]))
		stop++;
	run = str_sub(text, start, stop - start);
	if (str_find(run, STR("@")) < 0 && str_find(run, STR("://")) < 0 &&
		!str_starts_ascii(run, STR("www.")))
		return false;
	while (stop > start + 1 && strchr(",;)].:|", text.data[stop - 1]) != NULL)
		stop--;
	*end = stop;
	return true;
}

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* True where a character inside a word joins two parts of it: O'Brien, Jean-Luc, J.R. */
static bool
joins(Str text, const BylineToken *token, uint32_t i, uint32_t letters)
{
	uint32_t next = i;
	uint32_t c = peek(text, i);
	Str so_far = str_sub(text, token->start, i - token->start);

	utf8_next(text.data, text.len, &next);
	if (c == '/') /* det/dpa: one stamp; Dupont/Roy: two names */
		return i >= 1 && letters <= STAMP_LETTERS && is_small(text.data[i - 1]) &&
			   next < text.len && is_small(text.data[next]);
	if (c == '.')
		return letters <= ABBREVIATION_LETTERS || is_letter(peek(text, next));
	if ((c == '\'' || c == 0x2019) && !token->capital) /* d'Orgeval, l'AFP: two words */
		return false;
	if (c == 0x30FB && (byline_classes(so_far) & WORD_LABEL) != 0)
		return false;
	if (c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '_' ||
		c == 0x30FB /* the dot inside foreign names in Japanese */)
		return is_letter(peek(text, next));
	return false;
}

/* A host: letters, one period, and two to four small letters. */
static bool
is_domain(Str word)
{
	uint32_t dot = word.len;
	uint32_t tail;

	while (dot > 0 && word.data[dot - 1] != '.')
		dot--;
	tail = word.len - dot;
	if (dot < 3 || tail < 2 || tail > 4)
		return false;
	for (uint32_t i = dot; i < word.len; i++)
		if (!is_small(word.data[i]))
			return false;
	return true;
}

static void
read_word(BylineToken *token, Str text, uint32_t *i)
{
	uint32_t letters = 0; /* since the last joint */
	uint32_t first = peek(text, *i);

	token->kind = TOKEN_WORD;
	token->number = u_isdigit((UChar32) first);
	token->uncased =
		u_isalpha((UChar32) first) && u_tolower((UChar32) first) == u_toupper((UChar32) first);
	token->capital = token->uncased || u_isupper((UChar32) first) || u_istitle((UChar32) first);
	while (*i < text.len && *i - token->start < WORD_MAX - 4)
	{
		uint32_t c = peek(text, *i);

		if (!is_letter(c) && !joins(text, token, *i, letters))
			break;
		token->digits |= u_isdigit((UChar32) c);
		token->letters |= u_isalpha((UChar32) c);
		letters = is_letter(c) ? letters + 1 : 0;
		utf8_next(text.data, text.len, i);
	}
	token->domain = is_domain(str_sub(text, token->start, *i - token->start));
	token->classes = byline_classes(str_sub(text, token->start, *i - token->start));
}

/* Quotes and the like, and a hyphen that stands alone beside a letter, say nothing. */
static bool
is_silent(Str text, uint32_t i, uint32_t c)
{
	uint32_t after = i;

	if (is_space(c) && c != '\n')
		return true;
	if (c == '-' || c == '_' || c == '*' || c == '~')
	{
		utf8_next(text.data, text.len, &after);
		return c != '-' || !is_space(peek(text, after));
	}
	return c == '"' || c == '\'' || c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 ||
		   c == 0xAB || c == 0xBB || (U_GET_GC_MASK((UChar32) c) & U_GC_CF_MASK) != 0;
}

BylineToken
byline_token(Str text, uint32_t *i)
{
	BylineToken token = {.kind = TOKEN_END};
	uint32_t c;

	while (*i < text.len && is_silent(text, *i, peek(text, *i)))
		utf8_next(text.data, text.len, i);
	token.start = token.end = *i;
	if (*i >= text.len)
		return token;
	c = peek(text, *i);
	if (is_address(text, *i, &token.end))
	{
		token.kind = TOKEN_ADDRESS;
		*i = token.end;
		return token;
	}
	if (is_letter(c))
		read_word(&token, text, i);
	else
	{
		token.kind = punctuation_kind(c);
		utf8_next(text.data, text.len, i);
	}
	token.end = *i;
	return token;
}
