/*
 * tsearch_dictionary.c
 *	  The text search template article_french: the terms of src/french through PostgreSQL's
 *	  dictionary interface. Takes a token; returns its lexemes with their variants and positions.
 *
 * A dictionary stores only its options: its data is read-only data of the library.
 */
#include "postgres.h"

#include "commands/defrem.h"
#include "fmgr.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_public.h"

#include "french/term.h"
#include "pg/compat.h"
#include "pg/tsearch.h"

SQL_FUNCTION(article_french_init);
SQL_FUNCTION(article_french_lexize);

typedef struct Dictionary
{
	TermKind kind;
} Dictionary;

static const struct
{
	const char *name;
	TermKind kind;
} kinds[] = {{"word", TERM_WORD},
			 {"number", TERM_NUMBER},
			 {"abbreviation", TERM_ABBREVIATION},
			 {"symbol", TERM_SYMBOL},
			 {"name", TERM_NAME}};

static TermKind
kind_option(DefElem *option)
{
	const char *value = defGetString(option);

	for (int i = 0; i < (int) lengthof(kinds); i++)
		if (strcmp(value, kinds[i].name) == 0)
			return kinds[i].kind;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("invalid value for parameter \"%s\": \"%s\"", option->defname, value),
					errhint("Valid values are \"word\", \"number\", \"abbreviation\", \"symbol\" "
							"and \"name\".")));
}

/* Returns whether accents may be missing. */
static bool
accents_option(DefElem *option)
{
	const char *value = defGetString(option);

	if (strcmp(value, "missing") != 0 && strcmp(value, "written") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid value for parameter \"%s\": \"%s\"", option->defname, value),
				 errhint("Valid values are \"written\" and \"missing\".")));
	return strcmp(value, "missing") == 0;
}

/* init(list of DefElem) → dictionary */
Datum
article_french_init(PG_FUNCTION_ARGS)
{
	List *options = (List *) PG_GETARG_POINTER(0);
	Dictionary *dictionary = palloc(sizeof(Dictionary));
	bool missing = false;
	ListCell *cell;

	dictionary->kind = TERM_WORD;
	foreach (cell, options)
	{
		DefElem *option = (DefElem *) lfirst(cell);

		if (strcmp(option->defname, "kind") == 0)
			dictionary->kind = kind_option(option);
		else if (strcmp(option->defname, "accents") == 0)
			missing = accents_option(option);
		else
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized article_french parameter: \"%s\"", option->defname)));
	}
	if (missing && dictionary->kind == TERM_WORD)
		dictionary->kind = TERM_PLAIN;
	PG_RETURN_POINTER(dictionary);
}

/* Each lexeme is a palloc of its own, because the server frees them one by one. */
static void
put_lexeme(TSLexeme *lexeme, Str text, uint16 variant, unsigned int bits, bool step)
{
	lexeme->lexeme = palloc(text.len + 1);
	str_copy_word(lexeme->lexeme, text);
	lexeme->lexeme[text.len] = '\0';
	lexeme->nvariant = variant;
	if (bits & TERM_USUAL)
		lexeme->nvariant |= TSEARCH_USUAL;
	if (bits & TERM_RESTORED)
		lexeme->nvariant |= TSEARCH_RESTORED;
	if (bits & TERM_STOP)
		lexeme->nvariant |= TSEARCH_STOP;
	lexeme->flags = step ? TSL_ADDPOS : 0;
}

static TSLexeme *
lexemes_make(uint32_t count)
{
	TSLexeme *lexemes = palloc(sizeof(TSLexeme) * (count + 1));

	memset(&lexemes[count], 0, sizeof(TSLexeme)); /* the end */
	return lexemes;
}

/* Returns the terms of one word, each as a variant. */
static TSLexeme *
word_lexemes(const WordTerms *terms)
{
	TSLexeme *lexemes = lexemes_make(terms->count);

	for (uint32_t i = 0; i < terms->count; i++)
		put_lexeme(&lexemes[i], word_term(terms, i), (uint16) ((i + 1) | TSEARCH_READING),
				   terms->bits[i], false);
	return lexemes;
}

static TSLexeme *
term_lexemes(TermKind kind, Str token, const TermPlace *place)
{
	TSLexeme *lexemes;
	Terms terms;

	term_make(kind, token, place, &terms);
	lexemes = lexemes_make(terms.count);
	for (uint32_t i = 0; i < terms.count; i++)
		put_lexeme(&lexemes[i], term_text(&terms, i), terms.items[i].variant, terms.items[i].bits,
				   terms.items[i].step);
	return lexemes;
}

/* lexize(dictionary, text internal, bytes int, …) → array of TSLexeme, empty for a stop word */
Datum
article_french_lexize(PG_FUNCTION_ARGS)
{
	const Dictionary *dictionary = (const Dictionary *) PG_GETARG_POINTER(0);
	Str token = str_make((const char *) PG_GETARG_POINTER(1), (size_t) PG_GETARG_INT32(2));
	TermPlace found;
	const TermPlace *place = tsearch_place(token, &found) ? &found : NULL;
	WordTerms terms;

	if (place == NULL)
		tsearch_check_encoding(); /* else the parser has */
	if (term_make_simple(dictionary->kind, token, place, &terms))
		PG_RETURN_POINTER(word_lexemes(&terms));
	PG_RETURN_POINTER(term_lexemes(dictionary->kind, token, place));
}

bool
tsearch_own_dictionary(Oid dictionary, TermKind *kind)
{
	const TSDictionaryCacheEntry *entry = lookup_ts_dictionary_cache(dictionary);

	if (entry->lexize.fn_addr != article_french_lexize)
		return false;
	*kind = ((const Dictionary *) entry->dictData)->kind;
	return true;
}
