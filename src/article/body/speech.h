/*
 * speech.h
 *	  Whom a text speaks to: its reader, or nobody in particular.
 */
#ifndef ARTICLE_SPEECH_H
#define ARTICLE_SPEECH_H

#include "base/arena.h"
#include "base/str.h"

/* Counts of words outside quotation marks: what a quoted person says is not the page's speech. */
typedef struct Speech
{
	uint32_t words;
	uint32_t address;	 /* "vous", "your", and verbs like "scannez" */
	uint32_t own;		 /* "nous", "our" */
	uint32_t imperative; /* sentences that begin with a verb like "scannez" */
} Speech;

/* Reads a text in UTF-8. Polls the arena while it reads a long one. */
extern Speech speech_read(const Arena *arena, Str text);

#endif
