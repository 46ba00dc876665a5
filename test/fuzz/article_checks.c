/*
 * article_checks.c
 *	  See article_checks.h.
 */
#include "article_checks.h"

#include "base/array.h"
#include "article/render/markup.h"
#include "base/utf8.h"

int32_t
fuzz_one_hour(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 3600;
}

static bool
is_collapsed(Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
		if (ascii_space(text.data[i]) &&
			(text.data[i] != ' ' || i == 0 || i + 1 == text.len || ascii_space(text.data[i + 1])))
			return false;
	return true;
}

static void
check_line(Str text)
{
	fuzz_check_text(text);
	fuzz_check(is_collapsed(text));
}

static void
check_address(Str url)
{
	if (url.data == NULL)
		return;
	fuzz_check(str_starts_ascii(url, STR("http://")) || str_starts_ascii(url, STR("https://")));
	for (uint32_t i = 0; i < url.len; i++)
		fuzz_check(url.data[i] > ' ' && url.data[i] <= '~');
}

static void
check_list(const StrList *list, void (*check)(Str text))
{
	for (uint32_t i = 0; i < list->count; i++)
	{
		fuzz_check(list->items[i].len > 0);
		check(list->items[i]);
	}
}

void
fuzz_check_article(const Article *article)
{
	const Str lines[] = {article->title,   article->subtitle, article->site_name,
						 article->section, article->language, article->description};
	const Str addresses[] = {article->url, article->image_url, article->next_page,
							 article->single_page, article->amp_url};

	for (size_t i = 0; i < lengthof(lines); i++)
		check_line(lines[i]);
	for (size_t i = 0; i < lengthof(addresses); i++)
		check_address(addresses[i]);
	fuzz_check_text(article->body);
	check_list(&article->authors, check_line);
	check_list(&article->tags, check_line);
	check_list(&article->breadcrumbs, check_line);
	check_list(&article->embeds, check_address);
	for (uint32_t i = 0; i < article->nrelated; i++)
	{
		check_line(article->related[i].text);
		check_address(article->related[i].url);
	}
	fuzz_check(article->confidence >= 0 && article->confidence <= 1);
}

/*
 * Every '<' opens a tag of an element that does not run scripts; all characters are allowed in XML.
 */
static void
check_html(Str html)
{
	fuzz_check_text(html);
	for (uint32_t i = 0; i < html.len;)
		fuzz_check(markup_knows(utf8_next(html.data, html.len, &i)));
	for (uint32_t i = 0; i < html.len; i++)
	{
		uint32_t end;
		TagId tag;

		if (html.data[i] != '<')
			continue;
		i += i + 1 < html.len && html.data[i + 1] == '/';
		end = ++i;
		while (end < html.len && (ascii_alpha(html.data[end]) || ascii_digit(html.data[end])))
			end++;
		fuzz_check(end < html.len && strchr("> /", html.data[end]) != NULL);
		tag = tag_lookup(str_sub(html, i, end - i));
		fuzz_check(tag != TAG_none && tag != TAG_custom && tag != TAG_form && tag != TAG_input);
		fuzz_check((tag_info[tag].flags & TAG_RAW_SKIPPED) == 0);
	}
}

#define MOST_OPEN 64

/*
 * Reads the tag that begins at i, and returns the offset after it. Every element is closed by its
 * own name; values are in double quotes, without '<'.
 */
static uint32_t
check_tag(Str xml, uint32_t i, Str *open, uint32_t *depth)
{
	bool closes = xml.data[++i] == '/';
	uint32_t start = i + closes;
	uint32_t end = start;
	bool in_value = false;
	Str name;

	while (end < xml.len && ascii_alpha(xml.data[end]))
		end++;
	name = str_sub(xml, start, end - start);
	fuzz_check(name.len > 0);
	for (i = end; i < xml.len && (in_value || xml.data[i] != '>'); i++)
	{
		fuzz_check(xml.data[i] != '<');
		in_value ^= xml.data[i] == '"';
	}
	fuzz_check(i < xml.len);
	if (closes)
		fuzz_check(*depth > 0 && i == end && str_equal(open[--*depth], name));
	else if (xml.data[i - 1] != '/')
	{
		fuzz_check(*depth < MOST_OPEN);
		open[(*depth)++] = name;
	}
	return i + 1;
}

/* One well-formed element, of characters that XML allows. */
static void
check_tei(Str xml)
{
	Str open[MOST_OPEN];
	uint32_t depth = 0;

	fuzz_check_text(xml);
	fuzz_check(str_starts_ascii(xml, STR("<TEI ")));
	for (uint32_t i = 0; i < xml.len;)
		fuzz_check(markup_knows(utf8_next(xml.data, xml.len, &i)));
	for (uint32_t i = 0; i < xml.len;)
	{
		fuzz_check(i == 0 || depth > 0);
		if (xml.data[i] == '<')
			i = check_tag(xml, i, open, &depth);
		else
			i++;
	}
	fuzz_check(depth == 0);
}

static void
check_explanation(Str html)
{
	for (uint32_t i = 0; i < html.len; i++)
		fuzz_check((unsigned char) html.data[i] < 0x80 && html.data[i] != '\0');
}

static void
check_link(void *context, const ArticleLink *link)
{
	(void) context;
	check_address(link->url);
}

void
fuzz_check_views(Reader *reader)
{
	uint32_t count = 0;

	links_each(reader, check_link, NULL);
	(void) dates_list(reader, &count);
	check_html(article_to_html(reader));
	fuzz_check_text(article_to_markdown(reader));
	check_tei(article_to_tei(reader));
	check_tei(article_fields_to_tei(reader->arena, &reader->article, fuzz_one_hour, NULL));
	fuzz_check_text(page_to_text(reader));
	check_explanation(article_to_explanation(reader));
	check_explanation(article_to_french_explanation(reader));
}
