/*
 * valuetext.h
 *	  A text argument in which values are found, and their places as SQL counts them: characters
 *	  from 1, so that substr(argument, start, length) is what was found.
 */
#ifndef ARTICLE_PG_VALUETEXT_H
#define ARTICLE_PG_VALUETEXT_H

#include "fmgr.h"

#include "base/str.h"

typedef struct ValueText
{
	Str text;		  /* UTF-8; in a database of SQL_ASCII, the bytes as they are */
	uint32_t byte;	  /* an offset, and ... */
	int32 characters; /* ... how many characters precede it */
} ValueText;

/* Reads the text of an argument, which must outlive the ValueText. */
extern ValueText valuetext_read(text *argument);

/*
 * Sets values[0] to the position of a slice of the text, values[1] to its length, values[2] to its
 * text.  Calls must come in the order of the text.
 */
extern void valuetext_place(ValueText *text, uint32_t start, uint32_t end, Datum *values);

#endif
