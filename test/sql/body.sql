--
-- The article's text: paragraphs, headings, list items, quotes, table rows; and nothing else.
--
\pset null (null)
\pset format unaligned

CREATE FUNCTION pg_temp.page(body text) RETURNS text
RETURN '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Un ponton de bois pour le lac - La Gazette du lac</title></head><body>'
    || '<header><a href="/">La Gazette du lac</a><nav><ul><li><a href="/a">Actualités</a></li><li><a href="/b">Sports</a></li><li><a href="/c">Loisirs</a></li></ul></nav></header>'
    || '<main><article><h1>Un ponton de bois pour le lac</h1>' || body || '</article></main>'
    || '<footer><ul><li><a href="/m">Mentions légales</a></li><li><a href="/d">Données personnelles</a></li></ul><p>© La Gazette du lac</p></footer></body></html>';

-- three paragraphs that all pages here have
CREATE FUNCTION pg_temp.first() RETURNS text
RETURN '<p>Le conseil municipal a voté hier soir, à main levée, la construction d''un ponton de bois de quarante mètres au pied de la halle.</p>';
CREATE FUNCTION pg_temp.second() RETURNS text
RETURN '<p>Les travaux doivent commencer à l''automne, une fois les cygnes partis, et durer trois mois si le niveau du lac le permet.</p>';
CREATE FUNCTION pg_temp.third() RETURNS text
RETURN '<p>« Nous attendions cela depuis vingt ans », a réagi la présidente du club d''aviron, présente dans le public.</p>';

-- the body of such a page, with the argument between its paragraphs
CREATE FUNCTION pg_temp.body_with(middle text) RETURNS text
RETURN (parse_article(pg_temp.page(pg_temp.first() || middle || pg_temp.second() || pg_temp.third()), 'https://www.gazette-du-lac.example/un-ponton')).body;

-- paragraphs are separated by one blank line
SELECT pg_temp.body_with('');

-- headings, list items, quotes, table rows and preformatted text are blocks of it
SELECT pg_temp.body_with('<h2>Un chantier délicat</h2>' || '<p>La commune a retenu trois conditions, inscrites dans la délibération adoptée après deux heures de débat :</p><ul><li>aucun pieu dans la roselière, où niche le butor ;</li><li>un éclairage éteint après vingt-deux heures ;</li><li>un accès pour les fauteuils roulants.</li></ul>');
SELECT pg_temp.body_with('<blockquote><p>Un ponton, c''est une rue qui a pris confiance en elle, disait mon père en regardant les barques.</p></blockquote>');
SELECT pg_temp.body_with('<p>Le budget, présenté poste par poste par l''adjointe aux finances, se décompose de la manière suivante :</p><table><tr><th>Poste</th><th>Montant</th></tr><tr><td>Pieux de mélèze</td><td>82 000 €</td></tr><tr><td>Platelage</td><td>41 500 €</td></tr></table>');
SELECT pg_temp.body_with('<p>Une coupe du projet, dessinée par le bureau d''études, a été distribuée aux élus à l''ouverture de la séance :</p><pre>~~~~~~|~~~~~~|~~~~
      |      |</pre>');

-- inline markup, entities, line breaks and odd spaces
SELECT pg_temp.body_with('<p>Le&nbsp;<b>b</b>ois   viendra <i>du</i>
   Jura,<br>et non de <a href="/t/oslo">Norv</a>ège&#8239;: l&#8217;&eacute;cart de prix n''atteint pas 2&thinsp;%, assure l''adjoint, qui a fait ses comptes.</p>');

-- paragraphs made of <br><br>, and text outside any paragraph
SELECT (parse_article(pg_temp.page('<div>' || replace(replace(pg_temp.first() || pg_temp.second() || pg_temp.third(), '<p>', ''), '</p>', '<br><br>') || '</div>'))).body;

-- what never belongs to the body
CREATE TABLE boilerplate (number int, kind text, html text, words text);
INSERT INTO boilerplate VALUES
(1, 'script', '<script>document.write("<p>mot de script</p>")</script>', 'script'),
(2, 'style', '<style>p::after { content: "mot de style" }</style>', 'style'),
(3, 'comment', '<!-- mot de commentaire <p>caché</p> -->', 'commentaire'),
(4, 'template', '<template><p>Ce modèle attend son heure dans la page, longtemps.</p></template>', 'modèle'),
(5, 'hidden', '<div hidden><p>Cette phrase cachée ne se montre pas au lecteur, du moins pas encore.</p></div>', 'cachée'),
(6, 'display:none', '<div style="display: none"><p>Cette phrase masquée ne se montre pas au lecteur, du moins pas encore.</p></div>', 'masquée'),
(7, 'caption', '<figure><img src="/l.jpg" alt="Le lac"><figcaption>La légende de la photographie du lac, prise un matin. © L. Martin</figcaption></figure>', 'légende'),
(8, 'share bar', '<ul class="share"><li><a href="#">Partager sur un réseau</a></li><li><a href="mailto:?">Envoyer par courriel</a></li></ul>', 'Partager'),
(9, 'read also', '<p class="also"><strong>À lire aussi :</strong> <a href="/cygnes">Les cygnes reviennent au port</a></p>', 'cygnes reviennent'),
(10, 'read also without a class', '<p><b>Lire aussi :</b> <a href="/cygnes">Les cygnes reviennent au port</a></p>', 'cygnes reviennent'),
(11, 'newsletter', '<aside class="newsletter"><h3>Notre lettre</h3><p>Inscrivez-vous à notre lettre d''information et recevez chaque matin l''essentiel de l''actualité du lac.</p><form><input type="email"><button>Je m''inscris</button></form></aside>', 'essentiel de l''actualité'),
(12, 'advertisement', '<div class="ad"><span>Publicité</span></div>', 'Publicité'),
(13, 'subscription', '<div class="abo-box"><p>Abonnez-vous pour lire la suite de nos articles et soutenir la rédaction.</p><a href="/abo">Je m''abonne</a></div>', 'Abonnez-vous'),
(14, 'consent', '<div id="cookie-banner" role="dialog"><p>Nous utilisons des cookies pour mesurer l''audience de ce site. Vous pouvez accepter ou refuser leur dépôt.</p><button>Accepter</button></div>', 'cookies'),
(15, 'scan a code', '<div class="qr"><p>Rejoignez notre groupe de discussion : scannez le code QR avec votre téléphone.</p></div>', 'scannez'),
(16, 'comments', '<section id="comments" class="comments"><h3>2 commentaires</h3><div class="comment"><p>Moi je trouve que ce ponton arrive vingt ans trop tard, mais enfin, mieux vaut ça que rien.</p></div></section>', 'vingt ans trop tard'),
(17, 'button', '<button>Écouter cet article</button>', 'Écouter'),
(18, 'svg', '<svg><title>Icône du partage</title><text>icône</text></svg>', 'cône'),
(19, 'noscript image', '<noscript><img src="/pixel.gif" alt="pixel espion"></noscript>', 'espion'),
(20, 'video player', '<div class="player"><video src="/v.mp4"></video><p class="player__msg">Votre navigateur ne permet pas de lire cette vidéo.</p></div>', 'navigateur'),
(21, 'a call in a plain paragraph', '<p>Inscrivez-vous à notre lettre d''information pour recevoir chaque matin nos articles.</p>', 'Inscrivez-vous'),
(22, 'rights in a plain paragraph', '<p>Tous droits réservés. Reproduction interdite.</p>', 'droits'),
(23, 'an advertisement''s label', '<p>La suite après cette publicité</p>', 'suite après'),
(24, 'other words that point', '<p>Lire l''entretien : <a href="/cygnes">Les cygnes reviennent au port</a></p>', 'cygnes reviennent'),
(25, 'a shouted link', '<p><a href="/cygnes">LES CYGNES REVIENNENT AU PORT</a></p>', 'CYGNES'),
(26, 'hidden by its class', '<div class="box hidden"><p>Cette phrase masquée attend que le lecteur touche un bouton, et ne se montre qu''alors.</p></div>', 'masquée'),
(27, 'an unfilled template', '<p>{{ article.title }} par {{ article.author }}, pour les lecteurs de la Gazette</p>', 'article.title'),
(28, 'a caption in a box of its own', '<div class="image"><img src="/l.jpg"><div class="caption"><p>Le lac au petit matin, vu de la halle, avant l''arrivée des barques.</p></div></div>', 'petit matin');

SELECT number, kind, pg_temp.body_with(html) AS body
  FROM boilerplate
 WHERE strpos(pg_temp.body_with(html), words) > 0 OR pg_temp.body_with(html) IS DISTINCT FROM pg_temp.body_with('')
 ORDER BY number;

-- nor do readers' comments and the next article, however long
CREATE FUNCTION pg_temp.body_before(after text) RETURNS text
RETURN (parse_article(replace(pg_temp.page(pg_temp.first() || pg_temp.second() || pg_temp.third()), '</main>', after || '</main>'), 'https://www.gazette-du-lac.example/un-ponton')).body;
SELECT pg_temp.body_before('<ol class="commentlist"><li class="comment"><p>' || repeat('Moi je trouve que ce ponton arrive trop tard, mais enfin, mieux vaut cela que rien du tout. ', 5) || '</p></li></ol>') = pg_temp.body_with('') AS without_comments,
       pg_temp.body_before('<article><h1>La halle fermée pour travaux</h1><p>' || repeat('La halle du marché restera fermée tout l''hiver, le temps de refaire sa charpente et ses portes. ', 5) || '</p></article>') = pg_temp.body_with('') AS without_next;

-- nor what reads as well as the article: teasers with excerpts, other articles in full, readers, contacts
SELECT kind, pg_temp.body_before(after) = pg_temp.body_with('') AS without
  FROM (VALUES ('teasers', '<h3>Voir aussi</h3><div><a href="/a/halle">La halle rouvre ses portes demain</a><p>La halle du marché, fermée tout l''hiver, a de nouveau une charpente et des portes..... <a href="/a/halle">Lire la suite</a></p></div><div><a href="/a/cygnes">Les cygnes reviennent au port</a><p>Douze cygnes ont passé la nuit au pied du phare, où nul ne les avait vus depuis dix ans..... <a href="/a/cygnes">Lire la suite</a></p></div>'),
               ('contacts', '<p>Avertissement : les opinions de nos auteurs n''engagent pas le site, qui ne garantit pas l''exactitude des informations.</p><p>Courriel : redaction, de 9 h à 18 h</p>'),
               ('readers', '<h3>3 réactions</h3><ul>' || repeat('<li><b>Un lecteur</b><p>Moi je trouve que ce ponton arrive trop tard, mais enfin, mieux vaut cela que rien.</p></li>', 3) || '</ul>')) AS page(kind, after)
 ORDER BY kind;

-- what interrupts a paragraph does not end it; quotations have the marks that browsers draw
SELECT pg_temp.body_with('<p>Le bois viendra du Jura. <span><b>À LIRE AUSSI</b> <a href="/t/jura">Le Jura sous la neige</a></span> L''adjoint a promis de <q>tenir les prix</q> jusqu''au printemps, devant une salle qui en doutait.</p>');

-- text for subscribers is the article's, if the page holds it: its JSON-LD says which element that is
SELECT (parse_article(pg_temp.page('<script type="application/ld+json">{"@type":"NewsArticle","headline":"Un ponton de bois pour le lac","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".suite"}}</script>'
    || pg_temp.first() || pg_temp.second() || '<div class="suite" style="display:none">' || pg_temp.third() || '</div>'))).body = pg_temp.body_with('') AS whole;

-- a brief of one sentence, if its page is dated
SELECT (parse_article('<html lang="fr"><title>Les cygnes sont revenus</title><article><h1>Les cygnes sont revenus</h1><p>Publié le 12 mars 2021 à 9h12</p><p>Douze cygnes ont passé la nuit au port.</p></article>')).body AS brief,
       (parse_article('<html lang="fr"><title>Les cygnes</title><h1>Les cygnes</h1><p>Tout sur les cygnes du lac.</p>')).body AS undated;

-- escaped twice: markup and references; and a text in which blank lines are paragraphs
SELECT (parse_article(pg_temp.page('<div>' || replace(replace(pg_temp.first() || pg_temp.second() || pg_temp.third(), '<', '&lt;'), '>', '&gt;') || '</div>'))).body = pg_temp.body_with('') AS markup,
       (parse_article(pg_temp.page(replace(pg_temp.first() || pg_temp.second() || pg_temp.third(), 'é', '&amp;eacute;')))).body = pg_temp.body_with('') AS referenced,
       (parse_article(replace(replace(pg_temp.first() || '[gallery ids="1"]' || pg_temp.second() || '[embed]https://video.invalid/1[/embed]<em>' || pg_temp.third() || '</em>', '<p>', ''), '</p>', E'\n\n'))).body = pg_temp.body_with('') AS blank_lines;

-- words cut at the line ends of print
SELECT (parse_article('<html lang="fr"><title>Le ponton</title><h1>Le ponton</h1><p>Le conseil municipal a voté hier soir, à main levée, la cons-<br>truction d''un ponton de quarante mètres au pied de la halle,<br>et le maire, qui s''y connaît, en est l''avant-<br>coureur, dit-on au port et dans toutes les rues d''alentour.</p>' || pg_temp.second())).body;

-- two products may have the same price: a row that repeats only another row stays
SELECT pg_temp.body_with('<p>Le budget, présenté poste par poste par l''adjointe aux finances, se décompose de la manière suivante :</p><table><tr><th>Poste</th><th>Montant prévu</th></tr><tr><td>Pose des pieux de mélèze, premier lot</td><td>82 000 €</td></tr><tr><td>Platelage en planches de chêne, second lot</td><td>41 500 €</td></tr><tr><td>Pose des pieux de mélèze, premier lot</td><td>82 000 €</td></tr></table>') LIKE '%lot | 82 000 €%lot | 82 000 €%' AS both_rows;

-- the deck is neither the repeated title, nor a kicker, nor a date line
SELECT deck, a.subtitle
  FROM (VALUES ('<h2>Un ponton de bois pour le lac</h2>'),
               ('<h2>Urbanisme : Un ponton de bois pour le lac</h2>'),
               ('<p class="chapo">Conseil municipal</p>'),
               ('<p class="chapo">Publié le 12 mars 2021 à 18h30</p>'),
               ('<p class="chapo">Quarante mètres de mélèze au pied de la halle, dès l''automne prochain.</p>')) AS page(deck)
 CROSS JOIN LATERAL parse_article(pg_temp.page(deck || pg_temp.first() || pg_temp.second() || pg_temp.third())) AS a;

-- broken markup: unclosed elements, misnested tags, missing quotes
SELECT (parse_article('<html lang=fr><title>Un ponton</title><body><h1>Un ponton' || replace(pg_temp.first() || pg_temp.second() || pg_temp.third(), '</p>', '<b><i>'))).body;
SELECT (parse_article('<p>' || pg_temp.first() || '</div></span></p><section>' || pg_temp.second() || '</b>' || pg_temp.third() || '</html>')).body = pg_temp.body_with('') AS same;

-- truncated anywhere, a page never fails, and a longer prefix never has a shorter body
SELECT count(*) AS cuts, count(a.body) > 50 AS with_body
  FROM generate_series(0, length(pg_temp.page(pg_temp.first() || pg_temp.second())), 5) AS cut
 CROSS JOIN LATERAL parse_article(left(pg_temp.page(pg_temp.first() || pg_temp.second()), cut)) AS a;

-- HTML5 blocks close a paragraph; </body> does not end the page
SELECT pg_temp.body_with('<p>La halle date de 1887 et le quai qui la borde n''avait jamais été touché depuis.<section><p>Elle abrite le marché du mercredi et, l''hiver, les barques que l''on y met à sécher.</p></section></body>');

-- not an article: a home page, an error page, nothing at all
SELECT kind, a.body IS NULL AS no_body, a.confidence < 0.5 AS unsure
  FROM (VALUES (1, 'menu', '<html><body><ul><li><a href="/a">Actualités</a><li><a href="/b">Sports</a><li><a href="/c">Loisirs</a></ul></body></html>'),
               (2, 'error', '<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found on this server.</p></body></html>'),
               (3, 'empty', ''),
               (4, 'only a script', '<script>var a = "<p>du texte</p>";</script>')) AS page(number, kind, html)
 CROSS JOIN LATERAL parse_article(html) AS a
 WHERE a.confidence >= 0.5 OR (number <> 2 AND a.body IS NOT NULL)
 ORDER BY number;

-- an article has a higher confidence than a home page
SELECT (parse_article(pg_temp.page(pg_temp.first() || pg_temp.second() || pg_temp.third() || pg_temp.first() || pg_temp.second()))).confidence > 0.5 AS sure;

-- an article whose text is only in the page's JSON
SELECT (parse_article('<html lang="fr"><head><title>Un ponton</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Un ponton","articleBody":"Le conseil municipal a voté hier soir, à main levée, la construction d''un ponton de bois de quarante mètres.\n\nLes travaux doivent commencer à l''automne, une fois les cygnes partis, et durer trois mois."}</script></head><body><div id="root"></div></body></html>')).body;

-- soft hyphens and zero-width spaces only mark line breaks for a browser: they are removed, since
-- no search finds a word with them
SELECT a.body LIKE 'La passerelle de la gare%' AS without, a.body ~ U&'[\00AD\200B\FEFF]' AS with, a.title, a.description
  FROM parse_article('<title>Un pon&shy;ton</title><meta name=description content="Le pon&#173;ton">'
                     || U&'<h1>Un pon\00ADton</h1><p>La passe&shy;relle de la ga\200Bre, longue de cent dix mè&ZeroWidthSpace;tres, a coû\FEFFté quatre millions d''euros, dont la moitié payée par la région.</p><p>\200B</p>'
                     || pg_temp.first() || pg_temp.second()) AS a;

-- a page with decomposed accents, as on macOS, gives the same result as one with composed accents
SELECT normalize(html, NFD) <> html AS other_bytes, parse_article(normalize(html, NFD)) IS NOT DISTINCT FROM parse_article(html) AS same,
       (parse_article(normalize(html, NFD))).title = 'L''été à Évian' AS composed
  FROM (SELECT '<html lang=fr><title>L''été à Évian</title><h1>L''été à Évian</h1><p>Publié le 3 août 2017 à 8h30 par Zoé Lefèvre</p>' || pg_temp.first() || pg_temp.second() || pg_temp.third()) AS page(html);
DROP TABLE boilerplate;
