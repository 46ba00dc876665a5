# Many sessions at once, and parallel workers: the same results as a single session.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my $db = fresh_database('t_sessions');

psql($db, <<'SQL');
CREATE TABLE page AS
SELECT i, format('<html lang="fr"><title>Titre %s - Le Site</title><h1>Titre %s</h1><p class="author">Par Anne Dupont</p><p>%s</p><p>%s</p></html>',
                 i, i, repeat('Une phrase du premier paragraphe. ', 20), repeat('Une autre phrase. ', i % 50 + 10)) AS html
  FROM generate_series(1, 3000) AS i;
ANALYZE page;
CREATE FUNCTION digest() RETURNS text
RETURN (SELECT md5(string_agg(a::text, E'\n' ORDER BY i)) FROM (SELECT i, parse_article(html) AS a FROM page) AS p);
SQL

my $alone = psql($db, 'SELECT digest()');
like($alone, qr/^[0-9a-f]{32}$/, 'one session');

my @sessions = map { background($db, 'SELECT digest();') } 1 .. 6;
for my $session (@sessions)
{
	my ($status, $output) = $session->();
	chomp $output;
	is($output, $alone, 'one of 6 concurrent sessions gives the same result');
}

my $parallel = <<'SQL';
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
SQL
my $plan = psql($db, "$parallel EXPLAIN (COSTS OFF) SELECT count(*) FROM page WHERE (parse_article(html)).title LIKE 'Titre%'");
like($plan, qr/Gather/, 'a scan with parse_article is planned in parallel');
is(psql($db, "$parallel SELECT count(*) FROM page WHERE (parse_article(html)).title LIKE 'Titre%'"), 3000, 'and finds all rows');

$plan = psql($db, "EXPLAIN (COSTS OFF) SELECT count(*) FROM page WHERE article_title(html) LIKE 'Titre 1%' AND i < 100");
like($plan, qr/i < 100.*article_title|i < 100\) AND/s, 'the planner knows that a parse is expensive, and evaluates it last');

done_testing();
