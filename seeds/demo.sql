/*
 * demo.sql
 *	  What "make demo" shows: the sample pages, loaded by load.sql, as typed rows.
 */
\set QUIET on
\pset footer off
\pset null '·'
\pset linestyle unicode
\pset border 1
SET timezone = 'Europe/Paris';
SET datestyle = 'ISO, DMY';
SET client_min_messages = warning;

ALTER TABLE page ADD article parsed_article
    GENERATED ALWAYS AS (parse_article(html, url, fetched_at, time_zone, content_type)) STORED;

-- at most so many characters, cut at a word
CREATE FUNCTION pg_temp.cut(words text, length int) RETURNS text
RETURN CASE WHEN length(words) <= length THEN words
            ELSE regexp_replace(left(words, length - 1), '\s+\S*$', '') || '…' END;

\echo
\echo '  The sample pages, as they are stored: HTML of many shapes, each fetched at a time.'
\echo '  One generated column parses them (article_backfill fills a table of millions, without its lock):'
\echo
\echo '      ALTER TABLE page ADD article parsed_article'
\echo '          GENERATED ALWAYS AS (parse_article(html, url, fetched_at, time_zone, content_type)) STORED;'
\echo
\echo '── Titles, authors, dates ──'
\echo
SELECT pg_temp.cut((article).title, 48) AS title,
       pg_temp.cut(array_to_string((article).authors, ', '), 26) AS authors,
       to_char((article).published_at AT TIME ZONE time_zone, 'YYYY-MM-DD HH24:MI') AS published,
       to_char((article).modified_at AT TIME ZONE time_zone, 'YYYY-MM-DD HH24:MI') AS modified,
       (article).language AS lang,
       CASE WHEN (article).paywalled THEN 'yes' END AS paywall,
       round((article).confidence::numeric, 2) AS sure
  FROM page
 ORDER BY coalesce((article).published_at, (article).modified_at) NULLS LAST, name COLLATE "C";

\echo '── First lines of the body ──'
\echo
\pset tuples_only on
\pset format unaligned
\pset fieldsep ''
SELECT '  ' || pg_temp.cut((article).title, 76) || E'\n      '
       || replace(pg_temp.cut(split_part((article).body, E'\n\n', 1), 230), E'\n', ' ') || E'\n'
  FROM page
 WHERE (article).body IS NOT NULL AND (article).confidence > 0.5
 ORDER BY (article).published_at NULLS FIRST, name COLLATE "C"
 LIMIT 8;

\echo '── A page with a stamp that names no year: "Dernière mise à jour à 13h54 le 29/12" ──'
\echo
SELECT format(E'  %s\n  fetched %s → modified %s\n', name,
              to_char(fetched_at AT TIME ZONE time_zone, 'YYYY-MM-DD HH24:MI'),
              to_char((article).modified_at AT TIME ZONE time_zone, 'YYYY-MM-DD HH24:MI'))
  FROM page WHERE name = 'quotidien.html';
\echo '  Its paragraphs:'
\echo
SELECT format('   %s. %s', number, pg_temp.cut(paragraph, 92))
  FROM page CROSS JOIN LATERAL string_to_table((article).body, E'\n\n') WITH ORDINALITY AS p(paragraph, number)
 WHERE name = 'quotidien.html' ORDER BY number;
\echo
\echo '  The other articles it offers:'
\echo
SELECT '   → ' || link.text || E'\n     ' || coalesce(link.url, '')
  FROM page CROSS JOIN LATERAL unnest((article).related) AS link
 WHERE name = 'quotidien.html';
\pset tuples_only off
\pset format aligned
\pset fieldsep '|'

\echo
\echo '── Related links, every page ──'
\echo
SELECT pg_temp.cut((article).title, 48) AS page, pg_temp.cut(link.text, 56) AS offers
  FROM page CROSS JOIN LATERAL unnest((article).related) AS link
 WHERE (article).confidence > 0.5 AND name NOT LIKE 'quotidien.%'
 ORDER BY 1, 2;

\echo '── Why was this block kept, and that one not?  article_blocks explains ──'
\echo
SELECT position AS "#", kind, CASE WHEN kept THEN '✓' ELSE '' END AS kept, round(score::numeric, 2) AS score, reason, pg_temp.cut(text, 60) AS text
  FROM page CROSS JOIN LATERAL article_blocks(html, content_type)
 WHERE name = 'quotidien.html' AND position > 10
 ORDER BY position;

\echo '── Ask the page itself: the captions of its pictures.  html_select takes CSS selectors, html_xpath XPath ──'
\echo
SELECT pg_temp.cut((article).title, 44) AS page, pg_temp.cut(n.text, 64) AS caption
  FROM page CROSS JOIN LATERAL html_select(page.html, 'figure:has(img) > figcaption', url, content_type) AS n
 WHERE (article).language = 'fr'
 ORDER BY page.name COLLATE "C", n.position
 LIMIT 5;

\echo '── The numbers of the articles as values: french_numbers ──'
\echo
SELECT DISTINCT pg_temp.cut((article).title, 48) AS title, raw, value, kind
  FROM page CROSS JOIN LATERAL french_numbers((article).body)
 WHERE (article).language = 'fr' AND kind <> 'ordinal' AND value >= 100000
 ORDER BY value DESC, raw
 LIMIT 6;

\echo '── What time they speak of, by the moment of publication: article_dates_in ──'
\echo
SELECT pg_temp.cut((article).title, 48) AS title, raw, during, precision
  FROM page CROSS JOIN LATERAL article_dates_in(article)
 WHERE name = 'quotidien.html' AND field = 'body'
 ORDER BY start;

\echo '── Who said what: article_quotes ──'
\echo
SELECT speaker, speaker_role AS role, pg_temp.cut(quote, 56) AS quote, kind
  FROM page CROSS JOIN LATERAL article_quotes(article)
 WHERE name IN ('depeche.html', 'quotidien.html') AND speaker_role IS NOT NULL
 ORDER BY name COLLATE "C", start
 LIMIT 6;

\echo '── One person, however the name is spelled: article_names ──'
\echo
SELECT DISTINCT n.name, role, n.forms
  FROM page CROSS JOIN LATERAL article_names(article) AS n
 WHERE kind = 'person' AND cardinality(forms) > 1 AND (article).language = 'fr'
 ORDER BY n.name
 LIMIT 6;

\echo '── A search box: eaux OU rivieres -loto.  Plurals and missing accents find their words; BM25 ranks ──'
\echo
CREATE TEMP TABLE words AS
SELECT name, article, article_tsvector(article) AS words FROM page;
CREATE TEMP TABLE corpus OF article_corpus_term;
CALL article_corpus_refresh('corpus', 'words', 'words');
SELECT round(article_bm25(words, query, 'corpus')::numeric, 2) AS bm25,
       pg_temp.cut((article).title, 52) AS title,
       replace(ts_headline('article_french', (article).body, query, 'MaxWords=14, MinWords=8, StartSel=«, StopSel=»'), E'\n', ' ') AS found
  FROM words
 CROSS JOIN french_query('eaux OU rivieres -loto') AS query
 WHERE words @@ query
 ORDER BY bm25 DESC, name COLLATE "C"
 LIMIT 6;

\echo '── Each match in its context: article_kwic ──'
\echo
SELECT lpad("left", 34) AS "left", match, "right"
  FROM words
 CROSS JOIN french_query('"équipages de remorqueurs" OU navires OU port PRES/6 jours') AS query
 CROSS JOIN LATERAL article_kwic((article).body, query, 34)
 WHERE words @@ query AND (article).language = 'fr'
 ORDER BY name COLLATE "C", start
 LIMIT 6;

\echo '── Did you mean?  french_suggest knows the forms of the archive ──'
\echo
CREATE TEMP TABLE forms OF article_corpus_form;
CREATE INDEX ON forms USING gin (keys);
CALL article_corpus_forms('forms', 'words', 'article');
SELECT typed, french_suggest(typed, 'forms') AS did_you_mean
  FROM unnest('{remorkeurs,Ingrid Alvorsen,ambasadeur de Norveje}'::text[]) AS typed;

\echo '── An alert: of the saved searches, those that a new page matches ──'
\echo
CREATE TEMP TABLE alert AS
SELECT typed, french_query(typed) AS query, french_query_keys(french_query(typed)) AS keys
  FROM unnest('{grève PRES/5 remorqueurs,Norvège OU Suède,climat -loto,"\"porte-parole\" ambassadeur"}'::text[]) AS typed;
CREATE INDEX ON alert USING gin (keys);
SELECT pg_temp.cut((article).title, 52) AS page, typed AS alert, keys
  FROM words JOIN alert ON keys && tsvector_to_array(words)
 WHERE words @@ query AND name IN ('depeche.html', 'quotidien.html')
 ORDER BY 1, 2;

\echo '  To install it: README.md, "Installing".  Then your own pages: doc/tutorial.md, en français doc/fr/tutoriel.md.'
\echo
