--
-- The people, places and organisations of an article: article_names.
--
\pset null (null)
\pset format unaligned

CREATE TABLE story (id int, article parsed_article);
INSERT INTO story SELECT n, jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', body)) FROM (VALUES
 (1, 'La porte-parole du ministère russe, Maria Zakharova, a critiqué Paris. « C''est faux », a dit Mme Zahkharova à l''AFP. La porte-parole a visé Emmanuel Macron. Le président Macron se rend à Moscou jeudi.'),
 (2, 'Léa Marchetti, 34 ans, vit à Saint-Malo avec son mari Hugo Marchetti. Léa travaille à la SNCF. Rue Victor-Hugo, devant le lycée Jean-Moulin, Me Karim Benali l''attend.'),
 (3, 'L''Université de Valmar et la Commission européenne ont signé. Selon la ministre de la Santé Anne Lefort, élue de Lens, le groupe Novaplante paiera.'),
 (4, 'L''été fut chaud. La Fontaine coule. Le Printemps arrive en Mai.')) AS v (n, body);

SELECT id, n.* FROM story, article_names(article) AS n ORDER BY id, n.starts;

-- substr finds each mention where it says
SELECT count(*) AS mentions, count(*) FILTER (WHERE substr((article).body, s, l) <> ALL (n.forms)) AS wrong
  FROM story, article_names(article) AS n, unnest(n.starts, n.lengths) AS p (s, l);

SELECT count(*) FROM article_names(NULL);
SELECT count(*) FROM article_names(jsonb_populate_record(NULL::parsed_article, '{"title": "Anne Petit"}'));
SELECT name, mentions FROM article_names(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', repeat('Anne Petit dort. ', 20000))));
SELECT count(*) FROM article_names(jsonb_populate_record(NULL::parsed_article,
	jsonb_build_object('body', (SELECT string_agg('Anne ' || initcap(md5(i::text)), '. ') FROM generate_series(1, 10000) AS i))));
DROP TABLE story;
