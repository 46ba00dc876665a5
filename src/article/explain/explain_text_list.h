/*
 * explain_text_list.h
 *	  What the explanation says itself: EXPLAIN_TEXT(name, English, French).
 *
 * A text is markup: it may hold elements, and '<' in it is written "&lt;".  '%' stands for a number
 * or for words of the page.  French has a space that does not break before ':' and ';'.  Names of
 * fields and their values are those of SQL in both languages.
 *
 * Source: written for this project.  No #include guard: this file is a table.
 */
EXPLAIN_TEXT(code, "en", "fr")
EXPLAIN_TEXT(kicker, "How this page was read", "Comment cette page a été lue")
EXPLAIN_TEXT(untitled, "(no title)", "(sans titre)")
EXPLAIN_TEXT(confidence, "Confidence", "Confiance")
EXPLAIN_TEXT(high, "high", "élevée")
EXPLAIN_TEXT(medium, "medium: worth a look", "moyenne\u00A0: à regarder")
EXPLAIN_TEXT(low, "low: check it before use", "faible\u00A0: à contrôler avant usage")
EXPLAIN_TEXT(blocks_kept, "Blocks kept", "Blocs gardés")
EXPLAIN_TEXT(characters_kept, "Characters kept", "Caractères gardés")
EXPLAIN_TEXT(of, " of %", " sur %")
EXPLAIN_TEXT(close_calls, "Close calls", "Cas limites")
EXPLAIN_TEXT(and_more, "and % more", "et % de plus")
EXPLAIN_TEXT(encoding, "Encoding", "Encodage")
EXPLAIN_TEXT(read_by, "Read by", "Lue par")

EXPLAIN_TEXT(not_a_page, "This is not a page but %; none of it was read.",
			 "Ceci n'est pas une page (%)\u00A0: rien n'en a été lu.")
EXPLAIN_TEXT(declared_body, "The page prints little of the article: body is what it declares in %.",
			 "La page n'affiche que peu de l'article\u00A0: body est ce qu'elle déclare dans %.")
EXPLAIN_TEXT(paywalled, "The page shows only part of the article to those who do not subscribe.",
			 "La page ne montre qu'une partie de l'article à qui n'est pas abonné.")
EXPLAIN_TEXT(rule_over_limit, "A limit stopped a site rule before it was done: %.",
			 "Une limite a arrêté une règle du site avant sa fin\u00A0: %.")
EXPLAIN_TEXT(truncated, "The page exceeds a limit on its nesting or size: part of it was left out.",
			 "La page dépasse une limite d'imbrication ou de taille\u00A0: une partie en a été omise.")

EXPLAIN_TEXT(fields, "Fields", "Champs")
EXPLAIN_TEXT(field, "Field", "Champ")
EXPLAIN_TEXT(value, "Value", "Valeur")
EXPLAIN_TEXT(source, "Source", "Source")
EXPLAIN_TEXT(also, "; ", "\u00A0; ")
EXPLAIN_TEXT(printed_in, "printed in ", "affiché dans le ")
EXPLAIN_TEXT(block, "block ", "bloc ")
EXPLAIN_TEXT(day_only, "(day only)", "(jour seul)")
EXPLAIN_TEXT(html_title, "&lt;title&gt;", "&lt;title&gt;")
EXPLAIN_TEXT(address_given, "the address given", "l'adresse donnée")
EXPLAIN_TEXT(the_text, "the text", "le texte")
EXPLAIN_TEXT(breadcrumbs, "breadcrumbs", "fil d'Ariane")
EXPLAIN_TEXT(part_of_value, "part of a declared value", "partie d'une valeur déclarée")
EXPLAIN_TEXT(parts_of_values, "parts of declared values", "parties de valeurs déclarées")
EXPLAIN_TEXT(image_near, "&lt;img&gt; near the text", "&lt;img&gt; près du texte")
EXPLAIN_TEXT(nowhere, "", "")
EXPLAIN_TEXT(blocks_link, "the <a href=\"#blocks\">blocks</a> kept",
			 "les <a href=\"#blocks\">blocs</a> gardés")
EXPLAIN_TEXT(links_of_page, "links of the page", "liens de la page")
EXPLAIN_TEXT(text_of_page, "text of the page", "texte de la page")
EXPLAIN_TEXT(images_of_body, "images in the article", "images dans l'article")
EXPLAIN_TEXT(frames_of_body, "videos, posts and frames in the article",
			 "vidéos, messages et cadres dans l'article")
EXPLAIN_TEXT(credit, "credit: ", "crédit\u00A0: ")
EXPLAIN_TEXT(alt, "alt: ", "alt\u00A0: ")
EXPLAIN_TEXT(not_found, "Not found: ", "Non trouvé\u00A0: ")

EXPLAIN_TEXT(blocks, "Blocks, in page order", "Blocs, dans l'ordre de la page")
EXPLAIN_TEXT(kept, "kept", "gardé")
EXPLAIN_TEXT(dropped, "dropped", "écarté")
EXPLAIN_TEXT(close_call, "close call", "cas limite")
EXPLAIN_TEXT(is_kept, "part of body", "fait partie de body")
EXPLAIN_TEXT(is_dropped, "not part of it", "n'en fait pas partie")
EXPLAIN_TEXT(is_close, "the score barely supports the verdict, or contradicts it",
			 "la note n'appuie guère le verdict, ou le contredit")
EXPLAIN_TEXT(marked_words, "words that are a field:", "mots qui sont un champ\u00A0:")
EXPLAIN_TEXT(role_title, "title", "titre")
EXPLAIN_TEXT(role_subtitle, "subtitle", "sous-titre")
EXPLAIN_TEXT(role_author, "author", "auteur")
EXPLAIN_TEXT(role_published, "published", "publication")
EXPLAIN_TEXT(role_modified, "modified", "modification")
EXPLAIN_TEXT(more_bytes, "(% more bytes)", "(% octets de plus)")
EXPLAIN_TEXT(more_blocks, "(% more blocks are not shown)",
			 "(% blocs de plus ne sont pas affichés)")
EXPLAIN_TEXT(run_dropped, "% dropped", "% écartés")

EXPLAIN_TEXT(evidence, "Dates and facts on the page", "Dates et déclarations de la page")
EXPLAIN_TEXT(dates, "Dates of the page", "Dates de la page")
EXPLAIN_TEXT(facts, "Facts that the page declares", "Ce que la page déclare")
EXPLAIN_TEXT(role, "Role", "Rôle")
EXPLAIN_TEXT(instant, "Instant", "Instant")
EXPLAIN_TEXT(words, "Words", "Mots")
EXPLAIN_TEXT(kind, "Kind", "Nature")
EXPLAIN_TEXT(agrees, "agrees", "concorde")
EXPLAIN_TEXT(no_date, "The page names no date.", "La page ne nomme aucune date.")
EXPLAIN_TEXT(no_fact, "The page declares nothing.", "La page ne déclare rien.")
