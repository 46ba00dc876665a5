--
-- The extension itself: what it installs, with which properties.
--

-- every function, with its volatility and parallel safety
\pset format unaligned
SELECT p.oid::regprocedure AS function,
       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel,
       p.proretset AS returns_set
  FROM pg_depend d
  JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
  JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
 WHERE e.extname = 'article' AND d.deptype = 'e'
 ORDER BY p.proname COLLATE "C", p.oid::regprocedure::text COLLATE "C";
\pset format aligned

-- a parse costs more than an ordinary function, and the planner knows it
SELECT bool_and(p.procost >= 1000) AS dear
  FROM pg_proc p
 WHERE p.proname = 'parse_article';

-- the frozen list of attributes
SELECT a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS type
  FROM pg_attribute a
 WHERE a.attrelid = 'parsed_article'::regclass AND a.attnum > 0
 ORDER BY a.attnum;

-- the other row types
SELECT c.relname, string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum) AS attributes
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
 WHERE c.relkind = 'c' AND c.relname LIKE 'article\_%'
 GROUP BY c.relname
 ORDER BY c.relname COLLATE "C";

-- every object has a comment (except array types and row types of tables)
SELECT pg_describe_object(d.classid, d.objid, 0) AS without_comment
  FROM pg_depend d
  JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
 WHERE e.extname = 'article' AND d.deptype = 'e'
   AND obj_description(d.objid, d.classid::regclass::text) IS NULL
   AND NOT (d.classid = 'pg_class'::regclass
            AND (SELECT c.relkind NOT IN ('r', 'v') FROM pg_class c WHERE c.oid = d.objid))
   AND NOT (d.classid = 'pg_type'::regclass
            AND (SELECT t.typcategory = 'A' OR coalesce(c.relkind IN ('r', 'v'), false)
                   FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid WHERE t.oid = d.objid))
 ORDER BY 1;

-- so has every attribute of a row type
SELECT a.attrelid::regclass AS type, a.attname AS without_comment
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid = c.reltype AND d.deptype = 'e'
  JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
 WHERE e.extname = 'article' AND c.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped
   AND col_description(a.attrelid, a.attnum) IS NULL
 ORDER BY 1, 2;

-- the version of the library equals that of its SQL, and is in extra; so is the encoding that bytes
-- were decoded from
SELECT article_version() = extversion AS same FROM pg_extension WHERE extname = 'article';
SELECT (a).extra ->> 'version' = article_version() AS same, (a).extra - 'version' AS others, a IS NULL AS nothing
  FROM (VALUES (parse_article('')), (parse_article('', content_type => 'text/html; charset=koi8-r')), (parse_article('<p>Du texte')), (parse_article('<p>Du texte'::bytea)),
               (parse_article('<p>D\351j\340', content_type => 'text/html; charset=iso-8859-1'))) AS v (a);

-- relocatable: into any schema, and back
SELECT extrelocatable, extversion FROM pg_extension WHERE extname = 'article';
CREATE SCHEMA elsewhere;
ALTER EXTENSION article SET SCHEMA elsewhere;
SELECT (elsewhere.parse_article('<h1>Un titre</h1><p>Un paragraphe de quelques mots.</p>')).title;
SELECT elsewhere.article_title('<h1>Un titre</h1><p>Un paragraphe de quelques mots.</p>');
ALTER EXTENSION article SET SCHEMA public;
DROP SCHEMA elsewhere;

-- trusted: any role with CREATE on the database may install it; DROP leaves nothing behind
DROP EXTENSION article;
SELECT count(*) AS left_behind FROM pg_proc WHERE proname IN ('parse_article', 'html_text');
CREATE ROLE regress_article_owner;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO regress_article_owner', current_database()); END $$;
CREATE SCHEMA owned AUTHORIZATION regress_article_owner;
SET ROLE regress_article_owner;
CREATE EXTENSION article SCHEMA owned;
SELECT owned.article_title('<h1>Un titre</h1><p>Un paragraphe de quelques mots.</p>');
RESET ROLE;
DROP EXTENSION article;
DROP SCHEMA owned;
DROP OWNED BY regress_article_owner;
DROP ROLE regress_article_owner;
CREATE EXTENSION article;
