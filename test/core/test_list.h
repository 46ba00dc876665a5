/*
 * test_list.h
 *	  The unit tests of the core, sorted: TEST(name of a function test_<name>).  No #include guard:
 *	  this file is a table.
 */
TEST(author)
TEST(block)
TEST(byline)
TEST(cue)
TEST(date)
TEST(encoding)
TEST(entity)
TEST(explain)
TEST(facts)
TEST(json_ld)
TEST(fold)
TEST(language)
TEST(lexicon)
TEST(media)
TEST(nesting)
TEST(notice)
TEST(query)
TEST(related)
TEST(title)
TEST(token)
TEST(tree)
TEST(url)
TEST(views)
TEST(xss)
