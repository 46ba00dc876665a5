/*
 * feature_list.h
 *	  The inputs of the body model for a block: FEATURE(name), in the order of the model.
 *
 * Lengths and counts are natural logarithms of 1 + n; shares are 0-1; a distance counts ancestors
 * from the block's own element, which is 0, and is FEATURE_FAR if there is none. No #include guard:
 * this file is a table.
 */
/* the text */
FEATURE(chars)
FEATURE(words)
FEATURE(word_length)
FEATURE(link_density)
FEATURE(sentence_marks) /* . ! ? … 。 per hundred characters */
FEATURE(commas)			/* likewise , ; : 、 */
FEATURE(ends_sentence)
FEATURE(ends_colon)
FEATURE(starts_small)
FEATURE(capitals)
FEATURE(digits)
FEATURE(quotes)
FEATURE(short_words) /* share of words with at most 3 letters */
FEATURE(wide)		 /* Chinese, Japanese, Korean */
FEATURE(pipes)		 /* | · • / in a short text */
FEATURE(lines)
FEATURE(repeated)	/* how often the same text occurs on the page */
FEATURE(like_title) /* share of its word pairs in the title */
FEATURE(like_description)
FEATURE(like_declared) /* share of its 4-word sequences in the declared articleBody */
FEATURE(has_declared)
/* its place in the tree */
FEATURE(kind)
FEATURE(level)
FEATURE(tag)
FEATURE(depth)
FEATURE(hidden)
FEATURE(main_distance) /* to the element that holds most running text */
FEATURE(main_depth)	   /* how far below the root that element is */
FEATURE(in_article)
FEATURE(in_main)
FEATURE(in_nav)
FEATURE(in_header)
FEATURE(in_footer)
FEATURE(in_aside)
FEATURE(in_form)
FEATURE(in_figure)
FEATURE(in_list)
FEATURE(in_table)
FEATURE(in_quote)
FEATURE(in_section)
FEATURE(in_button)
FEATURE(in_link)
FEATURE(in_paragraph)
FEATURE(in_emphasis)	 /* the whole text is bold or italic */
FEATURE(in_article_body) /* itemprop=articleBody */
/* its place on the page */
FEATURE(position)	 /* share of the blocks before it */
FEATURE(text_before) /* share of the running text before it */
FEATURE(text_after_share)
FEATURE(from_title) /* blocks after the title; negative before it */
FEATURE(to_end)
FEATURE(since_prose) /* blocks since the last running text */
FEATURE(until_prose)
FEATURE(since_heading)
FEATURE(page_prose)
FEATURE(page_blocks)
/* blocks that look alike: same element and class, same parent */
FEATURE(alike_count)
FEATURE(alike_chars)
FEATURE(alike_links)
FEATURE(alike_prose)
FEATURE(alike_share) /* of the page's running text */
/* the elements around it */
FEATURE(own_prose)
FEATURE(own_links)
FEATURE(own_blocks)
FEATURE(own_share)
FEATURE(parent_prose)
FEATURE(parent_links)
FEATURE(parent_blocks)
FEATURE(parent_share)
FEATURE(grand_prose)
FEATURE(grand_links)
FEATURE(grand_blocks)
FEATURE(grand_share)
FEATURE(great_links)
FEATURE(great_share)
FEATURE(own_twins) /* siblings of the same element and class, a logarithm */
FEATURE(parent_twins)
FEATURE(grand_twins)
FEATURE(great_twins)
/* its neighbours */
FEATURE(before2_chars)
FEATURE(before2_links)
FEATURE(before1_chars)
FEATURE(before1_links)
FEATURE(before1_kind)
FEATURE(before1_alike)
FEATURE(before1_ends)
FEATURE(before1_phrases)
FEATURE(after1_chars)
FEATURE(after1_links)
FEATURE(after1_kind)
FEATURE(after1_alike)
FEATURE(after1_ends)
FEATURE(after2_chars)
FEATURE(after2_links)
FEATURE(after2_kind)
