# ALTER TYPE on our row types: a type that a user has widened, narrowed or otherwise changed causes
# no crash.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my $db = fresh_database('t_widened');
my $page = q{'<h1>Un titre</h1><p>Un paragraphe de quelques mots.</p><div class="related"><a href="https://a.example/x">Un autre article</a></div>'};

psql($db, 'CREATE TABLE empty (article parsed_article)');
psql($db, 'ALTER TYPE parsed_article ADD ATTRIBUTE reviewed boolean, ADD ATTRIBUTE notes text CASCADE');
is(psql($db, "SELECT (parse_article($page)).title, (parse_article($page)).reviewed IS NULL, (parse_article($page)).notes IS NULL"),
	'Un titre|t|t', 'added attributes are NULL');
psql($db, 'ALTER TYPE parsed_article ' . join(', ', map { "ADD ATTRIBUTE more_$_ text" } 1 .. 200));
is(psql($db, "SELECT (parse_article($page)).title, (parse_article($page)).more_200 IS NULL"), 'Un titre|t', '200 of them are');
psql($db, 'ALTER TYPE parsed_article ' . join(', ', map { "DROP ATTRIBUTE more_$_" } 1 .. 150));
psql($db, 'ALTER TYPE parsed_article DROP ATTRIBUTE subtitle');
is(psql($db, "SELECT a.title, a.more_200 IS NULL, a.confidence BETWEEN 0 AND 1 FROM parse_article($page) AS a"), 'Un titre|t|t', 'dropped attributes are omitted');

psql($db, 'ALTER TYPE article_link ADD ATTRIBUTE seen int');
psql($db, 'ALTER TYPE article_block ADD ATTRIBUTE seen int');
is(psql($db, "SELECT count(*) = count((a).title) FROM (SELECT parse_article($page) AS a) AS p"), 't', 'a wider article_link');
is(psql($db, "SELECT count(*) > 0, count(seen) FROM article_blocks($page)"), 't|0', 'a wider article_block');
is(psql($db, "SELECT count(*) > 0, count(seen) FROM article_links($page)"), 't|0', 'rows of links');

# In a session that has parsed before, a call site notices the change.
is( psql($db, <<"SQL"), "Un titre\nUn titre", 'a prepared statement follows the type');
PREPARE p AS SELECT (parse_article($page)).title;
EXECUTE p;
ALTER TYPE parsed_article ADD ATTRIBUTE later int;
EXECUTE p;
SQL
is( psql($db, <<"SQL"), "Un titre\nUn titre", 'so does a function that keeps its plans');
CREATE FUNCTION title_of(html text) RETURNS text LANGUAGE plpgsql AS \$\$
DECLARE
  a parsed_article;
BEGIN
  a := parse_article(html);
  RETURN a.title;
END \$\$;
SELECT title_of($page);
ALTER TYPE parsed_article ADD ATTRIBUTE still_later int;
SELECT title_of($page);
SQL

psql($db, 'ALTER TYPE parsed_article DROP ATTRIBUTE confidence');
psql($db, 'ALTER TYPE parsed_article ADD ATTRIBUTE confidence text');
my $error = psql_fails($db, "SELECT parse_article($page)");
like($error, qr/42804.*attribute "confidence" has type text/s, 'another type is an error');
like($error, qr/HINT:  Run ALTER EXTENSION article UPDATE/, 'with a hint');
is(psql($db, "SELECT article_title($page)"), 'Un titre', 'accessors are not affected');

done_testing();
