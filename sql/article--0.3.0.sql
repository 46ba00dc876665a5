\echo Use "CREATE EXTENSION article" to load this file. \quit

-- article 0.3.0: news HTML to typed columns.
--
-- This is the whole of it: what the first script and the upgrade scripts since amount to, and what CREATE
-- EXTENSION runs.  test/t/upgrade.pl proves that both ways lead to the same catalog.
--
-- It runs as a superuser, whoever calls it, and others may have put functions and operators into its
-- schema.  So functions of PostgreSQL are called as pg_catalog's, and operators with exactly the types that
-- PostgreSQL has them for, to which no other one can be closer: test/t/hostile.pl.
--
-- Every function that takes a page comes twice: html text, and page bytea as it was crawled, with
-- the Content-Type header of the answer as a last argument.
--
-- COST 100000: a page takes 0.5 to 3 ms, and the unit of COST, one integer comparison, 5 ns on the
-- same machine (test/bench/README.md says how both were measured).  It is the lower end, so that
-- just-in-time compilation, which starts at a cost of 100000, waits until some 400 pages make it pay.

---------------------------------------------------------------- names that are taken

-- A crawler or a CMS may well have tables of these names, and each table is a type too.  The list is all
-- types and relations that follow: test/t/install.pl.
DO $$
DECLARE
	taken text := (
		SELECT pg_catalog.string_agg(own.name::text, ', '::text)
		  FROM pg_catalog.unnest('{article_link, article_block, article_image, article_date, parsed_article,
		           article_corpus_term, article_backfill_run, article_backfill_run_pkey,
		           article_backfill_run_run_seq, article_backfill_failure, article_backfill_failure_key,
		           article_backfill_progress, article_backfill_failures,
		           article_backfill_refill, article_backfill_refill_transaction}'::name[]) AS own (name)
		  JOIN pg_catalog.pg_extension e ON e.extname = 'article'::name
		 WHERE EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = e.extnamespace AND c.relname = own.name)
		    OR EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.typnamespace = e.extnamespace AND t.typname = own.name));
BEGIN
	IF taken IS NOT NULL THEN
		RAISE EXCEPTION 'names that extension "article" needs already exist in its schema: %', taken
			USING ERRCODE = 'duplicate_object',
				HINT = 'Give it a schema of its own: CREATE SCHEMA article; CREATE EXTENSION article SCHEMA article;';
	END IF;
END $$;

---------------------------------------------------------------- row types

CREATE TYPE article_link AS (
	url text,
	text text,
	place text
);
COMMENT ON TYPE article_link IS 'a link of a page: absolute URL, its words, where it stood (body, related, navigation, other)';

CREATE TYPE article_block AS (
	position int,
	kind text,
	text text,
	kept boolean,
	score real,
	reason text
);
COMMENT ON TYPE article_block IS 'a block of a page: its place from 1, kind, text, whether it is part of the body, how sure (0 to 1), why';

CREATE TYPE article_image AS (
	url text,
	caption text,
	credit text,
	alt text
);
COMMENT ON TYPE article_image IS 'an image of an article: absolute URL, caption, credit, alternative text';

CREATE TYPE article_date AS (
	instant timestamptz,
	"precision" text,
	role text,
	source text,
	raw text
);
COMMENT ON TYPE article_date IS 'a date of a page: instant, precision (day, minute), role (published, modified, other), where it was found, the words of the page';

-- Frozen: it stands in tables.  What later versions find goes into extra.
CREATE TYPE parsed_article AS (
	title text,
	subtitle text,
	authors text[],
	published_at timestamptz,
	modified_at timestamptz,
	site_name text,
	url text,
	language text,
	section text,
	tags text[],
	description text,
	image_url text,
	body text,
	related article_link[],
	paywalled boolean,
	confidence real,
	extra jsonb
);
COMMENT ON TYPE parsed_article IS 'a news page as typed columns; what the page does not say is NULL';

---------------------------------------------------------------- a page, and its fields

CREATE FUNCTION parse_article(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS parsed_article AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION parse_article(text, text, timestamptz, text) IS 'a news page as typed columns';

CREATE FUNCTION parse_article(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS parsed_article AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION parse_article(bytea, text, timestamptz, text, text) IS 'a news page as typed columns';

CREATE FUNCTION article_title(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_title(text, text, timestamptz, text) IS 'the headline, without the name of the site: the field title of parse_article';

CREATE FUNCTION article_title(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_title(bytea, text, timestamptz, text, text) IS 'the headline, without the name of the site: the field title of parse_article';

CREATE FUNCTION article_subtitle(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_subtitle(text, text, timestamptz, text) IS 'the deck under the headline: the field subtitle of parse_article';

CREATE FUNCTION article_subtitle(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_subtitle(bytea, text, timestamptz, text, text) IS 'the deck under the headline: the field subtitle of parse_article';

CREATE FUNCTION article_authors(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_authors(text, text, timestamptz, text) IS 'the people or the agency who wrote it, one an element: the field authors of parse_article';

CREATE FUNCTION article_authors(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_authors(bytea, text, timestamptz, text, text) IS 'the people or the agency who wrote it, one an element: the field authors of parse_article';

CREATE FUNCTION article_published_at(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS timestamptz AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_published_at(text, text, timestamptz, text) IS 'when it was published; a day alone is midnight in time_zone: the field published_at of parse_article';

CREATE FUNCTION article_published_at(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS timestamptz AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_published_at(bytea, text, timestamptz, text, text) IS 'when it was published; a day alone is midnight in time_zone: the field published_at of parse_article';

CREATE FUNCTION article_modified_at(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS timestamptz AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_modified_at(text, text, timestamptz, text) IS 'when it was last modified: the field modified_at of parse_article';

CREATE FUNCTION article_modified_at(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS timestamptz AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_modified_at(bytea, text, timestamptz, text, text) IS 'when it was last modified: the field modified_at of parse_article';

CREATE FUNCTION article_site_name(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_site_name(text, text, timestamptz, text) IS 'the publisher: the field site_name of parse_article';

CREATE FUNCTION article_site_name(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_site_name(bytea, text, timestamptz, text, text) IS 'the publisher: the field site_name of parse_article';

CREATE FUNCTION article_url(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_url(text, text, timestamptz, text) IS 'the canonical, absolute URL: the field url of parse_article';

CREATE FUNCTION article_url(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_url(bytea, text, timestamptz, text, text) IS 'the canonical, absolute URL: the field url of parse_article';

CREATE FUNCTION article_language(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_language(text, text, timestamptz, text) IS 'the language as a BCP 47 tag: the field language of parse_article';

CREATE FUNCTION article_language(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_language(bytea, text, timestamptz, text, text) IS 'the language as a BCP 47 tag: the field language of parse_article';

CREATE FUNCTION article_section(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_section(text, text, timestamptz, text) IS 'the rubric it stands in: the field section of parse_article';

CREATE FUNCTION article_section(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_section(bytea, text, timestamptz, text, text) IS 'the rubric it stands in: the field section of parse_article';

CREATE FUNCTION article_tags(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_tags(text, text, timestamptz, text) IS 'its keywords: the field tags of parse_article';

CREATE FUNCTION article_tags(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_tags(bytea, text, timestamptz, text, text) IS 'its keywords: the field tags of parse_article';

CREATE FUNCTION article_description(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_description(text, text, timestamptz, text) IS 'the summary that the page gives of itself: the field description of parse_article';

CREATE FUNCTION article_description(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_description(bytea, text, timestamptz, text, text) IS 'the summary that the page gives of itself: the field description of parse_article';

CREATE FUNCTION article_image_url(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_image_url(text, text, timestamptz, text) IS 'the lead image, as an absolute URL: the field image_url of parse_article';

CREATE FUNCTION article_image_url(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_image_url(bytea, text, timestamptz, text, text) IS 'the lead image, as an absolute URL: the field image_url of parse_article';

CREATE FUNCTION article_body(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_body(text, text, timestamptz, text) IS 'the text of the article, its blocks parted by blank lines: the field body of parse_article';

CREATE FUNCTION article_body(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_body(bytea, text, timestamptz, text, text) IS 'the text of the article, its blocks parted by blank lines: the field body of parse_article';

CREATE FUNCTION article_paywalled(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_paywalled(text, text, timestamptz, text) IS 'whether the page shows only part of it to non-subscribers: the field paywalled of parse_article';

CREATE FUNCTION article_paywalled(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_paywalled(bytea, text, timestamptz, text, text) IS 'whether the page shows only part of it to non-subscribers: the field paywalled of parse_article';

CREATE FUNCTION article_confidence(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS real AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_confidence(text, text, timestamptz, text) IS 'how sure the extraction of the body is, 0 to 1: the field confidence of parse_article';

CREATE FUNCTION article_confidence(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS real AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_confidence(bytea, text, timestamptz, text, text) IS 'how sure the extraction of the body is, 0 to 1: the field confidence of parse_article';

---------------------------------------------------------------- a page seen otherwise

CREATE FUNCTION article_blocks(html text)
RETURNS SETOF article_block AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION article_blocks(text) IS 'every block of a page in order, kept as body or not, and why';

CREATE FUNCTION article_blocks(page bytea, content_type text DEFAULT NULL)
RETURNS SETOF article_block AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION article_blocks(bytea, text) IS 'every block of a page in order, kept as body or not, and why';

CREATE FUNCTION article_explain(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_explain(text, text, timestamptz, text) IS 'an HTML document that shows how a page was read: blocks kept and dropped, and where each field was found';

CREATE FUNCTION article_explain(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_explain(bytea, text, timestamptz, text, text) IS 'an HTML document that shows how a page was read: blocks kept and dropped, and where each field was found';

CREATE FUNCTION article_html(html text, url text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_html(text, text) IS 'the body as clean, safe HTML with absolute links';

CREATE FUNCTION article_html(page bytea, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_html(bytea, text, text) IS 'the body as clean, safe HTML with absolute links';

CREATE FUNCTION article_markdown(html text, url text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_markdown(text, text) IS 'the body as CommonMark';

CREATE FUNCTION article_markdown(page bytea, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_markdown(bytea, text, text) IS 'the body as CommonMark';

CREATE FUNCTION article_images(html text, url text DEFAULT NULL)
RETURNS SETOF article_image AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 5;
COMMENT ON FUNCTION article_images(text, text) IS 'the images of an article with their captions';

CREATE FUNCTION article_images(page bytea, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS SETOF article_image AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 5;
COMMENT ON FUNCTION article_images(bytea, text, text) IS 'the images of an article with their captions';

CREATE FUNCTION article_links(html text, url text DEFAULT NULL)
RETURNS SETOF article_link AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION article_links(text, text) IS 'every link of a page and where it stood';

CREATE FUNCTION article_links(page bytea, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS SETOF article_link AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION article_links(bytea, text, text) IS 'every link of a page and where it stood';

CREATE FUNCTION article_dates(html text, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS SETOF article_date AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 5;
COMMENT ON FUNCTION article_dates(text, timestamptz, text) IS 'every date of a page, what it is and where it was found';

CREATE FUNCTION article_dates(page bytea, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS SETOF article_date AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 5;
COMMENT ON FUNCTION article_dates(bytea, timestamptz, text, text) IS 'every date of a page, what it is and where it was found';

CREATE FUNCTION article_metadata(html text)
RETURNS jsonb AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_metadata(text) IS 'all that a page declares of itself: title, meta, links, JSON-LD, and the facts these amount to';

CREATE FUNCTION article_metadata(page bytea, content_type text DEFAULT NULL)
RETURNS jsonb AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_metadata(bytea, text) IS 'all that a page declares of itself: title, meta, links, JSON-LD, and the facts these amount to';

CREATE FUNCTION html_text(html text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION html_text(text) IS 'all visible text of a page, laid out in lines';

CREATE FUNCTION html_text(page bytea, content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION html_text(bytea, text) IS 'all visible text of a page, laid out in lines';

---------------------------------------------------------------- documents

-- IMMUTABLE as to_tsvector(regconfig, text) is: a text search configuration is taken for a constant,
-- and whoever changes one has to reindex.  article_french changes only with the extension's version.
CREATE FUNCTION article_tsvector(article parsed_article)
RETURNS tsvector AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION article_tsvector(parsed_article) IS 'an article as words of article_french: title A, subtitle and description B, section, tags and authors C, body D';

CREATE FUNCTION article_tsvector(config regconfig, article parsed_article)
RETURNS tsvector AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION article_tsvector(regconfig, parsed_article) IS 'article_tsvector with another text search configuration';

---------------------------------------------------------------- queries
--
-- COST 1000: a query of four words takes 5 us.

CREATE FUNCTION french_query(query text)
RETURNS tsquery AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION french_query(text) IS 'what people type into a search box as a query of article_french: all words, "phrases", OU, -excluded, prefix*';

CREATE FUNCTION french_query(config regconfig, query text)
RETURNS tsquery AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION french_query(regconfig, text) IS 'french_query with another text search configuration';

CREATE FUNCTION french_query_any(query text)
RETURNS tsquery AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION french_query_any(text) IS 'french_query that is content with any of the words: candidates for a ranking';

CREATE FUNCTION french_query_any(config regconfig, query text)
RETURNS tsquery AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION french_query_any(regconfig, text) IS 'french_query_any with another text search configuration';

---------------------------------------------------------------- ranking

CREATE TYPE article_corpus_term AS (
	lexeme text COLLATE "C",
	documents bigint,
	lengths bigint[]
);
COMMENT ON TYPE article_corpus_term IS 'a row of corpus statistics: a lexeme and in how many documents it stands; without a lexeme: how many documents there are, and their positions of weight D, C, B, A';

CREATE FUNCTION article_corpus_accumulate(internal, tsvector)
RETURNS internal AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION article_corpus_accumulate(internal, tsvector) IS 'transition function of article_corpus_stat';

CREATE FUNCTION article_corpus_accumulate(internal, tsvector, int)
RETURNS internal AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION article_corpus_accumulate(internal, tsvector, int) IS 'transition function of article_corpus_stat';

CREATE FUNCTION article_corpus_final(internal)
RETURNS article_corpus_term[] AS 'MODULE_PATHNAME'
LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION article_corpus_final(internal) IS 'final function of article_corpus_stat';

CREATE AGGREGATE article_corpus_stat(words tsvector) (
	SFUNC = article_corpus_accumulate,
	STYPE = internal,
	SSPACE = 1000000,
	FINALFUNC = article_corpus_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE article_corpus_stat(tsvector) IS 'corpus statistics of documents, as rows of a table of article_corpus_term';

CREATE AGGREGATE article_corpus_stat(words tsvector, times int) (
	SFUNC = article_corpus_accumulate,
	STYPE = internal,
	SSPACE = 1000000,
	FINALFUNC = article_corpus_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE article_corpus_stat(tsvector, int) IS 'corpus statistics of documents that came (1) or went (-1)';

CREATE PROCEDURE article_corpus_refresh(corpus regclass, source regclass, words name)
LANGUAGE C AS 'MODULE_PATHNAME';
COMMENT ON PROCEDURE article_corpus_refresh(regclass, regclass, name) IS 'counts a table of corpus statistics anew from a tsvector column';

CREATE PROCEDURE article_corpus_merge(corpus regclass)
LANGUAGE C AS 'MODULE_PATHNAME';
COMMENT ON PROCEDURE article_corpus_merge(regclass) IS 'merges the rows that triggers have added to a table of corpus statistics';

CREATE FUNCTION article_corpus_trigger()
RETURNS trigger AS 'MODULE_PATHNAME'
LANGUAGE C;
COMMENT ON FUNCTION article_corpus_trigger() IS 'statement trigger that keeps a table of corpus statistics current: article_corpus_trigger(corpus, words)';

-- Restricted: it reads whatever table it is told, and a worker has neither temporary ones nor what a view
-- may call.
CREATE FUNCTION article_corpus_lookup(corpus regclass, query tsquery)
RETURNS jsonb AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 10000;
COMMENT ON FUNCTION article_corpus_lookup(regclass, tsquery) IS 'what corpus statistics know of the terms of a query: the statistics of article_bm25_score';

-- COST 2000: 10 µs a document, most of it fetching the tsvector.
CREATE FUNCTION article_bm25(words tsvector, query tsquery, corpus regclass,
	weights real[] DEFAULT '{1, 1, 2, 3}', k1 double precision DEFAULT 1.2, b double precision DEFAULT 0.75)
RETURNS double precision AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION article_bm25(tsvector, tsquery, regclass, real[], double precision, double precision) IS 'how well a document answers a query: BM25 with the statistics of a corpus; weights of the fields D, C, B, A';

CREATE FUNCTION article_bm25_score(words tsvector, query tsquery, statistics jsonb,
	weights real[] DEFAULT '{1, 1, 2, 3}', k1 double precision DEFAULT 1.2, b double precision DEFAULT 0.75)
RETURNS double precision AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION article_bm25_score(tsvector, tsquery, jsonb, real[], double precision, double precision) IS 'article_bm25 with statistics of article_corpus_lookup: depends on nothing but its arguments';

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
	blocks bigint NOT NULL DEFAULT 0,
	refill int,
	arguments jsonb
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

-- The transactions that refilled rows, by the run that began the refill: a row is done that one of them wrote.
CREATE TABLE article_backfill_refill (
	refill int NOT NULL,
	transaction xid NOT NULL
);
CREATE INDEX article_backfill_refill_transaction ON article_backfill_refill USING hash (transaction);
COMMENT ON TABLE article_backfill_refill IS 'which transactions of article_backfill refilled rows, written by it';

-- To whom the extension belongs: in a trusted one the script runs as a superuser, and pg_dump as the
-- owner of a database has to be able to read what it dumps.
DO $$
DECLARE
	owner text := (SELECT extowner::regrole::text FROM pg_catalog.pg_extension WHERE extname = 'article'::name);
BEGIN
	EXECUTE 'ALTER TABLE article_backfill_run OWNER TO '::text || owner;
	EXECUTE 'ALTER TABLE article_backfill_failure OWNER TO '::text || owner;
	EXECUTE 'ALTER TABLE article_backfill_refill OWNER TO '::text || owner;
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
	notice_interval interval DEFAULT '10 s', refill boolean DEFAULT false, rules_table regclass DEFAULT NULL)
LANGUAGE C AS 'MODULE_PATHNAME';
COMMENT ON PROCEDURE article_backfill(regclass, name, name, name, name, name, text, int, bigint, interval, interval, boolean, interval, boolean, regclass)
	IS 'fills a column of type parsed_article or tsvector from stored pages, in batches that are committed one by one';

---------------------------------------------------------------- the library, and this backend

-- STABLE, not IMMUTABLE: it is the library's, which a restart of the server may replace.
CREATE FUNCTION article_version()
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_version() IS 'the version of the library, which parse_article writes into extra; the SQL objects have the one that pg_extension tells';

CREATE FUNCTION article_stats(OUT parses bigint, OUT reuses bigint)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C VOLATILE PARALLEL RESTRICTED;
COMMENT ON FUNCTION article_stats() IS 'since this backend started: pages parsed, and calls that found their page parsed already';

---------------------------------------------------------------- French text
--
-- COST 100: a title takes 0.5 us, and the unit of COST is 5 ns (see above).

CREATE FUNCTION french_normalize(text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION french_normalize(text) IS 'a text to store and to show: NFC, nothing invisible, one kind of apostrophe, hyphen, space and line feed';

CREATE FUNCTION french_fold(text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION french_fold(text) IS 'a text to compare and to index: small letters without accents, ligatures spelt out, quotes, dashes and spaces unified';

CREATE FUNCTION french_slug(text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION french_slug(text) IS 'a text for a URL: its words, folded, joined by hyphens';

-- Collations need a server that was built with ICU and an encoding that ICU knows (not SQL_ASCII).
-- Everything else works without them, so that there their absence is a warning.
DO $$
BEGIN
	CREATE COLLATION french (provider = icu, locale = 'fr');
	COMMENT ON COLLATION french IS 'French order, as dictionaries have it: letters first, then accents, then case';

	CREATE COLLATION french_ci (provider = icu, locale = 'fr-u-ks-level2', deterministic = false);
	COMMENT ON COLLATION french_ci IS 'French order; capitals equal small letters';

	CREATE COLLATION french_ai (provider = icu, locale = 'fr-u-ks-level1', deterministic = false);
	COMMENT ON COLLATION french_ai IS 'French order; capitals equal small letters, and accents count for nothing';
EXCEPTION WHEN feature_not_supported OR invalid_object_definition THEN
	RAISE WARNING 'collations french, french_ci and french_ai are not created'
		USING DETAIL = SQLERRM, HINT = 'They need a server with ICU and an encoding that ICU supports. french_fold needs neither.';
END $$;

---------------------------------------------------------------- text search: parser, dictionaries, configuration

CREATE FUNCTION article_french_start(internal, int) RETURNS internal AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_french_start(internal, int) IS '(internal) text search parser article_french: start of a text';

CREATE FUNCTION article_french_token(internal, internal, internal) RETURNS internal AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_french_token(internal, internal, internal) IS '(internal) text search parser article_french: next token';

CREATE FUNCTION article_french_end(internal) RETURNS void AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_french_end(internal) IS '(internal) text search parser article_french: end of a text';

CREATE FUNCTION article_french_types(internal) RETURNS internal AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_french_types(internal) IS '(internal) text search parser article_french: types of token';

CREATE FUNCTION article_french_init(internal) RETURNS internal AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_french_init(internal) IS '(internal) text search template article_french: options of a dictionary';

CREATE FUNCTION article_french_lexize(internal, internal, internal, internal) RETURNS internal AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_french_lexize(internal, internal, internal, internal) IS '(internal) text search template article_french: lexemes of a token';

CREATE TEXT SEARCH PARSER article_french (
	START = article_french_start,
	GETTOKEN = article_french_token,
	END = article_french_end,
	LEXTYPES = article_french_types,
	HEADLINE = pg_catalog.prsd_headline
);
COMMENT ON TEXT SEARCH PARSER article_french IS 'French text: words, compounds, elisions, inclusive writing, numbers, hours, dates, abbreviations, addresses';

CREATE TEXT SEARCH TEMPLATE article_french (INIT = article_french_init, LEXIZE = article_french_lexize);
COMMENT ON TEXT SEARCH TEMPLATE article_french IS 'French terms; options: kind (word, number, abbreviation, symbol, name), accents (written, missing)';

CREATE TEXT SEARCH DICTIONARY article_french (TEMPLATE = article_french);
COMMENT ON TEXT SEARCH DICTIONARY article_french IS 'French words, compounds, acronyms and inclusive writing, accents as written';

CREATE TEXT SEARCH DICTIONARY article_french_plain (TEMPLATE = article_french, accents = 'missing');
COMMENT ON TEXT SEARCH DICTIONARY article_french_plain IS 'the same where accents may be missing';

CREATE TEXT SEARCH DICTIONARY article_french_number (TEMPLATE = article_french, kind = 'number');
COMMENT ON TEXT SEARCH DICTIONARY article_french_number IS 'numbers, ordinals, hours, dates, codes in one spelling';

CREATE TEXT SEARCH DICTIONARY article_french_abbreviation (TEMPLATE = article_french, kind = 'abbreviation');
COMMENT ON TEXT SEARCH DICTIONARY article_french_abbreviation IS 'abbreviations (M., Mme, St) as the words that they stand for';

CREATE TEXT SEARCH DICTIONARY article_french_symbol (TEMPLATE = article_french, kind = 'symbol');
COMMENT ON TEXT SEARCH DICTIONARY article_french_symbol IS 'signs and units (%, M, km) as the words that they stand for';

CREATE TEXT SEARCH DICTIONARY article_french_name (TEMPLATE = article_french, kind = 'name');
COMMENT ON TEXT SEARCH DICTIONARY article_french_name IS 'hosts, e-mail addresses, hashtags and handles, with and without their mark';

CREATE TEXT SEARCH CONFIGURATION article_french (PARSER = article_french);
COMMENT ON TEXT SEARCH CONFIGURATION article_french IS 'French text search; copy it to change it';

ALTER TEXT SEARCH CONFIGURATION article_french ADD MAPPING
	FOR word, compound, inclusive, acronym WITH article_french;
ALTER TEXT SEARCH CONFIGURATION article_french ADD MAPPING
	FOR plain_word, plain_compound, plain_inclusive WITH article_french_plain;
ALTER TEXT SEARCH CONFIGURATION article_french ADD MAPPING
	FOR number, ordinal, hour, date, version, code WITH article_french_number;
ALTER TEXT SEARCH CONFIGURATION article_french ADD MAPPING
	FOR abbreviation WITH article_french_abbreviation;
ALTER TEXT SEARCH CONFIGURATION article_french ADD MAPPING
	FOR symbol WITH article_french_symbol;
ALTER TEXT SEARCH CONFIGURATION article_french ADD MAPPING
	FOR email, host, hashtag, handle, ideograph WITH article_french_name;
