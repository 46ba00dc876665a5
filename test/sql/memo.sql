--
-- Several fields of one page cost one parse.  This is counted, not timed.
--
SET timezone = 'UTC';
SET datestyle = 'ISO, DMY';
CREATE TABLE count_before AS SELECT 0::bigint AS parses;
CREATE FUNCTION pg_temp.start() RETURNS void LANGUAGE sql AS 'UPDATE count_before SET parses = (article_stats()).parses';
CREATE FUNCTION pg_temp.parses() RETURNS bigint LANGUAGE sql AS 'SELECT (article_stats()).parses - parses FROM count_before';

CREATE TABLE page (id int PRIMARY KEY, html text, bytes bytea);
INSERT INTO page
SELECT i, html, convert_to(html, 'UTF8')
  FROM generate_series(1, 5) AS i
 CROSS JOIN format('<html lang="fr"><head><title>Titre %s</title></head><body><h1>Titre %s</h1><p>%s</p></body></html>', i, i,
                   repeat('Une phrase assez longue pour faire un paragraphe. ', 200)) AS html;

-- two fields in two expressions: one parse per page
SELECT pg_temp.start();
SELECT (parse_article(html)).title, length((parse_article(html)).body) FROM page ORDER BY id;
SELECT pg_temp.parses();

-- every field
SELECT pg_temp.start();
SELECT count((a).title) FROM (SELECT parse_article(html) AS a FROM page OFFSET 0) AS parsed;
SELECT pg_temp.parses();

-- accessors and views share it
SELECT pg_temp.start();
SELECT article_title(html), article_language(html), article_body(html) IS NOT NULL AS body, article_html(html) IS NOT NULL AS html
  FROM page WHERE id = 1;
SELECT pg_temp.parses() <= 2 AS shared;

-- bytes as well
SELECT pg_temp.start();
SELECT (parse_article(bytes)).title, (parse_article(bytes)).language FROM page WHERE id = 1;
SELECT pg_temp.parses();

-- another page, URL, time or time zone causes another parse, with its own result
SELECT pg_temp.start();
SELECT (parse_article(html, 'https://a.example/1')).url, (parse_article(html, 'https://a.example/2')).url FROM page WHERE id = 1;
SELECT pg_temp.parses();
SELECT (parse_article(html)).title, (parse_article(replace(html, 'Titre 1', 'Titre 9'))).title FROM page WHERE id = 1;
SELECT (parse_article(stamp, NULL, '2017-12-31 12:00+00')).published_at AS of_2017, (parse_article(stamp, NULL, '2019-06-01 12:00+00')).published_at AS of_2018
  FROM (SELECT '<html lang="fr"><h1>Un titre</h1><p class="date">Publié le 29/12 à 13h54</p><p>' || repeat('Un paragraphe de plus. ', 20) || '</p></html>' AS stamp) AS s;

-- text and the same bytes are not confused
SELECT (parse_article(convert_from('\x3c7469746c653ec3a93c2f7469746c653e'::bytea, 'UTF8'))).title AS text,
       (parse_article('\x3c7469746c653ec3a93c2f7469746c653e'::bytea, NULL, NULL, 'Europe/Paris', 'text/html; charset=iso-8859-7')).title AS bytes;

-- after an error, a later call does not reuse the failed page
SET article.max_html_size = '1kB';
SELECT (parse_article(html)).title FROM page WHERE id = 2;
RESET article.max_html_size;
SELECT (parse_article(html)).title FROM page WHERE id = 2;
DROP TABLE page, count_before;
