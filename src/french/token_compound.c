/*
 * token_compound.c
 *	  Words with an apostrophe, hyphen or ampersand between their parts: elisions and pronouns after
 *	  a verb are cut off; other joined words are compounds.
 */
#include "french/inclusive.h"
#include "french/compound.h"
#include "french/lexicon.h"
#include "french/token_internal.h"
#include "text/fold.h"

/* Is the word [start, end) in the lexicon, in lowercase? */
static bool
is_known(Str text, uint32_t start, uint32_t end)
{
	char folded[TOKEN_WORD_BYTES_MAX + 1];

	return lexicon_has(
		str_make(folded, fold_word(str_sub(text, start, end - start), folded, sizeof(folded))));
}

/* l'été, and « l' » before a quotation mark, but not the closing mark of 'plan d'. */
static bool
read_elision(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str text = scanner->text;
	TextChar mark = text_char_at(text, end);
	TextChar next = text_char_at(text, mark.end);
	ElisionKind kind = compound_elision(str_sub(text, start, end - start));
	uint32_t last;
	bool digits;

	if (kind == ELISION_NONE)
		return false;
	if (!char_class_in_word(next))
		return (next.code == 0xAB || next.code == '"' || next.code == 0x201C) &&
			   token_write(scanner, token, TOKEN_ELISION, start, mark.end);
	/* presqu'île and entr'acte (entracte) are one word, presqu'aussitôt two */
	last = char_class_word_end(text, mark.end, &digits);
	if (kind == ELISION_SOMETIMES &&
		(is_known(text, start, last) ||
		 compound_divided_is_word(str_sub(text, start, end - start),
								  str_sub(text, mark.end, last - mark.end))))
		return false;
	return token_write(scanner, token, TOKEN_ELISION, start, mark.end);
}

/*
 * Returns how many parts remain if the pronouns after a verb are cut off (a-t-il, dites-le-moi,
 * celui-ci); all if the whole is a word: rendez-vous.
 */
static uint32_t
count_without_clitics(Str text, const Compound *joined)
{
	uint32_t count = joined->count;

	while (count > 1 && joined->mark[count - 1] == COMPOUND_HYPHEN &&
		   compound_is_clitic(compound_part(text, joined, count - 1), count < joined->count))
		count--;
	if (count == joined->count || is_known(text, joined->start[0], joined->end[joined->count - 1]))
		return joined->count;
	return count;
}

/* ex-n°2: the letter belongs to the degree sign. */
static bool
ends_in_numero(Str text, const Compound *joined)
{
	Str last = compound_part(text, joined, joined->count - 1);

	uint32_t sign = text_char_at(text, joined->end[joined->count - 1]).code;

	return last.len == 1 && ascii_lower(last.data[0]) == 'n' && (sign == 0xB0 || sign == 0xBA);
}

static bool
write_compound(TokenScanner *scanner, const Compound *joined, uint32_t count, Token *token)
{
	Str text = scanner->text;
	uint32_t start = joined->start[0];
	uint32_t end = joined->end[count - 1];
	uint32_t after =
		count == joined->count ? inclusive_end(text, joined->start[count - 1], end) : 0;

	if (count == 1)
		return token_write(scanner, token, token_plain_type(scanner, TOKEN_WORD), start, end);
	if (after > 0) /* vice-président·e·s */
		end = after;
	if (count == 2 && joined->mark[1] == COMPOUND_APOSTROPHE && is_known(text, start, end))
		return token_write(scanner, token, token_plain_type(scanner, TOKEN_WORD), start, end);
	return token_write(scanner, token, token_plain_type(scanner, TOKEN_COMPOUND), start, end);
}

bool
token_read_compound(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str text = scanner->text;
	Compound joined;
	uint32_t count;

	if (text_char_at(text, end).class == CLASS_APOSTROPHE &&
		read_elision(scanner, start, end, token))
		return true;
	if (!compound_read(text, start, &joined))
		return false;
	joined.count -= ends_in_numero(text, &joined);
	count = count_without_clitics(text, &joined);
	if (count < joined.count)
	{
		scanner->rest = TOKEN_CLITIC;
		scanner->rest_end = joined.end[joined.count - 1];
	}
	return write_compound(scanner, &joined, count, token);
}
