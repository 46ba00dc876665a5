/*
 * explain.h
 *	  Inside the explanation of a page as an HTML document: what its parts share.
 *
 * Nothing of the page is copied as markup: every text goes through explain_text, which escapes it
 * and writes what is not ASCII as a character reference. So the document reads the same in any
 * encoding that a client may write it in.
 */
#ifndef ARTICLE_EXPLAIN_H
#define ARTICLE_EXPLAIN_H

#include "article/reader.h"

/* The fields of parsed_article that a block may print; the classes of the style sheet. */
typedef enum ExplainRole
{
	EXPLAIN_TITLE,
	EXPLAIN_SUBTITLE,
	EXPLAIN_AUTHOR,
	EXPLAIN_PUBLISHED,
	EXPLAIN_MODIFIED,
	EXPLAIN_ROLE_COUNT
} ExplainRole;

/* Words of a block that are the value of a field. */
typedef struct ExplainMark
{
	uint32_t block;
	uint32_t start; /* bytes of the block's text */
	uint32_t end;
	ExplainRole role;
} ExplainMark;

typedef struct ExplainMarks
{
	ExplainMark *items; /* in page order; none overlap */
	uint32_t count;
	uint32_t size;
} ExplainMarks;

typedef struct Explanation
{
	Reader *reader;
	StrBuf out;
	ArticleDate *dates; /* every date of the page */
	uint32_t ndates;
	ExplainMarks marks;
	StrList author_keys; /* compare_key() of each author */
	uint32_t shown;		 /* blocks before this one stand in the document */
	Str body_fact;		 /* where body comes from metadata: its key there; else none */
} Explanation;

/* explain_write.c: markup is ours and goes out as it is; text is anybody's and is escaped. */
extern void explain_markup(Explanation *explanation, const char *markup);
extern void explain_text(Explanation *explanation, Str text);
/* At most so many code points of it, and an ellipsis where there are more. */
extern void explain_excerpt(Explanation *explanation, Str text, uint32_t limit);
extern void explain_number(Explanation *explanation, uint32_t number);
extern void explain_score(Explanation *explanation, float score);
/* "2017-12-28 13:54 +01:00"; a day alone without its time. */
extern void explain_instant(Explanation *explanation, const Instant *instant);
/* An element for words of the page, in their language and direction, left open. */
extern void explain_open_text(Explanation *explanation, const char *element);
/* A link to where a block stands in the document, where it does: "block 12", where label is "block ". */
extern void explain_block_link(Explanation *explanation, const char *label, uint32_t block);

/* explain_mark.c: where the blocks print the title, the subtitle, the authors and the dates. */
extern void explain_find_marks(Explanation *explanation);
extern const char *explain_role_name(ExplainRole role);

/* explain_source.c: where the value of a field was declared. */

/* Does this fact say what the article has in the field of its kind? */
extern bool explain_is_chosen(const Explanation *explanation, const Fact *fact);
/*
 * Writes the places that say what the field of that kind has, parted by commas; returns how many.
 * What it was chosen from, where that is known (first), comes first and stands out.
 */
extern uint32_t explain_sources(Explanation *explanation, FactKind kind, const char *first);
/* Is this date the instant of the article, or its day? */
extern bool explain_same_date(const Explanation *explanation, const Instant *instant,
							  const Instant *date);

/* Does the score of a block speak only faintly for its verdict, or against it? explain_block.c */
extern bool explain_is_doubtful(const Block *block);
/* How many blocks the document has room for. explain_block.c */
extern uint32_t explain_room(const Blocks *blocks);

/* The parts of the document. One file each. */
extern void explain_fields(Explanation *explanation);
extern void explain_blocks(Explanation *explanation);
extern void explain_declared(Explanation *explanation); /* facts and dates */

/* The style sheet, and its SHA-256 in base64, by which the document allows this one and no other. */
extern const char explain_style[];
extern const char explain_style_hash[];

#endif
