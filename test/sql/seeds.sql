--
-- Every field of every sample page in seeds/: seeds/answers.tsv and seeds/answers/ contain what a
-- reader finds in it; here this is compared with what parse_article finds.
--
SET datestyle = 'ISO, DMY';
SET timezone = 'Europe/Paris';
\pset null (null)
\getenv abs_srcdir PG_ABS_SRCDIR
\set seeds :abs_srcdir '/../seeds'
\set load :seeds '/load.sql'
\set answers :seeds '/answers.sql'
\set ECHO none
\i :load
\i :answers
\set ECHO all

CREATE TABLE parsed AS
SELECT page.name, page.time_zone, a.*
  FROM page CROSS JOIN LATERAL parse_article(html, url, fetched_at, time_zone, content_type) AS a;

SELECT count(*) AS pages, count(DISTINCT expected.name) AS with_facts, count(DISTINCT expected_body.name) AS with_body
  FROM page LEFT JOIN expected USING (name) LEFT JOIN expected_body USING (name);

-- one row per fact that the page states
CREATE VIEW found AS
SELECT name, field, value
  FROM parsed
 CROSS JOIN LATERAL (VALUES
    ('title', title),
    ('subtitle', subtitle),
    ('authors', array_to_string(authors, '; ')),
    ('published_at', (published_at AT TIME ZONE time_zone)::text),
    ('modified_at', (modified_at AT TIME ZONE time_zone)::text),
    ('site_name', site_name),
    ('url', url),
    ('language', language),
    ('section', section),
    ('tags', array_to_string(tags, '; ')),
    ('description', description),
    ('image_url', image_url),
    ('paywalled', CASE WHEN paywalled THEN 'true' ELSE 'false' END),
    ('confidence', CASE WHEN confidence < 0.5 THEN 'low' ELSE 'high' END)) AS f(field, value);

-- normalized: no-break spaces as spaces, curly apostrophes as straight ones, times to the second
CREATE FUNCTION pg_temp.alike(words text) RETURNS text
RETURN regexp_replace(translate(words, U&'\00A0\202F\2019', '  '''), ' +', ' ', 'g');

-- fields that differ from what the page states
SELECT e.name, e.field, f.value AS found, e.value AS expected
  FROM expected e JOIN found f USING (name, field)
 WHERE CASE WHEN e.field IN ('published_at', 'modified_at') THEN f.value::timestamp IS DISTINCT FROM e.value::timestamp
            ELSE pg_temp.alike(f.value) IS DISTINCT FROM pg_temp.alike(e.value) END
 ORDER BY e.name COLLATE "C", e.field COLLATE "C";

-- an article has a high confidence, a page without one does not
SELECT name, confidence FROM parsed
 WHERE (confidence < 0.5) <> (name IN ('accueil.html', 'introuvable.html'))
 ORDER BY name COLLATE "C";

-- bodies, block by block: missing and surplus blocks (the deck may open a body)
CREATE VIEW body_block AS
SELECT p.name, number, pg_temp.alike(block) AS block
  FROM parsed p CROSS JOIN LATERAL string_to_table(p.body, E'\n\n') WITH ORDINALITY AS b(block, number)
 WHERE NOT (number = 1 AND block IS NOT DISTINCT FROM p.subtitle);

CREATE VIEW expected_block AS
SELECT e.name, number, pg_temp.alike(block) AS block
  FROM expected_body e JOIN parsed p USING (name)
 CROSS JOIN LATERAL string_to_table(e.body, E'\n\n') WITH ORDINALITY AS b(block, number)
 WHERE NOT (number = 1 AND block IS NOT DISTINCT FROM p.subtitle);

SELECT name, CASE WHEN e.block IS NULL THEN 'too much' ELSE 'missing' END AS what, left(coalesce(e.block, b.block), 70) AS block
  FROM expected_block e FULL JOIN body_block b USING (name, block)
 WHERE (e.block IS NULL OR b.block IS NULL) AND name IN (SELECT name FROM expected_body)
 ORDER BY name COLLATE "C", b.number IS NULL, coalesce(e.number, b.number);

-- and in the same order
SELECT name
  FROM (SELECT name, string_agg(block, E'\n\n' ORDER BY number) AS body FROM expected_block GROUP BY name) AS e
  JOIN (SELECT name, string_agg(block, E'\n\n' ORDER BY number) AS body FROM body_block GROUP BY name) AS b USING (name)
 WHERE e.body <> b.body
 ORDER BY name COLLATE "C";

-- words that the body must contain, and words that it must not
SELECT e.name, e.field, e.value
  FROM expected e JOIN parsed p USING (name)
 WHERE e.field IN ('present', 'absent')
   AND (strpos(pg_temp.alike(coalesce(p.body, '')), pg_temp.alike(e.value)) > 0) <> (e.field = 'present')
 ORDER BY e.name COLLATE "C", e.value COLLATE "C";

-- headlines of related articles, and links that are not articles
SELECT e.name, e.field, e.value
  FROM expected e JOIN parsed p USING (name)
 WHERE e.field IN ('related', 'not_related')
   AND EXISTS (SELECT FROM unnest(p.related) AS link
                WHERE CASE e.field WHEN 'related' THEN pg_temp.alike(link.text) = pg_temp.alike(e.value)
                                   ELSE strpos(link.text, e.value) > 0 END) <> (e.field = 'related')
 ORDER BY e.name COLLATE "C", e.value COLLATE "C";

-- related links are absolute, except on a page without markup
SELECT name, link.url, link.text FROM parsed CROSS JOIN LATERAL unnest(related) AS link
 WHERE (link.url !~ '^https?://') IS NOT FALSE AND name NOT LIKE '%.txt'
 ORDER BY 1, 2;

-- the first sample page, in full: as HTML and as text
\pset format unaligned
SELECT title, authors, published_at, modified_at, language FROM parsed WHERE name LIKE 'quotidien.%' ORDER BY name;
SELECT body FROM parsed WHERE name = 'quotidien.html';
SELECT link.url, link.text FROM parsed CROSS JOIN LATERAL unnest(related) WITH ORDINALITY AS link(url, text, place, position) WHERE name = 'quotidien.html' ORDER BY position;
SELECT a.body = b.body AS same_body, (SELECT array_agg(text) FROM unnest(a.related)) = (SELECT array_agg(text) FROM unnest(b.related)) AS same_related
  FROM parsed a, parsed b WHERE a.name = 'quotidien.html' AND b.name = 'quotidien.txt';

-- all pages in UTF-8 also through the text form: the same result, except for the encoding
SELECT name FROM page JOIN parsed USING (name)
 WHERE name NOT IN ('latin1.html', 'gazette-2005.html', 'utf16.html', 'japonais.html')
   AND to_jsonb(parse_article(convert_from(html, 'UTF8'), page.url, fetched_at, page.time_zone))
       IS DISTINCT FROM to_jsonb(parse_article(html, page.url, fetched_at, page.time_zone, content_type)) #- '{extra,encoding}'
 ORDER BY name COLLATE "C";

-- article_related has the rows of the field, from bytes and from text
SELECT count(*) FILTER (WHERE related IS NOT NULL) > 5 AS some,
       bool_and(related IS NOT DISTINCT FROM (SELECT nullif(array_agg(r ORDER BY n), '{}') FROM article_related(html, url, fetched_at, time_zone, content_type) WITH ORDINALITY AS l (url, text, place, n), LATERAL (SELECT ROW(l.url, l.text, l.place)::article_link) AS s (r))) AS same_rows
  FROM page CROSS JOIN LATERAL (SELECT (parse_article(html, url, fetched_at, time_zone, content_type)).related OFFSET 0) AS a;
SELECT bool_and((parse_article(html, url)).related IS NOT DISTINCT FROM (SELECT nullif(array_agg(r ORDER BY n), '{}') FROM article_related(html, url) WITH ORDINALITY AS l (url, text, place, n), LATERAL (SELECT ROW(l.url, l.text, l.place)::article_link) AS s (r))) AS same_rows
  FROM (SELECT convert_from(html, 'UTF8') AS html, url FROM page WHERE name IN ('abonnes.html', 'mairie.html', 'quotidien.html', 'regional.html')) AS t;

DROP VIEW found, body_block, expected_block;
DROP TABLE parsed, page, expected, expected_body;
