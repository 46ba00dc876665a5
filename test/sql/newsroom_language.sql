--
-- An archive in several languages: French by article_french, others by the server's configurations.
--
\set VERBOSITY terse
SET client_min_messages = warning;

SELECT language, article_search_config(language)
  FROM unnest('{fr,FR-ca,fr_CH,en,en-GB,de,pt-BR,nb,zh-Hans,xx,"",français}'::text[] || NULL::text) AS language;
-- every language of the server has one
SELECT count(DISTINCT article_search_config(code)) AS configurations
  FROM unnest('{ar,ca,da,de,el,en,es,eu,fi,ga,hi,hu,hy,id,it,lt,nb,ne,nl,nn,no,pt,ro,ru,sr,sv,ta,tr,yi}'::text[]) AS code
 WHERE article_search_config(code) <> 'simple'::regconfig;

CREATE TABLE story (id int, article parsed_article);
INSERT INTO story
SELECT i, jsonb_populate_record(NULL::parsed_article, jsonb_build_object('title', title, 'language', language))
  FROM (VALUES (1, 'Les élections ont été gagnées', 'fr'), (2, 'The elections were won', 'en'), (3, 'Die Wahlen wurden gewonnen', 'de-AT'),
               (4, 'Les élections', NULL), (5, 'Wybory', 'pl')) AS v (i, title, language);
SELECT id, article_tsvector_by_language(article) FROM story ORDER BY id;
SELECT article_tsvector_by_language(NULL) IS NULL AS no_article,
       article_tsvector_by_language(article) = article_tsvector(article) AS as_french FROM story WHERE id = 1;
CREATE INDEX story_words ON story USING gin (article_tsvector_by_language(article));

-- one box for several languages; a language counts once
SELECT article_query_by_language('elections "were won"', '{fr,en,en-GB,NULL}');
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM story WHERE article_tsvector_by_language(article) @@ article_query_by_language('elections OU Wahl', '{fr,en,de}');
SELECT id FROM story WHERE article_tsvector_by_language(article) @@ article_query_by_language('elections OU Wahl', '{fr,en,de}') ORDER BY id;
SELECT id FROM story WHERE article_tsvector_by_language(article) @@ article_query_by_language('election', '{en}') ORDER BY id;
SELECT article_query_by_language('de', '{fr,de}') AS stop_word, article_query_by_language('', '{fr,en}') AS nothing, article_query_by_language(NULL, '{fr}') AS no_query;
SELECT article_query_by_language('a', '{}');
DROP TABLE story;
