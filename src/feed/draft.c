/*
 * draft.c
 *	  See draft.h.
 */
#include "feed/draft.h"

#include "article/declared/facts.h"
#include "article/language/language.h"
#include "feed/markup.h"
#include "html/entity.h"
#include "html/url.h"
#include "text/clean.h"
#include "text/compare.h"

/* A longer tag is a sentence. */
#define LONGEST_TAG 200
/* The highest rank in element_list.h. */
#define HIGHEST_RANK 10

void
draft_begin(Draft *draft, const FeedInfo *feed, Arena *arena, Str base)
{
	memset(draft, 0, sizeof(*draft));
	draft->feed = feed;
	draft->arena = arena;
	draft->base = base;
	draft->entry.kind = feed->kind;
}

/* Does a value of this rank replace the one so far? If so, notes the rank. */
static bool
outranks(uint8_t rank, uint8_t *so_far)
{
	if (rank <= *so_far)
		return false;
	*so_far = rank;
	return true;
}

/* Makes room for one more item of an array that doubles. */
static void *
grown(Arena *arena, void *array, uint32_t count, size_t size)
{
	if (count == 0)
		return arena_alloc(arena, 4 * size);
	if (count < 4 || (count & (count - 1)) != 0)
		return array;
	return arena_grow(arena, array, count * size, 2 * count * size);
}

/* ---------------------------------------------------------------- what is said */

void
draft_title(Draft *draft, Str text, FeedForm form, uint8_t rank)
{
	text = str_trim(text);
	if (text.len == 0 || !outranks(rank, &draft->title_rank))
		return;
	draft->title = text;
	draft->title_form = form;
}

void
draft_link(Draft *draft, Str base, Str reference, uint8_t rank)
{
	Str url = reference.len > 0 ? url_resolve(draft->arena, base, reference) : STR_NONE;

	if (url.data != NULL && outranks(rank, &draft->link_rank))
		draft->entry.url = url;
}

void
draft_guid(Draft *draft, Str guid, bool may_be_link, uint8_t rank)
{
	guid = str_collapse(draft->arena, guid);
	if (guid.len == 0 || !outranks(rank, &draft->guid_rank))
		return;
	draft->entry.guid = guid;
	draft->guid_link = may_be_link ? guid : STR_NONE;
}

void
draft_author(Draft *draft, Str text, uint8_t rank)
{
	text = str_trim(text);
	if (text.len == 0 || draft->npeople >= FEED_PEOPLE)
		return;
	draft->people = grown(draft->arena, draft->people, draft->npeople, sizeof(FeedPerson));
	draft->people[draft->npeople++] = (FeedPerson){text, rank};
}

static void
add_date(Draft *draft, Str name, Str text, bool utc, uint8_t rank, uint8_t *so_far,
		 Instant *instant)
{
	Instant read;

	text = str_collapse(draft->arena, text);
	if (text.len == 0)
		return;
	if (!feed_date(draft, text, utc, &read))
		draft_member(draft, name, text);
	else if (outranks(rank, so_far))
		*instant = read;
}

void
draft_published(Draft *draft, Str name, Str text, bool utc, uint8_t rank)
{
	add_date(draft, name, text, utc, rank, &draft->published_rank, &draft->entry.published);
}

void
draft_updated(Draft *draft, Str name, Str text, bool utc, uint8_t rank)
{
	add_date(draft, name, text, utc, rank, &draft->updated_rank, &draft->entry.updated);
}

void
draft_tag(Draft *draft, Str text)
{
	Str tag;
	Str key;

	if (draft->entry.tags.count >= FEED_TAGS)
		return;
	tag = fact_clean(draft->arena, text);
	while (tag.len > 0 && tag.data[0] == '#')
		tag = str_trim(str_sub(tag, 1, tag.len));
	if (tag.len == 0 || tag.len > LONGEST_TAG || str_find(tag, STR("://")) >= 0)
		return;
	key = compare_key(draft->arena, tag);
	if (key.len == 0 || strlist_has(&draft->tag_keys, key))
		return;
	strlist_add(&draft->tag_keys, draft->arena, key);
	strlist_add(&draft->entry.tags, draft->arena, tag);
}

void
draft_tag_list(Draft *draft, Str text)
{
	for (uint32_t from = 0; from < text.len && draft->entry.tags.count < FEED_TAGS;)
	{
		const char *comma = memchr(text.data + from, ',', text.len - from);
		uint32_t end = comma != NULL ? (uint32_t) (comma - text.data) : text.len;

		draft_tag(draft, str_sub(text, from, end - from));
		from = end + 1;
	}
}

void
draft_summary(Draft *draft, Str markup, uint8_t rank)
{
	markup = str_trim(markup);
	if (markup.len > 0 && outranks(rank, &draft->summary_rank))
		draft->summary = markup;
}

void
draft_html(Draft *draft, Str markup, uint8_t rank)
{
	markup = str_trim(markup);
	if (markup.len > 0 && outranks(rank, &draft->html_rank))
		draft->entry.html = markup;
}

void
draft_image_of(Draft *draft, Str base, Str reference, uint8_t rank, uint32_t width)
{
	Str url = reference.len > 0 ? url_resolve(draft->arena, base, reference) : STR_NONE;
	bool wider = rank == draft->image_rank && draft->image_width > 0 && width > draft->image_width;

	if (url.data == NULL || (!wider && !outranks(rank, &draft->image_rank)))
		return;
	draft->entry.image_url = url;
	draft->image_width = width;
}

void
draft_image(Draft *draft, Str base, Str reference, uint8_t rank)
{
	draft_image_of(draft, base, reference, rank, 0);
}

void
draft_language(Draft *draft, Str tag, uint8_t rank)
{
	tag = language_tag(draft->arena, tag);
	if (tag.data != NULL && outranks(rank, &draft->language_rank))
		draft->entry.language = tag;
}

void
draft_site(Draft *draft, Str name, uint8_t rank)
{
	name = fact_clean(draft->arena, name);
	if (name.len > 0 && outranks(rank, &draft->site_rank))
		draft->entry.site_name = name;
}

void
draft_enclosure(Draft *draft, const FeedEnclosure *enclosure)
{
	FeedEntry *entry = &draft->entry;

	if (enclosure->url.data == NULL || entry->nenclosures >= FEED_ENCLOSURES)
		return;
	for (uint32_t i = 0; i < entry->nenclosures; i++)
		if (str_equal(entry->enclosures[i].url, enclosure->url))
			return;
	entry->enclosures =
		grown(draft->arena, entry->enclosures, entry->nenclosures, sizeof(FeedEnclosure));
	entry->enclosures[entry->nenclosures++] = *enclosure;
}

void
draft_member(Draft *draft, Str name, Str text)
{
	FeedEntry *entry = &draft->entry;

	if (entry->nmembers >= FEED_MEMBERS)
		return;
	text = text.len > 0 ? str_collapse(draft->arena, text) : text;
	if (name.len == 0 || text.len == 0 || text.len > FEED_MEMBER_BYTES)
		return;
	entry->members = grown(draft->arena, entry->members, entry->nmembers, sizeof(FeedMember));
	entry->members[entry->nmembers++] = (FeedMember){name, text};
}

/* ---------------------------------------------------------------- what follows from it */

static Str
clean_title(const Draft *draft)
{
	Str text = draft->title;

	if (draft->title_form == FEED_FORM_HTML)
		return fact_clean(draft->arena, text);
	text = entity_decode(draft->arena, text, true);
	return str_collapse(draft->arena, text_clean(draft->arena, text));
}

/* An entry without content has it in its summary; one without a summary has none. */
static void
finish_texts(Draft *draft)
{
	FeedEntry *entry = &draft->entry;

	entry->title = clean_title(draft);
	entry->summary = markup_as_text(draft->arena, draft->summary);
	if (entry->html.len == 0)
		entry->html = draft->summary;
}

/* All authors of the highest rank of which one is a name: "admin" is none. */
static void
finish_authors(Draft *draft)
{
	FeedEntry *entry = &draft->entry;

	for (uint8_t rank = HIGHEST_RANK; rank > 0 && entry->authors.count == 0; rank--)
	{
		StrList people = {0};

		for (uint32_t i = 0; i < draft->npeople; i++)
			if (draft->people[i].rank == rank)
				strlist_add(&people, draft->arena, draft->people[i].text);
		feed_people(draft->arena, draft->feed, &people, &entry->authors);
	}
	if (entry->authors.count == 0)
		feed_people(draft->arena, draft->feed, &draft->feed->people, &entry->authors);
}

void
draft_end(Draft *draft)
{
	FeedEntry *entry = &draft->entry;

	if (entry->url.data == NULL && draft->guid_link.len > 0)
		entry->url = url_resolve(draft->arena, STR_NONE, draft->guid_link);
	finish_texts(draft);
	if (entry->url.len == 0 && entry->guid.len == 0 && entry->title.len == 0 &&
		entry->html.len == 0 && entry->nenclosures == 0)
		return;
	finish_authors(draft);
	if (entry->language.data == NULL)
		entry->language = draft->feed->language;
	if (entry->site_name.data == NULL)
		entry->site_name = draft->feed->title;
	draft->feed->take(draft->feed->context, entry);
}

void
feed_info_finish(FeedInfo *info, Arena *arena)
{
	info->title = fact_clean(arena, info->title);
	info->language = language_tag(arena, info->language);
	site_add(&info->site, arena, info->title);
}
