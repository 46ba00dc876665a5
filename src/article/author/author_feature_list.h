/*
 * author_feature_list.h
 *	  What can be said of a list of authors that a page declares or prints, and how much it weighs
 *	  when one is chosen: AUTHOR_FEATURE(name, weight, weight on a flat page).
 *
 * The weights are those under which the right lists of some 750 annotated pages, their reduced
 * copies and their copies among other articles are most probable; found and cross-validated over
 * publishers by tools/train_authors.py. A list with the sum 0 is as probable as that the page names
 * nobody. No #include guard: this file is a table.
 */
/* that nobody is named */
AUTHOR_FEATURE(NOBODY, -0.04, 0.43)
AUTHOR_FEATURE(NOBODY_PERSON_DECLARED, -1.11, 0.00) /* although the metadata name a person in full */
AUTHOR_FEATURE(NOBODY_OTHER_DECLARED, -1.19, 0.01)  /* or a pseudonym, an agency, a newsroom */
AUTHOR_FEATURE(NOBODY_SITE_DECLARED, -0.13, 0.00)   /* or the site */
AUTHOR_FEATURE(NOBODY_UNTITLED, 0.26, -0.11)        /* and the page prints no title */
AUTHOR_FEATURE(NOBODY_CROWD, 0.15, 0.63)           /* and names are printed in five places or more */
/* declared: the source */
AUTHOR_FEATURE(JSON_LD, 1.45, 0.00)
AUTHOR_FEATURE(JSON_LD_OTHER, -0.09, 0.00) /* of another entity than the article */
AUTHOR_FEATURE(OPEN_GRAPH, 0.02, 0.00)
AUTHOR_FEATURE(TWITTER, 0.94, 0.00)
AUTHOR_FEATURE(DUBLIN_CORE, -0.14, 0.00)
AUTHOR_FEATURE(PARSELY, 0.35, 0.00)
AUTHOR_FEATURE(META, -0.53, 0.00)
AUTHOR_FEATURE(MICRODATA, -0.19, 0.00)
AUTHOR_FEATURE(REL_AUTHOR, 0.09, 0.00) /* a link */
AUTHOR_FEATURE(DATELINE, -0.21, -0.14)   /* "LYON (AFP) -": author_dateline.c */
/* declared: the names */
AUTHOR_FEATURE(FULL_NAME, 0.24, 0.00)
AUTHOR_FEATURE(FULL_IN_JSON_LD, 0.16, 0.00)
AUTHOR_FEATURE(FULL_IN_META, 0.13, 0.00)
AUTHOR_FEATURE(FULL_IN_ELEMENT, -0.21, 0.00) /* microdata or a link */
AUTHOR_FEATURE(PSEUDONYM, -0.34, 0.00)
AUTHOR_FEATURE(AGENCY, -0.01, -0.14)
AUTHOR_FEATURE(NEWSROOM, 0.19, 0.00)
AUTHOR_FEATURE(SITE, 0.00, 0.00)
AUTHOR_FEATURE(SITE_PERSON, 0.00, 0.00)
AUTHOR_FEATURE(GIVEN_NAME, 1.11, 0.00) /* the first name begins with a given name */
AUTHOR_FEATURE(SEVERAL, -0.66, 0.00) /* two to four names */
AUTHOR_FEATURE(MANY, 0.01, 0.00)    /* more */
AUTHOR_FEATURE(MIXED, 0.07, 0.00)   /* a person and an organization */
AUTHOR_FEATURE(NOT_READ, 0.00, 0.00) /* words that are no names */
AUTHOR_FEATURE(DIGITS, 0.27, 0.00)
AUTHOR_FEATURE(SMALL, -0.12, 0.00) /* begins with a lowercase letter: an account's name */
AUTHOR_FEATURE(AGREED, 0.21, 0.00) /* an earlier source names the same first author */
AUTHOR_FEATURE(AT_TITLE, 0.05, 0.00) /* the element stands near the title */
AUTHOR_FEATURE(OVER_TITLE, -0.02, 0.00) /* or before it */
AUTHOR_FEATURE(IN_SIDE, -1.05, -1.00) /* or in comments, teasers or navigation */
/* printed: how it is recognized */
AUTHOR_FEATURE(MARKED, 0.05, 0.00)      /* by a class or an id … */
AUTHOR_FEATURE(MARKED_HEAD, -0.28, 0.00) /* … near the title */
AUTHOR_FEATURE(MARKED_END, 0.28, 0.00)  /* … at the end of the body */
AUTHOR_FEATURE(MARKED_FAR, 0.05, 0.00)  /* … anywhere else */
AUTHOR_FEATURE(MARKED_REL, 0.00, 0.00)  /* by rel or itemprop */
AUTHOR_FEATURE(PROFILE, 0.10, 0.00)     /* a link to an author's page … */
AUTHOR_FEATURE(PROFILE_HEAD, -0.60, 0.00)
AUTHOR_FEATURE(PROFILE_END, 0.66, 0.00)
AUTHOR_FEATURE(PROFILE_FAR, 0.04, 0.00)
AUTHOR_FEATURE(MARKED_PROFILE, 0.08, 0.00) /* both */
AUTHOR_FEATURE(MARKED_CUED, 0.03, 0.00) /* marked, and "by" */
AUTHOR_FEATURE(CUED, -0.84, -0.37)        /* "by" alone … */
AUTHOR_FEATURE(CUED_HEAD, -0.54, -0.22)
AUTHOR_FEATURE(CUED_END, 0.23, 0.43)
AUTHOR_FEATURE(CUED_FAR, -0.52, -0.58)
AUTHOR_FEATURE(CUED_WEAKLY, 0.00, 0.00) /* a word that is also part of names: de, von … */
AUTHOR_FEATURE(CUED_WEAKLY_HEAD, 0.84, 1.02)
AUTHOR_FEATURE(CUED_WEAKLY_END, 0.08, 0.02)
AUTHOR_FEATURE(CUED_WEAKLY_FAR, -0.52, -0.35)
AUTHOR_FEATURE(LABELLED, 0.49, 0.95)    /* the block before it is "Author" */
AUTHOR_FEATURE(BARE, -1.65, -1.46)        /* names and nothing else … */
AUTHOR_FEATURE(BARE_HEAD, -0.24, 0.08)
AUTHOR_FEATURE(BARE_END, -0.63, -0.60)
AUTHOR_FEATURE(BARE_FAR, -0.78, -0.94)
AUTHOR_FEATURE(BARE_ON_SITE, 0.09, 0.00) /* above the name of the site */
AUTHOR_FEATURE(SIGNATURE, -0.22, 0.00)   /* set apart at the end */
AUTHOR_FEATURE(LINE, 0.01, 0.00)        /* one line of a block */
/* printed: the names and the text around them */
AUTHOR_FEATURE(WHOLE, 0.00, 0.00)       /* nothing but a byline */
AUTHOR_FEATURE(WHOLE_CUED, 0.56, 0.28)  /* and with a cue */
AUTHOR_FEATURE(LONG, -0.37, -0.13)        /* a biography */
AUTHOR_FEATURE(RUNNING, -0.53, 0.00)     /* within running text */
AUTHOR_FEATURE(UNREAD_ONE, -0.96, 0.00)
AUTHOR_FEATURE(UNREAD_MORE, 0.00, 0.00)
AUTHOR_FEATURE(IN_FULL, 0.23, -0.31)     /* a full name */
AUTHOR_FEATURE(IN_CAPITALS, 0.34, 0.29)
AUTHOR_FEATURE(PRINTED_GIVEN_NAME, 1.80, 1.52) /* the first name begins with a given name */
AUTHOR_FEATURE(BARE_GIVEN_NAME, -0.05, 1.56)
AUTHOR_FEATURE(SIGNATURE_GIVEN_NAME, 0.35, 0.00)
AUTHOR_FEATURE(GIVEN_NAME_FAR, -0.74, -0.28) /* … and the place is neither near the title nor at the end */
AUTHOR_FEATURE(INITIAL, 0.23, 0.30) /* or with an initial */
AUTHOR_FEATURE(PRINTED_AGENCY, 0.26, 0.11) /* agencies only */
AUTHOR_FEATURE(PRINTED_NEWSROOM, 0.29, 0.24) /* no person and no agency */
AUTHOR_FEATURE(PRINTED_SEVERAL, 0.53, 0.70)
AUTHOR_FEATURE(PRINTED_MANY, -0.04, -0.01)
AUTHOR_FEATURE(PHOTOS, -0.24, -0.43)
AUTHOR_FEATURE(BYLINE_PHRASE, 0.68, 0.12) /* the block holds a phrase of bylines */
AUTHOR_FEATURE(OTHER_PHRASE, -0.13, -0.02)  /* of share bars, newsletters, credits … */
AUTHOR_FEATURE(IN_HEADING, 0.00, 0.00)
AUTHOR_FEATURE(IN_LIST, -0.50, 0.00)
AUTHOR_FEATURE(IN_TITLE, -1.14, -1.03) /* the title names them */
AUTHOR_FEATURE(IN_TEXT, -0.11, -0.18)  /* the body's sentences do */
AUTHOR_FEATURE(DECLARED, 0.89, 0.00) /* the metadata do */
AUTHOR_FEATURE(NOT_DECLARED, -0.68, 0.00) /* the metadata name other people in full */
AUTHOR_FEATURE(REPEATED, 1.44, 0.77) /* another place names the same first author */
AUTHOR_FEATURE(STRANGE_REPEATED, 0.21, 0.11) /* … and does not begin with a given name */
AUTHOR_FEATURE(FAMILY_IN_TITLE, -0.46, -0.45) /* the title holds the last word of the name */
AUTHOR_FEATURE(FAMILY_IN_TEXT, -0.39, -0.69)  /* the body's sentences do */
AUTHOR_FEATURE(SPELLED, 0.74, 0.00)         /* the address of a link in or around it holds the name */
AUTHOR_FEATURE(PORTRAIT, 0.12, 0.00)        /* a picture beside it bears the name */
AUTHOR_FEATURE(DICTIONARY, -0.10, -0.07)      /* all its words are in the French dictionary */
AUTHOR_FEATURE(TOLD, -2.77, -2.47) /* words that are no names come before the cue */
AUTHOR_FEATURE(BY_OFFICE, -2.51, -2.31)        /* … and a colon instead of a cue */
AUTHOR_FEATURE(WITH_JOB, -0.54, 0.29)        /* the byline names a job: journaliste, reporter */
AUTHOR_FEATURE(WITH_ADDRESS, 0.11, 0.32)    /* … or an e-mail address or a handle */
/* printed: how it is written, and what stands beside it */
AUTHOR_FEATURE(LONG_NAME, -0.82, -1.06)
AUTHOR_FEATURE(BARE_LATE, -1.30, -1.45)  /* bare, and words that are no names stand before it */
AUTHOR_FEATURE(BARE_MORE, -0.57, -0.92)  /* … after it */
AUTHOR_FEATURE(AFTER_QUOTATION, -2.01, -2.02)
/* printed: the position */
AUTHOR_FEATURE(ABOVE_FAR, -0.42, -0.38)
AUTHOR_FEATURE(ABOVE, -0.53, -0.38)
AUTHOR_FEATURE(ABOVE_NEXT, -0.63, -0.76)
AUTHOR_FEATURE(UNDER_TITLE, 0.62, 0.68)
AUTHOR_FEATURE(UNDER_NEAR, 0.22, 0.57)
AUTHOR_FEATURE(UNDER_FAR, -0.62, 0.11)
AUTHOR_FEATURE(UNTITLED, -0.30, -0.13)
AUTHOR_FEATURE(OVER_BODY, -0.67, 0.17)
AUTHOR_FEATURE(IN_LEAD, -0.25, -0.28)
AUTHOR_FEATURE(IN_BODY, -0.36, 0.00)
AUTHOR_FEATURE(IN_TAIL, -0.21, -0.33)
AUTHOR_FEATURE(AT_END, 0.14, 0.46)
AUTHOR_FEATURE(AFTER_END, -0.02, 0.17)
AUTHOR_FEATURE(AFTER_FAR, -0.28, -0.48)
AUTHOR_FEATURE(FIRST, 0.45, 0.31) /* the first place from the title on */
AUTHOR_FEATURE(DATED, 0.58, 0.28) /* its block holds a date … */
AUTHOR_FEATURE(DATED_HEAD, 0.76, 0.75)
AUTHOR_FEATURE(DATED_END, -0.29, -0.14)
AUTHOR_FEATURE(DATED_FAR, 0.11, -0.34)
AUTHOR_FEATURE(DATE_NEXT, 0.30, 0.54) /* the block before or after it does … */
AUTHOR_FEATURE(DATE_NEXT_HEAD, 0.06, 0.12)
AUTHOR_FEATURE(DATE_NEXT_END, 0.29, 0.31)
AUTHOR_FEATURE(DATE_NEXT_FAR, -0.05, 0.10)
AUTHOR_FEATURE(OWN_DAY, 0.92, 1.39) /* that date is the article's */
AUTHOR_FEATURE(OTHER_DAY, -1.36, -0.81) /* that date is not */
/* printed: what it is part of */
AUTHOR_FEATURE(NAVIGATION, -2.06, -2.00)
AUTHOR_FEATURE(SIDE, -0.21, 0.00)
AUTHOR_FEATURE(FOOTER, 0.00, 0.00)
AUTHOR_FEATURE(HEADER, -0.26, 0.00)
AUTHOR_FEATURE(COMMENT, -3.00, -3.00)
AUTHOR_FEATURE(RELATED, -2.90, -3.00)
AUTHOR_FEATURE(BUTTON, -0.94, -1.00)
AUTHOR_FEATURE(CAPTION, -1.55, -1.50)
AUTHOR_FEATURE(PICTURE, -0.19, 0.00)
AUTHOR_FEATURE(SERVICE, -0.66, -1.00) /* share bars, newsletters, advertisements, forms */
AUTHOR_FEATURE(QUOTATION, -2.00, -2.00)
AUTHOR_FEATURE(META_LINE, 0.61, 0.00) /* an element named for the article's date and authors */
AUTHOR_FEATURE(LINKED, -0.63, 0.00)    /* a link that is no author's */
AUTHOR_FEATURE(OTHER_ARTICLE, -1.92, -2.00) /* an <article> without the title and the body */
AUTHOR_FEATURE(BESIDE_TEASER, -1.33, -1.00) /* the block before or after it is a link to another page */
AUTHOR_FEATURE(OTHER_HEADLINE, -0.98, -1.00) /* after the body, and under another headline */
AUTHOR_FEATURE(OUTSIDE_END, -0.74, -1.50) /* after the head, in an aside, a teaser, a list of links … */
AUTHOR_FEATURE(IN_CROWD, -0.65, -0.77)  /* two other places like it name other people */
