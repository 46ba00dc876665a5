/*
 * answers.sql
 *	  What a reader finds in the sample pages, loaded beside them (see load.sql for how):
 *	  table expected(name, field, value), one row a statement, from answers.tsv, and table
 *	  expected_body(name, body), from answers/.
 *
 * An empty value says that the page does not tell.  Times are local to the page.  Fields beside
 * those of parsed_article: present and absent (words of the body), not_related.
 */
\ir where.sql

CREATE TABLE expected (
    name  text NOT NULL,
    field text NOT NULL,
    value text
);

CREATE TABLE expected_body (
    name text PRIMARY KEY,
    body text NOT NULL
);

\set facts `cd :'seeds' && tail -n +2 answers.tsv`
\set bodies `cd :'seeds'/answers && for file in *.txt; do echo "$file $(base64 "$file" | tr -d '\n')"; done`

INSERT INTO expected
SELECT column_of[1], column_of[2], nullif(column_of[3], '')
  FROM string_to_table(:'facts', E'\n') AS line
 CROSS JOIN string_to_array(line, E'\t') AS column_of;

-- NAME.txt is the body of NAME.html, NAME-txt.txt that of NAME.txt
INSERT INTO expected_body
SELECT CASE WHEN file LIKE '%-txt.txt' THEN replace(file, '-txt.txt', '.txt')
            ELSE replace(file, '.txt', '.html') END,
       rtrim(convert_from(decode(split_part(content, ' ', 2), 'base64'), 'UTF8'), E'\n')
  FROM string_to_table(:'bodies', E'\n') AS content
 CROSS JOIN split_part(content, ' ', 1) AS file;

\unset facts
\unset bodies
