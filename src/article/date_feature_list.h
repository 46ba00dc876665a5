/*
 * date_feature_list.h
 *	  What can be said of a day that a page mentions, and how much it weighs when the day of publication
 *	  is chosen: DATE_FEATURE(name, weight).
 *
 * The weights are those under which the right days of some 1,300 annotated pages are most probable,
 * found and cross-validated over publishers by tools/train_dates.py; those of the first declarations
 * are held near what newspapers' own data says of them.  No #include guard: this file is a table.
 */
DATE_FEATURE(LD_PUBLISHED, 3.85) /* JSON-LD datePublished of the main entity */
DATE_FEATURE(LD_CREATED, 2.00) /* its dateCreated or uploadDate */
DATE_FEATURE(LD_MODIFIED, -1.11) /* its dateModified */
DATE_FEATURE(LD_OTHER, 1.73) /* datePublished of another entity */
DATE_FEATURE(LD_OTHER_MODIFIED, -0.22) /* dateModified of another entity */
DATE_FEATURE(OG_PUBLISHED, 3.45) /* article:published_time and the like */
DATE_FEATURE(OG_MODIFIED, -0.92) /* article:modified_time, og:updated_time */
DATE_FEATURE(META_PUBLISHED, 2.53) /* any other meta that means publication */
DATE_FEATURE(META_MODIFIED, 0.04) /* and modification */
DATE_FEATURE(ITEMPROP_NEAR, 2.39) /* microdata datePublished by the title */
DATE_FEATURE(ITEMPROP_FAR, 0.85) /* elsewhere */
DATE_FEATURE(ITEMPROP_MODIFIED, 0.24) /* microdata dateModified */
DATE_FEATURE(TIME_FIRST, 0.77) /* the first <time datetime> of the page */
DATE_FEATURE(TIME_NEAR, 1.05) /* a <time> by the title */
DATE_FEATURE(TIME_FAR, 0.91) /* a <time> further away */
DATE_FEATURE(TIME_ELSEWHERE, 0.22) /* a <time> in an aside, a link, a comment, the footer */
DATE_FEATURE(TIME_PUBLISHED, 0.34) /* its class, id or itemprop speaks of publication */
DATE_FEATURE(TIME_MODIFIED, -0.77) /* or of modification */
DATE_FEATURE(PRINTED_PUBLISHED, 1.93) /* words or class names say "published" */
DATE_FEATURE(PRINTED_MODIFIED, -0.42) /* or "updated" */
DATE_FEATURE(PRINTED_CLASS, 0.92) /* a class name says "date" */
DATE_FEATURE(PRINTED_WHOLE, 1.21) /* the block holds little else */
DATE_FEATURE(PRINTED_FIRST, 1.33) /* the first short block behind the title that holds a date */
DATE_FEATURE(PRINTED_TIMED, 1.10) /* with a time of day */
DATE_FEATURE(PRINTED_NAMED, 1.08) /* with a weekday */
DATE_FEATURE(PRINTED_LONG, -1.21) /* within a paragraph */
DATE_FEATURE(PRINTED_TITLE, -0.14) /* in the title's own block */
DATE_FEATURE(PRINTED_ABOVE, -0.29) /* far above the title */
DATE_FEATURE(PRINTED_BEFORE, 2.04) /* just before the title */
DATE_FEATURE(PRINTED_NEXT, 1.11) /* one of the first blocks behind the title */
DATE_FEATURE(PRINTED_NEAR, 1.43) /* some blocks behind it */
DATE_FEATURE(PRINTED_LEAD, 0.50) /* in the first block of the body */
DATE_FEATURE(PRINTED_BODY, -0.37) /* in the body */
DATE_FEATURE(PRINTED_END, 0.06) /* just behind the body */
DATE_FEATURE(PRINTED_FAR, 0.02) /* further down */
DATE_FEATURE(ASIDE_NEAR, 3.09) /* in an aside, comment or footer by its name, but by the title */
DATE_FEATURE(ASIDE_FAR, -0.36) /* in an aside */
DATE_FEATURE(LINK_NEAR, 0.93) /* in a link by the title */
DATE_FEATURE(LINK_FAR, -0.79) /* in another link */
DATE_FEATURE(IN_COMMENT, -0.19) /* in a comment */
DATE_FEATURE(IN_FOOTER, -0.99) /* in the footer */
DATE_FEATURE(HEAD_TEXT, 0.56) /* in <title> or the description */
DATE_FEATURE(IMAGE_DAY, 0.16) /* in the address of the lead image */
DATE_FEATURE(IMAGE_MONTH, 2.44) /* that address names its month */
DATE_FEATURE(MONTH_ONLY, -3.98) /* the day is not given */
DATE_FEATURE(NO_YEAR, -2.01) /* the year is not given */
DATE_FEATURE(URL_DAY, 4.05) /* in the page's address */
DATE_FEATURE(URL_MONTH, 2.39) /* that address names its month, or a day beside it */
DATE_FEATURE(URL_AGAINST, -3.39) /* that address names another month */
DATE_FEATURE(LATEST, 0.85) /* no other day is later */
DATE_FEATURE(EARLIEST, 0.35) /* no other day is earlier */
DATE_FEATURE(REPEATED, 0.50) /* mentioned more than once */
