/*
 * explain.c
 *	  The extraction of a page, explained as one HTML document for people: the fields with their
 *	  sources, the blocks with their verdicts, and the candidates. In English or French.
 *
 * The document needs nothing but itself: no script, no address to load, and one style sheet that
 * its own policy names by hash.
 */
#include "article/explain/explain.h"

#include <stdio.h>

#include "base/version.h"
#include "text/compare.h"

/*
 * From this confidence on the body is reliable: pages at 0.8 and more have a mean F1 of 0.98
 * (body.c).
 */
#define HIGH_CONFIDENCE 0.8f
/* Below this, pages are wrong as often as right. */
#define LOW_CONFIDENCE 0.5f

#define TITLE_CHARS 300

/* Most blocks that the head of the document links to. */
#define LINKS_MAX 8

typedef struct Tally
{
	uint32_t blocks; /* kept blocks */
	uint32_t chars;	 /* their characters */
	uint32_t bytes;
	uint32_t all_chars;
} Tally;

static Tally
tally(const Blocks *blocks)
{
	Tally kept = {0, 0, 0, 0};

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		const Block *block = &blocks->items[i];

		kept.all_chars += block->chars;
		if (!block->kept)
			continue;
		kept.bytes += block->text.len + (kept.blocks > 0 ? 2 : 0); /* a blank line between */
		kept.blocks++;
		kept.chars += block->chars;
	}
	return kept;
}

/*
 * The key of the metadata that body comes from; data is NULL if it comes from the blocks, whose
 * text would have another length.
 */
static Str
body_fact(const Reader *reader)
{
	const Fact *fact = facts_from(&reader->facts, FACT_BODY, FACT_SOURCE_JSON_LD);

	if (fact == NULL || reader->article.body.len == tally(&reader->blocks).bytes)
		return STR_NONE;
	return fact->key != NULL ? str_cstr(fact->key) : STR("JSON-LD");
}

static void
put_head(Explanation *explanation)
{
	Str title = explanation->reader->article.title;

	explain_markup(explanation, "<!DOCTYPE html>\n<html lang=\"");
	explain_say(explanation, SAY_code);
	explain_markup(explanation,
				   "\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n"
				   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
				   "style-src 'sha256-");
	explain_markup(explanation, explain_style_hash);
	explain_markup(explanation,
				   "'; base-uri 'none'; form-action 'none'\">\n"
				   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
				   "<meta name=\"color-scheme\" content=\"light dark\">\n"
				   "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
	explain_excerpt(explanation, title, TITLE_CHARS);
	explain_markup(explanation, title.len > 0 ? " - article_explain" : "article_explain");
	explain_markup(explanation, "</title>\n<style>");
	explain_markup(explanation, explain_style);
	explain_markup(explanation, "</style>\n</head>\n<body>\n");
}

/* Opens a part of the summary: a name, for its value. */
static void
open_part(Explanation *explanation, ExplainText name)
{
	explain_markup(explanation, "<div><dt>");
	explain_say(explanation, name);
	explain_markup(explanation, "</dt><dd>");
}

static void
close_part(Explanation *explanation)
{
	explain_markup(explanation, "</dd></div>\n");
}

static void
put_confidence(Explanation *explanation)
{
	float confidence = explanation->reader->article.confidence;
	char meter[128];

	open_part(explanation, SAY_confidence);
	explain_markup(explanation, "<strong>");
	explain_score(explanation, confidence);
	explain_markup(explanation, "</strong> <meter aria-label=\"");
	explain_say(explanation, SAY_confidence);
	snprintf(meter, sizeof(meter),
			 "\" min=\"0\" max=\"1\" low=\"%.1f\" high=\"%.1f\" optimum=\"1\" value=\"%.2f\">"
			 "</meter> ",
			 (double) LOW_CONFIDENCE, (double) HIGH_CONFIDENCE, (double) confidence);
	explain_markup(explanation, meter);
	explain_say(explanation, confidence >= HIGH_CONFIDENCE	? SAY_high
							 : confidence >= LOW_CONFIDENCE ? SAY_medium
															: SAY_low);
	close_part(explanation);
}

/* Writes "12 of 40" under a name. */
static void
put_share(Explanation *explanation, ExplainText name, uint32_t part, uint32_t whole)
{
	open_part(explanation, name);
	explain_markup(explanation, "<strong>");
	explain_number(explanation, part);
	explain_markup(explanation, "</strong>");
	explain_say_number(explanation, SAY_of, whole);
	close_part(explanation);
}

static void
put_close_calls(Explanation *explanation)
{
	const Blocks *blocks = &explanation->reader->blocks;
	uint32_t count = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		if (!explain_is_doubtful(&blocks->items[i]) || count++ >= LINKS_MAX)
			continue;
		if (count == 1)
		{
			open_part(explanation, SAY_close_calls);
			explain_say(explanation, SAY_block);
		}
		explain_markup(explanation, count == 1 ? "" : ", ");
		explain_block_link(explanation, SAY_nowhere, i);
	}
	if (count > LINKS_MAX)
	{
		explain_markup(explanation, " ");
		explain_say_number(explanation, SAY_and_more, count - LINKS_MAX);
	}
	if (count > 0)
		close_part(explanation);
}

/* What the page was decoded from, if it was bytes, and by which version it was read. */
static void
put_origin(Explanation *explanation)
{
	const char *encoding = explanation->reader->article.encoding;

	if (encoding != NULL)
	{
		open_part(explanation, SAY_encoding);
		explain_text(explanation, str_cstr(encoding));
		close_part(explanation);
	}
	open_part(explanation, SAY_read_by);
	explain_markup(explanation, "article " ARTICLE_VERSION);
	close_part(explanation);
}

static void
put_note(Explanation *explanation, ExplainText text, Str value)
{
	explain_markup(explanation, "<p class=\"note\">");
	explain_say_text(explanation, text, value);
	explain_markup(explanation, "</p>\n");
}

static void
put_notes(Explanation *explanation)
{
	const Article *article = &explanation->reader->article;

	if (article->not_a_page.data != NULL)
		put_note(explanation, SAY_not_a_page, article->not_a_page);
	if (explanation->body_fact.data != NULL)
		put_note(explanation, SAY_declared_body, explanation->body_fact);
	if (article->paywalled)
		put_note(explanation, SAY_paywalled, STR_NONE);
	if (explanation->reader->page.truncated)
		put_note(explanation, SAY_truncated, STR_NONE);
	for (uint32_t i = 0; i < article->rules_over_limit.count; i++)
		put_note(explanation, SAY_rule_over_limit,
				 explain_phrase(explanation, article->rules_over_limit.items[i]));
}

static void
put_summary(Explanation *explanation)
{
	const Article *article = &explanation->reader->article;
	const Blocks *blocks = &explanation->reader->blocks;
	Tally kept = tally(blocks);

	explain_markup(explanation, "<header><p class=\"kicker\">");
	explain_say(explanation, SAY_kicker);
	explain_markup(explanation, "</p>\n");
	if (article->title.len > 0)
	{
		explain_open_text(explanation, "h1");
		explain_excerpt(explanation, article->title, TITLE_CHARS);
	}
	else
	{
		explain_markup(explanation, "<h1>");
		explain_say(explanation, SAY_untitled);
	}
	explain_markup(explanation, "</h1>\n<p class=\"address\">");
	explain_excerpt(explanation, article->url, TITLE_CHARS);
	explain_markup(explanation, "</p>\n<dl class=\"summary\">\n");
	put_confidence(explanation);
	put_share(explanation, SAY_blocks_kept, kept.blocks, blocks->count);
	put_share(explanation, SAY_characters_kept, kept.chars, kept.all_chars);
	put_close_calls(explanation);
	put_origin(explanation);
	explain_markup(explanation, "</dl>\n");
	put_notes(explanation);
	explain_markup(explanation, "</header>\n<main>\n");
}

static Str
explain(const Reader *reader, bool french)
{
	Explanation explanation = {.reader = reader, .french = french};
	const StrList *authors = &reader->article.authors;

	if (reader->page.source.len == 0 && reader->article.not_a_page.data == NULL)
		return STR_NONE;
	strbuf_init(&explanation.out, reader->arena);
	explanation.dates = dates_list(reader, &explanation.ndates);
	explanation.body_fact = body_fact(reader);
	explanation.shown = explain_room(&reader->blocks);
	for (uint32_t i = 0; i < authors->count; i++)
		strlist_add(&explanation.author_keys, reader->arena,
					compare_key(reader->arena, authors->items[i]));
	explain_find_marks(&explanation);
	put_head(&explanation);
	put_summary(&explanation);
	explain_fields(&explanation);
	explain_blocks(&explanation);
	explain_declared(&explanation);
	explain_markup(&explanation, "</main>\n</body>\n</html>\n");
	return strbuf_str(&explanation.out);
}

Str
article_to_explanation(const Reader *reader)
{
	return explain(reader, false);
}

Str
article_to_french_explanation(const Reader *reader)
{
	return explain(reader, true);
}
