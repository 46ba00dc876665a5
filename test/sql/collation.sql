--
-- Collations: french defines an order; french_ci and french_ai also define equality.
--

-- dictionary order: letters, then accents, then case; œ as oe
SELECT word FROM (VALUES ('zèbre'), ('Zoé'), ('été'), ('étude'), ('étage'), ('eté'), ('cote'), ('côte'), ('coté'), ('côté'),
    ('œil'), ('odeur'), ('offre'), ('oasis'), ('Élysée'), ('élysée'), ('Elysee'), ('ça'), ('ca'), ('cb'), ('ñandou'), ('nuit')) AS v(word)
 ORDER BY word COLLATE french;

-- which comes first
SELECT 'cote' < 'côte' COLLATE french AS accent_last, 'côte' < 'cotes' COLLATE french AS letters_first,
       'élan' < 'Élan' COLLATE french AS small_first, 'coté' < 'côte' COLLATE french AS from_the_left,
       'été' = 'ete' COLLATE french AS equal;

-- without case
SELECT 'ÉLYSÉE' = 'élysée' COLLATE french_ci AS capitals, 'Élysée' = 'Elysée' COLLATE french_ci AS accents;

-- without case and accents
SELECT 'ÉLYSÉE' = 'elysee' COLLATE french_ai AS both, 'cœur' = 'COEUR' COLLATE french_ai AS ligature,
       'cœur' = 'chœur' COLLATE french_ai AS letters;

-- DISTINCT and UNIQUE follow it
SELECT count(DISTINCT word COLLATE french_ai) AS ai, count(DISTINCT word COLLATE french_ci) AS ci, count(DISTINCT word COLLATE french) AS exact
  FROM (VALUES ('été'), ('Été'), ('ETE'), ('ÉTÉ')) AS v(word);
CREATE TABLE names (name text COLLATE french_ai UNIQUE);
INSERT INTO names VALUES ('Zoé');
INSERT INTO names VALUES ('ZOE');
SELECT name FROM names WHERE name = 'zoe';
DROP TABLE names;

-- each has a comment and belongs to the extension
SELECT c.collname, c.collisdeterministic, d.description
  FROM pg_collation AS c
  JOIN pg_depend AS dep ON dep.classid = 'pg_collation'::regclass AND dep.objid = c.oid AND dep.deptype = 'e'
  JOIN pg_extension AS e ON e.oid = dep.refobjid AND e.extname = 'article'
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_collation'::regclass AND d.objoid = c.oid
 ORDER BY c.collname;
