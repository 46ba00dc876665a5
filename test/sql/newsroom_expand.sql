--
-- french_expand: synonyms from a table of the user's.
--
\set VERBOSITY terse
SET client_min_messages = warning;

CREATE TABLE synonym (
	typed text NOT NULL,
	means text NOT NULL,
	word tsquery GENERATED ALWAYS AS (french_query(typed)) STORED,
	meaning tsquery GENERATED ALWAYS AS (french_query(means)) STORED
);
INSERT INTO synonym VALUES ('ONU', '"Nations unies"'), ('"Nations unies"', 'ONU'), ('voiture', 'automobile'), ('voiture', 'auto OU bagnole'),
	('premier ministre', 'Matignon'), ('mairie', 'municipalité'), ('municipalité', 'mairie'), ('vide', ''), ('', 'vide');

SELECT typed, french_expand(french_query(typed), 'synonym')
  FROM unnest(ARRAY['ONU', '"Nations unies" climat', 'climat ONU -voiture', '"la voiture rouge"', 'le premier ministre démissionne', 'premier',
                    'mairie OU municipalité', 'mairie municipalité', 'vide', 'chat', 'ONU PRES/1 paix', '']) AS typed;

-- a document finds its synonyms
SELECT document, to_tsvector('article_french', document) @@ french_expand(french_query('ONU voitures'), 'synonym') AS found
  FROM (VALUES ('Les Nations unies achètent une automobile.'), ('L''ONU achète des bagnoles.'), ('Une nation unie achète une automobile.')) AS v (document);

-- words that are synonyms of each other do not multiply
INSERT INTO synonym SELECT chr(96 + i) || 'ézo', string_agg(chr(96 + k) || 'ézo', ' OU ') FROM generate_series(1, 20) AS i, generate_series(1, 20) AS k GROUP BY i;
SELECT numnode(french_expand(french_query(string_agg(chr(96 + i) || 'ézo', ' ')), 'synonym')) FROM generate_series(1, 20) AS i;

-- two columns of type tsquery, in any table or view
CREATE TABLE pair (id int, means tsquery, gone tsquery, "A word" tsquery);
ALTER TABLE pair DROP gone;
INSERT INTO pair VALUES (1, 'a', 'b'), (2, NULL, 'c'), (3, 'c', NULL);
SELECT french_expand('a & c', 'pair');
CREATE VIEW pairs AS SELECT "A word", means FROM pair;
SELECT french_expand('b & c', 'pairs');
ALTER TABLE pair ADD third tsquery;
SELECT french_expand('a', 'pair');
CREATE TABLE words (word text, means text);
SELECT french_expand('a', 'words');
SELECT french_expand('a', 0);
SELECT french_expand(NULL, 'words') IS NULL AS no_query, french_expand('a', NULL) IS NULL AS no_table;

-- with the privileges of the caller, and row-level security
CREATE ROLE regress_newsroom;
SET ROLE regress_newsroom;
SELECT french_expand('a', 'pairs');
RESET ROLE;
GRANT SELECT ON synonym TO regress_newsroom;
ALTER TABLE synonym ENABLE ROW LEVEL SECURITY;
CREATE POLICY most ON synonym TO regress_newsroom USING (typed <> 'ONU');
SET ROLE regress_newsroom;
SELECT french_expand(french_query('ONU voiture'), 'synonym');
RESET ROLE;
DROP VIEW pairs;
DROP TABLE synonym, pair, words;
DROP ROLE regress_newsroom;
