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
DATE_FEATURE(LD_PUBLISHED, 2.90, 4.00) /* JSON-LD datePublished of the main entity */
DATE_FEATURE(LD_CREATED, 1.00, 0.50) /* its dateCreated or uploadDate */
DATE_FEATURE(LD_MODIFIED, -0.50, -0.50) /* its dateModified */
DATE_FEATURE(LD_OTHER, 0.12, 0.50) /* datePublished of another entity */
DATE_FEATURE(LD_OTHER_MODIFIED, -0.50, -0.50) /* dateModified of another entity */
DATE_FEATURE(OG_PUBLISHED, 3.35, 3.50) /* article:published_time and the like */
DATE_FEATURE(OG_MODIFIED, -0.90, -0.50) /* article:modified_time, og:updated_time */
DATE_FEATURE(META_PUBLISHED, 2.66, 2.50) /* any other meta that means publication */
DATE_FEATURE(META_MODIFIED, -0.42, -0.50) /* and modification */
DATE_FEATURE(ITEMPROP_NEAR, 1.79, 2.40) /* microdata datePublished near the title */
DATE_FEATURE(ITEMPROP_FAR, 0.70, 0.50) /* elsewhere */
DATE_FEATURE(ITEMPROP_MODIFIED, -0.50, -0.50) /* microdata dateModified */
DATE_FEATURE(TIME_FIRST, -0.17, 0.00) /* the first <time datetime> of the page */
DATE_FEATURE(TIME_NEAR, 0.50, 0.50) /* a <time> near the title */
DATE_FEATURE(TIME_FAR, 1.59, 0.00) /* a <time> further away */
DATE_FEATURE(TIME_ELSEWHERE, 0.48, 0.00) /* a <time> in an aside, a link, a comment, the footer */
DATE_FEATURE(TIME_PUBLISHED, 0.50, 0.50) /* its class, id or itemprop names publication */
DATE_FEATURE(TIME_MODIFIED, -1.06, -0.50) /* or of modification */
DATE_FEATURE(PRINTED_PUBLISHED, 1.74, 1.52) /* words or class names say "published" */
DATE_FEATURE(PRINTED_MODIFIED, -0.59, -0.50) /* or "updated" */
DATE_FEATURE(PRINTED_CLASS, 1.66, 0.00) /* a class name says "date" */
DATE_FEATURE(PRINTED_WHOLE, 1.33, 1.35) /* the block contains little else */
DATE_FEATURE(PRINTED_FIRST, 1.45, 2.28) /* the first short block after the title that holds a date */
DATE_FEATURE(PRINTED_TIMED, 0.27, 0.25) /* with a time of day */
DATE_FEATURE(PRINTED_NAMED, 1.85, 1.47) /* with a weekday */
DATE_FEATURE(PRINTED_LONG, -0.20, -0.50) /* within a paragraph */
DATE_FEATURE(PRINTED_DATELINE, 1.07, 1.83) /* at the start of a paragraph, and set off from it */
DATE_FEATURE(PRINTED_RELATIVE, -1.50, -1.50) /* "hier", "ce matin": counted from when the page was fetched */
DATE_FEATURE(PRINTED_TITLE, -2.45, -0.28) /* in the title's own block */
DATE_FEATURE(PRINTED_ABOVE, -0.49, 2.81) /* far above the title */
DATE_FEATURE(MASTHEAD, -1.19, -1.86) /* there, alone and with its weekday: today's date */
DATE_FEATURE(PRINTED_BEFORE, 1.91, 3.91) /* just before the title */
DATE_FEATURE(PRINTED_NEXT, 1.32, 1.67) /* one of the first blocks after the title */
DATE_FEATURE(PRINTED_NEAR, -0.29, 0.78) /* some blocks after it */
DATE_FEATURE(PRINTED_LEAD, 0.78, 1.19) /* in the first block of the body */
DATE_FEATURE(PRINTED_BODY, -2.22, 0.17) /* in the body */
DATE_FEATURE(PRINTED_END, 0.70, 0.26) /* just after the body */
DATE_FEATURE(PRINTED_FAR, -2.48, -0.47) /* further down */
DATE_FEATURE(ASIDE_NEAR, 1.53, 0.00) /* named an aside, comment or footer, but near the title */
DATE_FEATURE(ASIDE_FAR, -0.50, -0.50) /* in an aside */
DATE_FEATURE(LINK_NEAR, -0.91, 0.00) /* in a link near the title */
DATE_FEATURE(LINK_FAR, -0.50, -0.50) /* in another link */
DATE_FEATURE(TEASER_NEAR, -0.50, -0.50) /* beside a link to another article, near the title */
DATE_FEATURE(TEASER_FAR, -2.30, -0.50) /* elsewhere */
DATE_FEATURE(CROWDED, -1.53, -1.25) /* close to other days: in a list */
DATE_FEATURE(IN_COMMENT, 0.49, 0.00) /* in a comment */
DATE_FEATURE(IN_FOOTER, -0.21, -0.50) /* in the footer */
DATE_FEATURE(IN_CAPTION, -1.54, 0.00) /* in the caption of a picture */
DATE_FEATURE(SCRIPT_FIRST, 1.89, 0.00) /* the first that a script calls published; none is declared */
DATE_FEATURE(SCRIPT_OTHER, 1.15, 0.00) /* further down in the scripts */
DATE_FEATURE(HEAD_TEXT, 1.01, 0.00) /* in <title> or the description */
DATE_FEATURE(IMAGE_DAY, 0.53, 0.00) /* in the address of the lead image */
DATE_FEATURE(IMAGE_MONTH, 1.79, 0.00) /* that address names its month */
DATE_FEATURE(MONTH_ONLY, -3.40, -4.33) /* the day is not given */
DATE_FEATURE(NO_YEAR, -1.37, -1.09) /* the year is not given */
DATE_FEATURE(URL_DAY, 1.80, 5.48) /* in the page's address */
DATE_FEATURE(URL_MONTH, 2.33, 2.04) /* that address names its month, or a day close to it */
DATE_FEATURE(URL_AGAINST, -2.33, -2.04) /* that address names another month */
DATE_FEATURE(LATEST, 1.03, 0.91) /* no other day is later */
DATE_FEATURE(EARLIEST, -0.11, 0.89) /* no other day is earlier */
DATE_FEATURE(UNCLAIMED, -3.89, -2.00) /* only above the title, nothing calls it published; another is declared */
DATE_FEATURE(REVISED, -1.64, -2.00) /* also one of modification, and an earlier day is declared */
DATE_FEATURE(REPEATED, 0.59, 0.60) /* mentioned more than once */
