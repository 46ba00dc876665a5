--
-- What a newsroom's searches ask of a query: words exactly as typed, words near each other, and the
-- keys by which saved queries are found.
--
\set VERBOSITY terse
SET client_min_messages = warning;

-- french_exact: accents, number and person as typed; case, and the kind of quotes and spaces, do
-- not count
SELECT phrase, document, french_exact(document, phrase) AS exact,
       to_tsvector('article_french', document) @@ french_query('"' || phrase || '"') AS found
  FROM (VALUES ('permis de conduire', 'Son permis de conduire est valable.'),
               ('permis de conduire', 'Il permet de conduire.'),
               ('permis de conduire', E'Le PERMIS de\u00A0Conduire'),
               ('l''état d''urgence', 'L’état d’urgence est levé.'),
               ('les maires', 'Le maire'),
               ('maire', 'L''ex-maire'),
               ('pêche', 'Le péché')) AS example (phrase, document);
SELECT french_exact('', 'a') AS no_text, french_exact('a', '') AS no_phrase, french_exact(NULL, 'a') AS null_text,
       french_exact(repeat('le pont ', 500000), 'le port') AS long_text, french_exact('a', repeat('a', 1000000)) AS long_phrase;

-- in the search box: =word and ="phrase"
SELECT french_query('vélo ="permis de conduire"') AS query, french_query_exact('vélo ="permis de conduire" =retiré') AS phrases;
SELECT typed, french_query_exact(typed)
  FROM (VALUES ('="a b" OU c'), ('(="a b") =c'), ('-="a b" =c'), ('"a b"'), (''), ('a=b'), (NULL)) AS example (typed);
SELECT document, to_tsvector('article_french', document) @@ french_query(typed)
                 AND (SELECT bool_and(french_exact(document, phrase)) FROM unnest(french_query_exact(typed)) AS phrase) AS found
  FROM (VALUES ('On a retiré son permis de conduire.'), ('Retirer un permis de conduire'), ('Il permet de conduire, retiré.')) AS page (document),
       (VALUES ('="permis de conduire" =retiré')) AS box (typed);

-- PRES/n: in either order, at most n words apart; sides are words, phrases and alternatives
SELECT french_query('ministre PRES/2 démission');
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('ministre PRES/5 démission', 'La démission du ministre'),
               ('ministre PRES/5 démission', 'La ministre donne enfin sa démission'),
               ('ministre PRES/5 démission', 'Le ministre qui avait reçu le maire demande sa démission'),
               ('ministre PRÈS/5 démission', 'La démission du ministre'),
               ('ministre PRES/5 (démission OU départ)', 'Le départ de la ministre'),
               ('"mise à jour" NEAR/3 logiciel', 'Un logiciel sans mise à jour'),
               ('week-end PRES/3 pluie', 'De la pluie tout le weekend'),
               ('week-end PRES/3 pluie', 'De la pluie tout le week-end'),
               ('élect* PRES/3 maire', 'Le maire et les électeurs'),
               ('a PRES/2 b SAUF c', 'b a c'),
               ('pluie -vent PRES/2 fort', 'pluie et fort vent'),
               ('pluie -vent PRES/2 fort', 'pluie, vent, mer et houle de fort coefficient'),
               ('le ministre PRES/1 démission', 'démission ministre')) AS example (typed, document);
SELECT french_query_any('ministre PRES/5 démission') AS any_word, french_query('ministre pres/5 démission') AS lowercase;
SELECT numnode(french_query('simple', repeat('a PRES/30 b ', 10000))) < 6000 AS bounded,
       numnode(french_query('simple', repeat('(a PRES/9 ', 10000))) < 6000 AS nested,
       numnode(french_query('simple', repeat('(a PRES/9 (b -c) ', 10000))) < 6000 AS with_exclusions;

-- french_query_keys: the rarest lexemes one of which a document must have
SELECT typed, french_query_keys(typed::tsquery) AS keys
  FROM (VALUES ('maire'), ('maire & municipal'), ('maire | ville'), ('(maire | ville) & conseil'), ('maire <-> élu'),
               ('!maire'), ('maire & !ville'), ('maire | !ville'), ('!(!maire | ville)'), ('!(maire <-> ville)'), ('élect:*'), ('élect:* & an'),
               ('élect:* | an'), ('maire:A & !ville:B'), ('a | a'), (''), (NULL)) AS example (typed);
SELECT cardinality(french_query_keys(string_agg('mot' || i, ' | ')::tsquery)) AS many FROM generate_series(1, 2000) AS i;

-- with a corpus, the rarest are known
CREATE TABLE words AS SELECT to_tsvector('simple', 'institutionnel' || CASE WHEN i = 1 THEN ' an' ELSE '' END) AS words FROM generate_series(1, 9) AS i;
CREATE TABLE terms OF article_corpus_term;
CALL article_corpus_refresh('terms', 'words', 'words');
SELECT french_query_keys('an & institutionnel') AS guessed, french_query_keys('an & institutionnel', 'terms') AS counted,
       french_query_keys('an & inconnu', 'terms') AS unknown, french_query_keys('!an', 'terms') AS none, french_query_keys('', 'terms') AS nothing;
SELECT french_query_keys('an', 'words');

-- Whatever the query, a document that matches has one of the keys: random queries of OR, NOT, AND,
-- phrases and prefixes over random documents.
CREATE FUNCTION random_query(depth int) RETURNS tsquery LANGUAGE plpgsql AS $$
DECLARE
	kind int := floor(random() * 7);
BEGIN
	IF depth = 0 OR kind = 0 THEN
		RETURN (chr(97 + floor(random() * 8)::int) || CASE WHEN random() < 0.1 THEN ':*' ELSE '' END)::tsquery;
	END IF;
	RETURN CASE kind WHEN 1 THEN !! random_query(depth - 1)
	                 WHEN 2 THEN random_query(depth - 1) || random_query(depth - 1)
	                 WHEN 3 THEN tsquery_phrase(random_query(depth - 1), random_query(depth - 1), 1 + floor(random() * 2)::int)
	                 WHEN 4 THEN random_query(depth - 1) <-> random_query(depth - 1)
	                 ELSE random_query(depth - 1) && random_query(depth - 1) END;
END $$;
DO $$ BEGIN PERFORM setseed(0.17); END $$;
CREATE TABLE saved AS SELECT query, french_query_keys(query) AS keys FROM (SELECT random_query(4) AS query FROM generate_series(1, 3000)) AS q;
CREATE TABLE document AS
SELECT to_tsvector('simple', string_agg(chr(97 + floor(random() * 8)::int), ' ')) AS words
  FROM generate_series(1, 60) AS i, generate_series(1, 6) AS j GROUP BY i;
INSERT INTO document SELECT strip(words) FROM document;
SELECT count(*) FILTER (WHERE words @@ query AND NOT keys && tsvector_to_array(words)) AS missed,
       count(*) FILTER (WHERE words @@ query) > 10000 AS many_matches,
       count(*) FILTER (WHERE keys IS NOT NULL AND NOT keys && tsvector_to_array(words)) > 10000 AS many_spared
  FROM saved, document;
DROP TABLE words, terms, saved, document;
DROP FUNCTION random_query(int);
