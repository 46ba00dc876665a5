/*
 * number_text_list.h
 *	  Sentences and the numbers that they hold: TEXT(sentence, "words=value kind; …"), written for
 *	  this test. No #include guard: this file is a table.
 */
TEXT("Trois ponts, dont 2 fermés.", "Trois=3 cardinal; 2=2 cardinal")
TEXT("L'un des ponts, une rue, un quai.", "")
TEXT("Un million de visiteurs, un milliard d'étoiles.",
	 "Un million=1000000 cardinal; un milliard=1000000000 cardinal")
TEXT("Le vol AF447 et le Covid-19, la 5G, un F-16, H5N1.", "")
TEXT("Il gagne 6-4, 7-5 à 15h40 le 12/05/2019.", "")
TEXT("Appelez le 01 42 00 00 00 ou le 04.75.00.00.00.", "")
TEXT("De 5 à 7 %, entre 1,5 et 2,5 millions.",
	 "5=5 cardinal; 7 %=7 percent; 1,5=1.5 cardinal; 2,5 millions=2500000 cardinal")
TEXT("Une quarantaine de barques ; le village est en quarantaine.",
	 "Une quarantaine=40 approximate")
TEXT("Imposer une quarantaine de 14 jours.", "14=14 cardinal")
TEXT("Des dizaines d'élus, plusieurs centaines de fois.", "")
TEXT("Une dizaine de milliers de pages.", "Une dizaine de milliers=10000 approximate")
TEXT("Quelque 300 élèves, près de 40 profs.", "300=300 approximate; 40=40 approximate")
TEXT("La moitié des voix, le tiers des sièges, les trois quarts du budget.",
	 "La moitié=0.5 fraction; le tiers=0.333333333 fraction; trois quarts=0.75 fraction")
TEXT("Un quart d'heure, un quart de finale, une demi-finale.", "")
TEXT("Un troisième homme et un dixième des habitants.",
	 "troisième=3 ordinal; un dixième=0.1 fraction")
TEXT("Un téléphone neuf pour neuf enfants.", "neuf=9 cardinal")
TEXT("Les Deux-Sèvres, un deux-roues, un trois-mâts.", "")
TEXT("Au XXIe siècle, sous la Ve République, à Le Mans.", "XXIe=21 ordinal; Ve=5 ordinal")
TEXT("Le Premier ministre arrive premier.", "premier=1 ordinal")
TEXT("Une seconde plus tard, la seconde équipe.", "seconde=2 ordinal")
TEXT("Il fait -3 degrés (+2 points).", "-3=-3 cardinal; +2=2 cardinal")
TEXT("Il a deux ans et demi.", "deux ans et demi=2.5 cardinal")
TEXT("Une remise de 50 cents.", "50=50 cardinal")
TEXT("Un prix de 12 k€, puis 3,1 M€.", "12 k=12000 cardinal; 3,1 M=3100000 cardinal")
TEXT("Deux, trois, quatre.", "Deux=2 cardinal; trois=3 cardinal; quatre=4 cardinal")
TEXT("En 2016, 300 soldats.", "2016=2016 cardinal; 300=300 cardinal")
TEXT("200 m2 et 10km.", "200=200 cardinal; 10=10 cardinal")
TEXT("½ litre", "½=0.5 fraction")
TEXT("1/4 des Français, noté 8/10, 24h/24, 7/7.", "1/4=0.25 fraction")
TEXT("Il reste 3 millions et demi de doses.", "3 millions et demi=3500000 cardinal")
TEXT("Deux demi-finales, trois demi-journées.", "Deux=2 cardinal; trois=3 cardinal")
TEXT("Près d'un millier d'élèves, plus d'une centaine de profs.",
	 "un millier=1000 approximate; une centaine=100 approximate")
TEXT("Le 1 000e visiteur a payé 20.- francs.", "1 000e=1000 ordinal; 20=20 cardinal")
TEXT("Le rendez-vous est à J+6, dans quatre-cinq jours.", "quatre=4 cardinal; cinq=5 cardinal")
TEXT("Ils sont 12 pour 100, puis 12 pour 100 000.", "12 pour 100=12 percent; 12=12 cardinal; 100 000=100000 cardinal")
