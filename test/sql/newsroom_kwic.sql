--
-- article_kwic: every match of a query in a text, with its context.
--
\set VERBOSITY terse
SET client_min_messages = warning;

-- words in all their forms, phrases, prefixes; inside elisions and compounds; accents kept
\set story 'L’été dernier, les ministres ont démissionné. Le porte-avions quitte le port de Brest ; les avions, le week-end.\n\nLa démission du ministre, en mise à jour.'
SELECT query, k.* FROM unnest(ARRAY['été', 'ministre', '"démission du ministre"', 'port PRES/2 brest', 'avion', '"porte-avions"', 'week-end', '"week end"', '"mise à jour"', 'démis*']) AS query,
       article_kwic(replace(:'story', '\n', chr(10)), french_query(query), 20) AS k;

-- both sides of AND and OR are matches, what is excluded is not; none is inside another
SELECT query, start, match FROM unnest(ARRAY['ministre quai', 'ministre OU port -brest', '-ministre', '"port de Brest" port quitte']) AS query,
       article_kwic(:'story', french_query(query)) AS k;
SELECT query, start, match FROM unnest('{port <2> !brest,port <3> !brest,!quitter <2> port,!le <2> brest,(brest | avion) <-> !le,ministre:A}'::tsquery[]) AS query,
       article_kwic(:'story', query) AS k;
SELECT start, match FROM article_kwic('un chat, un chien ; un chien, un chat', french_query('chat PRES/3 chien'));

-- start counts characters; the match is there in the text, whatever its spaces
SELECT start, "left", match, "right", substr(text, start, length(match)) = match AS there
  FROM (VALUES (E'Été : été\u00A0😀 e\u0301té\n\n  ÉTÉ.  l''été')) AS v (text), article_kwic(text, 'été', 6);
SELECT * FROM article_kwic(E'le port\n  de   Brest est là', french_query('"port de Brest"'), 9);

-- contexts are whole words, of at most width characters
SELECT width, "left", "right", length("left") <= width AND length("right") <= width AS fits
  FROM unnest('{0,1,4,5,9,1000}'::int[]) AS width, article_kwic('Aussi loin que va le regard', 'loin', width);
SELECT * FROM article_kwic('a', 'a', -1);
SELECT * FROM article_kwic('a', 'a', 1001);

-- nothing to find
SELECT count(*) FROM article_kwic('', 'été');
SELECT count(*) FROM article_kwic('été', '');
SELECT count(*) FROM article_kwic(NULL, 'été');
SELECT count(*) FROM article_kwic('été', 'hiver');

-- linear, in one long text and beyond the positions of a tsvector
SELECT count(*) AS matches, max(start) AS last, max(length("left")) <= 40 AS narrow
  FROM article_kwic(repeat('le port de Brest, ', 100000), french_query('"port de Brest"'));
SELECT count(*) AS matches FROM article_kwic(repeat('mot ', 10000), french_query('mot* PRES/30 (mot OU mots)'));

-- Every lexeme that the configuration indexes is found, as often as it is there: a compound as one
-- word, which has a position for each of its parts, once.
CREATE TEMP TABLE sample AS
SELECT 'Le 3 mars 2019, à 13h54, M. Dupont-Moretti (42 ans) a payé 1 500 € pour le CAC 40 ; l''étudiant·e d''aujourd''hui va en week end, vingt et un km2 de Haute-Marne, Canal+ et C++, www.lemonde.fr, jean.dupont@exemple.fr #BalanceTonPorc @JLMelenchon l''U.R.S.S. XXe art. L. 121-1 n° 5 rendez-vous qu''a-t-il dit' AS text
UNION ALL SELECT 'LES ELEVES DU LYCEE ONT ETE RECUS, dix-huit ans apres'
UNION ALL SELECT (article).body FROM (SELECT parse_article('<p>Le préfet et l''ex-ministre d''État, soixante-dix ans, parlent d''un arc-en-ciel.</p>')) AS p (article);
SELECT lexeme, positions, kwic
  FROM (SELECT v.lexeme, cardinality(v.positions) AS positions,
               (SELECT count(*) FROM article_kwic(text, quote_literal(v.lexeme)::tsquery)) AS kwic
          FROM sample, unnest(to_tsvector('article_french', text)) AS v) AS c
 WHERE kwic <> positions ORDER BY lexeme COLLATE "C";
-- and so is every phrase of two
SELECT count(*) AS phrases, count(*) FILTER (WHERE phrase_found) AS found
  FROM (SELECT v.lexeme, EXISTS (SELECT FROM article_kwic(text, format('%L <%s> %L', v.lexeme, w.positions[1] - v.positions[1], w.lexeme)::tsquery)) AS phrase_found
          FROM sample, unnest(to_tsvector('article_french', text)) AS v, unnest(to_tsvector('article_french', text)) AS w
         WHERE w.positions[1] - v.positions[1] BETWEEN 0 AND 5) AS c;

-- ts_headline marks the same words, with their accents
SELECT query, ts_headline('article_french', :'story', french_query(query), 'HighlightAll=true, StartSel=[, StopSel=]')
  FROM unnest(ARRAY['été', '"démission du ministre"', 'avion', '"week-end"']) AS query;
DROP TABLE sample;
