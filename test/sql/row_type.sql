--
-- A parsed_article that another version of the extension has changed: attributes are matched by
-- name and type, whatever their position.
--
\pset null (null)
\set html '<html lang="fr"><head><title>Un ponton de bois</title><meta name="author" content="Anne Dupont"></head><body><h1>Un ponton de bois</h1><p>Le conseil municipal a voté hier soir la construction d''un ponton de bois au pied de la halle.</p></body></html>'

PREPARE parse AS SELECT (a).title, (a).authors, (a).language FROM (SELECT parse_article($1) AS a OFFSET 0) AS s;
EXECUTE parse(:'html');

-- wider: attributes unknown to this library are NULL
ALTER TYPE parsed_article ADD ATTRIBUTE reading_time interval;
ALTER TYPE article_link ADD ATTRIBUTE weight int;
EXECUTE parse(:'html');
SELECT title, reading_time, extra IS NOT NULL AS extra FROM parse_article(:'html');
SELECT url, text, weight FROM article_links('<p><a href="https://lac.example/a">Un lien vers un autre article</a></p>');

-- narrower, and in another order
ALTER TYPE parsed_article DROP ATTRIBUTE subtitle;
ALTER TYPE parsed_article DROP ATTRIBUTE language;
SELECT title, authors, reading_time FROM parse_article(:'html');
ALTER TYPE parsed_article ADD ATTRIBUTE language text;
SELECT title, authors, language FROM parse_article(:'html');

-- another type with a known name is an error, not a crash
ALTER TYPE parsed_article ALTER ATTRIBUTE confidence TYPE text;
SELECT (parse_article(:'html')).title;
SELECT article_title(:'html');

DEALLOCATE parse;
DROP EXTENSION article;
CREATE EXTENSION article;
SELECT (parse_article(:'html')).title;
