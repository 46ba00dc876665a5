/*
 * memo.c
 *	  Turns a request into a parsed page, and remembers the last page (the memo).  Each page lives
 *	  in its own memory context, at first under the caller's, so that an error frees a half-built
 *	  page.  Once complete, it becomes the memo and moves under the transaction's context, so that
 *	  idle backends keep nothing.  A page over MEMO_LIMIT is freed by memo_close.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "french/lexicon.h"
#include "pg/core_reader.h"
#include "pg/compat.h"
#include "pg/json.h"
#include "pg/known.h"
#include "pg/memo.h"
#include "pg/memory.h"
#include "pg/ruleset.h"
#include "pg/servertext.h"
#include "pg/zone.h"

/*
 * Limit on the memory that a transaction keeps for its last page.  Of 300 real pages the median
 * takes 0.5 MB and the largest 2.5 MB: five times the size of the page, including the page itself.
 */
#define MEMO_LIMIT ((Size) 16 * 1024 * 1024)

struct ParsedPage
{
	MemoryContext context;
	PageRequest request; /* its strings are copied into context; html is not used */
	Str html;			 /* the requested bytes, in context */
	bool is_toasted;
	struct varatt_external toast; /* the TOAST pointer of html */
	Arena arena;
	Reader reader;
};

static ParsedPage *memo = NULL;
static int64 parses = 0;
static int64 reuses = 0;

static bool
same_str(Str a, Str b)
{
	return (a.data == NULL) == (b.data == NULL) && str_equal(a, b);
}

static bool
same_question(const PageRequest *a, const PageRequest *b)
{
	return a->is_bytea == b->is_bytea && a->has_fetched_at == b->has_fetched_at &&
		   a->fetched_at == b->fetched_at && same_str(a->url, b->url) &&
		   same_str(a->time_zone, b->time_zone) && same_str(a->content_type, b->content_type) &&
		   same_str(a->known, b->known) && same_str(a->rules, b->rules);
}

/* Stores the TOAST pointer of a value in *place; returns false if it is not stored out of line. */
static bool
toast_place(Datum html, struct varatt_external *place)
{
	struct varlena *value = (struct varlena *) DatumGetPointer(html);

	memset(place, 0, sizeof(*place));
	if (!VARATT_IS_EXTERNAL_ONDISK(value))
		return false;
	VARATT_EXTERNAL_GET_POINTER(*place, value);
	return true;
}

/*
 * Returns whether this value has the same TOAST pointer as the memo's.  If so, it need not even be
 * fetched: the value OID of a toasted value is not reused within 2^32 others, and the memo ends
 * with the transaction.
 */
static bool
same_place(Datum html)
{
	struct varatt_external place;

	return toast_place(html, &place) && memo->is_toasted &&
		   memcmp(&place, &memo->toast, sizeof(place)) == 0;
}

static bool
same_bytes(Datum html)
{
	struct varlena *value;
	Str bytes;
	bool same;

	if (same_place(html))
		return true;
	if (toast_raw_datum_size(html) - VARHDRSZ != memo->html.len)
		return false;
	value = pg_detoast_datum_packed((struct varlena *) DatumGetPointer(html));
	bytes = str_make(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
	same = str_equal(bytes, memo->html);
	if ((Pointer) value != DatumGetPointer(html))
		pfree(value);
	return same;
}

static void
forget(void *page)
{
	if (memo == page)
		memo = NULL;
}

/* Makes a complete page the memo, unless it is too large; frees the old one in any case. */
static void
keep(ParsedPage *page)
{
	MemoryContextCallback *callback;

	if (memo != NULL)
		MemoryContextDelete(memo->context);
	if (MemoryContextMemAllocated(page->context, true) > MEMO_LIMIT)
		return;
	callback = MemoryContextAlloc(page->context, sizeof(MemoryContextCallback));
	callback->func = forget;
	callback->arg = page;
	MemoryContextRegisterResetCallback(page->context, callback);
	MemoryContextSetParent(page->context, TopTransactionContext);
	memo = page;
}

/* Returns a copy in the current memory context, followed by a NUL. */
static Str
copy_str(Str s)
{
	char *copy;

	if (s.data == NULL)
		return s;
	copy = MemoryContextAllocHuge(CurrentMemoryContext, (Size) s.len + 1);
	memcpy(copy, s.data, s.len);
	copy[s.len] = '\0';
	return str_make(copy, s.len);
}

static void
copy_request(ParsedPage *page, const PageRequest *request)
{
	struct varlena *value;

	page->request = *request;
	page->request.rules = copy_str(request->rules);
	page->request.url = copy_str(request->url);
	page->request.time_zone = copy_str(request->time_zone);
	page->request.content_type = copy_str(request->content_type);
	page->request.known = copy_str(request->known);
	page->is_toasted = toast_place(request->html, &page->toast);
	value = pg_detoast_datum_packed((struct varlena *) DatumGetPointer(request->html));
	page->html = str_make(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
	if ((Pointer) value == DatumGetPointer(request->html))
		page->html = copy_str(page->html);
}

static void
parse(ParsedPage *page)
{
	ArticleOptions *options = palloc0(sizeof(ArticleOptions));
	Document document = request_open(&page->request, page->html, false, &page->arena);

	options->url = page->request.url.data != NULL
					   ? servertext_argument(&page->arena, page->request.url)
					   : STR_NONE;
	options->has_fetched_at = page->request.has_fetched_at;
	options->fetched_at = page->request.fetched_at;
	options->zone_offset = zone_offset;
	options->zone_context = zone_lookup(page->request.time_zone);
	options->not_a_page = document.not_a_page;
	options->json = json_parse_events;
	options->known_word = lexicon_has;
	if (page->request.rules.data != NULL)
		options->rules = &ruleset_open(page->request.rules)->rules;
	options->page.interrupted = memory_poll;
	options->charset = servertext_charset();
	options->page.clean = document.clean;
	options->known = known_read(&page->arena, page->request.known, options);
	(void) article_read(&page->reader, &page->arena, document.text, options);
	page->reader.article.encoding = document.encoding;
}

ParsedPage *
memo_open(const PageRequest *request)
{
	MemoryContext context;
	MemoryContext caller;
	ParsedPage *page;

	if (memo != NULL && same_question(&memo->request, request) && same_bytes(request->html))
	{
		reuses++;
		return memo;
	}
	context = AllocSetContextCreate(CurrentMemoryContext, "article page", ALLOCSET_DEFAULT_SIZES);
	caller = MemoryContextSwitchTo(context);
	page = palloc0(sizeof(ParsedPage));
	page->context = context;
	arena_init(&page->arena, memory_allocator(context));
	copy_request(page, request);
	parse(page);
	MemoryContextSwitchTo(caller);
	parses++;
	keep(page);
	return page;
}

void
memo_close(ParsedPage *page)
{
	if (page != memo)
		MemoryContextDelete(page->context);
}

const Article *
memo_article(const ParsedPage *page)
{
	return &page->reader.article;
}

Reader
memo_reader(const ParsedPage *page, Arena *arena)
{
	Reader reader = page->reader;

	arena_init(arena, memory_allocator(CurrentMemoryContext));
	reader.arena = arena;
	reader.page.arena = arena;
	return reader;
}

void
memo_counts(int64 *parse_count, int64 *reuse_count)
{
	*parse_count = parses;
	*reuse_count = reuses;
}
