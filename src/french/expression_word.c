/*
 * expression_word.c
 *	  The words of date expressions: tokens of the date scanner looked up in the list of French
 *	  words; its months and weekdays in French only; numbers in words; years.
 */
#include "french/expression_internal.h"

#include "base/array.h"
#include "french/lexicon.h"
#include "french/number.h"
#include "text/fold.h"

const ExpressionWord expression_words[] = {
#define EXPRESSION_WORD(word, class, value) {word, EXPRESSION_##class, value},
#include "french/expression_word_list.h"
#undef EXPRESSION_WORD
};

/* Names of days and months of at most this many letters are abbreviations, except four. */
#define SHORT_NAME 4
/* A year alone is one of these: others of four digits are mostly amounts. */
#define YEAR_FIRST 1000
#define YEAR_LAST 2199

/* Is a token this word? Most are plain letters, which need no folding. */
static bool
token_is(DateScanner *tokens, const DateToken *token, const char *word)
{
	Str written = str_sub(tokens->text, token->start, token->end - token->start);
	char folded[DATE_WORD_MAX];

	return str_equal_ascii(written, str_cstr(word)) ||
		   (written.len > strlen(word) && token_fold(tokens, token, folded) > 0 &&
			strcmp(folded, word) == 0);
}

static uint16_t
look_up(DateScanner *tokens, const DateToken *token)
{
	for (uint32_t slot = fnv_slot(token->hash, EXPRESSION_SLOTS); expression_slots[slot] != 0;
		 slot = (slot + 1) % EXPRESSION_SLOTS)
	{
		uint32_t number = fnv_number(expression_slots[slot], token->hash);

		if (number != 0 && token_is(tokens, token, expression_words[number - 1].word))
			return (uint16_t) number;
	}
	return EXPRESSION_NO_WORD;
}

uint16_t
expression_note(DateScanner *tokens, uint32_t i)
{
	DateToken *token = &tokens->ring[i % DATE_TOKEN_RING];

	token->note = token->hash != 0 ? look_up(tokens, token) : EXPRESSION_NO_WORD;
	return token->note;
}

bool
expression_same(DateScanner *tokens, uint32_t i, const char *word)
{
	return token_is(tokens, token_at(tokens, i), word);
}

static bool
is_french(const DateWord *entry)
{
	for (const char *p = entry->languages; *p != '\0'; p += *p == ' ')
	{
		size_t len = strcspn(p, " ");

		if (len == 2 && memcmp(p, "fr", 2) == 0)
			return true;
		p += len;
	}
	return false;
}

/* The French entry of a class for a folded word, among those from `first` on; NULL if none. */
static const DateWord *
french_entry(const DateWord *words, uint32_t count, uint16_t first, DateWordClass class,
			 const char *folded)
{
	if (first == DATE_NO_ENTRY)
		return NULL;
	for (uint32_t k = first; k < count && strcmp(words[k].text, folded) == 0; k++)
		if (words[k].class == class && is_french(&words[k]))
			return &words[k];
	return NULL;
}

/*
 * Does the period at token i end an abbreviation before a year: "5 juil. 2019"? A word of this many
 * letters is in full, except décemb. and its like.
 */
#define LONG_NAME 6
static bool
is_abbreviation(DateScanner *tokens, uint32_t i, const char *folded)
{
	size_t len = strlen(folded);

	return token_mark(tokens, i, '.') && !token_at(tokens, i)->spaced &&
		   (len < LONG_NAME || folded[len - 1] == 'b');
}

/* Is this name in full? Of four letters and less, most are abbreviations, and words: sept, mar. */
static bool
is_full_name(const char *folded)
{
	static const char *const names[] = {"mai", "mars", "juin", "aout"};

	for (size_t k = 0; k < lengthof(names); k++)
		if (strcmp(folded, names[k]) == 0)
			return true;
	return strlen(folded) > SHORT_NAME;
}

/*
 * A French name of the date lexicon, abbreviated only before a period or where nothing else is
 * read.
 */
static uint32_t
name_read(DateScanner *tokens, uint32_t i, DateWordClass class, bool full, int *value)
{
	const DateToken *token = token_at(tokens, i);
	const DateWord *entry;
	char folded[DATE_WORD_MAX];
	bool closed;

	if (token->kind != DATE_TOKEN_WORD || !(token_classes(token) >> DATE_WORD_FRENCH_NAME & 1) ||
		!(token_classes(token) >> class & 1) || token_fold(tokens, token, folded) == 0)
		return 0;
	entry = french_entry(date_names, date_names_count, token->found->name, class, folded);
	if (entry == NULL)
		entry = french_entry(date_words, date_words_count, token->found->word, class, folded);
	if (entry == NULL)
		return 0;
	closed = is_abbreviation(tokens, i + 1, folded);
	if (full && !is_full_name(folded) && !(closed && token_number(tokens, i + 2, 4, 4)))
		return 0;
	*value = entry->value;
	return i + 1 + (closed && token_at(tokens, i + 2)->kind == DATE_TOKEN_NUMBER);
}

uint32_t
expression_month(DateScanner *tokens, uint32_t i, bool full, int *month)
{
	return name_read(tokens, i, DATE_WORD_MONTH, full, month);
}

uint32_t
expression_weekday(DateScanner *tokens, uint32_t i, bool full, int *weekday)
{
	return name_read(tokens, i, DATE_WORD_WEEKDAY, full, weekday);
}

/* 12, 1er, 3e. */
static uint32_t
figure_read(DateScanner *tokens, uint32_t i, uint32_t *value, bool *ordinal)
{
	const DateToken *token = token_at(tokens, i);
	const DateToken *ending = token_at(tokens, i + 1);
	uint32_t next;

	if (token->digits > 9)
		return 0;
	*value = (uint32_t) token->value;
	*ordinal = false;
	if (ending->kind != DATE_TOKEN_WORD ||
		(ending->spaced && (*value != 1 || !expression_text(tokens, i + 1, "er"))))
		return i + 1;
	next = word_parse(tokens, i + 1, DATE_WORD_ORDINAL, NULL);
	*ordinal = next != 0;
	return next;
}

uint32_t
expression_number(DateScanner *tokens, uint32_t i, uint32_t *value, bool *ordinal)
{
	const DateToken *token = token_at(tokens, i);
	uint32_t end;

	if (token->kind == DATE_TOKEN_NUMBER)
		return figure_read(tokens, i, value, ordinal);
	if (token->kind != DATE_TOKEN_WORD || !number_may_be_word(token->hash, true))
		return 0;
	end = number_integer_at(tokens->text, token->start, value, ordinal);
	if (end == 0)
		return 0;
	for (uint32_t limit = i + 12; i < limit && token_at(tokens, i)->kind != DATE_TOKEN_END; i++)
		if (token_at(tokens, i)->start >= end)
			return i;
	return token_at(tokens, i)->kind == DATE_TOKEN_END ? i : 0;
}

uint32_t
expression_place(DateScanner *tokens, uint32_t i, uint32_t most, int32_t *number)
{
	uint32_t value;
	bool ordinal;
	uint32_t next;

	*number = -1;
	if (expression_is(tokens, i, EXPRESSION_LAST, NULL))
		return i + 1;
	next = expression_number(tokens, i, &value, &ordinal);
	if (next == 0 || !ordinal || value < 1 || value > most)
		return 0;
	*number = (int32_t) value;
	return next;
}

/* Is the word at token i a function word: dans, puis, aux? */
static bool
is_function_word(DateScanner *tokens, uint32_t i)
{
	char folded[FOLD_WORD_ROOM];
	const DateToken *token = token_at(tokens, i);
	WordTerms terms;

	if (token->end - token->start >= DATE_WORD_MAX)
		return false;
	lexicon_terms(
		str_make(folded, fold_word(str_sub(tokens->text, token->start, token->end - token->start),
								   folded, sizeof(folded))),
		LEXICON_AS_WRITTEN, &terms);
	return terms.stop;
}

bool
expression_counted(DateScanner *tokens, uint32_t i)
{
	static const char *const others[] = {"puis",   "apres", "alors", "plus", "temps",
										 "jamais", "vers",	"lors",	 "hors", "sans",
										 "sous",   "dans",	"des"};
	const DateToken *token = token_at(tokens, i);
	char last;

	if (token->kind == DATE_TOKEN_MARK)
		return token->mark == '%' || token->mark == '$' || token->mark == 'o';
	if (token->kind == DATE_TOKEN_NUMBER)
		return token->spaced && token->digits == 3;
	if (token->kind != DATE_TOKEN_WORD || token->capital)
		return false;
	last = tokens->text.data[token->end - 1];
	if (token->end - token->start < 3 || (last != 's' && last != 'x'))
		return false;
	for (size_t k = 0; k < lengthof(others); k++)
		if (expression_text(tokens, i, others[k]))
			return false;
	return !is_function_word(tokens, i);
}

/* Is the number at token i joined to others by marks: 2017-12, 1.2017? */
static bool
is_joined(DateScanner *tokens, uint32_t i)
{
	const DateToken *mark = token_at(tokens, i + 1);
	bool edge = i > 1 && token_mark(tokens, i - 1, '-') &&
				expression_is(tokens, i - 2, EXPRESSION_EDGE, NULL); /* mi-2019 */

	if (!edge && chained_before(tokens, i, false))
		return true;
	if (token_mark(tokens, i + 1, '.') && !mark->spaced && !token_at(tokens, i + 2)->spaced &&
		token_at(tokens, i + 2)->kind == DATE_TOKEN_WORD && !token_at(tokens, i + 2)->capital)
		return true; /* 1990.fr */
	if (mark->kind != DATE_TOKEN_MARK || mark->spaced || token_at(tokens, i + 2)->spaced)
		return false;
	if (token_at(tokens, i + 2)->kind == DATE_TOKEN_WORD) /* 2019-nCoV */
		return mark->mark == '-' || mark->mark == '_';
	return token_at(tokens, i + 2)->kind == DATE_TOKEN_NUMBER &&
		   strchr(".,:/-_", mark->mark) != NULL;
}

uint32_t
expression_year(DateScanner *tokens, uint32_t i, int32_t *year)
{
	const DateToken *token = token_at(tokens, i);

	if (!token_number(tokens, i, 4, 4) || token->value < YEAR_FIRST || token->value > YEAR_LAST ||
		is_joined(tokens, i) || expression_counted(tokens, i + 1))
		return 0;
	if (!token_at(tokens, i + 1)->spaced && token_at(tokens, i + 1)->kind == DATE_TOKEN_WORD)
		return 0;
	*year = (int32_t) token->value;
	return i + 1;
}

uint32_t
expression_short_year(DateScanner *tokens, uint32_t i, int32_t *year)
{
	const DateToken *token = token_at(tokens, i);

	if (!token_number(tokens, i, 2, 2) || token->value < 32 || is_joined(tokens, i) ||
		expression_counted(tokens, i + 1) || expression_is(tokens, i + 1, EXPRESSION_UNIT, NULL) ||
		(token_at(tokens, i + 1)->kind == DATE_TOKEN_WORD && !token_at(tokens, i + 1)->spaced))
		return 0;
	*year = 1900 + (int32_t) token->value;
	return i + 1;
}

uint32_t
expression_skip(DateScanner *tokens, uint32_t i, ExpressionLink link)
{
	if (!expression_link(tokens, i, link))
		return i;
	return i + 1 + (token_mark(tokens, i + 1, '\'') && !token_at(tokens, i + 1)->spaced);
}

uint32_t
expression_article(DateScanner *tokens, uint32_t i)
{
	uint32_t next = expression_skip(tokens, i, EXPRESSION_LINK_LE);

	return next != i ? next : expression_skip(tokens, i, EXPRESSION_LINK_LES);
}

uint32_t
expression_of(DateScanner *tokens, uint32_t i)
{
	uint32_t next;

	if (expression_link(tokens, i, EXPRESSION_LINK_DU) ||
		expression_link(tokens, i, EXPRESSION_LINK_DES))
		return i + 1;
	next = expression_skip(tokens, i, EXPRESSION_LINK_DE);
	return next != i ? expression_article(tokens, next) : i;
}

bool
expression_unit(DateScanner *tokens, uint32_t i, int *unit)
{
	if (!expression_is(tokens, i, EXPRESSION_DECADES, NULL))
		return expression_is(tokens, i, EXPRESSION_UNIT, unit) && *unit != PRECISION_FORTNIGHT;
	*unit = PRECISION_YEAR;
	return true;
}

/* dernier, prochain, after a day or month. */
uint32_t
moment_pick_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	if (expression_is(tokens, i, EXPRESSION_LAST, NULL))
		moment->pick = EXPRESSION_PICK_LAST;
	else if (expression_is(tokens, i, EXPRESSION_NEXT, NULL))
		moment->pick = EXPRESSION_PICK_NEXT;
	else
		return i;
	return i + 1;
}

uint32_t
moment_year_read(DateScanner *tokens, uint32_t i, Moment *moment)
{
	uint32_t at = expression_skip(tokens, i, EXPRESSION_LINK_DE);
	uint32_t next = expression_year(tokens, at, &moment->year);

	if (next == 0)
		next = expression_short_year(tokens, i, &moment->year);
	return next != 0 ? next : i;
}
