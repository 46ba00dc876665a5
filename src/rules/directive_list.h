/*
 * directive_list.h
 *	  The directives of the site-config format, sorted: DIRECTIVE(name, kind of value, use).
 *	  Sources: the help page of Full-Text RSS on site patterns, and the files of
 *	  fivefilters/ftr-site-config.  No #include guard: this file is a table.
 *
 * Kinds: PATH is XPath; TEXT is any text, which may be empty; FLAG is yes or no; WORD is not read.
 * Uses: APPLIED; FETCHING concerns how a page is fetched, TESTING how a file is tested, NEEDLESS
 * what article does in any case or never does: all three are accepted and have no effect.
 */
DIRECTIVE(author, PATH, APPLIED)
DIRECTIVE(autodetect_next_page, FLAG, FETCHING)
DIRECTIVE(autodetect_on_failure, FLAG, APPLIED)
DIRECTIVE(body, PATH, APPLIED)
DIRECTIVE(convert_double_br_tags, FLAG, NEEDLESS)
DIRECTIVE(date, PATH, APPLIED)
DIRECTIVE(dissolve, PATH, APPLIED)
DIRECTIVE(find_string, TEXT, APPLIED)
DIRECTIVE(footnotes, FLAG, NEEDLESS)
DIRECTIVE(http_header, WORD, FETCHING)
DIRECTIVE(if_page_contains, PATH, APPLIED)
DIRECTIVE(insert_detected_image, FLAG, NEEDLESS)
DIRECTIVE(login_extra_fields, WORD, FETCHING)
DIRECTIVE(login_password_field, WORD, FETCHING)
DIRECTIVE(login_uri, WORD, FETCHING)
DIRECTIVE(login_username_field, WORD, FETCHING)
DIRECTIVE(move_into, PATH, APPLIED)
DIRECTIVE(native_ad_clue, PATH, APPLIED)
DIRECTIVE(next_page_link, PATH, APPLIED)
DIRECTIVE(not_logged_in_xpath, WORD, FETCHING)
DIRECTIVE(parser, WORD, NEEDLESS)
DIRECTIVE(post_strip_attr, WORD, NEEDLESS)
DIRECTIVE(prune, FLAG, APPLIED)
DIRECTIVE(replace_string, TEXT, APPLIED)
DIRECTIVE(requires_login, FLAG, FETCHING)
DIRECTIVE(single_page_link, PATH, APPLIED)
DIRECTIVE(single_page_link_in_feed, WORD, FETCHING)
DIRECTIVE(skip_id_or_class, TEXT, APPLIED)
DIRECTIVE(skip_json_ld, FLAG, APPLIED)
DIRECTIVE(src_lazy_load_attr, TEXT, APPLIED)
DIRECTIVE(strip, PATH, APPLIED)
DIRECTIVE(strip_attr, PATH, APPLIED)
DIRECTIVE(strip_comments, FLAG, NEEDLESS)
DIRECTIVE(strip_id_or_class, TEXT, APPLIED)
DIRECTIVE(strip_image_src, TEXT, APPLIED)
DIRECTIVE(test_contains, WORD, TESTING)
DIRECTIVE(test_url, WORD, TESTING)
DIRECTIVE(tidy, FLAG, NEEDLESS)
DIRECTIVE(title, PATH, APPLIED)
DIRECTIVE(wrap_in, PATH, APPLIED)
