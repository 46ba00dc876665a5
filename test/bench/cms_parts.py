"""Parts of which cms_pages.py makes pages: what CMSs print above, between and below the paragraphs of an article.

All written for this project. Placeholders: {a}, {b} names ({A} in capitals); {c} a class; {n} a number; {d}, {dd}, {first}, {m}, {M},
{A}, {y}, {yy}, {W}, {WC}, {h}, {H}, {i} parts of a day as str.format() has them, {later} and {LATER} the same instant some hours later in words
and in figures, {iso} and {iso_later} for programs; {other} the day of another article or a comment, {today} that of a fetch.
"""
import typing


class Parts(typing.NamedTuple):
    site: str
    host: str
    articles: list  # (headline, paragraphs)
    names: list
    months: list
    short_months: list
    weekdays: list
    dates: list     # (as printed, has a time)
    bylines: list   # (as printed, how many sign)
    boxes: list     # between paragraphs
    kept: list      # lines of boxes that are the article's
    tails: list     # below the text
    headers: list
    footers: list
    section: str
    agenda: str
    deck: str
    other_day: str
    fetch_days: list
    unsigned: str


FRENCH = Parts(
    site='La Feuille du Val',
    host='www.feuille-du-val.example',
    articles=[
        ('Le musée du Textile rouvre après deux ans de travaux',
         ["Fermé depuis l'hiver 2021, le musée du Textile de Vernoy accueillera de nouveau le public samedi, avec trois salles "
            'entièrement refaites et un atelier pour les enfants.',
          "La toiture menaçait de s'effondrer sur les métiers à tisser, dont le plus ancien date de 1832. Il a fallu tout "
            'démonter, numéroter chaque pièce et louer un hangar.',
          "« On a retrouvé des carnets d'ouvrières derrière une cloison, personne ne savait qu'ils étaient là », raconte la "
            'conservatrice, Élise Tournier, devant une vitrine encore vide.',
          "L'entrée sera gratuite jusqu'à la fin du mois, puis à six euros. La mairie espère vingt mille visiteurs par an, le "
            "double d'avant la fermeture."]),
        ("Inondations : huit communes du val toujours privées d'électricité",
         ["Près de 1 400 foyers restaient privés de courant lundi matin dans le val d'Orge, trois jours après la crue la plus "
            'forte mesurée depuis 1983.',
          "Les équipes du gestionnaire de réseau attendent que l'eau baisse encore d'une trentaine de centimètres pour accéder à "
            'deux transformateurs.',
          'Dans le bourg de Lissac, le gymnase héberge une centaine de personnes. Des bénévoles y servent des repas chauds et '
            'trient les vêtements donnés par les villages voisins.',
          "Le préfet a annoncé qu'une réunion avec les assureurs se tiendrait mercredi. Les maires demandent que l'état de "
            'catastrophe naturelle soit reconnu avant la fin de la semaine.']),
        ('Une boulangère de Trévol remporte le concours de la meilleure baguette',
         ["Elle se lève à deux heures depuis onze ans et n'avait jamais participé au moindre concours. Dimanche, le jury "
            'départemental a placé sa baguette devant celles de quarante-six confrères.',
          'Sa recette tient en peu de mots : une farine du moulin voisin, très peu de levure et une nuit entière au froid.',
          "Depuis l'annonce, la file d'attente déborde sur la place de l'église, et il a fallu embaucher un apprenti de plus.",
          'La lauréate représentera le département à la finale nationale, en mai, sur le parvis de la cathédrale.']),
        ('Le conseil régional vote un budget en baisse de 4 %',
         ["Après neuf heures de débat, les élus ont adopté mardi soir un budget de 1,1 milliard d'euros, en recul pour la "
            'première fois depuis dix ans.',
          "Les lycées et les trains sont épargnés, mais les aides aux associations diminuent d'un cinquième, ce qui a provoqué "
            'la colère de plusieurs groupes.',
          "« C'est un choix de responsabilité », a défendu le président, qui met en avant la hausse des taux et la baisse des dotations.",
          "L'opposition a quitté la salle avant le vote final. Elle promet de saisir la chambre régionale des comptes au sujet "
            'du nouveau siège.']),
        ('Rugby : Marsanne arrache le nul dans les dernières secondes',
         ['Menés de neuf points à la pause, les Marsannais ont trouvé les ressources pour revenir et même rêver de la victoire, '
            'dimanche, face au leader.',
          "Il a fallu une pénalité de quarante mètres, frappée à la sirène par l'ouvreur, pour sauver le match nul (19-19).",
          "L'entraîneur regrettait pourtant les quinze premières minutes, pendant lesquelles son équipe avait rendu tous les ballons.",
          "Prochain rendez-vous dans deux semaines, sur la pelouse du dernier, qui n'a plus gagné depuis octobre."]),
        ('Des collégiens plantent une forêt miniature derrière leur cantine',
         ['Trois cents arbustes de trente essences tiennent désormais sur un carré de cent mètres carrés, derrière le réfectoire '
            'du collège Jean-Moulin.',
          'La méthode, mise au point au Japon, consiste à planter très serré pour que les arbres se disputent la lumière et '
            'poussent dix fois plus vite.',
          'Les élèves de cinquième ont étudié le sol, choisi les espèces et creusé eux-mêmes les trous pendant deux jours de pluie.',
          'Un arrosage sera nécessaire pendant trois étés. Ensuite, assure leur professeure, la forêt se débrouillera toute seule.']),
        ("Procès de l'incendie du port : jusqu'à huit ans de prison requis",
         ["Le parquet a demandé jeudi des peines de deux à huit ans de prison contre les cinq hommes jugés pour l'incendie de "
            'trois chalutiers, en mars 2020.',
          "L'enquête avait mis au jour un différend ancien sur des quotas de pêche, puis des menaces répétées contre deux patrons.",
          "À la barre, le principal prévenu a nié toute participation, parlant d'une « vengeance de comptoir » dont il aurait "
            'été le dernier informé.',
          "Les avocats de la défense plaideront vendredi. Le jugement sera mis en délibéré au début de l'été."]),
        ("La ligne de tram B prolongée jusqu'au campus en septembre",
         ['Quatre kilomètres et six stations supplémentaires : le prolongement de la ligne B entrera en service pour la rentrée, '
            'un an plus tôt que prévu.',
          "Les premiers essais sans voyageurs commenceront en avril, de nuit, entre l'hôpital et le pont des Lavandières.",
          "L'université attend beaucoup de cette desserte, car les bus actuels laissent chaque matin des étudiants sur le trottoir.",
          "Le coût du chantier, 118 millions d'euros, a été contenu grâce à l'abandon d'un ouvrage sous la voie ferrée."]),
    ],
    names=['Claire Dujardin', 'Marc-Antoine Lebel', 'Sofia Benkhelifa', 'Jean-Noël Carpentier', 'Inès Maurel',
           'Gwenaël Tanguy', 'Aurélien Prat', 'Lucile de Brancion', "Paul N'Diaye", 'Maud Rivoire'],
    months=['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
    short_months=['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    weekdays=['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    dates=[
        ('Publié le {first} {M} {y} à {H}h{i}', True),
        ('Publié le {dd}/{m}/{y} à {H}:{i}', True),
        ('{WC} {first} {M} {y}', False),
        ('{first} {M} {y}', False),
        ('Le {dd}/{m}/{y}', False),
        ('{dd}.{m}.{y} - {H}h{i}', True),
        ('Mis en ligne le {first} {M} {y}', False),
        ('Publié {W} {first} {M} {y}, {h}h{i}', True),
        ('{first} {A} {y} · 3 min de lecture', False),
        ('Posté le {first} {M} {y} dans Actualités', False),
        ('Par la rédaction, le {first} {M} {y}', False),
        ('Article publié le {dd}/{m}/{y}', False),
        ('{dd}/{m}/{yy}', False),
        ('Créé le {first} {M} {y} | Temps de lecture : 4 minutes', False),
        ('PUBLIÉ LE {dd}/{m}/{y} À {H}H{i}', True),
        ('Date : {first} {M} {y}', False),
        ('Paru le {W} {first} {M} {y}', False),
        ('{H}h{i}, le {first} {M} {y}', True),
        ('{dd} {M} {y}, {H}:{i}', True),
        ('{first} {M} {y} à {h} h {i}', True),
        ('Publié le {first} {M} {y} à {H}h{i}, mis à jour le {later}', True),
        ('Publié le {dd}/{m}/{y} à {H}:{i} | Mis à jour le {LATER}', True),
        ('Mis à jour le {later}, publié le {first} {M} {y} à {H}h{i}', True),
        ('{first} {M} {y}, {H}h{i} (modifié le {later})', True),
        ('Publié : {dd}.{m}.{y} à {H}h{i} - Modifié : {LATER}', True),
        ('Par la rédac, publié le {first} {M} {y} - Actualisé le {later}', False),
        ('Première publication : {first} {M} {y}. Dernière mise à jour : {later}', False),
        ('<time datetime="{iso}">{first} {M}</time> <time datetime="{iso_later}">màj {later}</time>', True),
        ('Le {first} {M} {y} à {H}:{i} • Modifié le {LATER}', True),
        ('Publié le {first} {M} {y} | Lu 1 234 fois', False),
        ('{first} {M} {y} | Mise à jour {LATER}', False),
        ('Article du {first} {M} {y}', False),
        ('Rédigé le {W} {first} {M} {y} à {H}:{i}', True),
        ('Temps de lecture : 2 min — {first} {M} {y}', False),
        ('{WC} {first} {M} {y} à {H}h{i} - Par la rédac', True),
        ('Vernoy, le {first} {M} {y}', False),
        ('Communiqué - {first} {M} {y}', False),
    ],
    bylines=[
        ('Par {a}', 1),
        ('{a}', 1),
        ('par {a}', 1),
        ('Par <a href="/auteur/x">{a}</a>', 1),
        ('Écrit par {a}', 1),
        ('Texte : {a}', 1),
        ('Rédigé par {a}', 1),
        ('Par {a} (avec AFP)', 1),
        ('{A}', 1),
        ('De notre correspondante {a}', 1),
        ('Un article de {a}', 1),
        ('Auteur : {a}', 1),
        ('Par {a}, à Vernoy', 1),
        ('Par {a} et {b}', 2),
        ('{a}, {b}', 2),
        ('Par {a}, journaliste', 1),
        ('Propos recueillis par {a}', 1),
        ('Publié par {a}', 1),
        ('{a} - La Feuille du Val', 1),
        ('{a} (texte) et {b} (photos)', 1),
        ('Texte {a} - Photos {b}', 1),
        ('Signé {a}', 1),
        ('Envoyée spéciale : {a}', 1),
        ("{a}, avec l'AFP", 1),
        ('Par {a}, correspondante locale', 1),
        ("L'AUTEUR : {a}", 1),
        ('Publié par : {a}', 1),
        ('Posté par {a}', 1),
        ('✍ {a}', 1),
        ('Enquête : {a}', 1),
        ('Recueilli par {a}', 1),
        ('Par {a} avec {b}', 2),
        ('{a} & {b}', 2),
        ('De {a}', 1),
        ('Rédaction : {a}', 1),
    ],
    boxes=[
        '<div class="{c}"><p><strong>À lire aussi</strong></p><ul><li><a href="/n/{n}">Deux blessés dans une collision près du '
            'rond-point</a></li><li><a href="/n/{n}1">Le prix du bois de chauffage repart à la hausse</a></li></ul></div>',
        '<p><strong>Lire aussi : </strong><a href="/n/{n}">Le marché de gros déménage en périphérie</a></p>',
        '<div class="{c}"><p>Publicité</p></div>',
        '<aside><p>Abonnez-vous pour 1 € le premier mois</p><a href="/abo">Je m\'abonne</a></aside>',
        '<figure><img src="/i/{n}.jpg" alt=""><figcaption>La façade du bâtiment, vendredi. © Photo Luc Sabatier</figcaption></figure>',
        '<div class="{c}"><h3>Notre newsletter</h3><p>Chaque matin, le meilleur de l\'info locale dans votre boîte '
            'mail.</p><form><input type="email"><button>S\'inscrire</button></form></div>',
        '<div class="{c}"><b>SUR LE MÊME SUJET</b><br><a href="/n/{n}">Deux blessés dans une collision près du '
            'rond-point</a><br><a href="/n/{n}1">Le prix du bois de chauffage repart</a></div>',
        '<p>&gt;&gt; À lire également : <a href="/n/{n}">Le marché de gros déménage en périphérie</a></p>',
        '<div id="pub-{n}"><small>PUBLICITÉ</small></div>',
        '<div class="{c}"><p>Vous souhaitez lire la suite ? Créez un compte gratuit.</p></div>',
        '<p><img src="/i/{n}.jpg"><br><small>La façade, vendredi. Photo Luc Sabatier</small></p>',
        '<div class="{c}"><p><b>Recevez l\'essentiel du jour</b></p><form><input name="mail"><input type="submit" '
            'value="OK"></form></div>',
        '<iframe src="https://player.example/v"></iframe><p><i>Vidéo : la place sous les eaux</i></p>',
    ],
    kept=[],
    tails=[
        '<div class="{c}"><span>Partager</span><a href="https://facebook.com/sharer?u=">Facebook</a><a '
            'href="https://x.com/share">X</a></div>',
        '<p>Tags : <a href="/t/val">Val</a>, <a href="/t/societe">Société</a></p>',
        '<section><h2>Sur le même thème</h2><article><h3><a href="/n/{n}7">Un nouveau gymnase pour le lycée '
            'agricole</a></h3><p>Le chantier doit durer quatorze mois.</p><span>{other}</span></article><article><h3><a '
            'href="/n/{n}8">La fanfare fête ses cent ans</a></h3><p>Par Odette '
            'Grandjean</p><span>{other}</span></article></section>',
        '<div id="comments"><h3>2 commentaires</h3><div><strong>robert63</strong> - {other}<p>Très bonne nouvelle pour la '
            'ville, merci pour cet article.</p></div><div><strong>Annie</strong> - {other}<p>Et les riverains dans tout ça ? On ne '
            'nous demande jamais rien.</p></div></div>',
        '<div class="{c}"><img src="/i/a.png"><p><b>{a}</b></p><p>Journaliste à la rédaction depuis 2012, spécialiste des '
            'collectivités.</p></div>',
        '<p><em>Vous avez une information à nous transmettre ? Écrivez à redaction@feuille-du-val.example</em></p>',
        '<p><a href="/">Retour à l\'accueil</a></p>',
        '<p>Partager cet article : <a href="https://facebook.com/s">Facebook</a> <a href="https://wa.me/">WhatsApp</a></p>',
        '<div class="{c}"><h4>Soutenez une presse libre</h4><p>Votre journal vit grâce à ses lecteurs. Pour un euro par '
            'semaine, donnez-nous les moyens de continuer.</p><a href="/don">Je soutiens</a></div>',
        '<div><h3>Vous aimerez aussi</h3><div><a href="/n/{n}5"><img src="/i/5.jpg"><h4>Le lac de nouveau ouvert à la '
            'baignade</h4></a><p>Les analyses sont bonnes depuis une semaine, annonce la préfecture.</p></div><div><a '
            'href="/n/{n}6"><img src="/i/6.jpg"><h4>Un nouveau curé pour sept paroisses</h4></a><p>Il prendra ses fonctions à la '
            'rentrée de septembre.</p></div></div>',
        '<p class="{c}">Article réservé à nos abonnés. Toute reproduction interdite.</p>',
        '<h2>Vos commentaires</h2><ol><li><p><b>De Lulu, le {other}</b></p><p>Enfin une bonne nouvelle dans ce journal, ça '
            "change des accidents.</p></li><li><p><b>De Marcel, le {other}</b></p><p>Il faudrait surtout s'occuper des trottoirs "
            'de la rue Haute.</p></li></ol>',
        '<div><a href="/prec">← Article précédent</a> <a href="/suiv">Article suivant →</a></div>',
        '<p>Suivez-nous sur <a href="https://facebook.com/x">Facebook</a> et <a href="https://x.com/x">X</a> pour ne rien manquer.</p>',
    ],
    headers=[
        '<header><a href="/"><img src="/logo.png" alt="La Feuille du Val"></a><nav><a href="/politique">Politique</a> <a '
            'href="/sport">Sport</a> <a href="/culture">Culture</a></nav></header>',
        '<div id="top"><p><a href="/">La Feuille du Val</a></p><ul><li><a href="/a">Actualités</a></li><li><a '
            'href="/b">Agenda</a></li><li><a href="/c">Annonces</a></li></ul></div>',
        '<table width="100%"><tr><td><a href="/"><b>La Feuille du Val</b></a></td><td><a href="/une">Une</a> | <a '
            'href="/archives">Archives</a></td></tr></table>',
        '<div class="date">{today}</div><div class="logo"><a href="/">La Feuille du Val</a></div><nav><ul><li><a '
            'href="/faits-divers">Faits divers</a></li><li><a href="/sorties">Sorties</a></li></ul></nav>',
    ],
    footers=[
        '<footer><p>© La Feuille du Val 2024 - <a href="/ml">Mentions légales</a></p></footer>',
        '<div id="bas"><a href="/contact">Nous contacter</a> <a href="/cgu">CGU</a> <a href="/plan">Plan du site</a></div>',
        '<div class="foot"><p>La Feuille du Val est éditée par la SARL Presse du Val, 12 rue des Tilleuls, 63000 Vernoy. '
            'Directeur de la publication : Henri Vasselin.</p></div>',
    ],
    section='Société',
    agenda='<b>Agenda</b><br>Samedi : vide-grenier à Lissac<br>Dimanche : loto',
    deck='Un dossier suivi de près par les habitants, qui attendent des réponses concrètes.',
    other_day='{dd}/{m}/{y}',
    fetch_days=['{WC} {first} {M} {y}'],
    unsigned='La rédaction',
)

ENGLISH = Parts(
    site='The Valley Post',
    host='www.valley-post.example',
    articles=[
        ('Textile museum reopens after two years of repairs',
         ['Closed since the winter of 2021, the textile museum in Vernoy will welcome visitors again on Saturday with three new '
            'rooms and a workshop for children.',
          'The roof was about to fall on the looms, the oldest of which dates from 1832. Every part had to be taken down, '
            'numbered and stored in a hangar.',
          "“We found workers' notebooks behind a wall, nobody knew they were there,” said the curator, Elise Turner, in front of "
            'an empty case.',
          'Entry will be free until the end of the month and six pounds after that. The council hopes for twenty thousand '
            'visitors a year.']),
        ('Eight villages still without power after the flood',
         ['Nearly 1,400 homes were still without power on Monday morning in the Orge valley, three days after the highest flood '
            'measured since 1983.',
          'Engineers are waiting for the water to fall by another thirty centimetres before they can reach two substations.',
          'In the village of Lissac the sports hall is home to about a hundred people. Volunteers serve hot meals and sort '
            'clothes given by neighbours.',
          'The county said that a meeting with insurers would be held on Wednesday. Mayors want the area to be declared a disaster zone.']),
        ('Baker from Trevol wins best loaf contest',
         ['She has been getting up at two for eleven years and had never entered a contest. On Sunday the jury put her loaf '
            'ahead of forty-six others.',
          'Her recipe is short: flour from the mill next door, very little yeast and a whole night in the cold.',
          'Since the news broke, the queue has reached the church square, and she had to take on another apprentice.',
          'She will represent the county in the national final in May, in front of the cathedral.']),
        ('Tram line B to reach the campus in September',
         ['Four kilometres and six more stops: the new section of line B will open for the start of term, a year earlier than planned.',
          'The first trials without passengers start in April, at night, between the hospital and the bridge.',
          'The university expects much of it, because buses leave students on the pavement every morning.',
          'The cost of the works, 118 million pounds, was kept down by giving up a tunnel below the railway.']),
    ],
    names=['Claire Duncan', 'Mark Lebel', 'Sofia Benkhelifa', 'John-Noel Carpenter', 'Ines Morell',
           'Gwen Tanguy', 'Aurelia Pratt', "Lucy O'Brien", 'Paul Ndiaye', 'Maud Rivers'],
    months=['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    short_months=['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    weekdays=['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    dates=[
        ('Published {d} {M} {y} at {H}:{i}', True),
        ('{M} {d}, {y}', False),
        ('{WC}, {M} {d}, {y}', False),
        ('Posted on {M} {d}, {y}', False),
        ('{d} {M} {y}', False),
        ('{A} {d}, {y} · 4 min read', False),
        ('{y}-{m}-{dd}', False),
        ('Date: {d} {M} {y}', False),
        ('Published: {H}:{i}, {d} {M} {y}', True),
        ('{M} {d}, {y} {H}:{i}', True),
        ('First published on {WC} {d} {M} {y}', False),
        ('Filed {M} {d}, {y}', False),
        ('{d} {A} {y}, {H}:{i}', True),
        ('Last night, {d} {M} {y}', False),
        ('Article created: {dd} {M} {y}', False),
        ('{WC} {d} {M} {y} {H}.{i}', True),
    ],
    bylines=[
        ('By {a}', 1),
        ('{a}', 1),
        ('by {a}', 1),
        ('By <a href="/author/x">{a}</a>', 1),
        ('Written by {a}', 1),
        ('Words: {a}', 1),
        ('Story by {a}', 1),
        ('By {a}, Staff Writer', 1),
        ('{A}', 1),
        ('From our correspondent {a}', 1),
        ('Author: {a}', 1),
        ('By {a} in Vernoy', 1),
        ('By {a} and {b}', 2),
        ('{a} and {b}', 2),
        ('{a}, Reporter', 1),
        ('Posted by {a}', 1),
        ('Report: {a}', 1),
        ('{a} | The Valley Post', 1),
        ('Reported by {a} and {b}', 2),
    ],
    boxes=[
        '<div class="{c}"><p><strong>Read more</strong></p><ul><li><a href="/n/{n}">Two hurt in crash near the '
            'roundabout</a></li><li><a href="/n/{n}1">Firewood prices rise again ahead of winter</a></li></ul></div>',
        '<p><strong>READ ALSO: </strong><a href="/n/{n}">The wholesale market moves out of town</a></p>',
        '<div class="{c}"><p>Advertisement</p></div>',
        '<aside><p>Subscribe for £1 for the first month</p><a href="/abo">Subscribe now</a></aside>',
        '<figure><img src="/i/{n}.jpg" alt=""><figcaption>The front of the building on Friday. Photo: Luke '
            'Sabatier</figcaption></figure>',
        '<div class="{c}"><h3>Sign up to our newsletter</h3><p>The best local stories in your inbox every '
            'morning.</p><form><input type="email"><button>Sign up</button></form></div>',
        '<blockquote><p>It was as if the whole street had been washed away in one night.</p><footer>Ann Fielding, '
            'resident</footer></blockquote>',
    ],
    kept=['It was as if the whole street had been washed away in one night.'],
    tails=[
        '<div class="{c}"><span>Share this</span><a href="https://facebook.com/sharer?u=">Facebook</a><a '
            'href="https://x.com/share">X</a></div>',
        '<p>Topics: <a href="/t/val">Valley</a>, <a href="/t/society">Society</a></p>',
        '<section><h2>More from this section</h2><article><h3><a href="/n/{n}7">A new gym for the farm college</a></h3><p>Work '
            'will take fourteen months.</p><span>{other}</span></article><article><h3><a href="/n/{n}8">Brass band turns one '
            'hundred</a></h3><p>By Odette Grand</p><span>{other}</span></article></section>',
        '<div id="comments"><h3>2 comments</h3><div><strong>robert63</strong> - {other}<p>Great news for the town, thanks for '
            'this article.</p></div><div><strong>Annie</strong> - {other}<p>And what about the neighbours? Nobody ever asks us '
            'anything.</p></div></div>',
        '<div class="{c}"><img src="/i/a.png"><p><b>{a}</b></p><p>{a} has covered local councils for the paper since 2012.</p></div>',
        '<p><em>Do you have a story for us? Email newsroom@valley-post.example</em></p>',
        '<p><a href="/">Back to the front page</a></p>',
        '<p>© The Valley Post. All rights reserved. This material may not be republished.</p>',
    ],
    headers=[
        '<header><a href="/"><img src="/logo.png" alt="The Valley Post"></a><nav><a href="/politics">Politics</a> <a '
            'href="/sport">Sport</a> <a href="/culture">Culture</a></nav></header>',
        '<div id="top"><p><a href="/">The Valley Post</a></p><ul><li><a href="/a">News</a></li><li><a '
            'href="/b">Diary</a></li><li><a href="/c">Classifieds</a></li></ul></div>',
        '<div class="topbar">{today} | <a href="/login">Log in</a> | <a href="/register">Register</a></div><div><a '
            'href="/"><b>The Valley Post</b></a></div>',
        '<div class="date">{today}</div><div class="logo"><a href="/">The Valley Post</a></div><nav><ul><li><a '
            'href="/news">News</a></li><li><a href="/out">Going out</a></li></ul></nav>',
    ],
    footers=[
        '<footer><p>© The Valley Post 2024 - <a href="/ml">Terms</a></p></footer>',
        '<div id="foot"><a href="/contact">Contact us</a> <a href="/cgu">Terms</a> <a href="/plan">Site map</a></div>',
        '<div class="foot"><p>The Valley Post is published by Valley Media Ltd, 12 Lime Street, Vernoy. Editor: Henry '
            'Vasselin.</p></div>',
    ],
    section='Society',
    agenda='<b>Diary</b><br>Saturday: car boot sale<br>Sunday: bingo',
    deck='Residents have followed the matter closely and want clear answers.',
    other_day='{d} {M} {y}',
    fetch_days=['{WC}, {M} {d}, {y}', '{WC} {d} {M} {y}', '{M} {d}, {y}'],
    unsigned='Staff',
)

LANGUAGES = {'fr': FRENCH, 'en': ENGLISH}
