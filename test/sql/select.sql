--
-- html_xpath and html_select: what a path or a CSS selector finds on a page.
--
\pset null (null)
\pset format unaligned

\set page '<html lang=fr><title>Le lac</title><meta property="og:title" content="Le ponton"><body><h1 class="titre grand">Le <b>ponton</b></h1><p class="chapo">Un vote serré.</p><div id="corps"><p>Le conseil a voté <a href="/vote?a=1&amp;b=2" onclick="piege()">hier</a>.</p><p>Il pleut.<script>piege()</script></p><ul><li>un<li class=x>deux<li>trois</ul></div>'
\set url 'https://www.gazette-du-lac.example/vie/ponton.html'

-- rows in the order of the page
SELECT * FROM html_xpath(:'page', '//p', :'url');
SELECT * FROM html_select(:'page', 'h1, #corps > p', :'url');
SELECT position, name, text, attributes FROM html_xpath(:'page', '//meta | //html | //title');

-- attributes and texts are found too; a value is one row
SELECT * FROM html_xpath(:'page', '//a/@href | //h1/b/text()', :'url');
SELECT * FROM html_xpath(:'page', 'count(//li)');
SELECT text FROM html_xpath(:'page', 'normalize-space(//h1)');
SELECT text FROM html_xpath(:'page', 'boolean(//h2)');
SELECT count(*) FROM html_xpath(:'page', '//h2');

-- selectors
SELECT string_agg(text, ' ' ORDER BY position) FROM html_select(:'page', 'li:nth-child(odd)');
SELECT string_agg(text, ' ' ORDER BY position) FROM html_select(:'page', 'li:not(.x)');
SELECT text FROM html_select(:'page', 'p:has(> a[href^="/vote" i])');
SELECT attributes ->> 'content' FROM html_select(:'page', 'meta[property="og:title"]');

-- the html of a row is safe to show, whatever the page holds
SELECT html FROM html_select('<div><script>x</script><p onclick=x style=x><a href="java&#10;script:x">a</a><a href=" JaVaScRiPt:x">b</a><a href="data:x">c</a><a href="mailto:a@b.example">d</a><img src=x onerror=x><svg onload=x><p>e</svg><iframe srcdoc=x></iframe><form action=x><input value=f><button>g</button></form><x-y z=1>h</x-y><table background="javascript:x"><td>i &lt;j&gt; &amp;lt;</table><noscript><p title="</noscript><img src=x onerror=x>"></noscript>', 'div');

-- for many pages
CREATE TEMP TABLE pages AS SELECT i, format('<h1>Page %s</h1><p class=a>un %s<p class=b>deux', i, i) AS html FROM generate_series(1, 3) AS i;
SELECT i, n.text FROM pages, LATERAL html_select(html, 'p.a') AS n ORDER BY i;
SELECT i, s, (SELECT string_agg(text, ',') FROM html_select(html, s)) FROM pages, unnest(ARRAY['h1', '.b']) AS s ORDER BY 1, 2;
SELECT i, (html_xpath(html, 'string(//p[' || i % 2 + 1 || '])')).text FROM pages ORDER BY i;

-- bytes, encodings; NULL, empty, no page
SELECT text FROM html_select('\x3c6d65746120636861727365743d69736f2d383835392d313e3c703ee974e9'::bytea, 'p');
SELECT text FROM html_xpath('\x3c703ee974e9'::bytea, '//p', NULL, 'text/html; charset=iso-8859-1');
SELECT count(*) FROM html_xpath(NULL::text, '//p');
SELECT count(*) FROM html_xpath('<p>x', NULL);
SELECT count(*) FROM html_select(NULL::bytea, 'p');
SELECT count(*) FROM html_select('<p>x', NULL);
SELECT count(*) FROM html_select('', 'html');
SELECT count(*) FROM html_xpath('%PDF-1.4'::bytea, '//*');

-- attributes whose values are empty, or one letter, are equal to themselves alone
SELECT name, attributes FROM html_xpath('<p class="" id="">un <a class=x>deux</a> <b class=x title=y>trois</b> quatre', '//b[@class = "x"] | //p[@id = "x" or @id = @class] | //*[@title = @class]');

-- errors say where
SELECT html_xpath('<p>x', '//p[');
SELECT html_xpath('<p>x', '');
SELECT html_xpath('<p>x', '//p[é="x]');
SELECT html_xpath('<p>x', '//x:p');
SELECT html_xpath('<p>x', 'document("/etc/passwd")');
SELECT html_xpath('<p>x', '$v');
-- also where no page would come to it
SELECT html_xpath('<p>x', '//q[é:b(.)]');
SELECT html_xpath('<p>x', '//q[contains(.)]');
SELECT html_xpath('<p>x', repeat('(', 5000));
SELECT html_xpath('<p>x', repeat('//p|', 5000) || '//p');
SELECT html_select('<p>x', '');
SELECT html_select('<p>x', 'é >');
SELECT html_select('<p>x', 'p:hover');
SELECT html_select('<p>x', 'p::first-line');
SELECT html_select('<p>x', 'p[a=1]');
SELECT html_select('<p>x', 'p:contains("x")');

-- limits
SELECT count(*) FROM html_xpath(repeat('<p>un<p>deux', 10000), '//*[//*[//*]]');
SELECT count(*) FROM html_xpath('<p>' || repeat('x', 1000), 'concat(' || rtrim(repeat('//p,', 3000), ',') || ')');
SET article.xpath_max_operations = 1000;
SELECT count(*) FROM html_xpath(repeat('<p>un', 1000), '//p');
RESET article.xpath_max_operations;
SET article.xpath_max_size = '10kB';
SELECT count(*) FROM html_xpath(repeat('<p>un', 10000), '//p');
SELECT count(*) FROM html_select(repeat('<p>un', 1000), 'p');
RESET article.xpath_max_size;
SET article.max_result_size = '10kB';
SELECT count(*) FROM html_select(repeat('<div>un', 400), 'div');
RESET article.max_result_size;
SELECT count(*) FROM html_select(repeat('<div>un', 400), 'div');
SET article.xpath_max_operations = 1;
SELECT html_select('<p>x', repeat('a,', 200) || 'a');
