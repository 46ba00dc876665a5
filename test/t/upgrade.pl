# ALTER EXTENSION article UPDATE from 0.1.0: tables, indexes and views give the same results as
# before, and the catalog equals the one that the current whole script creates.
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

# All kinds of objects that can depend on the extension, with rows in them.
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

# ---------------------------------------------------------------- everything still works
psql($old, "CREATE EXTENSION article VERSION '0.1.0'; $tables", arguments => $owner);
my $before = psql($old, $answers, arguments => $owner);
unlike($before, qr/^$/m, 'every query has a result');
my ($status, $old_dump) = run('', 'pg_dump', '-d', $old, '-U', 'upgrade_owner');
is($status, 0, 'version 0.1.0 can be dumped');
psql($old, 'ALTER EXTENSION article UPDATE'); # a superuser, who is not its owner
is(psql($old, $answers, arguments => $owner), $before, 'the same results after the update');
psql($old, "INSERT INTO page VALUES (21, page_of(21)); INSERT INTO stored SELECT id, article, article FROM page WHERE id = 21; REINDEX TABLE page; REFRESH MATERIALIZED VIEW authors;", arguments => $owner);
is(psql($old, 'SELECT count(*) FROM authors'), 21, 'new rows are parsed after the update');
psql($old, 'DELETE FROM page WHERE id = 21; DELETE FROM stored WHERE id = 21; REFRESH MATERIALIZED VIEW authors', arguments => $owner);

# ---------------------------------------------------------------- the same as a new installation
psql($new, "CREATE EXTENSION article; $tables", arguments => $owner);
my $catalog = <<'SQL';
SELECT extversion, extowner::regrole, extrelocatable, extconfig::regclass[], extcondition FROM pg_extension WHERE extname = 'article';
CREATE TEMPORARY VIEW member AS
	SELECT d.classid, d.objid, i.type || ' ' || i.identity AS identity
	  FROM pg_depend d, pg_identify_object(d.classid, d.objid, 0) AS i
	 WHERE d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'article');
SELECT m.identity, obj_description(m.objid, m.classid::regclass::text),
       (SELECT p.initprivs FROM pg_init_privs p WHERE p.classoid = m.classid AND p.objoid = m.objid AND p.objsubid = 0),
       CASE m.classid
       WHEN 'pg_proc'::regclass THEN (SELECT to_jsonb(p) - '{oid,proargtypes,proallargtypes,prorettype,proargdefaults,pronamespace}'::text[]
            || jsonb_build_object('arguments', pg_get_function_arguments(p.oid), 'result', pg_get_function_result(p.oid)) FROM pg_proc p WHERE p.oid = m.objid)
            || coalesce((SELECT to_jsonb(a) - '{aggfnoid}'::text[] FROM pg_aggregate a WHERE a.aggfnoid = m.objid), '{}')
       WHEN 'pg_class'::regclass THEN (SELECT jsonb_build_object('kind', c.relkind, 'owner', c.relowner::regrole, 'acl', c.relacl, 'options', c.reloptions, 'view', pg_get_viewdef(c.oid),
            'columns', (SELECT jsonb_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attcollation::regcollation, pg_get_expr(f.adbin, f.adrelid)) ORDER BY a.attnum)
                          FROM pg_attribute a LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum WHERE a.attrelid = c.oid AND a.attnum > 0),
            'constraints', (SELECT jsonb_agg(pg_get_constraintdef(k.oid) ORDER BY k.conname) FROM pg_constraint k WHERE k.conrelid = c.oid),
            'indexes', (SELECT jsonb_agg(pg_get_indexdef(x.indexrelid) ORDER BY x.indexrelid::regclass::text) FROM pg_index x WHERE x.indrelid = c.oid)) FROM pg_class c WHERE c.oid = m.objid)
       WHEN 'pg_type'::regclass THEN (SELECT jsonb_build_object('owner', t.typowner::regrole, 'acl', t.typacl, 'attributes',
            (SELECT jsonb_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attcollation::regcollation, col_description(a.attrelid, a.attnum)) ORDER BY a.attnum)
               FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0)) FROM pg_type t WHERE t.oid = m.objid)
       WHEN 'pg_ts_config'::regclass THEN (SELECT jsonb_agg(concat_ws(' ', t.maptokentype, t.mapseqno, t.mapdict::regdictionary) ORDER BY t.maptokentype, t.mapseqno) FROM pg_ts_config_map t WHERE t.mapcfg = m.objid)
       WHEN 'pg_ts_dict'::regclass THEN (SELECT jsonb_build_array(t.dictinitoption, t.dictowner::regrole) FROM pg_ts_dict t WHERE t.oid = m.objid)
       WHEN 'pg_ts_parser'::regclass THEN (SELECT to_jsonb(t) - '{oid,prsnamespace}'::text[] FROM pg_ts_parser t WHERE t.oid = m.objid)
       WHEN 'pg_ts_template'::regclass THEN (SELECT to_jsonb(t) - '{oid,tmplnamespace}'::text[] FROM pg_ts_template t WHERE t.oid = m.objid)
       WHEN 'pg_collation'::regclass THEN (SELECT to_jsonb(t) - '{oid,collnamespace}'::text[] FROM pg_collation t WHERE t.oid = m.objid)
       END
  FROM member m ORDER BY m.identity COLLATE "C";
SELECT m.identity || ' (' || d.deptype::text || ') ' || i.type || ' ' || i.identity AS dependency
  FROM member m JOIN pg_depend d USING (classid, objid), pg_identify_object(d.refclassid, d.refobjid, d.refobjsubid) AS i
 ORDER BY (m.identity || d.deptype::text || i.type || i.identity) COLLATE "C";
SQL
my $fresh = psql($new, $catalog);
cmp_ok(scalar(split /\n/, $fresh), '>', 90, 'a new installation has its objects');
is(psql($old, $catalog), $fresh, 'an updated one has the same, with the same definitions, comments, owners, privileges and dependencies');
is(psql($old, q{SELECT count(*) FROM pg_extension_update_paths('article') AS p JOIN pg_extension e ON e.extname = 'article'
	WHERE p.source = '0.1.0' AND p.target = e.extversion AND p.path LIKE '0.1.0--0.2.0--%'}), '1', 'the update path contains every version in between');

# Control: the comparison sees a difference, but only if there is one.
is(psql($old, "BEGIN; SET client_min_messages = error; $catalog"), $fresh, 'the comparison sees no difference if there is none');
for my $change ('ALTER FUNCTION article_title(text, text, timestamptz, text) COST 1', 'ALTER FUNCTION french_fold(text) PARALLEL UNSAFE',
	'ALTER FUNCTION french_fold(text) CALLED ON NULL INPUT', 'REVOKE EXECUTE ON FUNCTION french_fold(text) FROM PUBLIC', 'ALTER FUNCTION french_fold(text) STABLE',
	q{COMMENT ON TYPE article_link IS 'another'}, 'ALTER TYPE article_link ADD ATTRIBUTE more int', 'ALTER TABLE article_backfill_run OWNER TO postgres',
	'CREATE INDEX ON article_backfill_run (pid)', 'ALTER TABLE article_backfill_run ALTER filled DROP DEFAULT', 'GRANT SELECT ON article_backfill_run TO PUBLIC',
	'ALTER TEXT SEARCH CONFIGURATION article_french DROP MAPPING FOR hashtag', q{ALTER TEXT SEARCH DICTIONARY article_french (accents = 'missing')},
	'ALTER EXTENSION article DROP FUNCTION french_fold(text)', 'ALTER FUNCTION french_fold(text) DEPENDS ON EXTENSION plpgsql',
	q{UPDATE pg_extension SET extconfig = NULL, extcondition = NULL WHERE extname = 'article'})
{
	isnt(psql($old, "BEGIN; SET client_min_messages = error; $change; $catalog"), $fresh, "the comparison sees: $change");
}

is(psql($new, $answers, arguments => $owner), $before, 'a new installation gives the same results as the old version');

# ---------------------------------------------------------------- granted privileges
psql($copy, <<'SQL');
CREATE EXTENSION article VERSION '0.2.0';
DO $$ BEGIN
	EXECUTE format('REVOKE ALL ON PROCEDURE %s FROM PUBLIC', (SELECT oid::regprocedure FROM pg_proc WHERE proname = 'article_backfill'));
	EXECUTE format('GRANT ALL ON PROCEDURE %s TO upgrade_owner WITH GRANT OPTION', (SELECT oid::regprocedure FROM pg_proc WHERE proname = 'article_backfill'));
	EXECUTE format('GRANT ALL ON PROCEDURE %s TO pg_monitor', (SELECT oid::regprocedure FROM pg_proc WHERE proname = 'article_backfill'));
END $$;
SQL
# ---------------------------------------------------------------- a configuration that was copied
psql($copy, 'CREATE TEXT SEARCH CONFIGURATION kept (COPY = article_french)');
my $mapped = q{SELECT m.maptokentype, m.mapseqno, m.mapdict::regdictionary FROM pg_ts_config_map AS m WHERE m.mapcfg = 'CONFIGURATION'::regconfig ORDER BY 1, 2};
my $kept = psql($copy, $mapped =~ s/CONFIGURATION/kept/r);

my $granted = q{SELECT pronargs, proacl FROM pg_proc WHERE proname = 'article_backfill'};
is(psql($copy, $granted), '13|{postgres=X/postgres,upgrade_owner=X*/postgres,pg_monitor=X/postgres}', 'a privilege on the old procedure has been granted');
my $filled = psql($copy, "CREATE TABLE page (html text, article parsed_article); INSERT INTO page VALUES ('<h1>Titre</h1>'); CALL article_backfill('page', 'html', 'article');");
like($filled, qr/complete: 1 rows filled/, 'the old procedure works with the current library');
psql($copy, 'ALTER EXTENSION article UPDATE');
is(psql($copy, $granted), '15|{postgres=X/postgres,upgrade_owner=X*/postgres,pg_monitor=X/postgres}', 'the new one has the same grants');
is(psql($copy, $mapped =~ s/CONFIGURATION/article_french/r), $kept, 'the update maps no token otherwise than a copy of before it does');
is(psql($copy, q{SELECT bool_and(to_tsvector('kept', t) = to_tsvector('article_french', t)), sum(length(to_tsvector('kept', t))) > 50
	FROM unnest(ARRAY['L’été à Vienne, elle est entrée par la porte d’entrée', 'RN20, RN 20, 37-2, 12 k€, ½ litre, 3 févr. 2020, au 5 av. Pasteur', 'écrit en C++ chez Radio+, anne.roux@site.example',
	'un week end à la Haute-Marne, L’Orfèvre, la vitamine E, https://site.example/la_reforme', 'appelez le 01 23 45 67 89, M. Roux, étudiant·e·s, U.R.S.S., #Climat, @nom, 日本']) AS t}),
	't|t', 'a copied configuration indexes what the extension\'s own does');
my ($dumped, $grants) = run('', 'pg_dump', '-d', $copy);
psql('postgres', "DROP DATABASE $copy; CREATE DATABASE $copy OWNER upgrade_owner;");
psql($copy, $grants);
is(psql($copy, $granted), '15|{postgres=X/postgres,upgrade_owner=X*/postgres,pg_monitor=X/postgres}', 'it still has them after dump and restore');

# ---------------------------------------------------------------- dump and restore
for my $case ([ 'of 0.1.0', $old_dump ], map { my $db = $_; [ "of $db", (run('', 'pg_dump', '-d', $db, '-U', 'upgrade_owner'))[1] ] } $old, $new)
{
	my ($what, $dump) = @$case;
	psql('postgres', "DROP DATABASE $copy; CREATE DATABASE $copy OWNER upgrade_owner;");
	psql($copy, $dump, arguments => $owner);
	is(psql($copy, $answers, arguments => $owner), $before, "a dump $what gives the same results after its restore");
}
is(psql($copy, $catalog), $fresh, 'with the same catalog');

psql('postgres', "DROP DATABASE $old; DROP DATABASE $new; DROP DATABASE $copy; DROP ROLE upgrade_owner;");

done_testing();
