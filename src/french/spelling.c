/*
 * spelling.c
 *	  See spelling.h. The distance is that of Damerau & Levenshtein between words without accents
 *	  (optimal string alignment); trigrams are padded as those of pg_trgm are.
 */
#include "french/spelling.h"

#include "french/char_class.h"
#include "french/name_key.h"
#include "text/fold.h"

/*
 * A word of fewer letters than this is too short for two edits, for they make any word of it. From
 * there on one edit in FAR_LETTERS letters is not too far.
 */
#define FAR_LETTERS 4

/* Edits beyond those for a word that sounds the same: x and chs are two apart. */
#define SOUND_EDITS 2

bool
spelling_read(Spelling *spelling, Str form)
{
	char folded[FOLD_WORD_ROOM];
	size_t len = form.len <= FOLD_WORD_MAX ? fold_plain(form, folded, sizeof(folded)) : 0;
	bool letters = false;

	if (len < SPELLING_LEAST || len > SPELLING_MOST)
		return false;
	memcpy(spelling->folded, folded, len);
	spelling->len = (uint32_t) len;
	spelling->form = form;
	for (uint32_t at = 0; at < spelling->len && !letters;)
	{
		TextChar ch = text_char_at(spelling_folded(spelling), at);

		letters = ch.class == CLASS_LETTER;
		at = ch.end;
	}
	return letters;
}

/* ---------------------------------------------------------------- keys */

/* Adds a key with its mark, once. */
static void
add_key(Arena *arena, StrList *keys, Str mark, Str text)
{
	Str key = str_concat(arena, mark, text);

	if (!strlist_has(keys, key))
		strlist_add(keys, arena, key);
}

/* Adds each three characters of "  word ". */
static void
add_trigrams(Arena *arena, Str word, StrList *keys)
{
	char padded[SPELLING_MOST + 3];
	Str text = str_make(padded, word.len + 3);

	padded[0] = padded[1] = padded[word.len + 2] = ' ';
	memcpy(padded + 2, word.data, word.len);
	for (uint32_t at = 0; at < text.len; at = text_char_at(text, at).end)
	{
		uint32_t second = text_char_at(text, at).end;
		uint32_t third = text_char_at(text, second).end;
		uint32_t end = text_char_at(text, third).end;

		if (third < text.len)
			add_key(arena, keys, STR(""), str_sub(text, at, end - at));
	}
}

static Str
sound_of(Str form, char *key)
{
	char word[FOLD_WORD_ROOM];
	size_t len = fold_word(form, word, sizeof(word));

	if (len > PHONETIC_WORD_BYTES)
		return STR("");
	return str_make(key, phonetic_word(str_make(word, len), key));
}

void
spelling_keys(Arena *arena, Str lexeme, Str form, StrList *keys)
{
	char key[PHONETIC_KEY_ROOM];
	char folded[FOLD_WORD_ROOM];
	Spelling spelling;
	NameKeys names;
	Str sound;

	add_key(arena, keys, STR("="), str_make(folded, fold_plain(form, folded, sizeof(folded))));
	if (lexeme.len > 0)
		add_key(arena, keys, STR(":"), lexeme);
	if (!spelling_read(&spelling, form))
		return;
	sound = sound_of(form, key);
	if (sound.len > 0)
		add_key(arena, keys, STR("~"), sound);
	name_keys(form, &names);
	for (uint32_t i = 0; i < names.count; i++)
		add_key(arena, keys, STR("^"), name_key_text(&names, i));
	add_trigrams(arena, spelling_folded(&spelling), keys);
}

/* ---------------------------------------------------------------- distance */

static inline uint32_t
least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* Returns the number of edits between two words; any number above most if there are more. */
static uint32_t
count_edits(Str a, Str b, uint32_t most)
{
	uint32_t rows[3][SPELLING_MOST + 1];

	if (a.len > b.len + most || b.len > a.len + most)
		return most + 1;
	for (uint32_t k = 0; k <= b.len; k++)
		rows[0][k] = k;
	for (uint32_t i = 1; i <= a.len; i++)
	{
		uint32_t *row = rows[i % 3];
		const uint32_t *last = rows[(i + 2) % 3];
		const uint32_t *before = rows[(i + 1) % 3];
		uint32_t best = row[0] = i;

		for (uint32_t k = 1; k <= b.len; k++)
		{
			uint32_t other = last[k - 1] + (a.data[i - 1] != b.data[k - 1]);

			row[k] = least(other, least(last[k], row[k - 1]) + 1);
			if (i > 1 && k > 1 && a.data[i - 1] == b.data[k - 2] && a.data[i - 2] == b.data[k - 1])
				row[k] = least(row[k], before[k - 2] + 1);
			best = least(best, row[k]);
		}
		if (best > most)
			return most + 1;
	}
	return rows[a.len % 3][b.len];
}

/* Do two words sound the same, or are they spellings of one name? */
static bool
sounds_same(Str a, Str b)
{
	char a_key[PHONETIC_KEY_ROOM];
	char b_key[PHONETIC_KEY_ROOM];
	NameKeys a_names;
	NameKeys b_names;
	Str a_sound = sound_of(a, a_key);

	if (a_sound.len > 0 && str_equal(a_sound, sound_of(b, b_key)))
		return true;
	name_keys(a, &a_names);
	name_keys(b, &b_names);
	for (uint32_t i = 0; i < a_names.count; i++)
		for (uint32_t k = 0; k < b_names.count; k++)
			if (str_equal(name_key_text(&a_names, i), name_key_text(&b_names, k)))
				return true;
	return false;
}

double
spelling_distance(const Spelling *typed, const Spelling *form)
{
	uint32_t letters = typed->len / FAR_LETTERS;
	uint32_t far = letters > 0 ? letters : 1;
	uint32_t edits = count_edits(spelling_folded(typed), spelling_folded(form), far + SOUND_EDITS);

	if (edits == 0)
		return 0;
	if (edits > far + SOUND_EDITS)
		return -1;
	if (sounds_same(typed->form, form->form))
		return edits - 0.5;
	return edits <= far ? (double) edits : -1.0;
}
