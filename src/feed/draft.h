/*
 * draft.h
 *	  An entry while it is read: what the elements of XML or the members of JSON say in, a FeedEntry
 *	  out.
 *
 * Each add function takes a value as the feed has it, with the rank of its element; see
 * element_list.h.
 */
#ifndef ARTICLE_FEED_DRAFT_H
#define ARTICLE_FEED_DRAFT_H

#include "article/declared/site.h"
#include "base/array.h"
#include "feed/feed.h"

/* The most items of a list; the rest is left out. */
#define FEED_TAGS 256
#define FEED_ENCLOSURES 64
#define FEED_PEOPLE 128
#define FEED_MEMBERS 64
/* Texts longer than this do not go into "extra". */
#define FEED_MEMBER_BYTES 8192

/* A writer of a WordPress site: its export names entries' authors by their logins. */
typedef struct FeedLogin
{
	Str login;
	Str name;
} FeedLogin;

/* With more writers than this, logins are not replaced by names. */
#define FEED_LOGINS 1024

/* What a feed says of all its entries. */
typedef struct FeedInfo
{
	const FeedOptions *options;
	const char *kind;
	Str base; /* what addresses are resolved against; data NULL if unknown */
	Str title;
	Str language;
	StrList people; /* authors of entries that name none, as written */
	Site site;
	FeedLogin *logins;
	uint32_t nlogins;
	void (*take)(void *context, const FeedEntry *entry);
	void *context;
} FeedInfo;

/* An author, as written, with the rank of the element. */
typedef struct FeedPerson
{
	Str text;
	uint8_t rank;
} FeedPerson;

/* How a text is to be read. */
typedef enum FeedForm
{
	FEED_FORM_PLAIN, /* text: a '<' is a '<' */
	FEED_FORM_HTML	 /* markup */
} FeedForm;

typedef struct Draft
{
	const FeedInfo *feed;
	Arena *arena;
	FeedEntry entry;
	Str base;	 /* of the entry */
	Str title;	 /* as read, not yet cleaned */
	Str summary; /* markup */
	FeedForm title_form;
	FeedPerson *people;
	uint32_t npeople;
	uint8_t title_rank;
	uint8_t link_rank;
	uint8_t guid_rank;
	uint8_t published_rank;
	uint8_t updated_rank;
	uint8_t summary_rank;
	uint8_t html_rank;
	uint8_t image_rank;
	uint32_t image_width; /* in pixels; 0: not declared */
	uint8_t language_rank;
	uint8_t site_rank;
	Str guid_link; /* the guid, if it may be an address */
	StrList tag_keys;
} Draft;

extern void draft_begin(Draft *draft, const FeedInfo *feed, Arena *arena, Str base);
/* Completes the entry and passes it to the caller, unless it is empty. */
extern void draft_end(Draft *draft);

extern void draft_title(Draft *draft, Str text, FeedForm form, uint8_t rank);
extern void draft_link(Draft *draft, Str base, Str reference, uint8_t rank);
extern void draft_guid(Draft *draft, Str guid, bool may_be_link, uint8_t rank);
extern void draft_author(Draft *draft, Str text, uint8_t rank);
/*
 * Adds a date; one that cannot be read goes into "extra" under that name. utc: without a zone it is
 * in UTC.
 */
extern void draft_published(Draft *draft, Str name, Str text, bool utc, uint8_t rank);
extern void draft_updated(Draft *draft, Str name, Str text, bool utc, uint8_t rank);
extern void draft_tag(Draft *draft, Str text);
extern void draft_tag_list(Draft *draft, Str text); /* separated by commas */
/* Markup; its addresses are absolute already. */
extern void draft_summary(Draft *draft, Str markup, uint8_t rank);
extern void draft_html(Draft *draft, Str markup, uint8_t rank);
extern void draft_image(Draft *draft, Str base, Str reference, uint8_t rank);
/* The same with its width in pixels, or 0: of several of one rank the widest is taken. */
extern void draft_image_of(Draft *draft, Str base, Str reference, uint8_t rank, uint32_t width);
extern void draft_language(Draft *draft, Str tag, uint8_t rank);
extern void draft_site(Draft *draft, Str name, uint8_t rank);
extern void draft_enclosure(Draft *draft, const FeedEnclosure *enclosure);
extern void draft_member(Draft *draft, Str name, Str text);

/*
 * person.c: adds the names in a list of authors as written to names, as parse_article cleans them.
 */
extern void feed_people(Arena *arena, const FeedInfo *feed, const StrList *people, StrList *names);

/* feed_date.c: reads a date. Returns false if it is none, or no date of an article. */
extern bool feed_date(const Draft *draft, Str text, bool utc, Instant *instant);

/* draft.c: cleans what the feed says of all entries, once it is known. */
extern void feed_info_finish(FeedInfo *feed, Arena *arena);

/* feed_json.c: reads a JSON Feed. Returns false if the text is none. */
extern bool feed_read_json(FeedInfo *feed, Arena *arena, Str text);

/* feed_xml.c: reads a feed in XML, or a fragment of one. */
extern void feed_read_xml(FeedInfo *feed, Arena *arena, Str text);

/* feed_lines.c: reads a sitemap that is a list of addresses. Returns false if the text is none. */
extern bool feed_read_lines(FeedInfo *feed, Arena *arena, Str text);

#endif
