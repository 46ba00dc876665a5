# Parallel plans: EXPLAIN shows which process parses; nothing is timed.  Workers and the leader
# return the same rows, for every family of functions; settings of a session reach its workers;
# indexes are built in parallel.
use strict;
use warnings;
no warnings 'qw'; # signatures have commas
use Test::More;
use Cwd qw(abs_path);
use ArticleTest;

my $db = fresh_database('t_parallel');
my $seeds = abs_path('seeds');

# A small table of large pages: a few blocks, and the rest in TOAST, so the planner considers it
# small.
psql($db, <<"SQL", arguments => [ '-v', "seeds=$seeds" ]);
\\i $seeds/load.sql
CREATE TABLE pages WITH (fillfactor = 10) AS
SELECT row_number() OVER () AS id, page.* FROM page, generate_series(1, 8);
ANALYZE pages;
SQL
my $rows = psql($db, 'SELECT count(*) FROM pages');

my $parse = 'parse_article(html, url, fetched_at, time_zone, content_type)';
my $plan = 'EXPLAIN (VERBOSE, COSTS OFF)';
my $gathered = qr/Gather\n.*Workers Planned: 2\n.*(Output|Filter): [^\n]*article/s; # that is, below the Gather

# ---------------------------------------------------------------- required settings

unlike(psql($db, "$plan SELECT $parse FROM pages"), qr/Gather/, 'a table that seems small is scanned by one process');
psql($db, 'ALTER TABLE pages SET (parallel_workers = 2)');
for my $query ("SELECT id, $parse FROM pages", "CREATE TABLE x AS SELECT id, $parse FROM pages",
	"CREATE MATERIALIZED VIEW x AS SELECT id, $parse FROM pages",
	"SELECT ($parse).title, ($parse).body FROM pages",
	q{SELECT count(*) FROM pages WHERE article_language(html) = 'fr'},
	'SELECT id, article_blocks(html) FROM pages')
{
	like(psql($db, "$plan $query"), $gathered, "workers parse: $query");
}
unlike(psql($db, "$plan $_"), qr/Gather/, "not parallel: $_")
  for "INSERT INTO pages (name) SELECT ($parse).title FROM pages", "UPDATE pages SET name = ($parse).title";

# The planner assumes that a function in FROM runs once.
my $lateral = "SELECT id, a.* FROM pages, $parse AS a";
unlike(psql($db, "$plan $lateral"), qr/Gather/, 'a function in FROM is not parallelized');
like(psql($db, "$plan SELECT id, (a).* FROM (SELECT id, $parse AS a FROM pages OFFSET 0) AS p"), $gathered, 'in a subquery it is');

# ---------------------------------------------------------------- which process parses

my $workers = 'SET max_parallel_workers_per_gather = 2; SET parallel_leader_participation = off; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;';
my $serial = 'SET max_parallel_workers_per_gather = 0;';
my $who = psql($db, "$workers EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF) SELECT id, $parse FROM pages");
my $by_workers = 0;
$by_workers += $1 while $who =~ /Worker \d+: +actual rows=(\d+)/g;
like($who, qr/Workers Launched: 2/, '2 workers are launched');
is($by_workers, $rows, 'and they parse every row');

# The same rows, whichever process parses.
my %query = (
	'parse_article' => "SELECT id, $parse AS x FROM pages",
	'accessors' => 'SELECT id, article_title(html), article_authors(html), article_published_at(html, url, fetched_at, time_zone), article_body(html), article_confidence(html) FROM pages',
	'views of a page' => q{SELECT id, article_html(html, url), article_markdown(html, url), article_tei(html, url), article_metadata(html), html_text(html), article_explain(html, url, fetched_at), article_explain_in(html, 'fr', url) FROM pages},
	'rows of a page' => 'SELECT id, article_blocks(html), article_links(html, url), article_related(html, url), article_images(html, url), article_dates(html, fetched_at) FROM pages',
	'a site\'s rules' => q{SELECT id, parse_article_with_rules(html, E'body: //body\nstrip: //figure', url), article_blocks_with_rules(html, 'body: //article', url), article_rules_check('title: ' || id || '(') FROM pages},
	'feeds, and what they know' => q{SELECT id, parse_article_known(html, jsonb_build_object('title', id::text), url), article_feed('<rss><item><title>' || id || '</title><description>' || html_text(html) || '</description></item>', url) FROM pages},
	'parts of a page' => q{SELECT id, html_xml(html, url)::text, html_xpath(html, '//p', url), html_select(html, 'p', url) FROM pages},
	'French text' => 'SELECT id, french_fold(html_text(html)), french_normalize(html_text(html)), french_slug(article_title(html)) FROM pages',
	'French values' => q{SELECT id, french_numbers(html_text(html)), french_dates(html_text(html), fetched_at), french_sentences(html_text(html)), french_quotes(html_text(html), true), french_number(article_title(html)), french_date(article_title(html), fetched_at) FROM pages},
	'keys' => 'SELECT id, article_minhash(html_text(html)), french_phonetic(article_title(html)), french_name_key(article_title(html)), french_same_name(article_title(html), article_title(html)), french_word_family(article_title(html)), article_url_key(url), article_similarity(html_text(html), article_body(html)) FROM pages',
	'values of an article' => "SELECT id, article_names($parse), article_quotes($parse), article_dates_in($parse), article_date_ranges($parse), article_agency($parse) FROM pages",
	'words' => "SELECT id, article_tsvector($parse), to_tsvector('article_french', html_text(html)), french_tsvector(html_text(html)), article_bm25_document(article_tsvector($parse)), french_query(article_title(html)), french_query_any(article_title(html)) FROM pages",
	'French order' => q{SELECT id, article_title(html) < 'le' COLLATE french, article_title(html) = upper(article_title(html)) COLLATE french_ai FROM pages});
for my $name (sort keys %query)
{
	my $digest = "SELECT md5(string_agg(r::text, chr(10) ORDER BY id, r::text COLLATE \"C\")) FROM ($query{$name} OFFSET 0) AS r";
	like(psql($db, "$workers $plan $digest"), qr/Gather/, "workers give $name");
	is(psql($db, "$workers $digest"), psql($db, "$serial $digest"), 'and the same rows as one process');
}

# Settings of the session apply in its workers.
like(psql_fails($db, "SELECT article_title('x'); SET article.max_html_size = '2kB'; $workers SELECT count(article_body(html)) FROM pages"),
	qr/54000.*article\.max_html_size.*parallel worker/s, 'a setting of the session reaches its workers');

# Functions that depend only on arguments and tables may run in workers; those that report on this
# backend, or that may be given a temporary table, may not.
my @reading = qw{article_corpus_lookup(regclass,tsquery) article_report(regclass,name,name,name,name,integer,text) article_rules_for(text,regclass)
	article_significant(tsvector,regclass) article_significant(tsvector,regclass,regclass) article_significant_final(internal) french_expand(tsquery,regclass) french_query_keys(tsquery,regclass) french_suggest(text,regclass)};
is( psql($db, <<'SQL'), join("\n", @reading), 'a function is PARALLEL SAFE unless it is VOLATILE or reads any table');
SELECT p.oid::regprocedure FROM pg_depend d JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
 WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'article') AND d.deptype = 'e'
   AND (p.proparallel = 's') <> (p.provolatile <> 'v')
 ORDER BY p.oid::regprocedure::text COLLATE "C"
SQL

# ---------------------------------------------------------------- indexes

psql($db, <<"SQL");
CREATE TABLE news WITH (parallel_workers = 2) AS SELECT id, $parse AS article FROM pages;
ALTER TABLE news ADD title text;
UPDATE news SET title = (article).title;
SQL
my $with_workers = qr/with request for 2 parallel workers/;
my $gin = psql($db, 'SHOW server_version_num') >= 180000 ? $with_workers : qr/serially/;
for my $case ([ 'pages (article_published_at(html, url, fetched_at))', $with_workers, 'an index on an accessor: two workers' ],
	[ 'news (french_fold(title))', $with_workers, 'an index on french_fold: two workers' ],
	[ 'news USING gin (article_tsvector(article))', $gin, 'a GIN index: none before PostgreSQL 18' ])
{
	my ($on, $how, $name) = @$case;
	like(psql($db, "SET client_min_messages = debug1; CREATE INDEX built ON $on; DROP INDEX built;"), qr/building index "built" .* $how/, $name);
}

# Index entries built by workers are those that one process looks up.
psql($db, 'CREATE INDEX by_fold ON news (french_fold(title)); CREATE INDEX by_date ON pages (article_published_at(html, url, fetched_at)); CREATE EXTENSION IF NOT EXISTS amcheck;');
is(psql($db, "SELECT bt_index_check('by_fold', true), bt_index_check('by_date', true)"), '|', 'amcheck finds every row in them');

done_testing();
