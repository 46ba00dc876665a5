# Many fields of one page cost one parse: shown by counting the parses of the backend.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my $db = fresh_database('t_one_parse');

psql($db, <<'SQL');
CREATE TABLE page (i int, html text, bytes bytea);
INSERT INTO page
SELECT i, html, convert_to(html, 'UTF8')
  FROM generate_series(1, 50) AS i
 CROSS JOIN LATERAL (SELECT '<html><title>Titre ' || i || '</title><h1>Titre ' || i || '</h1>'
                            || (SELECT string_agg('<p>' || md5((i * 1000 + j)::text) || ' et quelques mots.</p>', '') FROM generate_series(1, 200) AS j)
                            || '</html>' AS html) AS h;
SQL

sub parses
{
	my ($sql) = @_;
	my $counts = psql($db, "SELECT count(q) FROM ($sql) AS q; SELECT parses, reuses FROM article_stats();");
	my ($rows, $parses, $reuses) = $counts =~ /(\d+)\n(\d+)\|(\d+)/;
	return "$rows rows, $parses parses, $reuses reuses";
}

is(parses('SELECT (parse_article(html)).title, (parse_article(html)).body FROM page OFFSET 0'), '50 rows, 50 parses, 50 reuses', '2 fields of a toasted text');
is(parses('SELECT (parse_article(bytes)).title, (parse_article(bytes)).body FROM page OFFSET 0'), '50 rows, 50 parses, 50 reuses', 'of bytes');
is(parses("SELECT (parse_article(html || '')).title, (parse_article(html || '')).body FROM page OFFSET 0"), '50 rows, 50 parses, 50 reuses', 'of a value in memory');
is(parses('SELECT (parse_article(html)).* FROM page OFFSET 0'), '50 rows, 50 parses, 800 reuses', 'all 17 fields');
is(parses('SELECT article_title(html), article_authors(html), article_body(html), parse_article(html) FROM page OFFSET 0'), '50 rows, 50 parses, 150 reuses', 'accessors and the row');
is(parses('SELECT article_html(html), article_markdown(html), article_tei(html), article_title(html) FROM page OFFSET 0'), '50 rows, 50 parses, 150 reuses', 'accessors and the body rendered');
is(parses("SELECT (parse_article(html, 'https://a.example/')).url, (parse_article(html, 'https://b.example/')).url FROM page OFFSET 0"), '50 rows, 100 parses, 0 reuses', 'another URL causes another parse');
is(parses("SELECT (parse_article_with_rules(html, 'title: //h1', 'https://a.example/')).title, (parse_article_with_rules(html, 'title: //p', 'https://a.example/')).title FROM page OFFSET 0"), '50 rows, 100 parses, 0 reuses', 'other rules too');
is(parses("SELECT (parse_article_with_rules(html, 'title: //h1')).title, article_html_with_rules(html, 'title: //h1') FROM page OFFSET 0"), '50 rows, 50 parses, 50 reuses', 'the same rules do not');
is(parses("SELECT (parse_article(html, NULL, '2020-01-01')).url, (parse_article(html, NULL, '2021-01-01')).url FROM page OFFSET 0"), '50 rows, 100 parses, 0 reuses', 'another time too');

is( psql($db, <<'SQL'), "Titre 1\nTitre 2\nTitre 1\n3|0", 'other pages in between: the results are correct');
SELECT article_title(html) FROM page WHERE i = 1;
SELECT article_title(html) FROM page WHERE i = 2;
SELECT article_title(html) FROM page WHERE i = 1;
SELECT * FROM article_stats();
SQL

is( psql($db, <<'SQL'), "Titre 1\nTitre 1\n1|1", 'an error between two calls has no effect');
BEGIN;
SELECT article_title(html) FROM page WHERE i = 1;
SAVEPOINT s;
\set ON_ERROR_STOP off
\o /dev/null
\set VERBOSITY terse
DO $$ BEGIN PERFORM article_title(html, NULL, NULL, 'Nowhere') FROM page; EXCEPTION WHEN OTHERS THEN NULL; END $$;
\o
ROLLBACK TO s;
SELECT article_title(html) FROM page WHERE i = 1;
SELECT * FROM article_stats();
SQL

done_testing();
