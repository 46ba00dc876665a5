/*
 * corpus_trigger.c
 *	  SQL: article_corpus_trigger(table of statistics, tsvector column) keeps statistics current.
 *	  For each triggering statement, one INSERT adds all changes, however many rows there are.  Like
 *	  a foreign key, it runs as the owner of the table with the trigger: users who write to that
 *	  table need no other privilege.  So the statistics must belong to the same owner; otherwise
 *	  triggers of a third user would run as that owner.
 */
#include "postgres.h"

#include "commands/trigger.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/compat.h"
#include "pg/corpus.h"
#include "pg/sql.h"

/* Raises an error with the whole message, which is never assembled from fragments. */
static void
wrong_trigger(const char *message)
{
	ereport(ERROR,
			(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED), errmsg_internal("%s", message)));
}

static TriggerData *
checked_trigger(FunctionCallInfo fcinfo)
{
	TriggerData *data;

	if (!CALLED_AS_TRIGGER(fcinfo))
		wrong_trigger("article_corpus_trigger must be called as a trigger");
	data = (TriggerData *) fcinfo->context;
	if (!TRIGGER_FIRED_AFTER(data->tg_event) || !TRIGGER_FIRED_FOR_STATEMENT(data->tg_event))
		wrong_trigger("article_corpus_trigger must be a trigger AFTER a statement");
	if (data->tg_trigger->tgnargs != 2)
		wrong_trigger("article_corpus_trigger must be given a table of statistics and a tsvector "
					  "column");
	if (TRIGGER_FIRED_BY_TRUNCATE(data->tg_event))
		return data;
	if (!TRIGGER_FIRED_BY_DELETE(data->tg_event) && data->tg_trigger->tgnewtable == NULL)
		wrong_trigger("article_corpus_trigger must be declared with REFERENCING NEW TABLE");
	if (!TRIGGER_FIRED_BY_INSERT(data->tg_event) && data->tg_trigger->tgoldtable == NULL)
		wrong_trigger("article_corpus_trigger must be declared with REFERENCING OLD TABLE");
	return data;
}

/*
 * Finds the table of statistics in the schema of the table, since a search path could lead
 * elsewhere.
 */
static Oid
corpus_of(const TriggerData *data)
{
	const char *name = data->tg_trigger->tgargs[0];
	Oid schema = RelationGetNamespace(data->tg_relation);
	Oid table = get_relname_relid(name, schema);

	if (!OidIsValid(table))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation \"%s\" does not exist in schema \"%s\"", name,
						get_namespace_name(schema)),
				 errhint("The table of statistics must be in the same schema as the table with "
						 "the trigger.")));
	return table;
}

/*
 * Returns SQL for the rows of a transition table, each counted `times` times.  A domain is cast to
 * its tsvector, so that another user's aggregate over that domain is never a better match than
 * ours.
 */
static const char *
changed_rows(const char *transition, const char *column, int times)
{
	if (transition == NULL)
		return "";
	return psprintf("SELECT %s::tsvector AS words, %d AS times FROM %s", column, times,
					quote_identifier(transition));
}

static char *
trigger_sql(const TriggerData *data, Oid corpus, const char *aggregate)
{
	const Trigger *trigger = data->tg_trigger;
	const char *column = quote_identifier(trigger->tgargs[1]);
	bool is_update = TRIGGER_FIRED_BY_UPDATE(data->tg_event);

	if (TRIGGER_FIRED_BY_TRUNCATE(data->tg_event))
		return psprintf("DELETE FROM %s", corpus_rows(corpus));
	return psprintf(
		"INSERT INTO %s (lexeme, documents, lengths) SELECT t.lexeme, t.documents, t.lengths "
		"FROM (SELECT %s(r.words, r.times) AS terms FROM (%s%s%s) r) a, unnest(a.terms) t",
		sql_relation_name(corpus), aggregate, changed_rows(trigger->tgnewtable, column, 1),
		is_update ? " UNION ALL " : "", changed_rows(trigger->tgoldtable, column, -1));
}

SQL_FUNCTION(article_corpus_trigger);
Datum
article_corpus_trigger(PG_FUNCTION_ARGS)
{
	TriggerData *data = checked_trigger(fcinfo);
	Oid function = fcinfo->flinfo->fn_oid;
	Oid owner = RelationGetForm(data->tg_relation)->relowner;
	Oid corpus = corpus_of(data);
	Oid user;
	int context;

	if (corpus_check(corpus, sql_own_type(function, "article_corpus_term")) != owner)
		ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
						errmsg("%s does not belong to the owner of %s", sql_relation_name(corpus),
							   sql_relation_name(RelationGetRelid(data->tg_relation))),
						errhint("Give both tables the same owner.")));
	if (!TRIGGER_FIRED_BY_TRUNCATE(data->tg_event))
		corpus_check_words(RelationGetRelid(data->tg_relation), data->tg_trigger->tgargs[1]);
	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(owner, context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_NOFORCE_RLS);
	SPI_connect();
	SPI_register_trigger_data(data);
	corpus_run(trigger_sql(data, corpus, sql_own_name(function, "article_corpus_stat")));
	SPI_finish();
	SetUserIdAndSecContext(user, context);
	return PointerGetDatum(NULL);
}
