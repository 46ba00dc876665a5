# A query that works on a large and hostile page, or on a long text, can be cancelled: every
# function obeys statement_timeout and pg_cancel_backend, and the session remains usable.
# test/bench/cancel.pl measures how soon; times measured on a busy machine would prove nothing here.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my $db = fresh_database('t_cancel');
psql($db, 'CREATE TABLE big AS SELECT ' . hostile_page(30_000_000) . " AS html, repeat('L''été, e' || chr(769) || ' 1 500 ; ', 1000000) AS story,"
	. " repeat(chr(769), 8000000) AS marks, decode(repeat('e9', 30000000), 'hex') AS bytes");

my @calls = (
	(map { "$_(html)" } qw(parse_article article_html article_markdown article_tei article_explain article_metadata html_text)),
	(map { "(SELECT count(*) FROM $_(html))" } qw(article_blocks article_links article_related article_images article_dates)),
	q{article_explain_in(html, 'fr')}, q{parse_article_known(html, '{"title": "Un titre"}')}, q{(SELECT count(*) FROM article_feed('<rss><item><description><![CDATA[' || html))},
	q{(SELECT count(*) FROM article_feed(replace(html, '<p>', '<item>')))},
	'html_xml(html)', q{(SELECT count(*) FROM html_select(html, 'p:has(b) ~ div'))}, q{(SELECT count(*) FROM html_select(bytes, 'p'))},
	q{parse_article_with_rules(html, E'strip: //div[. = //p]\nbody: //p[contains(., "x")]\nreplace_string(<p): <div')},
	q{(SELECT count(*) FROM article_blocks_with_rules(html, E'body: //p[contains(., "x")]\nstrip_id_or_class: x'))},
	q{(SELECT count(*) FROM html_xpath(left(html, 8000000), '//p[contains(., "x")]'))},
	q{(SELECT count(*) FROM html_xpath(left(html, 8000000), '//*|//text()|//*'))}, # one long loop of libxml2
	'parse_article(bytes)', 'article_title(bytes)', 'french_normalize(story || marks)', 'french_fold(story || marks)', 'french_slug(story || marks)', 'article_minhash(story)',
	'article_similarity(story, story || story)',
	'(SELECT count(*) FROM french_sentences(story))', 'french_phonetic(story)', '(SELECT count(*) FROM french_quotes(story))',
	q{(SELECT count(*) FROM article_names(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', story))))},
	q{to_tsvector('article_french', story)}, q{french_tsvector(story)}, q{article_tsvector(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', story)))},
	q{article_tei(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', repeat(story, 5))))},
	q{ts_headline('article_french', story, french_query('un mot'))}, q{french_exact(story || marks, 'un mot')},
	'(SELECT count(*) FROM french_forms(story))', q{(SELECT count(*) FROM article_kwic(story, french_query('été')))},
	'(SELECT count(*) FROM french_numbers(story))', q{(SELECT count(*) FROM french_dates(story, '2020-07-02'))});

# Every call takes longer than 20 ms.  A cancelled parse is not counted; one that ran to its end
# would be.
my $next = "SELECT 'parses', parses FROM article_stats();\nSELECT 'next', (parse_article('<h1>Un titre</h1><p>Un mot.</p>')).title, french_fold('L''Été')";
my $sql = "\\set ON_ERROR_STOP off\n\\set VERBOSITY sqlstate\n";
for my $i (0 .. $#calls)
{
	$sql .= "SET statement_timeout = '20ms';\nSELECT count(length(($calls[$i])::text)) FROM big;\n"
		. "\\echo call $i :SQLSTATE\nSET statement_timeout = 0;\n$next;\n";
}
my $output = psql($db, $sql);
for my $i (0 .. $#calls)
{
	like($output, qr/^call $i 57014\nparses\|$i\nnext\|Un titre\|l'ete$/m, "$calls[$i] is cancelled, and the next call works");
}

# After a cancel the same page gives the same result as before.
my $page = hostile_page(300_000);
my $right = psql($db, "SELECT md5(parse_article($page)::text)");
$output = psql($db, "\\set ON_ERROR_STOP off\n" . join '', map { "SET statement_timeout = $_;\nSELECT md5(parse_article($page)::text);\n" } 1 .. 10, 0);
is((split /\n/, $output)[-1], $right, 'a page whose parse was cancelled at several points parses as before');
is(scalar(grep { /^[0-9a-f]{32}$/ && $_ ne $right } split /\n/, $output), 0, 'and never partially');

# Interrupts that do not end the query do not restart a call again and again.
SKIP:
{
	my $often = "SET client_connection_check_interval = '5ms';";
	skip('the connection cannot be checked here', 3) if psql_fails($db, $often);
	for my $call ('length(article_body(html))', 'length(article_title(bytes))', q{length(html_text('<meta charset=gb18030>'::bytea || bytes))})
	{
		is(psql_fails($db, "SET statement_timeout = '60s'; $often SELECT $call FROM big;"), undef, "$call completes while the connection is being checked");
	}
}

my $session = background($db, 'SELECT count(parse_article(html)) FROM big, generate_series(1, 100) AS i WHERE html <> i::text;');
my $pid;
for (1 .. 100)
{
	$pid = psql($db, "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT count(parse%' AND pid <> pg_backend_pid() AND state = 'active'");
	last if $pid;
	select(undef, undef, undef, 0.05);
}
select(undef, undef, undef, 0.1);
psql($db, "SELECT pg_cancel_backend($pid)") if $pid;
my (undef, $answer) = $session->();
like($answer, qr/57014|canceling statement/, 'pg_cancel_backend stops a parse');

done_testing();
