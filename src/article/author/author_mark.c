/*
 * author_mark.c
 *	  How an element is recognized as holding an author: by the words of its class, id, rel or
 *	  itemprop, or by the path that it links to.
 */
#include "article/author/author.h"

#include "base/search.h"
#include "article/cue/cue.h"
#include "html/url.h"

/* Levels above a name at which an element says whose name it is. */
#define CONTEXT_LEVELS 10

/* The longest word of the table has 13 letters. */
#define WORD_MAX 16

/* Encodes the first three letters of a word as a number, ignoring case. */
static uint32_t
first_letters(const char *word)
{
	return (uint32_t) (word[0] & 31) << 10 | (uint32_t) (word[1] & 31) << 5 | (word[2] & 31);
}

_Static_assert(AUTHOR_STARTS == 32 * 32 * 32, "a bit for any three letters");

static void
add_start(uint64_t *starts, const char *word)
{
	uint32_t first = first_letters(word);

	starts[first / 64] |= UINT64_C(1) << first % 64;
}

static bool
has_start(const uint64_t *starts, const char *word)
{
	uint32_t first = first_letters(word);

	return (starts[first / 64] >> first % 64 & 1) != 0;
}

void
author_starts_init(AuthorStarts *starts)
{
	memset(starts, 0, sizeof(*starts));
	for (uint32_t i = 0; i < author_ncues; i++)
	{
		add_start(starts->all, author_cues[i].word);
		if (author_cues[i].kind == AUTHOR_CUE)
			add_start(starts->marks, author_cues[i].word);
	}
}

/* Can any word of the value be a word for author?  Tests the first three letters only. */
static bool
may_mark(const AuthorStarts *starts, Str value)
{
	for (uint32_t i = 0; i + 2 < value.len; i++)
	{
		if (i > 0 && ascii_alpha(value.data[i - 1]) &&
			(value.data[i] > 'Z' || value.data[i - 1] < 'a'))
			continue; /* inside a word, see read_word() */
		if (has_start(starts->marks, value.data + i))
			return true;
	}
	return false;
}

static const AuthorCue *
find_cue(Str word)
{
	uint32_t low = 0;
	uint32_t high = author_ncues;

	SEARCH_FIRST(low, high, strncmp(author_cues[middle].word, word.data, word.len) < 0)
	return low < author_ncues && strncmp(author_cues[low].word, word.data, word.len) == 0 &&
				   author_cues[low].word[word.len] == '\0'
			   ? &author_cues[low]
			   : NULL;
}

/*
 * Reads one word into a buffer of WORD_MAX bytes; longer words are cut.  A word also ends where an
 * uppercase letter follows a lowercase one.
 */
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

/* Does one name of the attribute contain a word for author, and none that revokes it? */
static bool
value_marks(const AuthorStarts *starts, Str value)
{
	char word[WORD_MAX];
	bool marked = false;
	bool taken_back = false;

	if (!may_mark(starts, value))
		return false;
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
author_is_declared(const Page *page, uint32_t node)
{
	return str_find_ascii(page_attr(page, node, ATTR_rel), STR("author")) >= 0 ||
		   str_find_ascii(page_attr(page, node, ATTR_itemprop), STR("author")) >= 0 ||
		   str_find_ascii(page_attr(page, node, ATTR_property), STR("author")) >= 0;
}

bool
author_is_marked(const Page *page, const AuthorStarts *starts, uint32_t node)
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
				if (value_marks(starts, attr_str(attr)))
					return true;
				break;
			default:
				break;
		}
	}
	return false;
}

/* Returns an address without its host and its query. */
static Str
path_of(Str address)
{
	const char *colon = address.len > 0 ? memchr(address.data, ':', address.len) : NULL;
	uint32_t start = colon != NULL ? (uint32_t) (colon - address.data) + 1 : 0;
	uint32_t end;

	if (start > 0 && start + 2 < address.len && address.data[start] == '/' &&
		address.data[start + 1] == '/')
		for (start += 2; start < address.len && address.data[start] != '/';)
			start++;
	else
		start = 0;
	for (end = start; end < address.len && address.data[end] != '?';)
		end++;
	return str_sub(address, start, end - start);
}

/*
 * "/author/anne-dupont", "/auteur-12.html": is there a path segment that begins with such a word
 * and goes on to name the author?
 */
bool
author_is_link(const Page *page, const Site *site, const AuthorStarts *starts, uint32_t node)
{
	Str address;
	Str href;
	char letters[WORD_MAX];
	uint32_t at = 0;
	bool found = false;

	if (page->nodes[node].tag != TAG_a)
		return false;
	address = page_attr(page, node, ATTR_href);
	href = path_of(address);
	while (at < href.len)
	{
		const AuthorCue *cue;
		Str word;

		if (href.data[at++] != '/' || at >= href.len || !ascii_alpha(href.data[at]))
			continue;
		word = read_word(href, &at, letters);
		if (word.len > 2 && !has_start(starts->all, word.data))
			continue;
		cue = find_cue(word);
		if (cue != NULL && cue->kind == AUTHOR_CUE_NOT)
			return false;
		found |= cue != NULL && at + 1 < href.len && href.data[at] != '.';
	}
	/* not the author's page elsewhere, or somebody else's */
	return found && (address.data[0] == '/' || str_find(address, STR("://")) < 0 ||
					 str_find(url_host(address), site->host) >= 0);
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
