--
-- French text to display (french_normalize), to compare (french_fold), and for a URL (french_slug).
--
\pset null (null)
-- the width of a soft hyphen or a vowel sign depends on the version of psql
\pset format unaligned

-- texts that a French reader considers equal fold to the same text
SELECT french_fold(t) = french_fold('L''ete a l''opera: boeuf, "oui", 10 - 2') AS same, t
  FROM (VALUES ('L’été à l’opéra: bœuf, « oui », 10 – 2'),
               ('L’ÉTÉ À L’OPÉRA: BŒUF, « OUI », 10 — 2'),
               (U&'L\02BCe\0301te\0301 a\0300 l\02BCope\0301ra: b\0153uf, \201Coui\201D, 10 \2212 2'),
               (U&'  L\2032\00E9t\00E9\00A0\00E0  l\2032op\00E9\00ADra: b\0153uf, \201Eoui\201C,\202F10\2009-\20092 '),
               ('Ｌ’été à l’opéra: bœuf, "oui", 10 - 2'),
               ('L''été à l''opéra: bœufs, "oui", 10 - 2')) AS v(t);

-- ligatures, numbers, signs
SELECT french_fold('Ex æquo, Œdipe, Straße, ﬁn, n° 5, nº 5, № 5, m², ½, 2½, 3 ¾, …, ™, ≠');

-- what must remain different
SELECT french_fold('cœur') = french_fold('chœur') OR french_fold('й') = french_fold('и') AS letters, french_fold('1 500') = french_fold('1500') AS numbers,
       french_fold('x ≠ y') = french_fold('x = y') AS signs;

-- other languages keep their text
SELECT french_fold('İstanbul ISTANBUL ısı') AS turkish, french_fold('ΟΔΥΣΣΕΥΣ Ὀδυσσεύς') AS greek,
       french_fold('Королёв Толстой') AS russian, french_fold('مُحَمَّد أحمد') AS arabic,
       french_fold('हिन्दी की क्षमता') AS hindi, french_fold('日本 カﾞ が') AS japanese, french_fold('서울') AS korean;

-- to display: nothing that a reader would miss is lost
SELECT french_normalize(U&'L\2019\0153uvre de l\2032E\0301tat\00A0: \00AB\00A0BON\00A0\00BB \2014 10\202F%, \FB01n, porte\2011avions') AS shown;
SELECT french_normalize(U&'cons\00ADti\200Btution\FEFF, \+01F469\200D\+01F680, \0645\06CC\200C\062E\0648\0627\0647\0645') =
       U&'constitution, \+01F469\200D\+01F680, \0645\06CC\200C\062E\0648\0627\0647\0645' AS joiners_where_they_join;
SELECT french_normalize(E'un\r\ndeux\rtrois\n\n  quatre  ') = E'un\ndeux\ntrois\n\n  quatre  ' AS lines_stay;
SELECT french_fold(E'un\r\ndeux\t trois\n\n  quatre  ');

-- windows-1252 read as Latin-1
SELECT french_normalize(U&'l\0092\009Cuvre \0096 10 \0080');

-- idempotent
SELECT count(*) FILTER (WHERE french_fold(f) <> f OR french_fold(n) <> f OR french_normalize(n) <> n)
  FROM (SELECT french_fold(chr(i)) AS f, french_normalize(chr(i)) AS n
          FROM generate_series(1, 70000) AS i WHERE i NOT BETWEEN 55296 AND 57343) AS every;

-- for a URL
SELECT french_slug(t) AS slug, t
  FROM (VALUES ('L’été à l’Opéra'), ('Vins & fromages : 2½ étoiles !'), ('  -- Bœuf / œuf --  '), ('U.R.S.S., n° 5'),
               ('Война и мир'), ('東京 2020'), ('« ? »'), ('l-ete-a-l-opera')) AS v(t);

-- NULL and empty input
SELECT french_normalize(NULL), french_fold(NULL), french_slug(NULL), french_normalize('') = '' AND french_fold('') = ''
       AND french_slug('') = '' AS empty, french_fold(U&'\00AD \200B') = '' AS invisible;

-- indexes: equality, prefixes
CREATE TABLE headlines (title text);
INSERT INTO headlines VALUES ('L’Élysée répond'), ('L''ELYSEE REPOND'), ('Le bœuf'), ('Les œufs'), ('Lesotho');
INSERT INTO headlines SELECT 'Titre ' || i FROM generate_series(1, 1000) AS i;
CREATE INDEX headlines_folded ON headlines (french_fold(title) text_pattern_ops);
ANALYZE headlines;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT title FROM headlines WHERE french_fold(title) = french_fold('l’élysée répond');
SELECT title FROM headlines WHERE french_fold(title) = french_fold('l’élysée répond') ORDER BY title COLLATE "C";
EXPLAIN (COSTS OFF) SELECT title FROM headlines WHERE french_fold(title) LIKE french_fold('LES Œ') || '%';
SELECT title FROM headlines WHERE french_fold(title) LIKE french_fold('LES Œ') || '%';
RESET enable_seqscan;
RESET enable_bitmapscan;
DROP TABLE headlines;
