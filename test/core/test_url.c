/*
 * test_url.c
 *	  Reference resolution: all examples of RFC 3986, section 5.4, and what browsers tolerate.
 */
#include "tap.h"

#include "base/array.h"
#include "html/url.h"

static void
check(const char *base, const char *reference, const char *expected)
{
	Str got = url_resolve(&tap_arena, str_cstr(base), str_cstr(reference));

	tap_equal_text(got, str_cstr(expected), reference);
}

/* Base: http://a/b/c/d;p?q. "#s" and "g:h" give no URL: the page itself, and not http. */
static void
test_rfc3986(void)
{
	static const char *const examples[][2] = {
		/* 5.4.1, normal */
		{"g:h", NULL},
		{"g", "http://a/b/c/g"},
		{"./g", "http://a/b/c/g"},
		{"g/", "http://a/b/c/g/"},
		{"/g", "http://a/g"},
		{"//g", "http://g"},
		{"?y", "http://a/b/c/d;p?y"},
		{"g?y", "http://a/b/c/g?y"},
		{"#s", NULL},
		{"g#s", "http://a/b/c/g#s"},
		{"g?y#s", "http://a/b/c/g?y#s"},
		{";x", "http://a/b/c/;x"},
		{"g;x", "http://a/b/c/g;x"},
		{"g;x?y#s", "http://a/b/c/g;x?y#s"},
		{"", "http://a/b/c/d;p?q"},
		{".", "http://a/b/c/"},
		{"./", "http://a/b/c/"},
		{"..", "http://a/b/"},
		{"../", "http://a/b/"},
		{"../g", "http://a/b/g"},
		{"../..", "http://a/"},
		{"../../", "http://a/"},
		{"../../g", "http://a/g"},
		/* 5.4.2, abnormal; "http:g" as backward compatibility has it */
		{"../../../g", "http://a/g"},
		{"../../../../g", "http://a/g"},
		{"/./g", "http://a/g"},
		{"/../g", "http://a/g"},
		{"g.", "http://a/b/c/g."},
		{".g", "http://a/b/c/.g"},
		{"g..", "http://a/b/c/g.."},
		{"..g", "http://a/b/c/..g"},
		{"./../g", "http://a/b/g"},
		{"./g/.", "http://a/b/c/g/"},
		{"g/./h", "http://a/b/c/g/h"},
		{"g/../h", "http://a/b/c/h"},
		{"g;x=1/./y", "http://a/b/c/g;x=1/y"},
		{"g;x=1/../y", "http://a/b/c/y"},
		{"g?y/./x", "http://a/b/c/g?y/./x"},
		{"g?y/../x", "http://a/b/c/g?y/../x"},
		{"g#s/./x", "http://a/b/c/g#s/./x"},
		{"g#s/../x", "http://a/b/c/g#s/../x"},
		{"http:g", "http://a/b/c/g"},
	};

	for (size_t i = 0; i < lengthof(examples); i++)
		check("http://a/b/c/d;p?q", examples[i][0], examples[i][1]);
}

static void
test_forgiven(void)
{
	check("https://journal.example/a/b", "  /photo 1.jpg\n",
		  "https://journal.example/photo%201.jpg");
	check("https://journal.example/a/b", "\\img\\x.png", "https://journal.example/img/x.png");
	check("https://journal.example/a/b", "\\\\cdn.example\\x?a\\b", "https://cdn.example/x?a%5Cb");
	check("https://journal.example/a/b", "/une\n/d\teux", "https://journal.example/une/deux");
	check("https://journal.example/", "/été?q=œuf#où",
		  "https://journal.example/%C3%A9t%C3%A9?q=%C5%93uf#o%C3%B9");
	check("https://journal.example/", "/a%20b%C3%A9", "https://journal.example/a%20b%C3%A9");
	check("https://journal.example/", "/a?b=\"<x>\"{}",
		  "https://journal.example/a?b=%22%3Cx%3E%22%7B%7D");
	check(NULL, "HTTPS://Journal.Example:443/A", "https://journal.example/A");
	check(NULL, "http://journal.example:80", "http://journal.example");
	check(NULL, "http://journal.example:8080/", "http://journal.example:8080/");
	check(NULL, "http://journal.example:/x", "http://journal.example/x");
	check(NULL, "http:///journal.example/x", "http://journal.example/x");
	check("https://a/", "http:journal.example/x", "http://journal.example/x");
	check("https://a/b/", "///journal.example/x", "https://journal.example/x");
	check(NULL, "http://a/b/../c/./d/..", "http://a/c/");
	check(NULL, "http://moi:secret@a:81/b", "http://moi:secret@a:81/b");
	check(NULL, "http://[2001:db8::1]:8080/b", "http://[2001:db8::1]:8080/b");
	check(NULL, "http://académie.example/", "http://xn--acadmie-eya.example/");
	check("https://a", "b", "https://a/b");
	check("https://a?q", "b", "https://a/b");
	check("https://a/b#c", "?d", "https://a/b?d");
	check("https://a/b?c#d", "", "https://a/b?c");
}

/* The address of an archive's copy is that of the original. */
static void
test_archived(void)
{
	check(NULL, "https://archive.example/web/20230407101500/http://journal.example/une?a=b#c",
		  "http://journal.example/une?a=b#c");
	check("https://archive.example/x", "/web/20230407101500im_/https://journal.example/p.jpg",
		  "https://journal.example/p.jpg");
	check(NULL, "https://archive.example/20230407/http://journal.example/",
		  "http://journal.example/");
	check(NULL, "https://cdn.example/1200/https://journal.example/p.jpg",
		  "https://cdn.example/1200/https://journal.example/p.jpg");
	check(NULL, "https://a.example/?u=/20230407101500/http://journal.example/",
		  "https://a.example/?u=/20230407101500/http://journal.example/");
	check(NULL, "https://archive.example/20230407101500/javascript:x",
		  "https://archive.example/20230407101500/javascript:x");
}

static void
test_refused(void)
{
	check(NULL, "http://[2001::/b", NULL);
	check(NULL, "http://gazette℀evil.example/", NULL); /* U+2100 is mapped to "a/c" */
	check(NULL, "http://gazette\xC2\xA0.example/", NULL);
	check("https://a/", "javascript:void(0)", NULL);
	check("https://a/", "JavaScript:alert('//')", NULL);
	check("https://a/", "java\nscript:alert(1)", NULL);
	check("https://a/", "data:image/gif;base64,R0lGOD", NULL);
	check("https://a/", "mailto:redaction@journal.example", NULL);
	check("https://a/", "tel:+33123456789", NULL);
	check("https://a/", "#haut", NULL);
	check("https://a/", "http://", NULL);
	check("https://a/", "https:///", NULL);
	check("https://a/", "http://:80/", NULL);
	check("https://a/", "http://a b/", NULL);
	check("https://a/", "http://a:b/", NULL);
	check("https://a/", "http://<a>/", NULL);
	check(NULL, "http:", NULL);
	check(NULL, "/une", NULL);
	check(NULL, "//journal.example/", NULL);
	check(NULL, "", NULL);
	check("", "une", NULL);
	check("une/base", "une", NULL);
	check("mailto:a@b", "une", NULL);
	check("https://a/", NULL, NULL);
}

static void
test_parts(void)
{
	tap_equal(url_host(STR("https://www.journal.example/a?b#c")), "www.journal.example", "host");
	tap_equal(url_host(STR("https://moi@journal.example:81?x=/y")), "journal.example",
			  "host without user and port");
	tap_equal(url_host(STR("http://[2001:db8::1]:81/")), "[2001:db8::1]", "numeric host");
	tap_equal_text(url_host(STR("/a/b")), STR_NONE, "no host");
	tap_equal_text(url_host(STR_NONE), STR_NONE, "host of none");
	tap_equal(url_path(STR("https://a/b/c?d/e#f")), "/b/c", "path");
	tap_equal_text(url_path(STR("https://a?b/c")), STR_NONE, "no path");
	tap_equal_text(url_path(STR("a/b")), STR_NONE, "path of no URL");
	tap_equal_text(url_path(STR_NONE), STR_NONE, "path of none");
}

static void
test_comparable(void)
{
	tap_equal(url_comparable(&tap_arena, STR("http://a/b/?utm_source=x&id=3&fbclid=y#xtor=RSS")),
			  "https://a/b?id=3", "tracking parameters are removed, the rest is kept");
	tap_equal(url_comparable(&tap_arena, STR("https://a/b?UTM_Medium=x&xtor=1&at_campaign=c")),
			  "https://a/b", "no '?' alone");
	tap_equal(url_comparable(&tap_arena, STR("https://a/b?utm=1&&x&")), "https://a/b?utm=1&x",
			  "names that only look like tracking");
	tap_equal(url_comparable(&tap_arena, STR("https://a/")), "https://a", "no trailing slash");
	tap_equal(url_comparable(&tap_arena, STR("http://a/b//?xtor=1")), "https://a/b",
			  "nor several, from any source");
	tap_equal_text(url_comparable(&tap_arena, STR_NONE), STR_NONE, "none");
}

void
test_url(void)
{
	test_rfc3986();
	test_forgiven();
	test_archived();
	test_refused();
	test_parts();
	test_comparable();
}
