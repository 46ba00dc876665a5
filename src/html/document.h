/*
 * document.h
 *	  Turns stored bytes into the text of a page: undoes compression and HTTP framing, names what is
 *	  not a page, and converts the rest to valid UTF-8 without NUL.
 *
 * The bytes decide first: a document that begins as markup is a page whatever its content type
 * says. Any other is not a page if its bytes, its text or its content type say so.
 */
#ifndef ARTICLE_DOCUMENT_H
#define ARTICLE_DOCUMENT_H

#include "base/arena.h"
#include "base/str.h"

typedef struct DocumentOptions
{
	bool is_text;	   /* known to be UTF-8: the charset that the page declares is ignored */
	Str content_type;  /* the HTTP header's value, or STR_NONE */
	bool any_text;	   /* keep any text, as it is: a feed is wanted, not a page */
	size_t size_limit; /* most bytes after decompression */
	bool (*interrupted)(void *context); /* NULL: never */
	void *interrupt_context;
} DocumentOptions;

typedef enum DocumentStatus
{
	DOCUMENT_OPEN,
	DOCUMENT_TOO_LARGE,	 /* decompressed to more than size_limit bytes */
	DOCUMENT_INTERRUPTED /* interrupted() returned true */
} DocumentStatus;

typedef struct Document
{
	Str text;			  /* empty if it is not a page */
	bool clean;			  /* known to be clean (text/clean.h) */
	const char *encoding; /* WHATWG name; NULL for text, or if it is not a page */
	Str not_a_page;		  /* name of what it is; data NULL if it is a page */
} Document;

extern DocumentStatus document_open(Document *document, Arena *arena, Str bytes,
									const DocumentOptions *options);

#endif
