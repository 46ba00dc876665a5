/*
 * load.sql
 *	  Loads the sample pages into a table page:  psql -f DIRECTORY/load.sql, from anywhere
 *
 * pages.tsv names them.  The files travel through psql variables, so that neither a superuser nor a
 * file on the server is needed.
 */
\ir where.sql

CREATE TABLE page (
    name         text PRIMARY KEY,
    url          text,
    fetched_at   timestamptz,
    time_zone    text NOT NULL,
    content_type text,
    html         bytea NOT NULL
);

\set manifest `cd :'seeds' && tail -n +2 pages.tsv`
\set contents `cd :'seeds' && tail -n +2 pages.tsv | cut -f 1 | while read -r file; do echo "$file $(base64 "$file" | tr -d '\n')"; done`

INSERT INTO page
SELECT column_of[1],
       nullif(column_of[2], ''),
       nullif(column_of[3], '')::timestamptz,
       column_of[4],
       nullif(column_of[5], ''),
       decode(split_part(content, ' ', 2), 'base64')
  FROM string_to_table(:'manifest', E'\n') AS line
 CROSS JOIN string_to_array(line, E'\t') AS column_of
  JOIN string_to_table(:'contents', E'\n') AS content ON split_part(content, ' ', 1) = column_of[1];

\unset manifest
\unset contents
