# Documents in archives that are not article pages: files of other kinds, made from magic numbers
# and noise, from pages in other formats, from code and data; and pages before or in place of an
# article: consent walls, challenges, errors, logins, empty searches, parked domains.  Every text
# was written for this project.  Every run gives the same documents.
package NonPage;
use strict;
use warnings;
use utf8;
use Encode qw(encode);
use MIME::Base64 qw(encode_base64);
use Compress::Zlib ();
use Exporter 'import';

our @EXPORT = qw(non_pages wall_pages small_pages);

my $state;

# A pseudorandom number from 0 to 2^32 - 1, by xorshift: the same on every machine.
sub number
{
	$state ^= ($state << 13) & 0xFFFFFFFF;
	$state ^= $state >> 17;
	$state ^= ($state << 5) & 0xFFFFFFFF;
	return $state;
}

sub noise { return join '', map { chr(number() & 0xFF) } 1 .. $_[0] }
sub one_of { return $_[number() % @_] }

my @words = qw(port phare mer bateau maire école pont quai gare marché forêt rivière village conseil travaux pluie);

sub sentence { return ucfirst(join ' ', map { one_of(@words) } 1 .. 8 + number() % 12) . '.' }

sub page
{
	return encode('UTF-8', '<!DOCTYPE html><html lang="fr"><head><title>' . sentence() . '</title></head><body><h1>' . sentence() . '</h1>'
		. join('', map { '<p>' . join(' ', map { sentence() } 1 .. 4) . '</p>' } 1 .. 5) . '</body></html>');
}

# ---------------------------------------------------------------- files of other kinds

my @magic = (
	"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", "\xFF\xD8\xFF\xE0\0\x10JFIF\0", "GIF89a\x10\0\x10\0\xF7\0\0", "RIFF\x10\x20\0\0WEBPVP8 ", "\0\0\1\0\1\0\x10\x10",
	"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "wOFF\0\1\0\0", "wOF2\0\1\0\0", "OTTO\0\x0B\0\x80", "\x7FELF\2\1\1\0", "PK\3\4\x14\0\0\0\x08\0", "ID3\3\0\0\0\0",
	"\0\0\0\x20ftypisom\0\0\2\0", "\x1A\x45\xDF\xA3\x01\0\0\0", "OggS\0\2\0\0", "Rar!\x1A\7\0", "7z\xBC\xAF\x27\x1C\0\4", "BZh91AY&SY",
	"\xFD7zXZ\0", "\x28\xB5\x2F\xFD", "SQLite format 3\0", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "II*\0", "MZ\x90\0\3\0\0\0", "\0asm\1\0\0\0"
);

sub script
{
	my @statements = map { my ($a, $b) = (one_of(qw(e t n r i o)), one_of(qw(a u c s l f)));
		one_of("var $a=document.getElementById(\"$b\");", "function $a($b){return $b&&$b.length>2}", "if(!$a){$a=window.$b||{}}",
			"$a.prototype.$b=function(){return this.$a};", "const $a = ($b) => $b.map((x) => x.id);", "\$(\".$b\").on(\"click\",function($a){$a.preventDefault()});")
	} 1 .. 5 + number() % 40;
	return (number() % 2 ? "/*! $words[number() % 16] v1.2.3 | (c) the authors | MIT */\n" : '') . join(one_of('', "\n"), @statements);
}

sub style
{
	my $gap = one_of('', ' ');
	return (number() % 3 ? '' : "\@charset \"UTF-8\";\n") . join(one_of('', "\n"), map {
			one_of('.', '#', '') . one_of(qw(header nav article footer body a)) . one_of('', ':hover', '>li', '.on') . $gap . '{'
			. join(';' . $gap, map { one_of('margin:0', 'color:#333', 'font: 12px/1.5 Arial, sans-serif', 'display:none', 'padding:1em 2em', 'background:url(a.png) no-repeat') } 1 .. 1 + number() % 4) . '}'
	} 3 .. 5 + number() % 30);
}

sub settings
{
	my @names = map { one_of(qw(port_name tide.hour base-path user_id max_size log.level)) } 1 .. 6 + number() % 20;
	my $value = sub { return one_of(number() % 1000, 'true', '/srv/port/data', '"nord"', 'Brest') };
	return one_of(
		join('', "[port]\n", map { "$_ = " . $value->() . "\n" } @names),
		join('', "port:\n", map { "  $_: " . $value->() . "\n" } @names),
		join('', map { "set_value('$_', " . (number() % 100) . ");\n" } @names),
		join('', map { join(',', $_, number() % 100, number() % 100, one_of('nord', 'sud')) . "\n" } @names));
}

sub json
{
	my $value = sub { return one_of('"' . sentence() . '"', number() % 1000, 'true', 'null', '[1, 2, 3]', '"<p>' . sentence() . '</p>"') };
	my $object = sub { return '{' . join(', ', map { "\"$_\": " . $value->() } map { one_of(@words) } 1 .. 6) . '}' };
	return encode('UTF-8', one_of($object->(), '[' . join(",\n", map { $object->() } 1 .. 4) . ']', '{"data": {"items": [' . join(', ', map { $object->() } 1 .. 3) . ']}}'));
}

sub feed
{
	my $count = 2 + number() % 4;
	return encode('UTF-8', one_of(
		'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Le port</title>' . join('', map { '<item><title>' . sentence() . '</title><description>' . sentence() . '</description></item>' } 1 .. $count) . '</channel></rss>',
		"<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'><title>Le port</title>" . join('', map { '<entry><title>' . sentence() . '</title><summary>' . sentence() . '</summary></entry>' } 1 .. $count) . '</feed>',
		'{"version": "https://jsonfeed.org/version/1.1", "title": "Le port", "items": [{"id": "1", "content_text": "' . sentence() . '"}]}',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' . join('', map { "<url><loc>https://www.port.example/$_</loc></url>" } 1 .. $count) . '</urlset>'));
}

sub escaped_page
{
	my $page = page();
	my %form = (
		html => sub { $page =~ s/&/&amp;/g; $page =~ s/</&lt;/g; $page =~ s/>/&gt;/g; $page },
		script => sub { $page =~ s/</\\u003c/g; $page =~ s/>/\\u003e/g; $page },
		string => sub { $page =~ s/"/\\"/g; $page =~ s/></>\\n</g; "\"$page\"" },
		url => sub { $page =~ s/([^A-Za-z0-9_.])/sprintf '%%%02X', ord $1/ge; $page });
	return $form{one_of(sort keys %form)}->();
}

# [name, bytes]: 100 of them
sub non_pages
{
	my @made;
	$state = $_[0] // 2463534242;
	push @made, ["magic $_", $magic[$_] . noise(20 + number() % 3000)] for 0 .. $#magic;
	push @made, ["noise $_", noise(40 + number() % 5000)] for 1 .. 12;
	push @made, ["gzip of noise $_", Compress::Zlib::memGzip(noise(100 + number() % 3000))] for 1 .. 5;
	push @made, ["broken gzip $_", "\x1F\x8B\x08\0\0\0\0\0\0\3" . noise(50 + number() % 3000)] for 1 .. 5;
	push @made, ["damaged zlib $_", "\x78\x9C" . noise(50 + number() % 3000)] for 1 .. 3;
	push @made, ["script $_", script()] for 1 .. 10;
	push @made, ["address $_", $_] for 'https://www.a.example/1', "www.exemple.example/a\n", ' http://gazette.example/vie/le-phare?a=b#c ';
	push @made, ["program $_", "#!/usr/bin/$_\n# Le phare rouvre ses portes au public, annonce la mairie.\nls \"\$1\"\n"] for qw(sh python3 perl);
	push @made, ["style $_", style()] for 1 .. 8;
	push @made, ["settings $_", settings()] for 1 .. 8;
	push @made, ["json $_", json()] for 1 .. 7;
	push @made, ["cut json $_", substr(json(), 0, 150)] for 1 .. 3;
	push @made, ["feed $_", feed()] for 1 .. 8;
	push @made, ["hex $_", one_of('\\x', '0x', '') . unpack('H*', page())] for 1 .. 5;
	push @made, ["base64 $_", encode_base64(page(), one_of('', "\n"))] for 1 .. 4;
	push @made, ["escaped $_", escaped_page()] for 1 .. 5;
	return @made;
}

# ---------------------------------------------------------------- pages in place of an article

# language, title, heading, paragraphs
my @walls = (
	['fr', 'Le Courrier du Port', 'Nous respectons votre vie privée', 'Avec votre accord, nos 143 partenaires et nous utilisons des cookies ou traceurs pour stocker et consulter des données personnelles comme votre visite sur ce site.', 'Vous pouvez retirer votre consentement ou vous opposer aux traitements à tout moment en cliquant sur « Paramétrer les cookies ».', 'Publicités et contenu personnalisés, mesure de performance, études d\'audience et développement de services.'],
	['fr', 'Avant de continuer', 'Continuer sans publicité ou accepter les cookies', 'Pour accéder gratuitement à ce site, acceptez l\'usage de traceurs publicitaires, ou abonnez-vous pour 1,99 € par mois et naviguez sans cookies.'],
	['en', 'Harbor Gazette', 'We value your privacy', 'We and our 812 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised ads and content, ad measurement and audience insights.', 'You may click to consent to our processing as described above. Alternatively you may refuse to consent or change your preferences before consenting.'],
	['en', 'Before you continue', 'Your choices about cookies', 'This site uses cookies and similar technologies to deliver its services and to show advertising. Select Accept all or Manage options to set your preferences.'],
	['de', 'Hafenbote', 'Mit Werbung weiterlesen', 'Besuchen Sie hafenbote.example wie gewohnt mit Werbung und Tracking. Ihre Zustimmung ist jederzeit widerruflich. Details zu Cookies und zur Verarbeitung Ihrer Daten finden Sie in unserer Datenschutzerklärung.', 'Oder nutzen Sie unser Angebot ohne Werbung und Cookies im Abo für 3,99 Euro im Monat.'],
	['es', 'El Correo del Puerto', 'Valoramos tu privacidad', 'Nosotros y nuestros socios almacenamos o accedemos a información en un dispositivo, tales como cookies, y procesamos datos personales para anuncios y contenido personalizados.', 'Puedes aceptar o rechazar las cookies, o configurar tus preferencias.'],
	['it', 'Il Corriere del Porto', 'Il rispetto della tua privacy è la nostra priorità', 'Noi e i nostri partner archiviamo le informazioni su un dispositivo, come i cookie, e trattiamo i dati personali per annunci e contenuti personalizzati. Puoi accettare o rifiutare il consenso.'],
	['fr', 'Un instant…', 'www.courrier-du-port.example', 'Vérification de la sécurité de votre connexion. Cela peut prendre quelques secondes.', 'www.courrier-du-port.example doit vérifier la sécurité de votre connexion avant de continuer.', 'Ray ID : 7a1f3c9d2e4b5a60'],
	['en', 'Just a moment...', 'www.harbor-gazette.example', 'Checking if the site connection is secure', 'Enable JavaScript and cookies to continue', 'www.harbor-gazette.example needs to review the security of your connection before proceeding.'],
	['en', 'Access to this page has been denied', 'Press and hold to confirm you are a human (and not a bot)', 'We believe you are using automation tools to browse the website. This may happen because JavaScript is disabled or blocked by an extension, or your browser does not support cookies.', 'Reference ID: #3f2a9c10-77aa-11ed'],
	['en', 'harbor-gazette.example', 'JavaScript is disabled', 'In order to continue, we need to verify that you are not a robot. This requires JavaScript. Enable JavaScript and then reload the page.'],
	['fr', 'Vous avez été bloqué', 'Accès temporairement restreint', 'Nous avons détecté un comportement inhabituel venant de votre réseau ou de votre navigateur. Un robot est sur le même réseau que vous, ou JavaScript est désactivé.', 'Faites glisser vers la droite pour compléter le puzzle.'],
	['de', 'Einen Moment bitte', 'Sicherheitsüberprüfung', 'Bitte bestätigen Sie, dass Sie kein Roboter sind. Aktivieren Sie JavaScript und Cookies in Ihrem Browser, um fortzufahren.'],
	['fr', 'Page introuvable', 'Erreur 404', 'La page que vous recherchez n\'existe pas ou a été déplacée. Vérifiez l\'adresse ou revenez à la page d\'accueil.'],
	['fr', '404 - Le Courrier du Port', 'Oups !', 'Désolé, nous n\'avons pas trouvé ce que vous cherchez. Le lien est peut-être périmé ou l\'article a été supprimé.'],
	['en', 'Page not found', '404', 'Sorry, the page you are looking for could not be found. It may have been moved or deleted.'],
	['en', '403 Forbidden', 'Forbidden', 'You don\'t have permission to access this resource on this server.'],
	['en', '503 Service Temporarily Unavailable', 'Service Unavailable', 'The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.'],
	['en', 'Internal Server Error', '500 Internal Server Error', 'The server encountered an internal error and was unable to complete your request. Please contact the server administrator and inform them of the time the error occurred.'],
	['de', 'Seite nicht gefunden', 'Fehler 404', 'Die gewünschte Seite wurde leider nicht gefunden. Möglicherweise wurde sie gelöscht oder verschoben. Bitte nutzen Sie die Suche oder gehen Sie zur Startseite.'],
	['es', 'Página no encontrada', 'Error 404', 'Lo sentimos, la página que buscas no existe o ha sido eliminada. Vuelve a la página de inicio o utiliza el buscador.'],
	['it', 'Pagina non trovata', 'Errore 404', 'La pagina che stai cercando non esiste o è stata spostata. Torna alla home page.'],
	['pt', 'Página não encontrada', 'Erro 404', 'A página que você procura não existe ou foi removida. Verifique o endereço ou volte à página inicial.'],
	['nl', 'Pagina niet gevonden', 'Fout 404', 'De pagina die u zoekt bestaat niet of is verplaatst. Controleer het adres of ga naar de homepage.'],
	['fr', 'Connexion', 'Connectez-vous pour continuer', 'Cet espace est réservé aux personnes inscrites. Saisissez votre adresse e-mail et votre mot de passe, ou créez un compte gratuit en quelques secondes.', 'Mot de passe oublié ?'],
	['en', 'Log in', 'Sign in to your account', 'Enter your email address and password to log in. New here? Create a free account to keep reading.', 'Forgot your password?'],
	['fr', 'Résultats de recherche', 'Aucun résultat', 'Votre recherche n\'a donné aucun résultat. Essayez avec d\'autres mots-clés ou vérifiez l\'orthographe.'],
	['en', 'Search results', 'Nothing found', 'Sorry, but nothing matched your search terms. Please try again with some different keywords.'],
	['en', 'harbor-gazette.example', 'This domain is for sale', 'The domain harbor-gazette.example is parked free and may be for sale by its owner. Inquire about this domain or find related searches below.'],
	['fr', 'Domaine enregistré', 'Ce nom de domaine vient d\'être enregistré', 'Ce domaine est réservé auprès de notre bureau d\'enregistrement. Le site est en construction : l\'hébergement sera bientôt activé.'],
	['en', 'Welcome to nginx!', 'Welcome to nginx!', 'If you see this page, the nginx web server is successfully installed and working. Further configuration is required.'],
	['fr', 'Le Courrier du Port', 'Contenu indisponible', 'Cet article n\'est plus en ligne. La page demandée a été supprimée ou n\'est plus accessible. Code : 410'],
	['en', 'Unsupported browser', 'Your browser is not supported', 'Please update your browser or enable JavaScript to view this website. We recommend the latest version of a modern browser.'],
	['en', 'Unavailable', '451: Unavailable due to legal reasons', 'We recognize you are attempting to access this website from a country belonging to the European Economic Area including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time.'],
);

# Written after the words of wall_word_list.h had been chosen, to test them on unseen text.
my @walls_apart = (
	['fr', 'Le Journal des Deux Rives', 'Bienvenue', 'Votre lecture finance notre rédaction. En cliquant sur « J\'accepte », vous autorisez nos prestataires publicitaires à lire des informations sur votre téléphone afin de vous montrer des annonces qui vous ressemblent.', 'Sans cela, choisissez l\'abonnement : dix centimes par jour, et plus aucun suivi.'],
	['fr', 'Gestion de vos choix', 'À vous de décider', 'Ce média dépose de petits fichiers sur votre ordinateur pour mesurer le nombre de visites et proposer de la réclame ciblée. Vous pouvez tout refuser, tout accepter ou décider finalité par finalité.'],
	['en', 'The Two Banks Journal', 'How we use your information', 'With your agreement, our advertisers and we may read and write small files on your phone or computer to learn which stories you like and to show ads that suit you. You can say no, and change your mind whenever you like.'],
	['de', 'Zwei-Ufer-Zeitung', 'Bevor Sie weiterlesen', 'Wir und unsere Dienstleister legen Informationen auf Ihrem Endgerät ab und lesen sie aus, um Werbung zu messen und Inhalte anzupassen. Dafür benötigen wir Ihre Einwilligung, die Sie jederzeit widerrufen können.'],
	['nl', 'Twee Oevers', 'Wij geven om uw privacy', 'Deze website plaatst cookies om u persoonlijke advertenties te tonen en het gebruik te meten. Klik op akkoord als u hiermee instemt of kies zelf uw voorkeuren.'],
	['pl', 'Dwa Brzegi', 'Dbamy o twoją prywatność', 'My i nasi partnerzy przechowujemy pliki cookie na twoim urządzeniu i przetwarzamy dane osobowe, aby wyświetlać spersonalizowane reklamy. Możesz wyrazić zgodę lub odmówić.'],
	['sv', 'Två Stränder', 'Vi värnar om din integritet', 'Vi använder cookies för att anpassa innehåll och annonser till dig och för att mäta trafiken. Klicka på godkänn för att ge ditt samtycke.'],
	['en', 'Security check', 'One more step', 'Please complete the security check to access two-banks.example. Completing the CAPTCHA proves you are a human and gives you temporary access to the web property.'],
	['en', 'Pardon our interruption', 'Pardon our interruption', 'As you were browsing, something about your browser made us think you might be a bot. You are a power user moving through this website with super-human speed, or you have disabled cookies in your web browser.'],
	['fr', 'Patientez', 'Contrôle de votre navigateur', 'Ce contrôle est automatique. Votre navigateur sera redirigé vers la page demandée dans cinq secondes. Merci d\'activer JavaScript si rien ne se passe.'],
	['es', 'Un momento', 'Comprobando tu navegador', 'Estamos comprobando que la conexión es segura. Activa JavaScript y las cookies para continuar. Esto puede tardar unos segundos.'],
	['it', 'Verifica', 'Sei un essere umano?', 'Abbiamo rilevato un traffico insolito dalla tua rete. Completa la verifica qui sotto per dimostrare che non sei un robot e continuare la navigazione.'],
	['fr', 'Aïe, page perdue - Deux Rives', 'Cette page a disparu', 'Le contenu demandé a changé d\'adresse ou n\'a jamais existé. Utilisez le moteur de recherche ou repartez de l\'accueil.'],
	['fr', 'Erreur 500', 'Un problème est survenu', 'Nos équipes ont été prévenues et travaillent à rétablir le service. Merci de réessayer dans quelques minutes.'],
	['en', 'Error 410', 'Gone', 'The requested URL is no longer on this server and there is no forwarding address. Please remove all references to this resource.'],
	['en', 'Whoops', 'Something went wrong', 'We hit a snag loading this page. Please refresh or try again in a few minutes. If the problem persists, let us know.'],
	['de', 'Wartungsarbeiten', 'Wir sind gleich zurück', 'Aufgrund von Wartungsarbeiten ist unsere Webseite vorübergehend nicht erreichbar. Bitte versuchen Sie es später noch einmal.'],
	['pl', 'Nie znaleziono strony', 'Błąd 404', 'Strona, której szukasz, nie istnieje lub została przeniesiona. Sprawdź adres lub wróć na stronę główną.'],
	['sv', 'Sidan kunde inte hittas', '404', 'Sidan du letar efter finns inte längre eller har flyttats. Gå till startsidan eller använd sökfunktionen.'],
	['ru', 'Страница не найдена', 'Ошибка 404', 'К сожалению, запрашиваемая страница не найдена. Возможно, она была удалена или перемещена. Проверьте адрес или перейдите на главную страницу.'],
	['ja', 'ページが見つかりません', '404 Not Found', 'お探しのページは見つかりませんでした。アクセスしようとしたページは削除されたか、移動した可能性があります。トップページに戻ってください。'],
	['zh', '页面不存在', '404', '您访问的页面不存在或已被删除。请检查网址是否正确，或返回首页。'],
	['pt', 'Acesso restrito', 'Conteúdo exclusivo para assinantes', 'Para continuar lendo, entre com seu e-mail e senha ou crie uma conta gratuita. Já é assinante? Faça login.'],
	['fr', 'Espace abonnés', 'Vous devez être identifié', 'Merci de renseigner votre courriel et votre code secret pour accéder à la suite. Pas encore de compte ? Inscrivez-vous, c\'est gratuit.'],
	['en', 'Create your free account', 'Register to read on', 'You have reached your limit of free articles. Create a free account or log in to keep reading. We will never share your email.'],
	['de', 'Anmeldung', 'Bitte melden Sie sich an', 'Geben Sie Ihre E-Mail-Adresse und Ihr Kennwort ein, um fortzufahren. Noch kein Benutzerkonto? Jetzt kostenlos registrieren.'],
	['fr', 'Recherche : criée', 'Rien à afficher', 'Aucune page ne correspond à ces mots. Vérifiez leur orthographe ou essayez des termes plus généraux.'],
	['es', 'Resultados de búsqueda', 'Sin resultados', 'No hemos encontrado nada para tu búsqueda. Prueba con otras palabras.'],
	['en', 'two-banks.example is parked', 'Coming soon', 'This Web page is parked for free. Is this your domain? Let\'s turn it into a website. Would you like to buy this domain?'],
	['de', 'zwei-ufer.example', 'Diese Domain steht zum Verkauf', 'Die Domain zwei-ufer.example wurde von ihrem Inhaber zum Verkauf angeboten. Kontaktieren Sie ihn für ein Angebot.'],
	['en', 'Account suspended', 'This account has been suspended', 'Contact your hosting provider for more information.'],
	['en', 'Index of /news', 'Index of /news', 'Parent Directory', 'Apache/2.4.54 (Debian) Server at two-banks.example Port 443'],
	['fr', 'Deux Rives', 'Navigateur trop ancien', 'Votre navigateur ne permet pas d\'afficher ce site correctement. Mettez-le à jour ou installez-en un plus récent pour continuer.'],
	['en', 'Too many requests', '429 Too Many Requests', 'You have sent too many requests in a given amount of time. Please slow down and try again later.'],
);

my @teasers = ('La criée change de mains après trente ans', 'Le marché de Noël déménage sur le quai Nord', 'Trois bateaux neufs pour la station de sauvetage', 'La bibliothèque ouvre désormais le dimanche');

sub in_template
{
	my ($template, $language, $title, $heading, @paragraphs) = @_;
	my $text = join '', map { "<p>$_</p>" } @paragraphs;
	my $site = '<header><nav><ul><li><a href="/">Accueil</a></li><li><a href="/sports">Sports</a></li><li><a href="/culture">Culture</a></li></ul></nav></header>';
	my $end = '<footer><p>© Le Courrier du Port</p><a href="/mentions">Mentions légales</a></footer>';
	return encode('UTF-8', "<!DOCTYPE html><html lang=\"$language\"><head><meta charset=\"utf-8\">" . (
		$template == 0 ? "<title>$title</title></head><body><h1>$heading</h1>$text"
		: $template == 1 ? "<title>$title - Le Courrier du Port</title></head><body>$site<main><h1>$heading</h1>$text<a class=\"btn\" href=\"/\">OK</a></main>$end"
		: "<title>$title</title><meta name=\"robots\" content=\"noindex\"></head><body>$site<div class=\"page\"><div class=\"content\"><h2>$heading</h2><div>" . join('<br><br>', @paragraphs) . "</div></div>"
			. '<aside><h3>À lire</h3><ul>' . join('', map { "<li><a href=\"/a/$_\">$teasers[$_]</a></li>" } 0 .. $#teasers) . "</ul></aside></div>$end") . '</body></html>');
}

# [name, bytes]: 204 of them
sub wall_pages
{
	my @made;
	for my $wall (@walls, @walls_apart) {
		push @made, ["wall " . @made . " $wall->[1]", in_template($_, @$wall)] for 0 .. 2;
	}
	return @made;
}

# ---------------------------------------------------------------- small but real pages

# language, date line or none, title, paragraphs
my @small = (
	['fr', '14 mars 2023', 'Cookies : une amende de 60 millions pour le moteur de recherche', 'La commission a infligé une amende de 60 millions d\'euros au géant américain, à qui elle reproche de ne pas permettre aux internautes de refuser les cookies aussi simplement que de les accepter.', 'Le groupe a trois mois pour changer ses pratiques. Il a annoncé qu\'il ferait appel de la décision devant le Conseil d\'État.'],
	['fr', '', 'Les traceurs publicitaires en question', 'Depuis la nouvelle loi, les éditeurs doivent demander le consentement des lecteurs avant de poser des cookies sur leurs téléphones. Une enquête menée auprès de deux mille sites montre que la moitié ne s\'y tient pas.', 'L\'association, qui a porté plainte mardi, dénonce une industrie opaque. « Personne ne lit ces bandeaux », résume sa présidente, avocate à Lyon.'],
	['en', 'March 14, 2023', 'Robot taxis cleared to run all night', 'The city on Tuesday allowed two companies to run driverless taxis around the clock, despite warnings from firefighters that the cars block their way.', 'Human drivers protested outside the hall. The first cars will leave their garages on Friday.'],
	['en', '', 'Hackers steal passwords of two million subscribers', 'A phone company said on Monday that hackers had stolen the e-mail addresses and passwords of two million subscribers from a server that was left open to the internet for a month.', 'Customers were told to change their password at once. Shares of the company fell nine percent in London.'],
	['en', '14 March 2023', 'Harbour website down for two days', 'Ferry passengers could not book tickets this weekend after an error at a data centre took the harbour\'s website offline. The company said its servers were back on Monday morning and that nobody had lost a booking.'],
	['fr', '', 'La recherche du chalutier suspendue', 'Les recherches pour retrouver les deux marins disparus au large du phare n\'ont donné aucun résultat, a indiqué dimanche la préfecture maritime. Elles ont été suspendues à la nuit tombée, faute de visibilité.', 'Le bateau avait quitté le port samedi matin avec quatre hommes à bord. Deux ont été recueillis par un cargo.'],
	['de', '14. März 2023', 'Fehler im Stellwerk legt Bahnhof lahm', 'Ein Fehler im Stellwerk hat am Dienstag den Bahnhof für drei Stunden lahmgelegt. Zwölf Züge fielen aus, viele Reisende mussten auf Busse warten.'],
	['es', '14 de marzo de 2023', 'El dominio más caro del año', 'Una empresa de Valencia ha comprado por un millón de euros el dominio de internet más caro del año. El anterior dueño lo había registrado en 1996 y nunca lo había usado.'],
	['fr', '14 mars 2023', '404 : le chiffre de la semaine', 'Ils sont 404 à avoir franchi la ligne d\'arrivée du marathon du port, un record pour cette course née en 1982. La pluie n\'a découragé que les derniers inscrits.'],
	['it', '', 'Il faro riapre dopo tre anni', 'Il faro del porto ha riaperto martedì mattina dopo tre anni di lavori, davanti a un centinaio di abitanti venuti nonostante la pioggia. Il sindaco ha tagliato il nastro con i bambini della scuola.', 'La visita costa cinque euro e si prenota in municipio. I lavori sono costati due milioni, metà dei quali pagati dalla regione.'],
	['ja', '2023年3月14日', '港の灯台が三年ぶりに再開', '港の灯台が火曜日の朝、三年間の工事を終えて再開した。雨にもかかわらず百人ほどの住民が集まった。', '見学料は五百円で、役場で予約できる。工事費は二億円だった。'],
);

# [name, bytes]: as pages, and the first ones also as text without tags
sub small_pages
{
	my @made;
	for my $i (0 .. $#small) {
		my ($language, $date, $title, @paragraphs) = @{$small[$i]};
		my $stamp = $date ? "<p class=\"date\">$date</p>" : '';
		push @made, ["small $i page", encode('UTF-8', "<!DOCTYPE html><html lang=\"$language\"><head><meta charset=\"utf-8\"><title>$title</title></head><body>"
			. '<header><nav><ul><li><a href="/">Accueil</a></li><li><a href="/sports">Sports</a></li></ul></nav></header>'
			. "<main><article><h1>$title</h1>$stamp" . join('', map { "<p>$_</p>" } @paragraphs) . '</article></main><footer><p>© Le Courrier du Port</p></footer></body></html>')];
		push @made, ["small $i text", encode('UTF-8', join "\n\n", $title, $date || (), @paragraphs)] if @paragraphs > 1;
	}
	return @made;
}

1;
