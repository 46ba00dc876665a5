# Whatever a page contains, nothing is opened, loaded, connected to or run: the library calls no
# function that could, and the content of a file that a page names never appears in any result.
use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use ArticleTest;

my $db = fresh_database('t_closed');

# ---------------------------------------------------------------- what the library calls

# From the C library: only functions for memory, strings and numbers. A compiler calls some of them by other names: __NAME_chk,
# which knows the size of its room, and __isoc23_NAME.
my %harmless = map { $_ => 1 } qw(abort bcmp free malloc realloc memchr memcmp memcpy memmem memmove memrchr memset qsort bsearch snprintf vsnprintf strcpy
	strchr strcmp strcspn strlen strncmp strrchr strspn strstr strtod strtol expf exp log logf logl pow sqrt floor ceil round roundf lroundf fabs
	__stack_chk_fail strpbrk calloc sigaction siglongjmp longjmp __cxa_finalize __gmon_start__ __sigsetjmp __assert_fail);

# From the server: nothing that reads files, resolves names or runs programs.
my $harmful = qr/socket|connect|bind|listen|accept|getaddrinfo|gethost|recv|send|open|fopen|popen|system|exec[lv]|fork|dlopen|read_file|PathName|File|OpenTransient|AllocateFile|AllocateDir|curl|xmlRead|xmlParse|htmlRead|nano(?:HTTP|FTP)/i;
my %allowed = map { $_ => 1 } qw(ucnv_open ucsdet_open uidna_openUTS46 table_open relation_open index_open try_relation_open
	relation_openrv table_openrv SPI_connect SPI_connect_ext SPI_cursor_open SPI_cursor_open_with_args pg_tz_acceptable
	RelationGetNumberOfBlocksInFork tsvectorrecv tsvectorsend);

SKIP:
{
	my ($library) = glob "$ENV{PGHOST}/tree" . `$ENV{PG_CONFIG} --pkglibdir` =~ s/\n//r . '/article.so';
	my ($status, $symbols) = $library ? run('', 'nm', '-D', '--undefined-only', $library) : (1, '');
	skip('no nm, or another place', 3) if $status != 0;
	my @names = $symbols =~ /^\s+[Uw] (\S+)/mg;
	cmp_ok(scalar @names, '>', 50, 'the list of called functions is complete');
	my @libc = map { s/^__(\w+)_chk$/$1/r } map { s/^__isoc23_//r } map { /^(\w+)\@+GLIBC/ ? $1 : () } @names;
	is(join(' ', grep { !$harmless{$_} } @libc), '', 'from the C library only memory, strings and numbers');
	my @others = map { s/_\d+$//r } grep { !/\@/ } @names; # ICU appends its version to each name
	is(join(' ', grep { $_ =~ $harmful && !$allowed{$_} } @others), '', 'from the server and ICU nothing that opens, connects or runs');
}

# ---------------------------------------------------------------- pages that name files

my $directory = tempdir(CLEANUP => 1);
chmod 0755, $directory;
open my $file, '>', "$directory/secret.txt" or die $!;
print {$file} "SECRET of the file\n";
close $file;
chmod 0644, "$directory/secret.txt";
my $address = "file://$directory/secret.txt";

my @pages = map { (my $page = $_) =~ s/ADDRESS/$address/g; $page } (
	'<!DOCTYPE html [<!ENTITY x SYSTEM "ADDRESS">]><h1>&x;</h1><p>&x; un mot</p>',
	'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY % p SYSTEM "ADDRESS"> %p;]><r>&x;</r>',
	'<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "ADDRESS"><p>un mot</p>',
	'<html xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="ADDRESS" parse="text"/><p>un mot</p></html>',
	'<?xml-stylesheet href="ADDRESS"?><p>un mot</p>', '<link rel=stylesheet href="ADDRESS"><link rel=canonical href="ADDRESS"><p>un mot</p>',
	'<base href="ADDRESS"><img src="ADDRESS" width=640><iframe src="ADDRESS"></iframe><object data="ADDRESS"></object><embed src="ADDRESS">',
	'<script type="application/ld+json">{"@context":"ADDRESS","@type":"NewsArticle","@id":"ADDRESS","image":"ADDRESS","articleBody":{"$ref":"ADDRESS"}}</script><p>x</p>',
	'<script type="application/ld+json" src="ADDRESS"></script><style>@import "ADDRESS";</style><p>x</p>',
	'<meta http-equiv=refresh content="0;url=ADDRESS"><meta property="og:image" content="ADDRESS"><p>x</p>',
	'<!--#include virtual="ADDRESS"--><p>x</p><frameset><frame src="ADDRESS"></frameset>',
	'<svg><use href="ADDRESS#x"/><image href="ADDRESS"/></svg><math><mi xlink:href="ADDRESS">x</mi></math>');

my @views = map { "$_(p)::text" } qw(parse_article article_html article_markdown article_tei article_explain article_metadata html_text html_xml);
push @views, map { "(SELECT string_agg(r::text, '') FROM $_(p) AS r)" } qw(article_blocks article_links article_related article_images article_dates article_feed);
push @views, q{parse_article_known(p, '{"title": "x"}')::text}, q{(SELECT string_agg(r::text, '') FROM article_feed('<rss><item><description>' || p) AS r)};
push @views, map { "(SELECT string_agg(r::text, '') FROM $_ AS r)" } q{html_xpath(p, '//* | //@*')}, q{html_xpath(p, 'string(/)')}, q{html_select(p, '*')}, q{article_blocks_with_rules(p, 'body: //body')};
my $values = join ', ', map { my $page = $_; $page =~ s/'/''/g; "('$page')" } @pages;
my $all = join ' || ', map { "coalesce($_, '')" } @views;
my $query = "SELECT $all FROM (VALUES $values) AS page (p);";
unlike(psql($db, $query), qr/SECRET/, 'no page can read a file that it names');
(my $of_bytes = $query) =~ s/(\w+)\(p(?=[),])/$1(convert_to(p, 'UTF8')/g;
$of_bytes =~ s/ AS page\(convert_to.*/ AS page (p);/;
unlike(psql($db, $of_bytes), qr/SECRET/, 'nor if it is passed as bytes');

# A time zone is a name from the server's own list, not a path.
for my $zone ('../../../../etc/passwd', '/etc/passwd', '../../etc/hostname')
{
	like(psql_fails($db, "SELECT parse_article('<p>x</p>', NULL, NULL, '$zone')") || '', qr/22023/, "not a time zone: $zone");
}

# ---------------------------------------------------------------- what the kernel sees

SKIP:
{
	my ($strace) = grep { -x } map { "$_/strace" } split /:/, $ENV{PATH};
	skip('no strace here', 2) unless $strace;
	my $go = "$directory/go";
	my $session = background($db, "SELECT 'warm', length($all) FROM (VALUES $values) AS page (p) LIMIT 1;\nSELECT 'pid', pg_backend_pid();\n\\! while [ ! -e $go ]; do sleep 0.05; done\n"
		. "SELECT 'traced', sum(length($all)) FROM (VALUES $values) AS page (p);\n");
	my $pid;
	for (1 .. 200)
	{
		$pid = psql($db, q{SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT ''pid''%' AND state = 'idle' AND pid <> pg_backend_pid()});
		last if $pid;
		select(undef, undef, undef, 0.05);
	}
	my $tracer = fork();
	if ($tracer == 0)
	{
		open STDERR, '>', '/dev/null';
		exec($strace, '-f', '-q', '-o', "$directory/trace", '-p', $pid) or kill 'KILL', $$;
	}
	for (1 .. 100)
	{
		last if -s "$directory/trace";
		select(undef, undef, undef, 0.05);
	}
	my $attached = -s "$directory/trace";
	open my $signal, '>', $go or die $!;
	close $signal;
	my (undef, $output) = $session->();
	kill 'TERM', $tracer;
	waitpid $tracer, 0;
	skip('strace may not look at the server', 2) unless $attached;
	open my $trace, '<', "$directory/trace" or die $!;
	my @calls = <$trace>;
	close $trace;
	like($output, qr/^traced\|\d+/m, 'the pages are read under strace');
	my @suspect = grep { /(?:socket|connect|bind|execve|fork|clone|unlink|rename|creat)\w*\(|open\w*\((?!.*"(?:base|global|pg_\w+)\/)/ } @calls;
	is(join('', @suspect), '', "only the server's relations are opened");
}

done_testing();
