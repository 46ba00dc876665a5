/*
 * style.h
 *	  What CSS declarations say of whether and how an element is shown: "color:red; display:none" in, two properties out.
 */
#ifndef ARTICLE_STYLE_H
#define ARTICLE_STYLE_H

#include "base/str.h"

typedef enum Display
{
	DISPLAY_UNSAID,
	DISPLAY_NONE,
	DISPLAY_LINES, /* block, flex, table …: stands on lines of its own */
	DISPLAY_OTHER
} Display;

typedef enum Visibility
{
	VISIBILITY_UNSAID,
	VISIBILITY_HIDDEN,
	VISIBILITY_VISIBLE
} Visibility;

typedef struct Style
{
	Display display;
	Visibility visibility;
	bool display_important;
	bool visibility_important;
	bool floats; /* text runs on beside it */
} Style;

/* Of two declarations of a property the last one wins, unless only the other one is important. */
extern Style style_read(Str declarations);

#endif
