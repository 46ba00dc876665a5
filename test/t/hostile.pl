# Schemas full of traps: functions and operators with the names of PostgreSQL's and the extension's,
# for every combination of types, wherever an attacker can create them.  None is called or
# referenced, neither by CREATE EXTENSION and its scripts nor by SQL that the extension runs,
# whatever the search path.
use strict;
use warnings;
use Test::More;
use ArticleTest;

psql('postgres', <<'SQL');
SET client_min_messages = error;
DROP DATABASE IF EXISTS t_hostile;
DROP ROLE IF EXISTS hostile_owner;
DROP ROLE IF EXISTS hostile_attacker;
CREATE ROLE hostile_owner LOGIN;
CREATE ROLE hostile_attacker LOGIN;
CREATE DATABASE t_hostile OWNER hostile_owner;
SQL
my @owner = (arguments => [ '-U', 'hostile_owner' ]);
my @attacker = (arguments => [ '-U', 'hostile_attacker' ]);
psql('t_hostile', 'GRANT CREATE ON SCHEMA public TO hostile_attacker; GRANT CREATE ON DATABASE t_hostile TO hostile_attacker;');

# A trap records its call and raises an error; its argument types match better than those of most of
# pg_catalog.
my $traps = <<'SQL';
SET client_min_messages = error;
DO $do$
DECLARE
	types text[] := '{oid,regclass,name,text,int4,int8,numeric,float8,bool,timestamptz,interval,jsonb}';
	functions text[] := '{round,lower,length,quote_ident,format,has_table_privilege,has_any_column_privilege,row_security_active,unnest,array_agg,jsonb_build_object,jsonb_object_agg,current_database,pg_extension_config_dump}';
	operators text[] := '{=,<>,<,>,<=,>=,+,-,*,/,||,~}';
	a text;
	b text;
	f text;
BEGIN
	FOREACH f IN ARRAY functions LOOP
		EXECUTE format($f$CREATE FUNCTION %I() RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''trapped''; END'$f$, f);
		FOREACH a IN ARRAY types LOOP
			EXECUTE format($f$CREATE FUNCTION %I(a %s) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''trapped''; END'$f$, f, a);
			IF f ~ '^(round|has_|pg_)' THEN
				FOREACH b IN ARRAY types LOOP
					EXECUTE format($f$CREATE FUNCTION %I(a %s, b %s) RETURNS bool LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''trapped''; END'$f$, f, a, b);
				END LOOP;
			END IF;
		END LOOP;
	END LOOP;
	FOREACH a IN ARRAY types LOOP
		FOREACH b IN ARRAY types LOOP
			EXECUTE format($f$CREATE FUNCTION trap(a %s, b %s) RETURNS bool LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''trapped''; END'$f$, a, b);
			FOREACH f IN ARRAY operators LOOP
				EXECUTE format('CREATE OPERATOR %s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = trap)', f, a, b);
			END LOOP;
		END LOOP;
	END LOOP;
END $do$;
SQL
psql('t_hostile', "SET search_path = public; $traps", @attacker);

# What the objects of the extension depend on outside pg_catalog and the extension itself.
my $foreign = <<'SQL';
SET search_path = pg_catalog;
WITH member AS (SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
                                                       AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'article')),
	whole AS (SELECT * FROM member
	          UNION SELECT 'pg_rewrite'::regclass, r.oid FROM pg_rewrite r JOIN member m ON m.classid = 'pg_class'::regclass AND m.objid = r.ev_class
	          UNION SELECT 'pg_attrdef'::regclass, d.oid FROM pg_attrdef d JOIN member m ON m.classid = 'pg_class'::regclass AND m.objid = d.adrelid)
SELECT DISTINCT pg_describe_object(w.classid, w.objid, 0) || ' uses ' || pg_describe_object(d.refclassid, d.refobjid, 0)
  FROM whole w JOIN pg_depend d USING (classid, objid)
 WHERE d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass, 'pg_type'::regclass, 'pg_opclass'::regclass, 'pg_collation'::regclass)
   AND d.refobjid >= 16384 AND d.deptype <> 'i'
   AND NOT EXISTS (SELECT FROM member m WHERE m.classid = d.refclassid AND m.objid = d.refobjid)
   AND NOT EXISTS (SELECT FROM pg_type t JOIN member m ON m.classid = 'pg_class'::regclass AND m.objid = t.typrelid WHERE d.refclassid = 'pg_type'::regclass AND t.oid = d.refobjid)
   AND NOT EXISTS (SELECT FROM pg_type t JOIN member m ON m.classid = 'pg_type'::regclass AND m.objid = t.typelem WHERE d.refclassid = 'pg_type'::regclass AND t.oid = d.refobjid);
SQL

my $error = psql_fails('t_hostile', 'CREATE EXTENSION article SCHEMA public', @owner);
is($error, undef, 'CREATE EXTENSION calls no trap in its own schema');
is(psql('t_hostile', $foreign), '', 'and references none');
psql('t_hostile', 'DROP EXTENSION article', @owner);
$error = psql_fails('t_hostile', "CREATE EXTENSION article SCHEMA public VERSION '0.1.0'; ALTER EXTENSION article UPDATE;", @owner);
is($error, undef, 'ALTER EXTENSION UPDATE calls none');
is(psql('t_hostile', $foreign), '', 'and references none');

# Objects that existed before the extension are not mistaken for its own.
psql('t_hostile', 'DROP EXTENSION article', @owner);
for my $object ('FUNCTION french_fold(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT $1$$', 'TYPE parsed_article AS (title text)',
	'VIEW article_backfill_progress AS SELECT 1 AS run', 'TABLE article_backfill_run (run int)')
{
	psql('t_hostile', "SET search_path = public; CREATE $object", @attacker);
	like(psql_fails('t_hostile', 'CREATE EXTENSION article SCHEMA public', @owner) || 'taken over', qr/already exists?\b/, 'not taken over: ' . substr($object, 0, 40));
	(my $name = $object) =~ s/^(\w+ \w+(?:\(\w+\))?).*/$1/;
	psql('t_hostile', "SET search_path = public; DROP $name", @attacker);
}

# Whatever the search path of the caller, the extension uses the same objects.
psql('t_hostile', 'CREATE SCHEMA tools; CREATE EXTENSION article SCHEMA tools; GRANT USAGE ON SCHEMA tools TO hostile_attacker', @owner);
psql('t_hostile', "CREATE SCHEMA traps; SET search_path = traps; $traps", @attacker);
psql('t_hostile', <<'SQL', @owner);
SET search_path = pg_catalog;
CREATE TABLE public.page (id int PRIMARY KEY, html text, article tools.parsed_article, words tsvector);
INSERT INTO public.page SELECT i, '<h1>Titre ' || i || '</h1><p>Un pont de bois.</p>' FROM generate_series(1, 5) AS i;
CREATE TABLE public.rules AS SELECT '.a.example'::text AS host, 'title: //h1'::text AS rules;
CREATE TABLE public.corpus OF tools.article_corpus_term;
CREATE TRIGGER counted AFTER INSERT ON public.page REFERENCING NEW TABLE AS new FOR EACH STATEMENT EXECUTE FUNCTION tools.article_corpus_trigger('corpus', 'words');
SQL
my @calls = (
	q{SELECT (tools.parse_article('<h1>Titre</h1>')).title}, q{SELECT tools.article_title('<h1>Titre</h1>')}, q{SELECT tools.french_fold('Été')},
	q{SELECT pg_catalog.count(*) FROM tools.article_blocks('<p>a</p><p>b</p>')}, q{SELECT tools.article_tsvector(tools.parse_article('<h1>Titre</h1>'))},
	q{SELECT tools.french_query('pont "de bois"')}, q{CALL tools.article_backfill('public.page', 'html', 'article')},
	q{CALL tools.article_backfill('public.page', 'article', 'words')}, q{SELECT DISTINCT state FROM tools.article_backfill_progress},
	q{SELECT pg_catalog.count(*) FROM tools.article_backfill_failures}, q{CALL tools.article_corpus_refresh('public.corpus', 'public.page', 'words')},
	q{CALL tools.article_corpus_merge('public.corpus')}, q{INSERT INTO public.page (id, words) SELECT 9, tools.article_tsvector(tools.parse_article('<h1>Un pont</h1>'))},
	q{SELECT tools.article_bm25(words, tools.french_query('pont'), 'public.corpus') IS NULL FROM public.page}, q{SELECT tools.article_corpus_lookup('public.corpus', 'pont')},
	q{SELECT tools.article_rules_for('http://sport.a.example/', 'public.rules')}, q{SELECT (tools.parse_article_with_rules('<h1>Titre</h1>', 'title: //h1')).title},
	q{CALL tools.article_backfill('public.page', 'html', 'article', url_column => 'html', refill => true, rules_table => 'public.rules')},
	q{SELECT tools.french_number('trois cents'), tools.french_date('le 3 mars 2020'), tools.french_phonetic('chat'), tools.french_name_key('Zakharova'), tools.french_same_name('Anne Zakharova', 'Zakharova'), tools.french_word_family('manifester'), tools.article_url_key('http://www.site.example/?utm_source=a')},
	q{SELECT n.value, d.during, q.speaker FROM tools.french_numbers('trois chats') AS n, tools.french_dates('en mars 2020') AS d, tools.french_quotes('« Un chat », dit Anne Dupont.') AS q},
	q{SELECT s.text, n.name, tools.article_agency(a), tools.article_date_ranges(a), tools.article_minhash('un deux trois quatre cinq'), tools.article_similarity('un deux', 'un deux') FROM tools.parse_article('<h1>Titre</h1><p>Le maire Paul Martin a dit à Anne Dupont que le 3 mars 2020 le pont serait ouvert. (AFP)</p>') AS a, tools.french_sentences(a.title) AS s, tools.article_names(a) AS n},
	q{DELETE FROM public.page WHERE id OPERATOR(pg_catalog.=) 9});
my %answer;
for my $path ('pg_catalog', 'traps, pg_catalog, public', 'traps, public, tools, pg_catalog', 'public, traps')
{
	psql('t_hostile', 'SET search_path = pg_catalog; UPDATE public.page SET article = NULL, words = NULL', @owner);
	for my $call (@calls)
	{
		my ($status, $output) = run("SET search_path = $path; SET client_min_messages = error; $call;", qw(psql -X -q -A -t -v ON_ERROR_STOP=1 -d t_hostile -U postgres));
		$answer{$call} = $output unless defined $answer{$call};
		is($output, $answer{$call}, "$path: $call") if $path ne 'pg_catalog' || $status != 0;
	}
}

# A superuser maintains a table of the attacker's, whose indexes and materialized view call the
# extension.
psql('t_hostile', <<'SQL', @attacker);
SET search_path = pg_catalog;
CREATE TABLE traps.page AS SELECT i AS id, '<h1>Titre ' || i || '</h1><p>Un pont de bois.</p>' AS html FROM generate_series(1, 5) AS i;
CREATE INDEX page_title ON traps.page (tools.article_title(html));
CREATE INDEX page_fold ON traps.page (tools.french_fold(html));
CREATE INDEX page_words ON traps.page USING gin (tools.article_tsvector(tools.parse_article(html)));
CREATE MATERIALIZED VIEW traps.found AS
	SELECT p.id, (tools.parse_article(p.html)).title FROM traps.page AS p
	 WHERE tools.article_tsvector(tools.parse_article(p.html)) @@ tools.french_query('titre');
SQL
for my $care ('ANALYZE traps.page', 'REINDEX TABLE traps.page', 'VACUUM FULL traps.page', 'REFRESH MATERIALIZED VIEW traps.found')
{
	my ($status, $output) = run("SET search_path = traps, public, tools, pg_catalog; SET client_min_messages = error;\n$care;", qw(psql -X -q -A -t -v ON_ERROR_STOP=1 -d t_hostile -U postgres));
	is("$status $output", '0 ', "a superuser: $care");
}
is(psql('t_hostile', 'SELECT pg_catalog.count(*) FROM traps.found'), '5', 'the view has the same content as before');

psql('postgres', 'DROP DATABASE t_hostile; DROP ROLE hostile_owner; DROP ROLE hostile_attacker;');
done_testing();
