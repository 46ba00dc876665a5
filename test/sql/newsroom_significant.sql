--
-- article_significant: the words that a result has more often than the rest.
--
\set VERBOSITY terse

CREATE TABLE story AS
SELECT i AS id, CASE WHEN i <= 10 THEN 'Le maire inaugure la piscine municipale. Pouvoir !' ELSE 'Le maire ouvre une école primaire.' END
                || CASE WHEN i % 2 = 0 THEN ' Il pleut.' ELSE '' END AS body
  FROM generate_series(1, 100) AS i;
ALTER TABLE story ADD words tsvector GENERATED ALWAYS AS (to_tsvector('article_french', body)) STORED;
CREATE TABLE story_terms OF article_corpus_term;
CREATE TABLE story_forms OF article_corpus_form;
CALL article_corpus_refresh('story_terms', 'story', 'words');
CALL article_corpus_forms('story_forms', 'story', 'body');

-- common words are not telling, whatever their number; readable forms where there is a table of them
SELECT w.word, w.lexeme, w.documents, w.corpus_documents, round(w.score::numeric, 2) AS score
  FROM (SELECT article_significant(words, 'story_terms') AS words FROM story WHERE id <= 12) AS s, unnest(s.words) AS w;
SELECT w.word, w.lexeme, w.documents, w.corpus_documents, round(w.score::numeric, 2) AS score
  FROM (SELECT article_significant(words, 'story_terms', 'story_forms') AS words FROM story WHERE id <= 12) AS s, unnest(s.words) AS w;

-- G2 is that of the four numbers
SELECT round(w.score::numeric, 6) = round((2 * (10 * ln(10 / (10 * 12 / 100.0)) + 0 + 2 * ln(2 / (90 * 12 / 100.0)) + 88 * ln(88 / (90 * 88 / 100.0))))::numeric, 6) AS same
  FROM (SELECT article_significant(words, 'story_terms') AS words FROM story WHERE id <= 12) AS s, unnest(s.words) AS w WHERE w.lexeme = 'piscine';

-- by group; nothing, everything, NULL
SELECT id <= 10 AS first, (article_significant(words, 'story_terms', 'story_forms'))[1].word FROM story GROUP BY 1 ORDER BY 1;
SELECT article_significant(words, 'story_terms') AS nothing FROM story WHERE false;
SELECT article_significant(words, 'story_terms') AS everything FROM story;
SELECT article_significant(NULL, 'story_terms') AS no_words FROM story;
SELECT cardinality(article_significant(strip(words), 'story_terms')) > 0 AS without_positions FROM story WHERE id = 1;
SELECT article_significant(words, NULL) FROM story;
SELECT article_significant(words, 'story_terms', NULL) FROM story;

-- statistics that are empty, older than the documents, or no statistics
CREATE TABLE empty_terms OF article_corpus_term;
SELECT article_significant(words, 'empty_terms') FROM story WHERE id = 1;
INSERT INTO story (id, body) SELECT i, 'Un séisme.' FROM generate_series(101, 110) AS i;
SELECT (article_significant(words, 'story_terms'))[1] FROM story WHERE id > 90;
SELECT article_significant(words, 'story') FROM story;
SELECT article_significant(words, 'story_terms', 'story') FROM story WHERE id = 1;

-- at most 100 words of a large result
SELECT cardinality(article_significant(to_tsvector('simple', 'mot' || i || ' autre' || i), 'story_terms')) FROM generate_series(1, 20) AS i;
INSERT INTO story_terms (lexeme, documents, lengths) VALUES (NULL, 100000, '{0,0,0,0}');
SELECT cardinality(article_significant(to_tsvector('simple', 'mot' || i || ' autre' || i), 'story_terms')) FROM generate_series(1, 2000) AS i;

-- with the privileges of the caller
CREATE ROLE regress_newsroom;
GRANT SELECT ON story TO regress_newsroom;
SET ROLE regress_newsroom;
SELECT article_significant(words, 'story_terms') FROM story;
RESET ROLE;
DROP TABLE story, story_terms, story_forms, empty_terms;
DROP ROLE regress_newsroom;
