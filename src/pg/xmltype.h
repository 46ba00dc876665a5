/*
 * xmltype.h
 *	  Values of type xml, which a server built without libxml2 knows but cannot use.  Include it
 *	  after postgres.h.
 */
#ifndef ARTICLE_PG_XMLTYPE_H
#define ARTICLE_PG_XMLTYPE_H

/*
 * Raises feature_not_supported with this hint if the server was built without libxml2.  The
 * functions exist there too, so that dumps can be restored.
 */
static inline void
xmltype_require(const char *hint)
{
#ifdef USE_LIBXML
	(void) hint;
#else
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED), errmsg("unsupported XML feature"),
			 errdetail("This functionality requires the server to be built with libxml support."),
			 errhint("%s", hint)));
#endif
}

#endif
