/*
 * htmlxml.c
 *	  SQL: html_xml.  A page in, the same page as a well-formed XML document out.
 */
#include "postgres.h"

#include "pg/compat.h"
#include "pg/servertext.h"
#include "pg/wholepage.h"

#ifdef USE_LIBXML
static Datum
page_xml(const PageRequest *request, bool *isnull)
{
	WholePage *whole = wholepage_open(request);
	Datum value;

	*isnull = whole == NULL;
	if (whole == NULL)
		return (Datum) 0;
	value = servertext_markup_datum(xml_write_page(&whole->page, &whole->arena, &whole->writing));
	wholepage_close(whole);
	return value;
}
#else
/* As the server itself does without libxml. */
static Datum
page_xml(const PageRequest *request, bool *isnull)
{
	(void) request;
	(void) isnull;
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED), errmsg("unsupported XML feature"),
			 errdetail("This functionality requires the server to be built with libxml support."),
			 errhint("The functions html_xpath and html_select work without it.")));
	return (Datum) 0;
}
#endif

SQL_FUNCTION(html_xml);
Datum
html_xml(PG_FUNCTION_ARGS)
{
	PageRequest request;
	bool isnull;
	Datum value;

	if (!request_read(&request, &plan_url, fcinfo))
		PG_RETURN_NULL();
	value = page_xml(&request, &isnull);
	if (isnull)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(value);
}
