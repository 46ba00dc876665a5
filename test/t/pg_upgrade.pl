# pg_upgrade, by copy and by link: stored data and every index survive, even if the collations use
# another version of ICU.  By default from the server's own version, which pg_upgrade allows; from
# an older one, which is needed with its headers:
#
#   ARTICLE_OLD_PG_CONFIG=/usr/lib/postgresql/15/bin/pg_config \
#   PG_CONFIG=/usr/lib/postgresql/17/bin/pg_config tools/with-server.sh perl -Itest/t/lib test/t/pg_upgrade.pl
use strict;
use warnings;
use Test::More;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use ArticleTest;
use ArticleServer;

my $new_config = $ENV{PG_CONFIG} || 'pg_config';
my $old_config = $ENV{ARTICLE_OLD_PG_CONFIG} || $new_config;

# Only up to 17 does Debian's server find $libdir/article, which pg_upgrade asks for, in a private
# tree.
my $version = psql('postgres', 'SHOW server_version_num');
chomp(my $library = `'$new_config' --pkglibdir`);
plan skip_all => 'pg_upgrade to this version wants the extension installed: make install' if $version >= 180000 && !-e "$library/article.so";

# ---------------------------------------------------------------- the extension for the older version

sub old { chomp(my $path = `'$old_config' $_[0]`); return $path; }

my $tree = tempdir('/tmp/article.XXXXXX', CLEANUP => 1);
my $old_libraries; # by default those of the server
if ($old_config ne $new_config)
{
	my ($status, $output) = run('', 'sh', '-c', "mkdir $tree/source && cp -r Makefile article.control sql src $tree/source && cd $tree/source && find src -name '*.o' -delete"
		  . " && make -s with_llvm=no PG_CONFIG='$old_config' && make -s install with_llvm=no PG_CONFIG='$old_config' DESTDIR=$tree/tree && chmod -R a+rX $tree");
	die "$output\n" if $status != 0;
	$old_libraries = "extension_destdir = '$tree/tree'\ndynamic_library_path = '$tree/tree" . old('--pkglibdir') . ":\$libdir'";
}

# ---------------------------------------------------------------- the content of the old cluster

my $parse = 'parse_article(html, url, fetched_at, time_zone, content_type)';
my $seeds = abs_path('seeds');

# Titles, and words that different ICU versions sort differently: quotes, hyphens, marks, spaces.
my $tables = <<"SQL";
\\i $seeds/load.sql
CREATE TABLE news (
	id int PRIMARY KEY, url text, fetched_at timestamptz, time_zone text, content_type text, html bytea,
	article parsed_article GENERATED ALWAYS AS ($parse) STORED,
	words tsvector GENERATED ALWAYS AS (article_tsvector($parse)) STORED,
	document article_bm25_document GENERATED ALWAYS AS (article_bm25_document(article_tsvector($parse))) STORED,
	page xml GENERATED ALWAYS AS (html_xml(html, url, content_type)) STORED,
	tei xml GENERATED ALWAYS AS (article_tei($parse)) STORED
);
INSERT INTO news (id, url, fetched_at, time_zone, content_type, html)
SELECT row_number() OVER (ORDER BY name COLLATE "C"), url, fetched_at, time_zone, content_type, html FROM page;
CREATE TABLE plain AS SELECT id, article, ARRAY[article] AS articles FROM news;
CREATE MATERIALIZED VIEW parsed AS SELECT id, $parse AS article FROM news;
CREATE VIEW titles AS SELECT id, (article).title FROM news;
CREATE TABLE news_terms OF article_corpus_term;
CALL article_corpus_refresh('news_terms', 'news', 'words');
CREATE TEXT SEARCH CONFIGURATION own_french (COPY = article_french);
ALTER TEXT SEARCH CONFIGURATION own_french DROP MAPPING FOR hashtag;
CREATE TABLE label AS
SELECT DISTINCT format(form, word) AS text
  FROM unnest(ARRAY['l''%s', 'l’%s', '%s', '«%s»', '"%s"', '-%s', '%s…', '%1\$s %1\$s', '%1\$s-%1\$s', '%s 1']) AS form,
       (SELECT unnest(tsvector_to_array(words)) AS word FROM news) AS w;
CREATE INDEX news_words ON news USING gin (words);
CREATE INDEX news_article ON news USING gin (article_tsvector(article));
CREATE INDEX news_own ON news USING gin (to_tsvector('own_french', (article).body));
CREATE INDEX news_published ON news (article_published_at(html, url, fetched_at, time_zone, content_type));
CREATE INDEX news_headings ON news USING gin ((xpath('//h1/text()', page)::text[]));
CREATE INDEX news_speaks_of ON news USING gist (article_date_ranges(article, 'Europe/Paris'));
CREATE INDEX news_copies ON news USING gin (article_minhash((article).body));
CREATE INDEX label_fold ON label (french_fold(text));
CREATE INDEX label_french ON label (text COLLATE french);
CREATE INDEX label_ai ON label (text COLLATE french_ai);
SQL
my %search = (
	news_words => q{SELECT id FROM news WHERE words @@ french_query('phare OU "mise à jour"')},
	news_article => q{SELECT id FROM news WHERE article_tsvector(article) @@ french_query('port*')},
	news_own => q{SELECT id FROM news WHERE to_tsvector('own_french', (article).body) @@ french_query('own_french', 'phare OU port')},
	news_headings => q{SELECT id FROM news WHERE xpath('//h1/text()', page)::text[] && (SELECT array_agg((article).title) FROM plain)},
	news_speaks_of => q{SELECT id FROM news WHERE article_date_ranges(article, 'Europe/Paris') && '[2017-12-01, 2018-01-01)'::tstzrange},
	news_copies => q{SELECT id FROM news WHERE article_minhash((article).body) && (SELECT article_minhash((article).body) FROM news WHERE id = 1)},
	news_published => q{SELECT id FROM news WHERE article_published_at(html, url, fetched_at, time_zone, content_type) >= '2017-12-01'},
	label_fold => q{SELECT text FROM label WHERE french_fold(text) = french_fold('l’Été')});

sub digest { return "SELECT count(*), md5(string_agg(r::text, chr(10) ORDER BY r::text COLLATE \"C\")) FROM ($_[0]) AS r;"; }

my $contents = join "\n", (map { digest("SELECT * FROM $_") } qw(news plain parsed titles news_terms label)), map { digest("$search{$_} OFFSET 0") } sort keys %search;

# ---------------------------------------------------------------- the upgrade

my $old = ArticleServer->new(pg_config => $old_config, libraries => $old_libraries);
$old->fresh_database('press');
$old->psql('press', $tables, arguments => [ '-v', "seeds=$seeds" ]);
my $before = $old->psql('press', $contents);
my $old_major = int($old->psql('press', 'SHOW server_version_num') / 10000);
my $old_icu = $old->psql('press', q{SELECT collversion FROM pg_collation WHERE collname = 'french'});
$old->stop;
unlike($before, qr/^0\|/m, 'no table and no search result is empty');

# Since PostgreSQL 18 initdb enables checksums, and both clusters must have the same setting.
my @initdb = $version >= 180000 && $old_major < 18 ? ('--no-data-checksums') : ();
my $btree = q{SELECT bt_index_check('%s', true)};

# Copying is the default; the option for it is only there since 16.
for my $mode ('--copy', '--link')
{
	my $new = ArticleServer->new(start => 0, initdb => \@initdb);
	my @upgrade = ('pg_upgrade', '-b', $old->bindir, '-B', $new->bindir, '-d', $old->data, '-D', $new->data, '-U', 'postgres', '--socketdir', $new->host, $mode eq '--link' ? $mode : ());
	eval { $new->command(@upgrade) } or die "$@\n" . `grep -h -A 3 error: @{[ $new->data ]}/pg_upgrade_output.d/*/log/pg_upgrade_dump_*.log`;
	$new->start;
	my $major = int($new->psql('press', 'SHOW server_version_num') / 10000);
	my $icu = $new->psql('press', q{SELECT collversion FROM pg_collation WHERE collname = 'french'; SELECT pg_collation_actual_version(oid) FROM pg_collation WHERE collname = 'french'});
	diag("pg_upgrade $mode from $old_major to $major, collation version $old_icu, then $icu");

	is($new->psql('press', $contents), $before, "$mode: all content is present and found");
	for my $index (sort keys %search)
	{
		like($new->psql('press', "SET enable_seqscan = off; EXPLAIN (COSTS OFF) $search{$index}"), qr/Index (Only )?Scan (using|on) $index/, "$mode: $index is usable");
	}
	is( $new->psql('press', digest("SELECT $parse AS article FROM news")),
		$new->psql('press', digest('SELECT article FROM news')), "$mode: the new server parses as the old one did");
	$new->psql('press', "INSERT INTO news (id, html, time_zone) VALUES (1000, '<html lang=\"fr\"><title>Le phare</title><h1>Le phare</h1>', 'Europe/Paris'); CREATE EXTENSION amcheck;");
	is($new->psql('press', "SET enable_seqscan = off; SELECT (article).title FROM news WHERE words \@\@ french_query('phares') AND id = 1000"), 'Le phare', "$mode: new rows are parsed and found");

	# Indexes that depend on frozen tables keep their order; those that depend on ICU may not, and
	# PostgreSQL warns.
	is($new->psql('press', sprintf($btree, $_)), '', "$mode: $_ is in order") for qw(label_fold news_published);
	my ($stored, $actual) = split /\n/, $icu;
	my ($status, $said) = run(q{SELECT 'a' < 'b' COLLATE french}, 'psql', '-X', '-h', $new->host, '-d', 'press');
	is(scalar($said =~ /collation "french" has version mismatch/), scalar($stored ne $actual), "$mode: a warning if and only if the ICU version differs");
	for my $index (qw(label_french label_ai))
	{
		my $complaint = $new->psql_fails('press', sprintf($btree, $index));
		diag("$mode: $index: " . ($complaint ? ($complaint =~ /ERROR: *(.*)/)[0] : 'in order'));
		ok(!$complaint || $stored ne $actual, "$mode: $index is in order if the ICU version is the same");
	}
	$new->psql('press', 'SET client_min_messages = error; REINDEX INDEX label_french; REINDEX INDEX label_ai; ALTER COLLATION french REFRESH VERSION; ALTER COLLATION french_ai REFRESH VERSION; ALTER COLLATION french_ci REFRESH VERSION;');
	is($new->psql('press', sprintf($btree, $_)), '', "$mode: $_ is in order after a rebuild") for qw(label_french label_ai);
	($status, $said) = run(q{SELECT 'a' < 'b' COLLATE french}, 'psql', '-X', '-h', $new->host, '-d', 'press');
	unlike($said, qr/mismatch/, "$mode: no warning remains");
	$new->stop;
}

done_testing();
