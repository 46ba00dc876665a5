# The views that are markup, in databases of every encoding: characters that the encoding lacks
# become numeric references.  With these references decoded, the view equals that of a UTF-8
# database byte for byte, so no character can turn into markup.  Plain text uses ASCII substitutes,
# and none of them can be mistaken for markup.
use strict;
use warnings;
use utf8;
use Test::More;
use Encode qw(encode_utf8 decode_utf8);
use ArticleTest;

binmode Test::More->builder->$_, ':utf8' for qw(output failure_output todo_output);
$ENV{PGCLIENTENCODING} = 'UTF8';

# ARTICLE_CHARSETS=all tries every encoding that a database can have; the default is the common and
# the unusual ones.
my @encodings = qw(LATIN1 LATIN2 LATIN9 KOI8R WIN1250 WIN1251 WIN1252 EUC_CN EUC_JP EUC_JIS_2004 EUC_KR EUC_TW);
push @encodings, qw(LATIN3 LATIN4 LATIN5 LATIN6 LATIN7 LATIN8 LATIN10 ISO_8859_5 ISO_8859_6 ISO_8859_7 ISO_8859_8
	KOI8U WIN866 WIN874 WIN1253 WIN1254 WIN1255 WIN1256 WIN1257 WIN1258) if ($ENV{ARTICLE_CHARSETS} || '') eq 'all';

# ---------------------------------------------------------------- the table of fallbacks

open my $file, '<:utf8', 'src/pg/fallback_list.h' or die $!;
my @fallbacks = map { /^FALLBACK\(0x([0-9A-F]+), (?:0x)?([0-9A-F]+), "(.*)"\)$/ ? [ hex $1, hex $2, $3 =~ s/\\"/"/r ] : () } <$file>;
close $file;
cmp_ok(scalar @fallbacks, '>', 30, 'fallbacks exist');
is(join(' ', map { sprintf '%04X', $_->[0] } sort { $a->[0] <=> $b->[0] } @fallbacks), join(' ', map { sprintf '%04X', $_->[0] } @fallbacks), 'they are sorted');
for my $fallback (@fallbacks)
{
	my ($code, $like, $ascii) = @$fallback;
	my $quote = chr($code) =~ /[«»‘’‚“”„‹›]/;
	like($ascii, $quote ? qr/^["',]$/ : qr/^[A-Za-z .-]+$/, sprintf('the fallback of U+%04X contains no markup character', $code));
	like(chr $like, qr/[·«»\0]/, 'nor does its similar character');
}

# ---------------------------------------------------------------- pages

my @marks = (map({ chr $_->[0] } @fallbacks), split(//, '‟″‶ʺ‛′＂＇＜＞＆［］（）＊＿｀～＃﹤﹥﹠〈〉〈〉⟨⟩❮❯ˋ´｜'), "\x{2028}", "\x{2029}", "\x{85}");
my $sentence = "Le conseil a voté la construction d'un ponton de bois au pied de la halle, dit-on, et le maire, qui s'y connaît, s'en félicite.";

sub around
{
	my ($c) = @_;
	return <<"HTML";
<p>Voir ${c}img src=x onerror=alert(1)$c la suite, ${c}b$c et &${c}lt;b$c. $sentence</p>
<p>$c $sentence</p>
<p><abbr title='x$c onclick=${c}alert(1) $c'>HLM</abbr> et <b>gras $c</b>, <i>${c}mot$c</i>, <a href="https://a.example/$c">lien [zz](javascript:zz) $c</a>, <code>a ${c}b$c</code>. $sentence</p>
<ul><li>$c $sentence</li><li>$sentence $c</li></ul>
<figure><img src="https://a.example/p.jpg" width=640 alt="Le pont$c onerror=${c}alert(1)"><figcaption>Le pont $c de bois</figcaption></figure>
<pre>$c $sentence
${c}suite $c</pre>
<table><tr><td>$c mot</td><td>autre $c</td></tr><tr><td>un</td><td>deux$c</td></tr></table>
HTML
}

# All characters of the Basic Multilingual Plane that a page may contain, 64 per paragraph.
sub everything
{
	my @codes = grep { ($_ < 0xD800 || $_ > 0xDFFF) } 0xA0 .. 0xFFFD;
	my $page = '';
	while (my @some = splice @codes, 0, 64)
	{
		$page .= "<p>$sentence " . join('', map { chr } @some) . " $sentence</p>\n";
	}
	return $page;
}

my @pages = map { "<meta charset=utf-8><title>T</title><h1>Le ponton ${_}de bois$_</h1><p>$sentence</p>" . around($_) . "<p>$sentence</p>" } @marks;
push @pages, "<meta charset=utf-8><title>T</title><h1>T</h1><p>$sentence</p>" . everything();

# Returns the result of a function for each page.
sub views
{
	my ($db, $call) = @_;
	my $rows = join ",\n", map { "($_, '\\x" . unpack('H*', encode_utf8($pages[$_])) . "'::bytea)" } 0 .. $#pages;
	my $answer = psql($db, "SELECT coalesce($call, '') || chr(7) FROM (VALUES $rows) AS v (i, p) ORDER BY i;");
	my @views = map { decode_utf8($_) } split /\x07\n?/, $answer, -1;
	return @views[ 0 .. $#pages ];
}

sub read_back
{
	my ($text) = @_;
	my $ascii = 0;
	$text =~ s/&#x([0-9A-F]+);/$ascii ||= hex($1) < 0x80; chr hex $1/ge;
	return $ascii ? 'a reference to a character of ASCII' : $text;
}

# The characters that do not survive the server's own conversions to this encoding and back.
sub one_way
{
	my ($db, $encoding) = @_;
	return () if $encoding !~ /^EUC/;
	my $answer = psql($db, "SELECT chr(c) || back FROM (SELECT c, there_and_back(c, '$encoding') FROM generate_series(160, 65533) AS c WHERE c NOT BETWEEN 55296 AND 57343) AS s (c, back) WHERE back <> chr(c)");
	return map { split // } split /\n/, decode_utf8($answer);
}

# Describes the first page whose views differ.
sub first_difference
{
	my ($got, $expected, %back) = @_;
	my $one_way = join '', keys %back;
	for my $i (0 .. $#$expected)
	{
		my $g = defined $got->[$i] ? read_back($got->[$i]) : 'nothing';
		my $e = $expected->[$i];
		$e =~ s/([$one_way])/$back{$1}/g if $one_way ne '';
		next if $g eq $e;
		my $at = 0;
		$at++ while $at < length $g && substr($g, $at, 1) eq substr($e, $at, 1);
		my $from = $at > 30 ? $at - 30 : 0;
		return sprintf 'page %d: "%s" for "%s"', $i, substr($g, $from, 60), substr($e, $from, 60);
	}
	return '';
}

# The explanation is ASCII, so all non-ASCII characters are compared as one.
my %calls = (
	article_html => "article_html(p, 'https://a.example/page.html')",
	article_markdown => "article_markdown(p, 'https://a.example/page.html')",
	article_tei => "article_tei(p, 'https://a.example/page.html')::text",
	html_xml => "html_xml(p, 'https://a.example/page.html')::text",
	article_explain => "CASE WHEN i < 40 THEN article_explain(p, 'https://a.example/page.html') END");
my $utf8 = fresh_database('t_charsets');
psql($utf8, 'CREATE FUNCTION there_and_back(c int, encoding name) RETURNS text LANGUAGE plpgsql AS '
		. '$$ BEGIN RETURN convert_from(convert_to(chr(c), encoding), encoding); EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$');
my %expected = map { $_ => [ views($utf8, $calls{$_}) ] } keys %calls;
for my $view (sort keys %calls)
{
	is(scalar(grep { defined } @{ $expected{$view} }), scalar @pages, "$view of every page");
	is(scalar(grep { !/onerror=/ } @{ $expected{$view} }[ 0 .. 39 ]), 0, 'the first 40 have a body');
}
my %kept = map { $_ => 1 } split //, $expected{article_html}[-1];
cmp_ok(scalar keys %kept, '>', 60000, 'one page has nearly every character of the Basic Multilingual Plane');

for my $encoding (@encodings)
{
	my $db = fresh_database('t_charset', "ENCODING '$encoding' LOCALE 'C' TEMPLATE template0");
	my %one_way = one_way($utf8, $encoding);
	cmp_ok(scalar keys %one_way, '<', 20, "$encoding: the server's conversions are reversible") if $encoding =~ /^EUC/;
	for my $view (sort keys %calls)
	{
		is(first_difference([ views($db, $calls{$view}) ], $expected{$view}, %one_way), '', "$encoding: $view");
	}
	my @titles = views($db, 'article_title(p)');
	is(join(' ', grep { /(?![A-Za-z "',.?-])[\x00-\x7F]/ } @titles[ 0 .. $#fallbacks ]), '', "$encoding: plain text gains no markup character");
	psql($db, 'SELECT parse_article(p)::text IS NULL, article_metadata(p)::text IS NULL, html_text(p) IS NULL, (SELECT count(*) FROM article_blocks(p)) '
			. "FROM (VALUES ('\\x" . unpack('H*', encode_utf8($pages[-1])) . "'::bytea)) AS v (p)");
}

done_testing();
