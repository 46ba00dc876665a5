/*
 * token_list.h
 *	  The types of token: TOKEN(number, NAME, alias, description).
 * No #include guard: this file is a table.
 *
 * The numbers 12, 13, 14 and 23 are those of the server's own parser: its ts_headline skips such
 * tokens and prints a blank for 13. The numbers 5, 15, 16 and 17, which it would omit, and 7, 8,
 * 20, 21 and 22, at which it ends no fragment, stay free. Numbers never change: they are stored in
 * the catalogs of those who copied the configuration. Descriptions are ASCII, so that any database
 * can show them.
 */
TOKEN(1, WORD, "word", "Word of a text that has accents")
TOKEN(2, PLAIN_WORD, "plain_word", "Word of a text without any accent")
TOKEN(3, COMPOUND, "compound", "Compound word: porte-avions, O'Brien, R&D")
TOKEN(4, EMAIL, "email", "E-mail address")
TOKEN(6, HOST, "host", "Host name")
TOKEN(9, PLAIN_COMPOUND, "plain_compound", "Compound word of a text without any accent")
TOKEN(10, INCLUSIVE, "inclusive", "Inclusive writing: citoyen(ne)s, lecteur.rice.s")
TOKEN(11, PLAIN_INCLUSIVE, "plain_inclusive", "Inclusive writing in a text without any accent")
TOKEN(12, BLANK, "blank", "Space, punctuation, emoji")
TOKEN(13, TAG, "tag", "HTML or XML tag")
TOKEN(14, PROTOCOL, "protocol", "Protocol head of an address")
TOKEN(18, ACRONYM, "acronym", "Acronym with dots: U.R.S.S.")
TOKEN(19, CODE, "code", "Letters with digits: A380, CE1, 4x4")
TOKEN(23, ENTITY, "entity", "HTML or XML character reference")
TOKEN(24, NUMBER, "number", "Number: 1 234,56")
TOKEN(25, ORDINAL, "ordinal", "Ordinal: 1er, 21e, XXe")
TOKEN(26, HOUR, "hour", "Hour: 13h54, 13 h 54, 13:54")
TOKEN(27, DATE, "date", "Date in digits: 29/12/2017, 2017-12-29")
TOKEN(28, VERSION, "version", "Version or network number: 1.2.3")
TOKEN(29, ABBREVIATION, "abbreviation", "Abbreviation: M., Mme, St")
TOKEN(30, SYMBOL, "symbol", "Sign or unit: %, $, pour cent, km, M for million")
TOKEN(31, ELISION, "elision", "Elided word: l', d', qu', jusqu'")
TOKEN(32, CLITIC, "clitic", "Pronoun behind its verb: -t-il, -elle")
TOKEN(33, HASHTAG, "hashtag", "Hashtag")
TOKEN(34, HANDLE, "handle", "Name of an account: @nom")
TOKEN(35, IDEOGRAPH, "ideograph", "One character of Chinese or Japanese")
TOKEN(36, LONG, "long", "Too long for a word: not indexed")
