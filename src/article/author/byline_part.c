/*
 * byline_part.c
 *	  What a part of a byline is: the words between two separators in; a person, an agency, a
 *	  newsroom, a remark about the names around it, or nothing out.
 *
 * Judges the words and their order only; byline.c says where a part ends.
 */
#include "base/array.h"
#include "article/author/byline_internal.h"

/*
 * Maximum length of a name that stands alone in a script without case: most are 2 to 5 characters
 * of 3 bytes.
 */
#define UNCASED_NAME_BYTES 45

void
byline_add_name(BylineReader *reader, const BylineToken *first, const BylineToken *last,
				BylineKind kind)
{
	Byline *byline = reader->byline;

	if (byline->count < BYLINE_MAX_NAMES)
	{
		byline->names[byline->count].name = byline_slice(reader, first, last);
		byline->names[byline->count].kind = kind;
		byline->count++;
	}
}

static bool
all_are(const BylineToken *words, uint32_t count, uint32_t classes)
{
	for (uint32_t i = 0; i < count; i++)
		if (!byline_is(&words[i], classes))
			return false;
	return true;
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
	Str first = byline_slice(reader, &words[0], &words[0]);
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

/* "J.Dupont": an initial and a name without a space. */
static bool
is_glued_initial(const BylineReader *reader, const BylineToken *word)
{
	Str text = byline_slice(reader, word, word);

	return text.len > 4 && word->capital && !word->domain && text.data[1] == '.' &&
		   text.data[2] >= 'A' && text.data[2] <= 'Z' && ascii_alpha(text.data[3]) &&
		   str_find(str_sub(text, 2, text.len), STR(".")) < 0;
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
		else if (!byline_is(&words[i], BYLINE_WORD_PARTICLE | BYLINE_WORD_WEAK_CUE))
			return false;
	}
	if (capitals == 0 || !words[count - 1].capital)
		return false;
	if (count > 1)
		return true;
	return reader->trust != BYLINE_PRINTED || reader->certain || is_glued_initial(reader, words) ||
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
void
byline_note_cue(Byline *byline, bool weak)
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
	const uint32_t job = BYLINE_WORD_JOB | BYLINE_WORD_FIELD;
	BylineToken *first = *words;
	uint32_t left = *count;

	if (all_are(first, left, job) && byline_any_is(first, left, BYLINE_WORD_JOB))
		return false;
	if (!byline_any_is(first, left, BYLINE_WORD_JOB) ||
		byline_any_is(first, left, BYLINE_WORD_DESK))
		return left > 1 || !byline_is(first, BYLINE_WORD_FIELD);
	for (; left > 0 && byline_is(first, job | BYLINE_WORD_PARTICLE); first++, left--)
		if (byline_is(first, BYLINE_WORD_LABEL))
			byline_note_cue(reader->byline, false);
	for (uint32_t i = 0; i < left; i++)
		if (byline_is(&first[i], BYLINE_WORD_JOB) ||
			(byline_is(&first[i], BYLINE_WORD_FIELD) && i >= 2))
			left = i;
	while (left > 0 && byline_is(&first[left - 1], BYLINE_WORD_PARTICLE) &&
		   !first[left - 1].capital)
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
		if (byline_is(&words[i], BYLINE_WORD_OTHER) &&
			!byline_is(&words[i], BYLINE_WORD_JOB | BYLINE_WORD_FIELD))
			return true;
	return false;
}

/* Is word i known, capitalized, or after a cue, an adjective: "Par la rédaction locale de Lyon"? */
static bool
may_be_of_house(const BylineReader *reader, const BylineToken *words, uint32_t i)
{
	if (words[i].capital || words[i].domain || words[i].classes != 0)
		return true;
	return i > 0 && byline_is(&words[i - 1], BYLINE_WORD_DESK) && reader->byline->cued &&
		   !reader->byline->cued_weakly;
}

/* A newsroom, a site or a publisher; in running text only if every word is capitalized. */
static bool
is_house(const BylineReader *reader, const BylineToken *words, uint32_t count)
{
	if (reader->trust == BYLINE_PRINTED)
		for (uint32_t i = 0; i < count; i++)
			if (!may_be_of_house(reader, words, i))
				return false;
	return byline_any_is(words, count, BYLINE_WORD_DESK | BYLINE_WORD_AGENCY) ||
		   words[count - 1].domain || begins_like_house(reader, words, count);
}

/* "Anne Dupont Anne Dupont", once for screen readers: returns the number of words of one. */
static uint32_t
without_repeat(const BylineReader *reader, const BylineToken *words, uint32_t count)
{
	uint32_t half = count / 2;

	return half > 1 && count == 2 * half &&
				   str_equal(byline_slice(reader, &words[0], &words[half - 1]),
							 byline_slice(reader, &words[half], &words[count - 1]))
			   ? half
			   : count;
}

static void
judge_words(BylineReader *reader, BylineToken *words, uint32_t count)
{
	BylineToken *last;

	count = without_repeat(reader, words, count);
	last = &words[count - 1];
	while (count > 1 && byline_is(words, BYLINE_WORD_PARTICLE) &&
		   all_are(words + 1, count - 1, BYLINE_WORD_AGENCY))
	{
		words++; /* l'AFP */
		count--;
	}
	if (reader->with && all_are(words, count, BYLINE_WORD_AGENCY) && reader->byline->unread == 0)
		byline_note_cue(reader->byline, false);
	if (all_are(words, count, BYLINE_WORD_AGENCIES) && reader->byline->count > 0)
		return; /* "avec agences" */
	if (all_are(words, count, BYLINE_WORD_AGENCY))
		byline_add_name(reader, words, last, BYLINE_IS_AGENCY);
	else if (byline_any_is(words, count, BYLINE_WORD_NOBODY))
		return;
	else if (is_house(reader, words, count))
		byline_add_name(reader, words, last, BYLINE_IS_DESK);
	else if (looks_like_name(reader, words, count) || looks_like_pseudonym(reader, words, count))
		byline_add_name(reader, words, last, BYLINE_IS_PERSON);
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
		if (byline_is(&words[i], BYLINE_WORD_LABEL) && !byline_is(&words[i], BYLINE_WORD_JOB) &&
			byline_is(&words[i - 1], BYLINE_WORD_HONORIFIC))
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
	bool label = false;

	while (reader->trust != BYLINE_DECLARED && *count > 2 &&
		   byline_is(*words, label ? BYLINE_WORD_LABEL | BYLINE_WORD_OTHER : BYLINE_WORD_LABEL) &&
		   !byline_is(*words, BYLINE_WORD_JOB | BYLINE_WORD_DESK) &&
		   ((*words)[1].capital || byline_is(*words + 1, BYLINE_WORD_OTHER)))
	{
		label = true;
		(*words)++;
		(*count)--;
		byline_note_cue(reader->byline, false);
	}
}

/* Does the whole text consist of words of these classes: "Redazione"? */
static bool
is_whole_text(const BylineReader *reader, const BylineToken *words, uint32_t count,
			  uint32_t classes)
{
	return reader->nparts == 1 && reader->current.kind == BYLINE_TOKEN_END &&
		   all_are(words, count, classes);
}

/* Is "M. Dupont" the name as signed? Without its initial it is not a full name. */
static bool
is_initialed(const BylineReader *reader, const BylineToken *words, uint32_t count)
{
	return count == 2 && words[0].end - words[0].start == 2 &&
		   reader->text.data[words[0].end - 1] == '.' && words[1].capital;
}

/*
 * "De notre correspondante [à Vienne, Anne Dupont]", "De notre correspondant local Jean Roy":
 * returns the number of words before the name, 0 if there is no such job of ours.
 */
static uint32_t
words_of_our_job(const BylineToken *words, uint32_t count)
{
	uint32_t i = count > 2 && byline_is(words, BYLINE_WORD_PARTICLE);

	if (i + 2 > count || !byline_is(&words[i], BYLINE_WORD_HONORIFIC) ||
		!byline_is(&words[i + 1], BYLINE_WORD_JOB))
		return 0;
	for (i += 2; i < count && !words[i].capital; i++)
		if (byline_is(&words[i], BYLINE_WORD_PARTICLE))
			return 0;
	return i;
}

void
byline_end_part(BylineReader *reader)
{
	BylineToken *words = reader->part;
	uint32_t count = reader->nwords;
	uint32_t ours;

	reader->nwords = 0;
	if (count == 0)
		return;
	reader->nparts++;
	if (count > BYLINE_PART_WORDS)
	{
		reader->byline->unread += count;
		return;
	}
	ours = words_of_our_job(words, count);
	if (ours > 0)
		byline_note_cue(reader->byline, false);
	if (ours == count)
		return;
	words += ours;
	count -= ours;
	while (count > 1 && byline_is(&words[0], BYLINE_WORD_HONORIFIC) &&
		   !is_initialed(reader, words, count))
	{
		words++;
		count--;
	}
	while (reader->of_page && reader->certain && count > 2 && !words[count - 1].capital &&
		   words[count - 1].classes == 0)
		count--; /* "von Anne Dupont gestaltet" */
	strip_label(reader, &words, &count);
	count = without_label(words, count);
	if (count == 1 && byline_is(words, BYLINE_WORD_STOP))
		return;
	if (count > 1 && byline_is(words, BYLINE_WORD_SOURCE) &&
		all_are(words + 1, count - 1, BYLINE_WORD_AGENCY))
	{
		byline_note_cue(reader->byline, false); /* "Source AFP" */
		byline_add_name(reader, words + 1, &words[count - 1], BYLINE_IS_AGENCY);
	}
	else if (is_other(words, count))
		reader->other = reader->byline->photos = true;
	else if (all_are(words, count, BYLINE_WORD_LABEL) &&
			 !is_whole_text(reader, words, count, BYLINE_WORD_DESK))
		reader->labelled = true;
	else if (strip_job(reader, &words, &count))
		judge_words(reader, words, count);
}
