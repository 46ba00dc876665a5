# CREATE EXTENSION in a schema with tables of the user, "make installcheck", and all places that
# state the version.
use strict;
use warnings;
use Test::More;
use Cwd qw(getcwd);
use File::Temp qw(tempdir);
use ArticleTest;

# ---------------------------------------------------------------- names already in use

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
	like($error, qr/ERROR:  42710: .*: $name\n.*^HINT: .*CREATE EXTENSION article SCHEMA article;/ms, "a table $name causes an error with a hint");
	psql($db, "DROP TABLE press.$name");
}
psql($db, 'CREATE SCHEMA article; CREATE EXTENSION article SCHEMA article; DROP EXTENSION article; DROP SCHEMA article;');
pass('following the hint works');
psql($db, 'CREATE TYPE press.article_date AS ENUM (); CREATE SEQUENCE press.article_link; CREATE TABLE public.article_block (id int);');
like(psql_fails($db, 'CREATE EXTENSION article SCHEMA press'), qr/: article_link, article_date$/m, 'all conflicts are reported at once, whatever their kind; none from another schema');
psql($db, 'DROP TYPE press.article_date; DROP SEQUENCE press.article_link; CREATE TABLE press.article_links (id int); CREATE EXTENSION article SCHEMA press;');
pass('other names do not matter');

# ---------------------------------------------------------------- make installcheck, as README.md says
# By a superuser of one's own name, without PGUSER; outside the source directory, where it writes nothing.

my $me = getpwuid($<);
my $source = getcwd();
my $elsewhere = tempdir(CLEANUP => 1);
my $missing = psql('postgres', "SELECT count(*) FROM pg_roles WHERE rolname = '$me'") eq '0';
psql('postgres', qq{CREATE ROLE "$me" SUPERUSER LOGIN}) if $missing;
chdir($elsewhere) or die "$elsewhere: $!";
{
	delete local @ENV{qw(PGUSER PGDATABASE MAKEFLAGS MAKELEVEL)};
	my ($status, $output) = run('', qw(make -s -f), "$source/Makefile", "VPATH=$source", qw(installcheck CONTRIB_TESTDB=t_installcheck), 'REGRESS=fold errors');
	is($status, 0, 'make installcheck passes for a superuser of one\'s own name') or diag($output);
	like($output, qr/All 2 tests passed/, 'and runs the SQL tests');
}
ok(-s 'results/errors.out', 'the results are in results/');
chdir($source) or die "$source: $!";
is(psql('postgres', "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 't_installcheck'"), $me, 'it connected under that name');
psql('postgres', 'DROP DATABASE t_installcheck');
psql('postgres', qq{DROP ROLE "$me"}) if $missing;

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
is(found('META.json', qr/"version": "(.*?)"/), $version, 'META.json has the same version');
is(found('META.json', qr/"provides".*?"version": "(.*?)"/s), $version, 'its "provides" has the same version');
is(found('META.json', qr/"file": "(.*?)"/), "sql/article--$version.sql", 'it names the whole script');
ok(-e "sql/article--$version.sql", 'the whole script exists');
is(found('CHANGELOG.md', qr/^## (\S+)/m), $version, 'CHANGELOG.md begins with it');

psql('postgres', 'DROP DATABASE t_install');
done_testing();
