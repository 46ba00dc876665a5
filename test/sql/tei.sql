--
-- The article as TEI P5: article_tei of a page, and of an article in a column.
--
SET timezone = 'Europe/Paris';
SET datestyle = 'ISO, DMY';
\pset null (null)
\pset format unaligned
\set VERBOSITY sqlstate
-- a server built without libxml2 has the functions, and its own error: tei_1.out
SELECT article_tei('<p>Un mot.</p>') IS DOCUMENT AS works;
\if :ERROR
\quit
\endif
\set VERBOSITY default

\set html '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Un ponton de bois pour le lac - La Gazette du lac</title><meta property="og:site_name" content="La Gazette du lac"><meta name="author" content="Anne Dupont"><meta name="keywords" content="lac, ponton"><meta property="article:section" content="Vie locale"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Un ponton de bois pour le lac","datePublished":"2017-12-28T13:54:00+01:00"}</script></head><body><main><article><h1>Un ponton de bois pour le lac</h1><p>Par Anne Dupont, publié le 28 décembre 2017 à 13h54</p><p>Le conseil municipal a voté <strong>à main levée</strong> la construction d''un <a href="/tag/ponton" onclick="piege()">ponton de bois</a> de quarante mètres au pied de la halle.</p><figure><img src="/img/ponton.jpg" alt="Le lac au matin" width="640" height="480"><figcaption>Le futur emplacement, sous la brume. © Karim Haddad</figcaption></figure><h2>Trois conditions</h2><p>La commune a retenu trois conditions, inscrites dans la délibération adoptée après deux heures de débat :</p><ul><li>aucun pieu dans la roselière, où niche le butor ;</li><li>un éclairage éteint après <em>vingt-deux</em> heures ;</li></ul><blockquote><p>Nous attendions cela depuis vingt ans, a réagi la présidente du club d''aviron, présente dans le public.</p></blockquote><h2>Le calendrier</h2><table><tr><th>Étape</th><th>Date</th></tr><tr><td>Enquête publique</td><td>mars</td></tr><tr><td>Travaux</td><td>automne</td></tr></table><p>Les travaux doivent commencer à l''automne &lt;b&gt; &amp; durer trois mois.</p></article></main></body></html>'
\set url 'https://www.gazette-du-lac.example/vie/un-ponton.html'
\set tei '{{t,http://www.tei-c.org/ns/1.0}}'

-- the whole document
SELECT replace(article_tei(:'html', :'url')::text, article_version(), 'VERSION') AS document;

-- the same bytes
SELECT article_tei(convert_to(:'html', 'UTF8'), :'url')::text = article_tei(:'html', :'url')::text AS of_bytes;

-- from a column: the same header, and the paragraphs of the body
CREATE TEMP TABLE news AS SELECT parse_article(:'html', :'url') AS article;
SELECT xpath('/t:TEI/t:teiHeader', article_tei(article), :'tei')::text = xpath('/t:TEI/t:teiHeader', article_tei(:'html', :'url'), :'tei')::text AS same_header,
       (xpath('//t:body', article_tei(article), :'tei'))[1] AS body
  FROM news;

-- dates are in the zone of the call; a date alone, midnight there, stays a day
SELECT xpath('//t:bibl/t:date/@when', article_tei(article, 'America/Montreal'), :'tei') AS montreal,
       xpath('//t:bibl/t:date/@when', article_tei(article, NULL), :'tei') AS paris
  FROM news;
SELECT xpath('//t:bibl/t:date/@when', article_tei('<h1>Le lac</h1><p>Publié le 28 décembre 2017</p><p>Un mot.</p>', time_zone => zone), :'tei')
  FROM (VALUES ('Europe/Paris'), ('America/Montreal')) AS z (zone);

-- every sample page, as a page and from a column, is a document with one header and one text
\getenv abs_srcdir PG_ABS_SRCDIR
\set load :abs_srcdir '/../seeds/load.sql'
\set ECHO none
\i :load
\set ECHO all
SELECT count(*) AS pages, bool_and(article_tei(html, url, fetched_at, time_zone, content_type) IS DOCUMENT) AS documents,
       bool_and(article_tei(a, time_zone) IS DOCUMENT) AS from_columns,
       bool_and(cardinality(xpath('/t:TEI/t:text/t:body/t:div[@type="article"]', article_tei(a, time_zone), :'tei')) = 1) AS texts
  FROM page CROSS JOIN LATERAL (SELECT parse_article(html, url, fetched_at, time_zone, content_type) AS a OFFSET 0) AS s;

-- XMLTABLE reads the header
SELECT t.* FROM news,
  XMLTABLE(XMLNAMESPACES('http://www.tei-c.org/ns/1.0' AS t), '/t:TEI/t:teiHeader/t:fileDesc' PASSING article_tei(article)
           COLUMNS title text PATH 't:titleStmt/t:title[@type="main"]', author text PATH 't:titleStmt/t:author/t:persName',
                   published timestamptz PATH 't:sourceDesc/t:bibl/t:date[@type="published"]/@when') AS t;

-- NULL, nothing, and what is no page
SELECT article_tei(NULL::text), article_tei(NULL::bytea), article_tei(NULL::parsed_article);
SELECT xpath('//t:publisher/text()', article_tei(''), :'tei') AS publisher, article_tei('') IS DOCUMENT AS document;
SELECT article_tei('\x89504e470d0a1a0a0000000d49484452'::bytea) IS DOCUMENT AS of_a_picture;
SELECT article_tei(ROW(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)::parsed_article) IS DOCUMENT AS of_nulls;

-- whatever stands in a column, the document is well-formed
SELECT article_tei(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('title', text, 'subtitle', text, 'authors', ARRAY[text, ''], 'site_name', text,
                   'url', 'https://a.example/' || text, 'language', text, 'section', text, 'tags', ARRAY[text, NULL], 'description', text, 'body', text))) IS DOCUMENT AS well_formed
  FROM (VALUES ('a & b < c > "d" '' ]]> <!-- é €'), (E'a\u0001b\u0085c\uFFFEd\r\n\r\ne\tf'), ('<script>x</script> &amp; &#0; %zz [1] #a#b')) AS v (text);
SELECT xpath('//t:date/@when', article_tei(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('published_at', at))), :'tei') AS dates
  FROM (VALUES ('infinity'), ('0044-03-15 BC'), ('12024-01-01 12:00+00'), ('1850-01-01 12:00:07+00')) AS v (at);

-- a large body, and one that escapes make larger than the result may be
SELECT length(article_tei(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', repeat('Un mot. ', 500000))))::text) > 4000000 AS whole,
       length(article_tei(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', repeat('&', 4000000))))::text) < 9000000 AS cut,
       article_tei(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', repeat('&', 4000000)))) IS DOCUMENT AS well_formed;

-- errors
SELECT article_tei('<p>x</p>', time_zone => 'Europe/Atlantide');
SELECT article_tei(article, 'Europe/Atlantide') FROM news;

DROP TABLE page;
