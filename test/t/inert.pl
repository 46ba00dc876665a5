# What article_html and article_markdown make of hostile pages, in a browser: nothing runs and nothing is loaded, neither
# as it comes nor after it has been serialised and read again, and the browser sees no element, attribute or address but those allowed.
# Needs Chromium; Markdown needs cmark as well.  Without them the test says so.
use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use IO::Socket::INET;
use ArticleTest;

my ($chromium) = grep { -x } map { ("$_/chromium", "$_/chromium-browser", "$_/google-chrome") } split /:/, $ENV{PATH};
plan skip_all => 'no Chromium here: apt-get install chromium' unless $chromium;
my ($cmark) = grep { -x } map { "$_/cmark" } split /:/, $ENV{PATH};

my $directory = tempdir(CLEANUP => 1);
my $server = IO::Socket::INET->new(Listen => 64, LocalAddr => '127.0.0.1') or die "no socket: $!";
my $address = '127.0.0.1:' . $server->sockport;
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

# The attempts of the core's own test; what they would load from is the server above.
my %escape = (n => "\n", t => "\t", r => "\r", '"' => '"', '\\' => '\\', 0 => '');
open my $list, '<', 'test/core/xss_list.h' or die $!;
my @vectors = map { /^VECTOR\("(.*)"\)$/ ? $1 : () } <$list>;
close $list;
s/\\x([0-9A-Fa-f]{2})/chr hex $1/ge, s/\\([ntr"\\0])/$escape{$1}/g, s/(?:a|evil)\.example/$address/g, s/https/http/g for @vectors;
cmp_ok(scalar @vectors, '>', 100, 'there are attempts');

my @frames = ([ '', '' ], [ '<ul><li>', '</li></ul>' ], [ '<a href="/autre.html">', '</a>' ], [ '<table><tr><td>', '</td><td>x</td></tr></table>' ]);

sub hexed { return unpack 'H*', $_[0] }

my $paragraph = "<p>Le conseil a voté la construction d'un ponton de bois au pied de la halle, dit-on, et le maire, qui s'y connaît, s'en félicite. Il faisait beau, ce jour-là.</p>";

# All pages as a function of the extension renders them, in order.
sub outputs
{
	my ($db, $function) = @_;
	my @pages;
	for my $frame (@frames)
	{
		push @pages, map { "<title>T</title><h1>T</h1>$paragraph$frame->[0]$_$frame->[1]$paragraph" } @vectors;
	}
	my $rows = join ",\n", map { "($_, '\\x" . hexed($pages[$_]) . "'::bytea)" } 0 .. $#pages;
	my $answer = psql($db, "SELECT encode(convert_to(coalesce($function(p, 'http://$address/page.html'), ''), 'UTF8'), 'hex') FROM (VALUES $rows) AS v (i, p) ORDER BY i;");
	$answer =~ s/\n(?=\n|\z)/\n /g;
	return map { s/\s//g; pack 'H*', $_ } split /\n/, $answer, -1;
}

# A document that does with each text what a page may do with one: shows it (so many together), reads it again, and looks at it.
sub trial
{
	my ($together, @texts) = @_;
	my $hex = join ',', map { '"' . hexed($_) . '"' } @texts;
	return <<"HTML";
<!DOCTYPE html><meta charset="utf-8"><title>waiting</title><body><script>
var ran = 0, odd = [], allowed = /^(p|h[2-6]|ul|ol|li|dl|dt|dd|pre|table|tbody|tr|td|th|a|b|br|em|i|s|q|u|img|sub|sup|var|del|ins|kbd|abbr|cite|code|mark|samp|small|strong|time|figure|figcaption|blockquote|hr|h1)\$/;
window.alert = function () { ran++; };
window.onmessage = function (e) { if (e.data === 'ran') ran++; };
function text(hex) { return new TextDecoder().decode(new Uint8Array(hex.match(/../g).map(function (b) { return parseInt(b, 16); }))); }
function look(root, i) {
  root.querySelectorAll('*').forEach(function (e) {
    if (!allowed.test(e.localName) || e.namespaceURI !== 'http://www.w3.org/1999/xhtml') odd.push(i + ':' + e.localName);
    for (var a of e.attributes) {
      if (!/^(href|src|alt|title|lang|start|datetime|colspan|class)\$/.test(a.name)) odd.push(i + ':' + a.name);
      if ((a.name === 'href' && !/^https?:\$/.test(e.protocol)) || (a.name === 'src' && !/^https?:/.test(e.src))) odd.push(i + ':' + a.value);
    }
  });
}
var whole = '';
function show() {
  var frame = document.createElement('iframe');
  document.body.append(frame);
  frame.srcdoc = '<script>window.alert = function () { parent.postMessage("ran", "*"); };</scr' + 'ipt>' + whole;
  whole = '';
}
[$hex].forEach(function (hex, i) {
  if (hex === '') return;
  var html = text(hex), first = document.createElement('div'), again = document.createElement('div');
  document.body.append(first, again);
  first.innerHTML = html;
  again.innerHTML = first.innerHTML;
  look(first, i);
  look(again, i);
  look(new DOMParser().parseFromString(html, 'text/html').body, i);
  if (again.innerHTML !== first.innerHTML) odd.push(i + ':reads otherwise again');
  whole += html;
  if (i % $together === 0) show();
});
show();
setTimeout(function () { document.title = 'ran ' + ran + ' odd ' + odd.length + ' ' + odd.slice(0, 5).join(' '); }, 4000);
</script>
HTML
}

sub verdict
{
	my @arguments = @_;
	open my $file, '>', "$directory/page.html" or die $!;
	print {$file} trial(@arguments);
	close $file;
	my (undef, $output) = run('', 'timeout', '120', 'sh', '-c',
		"exec '$chromium' --headless --no-sandbox --disable-gpu --blink-settings=imagesEnabled=false --user-data-dir=$directory/profile --virtual-time-budget=8000 --dump-dom file://$directory/page.html 2>/dev/null");
	return $output =~ m{<title>(.*?)</title>}s ? $1 : 'no answer';
}

# The trial can tell: of the attempts as they are, scripts run and addresses are asked for.
my $control = verdict(1, "<style>\@import 'http://$address/a.css';</style>", (grep { /^<(?:img|svg|script|video|audio|math)\b/i } @vectors)[ 0 .. 19 ]);
like($control, qr/^ran [1-9]\d* odd [1-9]/, "the attempts themselves do run ($control)");
my $knocks = knocks();
cmp_ok($knocks, '>', 0, 'and load');

my $db = fresh_database('t_inert');
my @html = outputs($db, 'article_html');
is(scalar @html, @vectors * @frames, 'article_html of every page');
cmp_ok(scalar(grep { /ponton/ } @html), '>', @html * 0.9, 'of which nearly all have a body');
is(verdict(25, @html), 'ran 0 odd 0 ', 'article_html is inert');
is(knocks(), $knocks, 'and loads nothing but images');

SKIP:
{
	skip('no cmark here: apt-get install cmark', 2) unless $cmark;
	my @markdown = outputs($db, 'article_markdown');
	for my $i (0 .. $#markdown)
	{
		open my $file, '>', sprintf("$directory/%04d.md", $i) or die $!;
		print {$file} $markdown[$i];
		close $file;
	}
	my (undef, $rendered) = run('', 'sh', '-c', "for file in $directory/*.md; do echo '=====CUT====='; '$cmark' --unsafe \$file; done");
	is(verdict(25, split /^=====CUT=====\n/m, $rendered), 'ran 0 odd 0 ', 'article_markdown is inert, rendered with raw HTML let through');
	is(knocks(), $knocks, 'and loads nothing');
}

done_testing();
