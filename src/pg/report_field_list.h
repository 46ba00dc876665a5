/*
 * report_field_list.h
 *	  The fields of parsed_article whose absence a report counts: REPORT_FIELD(name), those that
 *	  readers miss most first.  The table of sites shows the first REPORT_SITE_FIELDS.
 *
 * No #include guard: this file is a table.
 */
REPORT_FIELD(title)
REPORT_FIELD(body)
REPORT_FIELD(published_at)
REPORT_FIELD(authors)
REPORT_FIELD(language)
REPORT_FIELD(site_name)
REPORT_FIELD(url)
REPORT_FIELD(description)
REPORT_FIELD(image_url)
REPORT_FIELD(section)
REPORT_FIELD(tags)
REPORT_FIELD(subtitle)
REPORT_FIELD(modified_at)
