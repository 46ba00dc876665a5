--
-- The headline without the site's name; the deck below it.
--
\pset null (null)

CREATE FUNCTION pg_temp.page(head text, body text) RETURNS text
RETURN '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">' || head || '</head><body>'
    || '<header><a href="/">La Gazette du lac</a><nav><a href="/a">Actualités</a> <a href="/b">Sports</a></nav></header>'
    || '<main><article>' || body
    || '<p>Le conseil municipal a voté hier soir, à main levée, la construction d''un ponton de bois de quarante mètres au pied de la halle.</p>'
    || '<p>Les travaux doivent commencer à l''automne, une fois les cygnes partis, et durer trois mois si le niveau du lac le permet.</p>'
    || '<p>« Nous attendions cela depuis vingt ans », a réagi la présidente du club d''aviron, présente dans le public.</p>'
    || '</article></main><footer>© La Gazette du lac</footer></body></html>';

CREATE TABLE habit (number int, habit text, head text, body text, title text, subtitle text);
INSERT INTO habit VALUES
(1, 'h1 alone', '', '<h1>Un ponton de bois pour le lac</h1>', 'Un ponton de bois pour le lac', NULL),
(2, 'title alone, site after a bar', '<title>Un ponton de bois pour le lac | La Gazette du lac</title><meta property="og:site_name" content="La Gazette du lac">', '', 'Un ponton de bois pour le lac', NULL),
(3, 'title alone, site after a dash', '<title>Un ponton de bois pour le lac - La Gazette du lac</title>', '', 'Un ponton de bois pour le lac', NULL),
(4, 'title alone, site in front', '<title>La Gazette du lac : Un ponton de bois pour le lac</title><meta property="og:site_name" content="La Gazette du lac">', '', 'Un ponton de bois pour le lac', NULL),
(5, 'a dash that belongs to the headline', '<title>Lac - ponton : le match aller-retour - La Gazette du lac</title>', '<h1>Lac - ponton : le match aller-retour</h1>', 'Lac - ponton : le match aller-retour', NULL),
(6, 'section and site after it', '<title>Un ponton de bois pour le lac - Sports - La Gazette du lac</title>', '<h1>Un ponton de bois pour le lac</h1>', 'Un ponton de bois pour le lac', NULL),
(7, 'the first h1 is the site', '<title>Un ponton de bois pour le lac - La Gazette du lac</title>', '<h1>La Gazette du lac</h1><h2>Un ponton de bois pour le lac</h2>', 'Un ponton de bois pour le lac', NULL),
(8, 'Open Graph and no h1', '<meta property="og:title" content="Un ponton de bois pour le lac"><title>La Gazette du lac</title>', '', 'Un ponton de bois pour le lac', NULL),
(9, 'JSON-LD agrees with h1', '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Un ponton de bois pour le lac"}</script><meta property="og:title" content="Le lac a son ponton, et vous ?">', '<h1>Un ponton de bois pour le lac</h1>', 'Un ponton de bois pour le lac', NULL),
(10, 'references and spaces', '<title>L&#8217;&eacute;t&eacute;   au   lac &#124; La Gazette du lac</title>', E'<h1>\n  L&#8217;&eacute;t&eacute;\n  au lac </h1>', 'L’été au lac', NULL),
(11, 'markup within the headline', '', '<h1>Un <em>ponton</em> de<br>bois <span>pour</span> le lac</h1>', 'Un ponton de bois pour le lac', NULL),
(12, 'deck in a paragraph of that class', '<title>Un ponton de bois pour le lac</title>', '<h1>Un ponton de bois pour le lac</h1><p class="chapo">Quarante mètres de mélèze, deux bancs et une échelle : le projet divise.</p>', 'Un ponton de bois pour le lac', 'Quarante mètres de mélèze, deux bancs et une échelle : le projet divise.'),
(13, 'deck in an h2', '<title>Un ponton de bois pour le lac</title>', '<h1>Un ponton de bois pour le lac</h1><h2 class="sous-titre">Quarante mètres de mélèze, deux bancs et une échelle : le projet divise.</h2>', 'Un ponton de bois pour le lac', 'Quarante mètres de mélèze, deux bancs et une échelle : le projet divise.'),
(14, 'uppercase and colon', '<title>SPORT. Un ponton de bois pour le lac - La Gazette du lac</title>', '<h1>SPORT. Un ponton de bois pour le lac</h1>', 'SPORT. Un ponton de bois pour le lac', NULL),
(15, 'a guillemet and a question mark', '<title>« On a attendu vingt ans » : un ponton, enfin ? | La Gazette du lac</title>', '<h1>« On a attendu vingt ans » : un ponton, enfin ?</h1>', '« On a attendu vingt ans » : un ponton, enfin ?', NULL);

CREATE TABLE parsed AS
SELECT number, habit.habit, habit.title, habit.subtitle, a.title AS got, a.subtitle AS got_subtitle, a.body AS got_body
  FROM habit CROSS JOIN LATERAL parse_article(pg_temp.page(head, habit.body), 'https://www.gazette-du-lac.example/sports/un-ponton') AS a;

SELECT count(*) AS habits FROM parsed;
SELECT number, habit, got, title FROM parsed WHERE got IS DISTINCT FROM title ORDER BY number;
SELECT number, habit, got_subtitle, subtitle FROM parsed WHERE got_subtitle IS DISTINCT FROM subtitle ORDER BY number;

-- the headline is not repeated in the body
SELECT number, habit FROM parsed WHERE strpos(got_body, title) > 0 ORDER BY number;

-- how sure a headline is: all sources agree; nothing but a line
SELECT ((parse_article(pg_temp.page('<title>Un ponton de bois pour le lac</title><meta property="og:title" content="Un ponton de bois pour le lac">', '<h1>Un ponton de bois pour le lac</h1>'))).extra #>> '{confidence,title}')::real > 0.9 AS sure;
SELECT ((parse_article('Un ponton de bois pour le lac' || E'\n\n' || repeat('Le conseil municipal a voté hier soir, à main levée, la construction d''un ponton au pied de la halle. ', 4))).extra #>> '{confidence,title}')::real BETWEEN 0.1 AND 0.9 AS unsure;
SELECT (parse_article('')).extra ? 'confidence' AS told;

-- an empty page
SELECT (parse_article('<html><body><p>Bonjour.</p></body></html>')).title;
DROP TABLE habit, parsed;
