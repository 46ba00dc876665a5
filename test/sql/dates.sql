--
-- Dates, declared and printed, in all the usual forms.
--
SET timezone = 'Europe/Paris';
SET datestyle = 'ISO, DMY';
\pset null (null)

CREATE FUNCTION pg_temp.page(stamp text, head text DEFAULT '', lang text DEFAULT 'fr') RETURNS text
RETURN '<!DOCTYPE html><html lang="' || lang || '"><head><meta charset="utf-8"><title>Un ponton de bois pour le lac</title>' || head || '</head><body>'
    || '<main><article><h1>Un ponton de bois pour le lac</h1>'
    || CASE WHEN stamp LIKE '<%' THEN stamp ELSE '<p class="date">' || stamp || '</p>' END
    || CASE left(lang, 2)
       WHEN 'fr' THEN '<p>Le conseil municipal a voté à main levée la construction d''un ponton de bois de quarante mètres au pied de la halle.</p><p>Les travaux doivent commencer à l''automne, une fois les cygnes partis, et durer trois mois si le niveau du lac le permet.</p><p>« Nous attendions cela depuis si longtemps », a réagi la présidente du club d''aviron, présente dans le public.</p>'
       WHEN 'en' THEN '<p>The town council voted by a show of hands to build a wooden jetty, forty metres long, at the foot of the old market hall.</p><p>Work should begin in the autumn, once the swans have gone, and take three months if the level of the lake allows.</p><p>“We have been waiting for this for so long,” said the president of the rowing club, who was in the audience.</p>'
       WHEN 'de' THEN '<p>Der Gemeinderat hat in offener Abstimmung beschlossen, am Fuß der alten Halle einen Steg aus Holz zu bauen, vierzig Meter lang.</p><p>Die Arbeiten sollen im Herbst beginnen, wenn die Schwäne fort sind, und drei Monate dauern, falls der Pegel es erlaubt.</p><p>„Darauf haben wir so lange gewartet“, sagte die Vorsitzende des Rudervereins, die im Saal saß.</p>'
       WHEN 'ja' THEN '<p>町議会は昨夜、古い市場の前に長さ四十メートルの木の桟橋を造ることを決めた。</p><p>工事は白鳥が去る秋に始まり、水位が許せば三か月で終わる予定である。</p><p>「ずっと待っていました」と、傍聴席にいたボート部の部長は話した。</p>'
       ELSE '' END
    || '</article></main></body></html>';

CREATE TABLE habit (number int, stamp text, published text, modified text);
INSERT INTO habit VALUES
-- French, printed
(1, 'Publié le jeudi 28 décembre 2017 à 13h54', '2017-12-28 13:54', NULL),
(2, 'Publié le 28/12/2017 à 13:54', '2017-12-28 13:54', NULL),
(3, 'Le 28 décembre 2017', '2017-12-28 00:00', NULL),
(4, '28.12.17', '2017-12-28 00:00', NULL),
(5, '28 déc. 2017', '2017-12-28 00:00', NULL),
(6, '28 décembre 2017, 13 h 54', '2017-12-28 13:54', NULL),
(7, 'Publié le 1er mai 2017', '2017-05-01 00:00', NULL),
(8, 'PUBLIE LE JEUDI 28 DECEMBRE 2017 A 13H54', '2017-12-28 13:54', NULL),
(9, 'PUBLIÉ LE 3 AOÛT 2017', '2017-08-03 00:00', NULL),
(10, 'Mis en ligne le 3 aout 2017 à 8h', '2017-08-03 08:00', NULL),
(11, 'Publié le 02/03/2017', '2017-03-02 00:00', NULL),
(12, 'Publié le 28-12-2017 13:54', '2017-12-28 13:54', NULL),
(13, 'Publié le 2017-12-28 à 13h54', '2017-12-28 13:54', NULL),
(14, 'Par Anne Dupont | Publié le 28/12/2017 | 13h54', '2017-12-28 13:54', NULL),
(15, 'Publié le 28 févr. 2017 à 07 h 05 min', '2017-02-28 07:05', NULL),
(16, 'Publié le 28 décembre 2017 à minuit', '2017-12-28 00:00', NULL),
(17, 'Publié le 28 décembre 2017 à midi', '2017-12-28 12:00', NULL),
(18, 'Publié le 28 décembre 2017 à 12h54 GMT', '2017-12-28 13:54', NULL),
(19, 'Publié le 28&nbsp;décembre&nbsp;2017 à&nbsp;13&nbsp;h&nbsp;54', '2017-12-28 13:54', NULL),
(20, 'Publié le 28 décembre 2017 à 12h54, heure de Nouméa', '2017-12-28 02:54', NULL),
(21, 'Publié le 28 décembre 2017 à 12h54 (heure de Montréal)', '2017-12-28 18:54', NULL),
-- no year: the latest that is not after fetched_at (31 December 2017, noon)
(31, 'Publié le 29/12 à 13h54', '2017-12-29 13:54', NULL),
(32, 'Publié le jeudi 28 décembre à 13h54', '2017-12-28 13:54', NULL),
(33, 'Publié le 31 décembre à 18h', '2016-12-31 18:00', NULL),
(34, 'Publié le 2 janvier', '2017-01-02 00:00', NULL),
-- relative
(41, 'Publié hier à 18 h', '2017-12-30 18:00', NULL),
(42, 'Publié aujourd''hui à 9h05', '2017-12-31 09:05', NULL),
(43, 'Publié il y a 2 heures', '2017-12-31 10:00', NULL),
(44, 'Publié il y a 40 minutes', '2017-12-31 11:20', NULL),
-- roles
(51, 'Dernière mise à jour à 13h54 le 29/12', NULL, '2017-12-29 13:54'),
(52, 'Publié le 27 décembre 2017 à 8h - Mis à jour le 28 décembre 2017 à 13h54', '2017-12-27 08:00', '2017-12-28 13:54'),
(53, 'Publié le 28 décembre 2017 à 13h54, mis à jour à 17h20', '2017-12-28 13:54', '2017-12-28 17:20'),
(54, 'Publié le 27/12/2017 à 08:00. Modifié le 28/12/2017 à 13:54', '2017-12-27 08:00', '2017-12-28 13:54'),
(55, 'Créé le 27.12.2017 à 08h00 / Actualisé le 28.12.2017 à 13h54', '2017-12-27 08:00', '2017-12-28 13:54'),
(56, 'MIS A JOUR LE 28 DECEMBRE 2017 A 13H54 - PUBLIE LE 27 DECEMBRE 2017', '2017-12-27 00:00', '2017-12-28 13:54'),
-- <time>
(61, '<p><time datetime="2017-12-28T13:54:00+01:00">il y a longtemps</time></p>', '2017-12-28 13:54', NULL),
(62, '<p><time datetime="2017-12-28">jeudi</time></p>', '2017-12-28 00:00', NULL),
(63, '<p><time class="pub" pubdate datetime="2017-12-28T12:54:00Z"></time></p>', '2017-12-28 13:54', NULL),
-- impossible, or after fetched_at
(71, 'Publié le 31/02/2017', NULL, NULL),
(72, 'Publié le 28 décembre 2018', NULL, NULL),
(73, 'Publié le 28/13/2017', NULL, NULL),
(74, 'Publié avec soin', NULL, NULL);

CREATE TABLE parsed AS
SELECT habit.*, a.published_at, a.modified_at
  FROM habit CROSS JOIN LATERAL parse_article(pg_temp.page(stamp), NULL, '2017-12-31 12:00+01') AS a;

SELECT count(*) AS habits FROM parsed;
SELECT number, stamp, published_at, published FROM parsed WHERE published_at IS DISTINCT FROM published::timestamptz AND NOT (published IS NULL AND modified IS NOT NULL) ORDER BY number;
SELECT number, stamp, modified_at, modified FROM parsed WHERE modified_at IS DISTINCT FROM modified::timestamptz ORDER BY number;
TRUNCATE habit;
DROP TABLE parsed;

-- declared in the head
ALTER TABLE habit ADD head text;
INSERT INTO habit (number, head, published, modified) VALUES
(1, '<meta property="article:published_time" content="2017-12-28T13:54:00+01:00">', '2017-12-28 13:54', NULL),
(2, '<meta property="article:published_time" content="2017-12-28T12:54:00Z"><meta property="article:modified_time" content="2017-12-28T16:20:00.000Z">', '2017-12-28 13:54', '2017-12-28 17:20'),
(3, '<meta property="article:published_time" content="2017-12-28T13:54:00+0100">', '2017-12-28 13:54', NULL),
(4, '<meta property="article:published_time" content="2017-12-28 13:54:00">', '2017-12-28 13:54', NULL),
(5, '<meta name="DC.date.issued" content="2017-12-28">', '2017-12-28 00:00', NULL),
(6, '<meta name="date" content="Thu, 28 Dec 2017 13:54:00 +0100">', '2017-12-28 13:54', NULL),
(7, '<meta itemprop="datePublished" content="2017-12-28T13:54">', '2017-12-28 13:54', NULL),
(8, '<meta name="parsely-pub-date" content="2017-12-28T12:54:00Z">', '2017-12-28 13:54', NULL),
(9, '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2017-12-28T13:54:00+01:00","dateModified":"2017-12-28T17:20:00+01:00"}</script>', '2017-12-28 13:54', '2017-12-28 17:20'),
(10, '<script type="application/ld+json">[{"@type":"WebSite","name":"x"},{"@type":["Article","NewsArticle"],"datePublished":"2017-12-28T12:54:00Z"}]</script>', '2017-12-28 13:54', NULL),
(11, '<script type="application/ld+json"><!-- {"@graph":[{"@type":"ReportageNewsArticle","datePublished":"2017-12-28T13:54:00+01:00"}]} --></script>', '2017-12-28 13:54', NULL),
(12, E'<script type="application/ld+json">{"@type":"NewsArticle","description":"deux\nlignes","datePublished":"2017-12-28T13:54:00+01:00"}</script>', '2017-12-28 13:54', NULL),
(13, '<meta property="og:article:published_time" content="2017-12-28T13:54:00+01:00">', '2017-12-28 13:54', NULL),
(14, '<meta property="article:published_time" content="2018-12-28T13:54:00+01:00">', NULL, NULL);

SELECT count(*) AS declared FROM habit;
SELECT number, head, a.published_at, published, a.modified_at, modified
  FROM habit CROSS JOIN LATERAL parse_article(pg_temp.page('<p>Sans date</p>', head), NULL, '2017-12-31 12:00+01') AS a
 WHERE a.published_at IS DISTINCT FROM published::timestamptz OR a.modified_at IS DISTINCT FROM modified::timestamptz
 ORDER BY number;

-- other languages
SELECT lang, stamp, published_at
  FROM (VALUES (1, 'en', 'Published 28 December 2017, 1:54 pm'),
               (2, 'en-US', 'Posted on December 28, 2017 at 1:54 p.m.'),
               (3, 'en-US', '12/28/2017'),
               (4, 'en-US', '02/03/2017'),
               (5, 'en-GB', '02/03/2017'),
               (6, 'de', 'Veröffentlicht am 28. Dezember 2017 um 13:54 Uhr'),
               (7, 'de', '28.12.2017, 13:54 Uhr'),
               (8, 'es', 'Publicado el 28 de diciembre de 2017 a las 13:54'),
               (9, 'it', 'Pubblicato il 28 dicembre 2017, 13:54'),
               (10, 'nl', '28 december 2017 13:54'),
               (11, 'pt', '28 de dezembro de 2017'),
               (12, 'ja', '2017年12月28日 13時54分'),
               (13, 'zh', '2017-12-28 13:54')) AS habit(number, lang, stamp)
 CROSS JOIN LATERAL parse_article(pg_temp.page(stamp, '', lang), NULL, '2017-12-31 12:00+01')
 ORDER BY number;

-- in the URL, if nothing else gives a date
SELECT (parse_article(pg_temp.page('<p>Sans date</p>'), url, '2017-12-31 12:00+01')).published_at, url
  FROM (VALUES (1, 'https://lac.example/2017/12/28/un-ponton.html'),
               (2, 'https://lac.example/actu/20171228-un-ponton'),
               (3, 'https://lac.example/actu/2017-12-28-un-ponton'),
               (4, 'https://lac.example/actu/un-ponton-118204')) AS address(number, url)
 ORDER BY number;

-- the time zone: that of the timestamp, else the argument
SELECT zone, (parse_article(pg_temp.page('Publié le 28 décembre 2017 à 13h54'), NULL, '2017-12-31 12:00+01', zone)).published_at AT TIME ZONE 'UTC' AS utc,
       (parse_article(pg_temp.page('28 décembre 2017'), NULL, '2017-12-31 12:00+01', zone)).published_at AT TIME ZONE zone AS midnight_there,
       (parse_article(pg_temp.page('<time datetime="2017-12-28T13:54:00Z">hier</time>'), NULL, '2017-12-31 12:00+01', zone)).published_at AT TIME ZONE 'UTC' AS stated
  FROM (VALUES (1, 'Europe/Paris'), (2, 'America/Toronto'), (3, 'Asia/Tokyo'), (4, 'UTC')) AS place(number, zone)
 ORDER BY number;

-- summer time, winter time
SELECT (parse_article(pg_temp.page('Publié le 15 juillet 2017 à 13h54'))).published_at AT TIME ZONE 'UTC' AS july,
       (parse_article(pg_temp.page('Publié le 15 janvier 2017 à 13h54'))).published_at AT TIME ZONE 'UTC' AS january;

-- server settings have no effect
SET timezone = 'Pacific/Auckland';
SET datestyle = 'German, MDY';
SELECT (parse_article(pg_temp.page('Publié le 02/03/2017 à 13h54'))).published_at = timestamptz '2017-03-02 12:54:00+00' AS same;
SET timezone = 'Europe/Paris';
SET datestyle = 'ISO, DMY';

-- without fetched_at neither a missing year nor a relative form can be resolved
SELECT (parse_article(pg_temp.page('Publié le 29/12 à 13h54'))).published_at AS no_year,
       (parse_article(pg_temp.page('Publié il y a 2 heures'))).published_at AS relative;

-- turn of the year: a date in December fetched in January, and 29 February
SELECT (parse_article(pg_temp.page('Dernière mise à jour à 13h54 le 29/12'), NULL, '2018-01-02 08:00+01')).modified_at AS december,
       (parse_article(pg_temp.page('Publié le 29 février à 10h'), NULL, '2018-01-02 08:00+01')).published_at AS leap_day;

-- nothing is relative to infinity
SELECT (parse_article(pg_temp.page('Publié le 28 décembre 2017 à 13h54'), NULL, 'infinity')).published_at AS dated,
       (parse_article(pg_temp.page('Publié le 29/12 à 13h54'), NULL, 'infinity')).published_at AS no_year;

-- dates in scripts, if the page declares none: not those of a list of other articles, nor the last
-- change
SELECT number, (parse_article(pg_temp.page('<p>Sans date</p>', '<script>' || script || '</script>'))).published_at
  FROM (VALUES (1, 'window.page = {"title": "Un ponton", "publishedAt": "2017-12-28T13:54:00+01:00", "related": [{"publishedAt": "2016-01-02"}]};'),
               (2, 'var data = "{\"publication_date\":\"28/12/2017\"}";'),
               (3, 'stats(''set'', ''publish-date'', ''2017-12-28'');'),
               (4, 'page.pubDate = new Date("2017-12-28");'),
               (5, '{"last_published_at": "2017-12-28", "publisher": "2017-12-28", "publicKey": "20171228"}'),
               (6, '{"publishedAt": "hier", "published": true}')) AS program(number, script)
 ORDER BY number;
SELECT (parse_article(pg_temp.page('Publié le 28 décembre 2017', '<script>{"publishedAt": "2016-01-02"}</script>'))).published_at AS printed,
       (parse_article(pg_temp.page('<p>Sans date</p>', '<meta property="article:published_time" content="2017-12-28"><script>{"publishedAt": "2016-01-02"}</script>'))).published_at AS declared;

-- the element around the date tells its role, wherever it is in the line
SELECT number, a.published_at, a.modified_at
  FROM (VALUES (1, '<p>Conseil municipal <span class="published">27.12.2017</span> <span class="updated">28.12.2017</span></p>'),
               (2, '<p>Conseil municipal <span class="updated">28.12.2017</span> <span class="published">27.12.2017</span></p>'),
               (3, '<p>Publié le <a href="/2017/12/">28 décembre 2017</a> par <a href="/anne">Anne Dupont</a></p>'),
               (4, '<p><a href="/anne">Anne Dupont</a>, 28 décembre 2017</p>')) AS line(number, stamp)
  CROSS JOIN LATERAL parse_article(pg_temp.page(stamp)) AS a
 ORDER BY number;
SELECT (parse_article('<html lang="fr"><head><title>Budget de novembre 2017</title></head><body><article><h1><span class="date">28.12.2017</span> Budget de novembre 2017</h1><p>Le conseil a lu hier les comptes de novembre 2017, en baisse de deux pour cent par rapport à l''année précédente.</p></article></body></html>')).published_at AS before_title;

-- an infinite fetched_at counts as unknown; the first and last timestamps are valid; 24:00 is the
-- next midnight
SELECT fetched_at, (parse_article(pg_temp.page('Publié le 28/12 à 13h54'), NULL, fetched_at)).published_at AS no_year,
       (parse_article(pg_temp.page('Publié le 28/12/2017 à 13h54'), NULL, fetched_at)).published_at AS with_year,
       (parse_article(pg_temp.page('Publié il y a 2 heures'), NULL, fetched_at)).published_at AS relative
  FROM unnest('{infinity,-infinity,294276-12-31 23:59:59.999999Z,4714-11-24 00:00:00Z BC,2017-12-29 24:00:00Z}'::timestamptz[]) AS fetched_at;
-- 24:00 on a page is not a time, so only the date counts; a date out of the range of timestamptz is
-- ignored
SELECT stamp, instant, "precision"
  FROM (VALUES (1, '2017-12-28T24:00:00Z'), (2, '2017-12-28T23:59:59Z'), (3, '2017-12-28T25:00:00Z'), (4, '294277-01-01T00:00:00Z'), (5, 'infinity')) AS v (number, stamp)
  LEFT JOIN LATERAL article_dates(format('<meta property="article:published_time" content="%s"><p>Sans date</p>', stamp)) ON true
 ORDER BY number;

-- a date within a month takes precedence over the month alone
SELECT (parse_article(pg_temp.page('<p class="date">décembre 2017</p><p><time itemprop="datePublished" datetime="2017-12-28T13:54:00+01:00"></time></p>'))).published_at;

-- published and modified dates of what is not the main entity
SELECT a.published_at, a.modified_at
  FROM parse_article(pg_temp.page('<p>Sans date</p>', '<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage","datePublished":"2017-06-03T08:00:00+02:00","dateModified":"2017-12-28T13:54:00+01:00"}</script>')) AS a;

-- no year: it comes from the URLs nearby; no date except in the URL of the picture
SELECT (parse_article(pg_temp.page('<p class="date">Publié le 29/12 à 13h54</p><p><a href="/2017/12/27/cygnes">Les cygnes du lac</a></p>'))).published_at AS no_year,
       (parse_article(pg_temp.page('<p>Sans date</p>', '<meta property="og:image" content="https://lac.example/ponton.jpg?v=1514465640">'))).published_at AS picture;

-- dates in an article's text are not its publication date
SELECT (parse_article('<html lang="fr"><head><title>La grande crue</title></head><body><h1>La grande crue</h1><p>Le 28 janvier 1910, la Seine atteignait huit mètres soixante-deux au pont d''Austerlitz et noyait la moitié des caves de la ville.</p><p>Le 3 février, les eaux se retiraient enfin, laissant une boue que l''on mit trois mois à enlever, quartier après quartier.</p></body></html>', NULL, '2017-12-31 12:00+01')).published_at;
DROP TABLE habit;
