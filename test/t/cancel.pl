# A query that parses can be stopped: statement_timeout and pg_cancel_backend take effect soon, on
# pages that are large and hostile, and the session goes on.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my $db = fresh_database('t_cancel');
my $page = hostile_page(30_000_000);

psql($db, "CREATE TABLE big AS SELECT $page AS html");

# How late a stop may come: 0.1 s is the promise; a loaded machine gets some more.
my $grace = 0.4;

my $full = psql($db, <<"SQL");
SELECT extract(epoch FROM clock_timestamp()) AS start \\gset
SELECT count(parse_article(html)) FROM big;
SELECT extract(epoch FROM clock_timestamp()) - :start;
SQL
my ($count, $seconds) = split /\n/, $full;
is($count, 1, "the page parses when it is let (in $seconds s)");

for my $timeout (5, 50, 200)
{
	my $answer = psql($db, <<"SQL");
\\set ON_ERROR_STOP off
SELECT clock_timestamp() AS start \\gset
SET statement_timeout = '${timeout}ms';
SELECT count(parse_article(html || ' ')) FROM big;
SET statement_timeout = 0;
SELECT 'after ' || extract(epoch FROM clock_timestamp() - :'start');
SELECT (parse_article('<h1>Un titre</h1><p>Un mot.</p>')).title;
SQL
	my ($after) = $answer =~ /^after ([\d.]+)$/m;
  SKIP:
	{
		skip("the page takes less than $timeout ms", 2) if $seconds * 1000 < $timeout + 50;
		like($answer, qr/57014/, "statement_timeout of $timeout ms cancels");
		cmp_ok($after, '<', $timeout / 1000 + $grace, 'soon');
	}
	like($answer, qr/^Un titre$/m, 'and the session goes on');
}

for my $view ('article_html(html)', 'html_text(html)', 'article_explain(html)', 'article_metadata(html)')
{
	my $took = timed(
		sub {
			my $error = psql_fails($db, "SET statement_timeout = '20ms'; SELECT length($view\::text) FROM big;");
			like($error || '', qr/57014/, "$view is cancelled") if $seconds > 0.2;
		});
	cmp_ok($took, '<', 1.5, "$view: within bounds");
}

my $session = background($db, 'SELECT count(parse_article(html)) FROM big, generate_series(1, 100) AS i WHERE html <> i::text;');
my $pid;
for (1 .. 100)
{
	$pid = psql($db, "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT count(parse%' AND pid <> pg_backend_pid() AND state = 'active'");
	last if $pid;
	select(undef, undef, undef, 0.05);
}
select(undef, undef, undef, 0.1);
my $took = timed(
	sub {
		psql($db, "SELECT pg_cancel_backend($pid)") if $pid;
		my ($status, $output) = $session->();
		like($output, qr/57014|canceling statement/, 'pg_cancel_backend stops a parse');
	});
cmp_ok($took, '<', 1.0, 'soon');

done_testing();
