/*
 * test_rules.c
 *	  A site's own rules: the format, and which file is a page's.
 */
#include "tap.h"

#include <stdio.h>

#include "rules/rule_file.h"
#include "rules/rule_host.h"

/* The rules of a text in short: "3 body=//p" one a line, "5 replace_string(a)=b ? //c" with a condition. */
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
				 note->level == NOTE_ERROR ? "error" : "ignored");
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
	tap_equal(rules_of("replace_string(,\"a\":f(b)): ,\"c\":"), "1 replace_string(,\"a\":f(b))=,\"c\":",
			  "what is replaced may hold parentheses and colons");
	tap_equal(rules_of("find_string: a\nfind_string: b\nreplace_string: c\nreplace_string:"),
			  "1 replace_string(a)=c\n2 replace_string(b)=",
			  "the strings to find and their replacements are paired in order");
	tap_equal(rules_of("wrap_in(blockquote)://p\nmove_into(//div[@id=\"a\"]/p): (//img)[1]"),
			  "1 wrap_in(blockquote)=//p\n2 move_into(//div[@id=\"a\"]/p)=(//img)[1]",
			  "an argument is in parentheses");
	tap_equal(rules_of("next_page_link: //a\nif_page_contains: //b\nbody: //p"),
			  "1 next_page_link=//a ? //b\n3 body=//p", "a condition belongs to the link before it");
	tap_equal(rules_of(""), "", "no rules");
}

static void
test_notes(void)
{
	tap_equal(notes_of("title: //h1\nbdoy: //p\njust words\n://p\nbody:\nwrap_in: //p\n"
					   "strip(a): //b\nprune: maybe\n"),
			  "2 error bdoy: unknown directive\n"
			  "3 error : not of the form \"directive: value\"\n"
			  "4 error : not of the form \"directive: value\"\n"
			  "5 error body: the value is missing\n"
			  "6 error wrap_in: the name of an element in parentheses is missing\n"
			  "7 error strip: this directive takes nothing in parentheses\n"
			  "8 error prune: the value must be yes or no",
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

void
test_rules(void)
{
	test_format();
	test_notes();
	test_hosts();
}
