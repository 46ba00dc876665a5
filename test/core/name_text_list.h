/*
 * name_text_list.h
 *	  Names in texts: NAME_TEXT(text, its names in the order of their first mention, as "kind: name
 *	  (role) mentions"). Texts written for this project; the first half was at hand while the rules
 *	  were written, the second half was kept aside.
 * No #include guard: this file is a table.
 */
NAME_TEXT("La porte-parole du ministère russe, Maria Zakharova, a critiqué Paris. « C'est faux », "
		  "a dit Mme Zahkharova à l'AFP. La porte-parole a visé Emmanuel Macron. Le président "
		  "Macron se rend à Moscou jeudi.",
		  "person: Maria Zakharova (porte-parole du ministère russe) 3|place: Paris "
		  "1|organisation: AFP 1|person: Emmanuel Macron (président) 2|place: Moscou 1")
NAME_TEXT("Le constructeur Renault va fermer son usine de Flins. Luca Demeo, directeur général, "
		  "l'a annoncé mardi. « Nous n'avons pas le choix », a déclaré M. Demeo.",
		  "organisation: Renault 1|person: Luca Demeo (directeur général) 2")
NAME_TEXT("Léa Marchetti, 34 ans, vit à Saint-Malo avec son mari Hugo Marchetti. Léa travaille à "
		  "la SNCF, Hugo au port.",
		  "person: Léa Marchetti 2|place: Saint-Malo 1|person: Hugo Marchetti (mari) "
		  "2|organisation: SNCF 1")
NAME_TEXT("Rue Victor-Hugo, devant le lycée Jean-Moulin, les élèves attendent. Karim Benali, "
		  "professeur, les rassure. La ville de Valmar a prêté des cars.",
		  "person: Karim Benali (professeur) 1|place: Valmar 1")
NAME_TEXT(
	"Le Premier ministre israélien Benyamin Netanyahou a rencontré à Washington le président "
	"américain Joe Biden. Israël et les Etats-Unis restent alliés. M. Netanyahu repart jeudi.",
	"person: Benyamin Netanyahou (ministre israélien) 2|place: Washington 1|person: Joe Biden "
	"(président américain) 1|place: Israël 1|place: Etats-Unis 1")
NAME_TEXT("L'Université de Nantes et le CNRS publient une étude dirigée par la climatologue Anne "
		  "Lefort. Selon Mme Lefort, la mer monte plus vite en Vendée.",
		  "organisation: Université de Nantes 1|organisation: CNRS 1|person: Anne Lefort "
		  "(climatologue) 2|place: Vendée 1")
NAME_TEXT("Xi Jinping a reçu son homologue. Le président chinois Xi Jinping a salué l'accord. La "
		  "Chine achètera du blé.",
		  "person: Xi Jinping (président chinois) 2|place: Chine 1")
NAME_TEXT("GRÈVE À LA GARE DE LENS CE MATIN. Les syndicats CGT et SUD appellent à cesser le "
		  "travail. Le maire Sylvain Robert soutient les cheminots.",
		  "organisation: CGT 1|organisation: SUD 1|person: Sylvain Robert (maire) 1")
NAME_TEXT("Le juge Marc Trévidon a interrogé Mohammed Abrini vendredi à Bruxelles. L'avocat du "
		  "suspect, Me Stanislas Eskenazi, a refusé de répondre. Abrini a gardé le silence.",
		  "person: Marc Trévidon 1|person: Mohammed Abrini 2|place: Bruxelles 1|person: Stanislas "
		  "Eskenazi (Me) 1")
NAME_TEXT(
	"Dans le village de Kerlaz, Yann Le Bihan, agriculteur, a vendu ses vaches. Sa fille Nolwenn "
	"Le Bihan reprend la ferme.",
	"place: Kerlaz 1|person: Yann Le Bihan (agriculteur) 1|person: Nolwenn Le Bihan (fille) 1")
NAME_TEXT("L'OMS alerte sur le variant. Le Dr. Tedros Ghebre, qui dirige l'OMS, a parlé à Genève. "
		  "Les Philippines ferment leurs frontières.",
		  "organisation: OMS 2|person: Tedros Ghebre (Dr.) 1|place: Genève 1|place: Philippines 1")
NAME_TEXT("Le chanteur Stromae a annulé sa tournée. Angèle le remplacera au Stade de France. "
		  "Stromae a présenté ses excuses.",
		  "person: Stromae (chanteur) 2")
NAME_TEXT("Vladimir Poutine s'est exprimé à Saint-Pétersbourg. Le président russe a menacé Kiev. "
		  "Putin a ensuite reçu Alexandre Loukachenko.",
		  "person: Vladimir Poutine 2|place: Saint-Pétersbourg 1|place: Kiev 1|person: Alexandre "
		  "Loukachenko 1")
