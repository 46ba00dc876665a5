/*
 * title_line.h
 *	  The headline of a page without headings and metadata: bare paragraphs, or text without a tag.
 *
 * The candidates are lines near the start of the running text. What they look like, what stands
 * around them and where their words occur again decides, by learned weights. Choosing no line
 * scores
 * 0.
 */
#ifndef ARTICLE_TITLE_LINE_H
#define ARTICLE_TITLE_LINE_H

#include "article/confidence.h"
#include "article/reader.h"

/* Evidence for or against a line: 0 or 1, or a fraction. */
#define TITLE_LINE_FEATURES(X)                                                                     \
	X(any)		/* 1 for every line; no line at all scores 0 */                                    \
	X(before_1) /* it is the last line before the running text … */                              \
	X(before_2) /* … the second last */                                                          \
	X(before_3)                                                                                    \
	X(before_4)                                                                                    \
	X(before_few) /* … 5 to 8 lines before it */                                                 \
	X(before_far)                                                                                  \
	X(within) /* it is in the running text */                                                      \
	X(first)  /* the first line of the page */                                                     \
	X(second)                                                                                      \
	X(cut)	   /* the first line without the last of its segments */                               \
	X(cuts)	   /* it has segments: "Headline - Site" */                                            \
	X(words_2) /* it has one or two words … */                                                   \
	X(words_4) /* … up to four */                                                                \
	X(words_8)                                                                                     \
	X(words_16)                                                                                    \
	X(words_24)                                                                                    \
	X(words_more)                                                                                  \
	X(period)	/* it ends like a sentence */                                                      \
	X(question) /* … in a question or exclamation mark */                                        \
	X(small)	/* it begins with a lowercase letter */                                            \
	X(alone)	/* it reads like a headline; headline.h */                                         \
	X(points)	/* it points to another article */                                                 \
	X(phrase)	/* it begins with a phrase of menus, notices or boxes */                           \
	X(stamp)	/* it is little else than a date */                                                \
	X(byline)                                                                                      \
	X(next_stamp) /* a date or byline is in one of the two lines after it */                       \
	X(last_stamp) /* … in the line before it */                                                  \
	X(next_long)  /* the next line is a paragraph */                                               \
	X(next_short) /* … has at most three words */                                                \
	X(last_short)                                                                                  \
	X(menu)			/* short lines on both sides */                                                \
	X(address)		/* fraction of its words in the page's address */                              \
	X(address_most) /* most of them, and at least three */                                         \
	X(text)			/* fraction of its words in the running text */                                \
	X(text_most)                                                                                   \
	X(in_first)	 /* the first line, which may be <title>, contains it */                           \
	X(above)	 /* the same words are in another line, above … */                               \
	X(below)	 /* … or below */                                                                \
	X(deck_next) /* the next line is a longer one, but no paragraph */                             \
	X(longest)	 /* no line within 6 lines before the running text has more words */

typedef enum TitleLineFeature
{
#define X(name) TITLE_LINE_##name,
	TITLE_LINE_FEATURES(X)
#undef X
		TITLE_LINE_FEATURE_COUNT
} TitleLineFeature;

typedef struct TitleLine
{
	Str text;
	uint32_t block;
	float features[TITLE_LINE_FEATURE_COUNT];
} TitleLine;

#define TITLE_LINES_MAX 48

/* title_line_feature.c: collects the lines with their features. Returns how many. */
extern uint32_t title_lines(const Reader *reader, TitleLine *lines);

/* The score of a line; the better, the more. */
extern float title_line_score(const TitleLine *line);

/*
 * Returns the headline among the lines of the page, data NULL if there is none, and sets *block to
 * the block that prints it, and *confidence to the probability that it is the headline.
 */
extern Str title_of_lines(const Reader *reader, uint32_t *block, float *confidence);

/* title_line_model_gen.c: made by tools/train_title.py. */
extern const float title_line_weights[TITLE_LINE_FEATURE_COUNT];
extern const Confidence title_line_confidence;

#endif
