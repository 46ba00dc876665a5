--
-- parse_article_known: what a feed or a crawler knows of a page already is taken as given.
--
\pset null (null)
CREATE TABLE stored (page text, url text);
INSERT INTO stored VALUES ('<html lang="fr"><head><title>La mer monte encore au port - Le Journal</title>
<meta property="article:published_time" content="2024-02-03T08:00:00+01:00">
<meta property="article:modified_time" content="2024-02-03T09:30:00+01:00"><meta name="author" content="Paul Servat">
<meta name="description" content="Les habitants regardent."><meta property="og:image" content="https://journal.example/mer.jpg"></head>
<body><nav>Accueil</nav><h1>La mer monte encore au port</h1><p>Par Anne Vidal</p>
<p>La mer monte depuis hier soir au port de la ville, et les habitants regardent les vagues passer la digue.</p>
<p>Le maire a promis des digues plus hautes avant la fin de cet hiver qui commence à peine.</p></body></html>',
 'https://journal.example/2024/mer');

-- everything that can be known; the source of such a field is "known", and its confidence 1
\x on
SELECT (a).*
  FROM stored, LATERAL (SELECT parse_article_known(page, jsonb_build_object(
       'title', 'Au port, la mer  monte encore', 'authors', '{Anne Vidal,"Luc Roy"}'::text[],
       'published_at', '2024-02-03T07:15:30Z', 'modified_at', 'Sun, 04 Feb 2024 10:00:00 +0100', 'site_name', 'Le Journal du port',
       'url', '/mer.html', 'language', 'FR_ca', 'section', 'Régions', 'tags', '{mer,port}'::text[], 'description', 'Un résumé.',
       'image_url', 'https://images.example/port.jpg'), url) AS a OFFSET 0) AS parsed;

-- what is not known is found on the page, and judged by what is known: no change before the publication
SELECT (a).title, (a).published_at, (a).modified_at, (a).authors, (a).extra -> 'sources' AS sources
  FROM stored, LATERAL (SELECT parse_article_known(page, '{"published_at": "2024-02-03T10:00:00+01:00", "title": null, "tags": []}', url) AS a OFFSET 0) AS parsed;
\x off

-- nothing known: as parse_article
SELECT parse_article_known(page, NULL, url) = parse_article(page, url) AS without,
       parse_article_known(page, '{}', url) = parse_article(page, url) AS empty
  FROM stored;
SELECT parse_article_known(page, '{"title": "", "authors": [], "tags": "", "url": " ", "published_at": ""}', url) = parse_article(page, url) AS blank
  FROM stored;
SELECT parse_article_known(NULL::text, '{"title": "Un titre"}') IS NULL AS no_page;

-- a page that prints another headline keeps its body, and what is no page has what is known
SELECT (a).title, (a).body FROM stored, LATERAL (SELECT parse_article_known(page, '{"title": "Un titre du fil"}', url) AS a OFFSET 0) AS parsed;
SELECT (a).title, (a).body, (a).extra - 'version' AS extra
  FROM (SELECT parse_article_known('\x89504e470d0a1a0a0000000d49484452'::bytea, '{"title": "Le phare", "author": "Par Anne Vidal et Luc Roy (AFP)"}') AS a) AS parsed;

-- a text without its headline keeps the headings of its sections, and loses a headline in other words
SELECT number, (a).title, string_agg(line, E'\n' ORDER BY i) AS headings
  FROM (VALUES (1, 'Deux millions d''euros'), (2, 'Le phare du port rouvre enfin')) AS headings(number, heading),
       LATERAL (SELECT parse_article_known('<h2>' || heading || '</h2><p>La restauration a coûté cher, et la région en a payé la moitié, selon la mairie de la ville.</p><h2>Une lanterne neuve</h2>'
         || '<p>La lanterne, fabriquée en Bretagne, porte à vingt milles et a été hissée en trois jours par une grue du chantier naval.</p>', '{"title": "Le phare rouvre au public"}') AS a OFFSET 0) AS parsed,
       LATERAL unnest(string_to_array((a).body, E'\n\n')) WITH ORDINALITY AS lines(line, i)
 WHERE length(line) < 60 GROUP BY number, a ORDER BY number;

-- bytes in another encoding, with the header of the response
SELECT (a).title, (a).authors, left((a).body, 30) AS body
  FROM (SELECT parse_article_known(convert_to('<p>L''été dernier, la mer est montée jusque dans les rues du port.</p>', 'LATIN1'),
                                   '{"title": "L''été", "authors": "Rédaction"}', NULL, NULL, 'Europe/Paris', 'text/html; charset=iso-8859-1') AS a) AS parsed;

-- a date without a zone is read in time_zone, a day alone is midnight there
SELECT (parse_article_known('<p>x</p>', '{"published_at": "2024-07-14 20:00", "modified_at": "2024-07-15"}', NULL, NULL, 'America/Montreal')).published_at AT TIME ZONE 'UTC' AS published_at,
       (parse_article_known('<p>x</p>', '{"published_at": "2024-07-14 20:00", "modified_at": "2024-07-15"}', NULL, NULL, 'America/Montreal')).modified_at AT TIME ZONE 'UTC' AS modified_at;

-- many fields cost one parse; another "known" is another question
BEGIN;
CREATE TEMP TABLE before AS SELECT parses, reuses FROM article_stats();
SELECT (parse_article_known(page, '{"title": "Un"}', url)).title, (parse_article_known(page, '{"title": "Un"}', url)).language,
       (parse_article_known(page, '{"title": "Deux"}', url)).title AS other, (parse_article(page, url)).title AS own FROM stored;
SELECT now.parses - before.parses AS parses, now.reuses - before.reuses AS reuses FROM before, article_stats() AS now;
COMMIT;

-- generated columns and indexes
CREATE TABLE crawled (page text, known jsonb, article parsed_article GENERATED ALWAYS AS (parse_article_known(page, known)) STORED);
CREATE INDEX ON crawled (((parse_article_known(page, known)).title));
INSERT INTO crawled (page, known) SELECT page, '{"title": "Un titre connu"}' FROM stored;
SELECT (article).title FROM crawled;
DROP TABLE crawled;

-- a null or an empty string among others is not known, as array_agg over an outer join gives them; each tag counts once
SELECT (a).authors, (a).tags, (a).extra -> 'sources' -> 'tags' AS tags_by
  FROM parse_article_known('<p>x</p>', '{"authors": ["Anne Vidal", null, " ", "Luc Roy"], "tags": ["mer", "port", "mer", "Mer"]}') AS a;
SELECT (parse_article_known(page, '{"authors": [null], "tags": [null, ""]}', url)) = parse_article(page, url) AS none FROM stored;

-- a string is plain text: markup and entities are characters of it; one string is one author, "author" a byline; digits are a Unix time
SELECT (a).title, (a).description, (a).tags FROM parse_article_known('<p>x</p>', '{"title": "Le <em>phare</em> &amp; la mer", "description": "<p>Un résumé</p>", "tags": "mer, port"}') AS a;
SELECT (a).authors, (b).authors AS of_byline, (a).published_at AT TIME ZONE 'UTC' AS published_at
  FROM parse_article_known('<p>x</p>', '{"authors": "Par Anne Vidal et Luc Roy", "published_at": "1706944530"}') AS a,
       parse_article_known('<p>x</p>', '{"author": "Par Anne Vidal et Luc Roy"}') AS b;

-- as long as it may be: a title of 4 MB, 100 000 tags, in time proportional to them
SELECT length((a).title) AS title, cardinality((a).tags) AS tags, (a).tags[100000] AS last
  FROM (SELECT parse_article_known('<p>x</p>', jsonb_build_object('title', repeat('mot ', 1000000),
               'tags', (SELECT jsonb_agg('mot ' || i % 100000 ORDER BY i) FROM generate_series(1, 150000) AS i))) AS a) AS parsed;

-- errors
CREATE FUNCTION pg_temp.fails(known jsonb) RETURNS TABLE (state text, message text, hint text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM parse_article_known('<p>x</p>', known);
  RETURN QUERY SELECT NULL, 'no error', NULL;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, hint = PG_EXCEPTION_HINT;
  RETURN NEXT;
END $$;
\x on
SELECT f.* FROM unnest('{"{\"titel\": \"Le phare\"}", "{\"title\": 3}", "{\"title\": [\"Le phare\"]}", "{\"authors\": {\"name\": \"Anne Vidal\"}}",
                         "{\"tags\": [\"mer\", 3]}", "{\"tags\": [[\"mer\"]]}", "{\"authors\": [{\"name\": \"Anne Vidal\"}]}", "{\"author\": [\"Anne Vidal\"]}", "{\"title\": {\"rendered\": \"Le phare\"}}", "{\"url\": true}",
                         "{\"Title\": null}", "{\"body\": \"Un texte.\"}", "{\"published_at\": \"0000-00-00 00:00:00\"}", "{\"published_at\": \"1896-02-03\"}", "{\"published_at\": 1706944530}", "{\"published_at\": \"bientôt\"}", "{\"published_at\": \"infinity\"}", "{\"modified_at\": 1706944530}",
                         "{\"url\": \"/mer.html\"}", "{\"image_url\": \"javascript:alert(1)\"}", "{\"language\": \"x\"}", "[]", "\"title\"", "null"}'::jsonb[]) AS known,
       LATERAL pg_temp.fails(known) AS f;
\x off

-- a message shows the start of what is wrong, in whole characters
SELECT f.state, f.message FROM unnest(ARRAY[jsonb_build_object('published_at', repeat('été ', 100000)), jsonb_build_object(repeat('clé', 100000), 1),
                                            jsonb_build_object('url', 'ftp://' || repeat('é', 100000)), jsonb_build_object('language', repeat('é', 100000))]) AS known,
       LATERAL pg_temp.fails(known) AS f;
DROP TABLE stored;
