# Corpus statistics in users' tables: privileges, search paths, concurrent writers, dump and
# restore.
use strict;
use warnings;
use Test::More;
use ArticleTest;

# Waits at most 1 minute until a query returns 1.
sub await
{
	my ($query) = @_;
	for (1 .. 600)
	{
		return if psql('t_corpus', $query) eq '1';
		select(undef, undef, undef, 0.1);
	}
	die "still not 1: $query\n";
}

my $db = fresh_database('t_corpus');
my $copy = 't_corpus_copy';
my $triggers = join "\n", map {
	my ($event, $tables) = @$_;
	"CREATE TRIGGER terms_$event AFTER $event ON doc $tables FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('doc_terms', 'words');"
} [ INSERT => 'REFERENCING NEW TABLE AS added' ], [ UPDATE => 'REFERENCING OLD TABLE AS gone NEW TABLE AS added' ],
	[ DELETE => 'REFERENCING OLD TABLE AS gone' ], [ TRUNCATE => '' ];
my $tables = "CREATE TABLE doc (id int, words tsvector); CREATE TABLE doc_terms OF article_corpus_term; CREATE INDEX doc_lexeme ON doc_terms (lexeme) INCLUDE (documents);";
my $differences = <<'SQL';
CREATE TEMP TABLE counted OF article_corpus_term;
CALL article_corpus_refresh('counted', 'doc', 'words');
CALL article_corpus_merge('doc_terms');
SELECT count(*) FROM ((TABLE doc_terms EXCEPT ALL TABLE counted) UNION ALL (TABLE counted EXCEPT ALL TABLE doc_terms)) AS d;
SQL
psql($db, "$tables $triggers INSERT INTO doc VALUES (0, 'chat:1');");

# ---------------------------------------------------------------- concurrent writers
# A writer that has not committed blocks nobody, whatever the order of its lexemes.
# The slow one cannot end before the others have: it waits for a lock that is held until then.
my $gate = background($db, q{SELECT pg_advisory_lock(7); SELECT pg_sleep(600);});
await(q{SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7 AND granted});
my $slow = background($db, q{BEGIN; INSERT INTO doc VALUES (-1, 'chat:1 chien:2'); SELECT pg_advisory_xact_lock(7); INSERT INTO doc VALUES (-2, 'abeille:1'); COMMIT;});
await(q{SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7 AND NOT granted});
my $patience = q{SET statement_timeout = '1min'};
psql($db, "$patience; BEGIN; INSERT INTO doc VALUES (-3, 'abeille:1'); INSERT INTO doc VALUES (-4, 'chat:1'); COMMIT;");
psql($db, "$patience; CALL article_corpus_refresh('doc_terms', 'doc', 'words')");
is(psql($db, q{SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7 AND NOT granted}), 1, 'writers and a recount wait for no other writer');
is(psql($db, "SELECT sum(documents) FROM doc_terms WHERE lexeme IS NULL"), 3, 'uncommitted documents are not counted');
psql($db, q{SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7 AND granted});
$gate->();
is(($slow->())[0], 0, 'the slow writer succeeds');
is(psql($db, "SELECT sum(documents) FROM doc_terms WHERE lexeme IS NULL"), 5, 'its documents are counted after the commit');
is(psql($db, $differences), 0, 'nothing is lost or counted twice');

my @writers = map {
	my $writer = $_;
	background($db, join '', map { "INSERT INTO doc SELECT $writer * 1000 + $_, ('mot' || g % 5 || ' w$writer')::tsvector FROM generate_series(1, 10) AS g;\n"
		  . "UPDATE doc SET words = 'autre:1' WHERE id = $writer * 1000 + $_ - 1; DELETE FROM doc WHERE id = $writer * 1000 + $_ - 3;\n" } 1 .. 20)
} 1 .. 4;
my @counters = map { my $call = $_; background($db, "$call\n" x 8) }
	"CALL article_corpus_refresh('doc_terms', 'doc', 'words');", "CALL article_corpus_merge('doc_terms');";
my @failures = grep { $_->[0] != 0 } map { [ $_->() ] } @writers, @counters;
is_deeply(\@failures, [], '4 writers, a recount and a merge at once succeed');
is(psql($db, $differences), 0, 'their statistics are correct');

# ---------------------------------------------------------------- privileges
psql('postgres', <<'SQL');
SET client_min_messages = error;
DROP ROLE IF EXISTS corpus_reader;
DROP ROLE IF EXISTS corpus_writer;
CREATE ROLE corpus_reader LOGIN;
CREATE ROLE corpus_writer LOGIN;
SQL
psql($db, 'GRANT SELECT ON doc TO corpus_reader; GRANT INSERT, SELECT ON doc TO corpus_writer; GRANT CREATE ON SCHEMA public TO corpus_writer;');
my $rank = "SELECT article_bm25(words, 'chat', 'doc_terms') > 0 FROM doc WHERE id = 0";
my @reader = (arguments => [ '-U', 'corpus_reader' ]);
my @writer = (arguments => [ '-U', 'corpus_writer' ]);
like(psql_fails($db, $rank, @reader), qr/42501: .*doc_terms/, 'statistics are private to their owner');
psql($db, 'GRANT SELECT ON doc_terms TO corpus_reader');
is(psql($db, $rank, @reader), 't', 'a role that may read them can rank with them');
like(psql_fails($db, "CALL article_corpus_refresh('doc_terms', 'doc', 'words')", @reader), qr/42501/, 'but cannot recount them');
psql($db, "INSERT INTO doc VALUES (7, 'nouveau:1')", @writer);
is(psql($db, "SELECT documents FROM doc_terms WHERE lexeme = 'nouveau'"), 1, 'a role that may write documents keeps them current');
like(psql_fails($db, "INSERT INTO doc_terms VALUES ('faux', 1)", @writer), qr/42501/, 'without the privilege to write to them');
like(psql_fails($db, 'CALL article_corpus_refresh(\'doc\', \'doc\', \'words\')'), qr/42809/, 'a table that is not for statistics is not emptied by mistake');
psql($db, 'CREATE TABLE own_terms OF article_corpus_term;', @writer);
psql($db, q{CREATE TRIGGER foreign_terms AFTER INSERT ON doc REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('own_terms', 'words')});
like(psql_fails($db, "INSERT INTO doc VALUES (8, 'chat')"), qr/42501: .*own_terms does not belong to the owner of public.doc/, 'a trigger does not write to a table of another owner');
psql($db, 'DROP TRIGGER foreign_terms ON doc; DROP TABLE own_terms;');

# An object in the extension's schema that matches a domain better than its tsvector does is not
# called.
psql($db, "CREATE DOMAIN words AS tsvector; CREATE TABLE tagged (words words); CREATE TABLE tagged_terms OF article_corpus_term;");
psql($db, q{CREATE TRIGGER tagged_terms AFTER INSERT ON tagged REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('tagged_terms', 'words')});
psql($db, <<'SQL', @writer);
CREATE FUNCTION caught(article_corpus_term[], words) RETURNS article_corpus_term[] LANGUAGE plpgsql AS $$ BEGIN RAISE 'caught %', current_user; END $$;
CREATE FUNCTION caught(article_corpus_term[], words, int) RETURNS article_corpus_term[] LANGUAGE plpgsql AS $$ BEGIN RAISE 'caught %', current_user; END $$;
CREATE AGGREGATE article_corpus_stat(words) (SFUNC = caught, STYPE = article_corpus_term[]);
CREATE AGGREGATE article_corpus_stat(words, int) (SFUNC = caught, STYPE = article_corpus_term[]);
SQL
psql($db, "INSERT INTO tagged VALUES ('chat:1'); CALL article_corpus_refresh('tagged_terms', 'tagged', 'words');");
is(psql($db, "SELECT documents FROM tagged_terms WHERE lexeme = 'chat'"), 1, 'a domain is counted by our aggregate');
psql($db, 'DROP AGGREGATE article_corpus_stat(words); DROP AGGREGATE article_corpus_stat(words, int); DROP TABLE tagged, tagged_terms; DROP DOMAIN words CASCADE;');

# ---------------------------------------------------------------- search path
psql($db, <<'SQL');
CREATE SCHEMA trap;
CREATE FUNCTION trap.caught(state numeric, value bigint) RETURNS numeric LANGUAGE plpgsql AS $$ BEGIN RAISE 'caught'; END $$;
CREATE AGGREGATE trap.sum(bigint) (SFUNC = trap.caught, STYPE = numeric);
CREATE FUNCTION trap.unnest(anyarray) RETURNS SETOF int LANGUAGE plpgsql AS $$ BEGIN RAISE 'caught'; END $$;
CREATE TABLE trap.doc_terms (lexeme text, documents bigint, lengths bigint[]);
SQL
my $path = 'SET search_path = trap, pg_catalog, public;';
is(psql($db, "$path SELECT public.article_bm25('chat:1', 'chat', 'public.doc_terms') > 0; INSERT INTO public.doc VALUES (9, 'piège:1'); CALL public.article_corpus_refresh('public.doc_terms', 'public.doc', 'words'); CALL public.article_corpus_merge('public.doc_terms'); SHOW search_path"),
	"t\ntrap, pg_catalog, public", 'no search path misleads it, and it leaves the search path unchanged');
is(psql($db, "SELECT count(*) FROM trap.doc_terms"), 0, 'a table of the same name is not written to');
is(psql($db, "SET search_path = pg_catalog; SELECT public.article_bm25('chat:1', 'chat', 'public.doc_terms') > 0; INSERT INTO public.doc VALUES (10, 'chat:1'); CALL public.article_corpus_merge('public.doc_terms');"),
	't', 'it works with only pg_catalog in the search path');
psql($db, 'DROP SCHEMA trap CASCADE');

# ---------------------------------------------------------------- dump and restore
psql($db, 'CREATE VIEW ranked AS SELECT id, article_bm25(words, \'chat | chien\', \'doc_terms\') AS score FROM doc');
my $digest = "SELECT md5(string_agg(lexeme || documents, ' ' ORDER BY lexeme)), sum(documents) FROM doc_terms; SELECT sum(score)::numeric(12,6) FROM ranked;";
psql($db, "CALL article_corpus_merge('doc_terms')");
my $before = psql($db, $digest);
my ($status, $dump) = run('', 'pg_dump', '-d', $db);
is($status, 0, 'pg_dump');
psql('postgres', "SET client_min_messages = error; DROP DATABASE IF EXISTS $copy;");
psql('postgres', "CREATE DATABASE $copy");
psql($copy, $dump);
is(psql($copy, $digest), $before, 'statistics and scores are the same after the restore');
psql($copy, "INSERT INTO doc VALUES (11, 'restauré:1')");
is(psql($copy, "SELECT documents FROM doc_terms WHERE lexeme = 'restauré'"), 1, 'triggers work after the restore');
is(psql($copy, $differences), 0, 'the restored statistics are correct');

psql($db, 'DROP OWNED BY corpus_reader, corpus_writer');
psql('postgres', "DROP DATABASE $copy; DROP DATABASE $db; DROP ROLE corpus_reader; DROP ROLE corpus_writer;");

done_testing();
