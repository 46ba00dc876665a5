# CREATE EXTENSION beside tables of the user's own, and where the version is written down.
use strict;
use warnings;
use Test::More;
use ArticleTest;

# ---------------------------------------------------------------- names that are taken

my $db = fresh_database('t_install');
my @names = split /\n/, psql($db, <<'SQL');
SELECT c.relname FROM pg_class c WHERE c.relkind NOT IN ('t') AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname COLLATE "C";
SQL
cmp_ok(scalar @names, '>=', 13, 'the extension has types, tables, views, indexes');
psql($db, 'DROP EXTENSION article; CREATE SCHEMA press;');
for my $name (@names)
{
	psql($db, "CREATE TABLE press.$name (id int)");
	my $error = psql_fails($db, 'CREATE EXTENSION article SCHEMA press') || 'created';
	like($error, qr/ERROR:  42710: .*: $name\n.*^HINT: .*CREATE EXTENSION article SCHEMA article;/ms, "a table $name is told of, and what to do");
	psql($db, "DROP TABLE press.$name");
}
psql($db, 'CREATE SCHEMA article; CREATE EXTENSION article SCHEMA article; DROP EXTENSION article; DROP SCHEMA article;');
pass('the hint helps');
psql($db, 'CREATE TYPE press.article_date AS ENUM (); CREATE SEQUENCE press.article_link; CREATE TABLE public.article_block (id int);');
like(psql_fails($db, 'CREATE EXTENSION article SCHEMA press'), qr/: article_link, article_date$/m, 'all are told of at once, whatever they are; none of another schema');
psql($db, 'DROP TYPE press.article_date; DROP SEQUENCE press.article_link; CREATE TABLE press.article_links (id int); CREATE EXTENSION article SCHEMA press;');
pass('other names do not matter');

# ---------------------------------------------------------------- one version everywhere

sub found
{
	my ($file, $pattern) = @_;
	open my $in, '<', $file or die "$file: $!";
	local $/;
	return (<$in> =~ $pattern)[0];
}

my $version = found('article.control', qr/^default_version = '(.*)'/m);
is(psql($db, 'SELECT press.article_version()'), $version, 'the library has the version of article.control');
is(found('META.json', qr/"version": "(.*?)"/), $version, 'META.json likewise');
is(found('META.json', qr/"provides".*?"version": "(.*?)"/s), $version, 'and what it provides');
is(found('META.json', qr/"file": "(.*?)"/), "sql/article--$version.sql", 'by the whole script');
ok(-e "sql/article--$version.sql", 'which is there');
is(found('CHANGELOG.md', qr/^## (\S+)/m), $version, 'CHANGELOG.md begins with it');

psql('postgres', 'DROP DATABASE t_install');
done_testing();
