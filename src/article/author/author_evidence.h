/*
 * author_evidence.h
 *	  The lists of authors that a page declares or prints, collected before one is chosen: each with
 *	  its names and its features.
 */
#ifndef ARTICLE_AUTHOR_EVIDENCE_H
#define ARTICLE_AUTHOR_EVIDENCE_H

#include "article/author/author.h"

/* What can be said of a list: bit numbers. */
typedef enum AuthorFeature
{
#define AUTHOR_FEATURE(name, weight, flat) AUTHOR_##name,
#include "article/author/author_feature_list.h"
#undef AUTHOR_FEATURE
	AUTHOR_FEATURE_COUNT
} AuthorFeature;

typedef struct AuthorFeatures
{
	uint64_t bits[3];
} AuthorFeatures;

_Static_assert(AUTHOR_FEATURE_COUNT <= 192, "a bit for each feature");

static inline void
author_note(AuthorFeatures *features, AuthorFeature feature)
{
	features->bits[feature / 64] |= UINT64_C(1) << feature % 64;
}

static inline void
author_note_if(AuthorFeatures *features, AuthorFeature feature, bool applies)
{
	features->bits[feature / 64] |= (uint64_t) applies << feature % 64;
}

static inline bool
author_noted(const AuthorFeatures *features, AuthorFeature feature)
{
	return (features->bits[feature / 64] >> feature % 64 & 1) != 0;
}

/* A list of the metadata: one for each source, in the order of author_declared.c. */
typedef struct AuthorDeclared
{
	AuthorList list;
	AuthorFeatures features;
	float score;
} AuthorDeclared;

/* A place of the page that reads like a byline. */
typedef struct AuthorPlace
{
	uint32_t block; /* the block that contains it, or in which it begins */
	uint32_t node;	/* the nodes of its text: [node, end) */
	uint32_t end;
	Str text;
	Byline byline;
	Str key; /* compare_key() of its first name */
	AuthorFeatures features;
	float score;
} AuthorPlace;

/* From this length on, a text contains more than names. */
#define AUTHOR_BIOGRAPHY_BYTES 120

/* Bytes of other text per name in a block that is nothing but a byline: "Propos recueillis par". */
#define AUTHOR_WHOLE_BYTES 24

/* Nodes of a place that are looked at for links: a hostile page can have millions in one block. */
#define AUTHOR_PLACE_NODES 300

/* Sources of metadata, and the dateline. */
#define AUTHOR_DECLARED_MAX 10

/* Places beyond these are those of a list of other articles. */
#define AUTHOR_PLACES_MAX 64

typedef struct AuthorEvidence
{
	Reader *reader;
	Site site;
	bool flat; /* text, or a page of bare lines: nearly all blocks have one parent */
	uint32_t ndeclared;
	AuthorDeclared *declared; /* AUTHOR_DECLARED_MAX */
	AuthorFeatures nobody;	  /* features of the page that speak for no author */
	float nobody_score;
	/* the printed page, once author_read_places() has read it */
	uint32_t first_block; /* the range of blocks that is searched */
	uint32_t end_block;
	uint32_t title; /* the block that prints the headline, or PAGE_NONE */
	uint32_t start; /* the first block of the body after the headline */
	uint32_t top;	/* the block of the headline, or the first of the body */
	uint32_t nplaces;
	AuthorPlace *places; /* AUTHOR_PLACES_MAX */
	AuthorStarts starts; /* last, and not initialized before */
} AuthorEvidence;

/* Returns the end of the nodes of a place that are looked at for links. */
static inline uint32_t
author_links_end(const AuthorPlace *place)
{
	return place->end - place->node > AUTHOR_PLACE_NODES ? place->node + AUTHOR_PLACE_NODES
														 : place->end;
}

/* author_declared.c: reads the metadata. */
extern void author_read_declared(AuthorEvidence *evidence);
/* author_search.c: finds the places of the page that read like bylines. */
extern void author_read_places(AuthorEvidence *evidence);
/* author_place.c: reads all blocks of the range except those in the middle of the body. */
extern void author_read_blocks(AuthorEvidence *evidence);

/*
 * Returns the byline of a line that is set in pieces and says the date beside it; data NULL if it
 * is no such line. author_piece.c
 */
extern Str author_piece(const Reader *reader, const Block *block);
/* Does it consist of names and little else? */
extern bool author_is_clean(const Byline *byline);
/* Does it name anybody of the kind? */
extern bool author_names(const Byline *byline, BylineKind kind);
/* Does it name a person or, after a cue, an agency? */
extern bool author_is_named(const Byline *byline);
extern bool author_is_house_line(const AuthorEvidence *evidence, uint32_t i, const Byline *byline,
								 bool marked);
extern bool author_has_full_name(const Byline *byline);
/* author_element.c: adds the elements marked as bylines. */
extern void author_read_elements(AuthorEvidence *evidence);
/* Adds a place with the features of how it was found.  Does nothing if there are too many. */
extern void author_add_place(AuthorEvidence *evidence, AuthorPlace *place);
/* author_position.c: adds the features of where a place is. */
extern void author_note_position(const AuthorEvidence *evidence, AuthorPlace *place);
/* Adds the features of what a place is part of. */
extern void author_note_surroundings(const AuthorEvidence *evidence, AuthorPlace *place);
/* Adds the features of how the places compare. */
extern void author_compare_places(AuthorEvidence *evidence);

/* author_beside.c: adds the features of the text beside a place. */
extern void author_note_beside(const AuthorEvidence *evidence, AuthorPlace *place);

/* author_person.c: adds the features of what else the page says of the person named first. */
extern void author_end_names(const AuthorEvidence *evidence, AuthorPlace *place);
extern void author_drop_doubtful(const AuthorEvidence *evidence, AuthorPlace *place);
extern void author_note_person(const AuthorEvidence *evidence, AuthorPlace *place);

/* author_score.c: scores all lists and the features of nobody. */
extern void author_score_all(AuthorEvidence *evidence);
/*
 * Returns the number of the best list: one of declared, or ndeclared plus the number of a place;
 * ndeclared + nplaces if there is none.
 */
extern uint32_t author_best(const AuthorEvidence *evidence);
/* Converts that probability to how often such a list is right, from 0 to 1. */
extern float author_calibrated(const AuthorEvidence *evidence, float probability);
/* How probable is it, from 0 to 1, that the authors are in the list? */
extern float author_probability(const AuthorEvidence *evidence, const AuthorList *list);

/* author_printed.c: gets the names of a place and of its neighbors; adds their links' addresses. */
extern void author_take_place(AuthorList *list, const AuthorEvidence *evidence, uint32_t i,
							  StrList *urls);

/* author.c: collects everything.  With all_places, reads the printed page in any case. */
extern void author_collect(AuthorEvidence *evidence, Reader *reader, bool all_places);

#endif
