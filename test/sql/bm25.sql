--
-- Corpus statistics and article_bm25.
--
\set VERBOSITY terse
CREATE TABLE doc (id int PRIMARY KEY, words tsvector);
CREATE TABLE doc_terms OF article_corpus_term;
CREATE INDEX ON doc_terms (lexeme) INCLUDE (documents);
INSERT INTO doc VALUES
	(1, setweight('chat:1 noir:2', 'A') || 'chat:1 dort:2'),
	(2, 'chat:1,2 chien:3 noir:4'),
	(3, 'chien:1 chienne:2 chiot:3'),
	(4, 'loup noir'),		-- without positions
	(5, ''),
	(6, NULL);
CALL article_corpus_refresh('doc_terms', 'doc', 'words');
SELECT * FROM doc_terms ORDER BY lexeme NULLS FIRST;

-- the formula, written out: idf(chat) and idf(noir) over 5 documents of 13/5 positions
CREATE FUNCTION by_hand(tf float8, n float8, length float8) RETURNS float8 IMMUTABLE
RETURN ln(1 + (5 - n + 0.5) / (n + 0.5)) * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * length / (13.0 / 5)));
SELECT id, round(article_bm25(words, 'chat | noir', 'doc_terms', '{1,1,1,1}')::numeric, 12) AS score,
       round((CASE id WHEN 1 THEN by_hand(2, 2, 4) + by_hand(1, 3, 4) WHEN 2 THEN by_hand(2, 2, 4) + by_hand(1, 3, 4)
              WHEN 4 THEN by_hand(1, 3, 2) ELSE 0 END)::numeric, 12) AS by_hand
  FROM doc WHERE words IS NOT NULL ORDER BY score DESC, id;

-- a field counts as if it were repeated: weights for D, C, B, A
SELECT round(article_bm25(words, 'chat | noir', 'doc_terms', '{1,1,1,3}')::numeric, 12) AS weighted FROM doc WHERE id = 1;
WITH repeated AS (
	SELECT CASE id WHEN 1 THEN 'chat:1,2,3,4 noir:5,6,7 dort:8'::tsvector ELSE words END AS words, id FROM doc),
statistics AS (SELECT array_agg(t) AS terms FROM (SELECT unnest(article_corpus_stat(words)) AS t FROM repeated) AS s)
SELECT round(article_bm25_score(words, 'chat | noir', (SELECT jsonb_build_object(
	'documents', max(documents) FILTER (WHERE lexeme IS NULL), 'lengths', (array_agg(to_jsonb(lengths)) FILTER (WHERE lexeme IS NULL))[1],
	'lexemes', jsonb_object_agg(lexeme, documents) FILTER (WHERE lexeme IS NOT NULL)) FROM statistics, unnest(terms)))::numeric, 12) AS repeated
  FROM repeated WHERE id = 1;

-- excluded words do not score; a prefix is one term; a phrase scores by its words; labels select
-- fields
SELECT article_corpus_lookup('doc_terms', 'chi:* & !chat & (loup <-> noir) & chat:A');
SELECT id, round(article_bm25(words, 'noir & !chat', 'doc_terms')::numeric, 6) AS excluded,
       round(article_bm25(words, 'chi:*', 'doc_terms')::numeric, 6) AS prefix,
       round(article_bm25(words, 'chat:A', 'doc_terms')::numeric, 6) AS in_title,
       round(article_bm25(words, 'chat | chat', 'doc_terms')::numeric, 6) AS twice
  FROM doc WHERE id < 5 ORDER BY id;
SELECT bool_and(article_bm25(words, 'loup <-> noir', 'doc_terms') = article_bm25(words, 'loup | noir', 'doc_terms')) AS as_its_words FROM doc;

-- the same with the statistics as a value: it depends only on its arguments
SELECT bool_and(article_bm25(words, q, 'doc_terms') = article_bm25_score(words, q, article_corpus_lookup('doc_terms', q))) AS same
  FROM doc, unnest(ARRAY['chat', 'chat & noir', 'chi:* | loup', 'absent', '', '!chat']::tsquery[]) AS q;
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "lengths": null, "lexemes": null}') > 0 AS missing,
       article_bm25_score('chat:1', 'chat', '{"documents": 3, "lexemes": {"chat": 7}}') > 0 AS outdated;

-- words derived from one count 0.3 each in the tf of a query's word, and find nothing; a reading, a number and a single word have no family
CREATE TABLE fleet (id int PRIMARY KEY, words tsvector);
INSERT INTO fleet VALUES (1, 'ambassadeur:1 port:2 navire:3'), (2, 'port:1 ambassade:2 ambassadrice:3'), (3, 'port:1 grue:2 quai:3'),
	(4, 'ambassade:1 bateau:2 ambassad#:3'), (5, '2019:1 2019e:2 porte/n:3 ambition:4');
CREATE TABLE fleet_terms OF article_corpus_term;
CALL article_corpus_refresh('fleet_terms', 'fleet', 'words');
INSERT INTO fleet_terms (lexeme, documents) VALUES ('ambassade', 3), (NULL, 0); -- as triggers add them
SELECT article_corpus_lookup('fleet_terms', q) -> 'families' AS families
  FROM unnest('{ambassadeur | port,ambassadeur,ambassadeur | ambassadeur,ambassade:* | port,2019 & port/n,absent & le}'::tsquery[]) AS q;
SELECT id, round(article_bm25(words, q, 'fleet_terms')::numeric, 6) AS score, article_bm25(words, q, 'fleet_terms') = article_bm25_rank(article_bm25_document(words), q, 'fleet_terms') AS narrow,
       round(article_bm25_score(words, q, statistics - 'families')::numeric, 6) AS without,
       words @@ q AS found
  FROM fleet, CAST('ambassadeur | port' AS tsquery) AS q, article_corpus_lookup('fleet_terms', q) AS statistics ORDER BY id;
SELECT round((ln(1 + (5 - n + 0.5) / (n + 0.5)) * 0.3 * 2.2 / (0.3 + 1.2 * (0.25 + 0.75 * 3 / (16.0 / 5))))::numeric, 6) AS by_hand FROM (VALUES (1)) AS v (n);
SELECT article_bm25_score('ambassade:1,2 chat:3B', 'chat | ambassadeur:A', '{"documents": 9, "families": {"ambassadeur": ["ambassade"]}}')
       = article_bm25_score('chat:3B', 'chat', '{"documents": 9}') AS a_field_of_the_family;
DROP TABLE fleet, fleet_terms;
SELECT word, french_word_family(word) AS family
  FROM unnest('{manifester,manifestation,Manifestant,régler,règlement,démocratie,démocrate,révolutionnaire,port,nu,la,2019,mort/n,www.site.example,""}'::text[]) AS word;
SELECT french_word_family(NULL) IS NULL AS no_word, french_word_family(repeat('é', 2000)) IS NULL AS no_lexeme;

-- statistics of another structure are an error, not a ranking
SELECT article_bm25_score('chat:1', 'chat', '"nonsense"');
SELECT article_bm25_score('chat:1', 'chat', '[{"documents": 3}]');
SELECT article_bm25_score('chat:1', 'chat', '{}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": null}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": "3"}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "lengths": 12}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "lengths": {"d": 12}}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "lengths": [12]}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "lengths": [12, 1, 1, "x"]}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "lexemes": ["chat"]}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "lexemes": {"chat": {}}}');
SELECT article_bm25_score('chat:1', 'chat:*', '{"documents": 3, "prefixes": "chat"}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "families": ["chat"]}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "families": {"chat": "chaton"}}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "families": {"chat": ["chaton", 1]}}');
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 3, "families": {"chat": []}}') > 0 AS no_members;
SELECT article_bm25_score('chat:1', 'chat', jsonb_build_object('documents', 3, 'families', jsonb_build_object('chat', array_fill('a'::text, ARRAY[65]))));
SELECT article_bm25_score('chat:1', 'chat', '{"documents": 1e400}');

-- statistics that were never filled: one NOTICE per call site
CREATE TABLE unfilled OF article_corpus_term;
SELECT count(article_bm25(words, q, 'unfilled')) AS rows FROM doc, unnest(ARRAY['chat', 'noir']::tsquery[]) AS q;
SELECT article_bm25('chat:1', 'chat', 'unfilled') > 0 AS first, article_bm25('noir:1', 'noir', 'unfilled') > 0 AS second;
DROP TABLE unfilled;

-- the query changes from row to row, the statistics change from statement to statement
SELECT id, q, round(article_bm25(words, q, 'doc_terms')::numeric, 6) AS score
  FROM doc, unnest(ARRAY['chat', 'noir']::tsquery[]) AS q WHERE words @@ q ORDER BY id, q;
DO $$
DECLARE
	before float8 := article_bm25('chat:1', 'chat', 'doc_terms');
	score float8;
BEGIN
	FOR i IN 1..2 LOOP
		score := article_bm25('chat:1', 'chat', 'doc_terms');
		RAISE NOTICE 'round %: as before %', i, score = before;
		INSERT INTO doc_terms VALUES ('chat', 1);
	END LOOP;
END $$;
CALL article_corpus_refresh('doc_terms', 'doc', 'words');

-- a trigger adds the changes of a statement; after a merge the statistics equal a recount
CREATE TRIGGER doc_insert AFTER INSERT ON doc REFERENCING NEW TABLE AS added
	FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('doc_terms', 'words');
CREATE TRIGGER doc_update AFTER UPDATE ON doc REFERENCING OLD TABLE AS gone NEW TABLE AS added
	FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('doc_terms', 'words');
CREATE TRIGGER doc_delete AFTER DELETE ON doc REFERENCING OLD TABLE AS gone
	FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('doc_terms', 'words');
CREATE TRIGGER doc_truncate AFTER TRUNCATE ON doc
	FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('doc_terms', 'words');
INSERT INTO doc SELECT i, ('chat:1 mot' || i % 7 || ':2')::tsvector FROM generate_series(10, 100) AS i;
UPDATE doc SET words = 'renard:1' WHERE id % 10 = 3;
UPDATE doc SET id = id;
DELETE FROM doc WHERE id % 4 = 1;
SELECT count(*) AS rows_of_chat, sum(documents) AS documents FROM doc_terms WHERE lexeme = 'chat';
CALL article_corpus_merge('doc_terms');
CREATE TABLE counted OF article_corpus_term;
CALL article_corpus_refresh('counted', 'doc', 'words');
(TABLE doc_terms EXCEPT ALL TABLE counted) UNION ALL (TABLE counted EXCEPT ALL TABLE doc_terms);
SELECT count(*) > 10 AS terms, (SELECT documents = (SELECT count(words) FROM doc) FROM counted WHERE lexeme IS NULL) AS documents FROM counted;
TRUNCATE doc;
SELECT count(*) AS after_truncate FROM doc_terms;
CALL article_corpus_refresh('doc_terms', 'doc', 'words');
SELECT article_corpus_lookup('doc_terms', 'chat & chi:*') AS empty;

-- wrong arguments
CALL article_corpus_refresh('doc', 'doc', 'words');
CALL article_corpus_merge('doc');
CALL article_corpus_refresh('doc_terms', 'doc', NULL);
CALL article_corpus_refresh('doc_terms', 'doc', 'id');
SELECT article_bm25('chat', 'chat', 'doc');
SELECT article_bm25('chat', 'chat', 'doc_terms', '{1,1}');
SELECT article_bm25('chat', 'chat', 'doc_terms', '{1,1,1,-1}');
SELECT article_bm25('chat', 'chat', 'doc_terms', '{1,1,1,NaN}');
SELECT article_bm25('chat', 'chat', 'doc_terms', b => 2);
SELECT article_bm25('chat', 'chat', 'doc_terms', k1 => -1);
SELECT article_bm25('chat', 'chat', 'doc_terms', k1 => 1e308);
SELECT article_bm25('chat', 'chat', NULL) IS NULL AS no_corpus;
CREATE TRIGGER doc_row AFTER INSERT ON doc FOR EACH ROW EXECUTE FUNCTION article_corpus_trigger('doc_terms', 'words');
INSERT INTO doc VALUES (1, 'chat');
DROP TRIGGER doc_row ON doc;
DROP TRIGGER doc_insert ON doc;
CREATE TRIGGER doc_insert AFTER INSERT ON doc FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('doc_terms', 'words');
INSERT INTO doc VALUES (1, 'chat');
DROP TRIGGER doc_insert ON doc;
CREATE TRIGGER doc_insert AFTER INSERT ON doc REFERENCING NEW TABLE AS added
	FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('elsewhere', 'words');
INSERT INTO doc VALUES (1, 'chat');

-- partitioned statistics are recounted and merged too; those of inheritance children are not their
-- parent's
CREATE TABLE parted_doc (words tsvector);
INSERT INTO parted_doc VALUES ('chat:1'), ('chat:1 chien:2');
CREATE TABLE parted_terms OF article_corpus_term PARTITION BY HASH (lexeme);
CREATE TABLE parted_terms_0 PARTITION OF parted_terms FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parted_terms_1 PARTITION OF parted_terms FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TRIGGER parted_insert AFTER INSERT ON parted_doc REFERENCING NEW TABLE AS added
	FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('parted_terms', 'words');
CREATE TRIGGER parted_truncate AFTER TRUNCATE ON parted_doc
	FOR EACH STATEMENT EXECUTE FUNCTION article_corpus_trigger('parted_terms', 'words');
CALL article_corpus_refresh('parted_terms', 'parted_doc', 'words');
CALL article_corpus_refresh('parted_terms', 'parted_doc', 'words');
INSERT INTO parted_doc VALUES ('chat:1');
CALL article_corpus_merge('parted_terms');
SELECT * FROM parted_terms ORDER BY lexeme NULLS FIRST;
TRUNCATE parted_doc;
SELECT count(*) FROM parted_terms;
CREATE TABLE mother_terms OF article_corpus_term;
CREATE TABLE child_terms () INHERITS (mother_terms);
INSERT INTO child_terms VALUES ('chat', 5);
INSERT INTO parted_doc VALUES ('chat:1');
CALL article_corpus_refresh('mother_terms', 'parted_doc', 'words');
CALL article_corpus_merge('mother_terms');
SELECT tableoid::regclass, documents FROM mother_terms WHERE lexeme = 'chat' ORDER BY documents;
DROP TABLE parted_doc, parted_terms, child_terms, mother_terms;

DROP FUNCTION by_hand;
DROP TABLE doc, doc_terms, counted;
