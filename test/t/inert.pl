# The output of article_html and article_markdown for hostile pages, in a browser: nothing runs and
# nothing is loaded, neither directly nor after it has been serialized and parsed again, and the
# browser sees only allowed elements, attributes and URLs.  An HTML parser and an XML parser build
# the same tree from article_html, and databases in LATIN1 and in UTF-8 give the same tree.  Needs
# Chromium; Markdown also needs cmark.  Without them the test is skipped.
#
#   ARTICLE_INERT=20000 ARTICLE_SEED=7 tools/with-server.sh perl -Itest/t/lib test/t/inert.pl        that many pages, from another seed
use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use Encode qw(encode_utf8);
use IO::Socket::INET;
use ArticleTest;
use HostilePage qw(hostile_pages);

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

# The attack vectors of the core's own test; they would load from the server above.
my %escape = (n => "\n", t => "\t", r => "\r", '"' => '"', '\\' => '\\', 0 => '');
open my $list, '<', 'test/core/xss_list.h' or die $!;
my @vectors = map { /^VECTOR\("(.*)"\)$/ ? $1 : () } <$list>;
close $list;
s/\\x([0-9A-Fa-f]{2})/chr hex $1/ge, s/\\([ntr"\\0])/$escape{$1}/g, s/(?:a|evil)\.example/$address/g, s/https/http/g for @vectors;
cmp_ok(scalar @vectors, '>', 100, 'there are attack vectors');

my @frames = ([ '', '' ], [ '<ul><li>', '</li></ul>' ], [ '<a href="/autre.html">', '</a>' ], [ '<table><tr><td>', '</td><td>x</td></tr></table>' ]);

sub hexed { return unpack 'H*', $_[0] }

my $paragraph = "<p>Le conseil a voté la construction d'un ponton de bois au pied de la halle, dit-on, et le maire, qui s'y connaît, s'en félicite. Il faisait beau, ce jour-là.</p>";

my @pages;
for my $frame (@frames)
{
	push @pages, map { "<title>T</title><h1>T</h1>$paragraph$frame->[0]$_$frame->[1]$paragraph" } @vectors;
}

# Pages as a function of the extension renders them, in order.
sub outputs
{
	my ($db, $function, @sources) = @_;
	my $rows = join ",\n", map { "($_, '\\x" . hexed($sources[$_]) . "'::bytea)" } 0 .. $#sources;
	my $answer = psql($db, "SELECT encode(convert_to(coalesce($function(p, 'http://$address/page.html'), ''), 'UTF8'), 'hex') FROM (VALUES $rows) AS v (i, p) ORDER BY i;");
	$answer =~ s/\n(?=\n|\z)/\n /g;
	return map { s/\s//g; pack 'H*', $_ } split /\n/, $answer, -1;
}

# A document that does with each text what a page may do with it: shows it (several at a time),
# parses it again, and inspects it.  With XML, it checks that the XML parser builds the same tree;
# with other texts, that they give the same tree.
sub trial
{
	my ($together, $texts, $as_xml, $others) = @_;
	my $hex = join ',', map { '"' . hexed($_) . '"' } @$texts;
	my $others_hex = join ',', map { '"' . hexed($_) . '"' } @{ $others || [] };
	my $xml = $as_xml ? 'true' : 'false';
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
function shape(node) {
  if (node.nodeType === 3 || node.nodeType === 4) return node.data.replace(/[\\\\<>]/g, '\\\\\$&');
  var inner = Array.from(node.childNodes, shape).join('');
  if (node.localName === 'tbody') return inner;
  return '<' + node.localName + Array.from(node.attributes, function (a) { return ' ' + a.name + '=' + JSON.stringify(a.value); }).join('') + '>' + inner + '</>';
}
function as_html(text) { return shape(new DOMParser().parseFromString('<div>' + text + '</div>', 'text/html').body.firstChild); }
function as_xml(text) {
  var root = new DOMParser().parseFromString('<div>' + text + '</div>', 'application/xml').documentElement;
  return root.localName !== 'div' || root.querySelector('parsererror') ? 'none' : shape(root);
}
var others = [$others_hex], whole = '';
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
  if ($xml && as_html(html) !== as_xml(html)) odd.push(i + ':reads otherwise as XML');
  if (others.length && as_html(html) !== as_html(text(others[i]))) odd.push(i + ':reads otherwise in another encoding');
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

# Control: the raw attack vectors run scripts and load URLs.
my $control = verdict(1, [ "<style>\@import 'http://$address/a.css';</style>", (grep { /^<(?:img|svg|script|video|audio|math)\b/i } @vectors)[ 0 .. 19 ] ]);
like($control, qr/^ran [1-9]\d* odd [1-9]/, "the raw vectors do run ($control)");
my $knocks = knocks();
cmp_ok($knocks, '>', 0, 'and load URLs');

like(verdict(25, ['<p>a</p>', '<p>a<br>b</p>', '<table>a<tr><td>b</td></tr></table>', '<p>&nbsp;</p>', '<table><tr><td>b</td></tr></table>'], 1), qr/^ran 0 odd 3 1:reads otherwise as XML 2:.* 3:/, 'invalid XML is detected');
is(verdict(25, [ '<p>&#x2019;</p>', '<p>a</p>' ], 1, [ '<p>’</p>', '<p><b>a</b></p>' ]), 'ran 0 odd 1 1:reads otherwise in another encoding', 'a different tree in another encoding is detected');

my $db = fresh_database('t_inert');
my @html = outputs($db, 'article_html', @pages);
is(scalar @html, @vectors * @frames, 'article_html of every page');
cmp_ok(scalar(grep { /ponton/ } @html), '>', @html * 0.9, 'nearly all of them have a body');
is(verdict(25, \@html, 1), 'ran 0 odd 0 ', 'article_html is inert');
is(knocks(), $knocks, 'and loads nothing but images');

SKIP:
{
	skip('no cmark here: apt-get install cmark', 2) unless $cmark;
	my @markdown = outputs($db, 'article_markdown', @pages);
	for my $i (0 .. $#markdown)
	{
		open my $file, '>', sprintf("$directory/%04d.md", $i) or die $!;
		print {$file} $markdown[$i];
		close $file;
	}
	my (undef, $rendered) = run('', 'sh', '-c', "for file in $directory/*.md; do echo '=====CUT====='; '$cmark' --unsafe \$file; done");
	is(verdict(25, [ split /^=====CUT=====\n/m, $rendered ]), 'ran 0 odd 0 ', 'article_markdown is inert, rendered with raw HTML let through');
	is(knocks(), $knocks, 'and loads nothing');
}

# Any number of generated hostile pages, from databases in UTF-8 and in LATIN1.
my $latin1 = fresh_database('t_inert_latin1', "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
my $left = $ENV{ARTICLE_INERT} || 400;
my ($seed, $bodies, $references, @odd) = ($ENV{ARTICLE_SEED} || 1, 0, 0);
for (my $seeds = $seed; $left > 0; $seeds++, $left -= 400)
{
	my @hostile = map { encode_utf8($_) } hostile_pages($seeds, $left < 400 ? $left : 400);
	my @utf8 = outputs($db, 'article_html', @hostile);
	my @small = outputs($latin1, 'article_html', @hostile);
	my @verdicts = (verdict(25, \@utf8, 1), verdict(25, \@small, 1, \@utf8));
	push @odd, map { "seed $seeds: $_" } grep { $_ ne 'ran 0 odd 0 ' } @verdicts;
	$bodies += grep { /ponton/ } @utf8;
	$references += grep { /&#x2039;/ } @small;
}
is(join('; ', @odd), '', 'article_html of hostile pages is inert, with the same tree as HTML, as XML and from LATIN1');
cmp_ok($bodies, '>', ($ENV{ARTICLE_INERT} || 400) * 0.9, 'nearly all hostile pages have a body');
cmp_ok($references, '>', ($ENV{ARTICLE_INERT} || 400) / 20, 'many contain characters that LATIN1 lacks');
is(knocks(), $knocks, 'nothing was loaded');

done_testing();
