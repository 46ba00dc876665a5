/*
 * test_language.c
 *	  Language tags, and the language of samples written for this project.
 */
#include "tap.h"

#include "base/array.h"
#include "article/language/language.h"
#include "article/language/language_table.h"

static const struct
{
	const char *text;
	const char *tag; /* "": none */
} tags[] = {
	{"fr", "fr"},
	{"FR", "fr"},
	{"fr-ca", "fr-CA"},
	{"fr_CA", "fr-CA"},
	{" en-US ", "en-US"},
	{"zh-hans", "zh-Hans"},
	{"zh-HANT-tw", "zh-Hant-TW"},
	{"sr_latn_rs", "sr-Latn-RS"},
	{"es-419", "es-419"},
	{"de-DE-1996", "de-DE"},
	{"en, fr", "en"},
	{"fr;q=0.9", "fr"},
	{"iw", "he"},
	{"jp", "ja"},
	{"cz", "cs"},
	{"in-ID", "id-ID"},
	{"French", "fr"},
	{"Deutsch", "de"},
	{"fra", "fr"},
	{"", ""},
	{"und", ""},
	{"x", ""},
	{"english-speaking", ""},
	{"{{lang}}", ""},
	{"12", ""},
};

static const struct
{
	const char *declared;
	const char *expected; /* with '!' if the text outweighs the declaration */
	const char *text;
} samples[] = {
	{"", "fr",
	 "Le maire a présenté hier soir aux habitants du quartier les plans de la nouvelle place, qui "
	 "sera "
	 "plantée d'arbres et fermée aux voitures dès le printemps."},
	{"fr-CA", "fr",
	 "La ville de Trois-Rivières a reçu une subvention pour la réfection du pont, et les travaux "
	 "commenceront dans les prochaines semaines."},
	{"en", "de!",
	 "Der Bürgermeister hat am Dienstag den neuen Platz vorgestellt, der mit Bäumen bepflanzt und "
	 "für "
	 "Autos gesperrt wird. Die Arbeiten sind im Frühjahr abgeschlossen, wie er sagte."},
	{"en-GB", "en",
	 "The mayor presented the plans for the new square to the people of the district, which will "
	 "be "
	 "planted with trees and closed to cars from the spring."},
	{"fr", "en!",
	 "The mayor presented the plans for the new square to the people of the district, which will "
	 "be "
	 "planted with trees and closed to cars from the spring, and he said that it was about time."},
	{"", "es",
	 "El alcalde presentó ayer a los vecinos los planes para la nueva plaza, que será plantada con "
	 "árboles y cerrada a los coches desde la primavera."},
	{"", "it",
	 "Il sindaco ha presentato ieri agli abitanti del quartiere i piani della nuova piazza, che "
	 "sarà "
	 "piena di alberi e chiusa alle auto dalla primavera."},
	{"", "pt",
	 "O prefeito apresentou ontem aos moradores do bairro os planos da nova praça, que será "
	 "fechada aos "
	 "carros e não terá mais de dois bancos, como já se disse."},
	{"", "nl",
	 "De burgemeester heeft gisteren de plannen voor het nieuwe plein aan de bewoners van de wijk "
	 "getoond, dat in het voorjaar voor auto's wordt gesloten."},
	{"", "pl",
	 "Burmistrz przedstawił wczoraj mieszkańcom plany nowego placu, który będzie obsadzony "
	 "drzewami i "
	 "zamknięty dla samochodów, ale nie od razu, jak się okazało."},
	{"", "sv",
	 "Borgmästaren visade igår planerna för det nya torget, som ska få träd och inte vara öppet "
	 "för "
	 "bilar från och med våren, men det är ännu inte klart."},
	{"", "tr",
	 "Belediye başkanı dün mahalle halkına yeni meydan için hazırlanan planları gösterdi ve bu "
	 "meydan "
	 "daha sonra araçlara kapalı olacak, ama ne zaman olduğu belli değil."},
	{"", "ru",
	 "Мэр вчера показал жителям района планы новой площади, которая будет засажена деревьями и "
	 "закрыта для машин, но не сразу, как он сказал."},
	{"ru", "uk!",
	 "Мер учора показав жителям району плани нової площі, яка буде засаджена деревами і закрита "
	 "для "
	 "машин, але не одразу, як він сказав. Це було вже після того, що він і про що інші."},
	{"en", "ja!",
	 "市長は昨日、新しい広場の計画を住民に示した。春から車は入れなくなり、木が植えられるという。"},
	{"zh-TW", "zh", "市長昨天向居民展示了新廣場的計劃，春天開始汽車將不能進入，並將種植樹木。"},
	{"", "ko",
	 "시장은 어제 주민들에게 새 광장 계획을 보여 주었다. 봄부터 차는 들어갈 수 없게 된다."},
	{"", "ar",
	 "عرض رئيس البلدية أمس على سكان الحي خطط الساحة الجديدة التي ستكون مغلقة أمام السيارات من "
	 "الربيع "
	 "وقال إن هذا كان بعد ما تم في كل مكان."},
	{"en", "he!",
	 "ראש העיר הציג אתמול לתושבי השכונה את התוכניות לכיכר החדשה, שתיסגר למכוניות באביב."},
	{"", "el", "Ο δήμαρχος παρουσίασε χθες στους κατοίκους τα σχέδια για τη νέα πλατεία."},
	/* One sentence is enough. */
	{"", "fr", "Le conseil vote demain le budget du port."},
	{"", "fr", "Trois personnes ont été blessées hier soir."},
	{"", "en", "Rain is likely in the north tonight."},
	{"", "de", "Morgen tagt der Rat erneut im Rathaus."},
	{"", "es", "Mañana vuelve a reunirse el concejo municipal."},
	{"", "pt", "Amanhã haverá nova reunião na câmara municipal."},
	{"", "it", "Domani il consiglio torna a riunirsi in municipio."},
	{"", "nl", "Morgen vergadert de gemeenteraad opnieuw."},
	{"", "sv", "I morgon sammanträder kommunfullmäktige igen i rådhuset."},
	{"", "fi", "Huomenna valtuusto kokoontuu uudelleen."},
	{"", "pl", "Jutro rada miasta zbierze się ponownie."},
	{"", "ro", "Mâine consiliul se va reuni din nou la primărie."},
	{"", "tr", "Yarın belediye meclisi yeniden toplanacak."},
	{"", "ru", "Завтра городской совет соберётся снова."},
	{"", "ko", "내일 Seoul 시의회가 World Cup 경기장 안을 다시 논의한다."},
	/* So is a headline, or what somebody says in two words. */
	{"", "fr", "Pluie et boue au menu"},
	{"", "fr", "Incendie éteint à Verviers"},
	{"", "fr", "Tout est perdu."},
	{"", "en", "Council rejects new road"},
	{"", "de", "Bahn sperrt Strecke am Rhein"},
	{"", "nl", "Brug over de Maas weer dicht"},
	{"", "it", "Chiuso il ponte sul Po"},
	{"", "es", "Cortado el puente viejo"},
	{"", "pt", "Ponte velha fecha em maio"},
	{"", "pl", "Most zamknięty do maja"},
	{"", "zh", "大桥关闭到五月"},
	{"", "ko", "다리는 오월까지 폐쇄"},
	{"", "ar", "إغلاق الجسر القديم حتى الربيع"},
	/* Names have no language. */
	{"", "", "Jeanne Moreau, Michel Simon"},
	{"", "", "Los Angeles Lakers"},
	{"", "", "Zürich"},
	{"fr", "", "Menu Accueil Contact"},
	{"", "", "12:30 - 45 % (7)"},
};

static Str
show(LanguageGuess guess, bool declared)
{
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	if (guess.code != NULL)
		strbuf_add(&out, str_cstr(guess.code));
	if (guess.sure && declared)
		strbuf_add_char(&out, '!');
	return strbuf_str(&out);
}

static void
check_table(void)
{
	bool sorted = true;

	for (uint32_t i = 1; i < language_nwords; i++)
		sorted &= strcmp(language_words[i - 1].word, language_words[i].word) < 0;
	tap_ok(sorted, "the small words are sorted");
	tap_ok(language_count <= LANGUAGE_MAX, "every language has its bit");
}

void
test_language(void)
{
	for (size_t i = 0; i < lengthof(tags); i++)
	{
		Str tag = language_tag(&tap_arena, str_cstr(tags[i].text));

		tap_equal_text(tag.data ? tag : STR(""), str_cstr(tags[i].tag), tags[i].text);
	}
	for (size_t i = 0; i < lengthof(samples); i++)
	{
		Str declared = samples[i].declared[0] ? str_cstr(samples[i].declared) : STR_NONE;

		tap_equal_text(
			show(language_detect(str_cstr(samples[i].text), declared), declared.data != NULL),
			str_cstr(samples[i].expected), samples[i].text);
	}
	check_table();
}
