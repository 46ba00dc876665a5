--
-- From bytes to text: byte order mark, content type, <meta charset>, UTF-8, detection.
--
\pset null (null)

-- the title of a page with these bytes
CREATE FUNCTION pg_temp.title_of(bytes bytea, content_type text DEFAULT NULL) RETURNS text
RETURN (parse_article(bytes, NULL, NULL, 'Europe/Paris', content_type)).title;

CREATE FUNCTION pg_temp.page(title text, head text DEFAULT '') RETURNS text
RETURN '<html><head>' || head || '<title>' || title || '</title></head><body><h1>' || title || '</h1>'
    || '<p>La forêt brûlait déjà depuis deux jours quand les premiers secours sont arrivés à la lisière du village.</p>'
    || '<p>« Nous avons tout laissé derrière nous », raconte une habitante, hébergée à l''école avec sa famille.</p></body></html>';

-- the same words whatever the bytes say
SELECT declared, pg_temp.title_of(bytes, content_type)
  FROM (VALUES
    (1, 'UTF-8, nothing declared', convert_to(pg_temp.page('Été à Nîmes'), 'UTF8'), NULL),
    (2, 'UTF-8 with a byte order mark', '\xefbbbf'::bytea || convert_to(pg_temp.page('Été à Nîmes'), 'UTF8'), NULL),
    (3, 'UTF-8, the page claims latin1 but the header knows', convert_to(pg_temp.page('Été à Nîmes', '<meta charset="iso-8859-1">'), 'UTF8'), 'text/html; charset=utf-8'),
    (4, 'latin1 in the header', convert_to(pg_temp.page('Été à Nîmes'), 'LATIN1'), 'text/html; charset=ISO-8859-1'),
    (5, 'latin1 in <meta charset>', convert_to(pg_temp.page('Été à Nîmes', '<meta charset=latin1>'), 'LATIN1'), NULL),
    (6, 'latin1 in http-equiv', convert_to(pg_temp.page('Été à Nîmes', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'), 'LATIN1'), 'text/html'),
    (7, 'windows-1252, nothing declared', convert_to(pg_temp.page('Été à Nîmes'), 'WIN1252'), NULL),
    (8, 'a quoted charset in the header', convert_to(pg_temp.page('Été à Nîmes'), 'LATIN1'), 'text/html;charset="windows-1252"'),
    (9, 'an unknown charset in the header', convert_to(pg_temp.page('Été à Nîmes'), 'UTF8'), 'text/html; charset=utf-32-klingon')
  ) AS case_(number, declared, bytes, content_type)
 ORDER BY number;

-- latin1 on the web means windows-1252: the euro, the oe ligature, curly quotes
SELECT pg_temp.title_of(convert_to(pg_temp.page('L’œuf à 3 €', '<meta charset="iso-8859-1">'), 'WIN1252'));

-- ISO-8859-15 by name
SELECT pg_temp.title_of(convert_to(pg_temp.page('Le cœur à 3 €', '<meta charset="iso-8859-15">'), 'LATIN9'));

-- other alphabets
SELECT pg_temp.title_of(convert_to('<meta charset="koi8-r"><title>Новости моря</title><h1>Новости моря</h1><p>Рыбаки вернулись домой.</p>', 'KOI8R'));
SELECT pg_temp.title_of(convert_to('<meta charset="euc-jp"><title>港の灯台</title><h1>港の灯台</h1><p>漁船が戻った。</p>', 'EUC_JP'));

-- UTF-16, little and big endian, with a byte order mark: é is 00e9
CREATE FUNCTION pg_temp.utf16(words text, big boolean) RETURNS bytea
RETURN (SELECT CASE WHEN big THEN '\xfeff'::bytea ELSE '\xfffe'::bytea END ||
               decode(string_agg(CASE WHEN big THEN lpad(to_hex(ascii(c)), 4, '0')
                                      ELSE substr(lpad(to_hex(ascii(c)), 4, '0'), 3) || substr(lpad(to_hex(ascii(c)), 4, '0'), 1, 2) END,
                                 '' ORDER BY i), 'hex')
          FROM string_to_table(words, NULL) WITH ORDINALITY AS letter(c, i));
SELECT pg_temp.title_of(pg_temp.utf16(pg_temp.page('Été à Nîmes'), false)) AS little_endian,
       pg_temp.title_of(pg_temp.utf16(pg_temp.page('Été à Nîmes'), true)) AS big_endian;

-- "charset=utf-16" in a readable <meta> means UTF-8
SELECT pg_temp.title_of(convert_to(pg_temp.page('Été à Nîmes', '<meta charset="utf-16">'), 'UTF8'));

-- invalid sequences become U+FFFD; the rest of the page is kept
SELECT pg_temp.title_of('\x3c7469746c653ec3a974c33c2f7469746c653e'::bytea, 'text/html; charset=utf-8') AS cut_off,
       pg_temp.title_of(convert_to('<title>Avant ', 'UTF8') || '\xff'::bytea || convert_to(' après</title>', 'UTF8'), 'text/html; charset=utf-8') AS stray_byte;

-- no text is lost after a NUL byte
SELECT pg_temp.title_of(convert_to('<title>Un', 'UTF8') || '\x00'::bytea || convert_to(' titre</title><h1>Un titre</h1><p>Suite.</p>', 'UTF8')) LIKE '%titre' AS survives;

-- for text, the charset that the page declares is ignored
SELECT (parse_article(pg_temp.page('Été à Nîmes', '<meta charset="shift_jis">'))).title;

-- character references, including those interpreted as windows-1252
SELECT (parse_article('<h1>L&#146;&eacute;t&eacute; &agrave; 3&nbsp;&#128;&hellip; R&D &amp; Cie &lt;b&gt; &#x153;uf &NotExists;</h1><p>Un paragraphe.</p>')).title;
