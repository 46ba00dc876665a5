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
