/*
 * test_json_ld.c
 *	  What json_ld_next() makes of JSON as found on pages; the JSON parser must accept all of it.
 */
#include "tap.h"

#include <stdio.h>

#include "base/array.h"
#include "article/declared/json_ld_clean.h"
#include "pg/json.h"

static void
count_event(void *context, const JsonEvent *event)
{
	(void) event;
	++*(uint32_t *) context;
}

static bool
parses(Str json)
{
	uint32_t events = 0;

	return json_parse_events(json, count_event, &events) && events > 0;
}

static Str
first_document(Str block)
{
	uint32_t pos = 0;

	return json_ld_next(&tap_arena, json_ld_unwrap(&tap_arena, block), &pos);
}

/* Valid JSON stays as it is, except for white space and escapes. */
static void
test_valid(void)
{
	static const char *const examples[][2] = {
		{"{}", "{}"},
		{" [ ] ", "[]"},
		{"{\"a\": [1, -2.5e3, true, false, null, \"x\"], \"b\": {\"c\": \"d\"}}",
		 "{\"a\":[1,-2.5e3,true,false,null,\"x\"],\"b\":{\"c\":\"d\"}}"},
		{"{\"a\":\"l\\u2019\\u00e9t\\u00e9\"}", "{\"a\":\"l’été\"}"},
		{"{\"a\":\"\\ud83d\\ude00 \\ud83d! \\ude00\"}", "{\"a\":\"😀 \xEF\xBF\xBD! \xEF\xBF\xBD\"}"},
		{"{\"a\":\"\\u0022\\u005c\\u0000\\u0001\\u000a\"}", "{\"a\":\"\\\"\\\\\xEF\xBF\xBD \\n\"}"},
		{"{\"a\":\"http:\\/\\/h\\/\\\"q\\\"\\tz\"}", "{\"a\":\"http://h/\\\"q\\\" z\"}"},
		{"{\"a\":\"x, \\\"y\\\": z\",\"a key of more than sixty-four bytes, with a "
		 "\\\"quotation\\\" and, commas\":1}",
		 "{\"a\":\"x, \\\"y\\\": z\",\"a key of more than sixty-four bytes, with a "
		 "\\\"quotation\\\" and, commas\":1}"},
	};

	for (size_t i = 0; i < lengthof(examples); i++)
	{
		Str clean = first_document(str_cstr(examples[i][0]));

		tap_equal_text(clean, str_cstr(examples[i][1]), examples[i][0]);
		tap_ok(parses(clean), "… and parses");
	}
}

static void
test_broken(void)
{
	static const char *const examples[][2] = {
		/* wrappers */
		{"<!-- {\"a\":1} -->", "{\"a\":1}"},
		{"//<![CDATA[\n{\"a\":1}\n//]]>", "{\"a\":1}"},
		{"<![CDATA[ [1] ]]>", "[1]"},
		{"/* made by hand */ {\"a\":1};", "{\"a\":1}"},
		{"{&quot;a&quot;:&quot;b &amp;amp; c&quot;}", "{\"a\":\"b &amp; c\"}"},
		/* separators */
		{"{\"a\":1,}", "{\"a\":1}"},
		{"[1,,2,]", "[1,2]"},
		{"{\"a\":1 \"b\":2}", "{\"a\":1,\"b\":2}"},
		{"{\"a\":\"x\"\n \"b\":2}", "{\"a\":\"x\",\"b\":2}"},
		{"{\"a\" \"x\"}", "{\"a\":\"x\"}"},
		{"{\"a\":,\"b\":}", "{\"a\":null,\"b\":null}"},
		{"{\"a\":1 // note\n, /* other */ \"b\":2}", "{\"a\":1,\"b\":2}"},
		/* strings */
		{"{\"a\":\"two\nlines\there\"}", "{\"a\":\"two\\nlines here\"}"},
		{"{\"a\":\"l\\'été \\x \\", "{\"a\":\"l'été x \"}"},
		{"{\"a\":\"\\uZZZZ \\u12\"}", "{\"a\":\"uZZZZ u12\"}"},
		{"{\"a\":\"said \"yes\", and left\",\"b\":2}",
		 "{\"a\":\"said \\\"yes\\\", and left\",\"b\":2}"},
		{"[\"a \"word\" here\",\"b\"]", "[\"a \\\"word\\\" here\",\"b\"]"},
		{"{'a':'b \"c\"'}", "{\"a\":\"b \\\"c\\\"\"}"},
		/* bare words */
		{"{a:1,@type:\"T\"}", "{\"a\":1,\"@type\":\"T\"}"},
		{"[undefined,NaN,True,2020-01-02,007,1e999,+1]",
		 "[null,null,true,\"2020-01-02\",\"007\",\"1e999\",null]"},
		/* brackets */
		{"{\"a\":{\"b\":[1,2", "{\"a\":{\"b\":[1,2]}}"},
		{"{\"a\":[1,2},\"b\":3}", "{\"a\":[1,2]}"},
		{"[1]]", "[1]"},
		{"{\"a\":\"cut in the midd", "{\"a\":\"cut in the midd\"}"},
		{"{{\"a\":1}}", "{\"\":{\"a\":1}}"},
	};

	for (size_t i = 0; i < lengthof(examples); i++)
	{
		Str clean = first_document(str_cstr(examples[i][0]));

		tap_equal_text(clean, str_cstr(examples[i][1]), examples[i][0]);
		tap_ok(parses(clean), "… and parses");
	}
}

static void
test_documents(void)
{
	Str block = STR("{\"a\":1}\n{\"b\":2}, [3]; no more");
	uint32_t pos = 0;

	tap_equal(json_ld_next(&tap_arena, block, &pos), "{\"a\":1}", "the first of several documents");
	tap_equal(json_ld_next(&tap_arena, block, &pos), "{\"b\":2}", "the second");
	tap_equal(json_ld_next(&tap_arena, block, &pos), "[3]", "the third, after a comma");
	tap_ok(json_ld_next(&tap_arena, block, &pos).data == NULL, "nothing after the last");
	tap_ok(first_document(STR("")).data == NULL, "an empty block has no document");
	tap_ok(first_document(STR("var x = 1;")).data == NULL, "a script has no document");
}

static Str
repeat(const char *unit, uint32_t times)
{
	StrBuf buf;

	strbuf_init(&buf, &tap_arena);
	for (uint32_t i = 0; i < times; i++)
		strbuf_add(&buf, str_cstr(unit));
	return strbuf_str(&buf);
}

static uint32_t
depth_of(Str json)
{
	uint32_t depth = 0;
	uint32_t deepest = 0;

	for (uint32_t i = 0; i < json.len; i++)
	{
		if (json.data[i] == '[' || json.data[i] == '{')
			depth++;
		else if (json.data[i] == ']' || json.data[i] == '}')
			depth--;
		deepest = depth > deepest ? depth : deepest;
	}
	return deepest;
}

/* Each exceeds a limit; each must quickly give valid JSON. */
static void
test_hostile(void)
{
	static const char *const units[] = {"[",  "{\"a\":", "{\"a\":[", "]",	"\"",		  "\\",
										"/*", "/",		 "\",",		 "[1,", "\"a\":\"\\u"};

	for (size_t i = 0; i < lengthof(units); i++)
	{
		Str clean = first_document(str_concat(&tap_arena, STR("["), repeat(units[i], 400 * 1000)));

		tap_ok(depth_of(clean) <= JSON_LD_MAX_DEPTH || units[i][0] == '"',
			   "hostile text is not deep");
		tap_ok(parses(clean), units[i]);
	}
	tap_ok(first_document(str_concat(&tap_arena, STR("[\""), repeat("é", 1024 * 1024))).len <=
			   JSON_LD_MAX_BYTES + 4,
		   "a block is read up to its limit");
}

/* Text that is cut at any byte gives valid JSON. */
static void
test_truncated(void)
{
	Str whole = STR("{\"@type\":[\"A\",\"B\"],\"n\":\"x \\\"y\\\" \\u00e9 "
					"é\",\"v\":-1.5e2,\"t\":true,\"o\":{\"k\":null}}");
	uint32_t failed = 0;

	for (uint32_t len = 1; len < whole.len; len++)
	{
		Str part = str_sub(whole, 0, len);

		if (((unsigned char) whole.data[len] & 0xC0) != 0x80)
			failed += !parses(first_document(part));
	}
	tap_equal_int(failed, 0, "a document cut anywhere parses");
}

void
test_json_ld(void)
{
	test_valid();
	test_broken();
	test_documents();
	test_hostile();
	test_truncated();
}
