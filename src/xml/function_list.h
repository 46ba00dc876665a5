/*
 * function_list.h
 *	  The functions of XPath, sorted: FUNCTION(name, least arguments, most arguments).
 *	  Source: XML Path Language (XPath) Version 1.0, section 4.  No #include guard: this file is a
 *	  table.
 */
FUNCTION(boolean, 1, 1)
FUNCTION(ceiling, 1, 1)
FUNCTION(concat, 2, UINT32_MAX)
FUNCTION(contains, 2, 2)
FUNCTION(count, 1, 1)
FUNCTION(false, 0, 0)
FUNCTION(floor, 1, 1)
FUNCTION(id, 1, 1)
FUNCTION(lang, 1, 1)
FUNCTION(last, 0, 0)
FUNCTION(local-name, 0, 1)
FUNCTION(name, 0, 1)
FUNCTION(namespace-uri, 0, 1)
FUNCTION(normalize-space, 0, 1)
FUNCTION(not, 1, 1)
FUNCTION(number, 0, 1)
FUNCTION(position, 0, 0)
FUNCTION(round, 1, 1)
FUNCTION(starts-with, 2, 2)
FUNCTION(string, 0, 1)
FUNCTION(string-length, 0, 1)
FUNCTION(substring, 2, 3)
FUNCTION(substring-after, 2, 2)
FUNCTION(substring-before, 2, 2)
FUNCTION(sum, 1, 1)
FUNCTION(translate, 3, 3)
FUNCTION(true, 0, 0)
