# French text in databases of other encodings, in parallel workers, after dump and restore, for
# ordinary users, and in a trigram index.
use strict;
use warnings;
use Test::More;
use ArticleTest;

$ENV{PGCLIENTENCODING} = 'UTF8';

# Text is converted, not rejected; characters that the encoding lacks are replaced.
my $latin1 = fresh_database('t_fold_latin1', "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
is(psql($latin1, "SELECT french_fold('L''ÉTÉ « à » 2½')"), q(l'ete "a" 2 1/2), 'LATIN1: folded');
is(psql($latin1, "SELECT french_normalize('L''été' || chr(160) || ': ' || chr(173) || '½')"), "L'été : ½", 'LATIN1: normalized');
is(psql($latin1, "SELECT french_normalize('l' || chr(146) || chr(156) || 'uf')"), "l'oeuf", 'LATIN1: bytes of windows-1252');
is(psql($latin1, "SELECT french_slug('L''été & l''hiver')"), 'l-ete-et-l-hiver', 'LATIN1: a slug');
is(psql($latin1, "SELECT 'é' < 'f' COLLATE public.french, 'É' = 'e' COLLATE public.french_ai"), 't|t', 'LATIN1: the collations');

my $win = fresh_database('t_fold_win1252', "ENCODING 'WIN1252' LOCALE 'C' TEMPLATE template0");
is(psql($win, "SELECT french_fold('L’Œuvre — 5 €'), french_normalize('L’Œuvre — 5 €')"), q(l'oeuvre - 5 €|L'Œuvre — 5 €), 'WIN1252');

# ICU does not support SQL_ASCII: everything works except the collations.
psql('postgres', "SET client_min_messages = error; DROP DATABASE IF EXISTS t_fold_ascii;");
psql('postgres', "CREATE DATABASE t_fold_ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
like(psql('t_fold_ascii', 'CREATE EXTENSION article'), qr/WARNING.*collations french, french_ci and french_ai are not created/,
	'SQL_ASCII: a warning names the missing collations');
{
	local $ENV{PGCLIENTENCODING} = 'SQL_ASCII';
	is(psql('t_fold_ascii', "SELECT french_fold('L’été')"), "l'ete", 'SQL_ASCII: interpreted as UTF-8');
	is(psql('t_fold_ascii', "SELECT french_fold(E'caf\\xe9 \\xff')"), "caf\x{EF}\x{BF}\x{BD} \x{EF}\x{BF}\x{BD}", 'SQL_ASCII: invalid UTF-8 is replaced');
}

# Dump and restore, with objects that depend on folding and on the collations.
my $db = fresh_database('t_fold');
psql($db, <<'SQL');
CREATE TABLE article (id int, title text, author text COLLATE french_ai UNIQUE);
INSERT INTO article SELECT i, 'L’Œuvre n° ' || i || ' de l''été', 'Zoé ' || i FROM generate_series(1, 20000) AS i;
CREATE INDEX folded ON article (french_fold(title));
CREATE INDEX sorted ON article (title COLLATE french);
ANALYZE article;
SQL
my $asked = "SELECT id FROM article WHERE french_fold(title) = french_fold('L''OEUVRE Nº 77 DE L''ETE'); SELECT id FROM article WHERE author = 'ZOE 78';";
is(psql($db, $asked), "77\n78", 'two rows are found');
my ($status, $dump) = run('', 'pg_dump', '-d', $db);
is($status, 0, 'pg_dump');
psql('postgres', 'SET client_min_messages = error; DROP DATABASE IF EXISTS t_fold_copy;');
psql('postgres', 'CREATE DATABASE t_fold_copy');
psql('t_fold_copy', $dump);
is(psql('t_fold_copy', $asked), "77\n78", 'found after the restore');
like(psql('t_fold_copy', "SET enable_seqscan = off; EXPLAIN (COSTS OFF) SELECT id FROM article WHERE french_fold(title) = 'x'"), qr/folded/, 'by the index');

# Parallel workers.
my $digest = "SELECT md5(string_agg(french_fold(title) || french_slug(title) || french_normalize(title), ',' ORDER BY id)) FROM article";
my $parallel = 'SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;';
like(psql($db, "$parallel EXPLAIN (COSTS OFF) SELECT french_fold(title) FROM article"), qr/Gather/, 'a parallel plan');
is(psql($db, "$parallel $digest"), psql($db, "SET max_parallel_workers_per_gather = 0; $digest"), 'with the same result');

# Ordinary users.
psql('postgres', 'SET client_min_messages = error; DROP ROLE IF EXISTS fold_reader; CREATE ROLE fold_reader LOGIN;');
is(psql($db, "SET search_path = pg_catalog; SELECT public.french_fold('Été'), 'é' = 'E' COLLATE public.french_ai", arguments => [ '-U', 'fold_reader' ]),
	'ete|t', 'an ordinary user');
psql('postgres', 'DROP ROLE fold_reader');

# A trigram index on folded text, if the server has pg_trgm.
SKIP:
{
	skip('no pg_trgm here', 2) unless psql($db, "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'");
	psql($db, 'CREATE EXTENSION pg_trgm; CREATE INDEX trigrams ON article USING gin (french_fold(title) gin_trgm_ops);');
	my $like = "SELECT id FROM article WHERE french_fold(title) LIKE '%' || french_fold('ŒUVRE N° 1234 DE') || '%'";
	like(psql($db, "EXPLAIN (COSTS OFF) $like"), qr/trigrams/, 'LIKE uses the trigram index');
	is(psql($db, $like), 1234, 'and finds the row');
}

done_testing();
