# Runs every snippet of README.md, doc/*.md and doc/fr/*.md in the order of the page, each page in a new database.
# (CONTRIBUTING.md has recipes, which change files: recipes.pl.)
#
#   ```sql          runs in one psql session per page
#   ```sql error    the same, and must fail
#   ```sh           runs in bash, in a temporary directory with links to tools/ and seeds/, with
#                   PGDATABASE set
#   ```text         after one of these and a blank line: what it prints; a line "…" stands for any lines,
#                   and "…" within a line for any text
#   ```             shown, not run: commands that install, signatures, drawings
#
# A comment on the line before a fence names another place to run the snippet:
#
#   <!-- on the shards -->        in the database press of two further servers
#   <!-- on the coordinator -->   in a database of its own on the main server, a new session for each
#                                 snippet; in it the hosts shard0 and shard1 are those two servers
#   <!-- in a new database -->    in one without the extension
#   <!-- with NAME -->            in its turn, if the server has the extension NAME; otherwise skipped
#   <!-- not run: reason -->      nowhere
#
# Pages as arguments limit the run to them:
#   tools/with-server.sh perl -Itest/t/lib test/t/docs.pl doc/french.md
use strict;
use warnings;
use Test::More;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use ArticleTest;
use ArticleServer;

my $scratch = tempdir(CLEANUP => 1);
symlink(abs_path($_), "$scratch/$_") or die "symlink: $!" for 'tools', 'seeds';
my @shards; # two servers, started when the first snippet needs them

# ---------------------------------------------------------------- reading a page

# The fences of a page: [{ line, end, kind, error, place, text }].
sub fences
{
	my ($page) = @_;
	my (@found, $open, $place);
	open my $file, '<', $page or die "$page: $!";
	while (my $line = <$file>)
	{
		if ($open && $line =~ /^ *```\s*$/)
		{
			push @found, { %$open, end => $. };
			undef $open;
		}
		elsif ($open)
		{
			$line =~ s/^ {0,$open->{indent}}//;
			$open->{text} .= $line;
		}
		elsif ($line =~ /^( *)```(\w*) *(\w*)/)
		{
			$open = { line => $., indent => length $1, kind => $2, error => $3 eq 'error', place => $place, text => '' };
		}
		$place = $line =~ /^ *<!-- ((?:on the|in a new|not run|with ).*) -->/ ? $1 : '' unless $open;
	}
	die "$page: the fence of line $open->{line} is left open\n" if $open;
	return @found;
}

# The snippets that run, each with the output that the page shows for it as "wanted".
sub snippets
{
	my ($page) = @_;
	my @snippets;
	for my $fence (fences($page))
	{
		if ($fence->{kind} eq 'sql' || $fence->{kind} eq 'sh')
		{
			push @snippets, $fence;
		}
		elsif ($fence->{kind} eq 'text')
		{
			my $last = $snippets[-1];
			my $follows = $last && !defined $last->{wanted} && $last->{end} + 2 == $fence->{line};
			ok($follows, "$page:$fence->{line} follows the snippet that prints it");
			$last->{wanted} = $fence->{text} if $follows;
		}
	}
	return grep { $_->{place} !~ /^not run/ } @snippets;
}

# Lines of code blocks made by indentation, which nobody would run.
sub indented
{
	my ($page) = @_;
	my ($fenced, $blank, @lines) = (0, 1);
	open my $file, '<', $page or die "$page: $!";
	while (my $line = <$file>)
	{
		$fenced = !$fenced if $line =~ /^ *```/;
		push @lines, $. if !$fenced && $blank && $line =~ /^ {4,}\S/;
		$blank = $line =~ /^\s*$/;
	}
	return @lines;
}

# ---------------------------------------------------------------- running it

# A file for psql that runs a snippet.
sub file_for
{
	my ($snippet) = @_;
	my $path = "$scratch/$snippet->{line}.$snippet->{kind}";
	open my $file, '>', $path or die $!;
	print {$file} $snippet->{text};
	close $file;
	return $path;
}

# What psql prints for a script.  Line buffers keep messages in order with the rows before them.
sub psql_prints
{
	my ($database, $script) = @_;
	local $ENV{PGDATABASE} = $database;
	my ($status, $printed) = run($script, qw(stdbuf -oL psql -X -q -v ON_ERROR_STOP=0 -P pager=off -d), $database);
	$printed =~ s{^psql:\S+?:\d+: }{}mg;
	return $printed;
}

# Runs the snippets in one session, with a mark before each, and stores what each printed.
sub run_session
{
	my ($database, @snippets) = @_;
	my $script = '';
	for my $i (0 .. $#snippets)
	{
		my $file = file_for($snippets[$i]);
		$script .= "\\echo\n\\echo == $i\n";
		$script .= $snippets[$i]{kind} eq 'sh' ? "\\! cd $scratch && bash -e $file 2>&1 || echo 'ERROR:  status' \$?\n" : "\\i $file\n";
	}
	my %printed = psql_prints($database, $script) =~ /^== (\d+)(?:\n|\z)(.*?)(?=^== \d+(?:\n|\z)|\z)/gms;
	for my $i (0 .. $#snippets)
	{
		$snippets[$i]{printed} = defined $printed{$i} ? $printed{$i} : 'ERROR:  the session had ended';
	}
}

# Two servers and a coordinator; false where this PostgreSQL has not what they need.
sub start_shards
{
	return 1 if @shards;
	return 0 if psql('postgres', "SELECT count(*) FROM pg_available_extensions WHERE name IN ('postgres_fdw', 'plproxy')") < 2;
	@shards = map { ArticleServer->new } 0, 1;
	$_->fresh_database('press') for @shards;
	fresh_database('docs_coordinator');
	return 1;
}

# Runs a snippet in the place that its comment names, and stores what it printed.
sub run_elsewhere
{
	my ($snippet) = @_;
	if ($snippet->{place} eq 'in a new database')
	{
		psql(fresh_database('docs_new'), 'DROP EXTENSION article');
		$snippet->{printed} = psql_prints('docs_new', '\i ' . file_for($snippet));
		return;
	}
	if ($snippet->{place} eq 'on the coordinator')
	{
		$snippet->{text} =~ s{\bhost( ?=? ?'?)shard(\d)}{'host' . $1 . $shards[$2]->host}ge;
		$snippet->{printed} = psql_prints('docs_coordinator', '\i ' . file_for($snippet));
		return;
	}
	$snippet->{printed} = '';
	for my $shard (@shards)
	{
		local $ENV{PGHOST} = $shard->host;
		$snippet->{printed} .= psql_prints('press', '\i ' . file_for($snippet));
	}
}

# ---------------------------------------------------------------- comparing

# Lines without trailing white space, without blank lines around, and without the number of rows.
sub tidy
{
	my ($text) = @_;
	$text =~ s/[ \t]+$//mg;
	$text =~ s/^\(\d+ rows?\)\n?//mg;
	$text =~ s/\A\n+|\n+\z//g;
	return $text;
}

sub matches
{
	my ($printed, $wanted) = map { tidy($_) } @_;
	my @lines = map { /^\s*…$/ ? '(?:.*\n)*?.*' : join '.*', map { quotemeta } split /…/, $_, -1 } split /\n/, $wanted, -1;
	my $pattern = join '\n', @lines;
	return $printed =~ /\A$pattern\z/;
}

sub check_snippet
{
	my ($where, $snippet) = @_;
	my $printed = $snippet->{printed};
	my $failed = $printed =~ /^(?:ERROR|FATAL|psql: error|invalid command)\b/m;
	ok($snippet->{error} ? $failed : !$failed, $where . ($snippet->{error} ? ' fails, as it says' : ' runs')) or diag($printed);
	return unless defined $snippet->{wanted};
	ok(matches($printed, $snippet->{wanted}), "$where prints what it says")
		or diag("printed:\n" . tidy($printed) . "\nshown:\n" . tidy($snippet->{wanted}));
}

# Whether a place is "with" an extension that the server has.
sub is_available
{
	my ($place) = @_;
	my ($name) = $place =~ /^with (\w+)$/ or return 0;
	return psql('postgres', "SELECT count(*) FROM pg_available_extensions WHERE name = '$name'");
}

sub check_page
{
	my ($page) = @_;
	is(join(' ', indented($page)), '', "$page: every code block is a fence");
	my @snippets = snippets($page);
	my @here = grep { $_->{place} eq '' || is_available($_->{place}) } @snippets;
	my @there = grep { $_->{place} ne '' && !is_available($_->{place}) } @snippets;
	if (@here)
	{
		my $database = fresh_database('docs_' . lc($page =~ s/\W+/_/gr));
		psql($database, 'DROP EXTENSION article') if grep { $_->{text} =~ /^CREATE EXTENSION article;/m } @here;
		run_session($database, @here);
		check_snippet("$page:$_->{line}", $_) for @here;
	}
	for my $snippet (@there)
	{
		SKIP:
		{
			skip "$page:$snippet->{line} runs $snippet->{place}", 1 if $snippet->{place} =~ /^with /;
			skip "$page: no postgres_fdw or no PL/Proxy", 1 if $snippet->{place} =~ /^on the/ && !start_shards();
			run_elsewhere($snippet);
			check_snippet("$page:$snippet->{line}, $snippet->{place},", $snippet);
		}
	}
}

check_page($_) for @ARGV ? @ARGV : ('README.md', 'SECURITY.md', 'test/bench/README.md', sort(glob('doc/*.md'), glob('doc/fr/*.md')));
done_testing;
