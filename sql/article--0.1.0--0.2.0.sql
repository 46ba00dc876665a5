\echo Use "ALTER EXTENSION article UPDATE TO '0.2.0'" to load this file. \quit

-- article 0.2.0.  CREATE EXTENSION runs article--0.1.0.sql and then this: what a version once gave stays
-- as it was, and there is one way to every later one.
--
-- It runs as a superuser, whoever calls it, and others may have put functions and operators into its
-- schema.  So functions of PostgreSQL are called as pg_catalog's, and operators with exactly the types that
-- PostgreSQL has them for, to which no other one can be closer: test/t/hostile.pl.

---------------------------------------------------------------- filling a column of a large table

CREATE TABLE article_backfill_run (
	run int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	relation regclass NOT NULL,
	target_column name NOT NULL,
	role name NOT NULL,
	pid int NOT NULL,
	started_at timestamptz NOT NULL,
	updated_at timestamptz NOT NULL,
	ended_at timestamptz,
	outcome text,
	filled bigint NOT NULL DEFAULT 0,
	failed bigint NOT NULL DEFAULT 0,
	skipped bigint NOT NULL DEFAULT 0,
	pass int NOT NULL DEFAULT 1,
	pass_started_at timestamptz NOT NULL,
	first_block bigint NOT NULL DEFAULT 0,
	position bigint NOT NULL DEFAULT 0,
	blocks bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE article_backfill_run IS 'calls of article_backfill, written by it; article_backfill_progress shows them';

-- By hash: a primary key may be as long as a URL, and a btree does not take that.
CREATE TABLE article_backfill_failure (
	relation regclass NOT NULL,
	target_column name NOT NULL,
	key jsonb NOT NULL,
	sqlstate text NOT NULL,
	message text NOT NULL,
	failed_at timestamptz NOT NULL
);
CREATE INDEX article_backfill_failure_key ON article_backfill_failure USING hash (key);
COMMENT ON TABLE article_backfill_failure IS 'rows that article_backfill could not fill, written by it; article_backfill_failures shows them';

-- To whom the extension belongs: in a trusted one the script runs as a superuser, and pg_dump as the
-- owner of a database has to be able to read what it dumps.
DO $$
DECLARE
	owner text := (SELECT extowner::regrole::text FROM pg_catalog.pg_extension WHERE extname = 'article'::name);
BEGIN
	EXECUTE 'ALTER TABLE article_backfill_run OWNER TO '::text || owner;
	EXECUTE 'ALTER TABLE article_backfill_failure OWNER TO '::text || owner;
END $$;

-- Runs are of this server's sessions and stay behind.  Failures of tables that are dumped as well go
-- along, so that a restored database does not try these rows again; but for rows that go by their
-- place, which they have only here.
SELECT pg_catalog.pg_extension_config_dump('article_backfill_failure',
	'WHERE EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = relation AND c.relpersistence <> ''t'')'
	' AND NOT pg_catalog.jsonb_exists(key, ''ctid'')');

CREATE VIEW article_backfill_progress WITH (security_barrier) AS
SELECT r.run, r.relation, r.target_column, r.role,
       CASE WHEN s.state = 'running' THEN r.pid END AS pid, s.state,
       r.started_at, r.updated_at, r.ended_at, r.filled, r.failed, r.skipped, r.pass,
       CASE WHEN r.outcome = 'complete' THEN 100
            ELSE pg_catalog.round(100.0 * r.position::numeric / nullif(r.blocks, 0)::numeric, 1) END AS percent,
       pg_catalog.round((r.filled + r.failed)::numeric / nullif(extract(epoch FROM r.updated_at - r.started_at), 0.0), 1) AS rows_per_second,
       CASE WHEN s.state = 'running' THEN r.updated_at + (r.updated_at - r.pass_started_at)
            * ((r.blocks - r.position)::double precision / nullif(r.position - r.first_block, 0)::double precision) END AS estimated_end
  FROM article_backfill_run r
 CROSS JOIN LATERAL (SELECT CASE
            WHEN r.outcome IS NOT NULL THEN r.outcome
            WHEN EXISTS (SELECT FROM pg_locks l
                          WHERE l.locktype = 'object' AND l.granted AND l.pid = r.pid AND l.objid = r.run::oid
                            AND l.classid = 'article_backfill_run'::regclass::oid
                            AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = pg_catalog.current_database()))
            THEN 'running'
            -- locks of the primary do not show here
            WHEN NOT pg_catalog.pg_is_in_recovery() THEN 'interrupted' END AS state) s
 WHERE pg_catalog.has_any_column_privilege(r.relation::oid, 'SELECT');
COMMENT ON VIEW article_backfill_progress IS 'calls of article_backfill over tables that one may read: how far they are, how fast, until when';

CREATE VIEW article_backfill_failures WITH (security_barrier) AS
SELECT f.relation, f.target_column, f.key, f.sqlstate, f.message, f.failed_at
  FROM article_backfill_failure f
 WHERE pg_catalog.has_table_privilege(f.relation::oid, 'SELECT') AND NOT pg_catalog.row_security_active(f.relation::oid);
COMMENT ON VIEW article_backfill_failures IS 'rows that article_backfill could not fill, of tables that one may read: primary key, SQLSTATE, message';

GRANT SELECT ON article_backfill_progress, article_backfill_failures TO PUBLIC;

CREATE PROCEDURE article_backfill(table_name regclass, html_column name, target_column name,
	url_column name DEFAULT NULL, fetched_at_column name DEFAULT NULL, content_type_column name DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', batch_size int DEFAULT 500, max_rows bigint DEFAULT NULL,
	max_time interval DEFAULT NULL, pause interval DEFAULT '0', retry_failed boolean DEFAULT false,
	notice_interval interval DEFAULT '10 s')
LANGUAGE C AS 'MODULE_PATHNAME';
COMMENT ON PROCEDURE article_backfill(regclass, name, name, name, name, name, text, int, bigint, interval, interval, boolean, interval)
	IS 'fills a column of type parsed_article or tsvector from stored pages, in batches that are committed one by one';

---------------------------------------------------------------- ranking

-- It reads whatever table it is told: a worker has neither temporary ones nor what a view may call.
ALTER FUNCTION article_corpus_lookup(regclass, tsquery) PARALLEL RESTRICTED;
