/*
 * explain.c
 *	  The extraction of a page, explained as one HTML document for people: the fields with their
 *	  sources, the blocks with their verdicts, and the candidates.
 *
 * The document needs nothing but itself: no script, no address to load, and one style sheet that
 * its own policy names by hash.
 */
#include "article/explain/explain.h"

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

	explain_markup(
		explanation,
		"<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n"
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

static void
put_confidence(Explanation *explanation)
{
	float confidence = explanation->reader->article.confidence;

	explain_markup(explanation, "<div><dt>Confidence</dt><dd><strong>");
	explain_score(explanation, confidence);
	explain_markup(explanation, "</strong> <meter aria-label=\"confidence\" min=\"0\" max=\"1\" "
								"low=\"0.5\" high=\"0.8\" optimum=\"1\" value=\"");
	explain_score(explanation, confidence);
	explain_markup(explanation, "\"></meter> ");
	explain_markup(explanation, confidence >= HIGH_CONFIDENCE  ? "high"
								: confidence >= LOW_CONFIDENCE ? "medium: worth a look"
															   : "low: check it before use");
	explain_markup(explanation, "</dd></div>\n");
}

/* Writes "12 of 40" under a name. */
static void
put_share(Explanation *explanation, const char *name, uint32_t part, uint32_t whole)
{
	explain_markup(explanation, "<div><dt>");
	explain_markup(explanation, name);
	explain_markup(explanation, "</dt><dd><strong>");
	explain_number(explanation, part);
	explain_markup(explanation, "</strong> of ");
	explain_number(explanation, whole);
	explain_markup(explanation, "</dd></div>\n");
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
		explain_markup(explanation, count == 1 ? "<div><dt>Close calls</dt><dd>block " : ", ");
		explain_block_link(explanation, "", i);
	}
	if (count > LINKS_MAX)
	{
		explain_markup(explanation, " and ");
		explain_number(explanation, count - LINKS_MAX);
		explain_markup(explanation, " more");
	}
	explain_markup(explanation, count > 0 ? "</dd></div>\n" : "");
}

static void
put_notes(Explanation *explanation)
{
	if (explanation->reader->article.not_a_page.data != NULL)
	{
		explain_markup(explanation, "<p class=\"note\">This is not a page but ");
		explain_text(explanation, explanation->reader->article.not_a_page);
		explain_markup(explanation, "; none of it was read.</p>\n");
	}
	if (explanation->body_fact.data != NULL)
	{
		explain_markup(explanation, "<p class=\"note\">The page prints little of the article: "
									"body is what it declares in ");
		explain_text(explanation, explanation->body_fact);
		explain_markup(explanation, ".</p>\n");
	}
	if (explanation->reader->article.paywalled)
		explain_markup(explanation, "<p class=\"note\">The page shows only part of the article to "
									"those who do not subscribe.</p>\n");
	if (explanation->reader->page.truncated)
		explain_markup(explanation, "<p class=\"note\">The page exceeds a limit on its nesting or "
									"size: part of it was left out.</p>\n");
}

static void
put_summary(Explanation *explanation)
{
	const Article *article = &explanation->reader->article;
	const Blocks *blocks = &explanation->reader->blocks;
	Tally kept = tally(blocks);

	explain_markup(explanation, "<header><p class=\"kicker\">How this page was read</p>\n");
	explain_open_text(explanation, "h1");
	if (article->title.len > 0)
		explain_excerpt(explanation, article->title, TITLE_CHARS);
	else
		explain_markup(explanation, "(no title)");
	explain_markup(explanation, "</h1>\n<p class=\"address\">");
	explain_excerpt(explanation, article->url, TITLE_CHARS);
	explain_markup(explanation, "</p>\n<dl class=\"summary\">\n");
	put_confidence(explanation);
	put_share(explanation, "Blocks kept", kept.blocks, blocks->count);
	put_share(explanation, "Characters kept", kept.chars, kept.all_chars);
	put_close_calls(explanation);
	explain_markup(explanation, "</dl>\n");
	put_notes(explanation);
	explain_markup(explanation, "</header>\n<main>\n");
}

Str
article_to_explanation(Reader *reader)
{
	Explanation explanation = {.reader = reader};
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
