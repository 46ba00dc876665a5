/*
 * test_token.c
 *	  How French text is split into tokens, and which spellings give the same terms.
 */
#include "tap.h"

#include "base/array.h"
#include "french/abbreviation.h"
#include "french/inclusive.h"
#include "french/term.h"
#include "french/token.h"

static const char *
alias(TokenType type)
{
	switch (type)
	{
#define TOKEN(number, name, alias, description)                                                    \
	case TOKEN_##name:                                                                             \
		return alias;
#include "french/token_list.h"
#undef TOKEN
		default:
			return "end";
	}
}

/* The tokens of a text except blanks, as "type[token] type[token]". */
static Str
tokens_of(Str text)
{
	TokenScanner scanner;
	Token token;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	token_start(&scanner, text, NULL);
	while (token_next(&scanner, &token))
	{
		if (token.type == TOKEN_BLANK)
			continue;
		if (out.len > 0)
			strbuf_add_char(&out, ' ');
		strbuf_add(&out, str_cstr(alias(token.type)));
		strbuf_add_char(&out, '[');
		strbuf_add(&out, token.text);
		strbuf_add_char(&out, ']');
	}
	return strbuf_str(&out);
}

static void
check_tokens(void)
{
	static const char *const examples[][2] = {
		{"L’été à l'école", "elision[L’] word[été] word[à] elision[l'] word[école]"},
		{"lorsqu'on a été", "elision[lorsqu'] word[on] word[a] word[été]"},
		{"l'« été »", "elision[l'] word[été]"},
		{"l'AFP.Aucune été", "elision[l'] word[AFP] word[Aucune] word[été]"},
		{"à porte-avions", "word[à] compound[porte-avions]"},
		{"à Côte-d’Or", "word[à] compound[Côte-d’Or]"},
		{"O'Brien à R&D", "compound[O'Brien] word[à] compound[R&D]"},
		{"été a-t-il dit-elle", "word[été] word[a] clitic[-t-il] word[dit] clitic[-elle]"},
		{"été dites-le-moi", "word[été] word[dites] clitic[-le-moi]"},
		{"un texte plain", "plain_word[un] plain_word[texte] plain_word[plain]"},
		{"étudiant·e·s", "inclusive[étudiant·e·s]"},
		{"député.e.s.Le", "inclusive[député.e.s] word[Le]"},
		{"élu(e)s", "inclusive[élu(e)s]"},
		{"sénateurs/trices", "inclusive[sénateurs/trices]"},
		{"été lecteur-rice-s", "word[été] inclusive[lecteur-rice-s]"},
		{"PARTICIPANT·E·S", "plain_inclusive[PARTICIPANT·E·S]"},
		{"été et/ou Paris/Lyon", "word[été] word[et] word[ou] word[Paris] word[Lyon]"},
		{"U.R.S.S. p.m. E.T", "acronym[U.R.S.S.] acronym[p.m.] acronym[E.T]"},
		{"1 234,56 1\xE2\x80\xAF"
		 "234 1.234.567",
		 "number[1 234,56] number[1\xE2\x80\xAF"
		 "234] number[1.234.567]"},
		{"1,2,3 4-4-2", "number[1] number[2] number[3] number[4] number[4] number[2]"},
		{"-5 °C 2010-2015 (-5)", "number[-5] symbol[°C] number[2010] number[2015] number[-5]"},
		{"5 M€ 10% 3 km",
		 "number[5] symbol[M] symbol[€] number[10] symbol[%] number[3] symbol[km]"},
		{"63 pour cent, pour cent",
		 "number[63] symbol[pour cent] plain_word[pour] plain_word[cent]"},
		{"dix pour cent, vingt-neuf pour cent",
		 "plain_word[dix] symbol[pour cent] plain_compound[vingt-neuf] symbol[pour cent]"},
		{"été vingt et unième, trois mille deux cents",
		 "word[été] compound[vingt et unième] compound[trois mille deux cents]"},
		{"été vingt-quatre-heures, deux trois",
		 "word[été] compound[vingt-quatre-heures] word[deux] word[trois]"},
		{"13h54 13 h 54 13:54 20h", "hour[13h54] hour[13 h 54] hour[13:54] hour[20h]"},
		{"20 hommes 25:10", "number[20] plain_word[hommes] number[25] number[10]"},
		{"29/12 29/12/2017 2017-12-29", "date[29/12] date[29/12/2017] date[2017-12-29]"},
		{"1/2 18/20 24/7", "number[1] number[2] number[18] number[20] number[24] number[7]"},
		{"10/11/12/13", "number[10] number[11] number[12] number[13]"},
		{"192.168.0.1 1.2.3", "version[192.168.0.1] version[1.2.3]"},
		{"1er 21ème XXe Ve", "ordinal[1er] ordinal[21ème] ordinal[XXe] ordinal[Ve]"},
		{"Louis XIV là", "word[Louis] word[XIV] word[là]"},
		{"A380 CE1 4x4 3D", "code[A380] code[CE1] code[4x4] code[3D]"},
		{"M. Cho, M Cho, M. le, M et, MM. et, M.Cho",
		 "abbreviation[M.] plain_word[Cho] abbreviation[M] plain_word[Cho] abbreviation[M.] "
		 "plain_word[le] plain_word[M] plain_word[et] abbreviation[MM] plain_word[et] "
		 "abbreviation[M.] plain_word[Cho]"},
		{"Me Cho, Me voici", "abbreviation[Me] plain_word[Cho] plain_word[Me] plain_word[voici]"},
		{"n°5 nº 5", "abbreviation[n°] number[5] abbreviation[nº] number[5]"},
		{"#BalanceTonPorc @nom_x", "hashtag[#BalanceTonPorc] handle[@nom_x]"},
		{"http://www.a.fr/vie-privee",
		 "protocol[http://] host[www.a.fr] plain_compound[vie-privee]"},
		{"a.b@c.fr lemonde.fr", "email[a.b@c.fr] host[lemonde.fr]"},
		{"<b>gras</b> &amp; a < b",
		 "tag[<b>] plain_word[gras] tag[</b>] entity[&amp;] plain_word[a] plain_word[b]"},
		{"日本 한국어 😀", "ideograph[日] ideograph[本] plain_word[한국어] ideograph[😀]"},
		{"im\xC2\xADportant a\xE2\x80\x8B"
		 "b",
		 "plain_word[im\xC2\xADportant] plain_word[a\xE2\x80\x8B"
		 "b]"},
		{"e\xCC\x81te\xCC\x81", "word[e\xCC\x81te\xCC\x81]"},
		{"", ""},
	};

	for (size_t i = 0; i < lengthof(examples); i++)
		tap_equal_text(tokens_of(str_cstr(examples[i][0])), str_cstr(examples[i][1]),
					   examples[i][0]);
}

/*
 * The terms of a token: "a | b & c > d" for alternatives, at the same position, at the next
 * position.
 */
static Str
terms_of(TermKind kind, Str token)
{
	Terms terms;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	term_make(kind, token, NULL, &terms);
	for (uint32_t i = 0; i < terms.count; i++)
	{
		const Term *term = &terms.items[i];

		if (i > 0)
			strbuf_add(&out, term->step									   ? STR(" > ")
							 : term->variant == terms.items[i - 1].variant ? STR(" & ")
																		   : STR(" | "));
		strbuf_add(&out, term_text(&terms, i));
	}
	return strbuf_str(&out);
}

static void
check_numbers(void)
{
	static const char *const examples[][2] = {
		{"1 234,56", "1234.56"},
		{"1.234,56", "1234.56"},
		{"1\xC2\xA0"
		 "234.56",
		 "1234.56"},
		{"1'234", "1234"},
		{"2.067", "2.067 | 2067"},
		{"-5", "5 & -5 | moins"},
		{"05", "05 | 5"},
		{"13 h 54", "13h54"},
		{"03:05", "3h05"},
		{"13 heures 54", "13h54"},
		{"1.2.3", "1.2.3"},
		{"21ème", "21e"},
		{"A380", "a380 | a > a380 | 380"},
	};

	for (size_t i = 0; i < lengthof(examples); i++)
		tap_equal_text(terms_of(TERM_NUMBER, str_cstr(examples[i][0])), str_cstr(examples[i][1]),
					   examples[i][0]);
}

/* The terms of the words and numbers of a text where they stand, with / between tokens. */
static Str
terms_in(Str text)
{
	TokenScanner scanner;
	Token token;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	token_start(&scanner, text, NULL);
	scanner.plain = false;
	while (token_next(&scanner, &token))
	{
		TermPlace place = {.text = text, .start = (uint32_t) (token.text.data - text.data)};
		TermKind kind = token.type == TOKEN_NUMBER ? TERM_NUMBER : TERM_WORD;
		WordTerms simple;
		Terms terms;

		if (token.type == TOKEN_BLANK || term_make_simple(kind, token.text, &place, &simple))
			continue;
		term_make(kind, token.text, &place, &terms);
		for (uint32_t i = 0; i < terms.count; i++)
		{
			if (out.len > 0)
				strbuf_add(&out, i > 0 ? STR(" | ") : STR(" / "));
			strbuf_add(&out, term_text(&terms, i));
		}
	}
	return strbuf_str(&out);
}

/* Numbers in words are found by their figures; the words around them are left out here. */
static void
check_counts(void)
{
	static const char *const examples[][2] = {
		{"trois morts", "3"},
		{"TROIS morts", "3"},
		{"vingt et un ans", "21"},
		{"soixante-dix, septante", "70 / 70"},
		{"deux mille cent euros", "2100"},
		{"vingt et unième siècle", "21e"},
		{"la dix-septième", "17e | dix-septième"},
		{"la trentième", "30e"},
		{"la troisième", ""},
		{"deux millions", "2 | 2000000"},
		{"deux cents millions et demi", "200 | 200500000"},
		{"un million", "1000000"},
		{"un million et demi", "1500000"},
		{"une personne sur un million", "1000000"},
		{"une personne, un homme", ""},
		{"neuf personnes", "9 | neuf | neuf/n"},
		{"neuf pour cent", "9 | neuf | neuf/n / 100 | pourcent"},
		{"un vélo neuf", ""},
		{"mil, 50 cents, en mil neuf cent", "50 / 1900"},
		{"moins 10, moins dix", "10 | -10 / 10 | -10"},
		{"au moins 10, au moins dix", "10 / 10"},
		{"les années quatre-vingt", "80 | 1980"},
		{"les années vingt, les années 20, mai 20", "20 | 1920 / 20 | 1920 / 20 | 2020"},
	};

	for (size_t i = 0; i < lengthof(examples); i++)
		tap_equal_text(terms_in(str_cstr(examples[i][0])), str_cstr(examples[i][1]),
					   examples[i][0]);
}

static void
check_same(TermKind kind, const char *a, const char *b)
{
	Str first = str_copy(&tap_arena, terms_of(kind, str_cstr(a)));

	tap_equal_text(terms_of(kind, str_cstr(b)), first, a);
}

static void
check_writings(void)
{
	check_same(TERM_WORD, "U.R.S.S.", "URSS");
	check_same(TERM_WORD, "aujourd'hui", "aujourd\xE2\x80\x99hui");
	check_same(TERM_WORD, "porte-avions",
			   "porte\xE2\x80\x91"
			   "avions");
	check_same(TERM_WORD, "Saint-Denis", "St-Denis");
	check_same(TERM_WORD, "\xEF\xAC\x81lle", "fille");
	check_same(TERM_WORD, "\xE2\x80\x8B-es",
			   "-es"); /* nothing visible before an ending: no separate "s" */
	check_same(TERM_WORD, "\xC3\xA9t\xC3\xA9", "e\xCC\x81te\xCC\x81");
	check_same(TERM_NUMBER, "29/12/2017", "2017-12-29");
	check_same(TERM_NUMBER, "XXe", "20e");
	check_same(TERM_NUMBER, "Ier", "1er");
	check_same(TERM_WORD, "dix-neuvième", "dix neuvième");
	check_same(TERM_WORD, "quatre-vingts", "huitante");
	check_same(TERM_SYMBOL, "%", "pour cent");
	check_same(TERM_ABBREVIATION, "M.", "MM.");
	check_same(TERM_NAME, "www.lemonde.fr", "lemonde.fr");
}

/* Hostile input: every token is bounded, and the tokens cover the text. */
/* The plural s of an ending has no bytes of its own, and need not be the last letter written. */
static void
check_inclusive(void)
{
	static const char *const words[] = {"auteur.es", "auteur.es\xEF\xBB\xBF",
										"auteur.e\xEF\xBD\x93", "auteur\xC2\xB7\x65\xC2\xB7s"};

	for (size_t i = 0; i < lengthof(words); i++)
	{
		InclusiveForms forms;

		tap_ok(inclusive_forms(str_cstr(words[i]), &forms), words[i]);
		tap_equal(str_make(forms.masculine, forms.masculine_len), "auteurs", words[i]);
		tap_equal(str_make(forms.feminine, forms.feminine_len), "auteures", words[i]);
	}
}

static void
check_long(void)
{
	static const char *const units[] = {"a",	  "a-",	   "a.",		"a@",		  "<a ",
										"&a",	  "1 ",	   "1.",		"é·e",		  "a'",
										"vingt ", "cent-", "mille et ", "deux cents "};
	TokenScanner scanner;
	Token token;

	for (size_t i = 0; i < lengthof(units); i++)
	{
		StrBuf text;
		uint32_t total = 0;
		uint32_t longest = 0;

		strbuf_init(&text, &tap_arena);
		for (int k = 0; k < 20000; k++)
			strbuf_add(&text, str_cstr(units[i]));
		token_start(&scanner, strbuf_str(&text), NULL);
		while (token_next(&scanner, &token))
		{
			total += token.text.len;
			longest = token.text.len > longest ? token.text.len : longest;
		}
		tap_equal_int(total, (int64_t) text.len, "tokens cover a long text");
		tap_ok(longest <= TOKEN_BYTES_MAX, "no token is too long for the server");
	}
}

/* Units are looked for by their capitals and in others; none may be too long for that. */
static void
check_units(void)
{
	static const char *const written[] = {
#define UNIT_ALWAYS(unit)
#define UNIT_BEFORE_NAME(unit)
#define UNIT_AFTER_NUMBER(unit)
#define UNIT_UNIT(unit) unit,
#define UNIT_SIGN(unit)
#define UNIT_MONTH(unit)
#define UNIT_NUMBERED(unit)
#define UNIT_STREET(unit)
#define UNIT_TITLE(unit)
#define ABBREVIATION(unit, words, place) UNIT_##place(unit)
#include "french/abbreviation_list.h"
#undef ABBREVIATION
	};

	for (size_t i = 0; i < lengthof(written); i++)
	{
		const Abbreviation *found = abbreviation_find_unit(str_cstr(written[i]));

		tap_equal_text(found != NULL ? str_cstr(found->written) : STR(""), str_cstr(written[i]),
					   "a unit is found");
	}
	tap_ok(abbreviation_find_unit(STR("KG")) != NULL, "a unit in capitals is found");
	tap_ok(abbreviation_find_unit(STR("K")) == NULL, "one letter is found only as it is written");
	tap_ok(abbreviation_exists(STR("M")) && abbreviation_exists(STR("Mme")) &&
			   abbreviation_exists(STR("KG")) && abbreviation_exists(STR("°C")),
		   "an abbreviation exists, at whatever place it is one");
	tap_ok(!abbreviation_exists(STR("MME ")) && !abbreviation_exists(STR("")) &&
			   !abbreviation_exists(STR("mairie")) && !abbreviation_exists(STR("oR")),
		   "a word is none, nor is one with other capitals than it should have");
}

void
test_token(void)
{
	check_units();
	check_tokens();
	check_numbers();
	check_counts();
	check_writings();
	check_inclusive();
	check_long();
}
