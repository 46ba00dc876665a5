/*
 * byline.c
 *	  See byline.h.  Words are read from left to right and collected into parts.  A separator, a
 *	  conjunction, or a word that cannot belong to a name ends a part, which is then classified as a
 *	  person, an agency, a newsroom, or nothing.  Some words end a name and start a stretch that is
 *	  skipped up to the next separator: "à Lyon", "le 12 mars", "for the Courier".
 */
#include "article/author/byline_internal.h"

/* Longer than any byline that names people; the rest of the text is not read. */
#define BYLINE_MAX_BYTES 4096

/* Length of abbreviated weekdays: Mo, Fr. */
#define DAY_LETTERS 2

/* A capitalized word that ends a name, at the end of the text, is a button if it is this long. */
#define BUTTON_LETTERS 5

/* Unread words that a sentence counts for: it is not a byline. */
#define SENTENCE 8

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
	uint32_t count = byline_part_words(reader);
	bool label = reader->labelled || byline_any_is(reader->part, count, BYLINE_WORD_LABEL);
	bool credit =
		reader->of_page && !reader->other &&
		(label || !(reader->other_here || byline_any_is(reader->part, count, BYLINE_WORD_OTHER)));

	if (reader->trust == BYLINE_PRINTED && reader->next.kind == BYLINE_TOKEN_WORD &&
		!reader->next.capital && reader->next.classes == 0)
		reader->byline->unread += SENTENCE; /* "Par ailleurs", "by the way" */
	if (credit)
		reader->byline->unread = 0; /* "This programme was prepared by" */
	else if (reader->trust == BYLINE_PRINTED && !label)
		for (uint32_t i = 0; i < count; i++)
			reader->byline->unread += reader->part[i].classes == 0;
	reader->other = !label && (reader->other_here || (reader->of_page && reader->other) ||
							   byline_any_is(reader->part, count, BYLINE_WORD_OTHER));
	reader->other_here = reader->other;
	reader->certain = !reader->other && (label || credit || reader->skipping);
	reader->labelled = false;
	reader->byline->photos |= reader->other;
	if (!reader->other)
		byline_note_cue(reader->byline, weak && !label);
	while (count > 0 && !byline_is(&reader->part[count - 1], BYLINE_WORD_LABEL | BYLINE_WORD_OTHER))
		count--;
	while (count > 0 && byline_is(&reader->part[count - 1], BYLINE_WORD_LABEL | BYLINE_WORD_OTHER))
		count--; /* "Medically reviewed by" */
	if (count > 1 && reader->byline->cued)
	{
		reader->nwords = count;
		byline_end_part(reader);
	}
	reader->skipping = false;
	drop_part(reader);
}

/* "De notre correspondante à Kiev": does the word say whose journalist it is? */
static bool
is_own(const BylineToken *word)
{
	return byline_is(word, BYLINE_WORD_HONORIFIC) && !word->capital;
}

/* von, di, de: a cue at the start of the byline or after words such as "Text", else a particle. */
static bool
is_weak_cue(const BylineReader *reader, const BylineToken *word)
{
	uint32_t count = byline_part_words(reader);

	if (!byline_is(word, BYLINE_WORD_WEAK_CUE))
		return false;
	if (reader->next.kind != BYLINE_TOKEN_WORD)
		return reader->trust == BYLINE_MARKED && reader->nparts == 0 && count == 0;
	if (reader->skipping && reader->trust == BYLINE_PRINTED && !reader->dated)
		return false; /* "Pour Anne de Roy", "la démission de Roy" */
	if (reader->skipping && (reader->byline->count == 0 || reader->trust == BYLINE_MARKED))
		return word->end - word->start > 1;
	if (reader->of_page && count > 1 && !reader->part[count - 1].capital && reader->next.capital)
		return true; /* "Diese Sendung wurde von" */
	if (count > 0)
		return byline_is(&reader->part[count - 1],
						 BYLINE_WORD_LABEL | BYLINE_WORD_OTHER); /* "Texte Jean de Roy" */
	if (word->end - word->start == 1)
		return false; /* "Reportage d'Anne Dupont", but not "d'Australie" */
	if (reader->byline->count > 0 || reader->byline->cued)
		return false;
	if (reader->trust == BYLINE_MARKED)
		return true;
	return (reader->next.capital || is_own(&reader->next) ||
			byline_is(&reader->next, BYLINE_WORD_AGENCY)) &&
		   (reader->trust == BYLINE_PRINTED || reader->at < reader->text.len);
}

static bool
before_time(const BylineToken *next)
{
	return next->number || byline_is(next, BYLINE_WORD_TIME);
}

/* "Canal 24": is the number of one to three digits the end of what the metadata declare? */
static bool
ends_name(const BylineReader *reader, const BylineToken *word)
{
	return reader->next.kind == BYLINE_TOKEN_END && !word->letters && word->end - word->start <= 3;
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
			   (reader->next.kind != BYLINE_TOKEN_END && !word->letters);
	if (byline_is(word, BYLINE_WORD_TIME) && (reader->nwords == 0 || reader->next.number))
		return reader->next.kind != BYLINE_TOKEN_WORD || before_time(&reader->next);
	if (byline_is(word, BYLINE_WORD_TIME) && reader->nwords >= 2 &&
		word->end - word->start <= DAY_LETTERS)
		return reader->next.kind != BYLINE_TOKEN_WORD; /* "Max Müller Fr, 20. Mai" */
	if (!byline_is(word, BYLINE_WORD_STOP) ||
		(byline_is(word, BYLINE_WORD_DESK) && reader->trust == BYLINE_DECLARED))
		return false; /* metadata: "Institut für Waldbau" */
	if (byline_is(word, BYLINE_WORD_PARTICLE))
		return before_time(&reader->next);
	if (!word->capital || reader->shouting || before_time(&reader->next) ||
		reader->next.kind == BYLINE_TOKEN_COLON ||
		(byline_is(&reader->next, BYLINE_WORD_STOP) &&
		 (!reader->next.capital || reader->nwords > 0)))
		return true; /* "Anne Dupont Last Updated" */
	if (reader->trust != BYLINE_DECLARED &&
		(reader->next.kind == BYLINE_TOKEN_END || reader->next.kind == BYLINE_TOKEN_ADDRESS))
		return word->end - word->start >= BUTTON_LETTERS; /* "Anne Dupont Suivre" */
	return reader->nwords == 0 && word->end - word->start >= 4;
}

static bool
is_conjunction(const BylineReader *reader, const BylineToken *word)
{
	if (!byline_is(word, BYLINE_WORD_AND) || reader->next.kind != BYLINE_TOKEN_WORD ||
		reader->text.data[word->end - 1] == '.')
		return false;
	if (byline_is(word, BYLINE_WORD_STOP) && reader->nwords > 0 && !reader->next.capital)
		return false;
	return !word->capital || word->uncased || reader->shouting ||
		   (!byline_is(word, BYLINE_WORD_PARTICLE) && word->end - word->start >= 2);
}

/*
 * "(AFP)" names an agency; "(photos)" revokes the name before it, but "(with his photographer)"
 * does not; anything else is a remark.
 */
static void
read_remark(BylineReader *reader, const BylineToken *word)
{
	reader->remarked |= !byline_is(word, BYLINE_WORD_OTHER | BYLINE_WORD_LABEL);
	if (byline_is(word, BYLINE_WORD_AGENCY))
		byline_add_name(reader, word, word, BYLINE_IS_AGENCY);
	else if (byline_is(word, BYLINE_WORD_OTHER) && !byline_is(word, BYLINE_WORD_LABEL) &&
			 !reader->remarked && reader->byline->count > 0)
		reader->byline->count--;
}

/* "Texte et photos", "written and edited by": are two things told that the same people did? */
static bool
joins_tasks(const BylineReader *reader)
{
	uint32_t count = byline_part_words(reader);

	return count > 0 && byline_is(&reader->part[count - 1], BYLINE_WORD_LABEL) &&
		   !byline_is(&reader->part[count - 1], BYLINE_WORD_DESK | BYLINE_WORD_JOB) &&
		   byline_is(&reader->next, BYLINE_WORD_OTHER) &&
		   !byline_is(&reader->next, BYLINE_WORD_JOB);
}

/*
 * "Courrier du Midi (www.courrier.example)": the name before an address is that of an organization.
 */
static void
read_address(BylineReader *reader)
{
	Byline *byline = reader->byline;

	if (byline->count > 0 &&
		str_find(byline_slice(reader, &reader->current, &reader->current), STR("@")) < 0)
		byline->names[byline->count - 1].kind = BYLINE_IS_DESK;
}

static void
read_word(BylineReader *reader)
{
	BylineToken *word = &reader->current;

	reader->byline->job |= byline_is(word, BYLINE_WORD_JOB);
	reader->of_page |= word->start == 0 && byline_is(word, BYLINE_WORD_THIS);
	if (reader->depth > 0)
		read_remark(reader, word);
	else if (is_conjunction(reader, word))
	{
		if (joins_tasks(reader))
			return;
		byline_end_part(reader);
		reader->with = true;
		reader->skipping = false;
	}
	else if (byline_is(word, BYLINE_WORD_CUE) || is_weak_cue(reader, word))
		take_cue(reader, !byline_is(word, BYLINE_WORD_CUE));
	else if (is_stop(reader, word))
	{
		byline_end_part(reader);
		reader->skipping = true;
		reader->dated = word->number || byline_is(word, BYLINE_WORD_TIME) ||
						(reader->dated && byline_is(word, BYLINE_WORD_STOP));
	}
	else if (reader->sourced && byline_is(word, BYLINE_WORD_AGENCY))
	{
		byline_note_cue(reader->byline, false);
		byline_add_name(reader, word, word, BYLINE_IS_AGENCY);
	}
	else if (reader->other && reader->fresh && byline_is(word, BYLINE_WORD_LABEL) &&
			 !byline_is(word, BYLINE_WORD_OTHER))
	{
		reader->other = false; /* "Photos Jean Roy - Texte Anne Dupont" */
		reader->part[reader->nwords++] = *word;
	}
	else if (reader->skipping || reader->other)
	{
		reader->dated = false;
		reader->labelled |= reader->of_page && byline_is(word, BYLINE_WORD_LABEL);
		reader->other_here |= reader->of_page && byline_is(word, BYLINE_WORD_OTHER);
	}
	else
	{
		reader->with &= byline_is(word, BYLINE_WORD_AGENCY | BYLINE_WORD_PARTICLE);
		if (reader->nwords < BYLINE_PART_WORDS)
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
	uint32_t count = byline_part_words(reader);
	bool sourced = count == 1 && byline_is(reader->part, BYLINE_WORD_SOURCE);

	if (byline_any_is(reader->part, count,
					  BYLINE_WORD_OTHER | BYLINE_WORD_LABEL | BYLINE_WORD_CUE |
						  BYLINE_WORD_WEAK_CUE | BYLINE_WORD_JOB))
	{
		reader->byline->by_office |=
			byline_any_is(reader->part, count, BYLINE_WORD_JOB) &&
			!byline_any_is(reader->part, count, BYLINE_WORD_LABEL | BYLINE_WORD_CUE);
		take_cue(reader, any_unknown(reader, count));
		reader->sourced = sourced;
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
		case BYLINE_TOKEN_WORD:
			read_word(reader);
			reader->fresh = false;
			return true;
		case BYLINE_TOKEN_COLON:
			read_colon(reader);
			return true;
		case BYLINE_TOKEN_OPEN:
			byline_end_part(reader);
			reader->remarked = false;
			reader->depth++;
			return true;
		case BYLINE_TOKEN_CLOSE:
			if (reader->depth > 0)
				reader->depth--;
			return true;
		case BYLINE_TOKEN_ADDRESS:
			reader->byline->address = true;
			if (reader->depth > 0)
				read_address(reader);
			break;
		case BYLINE_TOKEN_BAR:
			reader->other = false;
			break;
		case BYLINE_TOKEN_PERIOD:
			byline_end_part(reader);
			reader->skipping = true;
			return reader->byline->count == 0;
		case BYLINE_TOKEN_END:
			byline_end_part(reader);
			return false;
		default:
			break;
	}
	byline_end_part(reader);
	reader->skipping = reader->other_here = false;
	reader->fresh = true;
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
	byline->cued = byline->cued_weakly = false;
	byline->told = byline->by_office = byline->job = byline->address = false;
	reader.text = str_sub(text, 0, BYLINE_MAX_BYTES);
	reader.shouting = is_shouting(reader.text);
	reader.addresses = byline_has_address(reader.text);
	if (str_starts_ascii(reader.text, STR("a cura di ")))
		reader.at = sizeof("a cura ") - 1; /* Italian; "di" is the cue */
	/* "© Jean Roy / Le Courrier" credits a picture */
	reader.other = trust != BYLINE_DECLARED && str_starts_ascii(reader.text, STR("©"));
	byline->photos = reader.other;
	next_token(&reader);
	do
		next_token(&reader);
	while (read_token(&reader) && !is_sentence(&reader));
	byline_drop_places(byline);
	if (is_sentence(&reader))
		byline->count = 0;
}
