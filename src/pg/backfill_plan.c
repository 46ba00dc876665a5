/*
 * backfill_plan.c
 *	  Builds the SQL for one table from the names that article_backfill was given.  Everything is
 *	  looked up and checked again for each batch, because anyone may alter the table between
 *	  batches.
 */
#include "postgres.h"

#include "access/sysattr.h"
#include "access/tableam.h"
#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/bitmapset.h"
#include "parser/parse_coerce.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/backfill.h"
#include "pg/sql.h"
#include "pg/tsearch.h"

/* ----------------------------------------------------------------
 * The value.  Every argument has exactly the type that the function declares, so that a function of
 * the same name, which an attacker may have put into the schema, can never be a better match.
 */

/* Returns SQL for the rules of the site at an address, as a value of type text. */
static char *
rules_of(const BackfillRequest *request, const char *url)
{
	return psprintf("%s(%s, '%u'::pg_catalog.regclass)",
					sql_own_name(request->function, "article_rules_for"), url,
					request->rules_table);
}

static char *
article_of_page(const BackfillRequest *request, Relation relation, Oid page_type)
{
	StringInfoData sql;

	if (request->content_type != NULL && page_type != BYTEAOID)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"content_type_column\" is only for pages of type bytea"),
						errdetail("Pages of type text are already decoded.")));
	initStringInfo(&sql);
	if (OidIsValid(request->rules_table))
		appendStringInfo(&sql, "%s(%s, %s",
						 sql_own_name(request->function, "parse_article_with_rules"),
						 sql_column_argument(relation, request->html, page_type),
						 rules_of(request, sql_column_argument(relation, request->url, TEXTOID)));
	else
		appendStringInfo(&sql, "%s(%s", sql_own_name(request->function, "parse_article"),
						 sql_column_argument(relation, request->html, page_type));
	appendStringInfo(&sql, ", %s, %s, %s::pg_catalog.text",
					 sql_column_argument(relation, request->url, TEXTOID),
					 sql_column_argument(relation, request->fetched_at, TIMESTAMPTZOID),
					 quote_literal_cstr(request->time_zone));
	if (page_type == BYTEAOID)
		appendStringInfo(&sql, ", %s",
						 sql_column_argument(relation, request->content_type, TEXTOID));
	appendStringInfoChar(&sql, ')');
	return sql.data;
}

static char *
stored_article(const BackfillRequest *request)
{
	if (request->url != NULL || request->fetched_at != NULL || request->content_type != NULL)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"url_column\", \"fetched_at_column\" and "
							   "\"content_type_column\" are only for pages"),
						errdetail("Column \"%s\" contains articles that are already parsed.",
								  request->html)));
	return psprintf("t.%s::%s", quote_identifier(request->html),
					sql_own_name(request->function, "parsed_article"));
}

/*
 * Returns SQL for the article of a row: parsed from its page, or, if the target is a tsvector, read
 * from a column of parsed articles.
 */
static char *
article_value(const BackfillRequest *request, Relation relation, Oid article, bool is_target)
{
	Form_pg_attribute html = sql_column(relation, request->html);
	Oid type = getBaseType(html->atttypid);
	Oid text = TEXTOID;

	if (type == article && !is_target)
		return stored_article(request);
	if (type != BYTEAOID && !can_coerce_type(1, &html->atttypid, &text, COERCION_IMPLICIT))
		sql_wrong_type(relation, html, "text or bytea", NULL);
	return article_of_page(request, relation, type == BYTEAOID ? BYTEAOID : TEXTOID);
}

static char *
target_value(const BackfillRequest *request, Relation relation)
{
	Form_pg_attribute target = sql_column(relation, request->target);
	Oid article = sql_own_type(request->function, "parsed_article");
	Oid type = getBaseType(target->atttypid);

	if (strcmp(request->html, request->target) == 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("\"html_column\" and \"target_column\" must not be the same "
							   "column")));
	if (target->attgenerated != '\0')
		ereport(ERROR, (errcode(ERRCODE_GENERATED_ALWAYS),
						errmsg("column \"%s\" of %s is a generated column", request->target,
							   sql_relation_name(RelationGetRelid(relation))),
						errhint("It fills itself. ALTER TABLE ... ALTER COLUMN ... DROP EXPRESSION "
								"turns it into a plain column.")));
	if (type == article)
		return article_value(request, relation, article, true);
	if (type != TSVECTOROID)
		sql_wrong_type(relation, target, "parsed_article or tsvector",
					   "A field that a page lacks stays NULL and looks the same as one that is not "
					   "filled yet. Take fields from a column of type parsed_article.");
	tsearch_check_encoding();
	return psprintf("%s(%s)", sql_own_name(request->function, "article_tsvector"),
					article_value(request, relation, article, false));
}

/* ---------------------------------------------------------------- the row */

/*
 * Returns SQL for the value of a key column.  The session's time zone must not show in it;
 * read_rows sets everything else that would.
 */
static char *
key_value(Form_pg_attribute column)
{
	const char *name = quote_identifier(NameStr(column->attname));

	if (getBaseType(column->atttypid) == TIMESTAMPTZOID)
		return psprintf("pg_catalog.timezone('UTC', t.%s)", name);
	return psprintf("t.%s", name);
}

/*
 * Returns SQL for the key of a row in the table of failures.  This is the primary key or, without
 * one, ctid, xmin and the file of the table: no later row has all three.  The file is needed
 * because VACUUM FULL moves rows to another file but keeps xmin.
 */
static char *
key_expression(Relation relation)
{
	Bitmapset *key = RelationGetIndexAttrBitmap(relation, INDEX_ATTR_BITMAP_PRIMARY_KEY);
	const char *separator = "";
	StringInfoData sql;
	int member = -1;

	if (bms_is_empty(key))
		return pstrdup("pg_catalog.jsonb_build_object('ctid', t.ctid, 'xmin', t.xmin, 'file', "
					   "pg_catalog.pg_relation_filenode(t.tableoid::pg_catalog.regclass))");
	initStringInfo(&sql);
	appendStringInfoString(&sql, "pg_catalog.jsonb_build_object(");
	while ((member = bms_next_member(key, member)) >= 0)
	{
		int number = member + FirstLowInvalidHeapAttributeNumber;
		Form_pg_attribute column = TupleDescAttr(RelationGetDescr(relation), number - 1);

		appendStringInfo(&sql, "%s%s, %s", separator, quote_literal_cstr(NameStr(column->attname)),
						 key_value(column));
		separator = ", ";
	}
	appendStringInfoChar(&sql, ')');
	return sql.data;
}

/*
 * Returns SQL for whether a row is to be filled.  It uses DISTINCT FROM because a row type IS NULL
 * if all of its fields are.
 */
static char *
is_to_do(const BackfillRequest *request)
{
	const char *html = quote_identifier(request->html);

	if (request->refill)
		return psprintf("t.%s IS DISTINCT FROM NULL", html);
	return psprintf("t.%s IS NOT DISTINCT FROM NULL AND t.%s IS DISTINCT FROM NULL",
					quote_identifier(request->target), html);
}

/*
 * Returns SQL for whether a filled row has neither a title nor a body or, for a tsvector, no words.
 */
static char *
is_empty(const BackfillRequest *request, Relation relation)
{
	const char *target = quote_identifier(request->target);

	if (getBaseType(sql_column(relation, request->target)->atttypid) == TSVECTOROID)
		return psprintf("pg_catalog.length(t.%s) OPERATOR(pg_catalog.=) 0", target);
	return psprintf("(t.%s).title IS NULL AND (t.%s).body IS NULL", target, target);
}

/* ---------------------------------------------------------------- the plan */

/* Raises now the errors that the SQL would raise for every row, or only at the UPDATE. */
static void
check_table(const BackfillRequest *request, Relation relation)
{
	Oid oid = RelationGetRelid(relation);
	AttrNumber target = sql_column(relation, request->target)->attnum;

	if (pg_class_aclcheck(oid, GetUserId(), ACL_SELECT) != ACLCHECK_OK ||
		(pg_class_aclcheck(oid, GetUserId(), ACL_UPDATE) != ACLCHECK_OK &&
		 pg_attribute_aclcheck(oid, target, GetUserId(), ACL_UPDATE) != ACLCHECK_OK))
		ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
						errmsg("permission denied for table %s", RelationGetRelationName(relation)),
						errdetail("article_backfill needs SELECT on the table and UPDATE on column "
								  "\"%s\", in each partition.",
								  request->target)));
	if (relation->rd_rel->relkind == RELKIND_RELATION &&
		relation->rd_tableam->scan_getnextslot_tidrange == NULL)
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("the access method of %s does not support TID range scans",
							   sql_relation_name(oid))));
}

BackfillPlan *
backfill_plan(const BackfillRequest *request, Relation relation)
{
	BackfillPlan *plan = palloc(sizeof(BackfillPlan));
	const char *name = sql_relation_name(RelationGetRelid(relation));
	const char *value = target_value(request, relation);
	const char *key = key_expression(relation);
	const char *to_do = is_to_do(request);

	check_table(request, relation);
	plan->relation = RelationGetRelid(relation);
	plan->candidates =
		psprintf("SELECT t.ctid, %s, t.xmin FROM ONLY %s t WHERE t.ctid OPERATOR(pg_catalog.>) $1 "
				 "AND t.ctid OPERATOR(pg_catalog.<) $2 AND %s",
				 key, name, to_do);
	plan->lock = psprintf("SELECT t.ctid, %s, t.xmin FROM ONLY %s t "
						  "WHERE t.ctid OPERATOR(pg_catalog.=) ANY ($1) AND %s "
						  "FOR NO KEY UPDATE OF t SKIP LOCKED",
						  key, name, to_do);
	plan->update = psprintf("UPDATE ONLY %s t SET %s = %s WHERE t.ctid OPERATOR(pg_catalog.=) "
							"ANY ($1) RETURNING t.%s IS DISTINCT FROM NULL, %s",
							name, quote_identifier(request->target), value,
							quote_identifier(request->target), is_empty(request, relation));
	plan->read_rules =
		OidIsValid(request->rules_table)
			? psprintf("SELECT %s", rules_of(request, "'http://a.example'::pg_catalog.text"))
			: NULL;
	return plan;
}
