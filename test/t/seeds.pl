# The sample pages can be loaded from any directory and by any path of the script.
use strict;
use warnings;
use Test::More;
use Cwd qw(abs_path getcwd);
use File::Temp qw(tempdir);
use ArticleTest;

my $seeds = abs_path('seeds');
my $home = getcwd();
my $elsewhere = tempdir(CLEANUP => 1);
my $count = q{SELECT count(*), count(*) = count(html), bool_and(html <> '') FROM page};

symlink($seeds, "$elsewhere/pages of mine") or die "symlink: $!";

# Loads them into a new database, from a directory; returns a summary of the content.
sub loaded
{
	my ($name, $directory, $sql) = @_;
	my $db = fresh_database($name);
	chdir($directory) or die "$directory: $!";
	psql($db, $sql);
	chdir($home) or die "$home: $!";
	return psql($db, $count);
}

my $expected = loaded('t_seeds_here', $home, '\i seeds/load.sql');
like($expected, qr/^\d\d\|t\|t$/, 'from the source directory');
is(loaded('t_seeds_root', '/', "\\i $seeds/load.sql"), $expected, 'from the root, by an absolute path');
is(loaded('t_seeds_inside', $seeds, '\i load.sql'), $expected, 'from the directory of the pages');
is(loaded('t_seeds_link', $elsewhere, "\\i 'pages of mine/load.sql'"), $expected, 'through a link with a space in its name');
is(loaded('t_seeds_told', '/', "\\set seeds '$seeds'\n\\i $seeds/load.sql"), $expected, 'with the directory given to psql');

done_testing();
