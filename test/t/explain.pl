# article_explain and article_report in a browser: the documents render, nothing from the page runs,
# nothing is loaded.
# Needs Chromium, which is large: the test is skipped if it is not installed.
use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use IO::Socket::INET;
use ArticleTest;

my ($chromium) = grep { -x } map { ("$_/chromium", "$_/chromium-browser", "$_/google-chrome") } split /:/, $ENV{PATH};
plan skip_all => 'no Chromium here: apt-get install chromium' unless $chromium;

my $directory = tempdir(CLEANUP => 1);

# Returns the DOM of a document after a browser has loaded it.
sub rendered
{
	my ($document) = @_;
	open my $file, '>', "$directory/page.html" or die $!;
	print {$file} $document;
	close $file;
	my ($status, $output) = run('', 'timeout', '60', 'sh', '-c',
		"exec '$chromium' --headless --no-sandbox --disable-gpu --user-data-dir=$directory/profile --virtual-time-budget=2000 --dump-dom file://$directory/page.html 2>/dev/null");
	return $output;
}

# A server that only records connections, as one byte each in a file.
my $server = IO::Socket::INET->new(Listen => 16, LocalAddr => '127.0.0.1') or die "no socket: $!";
my $address = 'http://127.0.0.1:' . $server->sockport;
my $doorman = fork();
if ($doorman == 0)
{
	while (my $guest = $server->accept)
	{
		open my $file, '>>', "$directory/knocks" or last;
		print {$file} '.';
	}
	require POSIX;
	POSIX::_exit(0);
}
END { local $?; kill 'TERM', $doorman if $doorman }
sub knocks { return -s "$directory/knocks" || 0 }

my $attack = qq{<script>document.title='RUN'</script><img src="$address/a.png" onerror="document.title='RUN'"><link rel=stylesheet href="$address/a.css">}
	. qq{<style>\@import '$address/b.css';</style><svg onload="document.title='RUN'"></svg><iframe src="$address/c.html"></iframe>};
(my $printed = $attack) =~ s/</&lt;/g;
my $html = "<html lang=fr><title>Le lac $printed</title>$attack<h1>Le lac $printed</h1><p class=author>Par Anne Dupont, le 28/12/2017 à 13h54 $printed</p>"
	. join('', map { "<p>Le conseil a voté la construction d'un ponton de bois au pied de la halle, numéro $_. $printed$attack</p>" } 1 .. 5);

# Control: the page itself does both.
my $page = rendered($html);
like($page, qr/<title>RUN/, 'the page itself runs its script');
my $knocks = knocks();
cmp_ok($knocks, '>', 0, 'and loads its resources');

my $db = fresh_database('t_explain');
(my $quoted = $html) =~ s/'/''/g;
my $document = psql($db, "SELECT article_explain('$quoted');");
my $dom = rendered($document);
like($dom, qr{<title>Le lac .* - article_explain</title>}s, 'nothing runs in the document');
is(knocks(), $knocks, 'nor is anything loaded');
is(() = $dom =~ /<li id="b\d+"/g, () = $document =~ /<li id="b\d+"/g, 'every block is rendered');
unlike($dom, qr/<(?:script|img|svg|iframe|link)\b/, 'it contains only its own elements');

# Its style sheet is the one that its policy allows, so the browser applies it.
my $probe = $document;
$probe =~ s/<meta http-equiv="Content-Security-Policy" content="[^"]*?(sha256-[^']*)'[^"]*">/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '$1'; script-src 'unsafe-inline'">/;
$probe =~ s{</body>}{<script>document.title = getComputedStyle(document.querySelector('.badge')).display</script></body>};
like(rendered($probe), qr{<title>inline-block</title>}, 'the style sheet applies');

# A report on a table with that page, explanations and all.
psql($db, "CREATE TABLE news AS SELECT '$quoted'::text AS html, parse_article('$quoted') AS article");
my $report = psql($db, q{SELECT article_report('news', html_column => 'html')});
($dom = $report) =~ s/<details>/<details open>/g;
$dom = rendered($dom);
like($dom, qr{<title>public\.news - article_report</title>}, 'nothing runs in a report');
is(knocks(), $knocks, 'nor is anything loaded');
ok($dom =~ m{<iframe sandbox="" [^>]*srcdoc="(?:<|&lt;)!doctype html}i, 'the explanation is in a frame without rights');

done_testing();
