/*
 * date_visit_list.h
 *	  Words before a date that say when somebody printed, visited or exported the page, not when it
 *	  was published: DATE_VISIT(word, folded as compare_key() does).
 *
 * Source: written for this project from print views, citations and exports of press databases.
 * No #include guard: this file is a table.
 */
DATE_VISIT("abgerufen")
DATE_VISIT("accede")
DATE_VISIT("accessed")
DATE_VISIT("consulte")
DATE_VISIT("consultee")
DATE_VISIT("consultado")
DATE_VISIT("downloaded")
DATE_VISIT("exporte")
DATE_VISIT("exported")
DATE_VISIT("gedruckt")
DATE_VISIT("genere")
DATE_VISIT("generated")
DATE_VISIT("impreso")
DATE_VISIT("imprime")
DATE_VISIT("imprimee")
DATE_VISIT("printed")
DATE_VISIT("retrieved")
DATE_VISIT("stampato")
DATE_VISIT("telecharge")
DATE_VISIT("visite")
DATE_VISIT("visited")
