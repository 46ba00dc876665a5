/*
 * feature.h
 *	  Blocks as numbers: what the body model is told.  Page, facts, language and title must have been read.
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
	FEATURE_PHRASE = FEATURE_CLASS + CLASS_CUE_COUNT,	 /* holds each phrase cue */
	FEATURE_OPENING = FEATURE_PHRASE + PHRASE_CUE_COUNT, /* begins with it */
	FEATURE_SINCE = FEATURE_OPENING + PHRASE_CUE_COUNT, /* blocks since a short one began with it */
	FEATURE_COUNT = FEATURE_SINCE + PHRASE_CUE_COUNT
};

#define FEATURE_FAR 9.0f

typedef struct Features Features;

/* What the windows of a page share: it is read at most so many blocks at a time.  Of 1533 news pages none has as many. */
#define FEATURES_WINDOW 3072

typedef struct FeatureBase
{
	const char **excluded; /* a block: why it is not read, or NULL */
	uint32_t *holder_of;   /* a node: see feature_internal.h; zero while no features are open */
	bool marks_body;	   /* an itemprop of the page says articleBody */
} FeatureBase;

/* In the reader's arena. */
extern FeatureBase *features_base(Reader *reader);

/*
 * Reads what the rows of the blocks need that stand from "from" on, as far as the window reaches, as if there were no others; NULL where
 * the caller interrupted.  One at a time is open.  Blocks are counted from 0 within the window.  In the reader's arena, too.
 */
extern Features *features_open(Reader *reader, const FeatureBase *base, uint32_t from);
extern void features_close(Features *features);
extern uint32_t features_count(const Features *features);

/* The FEATURE_COUNT values of one block. */
extern void features_row(const Features *features, uint32_t i, float *row);

/* Why a block is not read at all, for people; NULL where it is. */
extern const char *features_excluded(const Features *features, uint32_t i);

/* Blocks that look alike share a group, a number below the group count. */
extern uint32_t features_group(const Features *features, uint32_t i);
extern uint32_t features_group_count(const Features *features);

/* The number of an element that holds blocks, below the holder count; 0 for one that does not. */
extern uint32_t features_holder(const Features *features, uint32_t node);
extern uint32_t features_holder_count(const Features *features);

/* The name of a feature: "link_density", "class_NAV", "opens_RELATED". Written to name, at most size bytes. */
extern void feature_name(int feature, char *name, size_t size);

#endif
