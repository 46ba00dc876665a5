/*
 * byline_internal.h
 *	  A byline while it is read, for the files that read its words and judge its parts.
 */
#ifndef ARTICLE_BYLINE_INTERNAL_H
#define ARTICLE_BYLINE_INTERNAL_H

#include "article/author/byline.h"
#include "article/author/byline_word.h"

/* Words of one name: "Juan Carlos de la Torre y Ruiz"; more words are a sentence. */
#define BYLINE_PART_WORDS 8

typedef struct BylineReader
{
	Str text;
	BylineTrust trust;
	Byline *byline;
	BylineToken current;
	BylineToken next;
	uint32_t at; /* offset of the end of next */
	BylineToken part[BYLINE_PART_WORDS];
	uint32_t nwords; /* words of the part; may exceed BYLINE_PART_WORDS */
	uint32_t nparts; /* number of parts classified so far */
	uint32_t depth;	 /* nesting of parentheses */
	bool skipping;	 /* after a word that ends a name */
	bool fresh;		 /* the last token was a separator */
	bool dated;		 /* … which was a number, or the name of a day or month */
	bool other;		 /* after "Photos :" and the like … */
	bool other_here; /* … since the last separator */
	bool labelled;	 /* after "Texte et" */
	bool certain;	 /* after two cue words: "posted by", "geschrieben von" */
	bool with;		 /* "avec", and since then words of agencies only */
	bool sourced;	 /* after "Source :" */
	bool remarked;	 /* after a word in parentheses that is not a task: "(photos" */
	bool of_page;	 /* the text begins with "This …" */
	bool addresses;	 /* may the text contain e-mail addresses, URLs or handles? */
	bool shouting;	 /* the text has no lowercase letter, so case says nothing */
} BylineReader;

/* Is the token a word of one of these classes? */
static inline bool
byline_is(const BylineToken *token, uint32_t classes)
{
	return token->kind == BYLINE_TOKEN_WORD && (token->classes & classes) != 0;
}

/* The words of the part that are kept. */
static inline uint32_t
byline_part_words(const BylineReader *reader)
{
	return reader->nwords < BYLINE_PART_WORDS ? reader->nwords : BYLINE_PART_WORDS;
}

/* The text from one word to another. */
static inline Str
byline_slice(const BylineReader *reader, const BylineToken *first, const BylineToken *last)
{
	return str_sub(reader->text, first->start, last->end - first->start);
}

/* Is one of the words of one of these classes? */
static inline bool
byline_any_is(const BylineToken *words, uint32_t count, uint32_t classes)
{
	for (uint32_t i = 0; i < count; i++)
		if (byline_is(&words[i], classes))
			return true;
	return false;
}

/* byline_part.c: adds the words from first to last as a name, if there is room. */
extern void byline_add_name(BylineReader *reader, const BylineToken *first, const BylineToken *last,
							BylineKind kind);

/* byline_part.c: notes that a cue stood before the names; weak: one that may be part of a name. */
extern void byline_note_cue(Byline *byline, bool weak);

/* byline_part.c: judges the words of the current part, and empties it. */
extern void byline_end_part(BylineReader *reader);

#endif
