/*
 * person.c
 *	  The authors of an entry, as feeds write them: "Anne Vidal", "anne@journal.example (Anne
 *	  Vidal)", "Anne Vidal <anne@journal.example>", "Par Anne Vidal et Luc Roy (AFP)".
 */
#include "article/author/author.h"
#include "article/declared/facts.h"
#include "feed/draft.h"

static bool
is_address(Str word)
{
	const char *at = word.len > 0 ? memchr(word.data, '@', word.len) : NULL;

	return at != NULL && at > word.data && at + 1 < word.data + word.len &&
		   memchr(at, '.', (size_t) (word.data + word.len - at)) != NULL;
}

/* Removes the brackets and punctuation around a word. */
static Str
without_brackets(Str word)
{
	while (word.len > 0 && strchr("<([", word.data[0]) != NULL)
		word = str_sub(word, 1, word.len);
	while (word.len > 0 && strchr(">)],;", word.data[word.len - 1]) != NULL)
		word.len--;
	return word;
}

/* Appends a word; without the parenthesis that closes the name in which it is, if it has it. */
static void
add_word(StrBuf *buf, Str word, bool *open)
{
	uint32_t end = word.len;

	if (buf->len > 0)
		strbuf_add_char(buf, ' ');
	while (end > 0 && strchr(",;", word.data[end - 1]) != NULL)
		end--;
	if (!*open || end == 0 || word.data[end - 1] != ')')
	{
		strbuf_add(buf, word);
		return;
	}
	*open = false;
	strbuf_add(buf, str_sub(word, 0, end - 1));
	strbuf_add(buf, str_sub(word, end, word.len));
}

/*
 * Removes e-mail addresses, and the parentheses around the names beside them. Returns the text
 * itself if it has none.
 */
static Str
without_email(Arena *arena, Str text)
{
	StrBuf buf;
	bool found = false;
	bool beside = false; /* an address comes right before */
	bool open = false;	 /* in the parentheses after one */

	if (text.len == 0 || memchr(text.data, '@', text.len) == NULL)
		return text;
	strbuf_init(&buf, arena);
	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t from = i;
		bool named = beside && text.data[i] == '(';

		while (i < text.len && text.data[i] != ' ')
			i++;
		beside = is_address(without_brackets(str_sub(text, from, i - from)));
		found |= beside;
		open |= named;
		if (!beside)
			add_word(&buf, str_sub(text, from + named, i - from - named), &open);
		while (i < text.len && text.data[i] == ' ')
			i++;
	}
	if (!found)
		return text;
	text = str_trim(strbuf_str(&buf));
	if (text.len > 1 && text.data[0] == '(' && text.data[text.len - 1] == ')')
		text = str_trim(str_sub(text, 1, text.len - 2));
	return text;
}

/* The name that a WordPress site shows for a login; the text itself if it is none. */
static Str
shown_name(const FeedInfo *feed, Str text)
{
	for (uint32_t i = 0; i < feed->nlogins; i++)
		if (str_equal(feed->logins[i].login, text))
			return feed->logins[i].name;
	return text;
}

static void
add_person(Arena *arena, const FeedInfo *feed, AuthorList *list, Str text)
{
	Byline byline;

	text = fact_clean(arena, shown_name(feed, text));
	text = without_email(arena, text);
	if (text.len == 0 || fact_is_placeholder(text))
		return;
	byline_read(&byline, text, BYLINE_DECLARED);
	author_list_add(list, arena, &feed->site, &byline);
}

/* Next to people, the name of the site is not an author. */
void
feed_people(Arena *arena, const FeedInfo *feed, const StrList *people, StrList *names)
{
	AuthorList *list;

	if (people->count == 0)
		return;
	list = arena_alloc(arena, sizeof(AuthorList));
	author_list_init(list, "feed", true);
	for (uint32_t i = 0; i < people->count; i++)
		add_person(arena, feed, list, people->items[i]);
	for (uint32_t i = 0; i < list->count; i++)
		if (list->people == 0 || !list->items[i].is_site)
			strlist_add(names, arena, list->items[i].name);
}
