\echo Use "ALTER EXTENSION article UPDATE TO '0.3.0'" to load this file. \quit

-- article 0.3.0.  What stands here stands in article--0.3.0.sql as well, which CREATE EXTENSION runs.
--
-- It runs as a superuser, whoever calls it, and others may have put functions and operators into its
-- schema.  So functions of PostgreSQL are called as pg_catalog's, and operators with exactly the types that
-- PostgreSQL has them for, to which no other one can be closer: test/t/hostile.pl.
