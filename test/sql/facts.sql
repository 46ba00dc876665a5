--
-- What the page declares about itself: address, site, language, section, tags, description, image,
-- paywall; and the keys of extra.
--
\pset null (null)

CREATE FUNCTION pg_temp.page(head text, body text DEFAULT '', html_attributes text DEFAULT '') RETURNS text
RETURN '<!DOCTYPE html><html' || html_attributes || '><head><meta charset="utf-8"><title>Un ponton de bois pour le lac - La Gazette du lac</title>' || head || '</head><body>'
    || '<main><article><h1>Un ponton de bois pour le lac</h1>'
    || '<p>Le conseil municipal a voté hier soir, à main levée, la construction d''un ponton de bois de quarante mètres au pied de la halle.</p>'
    || '<p>Les travaux doivent commencer à l''automne, une fois les cygnes partis, et durer trois mois si le niveau du lac le permet.</p>'
    || '<p>« Nous attendions cela depuis vingt ans », a réagi la présidente du club d''aviron, présente dans le public.</p>'
    || body || '</article></main></body></html>';

CREATE FUNCTION pg_temp.parse(head text, body text DEFAULT '', html_attributes text DEFAULT '') RETURNS parsed_article
RETURN parse_article(pg_temp.page(head, body, html_attributes), 'https://www.gazette-du-lac.example/vie/un-ponton.html?xtor=RSS-1');

-- url
SELECT number, (pg_temp.parse(head)).url
  FROM (VALUES (1, '<link rel="canonical" href="https://www.gazette-du-lac.example/vie/un-ponton.html">'),
               (2, '<link rel="canonical" href="/vie/un-ponton.html">'),
               (3, '<meta property="og:url" content="https://www.gazette-du-lac.example/vie/un-ponton.html">'),
               (4, '<base href="https://autre.example/dossier/"><link rel="canonical" href="un-ponton.html">'),
               (5, '')) AS habit(number, head)
 ORDER BY number;
SELECT (parse_article(pg_temp.page(''))).url AS no_address;

-- site_name
SELECT number, (pg_temp.parse(head)).site_name
  FROM (VALUES (1, '<meta property="og:site_name" content="La Gazette du lac">'),
               (2, '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"La Gazette du lac"}}</script>'),
               (3, '<meta name="application-name" content="La Gazette du lac">'),
               (4, '<meta name="DC.publisher" content="La Gazette du lac">')) AS habit(number, head)
 ORDER BY number;

-- language: declared, else from the text
SELECT number, (pg_temp.parse(head, '', html_attributes)).language
  FROM (VALUES (1, '', ' lang="fr"'),
               (2, '', ' lang="fr-CA"'),
               (3, '', ' lang="FR_fr"'),
               (4, '', ' xml:lang="fr-BE"'),
               (5, '<meta http-equiv="content-language" content="fr-CH">', ''),
               (6, '<meta property="og:locale" content="fr_FR">', ''),
               (7, '', '')) AS habit(number, head, html_attributes)
 ORDER BY number;
SELECT (parse_article('<h1>Der Steg am See</h1><p>Der Gemeinderat hat gestern Abend mit großer Mehrheit beschlossen, am Fuß der alten Halle einen vierzig Meter langen Steg zu bauen. Die Arbeiten sollen im Herbst beginnen, wenn die Schwäne fort sind.</p>')).language AS german,
       (parse_article('<h1>A jetty for the lake</h1><p>The town council voted last night to build a forty-metre wooden jetty at the foot of the old market hall. Work should begin in the autumn, once the swans have gone, and last for three months.</p>')).language AS english;

-- section
SELECT number, (pg_temp.parse(head, body)).section
  FROM (VALUES (1, '<meta property="article:section" content="Vie locale">', ''),
               (2, '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":["Vie locale"]}</script>', ''),
               (3, '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Accueil"},{"@type":"ListItem","position":2,"name":"Vie locale"},{"@type":"ListItem","position":3,"name":"Un ponton de bois pour le lac"}]}</script>', ''),
               (4, '<meta name="parsely-section" content="Vie locale">', '')) AS habit(number, head, body)
 ORDER BY number;

-- tags
SELECT number, (pg_temp.parse(head, body)).tags
  FROM (VALUES (1, '<meta property="article:tag" content="lac"><meta property="article:tag" content="aviron">', ''),
               (2, '<meta name="keywords" content="lac, aviron">', ''),
               (3, '<meta name="news_keywords" content="lac; aviron">', ''),
               (4, '<script type="application/ld+json">{"@type":"NewsArticle","keywords":["lac","aviron"]}</script>', ''),
               (5, '<script type="application/ld+json">{"@type":"NewsArticle","keywords":"lac,aviron"}</script>', ''),
               (6, '', '<p class="tags"><a rel="tag" href="/tag/lac">lac</a>, <a rel="tag" href="/tag/aviron">aviron</a></p>')) AS habit(number, head, body)
 ORDER BY number;

-- description
SELECT number, (pg_temp.parse(head)).description
  FROM (VALUES (1, '<meta name="description" content="Quarante m&egrave;tres   de m&eacute;l&egrave;ze.">'),
               (2, '<meta property="og:description" content="Quarante mètres de mélèze.">'),
               (3, '<meta name="twitter:description" content="Quarante mètres de mélèze.">'),
               (4, '<meta name="DC.description" content="Quarante mètres de mélèze.">'),
               (5, '')) AS habit(number, head)
 ORDER BY number;

-- image_url
SELECT number, (pg_temp.parse(head, body)).image_url
  FROM (VALUES (1, '<meta property="og:image" content="https://img.gazette-du-lac.example/ponton.jpg">', ''),
               (2, '<meta property="og:image" content="/img/ponton.jpg">', ''),
               (3, '<script type="application/ld+json">{"@type":"NewsArticle","image":{"@type":"ImageObject","url":"https://img.gazette-du-lac.example/ponton.jpg"}}</script>', ''),
               (4, '<script type="application/ld+json">{"@type":"NewsArticle","image":["https://img.gazette-du-lac.example/ponton.jpg"]}</script>', ''),
               (5, '<meta name="twitter:image" content="https://img.gazette-du-lac.example/ponton.jpg">', '')) AS habit(number, head, body)
 ORDER BY number;

-- paywalled
SELECT number, (pg_temp.parse(head, body)).paywalled
  FROM (VALUES (1, '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>', ''),
               (2, '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>', ''),
               (3, '<meta property="article:content_tier" content="locked">', ''),
               (4, '', '<div class="paywall"><p>Il vous reste 80 % de cet article à lire. La suite est réservée aux abonnés.</p></div>'),
               (11, '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true}</script>', ''),
               (12, '<meta property="article:content_tier" content="free">', ''),
               (13, '', '')) AS habit(number, head, body)
 ORDER BY number;

-- JSON-LD as found on pages: comments, CDATA, control characters, trailing garbage, several blocks,
-- HTML inside
SELECT number, (pg_temp.parse(head)).section
  FROM (VALUES (1, '<script type="application/ld+json">//<![CDATA[' || E'\n' || '{"@type":"NewsArticle","articleSection":"Vie locale"}' || E'\n' || '//]]></script>'),
               (2, '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":"Vie\u0020locale","x":"</p>\u00e9"}</script>'),
               (3, '<script type="application/ld+json">{"broken": </script><script type="application/ld+json">{"@type":"NewsArticle","articleSection":"Vie locale"}</script>'),
               (4, '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":"Vie locale"};</script>'),
               (5, '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":"Vie locale","articleBody":"coupé en plein</script>'),
               (6, '<script type="application/ld+json">' || repeat('[', 5000) || repeat(']', 5000) || '</script><script type="application/ld+json">{"@type":"NewsArticle","articleSection":"Vie locale"}</script>'),
               (7, '<script type=''application/ld+json''>{"@type":"NewsArticle","articleSection":"Vie &amp; locale"}</script>')) AS habit(number, head)
 ORDER BY number;

-- the entries of a live blog: those that JSON-LD lists, whose texts are the body if a script draws the page
SELECT a.body, jsonb_pretty(a.extra -> 'entries') AS entries, a.modified_at
  FROM parse_article('<html lang="fr"><title>Le lac déborde, en direct</title><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Le lac déborde, en direct","datePublished":"2021-03-12T06:00:00+01:00","dateModified":"2021-03-12T19:30:00+01:00","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Le quai est fermé","datePublished":"2021-03-12T19:30:00+01:00","articleBody":"L''eau a passé le quai à dix-neuf heures, et les barques sont à la halle."},{"@type":"BlogPosting","datePublished":"2021-03-12","articleBody":"Il pleut depuis l''aube, et le lac monte de deux centimètres par heure, dit la mairie."}]}</script><h1>Le lac déborde, en direct</h1><div id="direct"></div>') AS a;

-- … or those that the page prints; the text of an article with dates in it has none
SELECT jsonb_pretty(a.extra -> 'entries') AS entries, a.body LIKE '%barques sont à la halle.%dit la mairie.%' AS in_body
  FROM parse_article('<html lang="fr"><title>Le lac déborde, en direct</title><main><h1>Le lac déborde, en direct</h1><div class="fil">'
    || '<div class="point"><time datetime="2021-03-12T19:30+01:00">19h30</time><h2>Le quai est fermé</h2><p>L''eau a passé le quai à dix-neuf heures, et toutes les barques sont à la halle.</p></div>'
    || '<div class="point"><time datetime="2021-03-12T12:15+01:00">12h15</time><p>La présidente du club d''aviron demande des bras pour rentrer les bateaux avant le soir.</p></div>'
    || '<div class="point"><time datetime="2021-03-12T07:00+01:00">7h00</time><h2>Il pleut</h2><p>Il pleut depuis l''aube, et le lac monte de deux centimètres par heure, dit la mairie.</p></div></div></main>') AS a;
SELECT (pg_temp.parse('<meta property="article:published_time" content="2021-03-12T06:00:00+01:00">', '<p><time datetime="2021-03-12">12 mars</time></p>')).extra -> 'entries' AS none;

-- extra
SELECT jsonb_pretty((pg_temp.parse('<link rel="amphtml" href="/amp/un-ponton.html"><link rel="next" href="/vie/un-ponton.html?page=2"><script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Accueil"},{"@type":"ListItem","position":2,"name":"Vie locale"}]}</script>',
  '<figure><img src="/img/ponton.jpg" alt="Le lac au matin"><figcaption>Le futur emplacement, sous la brume. Photo Karim Haddad</figcaption></figure><iframe src="https://video.invalid/embed/42"></iframe>')).extra - 'version') AS extra;
