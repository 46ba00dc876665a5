/*
 * htmlnode.c
 *	  SQL: html_xpath and html_select.  A page and a path or selector in, what it finds out, as
 *	  rows. A compiled path or selector is kept per call site.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/memutils.h"

#include "pg/compat.h"
#include "pg/htmlnode.h"
#include "pg/htmlpath.h"
#include "pg/jsonbuild.h"
#include "pg/memory.h"
#include "pg/row.h"
#include "pg/servertext.h"
#include "pg/wholepage.h"
#include "xml/xml_select.h"

/* What is compiled at a call site, stored in fn_extra: a path or a selector. */
typedef struct NodeSite
{
	MemoryContext context; /* of what follows */
	Str text;			   /* as the caller gave it */
	Str source;			   /* in UTF-8 */
	XmlPath *path;
	XmlSelector *selector;
	MemoryContextCallback callback;
} NodeSite;

typedef struct NodeRows
{
	WholePage *whole;
	Tuplestorestate *store;
	RowMap *map;
	int32 position;
	Size size; /* bytes of text and html so far */
} NodeRows;

/* ---------------------------------------------------------------- call sites */

static void
free_path(void *site)
{
	xml_path_free(((NodeSite *) site)->path);
}

/* Returns the site of this call, empty unless it was for the same text. */
static NodeSite *
find_site(FunctionCallInfo fcinfo, Str text)
{
	NodeSite *site = fcinfo->flinfo->fn_extra;
	MemoryContext context;
	Arena arena;

	if (site != NULL && str_equal(site->text, text))
		return site;
	fcinfo->flinfo->fn_extra = NULL;
	if (site != NULL)
		MemoryContextDelete(site->context);
	context = AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "article path", ALLOCSET_SMALL_SIZES);
	site = MemoryContextAllocZero(context, sizeof(NodeSite));
	site->context = context;
	arena_init(&arena, memory_allocator(context));
	site->text = str_copy(&arena, text);
	site->source = str_copy(&arena, servertext_argument(&arena, text));
	site->callback = (MemoryContextCallback){.func = free_path, .arg = site};
	MemoryContextRegisterResetCallback(context, &site->callback);
	fcinfo->flinfo->fn_extra = site;
	return site;
}

static void
compile_path(NodeSite *site)
{
	XmlLimits limits = htmlpath_limits(0);
	XmlError error;
	XmlStatus status;

	if (site->path != NULL)
		return;
	status = xml_path_compile(&site->path, site->source, &limits, &error);
	if (status != XML_STATUS_OK)
		htmlpath_raise(status, &error, site->source);
}

static void
compile_selector(NodeSite *site)
{
	XmlError error;
	Arena arena;

	if (site->selector != NULL)
		return;
	arena_init(&arena, memory_allocator(site->context));
	site->selector = xml_select_compile(&arena, site->source, &error);
	if (site->selector == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_SYNTAX_ERROR), errmsg("invalid CSS selector: %s", error.message),
				 errdetail("The error is at character %d.",
						   pg_mbstrlen_with_len(site->source.data, error.position) + 1),
				 errhint("A selector is as in querySelectorAll(), such as div.intro > p:not(.ad); "
						 "for other questions there is html_xpath.")));
}

/* ---------------------------------------------------------------- rows */

static int max_result_size = 65536; /* kilobytes */

void
htmlnode_define_settings(void)
{
	DefineCustomIntVariable(
		"article.max_result_size", "The largest result of html_xpath or html_select on a page.",
		"The text and the html of all rows count; more is an error.", &max_result_size, 65536, 1,
		1048576, PGC_USERSET, GUC_UNIT_KB, NULL, NULL, NULL);
}

static void
check_result(const NodeRows *rows)
{
	if (rows->size > (Size) max_result_size * 1024)
		ereport(
			ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("result is too large"),
			 errdetail("Its text and html have more than article.max_result_size, which is %d kB.",
					   max_result_size),
			 errhint("Select fewer elements that contain one another, or increase "
					 "article.max_result_size.")));
}

/* The words of an item, or the value of an attribute with absolute addresses. */
static Str
item_text(const NodeRows *rows, const XmlItem *item, Arena *arena)
{
	if (item->kind == XML_ITEM_ATTRIBUTE)
		return xml_item_value(item, &rows->whole->page, arena, &rows->whole->writing);
	return xml_item_text(item, &rows->whole->page, arena);
}

static Datum
item_attrs(const NodeRows *rows, const XmlItem *item, Arena *arena)
{
	JsonBuild build = {0};
	uint32_t count;
	XmlAttrValue *attrs =
		xml_item_attrs(item, &rows->whole->page, arena, &rows->whole->writing, &count);

	jsonbuild_object(&build);
	for (uint32_t i = 0; i < count; i++)
	{
		jsonbuild_key(&build, attrs[i].name);
		jsonbuild_string(&build, attrs[i].value);
	}
	jsonbuild_close(&build);
	return JsonbPGetDatum(JsonbValueToJsonb(build.result));
}

static void
put_item(NodeRows *rows, const XmlItem *item)
{
	MemoryContext context =
		AllocSetContextCreate(CurrentMemoryContext, "article row", ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	RowValues row = {0};
	Arena arena;
	Str text;
	Str html;

	arena_init(&arena, memory_allocator(context));
	text = item_text(rows, item, &arena);
	html = xml_write_inner(item, &rows->whole->page, &arena, &rows->whole->writing);
	rows->size += (Size) text.len + html.len;
	check_result(rows);
	row.value[0] = Int32GetDatum(++rows->position);
	row.isnull[1] = item->name.data == NULL;
	if (item->name.data != NULL)
		row.value[1] = servertext_datum(item->name);
	row.value[2] = servertext_datum(text);
	row.value[3] = servertext_markup_datum(html);
	row.isnull[4] = item->kind != XML_ITEM_ELEMENT;
	if (item->kind == XML_ITEM_ELEMENT)
		row.value[4] = item_attrs(rows, item, &arena);
	row_put(rows->map, rows->store, &row);
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(context);
}

static void
put_items(NodeRows *rows, const XmlItem *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		put_item(rows, &items[i]);
}

/* A string, number or boolean is one row of text. */
static void
put_value(NodeRows *rows, Str text)
{
	RowValues row = {.isnull = {false, true, false, true, true}};

	rows->size += text.len;
	check_result(rows);
	row.value[0] = Int32GetDatum(1);
	row.value[2] = servertext_datum(text);
	row_put(rows->map, rows->store, &row);
}

/* ---------------------------------------------------------------- functions */

static void
run_path(NodeRows *rows, NodeSite *site)
{
	WholePage *whole = rows->whole;
	XmlLimits limits = htmlpath_limits(whole->page.source.len);
	XmlDocument *document = xml_document_build(&whole->arena, &whole->page, &site->source, 1);
	XmlResult result;
	XmlError error;
	XmlStatus status;

	while ((status = xml_path_evaluate(site->path, document, NULL, &limits, &whole->arena, &result,
									   &error)) != XML_STATUS_OK)
	{
		if (status != XML_STATUS_INTERRUPTED)
			htmlpath_raise(status, &error, site->source);
		CHECK_FOR_INTERRUPTS();
	}
	if (result.kind == XML_RESULT_ITEMS)
		put_items(rows, result.items, result.count);
	else
		put_value(rows, result.string);
}

static void
run_selector(NodeRows *rows, NodeSite *site)
{
	WholePage *whole = rows->whole;
	uint32_t nattrs;
	const Str *attrs = xml_select_attrs(site->selector, &nattrs);
	XmlDocument *document = xml_document_build(&whole->arena, &whole->page, attrs, nattrs);
	uint32_t count;
	XmlItem *items = xml_select(site->selector, document, &whole->arena, &count);

	put_items(rows, items, count);
}

/* Reads the arguments, and puts what `run` finds into the result. */
static Datum
found_nodes(FunctionCallInfo fcinfo, void (*compile)(NodeSite *site),
			void (*run)(NodeRows *rows, NodeSite *site))
{
	static const RowColumn columns[] = {{"position", INT4OID},
										{"name", TEXTOID},
										{"text", TEXTOID},
										{"html", TEXTOID},
										{"attributes", JSONBOID}};
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	NodeRows rows = {0};
	PageRequest request;
	NodeSite *site;
	text *path;

	row_result(fcinfo);
	if (PG_ARGISNULL(1) || !request_read(&request, &plan_path, fcinfo))
		return (Datum) 0;
	path = PG_GETARG_TEXT_PP(1);
	site = find_site(fcinfo, str_make(VARDATA_ANY(path), VARSIZE_ANY_EXHDR(path)));
	compile(site);
	rows.store = result->setResult;
	rows.map = row_map(result->setDesc, columns, lengthof(columns));
	rows.whole = wholepage_open(&request);
	if (rows.whole == NULL)
		return (Datum) 0;
	run(&rows, site);
	wholepage_close(rows.whole);
	return (Datum) 0;
}

SQL_FUNCTION(html_xpath);
Datum
html_xpath(PG_FUNCTION_ARGS)
{
	return found_nodes(fcinfo, compile_path, run_path);
}

SQL_FUNCTION(html_select);
Datum
html_select(PG_FUNCTION_ARGS)
{
	return found_nodes(fcinfo, compile_selector, run_selector);
}
