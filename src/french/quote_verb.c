/*
 * quote_verb.c
 *	  See quote_verb.h.
 */
#include "french/quote_verb.h"

#include "base/array.h"

#define AUXILIARY_BEFORE_MAX 5 /* items between an auxiliary and its participle */

static bool
is_spelled(QuoteSentence sentence, uint32_t i, const char *word)
{
	return item_at(sentence, i).kind == QUOTE_ITEM_WORD &&
		   str_equal(speaker_text(sentence, i, i + 1), str_cstr(word));
}

/* ---------------------------------------------------------------- the verb */

static bool
is_one_of(QuoteSentence sentence, uint32_t i, const char *const *words, size_t count)
{
	for (size_t k = 0; k < count; k++)
	{
		if (is_spelled(sentence, i, words[k]))
			return true;
	}
	return false;
}

/* "fait valoir", "laisse entendre": is item i the second word? */
static bool
completes_faire(QuoteSentence sentence, uint32_t i)
{
	static const char *const after_faire[] = {"valoir",	  "savoir",		"part",	 "remarquer",
											  "observer", "comprendre", "noter", "état"};
	static const char *const faire[] = {"fait", "faisait", "font", "faisaient", "faisant"};
	static const char *const after_laisser[] = {"entendre", "tomber", "échapper"};
	static const char *const laisser[] = {"laisse", "laissait", "laissé", "laissent", "laissant"};

	if (i == 0 || !is_word(item_at(sentence, i - 1), QUOTE_WORD_VERB))
		return false;
	return (is_one_of(sentence, i, after_faire, lengthof(after_faire)) &&
			is_one_of(sentence, i - 1, faire, lengthof(faire))) ||
		   (is_one_of(sentence, i, after_laisser, lengthof(after_laisser)) &&
			is_one_of(sentence, i - 1, laisser, lengthof(laisser)));
}

/* The auxiliary before item i, as item + 1; 0 if there is none close by. */
static uint32_t
find_auxiliary(QuoteSentence sentence, uint32_t i)
{
	if (i > 0 && is_word(item_at(sentence, i - 1), QUOTE_WORD_DETERMINER))
		return 0; /* il a relaxé les prévenus */
	for (uint32_t k = i; k > 0 && i - k < AUXILIARY_BEFORE_MAX; k--)
	{
		QuoteItem before = item_at(sentence, k - 1);

		if (before.kind != QUOTE_ITEM_WORD ||
			(before.classes & (QUOTE_WORD_RELATIVE | QUOTE_WORD_CAPITAL)))
			return 0;
		if (before.classes & QUOTE_WORD_AUXILIARY)
			return k;
	}
	return 0;
}

static bool
follows_comme(QuoteSentence sentence, uint32_t i)
{
	return i > 0 && (is_spelled(sentence, i - 1, "comme") || is_spelled(sentence, i - 1, "Comme"));
}

static bool
is_plain_noun(QuoteItem item)
{
	return item.kind == QUOTE_ITEM_WORD && item.classes == QUOTE_WORD_NOUN;
}

/* Is the word at item i a noun (une annonce, sans réponse) although a verb has this form? */
static bool
is_noun(QuoteSentence sentence, uint32_t i)
{
	QuoteItem before = i > 0 ? item_at(sentence, i - 1) : (QuoteItem){.kind = QUOTE_ITEM_STOP};

	if ((item_at(sentence, i + 1).classes & QUOTE_WORD_INVERTED) ||
		!(item_at(sentence, i).classes & QUOTE_WORD_NOUN))
		return false;
	if (is_word(before, QUOTE_WORD_OF | QUOTE_WORD_PREPOSITION))
		return true;
	if (!is_word(before, QUOTE_WORD_DETERMINER))
		return false;
	if (i > 1 && is_word(before, QUOTE_WORD_CLITIC) && follows_comme(sentence, i - 1))
		return false; /* comme le résume le maire */
	return !is_word(before, QUOTE_WORD_CLITIC) || i < 2 ||
		   !(is_word(item_at(sentence, i - 2),
					 QUOTE_WORD_PRONOUN | QUOTE_WORD_CAPITAL | QUOTE_WORD_RELATIVE) ||
			 is_plain_noun(item_at(sentence, i - 2))); /* l'actrice l'avoue */
}

/*
 * "...", finit par lâcher le maire; "...", tient à préciser Anne Petit: the item of the verb on which
 * the infinitive at item i depends, right after a quotation; 0 if there is none.
 */
static uint32_t
find_insertion_start(QuoteSentence sentence, uint32_t i)
{
	uint32_t start = i;
	QuoteItem before;

	if (start > 0 && is_word(item_at(sentence, start - 1), QUOTE_WORD_PREPOSITION | QUOTE_WORD_OF))
		start--;
	if (start < 2 || !is_word(item_at(sentence, start - 1), QUOTE_WORD_VERB) ||
		is_word(item_at(sentence, start - 1), QUOTE_WORD_INFINITIVE | QUOTE_WORD_GERUND))
		return 0;
	start--;
	while (start > 1 && is_word(item_at(sentence, start - 1), QUOTE_WORD_CLITIC))
		start--;
	before = item_at(sentence, start - 1);
	if (before.kind == QUOTE_ITEM_COMMA && start > 1)
		before = item_at(sentence, start - 2);
	return before.kind == QUOTE_ITEM_MARK ? start : 0;
}

/* Sets start and end of the verb group whose word of speech is item i. */
static bool
read_group(QuoteSentence sentence, uint32_t i, QuoteVerb *verb)
{
	QuoteItem item = item_at(sentence, i);
	uint32_t auxiliary = find_auxiliary(sentence, i);
	bool faire = completes_faire(sentence, i);

	*verb = (QuoteVerb){.start = i, .end = i + 1, .classes = item.classes | QUOTE_WORD_SAYS};
	if (faire)
	{
		if (is_spelled(sentence, i, "état"))
			verb->classes |= QUOTE_WORD_SAYS_DE;
		verb->start = i - 1;
		verb->gerund = is_word(item_at(sentence, i - 1), QUOTE_WORD_GERUND) != 0;
		auxiliary = find_auxiliary(sentence, i - 1);
	}
	else if (item.classes & QUOTE_WORD_CAPITAL)
		return false;
	else if ((item.classes & QUOTE_WORD_INFINITIVE) && find_insertion_start(sentence, i) > 0)
		verb->start = find_insertion_start(sentence, i);
	else if (item.classes & (QUOTE_WORD_GERUND | QUOTE_WORD_INFINITIVE))
		verb->gerund = true;
	else if ((item.classes & QUOTE_WORD_PARTICIPLE) && auxiliary == 0)
		return false;
	else if (auxiliary == 0 && is_noun(sentence, i))
		return false;
	if (auxiliary > 0)
		verb->start = auxiliary - 1;
	while (verb->start > 0 && is_word(item_at(sentence, verb->start - 1), QUOTE_WORD_CLITIC) &&
		   !is_word(item_at(sentence, verb->start - 1), QUOTE_WORD_RELATIVE))
		verb->start--;
	if (item_at(sentence, verb->end).classes & QUOTE_WORD_INVERTED)
		verb->end++;
	return true;
}

/* The pronoun after the verb or its auxiliary: a-t-elle dit, dit-il. */
static bool
read_inverted(QuoteSentence sentence, QuoteVerb *verb)
{
	for (uint32_t i = verb->start; i < verb->end; i++)
	{
		QuoteItem item = item_at(sentence, i);

		if (!(item.classes & QUOTE_WORD_INVERTED))
			continue;
		verb->subject =
			(Speaker){.classes = item.classes &
								 (QUOTE_WORD_FEMININE | QUOTE_WORD_MASCULINE | QUOTE_WORD_PLURAL),
					  .pronoun = true};
		return true;
	}
	return false;
}

/* ---------------------------------------------------------------- its subject */

/* Does the comma before the verb end an apposition of the subject: "Anne Petit, élue, a dit"? */
static bool
ends_apposition(QuoteSentence sentence, uint32_t comma)
{
	Speaker first;
	uint32_t end = speaker_first(sentence, comma, &first);
	uint32_t next = end + 1;

	if (end == 0 || item_at(sentence, end).kind != QUOTE_ITEM_COMMA || end >= comma)
		return false;
	while (next < comma && item_at(sentence, next).kind != QUOTE_ITEM_COMMA)
		next++;
	return next == comma;
}

/* May the verb be one whose subject follows it: after a quotation, or a comma? */
static bool
may_be_insertion(QuoteSentence sentence, const QuoteVerb *verb)
{
	uint32_t start = verb->start;
	QuoteItem before;

	if (start == 0)
		return false;
	before = item_at(sentence, start - 1);
	if (is_word(before, QUOTE_WORD_THAT) && start > 1 && is_spelled(sentence, start - 2, "ce"))
		return true; /* c'est ce qu'a affirmé le maire */
	if (follows_comme(sentence, start))
		return true; /* comme le rappelle le maire */
	if (before.kind == QUOTE_ITEM_COMMA && start > 1 &&
		item_at(sentence, start - 2).kind != QUOTE_ITEM_MARK)
		return !ends_apposition(sentence, start - 1);
	if (before.kind == QUOTE_ITEM_COMMA && start > 2 &&
		is_word(item_at(sentence, start - 3), QUOTE_WORD_NAMED))
		return false; /* Jean Roy, alias "Polo", a nié les faits */
	return before.kind == QUOTE_ITEM_COMMA || before.kind == QUOTE_ITEM_MARK ||
		   before.kind == QUOTE_ITEM_OTHER || before.kind == QUOTE_ITEM_STOP ||
		   before.kind == QUOTE_ITEM_CLOSE;
}

static void
find_subject(QuoteSentence sentence, QuoteVerb *verb)
{
	verb->subject_end = verb->end;
	if (read_inverted(sentence, verb))
	{
		verb->insertion = verb->has_subject = true;
		return;
	}
	if (!verb->gerund && may_be_insertion(sentence, verb) &&
		speaker_after(sentence, verb->end, &verb->subject))
	{
		verb->insertion = verb->has_subject = true;
		return;
	}
	if (!verb->gerund)
		verb->has_subject = speaker_before(sentence, verb->start, &verb->subject);
}

/*
 * Gives a gerund the subject of the verb before it, else that of the sentence, which may follow it,
 * else whoever the text speaks of.
 */
static void
find_gerund_subject(QuoteSentence sentence, const QuoteVerb *before, QuoteVerb *verb)
{
	if (!verb->gerund)
		return;
	verb->has_subject = true;
	if (before != NULL && before->has_subject)
		verb->subject = before->subject;
	else if (speaker_first(sentence, sentence.items->count, &verb->subject) == 0)
		verb->subject = (Speaker){.pronoun = true};
}

void
quote_verbs_find(QuoteSentence sentence, QuoteVerbs *verbs)
{
	verbs->count = 0;
	for (uint32_t i = 0; i < sentence.items->count && verbs->count < QUOTE_VERBS_MAX; i++)
	{
		QuoteVerb *verb = &verbs->items[verbs->count];

		if (!is_word(item_at(sentence, i), QUOTE_WORD_SAYS) && !completes_faire(sentence, i))
			continue;
		if (!read_group(sentence, i, verb))
			continue;
		find_subject(sentence, verb);
		find_gerund_subject(sentence, verbs->count > 0 ? verb - 1 : NULL, verb);
		i = verb->end - 1;
		verbs->count++;
	}
}

bool
quote_insertion_at(QuoteSentence sentence, uint32_t i, QuoteVerb *verb)
{
	uint32_t start = i;

	while (is_word(item_at(sentence, i), QUOTE_WORD_CLITIC | QUOTE_WORD_ADVERB |
											 QUOTE_WORD_AUXILIARY | QUOTE_WORD_INVERTED) &&
		   i - start < 5)
		i++;
	if (!is_word(item_at(sentence, i), QUOTE_WORD_VERB) ||
		is_word(item_at(sentence, i),
				QUOTE_WORD_INFINITIVE | QUOTE_WORD_GERUND | QUOTE_WORD_CAPITAL))
		return false;
	*verb = (QuoteVerb){.start = start, .end = i + 1, .classes = item_at(sentence, i).classes};
	if (item_at(sentence, i + 1).classes & QUOTE_WORD_INVERTED)
		verb->end++;
	verb->insertion = true;
	verb->has_subject = read_inverted(sentence, verb);
	if (!verb->has_subject)
	{
		uint32_t after = verb->end;

		if (is_word(item_at(sentence, i), QUOTE_WORD_PARTICIPLE) && start == i)
			return false;
		if (!is_word(item_at(sentence, after), QUOTE_WORD_DETERMINER | QUOTE_WORD_TITLE |
												   QUOTE_WORD_CAPITAL | QUOTE_WORD_SOMEONE))
			return false;
		verb->has_subject = speaker_read(sentence, after, &verb->subject) > after;
	}
	return verb->has_subject;
}
