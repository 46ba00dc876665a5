/*
 * date_evidence.h
 *	  What a page says of its dates, gathered before anybody judges: each mention with what speaks for
 *	  it (features), and the days they amount to.
 */
#ifndef ARTICLE_DATE_EVIDENCE_H
#define ARTICLE_DATE_EVIDENCE_H

#include "article/reader.h"

/* What can be said of a mention, or of the day it names: bits 0 … of a mask. */
typedef enum DateFeature
{
#define DATE_FEATURE(name, weight) DATE_##name,
#include "article/date/date_feature_list.h"
#undef DATE_FEATURE
	DATE_FEATURE_COUNT
} DateFeature;

#define DATE_BIT(name) (UINT64_C(1) << DATE_##name)

/* Mentions that declare the day of the article's publication. */
#define DATE_DECLARED                                                                              \
	(DATE_BIT(LD_PUBLISHED) | DATE_BIT(OG_PUBLISHED) | DATE_BIT(META_PUBLISHED) |                  \
	 DATE_BIT(ITEMPROP_NEAR))

/* How far the time of day of a source is trusted, against other sources of the same day. */
typedef enum DateTrust
{
	TRUST_NONE, /* its time is not believed where another says anything of the day */
	TRUST_PRINTED,
	TRUST_LD_OTHER,
	TRUST_TIME,
	TRUST_META,
	TRUST_ITEMPROP,
	TRUST_OPEN_GRAPH,
	TRUST_LD
} DateTrust;

typedef struct DateCandidate
{
	DateFields fields;
	Instant instant; /* known once it is resolved */
	DateRole role;
	uint64_t features;
	uint32_t node;		 /* where it stands, or PAGE_NONE: in the head, or the address */
	DateTrust trust;	 /* of its time of day: the greatest of the chosen day wins */
	int64_t written_day; /* days since 1970 as written, in the zone it names */
	int64_t local_day;	 /* the same in the page's zone */
} DateCandidate;

/* A calendar day, and all that speaks for it. */
typedef struct DateDay
{
	int64_t day; /* in the page's zone */
	uint64_t features;
	double score;
	uint32_t first; /* its first candidate */
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
	Reader *reader;
	DateHabits habits;
	bool thorough; /* read paragraphs to their end: for the list, not for the judgement */
	DateCandidate *items;
	uint32_t count;
	uint32_t size;
	uint32_t title; /* the block of the title, or the best guess at it */
	AddressDate url;
	AddressDate image; /* of the lead image */
} DateEvidence;

/* More mentions than this say no more. */
#define DATE_CANDIDATES_MAX 512

/* Adds a mention; NULL where there are too many already. */
extern DateCandidate *evidence_add(DateEvidence *evidence, const DateFields *fields, DateRole role,
								   uint64_t features, const char *source, Str raw);

/* date_candidate.c: all mentions of a page, resolved; impossible ones are left out. */
extern void evidence_read(DateEvidence *evidence, Reader *reader, bool thorough);
/* Does the page declare when it was published, so that what it says elsewhere adds nothing? */
extern bool evidence_declared(const DateEvidence *evidence);

/* date_declared.c: facts and <time> elements */
extern void declared_read(DateEvidence *evidence);
/* date_script.c: what scripts name the date of publication, where the page declares none */
extern void scripts_read(DateEvidence *evidence);
/* date_address.c: the address, and that of the lead image */
extern void addresses_read(DateEvidence *evidence);
/* The latest day in the address of any link or picture of the page; false where none holds one. */
extern bool addresses_latest(const DateEvidence *evidence, int64_t *seconds);
/* date_printed.c: the text of the blocks */
extern void printed_read(DateEvidence *evidence);

/* date_place.c: what the place of a node says: its distance from the title, what it is part of */
enum DatePlace
{
	PLACE_LINK = 1 << 0,
	PLACE_ASIDE = 1 << 1, /* navigation, related links, advertisements too */
	PLACE_COMMENT = 1 << 2,
	PLACE_FOOTER = 1 << 3,
	PLACE_OUTSIDE = PLACE_ASIDE | PLACE_COMMENT | PLACE_FOOTER,
	PLACE_DATE_CLASS = 1 << 4 /* its class or id speaks of a date */
};
extern uint32_t place_of_node(const DateEvidence *evidence, uint32_t node);
extern uint64_t block_position(const DateEvidence *evidence, uint32_t block);
extern bool near_title(const DateEvidence *evidence, uint32_t block);
extern uint64_t elsewhere(uint32_t place, bool near);
extern DateRole place_role(const DateEvidence *evidence, uint32_t node, uint32_t levels);
extern uint32_t block_of_node(const Blocks *blocks, uint32_t node);
extern uint32_t node_of_words(const DateEvidence *evidence, const Block *block, Str words);

/* date_choose.c: the days that the article may have been published on, scored */
extern DateDay *days_read(const DateEvidence *evidence, uint32_t *count);
extern bool same_day(const DateCandidate *a, const DateCandidate *b);

#endif
