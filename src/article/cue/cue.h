/*
 * cue.h
 *	  What class names, ids and short phrases say about a block: maps words to categories.
 *
 * The words are in class_cue_list.h and phrase_cue_list.h, in several languages; none is specific
 * to one site.
 */
#ifndef ARTICLE_CUE_H
#define ARTICLE_CUE_H

#include "base/str.h"

/* The categories of class and id words.  Features made from them have the same names. */
#define CLASS_CUES(X)                                                                              \
	X(AD)                                                                                          \
	X(ARTICLE)                                                                                     \
	X(AUTHOR)                                                                                      \
	X(BODY)                                                                                        \
	X(BOX)                                                                                         \
	X(BUTTON)                                                                                      \
	X(CAPTION)                                                                                     \
	X(COMMENT)                                                                                     \
	X(CONTENT)                                                                                     \
	X(COOKIE)                                                                                      \
	X(DATE)                                                                                        \
	X(EMBED)                                                                                       \
	X(FOOTER)                                                                                      \
	X(FORM)                                                                                        \
	X(HEADER)                                                                                      \
	X(HIDDEN)                                                                                      \
	X(LEAD)                                                                                        \
	X(LIST)                                                                                        \
	X(MEDIA)                                                                                       \
	X(META)                                                                                        \
	X(MODAL)                                                                                       \
	X(NAV)                                                                                         \
	X(NEWSLETTER)                                                                                  \
	X(PAYWALL)                                                                                     \
	X(QUOTE)                                                                                       \
	X(RELATED)                                                                                     \
	X(SHARE)                                                                                       \
	X(SIDE)                                                                                        \
	X(TAGS)                                                                                        \
	X(TITLE)                                                                                       \
	X(WRAPPER)

typedef enum ClassCue
{
#define X(name) CLASS_CUE_##name,
	CLASS_CUES(X)
#undef X
		CLASS_CUE_COUNT
} ClassCue;

/* The categories of phrases that open a short block or occur in it. */
#define PHRASE_CUES(X)                                                                             \
	X(AD)                                                                                          \
	X(BYLINE)                                                                                      \
	X(COMMENT)                                                                                     \
	X(COOKIE)                                                                                      \
	X(COPYRIGHT)                                                                                   \
	X(CREDIT)                                                                                      \
	X(DATE)                                                                                        \
	X(FOLLOW)                                                                                      \
	X(NAVIGATION)                                                                                  \
	X(NEWSLETTER)                                                                                  \
	X(PAYWALL)                                                                                     \
	X(RELATED)                                                                                     \
	X(SHARE)                                                                                       \
	X(TAGS)

typedef enum PhraseCue
{
#define X(name) PHRASE_CUE_##name,
	PHRASE_CUES(X)
#undef X
		PHRASE_CUE_COUNT
} PhraseCue;

/* A category as a bit: CLASS_CUE_BIT(NAV), PHRASE_CUE_BIT(RELATED). */
#define CLASS_CUE_BIT(name) (UINT32_C(1) << CLASS_CUE_##name)
#define PHRASE_CUE_BIT(name) (UINT32_C(1) << PHRASE_CUE_##name)

/*
 * Returns the categories, as bits, of the words in a class or id attribute ("sideBar
 * related-posts").
 */
extern uint32_t class_cues(Str value);

/*
 * Returns the categories, as bits, of the phrases that a block contains; sets *opening to those it
 * begins with.  Only the first 200 bytes are read.
 */
extern uint32_t phrase_cues(Str text, uint32_t *opening);

extern const char *class_cue_name(ClassCue cue);   /* for people: "share bar" */
extern const char *phrase_cue_name(PhraseCue cue); /* likewise */

#endif
