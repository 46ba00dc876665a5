# Dump and restore: stored articles, generated columns, materialized views, indexes and statistics
# are restored unchanged, with every way of dumping.
use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use ArticleTest;

my $db = fresh_database('t_dump');
my $copy = 't_dump_copy';
my $directory = tempdir(CLEANUP => 1);

psql($db, <<'SQL');
CREATE TABLE page (
    id int PRIMARY KEY,
    url text,
    fetched_at timestamptz,
    html text,
    article parsed_article GENERATED ALWAYS AS (parse_article(html, url, fetched_at)) STORED,
    known parsed_article GENERATED ALWAYS AS (parse_article_known(html, '{"tags": ["mer"]}', url, fetched_at)) STORED,
    words tsvector GENERATED ALWAYS AS (article_tsvector(parse_article(html, url, fetched_at))) STORED,
    document article_bm25_document GENERATED ALWAYS AS (article_bm25_document(article_tsvector(parse_article(html, url, fetched_at)))) STORED,
    tree xml GENERATED ALWAYS AS (html_xml(html, url)) STORED,
    tei xml GENERATED ALWAYS AS (article_tei(parse_article(html, url, fetched_at))) STORED
);
CREATE TABLE page_terms OF article_corpus_term;
CREATE TABLE page_forms OF article_corpus_form;
CREATE INDEX page_forms_keys ON page_forms USING gin (keys);
CREATE TRIGGER terms AFTER INSERT ON page REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('page_terms', 'words');
INSERT INTO page
SELECT i, 'https://journal.example/' || i, '2017-12-31 12:00+01',
       format('<html lang="fr"><title>L''été « %s »</title><meta name="author" content="Zoë O''Neill"><h1>L''été « %s »</h1><p class="date">28/12 à 13h54</p><p>%s</p><ul class="related"><li><a href="/x,y">Une "autre" (page)</a></li></ul></html>',
              i, i, repeat('Des mots, "entre guillemets" (et parenthèses), \ et virgules. ', 20))
  FROM generate_series(1, 20) AS i;
CALL article_corpus_forms('page_forms', 'page', 'article');
CREATE INDEX page_title ON page ((article_title(html, url, fetched_at)));
CREATE INDEX page_body ON page USING gin (to_tsvector('french', (article).body));
CREATE INDEX page_words ON page USING gin (article_tsvector(article));
CREATE INDEX page_fold ON page (french_fold((article).title) text_pattern_ops);
CREATE TABLE stored AS SELECT id, article, document FROM page;
CREATE VIEW titles AS SELECT id, (article).title, (article).related[1].text AS related FROM page;
CREATE MATERIALIZED VIEW parsed AS SELECT id, parse_article(html, url) AS article, html_text(html) FROM page;
CREATE TEXT SEARCH CONFIGURATION own_french (COPY = article_french);
ALTER TEXT SEARCH CONFIGURATION own_french DROP MAPPING FOR hashtag;
CREATE INDEX page_own ON page USING gin (to_tsvector('own_french', (article).body));
CREATE DOMAIN folded AS text CHECK (value = french_fold(value));
CREATE TABLE tag (label text COLLATE french_ai PRIMARY KEY, key folded GENERATED ALWAYS AS (french_fold(label)) STORED);
INSERT INTO tag VALUES ('Été'), ('Œuvre');
SQL

# The content of a database, as one text.
my $contents = join "\n", (map { "SELECT '$_', count(*), md5(string_agg(t::text, ',' ORDER BY t::text COLLATE \"C\")) FROM $_ AS t;" } qw(page stored titles parsed tag page_forms)),
	"SELECT article_corpus_lookup('page_terms', 'été | guillemet | mot');",
	q{SELECT french_suggest('guillemest', 'page_forms');},
	q{SELECT to_tsvector('own_french', 'les étés #climat')};

# The same content, and every index is usable.
sub same
{
	my ($way, $expected) = @_;
	is(psql($copy, $contents), $expected, "the same after $way");
	my $plans = psql($copy, <<'SQL');
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM page WHERE article_title(html, url, fetched_at) = 'x';
EXPLAIN (COSTS OFF) SELECT id FROM page WHERE to_tsvector('french', (article).body) @@ 'x';
EXPLAIN (COSTS OFF) SELECT id FROM page WHERE article_tsvector(article) @@ french_query('x');
EXPLAIN (COSTS OFF) SELECT id FROM page WHERE french_fold((article).title) LIKE 'x%';
EXPLAIN (COSTS OFF) SELECT id FROM page WHERE to_tsvector('own_french', (article).body) @@ 'x';
SQL
	my @used = $plans =~ /Index Scan (?:using|on) (page_\w+)/g;
	is("@used", 'page_title page_body page_words page_fold page_own', 'the indexes are usable');
}

sub empty_copy
{
	psql('postgres', "SET client_min_messages = error; DROP DATABASE IF EXISTS $copy;");
	psql('postgres', "CREATE DATABASE $copy");
}

sub tool
{
	my ($status, $output) = run('', @_);
	$status == 0 or die "@_: $output\n";
	return $output;
}

my $before = psql($db, $contents);
like($before, qr/"documents": 20/, 'there is content to dump');

empty_copy();
psql($copy, tool('pg_dump', '-d', $db));
same('pg_dump and psql', $before);
is(psql($copy, "SELECT count(*) FROM pg_extension WHERE extname = 'article'"), 1, 'the extension is restored too');

empty_copy();
tool('pg_dump', '-d', $db, '--format=directory', '--jobs=2', '--file', "$directory/dump");
tool('pg_restore', '-d', $copy, '--jobs=2', '--exit-on-error', "$directory/dump");
same('two jobs', $before);

# The schema first.  Its triggers would count documents that are dumped together with their
# statistics again.
empty_copy();
psql($copy, tool('pg_dump', '-d', $db, '--schema-only'));
psql($copy, tool('pg_dump', '-d', $db, '--data-only', '--disable-triggers'));
psql($copy, 'REFRESH MATERIALIZED VIEW parsed');
same('the schema and then the data', $before);

# The extension in one schema and the pages in another, neither in the writer's search path.
psql($db, <<'SQL');
CREATE SCHEMA tools;
ALTER EXTENSION article SET SCHEMA tools;
CREATE SCHEMA press;
ALTER TABLE page SET SCHEMA press;
ALTER TABLE page_terms SET SCHEMA press;
SQL
$contents = "SET search_path = press, public, tools; $contents";
is(psql($db, $contents), $before, 'another schema changes nothing');
psql($db, 'INSERT INTO press.page (id, html) SELECT 21, html FROM press.page WHERE id = 20; REFRESH MATERIALIZED VIEW parsed;');
empty_copy();
psql($copy, tool('pg_dump', '-d', $db));
psql('postgres', "ALTER DATABASE $copy SET search_path = press, public, tools");
same('a dump of another schema', psql($db, $contents));

done_testing();
