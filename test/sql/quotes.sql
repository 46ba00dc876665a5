--
-- Who said what: french_quotes, article_quotes.
--
\pset null (null)
\pset format unaligned

CREATE TABLE story (id int, body text);
INSERT INTO story VALUES
 -- insertion, pronoun, gerund; the fullest form of the name
 (1, 'La ministre des Transports, Claire Morel, a défendu mardi son texte. « Nous ne reculerons pas », a lancé Mme Morel, ajoutant qu''il s''agit d''« une loi juste ». « Tout reste à faire », a-t-elle conclu.'),
 -- selon, pour, d'après
 (2, 'Selon le procureur de Valmar, Marc Teissier, le suspect a "reconnu les faits". Pour Nadia Roux, secrétaire de la CGT-Ports, "la colère est intacte". D''après elle, "rien n''est réglé".'),
 -- several quotations with one verb; a colon; carried on from the sentence before
 (3, '"Scandaleux", "une honte !", s''indigne Paul Grant. Il insiste : "Chaque jour compte". "Et personne ne bouge."'),
 -- phrases between verb and subject
 (4, E'"On a tout perdu", a expliqué jeudi à l''AFP, devant sa maison, Léa Marchetti, 34 ans.\n"Il faut agir vite", a estimé sur France Inter l''économiste Julie Dautry, qui plaide pour "un plan massif".'),
 -- nobody's words
 (5, 'Le groupe sort son album "Les Vents contraires". Les "gilets orange" ont bloqué le pont. Le chanteur de "Marée basse" est attendu. Un homme surnommé "le Renard" est recherché.'),
 -- single words after de and à; one verb for two speakers; a quotation of two paragraphs
 (7, E'La maire de Valmar, Claire Morel, a qualifié le projet de « verrue » et ses auteurs de « marchands ». Elle appelle à « la révolte » et Jean Roy « au calme ».\n\n« Le pont sera fermé.\n\n« Il rouvrira lundi », tient à rassurer le préfet.'),
 -- a nickname before a verb of speech
 (8, 'Marc Teissier, alias « le Renard », a nié les faits. Paul Grant, dit « la Fouine », a avoué. C''est ce qu''on appelle une « franche rigolade ».'),
 -- without marks
 (6, 'Le préfet affirme que la route sera rouverte lundi. La digue a cédé dans la nuit, a précisé une source proche du dossier. Selon Météo-France, la pluie va durer.');

-- substr finds each where it says
SELECT id, q.start, q.length, q.quote, q.speaker, q.cue, q.kind FROM story, french_quotes(body) AS q ORDER BY id, q.start;
SELECT count(*) AS wrong FROM story, french_quotes(body, true) AS q WHERE substr(body, q.start, q.length) <> q.quote;

-- marks that quote nobody, and indirect speech, on request
SELECT id, q.quote, q.speaker, q.cue, q.kind FROM story, french_quotes(body, every => true) AS q WHERE q.kind NOT IN ('direct', 'mixed') ORDER BY id, q.start;

-- of an article, with the function of the speaker
SELECT q.speaker, q.speaker_role, q.quote, q.kind
  FROM story, article_quotes(jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', body))) AS q ORDER BY id, q.start;
SELECT count(*) FROM article_quotes(NULL);
SELECT count(*) FROM article_quotes(jsonb_populate_record(NULL::parsed_article, '{"title": "« Oui », dit-il."}'));

-- pairs of marks
SELECT q.quote FROM french_quotes('“Non”, dit-elle. „Ja“, dit-il. "Un "deux" trois", dit-elle. « Il a dit "oui" hier », dit-il. « Sans fin, dit-elle. "Fini", dit-il.', true) AS q;
SELECT * FROM french_quotes('');
SELECT * FROM french_quotes(NULL);
SELECT * FROM french_quotes('« »""“”');
SELECT count(*) FROM french_quotes(repeat('« ', 100000)), (SELECT 1) AS x;
SELECT count(*), count(speaker) FROM french_quotes(repeat('"Oui", dit Anne Petit. ', 10000));
SELECT count(*) FROM french_quotes(repeat('"a', 100000), true);
DROP TABLE story;
