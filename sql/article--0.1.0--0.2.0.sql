\echo Use "ALTER EXTENSION article UPDATE TO '0.2.0'" to load this file. \quit

-- article 0.2.0.  CREATE EXTENSION runs article--0.1.0.sql and then this: what a version once gave stays
-- as it was, and there is one way to every later one.
