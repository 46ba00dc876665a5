--
-- The counts of a tsvector as a value of their own, and the same ranking by them.
--
\set VERBOSITY terse
SELECT article_bm25_document('chat:1A,5 noir:2B,7,9 dort:3C'::tsvector), article_bm25_document('loup noir'::tsvector) AS without_positions,
       article_bm25_document(''::tsvector) AS empty, article_bm25_document(NULL) IS NULL AS no_words;

-- its text is that of a tsvector of which only the number of positions counts
SELECT 'chat:7,9 noir'::article_bm25_document, '''l''''été'':12B'::article_bm25_document;
SELECT 'chat:'::article_bm25_document;
SELECT '''chat'::article_bm25_document;
SELECT length(repeat('x', 2046)::article_bm25_document::text) AS longest;

-- documents that are long, stripped, of long lexemes and of lexemes that begin alike; of all weights
CREATE TABLE doc (id int PRIMARY KEY, words tsvector,
	document article_bm25_document GENERATED ALWAYS AS (article_bm25_document(words)) STORED);
INSERT INTO doc (id, words)
SELECT d, CASE d % 7 WHEN 0 THEN strip(words) WHEN 1 THEN words || setweight(words, 'B') ELSE words END
  FROM (SELECT d, string_agg(format('%s:%s%s', lexeme, 1 + p, chr(65 + (p * d) % 4)), ' ')::tsvector AS words
          FROM generate_series(1, 60) AS d, generate_series(0, 20 + d * 4) AS p,
               LATERAL (SELECT CASE (p * d + p) % 5
			               WHEN 0 THEN 'mot' || (p * 37 + d) % 90
			               WHEN 1 THEN 'anticonstitutionnel' || (p * 11) % 40
			               WHEN 2 THEN repeat('été', 1 + p % 9)
			               WHEN 3 THEN chr(97 + p % 26)
			               ELSE substr('constantinopolitaine', 1, 1 + (p * 7 + d) % 20) END AS lexeme) AS l
         GROUP BY d) AS made;
INSERT INTO doc (id, words) VALUES (101, ''), (102, NULL), (103, repeat('x', 2046)::tsvector), (104, repeat('x ', 300)::tsvector),
	(105, to_tsvector('simple', repeat('mot1 ', 20000))),
	(106, (SELECT string_agg(format('mot%s:%s', i, i % 16383 + 1), ' ') FROM generate_series(1, 9000) AS i)::tsvector);
CREATE TABLE doc_terms OF article_corpus_term;
CREATE INDEX ON doc_terms (lexeme) INCLUDE (documents);
CALL article_corpus_refresh('doc_terms', 'doc', 'words');

-- the same scores to the last digit, whatever is asked: terms, fields, prefixes, weights
CREATE TABLE asked AS
SELECT q::tsquery FROM unnest(ARRAY['mot1', 'mot17 | mot3 | mot3', 'absent', '!mot1', 'mot:*', 'anticonstitutionnel:*',
	'anticonstitutionnel1:*', 'anticonstitutionnel12', 'anti:*', 'étéété', 'été:*', 'é:*', 'a', 'a:*', 'z', 'zz', 'c & const', 'constantinopolitain:*',
	'constantinopolitaine', 'constantinopolitainement', 'mot1:A', 'mot1:BC', 'a:D', 'mot:*A', 'x', 'xx:*', 'mot899:*', 'mot9000']) AS q
UNION ALL SELECT quote_literal(lexeme)::tsquery FROM doc_terms WHERE length(lexeme) < 100 AND lexeme ~ '^[a-m].?$|\D\d[05]$|été'
UNION SELECT (quote_literal(left(lexeme, 18)) || ':*')::tsquery FROM doc_terms WHERE lexeme !~ '^mot';
SELECT sum(compared) > 2000 AS many, sum(scored) > 1000 AS scored, bool_and(same) AS same, bool_and(same_tuned) AS same_tuned
  FROM asked, LATERAL (
	SELECT count(*) AS compared, count(*) FILTER (WHERE article_bm25(words, q, 'doc_terms') > 0) AS scored,
	       bool_and(article_bm25(words, q, 'doc_terms') = article_bm25_rank(document, q, 'doc_terms')) AS same,
	       bool_and(article_bm25(words, q, 'doc_terms', '{0.1,0.7,1.3,2.9}', 0.9, 0.4)
	                = article_bm25_rank(document, q, 'doc_terms', '{0.1,0.7,1.3,2.9}', 0.9, 0.4)) AS same_tuned
	  FROM doc WHERE words IS NOT NULL) AS a_query;
SELECT bool_and(article_bm25_score(words, q, statistics) = article_bm25_rank_score(document, q, statistics)) AS same_by_value
  FROM asked, article_corpus_lookup('doc_terms', q) AS statistics, doc WHERE id IN (1, 31, 104);
SELECT article_bm25_rank(document, 'mot1', 'doc_terms') IS NULL AS no_document FROM doc WHERE id = 102;
SELECT article_bm25_rank('chat', 'chat', 'doc');
SELECT article_bm25_rank('chat', 'chat', 'doc_terms', '{1,1}');
SELECT article_bm25_rank_score('chat', 'chat', '"nonsense"');

-- smaller than the tsvector, and in the row
SELECT bool_and(pg_column_size(document) < 0.8 * pg_column_size(words)) FILTER (WHERE length(words) > 20 AND id < 100) AS smaller FROM doc;
SELECT attstorage FROM pg_attribute WHERE attrelid = 'doc'::regclass AND attname = 'document';

-- out and in again, as text and in binary
CREATE TABLE copied (id int, document article_bm25_document);
INSERT INTO copied SELECT id, document::text::article_bm25_document FROM doc;
SELECT bool_and(article_bm25_rank(c.document, q, 'doc_terms') = article_bm25_rank(d.document, q, 'doc_terms')) AS same_from_text
  FROM asked, doc AS d JOIN copied AS c USING (id) WHERE d.id IN (7, 14, 103, 104);
SELECT bool_and(c.document::text = d.document::text AND pg_column_size(c.document) = pg_column_size(d.document)) AS same_text
  FROM doc AS d JOIN copied AS c USING (id);
SELECT array_agg(article_bm25_document_send(document) = tsvectorsend(document::text::tsvector)) AS binary FROM doc WHERE id IN (7, 8, 101);
DROP TABLE doc, doc_terms, asked, copied;
