# HostilePage: pages that try to break out of the views of a page: randomly nested block and inline
# elements, attributes in all kinds of quotes, characters that small encodings replace, and attempts
# to run something.  The same seed gives the same pages.
package HostilePage;

use strict;
use warnings;
use utf8;
use Exporter 'import';

our @EXPORT_OK = qw(hostile_pages);

my @words = qw(le conseil a voté la construction du ponton de bois au pied de halle œuvre 1re 10 % l’été cœur);
my @odd = (split(//, q{<>&"'`=/\\-[](){}*_~#!|;:.,}), split(//, '‹›«»‘’‚‛“”„‟′″‶ʺˋ´＜＞＆＂＇｀〈〉•…–—™€‐‒−'), "\x{A0}", "\x{202F}", "\x{2009}", "\x{AD}", "\x{200B}", "\x{FEFF}", "\x{202E}",
	"\x{85}", "\x{91}", "\x{2028}", "\x{FFFE}", "\x{1F600}", "\x01", "\x0B", "\x0C", "\r", "\n", "\t");
my @attempts = (
	'<img src=x onerror=alert(1)>', '‹img src=x onerror=alert(1)›', '＜script＞alert(1)＜/script＞', '<script>alert(1)</script>', '<svg onload=alert(1)>', '<math><mtext><style><img src=x onerror=alert(1)>',
	'&lt;img src=x onerror=alert(1)&gt;', '&#60;script&#62;alert(1)&#60;/script&#62;', '&amp;lt;b&amp;gt;', '&#x2039;b&#x203A;', '" onclick="alert(1)', '” onclick=”alert(1)', "' onclick='alert(1)",
	'<iframe srcdoc="<script>alert(1)</script>">', '<a href="javascript:alert(1)">x</a>', '<a href="java&#9;script:alert(1)">x</a>', '<a href=//b.example/‹b›?“=”>x</a>', '<base href=javascript:x>',
	']]>', '<![CDATA[<b>]]>', '<!-- -- -->', '<!-->', '--!>', '<?xml version="1.0"?>', '<!DOCTYPE html>', '</td></tr></table>', '</p>', '</li>', '</a>', '</title>', '<plaintext', '<br><br>', '<hr>', '<wbr>',
	'&nbsp;', '&copy', '&notit;', '&#0;', '&#1;', '&#128;', '&#xD800;', '&#xFFFF;', '&#x110000;', '<o:p>x</o:p>', '<x-é>y</x-é>', '<b/>', '</>', '<>', '<1>');
my @inline = qw(a abbr b cite code del em i ins kbd mark q s samp small span strong sub sup time u var font label button ruby rt svg math);
my @blocks = qw(p p p div ul ol li dl dt dd blockquote pre table tr td th caption figure figcaption h1 h2 h3 h6 section details form select center);
my %inside = (ul => 'li', ol => 'li', dl => 'dd', table => 'tr', tr => 'td', figure => 'figcaption');
my @names = (qw(href href title title lang start datetime colspan class id style onclick src alt name xmlns xml:lang xlink:href is), '"', "'", '<', 'é', 'x:y', '‹', '1', '=');

sub pick { return $_[ int rand @_ ] }

sub text
{
	return join '', map { my $r = rand; ($r < 0.6 ? pick(@words) : $r < 0.8 ? pick(@odd) : pick(@attempts)) . pick(' ', ' ', '') } 1 .. 1 + rand 6;
}

sub attributes
{
	return join '', map { my $quote = pick('"', "'", '', '`', '“', '"'); ' ' . pick(@names) . pick('=', '=', '=', ' = ', '') . $quote . pick('https://a.example/', 'fr', '2', '2020-01-01', '', '') . text() . $quote } 1 .. rand 4;
}

sub element
{
	my ($name, $content) = @_;
	return "<$name" . attributes() . pick('', '', '', '/', ' /', "\n") . '>' . $content . (rand() < 0.85 ? "</$name>" : '');
}

sub inline
{
	my ($depth) = @_;
	return join '', map { rand() < 0.7 || $depth > 3 ? text() : element(pick(@inline), inline($depth + 1)) } 1 .. 1 + rand 3;
}

sub block
{
	my ($depth) = @_;
	my $name = pick(@blocks);
	my $content = join '', map { rand() < 0.65 || $depth > 3 ? inline(0) : block($depth + 1) } 1 .. 1 + rand 3;
	$content = element($inside{$name}, $content) x (1 + rand 2) if $inside{$name} && rand() < 0.8;
	return element($name, $content);
}

sub hostile_pages
{
	my ($seed, $count) = @_;
	my $sentence = "<p>Le conseil a voté la construction d'un ponton de bois au pied de la halle, dit-on, et le maire, qui s'y connaît, s'en félicite.</p>";
	srand $seed;
	return map {
		my $picture = '<figure><img width=640 src="/p.jpg?' . pick(@odd) . '" alt=\'' . text() . '\'><figcaption>' . inline(0) . '</figcaption></figure>';
		"<meta charset=utf-8><title>T</title><article><h1>T</h1>$sentence" . join($sentence, map { block(0) } 1 .. 1 + rand 4) . pick('', $picture) . "$sentence$sentence</article>"
	} 1 .. $count;
}

1;
