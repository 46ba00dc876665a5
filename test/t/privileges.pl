# A trusted extension: the owner of a database installs it, anyone uses it, nobody needs superuser.
use strict;
use warnings;
use Test::More;
use ArticleTest;

psql('postgres', <<'SQL');
SET client_min_messages = error;
DROP DATABASE IF EXISTS t_owned;
DROP ROLE IF EXISTS article_owner;
DROP ROLE IF EXISTS article_reader;
CREATE ROLE article_owner LOGIN;
CREATE ROLE article_reader LOGIN;
SQL
psql('postgres', 'CREATE DATABASE t_owned OWNER article_owner');

my @owner = (arguments => [ '-U', 'article_owner' ]);
my @reader = (arguments => [ '-U', 'article_reader' ]);
psql('t_owned', 'CREATE SCHEMA tools; CREATE EXTENSION article SCHEMA tools; GRANT USAGE ON SCHEMA tools TO article_reader;', @owner);
is(psql('t_owned', "SELECT (tools.parse_article('<h1>Un titre</h1>')).title", @reader), 'Un titre', 'an ordinary user calls it, by its schema');
is(psql('t_owned', "SET search_path = pg_catalog; SELECT tools.article_title('<h1>Un titre</h1>')", @reader), 'Un titre', 'whatever the search path');
is(psql('t_owned', 'SELECT parses FROM tools.article_stats()', @reader), 0, 'article_stats too');
psql('t_owned', 'DROP EXTENSION article;', @owner);
pass('the owner drops it');

my $error = psql_fails('postgres', 'CREATE EXTENSION article', @reader);
like($error || '', qr/42501/, 'where one may not create, one may not install');
psql('postgres', 'DROP DATABASE t_owned; DROP ROLE article_owner; DROP ROLE article_reader;');

done_testing();
