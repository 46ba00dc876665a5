--
-- Stored data that is not a page, and pages that a crawler stored as received from the network.
--
\pset null (null)

-- all unknown fields are NULL, and extra tells the kind of data
SELECT title, authors, published_at, url, language, body, related, confidence, extra - 'version' AS extra
  FROM parse_article('\x89504e470d0a1a0a0000000d49484452'::bytea, 'https://www.gazette-du-lac.example/phare.png');
SELECT article_body(page) AS body, article_confidence(page) AS confidence, (parse_article(page)).extra ->> 'not_a_page' AS not_a_page
  FROM (VALUES ('\x255044462d312e340a25e2e3cfd30a'::bytea), ('\x774f46320001000000001234'), ('\x7f454c46020101000000'),
               ('\x28b52ffd0458'), ('\xa104f311921e07d455ee109a02c75b13')) AS stored(page);

-- text values that contain something other than text
SELECT (parse_article(page)).body, article_confidence(page) AS confidence, (parse_article(page)).extra ->> 'not_a_page' AS not_a_page
  FROM (VALUES (1, convert_to('<html><p>La mer monte.</p></html>', 'UTF8')::text),
               (2, encode(convert_to('<html><p>La mer monte depuis hier soir au port de Douarnenez.</p></html>', 'UTF8'), 'base64')),
               (3, '&lt;html&gt;&lt;p&gt;La mer monte.&lt;/p&gt;&lt;/html&gt;'),
               (4, '{"titre": "Le phare", "corps": "<p>La mer monte depuis hier soir au port de la ville.</p>"}'),
               (5, '<rss><channel><item><title>Un</title></item><item><title>Deux</title></item></channel></rss>'),
               (6, 'body { margin: 0; color: #333 } .titre { font-weight: bold }'),
               (7, '(function () { var port = window.document; return port; })();')) AS stored(number, page)
 ORDER BY number;

-- a content type that is not a page's, unless the bytes begin like a page
SELECT type, (parse_article(page, NULL, NULL, 'Europe/Paris', type)).extra ->> 'not_a_page' AS not_a_page, article_title(page, NULL, NULL, 'Europe/Paris', type) AS title
  FROM (VALUES (1, convert_to('La mer monte depuis hier soir.', 'UTF8'), 'image/jpeg'),
               (2, convert_to('La mer monte depuis hier soir.', 'UTF8'), 'text/plain'),
               (3, convert_to('<h1>Le phare rouvre</h1><p>Un mot.</p>', 'UTF8'), 'application/octet-stream'),
               (4, convert_to('<h1>Le phare rouvre</h1><p>Un mot.</p>', 'UTF8'), 'image/jpeg')) AS stored(number, page, type)
 ORDER BY number;

-- every view of it equals that of an empty page
SELECT article_html(page) AS html, article_markdown(page) AS markdown, html_text(page) AS text,
       article_metadata(page) = article_metadata(''::bytea) AS same_metadata
  FROM (VALUES ('\x89504e470d0a1a0a0000000d49484452'::bytea)) AS stored(page);
SELECT count(*) FROM article_blocks('\x89504e470d0a1a0a0000000d49484452'::bytea);
SELECT count(*) FROM article_links('\x89504e470d0a1a0a0000000d49484452'::bytea);
SELECT substring(article_explain('\x89504e470d0a1a0a0000000d49484452'::bytea) FROM 'This is not a page but [^<]*');

-- gzip and zlib are decompressed, by every function that takes bytes
CREATE TABLE packed (number int, page bytea);
INSERT INTO packed VALUES
  (1, '\x1f8b08000000000002036550314ec43010fcca525d7322a23769800e01050de55eb277b1e4d8d67a6df1244e3c81eef23126b9828266353b3b9e19d9dd3cbe3ebc7fbc3dd16473e8dd3a29703cdd1fb577e62d48ff2c942756214db5a9b8ee4abbe9eeff099ccb7ff458292735e24d204033ebe831cd47e2accb5721d3e40b712c340a166e5c3ff7c08da3518d428344630f30ee263e78035fa849ac0546e1a4cb19952987eae5d675796d70f9a697843bb7045f8396326b0a42979f3dea8cded637337b15ec5b14d28754b32841a6f5c068d864c05648e2714b8526ec96f3b03a35d446ab6b64b7fddf2f036981c14f010000'),
  (2, '\x789c6550314ec43010fcca525d7322a23769800e01050de55eb277b1e4d8d67a6df1244e3c81eef23126b9828266353b3b9e19d9dd3cbe3ebc7fbc3dd16473e8dd3a29703cdd1fb577e62d48ff2c942756214db5a9b8ee4abbe9eeff099ccb7ff458292735e24d204033ebe831cd47e2accb5721d3e40b712c340a166e5c3ff7c08da3518d428344630f30ee263e78035fa849ac0546e1a4cb19952987eae5d675796d70f9a697843bb7045f8396326b0a42979f3dea8cded637337b15ec5b14d28754b32841a6f5c068d864c05648e2714b8526ec96f3b03a35d446ab6b64b7fddf2fd0a57938');
SELECT number, (parse_article(page)).title, length(article_body(page)) AS body, (parse_article(page)).extra -> 'not_a_page' AS not_a_page,
       length(html_text(page)) AS text, length(article_markdown(page)) AS markdown, article_metadata(page) ->> 'title' AS declared
  FROM packed ORDER BY number;
-- truncated: what could be decompressed
SELECT (parse_article(substr(page, 1, 200))).title FROM packed WHERE number = 1;
-- invalid compressed data
SELECT (parse_article('\x1f8b0800000000000003ffffffffffff'::bytea)).extra - 'version' AS extra;
-- one parse for many fields of a compressed page
BEGIN;
CREATE TEMP TABLE before AS SELECT parses FROM article_stats();
SELECT article_title(page), article_language(page), length(article_body(page)) FROM packed WHERE number = 1;
SELECT now.parses - before.parses AS parses FROM before, article_stats() AS now;
COMMIT;

-- a small page that decompresses to more than the limit is too large
CREATE FUNCTION pg_temp.fails(statement text) RETURNS TABLE (state text, message text, detail text, hint text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statement;
  RETURN QUERY SELECT NULL, 'no error', NULL, NULL;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  RETURN NEXT;
END $$;
INSERT INTO packed VALUES (3, '\x1f8b080000000000020393efe660000126e6b7c71c79190c38580c3c8d0b0e0a361eff93ee746ddfacb5f3666f16351e05a360148c8251300a46c1281805a360148c8251300a460108fc4ee1dfee3abbb6a1458e01003f626385530f0000');
SET article.max_html_size = '1MB';
\x on
SELECT * FROM pg_temp.fails('SELECT parse_article(page) FROM packed WHERE number = 3');
SELECT * FROM pg_temp.fails('SELECT html_text(page) FROM packed WHERE number = 3');
\x off
RESET article.max_html_size;
SELECT length(html_text(page)) FROM packed WHERE number = 3;
DROP TABLE packed;

-- chunk sizes and response headers stored with the page
SELECT article_title(convert_to(E'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\nTransfer-Encoding: chunked\r\n\r\n'
                             || E'e\r\n<h1>L''été au p\r\n1a\r\nhare</h1><p>Un mot de trop\r\n4\r\n.</p\r\n1\r\n>\r\n0\r\n\r\n', 'LATIN1'));
SELECT html_text(E'4\r\n<p>5\r\n3\r\n mo\r\n2\r\nts\r\n0\r\n\r\n'), html_text(E'4\r\n<p>5\r\n4\r\n mo\r\n2\r\nts\r\n0\r\n\r\n');
