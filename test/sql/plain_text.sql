--
-- Pages that were reduced to text: no tags, one block per line.
--
SET timezone = 'Europe/Paris';
SET datestyle = 'ISO, DMY';
\pset null (null)
\pset format unaligned

\set words 'La Norvège dément le rappel de son ambassadeur\nDernière mise à jour à 13h54 le 29/12\nLe ministère norvégien des Affaires étrangères a démenti jeudi que l''ambassadeur de Norvège à Reykjavik ait été rappelé "pour consultations".\n"L''ambassadeur s''y trouve et il s''y trouvera encore", a déclaré Mme Ingrid Halvorsen, porte-parole du ministère, le 21 décembre à Oslo.\nÀ l''origine de la rumeur, un entretien où un ancien négociateur parlait d''une "période de froid" entre les deux capitales.\nLes exportateurs de saumon comptent sur la Chine\nRejoignez notre groupe de discussion : scannez le code QR ci-dessous avec votre téléphone.\nUne compagnie du Golfe commande 24 moyen-courriers'

SELECT title, authors, published_at, modified_at, language, paywalled FROM parse_article(:'words', NULL, '2017-12-29 18:00+01');
SELECT body FROM parse_article(:'words', NULL, '2017-12-29 18:00+01');
SELECT link.url, link.text FROM parse_article(:'words', NULL, '2017-12-29 18:00+01') CROSS JOIN unnest(related) AS link;

-- the same with a blank line between the blocks, with CRLF, as bytes, and between <pre> tags
SELECT (parse_article(replace(:'words', E'\n', E'\n\n'), NULL, '2017-12-29 18:00+01')).body = (parse_article(:'words', NULL, '2017-12-29 18:00+01')).body AS blank_lines,
       (parse_article(replace(:'words', E'\n', E'\r\n'), NULL, '2017-12-29 18:00+01')).body = (parse_article(:'words', NULL, '2017-12-29 18:00+01')).body AS crlf,
       (parse_article(convert_to(:'words', 'UTF8'), NULL, '2017-12-29 18:00+01', 'Europe/Paris', 'text/plain; charset=utf-8')).body = (parse_article(:'words', NULL, '2017-12-29 18:00+01')).body AS bytes;

-- text is not markup: a lone < or & stays
SELECT (parse_article(E'Calcul mental\nLe maître écrivit au tableau que 3 < 5 et que 5 > 3, puis il ajouta, pour les grands, a & b, et tout le monde se tut pendant une minute entière.\nLa craie cassa. Il en reprit une autre dans la boîte, souffla dessus et continua comme si de rien n''était jusqu''à la sonnerie.')).body;

-- one line, one word, white space
SELECT (parse_article('Bonjour')).body IS NULL OR (parse_article('Bonjour')).confidence < 0.5 AS hardly_an_article;
SELECT (parse_article(E' \n\t\n ')).title, (parse_article(E' \n\t\n ')).body;

-- no title, and nothing about its origin
SELECT (a).title, (a).extra #>> '{sources,title}' AS source FROM (SELECT parse_article('') AS a OFFSET 0) AS p;
