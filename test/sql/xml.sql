--
-- html_xml: any page as a well-formed XML document, for the server's own XML functions.
--
\pset null (null)
\pset format unaligned

-- a server without libxml has the function, which says so
SELECT setting NOT LIKE '%--with-libxml%' AS no_xml FROM pg_config WHERE name = 'CONFIGURE' \gset
\if :no_xml
SELECT html_xml('<p>x');
\quit
\endif

\set page '<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>Le lac &amp; l''île</title><base href=/vie/><script type="application/ld+json">{"a": "<b> & c", "d": "<e> && f"}</script></head><body class="une large"><h1>Le ponton</h1><p class="chapo">Un <b>vote <i>serré</b></i> au&nbsp;lac<br>hier.<p><a href="../sport?a=1&b=2" onclick="f(&quot;x&quot;)">Sport</a> <img src=ponton.jpg srcset="p1.jpg 1x, /p2.jpg 2x" @click=ouvrir()><table><tr><th>Oui<td>12<tr><th>Non<td>9</table><svg viewbox="0 0 9 9"><g><path d="M0 0"/><use xlink:href="#i"/></g><text>12</text></svg><fb:like data-x></fb:like><!-- rien --></body></html>'
SELECT html_xml(:'page', 'https://www.gazette-du-lac.example/accueil.html');

-- the server's functions read it, without namespaces
SELECT xpath('//h1/text()', html_xml(:'page')), xpath('//p[contains(@class, "chapo")]//text()', html_xml(:'page'));
SELECT xpath_exists('//table/tbody/tr[2]/td', html_xml(:'page')), xpath('/html/@lang', html_xml(:'page'));
SELECT * FROM XMLTABLE('//tr' PASSING html_xml(:'page') COLUMNS vote text PATH 'th', votes int PATH 'td');
SELECT xpath('//s:path/@d', html_xml(:'page'), ARRAY[ARRAY['s', 'http://www.w3.org/2000/svg']]);
SELECT xpath('string(//script)', html_xml(:'page'));
SELECT xpath('//img/@srcset', html_xml(:'page', 'https://www.gazette-du-lac.example/accueil.html'));

-- whatever the page is made of
CREATE TEMP TABLE hostile (page text);
INSERT INTO hostile VALUES
	('<p>un<br>deux<hr>trois<wbr></p><img src=/a.jpg width=640 alt=x>'),
	('<p>&nbsp;&euro;&foo;&#0;&#1;&#128;&#xD800;&#xFFFE;&#xFFFF;&#x110000; ]]> a' || chr(1) || chr(127) || chr(133) || chr(65534) || '</p>'),
	('<p a=1 a=2 "=3 <=4 x:y=5 xmlns="urn:x" xmlns:z="urn:z" 1=6 é=7 lang=fr LANG=de xml:lang=it xml:id=1>un'),
	('<p>a<!-- b -- c --> d<!-- -- ><b>e<?php f ?>g<!DOCTYPE h [<!ENTITY i "j">]>&i;<![CDATA[k]]></p>'),
	('<x-y><o:p>un</o:p><1>deux</1></x-y><a<b>c</a<b><é>d</é><p é·="·">'),
	('<script>]]> && << </script><style>a > b && "</style><textarea><b>&lt;</textarea><iframe><p></iframe><xmp><b>&amp;</xmp>'),
	('<p><svg><title>a<b></title><foreignObject><p>b<svg><p>c</svg></foreignObject><style>d > e</style><![CDATA[<f>]]></svg>'),
	('<math><mi>x</mi><annotation-xml encoding="text/html"><p>y</p></annotation-xml></math>'),
	('<table>a<tr>b<td>c<table><td>d</table>e<script>f</script></tr>g</table>h<td>i'),
	('<html a=1><html b=2 a=3><body c=4><head d=5><body e=6 c=7>x</html>y<title>z</title>'),
	('<frameset><frame src=a><noframes><p>b</noframes></frameset>'),
	(repeat('<div><i>', 400) || 'au fond'),
	('texte seul'), ('<'), ('&'), (chr(1)), (E'\t\n ');
SELECT page, html_xml(page) FROM hostile WHERE length(page) < 1000;
SELECT count(*), count(*) FILTER (WHERE xml_is_well_formed_document(html_xml(page)::text)) AS well_formed FROM hostile WHERE page <> '';
SELECT (xpath('string(//i[last()])', html_xml(page)))[1] FROM hostile WHERE length(page) > 1000;

-- entities and document types of the page are text: nothing expands
SELECT html_xml('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><p>&b;&x;');

-- long texts, attributes and pages are read by xpath() too
SELECT xpath('string-length(/html/body)', html_xml(repeat('mot ', 3000000)));
SELECT xpath('string-length(//script)', html_xml('<script>' || repeat('é & < ', 2500000) || '</script>'));
SELECT length(html_xml('<p title="' || repeat('&', 20000000) || '">x')::text), length(html_xml('<p>' || repeat('<', 5000000))::text);

-- bytes in other encodings; NULL, empty, no page
SELECT html_xml('\x3c6d65746120636861727365743d69736f2d383835392d313e3c703ee974e9'::bytea);
SELECT html_xml('\x3c703ee974e9'::bytea, NULL, 'text/html; charset=iso-8859-1');
SELECT html_xml(NULL::text), html_xml(NULL::bytea), html_xml(''), html_xml('%PDF-1.4'::bytea);

-- a generated column
CREATE TEMP TABLE une (html text, chapo text GENERATED ALWAYS AS ((xpath('string(//p[@class="chapo"])', html_xml(html)))[1]::text) STORED);
INSERT INTO une VALUES (:'page');
SELECT chapo FROM une;
