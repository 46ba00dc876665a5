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

# ---------------------------------------------------------------- the explanation in French
# Why a block was kept or dropped, and where a value was found, are literals of many rooms: each is in
# the table of French phrases.
my %french = map { $_ => 1 } contents('src/article/explain/explain_phrase_list.h') =~ /^EXPLAIN_PHRASE\("([^"]*)"/mg;

# Returns the reasons in the code of the rooms that judge blocks, without its comments. A reason is
# returned, assigned, chosen by ?:, in a table of reasons, or the last argument of drop() and the like.
sub reasons
{
	my ($code) = @_;
	$code =~ s{/\*.*?\*/}{}gs;
	return $code =~ /(?:\breturn(?:\s+[^;"]*[?:])?|[?:]|reason\s*=(?:[^;"]*,)?|\]\s*=|\b(?:(?:block_)?drop(?:_surely)?|ruled_text|formatted)\([^;"]*,|in_wall\[\]\s*=|#define BODY_HIDDEN_BY_CLASS)\s*"([a-z][^"]*)"/g;
}

# Returns the sources of titles, authors and dates.
sub sources
{
	my ($code) = @_;
	return $code =~ /(?:\[(?:TITLE|SOURCE)_\w+\]\s*=|\bSOURCE_LINE|ARTICLE_KNOWN_SOURCE|author_list_init\([^;"]*,|(?:evidence_add|add_address_date)\([^;"]*,|ruled_text\([^;"]*,|DATE_BIT\(\w+\)[^;"]*,|TRUST_\w+,)\s*"([^"]*)"/g;
}

# Returns those without French, sorted. A number is "%" in the table.
sub untranslated
{
	my %seen;
	s/%[us]/%/g for (my @words = @_);
	return join "\n", sort grep { !$french{$_} && !$seen{$_}++ } @words;
}

is(untranslated(reasons('a ? "inside a box" : "in a %s"; return "for x"; block->reason = "new"; drop(&b[i], "old"); block_drop(&b[i - 1], "tail"); /* return "c" */ f("word");')),
	"for x\nin a %\ninside a box\nnew\nold\ntail", 'reasons are found');
my @reasons = map { reasons(contents($_)) } glob('src/article/body/*.[ch]'), 'src/article/cue/boilerplate.c';
cmp_ok(scalar @reasons, '>', 50, 'the rooms have reasons');
is(untranslated(@reasons), '', 'every reason is in French: explain_phrase_list.h');
my @sources = map { sources(contents($_)) } glob('src/article/{title,author,date,declared}/*.[ch]'), 'src/article/ruling.c', 'src/article/known.h';
cmp_ok(scalar @sources, '>', 30, 'the rooms have sources');
is(untranslated(grep { !/^(?:<\w+>|[a-z]+:[a-z]+|h1|meta|microdata|script|URL|HTML|Twitter|Open Graph|Dublin Core|JSON-LD(?: headline)?)$/ } @sources), '',
	'every source that is not a name is in French: explain_phrase_list.h');

done_testing();
