# Sentences, quotations and names in databases of other encodings: positions count the characters of
# the server.
use strict;
use warnings;
use utf8;
use Encode qw(encode);
use Test::More;
use ArticleTest;

$ENV{PGCLIENTENCODING} = 'UTF8';

my $text = encode('UTF-8', q(L''été est là. « Déjà ! », a dit Zoé Bérard. Mme Bérard vit à Pau.));
my $article = "jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', '$text'))";

# What a database says of the text, in UTF-8.
sub passages
{
	my ($db) = @_;
	return psql($db, "SELECT start, length, substr('$text', start, length) = text FROM french_sentences('$text');"
		. "SELECT start, length, quote, speaker FROM french_quotes('$text');"
		. "SELECT name, mentions, starts FROM article_names($article);"
		. "SELECT french_phonetic('$text'), french_name_key('$text')");
}

my $utf8 = passages(fresh_database('t_passages'));
like($utf8, qr/^1\|13\|t\n15\|29\|t\n/, 'UTF8: positions are those of characters');
like($utf8, qr/^17\|6\|.*\|Zo/m, 'UTF8: the quotation');
like($utf8, qr/Pau\|1\|/, 'UTF8: the names');
for my $encoding (qw(LATIN1 LATIN9 WIN1252))
{
	is(passages(fresh_database("t_passages_\L$encoding", "ENCODING '$encoding' LOCALE 'C' TEMPLATE template0")), $utf8, "$encoding: the same");
}

# In SQL_ASCII a character is a byte, and what is not UTF-8 is a question mark.
psql('postgres', 'SET client_min_messages = error; DROP DATABASE IF EXISTS t_passages_ascii;');
psql('postgres', "CREATE DATABASE t_passages_ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
psql('t_passages_ascii', 'SET client_min_messages = error; CREATE EXTENSION article');
{
	local $ENV{PGCLIENTENCODING} = 'SQL_ASCII';
	is(psql('t_passages_ascii', "SELECT bool_and(substr('$text', start, length) = text) FROM french_sentences('$text')"), 't', 'SQL_ASCII: positions are those of bytes');
	is(psql('t_passages_ascii', "SELECT start, length, text FROM french_sentences(E'Un caf\\xe9. Deux.')"), "1|8|Un caf?.\n10|5|Deux.", 'SQL_ASCII: invalid UTF-8');
}

done_testing();
