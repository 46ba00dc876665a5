/*
 * headline.h
 *	  Do these words read like the headline of an article?  Does this address look like an
 *	  article's?
 */
#ifndef ARTICLE_HEADLINE_H
#define ARTICLE_HEADLINE_H

#include "base/str.h"

/*
 * Could the text of a link be a headline?  It must be neither too short nor too long, and must not
 * be a phrase of menus or notices.
 */
extern bool headline_like(Str text);

/*
 * Like headline_like(), but stricter: for a headline without a link to vouch for it.  holds and
 * openings are the results of phrase_cues().
 */
extern bool headline_alone(Str text, uint32_t holds, uint32_t openings);

/* Does the text begin with a lowercase letter?  Headlines do not. */
extern bool headline_starts_small(Str text);

/* Does the text end like a sentence? Headlines seldom do. */
extern bool headline_ends_sentence(Str text);

/* Returns the number of words of a text; two wide characters count as one word. */
extern uint32_t headline_words(Str text);

/* Does the text begin with a pointer to another article, such as "Lire aussi"? */
extern bool headline_points(Str text);

/* Returns the text without such a pointer, arrow or time: "Lire aussi : ", "→ ", "12:05 | ". */
extern Str headline_strip(Str text);

/*
 * What the path and query of a URL reference look like, in ascending order of evidence for an
 * article.
 */
typedef enum AddressKind
{
	ADDRESS_SERVICE,  /* a tag, an author, a newsletter */
	ADDRESS_PLAIN,	  /* a section, or nothing recognizable */
	ADDRESS_WORDS,	  /* a slug of several words; long section names look the same */
	ADDRESS_NUMBERED, /* the digits of a date, or a short number */
	ADDRESS_ID		  /* a number of at least five digits */
} AddressKind;

/* Returns the kind that the path and query of a reference give the most evidence for. */
extern AddressKind headline_address(Str reference);

/*
 * Although text and address look like an article's: does the link lead to a job advertisement, a
 * list, a share service, the terms of the site or its newsletter?
 */
extern bool headline_offers_service(Str text, Str reference);

/*
 * Is the first of two absolute URLs a directory that contains the second: a section, a series, a
 * list?
 */
extern bool headline_is_index_of(Str index, Str url);

/* Does a reference need a base URL?  True if it has no scheme and is not just a fragment. */
extern bool headline_relative(Str reference);

/* Do two absolute URLs belong to the same site, that is, to the same registered domain? */
extern bool headline_same_site(Str a, Str b);

#endif
