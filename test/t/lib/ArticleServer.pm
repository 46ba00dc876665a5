# ArticleServer: throw-away servers beside the one that tools/with-server.sh has started, for tests that
# need several: shards, standbys.  They load the same build of the extension, listen on a socket
# in a directory of their own, and are stopped and removed when the test ends.
package ArticleServer;

use strict;
use warnings;
use Cwd qw(getcwd);
use File::Temp qw(tempdir);
use ArticleTest ();

my @running;

# A new server with an empty cluster, started.  Further lines go into its postgresql.conf.
sub new
{
	my ($class, %options) = @_;
	my $self = $class->directory;
	$self->command('initdb', '-D', $self->data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
	return $self->start_with($options{settings});
}

# A physical standby of a running server, started.
sub standby_of
{
	my ($class, $primary, %options) = @_;
	my $self = $class->directory;
	$self->command('pg_basebackup', '-D', $self->data, '-h', $primary->host, '-U', 'postgres', '-R', '-c', 'fast', '--no-sync');
	return $self->start_with($options{settings});
}

# The directory of its socket: what a client takes for the host.
sub host { return $_[0]{home}; }

sub data { return "$_[0]{home}/data"; }

# ArticleTest::psql and the like against this server: $server->psql($database, $sql).
for my $name (qw(psql psql_fails fresh_database))
{
	no strict 'refs';
	*$name = sub {
		my ($self, @arguments) = @_;
		local $ENV{PGHOST} = $self->host;
		return &{"ArticleTest::$name"}(@arguments);
	};
}

sub start
{
	my ($self) = @_;
	push @running, $self;
	$self->command('pg_ctl', '-D', $self->data, '-l', "$self->{home}/log", '-w', 'start');
	return $self;
}

sub stop
{
	my ($self) = @_;
	$self->command('pg_ctl', '-D', $self->data, '-m', 'fast', '-w', 'stop');
	@running = grep { $_ != $self } @running;
}

sub promote
{
	my ($self) = @_;
	$self->command('pg_ctl', '-D', $self->data, '-w', 'promote');
}

# Waits, a minute at most, until a standby has applied what its primary has written.
sub catch_up
{
	my ($self, $primary) = @_;
	my $written = $primary->psql('postgres', 'SELECT pg_current_wal_lsn()');
	for (1 .. 600)
	{
		return if $self->psql('postgres', "SELECT pg_last_wal_replay_lsn() >= '$written'") eq 't';
		select(undef, undef, undef, 0.1);
	}
	die "the standby has not reached $written\n";
}

# ---------------------------------------------------------------- how

sub server_user { return $ENV{SERVER_USER} || 'postgres'; }

# The name of a socket has to stay under 107 bytes.
sub directory
{
	my ($class) = @_;
	my $home = tempdir('/tmp/article.XXXXXX', CLEANUP => 1);
	chown((getpwnam(server_user()))[ 2, 3 ], $home) if $> == 0;
	return bless { home => $home }, $class;
}

# Where the extension is, as the server of with-server.sh was told.
sub start_with
{
	my ($self, $settings) = @_;
	my $libraries = ArticleTest::psql('postgres', <<'SQL');
SELECT format('%s = ''%s''', name, setting) FROM pg_settings
 WHERE name IN ('extension_destdir', 'extension_control_path', 'dynamic_library_path')
SQL
	open my $file, '>>', $self->data . '/postgresql.conf' or die $!;
	print {$file} "$libraries\nlisten_addresses = ''\nunix_socket_directories = '$self->{home}'\n",
		"fsync = off\nlog_min_messages = warning\n", $settings || '';
	close $file;
	return $self->start;
}

# Runs a program of the server as the user that may, from a directory that it may enter.
sub command
{
	my ($self, @command) = @_;
	unshift @command, 'runuser', '-u', server_user(), '--' if $> == 0;
	my $directory = getcwd();
	chdir $self->{home} or die $!;
	my ($status, $output) = ArticleTest::run('', @command);
	chdir $directory or die $!;
	return if $status == 0;
	my $log = '';
	if (open my $file, '<', "$self->{home}/log")
	{
		local $/;
		$log = <$file>;
	}
	die "@command: $output\n$log\n";
}

END
{
	my $status = $?;
	eval { $_->command('pg_ctl', '-D', $_->data, '-m', 'immediate', '-w', 'stop') } for @running;
	$? = $status;
}

$SIG{INT} = $SIG{TERM} = sub { exit 130 };

1;
