--
-- The text search configuration article_french: which queries match which documents.
--
\pset null (null)

SELECT tokid, alias, description FROM ts_token_type('article_french') ORDER BY tokid;

-- every token type has a dictionary, except blanks and types that carry no word
SELECT t.alias, m.mapdict::regdictionary AS dictionary
  FROM ts_token_type('article_french') AS t
  LEFT JOIN pg_ts_config_map AS m ON m.mapcfg = 'article_french'::regconfig AND m.maptokentype = t.tokid
 ORDER BY t.tokid;

-- a query against a document: does it match as expected?  Only mismatches are printed.
CREATE TABLE finds (topic text, document text, query text, found boolean);
INSERT INTO finds VALUES
('elision', 'L’été à l''école, jusqu''au soir', 'école', true),
('elision', 'L’été à l''école', 'l’ecole', true),
('elision', 'la bonne école', 'd''école', true),
('elision', 'Il s''agit d''une fraude à l''impôt', 'dune', false),
('elision', 'un défi qu‘on relève, l´usine, l＇arrêt', 'usine arrêt relève', true),
('elision', 'à l''entr''acte du spectacle', 'entracte', true),
('elision', 'ils s''entr''égorgent', 'entr''égorger', true),
('elision', 'presqu''aussitôt, la porte', 'aussitôt', true),
('elision', 'C''est aujourd’hui fête', 'aujourd''hui', true),
('elision', 'à la côte d’Azur', 'Côte d''Azur', true),
('names', 'Brendan O’Brien a gagné à Dublin', 'O''Brien', true),
('names', 'Brendan O’Brien a gagné à Dublin', 'OBrien', true),
('compound', 'Le week-end à la mer', 'weekend', true),
('compound', 'Le week-end à la mer', 'week end', true),
('compound', 'Le week end à la mer', 'week-end', true),
('compound', 'Le weekend à la mer', 'week-end', true),
('compound', 'un porte‑avions près de Saint–Étienne', 'porte-avions', true),
('compound', 'un porte‑avions près de Saint–Étienne', 'Saint Étienne', true),
('compound', 'un porte-avions à quai', 'avions', true),
('compound', 'Le Val-d’Oise à pied', 'Val d''Oise', true),
('inversion', '« Y a-t-il un pilote à bord ? », demande-t-elle', 'demande pilote', true),
('inversion', 'Il a pris rendez-vous à huit heures', 'rendez-vous', true),
('inclusive', 'Les étudiant·e·s à Lyon', 'étudiants', true),
('inclusive', 'Les député.e.s à Lyon', 'députés', true),
('inclusive', 'Les citoyen(ne)s à Lyon', 'citoyens', true),
('inclusive', 'Les sénateurs/trices à Lyon', 'sénateurs', true),
('inclusive', 'Les lecteur-rice-s à Lyon', 'lecteurs', true),
('inclusive', 'Les vice-président•e•s à Lyon', 'vice-présidents', true),
('inclusive', 'LES PARTICIPANT·E·S', 'participants', true),
('inclusive', 'avec touxtes les auteurices', 'toutes autrices', true),
('inclusive', 'avec touxtes les auteurices', 'auteur', true),
('inclusive', 'la chercheureuse absente', 'chercheuse', true),
('inclusive', 'un silice pur', 'sil', false),
('acronym', 'au temps de l''U.R.S.S., déjà', 'URSS', true),
('acronym', 'au temps de l''URSS, déjà', 'u.r.s.s.', true),
('number', 'un salaire de 99 657 € déclaré', '99657', true),
('number', E'un salaire de 99\u202F657 € déclaré', '99 657', true),
('number', 'un salaire de 99 657 € déclaré', '99', false),
('number', 'quelque 2.067 films réalisés', '2067', true),
('number', 'un écart de 47,20 points à combler', '47.20', true),
('number', 'il fait -5 °C à Metz', '5 degrés', true),
('number', 'il fait -5 °C à Metz', '-5', true),
('number', 'il fait 5 °C à Metz', '-5 °C', false),
('percent', 'une hausse de 63 % en été', '63%', true),
('percent', 'une hausse de 63% en été', '63 pour cent', true),
('money', 'un coût de 25 millions d’euros assumé', '25 M€', true),
('money', 'un coût de 3 Mds€ assumé', '3 milliards d''euros', true),
('money', 'un coût de 300 euros assumé', '300 €', true),
('hour', 'la séance de 13h54 à Paris', '13 h 54', true),
('hour', 'la séance de 13 h 54 à Paris', '13:54', true),
('hour', 'la séance de 20 heures à Paris', '20h', true),
('hour', 'la séance de 20h à Paris', '20 heures', true),
('date', 'fermé le 29/12/2017', '29 décembre 2017', true),
('date', 'fermé le 29 décembre 2017', '29/12', true),
('date', 'fermé le 2017-12-29', '29.12.2017', true),
('date', 'fermé le 1er mai', '1 mai', true),
('date', 'fermé le 1er mai', '01/05', true),
('date', 'une demi-finale gagnée 1/2', 'février', false),
('ordinal', 'la 21ème étape', '21e', true),
('ordinal', 'au XXe siècle déjà', '20e siècle', true),
('ordinal', 'au XXe siècle déjà', 'xxe', true),
('ordinal', 'le Premier ministre à Brest', '1er ministre', true),
('abbreviation', 'M. Velter a démissionné', 'monsieur Velter', true),
('abbreviation', 'Mme Tsai a démissionné', 'madame Tsai', true),
('abbreviation', 'Me Cho a plaidé', 'maître Cho', true),
('abbreviation', 'à Saint-Denis', 'St Denis', true),
('abbreviation', 'à Sainte-Barbe', 'Ste-Barbe', true),
('abbreviation', 'le lot n°53 rappelé', 'numéro 53', true),
('abbreviation', 'le lot n° 53 rappelé', '53', true),
('address', 'voir http://www.lemonde.fr/vie-municipale/été', 'lemonde.fr', true),
('address', 'voir http://www.lemonde.fr/vie-municipale/été', 'municipale', true),
('address', 'écrire à jean.dupont@laposte.net', 'jean.dupont@laposte.net', true),
('tag', 'le mot-clé #BalanceTonPorc a été vu', 'balancetonporc', true),
('tag', 'le mot-clé #BalanceTonPorc a été vu', '#balancetonporc', true),
('tag', 'le mot-clé #BalanceTonPorc a été vu', 'porc', true),
('tag', 'le compte @Charlie_Hebdo est vérifié', 'Charlie_Hebdo', true),
('glued', 'dit l''AFP.Aucune victime à déplorer', 'victime aucune AFP', true),
('slash', 'le trajet Paris/Lyon allongé', 'Lyon', true),
('typing', E'les bacte\u0301\u00ADries re\u0301sistent', 'bactéries', true),
('typing', E'une si\u200Bgnature falsifiée', 'signature', true),
('typing', 'une ﬁlle ｃａｃｈéｅ', 'fille cachée', true),
('typing', 'le chat &amp; le <b>chien</b> dorment', 'amp', false),
('scripts', '日本の夏 déjà', '本', true),
('scripts', 'МОСКВА déjà', 'москва', true);

SELECT topic, document, query, found AS expected
  FROM finds
 WHERE (to_tsvector('article_french', document) @@ plainto_tsquery('article_french', query)) IS DISTINCT FROM found;

-- phrases: an elision and a sign take no position, a compound takes those of its parts
SELECT to_tsvector('article_french', 'le 29/12/2017 à 13h54') @@ phraseto_tsquery('article_french', '29 décembre 2017') AS date,
       to_tsvector('article_french', 'un prix de 25 M€ négocié') @@ phraseto_tsquery('article_french', '25 millions d''euros') AS money,
       to_tsvector('article_french', 'le week-end à Nice') @@ phraseto_tsquery('article_french', 'week end') AS compound,
       to_tsvector('article_french', 'la fin du week à Nice') @@ phraseto_tsquery('article_french', 'week-end') AS only_a_part;

-- queries with operators, built by to_tsquery and websearch_to_tsquery
SELECT document ~ 'gagné' AS gagné, to_tsvector('article_french', document) @@ websearch_to_tsquery('article_french', '"week-end" -pluie') AS found
  FROM (VALUES ('un week-end gagné'), ('un week-end de pluie à Brest')) AS v (document);

-- ts_debug
SELECT alias, token, dictionary, lexemes
  FROM ts_debug('article_french', 'L’école : 1 234,56 € le 29/12 à 13 h 54, n° 7, #Climat, A380')
 WHERE alias <> 'blank';

-- headlines print the original text
SELECT ts_headline('article_french', 'Vu l’école de l’Élysée : 99 657 € d’un coup, un week-end d’étudiant·e·s', plainto_tsquery('article_french', 'élysée 99657'));
SELECT ts_headline('article_french', 'Voici l’école à l’Élysée', plainto_tsquery('article_french', 'l''école')) AS inside_elision;
SELECT ts_headline('article_french', E'L’e\u0301te\u0301 à la mer', plainto_tsquery('article_french', 'été')) = E'L’<b>e\u0301te\u0301</b> à la mer' AS decomposed;
SELECT ts_headline('article_french', 'Les étudiant·e·s de l''U.R.S.S. le 29/12', plainto_tsquery('article_french', 'étudiants urss décembre')) AS marked;
SELECT bool_and(replace(replace(ts_headline('article_french', document, plainto_tsquery('article_french', query), 'HighlightAll=true'), '<b>', ''), '</b>', '')
                = replace(replace(document, '<b>', ''), '</b>', '')) AS same_text
  FROM finds;

-- tokens that are not words
SELECT to_tsvector('article_french', ''), to_tsvector('article_french', ' … — « » 😀 ‰ '), to_tsvector('article_french', NULL);
SELECT length(to_tsvector('article_french', repeat('a', 3000))) AS too_long, length(to_tsvector('article_french', repeat('é ', 100000))) AS many;

-- a single dictionary; options of the template
SELECT ts_lexize('article_french_number', '1 234,5') AS number, ts_lexize('article_french_symbol', '€') AS symbol, ts_lexize('article_french_abbreviation', 'St') AS abbreviation;
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = article_french, kind = 'verb');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = article_french, accents = 'lost');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = article_french, language = 'french');

-- a custom configuration: copied, with a synonym dictionary first, without numbers
CREATE TEXT SEARCH CONFIGURATION my_french (COPY = article_french);
CREATE TEXT SEARCH DICTIONARY my_words (TEMPLATE = simple, accept = false);
ALTER TEXT SEARCH CONFIGURATION my_french ALTER MAPPING FOR word, plain_word WITH my_words, article_french;
ALTER TEXT SEARCH CONFIGURATION my_french DROP MAPPING FOR number;
SELECT to_tsvector('my_french', 'l''école à 15 euros');
DROP TEXT SEARCH CONFIGURATION my_french;
DROP TEXT SEARCH DICTIONARY my_words;

-- in an index, a generated column and a parallel query
CREATE FUNCTION pg_temp.plan_has(query text, word text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  line text;
BEGIN
  FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
    IF line LIKE '%' || word || '%' THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END $$;
CREATE TABLE news (id int PRIMARY KEY, body text, words tsvector GENERATED ALWAYS AS (to_tsvector('article_french', body)) STORED);
INSERT INTO news (id, body) SELECT i, format('Dépêche n° %s : %s étudiant·e·s à l’Élysée', i, i * 1000) FROM generate_series(1, 2000) AS i;
CREATE INDEX news_words ON news USING gin (words);
CREATE INDEX news_body ON news USING gin (to_tsvector('article_french', body));
SET enable_seqscan = off;
SELECT pg_temp.plan_has('SELECT id FROM news WHERE to_tsvector(''article_french'', body) @@ plainto_tsquery(''article_french'', ''77 000'')', 'news_body') AS indexed;
SELECT id FROM news WHERE to_tsvector('article_french', body) @@ plainto_tsquery('article_french', '77 000 etudiants elysee');
RESET enable_seqscan;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET enable_bitmapscan = off;
SET enable_indexscan = off;
SELECT pg_temp.plan_has('SELECT count(*) FROM news WHERE to_tsvector(''article_french'', body) @@ plainto_tsquery(''article_french'', ''élysée'')', 'Parallel') AS parallel;
SELECT count(*) FROM news WHERE to_tsvector('article_french', body) @@ plainto_tsquery('article_french', 'ÉLYSÉE');
DROP TABLE news, finds;
