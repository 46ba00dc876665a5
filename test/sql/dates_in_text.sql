--
-- Dates of French text as ranges of time: french_date, french_dates, article_dates_in,
-- article_date_ranges.
--
\pset null (null)
SET timezone = 'Europe/Paris';
SET datestyle = 'ISO, DMY';

-- one expression, as it is understood on Thursday 2 July 2020
SELECT e, french_date(e, '2020-07-02 09:30')
  FROM (VALUES ('21 décembre 2016'), ('le 21 décembre'), ('lundi prochain'), ('hier soir'), ('fin avril'), ('mi-mars 2019'),
               ('la nuit du 5 au 6 juillet'), ('entre le 9 et le 15 mars'), ('il y a deux ans'), ('les années 1990'),
               ('au XIXe siècle'), ('à la Toussaint'), ('au premier trimestre'), ('lundi 6 juillet à 18 h 30'), ('1914-1918')) AS v (e);

-- none
SELECT e, french_date(e, '2020-07-02 09:30')
  FROM (VALUES (''), ('31 septembre 2019'), ('du jour au lendemain'), ('trois semaines'), ('Boeing 787'), (NULL)) AS v (e);

-- without a reference only what needs none; NULL for the zone is Europe/Paris
SELECT french_date('21 décembre 2016'), french_date('mardi'), french_date('21 décembre 2016', NULL, 'America/Montreal'),
       french_date('21 décembre 2016', NULL, NULL), french_date('mardi', 'infinity');
SELECT french_date('mardi', now(), 'Europe/Nowhere');
SELECT french_date('mardi', now(), 'localtime');

-- a weekday by the tense of its verb
SELECT d.raw, d.during, d.precision
  FROM french_dates('La maire a annoncé mardi un plan ; elle se rendra mardi à Lille. Ouvert le dimanche, dit le Journal du Dimanche.',
                    '2020-07-02 09:30') AS d;

-- days counted in a month, and from today
SELECT d.raw, d.during, d.precision
  FROM french_dates('Le dernier samedi de juin, la foire a fermé. Le loyer est dû le 7 du mois prochain. La paix dure voilà dix jours.',
                    '2020-07-02 09:30') AS d;

-- substr finds what was found
SELECT d.raw, d.during, substr(t, start, length) = raw AS found
  FROM (VALUES ('Né l’été 1968, élu en mai 2014 ; réélu du 3 au 5 juin, déjà ministre dans les années 1990.')) AS v (t),
       french_dates(t, '2020-07-02 09:30') AS d;
SELECT * FROM french_dates(NULL);
SELECT * FROM french_dates('', now());

-- articles
CREATE TABLE told (id int, article parsed_article);
INSERT INTO told
SELECT i, jsonb_populate_record(NULL::parsed_article, jsonb_build_object('title', t, 'body', b, 'published_at', '2020-07-02 09:30', 'language', l))
  FROM (VALUES (1, 'Le barrage fermé en 2016', 'Il a rouvert mardi, quatre ans après mars 2016.', 'fr'),
               (2, 'Le pont', 'Rien de daté.', 'fr-CA'),
               (3, 'The dam', 'Closed in 2016.', 'en')) AS v (i, t, b, l);
SELECT id, d.* FROM told, article_dates_in(article) AS d;
SELECT id, article_date_ranges(article) FROM told ORDER BY id;
SELECT article_date_ranges(NULL), article_date_ranges(article, 'America/Montreal') FROM told WHERE id = 1;

-- articles that speak of March 2016
CREATE INDEX told_when ON told USING gist (article_date_ranges(article));
SET enable_seqscan = off;
SELECT id FROM told WHERE article_date_ranges(article) && french_date('mars 2016');
EXPLAIN (COSTS off) SELECT id FROM told WHERE article_date_ranges(article) && french_date('mars 2016');
RESET enable_seqscan;
DROP TABLE told;

-- in generated columns
CREATE TABLE minutes (held text, printed timestamptz,
	during tstzrange GENERATED ALWAYS AS (french_date(held, printed, 'Europe/Paris')) STORED);
INSERT INTO minutes VALUES ('mercredi dernier', '2020-07-02 09:30');
SELECT during FROM minutes;
DROP TABLE minutes;

-- whatever the bytes
SELECT count(*) FROM french_dates(repeat('le 5 mars du 5 au entre ', 10000), '2020-07-02');
SELECT count(*) FROM french_dates(repeat(U&'\0301', 100000) || repeat('1', 100000) || repeat('nuit du ', 10000), '2020-07-02');
