--
-- article_tsvector: an article as weighted words.
--
CREATE TEXT SEARCH CONFIGURATION plain_words (COPY = simple);
CREATE TABLE stored (id int, article parsed_article);
INSERT INTO stored (id, article.title, article.subtitle, article.authors, article.section, article.tags, article.description, article.body) VALUES
	(1, 'Un ponton de bois', 'La halle rouvre', '{Anne Dupont,NULL,AFP}', 'Culture', '{lac,bois}', 'Un résumé', E'Le ponton est là.\n\nLa halle aussi.'),
	(2, 'Titre seul', NULL, NULL, NULL, NULL, NULL, NULL),
	(3, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	(4, NULL, 'La halle rouvre', NULL, NULL, NULL, 'La halle rouvre', NULL);
INSERT INTO stored VALUES (5, NULL);

SELECT id, article_tsvector('plain_words', article) FROM stored ORDER BY id;

-- article_french, whatever the search path
SET search_path = pg_catalog;
SELECT public.article_tsvector(article) @@ public.french_query('halles "un ponton" dupont') AS found,
       public.article_tsvector(article) = public.article_tsvector('public.article_french', article) AS same
  FROM public.stored WHERE id = 1;
RESET search_path;

-- a word is found by its field; no phrase matches across two fields
SELECT v @@ 'ponton:A' AS title, v @@ 'halle:B' AS subtitle, v @@ 'résumé:B' AS description, v @@ 'culture:C & dupont:C & lac:C' AS facts,
       v @@ 'aussi:D' AS body, v @@ 'aussi:ABC' AS elsewhere, v @@ 'bois <-> la' AS across, v @@ 'dupont <-> afp' AS across_authors, v @@ 'là <-> la' AS paragraphs
  FROM stored, article_tsvector('plain_words', article) AS v WHERE id = 1;

-- more text than a tsvector can hold: only the end of the body is missing
UPDATE stored SET article.body = 'debut ' || (SELECT string_agg('mot' || md5(i::text), ' ') FROM generate_series(1, 60000) AS i) || ' fin' WHERE id = 1;
SELECT v @@ 'ponton:A & debut:D' AS beginning, v @@ 'fin' AS ending, length(v) > 20000 AS most_of_it
  FROM stored, article_tsvector('plain_words', article) AS v WHERE id = 1;
UPDATE stored SET article.body = repeat('le chat noir ', 100000) || 'fin' WHERE id = 1;
SELECT v @@ 'ponton:A & fin:D' AS found, v @@ 'le <-> chat <-> noir' AS phrase, length(v)
  FROM stored, article_tsvector('plain_words', article) AS v WHERE id = 1;
UPDATE stored SET article.body = repeat('é', 200000) || ' fin' WHERE id = 1;
SET client_min_messages = warning;
SELECT v @@ 'ponton:A & fin:D' AS found FROM stored, article_tsvector('plain_words', article) AS v WHERE id = 1;
RESET client_min_messages;

-- of a page, in an index
CREATE TABLE page (id int, html text, article parsed_article GENERATED ALWAYS AS (parse_article(html)) STORED);
INSERT INTO page (id, html) SELECT i, '<html lang="fr"><h1>Un ponton ' || CASE i WHEN 7 THEN 'de bois' ELSE 'de fer' END || '</h1><p>Le conseil municipal a voté hier la construction d''un ponton au pied de la halle.</p></html>'
  FROM generate_series(1, 500) AS i;
CREATE INDEX page_words ON page USING gin (article_tsvector('plain_words', article));
ANALYZE page;
EXPLAIN (COSTS OFF) SELECT id FROM page WHERE article_tsvector('plain_words', article) @@ french_query('plain_words', 'bois');
SELECT id FROM page WHERE article_tsvector('plain_words', article) @@ french_query('plain_words', 'bois');

-- a parsed_article whose type was altered: attributes are matched by name
ALTER TYPE parsed_article ADD ATTRIBUTE reviewed boolean CASCADE;
ALTER TYPE parsed_article DROP ATTRIBUTE subtitle CASCADE;
SELECT id, article_tsvector('plain_words', article) FROM stored WHERE id IN (2, 4) ORDER BY id;
DROP TABLE stored, page;
ALTER TYPE parsed_article DROP ATTRIBUTE body;
ALTER TYPE parsed_article ADD ATTRIBUTE body int;
SELECT article_tsvector('plain_words', parse_article(NULL::text)) IS NULL AS no_article;
SELECT article_tsvector('plain_words', jsonb_populate_record(NULL::parsed_article, '{"title": "Un titre"}'));
DROP TEXT SEARCH CONFIGURATION plain_words;
DROP EXTENSION article;
CREATE EXTENSION article;
