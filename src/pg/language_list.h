/*
 * language_list.h
 *	  The server's text search configurations by language: LANGUAGE(ISO 639-1 code, configuration),
 *	  sorted by code. All that PostgreSQL 15 has (src/backend/snowball/Makefile), and no later ones:
 *	  a tsvector must not depend on the server's version.
 * No #include guard: this file is a table.
 */
LANGUAGE("ar", "arabic")
LANGUAGE("ca", "catalan")
LANGUAGE("da", "danish")
LANGUAGE("de", "german")
LANGUAGE("el", "greek")
LANGUAGE("en", "english")
LANGUAGE("es", "spanish")
LANGUAGE("eu", "basque")
LANGUAGE("fi", "finnish")
LANGUAGE("ga", "irish")
LANGUAGE("hi", "hindi")
LANGUAGE("hu", "hungarian")
LANGUAGE("hy", "armenian")
LANGUAGE("id", "indonesian")
LANGUAGE("it", "italian")
LANGUAGE("lt", "lithuanian")
LANGUAGE("nb", "norwegian")
LANGUAGE("ne", "nepali")
LANGUAGE("nl", "dutch")
LANGUAGE("nn", "norwegian")
LANGUAGE("no", "norwegian")
LANGUAGE("pt", "portuguese")
LANGUAGE("ro", "romanian")
LANGUAGE("ru", "russian")
LANGUAGE("sr", "serbian")
LANGUAGE("sv", "swedish")
LANGUAGE("ta", "tamil")
LANGUAGE("tr", "turkish")
LANGUAGE("yi", "yiddish")
