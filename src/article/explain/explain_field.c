/*
 * explain_field.c
 *	  The table of the fields of parsed_article: each with its value, where that was declared, and
 *	  which block prints it.
 */
#include "base/array.h"
#include "article/explain/explain.h"

/* A summary shows what a field is, not all of it: characters of a value, items of a list. */
#define VALUE_CHARS 400
#define LIST_ITEMS 8
#define ADDRESS_CHARS 300
#define BODY_CHARS 160

/* Most blocks that a field links to. */
#define LINKS_MAX 4

/* ---------------------------------------------------------------- parts of a row */

static void
open_row(Explanation *explanation, const char *name)
{
	explain_markup(explanation, "<tr><th scope=\"row\">");
	explain_markup(explanation, name);
	explain_markup(explanation, "</th><td>");
}

/* Opens the row of a field that blocks may print: its name has the colour of its marks. */
static void
open_marked_row(Explanation *explanation, const char *name, ExplainRole role)
{
	explain_markup(explanation, "<tr><th scope=\"row\" class=\"hue ");
	explain_markup(explanation, explain_role_class(role));
	explain_markup(explanation, "\">");
	explain_markup(explanation, name);
	explain_markup(explanation, "</th><td>");
}

static void
open_source(Explanation *explanation)
{
	explain_markup(explanation, "</td><td>");
}

static void
close_row(Explanation *explanation)
{
	explain_markup(explanation, "</td></tr>\n");
}

static void
put_value(Explanation *explanation, Str value)
{
	explain_open_text(explanation, "span");
	explain_excerpt(explanation, value, VALUE_CHARS);
	explain_markup(explanation, "</span>");
}

/* Ends a list of which the first LIST_ITEMS are written. */
static void
close_list(Explanation *explanation, uint32_t count)
{
	if (count > LIST_ITEMS)
	{
		explain_markup(explanation, "<li>");
		explain_say_number(explanation, SAY_and_more, count - LIST_ITEMS);
		explain_markup(explanation, "</li>");
	}
	explain_markup(explanation, "</ul>");
}

static void
put_list(Explanation *explanation, const StrList *list, const char *class)
{
	explain_markup(explanation, "<ul class=\"");
	explain_markup(explanation, class);
	explain_markup(explanation, "\">");
	for (uint32_t i = 0; i < list->count && i < LIST_ITEMS; i++)
	{
		explain_markup(explanation, "<li>");
		put_value(explanation, list->items[i]);
		explain_markup(explanation, "</li> ");
	}
	close_list(explanation, list->count);
}

/* Writes links to the first blocks that print a field. */
static void
put_blocks(Explanation *explanation, ExplainRole role, bool first)
{
	const ExplainMarks *marks = &explanation->marks;
	uint32_t last = PAGE_NONE;
	int count = 0;

	for (uint32_t i = 0; i < marks->count && count < LINKS_MAX; i++)
	{
		if (marks->items[i].role != role || marks->items[i].block == last)
			continue;
		last = marks->items[i].block;
		if (count == 0 && !first)
			explain_say(explanation, SAY_also);
		if (count++ == 0)
			explain_say(explanation, SAY_printed_in);
		else
			explain_markup(explanation, ", ");
		explain_block_link(explanation, SAY_block, last);
	}
}

/* Writes an address on a line of its own: as text, because the document leads nowhere. */
static void
put_address(Explanation *explanation, Str url)
{
	if (url.len == 0)
		return;
	explain_markup(explanation, "<small class=\"target\">");
	explain_excerpt(explanation, url, ADDRESS_CHARS);
	explain_markup(explanation, "</small>");
}

/* Ends the row of a field that has one source. */
static void
close_told_row(Explanation *explanation, ExplainText source)
{
	open_source(explanation);
	explain_say(explanation, source);
	close_row(explanation);
}

/* Ends the row of a field that blocks may print. */
static void
close_marked_row(Explanation *explanation, FactKind kind, const char *source, ExplainRole role)
{
	open_source(explanation);
	put_blocks(explanation, role, explain_sources(explanation, kind, source) == 0);
	close_row(explanation);
}

/*
 * Writes a field whose sources are the facts that agree with it; if there are none, says where else
 * it comes from.
 */
static void
put_text(Explanation *explanation, const char *name, Str value, FactKind kind,
		 ExplainText otherwise)
{
	open_row(explanation, name);
	put_value(explanation, value);
	open_source(explanation);
	if (explain_sources(explanation, kind, NULL) == 0)
		explain_say(explanation, otherwise);
	close_row(explanation);
}

static void
put_instant(Explanation *explanation, const char *name, const Instant *instant, FactKind kind,
			ExplainRole role)
{
	open_marked_row(explanation, name, role);
	explain_instant(explanation, instant);
	if (!instant->has_time)
	{
		explain_markup(explanation, " <small>");
		explain_say(explanation, SAY_day_only);
		explain_markup(explanation, "</small>");
	}
	close_marked_row(explanation, kind, instant->source, role);
}

/* ---------------------------------------------------------------- the fields, one function each */

static bool
put_title(Explanation *explanation, const Article *article)
{
	if (article->title.len == 0)
		return false;
	open_marked_row(explanation, "title", EXPLAIN_TITLE);
	put_value(explanation, article->title);
	close_marked_row(explanation, FACT_TITLE, article->title_source, EXPLAIN_TITLE);
	return true;
}

static bool
put_subtitle(Explanation *explanation, const Article *article)
{
	if (article->subtitle.len == 0)
		return false;
	open_marked_row(explanation, "subtitle", EXPLAIN_SUBTITLE);
	put_value(explanation, article->subtitle);
	close_marked_row(explanation, FACT_SUBTITLE, NULL, EXPLAIN_SUBTITLE);
	return true;
}

static bool
put_authors(Explanation *explanation, const Article *article)
{
	if (article->authors.count == 0)
		return false;
	open_marked_row(explanation, "authors", EXPLAIN_AUTHOR);
	put_list(explanation, &article->authors, "lines");
	close_marked_row(explanation, FACT_AUTHOR, article->authors_source, EXPLAIN_AUTHOR);
	return true;
}

static bool
put_published(Explanation *explanation, const Article *article)
{
	if (article->published.known)
		put_instant(explanation, "published_at", &article->published, FACT_PUBLISHED,
					EXPLAIN_PUBLISHED);
	return article->published.known;
}

static bool
put_modified(Explanation *explanation, const Article *article)
{
	if (article->modified.known)
		put_instant(explanation, "modified_at", &article->modified, FACT_MODIFIED,
					EXPLAIN_MODIFIED);
	return article->modified.known;
}

static bool
put_site_name(Explanation *explanation, const Article *article)
{
	if (article->site_name.len == 0)
		return false;
	open_row(explanation, "site_name");
	put_value(explanation, article->site_name);
	open_source(explanation);
	if (explain_sources(explanation, FACT_SITE_NAME, NULL) == 0 &&
		explain_sources(explanation, FACT_PUBLISHER, NULL) == 0)
		explain_say(explanation, SAY_html_title);
	close_row(explanation);
	return true;
}

static bool
put_url(Explanation *explanation, const Article *article)
{
	if (article->url.len > 0)
		put_text(explanation, "url", article->url, FACT_URL, SAY_address_given);
	return article->url.len > 0;
}

static bool
put_language(Explanation *explanation, const Article *article)
{
	if (article->language.len > 0)
		put_text(explanation, "language", article->language, FACT_LANGUAGE, SAY_the_text);
	return article->language.len > 0;
}

static bool
put_section(Explanation *explanation, const Article *article)
{
	if (article->section.len > 0)
		put_text(explanation, "section", article->section, FACT_SECTION,
				 strlist_has(&article->breadcrumbs, article->section) ? SAY_breadcrumbs
																	  : SAY_part_of_value);
	return article->section.len > 0;
}

static bool
put_tags(Explanation *explanation, const Article *article)
{
	if (article->tags.count == 0)
		return false;
	open_row(explanation, "tags");
	put_list(explanation, &article->tags, "row");
	open_source(explanation);
	if (explain_sources(explanation, FACT_TAG, NULL) == 0)
		explain_say(explanation, SAY_parts_of_values);
	close_row(explanation);
	return true;
}

static bool
put_description(Explanation *explanation, const Article *article)
{
	if (article->description.len > 0)
		put_text(explanation, "description", article->description, FACT_DESCRIPTION, SAY_nowhere);
	return article->description.len > 0;
}

static bool
put_image_url(Explanation *explanation, const Article *article)
{
	if (article->image_url.len > 0)
		put_text(explanation, "image_url", article->image_url, FACT_IMAGE, SAY_image_near);
	return article->image_url.len > 0;
}

static bool
put_body(Explanation *explanation, const Article *article)
{
	if (article->body.len == 0)
		return false;
	open_row(explanation, "body");
	explain_open_text(explanation, "span");
	explain_excerpt(explanation, article->body, BODY_CHARS);
	explain_markup(explanation, "</span>");
	open_source(explanation);
	if (explanation->body_fact.data != NULL)
		explain_text(explanation, explanation->body_fact);
	else
		explain_say(explanation, SAY_blocks_link);
	close_row(explanation);
	return true;
}

static bool
put_related(Explanation *explanation, const Article *article)
{
	if (article->nrelated == 0)
		return false;
	open_row(explanation, "related");
	explain_markup(explanation, "<ul class=\"lines\">");
	for (uint32_t i = 0; i < article->nrelated && i < LIST_ITEMS; i++)
	{
		explain_markup(explanation, "<li>");
		put_value(explanation, article->related[i].text);
		put_address(explanation, article->related[i].url);
		explain_markup(explanation, "</li> ");
	}
	close_list(explanation, article->nrelated);
	close_told_row(explanation, SAY_links_of_page);
	return true;
}

static bool
put_paywalled(Explanation *explanation, const Article *article)
{
	open_row(explanation, "paywalled");
	explain_markup(explanation, article->paywalled ? "true" : "false");
	open_source(explanation);
	if (article->paywalled && explain_sources(explanation, FACT_PAID, NULL) == 0)
		explain_say(explanation, SAY_text_of_page);
	close_row(explanation);
	return true;
}

/* Writes words of an image after the name of what they are. */
static void
put_image_words(Explanation *explanation, ExplainText name, Str words)
{
	if (words.len == 0)
		return;
	explain_markup(explanation, " <small>");
	explain_say(explanation, name);
	put_value(explanation, words);
	explain_markup(explanation, "</small>");
}

static void
put_image(Explanation *explanation, const ArticleImage *image)
{
	explain_markup(explanation, "<li>");
	if (image->caption.len > 0)
		put_value(explanation, image->caption);
	put_image_words(explanation, SAY_credit, image->credit);
	put_image_words(explanation, SAY_alt, image->alt);
	put_address(explanation, image->url);
	explain_markup(explanation, "</li> ");
}

static void
put_images(Explanation *explanation, const Article *article)
{
	if (article->nimages == 0)
		return;
	open_row(explanation, "extra.images");
	explain_markup(explanation, "<ul class=\"lines\">");
	for (uint32_t i = 0; i < article->nimages && i < LIST_ITEMS; i++)
		put_image(explanation, &article->images[i]);
	close_list(explanation, article->nimages);
	close_told_row(explanation, SAY_images_of_body);
}

static void
put_embeds(Explanation *explanation, const Article *article)
{
	if (article->embeds.count == 0)
		return;
	open_row(explanation, "extra.embeds");
	explain_markup(explanation, "<ul class=\"lines\">");
	for (uint32_t i = 0; i < article->embeds.count && i < LIST_ITEMS; i++)
	{
		explain_markup(explanation, "<li>");
		put_address(explanation, article->embeds.items[i]);
		explain_markup(explanation, "</li> ");
	}
	close_list(explanation, article->embeds.count);
	close_told_row(explanation, SAY_frames_of_body);
}

/* In the order of parsed_article; confidence is at the head of the document. */
static const struct
{
	const char *name;
	bool (*put)(Explanation *explanation, const Article *article); /* returns false if not found */
} fields[] = {
	{"title", put_title},
	{"subtitle", put_subtitle},
	{"authors", put_authors},
	{"published_at", put_published},
	{"modified_at", put_modified},
	{"site_name", put_site_name},
	{"url", put_url},
	{"language", put_language},
	{"section", put_section},
	{"tags", put_tags},
	{"description", put_description},
	{"image_url", put_image_url},
	{"body", put_body},
	{"related", put_related},
	{"paywalled", put_paywalled},
};

#define NFIELDS lengthof(fields)

static void
put_missing(Explanation *explanation, const bool *found)
{
	bool first = true;

	for (size_t i = 0; i < NFIELDS; i++)
	{
		if (found[i])
			continue;
		if (first)
		{
			explain_markup(explanation, "<p class=\"missing\">");
			explain_say(explanation, SAY_not_found);
		}
		explain_markup(explanation, first ? "<b>" : ", <b>");
		explain_markup(explanation, fields[i].name);
		explain_markup(explanation, "</b>");
		first = false;
	}
	explain_markup(explanation, first ? "" : "</p>\n");
}

void
explain_fields(Explanation *explanation)
{
	static const ExplainText columns[] = {SAY_field, SAY_value, SAY_source};
	const Article *article = &explanation->reader->article;
	bool found[NFIELDS];

	explain_open_section(explanation, "fields", SAY_fields);
	explain_markup(explanation, "<div class=\"wide\"><table class=\"fields\"><thead><tr>");
	explain_columns(explanation, columns, lengthof(columns));
	explain_markup(explanation, "</tr></thead><tbody>\n");
	for (size_t i = 0; i < NFIELDS; i++)
		found[i] = fields[i].put(explanation, article);
	put_images(explanation, article);
	put_embeds(explanation, article);
	explain_markup(explanation, "</tbody></table></div>\n");
	put_missing(explanation, found);
	explain_markup(explanation, "</section>\n");
}
