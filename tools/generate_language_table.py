#!/usr/bin/env python3
"""Writes src/article/language/language_gen.c: the most common function words of each language in one sorted table.

  tools/generate_language_table.py > src/article/language/language_gen.c

The lists are the project's own: articles, prepositions, conjunctions, pronouns and auxiliaries from any
grammar of the language.  A word that several languages share is listed once, with a bit for each.
"""
import sys

WORDS = {
    "en": "the of and to in is that for it was on with as be by at this from are have has had not but his her they were which will would been their more about who said after its an or one there what when we you he she than could into out up so also",
    "fr": "le la les de des du un une et est en que qui dans pour par sur au aux avec ne pas plus ce cette ces son sa ses ont été il elle ils nous vous mais comme sont leur leurs entre même être fait aussi était selon après avant sans sous tout tous dont où très peut deux",
    "de": "der die das und ist in den von zu mit dem des sich auf für im nicht ein eine einer eines einem einen als auch es an werden aus er hat dass sie nach wird bei noch wie über um am zum zur war haben sind wurde oder aber vor nur mehr durch kann so gegen vom ich wir sein ihre seine",
    "es": "el la los las de del que en un una y a por con para no es se su al lo como más pero sus le ha este esta entre cuando muy sin sobre también hasta hay donde quien desde todo nos durante uno fue son ser tiene según años han está",
    "it": "il lo la i gli le di che e un una in per con del della dei delle nel nella non è si da al alla sono come più anche ma ha suo sua questo questa tra dal dalla ai sul sulla nei degli essere stato stata hanno dopo ci anni cui solo perché",
    "pt": "o a os as de do da dos das que em um uma e para com não por se no na nos nas mais como mas ao foi ele ela seu sua ou quando muito já também só pelo pela até isso entre era depois sem mesmo aos ter seus são está ser tem você",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er om als maar door over bij uit ook nog naar dan wordt worden heeft hebben werd deze die dit zich was waren tot kan haar hij ze wel moet geen meer veel tegen onder jaar volgens",
    "sv": "och att det i en som på är av för med till den har de inte om ett men var jag sig från vi så kan nu när han hon efter man där också eller ut över vid mot under skulle blir vara ska säger mycket än några många sedan",
    "da": "og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi havde hun nu da fra du ud os op efter når hvor skal kan blev vil blive være også eller over siger meget mod mere deres ved bliver",
    "no": "og i det på som er en til å av for at med de har ikke den om var men et han seg fra vi kan hun etter når skal ble blir være også eller over mot sier mye ved bli mer deres hvor noen siden inn ut nå dette vært må gjør",
    "fi": "ja on ei se että oli hän mutta ovat myös kun niin joka sekä tai mukaan jos olla ollut kuin vain vielä jo ole sen sitä nyt tämä siitä ne hänen kanssa jälkeen mitä ennen tässä jotka mukaan voi sanoo vuoden kertoo",
    "pl": "i w na z do nie się że to jest o jak za po od przez dla ale co tak ze są był było była być może który która które oraz już tego tym jego jej ich także tylko czy przy pod roku został lub bardzo ma",
    "cs": "a v na se je že s z do o k i to za ve ale jako po jsou podle by pro tak od jeho které který která ze už jsme bylo byl byla při také co roku jak není aby když nebo mezi před jen více její",
    "sk": "a v na sa je že s z do o k i to za vo ale ako po sú podľa by pre tak od jeho ktoré ktorý ktorá zo už sme bolo bol bola pri tiež čo roku nie aby keď alebo medzi pred len viac jej aj",
    "hu": "a az és hogy nem is egy ez volt meg de van csak el már még mint azt ki azonban ha be vagy lehet szerint után mert minden ezt amely aki között olyan pedig így nagyon lesz kell ami",
    "ro": "și de în la a cu pe nu că o un din care este pentru mai au fost ca sau prin după dar lui ce ai fi sunt se va al ale acest această fără între despre când dacă doar foarte ani",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra var değil ama ise her o olduğu üzerine göre oldu şey ya mi dedi diye ancak veya yok tarafından büyük yeni son iki",
    "id": "yang dan di dengan untuk ini dari dalam tidak itu pada akan juga ke karena ada oleh saat mereka sebagai bisa tersebut telah kami kita sudah atau menjadi lebih hari tahun bahwa adalah para agar secara namun",
    "ms": "yang dan di dengan untuk ini dari dalam tidak itu pada akan juga ke kerana ada oleh mereka sebagai boleh tersebut telah kami kita sudah atau menjadi lebih hari tahun bahawa adalah beliau selepas berkata kepada",
    "vi": "và của là có không được trong cho với các một những đã người khi này để từ đến ra vào cũng như nhiều về tại còn phải sẽ đang theo trên sau năm bị nhưng thì việc",
    "sw": "na ya wa kwa ni katika za la kuwa cha hiyo huyo hii huo hayo wake yake lakini kama pia hata baada wakati alisema amesema ambao ambayo watu kwamba hivyo zaidi kutoka ili vya mwaka nchi nchini serikali",
    "zu": "ukuthi futhi uma kanye ngoba lapho ukuze kodwa noma njengoba emva kusho uthe bathi ngesikhathi yena kuleli abantu umuntu nje kakhulu manje lokhu leli lesi khona okuthiwa usho",
    "lt": "ir į kad yra su tai iš ne bet kaip buvo o ant jis ji savo už dėl apie nuo po gali dar tik taip pat prie bus arba jau kai kurie labai metų pagal jų šio jo",
    "lv": "un ir ar no par kas ka uz tas lai nav kā arī bet tika pēc tā bija to vai šis gan līdz tikai būs viņš viņa pie jau vairāk gada savu būt nevar pat laikā",
    "et": "ja on ei et see oli kui ka mis ta oma või aga siis kes välja veel nii ning üle ole pärast olnud tema selle neid mida aasta kuid seda juba järgi peale enne väga",
    "hr": "i u je na se da su za od s će što kao o ne ili ali iz do koji koja koje bi te nije bio bila bilo samo nakon prema još kako već godine njegov ovo sve zbog može li kod",
    "sl": "in je v na se da so za ki pa z s bi kot še po tudi od ne ali iz pri bo to so ter kar bil bila bilo kako če sta že med lahko pred zaradi leta samo zelo",
    "ca": "el la els les de del que i en un una a per amb no és es al com més però seu seva han ha aquest aquesta entre quan molt sense sobre també fins hi són ser va dels als pels ara segons",
    "gl": "o a os as de do da dos das que en un unha e para con non por se no na nos nas máis como pero ao foi seu súa ou cando moi tamén só polo pola ata iso entre despois sen mesmo aos ten son está ser",
    "eu": "eta da ez ere du dira bat izan dute baina egin zuen ziren hau baino gehiago den duen dela izango bere beste horrek arte edo ditu zituen behar dago bai gabe",
    "af": "die van en in is dat het nie vir wat op met hy sy as aan om te was word sal by kan ook na deur maar uit oor tot hulle daar of hierdie nog moet ons haar",
    "is": "og að í á er sem til um við ekki með af var en það fyrir hann hún þar hafa verið frá eru því þess hefur svo eftir upp vera ég þeir segir eða",
    "sq": "dhe e të në i për me një që nga ka është u si do janë por më nuk se kjo ky duke ishte edhe kanë pas deri tij saj këtë ne mund vetëm",
    "ru": "и в не на что с по как к из у за от для это он но его все о она они было был так то же до или при если также только уже чтобы более после их который которые года были может может бы",
    "uk": "і в не на що з по як до та у за від для це він але його всі про вона вони було був так також або при якщо тільки вже щоб більше після їх який які року були може є із яка",
    "bg": "и в на се да за от не с че е са като по това към до при но или ще който която които още след беше има му ги бе към само през което все вече може над под",
    "sr": "и у је на се да су за од са ће што као о не или али из до који која које би те није био била било само након према још како већ године",
    "mk": "и во на се да за од не со дека е се како по тоа кон до при но или ќе кој која кои уште беше има го ја ги само што сè веќе може ова",
    "be": "і ў не на што з па як да у за ад для гэта ён але яго пра яна яны было быў так таксама ці калі толькі ўжо каб больш пасля іх які якія",
    "ar": "في من على إلى أن عن التي الذي مع هذا هذه كان بعد ما لا قد بين كما ذلك أو لم قبل خلال حتى وقال إن ولا وفي ومن هو هي كل عند منذ ثم",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد بود شده می ها باید اما ما وی اند شود دو هر پس",
    "ur": "اور کے میں کی ہے سے کا کو نے کہ پر اس ہیں بھی یہ نہیں ان وہ تھا کر ہو گیا تھی ایک کیا جو لیے بعد",
    "hi": "के में की है और से का को पर ने कि यह हैं एक नहीं भी इस कर ही था हो गया लिए जो कहा तो साथ रहे थे बाद अपने वह",
    "mr": "आणि आहे या हे ते तर आहेत होते त्यांनी मध्ये केली केले होती नाही असे यांनी पण ही की झाली साठी असून",
    "ne": "र छ को मा ले पनि भने छन् गरेको हो का लागि यो गर्न भएको एक उनले तथा छैन थियो",
}


def main():
    table = {}
    codes = list(WORDS)
    for bit, code in enumerate(codes):
        for word in WORDS[code].split():
            if len(word.encode()) > 1:
                table.setdefault(word, 0)
                table[word] |= 1 << bit
    out = sys.stdout
    out.write("""/*
 * language_gen.c
 *	  The most common function words of each language.  Made by tools/generate_language_table.py: change it there.
 */
#include "article/language/language_table.h"

""")
    out.write("const char *const language_codes[] = {\n")
    for code in codes:
        out.write('\t"%s",\n' % code)
    out.write("};\n\nconst uint32_t language_count = sizeof(language_codes) / sizeof(language_codes[0]);\n\n")
    out.write("const LanguageWord language_words[] = {\n")
    for word in sorted(table, key=lambda w: w.encode()):
        out.write('\t{"%s", UINT64_C(0x%x)},\n' % (word, table[word]))
    out.write("};\n\nconst uint32_t language_nwords = sizeof(language_words) / sizeof(language_words[0]);\n")


if __name__ == "__main__":
    main()
