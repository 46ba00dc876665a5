# Shards: a table on 2 servers, searched through postgres_fdw and through PL/Proxy.  Checks the
# exact queries that the shards receive, and that the results equal those of one table.
# doc/operations.md documents the same.
use strict;
use warnings;
use Test::More;
use Cwd qw(abs_path);
use ArticleTest;
use ArticleServer;

my $db = fresh_database('t_shards');
plan skip_all => 'no postgres_fdw' unless psql($db, "SELECT 1 FROM pg_available_extensions WHERE name = 'postgres_fdw'");

# ---------------------------------------------------------------- one table, and the same on 2 servers

# The sample pages, and their parsed articles, as one local table.
my $seeds = abs_path('seeds');
psql($db, <<"SQL", arguments => [ '-v', "seeds=$seeds" ]);
\\i $seeds/load.sql
CREATE TABLE local_pages AS
SELECT row_number() OVER (ORDER BY name COLLATE "C") AS id, page.*, a AS article, a.title, article_tsvector(a) AS words
  FROM page, parse_article(html, url, fetched_at, time_zone, content_type) AS a;
CREATE TABLE local_terms OF article_corpus_term;
CALL article_corpus_refresh('local_terms', 'local_pages', 'words');
SQL

my $columns = <<'SQL';
	id bigint, name text, url text, fetched_at timestamptz, time_zone text, content_type text, html bytea,
	article parsed_article, title text, words tsvector
SQL

my @shards = map { ArticleServer->new } 0, 1;
for my $shard (@shards)
{
	$shard->fresh_database('press');
	$shard->psql('press', <<"SQL");
CREATE TABLE pages ($columns);
CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS \$\$
BEGIN
	NEW.article := parse_article(NEW.html, NEW.url, NEW.fetched_at, NEW.time_zone, NEW.content_type);
	NEW.title := (NEW.article).title;
	NEW.words := article_tsvector(NEW.article);
	RETURN NEW;
END \$\$;
CREATE TRIGGER fill BEFORE INSERT OR UPDATE OF html ON pages FOR EACH ROW EXECUTE FUNCTION fill();
CREATE INDEX pages_words ON pages USING gin (words);
CREATE INDEX pages_article ON pages USING gin (article_tsvector(article));
CREATE INDEX pages_published ON pages (article_published_at(html, url, fetched_at, time_zone, content_type));
CREATE VIEW fields AS SELECT id, (article).section FROM pages;
CREATE TABLE pages_terms OF article_corpus_term;
SQL
}

psql($db, 'CREATE EXTENSION postgres_fdw');
psql($db, "CREATE TABLE pages ($columns) PARTITION BY HASH (id)");
for my $i (0, 1)
{
	my $host = $shards[$i]->host;
	psql($db, <<"SQL");
CREATE SERVER shard$i FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$host', port '5432', dbname 'press', extensions 'article');
CREATE USER MAPPING FOR CURRENT_USER SERVER shard$i OPTIONS (user 'postgres');
CREATE FOREIGN TABLE pages_$i PARTITION OF pages FOR VALUES WITH (MODULUS 2, REMAINDER $i) SERVER shard$i OPTIONS (table_name 'pages');
CREATE FOREIGN TABLE fields_$i (id bigint, section text) SERVER shard$i OPTIONS (table_name 'fields');
CREATE FOREIGN TABLE terms_$i (lexeme text COLLATE "C", documents bigint, lengths bigint[]) SERVER shard$i OPTIONS (table_name 'pages_terms');
SQL
}
psql($db, 'INSERT INTO pages (id, name, url, fetched_at, time_zone, content_type, html) SELECT id, name, url, fetched_at, time_zone, content_type, html FROM local_pages');

my $all = 'SELECT md5(string_agg(p::text, chr(10) ORDER BY id)) FROM ';
is(psql($db, "$all pages AS p"), psql($db, "$all local_pages AS p"), 'the shards parse like one table');
cmp_ok($_->psql('press', 'SELECT count(*) FROM pages'), '>', 5, 'each shard has its share of rows') for @shards;

# ---------------------------------------------------------------- what is sent to the shards

# Returns what a query on both shards sends to them, and what it still has to filter locally.
sub remote
{
	my ($query) = @_;
	my %seen;
	return join "\n", grep { !$seen{$_}++ } psql($db, "EXPLAIN (VERBOSE, COSTS OFF) $query") =~ /^ *((?:Remote SQL|Filter): .*)/mg;
}

# The shards return the same ids as one table, and at least one.
sub same_answer
{
	my ($condition) = @_;
	my $ids = "SELECT string_agg(id::text, ' ' ORDER BY id) FROM";
	my $expected = psql($db, "$ids local_pages WHERE $condition");
	ok($expected ne '' && psql($db, "$ids pages WHERE $condition") eq $expected, "same result: $condition");
}

my %asked = (
	q{words @@ french_query('phare -journal')} =>
		q{((words @@ '''phare'' & !''journal'''::tsquery))},
	q{article_tsvector(article) @@ french_query('phares')} =>
		q{((public.article_tsvector(article) @@ '''phare'''::tsquery))},
	q{article_tsvector('article_french', article) @@ french_query('article_french', 'phares')} =>
		q{((public.article_tsvector('public.article_french'::regconfig, article) @@ '''phare'''::tsquery))},
	q{article_published_at(html, url, fetched_at, time_zone, content_type) >= '2017-12-01'} =>
		q{((public.article_published_at(html, url, fetched_at, time_zone, content_type) >= '2017-12-01 00:00:00+00'::timestamp with time zone))},
	q{french_fold(title) LIKE french_fold('le ph') || '%'} =>
		q{((public.french_fold(title) ~~ 'le ph%'::text))});
for my $condition (sort keys %asked)
{
	is(remote("SELECT id FROM pages WHERE $condition"), "Remote SQL: SELECT id FROM public.pages WHERE $asked{$condition}", "sent: $condition");
	same_answer($condition);
}
same_answer($_) for q{words @@ french_query('"mise à jour" OU port*')}, q{words @@ french_query_any('qui garde le phare ?')},
	q{article_language(html, url, fetched_at, time_zone, content_type) = 'fr'};

# The indexes of a shard are usable for what it receives.
for my $case ([ q{words @@ french_query('phare')}, 'pages_words' ],
	[ q{article_tsvector(article) @@ french_query('phare')}, 'pages_article' ],
	[ q{article_published_at(html, url, fetched_at, time_zone, content_type) >= '2017-12-01'}, 'pages_published' ])
{
	my ($condition, $index) = @$case;
	my ($sql) = remote("SELECT id FROM pages WHERE $condition") =~ /^Remote SQL: (.*)/;
	like($shards[0]->psql('press', "SET search_path = pg_catalog; SET enable_seqscan = off; EXPLAIN (COSTS OFF) $sql"), qr{Index Scan (on|using) $index}, "$index is usable");
}

# ---------------------------------------------------------------- what is not sent, and what to do instead

my $field = q{(article).title = 'Introuvable'};
is(remote("SELECT id FROM ONLY pages_0 WHERE $field"),
	"Filter: ((pages_0.article).title = 'Introuvable'::text)\nRemote SQL: SELECT id, article FROM public.pages", 'a condition on a field of the composite is not sent');
is(remote(q{SELECT id FROM pages WHERE title = 'Introuvable'}), q{Remote SQL: SELECT id FROM public.pages WHERE ((title = 'Introuvable'))}, 'a condition on a column is sent');
is(remote(q{SELECT id FROM fields_0 WHERE section = 'Culture'}), q{Remote SQL: SELECT id FROM public.fields WHERE ((section = 'Culture'))}, 'a condition on a column of a view is sent');
is(remote('SELECT id, article_title(html) FROM pages'), 'Remote SQL: SELECT id, html FROM public.pages', 'the select list is computed locally');

# A user's own configuration is not part of the extension: since PostgreSQL 16 it is not sent.
psql($db, 'CREATE TEXT SEARCH CONFIGURATION my_french (COPY = article_french)');
my $own = q{SELECT id FROM pages WHERE to_tsvector('my_french', title) @@ french_query('my_french', 'phare')};
if (psql($db, 'SHOW server_version_num') >= 160000)
{
	like(remote($own), qr/^Filter: .*my_french.*\n.*Remote SQL: SELECT id, title FROM public\.pages$/m, 'a condition with a user\'s own configuration is not sent');
}
else
{
	like(psql_fails($db, $own), qr/42704.*my_french/, 'a user\'s own configuration must exist on the shards');
}

# ---------------------------------------------------------------- ranking

my $query = q{french_query_any('le phare du port')};

# Ids and scores, best first.
sub ranking
{
	my ($table, $corpus) = @_;
	return psql($db, <<"SQL");
SELECT id, round(article_bm25_score(words, $query, (SELECT article_corpus_lookup('$corpus', $query)))::numeric, 9) AS score
  FROM $table WHERE words @@ $query ORDER BY score DESC, id LIMIT 10
SQL
}

$_->psql('press', "CALL article_corpus_refresh('pages_terms', 'pages', 'words')") for @shards;
psql($db, <<'SQL');
CREATE VIEW live_terms AS SELECT * FROM terms_0 UNION ALL SELECT * FROM terms_1;
CREATE TABLE pages_terms OF article_corpus_term;
INSERT INTO pages_terms SELECT * FROM live_terms;
CALL article_corpus_merge('pages_terms');
SQL
my $expected = ranking('local_pages', 'local_terms');
cmp_ok(scalar(split /\n/, $expected), '>', 2, 'there is something to rank');
is(ranking('pages', 'pages_terms'), $expected, 'statistics of all shards rank as those of one table');
is(ranking('pages', 'live_terms'), $expected, 'also through a view on them');
isnt(ranking('local_pages', 'terms_0'), $expected, 'statistics of one shard give another ranking');
is( remote("SELECT id FROM pages WHERE words @@ $query ORDER BY article_bm25_score(words, $query, (SELECT article_corpus_lookup('pages_terms', $query))) DESC LIMIT 10"),
	q{Remote SQL: SELECT id, words FROM public.pages WHERE ((words @@ '''phare'' | ''port'''::tsquery)) }
	  . q{ORDER BY public.article_bm25_score(words, '''phare'' | ''port'''::tsquery, $1::jsonb, '{1,1,2,3}'::real[], 1.2::double precision, 0.75::double precision) DESC NULLS FIRST},
	'the shards sort by score');

# ---------------------------------------------------------------- PL/Proxy

SKIP:
{
	skip 'no PL/Proxy: apt-get install postgresql-N-plproxy', 3 unless psql($db, "SELECT 1 FROM pg_available_extensions WHERE name = 'plproxy'");

	# Each shard has the functions that the proxy calls.  The proxy's own hash decides which shard
	# stores a page.
	for my $shard (@shards)
	{
		$shard->psql('press', <<'SQL');
TRUNCATE pages;
CREATE FUNCTION store_page(id bigint, url text, fetched_at timestamptz, time_zone text, content_type text, html bytea) RETURNS void
BEGIN ATOMIC
	INSERT INTO pages (id, url, fetched_at, time_zone, content_type, html) VALUES (id, url, fetched_at, time_zone, content_type, html);
END;
CREATE FUNCTION shard_terms() RETURNS SETOF article_corpus_term
BEGIN ATOMIC
	SELECT unnest(article_corpus_stat(words)) FROM pages;
END;
CREATE FUNCTION search_pages(query text, statistics jsonb, best int) RETURNS TABLE (id bigint, title text, score double precision)
BEGIN ATOMIC
	SELECT p.id, (p.article).title, article_bm25_score(p.words, q, statistics) AS score
	  FROM pages AS p, french_query_any(query) AS q
	 WHERE p.words @@ q ORDER BY score DESC, p.id LIMIT best;
END;
SQL
	}
	my ($p0, $p1) = map { 'dbname=press port=5432 user=postgres host=' . $_->host } @shards;
	psql($db, <<"SQL");
CREATE EXTENSION plproxy;
CREATE SERVER press FOREIGN DATA WRAPPER plproxy OPTIONS (p0 '$p0', p1 '$p1');
CREATE USER MAPPING FOR CURRENT_USER SERVER press;
CREATE FUNCTION store_page(id bigint, url text, fetched_at timestamptz, time_zone text, content_type text, html bytea) RETURNS void
LANGUAGE plproxy AS \$\$ CLUSTER 'press'; RUN ON hashint8(id); \$\$;
CREATE FUNCTION shard_terms() RETURNS SETOF article_corpus_term
LANGUAGE plproxy AS \$\$ CLUSTER 'press'; RUN ON ALL; \$\$;
CREATE FUNCTION search_pages(query text, statistics jsonb, best int) RETURNS TABLE (id bigint, title text, score double precision)
LANGUAGE plproxy AS \$\$ CLUSTER 'press'; RUN ON ALL; \$\$;
SQL
	psql($db, 'SELECT store_page(id, url, fetched_at, time_zone, content_type, html) FROM local_pages');
	is(join('+', map { $_->psql('press', 'SELECT count(*) > 5 FROM pages') } @shards), 't+t', 'PL/Proxy gives each shard its share of rows');
	psql($db, 'TRUNCATE pages_terms; INSERT INTO pages_terms SELECT * FROM shard_terms();');
	my $lookup = "article_corpus_lookup('%s', french_query_any('le phare du port'))";
	is(psql($db, 'SELECT ' . sprintf($lookup, 'pages_terms')), psql($db, 'SELECT ' . sprintf($lookup, 'local_terms')), 'statistics come through PL/Proxy');
	is( psql($db, "SELECT id, round(score::numeric, 9) FROM search_pages('le phare du port', " . sprintf($lookup, 'pages_terms') . ', 10) ORDER BY score DESC, id LIMIT 10'),
		$expected, 'PL/Proxy finds and ranks as one table');
}

done_testing();
