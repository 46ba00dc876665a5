--
-- article_report: a table of articles as one HTML document.
--
SET datestyle = 'ISO, DMY';
SET timezone = 'Europe/Paris';
\pset null (null)
\pset format unaligned
\getenv abs_srcdir PG_ABS_SRCDIR
\set load :abs_srcdir '/../seeds/load.sql'
\set ECHO none
\i :load
\set ECHO all
CREATE TABLE report_pages AS
SELECT url, fetched_at, html, parse_article(html, url, fetched_at, time_zone, content_type) AS article FROM page;
INSERT INTO report_pages (url) VALUES ('https://www.attente.example/pas-encore');
INSERT INTO report_pages (url, article) VALUES ('https://www.images.example/a.png', parse_article('\x89504e470d0a1a0a0000000d49484452'::bytea));

-- the summary: pages, those that are none, those that are not parsed
SELECT article_report('report_pages', html_column => 'html', url_column => 'url', fetched_at_column => 'fetched_at', worst => 3) AS document \gset
SELECT m[1] AS what, m[2] AS value FROM regexp_matches(:'document', '<dt>([^<]*)</dt><dd>([^<]*)</dd>', 'g') AS m WHERE m[1] NOT IN ('confidence', 'below 0.3', 'Encoding', 'Read by');
SELECT count(*) FILTER (WHERE (article).extra ->> 'not_a_page' IS NULL) AS pages, count(DISTINCT (article).language) AS languages,
       count(*) FILTER (WHERE (article).paywalled) AS for_subscribers FROM report_pages WHERE article IS DISTINCT FROM NULL;

-- what is missing
SELECT m[1] AS field, m[2] AS pages FROM regexp_matches(:'document', '<tr><th scope="row">([a-z_]+)</th><td>([0-9]+)</td><td><span', 'g') AS m;
SELECT count(*) - count((article).published_at) AS published_at, count(*) - count((article).tags) AS tags
  FROM report_pages WHERE article IS DISTINCT FROM NULL AND (article).extra ->> 'not_a_page' IS NULL;

-- the parts of the document
SELECT regexp_count AS headings FROM (SELECT count(*) AS regexp_count FROM regexp_matches(:'document', '<h2>', 'g')) AS c;
SELECT count(*) AS explanations FROM regexp_matches(:'document', '<iframe sandbox loading="lazy" title="[^"]*" srcdoc="&lt;!doctype|<iframe sandbox loading="lazy" title="[^"]*" srcdoc="<!doctype', 'gi');
SELECT :'document' ~ '<svg class="plot" ' AS plots, :'document' ~* '<script|<img|<link| on[a-z]+="|javascript:|url\(' AS runs_or_loads;
SELECT :'document' ~ '<h1>public.report_pages</h1>' AS title, :'document' LIKE '<!DOCTYPE html>%</body></html>_' AS whole;

-- without the pages there are no explanations, and it says how to get them
SELECT count(*) AS explanations FROM regexp_matches(article_report('report_pages'), '<iframe', 'g');
SELECT article_report('report_pages') ~ 'Name html_column to see' AS hint, article_report('report_pages', worst => 0) ~ 'least certain' AS worst;

-- in French
SELECT m[1] FROM regexp_matches(article_report('report_pages', worst => 0, language => 'fr'), '<h2>([^<]*)</h2>', 'g') AS m;
SELECT article_report('report_pages', language => 'FR') ~ '<html lang="fr">' AS french, article_report('report_pages', language => NULL) ~ '<html lang="en">' AS english;

SELECT article_report('report_pages', html_column => 'html', worst => 1, language => 'fr') ~ 'Comment cette page a &amp;#233;t&amp;#233; lue' AS explained_in_french;

-- what the table holds is shown as text
CREATE TABLE "report <b>" AS SELECT jsonb_populate_record(NULL::parsed_article, jsonb_build_object('title', '<script>alert(1)</script>', 'site_name', '<i>site</i>', 'language', '"><b>', 'confidence', 0.1, 'url', 'javascript:alert(1)', 'published_at', '2020-05-01')) AS "the <article>";
SELECT article_report('"report <b>"') ~* '<script|<i>|"><b>|href="javascript|<b>"' AS harmful;
SELECT count(*) FROM regexp_matches(article_report('"report <b>"'), '&lt;(script|i|b)&gt;|javascript:', 'g');

-- nothing in it, and years far apart
CREATE TABLE report_empty (article parsed_article);
SELECT article_report('report_empty') ~ 'There is no parsed page' AS empty;
INSERT INTO report_empty VALUES (NULL);
SELECT article_report('report_empty') ~ '<dt>not parsed</dt><dd>1</dd>' AS not_parsed;
INSERT INTO report_empty SELECT jsonb_populate_record(NULL::parsed_article, jsonb_build_object('published_at', at, 'confidence', c))
  FROM (VALUES ('0044-03-15 BC', NULL), ('1850-01-01', 0), ('2024-01-01', 1), ('infinity', 'NaN'), (NULL, 0.95)) AS v (at, c);
SELECT m[1] FROM regexp_matches(article_report('report_empty'), '<title>(\d{4}[^<]*)</title>', 'g') AS m;
SELECT count(*) FROM regexp_matches(article_report('report_empty', worst => 5), '<li><b>without a title</b>', 'g');

-- views and partitions too
CREATE VIEW report_view AS SELECT * FROM report_pages WHERE (article).language = 'de';
SELECT article_report('report_view', 'article') ~ '<dt>pages</dt><dd>1</dd>' AS of_a_view;

-- errors
SELECT article_report(NULL);
SELECT article_report('page');
SELECT article_report('report_pages', 'html');
SELECT article_report('report_pages', 'nothing');
SELECT article_report('report_pages', html_column => 'nothing');
SELECT article_report('report_pages', html_column => 'fetched_at');
SELECT article_report('report_pages', html_column => 'html', fetched_at_column => 'html');
SELECT article_report('report_pages', html_column => 'html', url_column => 'fetched_at');
SELECT article_report(0);
SELECT article_report('report_pages', worst => -1);
SELECT article_report('report_pages', language => 'de');
CREATE TABLE report_two (a parsed_article, b parsed_article);
SELECT article_report('report_two');
SELECT article_report('report_two', 'b') ~ 'There is no parsed page' AS named;
CREATE ROLE regress_report_reader;
SET ROLE regress_report_reader;
SELECT article_report('report_pages');
RESET ROLE;
DROP ROLE regress_report_reader;
DROP VIEW report_view;
DROP TABLE page, report_pages, report_empty, report_two, "report <b>";
