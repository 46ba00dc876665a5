/*
 * quote_verb.h
 *	  The verbs of speech of a sentence, each with its subject.
 */
#ifndef ARTICLE_FRENCH_QUOTE_VERB_H
#define ARTICLE_FRENCH_QUOTE_VERB_H

#include "french/quote_speaker.h"

#define QUOTE_VERBS_MAX 24 /* of a sentence; what it has beyond them assigns no quotation */

typedef struct QuoteVerb
{
	uint32_t start; /* items of the verb: "a-t-elle ajouté", "fait valoir" */
	uint32_t end;
	uint32_t classes;
	bool insertion; /* its subject follows: ", a dit Mme Petit" */
	bool gerund;	/* "en dénonçant", "pour dénoncer": its subject is that of the sentence */
	Speaker subject;
	bool has_subject;
	uint32_t subject_end; /* of an insertion: item from which its subject is sought */
} QuoteVerb;

typedef struct QuoteVerbs
{
	uint32_t count;
	QuoteVerb items[QUOTE_VERBS_MAX];
} QuoteVerbs;

extern void quote_verbs_find(QuoteSentence sentence, QuoteVerbs *verbs);

/*
 * The insertion that starts at item i, right after a quotation and perhaps a comma, of any verb:
 * ", tonne le maire", ", sourit-elle". Returns whether there is one.
 */
extern bool quote_insertion_at(QuoteSentence sentence, uint32_t i, QuoteVerb *verb);

#endif
