--
-- A site's own rules, in the site-config format of Full-Text RSS and wallabag.
--

-- what of a text of rules is not understood, and what has no effect
SELECT * FROM article_rules_check($$# the gazette
title: //h1
bdoy: //div[@id='text']
test_url: https://www.gazette.example/a
http_header(user-agent): a reader
find_string: <amp-img
prune: perhaps
just a note
$$);
-- what libxml2 would tell only on a page, and on some pages never
SELECT line, directive, message FROM article_rules_check($$title: //h1[matches(., 'port')]
body: //div[php:functionString('trim', @class) = 'text']
strip: //p[re:test(., '^PUB')] | //a
author: //dc:creator
date: $today
strip: //div[contains(@class)]
strip: //div[not(contains(concat(' ', @class, ' '), ' ad '), 1)]
title: ends-with(//h1, 'x')
body: document('/etc/passwd')//p
wrap_in(em): //svg:g
strip: //*[local-name() = 'g' and (position() or last()) and @xlink:href and text() and id('a') and 'matches(x, $y)']
strip: //text()[not (contains(., "(")) and string-length() > 3]/ancestor-or-self::node()
single_page_link: //a
if_page_contains: boolean(//p, 2)
move_into(key('k', 1)): //p
$$);
SELECT * FROM article_rules_check('');
SELECT * FROM article_rules_check(NULL);

-- the rules of a page's site: its host, or a domain above it
CREATE TABLE site_rules (host text PRIMARY KEY, rules text NOT NULL);
INSERT INTO site_rules VALUES
	('gazette.example', 'title: //h1[@class="gazette"]'),
	('.gazette.example', 'title: //h1[@class="all supplements"]'),
	('sport.gazette.example', 'title: //h1[@class="sport"]');
SELECT url, article_rules_for(url, 'site_rules') AS rules
  FROM (VALUES ('https://gazette.example/a'), ('http://WWW.Gazette.example:8080/a?b'), ('gazette.example'),
               ('https://sport.gazette.example/a'), ('https://culture.gazette.example/a'), ('https://a.b.gazette.example/'),
               ('https://other.example/'), ('mailto:anne@gazette.example'), (''), (NULL)) AS pages (url);

-- "global" is for all sites, after a site's own
INSERT INTO site_rules VALUES ('global', E'title: //h2\nskip_id_or_class: share');
SELECT url, article_rules_for(url, 'site_rules') AS rules FROM (VALUES ('https://gazette.example/a'), ('https://other.example/'), ('mailto:anne@gazette.example'), ('http://global/')) AS pages (url);
SELECT (a).title, (a).body FROM (SELECT parse_article_with_rules('<h2>Le quai</h2><p>Le quai a rouvert ce matin après trois ans de travaux, devant une foule nombreuse.<p class="a share">Partager ce texte avec les autres lecteurs de la ville.<p>Le marché a duré jusqu''à midi, malgré la pluie et le vent.',
                                 article_rules_for('https://gazette.example/a', 'site_rules')) AS a) AS parsed;
DELETE FROM site_rules WHERE host = 'global';

-- any relation with these columns will do
CREATE VIEW shared_rules AS SELECT host::varchar AS host, rules FROM site_rules;
SELECT article_rules_for('https://gazette.example/a', 'shared_rules');
CREATE TABLE wrong_rules (site text, rules text);
SELECT article_rules_for('https://gazette.example/a', 'wrong_rules');
CREATE TABLE wrong_type (host text, rules int);
SELECT article_rules_for('https://gazette.example/a', 'wrong_type');
SELECT article_rules_for('https://gazette.example/a', 0);

-- with the privileges of the caller
CREATE ROLE regress_rules_reader;
SET ROLE regress_rules_reader;
SELECT article_rules_for('https://gazette.example/a', 'site_rules');
RESET ROLE;
GRANT SELECT ON site_rules TO regress_rules_reader;
SET ROLE regress_rules_reader;
SELECT article_rules_for('https://gazette.example/a', 'site_rules');
RESET ROLE;
DROP OWNED BY regress_rules_reader;
DROP ROLE regress_rules_reader;

-- ---------------------------------------------------------------- a page with rules

CREATE TEMP TABLE page (id int PRIMARY KEY, url text, html text, rules text);
INSERT INTO page VALUES (1, 'https://gazette.example/port', $$<html><head><title>Le port | La Gazette</title>
<meta property="article:published_time" content="2023-03-11T08:00:00Z"></head><body>
<h1>Le port rouvre</h1><div class="who">Par Anne Vidal et Luc Roy, à Brest</div><div class="when">Publié le 12 mars 2023 à 14h30</div>
<div id="text"><p>Le vieux port de la ville a rouvert ce matin après trois ans de travaux, et la foule est venue nombreuse malgré la pluie.</p>
<div class="box ad"><p>Recevez chaque matin notre lettre du port.</p></div>
<p>Les <b class="ad">PUB</b> pêcheurs ont repris leurs places le long du quai, et le marché a duré jusqu'à midi.</p>
<img src="https://gazette.example/port.jpg"><img src="https://gazette.example/pixel.gif" width="600" height="400"></div>
<div id="other"><p>Un autre texte, qui parle de la gare et des trains qui en partent chaque matin vers la capitale, est aussi long que lui.</p></div>
</body></html>$$, $$title: //h1
author: //*[@class='who']
date: //*[@class='when']
body: //*[@id='text']
strip_id_or_class: ad
strip_image_src: pixel
test_url: https://gazette.example/port
$$);
SELECT (a).title, (a).authors, (a).published_at, (a).body, (a).confidence, jsonb_pretty((a).extra - 'version') AS extra
  FROM (SELECT parse_article_with_rules(html, rules, url) AS a FROM page) AS parsed;
SELECT article_html_with_rules(html, rules, url) FROM page;
SELECT article_markdown_with_rules(html, rules, url) FROM page;
-- why: the rule and its line
SELECT DISTINCT reason[1]
  FROM page, regexp_matches(article_explain_with_rules(html, rules, url), '((?:taken by|stripped by|outside of what) the rule in line \d+(?: takes)?|rule in line \d+)', 'g') AS reason
 ORDER BY 1;
-- the same as rows, of which those that are kept are the body
SELECT kept, reason, left(text, 40) AS text FROM page, article_blocks_with_rules(html, rules, url);
SELECT string_agg(b.text, E'\n\n' ORDER BY b.position) FILTER (WHERE b.kept) = (parse_article_with_rules(html, rules, url)).body AS is_body,
       count(*) = (SELECT count(*) FROM article_blocks_with_rules(convert_to(html, 'UTF8'), rules, url)) AS bytes,
       (SELECT array_agg(b) FROM article_blocks_with_rules(html, NULL) AS b) = (SELECT array_agg(b) FROM article_blocks(html) AS b) AS null_rules,
       (SELECT count(*) FROM article_blocks_with_rules(NULL::text, rules)) AS no_page,
       (SELECT count(*) FROM article_blocks_with_rules('', rules)) AS empty_page
  FROM page, article_blocks_with_rules(html, rules, url) AS b GROUP BY html, rules, url;
SELECT count(*) FROM article_blocks_with_rules('<p>mot</p>', repeat('# x', 100000));
-- bytes as well
SELECT (parse_article_with_rules(convert_to(html, 'LATIN1'), rules, url, content_type => 'text/html; charset=iso-8859-1')).title,
       article_html_with_rules(convert_to(html, 'UTF8'), rules, url) = article_html_with_rules(html, rules, url) AS html,
       article_markdown_with_rules(convert_to(html, 'UTF8'), rules, url) = article_markdown_with_rules(html, rules, url) AS markdown,
       length(article_explain_with_rules(convert_to(html, 'UTF8'), rules, url)) > 0 AS explain
  FROM page;

-- no rules: the same as without
SELECT parse_article_with_rules(html, NULL, url) IS NOT DISTINCT FROM parse_article(html, url) AS null_rules,
       (parse_article_with_rules(html, '', url)).body = (parse_article(html, url)).body AS no_rules,
       article_html_with_rules(html, NULL, url) = article_html(html, url) AS html
  FROM page;
SELECT parse_article_with_rules(NULL::text, 'title: //h1') IS NULL AS no_page, (parse_article_with_rules('', 'title: //h1')).title IS NULL AS empty_page,
       (parse_article_with_rules('du texte seul', 'body: //body')).body;
-- what the rules name and do not find
SELECT (a).title, (a).extra -> 'rules_missed' AS missed
  FROM (SELECT parse_article_with_rules(html, E'title: //h6\nbody: //*[@id=''none'']\nauthor: //h6', url) AS a FROM page) AS parsed;
SELECT (a).title, (a).body, (a).extra -> 'rules_missed' AS missed
  FROM (SELECT parse_article_with_rules(html, E'title: //h6\nbody: //*[@id=''none'']\nautodetect_on_failure: no', url) AS a FROM page) AS parsed;

-- the last page that is kept is not mixed up with one read by other rules
CREATE TEMP TABLE before AS SELECT parses FROM article_stats();
SELECT article_markdown_with_rules(html, 'body: //*[@id="other"]', url) = article_markdown(html, url) AS same,
       article_markdown_with_rules(html, 'body: //*[@id="other"]', url) = article_markdown_with_rules(html, rules, url) AS same_as_others
  FROM page;
SELECT (parse_article_with_rules(html, rules, url)).title = (parse_article_with_rules(html, rules, url)).title AS one_parse FROM page;
SELECT s.parses - b.parses AS parses FROM article_stats() AS s, before AS b;

-- rules come from strangers: they reach nothing, and bring nothing into a view
SELECT article_html_with_rules(html, $$replace_string(<p>): <p onclick="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)">
wrap_in(script): //p
wrap_in(iframe): //p
body: //*[@id='text']
title: document('/etc/passwd')
$$, url) ~ 'script|iframe|onclick|alert' AS live FROM page;
SELECT (parse_article_with_rules(html, E'title: document("file:///etc/passwd")\ntitle: unparsed-entity-uri("x")\ntitle: $x\ntitle: x:y', url)).title FROM page;
-- a path without an end finds nothing; the others go on
SELECT (parse_article_with_rules('<h1>Le quai</h1>' || repeat('<div><p>Le port</p></div>', 5000), E'strip: //*[//*[//*[. = //*]]]\nbody: //div[. = //p]\ntitle: //h1')).title;
-- ... and is told, with its line; a rule of the same text that stays within the limit is not
SELECT (a).title, (a).extra -> 'rules_over_limit' AS over_limit, (a).extra -> 'rules_missed' AS missed,
       substring(article_explain_with_rules(html, rules), 'A limit stopped[^<]*') AS explained,
       substring(article_explain_in(html, 'fr', rules => rules), 'Une limite[^<]*') AS in_french
  FROM (SELECT html, rules, parse_article_with_rules(html, rules) AS a
          FROM (SELECT '<h1>Le quai</h1>' || repeat('<div><p>Le port</p></div>', 5000),
                       E'title: //h1\nauthor: //*[//*[//*[. = //*]]]') AS page (html, rules)) AS parsed;
SELECT (parse_article_with_rules(html, rules, url)).extra ? 'rules_over_limit' AS over_limit FROM page;
SELECT parse_article_with_rules('<h1>Le quai</h1>', repeat('# x', 100000));
SELECT line, message FROM article_rules_check(E'body: //div[\nstrip: //a[@b="c]\nwrap_in(script): //p\nmove_into(//[): //p\nsingle_page_link: //a\nif_page_contains: (');
SELECT count(*) FROM article_rules_check(repeat(E'strip: //p\n', 3000));

-- a time without a zone is one of time_zone if the page declares that instant, even where the time of its last change is written alike;
-- else it has the zone of the mention of the publication that writes the same time
SELECT (parse_article_with_rules(html, 'date: //meta[@name="shown"]/@content', NULL, NULL, 'America/New_York')).published_at AT TIME ZONE 'UTC' AS utc
  FROM (VALUES ('08:21:02', '04:21:10'), ('04:21:02', '09:00:00')) AS times(published, modified),
       format('<meta property="article:published_time" content="2024-04-25T%sZ"><meta property="article:modified_time" content="2024-04-25T%sZ">'
              '<meta name="shown" content="2024-04-25T04:21:02"><h1>Le quai rouvre</h1>', published, modified) AS html;

-- ---------------------------------------------------------------- a column with rules

-- the rules stand in the row
CREATE TABLE generated (url text, html text, rules text,
	article parsed_article GENERATED ALWAYS AS (parse_article_with_rules(html, rules, url)) STORED);
INSERT INTO generated SELECT url, html, rules FROM page;
SELECT (article).title, (article).extra #>> '{sources,body}' AS body FROM generated;
UPDATE generated SET rules = NULL;
SELECT (article).title, (article).extra #>> '{sources,body}' AS body FROM generated;
-- a function that reads a table cannot be generated
CREATE TABLE wrong (url text, html text,
	article parsed_article GENERATED ALWAYS AS (parse_article_with_rules(html, article_rules_for(url, 'site_rules'), url)) STORED);

DROP VIEW shared_rules;
DROP TABLE site_rules, wrong_rules, wrong_type, page, generated;
DROP TABLE before;
