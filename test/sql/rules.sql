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
