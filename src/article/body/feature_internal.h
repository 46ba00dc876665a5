/*
 * feature_internal.h
 *	  What the passes of feature.c and feature_tree.c share.
 */
#ifndef ARTICLE_FEATURE_INTERNAL_H
#define ARTICLE_FEATURE_INTERNAL_H

#include <math.h>

#include "article/body/feature.h"
#include "text/feature_text.h"
#include "text/shingle.h"

/* Totals of an element, descendants included. */
typedef struct Sums
{
	uint32_t chars;
	uint32_t links;
	uint32_t prose; /* characters of running text */
	uint32_t blocks;
} Sums;

/* An element that holds blocks. */
typedef struct Holder
{
	Sums sums;
	uint64_t look;	/* hash of its element and class */
	uint32_t twins; /* siblings that look like it, and itself */
} Holder;

/* What is known of a block before its row is asked for. Distances are at most SINCE_LIMIT. */
#define SINCE_LIMIT 30

typedef struct BlockNotes
{
	TextStats stats;
	float like_title;
	float like_description;
	float like_declared;
	uint32_t group;		   /* blocks that look alike share one */
	uint32_t prose_before; /* characters of running text before it */
	uint16_t repeats;	   /* how often its text occurs on the page */
	bool prose;
	uint8_t since_prose;
	uint8_t until_prose;
	uint8_t since_heading;
	uint8_t since[PHRASE_CUE_COUNT]; /* blocks since a short one that begins with the cue */
} BlockNotes;

/*
 * Features that say how far up something is, in the order in which they are stored: by tag, then by
 * class cue.
 */
#define PLACE_UP_CLASS (FEATURE_in_paragraph - FEATURE_in_article + 1)
#define PLACE_UP_COUNT (PLACE_UP_CLASS + CLASS_CUE_COUNT)
#define PLACE_FAR 9 /* FEATURE_FAR */

/* The values that an element gives to the rows of the blocks inside it. */
typedef struct Place
{
	uint32_t node; /* or PAGE_NONE */
	uint8_t up[PLACE_UP_COUNT];
	uint8_t main; /* distance to the main element */
	uint8_t article_body;
	float prose;
	float links;
	float blocks;
	float share;
	float twins;
} Place;

/* Logarithms of counts below this are precomputed: most are small. */
#define FEATURE_LOGS 256

struct Features
{
	const Reader *reader;
	Arena *arena;  /* where all of this is */
	Blocks blocks; /* those of the window */
	const FeatureBase *base;
	const Page *page;
	BlockNotes *notes;		/* per block */
	const char **excluded;	/* per block: why it is not read, or NULL */
	Holder *holders;		/* in node order; entry 0 is for all nodes that hold no blocks */
	uint32_t *holder_nodes; /* node of each holder: the inverse of base->holder_of */
	uint32_t nholders;
	Sums *groups;
	uint32_t ngroups;
	Place *places;		 /* per depth */
	uint32_t main;		 /* the element with most of the running text */
	uint32_t title_node; /* the headline's, or PAGE_NONE */
	int64_t title_at;	 /* its block, relative to the window's first */
	Sums total;
	ShingleSet title;
	uint32_t title_length; /* in bytes */
	ShingleSet description;
	uint32_t description_length;
	ShingleSet declared;
	float logs[FEATURE_LOGS];
};

static inline Holder *
holder_at(const Features *features, uint32_t node)
{
	return &features->holders[features->base->holder_of[node]];
}

/* The logarithm of 1 + n. */
static inline float
features_log(const Features *features, uint32_t n)
{
	return n < FEATURE_LOGS ? features->logs[n] : logf(1.0f + (float) n);
}

static inline float
features_share(uint32_t part, uint32_t whole)
{
	return whole ? (float) part / (float) whole : 0;
}

/*
 * Fills all notes except those on texts, which are set already. Returns false if the caller
 * interrupted. feature_tree.c
 */
extern bool read_surroundings(Features *features);

/* The features that come from the elements around a block. feature_place.c */
/* Does any element declare that it holds the text of the article? */
extern bool places_mark_body(const Page *page);
extern void places_open(Features *features);
extern void places_row(const Features *features, uint32_t node, float *row);

#endif
