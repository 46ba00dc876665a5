/*
 * title.h
 *	  The candidates for a page's headline, what speaks for each, and the weights that decide.
 *
 * A candidate is a text, with all the places that state it: two texts that differ only in case, quotes or
 * spaces are one candidate.
 */
#ifndef ARTICLE_TITLE_H
#define ARTICLE_TITLE_H

#include "article/reader.h"
#include "text/compare.h"
#include "article/declared/site.h"

typedef enum TitleSource
{
	TITLE_H1,
	TITLE_PART,	   /* an element inside a heading that holds several */
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
	X(h1_marked) /* … whose class or itemprop says headline */                                   \
	X(h1_linked) /* … that is a link: to the home page, or to another article */                 \
	X(h1_trail)	 /* … in a list or a navigation: the last crumb of a trail */                    \
	X(h1_in_article)                                                                               \
	X(h1_part)                                                                                     \
	X(h1_rest) /* an <h1> less an element that opens or ends it */                                 \
	X(heading)                                                                                     \
	X(heading_part)                                                                                \
	X(heading_rest)                                                                                \
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
	X(like_h1)		   /* how alike it is to the <h1> that is most alike */                        \
	X(like_declared)   /* … to the metadata most alike */                                        \
	X(like_html)	   /* … to <title> */                                                        \
	X(holds_other)	   /* another candidate is part of it */                                       \
	X(part_of_heading) /* it is part of another heading: a kicker stands before it */              \
	X(part_of_other)   /* it is part of another candidate */                                       \
	X(ends_other)	   /* another ends with it */                                                  \
	X(kicker_on)  /* it begins with words that a heading parts from the rest, which another is */  \
	X(cut_short)  /* it ends in an ellipsis, and a longer one begins alike */                      \
	X(few_words)  /* one or two words */                                                           \
	X(in_address) /* share of its words that the page's address holds */                           \
	X(open_graph_and_json_ld)                                                                      \
	X(unprinted)		  /* no heading, nor a part of one, says it */                             \
	X(declared_printed)	  /* one does, and metadata too */                                         \
	X(declared_unprinted) /* Open Graph or JSON-LD say it, and no whole heading */                 \
	X(open_graph_printed)                                                                          \
	X(json_ld_printed)                                                                             \
	X(only_json_ld)	 /* of <h1>, Open Graph and JSON-LD */                                         \
	X(only_h1)		 /* no metadata say it */                                                      \
	X(three_sources) /* of <h1>, Open Graph, JSON-LD and <title> */                                \
	X(length)		 /* over that of the longest candidate */                                      \
	X(sources)		 /* share of the kinds of source that say it */

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
	bool glued;		  /* a kicker and a headline with nothing but a space between them */
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

/* title_candidate.c: gathers the candidates and fills their features; the site gets the name of an <h1> that leads home. */
extern void title_candidates(TitleCandidates *candidates, Reader *reader, Site *site);

/* The candidate with this key; NULL where there is none. */
extern TitleCandidate *title_find_candidate(TitleCandidates *candidates, Str key);

/* title_feature.c: fills the features that need all candidates, or none; html_key is that of <title>. */
extern void title_fill_features(TitleCandidates *candidates, const Reader *reader, const Site *site,
								Str html_key);

/*
 * How alike a key is to the candidate of these sources that is most alike, itself left out; where that is less than
 * "least", a smaller number.
 */
extern float title_most_alike(const TitleCandidates *candidates, ComparePairs *pairs,
							  uint32_t sources, float least);

/* title_cut.c */
typedef struct TitleCut
{
	uint32_t start; /* of the separator, spaces included */
	uint32_t end;
} TitleCut;

#define TITLE_MAX_CUTS 12

/* Where a title falls into segments: " - ", " | ", " : " …; returns how many places there are. */
extern uint32_t title_cuts(Str title, TitleCut *cuts);

/* True where a character may part two segments. */
extern bool title_separates(uint32_t c);

/* The title without the segments at its ends that name the site; the title itself where there are none. */
extern Str title_without_site(Str title, const Site *site, Arena *arena);

/* The segment at either end of a title that names the site; data NULL where there is none. */
extern Str title_site(Str title, const Site *site, Arena *arena);

/* title_plain.c: the headline of a page without a tag; block is the one that holds it, or PAGE_NONE. */
extern Str title_of_plain_text(const Reader *reader, uint32_t *block);

/* title_model_gen.c: made by tools/train_title.py. */
extern const float title_weights[TITLE_FEATURE_COUNT];

#endif
