# Dump and restore: stored articles, generated columns and expression indexes come back the same.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my $db = fresh_database('t_dump');
my $copy = 't_dump_copy';

psql($db, <<'SQL');
CREATE TABLE page (
    id int PRIMARY KEY,
    url text,
    fetched_at timestamptz,
    html text,
    article parsed_article GENERATED ALWAYS AS (parse_article(html, url, fetched_at)) STORED
);
INSERT INTO page
SELECT i, 'https://journal.example/' || i, '2017-12-31 12:00+01',
       format('<html lang="fr"><title>L''été « %s »</title><meta name="author" content="Zoë O''Neill"><h1>L''été « %s »</h1><p class="date">28/12 à 13h54</p><p>%s</p><ul class="related"><li><a href="/x,y">Une "autre" (page)</a></li></ul></html>',
              i, i, repeat('Des mots, "entre guillemets" (et parenthèses), \ et virgules. ', 20))
  FROM generate_series(1, 20) AS i;
CREATE INDEX page_title ON page ((article_title(html, url, fetched_at)));
CREATE INDEX page_words ON page USING gin (to_tsvector('french', (article).body));
CREATE TABLE stored AS SELECT id, article FROM page;
CREATE VIEW titles AS SELECT id, (article).title, (article).related[1].text AS related FROM page;
SQL

my $digest = "SELECT md5(string_agg(article::text, ',' ORDER BY id)) FROM ";
my $before = psql($db, "$digest page; $digest stored; SELECT title FROM titles WHERE id = 7;");
my ($status, $dump) = run('', 'pg_dump', '-d', $db);
is($status, 0, 'pg_dump');
psql('postgres', "SET client_min_messages = error; DROP DATABASE IF EXISTS $copy;");
psql('postgres', "CREATE DATABASE $copy");
psql($copy, $dump);
is(psql($copy, "$digest page; $digest stored; SELECT title FROM titles WHERE id = 7;"), $before, 'the same articles after the restore');
is( psql($copy, "SET enable_seqscan = off; EXPLAIN (COSTS OFF) SELECT id FROM page WHERE article_title(html, url, fetched_at) = 'x'") =~ /page_title/ ? 1 : 0,
	1, 'the index on an accessor serves');
is(psql($copy, "SELECT count(*) FROM pg_extension WHERE extname = 'article'"), 1, 'the extension came with it');

done_testing();
