# ALTER EXTENSION article UPDATE from 0.1.0: what stands in tables, indexes and views goes on answering, and
# the catalogue is that of a new installation.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my ($old, $new, $copy) = qw(t_upgrade t_upgrade_new t_upgrade_copy);
psql('postgres', <<"SQL");
SET client_min_messages = error;
DROP DATABASE IF EXISTS $old;
DROP DATABASE IF EXISTS $new;
DROP DATABASE IF EXISTS $copy;
DROP ROLE IF EXISTS upgrade_owner;
CREATE ROLE upgrade_owner LOGIN;
CREATE DATABASE $old OWNER upgrade_owner;
CREATE DATABASE $new OWNER upgrade_owner;
CREATE DATABASE $copy OWNER upgrade_owner;
SQL
my $owner = [ '-U', 'upgrade_owner' ];

# All that can depend on the extension, with a row of every kind in it.
my $tables = <<'SQL';
CREATE FUNCTION page_of(i int) RETURNS text IMMUTABLE LANGUAGE sql
	RETURN format('<html lang="fr"><title>L''été %1$s</title><meta name="author" content="Zoé Noël"><h1>L''été %1$s</h1><p>%2$s</p><ul class="related"><li><a href="/x">Une « autre »</a></li></ul></html>', i, repeat('Des mots, des bœufs. ', 20));
CREATE DOMAIN checked_article AS parsed_article CHECK (VALUE IS NOT DISTINCT FROM NULL OR (VALUE).title IS NOT NULL);
CREATE TABLE page (
	id int PRIMARY KEY,
	html text,
	article parsed_article GENERATED ALWAYS AS (parse_article(html, 'https://journal.example/')) STORED
);
CREATE TABLE stored (id int, article parsed_article, checked checked_article, list parsed_article[], links article_link[], words tsvector);
INSERT INTO page SELECT i, page_of(i) FROM generate_series(1, 20) AS i;
INSERT INTO stored SELECT id, article, article, ARRAY[article, NULL], (article).related, article_tsvector(article) FROM page;
CREATE INDEX page_title ON page (article_title(html));
CREATE INDEX page_fold ON page (french_fold((article).title));
CREATE INDEX page_words ON page USING gin (article_tsvector(article));
CREATE VIEW titles AS SELECT id, (article).title, (article).related[1].text AS related, article_body(html) AS body FROM page;
CREATE MATERIALIZED VIEW authors AS SELECT id, unnest((article).authors) AS author FROM stored;
CREATE TEXT SEARCH CONFIGURATION own (COPY = article_french);
CREATE TABLE terms OF article_corpus_term;
CALL article_corpus_refresh('terms', 'stored', 'words');
CREATE TABLE named (title text COLLATE french_ai PRIMARY KEY);
INSERT INTO named VALUES ('Été');
CREATE FUNCTION title_of(a parsed_article) RETURNS text LANGUAGE sql RETURN (a).title;
SQL
my $answers = <<'SQL';
SET enable_seqscan = off; SET jit = off; -- indexes answer
SELECT md5(string_agg(article::text, ',' ORDER BY id)) FROM page;
SELECT md5(string_agg(s::text, ',' ORDER BY id)) FROM stored AS s;
SELECT id FROM page WHERE article_title(html) = 'L''été 7';
SELECT id FROM page WHERE french_fold((article).title) = french_fold('L’ÉTÉ 7');
SELECT count(*) FROM page WHERE article_tsvector(article) @@ french_query('boeuf');
SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM titles AS t;
SELECT count(*), min(author) FROM authors;
SELECT to_tsvector('own', 'Les bœufs');
SELECT round(article_bm25(words, 'été', 'terms')::numeric, 6) FROM stored WHERE id = 7;
SELECT title FROM named WHERE title = 'ete';
SELECT title_of(checked), title_of(list[1]) FROM stored WHERE id = 7;
SQL

# ---------------------------------------------------------------- everything goes on
psql($old, "CREATE EXTENSION article VERSION '0.1.0'; $tables", arguments => $owner);
my $before = psql($old, $answers, arguments => $owner);
unlike($before, qr/^$/m, 'every question has an answer');
my ($status, $old_dump) = run('', 'pg_dump', '-d', $old, '-U', 'upgrade_owner');
is($status, 0, 'version 0.1.0 is dumped');
psql($old, 'ALTER EXTENSION article UPDATE'); # a superuser, who is not its owner
is(psql($old, $answers, arguments => $owner), $before, 'the same answers after the update');
psql($old, "INSERT INTO page VALUES (21, page_of(21)); INSERT INTO stored SELECT id, article, article FROM page WHERE id = 21; REINDEX TABLE page; REFRESH MATERIALIZED VIEW authors;", arguments => $owner);
is(psql($old, 'SELECT count(*) FROM authors'), 21, 'and it goes on');
psql($old, 'DELETE FROM page WHERE id = 21; DELETE FROM stored WHERE id = 21; REFRESH MATERIALIZED VIEW authors', arguments => $owner);

# ---------------------------------------------------------------- the same as a new one
psql($new, "CREATE EXTENSION article; $tables", arguments => $owner);
my $catalogue = <<'SQL';
SELECT extversion, extowner::regrole, extconfig::regclass[], extcondition FROM pg_extension WHERE extname = 'article';
WITH member AS (
	SELECT d.classid, d.objid, i.identity
	  FROM pg_depend d, pg_identify_object(d.classid, d.objid, 0) AS i
	 WHERE d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'article')
)
SELECT m.identity, obj_description(m.objid, m.classid::regclass::text),
       (SELECT p.initprivs FROM pg_init_privs p WHERE p.classoid = m.classid AND p.objoid = m.objid AND p.objsubid = 0),
       CASE m.classid
       WHEN 'pg_proc'::regclass THEN (SELECT to_jsonb(p) - '{oid,proargtypes,proallargtypes,prorettype,pronamespace}'::text[] FROM pg_proc p WHERE p.oid = m.objid)
       WHEN 'pg_class'::regclass THEN (SELECT jsonb_build_object('kind', c.relkind, 'owner', c.relowner::regrole, 'acl', c.relacl, 'options', c.reloptions, 'view', pg_get_viewdef(c.oid),
            'columns', (SELECT jsonb_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, pg_get_expr(f.adbin, f.adrelid)) ORDER BY a.attnum)
                          FROM pg_attribute a LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum WHERE a.attrelid = c.oid AND a.attnum > 0),
            'indexes', (SELECT jsonb_agg(pg_get_indexdef(x.indexrelid) ORDER BY x.indexrelid::regclass::text) FROM pg_index x WHERE x.indrelid = c.oid)) FROM pg_class c WHERE c.oid = m.objid)
       WHEN 'pg_type'::regclass THEN (SELECT jsonb_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
                          FROM pg_type t JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 WHERE t.oid = m.objid)
       WHEN 'pg_ts_config'::regclass THEN (SELECT jsonb_agg(concat_ws(' ', t.maptokentype, t.mapseqno, t.mapdict::regdictionary) ORDER BY t.maptokentype, t.mapseqno) FROM pg_ts_config_map t WHERE t.mapcfg = m.objid)
       WHEN 'pg_ts_dict'::regclass THEN (SELECT to_jsonb(t.dictinitoption) FROM pg_ts_dict t WHERE t.oid = m.objid)
       WHEN 'pg_collation'::regclass THEN (SELECT to_jsonb(t) - '{oid,collnamespace}'::text[] FROM pg_collation t WHERE t.oid = m.objid)
       END
  FROM member m ORDER BY m.identity COLLATE "C";
SQL
my $fresh = psql($new, $catalogue);
cmp_ok(scalar(split /\n/, $fresh), '>', 90, 'a new installation has its objects');
is(psql($old, $catalogue), $fresh, 'an updated one has the same, with the same definitions, comments, owners and privileges');
is(psql($new, $answers, arguments => $owner), $before, 'and a new one gives the same answers as the old version');

# ---------------------------------------------------------------- dump and restore
for my $case ([ 'of 0.1.0', $old_dump ], map { my $db = $_; [ "of $db", (run('', 'pg_dump', '-d', $db, '-U', 'upgrade_owner'))[1] ] } $old, $new)
{
	my ($what, $dump) = @$case;
	psql('postgres', "DROP DATABASE $copy; CREATE DATABASE $copy OWNER upgrade_owner;");
	psql($copy, $dump, arguments => $owner);
	is(psql($copy, $answers, arguments => $owner), $before, "a dump $what answers the same when it is restored");
}
is(psql($copy, $catalogue), $fresh, 'and has the same catalogue');

psql('postgres', "DROP DATABASE $old; DROP DATABASE $new; DROP DATABASE $copy; DROP ROLE upgrade_owner;");

done_testing();
