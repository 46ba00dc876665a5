# The extension's messages: ASCII, since other characters are garbled in a client with another
# encoding; hints and details are sentences, and parameters are quoted.  Reads the sources; needs no
# server.
use strict;
use warnings;
use Test::More;

sub contents
{
	my ($file) = @_;
	open my $in, '<', $file or die "$file: $!";
	local $/;
	return <$in>;
}

my $string = qr/"(?:[^"\\]|\\.)*"/s;

# Returns the string literals of C code, each with the line that it begins on.
sub literals
{
	my ($code) = @_;
	my ($line, @found) = (1);
	while ($code =~ m{\G(?:(?<comment>/\*.*?\*/|//[^\n]*)|(?<character>'(?:[^'\\]|\\.)*')|(?<string>$string)|.)}gs)
	{
		push @found, [ $line, $+{string} ] if defined $+{string};
		$line += ($& =~ tr/\n//);
	}
	return @found;
}

# Returns [ kind, text ] for every errmsg, errdetail and errhint that begins with a literal;
# adjacent literals are joined.
sub messages
{
	my ($code) = @_;
	my @found;
	while ($code =~ /\berr(msg|detail|hint)\(\s*($string(?:\s*(?:$string|[A-Z0-9_]+))*)/g)
	{
		my ($what, $text) = ($1, $2);
		$text =~ s/"\s*([A-Z0-9_]*)\s*"/$1/g;
		push @found, [ $what, $text =~ /^"(.*)"$/s ? $1 : $text ];
	}
	return @found;
}

sub not_ascii { return grep { $_->[1] =~ /[^\x00-\x7f]/ } literals($_[0]); }

sub no_sentence
{
	return grep { $_->[0] eq 'msg' ? $_->[1] =~ /[.]$/ : $_->[1] !~ /^(?:[A-Z]|%s|\\"|[a-z]+_).*[.]$/s && $_->[1] ne '%s' } messages($_[0]);
}

# ---------------------------------------------------------------- the checks find what they must
my $sample = <<"C";
/* a comment may say \xE2\x80\xA6 "so \xE2\x80\xA6" */
char c = '"'; // and another \xE2\x80\xA6
ereport(ERROR, (errmsg("it ends in a stop."), errdetail("No stop " INT64_FORMAT
  " at its end"), errhint("A \\"b\\" \xE2\x80\xA6 c.")));
ereport(ERROR, (errmsg("\\"a\\" is wrong"), errdetail("This is a sentence."), errhint("%s", hint)));
C
is_deeply([ map { $_->[0] } not_ascii($sample) ], [4], 'an ellipsis in a literal is found, one in a comment is ignored');
is_deeply([ map { $_->[1] } no_sentence($sample) ], [ 'it ends in a stop.', 'No stop INT64_FORMAT at its end' ], 'a text that is not a sentence is found');

# ---------------------------------------------------------------- the sources
my @files = glob 'src/pg/*.c src/pg/*.h';
cmp_ok(scalar @files, '>', 40, 'there are source files');
my $count = 0;
for my $file (@files)
{
	my $code = contents($file);
	$count += messages($code);
	is(join("\n", map { "$file:$_->[0]: $_->[1]" } not_ascii($code)), '', "$file: ASCII") if $file ne 'src/pg/fallback_list.h';
	is(join("\n", map { "$file: $_->[0]: $_->[1]" } no_sentence($code)), '', "$file: sentences");
}
cmp_ok($count, '>', 100, 'there are messages');

# Messages that the SQL scripts raise.
for my $file (grep { !/--0\.[12]\.0\.sql$/ } glob 'sql/*.sql')
{
	unlike(contents($file), qr/^[^\n]*\b(?:RAISE|HINT|DETAIL)\b[^\n]*[^\x00-\x7f]/m, "$file: ASCII");
}

done_testing();
