/*
 * date_feature_list.h
 *	  What can be said of a day that a page mentions, and how much it weighs when the day of publication
 *	  is chosen: DATE_FEATURE(name, weight).
 *
 * The weights are those under which the right days of some 1,300 annotated pages are most probable,
 * found and cross-validated over publishers by tools/train_dates.py; those of the first declarations
 * are held near what newspapers' own data says of them.  No #include guard: this file is a table.
 */
DATE_FEATURE(LD_PUBLISHED, 2.63) /* JSON-LD datePublished of the main entity */
DATE_FEATURE(LD_CREATED, 0.51) /* its dateCreated or uploadDate */
DATE_FEATURE(LD_MODIFIED, -0.50) /* its dateModified */
DATE_FEATURE(LD_OTHER, 0.50) /* datePublished of another entity */
DATE_FEATURE(LD_OTHER_MODIFIED, -0.50) /* dateModified of another entity */
DATE_FEATURE(OG_PUBLISHED, 3.62) /* article:published_time and the like */
DATE_FEATURE(OG_MODIFIED, -0.25) /* article:modified_time, og:updated_time */
DATE_FEATURE(META_PUBLISHED, 2.79) /* any other meta that means publication */
DATE_FEATURE(META_MODIFIED, -0.43) /* and modification */
DATE_FEATURE(ITEMPROP_NEAR, 1.63) /* microdata datePublished near the title */
DATE_FEATURE(ITEMPROP_FAR, 0.50) /* elsewhere */
DATE_FEATURE(ITEMPROP_MODIFIED, -0.50) /* microdata dateModified */
DATE_FEATURE(TIME_FIRST, 0.08) /* the first <time datetime> of the page */
DATE_FEATURE(TIME_NEAR, 0.50) /* a <time> near the title */
DATE_FEATURE(TIME_FAR, 3.28) /* a <time> further away */
DATE_FEATURE(TIME_ELSEWHERE, 0.70) /* a <time> in an aside, a link, a comment, the footer */
DATE_FEATURE(TIME_PUBLISHED, 0.50) /* its class, id or itemprop names publication */
DATE_FEATURE(TIME_MODIFIED, -0.96) /* or of modification */
DATE_FEATURE(PRINTED_PUBLISHED, 1.46) /* words or class names say "published" */
DATE_FEATURE(PRINTED_MODIFIED, -0.81) /* or "updated" */
DATE_FEATURE(PRINTED_CLASS, 1.93) /* a class name says "date" */
DATE_FEATURE(PRINTED_WHOLE, 2.78) /* the block contains little else */
DATE_FEATURE(PRINTED_FIRST, 1.65) /* the first short block after the title that holds a date */
DATE_FEATURE(PRINTED_TIMED, 1.47) /* with a time of day */
DATE_FEATURE(PRINTED_NAMED, 1.42) /* with a weekday */
DATE_FEATURE(PRINTED_LONG, -0.50) /* within a paragraph */
DATE_FEATURE(PRINTED_DATELINE, 0.69) /* at the start of a paragraph, and set off from it */
DATE_FEATURE(PRINTED_RELATIVE, -1.50) /* "hier", "ce matin": counted from when the page was fetched */
DATE_FEATURE(PRINTED_TITLE, -1.74) /* in the title's own block */
DATE_FEATURE(PRINTED_ABOVE, -1.55) /* far above the title */
DATE_FEATURE(PRINTED_BEFORE, 2.37) /* just before the title */
DATE_FEATURE(PRINTED_NEXT, 0.52) /* one of the first blocks after the title */
DATE_FEATURE(PRINTED_NEAR, -0.18) /* some blocks after it */
DATE_FEATURE(PRINTED_LEAD, 0.01) /* in the first block of the body */
DATE_FEATURE(PRINTED_BODY, -1.35) /* in the body */
DATE_FEATURE(PRINTED_END, 0.56) /* just after the body */
DATE_FEATURE(PRINTED_FAR, -0.30) /* further down */
DATE_FEATURE(ASIDE_NEAR, 3.95) /* named an aside, comment or footer, but near the title */
DATE_FEATURE(ASIDE_FAR, -0.48) /* in an aside */
DATE_FEATURE(LINK_NEAR, 2.18) /* in a link near the title */
DATE_FEATURE(LINK_FAR, -0.93) /* in another link */
DATE_FEATURE(IN_COMMENT, 1.50) /* in a comment */
DATE_FEATURE(IN_FOOTER, -0.91) /* in the footer */
DATE_FEATURE(SCRIPT_FIRST, 0.31) /* the first that a script calls published; none is declared */
DATE_FEATURE(SCRIPT_OTHER, -0.17) /* further down in the scripts */
DATE_FEATURE(HEAD_TEXT, 0.06) /* in <title> or the description */
DATE_FEATURE(IMAGE_DAY, 0.80) /* in the address of the lead image */
DATE_FEATURE(IMAGE_MONTH, 2.61) /* that address names its month */
DATE_FEATURE(MONTH_ONLY, -4.63) /* the day is not given */
DATE_FEATURE(NO_YEAR, -1.96) /* the year is not given */
DATE_FEATURE(URL_DAY, 1.76) /* in the page's address */
DATE_FEATURE(URL_MONTH, 4.02) /* that address names its month, or a day close to it */
DATE_FEATURE(URL_AGAINST, -4.02) /* that address names another month */
DATE_FEATURE(LATEST, 2.27) /* no other day is later */
DATE_FEATURE(EARLIEST, 1.29) /* no other day is earlier */
DATE_FEATURE(REPEATED, 0.38) /* mentioned more than once */
