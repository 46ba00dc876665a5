# article_backfill together with other activity: two sessions at once, locked rows, a cancel, a
# crash of the server, DDL; its cost for many rows; dump and restore.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my $db = fresh_database('t_backfill');
my $reader = [ '-U', 'backfill_reader' ];

psql('postgres', <<'SQL');
SET client_min_messages = error;
DROP ROLE IF EXISTS backfill_reader;
CREATE ROLE backfill_reader LOGIN;
SQL
psql($db, <<'SQL');
CREATE FUNCTION page_of(i int) RETURNS text LANGUAGE sql
	RETURN format('<html lang="fr"><title>Titre %1$s</title><h1>Titre %1$s</h1><p>%2$s</p></html>', i, repeat('Une phrase de ce texte. ', 20));
CREATE TABLE page (id int PRIMARY KEY, url text, html text, article parsed_article);
CREATE TABLE parsed (id int, pid int DEFAULT pg_backend_pid());
CREATE FUNCTION count_parsed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO parsed VALUES (NEW.id); RETURN NEW; END $$;
CREATE TRIGGER count_parsed BEFORE UPDATE OF article ON page FOR EACH ROW WHEN (NEW.article IS DISTINCT FROM NULL) EXECUTE FUNCTION count_parsed();
SQL

# Fills the table with that many rows.
sub fill_table
{
	my ($rows) = @_;
	psql($db, "TRUNCATE page, parsed; INSERT INTO page SELECT i, 'https://journal.example/' || i, page_of(i) FROM generate_series(1, $rows) AS i;");
}

# Repeats a query until its result is true; returns the result.
sub wait_for
{
	my ($query, %options) = @_;
	for (1 .. 600)
	{
		my ($status, $answer) = run($query, qw(psql -X -q -A -t -d), $db, @{ $options{arguments} || [] });
		return $answer if $status == 0 && $answer ne '' && $answer ne 'f';
		select(undef, undef, undef, 0.05);
	}
	return '';
}

my $empty = 'SELECT count(*) FROM page WHERE article IS NOT DISTINCT FROM NULL';
my $twice = 'SELECT count(*) - count(DISTINCT id) FROM parsed';
my $last = "SELECT state, filled FROM article_backfill_progress WHERE relation = 'page'::regclass ORDER BY run DESC LIMIT 1";
my $call = "CALL article_backfill('page', 'html', 'article', url_column => 'url')";
(my $slow = $call) =~ s/\)$/, batch_size => 25, pause => '20 ms', notice_interval => '0')/;
(my $endless = $call) =~ s/\)$/, batch_size => 25, pause => '200 ms')/; # runs longer than any test needs it

# ---------------------------------------------------------------- two sessions at once
fill_table(1500);
my $start = psql($db, "SELECT clock_timestamp() + '1 s'");
my @sessions = map { background($db, "SELECT pg_sleep(extract(epoch FROM '$start' - clock_timestamp()));\n$slow;") } 1 .. 2;
my @results = map { [ $_->() ] } @sessions;
is_deeply([ map { $_->[0] } @results ], [ 0, 0 ], 'two sessions at once succeed');
is(psql($db, "$empty; $twice;"), "0\n0", 'together they fill every row exactly once');
my @shares = split /\n/, psql($db, 'SELECT count(*) FROM parsed GROUP BY pid ORDER BY 1');
is(scalar @shares, 2, 'both sessions filled rows');
cmp_ok($shares[0], '>', 150, 'each of them a fair share');
is(psql($db, "SELECT sum(filled) FROM article_backfill_progress WHERE relation = 'page'::regclass"), 1500, 'the view reports the same number');
like($results[0][1], qr/NOTICE:  00000: \d+\.\d % of pass 1: \d+ rows filled, 0 failed, \d+ rows\/s, \d+:\d\d:\d\d left/, 'notices report the progress');
like(psql($db, $call), qr/complete: 0 rows filled, 0 failed, 0 skipped/, 'nothing is left to do');

# ---------------------------------------------------------------- a refill in two sessions
(my $again = $slow) =~ s/\)$/, refill => true)/;
psql($db, 'TRUNCATE parsed');
(my $endless_again = $endless) =~ s/\)$/, refill => true)/;
@sessions = map { background($db, "$endless_again;") } 1 .. 2;
wait_for('SELECT count(*) > 200 FROM parsed');
psql($db, 'SELECT pg_cancel_backend(pid) FROM article_backfill_progress WHERE pid IS NOT NULL');
$_->() for @sessions;
cmp_ok(psql($db, 'SELECT count(*) FROM parsed'), '<', 1500, 'a refill is interrupted');
@sessions = map { background($db, "$again;") } 1 .. 2;
psql($db, "UPDATE page SET url = url || '?' WHERE id % 97 = $_; VACUUM page;") for 1 .. 10;
is_deeply([ map { ($_->())[0] } @sessions ], [ 0, 0 ], 'it continues in two sessions while an application writes');
is(psql($db, 'SELECT count(DISTINCT id), count(*) < 1700 FROM parsed'), '1500|t', 'every row is refilled, and only rows changed in between are filled twice');
is(psql($db, "SELECT count(*) FROM page WHERE article IS DISTINCT FROM parse_article(html, regexp_replace(url, '[?]*', ''))"), 0, 'refilled rows hold the current parse');

# ---------------------------------------------------------------- rows locked by other sessions
fill_table(200);
my $holder = background($db, <<'SQL');
BEGIN;
UPDATE page SET url = url WHERE id IN (5, 150);
SELECT id FROM page WHERE id = 6 FOR KEY SHARE;
SELECT pg_sleep(600);
SQL
my $held = wait_for("SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(600)%' AND state = 'active'");
like(psql($db, "SET lock_timeout = '1 ms'; $call;"), qr/incomplete: 198 rows filled, 0 failed, 2 skipped/, 'locked rows are skipped without waiting');
is(psql($db, 'SELECT array_agg(id ORDER BY id) FROM page WHERE article IS NOT DISTINCT FROM NULL'), '{5,150}', 'only the locked rows are skipped');
psql($db, "SELECT pg_cancel_backend($held)");
$holder->();
like(psql($db, $call), qr/complete: 2 rows filled, 0 failed, 0 skipped/, 'skipped rows are filled later');

# ---------------------------------------------------------------- a temporary child of another session
$holder = background($db, "CREATE TEMP TABLE page_of_mine () INHERITS (page); SELECT pg_sleep(600);");
$held = wait_for("SELECT pid FROM pg_stat_activity WHERE query LIKE '%SELECT pg_sleep(600)%' AND wait_event = 'PgSleep'");
like(psql($db, $call), qr/complete: 0 rows filled, 0 failed, 0 skipped/, 'a temporary child of another session is ignored');
psql($db, "SELECT pg_cancel_backend($held)");
$holder->();
like(psql($db, "CREATE TEMP TABLE page_of_mine () INHERITS (page); INSERT INTO page_of_mine SELECT 0, NULL, page_of(0); $call;"),
	qr/complete: 1 rows filled/, 'a temporary child of the same session is filled');

# ---------------------------------------------------------------- a row that fails in two sessions
# The other session commits its failure after this one has looked for failures and before it locks
# the row.
psql($db, <<'SQL');
CREATE TABLE unlucky (id int PRIMARY KEY, html text, article parsed_article);
INSERT INTO unlucky SELECT i, page_of(i) FROM generate_series(1, 2) AS i;
CREATE FUNCTION fail_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(77);
	RAISE EXCEPTION 'no';
END $$;
CREATE TRIGGER fail_late BEFORE UPDATE ON unlucky FOR EACH ROW EXECUTE FUNCTION fail_late();
SQL
$holder = background($db, 'SELECT pg_advisory_lock(77); SELECT pg_sleep(600);');
$held = wait_for("SELECT pid FROM pg_stat_activity WHERE query LIKE '%SELECT pg_sleep(600)%' AND wait_event = 'PgSleep'");
my $late = background($db, "CALL article_backfill('unlucky', 'html', 'article')");
wait_for("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)");
psql($db, q{INSERT INTO article_backfill_failure VALUES ('unlucky', 'article', '{"id": 1}', 'P0001', 'no', now()); SELECT pg_cancel_backend(} . "$held)");
$holder->();
$late->();
is(psql($db, "SELECT array_agg(key ->> 'id' ORDER BY key) FROM article_backfill_failures WHERE relation = 'unlucky'::regclass"), '{1,2}', 'a row that fails in two sessions is recorded once');
psql($db, 'DROP TABLE unlucky');

# ---------------------------------------------------------------- an application that writes meanwhile
# Rows move to blocks before and after the current position, are inserted and deleted, and the table
# is rewritten.
fill_table(1000);
@sessions = map { background($db, "$slow;") } 1 .. 2;
for my $round (1 .. 12)
{
	psql($db, join '', map { "UPDATE page SET url = url || '?' WHERE id % 97 = $round * 8 + $_; DELETE FROM page WHERE id = $round * 40 + $_; VACUUM page;\n" } 0 .. 7);
	psql($db, "INSERT INTO page SELECT 1000 + $round * 10 + i, 'https://journal.example/', page_of(i) FROM generate_series(1, 10) AS i");
	psql($db, 'VACUUM FULL page') if $round % 5 == 0;
}
$_->() for @sessions;
psql($db, $call);
is(psql($db, $empty), 0, 'no row is missed while an application writes');
is(psql($db, "SELECT count(*) FROM page WHERE (article).title IS DISTINCT FROM (parse_article(html, url)).title"), 0, 'every row holds its own article');

# ---------------------------------------------------------------- cancelled
fill_table(2000);
my $session = background($db, "$endless;");
my $running = wait_for("SELECT pid FROM article_backfill_progress WHERE state = 'running' AND filled > 100");
is(psql($db, "SELECT count(*) FROM article_backfill_progress WHERE relation = 'page'::regclass AND state = 'running'", arguments => $reader), 0,
	'a role that may not read the table does not see the run');
psql($db, 'GRANT SELECT ON page TO backfill_reader');
is(psql($db, "SELECT pid, percent BETWEEN 1 AND 99, rows_per_second > 0, estimated_end > updated_at FROM article_backfill_progress WHERE state = 'running'", arguments => $reader),
	"$running|t|t|t", 'a role that may read it sees the progress and the estimated end');
psql($db, <<'SQL');
INSERT INTO article_backfill_run (relation, target_column, role, pid, started_at, updated_at, pass_started_at)
SELECT 'page', 'article', 'postgres', 0, '2000-01-01', '2000-01-01', '2000-01-01' FROM generate_series(1, 100);
CALL article_backfill('page', 'html', 'article', max_time => '0');
SQL
is(psql($db, "SELECT count(*) FILTER (WHERE state = 'running'), count(*) < 130 FROM article_backfill_progress"), '1|t', '100 later runs do not remove it from the log');
psql($db, "DELETE FROM article_backfill_run WHERE updated_at < '2001-01-01' OR outcome = 'stopped'");
ok(wait_for("SELECT pg_sleep(0.07) IS NOT NULL AND EXISTS (SELECT FROM pg_stat_activity WHERE pid = $running AND wait_event = 'PgSleep' AND backend_xmin IS NULL)"),
	'VACUUM need not wait for a pause');
psql($db, "SELECT pg_cancel_backend($running)");
like(($session->())[1], qr/57014/, 'a cancel ends the run');
my $kept = psql($db, 'SELECT count(*) FROM page WHERE article IS DISTINCT FROM NULL');
is(psql($db, $last), "interrupted|$kept", 'committed rows stay, and the view shows the run as interrupted');

my $timeout = psql($db, "\\set ON_ERROR_STOP off\nSET statement_timeout = '200 ms';\n$slow;\nRESET statement_timeout;\n$last;");
like($timeout, qr/57014.*\ninterrupted\|\d+$/s, 'an interrupted run does not count as running although its session is still open');
is(psql($db, "SELECT failed FROM article_backfill_progress WHERE relation = 'page'::regclass ORDER BY run DESC LIMIT 1"), 0, 'a cancel is not recorded as a failure');

# ---------------------------------------------------------------- the server crashes
$session = background($db, "$endless;");
$running = wait_for("SELECT pid FROM article_backfill_progress WHERE state = 'running' AND filled > 100");
$kept = psql($db, 'SELECT count(*) FROM page WHERE article IS DISTINCT FROM NULL');
kill 'KILL', $running;
$session->();
wait_for("SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = $running)");
cmp_ok(psql($db, 'SELECT count(*) FROM page WHERE article IS DISTINCT FROM NULL'), '>=', $kept, 'committed rows survive a crash');
like(psql($db, $last), qr/^interrupted\|/, 'the run is shown as interrupted');
like(psql($db, $call), qr/complete: \d+ rows filled, 0 failed, 0 skipped/, 'another CALL continues');
is(psql($db, "$empty; $twice;"), "0\n0", 'every row is filled exactly once');

# ---------------------------------------------------------------- DDL during a run
fill_table(1000);
$session = background($db, "$slow;");
wait_for("SELECT EXISTS (SELECT FROM article_backfill_progress WHERE state = 'running' AND filled > 50)");
psql($db, "SET lock_timeout = '5 s'; ALTER TABLE page ADD note text; ALTER TABLE page RENAME TO pages; CREATE TABLE page (id int);");
my ($status, $output) = $session->();
is($status, 0, 'a table may be altered and renamed during a run') or diag $output;
like($output, qr/complete: 1000 rows filled/, 'the same table is filled, whatever its name');
psql($db, 'DROP TABLE page; ALTER TABLE pages RENAME TO page');
fill_table(1000);
$session = background($db, "$endless;");
wait_for("SELECT EXISTS (SELECT FROM article_backfill_progress WHERE state = 'running' AND filled > 50)");
psql($db, "SET lock_timeout = '5 s'; ALTER TABLE page RENAME article TO other");
like(($session->())[1], qr/42703: column "article" of public.page does not exist/, 'a dropped column ends the run with an error that names it');
psql($db, 'ALTER TABLE page RENAME other TO article; GRANT SELECT, UPDATE ON page TO backfill_reader; GRANT INSERT ON parsed TO backfill_reader; UPDATE page SET article = NULL;');
$session = background($db, "SET ROLE backfill_reader; $endless;");
wait_for("SELECT EXISTS (SELECT FROM article_backfill_progress WHERE state = 'running' AND filled > 20)");
psql($db, 'REVOKE EXECUTE ON FUNCTION parse_article(text, text, timestamptz, text) FROM PUBLIC');
like(($session->())[1], qr/42501: permission denied for function parse_article/, 'a revoked privilege ends the run');
is(psql($db, 'SELECT count(*) FROM article_backfill_failures'), 0, 'it is not recorded as a failure of rows');
psql($db, 'GRANT EXECUTE ON FUNCTION parse_article(text, text, timestamptz, text) TO PUBLIC');

# ---------------------------------------------------------------- many rows
# Number of table buffers that a CALL reads.  The planner must not use an index on the rows that are
# to be filled.
sub buffers
{
	my ($sql) = @_;
	psql($db, "SELECT pg_stat_reset_single_table_counters('page'::regclass)");
	psql($db, "$sql; SELECT pg_stat_force_next_flush();");
	return psql($db, "SELECT heap_blks_read + heap_blks_hit FROM pg_statio_user_tables WHERE relname = 'page'");
}
fill_table(2000);
psql($db, <<'SQL');
CREATE TABLE memory (id int, bytes bigint);
CREATE FUNCTION note_memory() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO memory SELECT NEW.id, sum(used_bytes) FROM pg_backend_memory_contexts; RETURN NEW; END $$;
CREATE TRIGGER note_memory BEFORE UPDATE ON page FOR EACH ROW WHEN (NEW.id IN (101, 1901)) EXECUTE FUNCTION note_memory();
SQL
(my $small = $call) =~ s/\)$/, batch_size => 5)/;
psql($db, $small);
cmp_ok(psql($db, 'SELECT max(bytes) FILTER (WHERE id = 1901) - max(bytes) FILTER (WHERE id = 101) FROM memory'), '<', 100_000, 'hundreds of batches leak no memory');
psql($db, <<'SQL');
UPDATE page SET article = NULL, html = CASE WHEN id IN (101, 1901) THEN html ELSE repeat('x', 2000) END;
TRUNCATE memory;
SQL
psql($db, "SET article.max_html_size = '1 kB'; $small;");
cmp_ok(psql($db, 'SELECT max(bytes) FILTER (WHERE id = 1901) - max(bytes) FILTER (WHERE id = 101) FROM memory'), '<', 100_000, 'failing batches leak no memory');
psql($db, 'DELETE FROM article_backfill_failure; DROP TRIGGER note_memory ON page; DROP TRIGGER count_parsed ON page; CREATE INDEX page_to_do ON page (id) WHERE article IS NULL');
fill_table(2000);
my $few = buffers($call);
fill_table(2000);
(my $slice = $call) =~ s/\)$/, batch_size => 100, max_rows => 100)/;
cmp_ok(buffers(join ';', ($slice) x 20), '<', 1.3 * $few, '20 slices cost as much as one run');
my $slices = "SELECT first_block = lag(position) OVER (ORDER BY run) AS follows FROM article_backfill_run WHERE relation = 'page'::regclass ORDER BY run DESC LIMIT 19";
is(psql($db, "SELECT count(*) FROM ($slices) AS s WHERE follows"), 19, 'each slice continues where the previous one stopped');
is(psql($db, $empty), 0, 'the slices fill the table');
fill_table(20000);
my $many = buffers($call);
cmp_ok($many, '<', 13 * $few, "10 times the rows cost 10 times the work ($few, $many buffers)");
my $blocks = psql($db, "SELECT pg_relation_size('page') / 8192");
cmp_ok(buffers($call), '<', 1.5 * $blocks + 100, "one scan of the $blocks blocks finds that nothing is left to do");

# ---------------------------------------------------------------- dump and restore, by an owner who is not a superuser
psql('postgres', <<'SQL');
SET client_min_messages = error;
DROP DATABASE IF EXISTS t_backfill_owned;
DROP DATABASE IF EXISTS t_backfill_copy;
DROP ROLE IF EXISTS backfill_owner;
CREATE ROLE backfill_owner LOGIN;
CREATE DATABASE t_backfill_owned OWNER backfill_owner;
CREATE DATABASE t_backfill_copy OWNER backfill_owner;
SQL
my $owner = [ '-U', 'backfill_owner' ];
psql('t_backfill_owned', <<'SQL', arguments => $owner);
CREATE SCHEMA press;
CREATE EXTENSION article SCHEMA press;
CREATE TABLE press.page (id text PRIMARY KEY, html text, article press.parsed_article);
INSERT INTO press.page SELECT repeat(md5(i::text), 100), repeat('x', 2000 * i) FROM generate_series(1, 4) AS i;
SELECT press.article_title('');
SET article.max_html_size = '5 kB';
CALL press.article_backfill('press.page', 'html', 'article');
CREATE TABLE press.dropped AS SELECT * FROM press.page;
UPDATE press.dropped SET article = NULL;
CALL press.article_backfill('press.dropped', 'html', 'article');
DROP TABLE press.dropped;
SQL
my $failures = 'SELECT relation, target_column, md5(key::text), sqlstate, message FROM press.article_backfill_failures ORDER BY 3';
my $before = psql('t_backfill_owned', $failures, arguments => $owner);
is(scalar(split /\n/, $before), 2, 'two pages were too large');
psql('t_backfill_owned', <<'SQL', arguments => $owner);
CREATE TABLE press.nameless AS SELECT html, article FROM press.page;
SET article.max_html_size = '5 kB';
CALL press.article_backfill('press.nameless', 'html', 'article');
SQL
($status, my $dump) = run('', 'pg_dump', '-d', 't_backfill_owned', '-U', 'backfill_owner');
is($status, 0, 'the owner of the database can dump it') or diag $dump;
psql('t_backfill_copy', $dump, arguments => $owner);
is(psql('t_backfill_copy', $failures, arguments => $owner), $before, 'failures in dumped tables are restored, except for rows identified by their ctid');
is(psql('t_backfill_copy', 'SELECT count(*) FROM press.article_backfill_progress', arguments => $owner), 0, 'runs are not restored');
like(psql('t_backfill_copy', "CALL press.article_backfill('press.page', 'html', 'article')", arguments => $owner), qr/complete: 0 rows filled, 0 failed, 0 skipped/, 'failed rows of a restored table are not tried again');
like(psql('t_backfill_copy', "CALL press.article_backfill('press.page', 'html', 'article', retry_failed => true)", arguments => $owner), qr/complete: 2 rows filled, 0 failed, 0 skipped/, 'with retry_failed they are');

# ---------------------------------------------------------------- a malicious owner
psql('t_backfill_owned', <<'SQL', arguments => $owner);
CREATE FUNCTION press.meddle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('search_path', 'press', false), set_config('work_mem', '1MB', false);
	RETURN NEW;
END $$;
CREATE TRIGGER meddle BEFORE INSERT OR UPDATE ON press.article_backfill_run FOR EACH ROW EXECUTE FUNCTION press.meddle();
SQL
my $owned = "CALL press.article_backfill('press.page', 'html', 'article')";
is(psql('t_backfill_owned', "SET work_mem = '5MB'; SET client_min_messages = error; $owned; SHOW search_path; SHOW work_mem;"), qq{"\$user", public\n5MB}, "no trigger on the log tables changes a caller's settings");
psql('t_backfill_owned', 'CREATE OR REPLACE FUNCTION press.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;', arguments => $owner);
like(psql_fails('t_backfill_owned', $owned) || '', qr/09000/, 'a trigger that keeps them empty raises an error');

# ---------------------------------------------------------------- a table distributed by Citus
psql($db, <<'SQL');
SET allow_system_table_mods = on;
CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass NOT NULL);
INSERT INTO pg_catalog.pg_dist_partition VALUES ('page');
SQL
like(psql_fails($db, $call) || '', qr/42809: public.page is distributed by Citus.*HINT: /s, 'a distributed table is an error');
psql($db, 'DELETE FROM pg_catalog.pg_dist_partition');
like(psql($db, $call), qr/complete: /, 'other tables are not affected');

psql('postgres', "DROP DATABASE t_backfill_owned; DROP DATABASE t_backfill_copy; DROP DATABASE $db; DROP ROLE backfill_owner; DROP ROLE backfill_reader;");

done_testing();
