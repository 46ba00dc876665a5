/*
 * date_zone_place.c
 *	  The zone of a time that names a place: "7h05, heure de Nouméa", "18 h (heure de Paris)". Tokens
 *	  in, zone out.
 */
#include "date/date_internal.h"

#include "base/array.h"

/* Most words of a place: "Saint-Denis de la Réunion". */
#define PLACE_WORDS 5
/* Bytes of its folded name. */
#define PLACE_BYTES 48

static const struct
{
	const char *name;
	int16_t minutes;
	char rule;
} places[] = {
#define ZONE_PLACE(name, minutes, rule) {name, minutes, rule},
#include "date/zone_place_list.h"
#undef ZONE_PLACE
};

/* Is token i this folded word? */
static bool
is_word(DateScanner *scanner, uint32_t i, const char *word)
{
	char folded[DATE_WORD_MAX];
	const DateToken *token = token_at(scanner, i);

	return token->kind == DATE_TOKEN_WORD && token_fold(scanner, token, folded) > 0 &&
		   strcmp(folded, word) == 0;
}

/* Skips "de", "d'", "de la", "de l'", "du". Returns 0 if there is none of them. */
static uint32_t
skip_of(DateScanner *scanner, uint32_t i)
{
	if (is_word(scanner, i, "du"))
		return i + 1;
	if (is_word(scanner, i, "d") && token_mark(scanner, i + 1, '\''))
		return i + 2;
	if (!is_word(scanner, i, "de"))
		return 0;
	if (is_word(scanner, i + 1, "la"))
		return i + 2;
	if (is_word(scanner, i + 1, "l") && token_mark(scanner, i + 2, '\''))
		return i + 3;
	return i + 1;
}

/* The longest name of a place at token i. Returns the token after it, or 0. */
static uint32_t
place_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	char name[PLACE_BYTES];
	char folded[DATE_WORD_MAX];
	uint32_t len = 0;
	uint32_t next = 0;

	for (int words = 0; words < PLACE_WORDS && token_at(scanner, i)->kind == DATE_TOKEN_WORD;
		 words++)
	{
		uint32_t more = token_fold(scanner, token_at(scanner, i), folded);

		if (more == 0 || len + more + 2 > PLACE_BYTES)
			break;
		if (len > 0)
			name[len++] = ' ';
		memcpy(name + len, folded, more);
		len += more;
		i++;
		for (size_t k = 0; k < lengthof(places); k++)
			if (strlen(places[k].name) == len && memcmp(places[k].name, name, len) == 0)
			{
				fields->zone =
					places[k].minutes * 60 + (date_summer(places[k].rule, fields) ? 3600 : 0);
				next = i;
			}
		if (token_mark(scanner, i, '-'))
			i++;
	}
	return next;
}

uint32_t
zone_place_parse(DateScanner *scanner, uint32_t i, DateFields *fields)
{
	bool bracket;
	uint32_t next;

	if (token_mark(scanner, i, ','))
		i++;
	bracket = token_mark(scanner, i, '(');
	i += bracket;
	if (!is_word(scanner, i, "heure") && !is_word(scanner, i, "heures"))
		return 0;
	next = skip_of(scanner, i + 1);
	if (next != 0)
		next = place_parse(scanner, next, fields);
	return next != 0 && bracket && token_mark(scanner, next, ')') ? next + 1 : next;
}
