/*
 * date_feature_list.h
 *	  What can be said of a day that a page mentions, and how much it weighs when the day of publication
 *	  is chosen: DATE_FEATURE(name, weight, weight on flat pages, which declare nothing).
 *
 * The weights are those under which the right days of some 1,300 annotated pages are most probable,
 * found and cross-validated over publishers by tools/train_dates.py; those of the first declarations
 * are held near what newspapers' own data says of them.  No #include guard: this file is a table.
 */
DATE_FEATURE(LD_PUBLISHED, 2.03, 2.03) /* JSON-LD datePublished of the main entity */
DATE_FEATURE(LD_CREATED, 0.60, 0.60) /* its dateCreated or uploadDate */
DATE_FEATURE(LD_MODIFIED, -0.50, -0.50) /* its dateModified */
DATE_FEATURE(LD_OTHER, 0.18, 0.18) /* datePublished of another entity */
DATE_FEATURE(LD_OTHER_MODIFIED, -0.50, -0.50) /* dateModified of another entity */
DATE_FEATURE(OG_PUBLISHED, 2.93, 2.93) /* article:published_time and the like */
DATE_FEATURE(OG_MODIFIED, -0.76, -0.76) /* article:modified_time, og:updated_time */
DATE_FEATURE(META_PUBLISHED, 2.69, 2.69) /* any other meta that means publication */
DATE_FEATURE(META_MODIFIED, -0.39, -0.39) /* and modification */
DATE_FEATURE(ITEMPROP_NEAR, 1.44, 1.44) /* microdata datePublished near the title */
DATE_FEATURE(ITEMPROP_FAR, 1.40, 1.40) /* elsewhere */
DATE_FEATURE(ITEMPROP_MODIFIED, -0.50, -0.50) /* microdata dateModified */
DATE_FEATURE(TIME_FIRST, -0.10, -0.10) /* the first <time datetime> of the page */
DATE_FEATURE(TIME_NEAR, 0.50, 0.50) /* a <time> near the title */
DATE_FEATURE(TIME_FAR, 0.29, 0.29) /* a <time> further away */
DATE_FEATURE(TIME_ELSEWHERE, -0.20, -0.20) /* a <time> in an aside, a link, a comment, the footer */
DATE_FEATURE(TIME_PUBLISHED, 0.50, 0.50) /* its class, id or itemprop names publication */
DATE_FEATURE(TIME_MODIFIED, -1.27, -1.27) /* or of modification */
DATE_FEATURE(PRINTED_PUBLISHED, 1.86, 1.86) /* words or class names say "published" */
DATE_FEATURE(PRINTED_MODIFIED, -0.19, -0.19) /* or "updated" */
DATE_FEATURE(PRINTED_CLASS, 0.93, 0.93) /* a class name says "date" */
DATE_FEATURE(PRINTED_WHOLE, 0.68, 0.68) /* the block contains little else */
DATE_FEATURE(PRINTED_FIRST, 2.45, 2.45) /* the first short block after the title that holds a date */
DATE_FEATURE(PRINTED_TIMED, 0.63, 0.63) /* with a time of day */
DATE_FEATURE(PRINTED_NAMED, 1.43, 1.43) /* with a weekday */
DATE_FEATURE(PRINTED_LONG, -0.50, -0.50) /* within a paragraph */
DATE_FEATURE(PRINTED_DATELINE, 2.20, 2.20) /* at the start of a paragraph, and set off from it */
DATE_FEATURE(PRINTED_RELATIVE, -1.50, -1.50) /* "hier", "ce matin": counted from when the page was fetched */
DATE_FEATURE(PRINTED_TITLE, -1.01, -1.01) /* in the title's own block */
DATE_FEATURE(PRINTED_ABOVE, 0.81, 0.81) /* far above the title */
DATE_FEATURE(MASTHEAD, -1.22, -1.22) /* there, alone and with its weekday: today's date */
DATE_FEATURE(PRINTED_BEFORE, 2.78, 2.78) /* just before the title */
DATE_FEATURE(PRINTED_NEXT, 0.10, 0.10) /* one of the first blocks after the title */
DATE_FEATURE(PRINTED_NEAR, -0.38, -0.38) /* some blocks after it */
DATE_FEATURE(PRINTED_LEAD, 0.42, 0.42) /* in the first block of the body */
DATE_FEATURE(PRINTED_BODY, -1.06, -1.06) /* in the body */
DATE_FEATURE(PRINTED_END, -0.23, -0.23) /* just after the body */
DATE_FEATURE(PRINTED_FAR, -1.41, -1.41) /* further down */
DATE_FEATURE(ASIDE_NEAR, 3.88, 3.88) /* named an aside, comment or footer, but near the title */
DATE_FEATURE(ASIDE_FAR, -0.50, -0.50) /* in an aside */
DATE_FEATURE(LINK_NEAR, 1.74, 1.74) /* in a link near the title */
DATE_FEATURE(LINK_FAR, -0.50, -0.50) /* in another link */
DATE_FEATURE(TEASER_NEAR, -0.50, -0.50) /* beside a link to another article, near the title */
DATE_FEATURE(TEASER_FAR, -2.29, -2.29) /* elsewhere */
DATE_FEATURE(CROWDED, -1.61, -1.61) /* close to other days: in a list */
DATE_FEATURE(IN_COMMENT, 0.32, 0.32) /* in a comment */
DATE_FEATURE(IN_FOOTER, -0.52, -0.52) /* in the footer */
DATE_FEATURE(SCRIPT_FIRST, 1.70, 1.70) /* the first that a script calls published; none is declared */
DATE_FEATURE(SCRIPT_OTHER, 1.27, 1.27) /* further down in the scripts */
DATE_FEATURE(HEAD_TEXT, 1.61, 1.61) /* in <title> or the description */
DATE_FEATURE(IMAGE_DAY, 0.72, 0.72) /* in the address of the lead image */
DATE_FEATURE(IMAGE_MONTH, 2.57, 2.57) /* that address names its month */
DATE_FEATURE(MONTH_ONLY, -4.14, -4.14) /* the day is not given */
DATE_FEATURE(NO_YEAR, -1.57, -1.57) /* the year is not given */
DATE_FEATURE(URL_DAY, 2.40, 2.40) /* in the page's address */
DATE_FEATURE(URL_MONTH, 2.62, 2.62) /* that address names its month, or a day close to it */
DATE_FEATURE(URL_AGAINST, -2.62, -2.62) /* that address names another month */
DATE_FEATURE(LATEST, 0.74, 0.74) /* no other day is later */
DATE_FEATURE(EARLIEST, 0.30, 0.30) /* no other day is earlier */
DATE_FEATURE(UNCLAIMED, -1.62, -1.62) /* only above the title, nothing calls it published; another is declared */
DATE_FEATURE(REVISED, -1.14, -1.14) /* also one of modification, and an earlier day is declared */
DATE_FEATURE(REPEATED, 1.26, 1.26) /* mentioned more than once */
