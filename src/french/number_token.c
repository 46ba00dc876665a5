/*
 * number_token.c
 *	  The words of a text, looked up among those of French numbers: a byte offset in, a token out.
 *	  Case, accents and invisible characters do not matter.
 */
#include "french/number_internal.h"

#include "base/array.h"

const NumberWord number_words[] = {
#define NUMBER_WORD(word, class, value, flags) {word, NUMBER_WORD_##class, flags, value},
#include "french/number_word_list.h"
#undef NUMBER_WORD
};

/* More spaces than this separate columns of a table, not parts of a number. */
#define MOST_SPACES 4

/* Letters from U+00C0 on, without accent and case; '?' is in no number word. */
static const char latin1_letters[] = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??"
									 "aaaaaa?ceeeeiiii?nooooo?ouuuuy?y";

/* Returns a letter as the list writes it, or '?'. */
static char
plain_letter(uint32_t code)
{
	if (code >= 0xC0 && code <= 0xFF)
		return latin1_letters[code - 0xC0];
	return code < 0x80 ? ascii_lower((char) code) : '?';
}

/* The second and third letter of cardinals and ordinals of the list, except premier, by initial. */
static const char *const openings[26] = {
	['c' - 'a'] = "enin", ['d' - 'a'] = "emeuixizou", ['h' - 'a'] = "ui",
	['m' - 'a'] = "il",	  ['n' - 'a'] = "euon",		  ['o' - 'a'] = "ctnz",
	['q' - 'a'] = "uaui", ['s' - 'a'] = "eceiepixoi", ['t' - 'a'] = "reriro",
	['u' - 'a'] = "n",	  ['v' - 'a'] = "in",		  ['z' - 'a'] = "er\xC3\xA9",
};

bool
number_may_start(Str text, uint32_t at)
{
	unsigned int initial;
	const char *pairs;
	char second;
	char third;

	if (at + 1 >= text.len)
		return false;
	initial = (unsigned int) (unsigned char) ascii_lower(text.data[at]) - 'a';
	pairs = initial < lengthof(openings) ? openings[initial] : NULL;
	if (pairs == NULL)
		return false;
	second = ascii_lower(text.data[at + 1]);
	third = at + 2 < text.len ? ascii_lower(text.data[at + 2]) : ' ';
	for (; *pairs != '\0'; pairs += 2)
	{
		/* un is complete; an invisible character may follow the second letter */
		if (second == pairs[0] &&
			(pairs[1] == '\0' || third == pairs[1] || (unsigned char) third >= 0x80))
			return true;
		if (pairs[1] == '\0')
			return false;
	}
	return false;
}

bool
number_is_word(Str word)
{
	NumberToken token;

	return number_token_read(word, 0, &token) && token.class != NUMBER_WORD_NONE;
}

bool
number_may_be_word(uint32_t hash, bool article)
{
	for (uint32_t slot = fnv_slot(hash, NUMBER_SLOTS); number_slots[slot] != 0;
		 slot = (slot + 1) % NUMBER_SLOTS)
	{
		uint32_t number = fnv_number(number_slots[slot], hash);
		const NumberWord *entry = &number_words[number > 0 ? number - 1 : 0];

		if (number > 0 &&
			(entry->class <= NUMBER_WORD_THOUSAND || entry->class == NUMBER_WORD_FIRST) &&
			(article || !(entry->flags & NUMBER_IS_ONE)))
			return true;
	}
	return false;
}

static const NumberWord *
look_up(const char *word, uint32_t hash)
{
	for (uint32_t slot = fnv_slot(hash, NUMBER_SLOTS); number_slots[slot] != 0;
		 slot = (slot + 1) % NUMBER_SLOTS)
	{
		uint32_t number = fnv_number(number_slots[slot], hash);
		const NumberWord *entry = &number_words[number > 0 ? number - 1 : 0];

		if (number > 0 && strcmp(entry->word, word) == 0)
			return entry;
	}
	return NULL;
}

static void
classify(NumberToken *token, char *folded, uint32_t len, uint32_t hash)
{
	const NumberWord *entry = NULL;

	if (len < NUMBER_WORD_BYTES)
	{
		memset(folded + len, 0, NUMBER_WORD_BYTES - len);
		entry = look_up(folded, hash);
	}
	token->class = entry != NULL ? entry->class : NUMBER_WORD_NONE;
	token->flags = entry != NULL ? entry->flags : 0;
	token->value = entry != NULL ? entry->value : 0;
}

bool
number_token_read(Str text, uint32_t at, NumberToken *token)
{
	char folded[NUMBER_WORD_BYTES + 1];
	uint32_t hash = FNV_START;
	uint32_t len = 0;
	uint32_t byte = at;

	text = char_class_cut(text, at + CHAR_CLASS_WORD_BYTES);
	while (byte < text.len)
	{
		char letter = text.data[byte];
		uint32_t after = byte + 1;

		if ((unsigned char) letter >= 0x80)
		{
			TextChar ch = text_char_at(text, byte);

			if (ch.class != CLASS_LETTER && (ch.class != CLASS_INVISIBLE || byte == at))
				break;
			after = ch.end;
			letter = ch.class == CLASS_LETTER ? plain_letter(ch.code) : '\0';
		}
		else if (!ascii_alpha(letter))
			break;
		byte = after;
		if (letter == '\0')
			continue;
		letter = ascii_lower(letter);
		hash = fnv_add(hash, letter);
		folded[len] = letter;
		len += len < NUMBER_WORD_BYTES;
	}
	token->start = at;
	token->end = byte;
	classify(token, folded, len, hash);
	return byte > at;
}

uint32_t
number_spaces(Str text, uint32_t at)
{
	for (int i = 0; i < MOST_SPACES; i++)
	{
		TextChar ch = text_char_at(text, at);

		if (ch.class != CLASS_SPACE || ch.code == '\n' || ch.code == '\r' || ch.end == at)
			break;
		at = ch.end;
	}
	return at;
}

uint32_t
number_gap(Str text, uint32_t at)
{
	TextChar ch;

	at = number_spaces(text, at);
	ch = text_char_at(text, at);
	return ch.class == CLASS_HYPHEN ? number_spaces(text, ch.end) : at;
}

bool
number_token_next(Str text, uint32_t end, NumberToken *token)
{
	uint32_t at = number_gap(text, end);

	return at > end && number_token_read(text, at, token) && token->class != NUMBER_WORD_NONE;
}

bool
number_word_follows(Str text, uint32_t end)
{
	NumberToken token;

	return number_token_next(text, end, &token);
}

uint32_t
number_fold(Str part, char *folded)
{
	uint32_t len = 0;

	for (uint32_t at = 0; at < part.len && len < NUMBER_FOLD_BYTES;)
	{
		TextChar ch = text_char_at(part, at);

		at = ch.end;
		if (ch.class == CLASS_LETTER)
			folded[len++] = plain_letter(ch.code);
		else if (ch.class != CLASS_INVISIBLE && len > 0 && folded[len - 1] != ' ')
			folded[len++] = ' ';
	}
	return len - (len > 0 && folded[len - 1] == ' ');
}
