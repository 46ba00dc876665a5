# Memory: the backend does not grow over many calls, an error during a call leaks nothing, and no
# page is kept after the end of a transaction.
use strict;
use warnings;
use Test::More;
use ArticleTest;

# LLVM keeps some memory for every query that it compiles, which is not measured here.
$ENV{PGOPTIONS} = '-c jit=off';

my $db = fresh_database('t_memory');
my $calls = $ENV{ARTICLE_MEMORY_CALLS} || 100_000;

sub resident
{
	return "SELECT substring(pg_read_file('/proc/' || pg_backend_pid() || '/status') FROM 'VmRSS:\\s+(\\d+)')::int";
}

# Different pages, so that the memo is never used; every function that takes a page.
my $html = q{'<html lang="fr"><head><title>Page ' || i || ' - Le Site</title><meta name="author" content="Anne Dupont"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Page","author":[{"name":"Anne Dupont"}]}</script></head><body><h1>Page ' || i || '</h1><p>Par Anne Dupont, le 28/12/2017 à 13h54</p><p>Un paragraphe assez long pour compter, avec une <a href="/a">suite</a>.</p><img src="/i.jpg" alt="x"></body></html>'};
my $work = sub {
	my ($from, $to) = @_;
	return <<"SQL";
SELECT count(parse_article($html, 'https://exemple.example/' || i)) FROM (SELECT generate_series($from, $to) AS i) AS numbers;
SQL
};
my $views = <<"SQL";
SELECT count(b), count(l.url), count(r.url), count(m), count(d), count(h), count(k), count(x), count(t), count(j), count(e), count(f), count(n), count(q::text), sum(y + z)
  FROM generate_series(1, 2000) AS i
 CROSS JOIN LATERAL (SELECT $html AS html OFFSET 0) AS p
 CROSS JOIN LATERAL article_blocks(html) AS b
  LEFT JOIN LATERAL article_links(html, 'https://exemple.example/') AS l ON true
  LEFT JOIN LATERAL article_related(html, 'https://exemple.example/') AS r ON true
  LEFT JOIN LATERAL article_images(html) AS m ON true
  LEFT JOIN LATERAL article_dates(html) AS d ON true
 CROSS JOIN LATERAL (SELECT f FROM article_feed('<rss><item><title>Un titre ' || i || '</title><author>Anne Dupont</author><category>Mer</category><description><![CDATA[' || html) AS f) AS feeds
 CROSS JOIN LATERAL (SELECT parse_article_known(html, jsonb_build_object('title', i::text, 'authors', (f).authors)) AS n OFFSET 0) AS known
 CROSS JOIN LATERAL (SELECT html_xml(html) AS q, (SELECT count(*) FROM html_xpath(html, '//p')) AS y, (SELECT count(*) FROM html_select(html, 'p')) AS z, article_html(html) AS h, article_markdown(html) AS k, article_tei(html) AS x, html_text(html) AS t, article_metadata(html) AS j, article_explain_with_rules(html, 'title: //h1
body: //body[' || i % 20 || ' >= 0]', 'https://exemple.example/') AS e OFFSET 0) AS v;
SQL

my $measure = resident() . ";\n" . backend_memory() . ";\n";
my $output = psql($db, $work->(1, 5000) . $views . $measure . $work->(5001, 5000 + $calls) . $measure . $views . $measure . ($views x 8) . $measure);
my @lines = grep { /^\d+$/ } split /\n/, $output;
my ($n1, $rss1, $ctx1, $n2, $rss2, $ctx2, $rss3, $ctx3, $rss4, $ctx4) = @lines;
is($n2, $calls, "$calls pages parsed");
cmp_ok($rss2 - $rss1, '<', 4096, "resident memory does not grow (kB: $rss1, $rss2)");
cmp_ok($ctx2 - $ctx1, '<', 262_144, "nor do the memory contexts (bytes: $ctx1, $ctx2)");

# 16,000 pages, 10 functions each: the limit is 64 bytes per call, plus what malloc retains.
cmp_ok($rss4 - $rss3, '<', 8192, "the views do not grow it either (kB: $rss3, $rss4)");
cmp_ok($ctx4 - $ctx3, '<', 262_144, "nor the contexts (bytes: $ctx3, $ctx4)");

# Rules of more sites than are kept compiled, of which some do not fit or are wrong, and feeds that are
# whole, broken or none.  A million rows take four minutes: ARTICLE_MEMORY_ROWS=1000000.
my $strangers = sub {
	my ($from, $to) = @_;
	return <<"SQL";
SELECT count(parse_article_with_rules(page, 'title: //h1
author: //p[' || i % 20 || ']
body: //body | //p[contains(., "suite")]
strip: //a[x(' || i % 3 || ')]
replace_string(assez): plus ou moins', 'https://exemple.example/')), count(f)
  FROM (SELECT i, $html AS page FROM generate_series($from, $to) AS i) AS pages
  LEFT JOIN LATERAL article_feed(left('<rss><channel><item><title>Un & deux ' || i || '</title><link>/' || i || '</link><category>Mer</category><description><![CDATA[' || page
  || ']]></description></item><item><title>Trois</title><x>y</x></item>', CASE i % 3 WHEN 0 THEN 40 ELSE 2000 END), 'https://exemple.example/') AS f ON true;
SQL
};
my $rows = $ENV{ARTICLE_MEMORY_ROWS} || $calls / 10;
$output = psql($db, $strangers->(1, 2000) . $measure . $strangers->(2001, 2000 + $rows) . $measure);
@lines = grep { /^\d+$/ } split /\n/, $output;
cmp_ok($lines[2] - $lines[0], '<', 4096, "$rows pages with rules and feeds do not grow the backend (kB: $lines[0], $lines[2])");
cmp_ok($lines[3] - $lines[1], '<', 262_144, "nor its contexts (bytes: $lines[1], $lines[3])");

# Texts of words that no other text has, by both ways to a tsvector: what is kept of words does not grow.
# The pages of the lexicon that they touch count as resident.
my $words = sub {
	my ($from, $to) = @_;
	return <<"SQL";
SELECT sum(length(french_tsvector(body)) + length(to_tsvector('article_french', body)))
  FROM (SELECT string_agg(translate(i::text, '0123456789', 'aeioulnrst'), ' ') AS body
          FROM generate_series($from, $to) AS i GROUP BY i / 50) AS texts;
SQL
};
$output = psql($db, $words->(1, 20_000) . $measure . $words->(20_001, 20_000 + $calls) . $measure);
@lines = grep { /^\d+$/ } split /\n/, $output;
cmp_ok($lines[4] - $lines[1], '<', 8192, "$calls words do not grow the backend (kB: $lines[1], $lines[4])");
cmp_ok($lines[5] - $lines[2], '<', 65_536, "nor its contexts (bytes: $lines[2], $lines[5])");

# A page is kept only within its transaction.
my $kept = "SELECT count(*) FROM pg_backend_memory_contexts WHERE name = 'article page'";
is( psql($db, "BEGIN; SELECT article_title('<h1>a</h1>'); $kept; COMMIT; $kept;"),
	"a\n1\n0", 'the last page stays until the end of the transaction');

# A page that takes more than 16 MB is not kept at all.
is( psql($db, "BEGIN; SELECT article_title(" . hostile_page(20_000_000) . ") IS DISTINCT FROM 'a'; $kept;"),
	"t\n0", 'a very large page is not kept');

# Errors during a call: cancelled parses and rejected arguments leak nothing.
$output = psql($db, <<"SQL");
CREATE TABLE big AS SELECT @{[hostile_page(5_000_000)]} AS html;
CREATE FUNCTION broken(times int) RETURNS void LANGUAGE plpgsql AS \$\$
BEGIN
  FOR i IN 1 .. times LOOP
    BEGIN
      PERFORM parse_article('<p>x</p>' || i, NULL, NULL, 'Europe/Atlantide');
    EXCEPTION WHEN invalid_parameter_value THEN NULL;
    END;
  END LOOP;
END \$\$;
SELECT broken(100);
$measure
SELECT broken(5000);
$measure
SQL
@lines = grep { /^\d+$/ } split /\n/, $output;
cmp_ok($lines[2] - $lines[0], '<', 2048, "5000 rejected calls do not grow the backend (kB: $lines[0], $lines[2])");
cmp_ok($lines[3] - $lines[1], '<', 131_072, "nor its contexts (bytes: $lines[1], $lines[3])");

# On a busy machine a statement may be cancelled before the parse starts; psql continues after that
# too.
my $cancelled = "SET statement_timeout = '15ms';\nSELECT parse_article(html || '.') IS NULL FROM big;\nSET statement_timeout = 0;\n";
$output = psql($db, "\\set ON_ERROR_STOP off\n" . resident() . ";\n" . ($cancelled x 40) . $measure . ($cancelled x 200) . $measure);
@lines = grep { /^\d+$/ } split /\n/, $output;
cmp_ok($lines[3] - $lines[1], '<', 8192, "200 cancelled parses do not grow the backend (kB: $lines[1], $lines[3])");

done_testing();
