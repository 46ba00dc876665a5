/*
 * notice.c
 *	  See notice.h.  A text is compared by its key (compare.h), in which case, accents and punctuation make no
 *	  difference; notice_list.h holds the words.
 */
#include "article/notice.h"

#include "article/compare.h"

/* Bytes: a notice is a sentence or two. */
#define LONGEST_NOTICE 300
/* Bytes that may follow the start of a LINE: "Temps de lecture : 12 minutes". */
#define LINE_REST 24

typedef enum NoticeKind
{
	NOTICE_WHOLE,
	NOTICE_LINE,
	NOTICE_CLAIM,
	NOTICE_CALL,
	NOTICE_OFFER,
	NOTICE_CHANNEL,
	NOTICE_LETTER
} NoticeKind;

typedef struct Notice
{
	Str words;
	uint8_t kind;
	uint8_t beginning;
} Notice;

/* The first two bytes of words, hashed to a bit each: most words that a key does not have are told from it by that. */
#define BEGINNING_BITS 256
#define BEGINNING(words)                                                                           \
	(((unsigned char) (words)[0] * 31u + (unsigned char) (words)[1]) % BEGINNING_BITS)

/* words: two bytes and more; gcc and clang take a byte of a literal for the constant that it is */
#define ENTRY(words, kind) {{words, sizeof(words) - 1}, kind, BEGINNING(words)},
#define WHOLE(words) ENTRY(words, NOTICE_WHOLE)
#define LINE(words) ENTRY(words, NOTICE_LINE)
#define CLAIM(words) ENTRY(words, NOTICE_CLAIM)
#define CALL(words) ENTRY(words, NOTICE_CALL)
#define OFFER(words) ENTRY(words, NOTICE_OFFER)
#define CHANNEL(words) ENTRY(words, NOTICE_CHANNEL)
#define LETTER(words) ENTRY(words, NOTICE_LETTER)
static const Notice notices[] = {
#include "article/notice_list.h"
};

#define NOTICE_COUNT (sizeof(notices) / sizeof(notices[0]))

/* Scripts that put no space between words are written in three bytes. */
static bool
is_spaceless(Str words)
{
	return (unsigned char) words.data[0] >= 0xE0;
}

/* ------------------------------------------------------------------ a key and how its words begin */

typedef struct Key
{
	Str text;
	Str unnumbered; /* without a number in front: "3 min read" */
	uint64_t
		begun[BEGINNING_BITS / 64]; /* by its words; by each letter where no space parts them */
} Key;

/* Does a word of the key begin like a notice? */
static inline bool
is_begun(const Key *key, const Notice *notice)
{
	return key->begun[notice->beginning / 64] >> (notice->beginning % 64) & 1;
}

static void
note_beginnings(Key *key)
{
	bool starts_word = true;

	for (uint32_t i = 0; i + 1 < key->text.len; i++)
	{
		const char *at = key->text.data + i;

		if (starts_word || (unsigned char) *at >= 0xE0)
			key->begun[BEGINNING(at) / 64] |= UINT64_C(1) << (BEGINNING(at) % 64);
		starts_word = *at == ' ';
	}
}

static Str
without_number(Str key)
{
	uint32_t i = 0;

	while (i < key.len && ascii_digit(key.data[i]))
		i++;
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

/* Does a key name what a call leads to: a letter, or any channel? */
static bool
names_goal(const Key *key, bool letter_only)
{
	for (size_t i = 0; i < NOTICE_COUNT; i++)
		if ((notices[i].kind == NOTICE_LETTER ||
			 (notices[i].kind == NOTICE_CHANNEL && !letter_only)) &&
			is_begun(key, &notices[i]) && holds(key, notices[i].words))
			return true;
	return false;
}

static const char *
reason_by(const Notice *notice, const Key *key)
{
	Str words = notice->words;

	switch (notice->kind)
	{
		case NOTICE_WHOLE:
			return str_equal(key->text, words) ? "a label of the page" : NULL;
		case NOTICE_LINE:
			return starts(key->unnumbered, words) && key->unnumbered.len <= words.len + LINE_REST
					   ? "a line of the page about the article"
					   : NULL;
		case NOTICE_CLAIM:
			return holds(key, words) ? "a notice of rights, cookies or subscriptions" : NULL;
		case NOTICE_CALL:
		case NOTICE_OFFER:
			return starts(key->text, words) && names_goal(key, notice->kind == NOTICE_OFFER)
					   ? "calls the reader to join or subscribe"
					   : NULL;
		default:
			return NULL;
	}
}

const char *
notice_reason(Arena *arena, Str text)
{
	const char *reason = NULL;
	Key key;

	if (text.len > LONGEST_NOTICE)
		return NULL;
	key = key_of(arena, text);
	for (size_t i = 0; i < NOTICE_COUNT && reason == NULL && key.text.len > 0; i++)
		if (is_begun(&key, &notices[i]))
			reason = reason_by(&notices[i], &key);
	return reason;
}
