/*
 * report_label_list.h
 *	  The words of a report: REPORT_LABEL(name, English, French).
 *
 * LABEL_none is the empty label.  No #include guard: this file is a table.
 */
REPORT_LABEL(none, "", "")
REPORT_LABEL(kicker, "Report on parsed pages", "Rapport sur des pages analys\xC3\xA9" "es")
REPORT_LABEL(rows, "rows", "lignes")
REPORT_LABEL(not_parsed, "not parsed", "non analys\xC3\xA9" "es")
REPORT_LABEL(pages, "pages", "pages")
REPORT_LABEL(not_pages, "not a page", "pas une page")
REPORT_LABEL(sites, "sites", "sites")
REPORT_LABEL(languages, "languages", "langues")
REPORT_LABEL(confidence, "confidence", "confiance")
REPORT_LABEL(unsure, "below 0.3", "sous 0,3")
REPORT_LABEL(paywalled, "for subscribers", "pour abonn\xC3\xA9s")
REPORT_LABEL(confidence_title, "How sure the bodies are", "Confiance dans les textes")
REPORT_LABEL(confidence_note, "Pages by the confidence in their body, from 0 to 1.",
			 "Pages selon la confiance dans leur texte, de 0 \xC3\xA0 1.")
REPORT_LABEL(missing_title, "What is missing", "Ce qui manque")
REPORT_LABEL(missing_note, "Share of pages that do not state a field.",
			 "Part des pages o\xC3\xB9 un champ n'est pas renseign\xC3\xA9.")
REPORT_LABEL(years_title, "Years of publication", "Ann\xC3\xA9" "es de publication")
REPORT_LABEL(years_note, "Pages by year; those without a date are not shown.",
			 "Pages par ann\xC3\xA9" "e, sauf celles sans date.")
REPORT_LABEL(sites_title, "Sites", "Sites")
REPORT_LABEL(sites_note, "By the host of each page. Shares are those of pages without the field.",
			 "Selon l'h\xC3\xB4te de chaque page. Les parts sont celles des pages sans le champ.")
REPORT_LABEL(languages_title, "Languages", "Langues")
REPORT_LABEL(worst_title, "The least certain pages", "Les pages les moins s\xC3\xBBres")
REPORT_LABEL(explanation, "explanation", "explication")
REPORT_LABEL(no_html, "Name html_column to see how each page was read.",
			 "Donnez html_column pour voir comment chaque page a \xC3\xA9t\xC3\xA9 lue.")
REPORT_LABEL(more, "more not shown", "autres, non affich\xC3\xA9s")
REPORT_LABEL(nothing, "none", "aucun")
REPORT_LABEL(untitled, "without a title", "sans titre")
REPORT_LABEL(empty, "There is no parsed page in the table.",
			 "La table ne contient aucune page analys\xC3\xA9" "e.")
