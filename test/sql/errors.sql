--
-- NULL, empty and invalid input; limits; errors with their SQLSTATE.
--
\pset null (null)

-- NULL in, NULL out; other arguments may be NULL
SELECT parse_article(NULL::text) IS NULL AS html_text, parse_article(NULL::bytea) IS NULL AS html_bytes,
       article_title(NULL::text) IS NULL AS accessor, article_html(NULL::text) IS NULL AS html,
       html_text(NULL::text) IS NULL AS words, article_metadata(NULL::text) IS NULL AS metadata;
SELECT count(*) FROM article_blocks(NULL::text);
SELECT count(*) FROM article_links(NULL::text);
SELECT (parse_article('<h1>Un titre</h1><p>Un paragraphe.</p>', NULL, NULL, NULL)).title;
SELECT (parse_article('<h1>Un titre</h1><p>Un paragraphe.</p>'::bytea, NULL, NULL, NULL, NULL)).title;

-- empty: a row without values
SELECT title, subtitle, authors, published_at, modified_at, site_name, url, language, section, tags,
       description, image_url, body, related, paywalled, confidence
  FROM parse_article('');
SELECT title, body, confidence FROM parse_article(''::bytea);
SELECT url FROM parse_article('', 'https://www.gazette-du-lac.example/');

-- not HTML at all
SELECT (parse_article('\x89504e470d0a1a0a0000000d49484452'::bytea)).body AS picture,
       (parse_article('{"a": [1, 2, 3]}')).body IS NULL OR (parse_article('{"a": [1, 2, 3]}')).confidence < 0.5 AS json_is_no_article,
       (parse_article('%PDF-1.4'::bytea)).title AS pdf;

-- an invalid URL
SELECT (parse_article('<h1>Un titre</h1><p>Un paragraphe.</p>', 'pas une adresse')).url,
       (parse_article('<h1>Un titre</h1><p>Un paragraphe.</p>', 'javascript:alert(1)')).url;

-- errors: state, message, detail, hint
CREATE FUNCTION pg_temp.fails(statement text) RETURNS TABLE (state text, message text, detail text, hint text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statement;
  RETURN QUERY SELECT NULL, 'no error', NULL, NULL;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  RETURN NEXT;
END $$;
\x on

-- too large
SET article.max_html_size = '16kB';
SELECT * FROM pg_temp.fails($$SELECT parse_article(repeat('<p>mot</p>', 2000))$$);
SELECT * FROM pg_temp.fails($$SELECT parse_article(convert_to(repeat('<p>mot</p>', 2000), 'UTF8'))$$);
SELECT * FROM pg_temp.fails($$SELECT count(*) FROM article_blocks(repeat('<p>mot</p>', 2000))$$);
RESET article.max_html_size;
SELECT * FROM pg_temp.fails($$SELECT parse_article(repeat('<p>mot</p>', 2000))$$);
SHOW article.max_html_size;

-- an unknown time zone
SELECT * FROM pg_temp.fails($$SELECT parse_article('<h1>Un titre</h1>', NULL, NULL, 'Europe/Atlantide')$$);
SELECT * FROM pg_temp.fails($$SELECT parse_article('<h1>Un titre</h1>', NULL, NULL, '')$$);
SELECT * FROM pg_temp.fails($$SELECT article_dates('<h1>Un titre</h1>', NULL, 'Europe/Atlantide')$$);
-- ... nor does a page that is taken for a time zone or a language fill the log
SELECT * FROM pg_temp.fails($$SELECT parse_article('<h1>Un titre</h1>', NULL, NULL, repeat('<p>Un pont</p>', 100000))$$);
SELECT * FROM pg_temp.fails($$SELECT article_explain_in('<h1>Un titre</h1>', repeat('<p>Un pont</p>', 100000))$$);

-- a time zone that depends on the machine is an error too; one that only looks like it is allowed
SELECT f.* FROM unnest('{localtime,LocalTime,posixrules,CET-1CEST,"<+01>-1<+02>",Paris-1Ete-2}'::text[]) AS zone,
       pg_temp.fails(format('SELECT parse_article(''<h1>Un titre</h1>'', NULL, NULL, %L)', zone)) AS f;
SELECT zone, (parse_article('<p class="date">Publié le 28/07/2017 à 13h54</p>', NULL, NULL, zone)).published_at AT TIME ZONE 'UTC' AS utc
  FROM unnest('{"CET-1CEST,M3.5.0,M10.5.0/3",CET-1,<+01>-1,UTC,Etc/GMT+5}'::text[]) AS zone;

-- settings out of range, and settings that do not exist
SELECT state FROM pg_temp.fails($$SET article.max_html_size = 0$$);
SELECT state FROM pg_temp.fails($$SET article.no_such_setting = 1$$);

-- types that do not fit
SELECT state FROM pg_temp.fails($$SELECT parse_article(42)$$);
\x off

-- the session is still usable
SELECT (parse_article('<h1>Un titre</h1><p>Un paragraphe.</p>')).title;

-- hostile input returns quickly: the test is only that it does
SET statement_timeout = '20s';
SELECT shape, (parse_article(html)).confidence IS NOT NULL AS parsed
  FROM (VALUES (1, 'deep', repeat('<div>', 100000)),
               (2, 'deep, closed', repeat('<b>', 50000) || 'x' || repeat('</b>', 50000)),
               (3, 'attributes', '<p ' || (SELECT string_agg('a' || i || '=1', ' ') FROM generate_series(1, 40000) AS i) || '>x</p>'),
               (4, 'end tags', repeat('</p></div>', 100000)),
               (5, 'body tags', repeat('<body>', 50000)),
               (6, 'unknown tags', (SELECT string_agg('<t' || i || '>', '') FROM generate_series(1, 50000) AS i)),
               (7, 'ampersands', repeat('&', 500000)),
               (8, 'entities', (SELECT string_agg('&e' || i || ';', '') FROM generate_series(1, 100000) AS i)),
               (9, 'open brackets', repeat('<', 500000)),
               (10, 'comments', repeat('<!--', 200000)),
               (11, 'quotes', '<a href="' || repeat('''"', 200000)),
               (12, 'no-break spaces', '<p>' || repeat('&nbsp;', 100000) || '</p>'),
               (13, 'one word', '<p>' || repeat('a', 1000000) || '</p>'),
               (14, 'tables', repeat('<table><tr><td>', 20000)),
               (15, 'links', repeat('<a href=x>', 50000)),
               (16, 'JSON-LD', '<script type="application/ld+json">' || repeat('{"a":[', 100000) || '</script>'),
               (17, 'dates', '<p class=date>' || repeat('28/12 à 13h54 ', 20000) || '</p>'),
               (18, 'names', '<p class=author>Par ' || repeat('Anne Dupont et ', 20000) || '</p>'),
               (19, 'suffixes', '<title>' || repeat('a - ', 50000) || '</title>'),
               (20, 'paragraphs', (SELECT string_agg('<p>Une phrase qui n''est pas la même, puisque voici son numéro : ' || i || '.</p>', '') FROM generate_series(1, 20000) AS i)),
               (21, 'headlines', (SELECT string_agg('<h1>Titre ' || i || '</h1><h2><a href=/a' || i || '>Un autre titre ' || i || '</a></h2>', '') FROM generate_series(1, 20000) AS i)),
               (22, 'metadata', (SELECT string_agg('<meta name=author content="Anne Dupont ' || i || '"><meta property=og:title content="Titre ' || i || '">', '') FROM generate_series(1, 20000) AS i))) AS page(number, shape, html)
 ORDER BY number;
RESET statement_timeout;
