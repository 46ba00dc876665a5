/*
 * language_detect.c
 *	  Detects the language of a sample of text: by the script of its letters if only one language
 *	  uses it, else by the function words that it contains.
 */
#include "article/language/language.h"

#include <stdlib.h>

#include "article/language/language_table.h"
#include "base/array.h"
#include "base/utf8.h"
#include "text/char.h"

/* A language is only named if the sample contains at least this many of its function words. */
#define HITS_MIN 4

/*
 * Hits that overrule a declaration, and how many times the hits of the declared language they must
 * be.
 */
#define HITS_SURE 12
#define HITS_RATIO 3

/*
 * A shorter sample has too few function words to count, so the trigrams of its letters decide
 * (language_gram.c). A sentence of the press has about 100 letters.
 */
#define LETTERS_FOR_WORDS 400

/* Longest function word of the table, in bytes; longer words are not looked up. */
#define WORD_BYTES 32

/* What determines the script of a sample: its letters, each with weight_of() its script. */
#define SCRIPT_WEIGHT_MIN 16

typedef struct ScriptLanguage
{
	CharScript script;
	const char *code;
} ScriptLanguage;

/*
 * Scripts that only one language of today's press uses (Unicode Standard, chapters 7-20).  The
 * words decide between the languages of other scripts.
 */
static const ScriptLanguage script_languages[] = {
	{SCRIPT_HIRAGANA, "ja"},  {SCRIPT_HANGUL, "ko"},   {SCRIPT_HAN, "zh"},
	{SCRIPT_HEBREW, "he"},	  {SCRIPT_GREEK, "el"},	   {SCRIPT_THAI, "th"},
	{SCRIPT_ARMENIAN, "hy"},  {SCRIPT_GEORGIAN, "ka"}, {SCRIPT_BENGALI, "bn"},
	{SCRIPT_TAMIL, "ta"},	  {SCRIPT_TELUGU, "te"},   {SCRIPT_KANNADA, "kn"},
	{SCRIPT_MALAYALAM, "ml"}, {SCRIPT_GUJARATI, "gu"}, {SCRIPT_GURMUKHI, "pa"},
	{SCRIPT_SINHALA, "si"},	  {SCRIPT_KHMER, "km"},	   {SCRIPT_MYANMAR, "my"},
	{SCRIPT_LAO, "lo"},		  {SCRIPT_ETHIOPIC, "am"},
};

#define NSCRIPTS lengthof(script_languages)

typedef struct Sample
{
	uint32_t letters;
	uint32_t scripts[NSCRIPTS]; /* letters of each script; all kana count as the first */
	uint32_t hits[LANGUAGE_MAX];
} Sample;

static void
count_letter(Sample *sample, uint32_t c)
{
	CharScript script;

	sample->letters++;
	if (c < 0x370) /* Latin */
		return;
	script = char_script(c);
	if (script == SCRIPT_KATAKANA)
		script = SCRIPT_HIRAGANA;
	for (size_t i = 0; i < NSCRIPTS; i++)
		if (script_languages[i].script == script)
			sample->scripts[i]++;
}

/* memcmp() of a word that contains no NUL and an entry that ends with one. */
static int
compare_word(const void *key, const void *entry)
{
	Str word = *(const Str *) key;
	const char *listed = ((const LanguageWord *) entry)->word;
	uint32_t i = 0;

	while (i < word.len && listed[i] == word.data[i])
		i++;
	return (i < word.len ? (unsigned char) word.data[i] : 0) - (unsigned char) listed[i];
}

static uint64_t
languages_of(Str word)
{
	const LanguageWord *found =
		bsearch(&word, language_words, language_nwords, sizeof(LanguageWord), compare_word);

	return found ? found->languages : 0;
}

static void
count_word(Sample *sample, Str word)
{
	uint64_t languages = word.len > 1 && word.len < WORD_BYTES ? languages_of(word) : 0;

	for (; languages != 0; languages &= languages - 1)
		sample->hits[__builtin_ctzll(languages)]++;
}

static void
count_sample(Sample *sample, Str text)
{
	char word[WORD_BYTES + 4] = "";
	uint32_t len = 0;

	memset(sample, 0, sizeof(*sample));
	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t c = utf8_next(text.data, text.len, &i);

		if (c < 0x80 && ascii_alpha((char) c))
		{
			sample->letters++;
			if (len < WORD_BYTES)
				word[len++] = ascii_lower((char) c);
			continue;
		}
		if (c >= 0x80 && char_is(c, CHAR_LETTERS | CHAR_MARKS))
		{
			count_letter(sample, c);
			if (len < WORD_BYTES)
				len += utf8_encode(char_lower(c), word + len);
			continue;
		}
		count_word(sample, str_make(word, len));
		len = 0;
	}
	count_word(sample, str_make(word, len));
}

/*
 * A Chinese character or a Hangul syllable says what two or three letters of another script say, so
 * that names in Latin letters seem to be most of a short text.
 */
static uint32_t
weight_of(CharScript script)
{
	return script == SCRIPT_HAN || script == SCRIPT_HANGUL ? 4 : 2;
}

/*
 * Returns the language of the script that most letters belong to, or NULL.  Any kana mean Japanese:
 * Chinese has none.
 */
static const char *
by_script(const Sample *sample)
{
	uint32_t weight;

	if (sample->letters * 2 >= SCRIPT_WEIGHT_MIN && sample->scripts[0] * 8 > sample->letters)
		return script_languages[0].code;
	for (size_t i = 1; i < NSCRIPTS; i++)
	{
		weight = sample->scripts[i] * weight_of(script_languages[i].script);
		if (weight >= SCRIPT_WEIGHT_MIN && weight > sample->letters)
			return script_languages[i].code;
	}
	return NULL;
}

static bool
is_language(Str tag, const char *code)
{
	uint32_t len = (uint32_t) strlen(code);

	return str_starts_ascii(tag, str_cstr(code)) && (tag.len == len || tag.data[len] == '-');
}

/* Does the tag name the language under another code than the table's? */
static bool
is_same_language(Str tag, const char *code)
{
	if (is_language(tag, code))
		return true;
	if (strcmp(code, "no") == 0)
		return is_language(tag, "nb") || is_language(tag, "nn");
	if (strcmp(code, "hr") == 0)
		return is_language(tag, "sr") || is_language(tag, "bs") || is_language(tag, "sh");
	return strcmp(code, "zh") == 0 && is_language(tag, "yue");
}

LanguageGuess
language_detect(Str text, Str declared)
{
	LanguageGuess guess = {NULL, false};
	Sample sample;
	uint32_t best = 0;
	uint32_t claimed = 0; /* function words of the declared language */

	count_sample(&sample, text);
	guess.code = by_script(&sample);
	if (guess.code != NULL)
	{
		guess.sure = !is_same_language(declared, guess.code);
		return guess;
	}
	for (uint32_t i = 0; i < language_count; i++)
	{
		if (sample.hits[i] > sample.hits[best])
			best = i;
		if (declared.data != NULL && is_same_language(declared, language_codes[i]) &&
			sample.hits[i] > claimed)
			claimed = sample.hits[i];
	}
	if (sample.letters < LETTERS_FOR_WORDS)
		guess.code = language_by_grams(text, sample.hits);
	else if (sample.hits[best] >= HITS_MIN)
		guess.code = language_codes[best];
	guess.sure = guess.code == language_codes[best] &&
				 !is_same_language(declared, language_codes[best]) &&
				 sample.hits[best] >= HITS_SURE && sample.hits[best] >= HITS_RATIO * claimed;
	return guess;
}
