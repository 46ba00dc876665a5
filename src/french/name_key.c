/*
 * name_key.c
 *	  See name_key.h. Letters become classes of sounds by rule (name_rule_list.h), sounds that the
 *	  spelling leaves open are tried both ways, and vowels that transcriptions confuse become one.
 */
#include "french/name_key.h"

#include "base/array.h"
#include "base/search.h"
#include "french/name_parts.h"
#include "french/phonetic_rule.h"

#define LAST_WORD_MIN 3 /* letters of a word that is a family name */

#define FEMININE_BYTES_MAX 16 /* longest name of name_feminine_list.h */

/* Consonants of a name whose first a, e or i may be another one: Mehdi, Mahdi; but Messi, Massi. */
#define CONSONANTS_MIN 3

/* ---------------------------------------------------------------- vowels */

/* Does the name have k, w, z or h where French has none, or begin with y and a vowel? */
static bool
has_foreign_letters(Str name)
{
	static const char vowels[] = "aeiou";

	for (uint32_t i = 0; i < name.len; i++)
	{
		char c = name.data[i];
		char before = i > 0 ? name.data[i - 1] : ' ';
		char next = i + 1 < name.len ? name.data[i + 1] : ' ';

		if (c == 'k' || c == 'w' || c == 'z' || (c == 'q' && next != 'u'))
			return true;
		if (c == 'h' && i > 0 && strchr("cptrl", before) == NULL)
			return true;
		if (c == 'y' && i == 0 && strchr(vowels, next) != NULL)
			return true;
	}
	return false;
}

/* Scholz, Schulz: German vowels are not transcribed. */
static bool
is_german(Str name)
{
	return str_find(name, STR("sch")) >= 0 && str_find(name, STR("tsch")) < 0;
}

/* Is this a Slavic name? There e is never a. */
static bool
is_slavic(Str name)
{
	static const char *const endings[] = {"v",	 "va",	"ff",  "ko",  "ki",	  "ky",
										  "ska", "aya", "aia", "ich", "itch", "ic"};

	for (uint32_t i = 0; i < lengthof(endings); i++)
	{
		if (str_ends_ascii(name, str_cstr(endings[i])))
			return true;
	}
	return false;
}

/* What the sounds of name_rule_list.h are. */
enum
{
	SOUND_VOWEL = 1,
	SOUND_NASAL = 2, /* a vowel and n */
	SOUND_A_OR_I = 4 /* a vowel that e may stand for */
};

static const uint8_t sound_classes[256] = {
	['a'] = SOUND_VOWEL | SOUND_A_OR_I,
	['e'] = SOUND_VOWEL | SOUND_A_OR_I,
	['i'] = SOUND_VOWEL | SOUND_A_OR_I,
	['o'] = SOUND_VOWEL,
	['u'] = SOUND_VOWEL,
	['2'] = SOUND_VOWEL,
	['A'] = SOUND_VOWEL | SOUND_NASAL | SOUND_A_OR_I,
	['B'] = SOUND_VOWEL | SOUND_NASAL | SOUND_A_OR_I,
	['I'] = SOUND_VOWEL | SOUND_NASAL | SOUND_A_OR_I,
	['O'] = SOUND_VOWEL | SOUND_NASAL,
};

static inline bool
is_sound(char sound, uint8_t classes)
{
	return (sound_classes[(unsigned char) sound] & classes) != 0;
}

/* A vowel of a transcribed name: e is a or i, and o is u. */
static char
any_vowel(char sound, bool open_e)
{
	switch (sound)
	{
		case 'a':
		case 'A':
			return 'a';
		case 'e':
		case 'B':
			return open_e ? 'a' : 'i';
		case 'i':
		case 'I':
			return 'i';
		default:
			return 'u';
	}
}

/* Adds a vowel to a key; a nasal one of a transcribed name is a vowel and n. */
static uint32_t
add_vowel(char *key, uint32_t len, char vowel, bool nasal)
{
	if (len == 0 || key[len - 1] != vowel)
		key[len++] = vowel;
	if (nasal)
		key[len++] = 'n';
	return len;
}

/* ---------------------------------------------------------------- given names */

static const char feminine_names[][FEMININE_BYTES_MAX] = {
#define NAME_FEMININE(name) name,
#include "french/name_feminine_list.h"
#undef NAME_FEMININE
};

/* Is this the feminine of a given name that differs from it in spelling alone? */
static bool
is_feminine(Str name)
{
	return name.len > 0 && name.data[name.len - 1] == 'e' &&
		   search_word(feminine_names, lengthof(feminine_names), sizeof(feminine_names[0]),
					   sizeof(feminine_names[0]), name) != NULL;
}

/* ---------------------------------------------------------------- one key */

/* How the sounds that a spelling leaves open are read. */
typedef struct Reading
{
	bool mute_h;  /* X is nothing */
	bool hard_ch; /* Y is k */
	bool vowel_w; /* W is u */
	bool last_e;  /* E is e */
	bool open_e;  /* e of a transcribed name is a (Ahmed, Ahmad), not i (Khaled, Khalid) */
	bool any_vowel;
	bool few_consonants; /* of the name: its first a, e or i stays */
	bool feminine;		 /* the feminine of a given name that sounds like it: Danielle */
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
		case 'B':
			return reading.any_vowel ? 'B' : 'A';
		default:
			return sound;
	}
}

/* Doubled consonants count once; a nasal vowel has one. */
static uint32_t
count_consonants(Str sounds)
{
	uint32_t count = 0;
	char last = 0;

	for (uint32_t i = 0; i < sounds.len; i++)
	{
		char sound = sounds.data[i];

		count += is_sound(sound, SOUND_NASAL) ||
				 (!is_sound(sound, SOUND_VOWEL) && sound != 'E' && sound != last);
		last = sound;
	}
	return count;
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
		if (is_sound(sound, SOUND_VOWEL))
		{
			char vowel = sound;

			if (reading.any_vowel &&
				!(first && reading.few_consonants && is_sound(sound, SOUND_A_OR_I)))
				vowel = any_vowel(sound, reading.open_e && i + 1 < sounds.len);
			else if (!first && sound == 'e' && i + 1 < sounds.len)
				vowel = 'a'; /* Haftar, Hafter */
			len = add_vowel(key, len, vowel, vowel != sound && is_sound(sound, SOUND_NASAL));
			first = false;
		}
		else if (len == 0 || key[len - 1] != sound)
			key[len++] = sound;
	}
	if (reading.feminine && len < NAME_KEY_BYTES)
		key[len++] = '*';
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

/* The readings, as bits, in which the sounds differ. */
enum
{
	READING_H = 1, /* kh and final ch */
	READING_W = 2,
	READING_E = 4, /* last e */
	READINGS = 8
};

static int
open_readings(Str sounds)
{
	int open = 0;

	for (uint32_t i = 0; i < sounds.len; i++)
	{
		switch (sounds.data[i])
		{
			case 'X':
			case 'Y':
			case 'G':
			case 'g':
				open |= READING_H;
				break;
			case 'W':
				open |= READING_W;
				break;
			case 'E':
				open |= READING_E;
				break;
			default:
				break;
		}
	}
	return open;
}

/* Adds the keys of a name without spaces, in all readings, or in the likeliest one. */
static void
add_keys(NameKeys *keys, Str name, bool all)
{
	char room[NAME_KEY_BYTES];
	Str sounds = str_make(room, phonetic_apply(phonetic_names, name, room, sizeof(room)));
	/* Vowels of other languages are transcribed in several ways; a last a, i or v tells of one. */
	bool foreign = !is_german(name) && has_foreign_letters(name);
	bool transcribed =
		foreign || (!is_german(name) && strchr("aiv", name.data[name.len - 1]) != NULL);
	bool open_e = foreign && !is_slavic(name);
	int open = all ? open_readings(sounds) : 0;
	Reading reading = {.few_consonants = count_consonants(sounds) < CONSONANTS_MIN,
					   .feminine = is_feminine(name)};

	for (int i = 0; i < READINGS && keys->count + 3 <= NAME_KEYS_MAX; i++)
	{
		if ((i & ~open) != 0)
			continue;
		reading.mute_h = reading.hard_ch = (i & READING_H) != 0;
		reading.vowel_w = (i & READING_W) != 0;
		reading.last_e = (i & READING_E) != 0;
		reading.any_vowel = reading.open_e = false;
		add_key(keys, sounds, reading);
		if (!transcribed || reading.last_e)
			continue;
		reading.any_vowel = true;
		add_key(keys, sounds, reading);
		reading.open_e = true;
		if (all && open_e)
			add_key(keys, sounds, reading);
	}
}

/*
 * Adds the keys of a name as it is spelt: of its family name, and of all of it, because others may
 * write it in one word (La Garde, Lagarde). All of a name needs one reading, since the single word
 * has all of them.
 */
static void
add_spelling(NameKeys *keys, Str name)
{
	NameParts parts;
	uint32_t last;

	name_parts_read(name, &parts);
	if (parts.count == 0)
		return;
	last = parts.count - 1;
	add_keys(keys, name_letters(&parts), last == 0);
	if (last > 0 && parts.words[last].len >= LAST_WORD_MIN)
		add_keys(keys, name_word(&parts, last), true);
	if (last > 1 && parts.words[last].joined && parts.words[last - 1].len >= LAST_WORD_MIN)
		add_keys(keys, name_word(&parts, last - 1), true); /* Najat Vallaud-Belkacem, Vallaud */
}

void
name_keys(Str name, NameKeys *keys)
{
	char spelt[NAME_BYTES_MAX];
	uint32_t len = name_spell_letters(name, spelt);

	keys->count = 0;
	add_spelling(keys, name);
	if (len > 0)
		add_spelling(keys, str_make(spelt, len));
}
