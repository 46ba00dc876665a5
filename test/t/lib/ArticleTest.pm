# ArticleTest: functions for TAP tests on a server that tools/with-server.sh has started.
# Uses only modules that come with Perl.  Every test creates its own database.
package ArticleTest;

use strict;
use warnings;
use Exporter 'import';
use IPC::Open3;
use Time::HiRes qw(time);

our @EXPORT = qw(fresh_database psql psql_fails background run timed hostile_page backend_memory);

# Runs a program with text on its standard input; returns (exit status, output including errors).
sub run
{
	my ($input, @command) = @_;
	my $pid = open3(my $in, my $out, undef, @command);
	my $writer = fork();
	if ($writer == 0)
	{
		close $out;
		local $SIG{PIPE} = 'IGNORE';
		print {$in} $input;
		close $in;
		require POSIX;
		POSIX::_exit(0);
	}
	close $in;
	my $output = do { local $/; <$out> };
	waitpid($writer, 0);
	waitpid($pid, 0);
	$output = '' unless defined $output;
	$output =~ s/\n\z//;
	return ($? >> 8, $output);
}

my @psql = qw(psql -X -q -A -t -v ON_ERROR_STOP=1 -v VERBOSITY=verbose);

# Runs SQL; returns its output.  A server error ends the test.
sub psql
{
	my ($database, $sql, %options) = @_;
	my ($status, $output) = run($sql, @psql, '-d', $database, @{ $options{arguments} || [] });
	die "psql: $output\n" if $status != 0;
	return $output;
}

# Runs SQL that must fail; returns the messages, or undef if it succeeded.
sub psql_fails
{
	my ($database, $sql, %options) = @_;
	my ($status, $output) = run($sql, @psql, '-d', $database, @{ $options{arguments} || [] });
	return $status != 0 ? $output : undef;
}

# Drops and creates a database with the extension; further arguments are options of CREATE DATABASE.
sub fresh_database
{
	my ($name, $with) = @_;
	psql('postgres', "SET client_min_messages = error; DROP DATABASE IF EXISTS $name;");
	psql('postgres', "CREATE DATABASE $name " . ($with || ''));
	psql($name, 'CREATE EXTENSION article');
	return $name;
}

# Starts SQL in its own session; returns a closure that waits for its end and returns
# (exit status, output).
sub background
{
	my ($database, $sql) = @_;
	my $pid = open3(my $in, my $out, undef, @psql, '-d', $database);
	print {$in} $sql;
	close $in;
	return sub {
		my $output = do { local $/; <$out> };
		waitpid($pid, 0);
		return ($? >> 8, $output);
	};
}

# Returns the seconds that a piece of code takes.
sub timed
{
	my ($code) = @_;
	my $start = time();
	$code->();
	return time() - $start;
}

# SQL for a page that keeps a parser busy: about that many bytes of tags, attributes and words.
sub hostile_page
{
	my ($bytes) = @_;
	my $unit = '<div class="a"><p>mot <a href="/x?y=1&amp;z=2">lien</a> &eacute; <b><i>x</p></div></b>';
	return "repeat('$unit', " . int($bytes / length($unit)) . ')';
}

# SQL for the total size of this backend's memory contexts, in bytes.
sub backend_memory
{
	return 'SELECT sum(total_bytes) FROM pg_backend_memory_contexts';
}

1;
