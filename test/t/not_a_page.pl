# 300 documents in archives that are not article pages: files of other kinds, pages in other
# formats, code and data are identified and have confidence 0; pages in place of an article have a
# low confidence.  Small pages about such things are still pages.
use strict;
use warnings;
use utf8;
use Test::More;
use Compress::Zlib ();
use ArticleTest;
use NonPage;

my $db = fresh_database('t_not_a_page');
psql($db, 'CREATE TABLE stored (kind text, name text, page bytea)');

sub store
{
	my ($kind, @pages) = @_;
	my @rows = map { my ($name, $page) = @$_; $name =~ s/'/''/g; utf8::encode($name); "('$kind', '$name', '\\x" . unpack('H*', $page) . "')" } @pages;
	psql($db, 'INSERT INTO stored VALUES ' . join(', ', @rows));
}

store('other', non_pages());
store('wall', wall_pages());
store('small', small_pages());
psql($db, 'CREATE TABLE parsed AS SELECT kind, name, page, parse_article(page) AS article FROM stored');

cmp_ok(psql($db, "SELECT count(*) FROM stored WHERE kind IN ('other', 'wall')"), '>=', 300, 'there are 300 documents');
is(psql($db, "SELECT string_agg(name, ', ') FROM parsed WHERE kind = 'other' AND ((article).extra ->> 'not_a_page' IS NULL OR (article).body IS NOT NULL OR (article).confidence > 0)"),
	'', 'other files: identified, no body, confidence 0');
is(psql($db, "SELECT string_agg(name, ', ') FROM parsed WHERE kind = 'wall' AND (article).confidence >= 0.3"), '', 'walls and errors: confidence below 0.3');
is(psql($db, "SELECT string_agg(name, ', ') FROM parsed WHERE kind = 'small' AND ((article).confidence < 0.3 OR (article).body IS NULL)"), '', 'small pages: still pages');
is(psql($db, "SELECT string_agg(name, ', ') FROM parsed WHERE kind IN ('wall', 'small') AND (article).extra ? 'not_a_page'"), '', 'none of them is identified as a file of another kind');

# text converted by a function of the server
is(psql($db, "SELECT string_agg(name, ', ') FROM (SELECT name, parse_article(convert_from(page, 'LATIN1')) AS article FROM stored WHERE kind = 'other' AND position('\\x00'::bytea IN page) = 0) AS t WHERE (article).confidence > 0.1"),
	'', 'other files converted from Latin-1');

# Decompression stops at the size limit, and can be cancelled.
my $bomb = unpack 'H*', Compress::Zlib::memGzip('<p>mot</p>' x 6_600_000);
psql($db, "CREATE TABLE bomb AS SELECT '\\x$bomb'::bytea AS page");
like(psql_fails($db, "SET article.max_html_size = '60MB'; SELECT length(html_text(page)) FROM bomb"), qr/54000: .*page is too large to parse/, 'a decompression bomb is an error');
my $answer;
my $took = timed(sub { $answer = psql_fails($db, "SET article.max_html_size = '1GB'; SET statement_timeout = 50; SELECT length(html_text(page || page || page || page || page || page)) FROM bomb") });
like($answer, qr/57014/, 'decompression of a page can be cancelled');
diag(sprintf 'after %.0f ms', $took * 1000);

done_testing();
