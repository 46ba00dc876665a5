--
-- french_query: what people type into a search box.  A configuration of words as they are written
-- shows how quotes, operators and prefixes are converted; how words are converted depends on the
-- configuration.
--
\set VERBOSITY terse
SET client_min_messages = warning;
CREATE TEXT SEARCH CONFIGURATION plain_words (COPY = simple);

PREPARE ask(text) AS SELECT french_query('plain_words', $1) AS all_words, french_query_any('plain_words', $1) AS any_word;

-- words, OU, ET, SAUF; in lowercase they are ordinary words
EXECUTE ask('chat noir');
EXECUTE ask('chat OU chien noir');
EXECUTE ask('chat ou chien');
EXECUTE ask('ONU OR OTAN');
EXECUTE ask('rock ET jazz SAUF métal');
EXECUTE ask('rock -métal -"hard rock"');
EXECUTE ask('OU');

-- quotation marks of all kinds; an unclosed one extends to the end
EXECUTE ask('« mise à jour » du soir');
EXECUTE ask('“mise à jour"');
EXECUTE ask('soir "mise à jour');
EXECUTE ask('écran 55" plat');

-- prefixes, with and without the accents that were typed; groups
EXECUTE ask('Élec* maison');
EXECUTE ask('"chat noi*"');
EXECUTE ask('(chat OU chien) -(noir OU "gris clair")');
EXECUTE ask('((((chat');

-- any apostrophe, no-break spaces
EXECUTE ask('l’été l''été');
EXECUTE ask(U&'chat\00A0noir « chat\202Fnoir »');

-- nothing is an error
EXECUTE ask('');
EXECUTE ask('"" () - * OU « ');
EXECUTE ask('& | ! <-> \ '' :* a:b ''x'':A');
SELECT numnode(french_query('plain_words', repeat('chat ', 1000000))) < 2000 AS bounded,
       numnode(french_query('plain_words', repeat('(', 1000) || 'chat')) AS parentheses,
       numnode(french_query('plain_words', repeat('-', 1000) || 'chat')) AS hyphens,
       numnode(french_query('plain_words', repeat('-a ', 1000000))) < 5000 AS exclusions,
       numnode(french_query('plain_words', repeat('é', 1000000))) AS one_long_word;
SELECT count(french_query('plain_words', string)) AS queries
  FROM (SELECT string_agg((ARRAY['chat', ' ', '"', '«', '»', '(', ')', '-', '*', ' OU ', ' ET ', ' SAUF ', '''', '’', '!', '&', ':', '\'])[1 + (i * 7919 + j * 104729 + i * j * 31) % 18], '' ORDER BY j) AS string
          FROM generate_series(1, 2000) AS i, generate_series(1, 8) AS j GROUP BY i) AS s;
SELECT french_query(NULL::text) IS NULL AS no_query;

-- stop words: alone they give an empty query, as in websearch_to_tsquery; in a phrase they keep
-- their position
SELECT french_query('french', 'de la') AS nothing, to_tsvector('french', 'de la maison') @@ french_query('french', 'de la') AS found;
SELECT french_query('french', '"mise à jour"'), french_query('french', 'la mise -de');

-- article_french: forms of a word, missing accents, numbers and compounds
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('élections présidentielles', 'une élection présidentielle'), ('election presidentielle', 'les élections présidentielles'),
	('pêche', 'péché'), ('elect*', 'les élections'), ('élect*', 'un électeur'), ('"ministre elect*"', 'la ministre électorale'),
	('"13 h 54"', 'à 13h54'), ('1500 -euros', '1 500 francs'), ('"week-end"', 'un weekend'), ('"weekend"', 'un week-end'),
	('aujourd''h*', 'aujourd''hui'), ('d’aujourd’hu*', 'aujourd''hui'), ('rendez-v*', 'un rendez-vous'), ('presqu''î*', 'une presqu''île'),
	('"mise à j*"', 'la mise à jour'), ('"mise à j*"', 'du jour'), ('"mise à l*"', 'la mise à jour'), ('week-e*', 'un week-end'), ('week-e*', 'une semaine'), ('week-e*', 'un enfant'), ('Paris/Ly*', 'de Paris à Lyon'), ('(élect*', 'élection'),
	('"week-end de fête"', 'un week-end de fête'), ('"bla bla"', 'un seul bla'), ('l''été -d''automne', 'cet été, cet automne'), ('etat', 'l''État')) AS v (typed, document);

-- in a table with a GIN index
CREATE TABLE note (id int, body text);
INSERT INTO note SELECT i, 'note ' || i || ' du carnet' FROM generate_series(1, 2000) AS i;
INSERT INTO note VALUES (0, 'Mise à jour : le chat noir dort, le chien veille');
CREATE INDEX note_words ON note USING gin (to_tsvector('plain_words', body));
ANALYZE note;
EXPLAIN (COSTS OFF) SELECT id FROM note WHERE to_tsvector('plain_words', body) @@ french_query('plain_words', '"chat noir" vei*');
SELECT id FROM note WHERE to_tsvector('plain_words', body) @@ french_query('plain_words', '"chat noir" vei*');
SELECT id FROM note WHERE to_tsvector('plain_words', body) @@ french_query('plain_words', '"noir chat"');
SELECT id, ts_rank(to_tsvector('plain_words', body), q) > 0 AS rank, ts_rank_cd(to_tsvector('plain_words', body), q) > 0 AS rank_cd
  FROM note, french_query('plain_words', '"chat noir" chien') AS q WHERE to_tsvector('plain_words', body) @@ q;
SELECT ts_headline('plain_words', body, french_query('plain_words', '"chat noir"')) FROM note WHERE id = 0;

-- a copied configuration, changed by the user
ALTER TEXT SEARCH CONFIGURATION plain_words ALTER MAPPING FOR asciiword WITH french_stem;
SELECT french_query('plain_words', 'les chats noirs');
DROP TABLE note;
DROP TEXT SEARCH CONFIGURATION plain_words;
