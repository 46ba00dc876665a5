/*
 * test_body.c
 *	  What is and is not the article's text: one page for each kind of neighbour that reads as well
 *	  as the article.
 */
#include "tap.h"

#include "view.h"

#include "base/array.h"

#define ONE                                                                                        \
	"La foire aux plants de Brimont a réuni samedi trois mille visiteurs sous la halle, malgré " \
	"un "                                                                                          \
	"vent froid qui a renversé deux étals dès le matin."
#define TWO                                                                                        \
	"Une quarantaine de pépiniéristes avaient fait le déplacement, dont certains depuis les "   \
	"vallées voisines, avec des variétés de tomates oubliées."
#define THREE                                                                                       \
	"« Les gens veulent à nouveau jardiner », se réjouit la présidente de l'association, qui " \
	"organise le rendez-vous depuis onze ans avec vingt bénévoles."
#define FOUR                                                                                          \
	"La prochaine édition se tiendra au premier samedi d'avril, dans la cour du collège, où il y " \
	"aura davantage de place pour les remorques."
#define MILL                                                                                           \
	"Un moulin reprend vie au bord de la rivière après vingt ans d'abandon, grâce à une poignée " \
	"de passionnés qui l'ont remonté pierre par pierre."
#define SCHOOL                                                                                     \
	"Le conseil d'école a voté la semaine de quatre jours, contre l'avis de la moitié des "     \
	"parents, qui demandent une consultation avant l'été."
#define P(text) "<p>" text "</p>"
#define HALF P(ONE) P(TWO)
#define REST P(THREE) P(FOUR)
#define ALL HALF REST
#define H1 "<h1>Trois mille visiteurs à la foire aux plants</h1>"
#define PAGE(body)                                                                                 \
	"<!DOCTYPE html><html lang=fr><title>Trois mille visiteurs à la foire aux plants</title>" body
#define PAID(part)                                                                                 \
	"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Trois mille "    \
	"visiteurs à la foire aux plants\",\"hasPart\":{\"@type\":\"WebPageElement\","                \
	"\"isAccessibleForFree\":false,\"cssSelector\":\"" part "\"}}</script>"
#define TEASER(number, text)                                                                       \
	"<li><h4><a href='/n/" number ".html'>Une autre nouvelle du canton</a></h4><p>" text           \
	"…</p></li>"
#define READER(name)                                                                               \
	"<li><b>" name "</b><p>Je trouve que cette foire est une belle idée, mais il manquait de la " \
	"place pour se garer.</p></li>"
#define ANSWER(name)                                                                               \
	"<div><div><b>" name "</b> il y a 5 mois</div><p>Je trouve que cette foire est une belle "     \
	"idée, mais il manquait de la place pour se garer.</p><a>Répondre</a> <a>Signaler</a></div>"
#define STORY(number, text)                                                                        \
	"<div class=story><h1>Histoire " number "</h1><div class=text>" P(text)                        \
		P(text " Bis.") "</div></div>"
#define CARD(text)                                                                                 \
	"<div class=card-item><h3>Autre sujet du jour</h3><div class=text>" P(text)                    \
		P(text " Bis.") "</div></div>"

#define GERMAN_LIST                                                                                 \
	"<html lang=de><title>Hallenbad öffnet nach Umbau</title><article><h1>Hallenbad öffnet nach " \
	"Umbau</h1><p>Das Hallenbad hat am Donnerstag nach achtzehn Monaten wieder geöffnet, und "     \
	"schon "                                                                                        \
	"am frühen Morgen standen die ersten Schwimmer vor der Tür.</p><ol start=5><li>ein "          \
	"Lehrbecken<ul><li>mit Rutsche</ul><li><p>neue Umkleiden</ol><p>Die Stadt hat nach eigenen "    \
	"Angaben rund sieben Millionen Euro in neue Technik gesteckt, wie die Bürgermeisterin "        \
	"erklärte.</p><p>Vereine und Schulen bekommen feste Zeiten am Vormittag, während das Becken " \
	"abends allen offensteht.</p></article>"
#define ENGLISH_TERMS                                                                              \
	"<html lang=en><title>\"We missed our readers\" | The Oakmere Standard</title><nav><a "        \
	"href=/>Home</a> <a href=/n>News</a></nav><article><h1>\"We missed our "                       \
	"readers\"</h1><dl><dt>Why the delay?</dt><dd>The public library in Oakmere reopened on "      \
	"Thursday after a two-year refurbishment that trebled its reading rooms and added a workshop " \
	"for schoolchildren on the top floor.</dd><dt>What did it cost?</dt><dd>Councillors approved " \
	"the budget of six million pounds in 2019, but the project was delayed twice by flooding in "  \
	"the cellar, the head librarian, Ruth Penhale, told visitors.</dd><dt>And "                    \
	"now?</dt><dd>Opening hours will stay limited until September, when four more members of "     \
	"staff are due to start and the café will begin to serve lunches.</dd></dl></article>"

static const struct
{
	const char *name;
	const char *page;
	const char *holds;
	const char *lacks;
} pages[] = {
	{"a class of consent around the article",
	 PAGE("<main>" H1 "<article class='cc txt'>" ALL
		  "<div>En vous inscrivant, vous acceptez notre politique de "
		  "cookies.</div></article></main>"),
	 ONE, "acceptez"},
	{"a notice of consent above the title",
	 PAGE(
		 "<div><p>Avec votre accord, nos 143 partenaires et nous utilisons des cookies pour "
		 "stocker "
		 "des données personnelles, mesurer l'audience et montrer des publicités ciblées.</p></div>"
		 "<main>" H1 ALL "</main>"),
	 ONE, "143 partenaires"},
	{"text for subscribers, by a selector",
	 PAGE(PAID("main .reste") "<article>" H1 "<div>" HALF "</div><div class=reste hidden>" REST
							  "</div></article>"),
	 FOUR, NULL},
	{"text for subscribers, by a class",
	 PAGE("<article>" H1 HALF "<div class='premium d-none'>" REST "</div></article>"), FOUR, NULL},
	{"a hidden notice to subscribers",
	 PAGE(PAID(
		 ".paywall") "<article>" H1
			  ALL "<div class=paywall hidden><p>Abonnez-vous pour lire la suite de cet article et "
					 "soutenir notre rédaction, à partir de un euro par mois.</p><p>Déjà abonné ? "
					 "Identifiez-vous pour retrouver vos lectures.</p></div></article>"),
	 FOUR, "Abonnez"},
	{"other hidden text",
	 PAGE("<article>" H1 ALL "<div hidden>" P(MILL) P(SCHOOL) "</div></article>"), FOUR, MILL},
	{"a list of teasers",
	 PAGE("<div>" H1 ALL "<h3>À lire également</h3><ul>" TEASER("1", MILL) TEASER("2", SCHOOL)
			  TEASER("3", MILL) "</ul></div>"),
	 FOUR, "Un moulin"},
	{"a digest of linked headlines",
	 PAGE("<div>" H1 ALL "<h2><a href='/r/1'>Un moulin dans la vallée</a></h2>" P(
		 MILL) "<h2><a href='/r/2'>Une semaine de quatre jours</a></h2>" P(SCHOOL) "</div>"),
	 SCHOOL, NULL},
	{"the next articles in full",
	 PAGE("<div class=story>" H1 "<div class=text>" ALL "</div></div>" STORY("1", MILL)
			  STORY("2", SCHOOL)),
	 FOUR, "Un moulin"},
	{"a section of other articles in full",
	 PAGE("<main>" H1 "<div class=text>" ALL "</div><section><h3>Et encore</h3>" CARD(MILL)
			  CARD(SCHOOL) "</section></main>"),
	 FOUR, "Un moulin"},
	{"sections of the article itself",
	 PAGE("<main>" H1 "<section>" HALF "</section><section><h2>Demain</h2>" REST
		  "</section><section><h2>Après-demain</h2>" P(MILL) "</section></main>"),
	 MILL, NULL},
	{"comments without a class",
	 PAGE("<div>" H1 ALL "</div><h3>Vos réactions</h3><ul>" READER("Anne") READER("Luc")
			  READER("Mehdi") "</ul>"),
	 FOUR, "Je trouve"},
	{"comments after the <article>",
	 PAGE("<article>" H1 ALL "</article><ul>" READER("Anne") READER("Luc") READER("Mehdi") "</ul>"),
	 FOUR, "Je trouve"},
	{"a pointer in elements of its own",
	 PAGE("<article>" H1 "<p>" ONE
		  " <span><b>À LIRE AUSSI</b> <a href=/x>Le retour des tomates</a></span>" TWO "</p>" REST
		  "</article>"),
	 "dès le matin. Une quarantaine", "LIRE AUSSI"},
	{"a pointer in brackets",
	 PAGE("<article>" H1 "<p>" ONE
		  " (<em>Lire aussi : <a href=/x>Le retour des tomates</a></em>)</p>" P(TWO) REST
		  "</article>"),
	 "dès le matin.\n\nUne", "Lire aussi"},
	{"a pointer at the end of a sentence",
	 PAGE("<article>" H1 "<p>" ONE
		  " À lire aussi : <a href=/x>Le retour des tomates</a>.</p>" P(TWO) REST "</article>"),
	 "dès le matin.\n\nUne", "À lire aussi"},
	{"a link to be read in a sentence",
	 PAGE("<article>" H1 "<p>" ONE
		  " On peut <b>lire</b> <a href=/x>le règlement</a> sur place.</p>" P(TWO) REST
		  "</article>"),
	 "lire le règlement sur place", NULL},
	{"a card over a word",
	 PAGE("<article>" H1 P(
		 ONE) "<p>Quarante <span><a href=/p>pépiniéristes</a><span role=tooltip><b>Un "
			  "mot</b> Celui qui fait pousser des arbres.</span></span> avaient fait le "
			  "déplacement, dont "
			  "certains depuis les vallées voisines.</p>" REST "</article>"),
	 "pépiniéristes avaient", "Celui qui"},
	{"contacts and a disclaimer",
	 PAGE("<div>" H1 ALL
		  "<p>Avertissement : les opinions de cet article sont celles de son auteur, et le "
		  "site ne garantit pas l'exactitude de son contenu.</p><p>Téléphone : 02 99 00 00 "
		  "00</p></div>"),
	 FOUR, "Avertissement"},
	{"whom the press calls",
	 PAGE("<div>" H1 ALL "<h3>Contact presse</h3><p>Anne Dupré – anne@brimont.example – 02 00 00 "
		  "00 00</p></div>"),
	 FOUR, "Contact"},
	{"details of a press database",
	 PAGE("<div class=article><div><b>Trois mille visiteurs à la foire aux "
		  "plants</b></div><div>Anne Dupré</div>"
		  "<div>268 mots</div><div>2 avril 2023</div><div>08:15</div><div>Le Progrès de "
		  "Brimont</div><div>PRGB"
		  "</div>" ALL "</div>"),
	 ONE, "PRGB"},
	{"a shortcode that nothing replaced",
	 PAGE("<article>" H1 HALF "<p>[gallery ids=\"1,2\"]</p>" REST "</article>"), FOUR, "gallery"},
	{"an empty byline",
	 PAGE("<article><header>" H1 "<span>par <a href=/a>. .</a></span></header>" ALL "</article>"),
	 ONE, "par ."},
	{"an initial in a box",
	 PAGE("<article>" H1 "<div>L</div><p>a foire a réuni samedi trois mille visiteurs "
		  "sous la halle, malgré un vent froid.</p>" REST "</article>"),
	 "La foire", NULL},
	{"words cut at the line ends of print",
	 "<html lang=fr><title>La foire</title><h1>La foire</h1><p>La foire aux plants de Brimont a "
	 "réuni trois "
	 "mille visi-<br>teurs sous la halle, malgré un vent froid qui a ren-<br>versé deux étals dès "
	 "le matin, "
	 "dans la rue,<br>et une poignée d'arcs-en-<br>ciel au-dessus de la place.</p>" P(TWO) P(THREE),
	 "visiteurs sous la halle, malgré un vent froid qui a renversé deux étals dès le matin, dans "
	 "la "
	 "rue, et une poignée d'arcs-en-ciel",
	 NULL},
	{"a table that lays out the page",
	 PAGE("<table><tr><td><a href=/a>La Une</a><br><a href=/b>Région</a><td><b>Trois mille "
		  "visiteurs à la foire aux plants</b><p>" ONE "<p>" TWO "<p>" THREE "<td>Aussi dans "
		  "l'édition<br><a href=/c>Le lycée sans chauffage</a></table>"),
	 ONE "\n\n" TWO "\n\n" THREE, "La Une"},
	{"who signs and whence it comes, below the text",
	 PAGE("<article>" H1 "<p>Par Anne Dupré</p>" ALL "<p><b>Anne Dupré</b></p><p><b>Source : Le "
		  "Courrier de Brimont</b></p></article>"),
	 FOUR, "Dupré"},
	{"an agency and its desks below the text",
	 PAGE("<article>" H1 ALL "<p>dpa/lnw hol ze</p></article>"), FOUR, "dpa"},
	{"a newsroom and an agency below the text",
	 PAGE("<article>" H1 ALL "<p>La rédaction avec AFP</p></article>"), FOUR, "AFP"},
	{"a box that waits for consent",
	 PAGE("<article>" H1 HALF "<div><p>Pour afficher ce contenu, acceptez les traceurs de ce "
		  "réseau.</p></div>" REST "</article>"),
	 FOUR, "traceurs"},
	{"comments that are closed",
	 PAGE("<article>" H1 ALL "<p>Les commentaires sont fermés.</p></article>"), FOUR,
	 "commentaires"},
	{"a form to subscribe among the paragraphs",
	 PAGE("<article>" H1 HALF "<div><p>Ne manquez rien de Brimont</p><p>Chaque matin, notre "
		  "infolettre résume l'essentiel en cinq minutes.</p><input type=email><button>Je "
		  "m'inscris</button></div>" REST "</article>"),
	 FOUR, "infolettre"},
	{"a paragraph after a form near the end",
	 PAGE("<div>" H1 P(ONE) P(TWO)
			  P(THREE) "<div><p>Merci de lire le Courrier ! Abonnez-vous pour "
					   "recevoir les prochains articles.</p><input "
					   "type=email><button>Abonnez-vous</button></div>" P(
						   FOUR) "<p><a href=/c>Laisser un commentaire</a></p></div>"),
	 FOUR, "Merci"},
	{"a calculator is the article's",
	 PAGE("<article>" H1 HALF "<div><p>Cette estimation repose sur trente jardins du canton et "
		  "vaut jusqu'au printemps.</p><input type=number><button>Calculer</button></div>" REST
		  "</article>"),
	 "Cette estimation", NULL},
	{"a link that tells the reader what to do",
	 PAGE("<article>" H1 HALF "<p><b><a href=/a>Téléchargez l’application du Courrier pour suivre "
		  "la foire</a></b></p>" REST "</article>"),
	 FOUR, "Téléchargez"},
	{"where the reader may send pictures",
	 PAGE("<article>" H1 ALL "<p><i>Vous avez des photos de la foire ? Envoyez-les à "
		  "photos@brimont.example</i></p></article>"),
	 FOUR, "Envoyez"},
	{"a newsroom above the text",
	 PAGE("<article>" H1 "<p><em>La rédaction</em></p><p>Le 05.09.2024 à 16:20</p>" ALL
		  "</article>"),
	 FOUR, "rédaction"},
	{"whoever wants to react",
	 PAGE("<article>" H1 ALL "<p><b>Vous êtes pépiniériste et vous souhaitez réagir ? Contactez "
		  "notre rédaction.</b></p></article>"),
	 FOUR, "réagir"},
	{"who made the pictures",
	 PAGE("<article>" H1 "<p>Texte : Anne Dupré</p><p>Photographies de Luc Roy</p>" ALL
		  "</article>"),
	 FOUR, "Luc Roy"},
	{"the initials of those who edited it", PAGE("<article>" H1 ALL "<p>adu/bmo/tq</p></article>"),
	 FOUR, "adu/"},
	{"headlines and a call below a short fragment",
	 "<h1>Trois mille visiteurs à la foire aux plants</h1>" ALL "<p>Abonnez-vous à notre chaîne "
	 "pour ne rien manquer.</p><p>Trois blessés dans une collision</p><p>Le prix du beurre bat un "
	 "record</p>",
	 FOUR, "Abonnez"},
	{"verse keeps its lines",
	 PAGE("<article>" H1 "<p>Je plante en mars,<br>je cueille en mai,<br>et je m'en "
		  "vais.</p>" ALL "</article>"),
	 "en mars,\nje cueille", NULL},
	{"markup escaped twice",
	 PAGE("<article>" H1 "<div>&lt;p&gt;" ONE "&lt;/p&gt;&lt;p&gt;" TWO "&lt;/p&gt;&lt;p&gt;" THREE
		  "&lt;/p&gt;</div></article>"),
	 ONE "\n\n" TWO, "<p>"},
	{"references escaped twice",
	 PAGE("<article>" H1 "<p>Le pr&amp;eacute;fet a plac&amp;eacute; la commune en "
		  "alerte&amp;nbsp;: l&amp;#8217;arrosage des "
		  "pelouses y sera interdit d&amp;egrave;s samedi matin.</p>" ALL "</article>"),
	 "Le préfet a placé la commune en alerte : l’arrosage", "&"},
	{"code that shows markup",
	 PAGE("<article>" H1 "<p>On écrit <code>&lt;p&gt;</code>, et autrefois "
		  "<code>d&amp;eacute;j&amp;agrave;</code>, "
		  "puis <code>&lt;/p&gt;</code> à la fin du paragraphe.</p>" ALL "</article>"),
	 "écrit <p>, et autrefois d&eacute;j&agrave;", NULL},
	{"paragraphs that are blank lines",
	 "<em>" ONE
	 "</em>\n\n[caption id=\"a\" width=\"300\"]<img src=\"/p.jpg\" /> La halle[/caption]\n\n" TWO
	 "\n\n[gallery ids=\"1\"]\n\n" THREE
	 "\n\n[embed]https://video.example/v[/embed]\n\n[Note] " FOUR,
	 ONE "\n\n" TWO "\n\n" THREE "\n\n[Note] ", "[caption"},
	{"<q>",
	 PAGE("<article>" H1
		  "<p>Le maire a promis de <q>planter sans <q>relâche</q></q> devant la foule, qui "
		  "l'a applaudi.</p>" ALL "</article>"),
	 "promis de « planter sans “relâche” » devant", NULL},
	{"<q> with marks of its own",
	 PAGE("<article>" H1 "<p>Le maire a promis de <q>« planter »</q> devant la foule, qui "
		  "l'a applaudi.</p>" ALL "</article>"),
	 "de « planter » devant", NULL},
	{"cells with <div>s",
	 PAGE("<article>" H1 P(
		 ONE) "<table><tr><th><div>Plant</div><th><div>Prix</div><tr><td><div>Tomate</div>"
			  "<td><div>2 €</div></table>" P(TWO) REST "</article>"),
	 "Tomate | 2 €", NULL},
	{"a list that reads unlike the text around it", GERMAN_LIST,
	 "ein Lehrbecken\n\nmit Rutsche\n\nneue Umkleiden", NULL},
	{"the first question of a list of terms", ENGLISH_TERMS, "Why the delay?\n\nThe public", NULL},
	{"both dates in a line",
	 PAGE("<article>" H1 "<p class=m>Mardi 3 mai 2022, 9h05 | Dernière modification : mercredi 4 "
		  "mai 2022, 9h</p>" ALL "</article>"),
	 ONE, "modification"},
	{"a pointer in uppercase with accents",
	 PAGE("<article>" H1 "<p>" ONE " <span>À LIRE ÉGALEMENT</span> <a href='/m'>Un moulin reprend "
		  "vie au bord de la rivière</a></p>" P(TWO) REST "</article>"),
	 TWO, "moulin"},
	{"words for screen readers in a paragraph",
	 PAGE("<article>" H1 "<p>Voici <a href='/p'>le plan</a> <span class='sr-only'>(autre "
		  "fenêtre)</span> de la foire, que les organisateurs ont dessiné eux-mêmes.</p>" ALL
		  "</article>"),
	 "le plan de la foire", NULL},
	{"a copyright notice below the text",
	 PAGE("<article>" H1 ALL
		  "<p>© Le Canton. Reprise soumise à l'accord de l'éditeur.</p></article>"),
	 FOUR, "Reprise"},
	{"the address of the article below the text",
	 PAGE("<article>" H1 ALL "<p>Page en ligne ici : https://canton.invalid/foire</p></article>"),
	 FOUR, "en ligne"},
	{"a mail address below the text",
	 PAGE("<article>" H1 ALL
		  "<p>Une faute dans ce texte ? Dites-le : a@canton.invalid</p></article>"),
	 FOUR, "Une faute"},
	{"a list of facts",
	 PAGE("<article>" H1 HALF "<dl><dt>Exposants<dd>quarante<dt>Entrée<dd>2 €</dl>" REST
		  "</article>"),
	 "Exposants\n\nquarante\n\nEntrée\n\n2 €", NULL},
	{"a table that reads unlike the text around it, with a caption",
	 PAGE("<article>" H1 HALF "<table><caption>Classement</caption><tr><td>1<td>Brimont<td>41<tr>"
		  "<td>2<td>Clairval<td>39</table>" REST "</article>"),
	 "1 | Brimont | 41", "Classement"},
	{"tags below the text",
	 PAGE("<article>" H1 ALL "<p>Mots clés : Brimont, foire, jardin</p></article>"), FOUR, "Mots"},
	{"a channel to follow below the text",
	 PAGE("<article>" H1 ALL "<p>Téléchargez l'application du Canton pour suivre l'actualité en "
		  "direct.</p></article>"),
	 FOUR, "application"},
	{"an offer to subscribers below the text",
	 PAGE("<article>" H1 ALL "<p>Ce texte vous est offert. Pour lire gratuitement un article "
		  "réservé aux abonnés, connectez-vous.</p></article>"),
	 FOUR, "offert"},
	{"a call to subscribe with its heading",
	 PAGE("<article>" H1 HALF "<div><h3>Notre lettre du jardin</h3><p>Inscrivez-vous à notre "
		  "newsletter gratuite et recevez chaque vendredi les travaux de la semaine, choisis par "
		  "nos pépiniéristes.</p><form><input><button>Envoyer</button></form></div>" REST
		  "</article>"),
	 THREE, "lettre du jardin"},
	{"a byline that tells who drew",
	 PAGE("<article>" H1 "<p>Récit d'Anne Dupont | Dessins et couleurs de Jean Martin-Roy</p>" ALL
		  "</article>"),
	 ONE, "Récit"},
	{"the number and day of an issue",
	 PAGE("<article>" H1 "<p>N° 812 du 3 mai 2024</p>" ALL "</article>"), ONE, "812"},
	{"a line of a picture without a class",
	 PAGE("<article>" H1 "<div class=v><img src=/v.jpg><span>Les étals renversés samedi matin. "
		  "Crédit : Anne Dupont</span></div>" ALL "</article>"),
	 ONE, "étals renversés samedi"},
	{"the next articles in a box of their own",
	 PAGE("<article class=a>" H1 ALL "</article><div class=n><article class=b><h2><a href=/m>Le "
		  "moulin</a></h2>" P(MILL) "</article></div>"),
	 FOUR, MILL},
	{"brackets around a pointer and its link",
	 PAGE("<article>" H1 HALF P(THREE " <i>(Lire aussi : <a href=/m>Le moulin reprend vie</a>)</i>")
			  P(FOUR) "</article>"),
	 THREE "\n\n" FOUR, "moulin"},
	{"whom to write to below the text",
	 PAGE("<article>" H1 ALL "<p>Contact presse : Anne Dupont, a@canton.invalid</p></article>"),
	 FOUR, "presse"},
	{"a line with the time for programs",
	 PAGE("<article>" H1 "<p>Paru <abbr title='2024-05-03T07:05:00+02:00'>3 h</abbr> après</p>" ALL
		  "</article>"),
	 ONE, "Paru"},
	{"the last question of an interview",
	 PAGE("<article>" H1 "<p class=q>Le vent ?</p><p class=r>" ONE "</p><p class=q>Les gens "
		  "?</p><p class=r>" THREE "</p><p class=q>Un regret ?</p><p class=r>Aucun.</p></article>"),
	 "Un regret ?\n\nAucun.", NULL},
	{"to whom a letter was sent, and who sent it",
	 PAGE("<table><tr><td>" H1 "<tr><td>" ONE "<tr><td>" TWO "<tr><td>" THREE "<tr><td>" FOUR
		  "<tr><td>Envoyé à anne@canton.invalid. <a href=/d>Ne plus la recevoir</a><tr><td>Presse "
		  "du Canton, 3 rue Haute, 25999 Brimont</table>"),
	 FOUR, "Presse du Canton"},
	{"a comment that microdata tell",
	 PAGE("<article>" H1 ALL "</article><div itemscope itemprop=comment><b>Anne</b><p>" MILL
		  "</p></div>"),
	 FOUR, MILL},
	{"numeric references escaped twice",
	 "<html lang=fr><title>Foire</title><article><h1>Foire</h1><p>La halle a &amp;#233;t&amp;#233; "
	 "r&amp;#233;par&amp;#233;e avant la f&amp;#234;te, et le march&amp;#233; y revient "
	 "d&amp;#232;s "
	 "samedi apr&amp;#232;s deux ans.</p>" ALL "</article>",
	 "La halle a été réparée", "&#233;"},
	{"comments that can be answered, under a heading that is no noun",
	 PAGE("<div>" H1 "<div>" ALL "</div></div><div><h3>Réagir (3)</h3>" ANSWER("Anne") ANSWER("Luc")
			  ANSWER("Mehdi") "</div>"),
	 FOUR, "Je trouve"},
	{"two comments under their heading",
	 PAGE("<article>" H1 ALL "<div><h3>2 commentaires</h3><div class=c><b>anne</b> le "
		  "16/01/2024<p>" MILL "</p></div><div class=c><b>jean</b> le 17/01/2024<p>" SCHOOL
		  "</p></div></div></article>"),
	 FOUR, MILL},
	{"a newsroom with an agency",
	 PAGE("<article>" H1 "<p>La rédaction avec AFP</p>" ALL "</article>"), ONE, "La rédaction"},
	{"a brief in German",
	 "<html lang=de><title>A7 nach Unfall gesperrt</title><article><h1>A7 nach Unfall "
	 "gesperrt</h1><p class=datum>14.03.2023, 09:12 Uhr</p><p>Die Autobahn ist in Richtung Norden "
	 "bis zum Mittag gesperrt.</p></article>",
	 "Die Autobahn", NULL},
	{"a brief",
	 "<html lang=fr><title>Un séisme ressenti</title><article><h1>Un séisme ressenti</h1><p>Publié "
	 "le 3 mai "
	 "2024 à 7h05</p><p>Un séisme de magnitude 3,2 a été ressenti dans la nuit.</p></article>",
	 "Un séisme de", "Publié"},
	{"links below a pointer, in its box",
	 PAGE("<article>" H1 P(
		 ONE) "<div><p><b>À lire aussi</b></p><ul><li><a href=/n/1>Deux blessés dans "
			  "une collision</a></li><li><a href=/n/2>Le prix du bois repart à la "
			  "hausse</a></li></ul></div>" P(TWO) REST "</article>"),
	 FOUR, "Le prix du bois"},
	{"a box about the author",
	 PAGE("<article>" H1 ALL
		  "<div><p><b>Anne Dupont</b></p><p>Journaliste à la rédaction depuis 2012, "
		  "spécialiste des foires.</p></div></article>"),
	 FOUR, "spécialiste des foires"},
	{"a sentence of a form whose heading names a newsletter",
	 PAGE("<article>" H1 HALF
		  "<div><h3>Notre newsletter</h3><p>Chaque matin, le meilleur du canton "
		  "chez vous.</p><form><input type=email><button>S'inscrire</button></form></div>" REST
		  "</article>"),
	 FOUR, "Chaque matin"},
	{"items of a list of which the model keeps some",
	 "<html lang=fr><title>Gratin de blettes</title><nav><a href=/a>Une</a></nav><article>"
	 "<h1>Gratin de blettes</h1><p>Un plat d'hiver que l'on prépare la veille, et que l'on passe "
	 "au "
	 "four quand les convives sont à table.</p><div><b>Lire aussi :</b> <a "
	 "href=/le-retour-du-cardon.html>Le cardon revient sur les étals du marché</a></div>"
	 "<h2>Ingrédients</h2><ul><li>1 kg de blettes</li><li>100 g de noix</li></ul><h2>Préparation"
	 "</h2><ol><li><div>Laver les blettes et les couper.</div></li><li><div>Les cuire dix minutes."
	 "</div></li></ol><p>Temps de cuisson : trente minutes.</p></article>",
	 "1 kg de blettes\n\n100 g de noix\n\nPréparation\n\nLaver les blettes et les couper.\n\nLes "
	 "cuire",
	 "cardon"},
	{"a quotation with its speaker below",
	 PAGE(
		 "<article>" H1 "<div>" ONE "</div><div>" TWO
		 "</div><figure><blockquote><div>Le plus beau, "
		 "c'est le silence des étals au petit matin, avant les premiers clients.</div></blockquote>"
		 "<figcaption>Luc Amiot</figcaption></figure><div>" THREE "</div><div>" FOUR
		 "</div></article>"),
	 "Le plus beau", "Luc Amiot"},
	{"a box of two lines and a form",
	 PAGE("<article>" H1 P(ONE) "<div><p><b>Ne manquez rien du canton</b></p><p>Inscrivez-vous à "
								"notre lettre et recevez chaque matin nos "
								"articles.</p><form><input type=email><button>Je "
								"m'abonne</button></form></div>" P(TWO) REST "</article>"),
	 FOUR, "Ne manquez rien"},
	{"a brief below buttons",
	 "<html lang=fr><title>Un séisme ressenti</title><main><article><h1>Un séisme ressenti</h1>"
	 "<ul><li><a href=#>Partager</a></li><li><a href=#>Tweeter</a></li><li><a "
	 "href=#>Envoyer</a></li>"
	 "<li><a href=#>Imprimer</a></li></ul><p>Publié le 3 mai 2024 à 7h05</p><p>Un séisme de "
	 "magnitude "
	 "3,2 a été ressenti dans la nuit.</p></article></main>",
	 "Un séisme de", "Imprimer"},
	{"half of an article for subscribers, which is declared whole",
	 "<html lang=fr><title>Foire</title><script type='application/ld+json'>{\"@type\":"
	 "\"NewsArticle\",\"headline\":\"Foire\",\"isAccessibleForFree\":false,\"articleBody\":\"" ONE
	 "\\n" TWO "\\n" THREE "\\n" FOUR "\"}</script><article><h1>Foire</h1>" HALF
	 "<p>La suite est réservée aux abonnés.</p></article>",
	 FOUR, "La suite"},
	{"a fragment of one sentence", "<h1>La mairie ferme</h1><p>La mairie ferme lundi.</p>",
	 "La mairie ferme lundi.", NULL},
	{"a fragment of two, and a line",
	 "<p>Le bac rouvre.<p>Il part à midi, dit le maire.<p>Horaires",
	 "Le bac rouvre.\n\nIl part à midi, dit le maire.", "Horaires"},
	{"an article of one sentence",
	 "<title>Le bac</title><article><h1>Le bac</h1><p>Il rouvre.</article>", "Il rouvre.", NULL},
	{"a fragment without tags", "Le bac du Pontet rouvre lundi.", "Le bac du Pontet", NULL},
	{"a live blog that a script builds",
	 "<html lang=fr><title>En direct</title><script "
	 "type='application/ld+json'>{\"@type\":\"LiveBlogPosting\","
	 "\"headline\":\"En direct\",\"liveBlogUpdate\":[{\"headline\":\"Fin\",\"articleBody\":\"" MILL
	 "\"},{\"headline\":\"Début\",\"articleBody\":\"" SCHOOL
	 "\"}]}</script><h1>En direct</h1><div id=live></div>",
	 "Fin\n\n" MILL "\n\nDébut\n\n" SCHOOL, NULL},
};

static void
test_pages(void)
{
	for (size_t i = 0; i < lengthof(pages); i++)
	{
		Str body = view_read(str_cstr(pages[i].page))->article.body;

		if (str_find(body, str_cstr(pages[i].holds)) < 0)
			tap_equal_text(body, str_cstr(pages[i].holds), pages[i].name);
		else
			tap_ok(true, pages[i].name);
		if (pages[i].lacks != NULL)
			tap_ok(str_find(body, str_cstr(pages[i].lacks)) < 0, pages[i].lacks);
	}
}

/* A page that an error or an empty brief could be has no body. */
static void
test_no_brief(void)
{
	static const char *const none[] = {
		PAGE("<article>" H1 "<p>3 mai 2024</p><div class=o><h3>Pour lire la suite, "
			 "abonnez-vous</h3><p>Dès 4,99 € par mois, sans engagement, accédez à tous les "
			 "contenus du Canton sur le site et l'application.</p></div></article>"),
		"<title>The smallest bakery</title><article><h1>The smallest bakery</h1><p>This story is "
		"for subscribers only. Subscribe today for full access to every story, from $2 a month. "
		"Cancel any time.</p></article>",
		"<title>Page introuvable</title><h1>Page introuvable</h1><p>La page que vous cherchez "
		"n'existe pas.</p>",
		"<title>Rubrique Jardin</title><h1>Jardin</h1><p>Toutes les nouvelles des jardins de la "
		"vallée.</p>",
		"<h1>Jardin</h1><p>Toutes les nouvelles des jardins.</p><p><a href=/1>Une haie</a></p>",
		"<h1>Jardin</h1><p>Nos lettres</p><p>Nos guides des mois d'été</p><p>Une phrase.</p>",
	};

	for (size_t i = 0; i < lengthof(none); i++)
		tap_equal_text(view_read(str_cstr(none[i]))->article.body, STR_NONE, none[i]);
}

/* A notice below the first paragraph, in words of several languages. */
static void
test_paywall(void)
{
	static const char *const notices[] = {
		"Dit artikel is alleen voor abonnees.",
		"Questo articolo è riservato agli abbonati.",
		"Lesbar nur für Abonnenten mit Digitalabo.",
		"Vous avez déjà un compte ? Connectez-vous pour lire cet article",
		"Conteúdo exclusivo para assinantes",
	};

	for (size_t i = 0; i < lengthof(notices); i++)
	{
		StrBuf page;

		strbuf_init(&page, &tap_arena);
		strbuf_add(&page, STR(PAGE("<article>" H1 P(ONE) "<div><p>")));
		strbuf_add(&page, str_cstr(notices[i]));
		strbuf_add(&page, STR("</p></div></article>"));
		tap_ok(view_read(strbuf_str(&page))->article.paywalled, notices[i]);
	}
	tap_ok(!view_read(STR(PAGE("<article>" H1 ALL "</article>")))->article.paywalled,
		   "an article without a notice is free");
}

/* ------------------------------------------------------------------ entries */

#define ENTRY(hour, text)                                                                          \
	"<li class=post><time datetime='2023-03-14T" hour ":30:00+01:00'>" hour                        \
	"h30</time><h3>Point de " hour " h</h3><p>" text "</p></li>"

static void
test_entries(void)
{
	const Article *article =
		&view_read(
			 STR("<html lang=fr><title>La crue en direct</title><main><h1>La crue en direct</h1>" P(
				 ONE) "<ul>" ENTRY("12", MILL) ENTRY("11", SCHOOL) ENTRY("10", TWO) "</ul></main>"))
			 ->article;

	tap_equal_int(article->nentries, 3, "each entry that the page prints is listed");
	if (article->nentries == 3)
	{
		tap_equal(article->entries[0].title, "Point de 12 h", "... with its headline");
		tap_equal_int(article->entries[0].instant.seconds, 1678793400, "... and its instant");
	}
	article = &view_read(STR("<title>Live</title><script type='application/ld+json'>{\"@type\":"
							 "\"LiveBlogPosting\",\"headline\":\"Live\",\"liveBlogUpdate\":{"
							 "\"headline\":\"Start\","
							 "\"datePublished\":\"2023-03-14T11:30:00Z\",\"articleBody\":\"Text\"}}"
							 "</script><h1>Live</h1>"))
				   ->article;
	tap_equal_int(article->nentries, 1, "a single declared entry counts");
	article = &view_read(STR(PAGE("<article>" H1 "<time datetime='2023-03-14'>14 mars</time>" ALL
								  "</article>")))
				   ->article;
	tap_equal_int(article->nentries, 0, "an article has no entries");
}

void
test_body(void)
{
	test_pages();
	test_no_brief();
	test_paywall();
	test_entries();
}
