/*
 * schema.h
 *	  The words of schema.org that JSON-LD and microdata share: what a type is good for, what a property tells.
 */
#ifndef ARTICLE_SCHEMA_H
#define ARTICLE_SCHEMA_H

#include "article/declared/facts.h"

/* What an item of a type can be to a page. */
typedef enum SchemaClass
{
	SCHEMA_NONE, /* no type, or one that says nothing here */
	SCHEMA_ARTICLE,
	SCHEMA_WORK, /* something else that a page can be about: a recipe, a film, an episode */
	SCHEMA_PAGE,
	SCHEMA_SITE,
	SCHEMA_ORGANIZATION,
	SCHEMA_PERSON,
	SCHEMA_BREADCRUMBS,
	SCHEMA_CRUMB,
	SCHEMA_IMAGE,
	SCHEMA_FOREIGN /* what stands beside the article: lists, comments, products */
} SchemaClass;

/* The class of a type: "NewsArticle", "https://schema.org/NewsArticle", "schema:NewsArticle". */
extern SchemaClass schema_class(Str type);

/* How the value of a property is read where it is an object. */
typedef enum SchemaShape
{
	SHAPE_VALUE, /* text, or an object's name */
	SHAPE_PARTY, /* a person or an organization: name and url */
	SHAPE_IMAGE, /* its url */
	SHAPE_LINK,	 /* an address, or an object's @id or url */
	SHAPE_PART	 /* a part of the article, or what it is a part of: read for a single word of it */
} SchemaShape;

typedef struct SchemaProperty
{
	FactRule json;	   /* source SOURCE_JSON_LD, label "JSON-LD …" */
	FactRule itemprop; /* source SOURCE_MICRODATA, label "itemprop …" */
	SchemaShape shape;
} SchemaProperty;

/* The property of that name, a vocabulary's prefix or address left aside; or NULL. */
extern const SchemaProperty *schema_property(Str name);

#endif
