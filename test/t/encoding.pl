# Databases with an encoding other than UTF-8: pages and rows are in the database's own encoding,
# and no character causes an error.
use strict;
use warnings;
use Test::More;
use ArticleTest;

$ENV{PGCLIENTENCODING} = 'UTF8';

my $latin1 = fresh_database('t_latin1', "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
is(psql($latin1, "SELECT article_title('<html lang=fr><h1>L''été à Nîmes</h1><p>Un mot.</p></html>')"), "L'été à Nîmes", 'LATIN1: text in and out');
is(psql($latin1, "SELECT article_title('<h1>\&OElig;uvre : l\&rsquo;\&eacute;t\&eacute; \&#8211; 5 \&euro; \&#x65E5;</h1><p>Un mot.</p>')"),
	"OEuvre : l'été - 5 EUR ?", 'LATIN1: characters that it lacks are replaced');
is(psql($latin1, "SELECT article_title('<h1>\&lsaquo;mot\&rsaquo; \&bull; \&ldquo;Lac\&trade;\&rdquo;</h1><p>Un mot.</p>')"), '«mot» · "LacTM"', 'LATIN1: but never by markup');
my $fallback = "'<p>L\&rsquo;\&eacute;t\&eacute; de \&lsaquo;img src=x onerror=alert(1)\&rsaquo;, <abbr title=\"x\&rdquo; onclick=\&rdquo;y\">HLM</abbr>, <code>a\&hellip;</code>, <b>\&oelig;uvre</b> et l<b>\&oelig;uvre</b> du conseil municipal, dit-on, et le maire s''en f\&eacute;licite.</p>'";
is(psql($latin1, "SELECT article_html($fallback)"),
	'<p>L&#x2019;été de &#x2039;img src=x onerror=alert(1)&#x203A;, <abbr title="x&#x201D; onclick=&#x201D;y">HLM</abbr>, <code>a&#x2026;</code>, <b>&#x153;uvre</b> et l<b>&#x153;uvre</b> du conseil municipal, dit-on, et le maire s\'en félicite.</p>' . "\n",
	'LATIN1: markup contains references instead');
is(psql($latin1, "SELECT article_markdown($fallback)"),
	'L&#x2019;été de &#x2039;img src=x onerror=alert(1)&#x203A;, HLM, `a&#x2026;`, **&#x153;uvre** et l&#x153;uvre du conseil municipal, dit-on, et le maire s\'en félicite.' . "\n",
	'LATIN1: Markdown too, without emphasis next to a reference if it could not be parsed back');
is(psql($latin1, "SELECT article_metadata('<meta name=\"a\" content=\"\&ldquo;b\&rdquo; \&lsaquo;\">') #>> '{meta,a}'"), '"b" «', 'LATIN1: jsonb is plain text');
is(psql($latin1, "SELECT article_title(convert_to('<h1>L''été</h1><p>Un mot.</p>', 'UTF8'))"), "L'été", 'LATIN1: UTF-8 bytes');
is(psql($latin1, "SELECT (parse_article('<meta charset=utf-8><h1>L''été</h1><p>Un mot.</p>')).title"), "L'été", 'LATIN1: the charset declared in text is ignored');
is(psql($latin1, "SELECT octet_length(article_title('<h1>\&eacute;\&eacute;</h1><p>Un mot.</p>'))"), 2, 'LATIN1: one byte per letter');
is( psql($latin1, "SELECT article_metadata('<meta name=\"clé\" content=\"\&eacute;t\&eacute;\"><script type=\"application/ld+json\">{\"\@type\":\"NewsArticle\",\"headline\":\"\\u00e9t\\u00e9\"}</script>') #>> '{meta,clé}'"),
	'été', 'LATIN1: jsonb');
is(psql($latin1, "SELECT bool_and(article_title(convert_from(decode(to_hex(i), 'hex'), 'LATIN1') || '<h1>a</h1><p>x</p>') IS NOT NULL) FROM generate_series(128, 255) AS i"),
	't', 'LATIN1: every byte');
is(psql($latin1, "SELECT title, tags, html FROM article_feed('<item><title>L\&rsquo;\&eacute;t\&eacute;</title><category>cl\&eacute;s \&#x65E5;</category><description>\&lt;p>L\&rsquo;\&eacute;t\&eacute;</description></item>')"),
	"L'été|{\"clés ?\"}|<p>L&#x2019;été", 'LATIN1: an entry of a feed, its HTML as markup');
is(psql($latin1, q{SELECT (a).title, (a).tags FROM parse_article_known('<p>Un mot.</p>', '{"title": "L''été", "tags": ["clés"]}') AS a}), "L'été|{clés}", 'LATIN1: what is known of a page');

is(psql($latin1, "SELECT (parse_article_with_rules('<h2 class=été>L''été</h2><h1>Nîmes</h1>', 'title: //*[\@class=''été'']')).title"), "L'été", 'LATIN1: rules are in the encoding of the database');

psql($latin1, "CREATE TABLE page (html text, words tsvector); INSERT INTO page VALUES ('<h1>a</h1>');");
like(psql_fails($latin1, "CALL article_backfill('page', 'html', 'words')"), qr/0A000: French text search .* requires a database with encoding UTF8/, 'LATIN1: the error is not recorded as a failure of a row');

is(psql($latin1, "CREATE TABLE news AS SELECT parse_article('<title>\&oelig;uvre</title><h1>\&oelig;uvre \&eacute;t\&eacute;</h1><p>x</p>') AS article; SELECT article_report('news', language => 'fr') ~ '<b>oeuvre été</b> <small>confiance'"), 't', 'LATIN1: a report');

is(psql($latin1, "SELECT french_exact('L''été à Nîmes', 'été à nîmes'), french_exact('L''ete', 'été'), french_query_exact('=\"l''été\"')"), "t|f|{l'été}", 'LATIN1: words as typed');
like(psql_fails($latin1, "SELECT * FROM article_kwic('été', 'été')"), qr/0A000: French text search .* requires a database with encoding UTF8/, 'LATIN1: contexts are for UTF-8');

my $win = fresh_database('t_win1252', "ENCODING 'WIN1252' LOCALE 'C' TEMPLATE template0");
is(psql($win, "SELECT article_title('<h1>L\&rsquo;\&oelig;uvre \&agrave; 5 \&euro; \&#x65E5;</h1><p>Un mot.</p>')"), "L’œuvre à 5 € ?", 'WIN1252: characters that it has are kept');

my $japanese = fresh_database('t_eucjp', "ENCODING 'EUC_JP' LOCALE 'C' TEMPLATE template0");
is(psql($japanese, "SELECT article_title('<html lang=ja><h1>日本の夏</h1><p>短い文。</p></html>')"), '日本の夏', 'EUC_JP: several bytes per character');
is(psql($japanese, "SELECT length(html_text('<p>' || repeat('日本の夏は暑い。', 3000) || '</p>'))"),
	24000, 'EUC_JP: text longer than one piece of a conversion');

my $ascii = fresh_database('t_ascii', "ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
{
	local $ENV{PGCLIENTENCODING} = 'SQL_ASCII';
	is(psql($ascii, "SELECT article_title('<h1>L''été</h1><p>Un mot.</p>')"), "L'été", 'SQL_ASCII: interpreted as UTF-8');
	is(psql($ascii, "SELECT article_title(E'<h1>caf\\xe9</h1><p>Un mot.</p>')"), "caf\x{EF}\x{BF}\x{BD}", 'SQL_ASCII: invalid UTF-8 is replaced');
	is(psql($ascii, "SELECT article_url('<h1>a</h1>', E'http://exemple.example/\\xe9')"), 'http://exemple.example/%EF%BF%BD', 'SQL_ASCII: in a URL too');
	is(psql($ascii, "SELECT french_query('simple', E'mot \\xe9t\\xff') IS NOT NULL"), 't', 'SQL_ASCII: in a query too');
}

# PostgreSQL cannot convert MULE_INTERNAL to UTF-8; PostgreSQL 19 has removed it.
SKIP: {
	skip 'no MULE_INTERNAL', 2 if psql('postgres', "SELECT pg_char_to_encoding('MULE_INTERNAL')") < 0;
	local $ENV{PGCLIENTENCODING} = 'SQL_ASCII';
	my $mule = fresh_database('t_mule', "ENCODING 'MULE_INTERNAL' LOCALE 'C' TEMPLATE template0");
	like(psql_fails($mule, "SELECT article_title('<h1>Titre</h1>')"), qr/0A000: cannot convert text from encoding "MULE_INTERNAL" to "UTF8".*^HINT: /ms, 'MULE_INTERNAL: an error, with a hint');
	like(psql_fails($mule, "SELECT article_title('<h1>Titre</h1>'::bytea)"), qr/0A000: cannot convert text from encoding "UTF8" to "MULE_INTERNAL"/, 'MULE_INTERNAL: in both directions');
}

done_testing();
