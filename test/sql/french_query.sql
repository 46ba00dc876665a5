--
-- french_query: what people type into a search box.  A configuration of words as they are written
-- shows how quotes, operators and prefixes are converted; how words are converted depends on the
-- configuration.
--
\set VERBOSITY terse
SET client_min_messages = warning;
CREATE TEXT SEARCH CONFIGURATION plain_words (COPY = simple);

PREPARE ask(text) AS SELECT french_query('plain_words', $1) AS all_words, french_query_any('plain_words', $1) AS any_word;

-- words, OU, ET, SAUF; in lowercase they are ordinary words
EXECUTE ask('chat noir');
EXECUTE ask('chat OU chien noir');
EXECUTE ask('chat ou chien');
EXECUTE ask('ONU OR OTAN');
EXECUTE ask('rock ET jazz SAUF métal');
EXECUTE ask('rock -métal -"hard rock"');
EXECUTE ask('OU');

-- quotation marks of all kinds; an unclosed one extends to the end
EXECUTE ask('« mise à jour » du soir');
EXECUTE ask('“mise à jour"');
EXECUTE ask('soir "mise à jour');
EXECUTE ask('écran 55" plat');

-- prefixes, with and without the accents that were typed; groups
EXECUTE ask('Élec* maison');
EXECUTE ask('"chat noi*"');
EXECUTE ask('(chat OU chien) -(noir OU "gris clair")');
EXECUTE ask('((((chat');

-- any apostrophe, no-break spaces
EXECUTE ask('l’été l''été');
EXECUTE ask(U&'chat\00A0noir « chat\202Fnoir »');

-- nothing is an error
EXECUTE ask('');
EXECUTE ask('"" () - * OU « ');
EXECUTE ask('& | ! <-> \ '' :* a:b ''x'':A');
SELECT numnode(french_query('plain_words', repeat('chat ', 1000000))) < 2000 AS bounded,
       numnode(french_query('plain_words', repeat('(', 1000) || 'chat')) AS parentheses,
       numnode(french_query('plain_words', repeat('-', 1000) || 'chat')) AS hyphens,
       numnode(french_query('plain_words', repeat('-a ', 1000000))) < 5000 AS exclusions,
       numnode(french_query('plain_words', repeat('é', 1000000))) AS one_long_word;
SELECT count(french_query('plain_words', string)) AS queries
  FROM (SELECT string_agg((ARRAY['chat', ' ', '"', '«', '»', '(', ')', '-', '*', ' OU ', ' ET ', ' SAUF ', '''', '’', '!', '&', ':', '\'])[1 + (i * 7919 + j * 104729 + i * j * 31) % 18], '' ORDER BY j) AS string
          FROM generate_series(1, 2000) AS i, generate_series(1, 8) AS j GROUP BY i) AS s;
SELECT french_query(NULL::text) IS NULL AS no_query;

-- stop words: alone they give an empty query, as in websearch_to_tsquery; in a phrase they keep
-- their position
SELECT french_query('french', 'de la') AS nothing, to_tsvector('french', 'de la maison') @@ french_query('french', 'de la') AS found;
SELECT french_query('french', '"mise à jour"'), french_query('french', 'la mise -de');

-- article_french: forms of a word, missing accents, numbers and compounds
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('élections présidentielles', 'une élection présidentielle'), ('election presidentielle', 'les élections présidentielles'),
	('pêche', 'péché'), ('elect*', 'les élections'), ('élect*', 'un électeur'), ('"ministre elect*"', 'la ministre électorale'),
	('"13 h 54"', 'à 13h54'), ('1500 -euros', '1 500 francs'), ('"week-end"', 'un weekend'), ('"weekend"', 'un week-end'),
	('aujourd''h*', 'aujourd''hui'), ('d’aujourd’hu*', 'aujourd''hui'), ('rendez-v*', 'un rendez-vous'), ('presqu''î*', 'une presqu''île'),
	('"mise à j*"', 'la mise à jour'), ('"mise à j*"', 'du jour'), ('"mise à l*"', 'la mise à jour'), ('week-e*', 'un week-end'), ('week-e*', 'une semaine'), ('week-e*', 'un enfant'), ('Paris/Ly*', 'de Paris à Lyon'), ('(élect*', 'élection'),
	('"week-end de fête"', 'un week-end de fête'), ('"bla bla"', 'un seul bla'), ('l''été -d''automne', 'cet été, cet automne'), ('etat', 'l''État')) AS v (typed, document);
-- readings: what a word alone may mean, and any in a phrase; names in other spellings
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('permis', 'ils le permettent'), ('"permis de conduire"', 'cela permet de conduire'), ('"mise en examen"', 'il a été mis en examen'),
	('allée', 'ils iront'), ('ou', 'dites-nous où'), ('suis', 'oui, je suis Odile'), ('cause', 'fermé à cause du bruit'), ('causer', 'fermé à cause du bruit'),
	('"chaîne Canal+"', 'une chaîne Canal'), ('Orlenski', 'Igor Orlenskyy'), ('orlensky', 'Igor Orlenski'), ('Bakounine', 'Mikhail Bakunin'),
	('Dupond-Valmar', 'Odile Dupont-Valmar'), ('Van der Valmar', 'Odile von der Valmar'), ('van', 'Odile von der Valmar'), ('nénufar', 'des nénuphars')) AS v (typed, document);

-- in a table with a GIN index
CREATE TABLE note (id int, body text);
INSERT INTO note SELECT i, 'note ' || i || ' du carnet' FROM generate_series(1, 2000) AS i;
INSERT INTO note VALUES (0, 'Mise à jour : le chat noir dort, le chien veille');
CREATE INDEX note_words ON note USING gin (to_tsvector('plain_words', body));
ANALYZE note;
EXPLAIN (COSTS OFF) SELECT id FROM note WHERE to_tsvector('plain_words', body) @@ french_query('plain_words', '"chat noir" vei*');
SELECT id FROM note WHERE to_tsvector('plain_words', body) @@ french_query('plain_words', '"chat noir" vei*');
SELECT id FROM note WHERE to_tsvector('plain_words', body) @@ french_query('plain_words', '"noir chat"');
SELECT id, ts_rank(to_tsvector('plain_words', body), q) > 0 AS rank, ts_rank_cd(to_tsvector('plain_words', body), q) > 0 AS rank_cd
  FROM note, french_query('plain_words', '"chat noir" chien') AS q WHERE to_tsvector('plain_words', body) @@ q;
SELECT ts_headline('plain_words', body, french_query('plain_words', '"chat noir"')) FROM note WHERE id = 0;

-- a copied configuration, changed by the user
ALTER TEXT SEARCH CONFIGURATION plain_words ALTER MAPPING FOR asciiword WITH french_stem;
SELECT french_query('plain_words', 'les chats noirs');
DROP TABLE note;
DROP TEXT SEARCH CONFIGURATION plain_words;

-- readings: a noun is not the verb whose form it is; what its neighbours say, in text and query
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('entrée', 'La porte d''entrée est fermée'), ('entrée', 'Les élèves entrent à huit heures'), ('entrer', 'Elle est entrée à huit heures'),
	('été', 'Les soirées d''été à Nice'), ('été', 'Le pont a été fermé'), ('est', 'La façade à l''est, côté cour'), ('est', 'La façade est à refaire'),
	('avion', 'deux avions à quai'), ('son', 'le son des cloches à midi'), ('son', 'avec son frère aîné'), ('entre', 'un accord entre élus'), ('entrer', 'un accord entre élus'),
	('vers', 'la route vers Sète'), ('tuer', 'le tabac tue à petit feu'), ('taire', 'il faut se taire, déjà'), ('fil', 'son fils aîné'),
	('pourquoi', 'Il sait pourquoi on a fermé'), ('depuis', 'fermé depuis lundi'), ('pouvoir', 'ils peuvent protéger la forêt'), ('"le pouvoir"', 'le pouvoir à la mairie')) AS v (typed, document);

-- the noun that was typed, however rare, and its verb only if that is much likelier; a verb after its subject
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('car', 'un car de touristes est arrivé'), ('avant', 'un avant de rugby est blessé'), ('bien', 'un bien à vendre au marché'), ('bien', 'elle dort bien'),
	('tombe', 'Elle tombe de haut'), ('tombe', 'une tombe fleurie'), ('tomber', 'Elle tombe de haut'), ('lutte', 'La ville lutte depuis hier'), ('lutter', 'La ville lutte depuis hier'),
	('morte', 'deux morts à Lyon'), ('ton', 'Ton frère arrive à midi'), ('ton', 'le ton monte à midi'), ('obliger', 'il l''oblige à payer'), ('l''oblige', 'il l''oblige à payer'),
	('joue', 'la joue gauche'), ('kilomètre', 'deux kilomètres à pied'), ('mètre', 'elle mesure deux mètres')) AS v (typed, document);

-- names: capitals inside a sentence, no corrections, names of several words
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('Vienne', 'il vient à midi'), ('Vienne', 'un concert à Vienne'), ('venir', 'un concert à Vienne'), ('Rennes', 'un renne blessé'), ('Dupontel', 'un pontet usé'),
	('Leroux', 'les Leroux sont là'), ('Marne', 'le département de la Haute-Marne à pied'), ('haute marne', 'le département de la Haute-Marne à pied'),
	('lanouvelle', 'Le groupe La Nouvelle publie son bilan'), ('lorfèvre', 'Le groupe L''Orfèvre a fermé'),
	('Le Carreau', 'un carreau cassé'), ('Le Carreau', 'le théâtre du Carreau a fermé'), ('carreau', 'le théâtre du Carreau a fermé'), ('Le carreau', 'un carreau cassé'),
	('blanc', 'Rose-Blanche chante à midi'), ('rose blanche', 'Rose-Blanche chante à midi'), ('unir', 'le siège des Nations Unies à Genève'), ('Unies', 'le siège des Nations Unies à Genève'),
	('ben valmar', 'l''affaire Ben Valmar'), ('st valmar', 'le port de Saint-Valmar')) AS v (typed, document);

-- one thing in two writings
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('RN 20', 'la RN20 est fermée'), ('RN20', 'la RN 20 est fermée'), ('vitamine E', 'la vitamine K protège'), ('plan C', 'un plan C est prêt'),
	('C++', 'écrit en C++ à Lyon'), ('C#', 'écrit en C à Lyon'), ('Radio+', 'la chaîne Radio+ à midi'), ('Radio+', 'la radio du soir, en plus'), ('Radio Plus', 'la chaîne Radio+ à midi'),
	('37-2', 'l''article 37.2 a été voté'), ('37.2', 'l''article 37-2 a été voté'), ('37-2', 'l''article 37, alinéa 2, a été voté'), ('37.2', 'l''article 37 al. 2 a été voté'), ('37.3', 'l''article 37, alinéa 2, a été voté'), ('½ litre', 'un 1/2 litre à boire'), ('40 m²', 'une pièce de 40 m2 à louer'),
	('30,00', 'un prix de 30 € négocié'), ('12 000 €', 'un prix de 12 k€ négocié'), ('2,5 millions', 'un prix de 2 500 000 € négocié'),
	('1970', 'les années 70 à la radio'), ('01 23 45 67 89', 'appelez le 01.23.45.67.89 à midi'), ('0123456789', 'appelez le 01 23 45 67 89 à midi'),
	('XVIIe siècle', 'au dix-septième siècle à Lyon'), ('3 février 2020', 'le 3 févr. 2020 à Lyon'), ('avenue Pasteur', 'au 5 av. Pasteur à Lyon'), ('général Roux', 'la rue du Gal Roux à Lyon'),
	('week end', 'un weekend à la mer'), ('12k€', 'un prix de 12 000 € négocié'), ('mille euros', 'un prix de 12 k€ négocié'), ('lecole', 'à l''école de la mer'),
	('assoir', 'elle va s''asseoir'), ('joaillier', 'des joaillers à Lyon'), ('toquade', 'une tocade passagère'), ('maximum', 'des maxima records'), ('paiement', 'un payement refusé'),
	('entraineure', 'un entraîneur à Lyon'), ('chercheure', 'des chercheuses à Lyon'), ('heure', 'un heurt à Lyon'), ('yaourt', 'un yogourt aux fruits'), ('aujourdhui', 'fermé aujourd''hui à midi'), ('réforme', 'https://site.example/la_reforme_des_ports déjà'), ('roux', 'écrire à anne.roux@site.example déjà'), ('lyon 2030', 'voir #Lyon2030 déjà'), ('emails', 'un e-mail à midi'), ('e-mail', 'un vase en émail'), ('pourquoi', 'Pourquoi la gare ferme'),
	('Verdapax', 'le Verdapax™ a été retiré'), ('bâtiment', E'un bâti-\nment a été détruit'), ('L. 121-3', 'l''article L121-3 a été modifié'), ('L121-3', 'l''article L. 121-3 a été modifié'), ('FR7612345678901234567890123', 'IBAN FR76 1234 5678 9012 3456 7890 123 à créditer')) AS v (typed, document);

-- a ranking asks for every reading of a word alone, and for those that its neighbours leave
SELECT french_query('aide'), french_query_any('aide'), french_query_any('une aide'), french_query_any('elle aide');

-- it weighs all words alike: beside a word of several readings, one of a single reading is written twice; a compound is written once
SELECT french_query_any('chat noir') AS one_each, french_query_any('mort noir') AS several, french_query_any('chat -mort') AS excluded, french_query_any('mort* noir') AS prefix;
SELECT french_query_any('un week-end noir'), french_query_any('porte porte');

-- in a question a word has its usual reading, if its neighbours leave several
SELECT to_tsvector('article_french', 'Ici mort noir au port'), to_tsvector('article_french', 'Ici mort noir au port ?');
SELECT to_tsvector('article_french', 'quel age a le phare ?') AS accents, to_tsvector('article_french', 'quel phare des etats-unis ?') AS name, to_tsvector('article_french', 'Quel est le phare le plus à l''est ?') AS east, to_tsvector('article_french', 'Le 37.2 est voté') AS is;

-- the stop words of a question do not weigh among its other words, and are searched for if there are no others
SELECT to_tsvector('article_french', 'Combien de bateaux accostent depuis mars ?'), to_tsvector('article_french', 'Vingt bateaux accostent depuis mars.');
SELECT french_query('depuis quand ?'), french_query('pourquoi ?'), french_query('depuis');

-- numbers in words are their figures; un, une and the adjective neuf are not
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('trois navires', '3 navires à quai'), ('3 navires', 'Trois navires à quai'), ('trois', '3 navires à quai'), ('"vingt et un navires"', '21 navires à quai'),
	('22 navires', 'vingt-deux navires à quai'), ('septante navires', 'soixante-dix navires à quai'), ('15 %', 'en hausse de quinze pour cent déjà'), ('quinze pour cent', 'en hausse de 15 % déjà'),
	('2 500 000', 'deux millions et demi déjà'), ('deux millions', '2 000 000 déjà'), ('1 000 000', 'un million déjà'), ('un million', 'ce million-là, déjà'), ('-4 °C', 'par moins 4 degrés déjà'),
	('moins 4 degrés', 'par -4 °C déjà'), ('-4 °C', 'au moins 4 degrés déjà'), ('XXIIe siècle', 'au vingt-deuxième siècle déjà'), ('40e', 'la quarantième édition déjà'), ('1980', 'les années quatre-vingt déjà'), ('1920', 'les années vingt déjà'), ('2020', 'les années 20 déjà'),
	('1', 'un navire, une barque à quai'), ('9', 'un navire neuf à quai'), ('9 navires', 'neuf navires à quai'), ('neuf', 'un navire neuf à quai'), ('2', 'vingt-deux navires à quai'), ('deux-mâts', 'un deux-mâts à quai')) AS v (typed, document);
SELECT ts_headline('article_french', 'On a compté vingt et un navires à quai.', french_query('21 navires'));

-- an ordinal in two words, and the part of a name that names nothing else
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('dix huitième', 'la dix-huitième place du tournoi'), ('dix-huitième', 'la dix huitième place du tournoi'), ('dix-neuvièmes', 'la dix huitième place du tournoi'),
	('garros', 'le public de Roland-Garros applaudit'), ('Roland-Garros', 'le public de Garros applaudit'), ('état', 'le public des États-Unis applaudit')) AS v (typed, document);

-- a unit at the end of a sentence, a quantity below zero, seasons, calls from abroad, and the small words of names
SELECT typed, document, to_tsvector('article_french', document) @@ french_query(typed) AS found
  FROM (VALUES ('70 m2', 'Un logement de 70 m².'), ('70 mètres', 'Un logement de 70 m².'), ('mètre Paul', 'Le lot n° 2 M. Paul'), ('monsieur Paul', 'Le lot n° 2 M. Paul'), ('-7 degrés', 'il fait moins sept degrés à Lyon'),
	('-7 degrés', 'il fait sept degrés à Lyon'), ('degrés -7', 'il fait sept degrés à Lyon'), ('2023/24', 'la saison 2023-2024 à Lyon'), ('2023-24', 'la saison 2023/24 à Lyon'), ('second rang', 'au 2d rang du classement'), ('2D', 'un film en 2d à Lyon'),
	('+33 1 23 45 67 89', 'appelez le 01 23 45 67 89 à midi'), ('0123456789', 'appelez le 0033 1 23 45 67 89 à midi'), ('Van Moer', 'une toile de Jan van Moer à Lyon'), ('Van Moer', 'un van conduit par Moer à Lyon'),
	('elhadji', 'la loi El Hadji est votée'), ('Le Nestre', 'Lenestre écrit à Lyon'), ('Lenestre', 'à Lyon Le Nestre écrit'), ('39-45', 'la guerre de 1939-1945 à Lyon'), ('1939-1945', 'la guerre de 39-45 à Lyon'), ('39-45', 'de 1839-1945 à Lyon'), ('poëte', 'un poète de Lyon'),
	('docteur Roux', 'la place du Dr-Roux à Lyon'), ('🇧🇪', 'un drapeau 🇧🇪 à Lyon'), ('🇧🇪', 'un drapeau 🇫🇷 à Lyon'), ('macferson', 'un texte de Mac Ferson est lu'), ('macferson', 'un texte sur mac de Ferson')) AS v (typed, document);

-- what readers type and what it finds; only what is not as expected is printed
CREATE TEMP TABLE asks (typed text, document text, found boolean);
INSERT INTO asks VALUES
	-- a search, as a headline, begins with a noun rather than with a verb
	('hausse des loyers', 'une hausse des loyers à Lyon', true), ('"garde des clés"', 'la garde des clés à Lyon', true), ('marche des libraires', 'La marche des libraires à Lyon', true),
	('marche le 5 octobre', 'une marche le 5 octobre à Lyon', true), ('marche des libraires', 'Ce libraire marche à Lyon', false), ('marcher', 'La recherche marche des années plus tard à Lyon', true),
	-- a preposition before a determiner, a name or a number is no verb; j'ai is no aï, and what follows an auxiliary without accents a participle
	('accord entre les libraires', 'L''accord entre les libraires à Lyon', true), ('contre le bruit', 'une loi contre le bruit à Lyon', true), ('contrer', 'une loi contre le bruit à Lyon', false),
	('entrer', 'un accord entre Lyon et Metz, déjà', false), ('entre', 'un accord entre Lyon et Metz, déjà', true),
	('entrer', 'il entre les chiffres à Lyon', true), ('aï', 'j''ai vu Lyon', false), ('a ete annonce', 'le train a été annoncé à Lyon', true),
	-- a capital before an unknown name, or before an article with a capital, begins a name
	('Ben Valmar', 'l''affaire Hédi Ben Valmar à Lyon', true), ('Marine Le Valmar', 'Le port marin où Le Valmar mouille à Lyon', false), ('Marine Le Valmar', 'avec Marine Le Valmar à Lyon', true),
	('marine le valmar', 'avec Marine Le Valmar à Lyon', true),
	-- a unit is its word: after a slash, after a number in words, in other capitals
	('70 km/h', 'des vents de soixante-dix kilomètres à l''heure à Lyon', true), ('70 kilomètres heure', 'des vents de 70 km/h à Lyon', true), ('70 kmh', 'des vents de 70 kilomètres par heure à Lyon', true),
	('30 €/m2', '30 euros par mètre carré à Lyon', true), ('10 tonnes', 'Dix t de miel à Lyon', true), ('7 kg', 'sept kilos de miel à Lyon', true), ('7 kilomètres', 'à 7 KM de Lyon', true),
	('une heure', 'Un h de trop à Lyon', false), ('ouvert 24h/24', 'ouvert 24 heures sur 24 à Lyon', true), ('monsieur Roux', 'trois M. Roux à Lyon', true), ('kilométrer', 'à 7 km de Lyon', false),
	-- parts, generations, kings, pages and titles
	('trois quarts', 'les 3/4 des vignes à Lyon', true), ('3/4', 'les trois quarts des vignes à Lyon', true), ('demi-finale', 'la 1/2 finale à Lyon', true), ('1/2 finale', 'la demi-finale à Lyon', true),
	('quart', 'ouvert le 29/4/2017 à Lyon', false), ('4G', 'la 4 G à Lyon', true), ('4 G', 'la 4G à Lyon', true), ('4 g', 'la 4G à Lyon', true), ('4G', 'une facture de 4 F à Lyon', false),
	('Louis 12', 'la statue de Louis XII à Lyon', true), ('tome 2', 'le tome II à Lyon', true), ('page 45', 'à lire p. 45 à Lyon', true), ('numéro 12', 'le no 12 du classement à Lyon', true),
	('vol 12', 'le vol 12 à Lyon', true), ('général de Valmar', 'le Gal de Valmar à Lyon', true), ('docteur de Valmar', 'le Dr de Valmar à Lyon', true),
	-- words typed apart that are one, also without their accents; a word without its accent that may be a stop word
	('etats unis', 'la visite aux États-Unis d''Amérique', true), ('deja vu', 'un air de déjà-vu à Lyon', true), ('cyber attaque', 'une cyberattaque à Lyon', true), ('cyberattaque', 'une cyber attaque à Lyon', true), ('transatlantique', 'un vol trans atlantique à Lyon', true), ('postmoderne', 'le style post moderne à Lyon', true),
	('télétravail', 'LE TÉLÉ TRAVAIL à Lyon', true), ('interrégional', 'un comité inter régional à Lyon', true), ('hypertension', 'une hyper tension à Lyon', true), ('supermarché', 'un super marché à Lyon', true),
	('ultrason', 'un ultra son à Lyon', true), ('autoroute', 'une auto route à Lyon', true), ('écosystème', 'un éco système à Lyon', true), ('vidéosurveillance', 'la vidéo surveillance à Lyon', true),
	('multinationale', 'une multi nationale à Lyon', true), ('biodiversité', 'la bio diversité à Lyon', true), ('néonatal', 'un soin néo natal à Lyon', true), ('infrarouge', 'un infra rouge à Lyon', true), ('radioactif', 'un déchet radio actif à Lyon', true),
	('géolocalisation', 'une géo localisation à Lyon', true), ('cryptographie', 'la crypto graphie à Lyon', true), ('aéroclub', 'un aéro club à Lyon', true), ('agroalimentaire', 'un groupe agro alimentaire à Lyon', true), ('sociolinguistique', 'la socio linguistique à Lyon', true), ('psychomotricité', 'la psycho motricité à Lyon', true),
	('tele travail', 'le télétravail à Lyon', true), ('peut etre', 'un peut-être à Lyon', true), ('tête', 'en tete du tour', true), ('ca suffit', '« Ça suffit », dit-elle à Lyon', true), ('ca', 'ça suffit à Lyon', false),
	-- a noun and its clipping
	('photographies', 'une photo à Lyon', true), ('manif', 'des manifestations à Lyon', true), ('bac', 'le baccalauréat à Lyon', false),
	-- a feminine noun that is no feminine of a word; what a determiner precedes and no noun follows is a noun
	('retraites', 'la retraite à 60 ans à Lyon', true), ('retraite', 'le retrait des troupes à Lyon', false), ('plante', 'un plant de tomate à Lyon', false), ('droite', 'le droit du travail à Lyon', false),
	('capitale', 'un capital à Lyon', false), ('moyenne', 'une note moyenne à Lyon', true), ('commun', 'une commune de 300 âmes à Lyon', false), ('commun', 'une règle commune à Lyon', true),
	-- an article and a noun in capitals with an accent are a name; so is what follows a given name
	('Les Échos', 'un écho à Lyon', false), ('Les Échos', 'selon Les Échos à Lyon', true), ('L''État', 'l''Etat paie à Lyon', true), ('L''Équipe', 'une équipe à Lyon', false),
	('lequipe', 'dans L''Équipe à Lyon', true), ('Jean Moulin', 'avec Jean Martin au moulin à Lyon', false), ('Jean Moulin', 'la place Jean Moulin à Lyon', true),
	('jean moulin', 'la place Jean Moulin à Lyon', true), ('Jean Moulin', 'JEAN MOULIN À LYON', true), ('ELYSÉE', 'à l''Elysée déjà', true),
	('Bruno Le Maire', 'Bruno salue le maire à Lyon', false), ('Bruno Le Maire', 'avec Bruno Le Maire à Lyon', true), ('dartagnan', 'un film sur d''Artagnan à Lyon', true),
	('Notre Dame', 'la flèche de Notre-Dame à Lyon', true), ('notre dame', 'la flèche de Notre-Dame à Lyon', true), ('Notre-Dame', 'la flèche de notre dame à Lyon', false),
	-- what is typed with a hyphen is one word, or two side by side
	('porte-parole', 'la porte s''ouvre, sans parole', false), ('porte-parole', 'le porte parole à Lyon', true), ('porte-parole Roux', 'Anne Roux, porte-parole à Lyon', true),
	('week-end', 'un weekend à Lyon', true), ('plate-forme', 'des plateformes à Lyon', true), ('Saint-Étienne', 'Étienne, un saint homme à Lyon', false), ('Saint-Étienne', 'à St-Étienne déjà', true),
	-- after a preposition other than de no participle; maintenant before no object is an adverb
	('maintenir', 'il est maintenant fermé à Lyon', false), ('maintenir', 'Et maintenant, à Lyon ?', false), ('maintenir', 'un accord maintenant les prix à Lyon', true),
	('partir', 'fermé en partie à Lyon', false), ('partie', 'fermé en partie à Lyon', true), ('voir', 'baisser à vue d''oeil à Lyon', false), ('casser', 'rien de cassé à Lyon', true),
	-- an apostrophe left out: before a noun l and d, before a verb others, too
	('marceau', 'un arceau à Lyon', false), ('lopinion', 'dans l''opinion à Lyon', true), ('sattend', 'elle s''attend à tout, à Lyon', true), ('candy', 'avec Andy à Lyon', false),
	-- half of the accents; a generation at the end
	('agé', 'un homme âgé à Lyon', true), ('âgé', 'un homme agé à Lyon, déjà', true), ('4G', 'Un réseau 4 G.', true), ('4G', 'Un réseau 4 G. Petit', false),
	-- two parts in the plural, a prefix apart, other spellings and names of places
	('plateforme', 'des plates-formes à Lyon', true), ('pro russe', 'un élu prorusse à Lyon', true), ('pro russe', 'un pro parle russe à Lyon', true),
	('hijab', 'un hidjab à Lyon', true), ('mairesse', 'le maire à Lyon', true), ('Kiev', 'de Kyiv à Lyon', true), ('Beijing', 'de Pékin à Lyon', true), ('pékin', 'de Bombay à Lyon', false),
	-- a name of a place in one piece or two
	('rue du mont valmar', 'rue Montvalmar à Lyon', true), ('Montvalmar', 'le col du Mont Valmar à Lyon', true), ('val thorens', 'une piste de Valthorens, déjà', true), ('montvalmar', 'un mont près de Valmar, déjà', false),
	-- an official word and the borrowed one
	('courriel', 'un e-mail à Lyon', true), ('email', 'un courriel à Lyon', true), ('newsletter', 'une infolettre à Lyon', true),
	-- spellings of before 1835
	('venir', 'il venoit à Lyon', true), ('anglais', 'deux Anglois à Lyon', true), ('enfant', 'des enfans à Lyon', true), ('paraître', 'il va paroître à Lyon', true), ('Langlais', 'Marc Langlois à Lyon', false),
	-- a name in one piece or two
	('Mc Valmar', 'avec John McValmar à Lyon', true), ('le valmar', 'avec Yann LeValmar à Lyon', true), ('Mac Valmar''s', 'un McValmar''s à Lyon', true), ('tube', 'sur YouTube à Lyon', false);
SELECT typed, document, found AS expected, french_query(typed) FROM asks WHERE (to_tsvector('article_french', document) @@ french_query(typed)) IS DISTINCT FROM found;
