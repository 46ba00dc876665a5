/*
 * test_url_key.c
 *	  One key for all addresses of a page, and different keys for different pages.
 */
#include "tap.h"

#include "base/array.h"
#include "html/punycode.h"
#include "html/url.h"

static const char *const keys[][2] = {
	{"https://example.org/a/b", "example.org/a/b"},
	{"http://www.example.org/a/b/", "example.org/a/b"},
	{"HTTP://WWW.Example.ORG:80/a/b", "example.org/a/b"},
	{"https://example.org.:443/a//b", "example.org/a/b"},
	{"//www.example.org/a/b", "example.org/a/b"},
	{"www.example.org/a/b", "example.org/a/b"},
	{" https://moi:secret@example.org/a/./c/../b ", "example.org/a/b"},
	{"https://example.org/a/c/%2E%2E/b", "example.org/a/b"},
	{"https://example.org/a/b#commentaires", "example.org/a/b"},
	{"https://example.org/a/b?utm_source=lettre&fbclid=x&xtor=RSS-1", "example.org/a/b"},
	{"https://m.example.org/a/b", "example.org/a/b"},
	{"https://fr.m.example.org/a/b", "fr.example.org/a/b"},
	{"https://amp.example.org/a/b", "example.org/a/b"},
	{"https://example.org/a/b/amp/", "example.org/a/b"},
	{"https://example.org/amp/a/b", "example.org/a/b"},
	{"https://example.org/a/b?amp=1", "example.org/a/b"},
	{"https://example.org/a/b?outputType=amp", "example.org/a/b"},
	{"https://example.org/a/b;jsessionid=0A1B?PHPSESSID=2", "example.org/a/b"},
	{"https://www.google.com/amp/s/www.example.org/a/b", "example.org/a/b"},
	{"https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a/b", "example.org/a/b"},
	{"https://web.archive.org/web/20200101000000id_/http://www.example.org:80/a/b",
	 "example.org/a/b"},
	{"https://example.org/a/b.amp.html", "example.org/a/b.html"},
	{"https://example.org/a/b.amp", "example.org/a/b"},
	{"https://example.org/a/index.html", "example.org/a"},
	{"https://example.org", "example.org"},
	{"https://example.org/", "example.org"},
	{"https://example.org:8080/a", "example.org:8080/a"},
	{"https://example.org/%c3%a9t%C3%A9", "example.org/%C3%A9t%C3%A9"},
	{"https://example.org/été", "example.org/%C3%A9t%C3%A9"},
	{"https://example.org/%7Emoi/%61", "example.org/~moi/a"},
	{"https://example.org/a?b=2&a=1&b=2&c=", "example.org/a?a=1&b=2&c"},
	{"https://example.org/a?a=1&amp;b=2", "example.org/a?a=1&b=2"},
	{"https://example.org/a?q=un+mot", "example.org/a?q=un%20mot"},
	{"https://example.org/#!/article/12", "example.org#!/article/12"},
	{"https://www.Élysée.example/a", "xn--lyse-9oad.example/a"},
	{"https://m.co.uk/a", "m.co.uk/a"},
	{"https://amp.dev/a", "amp.dev/a"},
	{"https://example.org/amp", "example.org"},
	{"mailto:moi@example.org", NULL},
	{"moi@example.org", NULL},
	{"/a/b", NULL},
	{"un mot", NULL},
	{"", NULL},
	{"javascript:alert(1)", NULL},
	{"https://", NULL},
	{"http://localhost/a", NULL},
	{"mot.", NULL},
	{"https://mot./a", NULL},
	{"Il pleut. Le pont est fermé.", NULL},
};

/* Pages that must not share a key. */
static const char *const others[][2] = {
	{"https://example.org/a", "https://example.org/A"},
	{"https://example.org/a?id=1", "https://example.org/a?id=2"},
	{"https://example.org/a?id=1", "https://example.org/a"},
	{"https://example.org/a", "https://example.com/a"},
	{"https://blog.example.org/a", "https://example.org/a"},
	{"https://example.org/ampere", "https://example.org/ere"},
	{"https://example.org/a%2Fb", "https://example.org/a/b"},
	{"https://example.org/a?x=a%26b", "https://example.org/a?x=a&b"},
};

/* RFC 3492, section 7.1, (B), (D) and (L). */
static void
test_punycode(void)
{
	tap_equal_text(punycode_host(&tap_arena, STR("他们为什么不说中文")),
				   STR("xn--ihqwcrb4cv8a8dqg056pqjye"), "Chinese");
	tap_equal_text(punycode_host(&tap_arena, STR("Pročprostěnemluvíčesky")),
				   STR("xn--proprostnemluvesky-uyb24dma41a"), "Czech");
	tap_equal_text(punycode_host(&tap_arena, STR("3年B組金八先生。example")),
				   STR("xn--3b-ww4c5e180e575a65lsy2b.example"), "Japanese");
}

void
test_url_key(void)
{
	for (uint32_t i = 0; i < lengthof(keys); i++)
	{
		Str key = url_key(&tap_arena, str_cstr(keys[i][0]));

		tap_equal_text(key, str_cstr(keys[i][1]), keys[i][0]);
		if (key.data != NULL)
			tap_equal_text(url_key(&tap_arena, key), key, "… and the key is its own key");
	}
	for (uint32_t i = 0; i < lengthof(others); i++)
		tap_ok(!str_equal(url_key(&tap_arena, str_cstr(others[i][0])),
						  url_key(&tap_arena, str_cstr(others[i][1]))),
			   others[i][0]);
	test_punycode();
}
