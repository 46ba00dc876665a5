/*
 * date_word.c
 *	  Looks tokens up in the date lexicon: a token and a word class in, the value out. Where
 *	  languages differ (mar: mardi, März), the language of the text wins, then English and French.
 */
#include "base/array.h"
#include "date/date_internal.h"

/* Matches the next word of a phrase with token i (a hyphen or apostrophe may precede it). */
static uint32_t
match_word(DateScanner *scanner, uint32_t i, const char *word, size_t len)
{
	char folded[DATE_WORD_MAX];
	const DateToken *token = token_at(scanner, i);

	if (token->kind == DATE_TOKEN_MARK && (token->mark == '-' || token->mark == '\''))
		token = token_at(scanner, ++i);
	if (token->kind != DATE_TOKEN_WORD || token_fold(scanner, token, folded) != len)
		return 0;
	return memcmp(folded, word, len) == 0 ? i + 1 : 0;
}

/* Matches the words of an entry after its first with the tokens from i on. */
static uint32_t
match_rest(DateScanner *scanner, uint32_t i, const DateWord *entry)
{
	const char *rest = strchr(entry->text, ' ');

	while (rest != NULL && i != 0)
	{
		const char *word = rest + 1;

		rest = strchr(word, ' ');
		i = match_word(scanner, i, word, rest ? (size_t) (rest - word) : strlen(word));
	}
	return i;
}

static bool
in_language(const DateWord *entry, const char *language)
{
	for (const char *p = entry->languages; *p != '\0'; p += *p == ' ')
	{
		const char *wanted = language;

		while (*wanted != '\0' && *p == *wanted)
		{
			p++;
			wanted++;
		}
		if (*wanted == '\0' && (*p == ' ' || *p == '\0'))
			return true;
		while (*p != ' ' && *p != '\0')
			p++;
	}
	return false;
}

/* Returns how well an entry fits the language of the text; 0: not at all. */
static uint32_t
fitness(const DateScanner *scanner, const DateWord *entry)
{
	/* Short words of another language coincide with other words of the text's own: "mar", "set". */
	const size_t short_word = 4;

	if (scanner->language[0] != '\0' && in_language(entry, scanner->language))
		return 5;
	if (in_language(entry, "en"))
		return 4;
	if (in_language(entry, "fr"))
		return 3;
	if (scanner->language[0] == '\0')
		return 2;
	return strlen(entry->text) > short_word ? 1 : 0;
}

typedef struct WordMatch
{
	const DateWord *entry;
	uint32_t next;
	uint32_t fitness;
} WordMatch;

static void
match_entries(DateScanner *scanner, uint32_t i, const DateWord *words, uint32_t count,
			  uint16_t first, DateWordClass class, WordMatch *best)
{
	const char *word;
	size_t len = 0;

	if (first == DATE_NO_ENTRY)
		return;
	for (word = words[first].text; word[len] != '\0' && word[len] != ' '; len++)
		;
	for (uint32_t k = first; k < count && first_word_is(&words[k], word, len); k++)
	{
		uint32_t next = words[k].class == class ? match_rest(scanner, i + 1, &words[k]) : 0;
		uint32_t fit = next > 0 && next >= best->next ? fitness(scanner, &words[k]) : 0;

		if (fit > 0 && (next > best->next || fit > best->fitness))
			*best = (WordMatch){&words[k], next, fit};
	}
}

/* Hebrew joins a one-letter preposition to the word: בדצמבר, "in December". */
static const DateWord *
without_prefix(DateScanner *scanner, uint32_t i, DateWordClass class)
{
	static const char prefix[] = "\xD7\x91"; /* ב */
	const DateToken *token = token_at(scanner, i);
	char folded[DATE_WORD_MAX];
	const DateFirstWord *found;
	uint32_t len;

	if (memcmp(scanner->text.data + token->start, prefix, 1) != 0 ||
		(len = token_fold(scanner, token, folded)) < 5 || memcmp(folded, prefix, 2) != 0)
		return NULL;
	found = first_word_find(folded + 2, len - 2, fnv_hash(folded + 2, len - 2));
	if (found == NULL || found->name == DATE_NO_ENTRY || date_names[found->name].class != class)
		return NULL;
	return &date_names[found->name];
}

static WordMatch
word_match(DateScanner *scanner, uint32_t i, DateWordClass class)
{
	WordMatch best = {NULL, 0, 0};
	const DateToken *token = token_at(scanner, i);
	const DateFirstWord *found = token->found;

	if (token->kind != DATE_TOKEN_WORD)
		return best;
	if (token_classes(token) >> class & 1)
	{
		match_entries(scanner, i, date_names, date_names_count, found->name, class, &best);
		match_entries(scanner, i, date_words, date_words_count, found->word, class, &best);
	}
	if (best.entry == NULL && (class == DATE_WORD_MONTH || class == DATE_WORD_WEEKDAY))
	{
		best.entry = without_prefix(scanner, i, class);
		best.next = best.entry ? i + 1 : 0;
	}
	return best;
}

/* Does the work of word_parse() if the token is a word. */
uint32_t
word_find(DateScanner *scanner, uint32_t i, DateWordClass class, int *value)
{
	WordMatch match = word_match(scanner, i, class);

	if (match.entry == NULL)
		return 0;
	if (value)
		*value = match.entry->value;
	return match.next;
}

/*
 * Skips the other name of a month, as Arabic papers for several countries print it: آب/أغسطس,
 * آب (أغسطس). Returns the token after it, or i if there is none.
 */
static uint32_t
skip_other_name(DateScanner *scanner, uint32_t i, int month)
{
	bool enclosed = token_mark(scanner, i, '(');
	WordMatch other;

	if (!enclosed && !token_mark(scanner, i, '/'))
		return i;
	other = word_match(scanner, i + 1, DATE_WORD_MONTH);
	if (other.entry == NULL || other.entry->value != month)
		return i;
	if (enclosed && !token_mark(scanner, other.next, ')'))
		return i;
	return other.next + enclosed;
}

/* Parses the name of a month, and tells whether it may be English. */
uint32_t
month_parse(DateScanner *scanner, uint32_t i, int *month, bool *english)
{
	WordMatch match = word_match(scanner, i, DATE_WORD_MONTH);

	if (match.entry == NULL)
		return 0;
	*month = match.entry->value;
	*english = in_language(match.entry, "en");
	return skip_other_name(scanner, match.next, *month);
}

/* The Roman numerals of the months. */
static const char *const roman_months[] = {
	"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
};

uint32_t
roman_month_parse(DateScanner *scanner, uint32_t i, int *month)
{
	const DateToken *token = token_at(scanner, i);
	const DateToken *before = i > 0 ? token_at(scanner, i - 1) : token;
	uint32_t len = token->end - token->start;

	if (token->kind != DATE_TOKEN_WORD || !token->capital || token->spaced ||
		before->kind != DATE_TOKEN_MARK || !token_mark(scanner, i + 1, before->mark) ||
		!token_number(scanner, i + 2, 4, 4) || token_at(scanner, i + 2)->spaced)
		return 0;
	for (size_t k = 0; k < lengthof(roman_months); k++)
		if (strlen(roman_months[k]) == len &&
			memcmp(scanner->text.data + token->start, roman_months[k], len) == 0)
		{
			*month = (int) k + 1;
			return i + 1;
		}
	return 0;
}
