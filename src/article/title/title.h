/*
 * title.h
 *	  The candidates for a page's headline, the evidence for each, and the weights that decide.
 *
 * A candidate is a text with all the places that state it: two texts that differ only in case,
 * quotes or spaces are one candidate.
 */
#ifndef ARTICLE_TITLE_H
#define ARTICLE_TITLE_H

#include "article/confidence.h"
#include "article/reader.h"
#include "text/compare.h"
#include "article/declared/site.h"

typedef enum TitleSource
{
	TITLE_H1,
	TITLE_PART,	   /* an element within a heading that contains several */
	TITLE_HEADING, /* another heading, or a block whose class says title */
	TITLE_OPEN_GRAPH,
	TITLE_JSON_LD,
	TITLE_JSON_LD_OTHER,
	TITLE_TWITTER,
	TITLE_MICRODATA,
	TITLE_META, /* Dublin Core, analytics and plain <meta> names */
	TITLE_HTML, /* <title> */
	TITLE_SOURCE_COUNT
} TitleSource;

/* Evidence for or against a candidate: 0 or 1, or a fraction. */
#define TITLE_FEATURES(X)                                                                          \
	X(h1)		 /* an <h1> says it … */                                                         \
	X(h1_first)	 /* … the first of the page */                                                   \
	X(h1_marked) /* … whose class or itemprop says headline */                                   \
	X(h1_linked) /* … that is a link to the home page or to another article */                   \
	X(h1_trail)	 /* … in a list or navigation: the last item of a breadcrumb trail */            \
	X(h1_in_article)                                                                               \
	X(h1_part)                                                                                     \
	X(h1_rest) /* an <h1> without an element that opens or ends it */                              \
	X(heading)                                                                                     \
	X(heading_part)                                                                                \
	X(heading_rest)                                                                                \
	X(heading_marked)                                                                              \
	X(heading_low)	/* … of the fourth level or below */                                         \
	X(heading_twin) /* … like another heading in level and class: it heads a box or a teaser */  \
	X(open_graph)                                                                                  \
	X(json_ld)                                                                                     \
	X(json_ld_other)                                                                               \
	X(twitter)                                                                                     \
	X(microdata)                                                                                   \
	X(meta)                                                                                        \
	X(html)                                                                                        \
	X(cut_declared)	   /* metadata state it with the site's name before or after it */             \
	X(cut_html)		   /* <title> does */                                                          \
	X(cut_section)	   /* <title> without its short last segments: the section, the site */        \
	X(html_segment)	   /* it is one or more segments of <title> */                                 \
	X(holds_site)	   /* one of its segments is the site's name */                                \
	X(is_site)		   /* it is the site's name */                                                 \
	X(like_h1)		   /* its similarity to the most similar <h1> */                               \
	X(like_declared)   /* … to the most similar metadata */                                      \
	X(like_html)	   /* … to <title> */                                                        \
	X(holds_other)	   /* it contains another candidate */                                         \
	X(part_of_heading) /* it is part of another heading: a kicker precedes it */                   \
	X(part_of_other)   /* it is part of another candidate */                                       \
	X(ends_other)	   /* another candidate ends with it */                                        \
	X(kicker_on)   /* it begins with a kicker that a heading sets apart from another candidate */  \
	X(cut_short)   /* it ends in an ellipsis, and a longer candidate begins with it */             \
	X(few_words)   /* one or two words */                                                          \
	X(some_words)  /* three or four */                                                             \
	X(in_segments) /* a dash or a bar separates two parts of it */                                 \
	X(in_address)  /* fraction of its words that are in the page's address */                      \
	X(in_text)	   /* … that are in the running text */                                          \
	X(unprinted)   /* neither a heading nor a part of one says it */                               \
	X(declared_printed)	  /* one does, and metadata, too */                                        \
	X(declared_unprinted) /* Open Graph or JSON-LD state it, but no whole heading */               \
	X(open_graph_printed)                                                                          \
	X(only_json_ld)	   /* stated by only one of <h1>, Open Graph and JSON-LD */                    \
	X(only_h1)		   /* not stated by metadata */                                                \
	X(three_sources)   /* stated by three of <h1>, Open Graph, JSON-LD and <title> */              \
	X(only_h1_like)	   /* stated by <h1> alone: its similarity to the most similar metadata */     \
	X(h1_like)		   /* stated by <h1>, others or not: the same */                               \
	X(open_graph_like) /* stated by Open Graph: its similarity to the most similar <h1> */         \
	X(json_ld_like)	   /* likewise by JSON-LD */                                                   \
	X(only_part)	   /* printed as a part of a heading only */                                   \
	X(heading_for_h1)  /* a heading of a page without <h1> */                                      \
	X(cut_printed)	   /* a heading prints it, and Open Graph or what was cut states it … */     \
	X(cut_and_json_ld) /* … JSON-LD, too */                                                      \
	X(open_graph_and_twitter)                                                                      \
	X(json_ld_and_html) /* or a segment of <title> */                                              \
	X(length)			/* relative to that of the longest candidate */                            \
	X(sources)			/* fraction of the kinds of sources that state it */

typedef enum TitleFeature
{
#define X(name) TITLE_FEATURE_##name,
	TITLE_FEATURES(X)
#undef X
		TITLE_FEATURE_COUNT
} TitleFeature;

typedef struct TitleCandidate
{
	Str text; /* from the first source that states it; sources are read in the order of the enum */
	Str key;  /* compare_key() of it */
	uint32_t sources; /* a bit per TitleSource */
	uint32_t node;	  /* the node that shows it, or PAGE_NONE */
	bool glued;		  /* a kicker and a headline separated by nothing but a space */
	float features[TITLE_FEATURE_COUNT];
} TitleCandidate;

#define TITLE_MAX_CANDIDATES 40

/*
 * Limit for a headline including the white space of the source, which indents every line of a
 * multi-line <h1>.
 */
#define TITLE_MAX_SOURCE_BYTES 4000

typedef struct TitleCandidates
{
	TitleCandidate items[TITLE_MAX_CANDIDATES];
	uint32_t count;
} TitleCandidates;

/*
 * title_candidate.c: collects the candidates and fills in their features.  Adds the text of an <h1>
 * that links to the home page to the names of the site.
 */
extern void title_candidates(TitleCandidates *candidates, Reader *reader, Site *site);

/* title_list.c: returns the candidate with this key, or NULL. */
extern TitleCandidate *title_find_candidate(TitleCandidates *candidates, Str key);

/*
 * title_feature.c: fills in the features that need all candidates or none; html_key is the key of
 * <title>.
 */
extern void title_fill_features(TitleCandidates *candidates, const Reader *reader, const Site *site,
								Str html_key);

/*
 * Returns the similarity of a key to the most similar candidate from these sources, other than
 * itself. If that is less than "least", returns any smaller number.
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

/* Finds where a title splits into segments (" - ", " | ", " : " …); returns the number of cuts. */
extern uint32_t title_cuts(Str title, TitleCut *cuts);

/* Is the text one segment of the title, or all of them from one on? */
extern bool title_has_segment(Str title, Str text, Arena *arena);

/* Can this character separate two segments? */
extern bool title_separates(uint32_t c);

/*
 * Returns the title without the segments at its ends that name the site; the unchanged title if
 * there are none.
 */
extern Str title_without_site(Str title, const Site *site, Arena *arena);

/* Returns the segment at either end of a title that names the site; data NULL if there is none. */
extern Str title_site(Str title, const Site *site, Arena *arena);

/* title_heading.c. The text of an element in one line; empty if it is too long for a title. */
extern Str title_node_text(const Reader *reader, uint32_t node);
/* Likewise of a heading, with the spaces of its block where style sheets set its parts apart. */
extern Str title_heading_text(const Reader *reader, uint32_t node);

/* title_text.c. A block of at least this many characters is a paragraph. */
#define TITLE_PARAGRAPH_CHARS 120
/* Most blocks that are read for the start of the running text. */
#define TITLE_BLOCKS_READ 2000

/*
 * Returns the first block of the run of paragraphs with the most text; the number of blocks if
 * none.
 */
extern uint32_t title_text_start(const Blocks *blocks);

/* The words of a text, as bits by their hashes: of 400 words, 1 in 80 others seems to be in it. */
#define TITLE_WORD_BITS 32768

typedef struct TitleWords
{
	uint64_t bits[TITLE_WORD_BITS / 64];
} TitleWords;

/* Sets the words of the first paragraphs from block start on. */
extern void title_text_words(TitleWords *set, const Reader *reader, uint32_t start);

/*
 * Returns the fraction of a key's words of at least four bytes that are in the set, and sets *words
 * to their number.
 */
extern float title_share_in_text(Str key, const TitleWords *set, uint32_t *words);

/* The same for the words of another key. */
extern float title_share_of_words(Str key, Str other, uint32_t *words);

/* title_model_gen.c: made by tools/train_title.py. */
extern const float title_weights[TITLE_FEATURE_COUNT];
extern const Confidence title_confidence;

#endif
