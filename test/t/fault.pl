# Out of memory at every allocation of a call: SQLSTATE 53200 or the correct result, never another
# one; nothing leaks, and the next call works.  test/fault/fault.c makes the allocations fail.
use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use ArticleTest;

my $directory = tempdir(CLEANUP => 1);
chmod 0755, $directory;
my $include = `$ENV{PG_CONFIG} --includedir-server`;
chomp $include;
my ($status, $output) = run('', $ENV{CC} || 'cc', '-D_GNU_SOURCE', '-std=gnu99', '-shared', '-fPIC', '-Wall', '-Werror',
	'-isystem', $include, '-o', "$directory/fault.so", 'test/fault/fault.c');
plan skip_all => "no module for faults on this platform: $output" if $status != 0;

my $db = fresh_database('t_fault');
psql($db, <<"SQL");
CREATE FUNCTION fault_arm(text, bigint) RETURNS void LANGUAGE c AS '$directory/fault.so';
CREATE FUNCTION fault_disarm() RETURNS bigint LANGUAGE c AS '$directory/fault.so';

-- Calls an expression until no allocation of it is left to fail.
CREATE FUNCTION fault_all(kind text, call text, OUT faults int, OUT raised int, OUT wrong text)
LANGUAGE plpgsql AS \$\$
DECLARE
	query text := 'SELECT md5((' || call || ')::text)';
	expected text;
	answer text;
	seen bigint;
BEGIN
	EXECUTE query INTO expected;
	faults := 0;
	raised := 0;
	LOOP
		PERFORM article_title('<h1>Une autre page</h1>'); -- the one kept is this one
		BEGIN
			PERFORM fault_arm(kind, faults + 1);
			EXECUTE query INTO answer;
			seen := fault_disarm();
			IF answer IS DISTINCT FROM expected THEN
				wrong := concat_ws(', ', wrong, format('%s: another answer', faults + 1));
			END IF;
			EXIT WHEN seen <= faults;
		EXCEPTION WHEN OTHERS THEN
			PERFORM fault_disarm();
			raised := raised + 1;
			IF SQLSTATE <> '53200' THEN
				wrong := concat_ws(', ', wrong, format('%s: %s %s', faults + 1, SQLSTATE, SQLERRM));
			END IF;
		END;
		faults := faults + 1;
	END LOOP;
	EXECUTE query INTO answer;
	IF answer IS DISTINCT FROM expected THEN
		wrong := concat_ws(', ', wrong, 'another answer afterwards');
	END IF;
END \$\$;

CREATE TABLE page AS
SELECT h AS html, convert_to(h, 'WIN1252') AS bytes,
       '<meta charset=gb18030><h1>'::bytea || decode(repeat('d6d0b9fa', 200), 'hex') AS chinese,
       '<h1>'::bytea || decode(repeat('8b74954883898393', 40), 'hex') AS unknown
  FROM (SELECT '<html lang="fr"><meta charset="windows-1252"><title>Page 1 - Le Site</title><meta name="author" content="Anne Dupont">'
            || '<script type="application/ld+json">{"\@type":"NewsArticle","headline":"Page","author":[{"name":"Anne Dupont"}]}</script>'
            || '<link rel="canonical" href="https://café.example/a"><h1>Page 1</h1><p>Par Anne Dupont, le 28/12/2017 à 13h54</p>'
            || string_agg('<p>Un paragraphe assez long pour compter, le numéro ' || i || ', avec une <a href="/a' || i || '">suite</a>.</p>'
                       || '<figure><img src="/i' || i || '.jpg" width=640 alt="x"><figcaption>Le pont</figcaption></figure>', '')
            || '<ul>' || string_agg('<li><a href="/b' || i || '">Les exportateurs comptent sur le numéro ' || i || '</a>', '') || '</ul>' AS h
          FROM generate_series(1, 20) AS i) AS p;
CREATE TABLE story AS SELECT string_agg('L''été dernier, les élèves du lycée ont joué ; e' || chr(769) || ' ', '') AS body FROM generate_series(1, 4000) AS i;
CREATE TABLE parsed AS SELECT html, parse_article(html) AS article FROM page;
CREATE TABLE spoken AS SELECT '« Le pont a coûté trois millions », a dit le maire Paul Martin mardi. Anne Dupont affirme que 20 bateaux y passent depuis le 3 mars 2019. « Et demain ? », demande-t-elle.' AS said;
CREATE TABLE corpus OF article_corpus_term;
CREATE TABLE site_rules AS SELECT 'a.example' AS host, 'title: //h1' AS rules;
CREATE TABLE indexed AS SELECT to_tsvector('article_french', 'le pont de bois numéro ' || i) AS words FROM generate_series(1, 50) AS i;
CALL article_corpus_refresh('corpus', 'indexed', 'words');
CREATE TABLE forms OF article_corpus_form;
INSERT INTO forms SELECT 'gouvernement', 'gouvernement', 9, article_form_keys('gouvernement', 'gouvernement');
SQL

my @calls = (
	'SELECT parse_article(html) FROM page', 'SELECT parse_article(bytes) FROM page', 'SELECT parse_article(chinese) FROM page',
	'SELECT parse_article(unknown) FROM page', 'SELECT html_text(html) FROM page', 'SELECT article_html(html) FROM page',
	'SELECT article_markdown(html) FROM page', 'SELECT article_tei(html) FROM page', 'SELECT article_tei(parse_article(html)) FROM page', 'SELECT article_explain(html) FROM page', q{SELECT article_explain_in(html, 'fr', rules => 'body: //body') FROM page}, 'SELECT article_metadata(html) FROM page',
	(map { "SELECT string_agg(r::text, '') FROM page, $_(html) AS r" } qw(article_blocks article_links article_related article_images article_dates)),
	(map { ("SELECT $_(body) FROM story", "SELECT $_('L''été')") } qw(french_normalize french_fold french_slug)),
	(map { "SELECT string_agg(r::text, '') FROM page, $_ AS r" } q{html_xpath(html, '//p[a]')}, q{html_select(html, 'p:has(a)')}),
	q{SELECT parse_article_with_rules(html, E'title: //h1\nbody: //body\nstrip: //figure\nstrip_id_or_class: a\nwrap_in(em): //p/a\nreplace_string(pont): quai\nauthor: string(//p)') FROM page},
	q{SELECT string_agg(r::text, '') FROM article_rules_check(E'title: //h1[\nx: y\nbody: //p\nstrip: //re:p[x()]') AS r},
	q{SELECT string_agg(r::text, '') FROM page, article_blocks_with_rules(html, E'body: //body\nstrip: //figure') AS r}, q{SELECT article_rules_for('https://a.example/b', 'site_rules')},
	'SELECT html_xml(html) FROM page', q{SELECT html_xpath(html, 'concat(//h1, string(//p))') FROM page},
	'SELECT article_minhash(body) FROM story', 'SELECT article_similarity(body, body) FROM story', q{SELECT article_url_key('https://www.été.example/a/?utm_source=b')},
	q{SELECT parse_article_known(html, '{"title": "Page 1", "authors": ["Anne Dupont"], "published_at": "2017-12-28", "tags": ["mer"], "url": "https://café.example/a"}') FROM page},
	q{SELECT string_agg(f::text, '') FROM page, article_feed('<rss><item><title>L&eacute;t&eacute;</title><link>https://café.example/a</link><author>Anne Dupont</author><category>Mer</category><pubDate>Sat, 03 Feb 2024 08:15:00 +0100</pubDate><enclosure url="/a.mp3"/><rights>x</rights><description><![CDATA[' || html, 'https://café.example/') AS f},
	q{SELECT string_agg(f::text, '') FROM article_feed('{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1, "title": "L\\u00e9t\\u00e9", "content_text": "La mer", "tags": ["mer"]}]}') AS f},
	'SELECT article_agency(parse_article(html)) FROM page', q{SELECT article_report('parsed', html_column => 'html')},
	(map { "SELECT string_agg(r::text, '') FROM spoken, $_ AS r" } 'french_numbers(said)', "french_dates(said, '2020-07-02')", 'french_sentences(said)', 'french_quotes(said, true)'),
	(map { "SELECT string_agg(r::text, '') FROM spoken, $_(parse_article('<h1>Titre</h1><p>' || said || '</p>')) AS r" } qw(article_names article_quotes article_dates_in)),
	q{SELECT row(french_number('trois millions'), french_date('le 3 mars', '2020-07-02'), french_phonetic(said), french_name_key('Anne Zakharova'), french_same_name('Anne Zakharova', 'Zahkharova')) FROM spoken},
	q{SELECT article_date_ranges(parse_article('<h1>Titre</h1><p>' || said || '</p>')) FROM spoken},
	q{SELECT to_tsvector('article_french', left(body, 300)) FROM story},
	q{SELECT ts_headline('article_french', left(body, 300), french_query('lycée')) FROM story},
	q{SELECT french_query('ambassadeur "13 h 54" -(lac OU "rendez-vous") ponto* PRES/3 port')},
	q{SELECT string_agg(r::text, '') FROM story, article_kwic(left(body, 3000), french_query('"élèves du lycée" OU été')) AS r},
	q{SELECT string_agg(r::text, '' ORDER BY r::text) FROM story, french_forms(left(body, 3000)) AS r}, q{SELECT article_form_keys('été', 'étés')},
	q{SELECT french_suggest('gouvernemant', 'forms')},
	q{SELECT french_exact(body, 'les élèves du collège') FROM story}, q{SELECT french_query_exact('="le pont" =lac')},
	q{SELECT french_query_keys(french_query('pont PRES/2 (lac OU bois) -mer'))}, q{SELECT french_query_keys('pont & bois', 'corpus')},
	'SELECT article_tsvector(parse_article(html)) FROM page', 'SELECT french_tsvector(left(body, 300)) FROM story',
	q{SELECT article_bm25(words, french_query('pont'), 'corpus') FROM indexed LIMIT 1},
	q{SELECT article_bm25_rank(article_bm25_document(words), french_query('pont'), 'corpus') FROM indexed LIMIT 1},
	'SELECT article_corpus_stat(words) FROM indexed');

# All in one session, so that state left by one call would affect the next.
sub faults
{
	my ($kind) = @_;
	return join "\n", map { my $call = $_; $call =~ s/'/''/g; "SELECT '$kind', faults, raised, wrong FROM fault_all('$kind', '$call');" } @calls;
}
my $total = backend_memory();
$output = psql($db, "SET client_min_messages = error; SET jit = off;\n" . faults('palloc') . "\n" . faults('malloc')
	. "\nSELECT 'first', ($total);\n" . faults('palloc') . "\n" . faults('malloc') . "\nSELECT 'second', ($total);\n");
my @lines = split /\n/, $output;
for my $kind (qw(palloc malloc))
{
	my @found = grep { /^$kind\|/ } @lines;
	for my $i (0 .. $#calls)
	{
		my (undef, $faults, $raised, $wrong) = split /\|/, $found[$i];
		is($wrong || '', '', "$kind: $calls[$i]: $faults faults, $raised errors");
		cmp_ok($raised, '>', 0, 'some of the faults raise errors') if $kind eq 'palloc';
	}
}
my ($first) = $output =~ /^first\|(\d+)$/m;
my ($second) = $output =~ /^second\|(\d+)$/m;
cmp_ok($second - $first, '<', 65_536, "memory contexts do not grow (bytes: $first, $second)");

# What the library allocates for libxml2.  It keeps what it compiled, so each fault is in a call site
# of its own.
my @own = grep { /html_xpath/ } @calls;
for my $call (@own)
{
	my $quoted = $call =~ s/'/''/gr;
	my (undef, $faults, $raised, $wrong) = split /\|/, psql($db, "SET client_min_messages = error; SELECT 'own', faults, raised, wrong FROM fault_all('own', '$quoted');");
	is($wrong || '', '', "own: $call: $faults faults, $raised errors");
	cmp_ok($raised, '>', 1, 'memory for the path and for its evaluation fails');
}

# What ICU allocates, each fault in a session of its own: ICU remembers what it could not set up.
# Its encoding detector is excluded, because ICU itself crashes there: our code checks beforehand
# that memory is available.
for my $call ('SELECT parse_article(html) FROM page', 'SELECT parse_article(bytes) FROM page', 'SELECT parse_article(chinese) FROM page')
{
	my $right = psql($db, "SELECT md5(($call)::text)");
	my ($faults, $wrong) = (0, '');
	for (;;)
	{
		$output = psql($db, "\\set ON_ERROR_STOP off\nSELECT fault_arm('icu', $faults + 1);\nSELECT md5(($call)::text);\n"
			. "SELECT 'seen', fault_disarm();\nSELECT md5(($call)::text);\n");
		my ($seen) = $output =~ /^seen\|(\d+)/m;
		last if !defined $seen || $seen <= $faults;
		$faults++;
		my @answers = $output =~ /^([0-9a-f]{32}|ERROR: .*)$/mg;
		$wrong .= "$faults: @answers; " if grep { $_ ne $right && !/53200/ } @answers;
	}
	is($wrong, '', "icu: $call: $faults faults");
	cmp_ok($faults, '>', 0, 'ICU is asked for memory');
}

done_testing();
