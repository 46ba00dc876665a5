--
-- article_backfill in a single session.  Several sessions, crashes and cancels: test/t/backfill.pl
--
\set VERBOSITY terse
CREATE SCHEMA "Œuvre de presse";
SET search_path = "Œuvre de presse", public;
CREATE FUNCTION page_of(title text) RETURNS text IMMUTABLE LANGUAGE sql
	RETURN format('<html lang="fr"><title>%1$s</title><h1>%1$s</h1><p>%2$s</p></html>', title, repeat('Une phrase de ce texte. ', 10));

-- ---------------------------------------------------------------- one column of many rows
CREATE TABLE "Page" (
	"id ""x" int PRIMARY KEY,
	"la page" text,
	url text,
	fetched_at timestamptz,
	"l'article" parsed_article,
	gone int
);
ALTER TABLE "Page" DROP COLUMN gone;
INSERT INTO "Page"
SELECT i, page_of('Titre ' || i) || '<p class="date">Publié le 28/12</p>', 'https://journal.example/' || i, '2017-12-31 12:00+01'
  FROM generate_series(1, 1200) AS i;
INSERT INTO "Page" VALUES (-1, NULL), (-2, '');

CALL article_backfill('"Page"', 'la page', 'l''article', url_column => 'url', fetched_at_column => 'fetched_at');
SELECT count(*) AS rows, count(*) FILTER (WHERE "l'article" IS NOT DISTINCT FROM NULL) AS empty,
       bool_and("l'article" IS NOT DISTINCT FROM parse_article("la page", url, fetched_at)) AS as_parsed
  FROM "Page";

-- nothing is done twice
SELECT ctid AS before FROM "Page" WHERE "id ""x" = 7 \gset
CALL article_backfill('"Page"', 'la page', 'l''article');
SELECT ctid = :'before' AS untouched FROM "Page" WHERE "id ""x" = 7;

-- in slices: each continues where the previous one stopped
UPDATE "Page" SET "l'article" = NULL WHERE "id ""x" % 2 = 0;
CALL article_backfill('"Page"', 'la page', 'l''article', max_rows => 250, batch_size => 100);
CALL article_backfill('"Page"', 'la page', 'l''article', max_rows => 250, batch_size => 100);
CALL article_backfill('"Page"', 'la page', 'l''article', max_time => '0');
CALL article_backfill('"Page"', 'la page', 'l''article', max_rows => 250, batch_size => 100);
SELECT count(*) FROM "Page" WHERE "la page" IS NOT NULL AND "l'article" IS NOT DISTINCT FROM NULL;

-- ---------------------------------------------------------------- failures: only the row that fails
CREATE TABLE refused (id int, day timestamptz, html text, article parsed_article, PRIMARY KEY (id, day));
INSERT INTO refused SELECT i, '2024-01-01 00:00+00', page_of('Titre ' || i) FROM generate_series(1, 100) AS i;
UPDATE refused SET html = html || repeat(' ', 20000) WHERE id IN (1, 50, 51, 100);
ALTER TABLE refused ADD CHECK (id <> 33 OR article IS NOT DISTINCT FROM NULL);
SET article.max_html_size = '10kB';
CALL article_backfill('refused', 'html', 'article');
SELECT relation, target_column, key, sqlstate, message FROM article_backfill_failures ORDER BY key;
SELECT array_agg(id ORDER BY id) AS empty FROM refused WHERE article IS NOT DISTINCT FROM NULL;
-- they are not tried again, whatever the time zone ...
SET timezone = 'Pacific/Auckland';
CALL article_backfill('refused', 'html', 'article');
RESET timezone;
-- ... unless this is requested
RESET article.max_html_size;
CALL article_backfill('refused', 'html', 'article', retry_failed => true);
SELECT key, sqlstate FROM article_backfill_failures;
SELECT array_agg(id ORDER BY id) AS empty FROM refused WHERE article IS NOT DISTINCT FROM NULL;

-- nor with any other setting that affects how a key looks
CREATE TABLE hashed (hash bytea, span interval, days daterange, number float8, html text, article parsed_article,
	PRIMARY KEY (hash, span, days, number));
INSERT INTO hashed VALUES ('\xe9', '1 day 02:00', '[2024-01-02,2024-03-04)', 0.1::float4, repeat('x', 20000));
SET article.max_html_size = '10kB';
CALL article_backfill('hashed', 'html', 'article');
SET bytea_output = escape;
SET IntervalStyle = iso_8601;
SET DateStyle = 'German';
SET extra_float_digits = 0;
CALL article_backfill('hashed', 'html', 'article');
RESET bytea_output;
RESET IntervalStyle;
RESET DateStyle;
RESET extra_float_digits;
RESET article.max_html_size;
SELECT key FROM article_backfill_failures WHERE relation = 'hashed'::regclass;

-- without a primary key a row is identified by its ctid, and a new version of it is a new row
CREATE TABLE nameless (html text, article parsed_article);
INSERT INTO nameless SELECT page_of('Titre ' || i) FROM generate_series(1, 10) AS i;
UPDATE nameless SET html = repeat('x', 20000) WHERE html LIKE '%Titre 5%';
SET article.max_html_size = '10kB';
CALL article_backfill('nameless', 'html', 'article');
CALL article_backfill('nameless', 'html', 'article');
SELECT array_agg(k ORDER BY k) AS key FROM article_backfill_failures, jsonb_object_keys(key) AS k WHERE relation = 'nameless'::regclass;
UPDATE nameless SET html = page_of('Titre 5') WHERE article IS NOT DISTINCT FROM NULL;
CALL article_backfill('nameless', 'html', 'article');
-- a rewritten table has other rows with the same ctid and the same transaction
CREATE TABLE moved (id int, html text, article parsed_article);
INSERT INTO moved SELECT i, CASE i WHEN 3 THEN repeat('x', 20000) ELSE page_of('Titre ' || i) END FROM generate_series(1, 10) AS i;
CALL article_backfill('moved', 'html', 'article', batch_size => 1, max_rows => 3);
VACUUM FULL moved;
CALL article_backfill('moved', 'html', 'article');
SELECT id FROM moved WHERE article IS NOT DISTINCT FROM NULL;
SELECT count(*) FROM article_backfill_failures WHERE relation = 'moved'::regclass;
RESET article.max_html_size;

-- ---------------------------------------------------------------- types
CREATE DOMAIN page_bytes AS bytea;
CREATE DOMAIN stored_article AS parsed_article;
CREATE TABLE kinds (
	id int PRIMARY KEY,
	page page_bytes,
	header varchar(80),
	day date,
	article stored_article,
	words tsvector,
	words_of_article tsvector
);
INSERT INTO kinds VALUES (1, convert_to(page_of('Été'), 'LATIN1'), 'text/html; charset=iso-8859-1', '2017-12-31');
CALL article_backfill('kinds', 'page', 'article', content_type_column => 'header', fetched_at_column => 'day');
CALL article_backfill('kinds', 'page', 'words', content_type_column => 'header');
CALL article_backfill('kinds', 'article', 'words_of_article');
SELECT (article).title, words = article_tsvector(article) AS same, words_of_article = words AS likewise FROM kinds;

-- ---------------------------------------------------------------- partitions and children
CREATE TABLE parted (id int NOT NULL, html text, article parsed_article) PARTITION BY RANGE (id);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (100);
CREATE TABLE parted_2 (article parsed_article, html text, id int NOT NULL);
ALTER TABLE parted ATTACH PARTITION parted_2 FOR VALUES FROM (100) TO (200);
CREATE TABLE parted_3 PARTITION OF parted FOR VALUES FROM (200) TO (300) PARTITION BY RANGE (id);
CREATE TABLE parted_4 PARTITION OF parted_3 DEFAULT;
CREATE FOREIGN DATA WRAPPER far_away;
CREATE SERVER far_away FOREIGN DATA WRAPPER far_away;
CREATE FOREIGN TABLE parted_5 PARTITION OF parted FOR VALUES FROM (300) TO (400) SERVER far_away;
INSERT INTO parted SELECT i, page_of('Titre ' || i) FROM generate_series(0, 299) AS i;
CALL article_backfill('parted', 'html', 'article', batch_size => 40, max_rows => 130);
CALL article_backfill('parted', 'html', 'article', batch_size => 40);
SELECT count(*), bool_and((article).title = 'Titre ' || id) AS filled FROM ONLY parted_1;
SELECT count(*), bool_and((article).title = 'Titre ' || id) AS filled FROM ONLY parted_2;
SELECT count(*), bool_and((article).title = 'Titre ' || id) AS filled FROM ONLY parted_4;
-- if all rows are on other servers, nothing is complete
CREATE TABLE afar (id int, html text, article parsed_article) PARTITION BY RANGE (id);
CREATE FOREIGN TABLE afar_1 PARTITION OF afar DEFAULT SERVER far_away;
CALL article_backfill('afar', 'html', 'article');
CALL article_backfill('afar_1', 'html', 'article');
DROP TABLE afar;
DROP FOREIGN DATA WRAPPER far_away CASCADE;
CREATE TABLE parent (html text, article parsed_article);
CREATE TABLE child () INHERITS (parent);
INSERT INTO parent VALUES (page_of('Une mère'));
INSERT INTO child VALUES (page_of('Une fille'));
CALL article_backfill('parent', 'html', 'article');
SELECT tableoid::regclass, (article).title FROM parent ORDER BY 2;

-- ---------------------------------------------------------------- triggers
CREATE TABLE watched (id int PRIMARY KEY, html text, title text, article parsed_article);
INSERT INTO watched SELECT i, page_of('Titre ' || i) FROM generate_series(1, 10) AS i;
CREATE TABLE seen (id int);
CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.id = 3 THEN RETURN NULL; END IF;
	IF NEW.id = 4 THEN RAISE EXCEPTION 'pas celui-ci' USING ERRCODE = 'AB123'; END IF;
	IF NEW.id = 5 THEN NEW.article := NULL; END IF;
	NEW.title := (NEW.article).title;
	INSERT INTO seen VALUES (NEW.id); -- found through the session's search path
	RETURN NEW;
END $$;
CREATE TRIGGER watch BEFORE UPDATE ON watched FOR EACH ROW EXECUTE FUNCTION watch();
CALL article_backfill('watched', 'html', 'article');
SELECT id, title FROM watched WHERE title IS DISTINCT FROM 'Titre ' || id ORDER BY id;
SELECT key, sqlstate, message FROM article_backfill_failures WHERE relation = 'watched'::regclass;
-- a deferred constraint fails with its row
CREATE TABLE deferred (id int PRIMARY KEY, html text, article parsed_article);
INSERT INTO deferred SELECT i, page_of('Titre ' || i) FROM generate_series(1, 10) AS i;
CREATE FUNCTION object() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id = 6 THEN RAISE 'trop tard'; END IF; RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER object AFTER UPDATE ON deferred DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION object();
CALL article_backfill('deferred', 'html', 'article');
SELECT key, message FROM article_backfill_failures WHERE relation = 'deferred'::regclass;

-- a temporary error is tried again and is not recorded as a failure
CREATE TABLE busy (id int PRIMARY KEY, html text, article parsed_article);
INSERT INTO busy SELECT i, page_of('Titre ' || i) FROM generate_series(1, 10) AS i;
CREATE SEQUENCE times;
CREATE FUNCTION bother() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.id = 7 AND nextval('times') = 1 THEN RAISE 'deadlock' USING ERRCODE = 'deadlock_detected'; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER bother BEFORE UPDATE ON busy FOR EACH ROW EXECUTE FUNCTION bother();
CALL article_backfill('busy', 'html', 'article', batch_size => 5);
-- a cancel ends the run
UPDATE busy SET article = NULL;
CREATE OR REPLACE FUNCTION bother() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.id = 7 THEN RAISE 'no space left' USING ERRCODE = 'disk_full'; END IF;
	RETURN NEW;
END $$;
CALL article_backfill('busy', 'html', 'article', batch_size => 5);
SELECT array_agg(id ORDER BY id) AS filled FROM busy WHERE article IS DISTINCT FROM NULL;
SELECT state, filled, failed FROM article_backfill_progress WHERE relation = 'busy'::regclass ORDER BY run;
SELECT key FROM article_backfill_failures WHERE relation = 'busy'::regclass;

-- ---------------------------------------------------------------- privileges
CREATE ROLE regress_backfill_reader;
CREATE ROLE regress_backfill_writer;
GRANT USAGE ON SCHEMA "Œuvre de presse" TO PUBLIC;
CREATE TABLE guarded (id int PRIMARY KEY, html text, article parsed_article);
INSERT INTO guarded SELECT i, page_of('Titre ' || i) FROM generate_series(1, 10) AS i;
UPDATE guarded SET html = repeat('x', 20000) WHERE id IN (4, 7);
SET article.max_html_size = '10kB';
SET ROLE regress_backfill_reader;
CALL article_backfill('guarded', 'html', 'article');
RESET ROLE;
GRANT SELECT ON guarded TO regress_backfill_reader, regress_backfill_writer;
GRANT UPDATE (html) ON guarded TO regress_backfill_reader;
GRANT UPDATE (article) ON guarded TO regress_backfill_writer;
SET ROLE regress_backfill_reader;
CALL article_backfill('guarded', 'html', 'article');
SET ROLE regress_backfill_writer;
CALL article_backfill('guarded', 'html', 'article');
-- a role that may read the table sees progress and failures; nobody writes to the log tables
SET ROLE regress_backfill_reader;
SELECT relation, role, state, filled, failed FROM article_backfill_progress;
SELECT relation, key, message FROM article_backfill_failures ORDER BY key;
SELECT * FROM article_backfill_run;
DELETE FROM article_backfill_failure;
RESET ROLE;
REVOKE ALL ON guarded FROM regress_backfill_reader;
SET ROLE regress_backfill_reader;
SELECT relation FROM article_backfill_progress;
SELECT relation, key FROM article_backfill_failures;
RESET ROLE;
-- rows that a policy hides are neither filled nor reported
GRANT SELECT, UPDATE ON guarded TO regress_backfill_reader;
ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY low ON guarded USING (id < 6);
RESET article.max_html_size;
UPDATE guarded SET article = NULL;
SET ROLE regress_backfill_reader;
SELECT key FROM article_backfill_failures;
CALL article_backfill('guarded', 'html', 'article');
CALL article_backfill('guarded', 'html', 'article', retry_failed => true);
RESET ROLE;
SELECT array_agg(id ORDER BY id) AS empty FROM guarded WHERE article IS NOT DISTINCT FROM NULL;
REVOKE EXECUTE ON FUNCTION parse_article(text, text, timestamptz, text) FROM PUBLIC;
SET ROLE regress_backfill_reader;
CALL article_backfill('guarded', 'html', 'article');
RESET ROLE;
GRANT EXECUTE ON FUNCTION parse_article(text, text, timestamptz, text) TO PUBLIC;

-- ---------------------------------------------------------------- the view of progress
SELECT relation, target_column, state, filled, failed, pass, percent < 100 AS part, pid, rows_per_second > 0 AS rate, estimated_end
  FROM article_backfill_progress WHERE relation = 'parted'::regclass ORDER BY run;

-- ---------------------------------------------------------------- errors
CREATE VIEW page_view AS SELECT * FROM "Page";
CREATE MATERIALIZED VIEW page_copy AS SELECT * FROM nameless;
CREATE TABLE computed (html text, article parsed_article GENERATED ALWAYS AS (parse_article(html)) STORED);
CREATE TABLE other (html text, num int, x xml, at timestamp, title text, article parsed_article);
CALL article_backfill('page_view', 'la page', 'l''article');
CALL article_backfill('page_copy', 'html', 'article');
CALL article_backfill('computed', 'html', 'article');
CALL article_backfill('other', 'htlm', 'article');
CALL article_backfill('other', 'html', 'ctid');
CALL article_backfill('other', 'num', 'article');
CALL article_backfill('other', 'x', 'article');
CALL article_backfill('other', 'html', 'title');
CALL article_backfill('other', 'html', 'num');
CALL article_backfill('other', 'article', 'article');
CALL article_backfill('other', 'html', 'article', url_column => 'num');
CALL article_backfill('other', 'html', 'article', fetched_at_column => 'title');
CALL article_backfill('other', 'html', 'article', content_type_column => 'title');
CALL article_backfill('kinds', 'article', 'words', fetched_at_column => 'day');
CALL article_backfill('other', 'html', 'article', time_zone => 'Europe/Lutèce');
CALL article_backfill('other', 'html', 'article', batch_size => 0);
CALL article_backfill('other', 'html', 'article', batch_size => 1000000);
CALL article_backfill('other', 'html', 'article', max_rows => -1);
CALL article_backfill('other', 'html', 'article', pause => '-1 s');
CALL article_backfill('other', NULL, 'article');
CALL article_backfill(NULL, 'html', 'article');
CALL article_backfill(0, 'html', 'article');
\set VERBOSITY default
BEGIN;
CALL article_backfill('other', 'html', 'article');
ROLLBACK;
\set VERBOSITY terse
DO $$ BEGIN CALL article_backfill('other', 'html', 'article'); EXCEPTION WHEN syntax_error THEN NULL; END $$;
SET default_transaction_read_only = on;
CALL article_backfill('other', 'html', 'article');
RESET default_transaction_read_only;

-- inside a block that may commit, and with any isolation level
SET default_transaction_isolation = 'serializable';
INSERT INTO other VALUES (page_of('Titre'));
DO $$ BEGIN CALL article_backfill('other', 'html', 'article', fetched_at_column => 'at'); END $$;
SELECT (article).title FROM other;
RESET default_transaction_isolation;

-- temporary and unlogged tables
CREATE TEMP TABLE passing (html text, article parsed_article);
INSERT INTO passing VALUES (page_of('Titre'));
CALL article_backfill('passing', 'html', 'article');
CREATE UNLOGGED TABLE unlogged (html text, article parsed_article);
INSERT INTO unlogged VALUES (page_of('Titre'));
CALL article_backfill('unlogged', 'html', 'article');

-- no search path misleads it, and it leaves the search path unchanged
CREATE SCHEMA trap;
CREATE FUNCTION trap.caught(tid, tid) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE 'caught'; END $$;
CREATE OPERATOR trap.= (LEFTARG = tid, RIGHTARG = tid, FUNCTION = trap.caught);
CREATE OPERATOR trap.> (LEFTARG = tid, RIGHTARG = tid, FUNCTION = trap.caught);
CREATE FUNCTION trap.parse_article(html text, url text, fetched_at timestamptz, time_zone text) RETURNS parsed_article LANGUAGE plpgsql AS $$ BEGIN RAISE 'caught'; END $$;
CREATE FUNCTION trap.jsonb_build_object(VARIADIC "any") RETURNS jsonb LANGUAGE internal AS 'jsonb_build_object_noargs';
CREATE TABLE trap.article_backfill_run (run int);
CREATE TEMP TABLE article_backfill_failure (relation regclass);
UPDATE other SET article = NULL;
SET search_path = trap, pg_catalog, public;
CALL public.article_backfill('"Œuvre de presse".other', 'html', 'article');
SHOW search_path;
SET search_path = "Œuvre de presse", public;
DROP TABLE pg_temp.article_backfill_failure;
SELECT count(*) FROM trap.article_backfill_run;

-- ---------------------------------------------------------------- refill
CREATE TABLE again (id int PRIMARY KEY, url text, html text, article parsed_article, words tsvector);
INSERT INTO again SELECT i, 'https://www.a.example/' || i, page_of('Titre ' || i) FROM generate_series(1, 20) AS i;
INSERT INTO again VALUES (21);
-- the wrong column causes a warning, with a hint
\set VERBOSITY default
SET client_min_messages = warning;
CALL article_backfill('again', 'url', 'article', batch_size => 10);
RESET client_min_messages;
\set VERBOSITY terse
SELECT count(*) FROM again WHERE (article).title IS NULL;
CALL article_backfill('again', 'html', 'article');
-- the correct one, in slices: each continues where the previous one stopped
CALL article_backfill('again', 'html', 'article', refill => true, batch_size => 3, max_rows => 8);
CALL article_backfill('again', 'html', 'article', refill => true, batch_size => 3, max_rows => 8);
UPDATE again SET url = url || '?' WHERE id IN (1, 2);
CALL article_backfill('again', 'html', 'article', refill => true);
SELECT count(*), bool_and(article IS NOT DISTINCT FROM parse_article(html)) AS as_parsed FROM again;
-- once it has completed, another one begins
CALL article_backfill('again', 'html', 'article', refill => true);
-- other arguments begin another one too
CALL article_backfill('again', 'html', 'article', refill => true, max_rows => 8);
CALL article_backfill('again', 'html', 'article', refill => true, url_column => 'url');
SELECT count(*), bool_and(article IS NOT DISTINCT FROM parse_article(html, url)) AS as_parsed FROM again;
-- some rows only: their targets are set to NULL
UPDATE again SET article = NULL WHERE (article).extra ->> 'version' = article_version() AND id <= 5;
CALL article_backfill('again', 'html', 'article');
-- a tsvector does not tell which page it comes from; records of earlier refills are deleted
CALL article_backfill('again', 'html', 'words');
CALL article_backfill('again', 'html', 'words', refill => true);
CALL article_backfill('again', 'url', 'words', refill => true);
SELECT count(DISTINCT refill) FROM article_backfill_refill;
-- rows that a trigger suppresses, and rows that it rewrites: the run still ends
CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN CASE WHEN NEW.id <> 4 THEN NEW END; END $$;
CREATE FUNCTION rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	BEGIN
		UPDATE again SET url = url || '#' WHERE id = NEW.id AND id = 5 AND pg_trigger_depth() = 1;
	EXCEPTION WHEN division_by_zero THEN NULL;
	END;
	RETURN NULL;
END $$;
CREATE TRIGGER leave BEFORE UPDATE ON again FOR EACH ROW EXECUTE FUNCTION leave();
CREATE TRIGGER rewrite AFTER UPDATE ON again FOR EACH ROW EXECUTE FUNCTION rewrite();
CALL article_backfill('again', 'html', 'article', refill => true);
-- the rules of sites, found by the address
DROP TRIGGER leave ON again;
DROP TRIGGER rewrite ON again;
CREATE TABLE site_rules (host text PRIMARY KEY, rules text NOT NULL);
INSERT INTO site_rules SELECT substring(url FROM '//(?:www\.)?([^/]+)'), 'title: //p[1]' FROM again ORDER BY id LIMIT 1;
CALL article_backfill('again', 'html', 'article', refill => true, url_column => 'url', rules_table => 'site_rules');
SELECT count(*) > 0 AS some,
       bool_and(article IS NOT DISTINCT FROM parse_article_with_rules(html, article_rules_for(url, 'site_rules'), url)) AS as_parsed,
       count(*) FILTER (WHERE (article).extra #>> '{sources,title}' = 'rule in line 1') > 0 AS by_rule
  FROM again;
CALL article_backfill('again', 'html', 'article', rules_table => 'site_rules');
CALL article_backfill('again', 'html', 'article', url_column => 'url', rules_table => 'other');

-- ---------------------------------------------------------------- dropped tables leave nothing behind
DROP TABLE refused;
CALL article_backfill('other', 'html', 'article');
SELECT count(*) AS orphans FROM article_backfill_run r WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = r.relation);
SELECT count(*) AS orphans FROM article_backfill_failure f WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = f.relation);

SET client_min_messages = warning;
DROP SCHEMA trap CASCADE;
DROP SCHEMA "Œuvre de presse" CASCADE;
RESET client_min_messages;
RESET search_path;
DROP ROLE regress_backfill_reader, regress_backfill_writer;
