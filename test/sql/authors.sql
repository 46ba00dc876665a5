--
-- Bylines and declared authors: clean names, one per element, NULL rather than garbage.
--
\pset null (null)

CREATE FUNCTION pg_temp.page(head text, byline text) RETURNS text
RETURN '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Un ponton de bois pour le lac - La Gazette du lac</title>'
    || '<meta property="og:site_name" content="La Gazette du lac">' || head || '</head><body>'
    || '<header><a href="/">La Gazette du lac</a><nav><a href="/a">Actualités</a> <a href="/b">Sports</a></nav></header>'
    || '<main><article><h1>Un ponton de bois pour le lac</h1>' || byline
    || '<p>Le conseil municipal a voté hier soir, à main levée, la construction d''un ponton de bois de quarante mètres au pied de la halle.</p>'
    || '<p>Les travaux doivent commencer à l''automne, une fois les cygnes partis, et durer trois mois si le niveau du lac le permet.</p>'
    || '<p>« Nous attendions cela depuis vingt ans », a réagi Odile Pradel, présidente du club d''aviron, présente dans le public.</p>'
    || '</article></main><footer>© La Gazette du lac</footer></body></html>';

CREATE TABLE habit (number int, head text, byline text, authors text[]);
INSERT INTO habit VALUES
-- printed
(1, '', '<p class="auteur">Par Anne Dupont</p>', '{Anne Dupont}'),
(2, '', '<p class="auteur">Par Anne Dupont et Jean-Luc Roy</p>', '{Anne Dupont,Jean-Luc Roy}'),
(3, '', '<p class="auteur">Par Anne Dupont, Jean-Luc Roy et Karim Haddad</p>', '{Anne Dupont,Jean-Luc Roy,Karim Haddad}'),
(4, '', '<p class="auteur">Par ANNE DUPONT</p>', '{ANNE DUPONT}'),
(5, '', '<p class="auteur">Par Anne DUPONT-MOREL</p>', '{Anne DUPONT-MOREL}'),
(6, '', '<p class="auteur">Propos recueillis par Anne Dupont</p>', '{Anne Dupont}'),
(7, '', '<p class="auteur">Publié par Anne Dupont le 28 décembre 2017 à 13h54</p>', '{Anne Dupont}'),
(8, '', '<p class="auteur">Anne Dupont | 28/12/2017 | 13h54</p>', '{Anne Dupont}'),
(9, '', '<p class="auteur">Par Anne Dupont, envoyée spéciale à Lyon</p>', '{Anne Dupont}'),
(10, '', '<p class="auteur">Par Anne Dupont (anne.dupont@gazette-du-lac.example)</p>', '{Anne Dupont}'),
(11, '', '<p class="auteur">De notre correspondante à Genève, Anne Dupont</p>', '{Anne Dupont}'),
(12, '', '<p class="auteur">Par Marie-Ève d''Aubrac et Jean de La Fontaine</p>', '{Marie-Ève d''Aubrac,Jean de La Fontaine}'),
(13, '', '<p class="byline">By Anne Dupont for The Harbour Post</p>', '{Anne Dupont}'),
(14, '', '<p class="auteur">Texte : Anne Dupont – Photos : Karim Haddad</p>', '{Anne Dupont}'),
(15, '', '<p class="auteur">Par AFP</p>', '{AFP}'),
(16, '', '<address>Par <a rel="author" href="/auteurs/anne-dupont">Anne Dupont</a></address>', '{Anne Dupont}'),
(17, '', '<p class="auteur">Par Anne&nbsp;Dupont le jeudi 28 décembre 2017</p>', '{Anne Dupont}'),
(18, '', '<p class="auteur">Anne Dupont<br>La Gazette du lac</p>', '{Anne Dupont}'),
(19, '', '<p class="credits">Texte <b>Anne Dupont</b> — Photographies <b>Karim Haddad</b></p>', '{Anne Dupont}'),
-- declared
(31, '<meta name="author" content="Anne Dupont">', '', '{Anne Dupont}'),
(32, '<meta name="author" content="Anne Dupont, Jean-Luc Roy">', '', '{Anne Dupont,Jean-Luc Roy}'),
(33, '<meta property="article:author" content="Anne Dupont">', '', '{Anne Dupont}'),
(34, '<meta name="DC.creator" content="Anne Dupont">', '', '{Anne Dupont}'),
(35, '<meta name="parsely-author" content="Anne Dupont"><meta name="parsely-author" content="Jean-Luc Roy">', '', '{Anne Dupont,Jean-Luc Roy}'),
(36, '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Un ponton de bois pour le lac","author":{"@type":"Person","name":"Anne Dupont"}}</script>', '', '{Anne Dupont}'),
(37, '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","author":[{"@type":"Person","name":"Anne Dupont"},{"@type":"Person","name":"Jean-Luc Roy"}]}</script>', '', '{Anne Dupont,Jean-Luc Roy}'),
(38, '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","author":["Anne Dupont","Jean-Luc Roy"]}</script>', '', '{Anne Dupont,Jean-Luc Roy}'),
(39, '', '<p itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Anne Dupont</span></span></p>', '{Anne Dupont}'),
-- declared and printed
(51, '<meta name="author" content="Anne Dupont">', '<p class="auteur">Par Anne Dupont</p>', '{Anne Dupont}'),
(52, '<meta name="author" content="La Gazette du lac">', '<p class="auteur">Par Anne Dupont</p>', '{Anne Dupont}'),
(53, '<meta name="author" content="ANNE DUPONT">', '<p class="auteur">Par Anne Dupont</p>', '{Anne Dupont}'),
-- only the publisher is named
(61, '<meta name="author" content="La Gazette du lac">', '', '{La Gazette du lac}'),
-- names next to what is none
(81, '', '<div class="auteur"><span>Par</span><span>Anne Dupont</span></div>', '{Anne Dupont}'),
(82, '', '<div class="auteur"><span>Anne Dupont</span><span>Juin 2018</span></div>', '{Anne Dupont}'),
(83, '', '<p class="auteur">Par : <a href="/auteur/anne-dupont">Anne Dupont</a> <a href="https://reseau.invalid/anne">Suivre</a></p>', '{Anne Dupont}'),
(84, '<meta name="author" content="4711"><meta name="author" content="Anne Dupont">', '', '{Anne Dupont}'),
(85, '<meta name="author" content="Canal 7">', '', '{Canal 7}'),
(86, '<meta name="author" content="A.Dupont avec agences">', '', '{A.Dupont}'),
(87, '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","author":[[{"@type":"Person","name":"Anne Dupont"}],[["Jean-Luc Roy"]]]}</script>', '', '{Anne Dupont,Jean-Luc Roy}'),
-- other people's names
(91, '', '<figure><img src="/i.jpg"><figcaption>Odile Pradel, présidente du club</figcaption></figure>', NULL),
(92, '', '<div><time datetime="2018-06-02">2 juin 2018</time><button>Texte Agrandi</button></div>', NULL),
(93, '', '<p><strong>Pour Odile de Pradel, c''est une bonne nouvelle.</strong></p>', NULL),
(94, '', '<div class="bloc"><a href="/s.html">Cours de voile : Lac Bleu Aventure</a></div>', NULL),
(95, '', '<blockquote>Nous attendions cela depuis vingt ans, tous les quatre.<cite class="author">Odile Pradel</cite></blockquote>', NULL),
-- garbage
(71, '<meta name="author" content="admin">', '', NULL),
(72, '<meta name="author" content="">', '', NULL),
(73, '<meta property="article:author" content="https://reseau.invalid/gazettedulac">', '', NULL),
(75, '', '<p class="date">Publié le 28 décembre 2017</p>', NULL),
(76, '', '', NULL),
(77, '', '<p class="auteur">Par mesure de précaution, la baignade reste interdite.</p>', NULL),
(78, '', '<p class="auteur">redaction@gazette-du-lac.example</p>', NULL);

CREATE TABLE parsed AS
SELECT habit.*, a.authors AS got
  FROM habit CROSS JOIN LATERAL parse_article(pg_temp.page(head, byline), 'https://www.gazette-du-lac.example/sports/un-ponton') AS a;

SELECT count(*) AS habits FROM parsed;
SELECT number, head || byline AS page, got, authors FROM parsed WHERE got IS DISTINCT FROM authors ORDER BY number;

-- an agency together with people, and special correspondents
SELECT (parse_article(pg_temp.page('', '<p class="auteur">Par Anne Dupont et Jean-Luc Roy (avec AFP), envoyés spéciaux à Lyon</p>'))).authors @> '{Anne Dupont,Jean-Luc Roy}' AS both;

-- the source
SELECT (parse_article(pg_temp.page('', '<p class="auteur">Par Anne Dupont</p>'))).extra -> 'sources' ? 'authors' AS told;

-- how sure it is: a declared and printed name is surer than a printed one; without authors there is none
SELECT (a.extra #>> '{confidence,authors}')::numeric BETWEEN 0.5 AND 1 AS sure,
       (a.extra #>> '{confidence,authors}')::numeric > (b.extra #>> '{confidence,authors}')::numeric AS surer,
       c.extra #> '{confidence,authors}' IS NULL AS none
  FROM parse_article(pg_temp.page('<meta property="article:author" content="Anne Dupont">', '<p class="auteur">Par Anne Dupont</p>')) AS a,
       parse_article(pg_temp.page('', '<p>Anne Dupont</p>')) AS b,
       parse_article(pg_temp.page('', '')) AS c;

-- addresses are those of the byline that was chosen
SELECT authors, extra -> 'author_urls' AS urls
  FROM parse_article(pg_temp.page('<meta property="article:author" content="Anne Dupont">',
                                  '<p>Sur le même sujet, <a href="/auteur/karim-haddad">Karim Haddad</a> a filmé les travaux de la halle au printemps.</p>'),
                     'https://www.gazette-du-lac.example/sports/un-ponton');
DROP TABLE habit, parsed;
