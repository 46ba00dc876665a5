\echo Use "ALTER EXTENSION article UPDATE TO '0.3.0'" to load this file. \quit

-- article 0.3.0.  What stands here stands in article--0.3.0.sql as well, which CREATE EXTENSION runs.
--
-- It runs as a superuser, whoever calls it, and others may have put functions and operators into its
-- schema.  So functions of PostgreSQL are called as pg_catalog's, and operators with exactly the types that
-- PostgreSQL has them for, to which no other one can be closer: test/t/hostile.pl.

---------------------------------------------------------------- the library

-- STABLE, not IMMUTABLE: it is the library's, which a restart of the server may replace.
CREATE FUNCTION article_version()
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_version() IS 'the version of the library, which parse_article writes into extra; the SQL objects have the one that pg_extension tells';

---------------------------------------------------------------- filling a column of a large table

-- The transactions that refilled rows, by the run that began the refill: a row is done that one of them wrote.
CREATE TABLE article_backfill_refill (
	refill int NOT NULL,
	transaction xid NOT NULL
);
CREATE INDEX article_backfill_refill_transaction ON article_backfill_refill USING hash (transaction);
COMMENT ON TABLE article_backfill_refill IS 'which transactions of article_backfill refilled rows, written by it';

ALTER TABLE article_backfill_run ADD refill int, ADD arguments jsonb;

DO $$
DECLARE
	owner text := (SELECT extowner::regrole::text FROM pg_catalog.pg_extension WHERE extname = 'article'::name);
BEGIN
	EXECUTE 'ALTER TABLE article_backfill_refill OWNER TO '::text || owner;
END $$;

CREATE PROCEDURE article_backfill(table_name regclass, html_column name, target_column name,
	url_column name DEFAULT NULL, fetched_at_column name DEFAULT NULL, content_type_column name DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', batch_size int DEFAULT 500, max_rows bigint DEFAULT NULL,
	max_time interval DEFAULT NULL, pause interval DEFAULT '0', retry_failed boolean DEFAULT false,
	notice_interval interval DEFAULT '10 s', refill boolean DEFAULT false, rules_table regclass DEFAULT NULL)
LANGUAGE C AS 'MODULE_PATHNAME';
COMMENT ON PROCEDURE article_backfill(regclass, name, name, name, name, name, text, int, bigint, interval, interval, boolean, interval, boolean, regclass)
	IS 'fills a column of type parsed_article or tsvector from stored pages, in batches that are committed one by one';

-- A new signature is a new procedure.  Who may call the old one may call it too; and these privileges are the
-- user's, not the extension's, so that pg_dump has to write them: a GRANT in a script makes them its own.
DO $$
DECLARE
	old regprocedure := 'article_backfill(regclass, name, name, name, name, name, text, int, bigint, interval, interval, boolean, interval)';
	new regprocedure := 'article_backfill(regclass, name, name, name, name, name, text, int, bigint, interval, interval, boolean, interval, boolean, regclass)';
	privileges aclitem[] := (SELECT proacl FROM pg_catalog.pg_proc WHERE oid = old::oid);
	grantee text;
	may_grant boolean;
BEGIN
	IF privileges IS NULL THEN
		RETURN;
	END IF;
	EXECUTE 'REVOKE ALL ON PROCEDURE '::text || new::text || ' FROM PUBLIC, CURRENT_USER'::text;
	FOR grantee, may_grant IN
		SELECT CASE WHEN p.grantee = 0::oid THEN 'PUBLIC'::text ELSE p.grantee::regrole::text END, p.is_grantable
		  FROM pg_catalog.aclexplode(privileges) AS p
	LOOP
		EXECUTE 'GRANT EXECUTE ON PROCEDURE '::text || new::text || ' TO '::text || grantee
			|| CASE WHEN may_grant THEN ' WITH GRANT OPTION'::text ELSE ''::text END;
	END LOOP;
	DELETE FROM pg_catalog.pg_init_privs
	 WHERE classoid = 'pg_catalog.pg_proc'::regclass::oid AND objoid = new::oid;
	DELETE FROM pg_catalog.pg_shdepend -- from PostgreSQL 17 on these say whom initial privileges are of
	 WHERE classid = 'pg_catalog.pg_proc'::regclass::oid AND objid = new::oid AND deptype = 'i'::"char"
	   AND dbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database());
END $$;

DROP PROCEDURE article_backfill(regclass, name, name, name, name, name, text, int, bigint, interval, interval, boolean, interval);
