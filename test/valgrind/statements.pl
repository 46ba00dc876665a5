# Files for psql as statements for postgres --single -j, on standard output: one ends with a semicolon and an empty line.
# Variables that \set gives and :'name' reads are put in; other commands of psql are left out.
use strict;
use warnings;

my %variable;
for my $name (@ARGV)
{
	my $dollars = 0;
	my $atomic = 0;

	open my $file, '<', $name or die "$name: $!";
	while (my $line = <$file>)
	{
		if ($line =~ /^\\set (\w+) '(.*)'$/)
		{
			$variable{$1} = $2 =~ s/(?<!')' '(?!')//gr; # psql joins its words
			next;
		}
		next if $line =~ /^\\|\\g\w+|^\s*--/;
		$line =~ s/:'(\w+)'/defined $variable{$1} ? "'$variable{$1}'" : "NULL"/ge;
		$dollars++ while $line =~ /\$\w*\$/g;
		$atomic = 1 if $line =~ /BEGIN ATOMIC/;
		$atomic = 0 if $line =~ /^END;/;
		print $line;
		print "\n" if $line =~ /;\s*(?:--.*)?$/ && $dollars % 2 == 0 && !$atomic;
	}
	print "\nDISCARD ALL;\n\n"; # the next file has a session of its own
}
