/*
 * byline_word.c
 *	  See byline_word.h.
 */
#include "article/author/byline_word.h"

#include "base/array.h"
#include "article/author/byline.h"
#include "text/compare.h"
#include "base/fnv.h"
#include "base/utf8.h"
#include "text/char.h"

/* Longer words are cut, so that hostile text costs nothing. */
#define WORD_MAX 200

/* "St." and "J.-L." contain periods; after more letters than this, a period ends a sentence. */
#define ABBREVIATION_LETTERS 3

/* A text that consists of a label only is shorter than this. */
#define LABEL_MAX_BYTES 24

/* The initials that authors and agencies sign with are at most this long. */
#define STAMP_LETTERS 4

#define C(name) BYLINE_WORD_##name
#define BYLINE_WORD(word, classes) {word, classes},
const BylineWord byline_words[] = {
#include "article/author/byline_word_list.h"
};
#undef BYLINE_WORD
#undef C

const uint32_t byline_nwords = lengthof(byline_words);

uint32_t
byline_classes(Str word)
{
	char buffer[WORD_MAX * COMPARE_GROWTH];
	Str key = compare_solid_key_to(buffer, str_sub(word, 0, WORD_MAX));
	uint32_t hash = fnv_hash(key.data, key.len);
	uint32_t slot = fnv_slot(hash, BYLINE_SLOTS);

	for (; byline_slots[slot] != 0; slot = (slot + 1) % BYLINE_SLOTS)
	{
		uint32_t number = fnv_number(byline_slots[slot], hash);
		const BylineWord *entry = &byline_words[number > 0 ? number - 1 : 0];

		if (number > 0 && strncmp(entry->word, key.data, key.len) == 0 &&
			entry->word[key.len] == '\0')
			return entry->classes;
	}
	return 0;
}

static uint32_t
peek(Str text, uint32_t i)
{
	return i < text.len ? utf8_next(text.data, text.len, &i) : 0;
}

static bool
ascii_letter(char c)
{
	return ascii_alpha(c) || ascii_digit(c);
}

/* A letter, a digit, or a combining mark on one. */
static bool
is_letter(uint32_t c)
{
	if (c < 0x80)
		return ascii_letter((char) c);
	if (c >= 0xC0 && c < 0x180) /* Latin-1, Latin Extended-A */
		return c != 0xD7 && c != 0xF7;
	return char_is(c, CHAR_LETTERS | CHAR_DIGITS | CHAR_MARKS);
}

static bool
is_space(uint32_t c)
{
	if (c < 0x80)
		return c == 0 || ascii_space((char) c);
	return char_is_space(c);
}

static BylineTokenKind
punctuation_kind(uint32_t c)
{
	switch (c)
	{
		case '|':
		case '\n':
		case 0xFF5C: /* fullwidth | */
			return BYLINE_TOKEN_BAR;
		case ':':
		case '=':
		case 0xFF1A: /* fullwidth : */
		case 0xFF1D: /* fullwidth = */
			return BYLINE_TOKEN_COLON;
		case '(':
		case '[':
		case 0xFF08: /* fullwidth ( */
		case 0x3010: /* black lenticular bracket */
			return BYLINE_TOKEN_OPEN;
		case ')':
		case ']':
		case 0xFF09:
		case 0x3011:
			return BYLINE_TOKEN_CLOSE;
		case '.':
		case '!':
		case '?':
		case 0x3002: /* ideographic full stop */
			return BYLINE_TOKEN_PERIOD;
		default:
			return BYLINE_TOKEN_COMMA;
	}
}

bool
byline_has_address(Str text)
{
	return text.len > 0 &&
		   (memchr(text.data, '@', text.len) != NULL || str_find(text, STR("://")) >= 0 ||
			str_find_ascii(text, STR("www.")) >= 0);
}

/*
 * Is the run of characters up to the next space an e-mail address, URL or handle?  Sets *end to its
 * end.
 */
static bool
is_address(Str text, uint32_t start, uint32_t *end)
{
	uint32_t stop = start;
	Str run;

	while (stop < text.len && stop - start < WORD_MAX && !ascii_space(text.data[stop]))
		stop++;
	/* do not cut a character */
	while (stop < text.len && ((unsigned char) text.data[stop] & 0xC0) == 0x80)
		stop--;
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

/* Is the word at i one that tells what somebody did, in small letters or capitals? */
static bool
is_label_at(Str text, uint32_t i)
{
	uint32_t end = i;

	while (end < text.len && (ascii_alpha(text.data[end]) || (text.data[end] & 0x80) != 0))
		end++;
	return (byline_classes(str_sub(text, i, end - i)) &
			(BYLINE_WORD_CUE | BYLINE_WORD_LABEL | BYLINE_WORD_JOB)) != 0;
}

/* Does the character at i join two parts of a word: O'Brien, Jean-Luc, J.R.? */
static bool
joins(Str text, const BylineToken *token, uint32_t i, uint32_t letters)
{
	uint32_t next = i;
	uint32_t c = peek(text, i);
	Str so_far = str_sub(text, token->start, i - token->start);

	utf8_next(text.data, text.len, &next);
	if (c == '/') /* det/dpa: one signature; Dupont/Roy: two names */
		return i >= 1 && letters <= STAMP_LETTERS && is_small(text.data[i - 1]) &&
			   next < text.len && is_small(text.data[next]);
	if (c == '.')
		return letters <= ABBREVIATION_LETTERS || is_letter(peek(text, next));
	if ((c == '\'' || c == 0x2019) &&
		(!token->capital || (str_equal(so_far, STR("L")) && is_label_at(text, next))))
		return false; /* d'Orgeval, l'AFP, L'auteur, L'AUTEUR: two words */
	if (c == 0x30FB && (byline_classes(so_far) & BYLINE_WORD_LABEL) != 0)
		return false;
	if (c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '_' ||
		c == 0x30FB /* the middle dot in foreign names in Japanese */)
		return is_letter(peek(text, next));
	return false;
}

/* Is it a host name: letters, one period, and two to four lowercase letters? */
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

/* Sets the case and kind of the token from its first character. */
static void
read_first(BylineToken *token, uint32_t c)
{
	if (c < 0x80)
	{
		token->number = ascii_digit((char) c);
		token->capital = c >= 'A' && c <= 'Z';
		return;
	}
	token->number = char_is(c, CHAR_DIGITS);
	token->uncased = char_is(c, CHAR_LETTERS) && !char_has_case(c);
	token->capital =
		token->uncased || char_is(c, CHAR_IN(CHAR_UPPERCASE) | CHAR_IN(CHAR_TITLECASE));
}

/*
 * Skips the ASCII letters and digits from *i on, and records what they are.  Returns their number.
 */
static uint32_t
skip_ascii(BylineToken *token, Str text, uint32_t *i)
{
	uint32_t start = *i;

	while (*i < text.len && *i - token->start < WORD_MAX - 4 && ascii_letter(text.data[*i]))
	{
		token->digits |= text.data[*i] <= '9';
		token->letters |= text.data[*i] > '9';
		(*i)++;
	}
	return *i - start;
}

static void
read_word(BylineToken *token, Str text, uint32_t *i)
{
	uint32_t letters = 0; /* since the last character that joins */

	token->kind = BYLINE_TOKEN_WORD;
	read_first(token, peek(text, *i));
	while (letters += skip_ascii(token, text, i), *i < text.len && *i - token->start < WORD_MAX - 4)
	{
		uint32_t c = peek(text, *i);

		if (!is_letter(c) && !joins(text, token, *i, letters))
			break;
		if (c >= 0x80)
		{
			token->digits |= char_is(c, CHAR_DIGITS);
			token->letters |= char_is(c, CHAR_LETTERS);
		}
		letters = is_letter(c) ? letters + 1 : 0;
		utf8_next(text.data, text.len, i);
	}
	token->domain = is_domain(str_sub(text, token->start, *i - token->start));
	token->classes = byline_classes(str_sub(text, token->start, *i - token->start));
}

/* Quotes and the like, and a hyphen next to a letter on one side only, have no meaning. */
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
	if (c < 0x80)
		return c == '"' || c == '\'';
	return c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0xAB || c == 0xBB ||
		   char_is(c, CHAR_IN(CHAR_FORMAT));
}

BylineToken
byline_token(Str text, uint32_t *i, bool addresses)
{
	BylineToken token = {.kind = BYLINE_TOKEN_END};
	uint32_t c;

	while (*i < text.len && !ascii_letter(text.data[*i]) && is_silent(text, *i, peek(text, *i)))
		utf8_next(text.data, text.len, i);
	token.start = token.end = *i;
	if (*i >= text.len)
		return token;
	c = peek(text, *i);
	if (addresses && is_address(text, *i, &token.end))
	{
		token.kind = BYLINE_TOKEN_ADDRESS;
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

/* "L'auteur", "À propos de l'auteur": is it a small word before the label? */
static bool
is_before_label(const BylineToken *word)
{
	return (word->classes & (BYLINE_WORD_PARTICLE | BYLINE_WORD_STOP)) != 0 &&
		   (word->classes & (BYLINE_WORD_DESK | BYLINE_WORD_LABEL)) == 0;
}

bool
byline_is_label(Str text)
{
	/* the article, which joins a word that begins with a capital */
	uint32_t at = str_starts_ascii(text, STR("L'")) || str_starts_ascii(text, STR("L’"));
	bool label = false;
	bool certain = false; /* "Text" alone is a heading; "Autor" and "Text:" are labels */
	bool addresses;
	BylineToken word;

	if (text.len > LABEL_MAX_BYTES)
		return false;
	addresses = byline_has_address(text);
	while ((word = byline_token(text, &at, addresses)).kind != BYLINE_TOKEN_END)
	{
		bool known = (word.classes & (BYLINE_WORD_LABEL | BYLINE_WORD_CUE)) != 0;

		if (word.kind == BYLINE_TOKEN_WORD && !known && (certain || !is_before_label(&word)))
			return false;
		label |= known;
		certain |= word.kind == BYLINE_TOKEN_COLON ||
				   (word.classes & (BYLINE_WORD_JOB | BYLINE_WORD_CUE)) != 0;
	}
	return label && certain;
}
