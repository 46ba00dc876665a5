-- Copies of one text: article_minhash, article_similarity; of one address: article_url_key; of one wire: article_agency.
\pset null '(null)'

-- A wire, a newspaper's copy of it, a brief, an article that embeds it, and another story.
CREATE TABLE story (id int PRIMARY KEY, printed_by text, body text);
INSERT INTO story VALUES
 (1, 'agence', 'La mairie de Valmont a présenté mardi le projet de la nouvelle halle. Le bâtiment, dessiné par un cabinet de la région, doit ouvrir au printemps prochain et abriter quarante commerçants. Les riverains, réunis en association, demandent que la place reste fermée aux voitures le dimanche. Le maire a promis une réponse avant la fin du mois. La dernière halle de la ville avait brûlé il y a trente ans, une nuit de janvier.'),
 (2, 'journal', 'Valmont aura sa halle

La mairie de VALMONT a présenté mardi le projet de la nouvelle halle. Le bâtiment, dessiné par un cabinet de la région, doit ouvrir au printemps prochain et abriter quarante commerçants. Les riverains, réunis en association, demandent que la place reste fermée aux voitures le dimanche. Le maire a promis une réponse avant la fin du mois. (avec agence)'),
 (3, 'radio', 'Le bâtiment, dessiné par un cabinet de la région, doit ouvrir au printemps prochain et abriter quarante commerçants.'),
 (4, 'hebdo', 'Trois villes rebâtissent leur marché couvert cette année, et chacune a choisi une autre voie. À Brasmes, les vendeurs ont décidé seuls. À Orvilliers, un concours a départagé sept équipes venues de tout le pays. La mairie de Valmont a présenté mardi le projet de la nouvelle halle. Le bâtiment, dessiné par un cabinet de la région, doit ouvrir au printemps prochain et abriter quarante commerçants. Reste la question du prix des étals, que personne ne veut encore fixer.'),
 (5, 'gazette', 'La rivière est montée de deux mètres dans la nuit, et les pompiers ont évacué une école. Aucun blessé n''est à déplorer, mais la route du col restera coupée jusqu''à jeudi au moins, annonce la préfecture.');

SELECT a.id, b.id, round(article_similarity(a.body, b.body)::numeric, 2) AS shared
  FROM story a JOIN story b ON a.id < b.id ORDER BY 1, 2;

-- Keys: few, stored, indexed.
ALTER TABLE story ADD keys int[] GENERATED ALWAYS AS (article_minhash(body)) STORED;
CREATE INDEX story_keys ON story USING gin (keys);
SELECT id, cardinality(keys) AS keys FROM story ORDER BY id;
SELECT a.id, b.id FROM story a JOIN story b ON a.id < b.id AND a.keys && b.keys ORDER BY 1, 2;
SELECT round(article_similarity(a.keys, b.keys)::numeric, 2) AS shared
  FROM story a, story b WHERE a.id = 1 AND b.id = 2;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM story WHERE keys && article_minhash('une dépêche');
RESET enable_seqscan;

-- Typography and accents do not count.
SELECT article_similarity('L''ÉTÉ à Paris, dit-on, fut chaud', 'l’ete a Paris dit on fut chaud');
SELECT article_minhash('Un titre'), article_minhash(E'un\u00A0TITRE'), article_minhash(''), article_minhash(' – '), article_minhash(NULL);
SELECT article_similarity('', ''), article_similarity('mot', ''), article_similarity('mot', NULL),
       article_similarity('{}'::int[], '{}'), article_similarity('{3,1,3}'::int[], '{1,3,9}'), article_similarity(NULL::int[], '{1}');
SELECT article_similarity('{1,NULL}'::int[], '{1}');
SELECT article_similarity('{{1},{2}}'::int[], '{1}');

-- One address.
SELECT article_url_key(url) FROM (VALUES
 (1, 'https://www.example.org/2024/05/halle/?utm_source=lettre#commentaires'),
 (2, 'http://m.example.org:80/2024/05/halle/amp/'),
 (3, 'https://www.google.com/amp/s/amp.example.org/2024/05/halle'),
 (4, 'https://example.org/recherche?p=2&q=halle'),
 (5, 'https://example.org/recherche?q=halle&p=2&fbclid=x'),
 (6, 'https://example.org/%c3%a9t%C3%A9'),
 (7, 'https://www.été.example/'),
 (8, 'example.org'), (9, 'un mot'), (10, 'mailto:nous@example.org'), (11, ''), (12, NULL)) AS t (n, url) ORDER BY n;
SELECT article_url_key('https://example.org/' || repeat('a', 70000));
CREATE TABLE seen (url text, UNIQUE (url), EXCLUDE USING btree (article_url_key(url) WITH =));
INSERT INTO seen VALUES ('https://example.org/a?b=1&c=2');
INSERT INTO seen VALUES ('http://www.example.org/a/?c=2&b=1&gclid=x');
DROP TABLE story, seen;

-- Whose wire it is.
SELECT article_agency(parse_article('<meta name="author" content="AFP"><h1>La halle rouvre</h1><p>La halle de Valmont rouvre mardi, après deux ans de travaux qui ont coûté douze millions.</p>'));
SELECT article_agency(parse_article('<h1>La halle rouvre</h1><p>VALMONT (Belga) - La halle rouvre mardi, après deux ans de travaux qui ont coûté douze millions.</p>'));
SELECT article_agency(parse_article('<h1>La halle rouvre</h1><p>La halle de Valmont rouvre mardi, après deux ans de travaux qui ont coûté douze millions.</p>'));
SELECT article_agency(ROW(NULL, NULL, '{NULL,"La Presse canadienne"}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)::parsed_article);
SELECT article_agency(NULL);
