/*
 * test_entity.c
 *	  Decoding of character references.
 */
#include "tap.h"

#include "base/utf8.h"
#include "html/entity_internal.h"

static Str
in_text(const char *text)
{
	return entity_decode(&tap_arena, str_cstr(text), false);
}

static Str
in_attribute(const char *text)
{
	return entity_decode(&tap_arena, str_cstr(text), true);
}

static void
test_named(void)
{
	Str plain = STR("sans rien");

	tap_ok(entity_decode(&tap_arena, plain, false).data == plain.data, "no '&': the input itself");
	tap_equal(in_text(""), "", "empty");
	tap_equal(in_text("&eacute;t&eacute;"), "été", "two references");
	tap_equal(in_text("R&amp;D"), "R&D", "amp");
	tap_equal(in_text("&AMP;&amp&AMP"), "&&&", "AMP in uppercase and without ';'");
	tap_equal(in_text("&amp;lt;"), "&lt;", "decoded once only");
	tap_equal(in_text("&Eacute;&eacute;"), "Éé", "names are case-sensitive");
	tap_equal(in_text("&EACUTE;"), "&EACUTE;", "an unknown name is unchanged");
	tap_equal(in_text("l&rsquo;&oelig;uf &agrave; 3&nbsp;&euro;"), "l’œuf à 3\xC2\xA0€",
			  "French typography");
	tap_equal(in_text("&CounterClockwiseContourIntegral;"), "∳", "the longest name");
	tap_equal(in_text("&Aacute"), "Á", "legacy name at the end");
	tap_equal(in_text("&NotEqualTilde;"), "≂̸", "a name of two code points");
	tap_equal(in_text("&nGt;&nLt;"), "≫⃒≪⃒", "names shorter than their text");
	tap_equal(in_text("&nGt;"), "≫⃒", "the same alone");
	tap_equal(in_text("&zwnj;&lt;&gt;"), "\xE2\x80\x8C<>", "last letter of the index");
}

static void
test_prefixes(void)
{
	tap_equal(in_text("&notit;"), "¬it;", "longest legacy prefix");
	tap_equal(in_text("&notin;"), "∉", "the longer name wins");
	tap_equal(in_text("&notin"), "¬in", "but not without its ';'");
	tap_equal(in_text("caf&eacutes"), "cafés", "legacy name glued to a letter");
	tap_equal(in_text("&copy2020"), "©2020", "legacy name glued to a digit");
	tap_equal(in_text("&hellip"), "&hellip", "without a legacy form");
	tap_equal(in_text("&frac12x &frac1"), "½x &frac1", "the longest legacy name has digits");
	tap_equal(in_text("A & B &; &&amp; &"), "A & B &; && &", "bare ampersands");
	tap_equal(in_text("&ltp&gt"), "<p>", "lt and gt");
}

static void
test_attributes(void)
{
	tap_equal(in_attribute("?a=1&copy=2"), "?a=1&copy=2", "legacy name before '='");
	tap_equal(in_attribute("?a=1&copya"), "?a=1&copya", "legacy name before a letter");
	tap_equal(in_attribute("?a=1&copy2"), "?a=1&copy2", "legacy name before a digit");
	tap_equal(in_attribute("?a=1&copy;=2"), "?a=1©=2", "with ';' it is decoded");
	tap_equal(in_attribute("?a=1&copy"), "?a=1©", "legacy name at the end");
	tap_equal(in_attribute("?a=1&amp;b=2"), "?a=1&b=2", "amp;");
	tap_equal(in_attribute("?a&ltx;"), "?a&ltx;", "prefix of an unknown name");
	tap_equal(in_attribute("?a&#233=1"), "?aé=1", "numeric references are always decoded");
}

static void
test_numeric(void)
{
	tap_equal(in_text("&#233;&#xE9;&#Xe9;"), "ééé", "decimal and hexadecimal");
	tap_equal(in_text("&#233 &#xe9z"), "é éz", "without ';'");
	tap_equal(in_text("&#; &#x; &#xg &#"), "&#; &#x; &#xg &#", "without digits");
	tap_equal(in_text("&#x;9"), "&#x;9", "no digit before ';'");
	tap_equal(in_text("&#128;&#146;&#150;&#156;&#x9F;"), "€’–œŸ", "128-159 are windows-1252");
	tap_equal(in_text("&#129;"), "\xC2\x81", "except if windows-1252 has no character there");
	tap_equal(in_text("&#0;&#xD800;&#xDFFF;&#x110000;"), "\uFFFD\uFFFD\uFFFD\uFFFD",
			  "not Unicode scalar values");
	tap_equal(in_text("&#99999999999999999999;&#xFFFFFFFFFFFFF;"), "\uFFFD\uFFFD", "overflow");
	tap_equal(in_text("&#x1F600;"), "😀", "outside the Basic Multilingual Plane");
	tap_equal(in_text("&#000000000000000000233;"), "é", "leading zeros");
}

/* Each entity of the table is found under its own name; the table is sorted. */
static void
test_table(void)
{
	uint32_t found = 0;
	uint32_t legacy = 0;

	for (uint32_t i = 0; i < 2125; i++)
	{
		const Entity *entity = &entity_table[i];
		Str name = str_make(entity_names + entity->name, entity->name_len);
		Str with = str_concat(&tap_arena, STR("&"), str_concat(&tap_arena, name, STR(";")));
		Str text = str_make(entity->text, entity->text_len);

		found += str_equal(entity_decode(&tap_arena, with, false), text);
		with.len--;
		legacy += str_equal(entity_decode(&tap_arena, with, false), text);
	}
	tap_equal_int(found, 2125, "every name is found");
	tap_equal_int(legacy, 106, "legacy names without ';' too, and no others");
}

void
test_entity(void)
{
	test_named();
	test_prefixes();
	test_attributes();
	test_numeric();
	test_table();
}
