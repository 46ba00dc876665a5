--
-- A tsvector built without the server's dispatch has the lexemes and positions that the configuration gives.
--
\getenv abs_srcdir PG_ABS_SRCDIR
\set seeds :abs_srcdir '/../seeds'
\set load :seeds '/load.sql'
\set VERBOSITY terse
SELECT french_tsvector('Les étudiant·e·s du week end, à 13 h 54'), french_tsvector('') AS empty, french_tsvector('le de la') AS stop_words, french_tsvector(NULL) IS NULL AS no_text;

-- the sample pages: each text, and whole articles; a mapping of no importance makes the server do the same
CREATE TEXT SEARCH CONFIGURATION through_server (COPY = article_french);
ALTER TEXT SEARCH CONFIGURATION through_server ALTER MAPPING FOR ideograph WITH simple;
\set ECHO none
\i :load
\set ECHO all
CREATE TABLE sample AS SELECT parse_article(html) AS article, html_text(html) AS shown FROM page;
SELECT count(*) > 50 AS many, bool_and(french_tsvector(t) = to_tsvector('article_french', t)) AS same
  FROM sample, unnest(ARRAY[(article).title, (article).subtitle, (article).description, (article).body, shown, upper(shown), html_text(shown)]) AS t WHERE t IS NOT NULL;
SELECT count(*) > 10 AS many, bool_and(article_tsvector(article) = article_tsvector('through_server', article)) AS same,
       bool_and(french_tsvector(shown) = french_tsvector('through_server', shown)) AS same_text FROM sample WHERE (article).title IS NOT NULL;

-- texts made at random of what the tokenizer and the dictionaries tell apart
CREATE TABLE piece AS
SELECT ordinality AS n, piece FROM unnest(ARRAY['le', 'la', 'entrée', 'ENTRÉE', 'entree', 'porte', 'il porte', 'Le Pen', 'Paris', 'l''été', 'l’Est', 'aujourd''hui', 'week-end', 'week end',
	'porte-avions', 'Côte-d''Or', 'R&D', 'étudiant·e·s', 'citoyen(ne)s', 'U.R.S.S.', 'A.F.P', 'C++', 'Canal+', '1 500', '13 h 54', '29/12/2017', '49.3', '1er', 'XIXe', '5 %', '20 k€', 'n° 5',
	'M. Cho', 'Mme', 'av. Foch', 'anne.dupont@journal.example', 'www.journal.example/une_page', '#BalanceTonPorc', '@jlm', 'dix-neuvième', 'solu-' || chr(10) || 'tion', 'peut-être', 'a-t-il', 'dites-le-moi',
	'漢字', 'Ω', '<b>', '&eacute;', chr(10), '. ', ' ', '?', '"', '«', '…', '-', repeat('a', 300), repeat('é', 1200), 'profesionel', 'cœur', 'coeur', 'États-Unis', 'Saint-Étienne', 'FR76 3000 6000 0112 3456 7890 189']) WITH ORDINALITY AS p (piece);
CREATE TABLE made AS
SELECT i, string_agg(piece, CASE i % 3 WHEN 0 THEN '' ELSE ' ' END ORDER BY md5(i::text || n)) AS t
  FROM generate_series(1, 600) AS i, piece WHERE ('x' || left(md5(n || ' ' || i), 4))::bit(16)::int % 60 < 1 + i % 20 GROUP BY i;
SELECT count(*) > 500 AS many, bool_and(french_tsvector(t) = to_tsvector('article_french', t)) AS same,
       bool_and(article_tsvector(row_of) = article_tsvector('through_server', row_of)) AS same_article
  FROM made, LATERAL (SELECT jsonb_populate_record(NULL::parsed_article, jsonb_build_object('title', left(t, 40), 'subtitle', substr(t, 20, 50), 'section', right(t, 9),
	'authors', ARRAY[left(t, 9), right(t, 20)], 'tags', ARRAY[right(t, 30), NULL], 'description', right(t, 60), 'body', t)) AS row_of) AS r;

-- up to the last position, and the 255th of a lexeme; what a tsvector cannot hold is missing at the end
SELECT french_tsvector(t) = to_tsvector('article_french', t) AS same, length(french_tsvector(t)) FROM (SELECT string_agg('mot' || i % 300 || ' de', ' ' ORDER BY i) AS t FROM generate_series(1, 40000) AS i) AS s;
SELECT v @@ 'ponton' AS beginning, v @@ 'terminus' AS ending, length(v) > 20000 AS most_of_it, (SELECT max(p) FROM unnest(v) AS u, unnest(u.positions) AS p) AS last
  FROM french_tsvector('ponton ' || (SELECT string_agg('mot' || md5(i::text), ' ') FROM generate_series(1, 60000) AS i) || ' terminus') AS v;

-- a configuration that somebody has altered gives what it says, also under the old name
CREATE TEXT SEARCH CONFIGURATION altered (COPY = article_french);
ALTER TEXT SEARCH CONFIGURATION altered DROP MAPPING FOR number;
SELECT french_tsvector('altered', 'Les 3 chats'), french_tsvector('altered', 'Les 3 chats') = to_tsvector('altered', 'Les 3 chats') AS same;
ALTER TEXT SEARCH CONFIGURATION altered ALTER MAPPING FOR word WITH simple;
SELECT french_tsvector('altered', 'Les 3 chats d''été'), french_tsvector('altered', 'Les 3 chats d''été') = to_tsvector('altered', 'Les 3 chats d''été') AS same;
SELECT french_tsvector('simple', 'Les 3 chats'), french_tsvector('english', 'the cats') AS english;
BEGIN;
SELECT french_tsvector('Les chats d''été');
ALTER TEXT SEARCH CONFIGURATION article_french ALTER MAPPING FOR word WITH simple;
SELECT french_tsvector('Les chats d''été'), french_tsvector('Les chats d''été') = to_tsvector('article_french', 'Les chats d''été') AS same;
ROLLBACK;
SELECT french_tsvector('Les chats d''été');
DROP TEXT SEARCH CONFIGURATION through_server, altered;
DROP TABLE sample, piece, made, page;
