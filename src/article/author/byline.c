/*
 * byline.c
 *	  See byline.h.  Words are read from left to right and collected into parts.  A separator, a
 *	  conjunction, or a word that cannot belong to a name ends a part, which is then classified as a
 *	  person, an agency, a newsroom, or nothing.  Some words end a name and start a stretch that is
 *	  skipped up to the next separator: "à Lyon", "le 12 mars", "for the Courier".
 */
#include "article/author/byline.h"

#include "base/array.h"
#include "article/author/byline_word.h"

/* Longer than any byline that names people; the rest of the text is not read. */
#define BYLINE_MAX_BYTES 4096

/* Words of one name: "Juan Carlos de la Torre y Ruiz"; more words are a sentence. */
#define PART_MAX_WORDS 8

/* Length of abbreviated weekdays: Mo, Fr. */
#define DAY_LETTERS 2

/* A capitalized word that ends a name, at the end of the text, is a button if it is this long. */
#define BUTTON_LETTERS 5

/* Unread words that a sentence counts for: it is not a byline. */
#define SENTENCE 8

/*
 * Maximum length of a name that stands alone in a script without case: most are 2 to 5 characters
 * of 3 bytes.
 */
#define UNCASED_NAME_BYTES 45

typedef struct BylineReader
{
	Str text;
	BylineTrust trust;
	Byline *byline;
	BylineToken current;
	BylineToken next;
	uint32_t at; /* offset of the end of next */
	BylineToken part[PART_MAX_WORDS];
	uint32_t nwords; /* words of the part; may exceed PART_MAX_WORDS */
	uint32_t nparts; /* number of parts classified so far */
	uint32_t depth;	 /* nesting of parentheses */
	bool skipping;	 /* after a word that ends a name */
	bool dated;		 /* … which was a number, or the name of a day or month */
	bool other;		 /* after "Photos :" and the like … */
	bool other_here; /* … since the last separator */
	bool labelled;	 /* after "Texte et" */
	bool certain;	 /* after two cue words: "posted by", "geschrieben von" */
	bool addresses;	 /* may the text contain e-mail addresses, URLs or handles? */
	bool shouting;	 /* the text has no lowercase letter, so case says nothing */
} BylineReader;

static bool
is(const BylineToken *token, uint32_t classes)
{
	return token->kind == TOKEN_WORD && (token->classes & classes) != 0;
}

static uint32_t
part_words(const BylineReader *reader)
{
	return reader->nwords < PART_MAX_WORDS ? reader->nwords : PART_MAX_WORDS;
}

static Str
slice(const BylineReader *reader, const BylineToken *first, const BylineToken *last)
{
	return str_sub(reader->text, first->start, last->end - first->start);
}

/* ---------------------------------------------------------------- judging a part */

static void
add_name(BylineReader *reader, const BylineToken *first, const BylineToken *last, BylineKind kind)
{
	Byline *byline = reader->byline;

	if (byline->count < BYLINE_MAX_NAMES)
	{
		byline->names[byline->count].name = slice(reader, first, last);
		byline->names[byline->count].kind = kind;
		byline->count++;
	}
}

static bool
all_are(const BylineToken *words, uint32_t count, uint32_t classes)
{
	for (uint32_t i = 0; i < count; i++)
		if (!is(&words[i], classes))
			return false;
	return true;
}

static bool
any_is(const BylineToken *words, uint32_t count, uint32_t classes)
{
	for (uint32_t i = 0; i < count; i++)
		if (is(&words[i], classes))
			return true;
	return false;
}

typedef struct HouseArticle
{
	const char *article;
	const char *endings; /* allowed last letters of the next word; NULL: any */
	bool alone;			 /* only before a single word: "Le Goff Morvan" is a person */
} HouseArticle;

/*
 * Articles that begin the name of an organization.  endings distinguish "Les Nouvelles" from Les
 * Brown, and "El Correo" from El Smith.
 */
static const HouseArticle house_articles[] = {
	{"the", NULL, false}, {"les", "sx", false}, {"die", NULL, false},
	{"das", NULL, false}, {"los", "s", false},	{"le", NULL, true},
	{"la", NULL, true},	  {"der", NULL, true},	{"el", "aols", true},
};

/*
 * Do the words begin with "The", "Les", or "Le" plus a single word?  Then they name an
 * organization, not a person.
 */
static bool
begins_like_house(const BylineReader *reader, const BylineToken *words, uint32_t count)
{
	Str first = slice(reader, &words[0], &words[0]);
	char last;

	if (count < 2 || !words[0].capital)
		return false;
	last = ascii_lower(reader->text.data[words[1].end - 1]);
	for (size_t i = 0; i < lengthof(house_articles); i++)
	{
		const HouseArticle *article = &house_articles[i];

		if (str_equal_ascii(first, str_cstr(article->article)))
			return (!article->alone || count == 2) &&
				   (article->endings == NULL ||
					memchr(article->endings, last, strlen(article->endings)));
	}
	return false;
}

/* Is every word capitalized or a particle, and the last one not a particle? */
static bool
looks_like_name(const BylineReader *reader, const BylineToken *words, uint32_t count)
{
	uint32_t capitals = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		if (words[i].digits)
			return reader->trust == BYLINE_DECLARED && words[i].number && i > 0 && i + 1 == count;
		if (words[i].capital)
			capitals++;
		else if (!is(&words[i], WORD_PARTICLE | WORD_WEAK_CUE))
			return false;
	}
	if (capitals == 0 || !words[count - 1].capital)
		return false;
	if (count > 1)
		return true;
	return reader->trust != BYLINE_PRINTED || reader->certain ||
		   (words[0].uncased && words[0].end - words[0].start <= UNCASED_NAME_BYTES);
}

/* A pseudonym, as used in metadata and author links: one word in any form, or lowercase words. */
static bool
looks_like_pseudonym(const BylineReader *reader, const BylineToken *words, uint32_t count)
{
	if (reader->trust == BYLINE_PRINTED || reader->nparts > 1 ||
		(words[0].number && reader->trust != BYLINE_DECLARED))
		return false;
	if (count == 1) /* and no abbreviation, such as "ca." */
		return words[0].end - words[0].start >= 2 && reader->text.data[words[0].end - 1] != '.';
	return reader->trust == BYLINE_DECLARED && count <= 3;
}

/* Notes that names follow. */
static void
note_cue(Byline *byline, bool weak)
{
	byline->cued_weakly = weak && (!byline->cued || byline->cued_weakly);
	byline->told |= !byline->cued && byline->unread > 0;
	byline->cued = true;
}

/*
 * Removes job titles, and the fields next to them, from both ends.  Returns false if nothing is
 * left.
 */
static bool
strip_job(BylineReader *reader, BylineToken **words, uint32_t *count)
{
	const uint32_t job = WORD_JOB | WORD_FIELD;
	BylineToken *first = *words;
	uint32_t left = *count;

	if (all_are(first, left, job) && any_is(first, left, WORD_JOB))
		return false;
	if (!any_is(first, left, WORD_JOB) || any_is(first, left, WORD_DESK))
		return left > 1 || !is(first, WORD_FIELD);
	for (; left > 0 && is(first, job | WORD_PARTICLE); first++, left--)
		if (is(first, WORD_LABEL))
			note_cue(reader->byline, false);
	for (uint32_t i = 0; i < left; i++)
		if (is(&first[i], WORD_JOB) || (is(&first[i], WORD_FIELD) && i >= 2))
			left = i;
	while (left > 0 && is(&first[left - 1], WORD_PARTICLE) && !first[left - 1].capital)
		left--;
	if (left == 1 && reader->trust == BYLINE_DECLARED && !first->uncased)
		return true; /* "Flying Reporter" is a pseudonym */
	*words = first;
	*count = left;
	return left > 0;
}

/* "Photos Jean Roy": the maker of the pictures.  A photographer by job title is an author. */
static bool
is_other(const BylineToken *words, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (is(&words[i], WORD_OTHER) && !is(&words[i], WORD_JOB | WORD_FIELD))
			return true;
	return false;
}

/* A newsroom, a site or a publisher; in running text only if every word is capitalized. */
static bool
is_house(const BylineReader *reader, const BylineToken *words, uint32_t count)
{
	if (reader->trust == BYLINE_PRINTED)
		for (uint32_t i = 0; i < count; i++)
			if (!words[i].capital && !words[i].domain && words[i].classes == 0)
				return false;
	return any_is(words, count, WORD_DESK | WORD_AGENCY) || words[count - 1].domain ||
		   begins_like_house(reader, words, count);
}

/* "Anne Dupont Anne Dupont", once for screen readers: returns the number of words of one of them. */
static uint32_t
without_repeat(const BylineReader *reader, const BylineToken *words, uint32_t count)
{
	uint32_t half = count / 2;

	return half > 1 && count == 2 * half &&
				   str_equal(slice(reader, &words[0], &words[half - 1]),
							 slice(reader, &words[half], &words[count - 1]))
			   ? half
			   : count;
}

static void
judge_words(BylineReader *reader, BylineToken *words, uint32_t count)
{
	BylineToken *last;

	count = without_repeat(reader, words, count);
	last = &words[count - 1];
	while (count > 1 && is(words, WORD_PARTICLE) && all_are(words + 1, count - 1, WORD_AGENCY))
	{
		words++; /* l'AFP */
		count--;
	}
	if (all_are(words, count, WORD_AGENCIES) && reader->byline->count > 0)
		return; /* "avec agences" */
	if (all_are(words, count, WORD_AGENCY))
		add_name(reader, words, last, BYLINE_IS_AGENCY);
	else if (any_is(words, count, WORD_NOBODY))
		return;
	else if (is_house(reader, words, count))
		add_name(reader, words, last, BYLINE_IS_DESK);
	else if (looks_like_name(reader, words, count) || looks_like_pseudonym(reader, words, count))
		add_name(reader, words, last, BYLINE_IS_PERSON);
	else
		reader->byline->unread += count;
}

/*
 * "Anne Dupont Un commentaire": a label after a name begins something else.  Returns the number of
 * words before it.
 */
static uint32_t
without_label(const BylineToken *words, uint32_t count)
{
	for (uint32_t i = 2; i < count; i++)
		if (is(&words[i], WORD_LABEL) && !is(&words[i], WORD_JOB) &&
			is(&words[i - 1], WORD_HONORIFIC))
			return i - 1;
	return count;
}

/*
 * Removes leading words that say what the author signs, if at least two words remain: "Texte Anne
 * Dupont".
 */
static void
strip_label(BylineReader *reader, BylineToken **words, uint32_t *count)
{
	while (reader->trust != BYLINE_DECLARED && *count > 2 && is(*words, WORD_LABEL) &&
		   !is(*words, WORD_JOB | WORD_DESK) && (*words)[1].capital)
	{
		(*words)++;
		(*count)--;
		note_cue(reader->byline, false);
	}
}

/* Does the whole text consist of words of these classes: "Redazione"? */
static bool
is_whole_text(const BylineReader *reader, const BylineToken *words, uint32_t count,
			  uint32_t classes)
{
	return reader->nparts == 1 && reader->current.kind == TOKEN_END &&
		   all_are(words, count, classes);
}

/* Is "M. Dupont" the name as signed?  Without its initial it is no full name. */
static bool
is_initialed(const BylineReader *reader, const BylineToken *words, uint32_t count)
{
	return count == 2 && words[0].end - words[0].start == 2 &&
		   reader->text.data[words[0].end - 1] == '.' && words[1].capital;
}

static void
end_part(BylineReader *reader)
{
	BylineToken *words = reader->part;
	uint32_t count = reader->nwords;

	reader->nwords = 0;
	if (count == 0)
		return;
	reader->nparts++;
	if (count > PART_MAX_WORDS)
	{
		reader->byline->unread += count;
		return;
	}
	while (count > 1 && is(&words[0], WORD_HONORIFIC) && !is_initialed(reader, words, count))
	{
		words++;
		count--;
	}
	strip_label(reader, &words, &count);
	count = without_label(words, count);
	if (count == 1 && is(words, WORD_STOP))
		return;
	if (is_other(words, count))
		reader->other = reader->byline->photos = true;
	else if (all_are(words, count, WORD_LABEL) && !is_whole_text(reader, words, count, WORD_DESK))
		reader->labelled = true;
	else if (strip_job(reader, &words, &count))
		judge_words(reader, words, count);
}

/* ---------------------------------------------------------------- reading the words */

static void
drop_part(BylineReader *reader)
{
	reader->nwords = 0;
}

/*
 * Handles a cue.  The words before it are not a name, except in "Anne Dupont Photos par".  After
 * "Photos par", the names are of others, until "Texte par".
 */
static void
take_cue(BylineReader *reader, bool weak)
{
	uint32_t count = part_words(reader);
	bool label = reader->labelled || any_is(reader->part, count, WORD_LABEL);

	if (reader->trust == BYLINE_PRINTED && reader->next.kind == TOKEN_WORD &&
		!reader->next.capital && reader->next.classes == 0)
		reader->byline->unread += SENTENCE; /* "Par ailleurs", "by the way" */
	if (reader->trust == BYLINE_PRINTED)
		for (uint32_t i = 0; i < count; i++)
			reader->byline->unread += reader->part[i].classes == 0;
	reader->other = !label && (reader->other_here || any_is(reader->part, count, WORD_OTHER));
	reader->other_here = reader->other;
	reader->certain = !reader->other && (label || reader->skipping);
	reader->labelled = false;
	reader->byline->photos |= reader->other;
	if (!reader->other)
		note_cue(reader->byline, weak && !label);
	while (count > 0 && !is(&reader->part[count - 1], WORD_LABEL | WORD_OTHER))
		count--;
	while (count > 0 && is(&reader->part[count - 1], WORD_LABEL | WORD_OTHER))
		count--; /* "Medically reviewed by" */
	if (count > 1 && reader->byline->cued)
	{
		reader->nwords = count;
		end_part(reader);
	}
	reader->skipping = false;
	drop_part(reader);
}

/* von, di, de: a cue at the start of the byline or after words such as "Text", else a particle. */
static bool
is_weak_cue(const BylineReader *reader, const BylineToken *word)
{
	uint32_t count = part_words(reader);

	if (!is(word, WORD_WEAK_CUE))
		return false;
	if (reader->next.kind != TOKEN_WORD)
		return reader->trust == BYLINE_MARKED && reader->nparts == 0 && count == 0;
	if (reader->skipping && reader->trust == BYLINE_PRINTED && !reader->dated)
		return false; /* "Pour Anne de Roy", "la démission de Roy" */
	if (reader->skipping && (reader->byline->count == 0 || reader->trust == BYLINE_MARKED))
		return word->end - word->start > 1;
	if (count > 0)
		return is(&reader->part[count - 1], WORD_LABEL | WORD_OTHER); /* "Texte Jean de Roy" */
	if (word->end - word->start == 1)
		return false; /* "Reportage d'Anne Dupont", but not "d'Australie" */
	if (reader->byline->count > 0 || reader->byline->cued)
		return false;
	if (reader->trust == BYLINE_MARKED)
		return true;
	return (reader->next.capital || is(&reader->next, WORD_AGENCY)) &&
		   (reader->trust == BYLINE_PRINTED || reader->at < reader->text.len);
}

static bool
before_time(const BylineToken *next)
{
	return next->number || is(next, WORD_TIME);
}

/* "Canal 24": is the number of one to three digits the end of what the metadata declare? */
static bool
ends_name(const BylineReader *reader, const BylineToken *word)
{
	return reader->next.kind == TOKEN_END && !word->letters && word->end - word->start <= 3;
}

/*
 * Does the word end a name?  Lowercase words do anywhere, capitalized ones only where a part could
 * begin.
 */
static bool
is_stop(const BylineReader *reader, const BylineToken *word)
{
	if (word->number) /* a date or a count; but metadata name "7days Staff" and "4711" */
		return reader->trust != BYLINE_DECLARED || reader->nparts > 0 ||
			   (reader->nwords > 0 && !ends_name(reader, word)) ||
			   (reader->next.kind != TOKEN_END && !word->letters);
	if (is(word, WORD_TIME) && (reader->nwords == 0 || reader->next.number))
		return reader->next.kind != TOKEN_WORD || before_time(&reader->next);
	if (is(word, WORD_TIME) && reader->nwords >= 2 && word->end - word->start <= DAY_LETTERS)
		return reader->next.kind != TOKEN_WORD; /* "Max Müller Fr, 20. Mai" */
	if (!is(word, WORD_STOP) || (is(word, WORD_DESK) && reader->trust == BYLINE_DECLARED))
		return false; /* metadata: "Institut für Waldbau" */
	if (is(word, WORD_PARTICLE))
		return before_time(&reader->next);
	if (!word->capital || reader->shouting || before_time(&reader->next) ||
		reader->next.kind == TOKEN_COLON || (is(&reader->next, WORD_STOP) && !reader->next.capital))
		return true;
	if (reader->trust != BYLINE_DECLARED && reader->next.kind == TOKEN_END)
		return word->end - word->start >= BUTTON_LETTERS; /* "Anne Dupont Suivre" */
	return reader->nwords == 0 && word->end - word->start >= 4;
}

static bool
is_conjunction(const BylineReader *reader, const BylineToken *word)
{
	if (!is(word, WORD_AND) || reader->next.kind != TOKEN_WORD ||
		reader->text.data[word->end - 1] == '.')
		return false;
	if (is(word, WORD_STOP) && reader->nwords > 0 && !reader->next.capital)
		return false;
	return !word->capital || word->uncased || reader->shouting ||
		   (!is(word, WORD_PARTICLE) && word->end - word->start >= 2);
}

/* "(AFP)" names an agency; "(photos)" revokes the name before it; anything else is a remark. */
static void
read_remark(BylineReader *reader, const BylineToken *word)
{
	if (is(word, WORD_AGENCY))
		add_name(reader, word, word, BYLINE_IS_AGENCY);
	else if (is(word, WORD_OTHER) && !is(word, WORD_LABEL) && reader->byline->count > 0)
		reader->byline->count--;
}

/*
 * "Courrier du Midi (www.courrier.example)": the name before an address is that of an organization.
 */
static void
read_address(BylineReader *reader)
{
	Byline *byline = reader->byline;

	if (byline->count > 0 &&
		str_find(slice(reader, &reader->current, &reader->current), STR("@")) < 0)
		byline->names[byline->count - 1].kind = BYLINE_IS_DESK;
}

static void
read_word(BylineReader *reader)
{
	BylineToken *word = &reader->current;

	reader->byline->job |= is(word, WORD_JOB);
	if (reader->depth > 0)
		read_remark(reader, word);
	else if (is_conjunction(reader, word))
	{
		end_part(reader);
		reader->skipping = false;
	}
	else if (is(word, WORD_CUE) || is_weak_cue(reader, word))
		take_cue(reader, !is(word, WORD_CUE));
	else if (is_stop(reader, word))
	{
		end_part(reader);
		reader->skipping = true;
		reader->dated =
			word->number || is(word, WORD_TIME) || (reader->dated && is(word, WORD_STOP));
	}
	else if (reader->skipping || reader->other)
		reader->dated = false;
	else
	{
		if (reader->nwords < PART_MAX_WORDS)
			reader->part[reader->nwords] = *word;
		reader->nwords++;
	}
}

/* Is a word of the part unknown: "Stage de voile :"? */
static bool
any_unknown(const BylineReader *reader, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (reader->part[i].classes == 0)
			return true;
	return false;
}

/* "Texte :", "Politique :": what precedes a colon is not a name. */
static void
read_colon(BylineReader *reader)
{
	uint32_t count = part_words(reader);

	if (any_is(reader->part, count, WORD_OTHER | WORD_LABEL | WORD_CUE | WORD_WEAK_CUE | WORD_JOB))
	{
		reader->byline->by_office |= any_is(reader->part, count, WORD_JOB) &&
									 !any_is(reader->part, count, WORD_LABEL | WORD_CUE);
		take_cue(reader, any_unknown(reader, count));
	}
	else
	{
		reader->byline->told |= reader->byline->count == 0 && any_unknown(reader, count);
		drop_part(reader);
		reader->skipping = reader->other;
	}
}

/* Processes the next token.  Returns false at the end of the byline. */
static bool
read_token(BylineReader *reader)
{
	switch (reader->current.kind)
	{
		case TOKEN_WORD:
			read_word(reader);
			return true;
		case TOKEN_COLON:
			read_colon(reader);
			return true;
		case TOKEN_OPEN:
			end_part(reader);
			reader->depth++;
			return true;
		case TOKEN_CLOSE:
			if (reader->depth > 0)
				reader->depth--;
			return true;
		case TOKEN_ADDRESS:
			reader->byline->address = true;
			if (reader->depth > 0)
				read_address(reader);
			break;
		case TOKEN_BAR:
			reader->other = false;
			break;
		case TOKEN_PERIOD:
			end_part(reader);
			reader->skipping = true;
			return reader->byline->count == 0;
		case TOKEN_END:
			end_part(reader);
			return false;
		default:
			break;
	}
	end_part(reader);
	reader->skipping = reader->other_here = false;
	return true;
}

/* Does a text of several words contain no lowercase letter? */
static bool
is_shouting(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (text.data[i] >= 'a' && text.data[i] <= 'z')
			return false;
	return str_find(text, STR(" ")) > 0;
}

bool
byline_is_full_name(Str name)
{
	for (uint32_t i = 0; i < name.len; i++)
		if (name.data[i] == ' ' || name.data[i] == '.' || (unsigned char) name.data[i] >= 0xE0)
			return true;
	return false;
}

void
byline_drop_places(Byline *byline)
{
	bool full = false;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < byline->count; i++)
		full |=
			byline->names[i].kind == BYLINE_IS_PERSON && byline_is_full_name(byline->names[i].name);
	for (uint32_t i = 0; i < byline->count; i++)
		if (!full || byline->names[i].kind != BYLINE_IS_PERSON ||
			byline_is_full_name(byline->names[i].name))
			byline->names[kept++] = byline->names[i];
	byline->count = kept;
}

static void
next_token(BylineReader *reader)
{
	reader->current = reader->next;
	reader->next = byline_token(reader->text, &reader->at, reader->addresses);
}

static bool
is_sentence(const BylineReader *reader)
{
	return reader->trust == BYLINE_PRINTED && reader->byline->unread >= SENTENCE;
}

void
byline_read(Byline *byline, Str text, BylineTrust trust)
{
	BylineReader reader = {.trust = trust, .byline = byline};

	byline->count = byline->unread = 0;
	byline->cued = byline->cued_weakly = byline->photos = false;
	byline->told = byline->by_office = byline->job = byline->address = false;
	reader.text = str_sub(text, 0, BYLINE_MAX_BYTES);
	reader.shouting = is_shouting(reader.text);
	reader.addresses = byline_has_address(reader.text);
	next_token(&reader);
	do
		next_token(&reader);
	while (read_token(&reader) && !is_sentence(&reader));
	byline_drop_places(byline);
	if (is_sentence(&reader))
		byline->count = 0;
}
