/*
 * test_rules.c
 *	  A site's own rules: the format, and which file is a page's.
 */
#include "tap.h"

#include <stdio.h>

#include "article/reader.h"

#include "pg/json.h"
#include "rules/rule_host.h"
#include "rules/rule_replace.h"
#include "rules/rule_set.h"

/*
 * The rules of a text in short: "3 body=//p" one a line, "5 replace_string(a)=b ? //c" with a
 * condition.
 */
static Str
rules_of(const char *text)
{
	RuleFile file;
	StrBuf out;

	rule_file_read(&file, &tap_arena, str_cstr(text));
	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < file.count; i++)
	{
		const Rule *rule = &file.rules[i];
		char line[16];

		snprintf(line, sizeof(line), "%s%u ", i > 0 ? "\n" : "", rule->line);
		strbuf_add(&out, str_cstr(line));
		strbuf_add(&out, str_cstr(directives[rule->directive].name));
		if (rule->argument.data != NULL)
		{
			strbuf_add(&out, STR("("));
			strbuf_add(&out, rule->argument);
			strbuf_add(&out, STR(")"));
		}
		strbuf_add(&out, STR("="));
		strbuf_add(&out, rule->value);
		if (rule->condition.data != NULL)
		{
			strbuf_add(&out, STR(" ? "));
			strbuf_add(&out, rule->condition);
		}
	}
	return strbuf_str(&out);
}

/* What is wrong with a text: "3 error body: the value is missing", one a line. */
static Str
notes_of(const char *text)
{
	RuleFile file;
	StrBuf out;

	rule_file_read(&file, &tap_arena, str_cstr(text));
	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < file.nnotes; i++)
	{
		const RuleNote *note = &file.notes[i];
		char line[32];

		snprintf(line, sizeof(line), "%s%u %s ", i > 0 ? "\n" : "", note->line,
				 note->level == RULE_NOTE_ERROR ? "error" : "ignored");
		strbuf_add(&out, str_cstr(line));
		strbuf_add(&out, note->directive);
		strbuf_add(&out, STR(": "));
		strbuf_add(&out, str_cstr(note->message));
	}
	return strbuf_str(&out);
}

static void
test_format(void)
{
	tap_equal(rules_of("title: //h1\nbody: //div[@id='a:b']\n"),
			  "1 title=//h1\n2 body=//div[@id='a:b']", "a line is a directive, a colon, a value");
	tap_equal(rules_of("\xEF\xBB\xBF# a comment\r\n\r\n  Body ://p  \r\rtitle:\t//h1"),
			  "3 body=//p\n5 title=//h1",
			  "a byte order mark, any line ends, comments, spaces and capitals do not matter");
	tap_equal(rules_of("replace_string(,\"a\":f(b)): ,\"c\":"),
			  "1 replace_string(,\"a\":f(b))=,\"c\":",
			  "what is replaced may hold parentheses and colons");
	tap_equal(rules_of("find_string: a\nfind_string: b\nreplace_string: c\nreplace_string:"),
			  "1 replace_string(a)=c\n2 replace_string(b)=",
			  "the strings to find and their replacements are paired in order");
	tap_equal(rules_of("wrap_in(blockquote)://p\nmove_into(//div[@id=\"a\"]/p): (//img)[1]"),
			  "1 wrap_in(blockquote)=//p\n2 move_into(//div[@id=\"a\"]/p)=(//img)[1]",
			  "an argument is in parentheses");
	tap_equal(rules_of("next_page_link: //a\nif_page_contains: //b\nbody: //p"),
			  "1 next_page_link=//a ? //b\n3 body=//p",
			  "a condition belongs to the link before it");
	tap_equal(
		rules_of("src_lazy_load_attr: data-large"),
		"1 replace_string( data-large=)= data-src=\n1 replace_string(\ndata-large=)=\ndata-src=",
		"a site's attribute for the address of an image gets a known name");
	tap_equal(rules_of(""), "", "no rules");
}

static void
test_notes(void)
{
	tap_equal(notes_of("title: //h1\nbdoy: //p\njust words\n://p\nbody:\nwrap_in: //p\n"
					   "strip(a): //b\nprune: maybe\nsrc_lazy_load_attr: a b\n"),
			  "2 error bdoy: unknown directive\n"
			  "3 error : not of the form \"directive: value\"\n"
			  "4 error : not of the form \"directive: value\"\n"
			  "5 error body: the value is missing\n"
			  "6 error wrap_in: the name of an element in parentheses is missing\n"
			  "7 error strip: this directive takes nothing in parentheses\n"
			  "8 error prune: the value must be yes or no\n"
			  "9 error src_lazy_load_attr: the value must be the name of an attribute",
			  "a line that cannot be read is told");
	tap_equal(notes_of("replace_string: a\nfind_string: b\nif_page_contains: //a\n"),
			  "1 error replace_string: replace_string without a find_string before it\n"
			  "2 error find_string: find_string without a replace_string after it\n"
			  "3 error if_page_contains: if_page_contains must follow the single_page_link or "
			  "next_page_link that it is a condition of",
			  "a line that needs another one is told");
	tap_equal(notes_of("test_url: http://a.example/\nhttp_header(user-agent): x\ntidy: no"),
			  "1 ignored test_url: ignored: it is for tests of the rules\n"
			  "2 ignored http_header: ignored: it concerns fetching, and article fetches nothing\n"
			  "3 ignored tidy: ignored: it has no effect in article",
			  "what has no effect is told");
}

/* The names of the files of an address, separated by spaces. */
static Str
names_of(const char *url)
{
	StrList names = {0};
	StrBuf out;

	rule_host_names(&names, &tap_arena, str_cstr(url));
	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < names.count; i++)
	{
		strbuf_add(&out, i > 0 ? STR(" ") : STR(""));
		strbuf_add(&out, names.items[i]);
	}
	return strbuf_str(&out);
}

static void
test_hosts(void)
{
	tap_equal(names_of("https://www.example.org/a?b"), "example.org .org", "without www.");
	tap_equal(names_of("http://sport.news.Example.org:8080/"),
			  "sport.news.example.org .news.example.org .example.org .org",
			  "the host first, then the domains above it");
	tap_equal(names_of("www.example.org/a"), "example.org .org", "without a scheme");
	tap_equal(names_of("mailto:a@example.org"), "", "no address of a page");
	tap_equal(names_of("http://a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r/"),
			  ".d.e.f.g.h.i.j.k.l.m.n.o.p.q.r .e.f.g.h.i.j.k.l.m.n.o.p.q.r "
			  ".f.g.h.i.j.k.l.m.n.o.p.q.r .g.h.i.j.k.l.m.n.o.p.q.r .h.i.j.k.l.m.n.o.p.q.r "
			  ".i.j.k.l.m.n.o.p.q.r .j.k.l.m.n.o.p.q.r .k.l.m.n.o.p.q.r .l.m.n.o.p.q.r "
			  ".m.n.o.p.q.r .n.o.p.q.r .o.p.q.r .p.q.r .q.r .r",
			  "of a long host its last labels");
}

/* ---------------------------------------------------------------- a page with rules */

#define PORT                                                                                       \
	"<p>Le vieux port de la ville a rouvert ce matin apr\xC3\xA8s trois ans de travaux, et la "    \
	"foule "                                                                                       \
	"est venue nombreuse malgr\xC3\xA9 la pluie.</p>"
#define MARKET                                                                                     \
	"<p>Les p\xC3\xAA"                                                                             \
	"cheurs ont repris leurs places le long du quai, et le march\xC3\xA9 a "                       \
	"dur\xC3\xA9 jusqu'\xC3\xA0 midi.</p>"

static int32_t
no_offset(void *context, int64_t local_seconds)
{
	(void) context;
	(void) local_seconds;
	return 0;
}

/* Reads a page with rules. */
static Reader *
read_ruled(const char *rules, const char *html)
{
	ArticleOptions options = {.zone_offset = no_offset, .json = json_parse_events};
	Reader *reader = arena_new(&tap_arena, Reader);
	RuleSet *set = rule_set_read(&tap_arena, str_cstr(rules));

	rule_set_compile(set, &tap_arena);
	options.url = STR("https://www.gazette.example/vie/port.html");
	options.rules = &set->rules;
	(void) article_read(reader, &tap_arena, str_cstr(html), &options);
	rule_set_free(set);
	return reader;
}

static Str
body_of(const char *rules, const char *html)
{
	return read_ruled(rules, html)->article.body;
}

static Str
html_of(const char *rules, const char *html)
{
	return article_to_html(read_ruled(rules, html));
}

static bool
holds(Str text, const char *part)
{
	return str_find(text, str_cstr(part)) >= 0;
}

static const char page[] =
	"<title>Le port | La Gazette</title><meta name=author content='Gazette'>"
	"<meta property='article:published_time' content='2023-03-11T08:00:00Z'>"
	"<h1>Le port rouvre</h1><div class=who>Par Anne Vidal et Luc Roy</div>"
	"<div class=when>Publi\xC3\xA9 le 12 mars 2023 \xC3\xA0 14h30</div>"
	"<div id=text>" PORT
	"<div class='box ad'><p>Abonnez-vous \xC3\xA0 notre lettre du port.</p></div>" MARKET
	"</div><div id=other><p>Un autre texte, qui parle de la gare et des trains qui en partent "
	"chaque "
	"matin vers la capitale, et qui est aussi long.</p></div>";

static void
test_fields(void)
{
	const Article *article = &read_ruled("title: //h1\nauthor: //*[@class='who']\n"
										 "date: //*[@class='when']\nbody: //*[@id='text']",
										 page)
								  ->article;

	tap_equal(article->title, "Le port rouvre", "the title that a rule finds");
	tap_ok(article->authors.count == 2 && str_equal(article->authors.items[1], STR("Luc Roy")),
		   "the authors are cleaned as any byline");
	tap_equal_int(article->published.seconds, INT64_C(1678631400), "the date is read as any date");
	tap_equal(str_cstr(article->published.source), "rule in line 3", "the rule is the source");
	tap_equal(str_cstr(article->body_source), "rule in line 4", "... of the body too");
	tap_ok(holds(article->body, "foule") && !holds(article->body, "gare"),
		   "the body that a rule takes");
	article =
		&read_ruled("title: //h7\nbody: //*[@id='none']\nauthor: //meta[@name='nobody']", page)
			 ->article;
	tap_equal(article->title, "Le port rouvre", "what a rule does not find comes from the page");
	tap_equal_int(article->rules_missed.count, 3, "... and is told");
	article = &read_ruled("title: //h7\nautodetect_on_failure: no", page)->article;
	tap_ok(article->title.data == NULL && article->body.len > 0,
		   "without autodetection a field that the rules name stays unknown, and others do not");
	article = &read_ruled("title: concat('Port : ', string(//h1))\nnext_page_link: //a[@rel='n']\n"
						  "single_page_link: concat('/tout', '?id=1')\nif_page_contains: //h1\n"
						  "native_ad_clue: //a[@rel='n']",
						  "<h1>Le quai</h1><a rel=n href='?p=2'>suite</a>" PORT)
				   ->article;
	tap_equal(article->title, "Port : Le quai", "a path may compute a text");
	tap_equal(article->next_page, "https://www.gazette.example/vie/port.html?p=2", "the next page");
	tap_equal(article->single_page, "https://www.gazette.example/tout?id=1",
			  "the whole article, if the condition holds");
	tap_ok(article->native_ad, "an advertisement");
}

static void
test_bodies(void)
{
	tap_ok(!holds(body_of("strip_id_or_class: 'ad'\nbody: //*[@id='text']\nprune: no", page),
				  "lettre"),
		   "an element is stripped by a word of its class");
	tap_ok(holds(body_of("strip_id_or_class: bo\nbody: //*[@id='text']\nprune: no", page), "foule"),
		   "... and not by a part of a word");
	tap_equal(
		body_of("body: //div[@id='a']\nstrip: //b",
				"<div id=a><p>Le vieux port de la ville a rouvert <b>PUB</b> ce matin devant une "
				"foule venue nombreuse.</p></div>"),
		"Le vieux port de la ville a rouvert ce matin devant une foule venue nombreuse.",
		"what is stripped within a paragraph leaves it");
	tap_ok(holds(body_of("body: //*[@id='tiny']\nbody: //*[@id='text']", page), "foule"),
		   "a rule that takes nothing leaves it to the next one");
	tap_ok(holds(body_of("find_string: <div id=other>\nreplace_string: <div id=text2>\n"
						 "body: //*[@id='text2']",
						 page),
				 "gare"),
		   "strings are replaced before the page is parsed");
	tap_ok(str_find(body_of("body: //*[@id='other'] | //*[@id='text']", page), STR("foule")) <
			   str_find(body_of("body: //*[@id='other'] | //*[@id='text']", page), STR("gare")),
		   "the parts of a body are in the order of the page");
	tap_ok(!holds(html_of("strip_image_src: pixel\nbody: //div",
						  "<div>" PORT "<img src=/pixel.gif>"
						  "<img src=/port.jpg>" MARKET "</div>"),
				  "pixel"),
		   "an image is stripped by its address");
	tap_ok(holds(html_of("src_lazy_load_attr: data-large\nbody: //div",
						 "<div>" PORT "<img src=/wait.gif data-large=/port.jpg>" MARKET "</div>"),
				 "/port.jpg"),
		   "a site's attribute for the address of an image is read");
}

/*
 * Which rules are believed: a page with a brief of two sentences, an article of four paragraphs
 * that parse_article finds, a teaser that links to another article, and a list of links.
 */
static const char two_texts[] =
	"<title>La tour | La Gazette</title><meta property='og:title' content='La tour du guet penche'>"
	"<h1>La tour du guet penche</h1><p class=sig><a href=/auteurs/avd>avd</a></p><p>Par Anne "
	"Vidal</p>"
	"<div class=brief><p>Le bac du soir est annul\xC3\xA9 pour une semaine enti\xC3\xA8re.</p>"
	"<p>Les voyageurs passeront par le pont de la gare, un peu plus loin.</p></div>"
	"<div class=lead><p>La tour du guet penche un peu plus chaque ann\xC3\xA9"
	"e depuis la crue.</p></div>"
	"<div class=story>" PORT MARKET "<p>La mairie a command\xC3\xA9 une \xC3\xA9tude, qui doit "
	"dire avant l'\xC3\xA9t\xC3\xA9 si la tour peut "
	"encore recevoir des visiteurs, et combien.</p><p>Les derniers travaux avaient "
	"co\xC3\xBBt\xC3\xA9 "
	"deux millions, dont la moiti\xC3\xA9 avait \xC3\xA9t\xC3\xA9 pay\xC3\xA9"
	"e par la r\xC3\xA9gion.</p></div>"
	"<ul class=links><li><a href=/a>Le port de nuit attend ses bateaux</a><li><a href=/b>Une gare "
	"sans trains "
	"depuis trois jours</a></ul><h3><a href=/c>La for\xC3\xAAt rouvre aux promeneurs</a></h3>"
	"<h2><a href=/vie/port.html>Notre tour, vue d'en bas</a></h2>";

static void
test_fit(void)
{
	const Article *article;

	tap_ok(!holds(body_of("body: //*[@class='brief']", two_texts), "millions") &&
			   holds(body_of("body: //*[@class='brief']", two_texts), "pont de la gare"),
		   "a rule wins that takes two sentences out of many");
	tap_ok(holds(body_of("body: //*[@class='brief'] | //*[@class='story']", two_texts), "annul"),
		   "... and one that takes more than parse_article does");
	article = &read_ruled("body: //*[@class='lead']", two_texts)->article;
	tap_ok(holds(article->body, "millions") && article->rules_missed.count == 1,
		   "what takes a line of a long article no longer fits, and is told");
	tap_ok(holds(body_of("body: //*[@class='links']", two_texts), "millions"),
		   "... nor does a list of links");
	tap_ok(!holds(body_of("body: //*[@class='links']\nbody: //*[@class='brief']", two_texts),
				  "millions"),
		   "... and the next line is tried");
	tap_ok(!holds(body_of("body: //*[@class='lead']\nautodetect_on_failure: no", two_texts),
				  "millions"),
		   "... unless the rules forbid to look elsewhere: then what they find is the body");
	tap_equal(read_ruled("title: //h3", two_texts)->article.title, "La tour du guet penche",
			  "the headline of a link to another article is no title");
	tap_equal(read_ruled("title: //h2", two_texts)->article.title, "Notre tour, vue d'en bas",
			  "... that of a link to the page itself is");
	tap_equal(read_ruled("title: //h3\nautodetect_on_failure: no", two_texts)->article.title,
			  "La for\xC3\xAAt rouvre aux promeneurs", "... and so is what the rules insist on");
	article = &read_ruled("author: //*[@class='sig']", two_texts)->article;
	tap_ok(article->authors.count == 1 && str_equal(article->authors.items[0], STR("Anne Vidal")),
		   "a sign is no author on a page that names one");
}

static const char one_text[] =
	"<h1>La tour du guet penche</h1><div class=lead><p>La tour du guet penche un peu "
	"plus.</p></div>"
	"<div class=snippet>" PORT MARKET "</div><div class=offer><p>Recevez chaque matin la lettre du "
	"port, gratuitement.</p></div>";

static void
test_misfit(void)
{
	const Article *article =
		&read_ruled(
			 "strip_id_or_class: snippet\nstrip_id_or_class: offer\nbody: //*[@class='lead']",
			 one_text)
			 ->article;

	tap_ok(holds(article->body, "foule") && holds(article->body, "midi"),
		   "a rule that strips most of the article no longer fits");
	tap_ok(!holds(article->body, "lettre"), "... the others still do");
	tap_ok(article->rules_missed.count == 2 &&
			   str_equal(article->rules_missed.items[1], STR("strip")),
		   "... and it is told");
	tap_ok(
		!holds(body_of("strip_id_or_class: snippet\nautodetect_on_failure: no", one_text), "foule"),
		"... unless the rules insist");
	tap_ok(
		!holds(body_of("strip_id_or_class: story\nbody: //*[@class='brief'] | //*[@class='story']",
					   two_texts),
			   "millions"),
		"what leaves two paragraphs is stripped, however much it is");
}

/* A page that declares 7:02 UTC, after two teasers of other articles with times of their own. */
static const char timed[] =
	"<meta property='article:published_time' content='2023-03-12T07:02:10Z'>"
	"<meta property='article:modified_time' content='2023-03-12T09:15:40Z'>"
	"<meta name='shown' content='2023-03-12T07:02:10'>"
	"<ul><li><a href=/a>Le port de nuit attend ses bateaux</a> <time datetime='2023-03-12T08:00Z'>"
	"8 h</time><li><a href=/b>Une gare sans trains depuis trois jours</a> "
	"<time datetime='2023-03-12T08:30Z'>8 h 30</time></ul><h1>Le quai rouvre</h1>";

#define OWN_TIME "<p><time datetime='2023-03-12T07:05Z'>7 h 05</time></p>"
#define CLOCK(hour, minute, second) (INT64_C(1678579200) + ((hour) *60 + (minute)) * 60 + (second))

static int64_t
published_by(const char *rules, const char *end)
{
	StrBuf html;

	strbuf_init(&html, &tap_arena);
	strbuf_add(&html, str_cstr(timed));
	strbuf_add(&html, str_cstr(end));
	strbuf_add_char(&html, '\0');
	return read_ruled(rules, strbuf_str(&html).data)->article.published.seconds;
}

static void
test_dates(void)
{
	tap_equal_int(published_by("date: //time/@datetime", PORT MARKET), CLOCK(7, 2, 10),
				  "the time of other articles' teasers is not the page's");
	tap_equal_int(published_by("date: //time", OWN_TIME PORT MARKET), CLOCK(7, 5, 0),
				  "... and the next element that the path finds is tried");
	tap_equal_int(published_by("date: //li[1]/time", PORT MARKET), CLOCK(8, 0, 0),
				  "a path that finds one element is believed");
	tap_equal_int(published_by("date: //time/@datetime\nautodetect_on_failure: no", PORT MARKET),
				  CLOCK(8, 0, 0), "... and so are rules that insist");
	tap_equal_int(published_by("date: //meta[@name='shown']/@content", PORT MARKET),
				  CLOCK(7, 2, 10), "a time without a zone has that of the publication");
}

static void
test_trees(void)
{
	tap_ok(holds(html_of("wrap_in(blockquote): //p[@class='q']\nbody: //div",
						 "<div>" PORT "<p class=q>Nous avons attendu trois longues ann\xC3\xA9"
						 "es."
						 "</p>" MARKET "</div>"),
				 "<blockquote>"),
		   "an element is wrapped");
	tap_ok(!holds(html_of("dissolve: //a\nbody: //div",
						  "<div><a href=/x>Le port</a> a rouvert." PORT MARKET "</div>"),
				  "<a "),
		   "a dissolved link is text");
	tap_ok(str_find(body_of("move_into(//div[@id='b']): //div[@id='a']\nbody: //div[@id='b']",
							"<div id=a>" PORT "</div><div id=b>" MARKET "</div>"),
					STR("foule")) > 0,
		   "an element is moved to the end of another one");
	tap_ok(body_of("move_into(//p): //div\nmove_into(//b): //i\nmove_into(//i): //b\nbody: //div",
				   "<div>" PORT "<i>a</i><b>c</b></div>")
				   .len > 0,
		   "moves into each other end");
	tap_ok(!holds(html_of("wrap_in(script): //p\nreplace_string(port): <script>alert(1)</script>\n"
						  "body: //div",
						  "<div>" PORT MARKET "</div>"),
				  "<script"),
		   "no rule brings a script");
}

/* Rules that would take for ever: they find nothing, and the others go on. */
static void
test_hostile(void)
{
	StrBuf html;

	strbuf_init(&html, &tap_arena);
	for (int i = 0; i < 3000; i++)
		strbuf_add(&html, STR("<div><p>Le port</p></div>"));
	strbuf_add(&html, STR(PORT "<h1>Le quai</h1>"));
	strbuf_add_char(&html, '\0');
	tap_equal(read_ruled("strip: //*[//*[//*[. = //*]]]\nbody: //div[. = //p]\ntitle: //h1",
						 strbuf_str(&html).data)
				  ->article.title,
			  "Le quai", "a path without an end finds nothing");
	tap_equal(
		rules_replace(&rule_set_read(&tap_arena, STR("replace_string(a): bbbbbbbbbbbb"))->file,
					  &tap_arena, str_sub(strbuf_str(&html), 0, 0)),
		"", "nothing to replace");
}

void
test_rules(void)
{
	test_format();
	test_notes();
	test_hosts();
	test_fields();
	test_bodies();
	test_fit();
	test_misfit();
	test_dates();
	test_trees();
	test_hostile();
}
