/*
 * boilerplate.c
 *	  See boilerplate.h.  A text is compared by its key (compare.h), which ignores case, accents and
 *	  punctuation. boilerplate_list.h holds the words.
 */
#include "article/cue/boilerplate.h"

#include "base/array.h"
#include "text/compare.h"

/* In bytes: a notice is one or two sentences. */
#define LONGEST_BOILERPLATE 300
/* A telephone number has at least this many digits, a date at most eight. */
#define LEAST_TELEPHONE 9
/* At most this many bytes may follow the start of a LINE: "Temps de lecture : 12 minutes". */
#define LINE_REST 24

typedef enum BoilerplateKind
{
	BOILERPLATE_WHOLE,
	BOILERPLATE_LINE,
	BOILERPLATE_CLAIM,
	BOILERPLATE_CALL,
	BOILERPLATE_OFFER,
	BOILERPLATE_CHANNEL,
	BOILERPLATE_LETTER
} BoilerplateKind;

typedef struct Notice
{
	Str words;
	uint8_t kind;
} Notice;

/*
 * A hash of the first two bytes of some words; it rules out most words that a key does not
 * contain.
 */
#define BEGINNINGS 256
#define BEGINNING(words)                                                                           \
	(((unsigned char) (words)[0] * 31u + (unsigned char) (words)[1]) % BEGINNINGS)

/*
 * words: at least two bytes.  gcc and clang accept a byte of a string literal as a constant
 * expression.
 */
#define ENTRY(words, kind) {{words, sizeof(words) - 1}, kind},
#define WHOLE(words) ENTRY(words, BOILERPLATE_WHOLE)
#define LINE(words) ENTRY(words, BOILERPLATE_LINE)
#define CLAIM(words) ENTRY(words, BOILERPLATE_CLAIM)
#define CALL(words) ENTRY(words, BOILERPLATE_CALL)
#define OFFER(words) ENTRY(words, BOILERPLATE_OFFER)
#define CHANNEL(words) ENTRY(words, BOILERPLATE_CHANNEL)
#define LETTER(words) ENTRY(words, BOILERPLATE_LETTER)
static const Notice notices[] = {
#include "article/cue/boilerplate_list.h"
};
#undef ENTRY

/* The beginnings of the notices, close together: all of them are compared with each key. */
#define ENTRY(words, kind) BEGINNING(words),
static const uint8_t beginnings[] = {
#include "article/cue/boilerplate_list.h"
};
#undef ENTRY

#define BOILERPLATE_COUNT lengthof(notices)

/* Scripts without spaces between words take three bytes per character in UTF-8. */
static bool
is_spaceless(Str words)
{
	return (unsigned char) words.data[0] >= 0xE0;
}

/* ---------------------------------------------------------------- a key and how its words begin */

typedef struct Key
{
	Str text;
	Str unnumbered;			/* without a leading number: "3 min read" */
	bool begun[BEGINNINGS]; /* by its words; by each character in scripts without spaces */
} Key;

/* Does a word of the key begin with the same two bytes as notice i? */
static inline bool
is_begun(const Key *key, size_t i)
{
	return key->begun[beginnings[i]];
}

static void
note_beginnings(Key *key)
{
	bool starts_word = true;

	for (uint32_t i = 0; i + 1 < key->text.len; i++)
	{
		const char *at = key->text.data + i;

		if (starts_word || (unsigned char) *at >= 0xE0)
			key->begun[BEGINNING(at)] = true;
		starts_word = *at == ' ';
	}
}

static Str
without_number(Str key)
{
	uint32_t i = 0;

	i = str_skip_digits(key, i);
	return i < key.len && key.data[i] == ' ' ? str_sub(key, i + 1, key.len) : key;
}

static Key
key_of(Arena *arena, Str text)
{
	Key key = {.text = compare_key(arena, text)};

	key.unnumbered = without_number(key.text);
	note_beginnings(&key);
	return key;
}

/* ------------------------------------------------------------------ one notice */

static bool
starts(Str key, Str words)
{
	return key.len >= words.len && key.data[0] == words.data[0] &&
		   memcmp(key.data, words.data, words.len) == 0 &&
		   (key.len == words.len || key.data[words.len] == ' ' || is_spaceless(words));
}

static bool
holds(const Key *key, Str words)
{
	return is_spaceless(words) ? str_find(key->text, words) >= 0
							   : compare_contains(key->text, words);
}

/* Does a key name the goal of a call: a newsletter, or (unless letter_only) any channel? */
static bool
names_goal(const Key *key, bool letter_only)
{
	for (size_t i = 0; i < BOILERPLATE_COUNT; i++)
		if (is_begun(key, i) &&
			(notices[i].kind == BOILERPLATE_LETTER ||
			 (notices[i].kind == BOILERPLATE_CHANNEL && !letter_only)) &&
			holds(key, notices[i].words))
			return true;
	return false;
}

bool
boilerplate_channel(Arena *arena, Str text)
{
	Key key;

	if (text.len > LONGEST_BOILERPLATE)
		return false;
	key = key_of(arena, text);
	return names_goal(&key, false);
}

static const char *
reason_by(const Notice *notice, const Key *key)
{
	Str words = notice->words;

	switch (notice->kind)
	{
		case BOILERPLATE_WHOLE:
			return str_equal(key->text, words) ? "a label of the page" : NULL;
		case BOILERPLATE_LINE:
			return starts(key->unnumbered, words) && key->unnumbered.len <= words.len + LINE_REST
					   ? "a line of the page about the article"
					   : NULL;
		case BOILERPLATE_CLAIM:
			return holds(key, words) ? "a notice of rights, cookies or subscriptions" : NULL;
		case BOILERPLATE_CALL:
		case BOILERPLATE_OFFER:
			return starts(key->text, words) && names_goal(key, notice->kind == BOILERPLATE_OFFER)
					   ? "calls the reader to join or subscribe"
					   : NULL;
		default:
			return NULL;
	}
}

const char *
boilerplate_reason(Arena *arena, Str text)
{
	const char *reason = NULL;
	Key key;

	if (text.len > LONGEST_BOILERPLATE)
		return NULL;
	key = key_of(arena, text);
	for (size_t i = 0; i < BOILERPLATE_COUNT && reason == NULL && key.text.len > 0; i++)
		if (is_begun(&key, i))
			reason = reason_by(&notices[i], &key);
	return reason;
}

bool
boilerplate_reaches(Str text)
{
	uint32_t digits = 0;

	if (text.len > LONGEST_BOILERPLATE || memchr(text.data, '@', text.len) == NULL)
		return false;
	for (uint32_t i = 0; i < text.len && digits < LEAST_TELEPHONE; i++)
		if (ascii_digit(text.data[i]))
			digits++;
		else if (strchr(" .-()+", text.data[i]) == NULL)
			digits = 0;
	return digits == LEAST_TELEPHONE;
}
