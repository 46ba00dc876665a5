/*
 * explain.h
 *	  The explanation of a page as an HTML document: what its parts share.
 *
 * Nothing of the page is copied as markup: every text goes through explain_text, which escapes it
 * and writes non-ASCII characters as references. So the document reads the same in any encoding in
 * which a client stores it.
 */
#ifndef ARTICLE_EXPLAIN_H
#define ARTICLE_EXPLAIN_H

#include "article/reader.h"

/* The fields of parsed_article that a block may print; also the classes of the style sheet. */
typedef enum ExplainRole
{
	EXPLAIN_TITLE,
	EXPLAIN_SUBTITLE,
	EXPLAIN_AUTHOR,
	EXPLAIN_PUBLISHED,
	EXPLAIN_MODIFIED,
	EXPLAIN_ROLE_COUNT
} ExplainRole;

/* Words of a block that are a field's value. */
typedef struct ExplainMark
{
	uint32_t block;
	uint32_t start; /* byte offset in the block's text */
	uint32_t end;
	ExplainRole role;
} ExplainMark;

typedef struct ExplainMarks
{
	ExplainMark *items; /* in page order; they do not overlap */
	uint32_t count;
	uint32_t size;
} ExplainMarks;

/* What the document says itself: explain_text_list.h. */
typedef enum ExplainText
{
#define EXPLAIN_TEXT(name, english, french) SAY_##name,
#include "article/explain/explain_text_list.h"
#undef EXPLAIN_TEXT
} ExplainText;

typedef struct Explanation
{
	const Reader *reader;
	bool french; /* the language of the document, whatever that of the page */
	StrBuf out;
	ArticleDate *dates; /* every date of the page */
	uint32_t ndates;
	ExplainMarks marks;
	StrList author_keys; /* compare_key() of each author */
	uint32_t shown;		 /* blocks before this one are in the document */
	Str body_fact;		 /* if body comes from metadata, its key there; else data is NULL */
} Explanation;

/*
 * explain_write.c: markup is ours and is written unchanged; text may come from anyone and is
 * escaped.
 */
extern void explain_markup(Explanation *explanation, const char *markup);
extern void explain_text(Explanation *explanation, Str text);
/* Writes at most "limit" code points, with an ellipsis if there are more. */
extern void explain_excerpt(Explanation *explanation, Str text, uint32_t limit);
/* Writes "12,345", or "12 345" in French. */
extern void explain_number(Explanation *explanation, uint32_t number);
/* Writes a score with two decimals, after a point or a comma. */
extern void explain_score(Explanation *explanation, float score);
/* Writes "2017-12-28 13:54 +01:00", or the day without a time if only that is known. */
extern void explain_instant(Explanation *explanation, const Instant *instant);
/* Opens an element for text of the page, in its language and direction. The caller closes it. */
extern void explain_open_text(Explanation *explanation, const char *element);
/* Links to a block if it is in the document. The label, "block " or none, is part of the link. */
extern void explain_block_link(Explanation *explanation, ExplainText label, uint32_t block);

/*
 * explain_say.c: words in the document's language. The number, or the value, which is escaped,
 * takes the place of '%'.
 */
extern void explain_say(Explanation *explanation, ExplainText text);
extern void explain_say_number(Explanation *explanation, ExplainText text, uint32_t number);
extern void explain_say_text(Explanation *explanation, ExplainText text, Str value);
/*
 * What another room says in English, in the document's language (explain_phrase_list.h); other
 * words are names, and come back as they are. explain_say_phrase writes it.
 */
extern Str explain_phrase(Explanation *explanation, Str english);
extern void explain_say_phrase(Explanation *explanation, const char *english);
/* Opens a section with its heading. The caller closes it. */
extern void explain_open_section(Explanation *explanation, const char *id, ExplainText heading);
/* Writes the cells of a table's head. */
extern void explain_columns(Explanation *explanation, const ExplainText *names, size_t count);

/*
 * explain_mark.c: finds where the blocks print the title, the subtitle, the authors and the dates.
 */
extern void explain_find_marks(Explanation *explanation);
/* The class of a role in the style sheet; a badge has the class, and the role in words. */
extern const char *explain_role_class(ExplainRole role);
extern void explain_badge(Explanation *explanation, ExplainRole role);

/* explain_source.c: where a field's value was declared. */

/* Does this fact agree with the article's field of its kind? */
extern bool explain_is_chosen(const Explanation *explanation, const Fact *fact);
/* Where a fact was found: its key, or the name of its source. */
extern const char *explain_fact_place(const Fact *fact);
/*
 * Writes the places that agree with the article's field of that kind, separated by commas, and
 * returns their number. The place from which the value was chosen (first; NULL if unknown) is
 * written first, in bold.
 */
extern uint32_t explain_sources(Explanation *explanation, FactKind kind, const char *first);
/* Is this date the same instant as the article's, or the same day if one of them has no time? */
extern bool explain_same_date(const Explanation *explanation, const Instant *instant,
							  const Instant *date);

/* Does a block's score only weakly support its verdict, or contradict it? explain_block.c */
extern bool explain_is_doubtful(const Block *block);
/* The number of blocks for which the document has room. explain_block.c */
extern uint32_t explain_room(const Blocks *blocks);

/* The sections of the document, each in its own file. */
extern void explain_fields(Explanation *explanation);
extern void explain_blocks(Explanation *explanation);
extern void explain_declared(Explanation *explanation); /* facts and dates */

/*
 * The style sheet, and its SHA-256 in base64, by which the document allows this style sheet and no
 * other.
 */
extern const char explain_style[];
extern const char explain_style_hash[];

#endif
