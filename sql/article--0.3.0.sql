\echo Use "CREATE EXTENSION article" to load this file. \quit

-- article 0.3.0: news HTML to typed columns.
--
-- This is the whole script, which CREATE EXTENSION runs.  It has the same effect as the first
-- script followed by the upgrade scripts: test/t/upgrade.pl proves that both ways lead to the same
-- catalog.
--
-- It runs as a superuser, whoever calls it, and others may have put functions and operators into
-- its schema.  So PostgreSQL's functions are qualified with pg_catalog, and operators get exactly
-- the types that PostgreSQL defines them for, so that no other operator can be a better match:
-- test/t/hostile.pl.
--
-- Every function that takes a page exists twice: for html text, and for page bytea as it was
-- crawled, with the Content-Type header of the response as its last argument.
--
-- COST 100000: a page takes 0.5 to 3 ms, and the unit of COST, one integer comparison, takes 5 ns
-- on the same machine (test/bench/README.md says how both were measured).  This is the lower end,
-- so that just-in-time compilation, which starts at a cost of 100000, starts only at about 400
-- pages, where it pays.

---------------------------------------------------------------- names already in use

-- A crawler or a CMS may well have tables with these names, and each table is a type too.  The list
-- contains all types and relations that follow: test/t/install.pl.
DO $$
DECLARE
	taken text := (
		SELECT pg_catalog.string_agg(own.name::text, ', '::text)
		  FROM pg_catalog.unnest('{article_link, article_block, article_image, article_date, article_feed_entry, parsed_article,
		           article_corpus_term, article_corpus_form, article_significant_word, article_bm25_document,
		           article_backfill_run, article_backfill_run_pkey,
		           article_backfill_run_run_seq, article_backfill_failure, article_backfill_failure_key,
		           article_backfill_progress, article_backfill_failures,
		           article_backfill_refill, article_backfill_refill_transaction, html_node}'::name[]) AS own (name)
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
COMMENT ON TYPE article_link IS 'a link on a page: absolute URL, text, place (body, related, navigation, other)';

CREATE TYPE article_block AS (
	position int,
	kind text,
	text text,
	kept boolean,
	score real,
	reason text
);
COMMENT ON TYPE article_block IS 'a block of a page: position from 1, kind, text, whether it belongs to the body, score (0 to 1), reason';

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
COMMENT ON TYPE article_date IS 'a date on a page: instant, precision (day, minute), role (published, modified, other), source, original text';

-- Frozen, because tables use it.  What later versions find goes into extra.
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
COMMENT ON TYPE parsed_article IS 'a news page as typed columns; fields that the page does not state are NULL';

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
COMMENT ON FUNCTION article_authors(text, text, timestamptz, text) IS 'the people or agency who wrote it, one per element: the field authors of parse_article';

CREATE FUNCTION article_authors(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_authors(bytea, text, timestamptz, text, text) IS 'the people or agency who wrote it, one per element: the field authors of parse_article';

CREATE FUNCTION article_published_at(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS timestamptz AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_published_at(text, text, timestamptz, text) IS 'when it was published; a date without a time is midnight in time_zone: the field published_at of parse_article';

CREATE FUNCTION article_published_at(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS timestamptz AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_published_at(bytea, text, timestamptz, text, text) IS 'when it was published; a date without a time is midnight in time_zone: the field published_at of parse_article';

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
COMMENT ON FUNCTION article_section(text, text, timestamptz, text) IS 'the section it appears in: the field section of parse_article';

CREATE FUNCTION article_section(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_section(bytea, text, timestamptz, text, text) IS 'the section it appears in: the field section of parse_article';

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
COMMENT ON FUNCTION article_description(text, text, timestamptz, text) IS 'the summary that the page provides: the field description of parse_article';

CREATE FUNCTION article_description(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_description(bytea, text, timestamptz, text, text) IS 'the summary that the page provides: the field description of parse_article';

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
COMMENT ON FUNCTION article_body(text, text, timestamptz, text) IS 'the text of the article, blocks separated by blank lines: the field body of parse_article';

CREATE FUNCTION article_body(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_body(bytea, text, timestamptz, text, text) IS 'the text of the article, blocks separated by blank lines: the field body of parse_article';

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
COMMENT ON FUNCTION article_confidence(text, text, timestamptz, text) IS 'confidence in the extraction of the body, 0 to 1: the field confidence of parse_article';

CREATE FUNCTION article_confidence(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS real AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_confidence(bytea, text, timestamptz, text, text) IS 'confidence in the extraction of the body, 0 to 1: the field confidence of parse_article';

---------------------------------------------------------------- other views of a page

CREATE FUNCTION article_blocks(html text)
RETURNS SETOF article_block AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION article_blocks(text) IS 'all blocks of a page in order, whether each belongs to the body, and why';

CREATE FUNCTION article_blocks(page bytea, content_type text DEFAULT NULL)
RETURNS SETOF article_block AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION article_blocks(bytea, text) IS 'all blocks of a page in order, whether each belongs to the body, and why';

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
COMMENT ON FUNCTION article_links(text, text) IS 'all links on a page, with their place';

CREATE FUNCTION article_links(page bytea, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS SETOF article_link AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION article_links(bytea, text, text) IS 'all links on a page, with their place';

CREATE FUNCTION article_dates(html text, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS SETOF article_date AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 5;
COMMENT ON FUNCTION article_dates(text, timestamptz, text) IS 'all dates on a page, with role and source';

CREATE FUNCTION article_dates(page bytea, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS SETOF article_date AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 5;
COMMENT ON FUNCTION article_dates(bytea, timestamptz, text, text) IS 'all dates on a page, with role and source';

CREATE FUNCTION article_metadata(html text)
RETURNS jsonb AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_metadata(text) IS 'everything that a page declares about itself: title, meta, links, JSON-LD, and the facts derived from them';

CREATE FUNCTION article_metadata(page bytea, content_type text DEFAULT NULL)
RETURNS jsonb AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_metadata(bytea, text) IS 'everything that a page declares about itself: title, meta, links, JSON-LD, and the facts derived from them';

CREATE FUNCTION html_text(html text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION html_text(text) IS 'all visible text of a page, laid out in lines';

CREATE FUNCTION html_text(page bytea, content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION html_text(bytea, text) IS 'all visible text of a page, laid out in lines';

---------------------------------------------------------------- documents

-- IMMUTABLE, as to_tsvector(regconfig, text) is: a text search configuration counts as a constant,
-- and a user who changes one has to reindex.  article_french changes only with the extension's
-- version.
CREATE FUNCTION article_tsvector(article parsed_article)
RETURNS tsvector AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION article_tsvector(parsed_article) IS 'an article as a tsvector of article_french: title A, subtitle and description B, section, tags and authors C, body D';

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
COMMENT ON FUNCTION french_query(text) IS 'search box input as a tsquery of article_french: all words, "phrases", OU, -excluded, prefix*';

CREATE FUNCTION french_query(config regconfig, query text)
RETURNS tsquery AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION french_query(regconfig, text) IS 'french_query with another text search configuration';

CREATE FUNCTION french_query_any(query text)
RETURNS tsquery AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION french_query_any(text) IS 'french_query that matches any of the words: candidates for a ranking';

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
COMMENT ON TYPE article_corpus_term IS 'a row of corpus statistics: a lexeme and the number of documents that contain it; if the lexeme is NULL, the number of all documents and of their positions of weight D, C, B, A';

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
COMMENT ON AGGREGATE article_corpus_stat(tsvector, int) IS 'corpus statistics of documents that were added (1) or removed (-1)';

CREATE PROCEDURE article_corpus_refresh(corpus regclass, source regclass, words name)
LANGUAGE C AS 'MODULE_PATHNAME';
COMMENT ON PROCEDURE article_corpus_refresh(regclass, regclass, name) IS 'recounts a table of corpus statistics from a tsvector column';

CREATE PROCEDURE article_corpus_merge(corpus regclass)
LANGUAGE C AS 'MODULE_PATHNAME';
COMMENT ON PROCEDURE article_corpus_merge(regclass) IS 'merges the rows that triggers have added to a table of corpus statistics';

CREATE FUNCTION article_corpus_trigger()
RETURNS trigger AS 'MODULE_PATHNAME'
LANGUAGE C;
COMMENT ON FUNCTION article_corpus_trigger() IS 'statement trigger that keeps a table of corpus statistics current: article_corpus_trigger(corpus, words)';

-- Restricted: it reads any table it is given, and a parallel worker can read no temporary table and
-- may not call every function that a view may call.
CREATE FUNCTION article_corpus_lookup(corpus regclass, query tsquery)
RETURNS jsonb AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 10000;
COMMENT ON FUNCTION article_corpus_lookup(regclass, tsquery) IS 'corpus statistics for the terms of a query, as article_bm25_score takes them';

-- COST 2000: 10 µs per document, mostly for fetching the tsvector.
CREATE FUNCTION article_bm25(words tsvector, query tsquery, corpus regclass,
	weights real[] DEFAULT '{1, 1, 2, 3}', k1 double precision DEFAULT 1.2, b double precision DEFAULT 0.75)
RETURNS double precision AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION article_bm25(tsvector, tsquery, regclass, real[], double precision, double precision) IS 'BM25 score of a document for a query, with the statistics of a corpus; weights of the fields D, C, B, A';

CREATE FUNCTION article_bm25_score(words tsvector, query tsquery, statistics jsonb,
	weights real[] DEFAULT '{1, 1, 2, 3}', k1 double precision DEFAULT 1.2, b double precision DEFAULT 0.75)
RETURNS double precision AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION article_bm25_score(tsvector, tsquery, jsonb, real[], double precision, double precision) IS 'article_bm25 with statistics from article_corpus_lookup: depends only on its arguments';

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
COMMENT ON TABLE article_backfill_run IS 'calls of article_backfill, recorded by it; article_backfill_progress shows them';

-- A hash index, because a key may be as long as a URL, which can be too long for a btree.
CREATE TABLE article_backfill_failure (
	relation regclass NOT NULL,
	target_column name NOT NULL,
	key jsonb NOT NULL,
	sqlstate text NOT NULL,
	message text NOT NULL,
	failed_at timestamptz NOT NULL
);
CREATE INDEX article_backfill_failure_key ON article_backfill_failure USING hash (key);
COMMENT ON TABLE article_backfill_failure IS 'rows that article_backfill could not fill, recorded by it; article_backfill_failures shows them';

-- The transactions that refilled rows, by the run that began the refill.  A row that one of them
-- wrote is done.
CREATE TABLE article_backfill_refill (
	refill int NOT NULL,
	transaction xid NOT NULL
);
CREATE INDEX article_backfill_refill_transaction ON article_backfill_refill USING hash (transaction);
COMMENT ON TABLE article_backfill_refill IS 'transactions of article_backfill that refilled rows, recorded by it';

-- The tables belong to the owner of the extension: the script of a trusted extension runs as a
-- superuser, but pg_dump, run by the owner of the database, must be able to read what it dumps.
DO $$
DECLARE
	owner text := (SELECT extowner::regrole::text FROM pg_catalog.pg_extension WHERE extname = 'article'::name);
BEGIN
	EXECUTE 'ALTER TABLE article_backfill_run OWNER TO '::text || owner;
	EXECUTE 'ALTER TABLE article_backfill_failure OWNER TO '::text || owner;
	EXECUTE 'ALTER TABLE article_backfill_refill OWNER TO '::text || owner;
END $$;

-- Runs belong to sessions of this server and are not dumped.  Failures in dumped tables are dumped
-- too, so that a restored database does not try these rows again; except for rows identified by
-- their ctid, which is valid only here.
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
            -- the primary's locks are not visible on a standby
            WHEN NOT pg_catalog.pg_is_in_recovery() THEN 'interrupted' END AS state) s
 WHERE pg_catalog.has_any_column_privilege(r.relation::oid, 'SELECT');
COMMENT ON VIEW article_backfill_progress IS 'calls of article_backfill on tables that the current user may read: progress, speed, estimated end';

CREATE VIEW article_backfill_failures WITH (security_barrier) AS
SELECT f.relation, f.target_column, f.key, f.sqlstate, f.message, f.failed_at
  FROM article_backfill_failure f
 WHERE pg_catalog.has_table_privilege(f.relation::oid, 'SELECT') AND NOT pg_catalog.row_security_active(f.relation::oid);
COMMENT ON VIEW article_backfill_failures IS 'rows that article_backfill could not fill, in tables that the current user may read: primary key, SQLSTATE, message';

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

-- STABLE, not IMMUTABLE: it is the library's version, and a restart of the server may load another
-- library.
CREATE FUNCTION article_version()
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_version() IS 'the version of the library, which parse_article writes into extra; the version of the SQL objects is in pg_extension';

CREATE FUNCTION article_stats(OUT parses bigint, OUT reuses bigint)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C VOLATILE PARALLEL RESTRICTED;
COMMENT ON FUNCTION article_stats() IS 'since this backend started: number of pages parsed, and of calls that reused the last parsed page';

---------------------------------------------------------------- near-copies
--
-- COST 1000: the keys of an article of 3 KB take 30 us to make, and the unit of COST is 5 ns.

CREATE FUNCTION article_minhash(text)
RETURNS int[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION article_minhash(text) IS 'keys of a text, about one for 29 words, ascending: texts that share a passage share keys (GIN: &&)';

CREATE FUNCTION article_similarity(text, text)
RETURNS real AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION article_similarity(text, text) IS 'how much of the smaller text the larger one contains, 0 to 1: the share of its runs of 5 words';

CREATE FUNCTION article_similarity(int[], int[])
RETURNS real AS 'MODULE_PATHNAME', 'article_similarity_keys'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION article_similarity(int[], int[]) IS 'the same of two texts, estimated from their keys, as article_minhash returns them';

CREATE FUNCTION article_agency(article parsed_article)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 300;
COMMENT ON FUNCTION article_agency(parsed_article) IS 'the news agency whose wire an article is (AFP, Reuters, La Presse canadienne), by its signature, dateline or closing credit; NULL if none signs it';

CREATE FUNCTION article_url_key(url text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 300;
COMMENT ON FUNCTION article_url_key(text) IS 'one key for all addresses of a page, to join and to index: no scheme, www, mobile, AMP, tracking, fragment; NULL if it is not a web address';

---------------------------------------------------------------- French text
--
-- COST 100: a title takes 0.5 us, and the unit of COST is 5 ns (see above).

CREATE FUNCTION french_normalize(text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION french_normalize(text) IS 'a text in the form to store and display: NFC, no invisible characters, one kind of apostrophe, hyphen, space and line feed';

CREATE FUNCTION french_fold(text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION french_fold(text) IS 'a text in the form to compare and index: lowercase without accents, ligatures spelled out, quotes, dashes and spaces unified';

CREATE FUNCTION french_slug(text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION french_slug(text) IS 'a text for a URL: its words, folded, joined by hyphens';

-- Collations need a server built with ICU and an encoding that ICU supports (not SQL_ASCII).
-- Everything else works without them, so their absence is only a warning.
DO $$
BEGIN
	CREATE COLLATION french (provider = icu, locale = 'fr');
	COMMENT ON COLLATION french IS 'French order, as in dictionaries: letters first, then accents, then case';

	CREATE COLLATION french_ci (provider = icu, locale = 'fr-u-ks-level2', deterministic = false);
	COMMENT ON COLLATION french_ci IS 'French order; uppercase equals lowercase';

	CREATE COLLATION french_ai (provider = icu, locale = 'fr-u-ks-level1', deterministic = false);
	COMMENT ON COLLATION french_ai IS 'French order; uppercase equals lowercase, and accents are ignored';
EXCEPTION WHEN feature_not_supported OR invalid_object_definition THEN
	RAISE WARNING 'collations french, french_ci and french_ai are not created'
		USING DETAIL = SQLERRM, HINT = 'They need a server with ICU and an encoding that ICU supports. french_fold needs neither.';
END $$;

---------------------------------------------------------------- sentences, names and quotations
--
-- COST and ROWS are those of a text of 3 KB, an article.

CREATE FUNCTION french_sentences(text)
RETURNS TABLE (start int, length int, text text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 25;
COMMENT ON FUNCTION french_sentences(text) IS 'the sentences of a text in order, with the position of the first character, from 1, and the length in characters';

CREATE FUNCTION french_phonetic(text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION french_phonetic(text) IS 'how French words sound, one key a word: words that sound alike have the same key';

CREATE FUNCTION french_name_key(text)
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION french_name_key(text) IS 'keys of the name of a person or place: spellings of one name have a key in common (&&)';

CREATE FUNCTION french_same_name(text, text)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION french_same_name(text, text) IS 'whether two names may be those of one person or place: spellings of one family name, and no two given names; titles do not count';

CREATE FUNCTION french_quotes(text, every boolean DEFAULT false)
RETURNS TABLE (start int, length int, quote text, speaker text, cue text, kind text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000 ROWS 10;
COMMENT ON FUNCTION french_quotes(text, boolean) IS 'the quotations of a text and who said them: direct and mixed; with every, also indirect speech, and quotation marks that quote nobody (mention)';

CREATE FUNCTION article_quotes(article parsed_article, every boolean DEFAULT false)
RETURNS TABLE (start int, length int, quote text, speaker text, speaker_role text, cue text, kind text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000 ROWS 10;
COMMENT ON FUNCTION article_quotes(parsed_article, boolean) IS 'french_quotes of the body of an article, with the function or title of each speaker';

CREATE FUNCTION article_names(article parsed_article)
RETURNS TABLE (name text, kind text, role text, mentions int, forms text[], starts int[], lengths int[]) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000 ROWS 20;
COMMENT ON FUNCTION article_names(parsed_article) IS 'the people, places and organisations in the body of an article, each with its forms and the positions of all its mentions';

---------------------------------------------------------------- values of French text
--
-- COST 100 for one expression, which takes less than a microsecond; COST 1000 for the values of a
-- text: 5 us per 1000 characters.

CREATE FUNCTION french_number(text)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION french_number(text) IS 'the value of a text that is one number, in figures or French words, with its unit if it has one; NULL if it is none';

CREATE FUNCTION french_numbers(text)
RETURNS TABLE (start int, length int, raw text, value numeric, kind text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION french_numbers(text) IS 'every number of a text: place (characters from 1), words, value, kind (cardinal, ordinal, fraction, percent, approximate)';


-- IMMUTABLE, as parse_article is, although both depend on the server's rules for time zones.
CREATE FUNCTION french_date(expression text, reference timestamptz DEFAULT NULL, zone text DEFAULT 'Europe/Paris')
RETURNS tstzrange AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;
COMMENT ON FUNCTION french_date(text, timestamptz, text) IS 'the range of time that a French expression means when it is written at reference; NULL if it is not a date, or needs a reference and has none';

CREATE FUNCTION french_dates(document text, reference timestamptz DEFAULT NULL, zone text DEFAULT 'Europe/Paris')
RETURNS TABLE (start int, length int, raw text, during tstzrange, "precision" text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000 ROWS 10;
COMMENT ON FUNCTION french_dates(text, timestamptz, text) IS 'every date of a French text: place (characters from 1), words, the range of time that is meant, precision (minute to century)';

CREATE FUNCTION article_dates_in(article parsed_article, zone text DEFAULT 'Europe/Paris')
RETURNS TABLE (start int, length int, raw text, during tstzrange, "precision" text, field text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5000 ROWS 10;
COMMENT ON FUNCTION article_dates_in(parsed_article, text) IS 'every date that a French article speaks of, in title, subtitle and body, resolved against its publication';

CREATE FUNCTION article_date_ranges(article parsed_article, zone text DEFAULT 'Europe/Paris')
RETURNS tstzmultirange AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5000;
COMMENT ON FUNCTION article_date_ranges(parsed_article, text) IS 'all time that a French article speaks of, for && on a GiST index: article_dates_in, united';

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
COMMENT ON FUNCTION article_french_types(internal) IS '(internal) text search parser article_french: token types';

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
COMMENT ON TEXT SEARCH DICTIONARY article_french_plain IS 'as article_french, for text where accents may be missing';

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

---------------------------------------------------------------- ranked documents and tsvectors built at once

CREATE TYPE article_bm25_document;

CREATE FUNCTION article_bm25_document_in(cstring)
RETURNS article_bm25_document AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_bm25_document_in(cstring) IS 'input of article_bm25_document: that of tsvector';

CREATE FUNCTION article_bm25_document_out(article_bm25_document)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_bm25_document_out(article_bm25_document) IS 'output of article_bm25_document: a tsvector with positions numbered from one on';

CREATE FUNCTION article_bm25_document_recv(internal)
RETURNS article_bm25_document AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_bm25_document_recv(internal) IS 'binary input of article_bm25_document';

CREATE FUNCTION article_bm25_document_send(article_bm25_document)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION article_bm25_document_send(article_bm25_document) IS 'binary output of article_bm25_document';

-- STORAGE main: compressed or in a row of its own, a document would cost most of what it saves.
CREATE TYPE article_bm25_document (
	INPUT = article_bm25_document_in,
	OUTPUT = article_bm25_document_out,
	RECEIVE = article_bm25_document_recv,
	SEND = article_bm25_document_send,
	INTERNALLENGTH = variable,
	ALIGNMENT = int4,
	STORAGE = main
);
COMMENT ON TYPE article_bm25_document IS 'what a ranking needs of a tsvector: its lexemes with their number of positions of each weight';

-- COST 2000: 10 µs per document, mostly for fetching the tsvector.
CREATE FUNCTION article_bm25_document(words tsvector)
RETURNS article_bm25_document AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION article_bm25_document(tsvector) IS 'the counts of a tsvector, for article_bm25_rank';

-- COST 200: 1 µs per document.
CREATE FUNCTION article_bm25_rank(document article_bm25_document, query tsquery, corpus regclass,
	weights real[] DEFAULT '{1, 1, 2, 3}', k1 double precision DEFAULT 1.2, b double precision DEFAULT 0.75)
RETURNS double precision AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION article_bm25_rank(article_bm25_document, tsquery, regclass, real[], double precision, double precision) IS 'article_bm25 of a document that is stored as its counts: the same score';

CREATE FUNCTION article_bm25_rank_score(document article_bm25_document, query tsquery, statistics jsonb,
	weights real[] DEFAULT '{1, 1, 2, 3}', k1 double precision DEFAULT 1.2, b double precision DEFAULT 0.75)
RETURNS double precision AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION article_bm25_rank_score(article_bm25_document, tsquery, jsonb, real[], double precision, double precision) IS 'article_bm25_rank with statistics from article_corpus_lookup: depends only on its arguments';

CREATE FUNCTION french_word_family(word text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION french_word_family(text) IS 'the root that a French word shares with those derived from it, for ranking; NULL for a stop word, a number, or a word with a root of less than four letters';

-- COST 10000: a text of 300 words takes 60 µs.  IMMUTABLE as article_tsvector is.
CREATE FUNCTION french_tsvector(text text)
RETURNS tsvector AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION french_tsvector(text) IS 'to_tsvector of article_french, twice as fast, and of a text of any length';

CREATE FUNCTION french_tsvector(config regconfig, text text)
RETURNS tsvector AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION french_tsvector(regconfig, text) IS 'french_tsvector with another text search configuration';

---------------------------------------------------------------- a newsroom's searches

-- COST 10000: a text of 3 KB takes 50 us.
CREATE FUNCTION french_exact(text text, phrase text)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION french_exact(text, text) IS 'whether a text has a phrase exactly as typed, accents, number and person included; case and the kind of quotes, dashes and spaces do not count: a recheck beside @@';

CREATE FUNCTION french_query_exact(query text)
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION french_query_exact(text) IS 'the phrases in search box input that are marked with = and that every match must have: for french_exact';

CREATE FUNCTION french_query_keys(query tsquery)
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION french_query_keys(tsquery) IS 'lexemes one of which every matching document has, to find saved queries by && with tsvector_to_array; NULL if there is no such set';

-- Restricted, as article_corpus_lookup.
CREATE FUNCTION french_query_keys(query tsquery, corpus regclass)
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 10000;
COMMENT ON FUNCTION french_query_keys(tsquery, regclass) IS 'french_query_keys with the rarest lexemes by the statistics of a corpus';

-- Restricted, as article_corpus_lookup.
CREATE FUNCTION french_expand(query tsquery, synonyms regclass)
RETURNS tsquery AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 20000;
COMMENT ON FUNCTION french_expand(tsquery, regclass) IS 'a query with the synonyms of its words and phrases as alternatives; the table has two columns of type tsquery, a word and what it also means';

-- COST and ROWS are those of a text of 3 KB: 290 us.
CREATE FUNCTION article_kwic(text text, query tsquery, width int DEFAULT 40)
RETURNS TABLE (start int, "left" text, match text, "right" text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 60000 ROWS 5;
COMMENT ON FUNCTION article_kwic(text, tsquery, int) IS 'the matches of a query of article_french in a text, each with the text to its left and right: position of the first character, from 1; contexts of at most width characters, in whole words';

CREATE TYPE article_corpus_form AS (
	lexeme text COLLATE "C",
	form text COLLATE "C",
	occurrences bigint,
	keys text[]
);
COMMENT ON TYPE article_corpus_form IS 'a row of a table of forms: a lexeme, one form of it in texts, its number of occurrences, and the keys by which french_suggest finds it';

-- COST and ROWS are those of a text of 3 KB: 370 us.
CREATE FUNCTION french_forms(text)
RETURNS TABLE (lexeme text, form text, occurrences int) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 75000 ROWS 200;
COMMENT ON FUNCTION french_forms(text) IS 'the lexemes of article_french of the words of a text, each with the forms in which it occurs there, and how often';

CREATE FUNCTION article_form_keys(lexeme text, form text)
RETURNS text[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION article_form_keys(text, text) IS 'the keys of a form: spelling without accents, lexeme, sound, name and trigrams';

CREATE PROCEDURE article_corpus_forms(forms regclass, source regclass, texts name)
LANGUAGE C AS 'MODULE_PATHNAME';
COMMENT ON PROCEDURE article_corpus_forms(regclass, regclass, name) IS 'fills a table of forms from a column of texts or articles';

-- Restricted, as article_corpus_lookup.
CREATE FUNCTION french_suggest(text text, forms regclass)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 1000000;
COMMENT ON FUNCTION french_suggest(text, regclass) IS 'search box input with the likeliest spelling of each word that a table of forms does not know, by letters, sound and frequency; NULL if it knows all or nothing is near';

CREATE TYPE article_significant_word AS (
	word text,
	lexeme text,
	documents bigint,
	corpus_documents bigint,
	score double precision
);
COMMENT ON TYPE article_significant_word IS 'a word that a result has more often than the rest of a corpus: readable form, lexeme, documents of the result and of the corpus with it, G2';

CREATE FUNCTION article_significant_accumulate(internal, tsvector, regclass)
RETURNS internal AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION article_significant_accumulate(internal, tsvector, regclass) IS 'transition function of article_significant';

CREATE FUNCTION article_significant_accumulate(internal, tsvector, regclass, regclass)
RETURNS internal AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION article_significant_accumulate(internal, tsvector, regclass, regclass) IS 'transition function of article_significant';

-- Restricted, as article_corpus_lookup.
CREATE FUNCTION article_significant_final(internal)
RETURNS article_significant_word[] AS 'MODULE_PATHNAME'
LANGUAGE C STABLE PARALLEL RESTRICTED;
COMMENT ON FUNCTION article_significant_final(internal) IS 'final function of article_significant';

CREATE AGGREGATE article_significant(words tsvector, corpus regclass) (
	SFUNC = article_significant_accumulate,
	STYPE = internal,
	SSPACE = 1000000,
	FINALFUNC = article_significant_final,
	PARALLEL = RESTRICTED
);
COMMENT ON AGGREGATE article_significant(tsvector, regclass) IS 'the words that documents have more often than the rest of a corpus, the most telling first, at most 100';

CREATE AGGREGATE article_significant(words tsvector, corpus regclass, forms regclass) (
	SFUNC = article_significant_accumulate,
	STYPE = internal,
	SSPACE = 1000000,
	FINALFUNC = article_significant_final,
	PARALLEL = RESTRICTED
);
COMMENT ON AGGREGATE article_significant(tsvector, regclass, regclass) IS 'article_significant with the most frequent form of each word, by a table of forms';

-- Not STRICT: a language that is not known is taken for French.
CREATE FUNCTION article_search_config(language text)
RETURNS regconfig AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION article_search_config(text) IS 'the text search configuration of a language (BCP 47): article_french for French and NULL, else the one of the server, or simple';

CREATE FUNCTION article_tsvector_by_language(article parsed_article)
RETURNS tsvector AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION article_tsvector_by_language(parsed_article) IS 'article_tsvector with the text search configuration of the language of the article';

CREATE FUNCTION article_query_by_language(query text, languages text[])
RETURNS tsquery AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION article_query_by_language(text, text[]) IS 'search box input as a tsquery that finds documents in any of the languages, as article_tsvector_by_language has indexed them';

---------------------------------------------------------------- the page as XML

CREATE TYPE html_node AS (
	position int,
	name text,
	text text,
	html text,
	attributes jsonb
);
COMMENT ON TYPE html_node IS 'what a path or selector found on a page: position from 1, name of the element or attribute, its words, its content as safe HTML, its attributes';

-- COST: without html_xml's text a page takes 0.5 ms, with it 0.7 ms; a path or selector takes 0.1 to
-- 1 ms more.
CREATE FUNCTION html_xml(html text, url text DEFAULT NULL)
RETURNS xml AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION html_xml(text, text) IS 'a whole page as a well-formed XML document, for xpath() and XMLTABLE';

CREATE FUNCTION html_xml(page bytea, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS xml AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION html_xml(bytea, text, text) IS 'a whole page as a well-formed XML document, for xpath() and XMLTABLE';

CREATE FUNCTION html_xpath(html text, path text, url text DEFAULT NULL)
RETURNS SETOF html_node AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 10;
COMMENT ON FUNCTION html_xpath(text, text, text) IS 'what an XPath finds on a page, in the order of the page';

CREATE FUNCTION html_xpath(page bytea, path text, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS SETOF html_node AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 10;
COMMENT ON FUNCTION html_xpath(bytea, text, text, text) IS 'what an XPath finds on a page, in the order of the page';

CREATE FUNCTION html_select(html text, selector text, url text DEFAULT NULL)
RETURNS SETOF html_node AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 10;
COMMENT ON FUNCTION html_select(text, text, text) IS 'the elements that a CSS selector finds on a page, in the order of the page';

CREATE FUNCTION html_select(page bytea, selector text, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS SETOF html_node AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 10;
COMMENT ON FUNCTION html_select(bytea, text, text, text) IS 'the elements that a CSS selector finds on a page, in the order of the page';

---------------------------------------------------------------- the article as TEI
--
-- On a server built without libxml2 the functions exist, and raise feature_not_supported.

CREATE FUNCTION article_tei(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS xml AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_tei(text, text, timestamptz, text) IS 'the article of a page as a document of TEI P5: header and text';

CREATE FUNCTION article_tei(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS xml AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_tei(bytea, text, timestamptz, text, text) IS 'the article of a page as a document of TEI P5: header and text';

-- COST 4000: the document of an article of 3 KB takes 20 us, and the unit of COST is 5 ns.
CREATE FUNCTION article_tei(article parsed_article, time_zone text DEFAULT 'Europe/Paris')
RETURNS xml AS 'MODULE_PATHNAME', 'article_tei_fields'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000;
COMMENT ON FUNCTION article_tei(parsed_article, text) IS 'an article as a document of TEI P5: header, and the paragraphs of the body; dates in time_zone';

---------------------------------------------------------------- feeds, and what is known of a page already

CREATE TYPE article_feed_entry AS (
	guid text,
	url text,
	title text,
	author text,
	published_at timestamptz,
	updated_at timestamptz,
	tags text[],
	summary text,
	html text,
	authors text[],
	image_url text,
	language text,
	site_name text,
	extra jsonb
);
COMMENT ON TYPE article_feed_entry IS 'an entry of a feed: what it states as columns, everything else in extra; html is not made safe';

-- COST: as a page's.  A feed of 30 entries with their text (85 kB) takes 7 million instructions, a page of
-- that size as many.  ROWS: what most feeds list.
CREATE FUNCTION article_feed(feed text, url text DEFAULT NULL, time_zone text DEFAULT 'Europe/Paris')
RETURNS SETOF article_feed_entry AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 30;
COMMENT ON FUNCTION article_feed(text, text, text) IS 'the entries of a feed: RSS, Atom, RDF, JSON Feed, sitemaps, a WordPress export';

CREATE FUNCTION article_feed(feed bytea, url text DEFAULT NULL, time_zone text DEFAULT 'Europe/Paris',
	content_type text DEFAULT NULL)
RETURNS SETOF article_feed_entry AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 30;
COMMENT ON FUNCTION article_feed(bytea, text, text, text) IS 'the entries of a feed: RSS, Atom, RDF, JSON Feed, sitemaps, a WordPress export';

CREATE FUNCTION parse_article_known(html text, known jsonb, url text DEFAULT NULL,
	fetched_at timestamptz DEFAULT NULL, time_zone text DEFAULT 'Europe/Paris')
RETURNS parsed_article AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION parse_article_known(text, jsonb, text, timestamptz, text) IS 'a news page as typed columns; what a feed or a crawler knows of it already is taken as given';

CREATE FUNCTION parse_article_known(page bytea, known jsonb, url text DEFAULT NULL,
	fetched_at timestamptz DEFAULT NULL, time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS parsed_article AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION parse_article_known(bytea, jsonb, text, timestamptz, text, text) IS 'a news page as typed columns; what a feed or a crawler knows of it already is taken as given';

---------------------------------------------------------------- a site's own rules
--
-- COST 140000: the 299 pages of the benchmark whose sites have rules take 1.4 times the CPU time
-- of parse_article with them, reading of the rules included (article-core --rules).

CREATE FUNCTION parse_article_with_rules(html text, rules text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL, time_zone text DEFAULT 'Europe/Paris')
RETURNS parsed_article AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000;
COMMENT ON FUNCTION parse_article_with_rules(text, text, text, timestamptz, text) IS 'parse_article with a site''s own rules in the site-config format of Full-Text RSS: what they find comes first; NULL: no rules';

CREATE FUNCTION parse_article_with_rules(page bytea, rules text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL, time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS parsed_article AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000;
COMMENT ON FUNCTION parse_article_with_rules(bytea, text, text, timestamptz, text, text) IS 'parse_article with a site''s own rules in the site-config format of Full-Text RSS: what they find comes first; NULL: no rules';

CREATE FUNCTION article_html_with_rules(html text, rules text, url text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000;
COMMENT ON FUNCTION article_html_with_rules(text, text, text) IS 'article_html with a site''s own rules, as parse_article_with_rules takes them';

CREATE FUNCTION article_html_with_rules(page bytea, rules text, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000;
COMMENT ON FUNCTION article_html_with_rules(bytea, text, text, text) IS 'article_html with a site''s own rules, as parse_article_with_rules takes them';

CREATE FUNCTION article_markdown_with_rules(html text, rules text, url text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000;
COMMENT ON FUNCTION article_markdown_with_rules(text, text, text) IS 'article_markdown with a site''s own rules, as parse_article_with_rules takes them';

CREATE FUNCTION article_markdown_with_rules(page bytea, rules text, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000;
COMMENT ON FUNCTION article_markdown_with_rules(bytea, text, text, text) IS 'article_markdown with a site''s own rules, as parse_article_with_rules takes them';

CREATE FUNCTION article_explain_with_rules(html text, rules text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL, time_zone text DEFAULT 'Europe/Paris')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000;
COMMENT ON FUNCTION article_explain_with_rules(text, text, text, timestamptz, text) IS 'article_explain with a site''s own rules, each with its line as the reason';

CREATE FUNCTION article_explain_with_rules(page bytea, rules text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL, time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000;
COMMENT ON FUNCTION article_explain_with_rules(bytea, text, text, timestamptz, text, text) IS 'article_explain with a site''s own rules, each with its line as the reason';

CREATE FUNCTION article_blocks_with_rules(html text, rules text, url text DEFAULT NULL)
RETURNS SETOF article_block AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000 ROWS 100;
COMMENT ON FUNCTION article_blocks_with_rules(text, text, text) IS 'article_blocks with a site''s own rules: the line of a rule is the reason of what it takes, strips or leaves out';

CREATE FUNCTION article_blocks_with_rules(page bytea, rules text, url text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS SETOF article_block AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 140000 ROWS 100;
COMMENT ON FUNCTION article_blocks_with_rules(bytea, text, text, text) IS 'article_blocks with a site''s own rules: the line of a rule is the reason of what it takes, strips or leaves out';

-- The language is its second argument and the rules are one more: a second article_explain with
-- defaults would make calls ambiguous.
CREATE FUNCTION article_explain_in(html text, language text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', rules text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_explain_in(text, text, text, timestamptz, text, text) IS 'article_explain in a language, en or fr, and with the site''s own rules if they are given';

CREATE FUNCTION article_explain_in(page bytea, language text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', rules text DEFAULT NULL, content_type text DEFAULT NULL)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION article_explain_in(bytea, text, text, timestamptz, text, text, text) IS 'article_explain in a language, en or fr, and with the site''s own rules if they are given';

CREATE FUNCTION article_rules_check(rules text)
RETURNS TABLE (line int, level text, directive text, message text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION article_rules_check(text) IS 'the lines of a site''s rules that have no effect: level "error" if they are not understood, "ignored" if they concern what article does not do';

CREATE FUNCTION article_rules_for(url text, rules_table regclass)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 1000;
COMMENT ON FUNCTION article_rules_for(text, regclass) IS 'the rules of a page''s site, from a table (host text, rules text) of files named as in ftr-site-config; NULL if there are none';

---------------------------------------------------------------- a page as rows, and reports

CREATE FUNCTION article_related(html text, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris')
RETURNS SETOF article_link AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 10;
COMMENT ON FUNCTION article_related(text, text, timestamptz, text) IS 'the other articles that a page offers, as rows: the field related of parse_article';

CREATE FUNCTION article_related(page bytea, url text DEFAULT NULL, fetched_at timestamptz DEFAULT NULL,
	time_zone text DEFAULT 'Europe/Paris', content_type text DEFAULT NULL)
RETURNS SETOF article_link AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 10;
COMMENT ON FUNCTION article_related(bytea, text, timestamptz, text, text) IS 'the other articles that a page offers, as rows: the field related of parse_article';

-- What \d+ and information tools show of each attribute.
COMMENT ON COLUMN parsed_article.title IS 'the headline, without the name of the site';
COMMENT ON COLUMN parsed_article.subtitle IS 'the deck printed under the headline';
COMMENT ON COLUMN parsed_article.authors IS 'the people or the agency who wrote it, one per element';
COMMENT ON COLUMN parsed_article.published_at IS 'when it was published; a date without a time is midnight in time_zone';
COMMENT ON COLUMN parsed_article.modified_at IS 'when it was last modified';
COMMENT ON COLUMN parsed_article.site_name IS 'the publisher';
COMMENT ON COLUMN parsed_article.url IS 'the canonical, absolute URL';
COMMENT ON COLUMN parsed_article.language IS 'the language as a BCP 47 tag';
COMMENT ON COLUMN parsed_article.section IS 'the section it appears in';
COMMENT ON COLUMN parsed_article.tags IS 'its keywords';
COMMENT ON COLUMN parsed_article.description IS 'the summary that the page provides';
COMMENT ON COLUMN parsed_article.image_url IS 'the lead image, as an absolute URL';
COMMENT ON COLUMN parsed_article.body IS 'the text of the article, blocks separated by blank lines';
COMMENT ON COLUMN parsed_article.related IS 'the other articles that the page offers';
COMMENT ON COLUMN parsed_article.paywalled IS 'whether the page shows only part of the text to readers without a subscription';
COMMENT ON COLUMN parsed_article.confidence IS 'confidence in the extraction of the body, 0 to 1';
COMMENT ON COLUMN parsed_article.extra IS 'what has no attribute: version of the library, encoding, images, embeds, sources, confidence of other fields';
COMMENT ON COLUMN article_link.url IS 'absolute URL; NULL if the page gives a relative one and its own URL is not known';
COMMENT ON COLUMN article_link.text IS 'the text of the link';
COMMENT ON COLUMN article_link.place IS 'its place on the page: body, related, navigation, other';
COMMENT ON COLUMN article_block."position" IS 'its number on the page, from 1';
COMMENT ON COLUMN article_block.kind IS 'paragraph, heading, list item, quote, table row, preformatted, caption, term';
COMMENT ON COLUMN article_block.text IS 'its text, as a browser shows it';
COMMENT ON COLUMN article_block.kept IS 'whether it belongs to the body';
COMMENT ON COLUMN article_block.score IS 'how much it looks like body text, 0 to 1';
COMMENT ON COLUMN article_block.reason IS 'why it was kept or dropped';
COMMENT ON COLUMN article_image.url IS 'absolute URL';
COMMENT ON COLUMN article_image.caption IS 'the caption, without the credit';
COMMENT ON COLUMN article_image.credit IS 'the photographer or the agency';
COMMENT ON COLUMN article_image.alt IS 'the alternative text';
COMMENT ON COLUMN article_date.instant IS 'the instant; a date without a time is midnight in time_zone';
COMMENT ON COLUMN article_date."precision" IS 'day or minute';
COMMENT ON COLUMN article_date.role IS 'published, modified or other';
COMMENT ON COLUMN article_date.source IS 'where the page says it';
COMMENT ON COLUMN article_date.raw IS 'the words of the page';
COMMENT ON COLUMN article_corpus_term.lexeme IS 'a lexeme; NULL in the row of all documents';
COMMENT ON COLUMN article_corpus_term.documents IS 'the number of documents that contain it, or of all documents';
COMMENT ON COLUMN article_corpus_term.lengths IS 'in the row of all documents: the number of their positions of weight D, C, B, A';
COMMENT ON COLUMN article_corpus_form.lexeme IS 'a lexeme';
COMMENT ON COLUMN article_corpus_form.form IS 'one form of the lexeme, as it is written in texts';
COMMENT ON COLUMN article_corpus_form.occurrences IS 'how often it occurs';
COMMENT ON COLUMN article_corpus_form.keys IS 'the keys by which french_suggest finds it';
COMMENT ON COLUMN article_significant_word.word IS 'a word in a readable form';
COMMENT ON COLUMN article_significant_word.lexeme IS 'its lexeme';
COMMENT ON COLUMN article_significant_word.documents IS 'the number of documents of the result that have it';
COMMENT ON COLUMN article_significant_word.corpus_documents IS 'the number of documents of the corpus that have it';
COMMENT ON COLUMN article_significant_word.score IS 'how much more often the result has it than the corpus: G2';
COMMENT ON COLUMN html_node."position" IS 'its number among what was found, from 1';
COMMENT ON COLUMN html_node.name IS 'the name of the element or attribute';
COMMENT ON COLUMN html_node.text IS 'its words';
COMMENT ON COLUMN html_node.html IS 'its content as safe HTML';
COMMENT ON COLUMN html_node.attributes IS 'its attributes';
COMMENT ON COLUMN article_feed_entry.guid IS 'what identifies the entry in its feed';
COMMENT ON COLUMN article_feed_entry.url IS 'the address of the article';
COMMENT ON COLUMN article_feed_entry.title IS 'the headline';
COMMENT ON COLUMN article_feed_entry.author IS 'the author, or the first of several';
COMMENT ON COLUMN article_feed_entry.published_at IS 'when it was published';
COMMENT ON COLUMN article_feed_entry.updated_at IS 'when it was last changed';
COMMENT ON COLUMN article_feed_entry.tags IS 'its categories or keywords';
COMMENT ON COLUMN article_feed_entry.summary IS 'the summary as text';
COMMENT ON COLUMN article_feed_entry.html IS 'the content as the feed has it, not made safe';
COMMENT ON COLUMN article_feed_entry.authors IS 'all authors';
COMMENT ON COLUMN article_feed_entry.image_url IS 'the image of the entry';
COMMENT ON COLUMN article_feed_entry.language IS 'the language as the feed states it';
COMMENT ON COLUMN article_feed_entry.site_name IS 'the publisher or the title of the feed';
COMMENT ON COLUMN article_feed_entry.extra IS 'everything else that the entry states';

-- It reads the table twice, whatever its size.  Restricted, as article_corpus_lookup.
CREATE FUNCTION article_report(table_name regclass, article_column name DEFAULT NULL, html_column name DEFAULT NULL,
	url_column name DEFAULT NULL, fetched_at_column name DEFAULT NULL, worst int DEFAULT 10, language text DEFAULT 'en')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C STABLE PARALLEL RESTRICTED COST 1000000;
COMMENT ON FUNCTION article_report(regclass, name, name, name, name, int, text) IS 'a table of articles as an HTML document: sites, languages, years, confidence, missing fields, and the least certain pages with their explanations';
