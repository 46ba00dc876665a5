# ArticleServer: temporary servers in addition to the one that tools/with-server.sh has started, for
# tests that need several: shards, standbys, an older major version.  They load the same build of
# the extension, or a given one, listen on a socket in their own directory, and are stopped and
# removed when the test ends.
package ArticleServer;

use strict;
use warnings;
use Cwd qw(getcwd);
use File::Temp qw(tempdir);
use ArticleTest ();

my @running;

# Creates a server with an empty cluster, and starts it unless the option start is 0.  Other
# options: pg_config, for another version; libraries, lines of postgresql.conf that locate another
# build of the extension; settings, further lines; initdb, its options.
sub new
{
	my ($class, %options) = @_;
	my $self = $class->directory($options{pg_config});
	$self->command('initdb', '-D', $self->data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', @{ $options{initdb} || [] });
	$self->configure($options{libraries}, $options{settings});
	$self->start unless defined $options{start} && !$options{start};
	return $self;
}

# Creates and starts a physical standby of a running server.
sub standby_of
{
	my ($class, $primary) = @_;
	my $self = $class->directory;
	$self->command('pg_basebackup', '-D', $self->data, '-h', $primary->host, '-U', 'postgres', '-R', '-c', 'fast', '--no-sync');
	$self->configure;
	$self->start;
	return $self;
}

# The directory of its socket, which a client uses as the host.
sub host { return $_[0]{home}; }

sub data { return "$_[0]{home}/data"; }

# The directory of its programs.
sub bindir { return $_[0]{bindir}; }

# ArticleTest::psql and others for this server: $server->psql($database, $sql).
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

# Waits at most 1 minute until a standby has applied what its primary has written.
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

# Runs a program of the server as the server's user, in a directory that this user may enter;
# returns its output.
sub command
{
	my ($self, $program, @arguments) = @_;
	my @command = ("$self->{bindir}/$program", @arguments);
	unshift @command, 'runuser', '-u', server_user(), '--' if $> == 0;
	my $directory = getcwd();
	chdir $self->{home} or die $!;
	my ($status, $output) = ArticleTest::run('', @command);
	chdir $directory or die $!;
	die "@command: $output\n" . $self->log if $status != 0;
	return $output;
}

# ---------------------------------------------------------------- internals

sub server_user { return $ENV{SERVER_USER} || 'postgres'; }

# The path of a socket must be shorter than 107 bytes.
sub directory
{
	my ($class, $pg_config) = @_;
	$pg_config ||= $ENV{PG_CONFIG} || 'pg_config';
	my ($status, $bindir) = ArticleTest::run('', $pg_config, '--bindir');
	die "$pg_config: $bindir\n" if $status != 0;
	my $home = tempdir('/tmp/article.XXXXXX', CLEANUP => 1);
	chown((getpwnam(server_user()))[ 2, 3 ], $home) if $> == 0;
	return bless { home => $home, bindir => $bindir }, $class;
}

# Where the extension is: the same place as for the server of with-server.sh, unless given.
sub configure
{
	my ($self, $libraries, $settings) = @_;
	$libraries ||= ArticleTest::psql('postgres', <<'SQL');
SELECT format('%s = ''%s''', name, setting) FROM pg_settings
 WHERE name IN ('extension_destdir', 'extension_control_path', 'dynamic_library_path')
SQL
	open my $file, '>>', $self->data . '/postgresql.conf' or die $!;
	print {$file} "$libraries\nlisten_addresses = ''\nunix_socket_directories = '$self->{home}'\n",
		"fsync = off\nlog_min_messages = warning\n", $settings // '', "\n";
	close $file;
}

sub log
{
	my ($self) = @_;
	open my $file, '<', "$self->{home}/log" or return '';
	local $/;
	return <$file>;
}

END
{
	my $status = $?;
	eval { $_->command('pg_ctl', '-D', $_->data, '-m', 'immediate', '-w', 'stop') } for @running;
	$? = $status;
}

$SIG{INT} = $SIG{TERM} = sub { exit 130 };

1;
