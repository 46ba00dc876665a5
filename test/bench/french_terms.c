/*
 * french_terms.c
 *	  The lexicon as a program: one text per line in, its terms out. Positions are separated by a
 *	  blank, the terms of one position by '|', as score.py --cmd reads them. With --time FILE it
 *	  prints the time per word instead.
 *
 * Words are split in the simplest way, so that the lexicon is judged without the parser: runs of
 * letters, digits, - and ', with elisions cut off.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/utf8.h"
#include "french/lexicon.h"

#define WORD_BYTES_MAX 255

typedef struct Word
{
	char text[WORD_BYTES_MAX + 1];
	uint32_t len;
	bool bare;	  /* all uppercase without an accent */
	bool capital; /* begins with a capital that may have lost its accent */
} Word;

static uint32_t
lower(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
		return c + 32;
	return c == 0x152 ? 0x153 : c;
}

static bool
is_letter(uint32_t c)
{
	return (c < 0x80 && (ascii_alpha((char) c) || ascii_digit((char) c))) ||
		   (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c > 0x3000;
}

/* Reads the next run of letters and joining marks; false at the end of the line. */
static bool
next_word(Str line, uint32_t *i, Word *word)
{
	uint32_t capitals = 0, letters = 0, accents = 0;

	word->len = 0;
	while (*i < line.len)
	{
		uint32_t before = *i;
		uint32_t c = utf8_next(line.data, line.len, i);

		if (c == 0x2019)
			c = '\'';
		if (!is_letter(c) && (word->len == 0 || (c != '-' && c != '\'')))
		{
			if (word->len == 0)
				continue;
			break;
		}
		if (word->len + 4 > WORD_BYTES_MAX)
		{
			*i = before;
			break;
		}
		if (letters++ == 0)
			word->capital = c < 0x80 && strchr("ACEIOU", (char) c) != NULL;
		capitals += lower(c) != c;
		accents += c >= 0x80;
		word->len += utf8_encode(lower(c), word->text + word->len);
	}
	while (word->len > 0 && (word->text[word->len - 1] == '-' || word->text[word->len - 1] == '\''))
		word->len--;
	word->bare = capitals == letters && letters > 1 && accents == 0;
	return word->len > 0;
}

static bool
has_accent(Str line)
{
	for (uint32_t i = 0; i < line.len;)
	{
		uint32_t c = utf8_next(line.data, line.len, &i);

		if (c >= 0xC0 && c < 0x180)
			return true;
	}
	return false;
}

static void
print_part(Str part, LexiconAccents accents, bool *first)
{
	WordTerms terms;

	lexicon_terms(part, accents, &terms);
	word_terms_keep(&terms, READING_ALL);
	for (uint32_t i = 0; i < terms.count; i++)
		printf("%s%.*s",
			   i > 0	? "|"
			   : *first ? ""
						: " ",
			   terms.start[i + 1] - terms.start[i], terms.text + terms.start[i]);
	if (terms.count > 0)
		*first = false;
}

/*
 * Prints a word of the lexicon, or else its parts between ' and -; a part before ' is an elision.
 */
static void
print_word(Str word, LexiconAccents accents, bool *first)
{
	uint32_t from = 0;

	if (lexicon_has(word))
		from = word.len;
	for (uint32_t i = 0; from < word.len && i <= word.len; i++)
	{
		if (i < word.len && word.data[i] != '-' && word.data[i] != '\'')
			continue;
		if (i == word.len || word.data[i] == '-' || i - from > 7)
			print_part(str_sub(word, from, i - from), accents, first);
		from = i + 1;
	}
	if (lexicon_has(word))
		print_part(word, accents, first);
}

static void
print_line(Str line)
{
	bool plain = !has_accent(line);
	bool first = true;
	Word word;

	for (uint32_t i = 0; next_word(line, &i, &word);)
		print_word(str_make(word.text, word.len),
				   plain || word.bare ? LEXICON_RESTORE
				   : word.capital	  ? LEXICON_CAPITAL_BARE
									  : LEXICON_AS_WRITTEN,
				   &first);
	putchar('\n');
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

/* Prints the nanoseconds per word over the words of a file, in each of the three modes. */
static void
time_lines(FILE *file)
{
	static char text[16 * 1024 * 1024];
	size_t len = fread(text, 1, sizeof(text), file);

	for (LexiconAccents accents = LEXICON_AS_WRITTEN; accents <= LEXICON_RESTORE; accents++)
	{
		uint32_t words = 0;
		double spent = 0;
		Word word;

		for (uint32_t i = 0; next_word(str_make(text, len), &i, &word); words++)
		{
			WordTerms terms;
			double start = now();

			for (int again = 0; again < 16; again++)
				lexicon_terms(str_make(word.text, word.len), accents, &terms);
			spent += now() - start;
		}
		printf("mode %d: %u words, %.0f ns a word\n", accents, words, spent / words / 16 * 1e9);
	}
}

int
main(int argc, char **argv)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	if (argc == 3 && strcmp(argv[1], "--time") == 0)
	{
		FILE *file = fopen(argv[2], "r");

		if (file == NULL)
			return 1;
		time_lines(file);
		fclose(file);
		return 0;
	}
	while ((len = getline(&line, &size, stdin)) > 0)
		print_line(str_make(line, line[len - 1] == '\n' ? (size_t) len - 1 : (size_t) len));
	free(line);
	return 0;
}
