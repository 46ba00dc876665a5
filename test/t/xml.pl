# article together with the xml type, xpath() and contrib/xml2 in one backend: they give the same
# results as without article, before, between and after its calls, including errors and broken
# pages; and so does article.
use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use ArticleTest;

my $db = fresh_database('t_xml');
my $has_xml = psql($db, q{SELECT count(*) FROM pg_catalog.pg_proc WHERE proname = 'xpath'});
my $works = psql($db, "\\set ON_ERROR_STOP off\n\\set VERBOSITY sqlstate\nSELECT '<a/>'::xml IS NOT NULL;");
plan skip_all => 'this server was built without libxml2' if $works !~ /^t$/m;
my $has_xslt = psql($db, q{SELECT count(*) FROM pg_available_extensions WHERE name = 'xml2'});
psql($db, 'CREATE EXTENSION xml2') if $has_xslt;

my @xml = (
	q{SELECT xpath('//b/text()', '<a><b>un</b><b>d&#233;ux</b></a>')},
	q{SELECT '<a>'::xml}, # an error, with libxml2's own message
	q{SELECT xmlparse(DOCUMENT '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>')},
	q{SELECT xml_is_well_formed_document('<a><b></a>'), xml_is_well_formed('<a>&lt;</a>')},
	q{SELECT xpath('//', '<a/>')}, # an error of XPath
	q{SELECT xpath('//x:b', '<a xmlns:x="urn:x"><x:b>un</x:b></a>', ARRAY[ARRAY['x', 'urn:x']])},
	q{SELECT * FROM xmltable('/r/i' PASSING '<r><i n="1">a</i><i n="2">b</i></r>' COLUMNS n int PATH '@n', t text PATH '.')},
	q{SELECT xmlserialize(CONTENT xmlelement(NAME a, xmlattributes('<&"' AS b), 'été') AS text)});
push @xml, (
	q{SELECT xpath_string('<a><b>un</b></a>', '/a/b')}, q{SELECT xpath_string('<a', '/a')},
	q{SELECT xslt_process('<a><b>un</b></a>', '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><c><xsl:value-of select="/a/b"/></c></xsl:template></xsl:stylesheet>')},
	q{SELECT xslt_process('<a/>', '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:import href="file:///etc/passwd"/></xsl:stylesheet>')}
) if $has_xslt;

my @pages = (
	q{SELECT md5(parse_article('<h1>Un titre</h1><p>Un mot &eacute; &nbsp; <b>d<i>eux</b></p>')::text)},
	q{SELECT md5(parse_article('<p <<a <b></ <!-- <!DOCTYPE [<!ENTITY x SYSTEM "file:///etc/passwd">]> &x; &#0; &#xD800;')::text)},
	q{SELECT md5(parse_article(decode('fffe3c0068003100', 'hex'))::text)},
	q{SELECT parse_article('<p>x</p>', NULL, NULL, 'Europe/Atlantide')},
	q{SELECT md5(article_html(repeat('<div><p>x', 1000)))},
	q~SELECT md5(article_metadata('<script type="application/ld+json">{"a": [1, </script>')::text)~,
	q{SELECT html_xml('<p a<b=1>un <![CDATA[x]]> &foo;')},
	q{SELECT * FROM html_xpath('<p class=a>un<p>deux', '//p[@class="a"]/text() | //p[2]')},
	q{SELECT * FROM html_xpath('<p>x', '//p[nofunction()]')}, q{SELECT * FROM html_xpath('<p>x', '//p[')},
	q{SELECT * FROM html_xpath(repeat('<p>x', 5000), '//*[//*[//*]]')}, # ends in the middle
	q{SELECT * FROM html_select('<p class=a>un<p>deux', 'p:not(.a)')});

# Returns the results of statements in one session: the rows or the error of each.
sub answers
{
	my $sql = join '', map { "\\echo >>\n$_;\n\\if :ERROR\n\\echo :SQLSTATE :LAST_ERROR_MESSAGE\n\\endif\n" } @_;
	my (undef, $output) = run($sql, 'sh', '-c', "exec psql -X -q -A -t -d $db 2>/dev/null");
	my (undef, @found) = split /^>>\n/m, "$output\n";
	chomp @found;
	return @found;
}

my @alone = answers(@xml);
my @pages_alone = answers(@pages);
my @mixed;
for my $round (0 .. 2)
{
	for my $i (0 .. $#xml)
	{
		push @mixed, [ x => $i ], [ p => ($i + $round) % @pages ];
	}
}
my @found = answers(map { $_->[0] eq 'x' ? $xml[ $_->[1] ] : $pages[ $_->[1] ] } @mixed);
is(scalar @found, scalar @mixed, 'every statement has a result');
my (%xml_wrong, %page_wrong);
for my $i (0 .. $#mixed)
{
	my ($kind, $which) = @{ $mixed[$i] };
	$xml_wrong{$which} = $found[$i] if $kind eq 'x' && $found[$i] ne $alone[$which];
	$page_wrong{$which} = $found[$i] if $kind eq 'p' && $found[$i] ne $pages_alone[$which];
}
is($xml_wrong{$_}, undef, "as without article: $xml[$_]") for 0 .. $#xml;
is($page_wrong{$_}, undef, "as without xml: $pages[$_]") for 0 .. $#pages;
like($alone[1], qr/^2200N invalid XML content/, 'errors are compared too');
like($pages_alone[3], qr/^22023/, 'for article as well');

# The result of article_html is XML content, whatever the page contains: xpath() can parse it
# without any repair.
my $words = "Le conseil a voté la construction d''un ponton de bois au pied de la halle, dit-on, et le maire, qui s''y connaît, s''en félicite.";
my $with = sub { my ($piece) = @_; return "('<title>T</title><h1>T</h1><p>$words</p>' || $piece || '<p>$words</p>')" };
my @hostile = (
	q{'<p>un<br>deux<hr>trois<wbr></p><img src=/a.jpg width=640 alt=x><figure><img src=/b.jpg width=640><figcaption>Le <br> pont</figcaption></figure>'},
	q{'<p>&nbsp;&euro;&foo;&#0;&#1;&#128;&#xD800;&#xFFFE;&#xFFFF;&#x110000; ]]> a' || chr(1) || chr(127) || chr(133) || chr(65534) || '</p>'},
	q{'<p a=1 a=2 "=3 <=4 x:y=5 xmlns="urn:x" 1=6 é=7 lang=fr lang=de onclick=8>un <a href=/a HREF=/b title=t>lien</a> <b <i>gras</b></p>'},
	q{'<p>a<!-- b -- c --> d<!-- -- ><b>e<?php f ?>g<!DOCTYPE h [<!ENTITY i "j">]>&i;<![CDATA[k]]></p>'},
	q{'<ul><li>a<ol start=007><li>b</ul><dl><dd>c<dt>d<blockquote>e</dl><table><tr>f<td colspan=2>g<th>h<tr><td>i<td>j<table><tr><td>k<td>l</table></table><div><tr><td>m<td>n</div>'},
	q{'<p><abbr title=''"&quot;<&amp;&#1;&#xFFFE;&#10;''>HLM</abbr> <time datetime="2020-01-01T10:00">hier</time> <o:p>un</o:p> <x-y>deux</x-y> <svg:g>trois</svg:g></p>'});
for my $page (@hostile)
{
	my $answer = psql($db, "SELECT xmlserialize(CONTENT (xpath('//p', ('<div>' || article_html(" . $with->($page) . ", 'https://a.example/') || '</div>')::xml))[1] AS text)");
	like($answer, qr{^<p>Le conseil a voté .*</p>$}, "XML content: $page");
}

# article_tei of every sample page, from the page and from a column, against the schema.
SKIP:
{
	skip 'no xmllint', 2 if system('command -v xmllint > /dev/null') != 0;
	my $folder = tempdir(CLEANUP => 1);
	psql($db, '\i seeds/load.sql');
	for my $call ('article_tei(html, url, fetched_at, time_zone, content_type)', 'article_tei(parse_article(html, url, fetched_at, time_zone, content_type), time_zone)')
	{
		my @documents = split /^=====CUT=====\n?/m, psql($db, "SELECT $call || E'\n=====CUT=====' FROM page ORDER BY name");
		my @files = map { "$folder/$_.xml" } 0 .. $#documents;
		for my $i (0 .. $#documents)
		{
			open my $file, '>', $files[$i] or die $!;
			print {$file} $documents[$i];
			close $file;
		}
		my $said = `xmllint --nonet --noout --relaxng test/tei/article.rng @files 2>&1`;
		is(join('', grep { !/ validates$/ } split /^/, $said), '', @documents . " valid documents: $call");
	}
}

done_testing();
