/*
 * date_evidence.h
 *	  The dates that a page mentions, collected before any is chosen: each mention with its
 *	  features, and the days that they amount to.
 */
#ifndef ARTICLE_DATE_EVIDENCE_H
#define ARTICLE_DATE_EVIDENCE_H

#include "article/confidence.h"
#include "article/reader.h"

/* Properties of a mention, or of the day that it names: bit numbers of a mask. */
typedef enum DateFeature
{
#define DATE_FEATURE(name, weight, flat) DATE_##name,
#include "article/date/date_feature_list.h"
#undef DATE_FEATURE
	DATE_FEATURE_COUNT
} DateFeature;

#define DATE_BIT(name) (UINT64_C(1) << DATE_##name)

/* Mentions that declare the article's day of publication. */
#define DATE_DECLARED                                                                              \
	(DATE_BIT(LD_PUBLISHED) | DATE_BIT(OG_PUBLISHED) | DATE_BIT(META_PUBLISHED) |                  \
	 DATE_BIT(ITEMPROP_NEAR))

/* How far a source's time of day is trusted, compared with other sources for the same day. */
typedef enum DateTrust
{
	DATE_TRUST_NONE, /* its time is ignored if any other source mentions the day */
	DATE_TRUST_PRINTED,
	DATE_TRUST_LD_OTHER,
	DATE_TRUST_TIME,
	DATE_TRUST_META,
	DATE_TRUST_ITEMPROP,
	DATE_TRUST_OPEN_GRAPH,
	DATE_TRUST_LD
} DateTrust;

typedef struct DateCandidate
{
	DateFields fields;
	Instant instant; /* set when it is resolved */
	DateRole role;
	uint64_t features;
	uint32_t node;		 /* its node; PAGE_NONE: in the head or an address */
	uint32_t stamp;		 /* the block that prints it and little else, or PAGE_NONE */
	bool ruled;			 /* a rule of the site finds it */
	DateTrust trust;	 /* in its time of day: the greatest of the chosen day wins */
	int64_t written_day; /* days since 1970 as written, in the zone that it names */
	int64_t local_day;	 /* likewise, in the page's zone */
} DateCandidate;

/* A calendar day and its evidence. */
typedef struct DateDay
{
	int64_t day; /* in the page's zone */
	uint64_t features;
	double score;
	uint32_t first; /* index of its first candidate */
	bool ahead;		/* all mentions of it are on the page above the title */
} DateDay;

/* The date that an address names. */
typedef struct AddressDate
{
	int32_t year; /* 0: none */
	int32_t month;
	int32_t day; /* 0: only the month */
} AddressDate;

typedef struct DateEvidence
{
	const Reader *reader;
	DateHabits habits;
	bool thorough; /* read paragraphs to their end: for the list of dates only */
	DateCandidate *items;
	uint32_t count;
	uint32_t size;
	uint32_t title; /* the block of the title, or the best guess */
	AddressDate url;
	AddressDate image; /* of the lead image */
} DateEvidence;

/* A page with more mentions than this is a list; the rest is not read. */
#define DATE_CANDIDATES_MAX 512

/* date_evidence.c: adds a mention. Returns NULL if there are DATE_CANDIDATES_MAX already. */
extern DateCandidate *evidence_add(DateEvidence *evidence, const DateFields *fields, DateRole role,
								   uint64_t features, const char *source, Str raw);

/*
 * date_evidence.c: does an element around this node hold the title or the body? Then it is the
 * article, whatever its name.
 */
extern bool holds_article(const DateEvidence *evidence, uint32_t element, uint32_t node);

/* Collects and resolves all mentions of a page; leaves out impossible ones. date_candidate.c */
extern void evidence_read(DateEvidence *evidence, const Reader *reader, bool thorough);
/* Does the page declare when it was published, so that its other mentions add nothing? */
extern bool evidence_declared(const DateEvidence *evidence);

/* Reads facts and <time> elements. date_declared.c */
extern void declared_read(DateEvidence *evidence);
/* Reads what scripts call the date of publication, if the page declares none. date_script.c */
extern void scripts_read(DateEvidence *evidence);
/* Reads the page's address and the lead image's. date_address.c */
extern void addresses_read(DateEvidence *evidence);
/*
 * The latest day in the address of any link or image of the page. Returns false if there is none.
 */
extern bool addresses_latest(const DateEvidence *evidence, int64_t *seconds);
/* Reads what the site's rules find; gets the first that is the article's, or NULL. date_rule.c */
extern void ruled_read(DateEvidence *evidence);
extern const DateCandidate *ruled_date(const DateEvidence *evidence);
/* Its instant; the zone, if it has none, may come from another mention of the same time. */
extern Instant ruled_instant(const DateEvidence *evidence, const DateCandidate *ruled);
/* Reads the text of the blocks. date_printed.c */
extern void printed_read(DateEvidence *evidence);

/* What the place of a node says: its distance from the title, what it is part of. date_place.c */
enum DatePlace
{
	DATE_PLACE_LINK = 1 << 0,
	DATE_PLACE_ASIDE = 1 << 1, /* navigation, related links, advertisements too */
	DATE_PLACE_COMMENT = 1 << 2,
	DATE_PLACE_FOOTER = 1 << 3,
	DATE_PLACE_OUTSIDE = DATE_PLACE_ASIDE | DATE_PLACE_COMMENT | DATE_PLACE_FOOTER,
	DATE_PLACE_DATE_CLASS = 1 << 4, /* its class or id names a date */
	DATE_PLACE_TEASER = 1 << 5		/* beside a link to another page; date_teaser.c */
};
extern uint32_t place_of_node(const DateEvidence *evidence, uint32_t node);
extern uint64_t block_position(const DateEvidence *evidence, uint32_t block);
extern bool near_title(const DateEvidence *evidence, uint32_t block);
extern uint64_t elsewhere(uint32_t place, bool near);
extern DateRole place_role(const DateEvidence *evidence, uint32_t node, uint32_t levels);
extern uint32_t block_of_node(const Blocks *blocks, uint32_t node);
extern uint32_t node_of_words(const DateEvidence *evidence, const Block *block, Str words);

/* Does the container of this node link to another article, which the node dates? date_teaser.c */
extern bool in_teaser(const DateEvidence *evidence, uint32_t node);

/* The days on which the article may have been published, with scores. date_choose.c */
extern DateDay *days_read(const DateEvidence *evidence, uint32_t *count);
extern bool same_day(const DateCandidate *a, const DateCandidate *b);

/* A page that declares nothing at all: bare paragraphs, or text without a tag. */
extern bool evidence_flat(const DateEvidence *evidence);

/* Made by tools/train_dates.py: how sure a day is, on ordinary pages and on flat ones. */
extern const Confidence date_confidence;
extern const Confidence date_flat_confidence;

#endif
