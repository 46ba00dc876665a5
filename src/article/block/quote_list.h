/*
 * quote_list.h
 *	  The quotation marks that browsers draw around <q>, by language, sorted:
 *	  QUOTE(language, opening, closing, opening inside, closing inside).
 *
 * Source: CLDR 42, delimiters (quotationStart … alternateQuotationEnd); French with the spaces that
 * typesetters put there.  No #include guard: this file is a table.
 */
QUOTE("cs", "„", "“", "‚", "‘")
QUOTE("da", "“", "”", "‘", "’")
QUOTE("de", "„", "“", "‚", "‘")
QUOTE("es", "«", "»", "“", "”")
QUOTE("fi", "”", "”", "’", "’")
QUOTE("fr", "« ", " »", "“", "”")
QUOTE("it", "«", "»", "“", "”")
QUOTE("ja", "「", "」", "『", "』")
QUOTE("nb", "«", "»", "‘", "’")
QUOTE("no", "«", "»", "‘", "’")
QUOTE("pl", "„", "”", "«", "»")
QUOTE("ru", "«", "»", "„", "“")
QUOTE("sv", "”", "”", "’", "’")
QUOTE("uk", "«", "»", "„", "“")
