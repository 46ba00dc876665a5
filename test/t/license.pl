# LICENSE and META.json name every table that is made from data of Unicode or CLDR, and none that is not there.
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

# The comment at the head of a file says what it was made from.
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
cmp_ok(scalar @made, '>=', 7, 'tables made from data of Unicode');
ok($listed{$_}, "LICENSE lists $_") for @made;
ok(-f $_, "$_ is there") for sort keys %listed;
ok((grep { $listed{$_} } @made) == keys %listed, 'LICENSE lists no other table');
unlike(join('', map { content($_) } @made), qr/Unicode-3\.0/, 'no table claims the licence of a later release');
like($license, qr/UNICODE, INC\. LICENSE AGREEMENT/, 'the licence of the data is there');
like(content('META.json'), qr/"unicode_dfs_2016"/, 'META.json names it');

done_testing();
