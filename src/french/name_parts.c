/*
 * name_parts.c
 *	  See name_parts.h.
 */
#include "french/name_parts.h"

#include "base/array.h"
#include "french/char_class.h"
#include "text/fold.h"

#define FAMILY_LETTERS_MIN 3 /* capitals that are a family name; fewer are initials: JL Petit */

/* ---------------------------------------------------------------- letters */

typedef struct NameLetter
{
	uint32_t code;
	const char *letters;
} NameLetter;

static const NameLetter special_letters[] = {
#define NAME_LETTER(code, letters) {code, letters},
#include "french/name_letter_list.h"
#undef NAME_LETTER
};

/* Returns the letters by which a special letter is spelt; none for any other character. */
static Str
special_letter(uint32_t code)
{
	for (uint32_t i = 0; i < lengthof(special_letters); i++)
	{
		if (special_letters[i].code == code)
			return str_cstr(special_letters[i].letters);
	}
	return STR_NONE;
}

uint32_t
name_spell_letters(Str name, char *out)
{
	bool found = false;
	uint32_t len = 0;
	Str cut = char_class_cut(name, NAME_BYTES_MAX);

	for (uint32_t at = 0; at < cut.len;)
	{
		TextChar ch = text_char_at(cut, at);
		Str letters = ch.code < 0xC0 ? STR_NONE : special_letter(ch.code);

		found = found || letters.len > 0;
		if (letters.len == 0)
			letters = str_sub(cut, at, ch.end - at);
		if (len + letters.len > NAME_BYTES_MAX)
			break;
		memcpy(out + len, letters.data, letters.len);
		len += letters.len;
		at = ch.end;
	}
	return found ? len : 0;
}

/* ---------------------------------------------------------------- order */

/* Reads a word up to the next space; *end is set to its end. Is it in capitals? */
static bool
is_shouted(Str name, uint32_t at, uint32_t *end, uint32_t *letters)
{
	bool shouted = true;

	for (*letters = 0; at < name.len && name.data[at] != ' ';)
	{
		TextChar ch = text_char_at(name, at);

		if (ch.class == CLASS_LETTER)
		{
			++*letters;
			shouted = shouted && char_class_is_capital(ch.code);
		}
		at = ch.end;
	}
	*end = at;
	return shouted && *letters > 1;
}

/* The byte at which the given names begin that follow the family name; 0 if they do not. */
static uint32_t
find_given(Str name)
{
	const char *comma = memchr(name.data, ',', name.len);
	uint32_t at = 0;
	uint32_t end;
	uint32_t letters;
	uint32_t capitals = 0;
	uint32_t given;

	if (comma != NULL)
		return (uint32_t) (comma - name.data) + 1;
	if (memchr(name.data, ' ', name.len) == NULL)
		return 0;
	for (; at < name.len && is_shouted(name, at, &end, &letters); at = end + 1)
		capitals += letters;
	if (capitals < FAMILY_LETTERS_MIN || at >= name.len)
		return 0;
	for (given = at; at < name.len; at = end + 1)
	{
		if (is_shouted(name, at, &end, &letters))
			return 0;
	}
	return given;
}

/* ---------------------------------------------------------------- words */

static void
start_word(NameParts *parts, bool joined)
{
	parts->words[parts->count++] = (NameWord){(uint8_t) parts->len, 0, joined};
}

/* Is the character at a byte a capital after a hyphen? */
static bool
is_joined(Str name, uint32_t at)
{
	return at > 0 && name.data[at - 1] == '-' && char_class_is_capital(text_char_at(name, at).code);
}

/* Adds a word, as much as there is room for. */
static void
add_word(NameParts *parts, Str word, bool joined)
{
	char folded[FOLD_WORD_ROOM];
	Str plain = str_make(folded, fold_plain(word, folded, sizeof(folded)));

	if (parts->count == NAME_WORDS_MAX)
		return;
	start_word(parts, joined);
	for (uint32_t at = 0; at < plain.len;)
	{
		TextChar ch = text_char_at(plain, at);

		if (ch.class == CLASS_LETTER && parts->len + ch.end - at <= NAME_BYTES_MAX)
		{
			memcpy(parts->letters + parts->len, plain.data + at, ch.end - at);
			parts->len += ch.end - at;
		}
		at = ch.end;
	}
	parts->words[parts->count - 1].len =
		(uint8_t) (parts->len - parts->words[parts->count - 1].start);
	if (parts->words[parts->count - 1].len == 0)
		parts->count--;
}

static void
add_words(NameParts *parts, Str name)
{
	for (uint32_t at = 0; at < name.len;)
	{
		TextChar ch = text_char_at(name, at);
		uint32_t end = at;

		while (ch.class == CLASS_LETTER || ch.class == CLASS_INVISIBLE)
		{
			end = ch.end;
			ch = text_char_at(name, end);
		}
		if (end > at)
			add_word(parts, str_sub(name, at, end - at), is_joined(name, at));
		at = end > at ? end : ch.end;
	}
}

void
name_parts_read(Str name, NameParts *parts)
{
	Str cut = char_class_cut(name, NAME_BYTES_MAX);
	uint32_t given = find_given(cut);

	parts->count = parts->len = 0;
	add_words(parts, str_sub(cut, given, cut.len - given));
	add_words(parts, str_sub(cut, 0, given));
}
