--
-- The sentences of a text.
--
\pset null (null)
\pset format unaligned

-- substr finds each where it says
CREATE TABLE story (body text);
INSERT INTO story VALUES (E'L’été à Nœux\n\n'
	'« On part. On revient ! », a lancé M. J. Le Goff, 41 ans, à 20 h 30. La loi n° 82-213 du 2 mars 1982 (art. L. 12) reste en vigueur. '
	'Le prix ? 3,5 M€. "Trop cher." Le débat continue…\n'
	'- Les pommes\n- Les poires, les prunes, etc.\n1. Couper. 2. Cuire.');
SELECT s.*, substr(body, s.start, s.length) = s.text AS found FROM story, french_sentences(body) AS s;

-- abbreviations, initials, acronyms and figures end no sentence, but they may stand at the end of one
SELECT t, array_agg(s.text ORDER BY s.start) AS sentences
  FROM (VALUES (1, 'Le Dr. Marc Petit et Mme A. Durand habitent au 3, bd. Carnot.'), (2, 'Des pommes, etc. ont gelé. Des prunes, etc. Rien ne reste.'),
               (3, 'Il vit aux U.S.A. depuis 1990. Il aime les U.S.A. Elle non.'), (4, 'Le no. 10 a joué. Voir p. 12 et fig. 3.'),
               (5, 'Le site www.exemple.fr?id=3 est fermé. Écrivez à a.b@exemple.fr.'), (6, 'Né en 52 av. J.-C. à Arles. Mort en 12.'),
               (7, 'Il est 20 h. Le plan B. Elle hésite.'), (8, 'Rachetée par Acme Inc. pour rien. Signé : Acme Inc. La suite demain.')) AS v(n, t), french_sentences(t) AS s
 GROUP BY n, t ORDER BY n;

-- quotations and parentheses
SELECT t, array_agg(s.text ORDER BY s.start) AS sentences
  FROM (VALUES (1, '« Tu viens ? – Non. » Il raccroche.'), (2, 'Elle crie "Au secours !" et s''enfuit.'), (3, '“Je reste. Je lutte.” Il sourit.'),
               (4, 'C''est fini. (Lire aussi page 3.) À demain.'), (5, 'Il cite « sans fermer. Puis il part.'), (6, 'Quoi ?! Encore... « Oui… » dit-elle.')) AS v(n, t), french_sentences(t) AS s
 GROUP BY n, t ORDER BY n;

-- a line broken to fit a column goes on; a line of a list does not
SELECT array_agg(replace(text, E'\r\n', ' / ')) FROM french_sentences(E'Le conseil municipal a adopté mardi soir le budget de la\r\nville. Il augmente.\r\nAu menu :\r\nsoupe\r\npain');

SELECT * FROM french_sentences('');
SELECT * FROM french_sentences(E' \n\t ');
SELECT * FROM french_sentences(NULL);
SELECT * FROM french_sentences('...');
SELECT count(*), sum(length) FROM french_sentences(repeat('Il pleut. ', 10000));
SELECT count(*) FROM french_sentences(repeat('«("', 100000));

-- how long are the sentences of a text?
SELECT count(*), round(avg(array_length(regexp_split_to_array(text, '\s+'), 1)), 1) AS words FROM story, french_sentences(body);
DROP TABLE story;
