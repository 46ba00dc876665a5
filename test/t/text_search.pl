# Text search: indexes survive dump and restore, ordinary users create their own configurations,
# and a database with an encoding other than UTF-8 raises an error.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my $db = fresh_database('t_search');
my $copy = 't_search_copy';

psql($db, <<'SQL');
CREATE TEXT SEARCH CONFIGURATION my_french (COPY = article_french);
CREATE TEXT SEARCH DICTIONARY my_number (TEMPLATE = article_french, kind = 'number');
ALTER TEXT SEARCH CONFIGURATION my_french ALTER MAPPING FOR number WITH my_number;
ALTER TEXT SEARCH CONFIGURATION my_french DROP MAPPING FOR hashtag;
CREATE TABLE news (
    id int PRIMARY KEY,
    body text,
    words tsvector GENERATED ALWAYS AS (to_tsvector('article_french', body)) STORED
);
INSERT INTO news (id, body)
SELECT i, format('Dépêche n° %s : l’été %s à Saint-Étienne, %s étudiant·e·s #Rentrée', i, 1900 + i, i * 1000) FROM generate_series(1, 100) AS i;
CREATE INDEX news_words ON news USING gin (words);
CREATE INDEX news_body ON news USING gin (to_tsvector('article_french', body));
CREATE INDEX news_mine ON news USING gin (to_tsvector('my_french', body));
SQL

my $questions = <<'SQL';
SET enable_seqscan = off;
SELECT string_agg(id::text, ',' ORDER BY id) FROM news WHERE words @@ plainto_tsquery('article_french', '1977');
SELECT string_agg(id::text, ',' ORDER BY id) FROM news WHERE to_tsvector('article_french', body) @@ plainto_tsquery('article_french', '77 000 etudiants');
SELECT count(*) FROM news WHERE to_tsvector('my_french', body) @@ plainto_tsquery('my_french', 'st étienne');
SELECT count(*) FROM news WHERE to_tsvector('my_french', body) @@ '''#rentrée'''::tsquery;
SELECT md5(string_agg(words::text, ',' ORDER BY id)) FROM news;
SQL
my $before = psql($db, $questions);
like($before, qr/\A77\n77\n100\n0\n/, 'found by index, with the configuration and with a modified copy of it');

my ($status, $dump) = run('', 'pg_dump', '-d', $db);
is($status, 0, 'pg_dump');
psql('postgres', "SET client_min_messages = error; DROP DATABASE IF EXISTS $copy;");
psql('postgres', "CREATE DATABASE $copy");
psql($copy, $dump);
is(psql($copy, $questions), $before, 'the same after the restore');

psql('postgres', <<'SQL');
SET client_min_messages = error;
DROP ROLE IF EXISTS article_searcher;
CREATE ROLE article_searcher LOGIN;
SQL
my @user = (arguments => [ '-U', 'article_searcher' ]);
psql($db, 'CREATE SCHEMA own AUTHORIZATION article_searcher');
is( psql($db, "SET search_path = own, public; CREATE TEXT SEARCH CONFIGURATION mine (COPY = public.article_french); ALTER TEXT SEARCH CONFIGURATION mine DROP MAPPING FOR number; SELECT to_tsvector('mine', '13h54 : 12 000')", @user),
	"'13h54':1", 'an ordinary user copies and modifies it');
is(psql($db, "SET search_path = pg_catalog; SELECT to_tsvector('public.article_french', '13h54')", @user), "'13h54':1", 'whatever the search path');
my $error = psql_fails($db, 'ALTER TEXT SEARCH CONFIGURATION article_french DROP MAPPING FOR number', @user);
like($error || '', qr/42501/, 'and cannot modify the shared one');
psql($db, 'DROP OWNED BY article_searcher');
psql('postgres', 'DROP ROLE article_searcher');

{
	local $ENV{PGCLIENTENCODING} = 'UTF8';
	my $latin1 = fresh_database('t_search_latin1', "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");

	$error = psql_fails($latin1, "SELECT to_tsvector('article_french', 'été')");
	like($error || '', qr/0A000.*requires a database with encoding UTF8.*LATIN1.*ENCODING 'UTF8'/s, 'LATIN1: the parser states which encoding it needs');
	$error = psql_fails($latin1, "SELECT ts_lexize('article_french', 'ete')");
	like($error || '', qr/0A000/, 'LATIN1: so does a dictionary');
	like(psql_fails($latin1, "SELECT french_tsvector('ete')"), qr/0A000.*requires a database with encoding UTF8/, 'LATIN1: so does french_tsvector');
	is(psql($latin1, "SELECT article_title('<h1>Un titre</h1>')"), 'Un titre', 'LATIN1: the rest of the extension works');
}

is( psql($db, "SELECT count(*) FROM news WHERE ts_headline('article_french', body, plainto_tsquery('article_french', 'ete')) LIKE '%l’<b>été</b>%'"),
	100, 'headlines');

done_testing();
