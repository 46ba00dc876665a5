/*
 * date_feature_list.h
 *	  What can be said of a day that a page mentions, and how much it weighs when the day of publication
 *	  is chosen: DATE_FEATURE(name, weight).
 *
 * The weights are those under which the right days of some 1,300 annotated pages are most probable,
 * found and cross-validated over publishers by tools/train_dates.py; those of the first declarations
 * are held near what newspapers' own data says of them.  No #include guard: this file is a table.
 */
DATE_FEATURE(LD_PUBLISHED, 3.76) /* JSON-LD datePublished of the main entity */
DATE_FEATURE(LD_CREATED, 2.00) /* its dateCreated or uploadDate */
DATE_FEATURE(LD_MODIFIED, -0.88) /* its dateModified */
DATE_FEATURE(LD_OTHER, 1.53) /* datePublished of another entity */
DATE_FEATURE(LD_OTHER_MODIFIED, -0.05) /* dateModified of another entity */
DATE_FEATURE(OG_PUBLISHED, 3.40) /* article:published_time and the like */
DATE_FEATURE(OG_MODIFIED, -0.73) /* article:modified_time, og:updated_time */
DATE_FEATURE(META_PUBLISHED, 2.54) /* any other meta that means publication */
DATE_FEATURE(META_MODIFIED, 0.07) /* and modification */
DATE_FEATURE(ITEMPROP_NEAR, 2.35) /* microdata datePublished by the title */
DATE_FEATURE(ITEMPROP_FAR, 0.75) /* elsewhere */
DATE_FEATURE(ITEMPROP_MODIFIED, 0.20) /* microdata dateModified */
DATE_FEATURE(TIME_FIRST, 0.81) /* the first <time datetime> of the page */
DATE_FEATURE(TIME_NEAR, 0.71) /* a <time> by the title */
DATE_FEATURE(TIME_FAR, 1.26) /* a <time> further away */
DATE_FEATURE(TIME_ELSEWHERE, 0.34) /* a <time> in an aside, a link, a comment, the footer */
DATE_FEATURE(TIME_PUBLISHED, -0.12) /* its class, id or itemprop speaks of publication */
DATE_FEATURE(TIME_MODIFIED, -0.94) /* or of modification */
DATE_FEATURE(PRINTED_PUBLISHED, 2.23) /* words or class names say "published" */
DATE_FEATURE(PRINTED_MODIFIED, -0.20) /* or "updated" */
DATE_FEATURE(PRINTED_CLASS, 0.84) /* a class name says "date" */
DATE_FEATURE(PRINTED_WHOLE, 1.63) /* the block holds little else */
DATE_FEATURE(PRINTED_FIRST, 1.85) /* the first short block behind the title that holds a date */
DATE_FEATURE(PRINTED_TIMED, 1.20) /* with a time of day */
DATE_FEATURE(PRINTED_NAMED, 1.35) /* with a weekday */
DATE_FEATURE(PRINTED_LONG, -1.16) /* within a paragraph */
DATE_FEATURE(PRINTED_DATELINE, 0.70) /* at the head of a paragraph, and set off from it */
DATE_FEATURE(PRINTED_RELATIVE, -1.50) /* "hier", "ce matin": counted from when the page was fetched */
DATE_FEATURE(PRINTED_TITLE, -0.32) /* in the title's own block */
DATE_FEATURE(PRINTED_ABOVE, -0.43) /* far above the title */
DATE_FEATURE(PRINTED_BEFORE, 2.37) /* just before the title */
DATE_FEATURE(PRINTED_NEXT, 1.21) /* one of the first blocks behind the title */
DATE_FEATURE(PRINTED_NEAR, 1.04) /* some blocks behind it */
DATE_FEATURE(PRINTED_LEAD, 0.50) /* in the first block of the body */
DATE_FEATURE(PRINTED_BODY, -0.78) /* in the body */
DATE_FEATURE(PRINTED_END, 0.12) /* just behind the body */
DATE_FEATURE(PRINTED_FAR, 0.03) /* further down */
DATE_FEATURE(ASIDE_NEAR, 3.68) /* in an aside, comment or footer by its name, but by the title */
DATE_FEATURE(ASIDE_FAR, -0.23) /* in an aside */
DATE_FEATURE(LINK_NEAR, 1.18) /* in a link by the title */
DATE_FEATURE(LINK_FAR, -0.70) /* in another link */
DATE_FEATURE(IN_COMMENT, 0.10) /* in a comment */
DATE_FEATURE(IN_FOOTER, -1.18) /* in the footer */
DATE_FEATURE(HEAD_TEXT, 0.60) /* in <title> or the description */
DATE_FEATURE(IMAGE_DAY, -0.07) /* in the address of the lead image */
DATE_FEATURE(IMAGE_MONTH, 2.59) /* that address names its month */
DATE_FEATURE(MONTH_ONLY, -4.42) /* the day is not given */
DATE_FEATURE(NO_YEAR, -2.17) /* the year is not given */
DATE_FEATURE(URL_DAY, 4.16) /* in the page's address */
DATE_FEATURE(URL_MONTH, 2.67) /* that address names its month, or a day beside it */
DATE_FEATURE(URL_AGAINST, -3.67) /* that address names another month */
DATE_FEATURE(LATEST, 1.53) /* no other day is later */
DATE_FEATURE(EARLIEST, 0.55) /* no other day is earlier */
DATE_FEATURE(REPEATED, 0.24) /* mentioned more than once */
