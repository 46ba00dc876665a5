/*
 * date_feature_list.h
 *	  What can be said of a day that a page mentions, and how much it weighs when the day of
 *	  publication is chosen: DATE_FEATURE(name, weight, weight on flat pages, which declare
 *	  nothing).
 *
 * The weights are those under which the right days of some 1,300 annotated pages are most probable,
 * found and cross-validated over publishers by tools/train_dates.py; those of the first
 * declarations are held near what newspapers' own data says of them. No #include guard: this file
 * is a table.
 */
DATE_FEATURE(LD_PUBLISHED, 2.62, 4.00) /* JSON-LD datePublished of the main entity */
DATE_FEATURE(LD_CREATED, 0.77, 0.50) /* its dateCreated or uploadDate */
DATE_FEATURE(LD_MODIFIED, -0.50, -0.50) /* its dateModified */
DATE_FEATURE(LD_OTHER, 1.15, 0.50) /* datePublished of another entity */
DATE_FEATURE(LD_OTHER_MODIFIED, -0.50, -0.50) /* dateModified of another entity */
DATE_FEATURE(OG_PUBLISHED, 3.26, 3.50) /* article:published_time and the like */
DATE_FEATURE(OG_MODIFIED, -1.48, -0.50) /* article:modified_time, og:updated_time */
DATE_FEATURE(META_PUBLISHED, 2.35, 2.50) /* any other meta that means publication */
DATE_FEATURE(META_MODIFIED, -0.25, -0.50) /* and modification */
DATE_FEATURE(ITEMPROP_NEAR, 1.51, 2.40) /* microdata datePublished near the title */
DATE_FEATURE(ITEMPROP_FAR, 1.19, 0.50) /* elsewhere */
DATE_FEATURE(ITEMPROP_MODIFIED, -0.50, -0.50) /* microdata dateModified */
DATE_FEATURE(TIME_FIRST, -0.07, 0.00) /* the first <time datetime> of the page */
DATE_FEATURE(TIME_NEAR, 0.50, 0.50) /* a <time> near the title */
DATE_FEATURE(TIME_FAR, 1.25, 0.00) /* a <time> further away */
DATE_FEATURE(TIME_ELSEWHERE, 0.22, 0.00) /* a <time> in an aside, a link, a comment, the footer */
DATE_FEATURE(TIME_PUBLISHED, 0.50, 0.50) /* its class, id or itemprop names publication */
DATE_FEATURE(TIME_MODIFIED, -0.36, -0.50) /* or of modification */
DATE_FEATURE(PRINTED_PUBLISHED, 2.00, 2.19) /* words or class names say "published" */
DATE_FEATURE(PRINTED_MODIFIED, -0.32, -0.50) /* or "updated" */
DATE_FEATURE(PRINTED_CLASS, 1.35, 0.00) /* a class name says "date" */
DATE_FEATURE(PRINTED_WHOLE, 0.91, 1.54) /* the block contains little else */
DATE_FEATURE(PRINTED_FIRST, 1.77, 2.25) /* the first short block after the title that holds a date */
DATE_FEATURE(PRINTED_TIMED, 0.39, 0.60) /* with a time of day */
DATE_FEATURE(PRINTED_NAMED, 2.37, 0.74) /* with a weekday */
DATE_FEATURE(PRINTED_LONG, -0.50, -0.50) /* within a paragraph */
DATE_FEATURE(PRINTED_DATELINE, 1.80, 2.74) /* at the start of a paragraph, and set off from it */
DATE_FEATURE(PRINTED_RELATIVE, -1.50, -1.50) /* "hier", "ce matin": counted from when the page was fetched */
DATE_FEATURE(PRINTED_TITLE, -1.37, -0.39) /* in the title's own block */
DATE_FEATURE(PRINTED_ABOVE, -1.38, 2.74) /* far above the title */
DATE_FEATURE(MASTHEAD, -1.42, -1.75) /* there, alone and with its weekday: today's date */
DATE_FEATURE(PRINTED_BEFORE, 1.84, 3.93) /* just before the title */
DATE_FEATURE(PRINTED_NEXT, 1.58, 2.46) /* one of the first blocks after the title */
DATE_FEATURE(PRINTED_NEAR, -0.05, 1.00) /* some blocks after it */
DATE_FEATURE(PRINTED_LEAD, 1.49, 0.83) /* in the first block of the body */
DATE_FEATURE(PRINTED_BODY, -1.67, 0.76) /* in the body */
DATE_FEATURE(PRINTED_END, -0.32, 1.02) /* just after the body */
DATE_FEATURE(PRINTED_FAR, -2.11, -0.10) /* further down */
DATE_FEATURE(ASIDE_NEAR, 2.52, 0.00) /* named an aside, comment or footer, but near the title */
DATE_FEATURE(ASIDE_FAR, -0.50, -0.50) /* in an aside */
DATE_FEATURE(LINK_NEAR, -0.10, 0.00) /* in a link near the title */
DATE_FEATURE(LINK_FAR, -0.50, -0.50) /* in another link */
DATE_FEATURE(TEASER_NEAR, -0.50, -0.50) /* beside a link to another article, near the title */
DATE_FEATURE(TEASER_FAR, -2.86, -0.50) /* elsewhere */
DATE_FEATURE(CROWDED, -1.71, -1.49) /* close to other days: in a list */
DATE_FEATURE(IN_COMMENT, 0.88, 0.00) /* in a comment */
DATE_FEATURE(IN_FOOTER, -0.27, -0.50) /* in the footer */
DATE_FEATURE(IN_CAPTION, -1.15, 0.00) /* in the caption of a picture */
DATE_FEATURE(SCRIPT_FIRST, 2.00, 2.00) /* the first that a script calls published; none is declared */
DATE_FEATURE(SCRIPT_OTHER, 1.14, 1.00) /* further down in the scripts */
DATE_FEATURE(HEAD_TEXT, 1.26, 0.00) /* in <title> or the description */
DATE_FEATURE(IMAGE_DAY, 0.59, 0.00) /* in the address of the lead image */
DATE_FEATURE(IMAGE_MONTH, 2.01, 0.00) /* that address names its month */
DATE_FEATURE(MONTH_ONLY, -4.32, -4.39) /* the day is not given */
DATE_FEATURE(NO_YEAR, -2.18, -1.30) /* the year is not given */
DATE_FEATURE(URL_DAY, 2.13, 2.66) /* in the page's address */
DATE_FEATURE(URL_MONTH, 0.22, 3.27) /* that address names it, or its month and no day */
DATE_FEATURE(URL_AGAINST, -4.24, -2.04) /* that address names another month */
DATE_FEATURE(LATEST, 0.78, 0.81) /* no other day is later */
DATE_FEATURE(EARLIEST, -0.02, 0.97) /* no other day is earlier */
DATE_FEATURE(UNCLAIMED, -3.54, -4.00) /* above the title or in a box, not called published; another is declared */
DATE_FEATURE(REVISED, -1.68, -2.00) /* also one of modification, and an earlier day is declared */
DATE_FEATURE(REPEATED, 1.07, 0.39) /* mentioned more than once */
