/*
 * body.h
 *	  The parts of the body stage that have their own files.
 */
#ifndef ARTICLE_BODY_H
#define ARTICLE_BODY_H

#include "article/reader.h"

/* Drops a block, for a reason. */
static inline void
block_drop(Block *block, const char *reason)
{
	block->kept = false;
	block->reason = reason;
}

/* Drops a block that is surely not of the body: nothing is missing without it (see expected_f1). */
static inline void
block_drop_surely(Block *block, const char *reason)
{
	block_drop(block, reason);
	block->score = 0;
}

/*
 * Why a block was scored as it was, in words. row: its inputs to the second forest. body_reason.c
 */
extern const char *block_reason(const Reader *reader, uint32_t i, const float *row);

/*
 * Applies the rules that hold whatever the model says: copies, hidden text, rows of one table.
 * body_mend.c
 */
extern void body_mend(Reader *reader);
/*
 * Only the rules that do not depend on who chose the blocks: lines that are not the article's, the
 * title, captions, copies.
 */
extern void body_mend_ruled(Reader *reader);

/* Drops lines that are not the article's, wherever they are. body_foreign.c */
extern void body_drop_foreign(Reader *reader);

/* Drops comments, other articles and text hidden by a class. body_part.c */
extern void body_drop_parts(Reader *reader);

/*
 * body_rule.c: drops what the site's rules strip, and takes the body that they find; then removes
 * what is stripped from the texts of the blocks that are kept, once nothing else needs it.
 */
extern void body_obey(Reader *reader);
extern void body_strip(Reader *reader);

/*
 * The text that the page declares, one paragraph a line, if the page prints much less of it;
 * otherwise data is NULL. printed: bytes of printed text. body_declared.c
 */
extern Str body_unprinted(const Reader *reader, uint32_t printed);

/*
 * The same for a page that shows only part of its article to those who do not subscribe: its
 * declared text, if that begins as the printed one and goes on.
 */
extern Str body_for_subscribers(Reader *reader, Str printed);

/* reader->declared_body with a blank line between two paragraphs. body_declared.c */
extern Str body_declared_text(const Reader *reader);

/* The confidence in such a body: complete, but not seen on the page. */
#define BODY_CONFIDENCE_DECLARED 0.7f

/* Why body_drop_parts drops what a class hides. */
#define BODY_HIDDEN_BY_CLASS "hidden by its class"

/* Keeps hidden text that the page reserves for its subscribers. body_reserved.c */
extern void body_keep_reserved(Reader *reader);

/* Keeps the sentences of a brief, if nothing else is kept. body_brief.c */
extern void body_keep_brief(Reader *reader);

/* Drops details before the first paragraph, contacts and disclaimers after the last. body_tail.c */
extern void body_drop_tail(Reader *reader);

/* Does the page declare the type of an article? wall.c */
extern bool article_declared(const Reader *reader);

/* Drops the words of forms among the paragraphs. body_form.c */
extern void body_drop_forms(Reader *reader);

/* Drops readers' comments after the article. body_thread.c */
extern void body_drop_threads(Reader *reader);

/* Keeps rows, questions and lists between kept blocks of one text. body_gap.c */
extern void body_fill_gaps(Reader *reader);

/* Drops series of teasers: linked headlines with excerpts of other articles. body_teaser.c */
extern void body_drop_teasers(Reader *reader);

/* Drops other articles printed after the first, and sections of them. body_next.c */
extern void body_drop_next(Reader *reader);

/* Drops offers below a notice that the text is for subscribers. paywall.c */
extern void body_drop_offers(Reader *reader);

/* Drops lines below the text that no article ends with, on flat pages. body_last.c */
extern void body_drop_last(Reader *reader);

/*
 * Is a block a line that says when the page was published or changed, and little else?
 * body_signature.c
 */
extern bool block_is_stamp(const Block *block);

/*
 * Drops the byline and the stamp at the start of the body, once authors and dates are known.
 * body_signature.c
 */
extern void body_drop_signature(Reader *reader);

/* The deck, printed under the title or declared; data is NULL if there is none. subtitle.c */
extern Str subtitle_find(Reader *reader);

/*
 * Is a text the whole title, with at most a kicker? What is allocated in scratch is not needed
 * afterwards. subtitle.c
 */
extern bool body_holds_title(const Reader *reader, Arena *scratch, Str text);

/* Why exclude.c excludes the blocks of a consent wall. wall.c */
extern const char wall_reason[];

/*
 * How much the first words of blocks [first, end) speak of consent: weight per word, 0.14 and more
 * in a consent wall. wall.c
 */
extern float wall_consent(const Reader *reader, uint32_t first, uint32_t end);

/*
 * Is the page one that is shown before an article or in its place, such as a consent wall or an
 * error? Drops its blocks if that is clear. Returns true as well if the page cannot be told from a
 * brief. wall.c
 */
extern bool wall_found(Reader *reader);

/* Does the page show only part of the article to readers who do not pay? paywall.c */
extern bool paywall_found(Reader *reader);

/* Does a text contain a paywall notice: "réservé aux abonnés"? paywall.c */
extern bool paywall_notice(Str text);

#endif
