# The programs of doc/clients.md, each with its driver where that is installed: what a program prints
# stands in comments at its end ("#> …").  They use the table and the view of the page's first SQL snippet.
use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use IO::Select;
use IO::Socket::INET;
use IO::Socket::UNIX;
use POSIX ();
use ArticleTest;

# How to run a program of each language, and how to find out whether its driver is there.
my $jar = '/usr/share/java/postgresql.jar';
my %language = (
	python => { name => 'client.py', run => '/usr/bin/python3 client.py' },
	js => { name => 'client.js', run => 'node client.js', has => q{node -e 'require("pg")'} },
	java => { name => 'Client.java', run => "java -cp $jar Client.java \"jdbc:postgresql://127.0.0.1:\$RELAY/\$PGDATABASE?user=\$PGUSER\"", has => "test -f $jar && java --version && javac --version" },
	perl => { name => 'client.perl', run => 'perl client.perl', has => 'perl -MDBD::Pg -e 1' });

# JDBC speaks TCP alone, and the test's server listens on a socket in the file system.  Passes the
# bytes of a few connections from one to the other; returns the port.
my $relay;
END { kill TERM => $relay if $relay; }
sub relay
{
	my $door = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1') or die "relay: $!";
	$relay = fork;
	return $door->sockport if $relay;
	while (my $client = $door->accept)
	{
		my $server = IO::Socket::UNIX->new(Peer => "$ENV{PGHOST}/.s.PGSQL.$ENV{PGPORT}") or POSIX::_exit(1);
		my %other = ($client => $server, $server => $client);
		my $both = IO::Select->new($client, $server);
		my ($open, $bytes) = (1);
		while ($open)
		{
			for my $from ($both->can_read)
			{
				$open &&= sysread($from, $bytes, 65536) && syswrite($other{$from}, $bytes);
			}
		}
	}
	POSIX::_exit(0);
}

# Where npm has put pg: in a folder that ARTICLE_NODE_MODULES names, as for markdown.pl.
$ENV{NODE_PATH} = join ':', grep { defined } $ENV{ARTICLE_NODE_MODULES}, $ENV{NODE_PATH};

my $file = do { local (@ARGV, $/) = 'doc/clients.md'; <> };
my ($setup) = $file =~ /^```sql\n(.*?)^```/ms;
my $db = fresh_database('t_clients');
psql($db, $setup);
$ENV{PGDATABASE} = $db;
$ENV{PGUSER} ||= 'postgres';
$ENV{PGTZ} = 'Europe/Paris';
$ENV{PYTHONIOENCODING} = 'UTF-8';
my $folder = tempdir(CLEANUP => 1);

# The modules that a Python program imports, but for those of Python itself.
sub driver
{
	my ($program) = @_;
	return join ', ', grep { !/^(asyncio|json)$/ } $program =~ /^(?:import|from) (\w+)/mg;
}

my $title;
while ($file =~ /^### ([^\n]*)\n|^```(python|js|java|perl)\n(.*?)^```/msg)
{
	if (defined $1)
	{
		$title = $1;
		next;
	}
	my ($kind, $program) = ($language{$2}, $3);
	my $has = $kind->{has} || "/usr/bin/python3 -c 'import " . driver($program) . "'";
	SKIP:
	{
		my $java = $2 eq 'java';
		skip "no driver for $title", 1 if system("($has) > /dev/null 2>&1") != 0;
		my $wanted = join '', $program =~ m{^(?:#|//)> (.*\n)}mg;
		open my $out, '>', "$folder/$kind->{name}" or die $!;
		print {$out} $program;
		close $out;
		$ENV{RELAY} ||= relay() if $java;
		my $got = `cd $folder && $kind->{run} 2> errors`;
		is($got, $wanted, "$title prints what the page says") or diag(`cat $folder/errors`);
	}
}

# What the page says of virtual generated columns.
if (psql($db, 'SHOW server_version_num') >= 180000)
{
	like(psql_fails($db, 'CREATE TABLE v (html text, article parsed_article GENERATED ALWAYS AS (parse_article(html)))'), qr/user-defined/, 'a virtual column of a type of an extension is refused');
	like(psql_fails($db, 'CREATE TABLE v (html text, title text GENERATED ALWAYS AS (article_title(html)))'), qr/user-defined/, 'so is one by a function of an extension');
}

done_testing();
