/*
 * author_mark.c
 *	  What says of an element that it holds an author: the words of its class, id, rel or itemprop, or the path that it
 *	  links to.
 */
#include "article/author.h"

#include "article/cue.h"
#include "html/url.h"

/* Elements above a name that say whose it is. */
#define CONTEXT_LEVELS 10

/* The longest word of the table has 13 letters. */
#define WORD_MAX 16

static const AuthorCue *
find_cue(Str word)
{
	uint32_t low = 0;
	uint32_t high = author_ncues;

	while (low < high)
	{
		uint32_t middle = (low + high) / 2;
		const AuthorCue *cue = &author_cues[middle];
		int order = strncmp(cue->word, word.data, word.len);

		if (order == 0 && cue->word[word.len] == '\0')
			return cue;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Reads one word of letters, which ends too where a capital follows a small letter; longer ones come out cut. */
static Str
read_word(Str value, uint32_t *at, char *word)
{
	uint32_t start = *at;
	uint32_t len = 0;

	while (*at < value.len && ascii_alpha(value.data[*at]))
	{
		char c = value.data[*at];

		if (*at > start && c <= 'Z' && value.data[*at - 1] >= 'a')
			break;
		if (len < WORD_MAX)
			word[len++] = ascii_lower(c);
		(*at)++;
	}
	return str_make(word, len);
}

/* One name of the attribute holds a word for author, and none that takes it back. */
static bool
value_marks(Str value)
{
	char word[WORD_MAX];
	bool marked = false;
	bool taken_back = false;

	for (uint32_t at = 0; at < value.len;)
	{
		const AuthorCue *cue;

		if (ascii_space(value.data[at]))
		{
			if (marked && !taken_back)
				return true;
			marked = taken_back = false;
		}
		if (!ascii_alpha(value.data[at]))
		{
			at++;
			continue;
		}
		cue = find_cue(read_word(value, &at, word));
		marked |= cue != NULL && cue->kind == AUTHOR_CUE;
		taken_back |= cue != NULL && cue->kind == AUTHOR_CUE_NOT;
	}
	return marked && !taken_back;
}

bool
author_is_marked(const Page *page, uint32_t node)
{
	const Node *element = &page->nodes[node];

	for (uint32_t i = element->attr; i < node_attrs_end(element); i++)
	{
		const PageAttr *attr = &page->attrs[i];

		switch (attr->name)
		{
			case ATTR_rel:
			case ATTR_itemprop:
			case ATTR_property:
				if (str_find_ascii(attr_str(attr), STR("author")) >= 0)
					return true;
				break;
			case ATTR_class:
			case ATTR_id:
			case ATTR_data_component:
			case ATTR_data_testid:
				if (value_marks(attr_str(attr)))
					return true;
				break;
			default:
				break;
		}
	}
	return false;
}

/* "/author/anne-dupont", "/auteur-12.html": a segment that begins with the word, and says of whom. */
bool
author_is_link(const Page *page, const Site *site, uint32_t node)
{
	Str href = page->nodes[node].tag == TAG_a ? page_attr(page, node, ATTR_href) : STR_NONE;
	char word[WORD_MAX];
	uint32_t at = 0;
	bool found = false;
	int32_t query = str_find(href, STR("?"));

	if (str_find(href, STR("://")) >= 0)
	{
		if (str_find(url_host(href), site->host) < 0)
			return false; /* his page elsewhere, or somebody else's */
		href = url_path(href);
	}
	else if (query >= 0)
		href = str_sub(href, 0, (uint32_t) query);
	while (at < href.len)
	{
		const AuthorCue *cue;

		if (href.data[at++] != '/' || at >= href.len || !ascii_alpha(href.data[at]))
			continue;
		cue = find_cue(read_word(href, &at, word));
		if (cue != NULL && cue->kind == AUTHOR_CUE_NOT)
			return false;
		found |= cue != NULL && at + 1 < href.len && href.data[at] != '.';
	}
	return found;
}

bool
author_is_elsewhere(const Page *page, uint32_t node)
{
	const uint32_t others = 1u << CLASS_CUE_COMMENT | 1u << CLASS_CUE_RELATED | 1u << CLASS_CUE_NAV;
	uint32_t up = node;

	for (int level = 0; level < CONTEXT_LEVELS && up != 0; level++, up = page->nodes[up].parent)
	{
		TagId tag = (TagId) page->nodes[up].tag;

		if (tag == TAG_nav || (class_cues(page_attr(page, up, ATTR_class)) & others) != 0)
			return true;
		if (tag == TAG_article || tag == TAG_main)
			return false;
	}
	return false;
}
