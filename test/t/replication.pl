# A physical standby gives the same results as its primary: stored articles, functions, index
# searches, rankings and French order.  After promotion it parses what is written.  A subscriber of
# logical replication gets plain columns as they are, and computes its own generated ones.
use strict;
use warnings;
use Test::More;
use Cwd qw(abs_path);
use ArticleTest;
use ArticleServer;

my $primary = ArticleServer->new(settings => 'wal_level = logical');
my $seeds = abs_path('seeds');
$primary->fresh_database('press');
$primary->psql('press', <<"SQL", arguments => [ '-v', "seeds=$seeds" ]);
\\i $seeds/load.sql
CREATE TABLE news (
	id int PRIMARY KEY, url text, fetched_at timestamptz, time_zone text, content_type text, html bytea,
	article parsed_article GENERATED ALWAYS AS (parse_article(html, url, fetched_at, time_zone, content_type)) STORED,
	words tsvector GENERATED ALWAYS AS (article_tsvector(parse_article(html, url, fetched_at, time_zone, content_type))) STORED
);
CREATE INDEX news_words ON news USING gin (words);
CREATE INDEX news_article ON news USING gin (article_tsvector(article));
CREATE INDEX news_fold ON news (french_fold((article).title) text_pattern_ops);
CREATE INDEX news_title ON news (((article).title) COLLATE french);
CREATE INDEX news_published ON news (article_published_at(html, url, fetched_at, time_zone, content_type));
CREATE TABLE news_terms OF article_corpus_term;
CREATE TRIGGER terms AFTER INSERT ON news REFERENCING NEW TABLE AS added
	FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('news_terms', 'words');
INSERT INTO news (id, url, fetched_at, time_zone, content_type, html)
SELECT row_number() OVER (ORDER BY name COLLATE "C"), url, fetched_at, time_zone, content_type, html
  FROM page WHERE name < 'm';
SQL

my $standby = ArticleServer->standby_of($primary);
is($standby->psql('press', 'SELECT pg_is_in_recovery(), current_setting(\'transaction_read_only\')'), 't|on', 'a standby is read-only');

# Rows written after the start of the standby arrive by streaming.
$primary->psql('press', <<'SQL');
INSERT INTO news (id, url, fetched_at, time_zone, content_type, html)
SELECT 100 + row_number() OVER (ORDER BY name COLLATE "C"), url, fetched_at, time_zone, content_type, html
  FROM page WHERE name >= 'm';
SQL
$standby->catch_up($primary);
is($standby->psql('press', 'SELECT count(article) = (SELECT count(*) FROM page) FROM news'), 't', 'every article has arrived');

# ---------------------------------------------------------------- the same results

# SQL for a digest of the rows of a query.
sub digest { return "SELECT count(*), md5(string_agg(r::text, chr(10) ORDER BY r::text COLLATE \"C\")) FROM ($_[0]) AS r"; }

my %question = (
	'stored articles' => digest('SELECT * FROM news'),
	'parse_article' => digest('SELECT id, parse_article(html, url, fetched_at, time_zone, content_type) FROM news'),
	'accessors' => digest('SELECT article_title(html), article_authors(html), article_body(html), article_modified_at(html, url, fetched_at) FROM news'),
	'views of a page' => digest('SELECT article_html(html, url), article_markdown(html, url), article_tei(html, url)::text, article_metadata(html), html_text(html), article_explain(html, url) FROM news'),
	'rows of a page' => digest('SELECT b, NULL FROM news, article_blocks(html) AS b UNION ALL SELECT NULL, l FROM news, article_links(html, url) AS l UNION ALL SELECT NULL, r FROM news, article_related(html, url) AS r'),
	'images and dates' => digest('SELECT i, NULL FROM news, article_images(html, url) AS i UNION ALL SELECT NULL, d FROM news, article_dates(html, fetched_at) AS d'),
	'French text' => digest('SELECT french_normalize((article).body), french_fold((article).body), french_slug((article).title) FROM news'),
	'words' => digest(q{SELECT to_tsvector('article_french', (article).body), ts_headline('article_french', (article).body, french_query('phare OU port')) FROM news}),
	'statistics' => digest('SELECT unnest(article_corpus_stat(words)) FROM news'),
	'French order' => q{SELECT string_agg(id::text, ' ' ORDER BY (article).title COLLATE french, id) FROM news},
	'equality without accents' => q{SELECT count(*) FROM news WHERE (article).title = upper((article).title) COLLATE french_ai},
	'ranking' => q{SELECT id, article_bm25(words, q, 'news_terms') FROM news, french_query_any('le phare du port') AS q WHERE words @@ q ORDER BY 2 DESC, 1});
for my $name (sort keys %question)
{
	my $answer = $primary->psql('press', $question{$name});
	ok($answer =~ /[1-9]/ && $standby->psql('press', $question{$name}) eq $answer, "the same: $name");
}
is( $standby->psql('press', digest('SELECT article FROM news')),
	$standby->psql('press', digest('SELECT parse_article(html, url, fetched_at, time_zone, content_type) AS article FROM news')),
	'the standby parses to what the primary stored');

# ---------------------------------------------------------------- by index

my %search = (
	news_words => q{words @@ french_query('phare')},
	news_article => q{article_tsvector(article) @@ french_query('phare')},
	news_fold => q{french_fold((article).title) LIKE 'le %'},
	news_title => q{(article).title > 'Le' COLLATE french},
	news_published => q{article_published_at(html, url, fetched_at, time_zone, content_type) >= '2017-12-01'});
for my $index (sort keys %search)
{
	my $ids = "SELECT string_agg(id::text, ' ' ORDER BY id) FROM (SELECT id FROM news WHERE $search{$index} OFFSET 0) AS found";
	my $by_index = 'SET enable_seqscan = off;';
	like($standby->psql('press', "$by_index EXPLAIN (COSTS OFF) $ids"), qr/Index Scan (using|on) $index/, "$index is usable on the standby");
	my $found = $primary->psql('press', "SET enable_indexscan = off; SET enable_bitmapscan = off; $ids");
	ok($found ne '' && $standby->psql('press', "$by_index $ids") eq $found, 'with the same result as on the primary without an index');
}

# ---------------------------------------------------------------- a backfill, seen from the standby

$primary->psql('press', <<'SQL');
CREATE TABLE old (html text, article parsed_article);
INSERT INTO old SELECT '<title>Titre</title>' FROM generate_series(1, 2);
SQL
my $backfill;
{
	local $ENV{PGHOST} = $primary->host;
	$backfill = background('press', "CALL article_backfill('old', 'html', 'article', batch_size => 1, pause => '600 s')");
}
my $states = "SELECT coalesce(state, 'not known'), filled FROM article_backfill_progress";
for (1 .. 600)
{
	last if $primary->psql('press', $states) eq 'running|1';
	select(undef, undef, undef, 0.05);
}
$standby->catch_up($primary);
is($standby->psql('press', $states), 'not known|1', 'a standby cannot tell whether a run is alive');
$primary->psql('press', "SELECT pg_cancel_backend(pid) FROM article_backfill_progress WHERE state = 'running'");
$backfill->();
is($primary->psql('press', $states), 'interrupted|1', 'the primary can');

# ---------------------------------------------------------------- read-only, and after promotion

like($standby->psql_fails('press', "CALL article_corpus_refresh('news_terms', 'news', 'words')"), qr/25006/, 'statistics cannot be recounted on a standby');
$standby->promote;
is( $standby->psql('press', <<'SQL'), "Promu|'promouvoir':1A|1", 'promoted, it parses, indexes and counts');
INSERT INTO news (id, html, time_zone) VALUES (1000, '<html lang="fr"><title>Promu</title><h1>Promu</h1>', 'Europe/Paris');
SET enable_seqscan = off;
SELECT (article).title, words, (SELECT sum(documents) FROM news_terms WHERE lexeme = 'promouvoir') FROM news WHERE words @@ french_query('promu');
SQL

# ---------------------------------------------------------------- logical replication

my $subscriber = $standby;
my $plain = 'CREATE TABLE news (id int PRIMARY KEY, url text, html text, article parsed_article);';
$_->fresh_database('wire') for $primary, $subscriber;
$primary->psql('wire', "$plain CREATE PUBLICATION wire FOR TABLE news;");
$subscriber->psql('wire', $plain . <<'SQL');
ALTER TABLE news ADD words tsvector GENERATED ALWAYS AS (article_tsvector(parse_article(html, url))) STORED;
SQL
$subscriber->psql('wire', sprintf(q{CREATE SUBSCRIPTION wire CONNECTION 'host=%s dbname=wire user=postgres' PUBLICATION wire}, $primary->host));
$primary->psql('wire', <<'SQL');
INSERT INTO news (id, url, html, article)
SELECT 1, url, html, parse_article(html, url)
  FROM (VALUES ('https://www.canal.example/phare', '<title>Le phare</title><h1>Le phare est rallumé</h1><p>Le gardien a rallumé le phare hier soir, après douze ans de nuit.')) AS page (url, html);
SQL
my $arrived = '';
for (1 .. 600)
{
	$arrived = $subscriber->psql('wire', q{SELECT (article).title, words @@ french_query('phares rallumés') FROM news});
	last if $arrived ne '';
	select(undef, undef, undef, 0.1);
}
is($arrived, 'Le phare est rallumé|t', 'a subscriber gets the article as it is, and computes the words');
$subscriber->psql('wire', 'DROP SUBSCRIPTION wire');

done_testing();
