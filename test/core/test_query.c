/*
 * test_query.c
 *	  What people type into a search box: how it is parsed, and that nothing is an error.
 */
#include "tap.h"

#include "base/array.h"
#include "french/lexicon_prefix.h"
#include "french/query.h"

/*
 * Inserts the operands into the expression: phrases with quotation marks, prefixes with stars.
 * Distances stay as they are.
 */
static Str
shown(Str text, SearchJoin join)
{
	SearchQuery query = search_read(&tap_arena, text, join);
	Str expression = query.expression;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < expression.len;)
	{
		uint32_t number = 0;

		if (expression.data[i] == '<')
		{
			strbuf_add(&out, str_sub(expression, i, 3));
			i += 3;
		}
		if (!ascii_digit(expression.data[i]))
		{
			strbuf_add_char(&out, expression.data[i++]);
			continue;
		}
		while (i < expression.len && ascii_digit(expression.data[i]))
			number = number * 10 + (uint32_t) (expression.data[i++] - '0');
		if (query.operands[number].join == JOIN_PHRASE)
			strbuf_add_char(&out, '"');
		strbuf_add(&out, query.operands[number].text);
		if (query.operands[number].prefix.data != NULL)
			strbuf_add_char(&out, '*');
	}
	return strbuf_str(&out);
}

static void
reads(const char *typed, const char *expected)
{
	tap_equal_text(shown(str_cstr(typed), JOIN_ALL), str_cstr(expected), typed);
}

static void
test_operators(void)
{
	reads("chat noir", "chat noir");
	reads("chat OU chien noir", "chat|chien noir");
	reads("chat OR chien", "chat|chien");
	reads("ou est l'or et l'argent", "ou est l'or et l'argent");
	reads("chat ET chien AND loup", "chat&chien&loup");
	reads("OU chat OU", "OU&chat&OU");
	reads("OR", "OR");
	reads("rock SAUF métal NOT jazz", "(rock)&!métal&!jazz");
	reads("chat -noir -\"chat gris\"", "(chat)&!noir&!\"chat gris");
	reads("\xE2\x88\x92noir", "!noir");
	reads("Paris - Lyon Saint-Denis", "Paris - Lyon Saint-Denis");
	reads("que n'autorisent -ils pas", "que n'autorisent -ils pas");
	reads("-iloise", "!iloise");
	reads("il fait -5 °C, -3,2 %", "il fait -5 °C, -3,2 %");
	reads("élections -2017", "(élections)&!2017");
}

static void
test_quotes(void)
{
	reads("« mise à jour »", "\"mise à jour");
	reads("“mise à jour” et", "\"mise à jour&et");
	reads("\"mise à jour”", "\"mise à jour");
	reads("« le \"chat\" noir » gris", "\"le \"chat\" noir&gris");
	reads("chat \"noir et", "chat&\"noir et");
	reads("un écran 55\" plat", "un écran 55\" plat");
	reads("l'« affaire »", "l'&\"affaire");
	reads("chat » noir", "chat » noir");
}

static void
test_prefixes(void)
{
	reads("élect* maison", "élect*&maison");
	reads("\"chat noi*\"", "\"chat noi*");
	reads("l'élect*", "l'élect*");
	reads("2 * 3 = *", "2 * 3 = *");
	tap_equal_text(search_read(&tap_arena, STR("l'élect*"), JOIN_ALL).operands[0].prefix,
				   STR("élect"), "a prefix consists of the letters of its last word");
	tap_equal_text(search_read(&tap_arena, STR("(l\"*Paris/Ly*"), JOIN_ALL).operands[1].prefix,
				   STR("Ly"), "marks are not part of a prefix");
	tap_equal_text(search_read(&tap_arena, STR("d'aujourd'h*"), JOIN_ALL).operands[0].joined,
				   STR("aujourd'h"),
				   "a word of the lexicon that has an apostrophe is a prefix too");
	tap_ok(search_read(&tap_arena, STR("l'élect*"), JOIN_ALL).operands[0].joined.data == NULL,
		   "an article is not part of a word");
}

/* Compares all prefixes that these letters may stand for, separated by spaces. */
static void
begins(const char *letters, const char *expected)
{
	WordTerms found;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	lexicon_prefixes(str_cstr(letters), &found);
	for (uint32_t i = 0; i < found.count; i++)
	{
		if (i > 0)
			strbuf_add_char(&out, ' ');
		strbuf_add(&out, str_make(found.text + found.start[i],
								  (size_t) (found.start[i + 1] - found.start[i])));
	}
	tap_equal_text(strbuf_str(&out), str_cstr(expected), letters);
}

static void
test_accents_of_prefixes(void)
{
	begins("elect", "élect");
	begins("electio", "électio");
	begins("chev", "chev chèv");
	begins("maiso", "maiso");
	begins("élec", "");
	begins("xyzzy", "");
	begins("", "");
	begins("e2", "");
	begins("anticonstitutionnellementeeeeeeeeeeeeeeeee", "");
}

static void
test_groups(void)
{
	reads("(chat OU chien) noir", "(chat|chien)&noir");
	reads("(chat OU (chien", "(chat|(chien))");
	reads(")chat)", "chat)");
	reads("citoyen(ne)s (élu(e)s)", "citoyen(ne)s&(élu(e)s)");
	reads("() chat", "chat");
	reads("(SAUF -)", "");
	reads("chat -(chien loup)", "(chat)&!(chien loup)");
}

static void
test_near(void)
{
	reads("ministre PRES/1 démission",
		  "((\"ministre <01> \"démission|\"démission <01> \"ministre))");
	reads("le ministre NEAR/1 \"mise à jour\" hier",
		  "le&((\"ministre <01> \"mise à jour|\"mise à jour <01> \"ministre))&hier");
	reads("a PR\xC3\x88S/1 b PRES/1 c",
		  "((\"a <01> \"b|\"b <01> \"a)&(\"b <01> \"c|\"c <01> \"b))");
	reads("(a OU b) PRES/1 c", "(((a|b) <01> \"c|\"c <01> (a|b)))");
	reads("-(a PRES/1 b)", "!(((\"a <01> \"b|\"b <01> \"a)))");
	reads("(a ET b) PRES/1 c PRES/1 d", "((a&b)&(\"c <01> \"d|\"d <01> \"c))");
	reads("a pres/5 b", "a pres/5 b");
	reads("a PRES/ b PRES/0 c PRES/5x d", "a PRES/ b PRES/0 c PRES/5x d");
	reads("PRES/5 a", "PRES/5&a");
	reads("a PRES/5", "a&PRES/5");
	reads("a PRES/5 -b", "(a&PRES/5)&!b");
	reads("a PRES/5 OU b", "a&PRES/5|b");
	tap_equal_text(shown(STR("a PRES/3 b PRES/3 c -(d PRES/1 e)"), JOIN_ANY),
				   STR("((a|b|c))&!(((\"d <01> \"e|\"e <01> \"d)))"),
				   "any word: the words that are near each other are words");
	tap_ok(
		str_find(search_read(&tap_arena, STR("a PRES/30 b"), JOIN_ALL).expression, STR("<30>")) >
				0 &&
			str_equal(search_read(&tap_arena, STR("a PRES/31 b"), JOIN_ALL).expression,
					  search_read(&tap_arena, STR("a PRES/999999999999 b"), JOIN_ALL).expression),
		"a distance has a limit");
}

/* The phrases that every match must have exactly, separated by bars. */
static void
marks(const char *typed, const char *expected)
{
	SearchQuery query = search_read(&tap_arena, str_cstr(typed), JOIN_ALL);
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < query.count; i++)
	{
		if (query.operands[i].exact && out.len > 0)
			strbuf_add_char(&out, '|');
		if (query.operands[i].exact)
			strbuf_add(&out, query.operands[i].text);
	}
	tap_equal_text(strbuf_str(&out), str_cstr(expected), typed);
}

static void
test_exact_marks(void)
{
	reads("vélo =\"permis de conduire\" =tout -=\"a b\"",
		  "(vélo&\"permis de conduire&\"tout)&!\"a b");
	marks("vélo =\"permis de conduire\" =tout \"le pont\"", "permis de conduire|tout");
	marks("=«\xC2\xA0la mise\xC2\xA0»", "la mise");
	marks("(=a =b) =c", "a|b|c");
	marks("=a OU b =c", "");
	marks("=a (=b OU =c) -=d -(=e f)", "a");
	marks("=a PRES/3 b", "a");
	marks("x=a 1=\"b\" = c =", "");
	reads("E=mc2 a = b ==", "E=mc2 a = b ==");
}

static void
test_any_word(void)
{
	tap_equal_text(shown(STR("chat \"noir gris\" -(\"loup blanc\" chien)"), JOIN_ANY),
				   STR("(chat|noir gris)&!(\"loup blanc&chien)"),
				   "any word: phrases are split, exclusions are kept");
}

static Str
repeated(const char *unit, uint32_t times)
{
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < times; i++)
		strbuf_add(&out, str_cstr(unit));
	return strbuf_str(&out);
}

static void
test_bounds(void)
{
	SearchQuery query = search_read(&tap_arena, repeated("étés ", 100000), JOIN_ALL);
	uint32_t depth = 0;
	uint32_t deepest = 0;

	tap_ok(query.count == 1 && query.operands[0].text.len <= SEARCH_MAX_BYTES,
		   "a long text is cut");
	tap_ok(query.operands[0].text.len > SEARCH_MAX_BYTES - 16 &&
			   query.operands[0].text.data[query.operands[0].text.len - 1] == 's',
		   "after a whole word");
	query = search_read(&tap_arena, repeated("é", 100000), JOIN_ALL);
	tap_equal_int(query.operands[0].text.len % 2, 0, "a long word is cut after a whole character");
	query = search_read(&tap_arena, repeated("(a -", 1000), JOIN_ALL);
	for (uint32_t i = 0; i < query.expression.len; i++)
	{
		depth += query.expression.data[i] == '(';
		depth -= query.expression.data[i] == ')';
		deepest = depth > deepest ? depth : deepest;
	}
	tap_ok(deepest <= 2 * SEARCH_MAX_DEPTH + 1 && depth == 0,
		   "groups nest to the limit and no deeper");
	query = search_read(&tap_arena, repeated("(a PRES/9 ", 1000), JOIN_ALL);
	tap_ok(query.expression.len < 100000, "nor do nested distances make a query long");
	query = search_read(&tap_arena, repeated("a PRES/30 b ", 1000), JOIN_ALL);
	tap_ok(query.expression.len < 20 * (SEARCH_MAX_NEAR + query.count), "nor many of them");
}

/* Everything with a meaning, in every order: balanced, each operand once and in order. */
static void
test_any_text(void)
{
	static const char *const pieces[] = {"chat", " ",  "\"", "«",	 "»",  "(",		   ")", "-",
										 "*",	 "OU", "ET", "SAUF", " -", " PRES/2 ", "="};
	const uint32_t count = lengthof(pieces);
	bool well = true;

	for (uint32_t seed = 0; seed < count * count * count * count; seed++)
	{
		StrBuf text;
		SearchQuery query;
		int32_t depth = 0;

		strbuf_init(&text, &tap_arena);
		for (uint32_t rest = seed, i = 0; i < 4; i++, rest /= count)
			strbuf_add(&text, str_cstr(pieces[rest % count]));
		query = search_read(&tap_arena, strbuf_str(&text), seed % 2 ? JOIN_ALL : JOIN_ANY);
		for (uint32_t i = 0; i < query.expression.len && depth >= 0; i++)
			depth += (query.expression.data[i] == '(') - (query.expression.data[i] == ')');
		well = well && depth == 0 && (query.count > 0) == (query.expression.len > 0);
	}
	tap_ok(well, "any text gives a balanced expression");
}

void
test_query(void)
{
	test_operators();
	test_quotes();
	test_prefixes();
	test_accents_of_prefixes();
	test_groups();
	test_near();
	test_exact_marks();
	test_any_word();
	test_bounds();
	test_any_text();
}
