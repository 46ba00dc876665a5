/*
 * agency.h
 *	  Whose wire an article prints, by its signature, the dateline that opens it, or the credit that
 *	  ends it.
 */
#ifndef ARTICLE_AGENCY_H
#define ARTICLE_AGENCY_H

#include "base/str.h"

/*
 * Returns the agency that signs an article, in one spelling ("AFP", "La Presse canadienne"), or
 * STR_NONE. Of several the first one counts. Authors are those of the article; body is its text,
 * blocks separated by blank lines. A picture's credit and a mention in running text sign nothing.
 */
extern Str agency_of(const Str *authors, uint32_t count, Str body);

/*
 * The contents of the parentheses that end a text: "… a conclu le maire. (avec AFP)". Parentheses of
 * more than `most` bytes, counted with both marks, are none.
 */
extern Str agency_closing_parentheses(Str text, uint32_t most);

#endif
