--
-- The forms of words in texts, and what somebody may have meant by a word that is in none.
--
\set VERBOSITY terse
SET client_min_messages = warning;

-- forms of a text: as written, after an elision and inside a compound too
SELECT * FROM french_forms('L''Été des élèves : une élève, les porte-avions, le 3 mars, M. Élève.') ORDER BY lexeme COLLATE "C", form COLLATE "C";
SELECT count(*) FROM french_forms('');
SELECT count(*) FROM french_forms(NULL);
SELECT count(*), max(occurrences) FROM french_forms(repeat('un mot, des mots ; ', 100000));
SELECT article_form_keys('mélenchon', 'Mélenchon') && article_form_keys('', 'Melanchon') AS near,
       article_form_keys('', '') AS nothing, cardinality(article_form_keys('', repeat('mot', 1000))) AS long;

-- a table of them, from texts or from articles
CREATE TABLE story (id int, body text, article parsed_article);
INSERT INTO story SELECT i, body FROM generate_series(1, 60) AS i,
	(VALUES ('Jean-Luc Mélenchon et Volodymyr Zelensky, le colonel Kadhafi, Emmanuel Macron. La réforme des retraites ; les maires, un gouvernement.')) AS v (body);
INSERT INTO story VALUES (61, 'M. Melanchon, une fois.'), (62, NULL), (63, 'Macrou, une fois.');
CREATE TABLE story_forms OF article_corpus_form;
CREATE INDEX ON story_forms USING gin (keys);
CREATE INDEX ON story_forms (lexeme);
CALL article_corpus_forms('story_forms', 'story', 'body');
SELECT lexeme, form, occurrences FROM story_forms WHERE lexeme IN ('réforme', 'mélenchon', 'maire') ORDER BY 1, 2;
CALL article_corpus_forms('story_forms', 'story', 'body');
SELECT sum(occurrences) FROM story_forms WHERE lexeme = 'maire';

-- did you mean
SELECT typed, french_suggest(typed, 'story_forms')
  FROM unnest(ARRAY['Melanchon', 'melanchon', 'Khadafi', 'Zelenski', 'Zelinsky', 'Macro', 'emanuel macron', 'reforme des retraite', 'réforme', 'gouvernemant',
              '"la reforme" melenchont -Kadafi', 'maire', 'chien', 'Macrou', 'OU PRES/5 SAUF', '42', '', 'hippopotame',
              'gouvernnement', 'réformme des maires']) AS typed;
SELECT french_suggest(NULL, 'story_forms') IS NULL AS no_text, french_suggest(repeat('Melanchon ', 100000), 'story_forms') LIKE 'Mélenchon Mélenchon %' AS long_text,
       length(french_suggest(repeat('é', 100000), 'story_forms')) AS one_long_word;

-- the procedure's and the function's mistakes
CALL article_corpus_forms('story', 'story', 'body');
CALL article_corpus_forms('story_forms', 'story', 'id');
CALL article_corpus_forms('story_forms', 'story', 'none');
CALL article_corpus_forms('story_forms', NULL, 'body');
SELECT french_suggest('Melanchon', 'story');

-- an article's title, deck and body are read; a view of forms serves as well
UPDATE story SET body = NULL, article = jsonb_populate_record(NULL::parsed_article, '{"title": "La Méditerranée", "body": "Les méduses."}') WHERE id < 5;
CALL article_corpus_forms('story_forms', 'story', 'article');
SELECT lexeme, form, occurrences FROM story_forms ORDER BY lexeme, form;
CREATE VIEW story_forms_seen AS SELECT keys, occurrences, form, lexeme FROM story_forms;
SELECT french_suggest('mediteranee', 'story_forms_seen');

-- with the privileges of the caller
CREATE ROLE regress_newsroom;
SET ROLE regress_newsroom;
SELECT french_suggest('mediteranee', 'story_forms');
CALL article_corpus_forms('story_forms', 'story', 'article');
RESET ROLE;
DROP ROLE regress_newsroom;
DROP VIEW story_forms_seen;
DROP TABLE story, story_forms;
