/*
 * htmlxml.c
 *	  SQL: html_xml.  A page in, the same page as a well-formed XML document out.
 */
#include "postgres.h"

#include "pg/compat.h"
#include "pg/servertext.h"
#include "pg/wholepage.h"
#include "pg/xmltype.h"

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

SQL_FUNCTION(html_xml);
Datum
html_xml(PG_FUNCTION_ARGS)
{
	PageRequest request;
	bool isnull;
	Datum value;

	if (!request_read(&request, &plan_url, fcinfo))
		PG_RETURN_NULL();
	xmltype_require("The functions html_xpath and html_select work without it.");
	value = page_xml(&request, &isnull);
	if (isnull)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(value);
}
