/*
 * test_walk.c
 *	  src/xml/walk_path.h: the paths that one walk answers, each compared with what libxml2 finds,
 *	  also for random paths on random pages.
 */
#include "tap.h"

#include <stdio.h>

#include "base/array.h"
#include "xml/walk_path.h"

static const WalkLimits no_limits = {UINT64_MAX, UINT64_MAX, UINT32_MAX, UINT64_MAX};

static Page *
whole(Arena *arena, Str source)
{
	static const PageOptions options = {.whole = true};
	Page *page = arena_new(arena, Page);

	page_parse(page, arena, source, &options);
	return page;
}

/* ---------------------------------------------------------------- comparison with libxml2 */

static bool
same_item(Arena *arena, const XmlItem *found, const XmlItem *expected)
{
	if (found->kind != expected->kind || found->node != expected->node)
		return false;
	if (found->kind == XML_ITEM_ATTRIBUTE && !str_equal(found->name, expected->name))
		return false;
	if (found->kind == XML_ITEM_ATTRIBUTE || found->kind == XML_ITEM_TEXT)
		return str_equal(found->value, expected->value);
	return found->value.data == NULL || found->kind == XML_ITEM_DOCUMENT ||
		   str_equal(found->value, xml_item_string(expected, arena));
}

static bool
is_among(Arena *arena, const XmlItem *item, const XmlResult *expected)
{
	for (uint32_t i = 0; i < expected->count; i++)
		if (same_item(arena, item, &expected->items[i]))
			return true;
	return false;
}

/*
 * libxml2 orders texts and elements by guesses where both are in one result ("//p | //text()"), and
 * puts some texts before the element that they are in. There only the items are compared.
 */
static bool
is_ordered(const XmlResult *expected)
{
	bool texts = false;
	bool others = false;

	for (uint32_t i = 0; i < expected->count; i++)
	{
		texts |= expected->items[i].kind == XML_ITEM_TEXT;
		others |= expected->items[i].kind != XML_ITEM_TEXT;
	}
	return !texts || !others;
}

static bool
same_result(Arena *arena, const XmlResult *found, const XmlResult *expected, uint32_t most)
{
	uint32_t count = expected->count < most ? expected->count : most;
	bool ordered = is_ordered(expected);

	if (found->kind != expected->kind || found->count != count)
		return false;
	if (found->kind == XML_RESULT_STRING)
		return str_equal(found->string, expected->string);
	for (uint32_t i = 0; i < count; i++)
		if (ordered ? !same_item(arena, &found->items[i], &expected->items[i])
					: !is_among(arena, &found->items[i], expected))
			return false;
	return true;
}

typedef enum Comparison
{
	COMPARED_SAME,
	COMPARED_OTHER,	   /* libxml2 finds something else, or refuses the path */
	COMPARED_NOT_KNOWN /* the walk does not know the path */
} Comparison;

/* What a walk and libxml2 find for a path on a page. */
static Comparison
compare(Str source, Str text, uint32_t most)
{
	static const XmlLimits unlimited;
	Arena arena;
	Comparison outcome = COMPARED_NOT_KNOWN;
	XmlPath *path = NULL;
	XmlResult expected;
	XmlResult found;
	XmlError error;
	WalkSet *set;
	Page *page;

	arena_init(&arena, arena_malloc);
	set = walk_set_new(&arena);
	page = whole(&arena, source);
	if (walk_set_add(set, text, most, WALK_VALUES) != WALK_NONE)
	{
		walk_set_close(set);
		outcome = COMPARED_OTHER;
		if (xml_path_compile(&path, text, &unlimited, &error) == XML_STATUS_OK &&
			xml_path_evaluate(path, xml_document_build(&arena, page, NULL, 0), NULL, &unlimited,
							  &arena, &expected, &error) == XML_STATUS_OK &&
			walk_result(walk_run(set, page, &no_limits, &arena), 0, &arena, &found) &&
			same_result(&arena, &found, &expected, most))
			outcome = COMPARED_SAME;
		xml_path_free(path);
	}
	arena_free(&arena);
	return outcome;
}

/* ---------------------------------------------------------------- paths of rules */

static const char page[] =
	"<html><head><title>Le port | Gazette</title><meta property='og:title' content='Le port'>"
	"<link rel=next href='/port?p=2'></head><body class='une page'><nav>Menu</nav>"
	"<article id=a1><h1 class='t  big'>Le port</h1><p class=par>Par <a rel=author href=/a>Anne</a>"
	"</p><div class='text body'><p>Un <b>mot</b>.</p><h3>Suite</h3><p>Deux.</p>"
	"<p> Lire  aussi : autre</p><div class=related><a href=/x>X</a></div>"
	"<div class=related><p>Dans</p></div><ul><li>1<li>2<li>3</ul></div></article>"
	"<table><tr><td>a<td>b</table><svg viewBox='0 0 1 1'><foreignObject><p>s</p></foreignObject>"
	"</svg><TITLE>encore</TITLE></body></html>";

static const char *const paths[] = {
	"//h1",
	"//*",
	"/html/body/article",
	"html//p",
	".//p",
	"//article//div",
	"//div//a/@href",
	"//@class",
	"//div//@class",
	"//p/text()",
	"//text()",
	"//li[2]",
	"(//li)[2]",
	"(//p | //li)[3]",
	"//li[position() > 1]",
	"//p[@class='par'] | //h3",
	"//h1[contains(concat(' ', normalize-space(@class), ' '), ' big ')]",
	"//h1[contains(@class, 't  b')]",
	"//h1[normalize-space(@class) = \"t big\"]",
	"//*[starts-with(@id, 'a') and not(@class)]",
	"//*[@id or @rel != 'next']",
	"//div[contains(@class, 'related') and not(.//p)]",
	"//div[p]",
	"//div[*[@href]][1]",
	"//div[.//@href]",
	"//p[starts-with(normalize-space(.), 'Lire aussi')]",
	"//p[contains(text(), 'Un')]/..",
	"//h3[. = 'Suite']/following-sibling::p[1]",
	"//h3/following-sibling::text() | //h3/following-sibling::*",
	"//a/parent::div/self::div",
	"//b/ancestor::*[2]",
	"//b/ancestor::div",
	"//a[text() = 'X']/@href",
	"//title",
	"//meta[@property='og:title']/@content",
	"substring-before(//title, ' | ')",
	"normalize-space(substring-after(//p[3], 'Lire'))",
	"concat(//h1, ' - ', //h3)",
	"string(//meta/@content)",
	"'Anne Vidal'",
	"//tbody/tr",
	"//svg/@viewBox",
	"//foreignObject/p",
	"//li[not(position() = 2)]/text()",
	"//article/descendant::a",
};

/* Paths that the walk leaves to libxml2. */
static const char *const others[] = {
	"",
	"//",
	"//p[last()]",
	"//p/preceding-sibling::*",
	"count(//p)",
	"//p[",
	"//x:p",
	"id('a')",
	"//div[.//p]/a",
	"//p[string-length(.) > 3]",
	"//@*",
	"//p[1][2]",
	"//é",
	"//p[@a = 1]",
	"(//p)[1]/a",
	"//p[.=]",
	"//p[not(@a]",
	"//p]",
	"//p | ",
	"//a/b/",
};

static void
test_paths(void)
{
	for (size_t i = 0; i < lengthof(paths); i++)
	{
		tap_ok(compare(STR(page), str_cstr(paths[i]), UINT32_MAX) == COMPARED_SAME, paths[i]);
		tap_ok(compare(STR(page), str_cstr(paths[i]), 1) == COMPARED_SAME, paths[i]);
	}
	for (size_t i = 0; i < lengthof(others); i++)
		tap_ok(compare(STR(page), str_cstr(others[i]), UINT32_MAX) == COMPARED_NOT_KNOWN,
			   others[i]);
}

/* ---------------------------------------------------------------- random paths and pages */

static uint32_t seed;

static uint32_t
random_below(uint32_t limit)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 16) % limit;
}

static void
add_one_of(StrBuf *out, const char *const *choices, size_t count)
{
	strbuf_add(out, str_cstr(choices[random_below((uint32_t) count)]));
}

#define ADD_ONE_OF(out, choices) add_one_of(out, choices, lengthof(choices))

static const char *const names[] = {"div", "p", "a", "span", "ul", "li", "h1", "td", "svg", "x-y"};
static const char *const values[] = {"a", "b", "a b", "x", "", "  a b ", "ab"};
static const char *const literals[] = {"'a'", "\"b\"", "' a '", "'x'", "''", "'a b'"};
static const char *const attrs[] = {"class", "id", "href"};

static void
add_page(StrBuf *out)
{
	static const char *const pieces[] = {"x",
										 "a b",
										 " ",
										 "\n",
										 "b",
										 "a",
										 "<br>",
										 "<title>a b</title>",
										 "<meta content=a class=b>",
										 "<script>a</script>",
										 "&amp;",
										 "<table>",
										 "<tr>",
										 "<!-- c -->",
										 "</table>",
										 "<select><option>a"};
	uint32_t count = 10 + random_below(40);

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t kind = random_below(6);

		if (kind < 3)
		{
			strbuf_add_char(out, '<');
			ADD_ONE_OF(out, names);
			for (uint32_t k = random_below(3); k > 0; k--)
			{
				strbuf_add_char(out, ' ');
				ADD_ONE_OF(out, attrs);
				strbuf_add(out, STR("='"));
				ADD_ONE_OF(out, values);
				strbuf_add_char(out, '\'');
			}
			strbuf_add_char(out, '>');
		}
		else if (kind < 5)
			ADD_ONE_OF(out, pieces);
		else
		{
			strbuf_add(out, STR("</"));
			ADD_ONE_OF(out, names);
			strbuf_add_char(out, '>');
		}
	}
}

static void
add_string(StrBuf *out, uint32_t depth)
{
	static const char *const nodes[] = {"@class", "@id", ".", "text()", "@class", "'a'"};

	switch (depth > 2 ? 5 : random_below(8))
	{
		case 0:
			strbuf_add(out, STR("normalize-space("));
			add_string(out, depth + 1);
			strbuf_add_char(out, ')');
			break;
		case 1:
			strbuf_add(out, STR("concat(' ', "));
			add_string(out, depth + 1);
			strbuf_add(out, STR(", ' ')"));
			break;
		case 2:
			ADD_ONE_OF(out, literals);
			break;
		default:
			ADD_ONE_OF(out, nodes);
			break;
	}
}

static void
add_condition(StrBuf *out, uint32_t depth)
{
	static const char *const joints[] = {" and ", " or ", " = ", " != "};
	static const char *const insides[] = {"p",			 ".//a",   "*",		 ".//*[@class='a']",
										  "text()",		 ".//@id", "@class", "position() > 1",
										  "position()=2"};
	static const char *const calls[] = {"contains(", "starts-with("};
	uint32_t kind = depth > 2 ? 3 : random_below(8);

	if (kind == 0)
	{
		strbuf_add(out, STR("not("));
		add_condition(out, depth + 1);
		strbuf_add_char(out, ')');
	}
	else if (kind == 1)
	{
		add_condition(out, depth + 1);
		strbuf_add(out, str_cstr(joints[random_below(2)]));
		add_condition(out, depth + 1);
	}
	else if (kind < 4)
		ADD_ONE_OF(out, insides);
	else if (kind < 6)
	{
		ADD_ONE_OF(out, calls);
		add_string(out, depth + 1);
		strbuf_add(out, STR(", "));
		ADD_ONE_OF(out, literals);
		strbuf_add_char(out, ')');
	}
	else
	{
		add_string(out, depth + 1);
		strbuf_add(out, str_cstr(joints[2 + random_below(2)]));
		add_string(out, depth + 1);
	}
}

static void
add_step(StrBuf *out, bool first)
{
	static const char *const axes[] = {"parent::", "ancestor::", "self::", "following-sibling::"};

	strbuf_add(out, random_below(2) == 0 || first ? STR("//") : STR("/"));
	if (!first && random_below(4) == 0 && out->data[out->len - 2] != '/')
		ADD_ONE_OF(out, axes);
	if (random_below(4) == 0)
		strbuf_add(out, random_below(4) == 0 ? STR("text()") : STR("*"));
	else
		ADD_ONE_OF(out, names);
	for (uint32_t i = random_below(4); i < 2; i++)
	{
		strbuf_add_char(out, '[');
		if (random_below(4) == 0)
			strbuf_add_char(out, (char) ('1' + random_below(3)));
		else
			add_condition(out, 0);
		strbuf_add_char(out, ']');
	}
}

static void
add_path(StrBuf *out)
{
	for (uint32_t i = 0, count = 1 + random_below(3); i < count; i++)
		add_step(out, i == 0);
	if (random_below(5) == 0)
	{
		strbuf_add(out, random_below(2) == 0 ? STR("/@") : STR("//@"));
		ADD_ONE_OF(out, attrs);
	}
}

/* How many random paths are compared. */
#define RANDOM_PATHS 3000

static void
test_random(void)
{
	uint32_t known = 0;
	uint32_t other = 0;

	for (seed = 1; known + other < RANDOM_PATHS && other < 5;)
	{
		uint32_t most = random_below(3) == 0 ? 1 : UINT32_MAX;
		StrBuf path;
		StrBuf source;
		Comparison outcome;

		strbuf_init(&path, &tap_arena);
		strbuf_init(&source, &tap_arena);
		add_page(&source);
		add_path(&path);
		if (random_below(4) == 0)
		{
			strbuf_add(&path, STR(" | "));
			add_path(&path);
		}
		if (random_below(8) == 0)
		{
			Str text = str_copy(&tap_arena, strbuf_str(&path));

			path.len = 0;
			strbuf_add(&path, STR("substring-after("));
			strbuf_add(&path, text);
			strbuf_add(&path, STR(", 'a')"));
		}
		outcome = compare(strbuf_str(&source), strbuf_str(&path), most);
		known += outcome == COMPARED_SAME;
		other += outcome == COMPARED_OTHER;
		if (outcome == COMPARED_OTHER)
			printf("# %.*s on %.*s\n", (int) path.len, path.data, (int) source.len, source.data);
		seed += 12345;
	}
	tap_ok(other == 0, "random paths find on random pages what libxml2 finds");
}

void
test_walk(void)
{
	test_paths();
	test_random();
}
