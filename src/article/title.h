/*
 * title.h
 *	  The candidates for a page's headline, what speaks for each, and the weights that decide.
 *
 * A candidate is a text, with all the places that state it: two texts that differ only in case, quotes or
 * spaces are one candidate.
 */
#ifndef ARTICLE_TITLE_H
#define ARTICLE_TITLE_H

#include "article/article.h"
#include "article/site.h"

typedef enum TitleSource
{
	TITLE_H1,
	TITLE_H1_PART, /* an element inside an <h1> that holds several */
	TITLE_HEADING, /* another heading, or a block whose class says title */
	TITLE_OPEN_GRAPH,
	TITLE_JSON_LD,
	TITLE_JSON_LD_OTHER,
	TITLE_TWITTER,
	TITLE_MICRODATA,
	TITLE_META, /* Dublin Core, analytics and plain metas */
	TITLE_HTML, /* <title> */
	TITLE_SOURCE_COUNT
} TitleSource;

/* What speaks for or against a candidate: 0 or 1, or a share. */
#define TITLE_FEATURES(X)                                                                          \
	X(h1)		 /* an <h1> says it … */                                                         \
	X(h1_first)	 /* … the first of the page */                                                   \
	X(h1_only)	 /* … the only one */                                                            \
	X(h1_marked) /* … whose class or itemprop says headline */                                   \
	X(h1_linked) /* … that is a link: to the home page, or to another article */                 \
	X(h1_trail)	 /* … in a list or a navigation: the last crumb of a trail */                    \
	X(h1_part)                                                                                     \
	X(heading)                                                                                     \
	X(heading_marked)                                                                              \
	X(open_graph)                                                                                  \
	X(json_ld)                                                                                     \
	X(json_ld_other)                                                                               \
	X(twitter)                                                                                     \
	X(microdata)                                                                                   \
	X(meta)                                                                                        \
	X(html)                                                                                        \
	X(cut_declared)	   /* metadata say it with the site's name behind or before it */              \
	X(cut_html)		   /* <title> does */                                                          \
	X(cut_blind)	   /* <title> less its last segment, which nothing shows to be the site */     \
	X(html_segment)	   /* it is a segment, or several, of <title> */                               \
	X(holds_site)	   /* a segment of it is the name of the site */                               \
	X(is_site)		   /* it is the name of the site */                                            \
	X(is_section)	   /* it is the rubric, or a breadcrumb */                                     \
	X(like_h1)		   /* how alike it is to the <h1> that is most alike */                        \
	X(like_declared)   /* … to the metadata most alike */                                        \
	X(like_html)	   /* … to <title> */                                                        \
	X(holds_other)	   /* another candidate is part of it */                                       \
	X(part_of_h1)	   /* it is part of an <h1> */                                                 \
	X(part_of_heading) /* it is part of another heading: a kicker stands before it */              \
	X(part_of_other)   /* it is part of another candidate */                                       \
	X(cut_short)	   /* it ends in an ellipsis, and a longer one begins alike */                 \
	X(few_words)	   /* one or two words */                                                      \
	X(many_words)	   /* more than 25 */                                                          \
	X(sources)		   /* share of the kinds of source that say it */

typedef enum TitleFeature
{
#define X(name) TITLE_FEATURE_##name,
	TITLE_FEATURES(X)
#undef X
		TITLE_FEATURE_COUNT
} TitleFeature;

typedef struct TitleCandidate
{
	Str text; /* of the first source that states it; sources are read in the order of the enum */
	Str key;  /* compare_key() of it */
	uint32_t sources; /* bits of TitleSource */
	uint32_t node;	  /* the node that prints it, or PAGE_NONE */
	float features[TITLE_FEATURE_COUNT];
} TitleCandidate;

#define TITLE_MAX_CANDIDATES 40

/* A headline with the white space of the source, which indents every line of an <h1> that holds several. */
#define TITLE_MAX_SOURCE_BYTES 4000

typedef struct TitleCandidates
{
	TitleCandidate items[TITLE_MAX_CANDIDATES];
	uint32_t count;
} TitleCandidates;

/* title_candidate.c: gathers the candidates and fills their features. */
extern void title_candidates(TitleCandidates *candidates, Reader *reader, const Site *site);

/* title_cut.c */
typedef struct TitleCut
{
	uint32_t start; /* of the separator, spaces included */
	uint32_t end;
} TitleCut;

#define TITLE_MAX_CUTS 12

/* Where a title falls into segments: " - ", " | ", " : " …; returns how many places there are. */
extern uint32_t title_cuts(Str title, TitleCut *cuts);

/* The title without the segments at its ends that name the site; the title itself where there are none. */
extern Str title_without_site(Str title, const Site *site, Arena *arena);

/* The segment at either end of a title that names the site; data NULL where there is none. */
extern Str title_site(Str title, const Site *site, Arena *arena);

/* title_plain.c: the headline of a page without a tag; block is the one that holds it, or PAGE_NONE. */
extern Str title_of_plain_text(const Reader *reader, uint32_t *block);

/* title_model_table.c: made by tools/train_title.py. */
extern const float title_weights[TITLE_FEATURE_COUNT];

#endif
