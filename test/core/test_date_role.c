/*
 * test_date_role.c
 *	  The names of an element decide whether its date is one of publication or of modification.
 */
#include "tap.h"
#include "view.h"

static DateRole
role_of_class(const char *class)
{
	ArticleDate *dates;
	uint32_t count;
	StrBuf page;

	strbuf_init(&page, &tap_arena);
	strbuf_add(&page, STR("<h1>Le pont rouvre</h1><p class='"));
	strbuf_add(&page, str_cstr(class));
	strbuf_add(&page, STR("'>12 janvier 2020</p><p>Le pont a rouvert ce matin.</p>"));
	dates = dates_list(view_read(strbuf_str(&page)), &count);
	return count == 1 ? dates[0].role : DATE_OTHER;
}

static void
check_roles(const char *const *classes, DateRole role)
{
	for (; *classes != NULL; classes++)
		tap_equal_int(role_of_class(*classes), role, *classes);
}

void
test_date_role(void)
{
	static const char *const published[] = {
		"date-published", "publication", "posted-on", "dateCreated",	   "pubdate",
		"entry-date",	  "post-date",	 "issued",	  "published updated", NULL};
	static const char *const modified[] = {
		"dateModified", "updated",			"maj-date", "wann-geaendert", "aktualisiert",
		"actualizado",	"lastmod",			"revised",	"aggiornato",	  "atualizado",
		"mise-a-jour",	"date LAST-UPDATE", NULL};
	static const char *const others[] = {"date", "rubrique", "up", "pu", "m", NULL};

	check_roles(published, DATE_PUBLISHED);
	check_roles(modified, DATE_MODIFIED);
	check_roles(others, DATE_OTHER);
}
