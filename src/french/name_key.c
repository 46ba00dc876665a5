/*
 * name_key.c
 *	  See name_key.h. Letters become classes of sounds by rule (name_rule_list.h), sounds that the
 *	  spelling leaves open are tried both ways, and vowels that transcriptions confuse become one.
 */
#include "french/name_key.h"

#include "french/char_class.h"
#include "french/phonetic_rule.h"
#include "text/fold.h"

#define NAME_BYTES_MAX 120
#define LAST_WORD_MIN 3 /* letters of a word that is a family name */

/* ---------------------------------------------------------------- vowels */

/*
 * Is this a name of a language whose vowels are transcribed in several ways? French and German
 * names are not; those have k, w, z and h where French has none, or end in a, i or v.
 */
static bool
is_transcribed(Str name)
{
	for (uint32_t i = 0; i < name.len; i++)
	{
		char c = name.data[i];
		char before = i > 0 ? name.data[i - 1] : ' ';
		char next = i + 1 < name.len ? name.data[i + 1] : ' ';

		if (c == 'k' || c == 'w' || c == 'z' || (c == 'q' && next != 'u'))
			return true;
		if (c == 'h' && i > 0 && strchr("cptrl", before) == NULL)
			return true;
	}
	return name.len > 0 && strchr("aiv", name.data[name.len - 1]) != NULL;
}

static bool
is_vowel(char sound)
{
	return strchr("aeiou2AIO", sound) != NULL;
}

/*
 * Adds a vowel to a key of a transcribed name: a, e and i are one (Khaled, Khalid), and so are o
 * and u (Rohani, Rouhani).
 */
static uint32_t
add_any_vowel(char *key, uint32_t len, char sound)
{
	bool nasal = sound == 'A' || sound == 'I' || sound == 'O';
	char class = strchr("ou2O", sound) != NULL ? 'u' : 'a';

	if (len == 0 || key[len - 1] != class)
		key[len++] = class;
	if (nasal)
		key[len++] = 'n';
	return len;
}

/*
 * Adds a vowel to a key of any name: after the first syllable a, e and i are one (Haftar, Hafter),
 * except before the n of a nasal (Morand, Morin).
 */
static uint32_t
add_vowel(char *key, uint32_t len, char sound, bool first)
{
	if (!first && (sound == 'e' || sound == 'i'))
		sound = 'a';
	if (len == 0 || key[len - 1] != sound)
		key[len++] = sound;
	return len;
}

/* ---------------------------------------------------------------- one key */

/* How the sounds that a spelling leaves open are read. */
typedef struct Reading
{
	bool mute_h;  /* X is nothing */
	bool hard_ch; /* Y is k */
	bool vowel_w; /* W is u */
	bool last_e;  /* E is e */
	bool any_vowel;
} Reading;

static char
read_sound(Reading reading, char sound)
{
	switch (sound)
	{
		case 'X':
			return reading.mute_h ? 0 : 'k';
		case 'Y':
			return reading.hard_ch ? 'k' : 'S';
		case 'W':
			return reading.vowel_w ? 'u' : 'v';
		case 'E':
			return reading.last_e ? 'E' : 0;
		case 'G':
			return reading.any_vowel && reading.hard_ch ? 'k' : 'Z';
		case 'g':
			return !reading.any_vowel ? 'g' : reading.mute_h ? 0 : 'k';
		default:
			return sound;
	}
}

/* Writes the key of some sounds; doubled ones count once. */
static uint32_t
write_key(Str sounds, Reading reading, char *key)
{
	uint32_t len = 0;
	bool first = true;

	if (reading.any_vowel)
		key[len++] = '+';
	for (uint32_t i = 0; i < sounds.len && len + 2 < NAME_KEY_BYTES; i++)
	{
		char sound = read_sound(reading, sounds.data[i]);

		if (sound == 0)
			continue;
		if (is_vowel(sound))
		{
			len = reading.any_vowel ? add_any_vowel(key, len, sound)
									: add_vowel(key, len, sound, first);
			first = false;
		}
		else if (len == 0 || key[len - 1] != sound)
			key[len++] = sound;
	}
	return len;
}

static void
add_key(NameKeys *keys, Str sounds, Reading reading)
{
	char *key = keys->text[keys->count];
	uint32_t len = write_key(sounds, reading, key);

	for (uint32_t i = 0; i < keys->count; i++)
	{
		if (str_equal(name_key_text(keys, i), str_make(key, len)))
			return;
	}
	if (len > (reading.any_vowel ? 1u : 0u))
		keys->len[keys->count++] = (uint8_t) len;
}

/* ---------------------------------------------------------------- all keys */

/* Adds the keys of a name without spaces, in all readings. */
static void
add_keys(NameKeys *keys, Str name)
{
	char room[NAME_KEY_BYTES];
	Str sounds = str_make(room, phonetic_apply(phonetic_names, name, room, sizeof(room)));
	bool transcribed = is_transcribed(name);

	for (int i = 0; i < 8 && keys->count + 2 <= NAME_KEYS_MAX; i++)
	{
		Reading reading = {(i & 1) != 0, (i & 1) != 0, (i & 2) != 0, (i & 4) != 0, false};

		add_key(keys, sounds, reading);
		reading.any_vowel = true;
		if (transcribed && !reading.last_e)
			add_key(keys, sounds, reading);
	}
}

/* Copies the letters of a folded name to out; sets *last to the start of its last word. */
static uint32_t
copy_letters(Str name, char *out, uint32_t *last)
{
	uint32_t len = 0;
	bool apart = false;

	*last = 0;
	for (uint32_t at = 0; at < name.len;)
	{
		TextChar ch = text_char_at(name, at);

		if (ch.class == CLASS_LETTER)
		{
			if (apart && len > 0)
				*last = len;
			apart = false;
			memcpy(out + len, name.data + at, ch.end - at);
			len += ch.end - at;
		}
		else if (ch.class != CLASS_INVISIBLE)
			apart = true;
		at = ch.end;
	}
	return len;
}

void
name_keys(Str name, NameKeys *keys)
{
	char folded[FOLD_WORD_ROOM];
	char letters[FOLD_WORD_ROOM];
	uint32_t last;
	Str plain =
		str_make(folded, fold_plain(char_class_cut(name, NAME_BYTES_MAX), folded, sizeof(folded)));
	Str whole =
		char_class_cut(str_make(letters, copy_letters(plain, letters, &last)), NAME_BYTES_MAX);

	keys->count = 0;
	if (whole.len == 0)
		return;
	add_keys(keys, whole);
	if (last > 0 && whole.len >= last + LAST_WORD_MIN)
		add_keys(keys, str_sub(whole, last, whole.len - last));
}
