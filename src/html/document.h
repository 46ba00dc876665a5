/*
 * document.h
 *	  From what was stored to the text of a page: compression and what HTTP puts around a page are
 *	  undone, what is no page is named, and the rest becomes valid UTF-8 without NUL.
 *
 * Bytes speak first: a document that begins as markup is a page whatever its content type says.  One
 * that does not is no page where its bytes, its text or its content type say so.
 */
#ifndef ARTICLE_DOCUMENT_H
#define ARTICLE_DOCUMENT_H

#include "base/arena.h"
#include "base/str.h"

typedef struct DocumentOptions
{
	bool is_text; /* the caller says it is UTF-8: what the page claims of its charset is ignored */
	Str content_type;					/* the HTTP header's value, or STR_NONE */
	size_t size_limit;					/* bytes that may come out of compressed ones */
	bool (*interrupted)(void *context); /* NULL: never */
	void *interrupt_context;
} DocumentOptions;

typedef enum DocumentStatus
{
	DOCUMENT_OPEN,
	DOCUMENT_TOO_LARGE,	 /* more than size_limit bytes come out */
	DOCUMENT_INTERRUPTED /* the caller's interrupted() said so */
} DocumentStatus;

typedef struct Document
{
	Str text;			  /* empty where it is no page */
	bool clean;			  /* known to be: see text/clean.h */
	const char *encoding; /* WHATWG name of what bytes were read as; NULL for text and for no page */
	Str not_a_page;		  /* what it is instead; data NULL: it is a page */
} Document;

extern DocumentStatus document_open(Document *document, Arena *arena, Str bytes,
									const DocumentOptions *options);

#endif
