/*
 * schema_table.c
 *	  Types and properties of schema.org (version 28), sorted by lowercase name; see schema.h. Types
 *	  ending in "Article" need no row.
 */
#include "article/declared/schema.h"

#include <stdlib.h>

#include "base/array.h"

typedef struct SchemaType
{
	const char *name;
	SchemaClass class;
} SchemaType;

static const SchemaType types[] = {
	{"3dmodel", SCHEMA_WORK},
	{"aboutpage", SCHEMA_PAGE},
	{"aggregaterating", SCHEMA_FOREIGN},
	{"answer", SCHEMA_FOREIGN},
	{"audioobject", SCHEMA_WORK},
	{"blog", SCHEMA_SITE},
	{"blogposting", SCHEMA_ARTICLE},
	{"breadcrumb", SCHEMA_BREADCRUMBS},
	{"breadcrumblist", SCHEMA_BREADCRUMBS},
	{"broadcastevent", SCHEMA_WORK},
	{"checkoutpage", SCHEMA_PAGE},
	{"claimreview", SCHEMA_WORK},
	{"clip", SCHEMA_WORK},
	{"collectionpage", SCHEMA_PAGE},
	{"comment", SCHEMA_FOREIGN},
	{"contactpage", SCHEMA_PAGE},
	{"corporation", SCHEMA_ORGANIZATION},
	{"course", SCHEMA_WORK},
	{"creativework", SCHEMA_WORK},
	{"criticreview", SCHEMA_WORK},
	{"dataset", SCHEMA_WORK},
	{"discussionforumposting", SCHEMA_ARTICLE},
	{"educationalorganization", SCHEMA_ORGANIZATION},
	{"employeereview", SCHEMA_WORK},
	{"episode", SCHEMA_WORK},
	{"event", SCHEMA_WORK},
	{"faqpage", SCHEMA_PAGE},
	{"governmentorganization", SCHEMA_ORGANIZATION},
	{"howto", SCHEMA_WORK},
	{"imagegallery", SCHEMA_WORK},
	{"imageobject", SCHEMA_IMAGE},
	{"itemlist", SCHEMA_FOREIGN},
	{"itempage", SCHEMA_PAGE},
	{"listitem", SCHEMA_CRUMB},
	{"liveblogposting", SCHEMA_ARTICLE},
	{"localbusiness", SCHEMA_ORGANIZATION},
	{"mediagallery", SCHEMA_WORK},
	{"mediaobject", SCHEMA_WORK},
	{"medicalwebpage", SCHEMA_PAGE},
	{"movie", SCHEMA_WORK},
	{"newsmediaorganization", SCHEMA_ORGANIZATION},
	{"newspaper", SCHEMA_SITE},
	{"ngo", SCHEMA_ORGANIZATION},
	{"offer", SCHEMA_FOREIGN},
	{"organisation", SCHEMA_ORGANIZATION},
	{"organization", SCHEMA_ORGANIZATION},
	{"periodical", SCHEMA_SITE},
	{"person", SCHEMA_PERSON},
	{"podcastepisode", SCHEMA_WORK},
	{"product", SCHEMA_FOREIGN},
	{"profilepage", SCHEMA_PAGE},
	{"qapage", SCHEMA_PAGE},
	{"radioepisode", SCHEMA_WORK},
	{"radioseries", SCHEMA_WORK},
	{"rating", SCHEMA_FOREIGN},
	{"realestatelisting", SCHEMA_PAGE},
	{"recipe", SCHEMA_WORK},
	{"report", SCHEMA_ARTICLE},
	{"review", SCHEMA_WORK},
	{"searchresultspage", SCHEMA_PAGE},
	{"sitenavigationelement", SCHEMA_FOREIGN},
	{"socialmediaposting", SCHEMA_ARTICLE},
	{"tvepisode", SCHEMA_WORK},
	{"usercomments", SCHEMA_FOREIGN},
	{"videogallery", SCHEMA_WORK},
	{"videoobject", SCHEMA_WORK},
	{"webpage", SCHEMA_PAGE},
	{"website", SCHEMA_SITE},
	{"wpadblock", SCHEMA_FOREIGN},
	{"wpfooter", SCHEMA_FOREIGN},
	{"wpsidebar", SCHEMA_FOREIGN},
};

/* PROP(name, lowercase name, fact, form, shape) */
#define PROP(name, lower, kind, form, shape)                                                       \
	{                                                                                              \
		{lower, kind, form, FACT_SOURCE_JSON_LD, "JSON-LD " name},                                 \
			{lower, kind, form, FACT_SOURCE_MICRODATA, "itemprop " name}, shape                    \
	}

static const SchemaProperty properties[] = {
	PROP("abstract", "abstract", FACT_DESCRIPTION, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("alternateName", "alternatename", FACT_SUBTITLE, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("alternativeHeadline", "alternativeheadline", FACT_SUBTITLE, FACT_FORM_TEXT,
		 SCHEMA_SHAPE_VALUE),
	PROP("articleBody", "articlebody", FACT_BODY, FACT_FORM_BODY, SCHEMA_SHAPE_VALUE),
	PROP("articleSection", "articlesection", FACT_SECTION, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("author", "author", FACT_AUTHOR, FACT_FORM_AUTHOR, SCHEMA_SHAPE_PARTY),
	PROP("byline", "byline", FACT_AUTHOR, FACT_FORM_AUTHOR, SCHEMA_SHAPE_PARTY),
	PROP("contentUrl", "contenturl", FACT_IMAGE, FACT_FORM_URL, SCHEMA_SHAPE_IMAGE),
	PROP("creator", "creator", FACT_AUTHOR, FACT_FORM_AUTHOR, SCHEMA_SHAPE_PARTY),
	PROP("dateCreated", "datecreated", FACT_PUBLISHED, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("dateModified", "datemodified", FACT_MODIFIED, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("datePublished", "datepublished", FACT_PUBLISHED, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("description", "description", FACT_DESCRIPTION, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("hasPart", "haspart", FACT_PAID, FACT_FORM_FREE, SCHEMA_SHAPE_PART),
	PROP("headline", "headline", FACT_TITLE, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("image", "image", FACT_IMAGE, FACT_FORM_URL, SCHEMA_SHAPE_IMAGE),
	PROP("inLanguage", "inlanguage", FACT_LANGUAGE, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("isAccessibleForFree", "isaccessibleforfree", FACT_PAID, FACT_FORM_FREE,
		 SCHEMA_SHAPE_VALUE),
	PROP("isPartOf", "ispartof", FACT_SITE_NAME, FACT_FORM_TEXT, SCHEMA_SHAPE_PART),
	PROP("keywords", "keywords", FACT_TAG, FACT_FORM_KEYWORDS, SCHEMA_SHAPE_VALUE),
	PROP("mainEntityOfPage", "mainentityofpage", FACT_URL, FACT_FORM_URL, SCHEMA_SHAPE_LINK),
	PROP("name", "name", FACT_TITLE, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("publisher", "publisher", FACT_PUBLISHER, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("sourceOrganization", "sourceorganization", FACT_PUBLISHER, FACT_FORM_TEXT,
		 SCHEMA_SHAPE_VALUE),
	PROP("text", "text", FACT_BODY, FACT_FORM_BODY, SCHEMA_SHAPE_VALUE),
	PROP("thumbnailUrl", "thumbnailurl", FACT_IMAGE, FACT_FORM_URL, SCHEMA_SHAPE_IMAGE),
	PROP("uploadDate", "uploaddate", FACT_PUBLISHED, FACT_FORM_TEXT, SCHEMA_SHAPE_VALUE),
	PROP("url", "url", FACT_URL, FACT_FORM_URL, SCHEMA_SHAPE_LINK),
};

/* Returns the last word of an address or a prefixed name. */
static Str
local_name(Str name)
{
	uint32_t start;

	name = str_trim(name);
	for (start = name.len; start > 0; start--)
		if (strchr("/#:", name.data[start - 1]) != NULL)
			break;
	return str_sub(name, start, name.len);
}

/*
 * strcmp() of a slice and the lowercase name with which an entry of either table begins; letters of
 * the slice match in either case.
 */
static int
compare_name(const void *key, const void *entry)
{
	Str wanted = *(const Str *) key;
	const char *name = *(const char *const *) entry;

	for (uint32_t i = 0; i < wanted.len; i++)
	{
		int order = (unsigned char) ascii_lower(wanted.data[i]) - (unsigned char) name[i];

		if (order != 0)
			return order;
	}
	return name[wanted.len] == '\0' ? 0 : -1;
}

SchemaClass
schema_class(Str type)
{
	const SchemaType *found;

	type = local_name(type);
	if (str_ends_ascii(type, STR("Article")))
		return SCHEMA_ARTICLE;
	found = bsearch(&type, types, lengthof(types), sizeof(types[0]), compare_name);
	return found ? found->class : SCHEMA_NONE;
}

const SchemaProperty *
schema_property(Str name)
{
	name = local_name(name);
	return bsearch(&name, properties, lengthof(properties), sizeof(properties[0]), compare_name);
}
