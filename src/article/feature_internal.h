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

/* Siblings that look alike. */
typedef struct Twins
{
	uint64_t key; /* 0: free */
	uint32_t count;
} Twins;

/* Blocks that look alike. */
typedef struct Group
{
	uint64_t key; /* 0: free */
	Sums sums;
} Group;

/* What is known of a block before its row is asked for. Distances are cut at SINCE_LIMIT. */
#define SINCE_LIMIT 30

typedef struct BlockNotes
{
	TextStats stats;
	float like_title;
	float like_description;
	float like_declared;
	uint32_t group;		   /* its slot in groups */
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
	Sums *sums;			   /* a node */
	uint64_t *looks;	   /* a node: hash of its element and class, where it holds blocks */
	uint32_t *twin_of;	   /* a node: its slot in twins */
	Twins *twins;		   /* open addressing */
	uint32_t twin_mask;
	Group *groups; /* open addressing */
	uint32_t group_mask;
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

/* Fills all but the texts' own notes, which are set; false where the caller interrupted.
 * feature_tree.c */
extern bool read_surroundings(Features *features);

#endif
