/*
 * schema.h
 *	  The schema.org vocabulary that JSON-LD and microdata share: what a type can be, what a
 *	  property states.
 */
#ifndef ARTICLE_SCHEMA_H
#define ARTICLE_SCHEMA_H

#include "article/declared/facts.h"

/* What role an item of a type can play on a page. */
typedef enum SchemaClass
{
	SCHEMA_NONE, /* no type, or one without meaning here */
	SCHEMA_ARTICLE,
	SCHEMA_WORK, /* something else that a page can be about: a recipe, a film, an episode */
	SCHEMA_PAGE,
	SCHEMA_SITE,
	SCHEMA_ORGANIZATION,
	SCHEMA_PERSON,
	SCHEMA_BREADCRUMBS,
	SCHEMA_CRUMB,
	SCHEMA_IMAGE,
	SCHEMA_FOREIGN /* not the article but beside it: lists, comments, products */
} SchemaClass;

/*
 * Returns the class of a type: "NewsArticle", "https://schema.org/NewsArticle",
 * "schema:NewsArticle".
 */
extern SchemaClass schema_class(Str type);

/* How the value of a property is read if it is an object. */
typedef enum SchemaShape
{
	SCHEMA_SHAPE_VALUE, /* text, or an object's name */
	SCHEMA_SHAPE_PARTY, /* a person or an organization: name and url */
	SCHEMA_SHAPE_IMAGE, /* its url */
	SCHEMA_SHAPE_LINK,	/* an address, or an object's @id or url */
	SCHEMA_SHAPE_PART	/* a part of the article, or what it is a part of: one member is read */
} SchemaShape;

typedef struct SchemaProperty
{
	FactRule json;	   /* source FACT_SOURCE_JSON_LD, label "JSON-LD …" */
	FactRule itemprop; /* source FACT_SOURCE_MICRODATA, label "itemprop …" */
	SchemaShape shape;
} SchemaProperty;

/* Returns the property with that name, ignoring a vocabulary's prefix or address; or NULL. */
extern const SchemaProperty *schema_property(Str name);

#endif
