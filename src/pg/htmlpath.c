/*
 * htmlpath.c
 *	  See htmlpath.h: the settings that bound XPath, and its errors.
 */
#include "postgres.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/guc.h"

#include "pg/compat.h"
#include "pg/htmlpath.h"
#include "pg/interrupt.h"
#include "pg/memory.h"

/* Memory that an evaluation may take: a constant, and as much as the page. */
#define FREE_MEMORY ((Size) 1024 * 1024)

static int max_operations = 10000000;
static int max_size = 8192; /* kilobytes */

void
htmlpath_define_settings(void)
{
	DefineCustomIntVariable(
		"article.xpath_max_operations", "The most operations that an XPath may take on a page.",
		"An operation is a step to a node, or 64 bytes of text that are compared or copied.",
		&max_operations, 10000000, 1000, PG_INT32_MAX, PGC_USERSET, 0, NULL, NULL, NULL);
	DefineCustomIntVariable("article.xpath_max_size",
							"The largest page on which an XPath is evaluated.",
							"A larger one is an error.", &max_size, 8192, 1, 1048576, PGC_USERSET,
							GUC_UNIT_KB, NULL, NULL, NULL);
}

XmlLimits
htmlpath_limits(Size bytes)
{
	if (bytes > (Size) max_size * 1024)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("page is too large for XPath"),
				 errdetail("It has %zu bytes; article.xpath_max_size is %d kB.", bytes, max_size),
				 errhint("Increase article.xpath_max_size, or use html_select.")));
	return (XmlLimits){.operations = (uint64_t) max_operations,
					   .memory = FREE_MEMORY + bytes,
					   .interrupted = memory_interrupted,
					   .interruptible = interrupt_during};
}

static void
raise_invalid(const XmlError *error, Str path)
{
	int position = error->position < 0
					   ? -1
					   : pg_mbstrlen_with_len(path.data, Min(error->position, (int) path.len));

	ereport(
		ERROR,
		(errcode(ERRCODE_SYNTAX_ERROR), errmsg("invalid XPath expression: %s", error->message),
		 position < 0 ? 0 : errdetail("The error is at character %d.", position + 1),
		 errhint("A path is XPath 1.0 without namespaces, such as //div[@class=\"intro\"]/p.")));
}

void
htmlpath_raise(XmlStatus status, const XmlError *error, Str path)
{
	switch (status)
	{
		case XML_STATUS_INVALID:
			raise_invalid(error, path);
			break;
		case XML_STATUS_TOO_LONG:
			ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
							errmsg("XPath expression is too long or nested too deeply"),
							errdetail("An expression may have %d bytes.", XML_LONGEST_PATH)));
			break;
		case XML_STATUS_TOO_COMPLEX:
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("XPath expression takes too many operations"),
					 errdetail("It takes more than article.xpath_max_operations, which is %d.",
							   max_operations),
					 errhint("Use a path with fewer steps over all elements, or increase "
							 "article.xpath_max_operations.")));
			break;
		case XML_STATUS_TOO_LARGE:
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("XPath expression takes too much memory"),
					 errhint("Use a path that finds fewer nodes or builds shorter strings.")));
			break;
		case XML_STATUS_INTERRUPTED:
			CHECK_FOR_INTERRUPTS();
			break;
		default:
			break;
	}
	ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory"),
					errdetail("XPath could not allocate memory.")));
}
