/*
 * style.h
 *	  What CSS declarations say about whether and how an element is displayed: "color:red;
 *	  display:none" in, two properties out.
 */
#ifndef ARTICLE_STYLE_H
#define ARTICLE_STYLE_H

#include "base/str.h"

typedef enum Display
{
	DISPLAY_UNSAID,
	DISPLAY_NONE,
	DISPLAY_LINES, /* block, flex, table …: on lines of its own */
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
	bool floats; /* text flows around it */
} Style;

/*
 * Reads declarations. Of two for the same property the last one wins, unless only the first is
 * important.
 */
extern Style style_read(Str declarations);

#endif
