--
-- article_explain: how a page was read, as one HTML document.
--
SET timezone = 'Europe/Paris';
\pset null (null)
\pset format unaligned

\set html '<!DOCTYPE html><html lang="fr"><head><title>Un ponton de bois pour le lac - La Gazette du lac</title><meta property="og:site_name" content="La Gazette du lac"><meta property="og:title" content="Un ponton de bois pour le lac"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Un ponton de bois pour le lac","datePublished":"2017-12-28T13:54:00+01:00"}</script></head><body><header><a href="/">La Gazette du lac</a><nav><ul><li><a href="/sports">Sports</a></li><li><a href="/loisirs">Loisirs</a></li><li><a href="/vie">Vie locale</a></li></ul></nav></header><main><article><h1>Un ponton de bois pour le lac</h1><p class="auteur">Par Anne Dupont, publié le 28 décembre 2017 à 13h54</p><p>Le conseil municipal a voté <strong>à main levée</strong> la construction d''un ponton de bois de quarante mètres au pied de la halle &lt;script&gt;.</p><p>La commune a retenu trois conditions, inscrites dans la délibération adoptée après deux heures de débat.</p><p>Les travaux doivent commencer à l''automne et durer trois mois, si le lac le veut bien.</p></article></main><footer><p>© La Gazette du lac</p></footer></body></html>'
\set url 'https://www.gazette-du-lac.example/vie/un-ponton.html'

CREATE TEMP TABLE explained AS SELECT article_explain(:'html', :'url') AS document;

-- one document, in ASCII, that runs nothing, loads nothing and leads nowhere
SELECT left(document, 15) AS starts, right(rtrim(document, E'\n'), 7) AS ends, document ~ '^[\n\t -~]*$' AS ascii FROM explained;
SELECT document ~* '<(script|img|iframe|link|object|embed|svg|form|base)\M' AS elements, document ~* '<[^>]* on[a-z]+=' AS handlers,
       document ~* '(href|src)="[^#]' AS addresses, document ~* 'url\(|@import' AS in_style, document ~ ' style=' AS attributes FROM explained;

-- its policy names its own style sheet, by hash, and nothing else
SELECT substring(document FROM 'Content-Security-Policy" content="([^"]*)"') =
       'default-src ''none''; style-src ''sha256-' || encode(sha256(convert_to(substring(document FROM '<style>(.*)</style>'), 'UTF8')), 'base64') || '''; base-uri ''none''; form-action ''none''' AS policy
  FROM explained;

-- each field with its source
SELECT regexp_replace(regexp_replace(row[1], '</t[hd]><td>', ' | ', 'g'), '<[^>]*>', '', 'g') AS field
  FROM explained, regexp_matches(document, '<tr>(<th scope="row".*?)</tr>', 'g') AS row
 WHERE row[1] ~ '>(title|authors|published_at|site_name|url|language|paywalled)<';
SELECT substring(document FROM 'Not found: [^\n]*</p>') AS missing FROM explained;

-- as many blocks as article_blocks returns, with its reasons
SELECT count(*) = (SELECT count(*) FROM article_blocks(:'html')) AS all_blocks,
       count(*) FILTER (WHERE block[2] ~ 'kept') = (SELECT count(*) FROM article_blocks(:'html') WHERE kept) AS all_kept
  FROM explained, regexp_matches(document, '<li id="b(\d+)" class="([a-z ]*)">', 'g') AS block;
SELECT count(*) AS reasons_missing FROM explained, article_blocks(:'html') AS b
 WHERE position(replace(replace(b.reason, '<', '&#60;'), '>', '&#62;') IN document) = 0;

-- words that belong to fields are marked; a run of dropped blocks is folded
SELECT mark[1] AS field, mark[2] AS words FROM explained, regexp_matches(document, '<mark class="hue ([a-z]*)">([^<]*)</mark>', 'g') AS mark;
SELECT regexp_replace(run[1], '<[^>]*>', '', 'g') AS run FROM explained, regexp_matches(document, '<summary>(<span class="number">.*?)</summary>', 'g') AS run;

-- markup that the page shows as text, or hides in its declarations, stays text
SELECT document ~ 'halle &#60;script&#62;\.' AS printed FROM explained;
SELECT vector, article_explain(replace(:'html', 'La Gazette du lac', vector)) ~* '<(script|img|svg|iframe)\M|<[^>]* on[a-z]+=|href="[^#]' AS harmful
  FROM (VALUES ('<script>alert(1)</script>'), ('"><img src=x onerror=alert(1)>'), ('&quot; onclick=&quot;alert(1)'),
               ('</title><svg onload=alert(1)>'), ('</style><script>alert(1)</script>'), ('<a href="javascript:alert(1)">x</a>'),
               ('&lt;iframe srcdoc=x&gt;'), ('--><script>alert(1)</script>')) AS v (vector);

-- dates are read as parse_article reads them
SELECT substring(article_explain('<h1>Le lac</h1><p class="date">Mis à jour à 13h54 le 29/12</p><p>Un mot.</p>', NULL, '2017-12-30 18:00+01', 'America/Montreal') FROM 'modified_at</th><td>([^<]*)<') AS modified;

-- in the language asked for, with the same fields, blocks and marks
SELECT article_explain_in(:'html', 'fr', :'url') AS document \gset french_
SELECT article_explain_in(:'html', 'en', :'url') = document AS english, article_explain_in(:'html', NULL, :'url') = document AS no_language,
       article_explain_in(:'html', 'FR', :'url') = :'french_document' AS upper_case FROM explained;
SELECT substring(:'french_document' FROM '<html [^>]*>') AS html, :'french_document' ~ '^[\n\t -~]*$' AS ascii, :'french_document' ~ 'Comment cette page a &#233;t&#233; lue' AS words;
SELECT (SELECT array_agg(m ORDER BY n) FROM regexp_matches(document, '<li id=[^>]*>|<mark [^>]*>[^<]*', 'g') WITH ORDINALITY AS r (m, n))
     = (SELECT array_agg(m ORDER BY n) FROM regexp_matches(:'french_document', '<li id=[^>]*>|<mark [^>]*>[^<]*', 'g') WITH ORDINALITY AS r (m, n)) AS same_blocks FROM explained;
SELECT regexp_replace(replace(row[1], '&#39;', ''''), '</?[^>]*>', ' ', 'g') AS block
  FROM regexp_matches(:'french_document', '<p class="why">(.*?)</p>', 'g') AS row;
SELECT article_explain_in(:'html', 'de');
SELECT article_explain_in(NULL::text, 'fr') IS NULL AND article_explain_in(NULL::bytea, 'fr') IS NULL AND article_explain_in('', 'fr') IS NULL AS nothing;
SELECT article_explain_in(convert_to('<h1>Été à Nîmes</h1>', 'LATIN1'), 'fr', content_type => 'text/html; charset=latin1') ~ '<dt>Encodage</dt><dd>windows-1252</dd>' AS encoding,
       article_explain(convert_to('<h1>Été</h1>', 'UTF8')) ~ '<dt>Encoding</dt><dd>UTF-8</dd>' AS utf8, article_explain('<h1>Été</h1>') ~ 'Encoding' AS of_text;
SELECT substring(:'french_document' FROM '<dt>Lue par</dt><dd>article ([^<]*)') = article_version() AS version;
-- with a site's rules
SELECT article_explain_in('<h1>A</h1><h2>Le pont</h2>', 'fr', rules => 'title: //h2') ~ '<b>r&#232;gle de la ligne 1</b>' AS by_rule,
       article_explain_in('<h1>A</h1><h2>Le pont</h2>', 'en', rules => 'title: //h2') = article_explain_with_rules('<h1>A</h1><h2>Le pont</h2>', 'title: //h2') AS same,
       article_explain_in('<h1>A</h1>'::bytea, 'fr', rules => 'title: //h2', content_type => NULL) IS NOT NULL AS of_bytes;
-- images, embeds and related articles, with their addresses
SELECT regexp_replace(regexp_replace(row[1], '</t[hd]><td>|</?small[^>]*>|</?li>', ' | ', 'g'), '<[^>]*>', '', 'g') AS field
  FROM regexp_matches(article_explain('<title>Le lac</title><article><h1>Le lac</h1><p>Le conseil a voté la construction d''un ponton de bois au pied de la halle, et les travaux doivent commencer à l''automne.</p><figure><img src="/lac.jpg" width=800 height=600 alt="Un lac &lt;b&gt;"><figcaption>Le lac en été. Photo : Anne Dupont</figcaption></figure><iframe src="https://www.youtube.com/embed/abc"></iframe><p>Les habitants ont demandé deux fois que le ponton soit plus long, et le maire a dit oui devant tout le monde.</p></article><aside class="related"><h2>À lire aussi</h2><ul><li><a href="/2024/03/14/le-pont-de-pierre-ferme-trois-mois.html">Le pont de pierre ferme pour trois mois</a></li><li><a href="/2024/03/15/la-gare-rouvre-deux-guichets.html">La gare rouvre deux guichets pour l''été</a></li></ul></aside>', 'https://a.example/b/c.html'),
                      '<tr>(<th scope="row">(?:related|extra)[^\n]*)</tr>', 'g') AS row;

-- NULL, nearly empty, bytes, a text without tags, a long page
SELECT article_explain(NULL::text), article_explain(NULL::bytea), article_explain(''), article_explain(''::bytea);
SELECT article_explain('<p></p>') ~ '<strong>0</strong> of 0' AS no_block;
SELECT article_explain(convert_to('<meta charset=latin1><h1>Été à Nîmes</h1>', 'LATIN1')) ~ '<h1[^>]*>&#201;t&#233; &#224; N&#238;mes</h1>' AS latin1,
       article_explain(convert_to('<h1>Été à Nîmes</h1>', 'LATIN1'), content_type => 'text/html; charset=latin1') ~ '<h1[^>]*>&#201;t&#233;' AS by_header;
SELECT article_explain(E'Le lac et ses rives\n\nUn ponton de bois, voté à main levée par le conseil, sera posé au pied de la halle et restera ouvert.') ~ '<b>first line</b>' AS plain_text;
-- as much of a long page as a browser can show, and how much is omitted
SELECT article_explain('<h1>Le lac</h1>' || repeat('<p>Un mot après l''autre, et puis un autre, et puis un autre encore.</p>', 20000)) AS document \gset long_
SELECT count(*) AS blocks, count(DISTINCT block[1]) AS numbers FROM regexp_matches(:'long_document', '<li id="b(\d+)"', 'g') AS block;
SELECT substring(:'long_document' FROM '[0-9,]+ more blocks') AS beyond;
