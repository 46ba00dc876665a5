# tools/warc2copy and tools/files2copy: the pages of WARC, WET and folders in a table, as they were; what
# is broken is left out and counted; a load that was stopped goes on.
use strict;
use warnings;
use Test::More;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use ArticleTest;

plan skip_all => 'no python3' if system('python3 -c 1 2> /dev/null') != 0;

my $tools = abs_path('tools');
my $folder = tempdir(CLEANUP => 1);
my $db = fresh_database('t_load');
$ENV{PGDATABASE} = $db;
is(system("$tools/sample-warc $folder"), 0, 'the sample is written');
psql($db, "\\i seeds/load.sql\nCREATE TABLE pages (id bigint GENERATED ALWAYS AS IDENTITY, url text, fetched_at timestamptz, content_type text, html bytea);");

# Runs a tool; returns its exit status, and what it says on the standard error.
sub tool
{
	my ($command) = @_;
	my $said = `cd $folder && $tools/$command 2>&1 >/dev/null`;
	return ($? >> 8, $said);
}

sub written
{
	my ($name, $bytes) = @_;
	open my $file, '>:raw', "$folder/$name" or die $!;
	print {$file} $bytes;
	close $file;
}

sub bytes_of
{
	my ($name) = @_;
	open my $file, '<:raw', "$folder/$name" or die $!;
	local $/;
	return <$file>;
}

sub emptied { psql($db, 'TRUNCATE pages; DROP TABLE IF EXISTS page_load'); }

# ---------------------------------------------------------------- WARC
my $same = q{SELECT count(*), count(*) FILTER (WHERE p.html = s.html), count(*) FILTER (WHERE p.fetched_at = s.fetched_at), count(*) FILTER (WHERE p.content_type = s.content_type)
	FROM pages p JOIN page s USING (url)};
my ($status, $said) = tool('warc2copy --table pages seeds.warc.gz');
is($status, 0, 'a WARC is loaded') or diag($said);
my $pages = psql($db, 'SELECT count(*) FROM page WHERE url IS NOT NULL');
is(psql($db, $same), "$pages|$pages|" . psql($db, 'SELECT count(fetched_at), count(content_type) FROM page WHERE url IS NOT NULL'), 'bodies, chunked and compressed ones too, times and types are the originals');
like($said, qr/62 records, 27 pages\n  left out: +27  request\n  left out: +6  status 301\n  left out: +1  type image\/png\n  left out: +1  warcinfo\n/, 'what is no page is counted');
($status, $said) = tool('warc2copy --table pages seeds.warc.gz');
is(psql($db, 'SELECT count(*) FROM pages'), 27, 'a second run loads nothing again');
like($said, qr/0 records, 0 pages\n  62 records were read by an earlier run\. To read them again: DELETE FROM page_load WHERE .*;\n/, 'and says why');
psql($db, $said =~ /again: (.*;)/);
($status, $said) = tool('warc2copy --table pages seeds.warc.gz');
is(psql($db, 'SELECT count(*) FROM pages'), 54, 'after the statement that it gives it reads all again');

emptied();
tool('warc2copy --table pages --batch 4 --pages 10 seeds.warc.gz');
is(psql($db, 'SELECT count(*) FROM pages'), 10, 'a run that is stopped');
my $limit = psql($db, 'SELECT max(id) + 8 FROM pages');
psql($db, "ALTER TABLE pages ADD CONSTRAINT few CHECK (id < $limit) NOT VALID");
($status, $said) = tool('warc2copy --table pages --batch 4 seeds.warc.gz');
isnt($status, 0, 'a run that fails says so');
like($said, qr/psql failed; what it had committed stays/, 'and what to do');
psql($db, 'ALTER TABLE pages DROP CONSTRAINT few');
($status, $said) = tool('warc2copy --table pages --batch 4 seeds.warc.gz');
is(psql($db, 'SELECT count(*), count(DISTINCT url) FROM pages'), '27|27', 'the next one goes on: every page once');

# through \copy, and from the standard input
emptied();
psql($db, "\\copy pages (url, fetched_at, content_type, html) FROM PROGRAM '$tools/warc2copy --quiet $folder/seeds.warc.gz 2> /dev/null'");
is((split /\|/, psql($db, $same))[1], $pages, 'COPY FROM PROGRAM');
my $piped = `cd $folder && gzip -dc seeds.warc.gz | $tools/warc2copy - 2> /dev/null | wc -l`;
is($piped + 0, 27, 'uncompressed, from a pipe');
written('one.warc.gz', '');
system("cd $folder && gzip -dc seeds.warc.gz | gzip > one.warc.gz");
is(`cd $folder && $tools/warc2copy one.warc.gz 2> /dev/null | wc -l` + 0, 27, 'one member for all records');

# ---------------------------------------------------------------- WET, folders
emptied();
($status, $said) = tool('warc2copy --table pages seeds.wet.gz');
is(psql($db, q{SELECT count(*), bool_and(content_type = 'text/plain; charset=utf-8'), bool_and(convert_from(html, 'UTF8') !~ '<html') FROM pages}), '27|t|t', 'WET');
emptied();
($status, $said) = tool('files2copy --table pages --url https://www.exemple.example/a/ seeds');
is(psql($db, q{SELECT count(*), bool_and(p.html = s.html) FROM pages p JOIN page s ON p.url = 'https://www.exemple.example/a/' || s.name}), '27|t', 'a folder');
is(psql($db, q{SELECT content_type FROM pages WHERE url LIKE '%.txt'}), 'text/plain', 'types by suffix');
psql($db, 'CREATE TABLE bare (page bytea)');
tool('files2copy --table bare --columns=-,-,-,page seeds');
is(psql($db, 'SELECT count(*) FROM bare'), 27, 'into a table of one column');

# ---------------------------------------------------------------- what is broken
my $warc = bytes_of('seeds.warc.gz');
my $members = () = $warc =~ /\x1f\x8b\x08/g;
my $middle = index($warc, "\x1f\x8b\x08", length($warc) / 2);
(my $flipped = $warc) =~ s/\A(.{$middle}.{40})..../$1ABCD/s;
written('flipped.warc.gz', $flipped);
($status, $said) = tool('warc2copy flipped.warc.gz');
like($said, qr/, 2[67] pages.*left out: +1  broken gzip member/s, 'a broken member is counted, and the next ones are read');
is($status, 0, 'it is no failure');
written('cut.warc.gz', substr($warc, 0, length($warc) / 2));
($status, $said) = tool('warc2copy cut.warc.gz');
like($said, qr/, 1\d pages.*left out: +1  file ends inside a gzip member/s, 'a file that ends early');
is($status, 0, 'neither is that');

sub response { return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/$_[0]\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: " . length($_[1]) . "\r\n\r\n$_[1]\r\n\r\n"; }
my $page = '<h1>Le pont</h1><p>Un mot.</p>';
written('odd.warc', join '', "rubbish\n\n", response('good', "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n$page"),
	response('brotli', "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n$page"), response('nothing', 'no message at all'),
	response('empty', "HTTP/1.1 200 OK\r\n\r\n \n"), "WARC/1.0\r\nWARC-Type: response\r\n\r\n", "WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\n",
	response('kept-header', "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n$page"),
	response("tab\tand\\\\backslash", "HTTP/1.0 200\n\n$page"), "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 500\r\n\r\nshort");
emptied();
($status, $said) = tool('warc2copy --table pages odd.warc');
is(psql($db, 'SELECT count(*) FROM pages WHERE html = ' . "'$page'"), 3, 'good records between broken ones are loaded') or diag($said);
is(psql($db, q{SELECT count(*) FROM pages WHERE url = E'https://a.example/tab\tand\\\\\\\\backslash'}), 1, 'addresses are escaped for COPY');
like($said, qr/bytes between records.*content encoding br.*empty.*file ends inside a record.*no HTTP message.*record with an impossible length.*record without a length/s, 'each reason is named');
written('bomb.warc', response('bomb', "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" . `head -c 5000000 /dev/zero | gzip`));
($status, $said) = tool('warc2copy --max-size 1 bomb.warc');
like($said, qr/0 pages\n.*too large/, 'a page that decompresses to more than --max-size');

# ---------------------------------------------------------------- before an update: tools/compare-versions.sql
sub compared { return `psql -X -d $db @_ -f $tools/compare-versions.sql 2>&1`; }
emptied();
tool('warc2copy --table pages seeds.warc.gz');
like(compared(), qr/Name the table of pages/, 'without a table there is nothing to keep');
like(compared('-v table=pages -v sample=20'), qr/ +20 \| 0\.\d/, 'a sample is kept');
like(compared(), qr/\| +20 \| +0\n/, 'the same version changes nothing');
psql($db, q{UPDATE article_compare SET version = '0.0.1', answer = answer || '{"title": "Autre titre", "section": null, "extra": {"version": "0.0.1"}}' WHERE id IN (SELECT id FROM article_compare ORDER BY id LIMIT 2)});
my $changes = compared();
like($changes, qr/ 0\.0\.1 +\| 0\.\S+ +\| +20 \| +2\n/, 'another one is compared');
like($changes, qr/^ title +\| +2 \| +10\.0 \| +0 \| +0$/m, 'by field');
like($changes, qr/^ title +\| http\S+ +\| Autre titre/m, 'with examples');
unlike($changes, qr/extra\.version/, 'the version itself is no change');

done_testing();
