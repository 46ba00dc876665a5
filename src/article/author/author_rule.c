/*
 * author_rule.c
 *	  The authors that a site's rules find: the texts of one rule in, names out, cleaned like any
 *	  byline.
 */
#include "article/author/author.h"

#include "text/compare.h"

/* How often a rule that finds names finds the right ones. */
#define CONFIDENCE_RULED 0.95f

/* "Dupont, Anne" is Anne Dupont if the page names her so elsewhere. */
static Str
in_order(const Reader *reader, Str line)
{
	int32_t comma = str_find(line, STR(","));
	Str turned;
	Str key;

	if (comma < 0)
		return line;
	turned = author_turned(reader->arena, line, (uint32_t) comma);
	key = compare_key(reader->arena, turned);
	for (uint32_t i = 0; i < reader->article.authors.count; i++)
		if (str_equal(compare_key(reader->arena, reader->article.authors.items[i]), key))
			return turned;
	return line;
}

/* A text that a rule takes is usually a byline; in metadata it may be a name of any form. */
static void
read_byline(Byline *byline, const Reader *reader, Str text)
{
	Str line = in_order(reader, str_collapse(reader->arena, text));

	byline_read(byline, line, BYLINE_MARKED);
	if (byline->count == 0)
		byline_read(byline, line, BYLINE_DECLARED);
}

/* Reads what the rule of item i finds.  Returns the first item of another rule. */
static uint32_t
read_rule(AuthorList *list, const Reader *reader, const Site *site, uint32_t i)
{
	const RuledTexts *texts = &reader->ruling->authors;
	uint32_t line = texts->items[i].line;

	author_list_init(list, ruled_source(reader, line), true);
	for (; i < texts->count && texts->items[i].line == line; i++)
	{
		Byline byline;

		read_byline(&byline, reader, texts->items[i].text);
		author_list_add(list, reader->arena, site, &byline);
	}
	return i;
}

/* A sign that stands for a name, such as "avd": one short word without a capital. */
#define LONGEST_SIGN 5

static bool
is_sign(Str name)
{
	for (uint32_t i = 0; i < name.len; i++)
		if (name.data[i] < 'a' || name.data[i] > 'z')
			return false;
	return name.len <= LONGEST_SIGN;
}

/* The site itself signs only what nobody else signs, and a pen name tells less than the name. */
static bool
names_nobody(const AuthorList *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (!list->items[i].is_site && !is_sign(list->items[i].name))
			return false;
	return true;
}

static void
take(Reader *reader, const AuthorList *list)
{
	Article *article = &reader->article;

	memset(&article->authors, 0, sizeof(article->authors));
	for (uint32_t i = 0; i < list->count; i++)
		if (list->people == 0 || list->items[i].kind == BYLINE_IS_PERSON || !list->items[i].is_site)
			strlist_add(&article->authors, reader->arena, list->items[i].name);
	article->authors_source = list->source;
	article->confidence_authors = CONFIDENCE_RULED;
	reader->ruled |= RULED_AUTHORS;
}

void
authors_obey(Reader *reader)
{
	AuthorList *list = arena_new(reader->arena, AuthorList);
	Site site;

	site_read(&site, reader);
	for (uint32_t i = 0; i < reader->ruling->authors.count;)
	{
		i = read_rule(list, reader, &site, i);
		if (list->count == 0 || (names_nobody(list) && reader->article.authors.count > 0))
			continue;
		take(reader, list);
		return;
	}
	if (!ruled_only(reader, RULED_AUTHORS))
		return;
	memset(&reader->article.authors, 0, sizeof(reader->article.authors));
	reader->article.authors_source = NULL;
	reader->article.confidence_authors = 0;
}
