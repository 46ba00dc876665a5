--
-- The scalar accessors return what the row contains, for text and for bytes, and can be indexed.
--
SET timezone = 'Europe/Paris';
SET datestyle = 'ISO, DMY';
\pset null (null)

CREATE TABLE stored (id int, url text, fetched_at timestamptz, html text);
INSERT INTO stored VALUES
(1, 'https://www.gazette-du-lac.example/vie/un-ponton.html', '2017-12-31 12:00+01',
 '<html lang="fr"><head><title>Un ponton de bois pour le lac - La Gazette du lac</title><meta property="og:site_name" content="La Gazette du lac"><meta name="author" content="Anne Dupont"><meta name="description" content="Quarante mètres de mélèze."><meta property="article:section" content="Vie locale"><meta name="keywords" content="lac, aviron"><meta property="og:image" content="/img/ponton.jpg"><meta property="article:published_time" content="2017-12-28T13:54:00+01:00"><meta property="article:modified_time" content="2017-12-28T17:20:00+01:00"></head><body><h1>Un ponton de bois pour le lac</h1><h2 class="chapo">Quarante mètres de mélèze, deux bancs et une échelle : le projet divise.</h2><p>Le conseil municipal a voté hier soir, à main levée, la construction d''un ponton de bois de quarante mètres au pied de la halle.</p><p>Les travaux doivent commencer à l''automne, une fois les cygnes partis, et durer trois mois.</p></body></html>'),
(2, NULL, NULL, '<p>Rien à déclarer.</p>'),
(3, NULL, NULL, NULL);

SELECT id, article_title(html, url, fetched_at) AS title, article_subtitle(html, url, fetched_at) AS subtitle, article_authors(html, url, fetched_at) AS authors FROM stored ORDER BY id;
SELECT id, article_published_at(html, url, fetched_at) AS published_at, article_modified_at(html, url, fetched_at) AS modified_at FROM stored ORDER BY id;
SELECT id, article_site_name(html, url, fetched_at) AS site_name, article_url(html, url, fetched_at) AS url, article_language(html, url, fetched_at) AS language FROM stored ORDER BY id;
SELECT id, article_section(html, url, fetched_at) AS section, article_tags(html, url, fetched_at) AS tags, article_description(html, url, fetched_at) AS description FROM stored ORDER BY id;
SELECT id, article_image_url(html, url, fetched_at) AS image_url, article_paywalled(html, url, fetched_at) AS paywalled, article_confidence(html, url, fetched_at) BETWEEN 0 AND 1 AS confidence FROM stored ORDER BY id;
SELECT id, article_body(html, url, fetched_at) AS body FROM stored WHERE id = 1;

-- the same as the row's fields
SELECT id FROM stored AS s CROSS JOIN LATERAL parse_article(s.html, s.url, s.fetched_at) AS a
 WHERE (a.title, a.subtitle, a.authors, a.published_at, a.modified_at, a.site_name, a.url, a.language, a.section, a.tags, a.description, a.image_url, a.body, a.paywalled, a.confidence)
       IS DISTINCT FROM
       (article_title(s.html, s.url, s.fetched_at),
        article_subtitle(s.html, s.url, s.fetched_at),
        article_authors(s.html, s.url, s.fetched_at),
        article_published_at(s.html, s.url, s.fetched_at),
        article_modified_at(s.html, s.url, s.fetched_at),
        article_site_name(s.html, s.url, s.fetched_at),
        article_url(s.html, s.url, s.fetched_at),
        article_language(s.html, s.url, s.fetched_at),
        article_section(s.html, s.url, s.fetched_at),
        article_tags(s.html, s.url, s.fetched_at),
        article_description(s.html, s.url, s.fetched_at),
        article_image_url(s.html, s.url, s.fetched_at),
        article_body(s.html, s.url, s.fetched_at),
        article_paywalled(s.html, s.url, s.fetched_at),
        article_confidence(s.html, s.url, s.fetched_at));

-- the time zone argument reaches them, and bytes work as well as text
SELECT article_published_at('<h1>Un titre</h1><p class="date">Publié le 28/12/2017 à 13h54</p><p>Un paragraphe.</p>', NULL, NULL, 'America/Toronto') AS toronto,
       article_title(convert_to('<meta charset=latin1><title>Été</title>', 'LATIN1')) AS bytes,
       article_title(convert_to('<title>Été</title>', 'LATIN1'), NULL, NULL, 'Europe/Paris', 'text/html; charset=latin1') AS content_type;

-- in an index
CREATE INDEX stored_published_at ON stored (article_published_at(html, url, fetched_at));
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM stored WHERE article_published_at(html, url, fetched_at) >= '2017-12-01';
SELECT id FROM stored WHERE article_published_at(html, url, fetched_at) >= '2017-12-01';
RESET enable_seqscan;

-- in a generated column, with an index on one of its fields; and through COPY
ALTER TABLE stored ADD article parsed_article GENERATED ALWAYS AS (parse_article(html, url, fetched_at)) STORED;
CREATE INDEX stored_title ON stored (((article).title));
SELECT id, (article).title, (article).authors FROM stored ORDER BY id;
CREATE TABLE copied (id int, article parsed_article);
\copy (SELECT id, article FROM stored) TO PROGRAM 'cat > /dev/null'
INSERT INTO copied SELECT id, article::text::parsed_article FROM stored;
SELECT count(*) AS same FROM copied JOIN stored USING (id) WHERE copied.article IS NOT DISTINCT FROM stored.article;

-- new pages are parsed when they are inserted
INSERT INTO stored VALUES (4, NULL, NULL, '<h1>Une page de plus</h1><p>Un paragraphe.</p>');
UPDATE stored SET html = replace(html, 'de plus', 'de moins') WHERE id = 4;
SELECT (article).title FROM stored WHERE id = 4;
DROP TABLE copied, stored;
