/*
 * name_same.c
 *	  See name_same.h.
 */
#include "french/name_same.h"

#include "base/array.h"
#include "french/name_alike.h"
#include "french/name_parts.h"

#define VARIANT_LETTERS_MIN 5

/* ---------------------------------------------------------------- words that do not count */

static const char *const titles[] = {"dr",		 "docteur", "lady",		  "lord", "m",
									 "madame",	 "maitre",	"me",		  "mgr",  "mlle",
									 "mme",		 "mr",		"mrs",		  "ms",	  "mademoiselle",
									 "monsieur", "pr",		"professeur", "sir"};

/* Words between given and family names, of which papers leave some out. */
static const char *const particles[] = {"al",  "bin", "ben", "d",	"da",  "de",  "del",
										"den", "der", "des", "di",	"dos", "du",  "el",
										"ibn", "la",  "le",	 "ter", "van", "von", "zu"};

/* Drops the titles that a name begins with; one word stays. */
static void
drop_titles(NameParts *parts)
{
	uint32_t first = 0;

	while (first + 1 < parts->count &&
		   str_is_listed_ascii(name_word(parts, first), titles, lengthof(titles)))
		first++;
	parts->count -= first;
	memmove(parts->words, parts->words + first, parts->count * sizeof(NameWord));
}

/* ---------------------------------------------------------------- given names */

typedef struct NameShort
{
	const char *form;
	const char *full;
} NameShort;

static const NameShort short_forms[] = {
#define NAME_SHORT(form, full) {form, full},
#include "french/name_short_list.h"
#undef NAME_SHORT
};

static bool
is_short_of(Str form, Str full)
{
	for (uint32_t i = 0; i < lengthof(short_forms); i++)
	{
		if (str_equal(form, str_cstr(short_forms[i].form)) &&
			str_equal(full, str_cstr(short_forms[i].full)))
			return true;
	}
	return false;
}

static bool
is_initial(Str word)
{
	return word.len == 1;
}

/*
 * Do two given names differ in one vowel that transcriptions confuse: Rached, Rachid? Short names
 * and last vowels are different names (Lina, Lena; Nadia, Nadie).
 */
static bool
is_vowel_variant(Str a, Str b)
{
	static const char confused[][3] = {"ei", "ie", "ea", "ae", "ou", "uo"};
	uint32_t at = 0;

	if (a.len != b.len || a.len < VARIANT_LETTERS_MIN)
		return false;
	while (at < a.len && a.data[at] == b.data[at])
		at++;
	if (at + 1 >= a.len || memcmp(a.data + at + 1, b.data + at + 1, a.len - at - 1) != 0)
		return false;
	for (uint32_t i = 0; i < lengthof(confused); i++)
	{
		if (a.data[at] == confused[i][0] && b.data[at] == confused[i][1])
			return true;
	}
	return false;
}

static bool
given_word_same(Str a, Str b)
{
	if (is_initial(a) || is_initial(b))
		return a.data[0] == b.data[0];
	return name_spelled_alike(a, b) || is_vowel_variant(a, b) || is_short_of(a, b) ||
		   is_short_of(b, a);
}

/* Is word i a particle? Ben is a given name at the start of a name. */
static bool
is_particle(const NameParts *parts, uint32_t i)
{
	Str word = name_word(parts, i);

	return str_is_listed_ascii(word, particles, lengthof(particles)) &&
		   !(i == 0 && str_equal(word, STR("ben")));
}

/* The words before the family name, without particles. */
static uint32_t
read_given(const NameParts *parts, uint32_t family, uint8_t *given)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < family; i++)
	{
		if (!is_particle(parts, i))
			given[count++] = (uint8_t) i;
	}
	return count;
}

/* The letters of the words before word `end`. */
static Str
letters_before(const NameParts *parts, uint32_t end)
{
	uint32_t start = parts->words[0].start;

	return str_make(parts->letters + start,
					parts->words[end - 1].start + parts->words[end - 1].len - start);
}

/* Is word `next` of some given names the second half of a double one: the Marie of Jean-Marie? */
static bool
is_double(const NameParts *parts, const uint8_t *given, uint32_t count, uint32_t next)
{
	return next < count && parts->words[given[next]].joined &&
		   !is_initial(name_word(parts, given[next]));
}

/*
 * May the given names before two family names be those of one person? A further one that the other
 * name lacks does not matter (Anne Marie Petit), but half a double name is another one.
 */
static bool
given_same(const NameParts *a, uint32_t a_family, const NameParts *b, uint32_t b_family)
{
	uint8_t first[NAME_WORDS_MAX];
	uint8_t second[NAME_WORDS_MAX];
	uint32_t first_count = read_given(a, a_family, first);
	uint32_t second_count = read_given(b, b_family, second);
	uint32_t i;

	if (first_count > 0 && second_count > 0 && first_count != second_count &&
		name_spelled_alike(letters_before(a, a_family), letters_before(b, b_family)))
		return true; /* Abdel Aziz, Abdelaziz */
	for (i = 0; i < first_count && i < second_count; i++)
	{
		if (!given_word_same(name_word(a, first[i]), name_word(b, second[i])))
			return false;
	}
	if (i == 0 || is_initial(name_word(a, first[i - 1])) || is_initial(name_word(b, second[i - 1])))
		return true;
	return !is_double(a, first, first_count, i) && !is_double(b, second, second_count, i);
}

/* ---------------------------------------------------------------- family names */

/* Is the word the number of a pope or a king? Sounds do not tell II from I. */
static bool
is_ordinal(Str word)
{
	for (uint32_t i = 0; i < word.len; i++)
	{
		if (strchr("ivx", word.data[i]) == NULL)
			return false;
	}
	return true;
}

static bool
family_word_same(Str a, Str b)
{
	return is_ordinal(a) && is_ordinal(b) ? str_equal(a, b) : name_spelled_alike(a, b);
}

/* Is word i a half of the double name that a name ends in? */
static bool
is_family(const NameParts *parts, uint32_t i)
{
	return i + 1 == parts->count || (i > 0 && i + 2 == parts->count && parts->words[i + 1].joined);
}

/* Given names first: Anne Petit, Mme Petit, Anne Petit-Morel. */
static bool
same_in_order(const NameParts *a, const NameParts *b)
{
	for (uint32_t i = a->count; i > 0 && is_family(a, i - 1); i--)
	{
		for (uint32_t k = b->count; k > 0 && is_family(b, k - 1); k--)
		{
			if (family_word_same(name_word(a, i - 1), name_word(b, k - 1)) &&
				given_same(a, i - 1, b, k - 1))
				return true;
		}
	}
	return false;
}

/* Is one the end of the other: Giscard d'Estaing, Valéry Giscard d'Estaing? */
static bool
is_end_of(const NameParts *end, const NameParts *whole)
{
	if (end->count < 2 || end->count > whole->count)
		return false;
	for (uint32_t i = 1; i <= end->count; i++)
	{
		if (!family_word_same(name_word(end, end->count - i), name_word(whole, whole->count - i)))
			return false;
	}
	return true;
}

/* The same words, with some of the first ones last: Le Pen Marine, Marine Le Pen. */
static bool
same_turned(const NameParts *a, const NameParts *b)
{
	if (a->count != b->count)
		return false;
	for (uint32_t turn = 1; turn < a->count; turn++)
	{
		uint32_t i = 0;

		while (i < a->count &&
			   family_word_same(name_word(a, i), name_word(b, (i + turn) % b->count)))
			i++;
		if (i == a->count)
			return true;
	}
	return false;
}

static bool
same_parts(const NameParts *a, const NameParts *b)
{
	if (a->count == 0 || b->count == 0)
		return false;
	if (a->count != b->count &&
		name_spelled_alike(letters_before(a, a->count), letters_before(b, b->count)))
		return true; /* Xi Jin-ping, Xi Jinping */
	return same_in_order(a, b) || is_end_of(a, b) || is_end_of(b, a) || same_turned(a, b);
}

/* ---------------------------------------------------------------- names */

/* Reads a name, and what it is if its letters are spelt by their sound; returns how many that is. */
static uint32_t
read_spellings(Str name, NameParts parts[2])
{
	char spelt[NAME_BYTES_MAX];
	uint32_t len = name_spell_letters(name, spelt);

	name_parts_read(name, &parts[0]);
	drop_titles(&parts[0]);
	if (len == 0)
		return 1;
	name_parts_read(str_make(spelt, len), &parts[1]);
	drop_titles(&parts[1]);
	return 2;
}

bool
name_same(Str a, Str b)
{
	NameParts first[2];
	NameParts second[2];
	uint32_t first_count = read_spellings(a, first);
	uint32_t second_count = read_spellings(b, second);

	for (uint32_t i = 0; i < first_count; i++)
	{
		for (uint32_t k = 0; k < second_count; k++)
		{
			if (same_parts(&first[i], &second[k]))
				return true;
		}
	}
	return false;
}
