# The five tasks of CONTRIBUTING.md: carries out each recipe on a copy of the tree, as it is written,
# and checks that what is new works.
#
# A comment on the line before a fence names the file that it changes:
#
#   <!-- in FILE, sorted -->             each line goes where it sorts by bytes
#   <!-- in FILE, at the end -->
#   <!-- in FILE, after: TEXT -->        after the only line that contains the text
#   <!-- in FILE, instead of: TEXT -->   in place of the only line that contains it
#   <!-- new file FILE -->
#
# OLD and NEW in the name of an SQL script are the versions of the latest upgrade. Without a comment,
# "sh" is a command that must succeed, and "sql" a query that gives the "text" after it.  All files
# are changed before anything runs, so that the copy is built once.
use strict;
use warnings;
use Test::More;
use Cwd qw(getcwd);
use File::Temp qw(tempdir);
use ArticleTest;

my $source = getcwd();
my $copy = tempdir('/tmp/article.XXXXXX', CLEANUP => 1);
my ($copied, $why) = run('', 'sh', '-c', "cp -a Makefile CONTRIBUTING.md article.control expected sql src test tools build '$copy/' && rm -rf '$copy/build/regress'");
BAIL_OUT($why) if $copied != 0;

# ---------------------------------------------------------------- reading the page

sub content
{
	my ($path) = @_;
	open(my $file, '<', $path) or die "$path: $!";
	local $/;
	return scalar <$file>;
}

my ($chapter) = content('CONTRIBUTING.md') =~ /^## Five tasks\n(.*?)^## /ms;
my (undef, %tasks) = split /^### (.*)\n/m, $chapter;
my @names = $chapter =~ /^### (.*)/mg;
is(scalar @names, 5, 'CONTRIBUTING.md has five tasks');

# The fences of a task: [{ place, kind, text }].
sub fences
{
	my ($text) = @_;
	my @found;
	push @found, { place => $1, kind => $2, text => $3 } while $text =~ /(?:^<!-- ([^\n]*) -->\n)?^```(\w+)\n(.*?)^```$/msg;
	return @found;
}

# ---------------------------------------------------------------- changing files

# The versions of the latest upgrade script.
my ($old, $new) = content('article.control') =~ /default_version = '(.*)'/ ? (undef, $1) : die 'no version';
($old) = map { m{article--([\d.]+)--\Q$new\E\.sql} } glob 'sql/article--*.sql';

# The number of the only line that contains a text.
sub line_of
{
	my ($lines, $text, $path) = @_;
	my @found = grep { index($lines->[$_], $text) >= 0 } 0 .. $#$lines;
	die scalar @found . " lines of $path contain: $text\n" if @found != 1;
	return $found[0];
}

# Where a line of a sorted table belongs.
sub sorted_place
{
	my ($lines, $line) = @_;
	my ($macro) = $line =~ /^(\w+\()/ or die "not a line of a table: $line";
	my @rows = grep { index($lines->[$_], $macro) == 0 } 0 .. $#$lines;
	my ($next) = grep { $lines->[$_] gt $line } @rows;
	return defined $next ? $next : $rows[-1] + 1;
}

sub change
{
	my ($path, $how, $text) = @_;
	my @lines = split /^/m, content("$copy/$path");
	if ($how eq 'sorted') { splice @lines, sorted_place(\@lines, $_), 0, $_ for split /^/m, $text }
	elsif ($how eq 'at the end') { push @lines, $text }
	elsif ($how =~ /^after: (.*)/) { splice @lines, line_of(\@lines, $1, $path) + 1, 0, $text }
	elsif ($how =~ /^instead of: (.*)/) { splice @lines, line_of(\@lines, $1, $path), 1, $text }
	else { die "$path: how? $how\n" }
	create($path, join '', @lines);
}

sub create
{
	my ($path, $text) = @_;
	open(my $file, '>', "$copy/$path") or die "$path: $!";
	print {$file} $text;
	close $file;
}

sub apply
{
	my ($fence) = @_;
	return create($1, $fence->{text}) if $fence->{place} =~ /^new file (.*)/;
	my ($paths, $how) = $fence->{place} =~ /^in (.*?), (.*)/ or die "no place: $fence->{place}\n";
	for my $path (split / and /, $paths)
	{
		$path =~ s/OLD/$old/;
		$path =~ s/NEW/$new/;
		change($path, $how, $fence->{text});
	}
}

my @all = map { my $task = $_; map { +{ %$_, task => $task } } fences($tasks{$task}) } @names;
for my $task (@names)
{
	my @changes = grep { $_->{task} eq $task && $_->{place} } @all;
	my $done = eval { apply($_) for @changes; 1 };
	ok($done && @changes, "$task: the files are as the recipe expects") or diag($@);
}

# ---------------------------------------------------------------- commands

chdir $copy or die $!;
for my $fence (grep { $_->{kind} eq 'sh' && !$_->{place} } @all)
{
	my ($status, $output) = run('', 'bash', '-e', '-c', $fence->{text});
	is($status, 0, "$fence->{task}: " . (split /\n/, $fence->{text})[-1]) or diag($output);
}

# ---------------------------------------------------------------- queries, after an installation and after an upgrade

my @queries;
for my $i (0 .. $#all)
{
	next unless $all[$i]{kind} eq 'sql' && !$all[$i]{place};
	die "$all[$i]{task}: no output for the query\n" unless $i < $#all && $all[ $i + 1 ]{kind} eq 'text';
	push @queries, { %{ $all[$i] }, wanted => $all[ $i + 1 ]{text} };
}
create('recipes.sql', join '', map { "$_\n\\echo ----\n" }
	  'CREATE EXTENSION article;', (map { $_->{text} } @queries),
	"DROP EXTENSION article; CREATE EXTENSION article VERSION '$old'; ALTER EXTENSION article UPDATE;", (map { $_->{text} } @queries));
my ($status, $output) = run('', 'tools/with-server.sh', 'psql', '-X', '-q', '-A', '-t', '-f', 'recipes.sql');
is($status, 0, 'the extension builds and runs') or diag($output);
my (undef, @results) = split /^----\n/m, "$output\n";
my @after_upgrade = splice @results, @queries + 1;
for my $i (0 .. $#queries)
{
	is($results[$i], $queries[$i]{wanted}, "$queries[$i]{task}: works");
	is($after_upgrade[$i], $queries[$i]{wanted}, "$queries[$i]{task}: works after an upgrade");
}

chdir $source or die $!;
done_testing();
