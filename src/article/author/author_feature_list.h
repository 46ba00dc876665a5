/*
 * author_feature_list.h
 *	  What can be said of a list of authors that a page declares or prints, and how much it weighs
 *	  when one is chosen: AUTHOR_FEATURE(name, weight).
 *
 * The weights are those under which the right lists of some 750 annotated pages, their reduced
 * copies and their copies among other articles are most probable; found and cross-validated over
 * publishers by tools/train_authors.py.  A list with the sum 0 is as probable as that the page names
 * nobody.  No #include guard: this file is a table.
 */
/* that nobody is named */
AUTHOR_FEATURE(NOBODY, 0.71)
AUTHOR_FEATURE(NOBODY_PERSON_DECLARED, -2.52) /* although the metadata name a person in full */
AUTHOR_FEATURE(NOBODY_OTHER_DECLARED, -2.02)  /* or a pseudonym, an agency, a newsroom */
AUTHOR_FEATURE(NOBODY_SITE_DECLARED, -1.49)   /* or the site */
AUTHOR_FEATURE(NOBODY_UNTITLED, 0.44)        /* and the page prints no title */
AUTHOR_FEATURE(NOBODY_CROWD, 0.90)           /* and names are printed in five places or more */
/* declared: the source */
AUTHOR_FEATURE(JSON_LD, 1.80)
AUTHOR_FEATURE(JSON_LD_OTHER, -0.39) /* of another entity than the article */
AUTHOR_FEATURE(OPEN_GRAPH, 1.23)
AUTHOR_FEATURE(TWITTER, 1.42)
AUTHOR_FEATURE(DUBLIN_CORE, -0.87)
AUTHOR_FEATURE(PARSELY, 0.22)
AUTHOR_FEATURE(META, -0.76)
AUTHOR_FEATURE(MICRODATA, -0.26)
AUTHOR_FEATURE(REL_AUTHOR, -0.45) /* a link */
AUTHOR_FEATURE(DATELINE, -0.51)   /* "LYON (AFP) -": author_agency.c */
/* declared: the names */
AUTHOR_FEATURE(FULL_NAME, 0.35)
AUTHOR_FEATURE(FULL_IN_JSON_LD, 0.71)
AUTHOR_FEATURE(FULL_IN_META, 0.42)
AUTHOR_FEATURE(FULL_IN_ELEMENT, -0.69) /* microdata or a link */
AUTHOR_FEATURE(PSEUDONYM, -1.25)
AUTHOR_FEATURE(AGENCY, -0.65)
AUTHOR_FEATURE(NEWSROOM, 0.19)
AUTHOR_FEATURE(SITE, 0.00)
AUTHOR_FEATURE(SITE_PERSON, 0.00)
AUTHOR_FEATURE(GIVEN_NAME, 1.18) /* the first name begins with a given name */
AUTHOR_FEATURE(SEVERAL, 0.17) /* two to four names */
AUTHOR_FEATURE(MANY, -0.81)    /* more */
AUTHOR_FEATURE(MIXED, 0.64)   /* a person and an organization */
AUTHOR_FEATURE(NOT_READ, 0.00) /* words that are no names */
AUTHOR_FEATURE(DIGITS, 0.26)
AUTHOR_FEATURE(SMALL, -0.52) /* begins with a lowercase letter: an account's name */
AUTHOR_FEATURE(AGREED, 0.88) /* an earlier source names the same first author */
AUTHOR_FEATURE(AT_TITLE, 0.00) /* the element stands near the title */
AUTHOR_FEATURE(OVER_TITLE, 0.13) /* or before it */
AUTHOR_FEATURE(IN_SIDE, -1.02) /* or in comments, teasers or navigation */
/* printed: how it is recognized */
AUTHOR_FEATURE(MARKED, -0.41)      /* by a class or an id … */
AUTHOR_FEATURE(MARKED_HEAD, -1.00) /* … near the title */
AUTHOR_FEATURE(MARKED_END, 0.63)  /* … at the end of the body */
AUTHOR_FEATURE(MARKED_FAR, -0.03)  /* … anywhere else */
AUTHOR_FEATURE(MARKED_REL, 0.45)  /* by rel or itemprop */
AUTHOR_FEATURE(PROFILE, 0.15)     /* a link to an author's page … */
AUTHOR_FEATURE(PROFILE_HEAD, 0.60)
AUTHOR_FEATURE(PROFILE_END, 0.29)
AUTHOR_FEATURE(PROFILE_FAR, -0.74)
AUTHOR_FEATURE(MARKED_PROFILE, 0.37) /* both */
AUTHOR_FEATURE(MARKED_CUED, -0.02) /* marked, and "by" */
AUTHOR_FEATURE(CUED, -1.08)        /* "by" alone … */
AUTHOR_FEATURE(CUED_HEAD, -0.17)
AUTHOR_FEATURE(CUED_END, 0.30)
AUTHOR_FEATURE(CUED_FAR, -1.21)
AUTHOR_FEATURE(CUED_WEAKLY, 0.00) /* a word that is also part of names: de, von … */
AUTHOR_FEATURE(CUED_WEAKLY_HEAD, 1.94)
AUTHOR_FEATURE(CUED_WEAKLY_END, 0.09)
AUTHOR_FEATURE(CUED_WEAKLY_FAR, -0.85)
AUTHOR_FEATURE(LABELLED, 1.25)    /* the block before it is "Author" */
AUTHOR_FEATURE(BARE, -3.71)        /* names and nothing else … */
AUTHOR_FEATURE(BARE_HEAD, 0.68)
AUTHOR_FEATURE(BARE_END, -1.70)
AUTHOR_FEATURE(BARE_FAR, -2.69)
AUTHOR_FEATURE(BARE_ON_SITE, 0.10) /* above the name of the site */
AUTHOR_FEATURE(SIGNATURE, 0.76)   /* set apart at the end */
AUTHOR_FEATURE(LINE, 0.08)        /* one line of a block */
/* printed: the names and the text around them */
AUTHOR_FEATURE(WHOLE, 0.00)       /* nothing but a byline */
AUTHOR_FEATURE(WHOLE_CUED, -1.06)  /* and with a cue */
AUTHOR_FEATURE(LONG, -1.41)        /* a biography */
AUTHOR_FEATURE(RUNNING, -0.44)     /* within running text */
AUTHOR_FEATURE(UNREAD_ONE, -0.03)
AUTHOR_FEATURE(UNREAD_MORE, -0.34)
AUTHOR_FEATURE(IN_FULL, 0.84)     /* a full name */
AUTHOR_FEATURE(IN_CAPITALS, -0.58)
AUTHOR_FEATURE(PRINTED_GIVEN_NAME, 1.72) /* the first name begins with a given name */
AUTHOR_FEATURE(BARE_GIVEN_NAME, 1.31)
AUTHOR_FEATURE(INITIAL, 0.83) /* or with an initial */
AUTHOR_FEATURE(PRINTED_AGENCY, 0.38) /* agencies only */
AUTHOR_FEATURE(PRINTED_NEWSROOM, 0.57) /* no person and no agency */
AUTHOR_FEATURE(PRINTED_SEVERAL, 0.67)
AUTHOR_FEATURE(PRINTED_MANY, -0.22)
AUTHOR_FEATURE(PHOTOS, 0.00)
AUTHOR_FEATURE(BYLINE_PHRASE, 0.00) /* the block holds a phrase of bylines */
AUTHOR_FEATURE(OTHER_PHRASE, -1.09)  /* of share bars, newsletters, credits … */
AUTHOR_FEATURE(IN_HEADING, -0.01)
AUTHOR_FEATURE(IN_LIST, -0.53)
AUTHOR_FEATURE(IN_TITLE, -1.06) /* the title names them */
AUTHOR_FEATURE(IN_TEXT, -0.00)  /* the body's sentences do */
AUTHOR_FEATURE(DECLARED, 0.67) /* the metadata do */
AUTHOR_FEATURE(NOT_DECLARED, -0.79) /* the metadata name other people in full */
AUTHOR_FEATURE(REPEATED, 1.07) /* another place names the same first author */
/* printed: the position */
AUTHOR_FEATURE(ABOVE_FAR, -0.93)
AUTHOR_FEATURE(ABOVE, -0.88)
AUTHOR_FEATURE(ABOVE_NEXT, -0.55)
AUTHOR_FEATURE(UNDER_TITLE, 0.88)
AUTHOR_FEATURE(UNDER_NEAR, -0.35)
AUTHOR_FEATURE(UNDER_FAR, 0.67)
AUTHOR_FEATURE(UNTITLED, -0.97)
AUTHOR_FEATURE(OVER_BODY, 0.20)
AUTHOR_FEATURE(IN_LEAD, -0.18)
AUTHOR_FEATURE(IN_BODY, -0.41)
AUTHOR_FEATURE(IN_TAIL, -0.92)
AUTHOR_FEATURE(AT_END, -0.42)
AUTHOR_FEATURE(AFTER_END, -0.19)
AUTHOR_FEATURE(AFTER_FAR, -0.21)
AUTHOR_FEATURE(FIRST, 0.38) /* the first place from the title on */
AUTHOR_FEATURE(DATED, 1.08) /* its block holds a date … */
AUTHOR_FEATURE(DATED_HEAD, 1.69)
AUTHOR_FEATURE(DATED_END, -0.99)
AUTHOR_FEATURE(DATED_FAR, 0.38)
AUTHOR_FEATURE(DATE_NEXT, 0.49) /* the block before or after it does … */
AUTHOR_FEATURE(DATE_NEXT_HEAD, 0.12)
AUTHOR_FEATURE(DATE_NEXT_END, -0.22)
AUTHOR_FEATURE(DATE_NEXT_FAR, 0.60)
AUTHOR_FEATURE(OWN_DAY, 0.71) /* that date is the article's */
AUTHOR_FEATURE(OTHER_DAY, -1.58) /* that date is not */
/* printed: what it is part of */
AUTHOR_FEATURE(NAVIGATION, -2.02)
AUTHOR_FEATURE(SIDE, 0.00)
AUTHOR_FEATURE(FOOTER, 0.00)
AUTHOR_FEATURE(HEADER, -0.01)
AUTHOR_FEATURE(COMMENT, -3.01)
AUTHOR_FEATURE(RELATED, -2.87)
AUTHOR_FEATURE(BUTTON, -0.88)
AUTHOR_FEATURE(CAPTION, -1.52)
AUTHOR_FEATURE(PICTURE, -0.57)
AUTHOR_FEATURE(SERVICE, -0.62) /* share bars, newsletters, advertisements, forms */
AUTHOR_FEATURE(QUOTATION, -2.04)
AUTHOR_FEATURE(META_LINE, 0.29) /* an element named for the article's date and authors */
AUTHOR_FEATURE(LINKED, -1.24)    /* a link that is no author's */
AUTHOR_FEATURE(OTHER_ARTICLE, -1.73) /* an <article> without the title and the body */
AUTHOR_FEATURE(BESIDE_TEASER, -1.22) /* the block before or after it is a link to another page */
AUTHOR_FEATURE(OTHER_HEADLINE, -0.79) /* after the body, and under another headline */
AUTHOR_FEATURE(OUTSIDE_END, -0.76) /* after the head, in an aside, a teaser, a list of links … */
AUTHOR_FEATURE(IN_CROWD, -1.26)  /* two other places like it name other people */
