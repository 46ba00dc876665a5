# article_bm25 compared with the formula in Perl; in parallel workers; sent to a foreign server.
use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use ArticleTest;

my $db = fresh_database('t_bm25');

# ---------------------------------------------------------------- documents, and a ranking computed in Perl
srand(20171229);
my @vocabulary = map { 'mot' . int($_ ** 1.5) } 1 .. 60;
my %weight = (A => 3, B => 2, C => 0.5, D => 1);
my (@documents, @rows);
for my $id (1 .. 300)
{
	my ($position, %positions, %tf, $length) = (0);
	for my $field (qw(A B C D))
	{
		for (1 .. int(rand($field eq 'D' ? 60 : 6)))
		{
			my $word = $vocabulary[ int(rand(1)**2 * @vocabulary) ];
			push @{ $positions{$word} }, ++$position . $field;
			$tf{$word} += $weight{$field};
			$length += $weight{$field};
		}
	}
	push @documents, { id => $id, tf => \%tf, length => $length || 0 };
	push @rows, "$id\t" . join(' ', map { "$_:" . join(',', @{ $positions{$_} }) } sort keys %positions);
}
psql($db, "CREATE TABLE doc (id int, words tsvector);\nCOPY doc FROM STDIN;\n" . join("\n", @rows) . "\n\\.\n" . <<'SQL');
CREATE TABLE doc_terms OF article_corpus_term;
CALL article_corpus_refresh('doc_terms', 'doc', 'words');
SQL

my ($average, %with) = (0);
for my $document (@documents)
{
	$average += $document->{length} / @documents;
	$with{$_}++ for keys %{ $document->{tf} };
}

sub own_score
{
	my ($document, $k1, $b, @terms) = @_;
	my $score = 0;
	for my $term (@terms)
	{
		my $n = $with{$term} || 0;
		my $tf = $document->{tf}{$term} || 0;
		$score += log(1 + (@documents - $n + 0.5) / ($n + 0.5)) * $tf * ($k1 + 1) / ($tf + $k1 * (1 - $b + $b * $document->{length} / $average));
	}
	return $score;
}

for my $case ([ 1.2, 0.75, 'mot1', 'mot14' ], [ 2, 0.3, 'mot5', 'mot5', 'mot76', 'absent' ], [ 0.9, 0, 'mot2' ], [ 1.2, 1, 'mot8', 'mot11', 'mot1' ])
{
	my ($k1, $b, @terms) = @$case;
	my $query = join(' | ', @terms);
	my %score = map { split /\|/ } split /\n/, psql($db, "SELECT id, article_bm25(words, '$query', 'doc_terms', '{1,0.5,2,3}', $k1, $b) FROM doc");
	my $worst = 0;
	for my $document (@documents)
	{
		my $own = own_score($document, $k1, $b, @terms);
		my $difference = abs($own - $score{ $document->{id} }) / ($own || 1);
		$worst = $difference if $difference > $worst;
	}
	cmp_ok($worst, '<', 1e-9, "$query, k1 $k1, b $b");
}

# ---------------------------------------------------------------- parallel workers
my $scores = "SELECT md5(string_agg(round(article_bm25(words, 'mot1 | mot14', 'doc_terms')::numeric, 9)::text, ' ' ORDER BY id)) FROM doc";
my $statistics = "SELECT md5(article_corpus_stat(words)::text) FROM doc";
my $parallel = <<'SQL';
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
ALTER TABLE doc SET (parallel_workers = 2);
SQL
my $ranked = "SELECT id FROM doc WHERE article_bm25(words, 'mot1 | mot14', 'doc_terms') > 0.5";
like(psql($db, "$parallel EXPLAIN (COSTS OFF) $ranked"), qr/Gather.*Filter: .*article_bm25/s, 'parallel workers compute the ranking');
is(psql($db, "$parallel $scores"), psql($db, $scores), 'with the same scores');
is(psql($db, "$parallel SELECT count(*) FROM ($ranked) AS r"), psql($db, "SELECT count(*) FROM ($ranked) AS r"), 'and the same matches');
is(psql($db, "$parallel $statistics"), psql($db, $statistics), 'the statistics are the same');
my $passing = "SET client_min_messages = warning; CREATE TEMP TABLE passing OF article_corpus_term; INSERT INTO passing TABLE doc_terms;";
(my $by_value = $ranked) =~ s/article_bm25\(words, ('.*?'), 'doc_terms'\)/article_bm25_score(words, $1, (SELECT article_corpus_lookup('passing', $1)))/;
like(psql($db, "$passing $parallel EXPLAIN (COSTS OFF) $by_value"), qr/Gather.*Filter: .*article_bm25_score/s, 'the leader reads the statistics, the workers rank');
is(psql($db, "$passing $parallel $by_value ORDER BY id"), psql($db, "$ranked ORDER BY id"), 'also with a temporary table');
(my $by_table = $ranked) =~ s/doc_terms/passing/;
like(psql_fails($db, "$passing $parallel SET parallel_leader_participation = off; $by_table"), qr/25000: a parallel worker cannot read temporary table pg_temp_\d+\.passing.*HINT:/s, 'a worker cannot read a temporary table');

# ---------------------------------------------------------------- documents as their counts
my $binary = tempdir(CLEANUP => 1) . '/documents.bin';
psql($db, <<"SQL");
ALTER TABLE doc ADD document article_bm25_document GENERATED ALWAYS AS (article_bm25_document(words)) STORED;
CREATE TABLE copied (id int, document article_bm25_document);
\\copy (SELECT id, document FROM doc) TO '$binary' (FORMAT binary)
\\copy copied FROM '$binary' (FORMAT binary)
SQL
is(psql($db, 'SELECT count(*) FROM doc AS d JOIN copied AS c USING (id) WHERE d.document::text = c.document::text'), scalar @documents, 'documents in binary, out and in again');
(my $narrow = $scores) =~ s/article_bm25\(words/article_bm25_rank(document/;
is(psql($db, "$parallel $narrow"), psql($db, $scores), 'parallel workers rank them with the same scores');

# ---------------------------------------------------------------- RUM and foreign servers, if installed
SKIP:
{
	skip 'no postgres_fdw', 2 unless psql($db, "SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw'");
	psql($db, <<'SQL');
CREATE EXTENSION postgres_fdw;
CREATE SERVER shard FOREIGN DATA WRAPPER postgres_fdw OPTIONS (extensions 'article');
CREATE USER MAPPING FOR CURRENT_USER SERVER shard;
CREATE FOREIGN TABLE remote (id int, words tsvector) SERVER shard OPTIONS (table_name 'doc');
SQL
	my $score = q{article_bm25_score(words, french_query('simple', 'mot1'), (SELECT article_corpus_lookup('doc_terms', french_query('simple', 'mot1'))))};
	like(psql($db, "EXPLAIN (VERBOSE, COSTS OFF) SELECT id FROM remote WHERE words @@ french_query('simple', 'mot1') ORDER BY $score DESC LIMIT 3"),
		qr/Remote SQL: .*WHERE .*mot1.*ORDER BY .*article_bm25_score/, 'the query and the order by score are sent to a foreign server');
	like(psql($db, "EXPLAIN (VERBOSE, COSTS OFF) SELECT id FROM remote WHERE words @@ french_query('simple', 'mot1 -mot2')"),
		qr/Remote SQL: .*WHERE .*mot1/, 'a query does too');
}
SKIP:
{
	skip 'no RUM', 4 unless psql($db, "SELECT count(*) FROM pg_available_extensions WHERE name = 'rum'");
	psql($db, 'CREATE EXTENSION rum; CREATE INDEX doc_rum ON doc USING rum (words rum_tsvector_ops); ANALYZE doc;');
	my $query = q{french_query('simple', '"mot1 mot2" OU mot14* -mot3')};
	like(psql($db, "SET enable_seqscan = off; EXPLAIN (COSTS OFF) SELECT id FROM doc WHERE words @@ $query"), qr/doc_rum/, 'RUM supports a query made by french_query');
	is( psql($db, "SET enable_seqscan = off; SELECT count(*), sum(id) FROM doc WHERE words @@ $query"),
		psql($db, "SET enable_indexscan = off; SET enable_bitmapscan = off; SELECT count(*), sum(id) FROM doc WHERE words @@ $query"),
		'with the same result');
	my $ranked_by_rum = q{SELECT words <=> q FROM doc, french_query_any('simple', 'mot1 mot14 mot5') AS q WHERE words @@ q ORDER BY words <=> q LIMIT 10};
	my $index_only = 'SET enable_seqscan = off; SET enable_bitmapscan = off;';
	like(psql($db, "$index_only EXPLAIN (COSTS OFF) $ranked_by_rum"), qr/Index Scan using doc_rum.*Order By: \(words <=>/s, 'RUM returns documents in the order of its own rank');
	is(psql($db, "$index_only $ranked_by_rum"), psql($db, "SET enable_indexscan = off; SET enable_bitmapscan = off; $ranked_by_rum"), 'and they are those that a sort finds');
}

done_testing();
