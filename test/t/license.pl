# LICENSE and META.json list exactly the tables that are generated from data of Unicode or CLDR.
use strict;
use warnings;
use Test::More;
use File::Find qw(find);

sub content
{
	my ($path) = @_;
	open(my $file, '<', $path) or die "$path: $!";
	local $/;
	return scalar <$file>;
}

# The header comment of a file states what it was generated from.
sub names_unicode
{
	my ($path) = @_;
	my ($head) = content($path) =~ m{\A/\*(.*?)\*/}s;
	return defined $head && $head =~ /\bCLDR\b|\bUnicode\s+(?:\*\s+)?(?:Character\s+Database|data)\b/;
}

my $license = content('LICENSE');
my %listed = map { $_ => 1 } $license =~ m{^\t(src/\S+)\t}mg;
my @tables;
find({ no_chdir => 1, wanted => sub { push @tables, $_ if /_(?:table\.c|list\.h|gen\.[ch])$/ } }, 'src');

my @made = grep { names_unicode($_) } sort @tables;
cmp_ok(scalar @made, '>=', 7, 'there are tables generated from data of Unicode');
ok($listed{$_}, "LICENSE lists $_") for @made;
ok(-f $_, "$_ exists") for sort keys %listed;
ok((grep { $listed{$_} } @made) == keys %listed, 'LICENSE lists no other table');
unlike(join('', map { content($_) } @made), qr/Unicode-3\.0/, 'no table claims the license of a later release');
like($license, qr/UNICODE, INC\. LICENSE AGREEMENT/, 'the license of the data is included');
like(content('META.json'), qr/"unicode_dfs_2016"/, 'META.json names it');

done_testing();
