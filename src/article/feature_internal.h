/*
 * feature_internal.h
 *	  What the passes of feature.c and feature_tree.c share.
 */
#ifndef ARTICLE_FEATURE_INTERNAL_H
#define ARTICLE_FEATURE_INTERNAL_H

#include "article/feature.h"
#include "article/feature_text.h"
#include "article/shingle.h"

/* What an element holds, descendants included. */
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

/* What is known of a block before its row is asked for. Distances are cut at SINCE_LIMIT. */
#define SINCE_LIMIT 30

typedef struct BlockNotes
{
	TextStats stats;
	float like_title;
	float like_description;
	float like_declared;
	uint32_t group;		   /* blocks that look alike share one */
	uint32_t prose_before; /* characters of running text before it */
	uint16_t repeats;	   /* times its text stands on the page */
	bool prose;
	uint8_t since_prose;
	uint8_t until_prose;
	uint8_t since_heading;
	uint8_t since[PHRASE_CUE_COUNT]; /* a short block that begins with the cue */
} BlockNotes;

struct Features
{
	Reader *reader;
	const Page *page;
	BlockNotes *notes;	   /* a block */
	const char **excluded; /* a block: why it is not read, or NULL */
	uint32_t *holder_of;   /* a node: its place in holders */
	Holder *holders;	   /* in the order of the nodes; the first stands for all that hold none */
	uint32_t nholders;
	Sums *groups;
	uint32_t ngroups;
	uint32_t main;		 /* the element that holds most running text */
	uint32_t title_node; /* that of the headline, or PAGE_NONE */
	Sums total;
	bool marks_body;	 /* an itemprop of the page says articleBody */
	ShingleSet title;
	uint32_t title_length; /* in bytes */
	ShingleSet description;
	uint32_t description_length;
	ShingleSet declared;
};

static inline Holder *
holder_at(const Features *features, uint32_t node)
{
	return &features->holders[features->holder_of[node]];
}

/* Fills all but the texts' own notes, which are set; false where the caller interrupted.
 * feature_tree.c */
extern bool read_surroundings(Features *features);

#endif
