/*
 * compare-versions.sql
 *	  What an update of article would change in stored columns: keeps the answers for a sample of
 *	  pages under one version, and compares them under the next.
 *
 *	psql -v table=pages -f tools/compare-versions.sql      before the update: keeps the sample
 *	psql -f tools/compare-versions.sql                     after it: compares, and changes nothing
 *
 * Set with -v: table; html, url, fetched_at, the columns of the page (these names; NULL for none);
 * sample, the number of pages, taken evenly over the table (1000). The sample is in the table
 * article_compare of the current schema, with copies of its pages: DROP TABLE article_compare when
 * done, or before another sample. What only extra.version says does not count as a change.
 */
\set ON_ERROR_STOP on
\set QUIET on
\pset footer off
SELECT to_regclass('article_compare') IS NOT NULL AS kept \gset
\if :{?html}
\else
\set html html
\endif
\if :{?url}
\else
\set url url
\endif
\if :{?fetched_at}
\else
\set fetched_at fetched_at
\endif
\if :{?sample}
\else
\set sample 1000
\endif

\if :kept
-- ---------------------------------------------------------------- after the update: compare

-- A row for each field of each page; the members of extra are fields of their own.
CREATE TEMP TABLE field_read AS
SELECT id, field, max(value) FILTER (WHERE NOT now) AS old, max(value) FILTER (WHERE now) AS new
  FROM (SELECT id, false AS now, answer FROM article_compare
        UNION ALL
        SELECT id, true, to_jsonb(parse_article(html, url, fetched_at)) FROM article_compare) AS read
 CROSS JOIN LATERAL (SELECT key, nullif(answer -> key, 'null') #>> '{}' FROM jsonb_object_keys(answer - 'extra') AS key
                     UNION ALL
                     SELECT 'extra.' || key, (answer -> 'extra' -> key) #>> '{}' FROM jsonb_object_keys(coalesce(answer -> 'extra', '{}')) AS key
                      WHERE key <> 'version') AS flat (field, value)
 GROUP BY id, field;

\echo
SELECT min(version) AS kept_under, article_version() AS now, count(*) AS pages,
       (SELECT count(DISTINCT id) FROM field_read WHERE old IS DISTINCT FROM new) AS changed FROM article_compare;

\echo What changes, by field
SELECT field, count(*) FILTER (WHERE old IS DISTINCT FROM new) AS pages,
       round(100.0 * count(*) FILTER (WHERE old IS DISTINCT FROM new) / (SELECT count(*) FROM article_compare), 1) AS percent,
       count(*) FILTER (WHERE old IS NULL AND new IS NOT NULL) AS found, count(*) FILTER (WHERE old IS NOT NULL AND new IS NULL) AS lost
  FROM field_read GROUP BY field HAVING count(*) FILTER (WHERE old IS DISTINCT FROM new) > 0 ORDER BY 2 DESC, 1;

\echo Examples, from where the two begin to differ
WITH ranked AS (
    SELECT field, id, coalesce(old, '') AS old, coalesce(new, '') AS new, row_number() OVER (PARTITION BY field ORDER BY id) AS n
      FROM field_read WHERE old IS DISTINCT FROM new
), placed AS (
    SELECT *, (SELECT coalesce(min(i), 1) FROM generate_series(1, least(length(old), length(new), 5000)) AS i
                WHERE substr(old, i, 1) <> substr(new, i, 1)) AS at
      FROM ranked WHERE n <= 3
)
SELECT field, coalesce(page.url, 'page ' || id) AS page, substr(old, at, 40) AS old, substr(new, at, 40) AS new
  FROM placed JOIN article_compare AS page USING (id) ORDER BY field, n;

DROP TABLE field_read;
\else
-- ---------------------------------------------------------------- before the update: keep

\if :{?table}
\else
\warn 'Name the table of pages: psql -v table=pages -f tools/compare-versions.sql'
\quit 3
\endif
CREATE TABLE article_compare AS
SELECT n AS id, article_version() AS version, html, url, fetched_at, to_jsonb(parse_article(html, url, fetched_at)) AS answer
  FROM (SELECT row_number() OVER () AS n, count(*) OVER () AS total, :html AS html, (:url)::text AS url, (:fetched_at)::timestamptz AS fetched_at
          FROM :table) AS page
 WHERE n % greatest(total / :sample, 1) = 0 AND html IS NOT NULL LIMIT :sample;
\echo
SELECT count(*) AS pages_kept, min(version) AS under FROM article_compare;
\echo Update the extension, start a new session, and run this again.
\endif
