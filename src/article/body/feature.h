/*
 * feature.h
 *	  Blocks as numbers: the inputs of the body model. Page, facts, language and title must have
 *	  been read.
 */
#ifndef ARTICLE_FEATURE_H
#define ARTICLE_FEATURE_H

#include "article/reader.h"
#include "article/cue/cue.h"

enum FeatureId
{
#define FEATURE(name) FEATURE_##name,
#include "article/body/feature_list.h"
#undef FEATURE
	FEATURE_CLASS,										 /* distance to each class cue */
	FEATURE_PHRASE = FEATURE_CLASS + CLASS_CUE_COUNT,	 /* contains each phrase cue */
	FEATURE_OPENING = FEATURE_PHRASE + PHRASE_CUE_COUNT, /* begins with each phrase cue */
	FEATURE_SINCE = FEATURE_OPENING + PHRASE_CUE_COUNT, /* blocks since a short one began with it */
	FEATURE_COUNT = FEATURE_SINCE + PHRASE_CUE_COUNT
};

#define FEATURE_FAR 9.0f

typedef struct Features Features;

/*
 * What the windows of a page share. A page is read in windows of at most this many blocks; none of
 * 1533 news pages has more.
 */
#define FEATURES_WINDOW 3072

typedef struct FeatureBase
{
	const char **excluded; /* per block: why it is not read, or NULL */
	uint32_t *holder_of;   /* per node: see feature_internal.h; zero while no features are open */
	bool marks_body;	   /* an itemprop of the page names articleBody */
} FeatureBase;

/* Allocated in the arena. */
extern FeatureBase *features_base(const Reader *reader, Arena *arena);

/*
 * Computes what the rows of a window need. The window begins at block "from" and is read as if
 * there were no other blocks; they are counted from 0 within it. Only one window is open at a time.
 * Allocates in the arena. Returns NULL if the caller interrupted.
 */
extern Features *features_open(const Reader *reader, Arena *arena, const FeatureBase *base,
							   uint32_t from);
extern void features_close(Features *features);
extern uint32_t features_count(const Features *features);

/* Fills the FEATURE_COUNT values of one block. */
extern void features_row(const Features *features, uint32_t i, float *row);

/* Why a block is not read at all, for people; NULL if it is. */
extern const char *features_excluded(const Features *features, uint32_t i);

/* Is the block running text? */
extern bool features_prose(const Features *features, uint32_t i);

/* Blocks that look alike share a group: a number below features_group_count. */
extern uint32_t features_group(const Features *features, uint32_t i);
extern uint32_t features_group_count(const Features *features);

/*
 * The number of an element that holds blocks, below features_holder_count; 0 for any other element.
 */
extern uint32_t features_holder(const Features *features, uint32_t node);
extern uint32_t features_holder_count(const Features *features);

/*
 * Writes the name of a feature to "name", at most "size" bytes: "link_density", "class_NAV",
 * "opens_RELATED".
 */
extern void feature_name(int feature, char *name, size_t size);

#endif
