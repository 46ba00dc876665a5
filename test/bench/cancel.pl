#!/usr/bin/env perl
# How long a query takes to stop after it is cancelled: every function of the extension over large inputs
# of several shapes, with statement_timeout at moments spread over the whole call.
#
#   tools/with-server.sh test/bench/cancel.pl [FUNCTION [SHAPE]]     (regular expressions)
#
#   ARTICLE_CANCEL_MB=20       size of an input, in millions of bytes
#   ARTICLE_CANCEL_POINTS=12   moments per call
#   ARTICLE_CANCEL_LIMIT=100   milliseconds: what is later is tried twice more, and the earliest counts,
#                              because a busy machine makes anything late; "!" where it stays so
#
# Prints the seconds of a whole call, and the latest stop in milliseconds with the moment of its request.
use strict;
use warnings;
use lib 'test/t/lib';
use ArticleTest;

my $bytes = 1_000_000 * ($ENV{ARTICLE_CANCEL_MB} || 20);
my $points = $ENV{ARTICLE_CANCEL_POINTS} || 12;
my $limit = $ENV{ARTICLE_CANCEL_LIMIT} || 100;
my $cancelled = '57014';
my $longest = 30; # seconds: of a longer call, only this much is tried
my ($only_function, $only_shape) = map { defined $_ ? qr/$_/ : qr// } @ARGV[ 0, 1 ];

# The parts of a page: a unit that is repeated, what is before it and after it.
my @pages = (
	[ words => "L'été, les élèves jouent ; ", '<p>', '</p>' ],
	[ letters => 'a', '<p>', '</p>' ],
	[ blocks => "<p>Le conseil a voté la construction d'un ponton de bois.</p>\n" ],
	[ links => qq{<a href="/actualite/article-12345.html">Le conseil a voté la construction</a> } ],
	[ headings => '<h2>Le conseil a voté</h2><p>Il faisait beau ce jour-là.</p>' ],
	[ images => '<figure><img src="/i.jpg" width=640 alt="un pont"><figcaption>Le pont. Photo Anne Dupont</figcaption></figure>' ],
	[ lists => '<ul><li>un<li><a href="/a">deux</a></ul>' ],
	[ table => '<tr><td>un<td>deux</tr>', '<table>', '</table>' ],
	[ nesting => '<div>' ],
	[ inline => '<b>a</b><i>b</i> ' ],
	[ dates => 'Publié le 28/12/2017 à 13h54. ', '<p>', '</p>' ],
	[ dated_blocks => '<p class="date">le jeudi 21 décembre 2017 à 9 h</p>' ],
	[ bylines => '<p class="author">Par Anne Dupont et Marc Martin, envoyé spécial</p>' ],
	[ json_ld => '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Un titre","datePublished":"2017-12-28","author":{"name":"Anne Dupont"}}</script>' ],
	[ json_text => 'Le conseil a voté. ', '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"', '"}</script>' ],
	[ json_list => '{"@type":"Person","name":"Anne Dupont"},', '<script type="application/ld+json">[', '1]</script>' ],
	[ metas => '<meta property="article:tag" content="pêche">' ],
	[ microdata => '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Anne Dupont</b></span>' ],
	[ entities => '&eacute;&amp;&#233;' ],
	[ attributes => ' a="b"', '<p', '>x</p>' ],
	[ attribute => 'x ', '<p class="', '">x</p>' ],
	[ script => 'var a = "b"; ', '<script>', '</script>' ],
	[ twice => "l'\xC3\x83\xC2\xA9t\xC3\x83\xC2\xA9 ", '<p>', '</p>' ],
	[ soup => '<div class="a"><p>mot <a href="/x?y=1&amp;z=2">lien</a> &eacute; <b><i>x</p></div></b>' ],
	[ windows_1252 => "<p>L'\xE9t\xE9, les \xE9l\xE8ves jouent.</p>", "<meta charset=windows-1252>", '', 'bytea' ],
	[ utf_16 => "<p>L'\xC3\xA9t\xC3\xA9</p>", '', '', 'utf16' ],
	[ gb18030 => "<p>\xD6\xD0\xB9\xFA</p>", '<meta charset=gb18030>', '', 'bytea' ],
	[ iso_2022 => "<p>\e\$B\$3\$l\e(B</p>", '<meta charset=iso-2022-jp>', '', 'bytea' ],
	[ broken_utf8 => "<p>\xE9 \xC3\xA9</p>", '<meta charset=utf-8>', '', 'bytea' ],
	[ nothing => "\xE9\xE8", '', '', 'bytea' ],
);

my @texts = (
	[ words => "L'été, les élèves jouent ; " ],
	[ capitals => 'ÉTÉ ' ],
	[ letters => 'a' ],
	[ spaces => ' ' ],
	[ marks => "e\xCC\x81" ],
	[ one_segment => "\xCC\x81" ],
	[ long_ligature => "\xEF\xB7\xBA" ],
	[ joiners => "\xE2\x80\x8D" ],
	[ dropped => "\xC2\xAD" ],
	[ hangul => "\xE1\x84\x80\xE1\x85\xA1" ],
	[ numbers => '1 500 ' ],
	[ hyphens => 'a-' ],
	[ inclusive => 'étudiant·e·s ' ],
	[ addresses => 'www.exemple.fr/a?b=c anne@exemple.fr ' ],
	[ distinct => undef ],
);

my @feeds = (
	[ entries => "<item><title>L'été</title><link>/a</link><author>Anne Dupont</author><pubDate>Thu, 28 Dec 2017 13:54:00 +0100</pubDate><category>Mer</category></item>", '<rss>' ],
	[ text => 'La mer monte &amp; le port attend. ', '<rss><item><description>' ],
	[ escaped => '&lt;p>La mer <a href="b">monte</a>&lt;/p>', '<rss><item><description>' ],
	[ cdata => '<p>La mer <a href="b">monte</a></p>', '<rss><item><description><![CDATA[' ],
	[ xhtml => '<p>La mer <a href="b"/>monte</p>', '<feed><entry><content type="xhtml">' ],
	[ ampersands => '&', '<rss><item><description>' ],
	[ unclosed => '<a>', '<rss><item>' ],
	[ sitemap => '<url><loc>https://exemple.example/a</loc></url>', '<urlset>' ],
	[ json_feed => '{"id": 1, "title": "L\u00e9t\u00e9"},', '{"version": "https://jsonfeed.org/version/1", "items": [' ],
	[ json_string => 'L\u00e9t\u00e9 ', '{"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "' ],
);

my @page_functions = (
	'parse_article(x)', 'article_html(x)', 'article_markdown(x)', 'article_tei(x)', 'article_explain(x)', 'article_metadata(x)', 'html_text(x)',
	'(SELECT count(*) FROM article_blocks(x))', '(SELECT count(*) FROM article_links(x))',
	'(SELECT count(*) FROM article_images(x))', '(SELECT count(*) FROM article_dates(x))', q{parse_article_known(x, '{"title": "Un titre"}')});
my @feed_functions = ('(SELECT count(*) FROM article_feed(x))');
my @text_functions = (
	'french_normalize(x)', 'french_fold(x)', 'french_slug(x)', q{to_tsvector('article_french', x)},
	'french_query(x)', 'french_query_any(x)', q{ts_headline('article_french', x, french_query('un mot'))},
	q{article_tsvector(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', x)))},
	q{(SELECT article_corpus_stat(to_tsvector('simple', w)) FROM string_to_table(left(x, 4000000), ' ') AS w)});

sub quoted
{
	my ($text) = @_;
	return "convert_from('\\x" . unpack('H*', $text) . "', 'UTF8')";
}

# SQL for an input of about the given number of bytes.
sub input
{
	my ($unit, $before, $after, $kind) = @_;
	return "(SELECT string_agg('mot' || i || 'x', ' ') FROM generate_series(1, " . int($bytes / 10) . ') AS i)' unless defined $unit;
	my $times = int($bytes / length($unit));
	if (($kind || '') eq 'bytea')
	{
		my ($u, $b, $a) = map { "'" . unpack('H*', $_) . "'" } $unit, $before, $after;
		return "decode($b || repeat($u, $times) || $a, 'hex')";
	}
	if (($kind || '') eq 'utf16')
	{
		my $wide = join '', map { sprintf '%02x00', ord } split //, $unit;
		return "decode('fffe' || repeat('$wide', $times / 2), 'hex')";
	}
	return join ' || ', quoted($before || ''), 'repeat(' . quoted($unit) . ", $times)", quoted($after || '');
}

# Runs a call with timeouts (ms); returns for each the ms it took, and its SQLSTATE.
sub stops
{
	my ($db, $table, $shape, $call, @timeouts) = @_;
	my $sql = "\\set ON_ERROR_STOP off\n";
	for my $timeout (@timeouts)
	{
		$sql .= "SELECT clock_timestamp() AS start \\gset\nSET statement_timeout = $timeout;\n"
			. "SELECT $call IS NULL FROM $table WHERE shape = '$shape';\n"
			. "\\set state :SQLSTATE\nSET statement_timeout = 0;\n"
			. "SELECT 'after ' || (extract(epoch FROM clock_timestamp() - :'start') * 1000)::numeric(10, 1) || ' ' || :'state';\n";
	}
	my @found;
	my $output = psql($db, $sql);
	push @found, [ $1, $2 ] while $output =~ /^after ([\d.]+) (\w+)$/mg;
	return @found;
}

sub measure
{
	my ($db, $table, $shape, $call) = @_;
	my ($whole) = stops($db, $table, $shape, $call, $longest * 1000);
	my $late = 0;
	my $when = 0;

	return sprintf '%8.2f  SQLSTATE %s', $whole->[0] / 1000, $whole->[1] if $whole->[1] !~ /^(00000|$cancelled)$/;
	my @timeouts = grep { $_ > 0 } map { int($whole->[0] * ($_ - rand) / $points) } 1 .. $points;
	my @first = stops($db, $table, $shape, $call, @timeouts);
	for my $i (0 .. $#timeouts)
	{
		next if $first[$i][1] ne $cancelled;
		my $least = $first[$i][0] - $timeouts[$i];
		if ($least > $limit)
		{
			for my $again (stops($db, $table, $shape, $call, ($timeouts[$i]) x 2))
			{
				$least = $again->[0] - $timeouts[$i] if $again->[1] eq $cancelled && $again->[0] - $timeouts[$i] < $least;
			}
		}
		($late, $when) = ($least, $timeouts[$i]) if $least > $late;
	}
	return sprintf '%8.2f %8.0f at %.2f%s', $whole->[0] / 1000, $late, $when / 1000, $late > $limit ? ' !' : '';
}

my $db = fresh_database('t_bench_cancel');
psql($db, "CREATE TABLE page (shape text, x text); ALTER TABLE page ALTER x SET STORAGE EXTERNAL;
CREATE TABLE bytes (shape text, x bytea); ALTER TABLE bytes ALTER x SET STORAGE EXTERNAL;
CREATE TABLE story (shape text, x text); ALTER TABLE story ALTER x SET STORAGE EXTERNAL;");
$| = 1;
printf "%-62s %-14s %8s %8s\n", 'function', 'shape', 'seconds', 'late ms';
for my $set ([ 0, \@pages, \@page_functions ], [ 0, \@feeds, \@feed_functions ], [ 1, \@texts, \@text_functions ])
{
	my ($plain, $shapes, $functions) = @{$set};
	for my $shape (@{$shapes})
	{
		my ($name, @parts) = @{$shape};
		my $table = $plain ? 'story' : defined $parts[3] ? 'bytes' : 'page';
		my @calls = grep { $_ =~ $only_function } @{$functions};
		next if $name !~ $only_shape || !@calls;
		psql($db, "INSERT INTO $table VALUES ('$name', @{[ input(@parts) ]});");
		for my $call (@calls)
		{
			printf "%-62.62s %-14s %s\n", $call, $name, measure($db, $table, $name, $call);
		}
		psql($db, "TRUNCATE $table;");
	}
}
psql('postgres', "DROP DATABASE $db;");
