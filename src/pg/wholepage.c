/*
 * wholepage.c
 *	  See wholepage.h.
 */
#include "postgres.h"

#include "utils/memutils.h"

#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/servertext.h"
#include "pg/wholepage.h"

static bool
parse(WholePage *whole, const PageRequest *request)
{
	struct varlena *value =
		pg_detoast_datum_packed((struct varlena *) DatumGetPointer(request->html));
	PageOptions options = {.interrupted = memory_poll, .whole = true};
	Document document = request_open(
		request, str_make(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)), false, &whole->arena);

	if (document.text.len == 0)
		return false;
	options.clean = document.clean;
	(void) page_parse(&whole->page, &whole->arena, document.text, &options);
	whole->writing.charset = servertext_charset();
	if (request->url.data != NULL)
		whole->writing.url = servertext_argument(&whole->arena, request->url);
	return true;
}

WholePage *
wholepage_open(const PageRequest *request)
{
	MemoryContext context =
		AllocSetContextCreate(CurrentMemoryContext, "article whole page", ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	WholePage *whole = palloc0(sizeof(WholePage));
	bool is_page;

	whole->context = context;
	arena_init(&whole->arena, memory_allocator(context));
	is_page = parse(whole, request);
	MemoryContextSwitchTo(caller);
	if (is_page)
		return whole;
	MemoryContextDelete(context);
	return NULL;
}

void
wholepage_close(WholePage *whole)
{
	MemoryContextDelete(whole->context);
}
