# A trusted extension: the owner of a database can install it, any role can use it, none needs to be
# superuser.
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
is(psql('t_owned', "SELECT (tools.parse_article('<h1>Un titre</h1>')).title", @reader), 'Un titre', 'an ordinary user calls it with its schema');
is(psql('t_owned', "SET search_path = pg_catalog; SELECT tools.article_title('<h1>Un titre</h1>')", @reader), 'Un titre', 'whatever the search path');
is(psql('t_owned', 'SELECT parses FROM tools.article_stats()', @reader), 0, 'article_stats too');

# A role that has only USAGE on the schema can use every public function, type and view.
my %arguments = (text => q{'Europe/Paris'}, bytea => q{'<h1>Titre</h1>'}, tsvector => q{'pont:1'}, tsquery => q{'pont'}, parsed_article => q{NULL},
	regconfig => q{'tools.article_french'}, jsonb => q{'{}'}, regclass => q{'mine'}, 'timestamp with time zone' => 'now()', 'double precision' => '1',
	'real[]' => q{'{1,1,1,1}'});
my $functions = psql('t_owned', <<'SQL');
SELECT format('%I.%I', n.nspname, p.proname) || ' ' || array_to_string(ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) AS t), ';')
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
 WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'article') AND p.prokind = 'f' AND p.prorettype <> ALL ('{internal,trigger}'::regtype[])
   AND NOT 'internal'::regtype = ANY (p.proargtypes)
 ORDER BY 1
SQL
my ($called, @refused) = (0);
my $sql = "\\set ON_ERROR_STOP off\nCREATE TEMP TABLE mine (lexeme text, documents bigint, lengths bigint[], form text, occurrences bigint, keys text[], word tsquery, meaning tsquery, host text, rules text);\n";
for my $function (split /\n/, $functions)
{
	my ($name, $types) = split / /, $function, 2;
	next if $name eq 'tools.article_report'; # needs a table of its own, below
	my @types = split /;/, $types;
	local $arguments{text} = $name =~ /html_select/ ? q{'p'} : $name =~ /explain_in/ ? 'NULL' : $arguments{text};
	local $arguments{jsonb} = $name =~ /bm25/ ? q{'{"documents": 1}'} : $arguments{jsonb};
	my $given = join ', ', map { s/^tools\.//; ($arguments{$_} || 'NULL') . "::" . (/article/ ? "tools.$_" : $_) } @types;
	$sql .= "SELECT count(*) FROM $name($given) AS r;\n\\echo $name :SQLSTATE\n";
	$called++;
}
my $answer = psql('t_owned', $sql, @reader);
cmp_ok($called, '>', 60, 'every function of the extension is called');
is(join(' ', $answer =~ /^(\S+ (?!00000)\w{5})$/mg), '', 'by a role that has only USAGE on the schema');
is(psql('t_owned', q{CREATE TEMP TABLE news (article tools.parsed_article); SELECT tools.article_report('news') LIKE '<!DOCTYPE%'}, @reader), 't', 'and reports on its own table');
is(psql('t_owned', q{SELECT to_tsvector('tools.article_french', 'Les chevaux')}, @reader), q{'cheval':2}, 'it can use text search');
is(psql('t_owned', q{SELECT 'cote' COLLATE tools.french_ai = 'côté' COLLATE tools.french_ai}, @reader), 't', 'it can use the collations');
is(psql('t_owned', 'SELECT count(*) FROM tools.article_backfill_progress', @reader), 0, 'it can read the view of backfills');
for my $statement ('INSERT INTO tools.article_backfill_run DEFAULT VALUES', 'DELETE FROM tools.article_backfill_failure', 'SELECT * FROM tools.article_backfill_run',
	'DROP FUNCTION tools.french_fold(text)', 'ALTER EXTENSION article UPDATE', 'DROP EXTENSION article')
{
	like(psql_fails('t_owned', $statement, @reader) || '', qr/42501/, "but not: $statement");
}

# The owner of the database owns the extension, and can update and drop it.
is(psql('t_owned', q{SELECT extowner::regrole FROM pg_extension WHERE extname = 'article'}), 'article_owner', 'the extension belongs to the owner of the database');
psql('t_owned', "DROP EXTENSION article; CREATE EXTENSION article SCHEMA tools VERSION '0.1.0';", @owner);
psql('t_owned', 'CREATE TABLE stored AS SELECT tools.parse_article(\'<h1>Un titre</h1>\') AS article;', @owner);
psql('t_owned', 'ALTER EXTENSION article UPDATE;', @owner);
is(psql('t_owned', q{SELECT (article).title FROM stored}, @owner), 'Un titre', 'the owner updates it, with stored rows');
like(psql_fails('t_owned', 'DROP EXTENSION article', @owner) || '', qr/2BP01/, 'and cannot drop it by mistake');
psql('t_owned', 'DROP TABLE stored; DROP EXTENSION article;', @owner);
is(psql('t_owned', q{SELECT count(*) FROM pg_proc WHERE probin LIKE '%article%'}), 0, 'the owner drops it, and nothing is left behind');

my $error = psql_fails('postgres', 'CREATE EXTENSION article', @reader);
like($error || '', qr/42501/, 'a role without CREATE on the database cannot install it');
psql('postgres', 'DROP DATABASE t_owned; DROP ROLE article_owner; DROP ROLE article_reader;');

done_testing();
