/*
 * speech.c
 *	  See speech.h. A French verb of the second person plural is known by its ending; a surname
 *	  with that ending has a capital and does not begin a sentence.
 */
#include "article/body/speech.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/char.h"

/* The longest word of the list, and the shortest verb in -ez: "votez". */
#define LONGEST_WORD 8
#define SHORTEST_VERB 5

typedef struct SpeechWord
{
	Str word;
	bool own;
} SpeechWord;

static const SpeechWord speech_words[] = {
#define ADDRESS(word) {{word, sizeof(word) - 1}, false},
#define OWN(word) {{word, sizeof(word) - 1}, true},
#include "article/body/speech_word_list.h"
#undef ADDRESS
#undef OWN
};

/* Words in -ez that are not verbs, as they are written inside a sentence. */
static const Str no_verbs[] = {{"assez", 5}};

typedef struct SpeechReader
{
	Speech speech;
	bool starts; /* nothing but marks since the sentence began */
	bool quoted;
} SpeechReader;

static bool
is_verb(Str word, bool starts)
{
	if (word.len < SHORTEST_VERB || ascii_lower(word.data[word.len - 1]) != 'z' ||
		ascii_lower(word.data[word.len - 2]) != 'e')
		return false;
	for (size_t i = 0; i < lengthof(no_verbs); i++)
		if (str_equal_ascii(word, no_verbs[i]))
			return false;
	return starts || ascii_lower(word.data[0]) == word.data[0];
}

/* The letters that words of the list begin with, a bit each; the compiler computes it. */
static uint32_t
listed_letters(void)
{
	return 0
#define ADDRESS(word) | UINT32_C(1) << ((word)[0] & 31)
#define OWN(word) ADDRESS(word)
#include "article/body/speech_word_list.h"
#undef ADDRESS
#undef OWN
		;
}

static void
count_listed(Speech *speech, Str word)
{
	char first = ascii_lower(word.data[0]);

	if ((listed_letters() >> (first & 31) & 1) == 0)
		return;
	for (size_t i = 0; i < lengthof(speech_words); i++)
		if (speech_words[i].word.len == word.len && speech_words[i].word.data[0] == first &&
			str_equal_ascii(word, speech_words[i].word))
		{
			speech->own += speech_words[i].own;
			speech->address += !speech_words[i].own;
			return;
		}
}

static inline void
end_word(SpeechReader *reader, Str word)
{
	if (word.len == 0)
		return;
	reader->speech.words++;
	if (!reader->quoted && is_verb(word, reader->starts))
	{
		reader->speech.address++;
		reader->speech.imperative += reader->starts;
	}
	else if (!reader->quoted && word.len <= LONGEST_WORD)
		count_listed(&reader->speech, word);
	reader->starts = false;
}

static void
read_mark(SpeechReader *reader, uint32_t c)
{
	switch (c)
	{
		case '.':
		case '!':
		case '?':
		case ':':
		case '\n':
		case 0x2026: /* … */
			reader->starts = true;
			break;
		case '"':
			reader->quoted = !reader->quoted;
			break;
		case 0xAB: /* « */
		case 0x201C:
		case 0x201E:
			reader->quoted = true;
			break;
		case 0xBB: /* » */
		case 0x201D:
			reader->quoted = false;
			break;
		default:
			break;
	}
}

Speech
speech_read(const Arena *arena, Str text)
{
	SpeechReader reader = {.starts = true};
	uint32_t from = 0;
	size_t polled = 0;

	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t at;
		uint32_t c;

		arena_poll_at(arena, i, &polled);
		while (i < text.len && ascii_alpha(text.data[i]))
			i++;
		if (i == text.len)
			break;
		at = i;
		c = (unsigned char) text.data[i];
		if (c < 0x80)
			i++;
		else if (char_is(c = utf8_next(text.data, text.len, &i), CHAR_LETTERS))
			continue;
		end_word(&reader, str_sub(text, from, at - from));
		from = i;
		read_mark(&reader, c);
	}
	end_word(&reader, str_sub(text, from, text.len));
	return reader.speech;
}
