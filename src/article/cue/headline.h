/*
 * headline.h
 *	  Do these words read like the headline of an article, does this address look like one's?
 *	  Text in, a verdict out.
 */
#ifndef ARTICLE_HEADLINE_H
#define ARTICLE_HEADLINE_H

#include "base/str.h"

/*
 * The words of a link that may be a headline: long enough, not too long, no phrase of menus and
 * notices.
 */
extern bool headline_like(Str text);

/* A headline that stands alone, without a link to vouch for it: stricter.  With what phrase_cues says of it. */
extern bool headline_alone(Str text, uint32_t holds, uint32_t openings);

/* Does it begin with a small letter? Headlines do not. */
extern bool headline_starts_small(Str text);

/* Does the text end like a sentence? Headlines seldom do. */
extern bool headline_ends_sentence(Str text);

/* Words of a text, two wide characters being one. */
extern uint32_t headline_words(Str text);

/* Does a text begin with what points to another article: "Lire aussi"? */
extern bool headline_points(Str text);

/* Without what points to it or dates it: "Lire aussi : ", "→ ", "12:05 | ". */
extern Str headline_strip(Str text);

/* What the path and query of a reference look like. */
typedef enum AddressKind
{
	ADDRESS_SERVICE,  /* a tag, an author, a newsletter */
	ADDRESS_PLAIN,	  /* a section; nothing to tell */
	ADDRESS_WORDS,	  /* a title made of words, which long names of sections are as well */
	ADDRESS_NUMBERED, /* digits of a date or a short number */
	ADDRESS_ID		  /* a number of five digits and more */
} AddressKind;

extern AddressKind headline_address(Str reference);

/*
 * Is a link with these words and this address, though both look like an article's, an advertisement of a job, a list, a
 * share link, a rule or a letter of the site?
 */
extern bool headline_offers_service(Str text, Str reference);

/*
 * Is the first of two absolute URLs a directory that the second lies in: a section, a series, a
 * list?
 */
extern bool headline_is_index_of(Str index, Str url);

/* A reference that needs a base: neither a scheme nor a fragment alone. */
extern bool headline_relative(Str reference);

/* Do two absolute URLs belong to one site: the same registered name? */
extern bool headline_same_site(Str a, Str b);

#endif
