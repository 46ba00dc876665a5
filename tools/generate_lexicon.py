#!/usr/bin/env python3
"""Writes src/french/lexicon_gen.c: the French lexicon as a minimal automaton.

    tools/generate_lexicon.py COMPREHENSIVE CLASSICAL REVISED COUNTS > src/french/lexicon_gen.c

Each of the first three is a directory with fr.aff and fr.dic, the Grammalecte/Dicollecte spelling dictionary 7.0
(Mozilla Public License 2.0, https://grammalecte.net/) in its three editions, as Debian's packages
hunspell-fr-comprehensive, hunspell-fr-classical and hunspell-fr-revised hold them under
usr/share/hunspell (apt-get download, dpkg -x).  All words come from the first; the other two only
show which spellings predate the reform of 1990 and which follow it.

A word of the dictionary (a lemma with its part of speech) has forms, and a form may be one of several words: entrée is
a noun, and a participle of entrer. Each of these readings gives a term of its own, the lemma; the spellings of before
and after 1990 (maître, maitre) and a few pairs in a table below are one word, and so are a participle and its
adjective. How likely a form's readings are is learnt (reading_priors.py, COUNTS): a term's bits say whether it is likely
enough to be indexed and searched for where nothing else tells.

The automaton reads a form letter by letter; its result says how to turn the form into its terms: how
many letters to remove from the end, and what to put in their place.
"""
import collections
import re
import sys
import unicodedata

import reading_priors

# The letters of the automaton, by label; label 0 ends a word. Words with other letters are omitted (chemical
# formulas, ordinals in digits: the parser handles them). Accented letters come after the others, in the order
# of their letters without accent.
LETTERS = "'-abcdefghijklmnopqrstuvwxyzàâäáãåçéèêëîïíñôöóõøùûüúÿ"
LABEL = {c: i + 1 for i, c in enumerate(LETTERS)}
NO_LABEL = 255
NO_TERM = 255       # instead of letters to remove: a stop word

# Words that say nothing about a text, and that people may or may not put into a query. Not listed are forms of être
# and avoir, whose readings as verbs are stop words (est and été are not: east, summer), and those that have another
# meaning: car (coach), or (gold), pas (step), son and ton (sound, tone), vers (verse), sous (pence), entre and
# contre (between, against).
STOP_WORDS = """
    le la les l un une des du de d au aux
    qui que qu ce cet cette ces c
    je tu il elle on nous vous ils elles me te se m t s j y en lui leur leurs eux
    mon ma mes ta tes sa ses notre nos votre vos
    à dans par pour sur avec
    et ou mais ne n a
""".split()

# Likewise, but rare enough to be indexed for searches for nothing else.
RARE_STOP_WORDS = """
    quel quelle quels quelles quoi où comment combien pourquoi quand
    lequel laquelle lesquels lesquelles ça cela ceci
    sans chez depuis donc ni si comme lorsque puisque quoique lorsqu puisqu dont
""".split()

STOP_LEMMAS = dict.fromkeys("quelle quels quelles".split(), "quel")
STOP_LEMMAS.update(dict.fromkeys("laquelle lesquels lesquelles".split(), "lequel"))
STOP_LEMMAS.update({"lorsqu": "lorsque", "puisqu": "puisque"})

# One word in two spellings, both older than 1990 (Grevisse & Goosse, Le bon usage, on doublets and borrowed words); and plurals
# and feminines that are entries of their own.
SPELLINGS = {
    "clef": "clé", "évènement": "événement", "ognon": "oignon", "cuillère": "cuiller", "paye": "paie", "lys": "lis",
    "soûl": "saoul", "gaîté": "gaieté", "gaité": "gaieté", "bagou": "bagout", "bistrot": "bistro", "rencard": "rancard",
    "yogourt": "yaourt", "yoghourt": "yaourt", "tzar": "tsar", "czar": "tsar", "tzigane": "tsigane", "chah": "shah", "schah": "shah",
    "scheik": "cheik", "kasher": "casher", "kascher": "casher", "goulasch": "goulache", "jihad": "djihad",
    "jihadiste": "djihadiste", "guru": "gourou", "ukase": "oukase", "igloo": "iglou", "fjord": "fiord", "cafetan": "caftan",
    "caryatide": "cariatide", "cacahuète": "cacahouète", "chaman": "chamane", "eskimo": "esquimau",
    "orang-outang": "orang-outan", "cheikh": "cheik", "hidjab": "hijab", "hadj": "hajj", "djihadisme": "jihadisme",
    "djinn": "jinn", "djaïnisme": "jaïnisme", "burka": "burqa", "hallal": "halal", "khalife": "calife", "khalifat": "califat",
    "kadi": "cadi", "ouléma": "uléma", "mamelouk": "mameluk", "ouïgour": "ouïghour", "bolchevique": "bolchevik",
    "bolchévik": "bolchevik", "bolchévique": "bolchevik", "menchevique": "menchevik", "menchévique": "menchevik",
    "kolkhoze": "kolkhoz", "trotskysme": "trotskisme", "trotskyste": "trotskiste", "maccarthysme": "maccarthisme", "tzarine": "tsarine",
    "maharadja": "maharaja", "maharadjah": "maharaja", "maharajah": "maharaja", "radja": "raja", "radjah": "raja", "rajah": "raja",
    "samurai": "samouraï", "shogoun": "shogun", "soutra": "sutra", "svastika": "swastika", "wisigoth": "visigoth", "valkyrie": "walkyrie",
    "hippy": "hippie", "zombi": "zombie", "junky": "junkie", "houliganisme": "hooliganisme",
    "anévrysme": "anévrisme", "bonzaï": "bonsaï", "bélouga": "béluga", "cacatoès": "kakatoès", "kayac": "kayak",
    "kleptomane": "cleptomane", "kleptomanie": "cleptomanie", "kitch": "kitsch", "intelligentzia": "intelligentsia",
    "plouk": "plouc", "toquard": "tocard", "turista": "tourista", "cougouar": "couguar", "vouvouzéla": "vuvuzela",
    "yeux": "oeil", "cieux": "ciel", "aïeux": "aïeul", "messieurs": "monsieur", "mesdames": "madame",
    "mesdemoiselles": "mademoiselle", "messeigneurs": "monseigneur", "bonshommes": "bonhomme",
    "gentilshommes": "gentilhomme", "favorite": "favori", "esquimaude": "esquimau", "mairesse": "maire", "suissesse": "suisse",
    "traîtresse": "traître", "notairesse": "notaire",
}

# Places that newspapers call by an old and a new name, or by that of another language (usage of the agencies); the dictionary lacks some.
EXONYMS = {
    "kyiv": "kiev", "odesa": "odessa", "kharkov": "kharkiv", "lvov": "lviv", "bélarus": "biélorussie", "moldova": "moldavie",
    "beijing": "pékin", "nanjing": "nankin", "mumbai": "bombay", "kolkata": "calcutta", "bengaluru": "bangalore", "yangon": "rangoun",
    "türkiye": "turquie", "eswatini": "swaziland", "daesh": "daech",
}

# A noun and its clipping, where the clipping means nothing else (Grevisse & Goosse, Le bon usage, on reduction; the dictionary has
# both). Not bac, which is a ferry, too, nor fac, pub, zoo.
CLIPPINGS = {
    "actu": "actualité", "ado": "adolescent", "amphi": "amphithéâtre", "ampli": "amplificateur", "appart": "appartement",
    "appli": "application", "bénef": "bénéfice", "bus": "autobus", "catho": "catholique",
    "chimio": "chimiothérapie", "ciné": "cinéma", "clim": "climatisation", "compil": "compilation", "conso": "consommation",
    "déco": "décoration", "démo": "démonstration", "dermato": "dermatologue", "dico": "dictionnaire", "écolo": "écologiste",
    "édito": "éditorial", "expo": "exposition", "facho": "fasciste", "foot": "football", "gynéco": "gynécologue",
    "hebdo": "hebdomadaire", "hélico": "hélicoptère", "impro": "improvisation", "info": "information", "instit": "instituteur",
    "intro": "introduction", "kiné": "kinésithérapeute", "labo": "laboratoire", "manif": "manifestation", "math": "mathématique",
    "météo": "météorologie", "micro": "microphone", "moto": "motocyclette", "négo": "négociation", "ophtalmo": "ophtalmologue",
    "ordi": "ordinateur", "philo": "philosophie", "photo": "photographie", "pneu": "pneumatique", "porno": "pornographie",
    "prof": "professeur", "promo": "promotion", "proprio": "propriétaire", "provoc": "provocation", "rando": "randonnée",
    "récré": "récréation", "resto": "restaurant", "saxo": "saxophone", "sono": "sonorisation", "synthé": "synthétiseur",
    "télé": "télévision", "tram": "tramway", "transfo": "transformateur", "tuto": "tutoriel", "volley": "volleyball",
}

# Feminine nouns that name something else than the noun of whose entry they are: a pension is no withdrawal (retraite, retrait).
# Chosen by hand among those that the counts have as nouns; as an adjective (ligne droite) each stays a form of its entry.
OWN_FEMININES = set("""
    affirmative alternative amicale aubaine baie capitale carrière césarienne chorale commune composante conduite constante cordée
    correctionnelle coulée découverte directive dominante droite filiale fourragère fourrière fumée initiale levée médiane morale
    moyenne mutuelle paire partielle plaine plante portière rate reprise résultante retraite ronde spirale teinte terminale traverse
    verticale vue
""".split())

# Plurals of borrowed words that are entries of their own, and the endings of their singulars.
FOREIGN_PLURALS = (("a", "um"), ("ae", "a"), ("i", "us"), ("er", ""), ("es", ""), ("im", ""), ("men", "man"))

NAME, NOUN, VERB = "name", "noun", "verb"
UNIT_FLAGS = ("Um", "Ui")   # of mètre, gramme and of hertz, lux in the dictionary


# ---------------------------------------------------------------- the dictionary

def pairs(flags):
    return [flags[i:i + 2] for i in range(0, len(flags), 2)]


def read_suffixes(path):
    suffixes = collections.defaultdict(list)
    for line in open(path, encoding="utf8"):
        field = line.split()
        if len(field) > 4 and field[0] == "SFX":
            add, _, flags = field[3].partition("/")
            strip = "" if field[2] == "0" else field[2]
            suffixes[field[1]].append((strip, "" if add == "0" else add, pairs(flags),
                                       re.compile("(?:" + field[4] + ")$"), " ".join(field[5:])))
    return suffixes


def read_prefixes(path):
    """flag -> [(prefix, flags)] of the units of measurement (kilomètre, milligramme); the other prefixes are elisions"""
    prefixes = collections.defaultdict(list)
    for line in open(path, encoding="utf8"):
        field = line.split()
        if len(field) > 4 and field[0] == "PFX" and field[1] in UNIT_FLAGS:
            add, _, flags = field[3].partition("/")
            if "'" not in add and (add != "0" or flags):
                prefixes[field[1]].append(("" if add == "0" else add, pairs(flags)))
    return prefixes


def add_prefixes(entries, prefixes):
    """The entries, and each unit with its prefixes as entries of their own."""
    for word, flags, morphology in entries:
        yield word, flags, morphology
        for flag in flags:
            for prefix, more in prefixes.get(flag, ()):
                yield prefix + word, more, morphology


def inflect(word, morphology, flags, suffixes):
    """The forms of a word with their morphology; "()" marks what is not a word by itself."""
    if "()" not in flags:
        yield word, morphology
    for flag in flags:
        for strip, add, more, condition, says in suffixes.get(flag, ()):
            if word.endswith(strip) and condition.search(word):
                yield from inflect(word[:len(word) - len(strip)] + add, morphology + " " + says, more, suffixes)


def read_entries(directory):
    for line in list(open(directory + "/fr.dic", encoding="utf8"))[1:]:
        head, _, morphology = line.rstrip("\n").partition(" ")
        word, _, flags = head.split("\t")[0].partition("/")
        if word:
            yield word, pairs(flags), morphology


def read_genders(directory):
    """word -> its parts of speech with their genders"""
    genders = collections.defaultdict(set)
    for word, _, morphology in read_entries(directory):
        genders[word].update(part + gender for part in re.findall("po:[a-z]+", morphology)
                             for gender in re.findall("is:(mas|fem|epi)", morphology) or [""])
    return genders


def spelt(word):
    return word.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")


def reading_kind(kind, morphology):
    """N noun, A adjective, V verb, P name, C closed word (preposition, determiner ...)."""
    if kind == NAME:
        return "P"
    if kind == VERB:
        return "V"
    if "po:nom" in morphology:
        return "M" if "po:adj" in morphology else "N"
    return "A" if "po:adj" in morphology else "C"


def tense(kind, morphology):
    return "".join(re.findall(r"po:(infi|ppas|ppre|ipre|iimp|ifut|cond|ipsi|spre|simp|impe)", morphology)[:1]) if kind == VERB else ""


def feminine_forms(word, flags, morphology):
    """chercheure beside chercheuse: in Québec and elsewhere, every -eur who has a feminine may have this one."""
    if word.endswith("eur") and "po:nom" in morphology and any(flag[0] == "F" for flag in flags):
        for number, ending in (("is:sg", "e"), ("is:pl", "es")):
            yield word + ending, f"po:nom is:fem {number}"


def is_phrase(word):
    """contre-la, chez-lui: two words of any sentence, which are one only in jargon or with a capital."""
    first, _, second = word.partition("-")
    return first in ("chez", "contre") and second in STOP_WORDS


def singular(form):
    return form[:-1] if form.endswith("s") else form


def words_of(word, kind, form, says):
    """[(word, morphology)]: whose form this is; a feminine noun may be one of its own, apart from the adjective."""
    feminine = singular(form)
    if kind != NOUN or feminine not in OWN_FEMININES or feminine == word or "is:fem" not in says or "po:nom" not in says:
        return [(word, says)]
    return [(feminine, says.replace("po:adj", ""))] + [(word, says.replace("po:nom", ""))] * ("po:adj" in says)


def read_forms(directory, capitals=False):
    """form -> {(lemma, kind): [morphology]}; capitals: what the dictionary writes with one is a name (États-Unis)"""
    suffixes = read_suffixes(directory + "/fr.aff")
    forms = collections.defaultdict(lambda: collections.defaultdict(list))
    feminines = []
    for word, flags, morphology in add_prefixes(read_entries(directory), read_prefixes(directory + "/fr.aff")):
        if "po:pfx" in morphology or "po:sign" in morphology or not set(spelt(word)) <= set(LETTERS) or is_phrase(spelt(word)):
            continue
        kind = (NAME if re.search("po:(npr|patr|prn)", morphology) or capitals and word[0].isupper()
                else VERB if re.search("po:v[0-3]", morphology) else NOUN)
        for form, says in inflect(word, morphology, flags, suffixes):
            if set(spelt(form)) <= set(LETTERS):
                for one, what in words_of(spelt(word), kind, spelt(form), says):
                    forms[spelt(form)][one, kind].append(what)
        feminines += [(form, (spelt(word), kind), says) for form, says in feminine_forms(word, flags, morphology)]
    for form, word, says in feminines:
        if form not in forms:
            forms[form][word].append(says)
    for name in EXONYMS:
        forms[name][name, NAME] = ["po:npr"]
    add_fused(forms)
    return forms


def add_fused(forms):
    """A compound in one piece, if only accents tell it from another word, is a word with all its forms: email is no émail."""
    bare = {base_letters(form) for form in forms}
    compounds = [form for form in forms if "-" in form and form.replace("-", "") not in forms]
    alike = {word for form in compounds if base_letters(form.replace("-", "")) in bare for word in forms[form]}
    for form in compounds:
        for word in alike & forms[form].keys():
            forms[form.replace("-", "")][word] += forms[form][word]


# ---------------------------------------------------------------- classes

class Classes:
    """Equivalent words: a forest whose roots name the classes."""

    def __init__(self, forms):
        self.paradigm = collections.defaultdict(set)
        for form, words in forms.items():
            for word in words:
                self.paradigm[word].add(form)
        self.parent = {word: word for word in self.paradigm}

    def root(self, word):
        while self.parent[word] != word:
            word = self.parent[word]
        return word

    def join(self, word, into):
        word, into = self.root(word), self.root(into)
        if word != into:
            self.parent[word] = into
            self.paradigm[into] |= self.paradigm[word]


def base_letters(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def bare_letter(letter):
    return base_letters(letter).replace("ø", "o")


def sound(word):
    """What the two spellings of a word that the reform changed have in common."""
    key = re.sub(r"(.)\1", r"\1", re.sub("['-]", "", base_letters(spelt(word))))
    return re.sub("s$", "", re.sub("eur$", "er", key.replace("ph", "f").replace("h", ""))).replace("oig", "og")


def is_foreign(word):
    """Letters that tell loanwords apart: cañon is no canon."""
    return set("ñó") & set(word)


def regular(word):
    """What the two spellings have in common by the regular rules alone: accents, a hyphen, one consonant for two (-otter,
    -olle), f for ph, t for th, and -eur for the -er of English agents; h stays after c and s."""
    key = re.sub(r"(.)\1", r"\1", re.sub("['-]", "", base_letters(spelt(word))).replace("ph", "f"))
    return re.sub("s$", "", re.sub("eur$", "er", re.sub("(?<![cs])h", "", key))).replace("oig", "og")


def join_dropped(classes, every, revised, genders):
    """Joins the spellings that the revised edition has no more (nénuphar, interpeller, referendum) with those that it keeps:
    a word of the same gender that is the same by the regular rules, if there is only one."""
    kept = collections.defaultdict(set)
    for word in revised:
        kept[regular(word)].add(word)
    for word in sorted(every - revised):
        alike = {to for to in kept[regular(word)] if genders[to] & genders[word] and not is_foreign(word)}
        if len(alike) == 1:
            for kind in (VERB, NOUN):
                pair = [(spelt(one), kind) for one in (word, *alike)]
                if all(one in classes.parent for one in pair) and classes.root(pair[0]) != classes.root(pair[1]):
                    classes.join(*pair)


def join_spellings(classes, every, classical, revised):
    old = collections.defaultdict(set)
    for word in every - revised:
        old[sound(word)].add(spelt(word))
    found = []
    for word in sorted(every - classical):
        alike = sorted(old.get(sound(word), ()))
        same = [to for to in alike if base_letters(to) == base_letters(spelt(word))]   # diner: dîner, not dîneur
        found += [(spelt(word), to) for to in same or alike]
    for word, to in found + sorted(SPELLINGS.items()) + sorted(CLIPPINGS.items()):
        for kind in (VERB, NOUN):
            if (word, kind) in classes.parent and (to, kind) in classes.parent:
                classes.join((word, kind), (to, kind))


def spoken(word):
    """What the spellings have in common that the reform brought and those that it replaced, by all of its rules: contre-attaque
    and contrattaque, asseoir and assoir, joaillier and joailler, douceâtre and douçâtre, toquade and tocade, levraut and levreau."""
    key = re.sub("e-(?=[aeiouyhéèâ])|['-]", "", spelt(word)).replace("ceâ", "sâ").replace("eoir", "oir").replace("ç", "s")
    key = base_letters(key).replace("y", "i").replace("ecz", "ex")
    key = re.sub("(?<=[aeiou]ll)i(?=e)|(?<=ill)i", "", key)
    key = re.sub("s?c(?=[ei])", "s", key)
    key = re.sub("qu|ck|c(?!h)", "k", re.sub("s?ch|sh", "ch", key).replace("ph", "f"))
    key = re.sub("(?<!c)h", "", key)
    key = re.sub("(?:eau|aut|ot)x?$", "o", key)
    return re.sub("[se]+$", "", re.sub("eur$", "er", re.sub(r"(.)\1", r"\1", key)))


def join_reformed(classes, every, classical, revised, genders):
    """Joins the spellings that only the revised edition has with those that it has no more, of the same gender, where nothing
    else has joined them."""
    old = collections.defaultdict(set)
    for word in every - revised:
        old[spoken(word)].add(word)
    for word in sorted(every - classical):
        for kind in (VERB, NOUN):
            one = spelt(word), kind
            if one not in classes.parent or any(spelt(other) != one[0] and (spelt(other), kind) in classes.parent and
                                                classes.root((spelt(other), kind)) == classes.root(one) for other in old[spoken(word)]):
                continue
            for other in sorted(old[spoken(word)]):
                if (spelt(other), kind) in classes.parent and genders[other] & genders[word] and not is_foreign(other):
                    classes.join(one, (spelt(other), kind))


def join_entries(classes, entries):
    """Joins what has one entry a spelling, by rule: maxima and maximum, payement and paiement, chercheure and chercheur."""
    nouns = collections.defaultdict(set)
    agents = set()
    for word, flags, morphology in entries:
        if "po:nom" in morphology:
            nouns[spelt(word)] |= set(re.findall("is:(mas|fem|epi|pl|inv)", morphology)) or {"mas"}
            if any(flag[0] == "F" for flag in flags):
                agents.add(spelt(word))
    for word, marks in sorted(nouns.items()):
        ways = [word.replace("ayement", "aiement")] if word.endswith("ayement") else []
        if "pl" in marks or "inv" in marks and word.endswith("a"):
            ways += [word[:-len(end)] + of for end, of in FOREIGN_PLURALS if word.endswith(end)]
        if word.endswith("eure") and not word.endswith("geure") and word[:-1] in agents:   # rongeure is what was gnawed
            ways, marks = ways + [word[:-1]], {"mas"}
        for to in ways:
            if to in nouns and nouns[to] & marks and (word, NOUN) in classes.parent and (to, NOUN) in classes.parent:
                classes.join((word, NOUN), (to, NOUN))


USUAL = [re.compile(pattern) for pattern in (
    "po:(infi|ppas|ppre)", "po:(ipre|iimp|ifut|cond|ipsi|spre).*po:3(sg|pl)",
    "po:(ipre|iimp|ifut|cond).*po:1sg", "po:(ipre|ifut|cond).*po:[12]pl")]


def is_usual(kind, morphology):
    return kind != VERB or any(pattern.search(morphology) for pattern in USUAL)


# ---------------------------------------------------------------- readings

# Bits of a term: the readings that lead to it, and what it is for (see lexicon_internal.h).
KIND_BITS = {"N": 1, "A": 2, "V": 4, "P": 8, "C": 16}
YIELDS, USUAL_BIT, DEFAULT_BIT, LIKELY_BIT = 32, 64, 128, 256
LIKELY_MARK = 64    # LIKELY_BIT, in the byte of the letters to remove

# Share of a form's likeliest reading from which a reading is indexed where the text says nothing.
INDEXED = 0.05
SAME_KIND = 0.15   # likewise, of a word of the same kind as the likeliest, which no neighbour tells apart (fils: fil)
# Shares of it from which a question asks for a reading beside others: a verb has many forms, so one is wanted only if it is likely.
LIKELY = {"N": 0.15, "A": 0.1, "V": 0.5, "C": 0.35}
# Likewise a search for the form alone, where a reading too many of the same form does no harm: la morte is mort, too.
ASKED = {"N": 0.03, "A": 0.03, "V": 0.5, "C": 0.35}
# A noun whose lemma is the form that was typed is nearly always meant (un car, les bois); a form of a verb beside it only if it
# is that much likelier (tombe, tente): whoever wants the verb types its infinitive.  An adjective beside a feminine noun of its own
# only if that is not as much likelier (droite).
ASKED_LEMMA, ASKED_BESIDE = 0.01, 3
# Verbs that help others to a tense or a mood; the nouns that come of them (allée, dû) have nothing to do with that.
SEMI_AUXILIARIES = {"aller", "devoir", "faire", "pouvoir", "venir"}
UNUSUAL = 0.1       # persons and moods that newspapers do not write: nous pensions, que tu dates
# Shares from which a reading is known at all, for texts that ask for it, and one of the same kind as a likely one.
LEAST, LEAST_SAME = 0.0002, 0.01
NAME_COUNT, NAME_SHARE = 3, 0.1     # a name that the dictionary lacks was seen so often
# Shares of a form from which its capital says that it is a name, and from which a capital at the start of a sentence
# does.  Names are no rivals of the other readings: the capital decides between them.
NAMED, CHIEFLY_NAME = 0.2, 0.8
AUXILIARIES = {("être", VERB), ("avoir", VERB)}
CLOSED_NOUNS = {"son", "ton"}       # determiners that are nouns too; the other stop words hardly ever are


def cells(kind, morphology):
    """Tense and person of a verb, number of a noun: what decides between words of one part of speech."""
    if kind != "V":
        return {"pl"} if "is:pl" in morphology else {"sg", "pl"} if "is:inv" in morphology else {"sg"}
    tenses = re.findall("po:(infi|ppas|ppre|ipre|iimp|ifut|cond|ipsi|spre|simp|impe)", morphology)
    who = re.findall("po:([123]i?(?:sg|pl))", morphology) or re.findall("is:(mas|fem|epi|sg|pl|inv)", morphology) or [""]
    return {one + other for one in tenses for other in who} or {""}


def list_readings(forms, canonical, counts):
    readings = {}
    for form, words in forms.items():
        here = collections.defaultdict(set)
        for word, says in words.items():
            for one in says:
                kind = reading_kind(word[1], one)
                for single in "NA" if kind == "M" else kind:
                    here[canonical(word), single] |= cells(single, one)
        count = counts.get(form, {})
        if count.get("P", 0) >= max(NAME_COUNT, NAME_SHARE * sum(count.values())) and not any(k == "P" for _, k in here):
            here[(form, NAME), "P"] = {"sg"}
        readings[form] = dict(here)
    return readings


def is_stop(form, reading):
    return reading[0] in AUXILIARIES or (form in CLOSED_NOUNS and reading[1] == "C")


class Analysis:
    def __init__(self, every, classical, revised, counts):
        self.forms = read_forms(every, capitals=True)
        self.classes = Classes(self.forms)
        heads = [{word for word, _, _ in read_entries(directory)} for directory in (every, classical, revised)]
        join_spellings(self.classes, *heads)
        genders = read_genders(every)
        join_dropped(self.classes, heads[0], heads[2], genders)
        join_reformed(self.classes, *heads, genders)
        join_entries(self.classes, read_entries(every))
        self.readings = list_readings(self.forms, self.classes.root, counts[0])
        self.priors = reading_priors.Priors(self.readings, *counts)
        self.lemmas = {kind: {word[0] for here in self.readings.values() for word, one in here if one in kind}
                       for kind in ("VC", "NAVC")}
        # a word that was never seen is no reason to mark a name
        self.lemmas["NAVC"] = {lemma for lemma in self.lemmas["NAVC"] if any(
            self.priors.word.get(((lemma, kind), one), 0) > 0.5 for kind in (NOUN, VERB) for one in "NAVC")}

        # forms that are less common than another one that differs in its accents only: communique, communiqué
        self.yielding = set()
        for form in self.forms:
            bare = base_letters(form)
            if bare != form and bare in self.forms and sum(counts[0].get(form, {}).values()) > sum(counts[0].get(bare, {}).values()):
                self.yielding.add(bare)

    def shares(self, form):
        """The share of each reading; where no form of its words was ever seen, all usual ones are alike."""
        usual = {r: any(is_usual(word[1], one) for word, says in self.forms[form].items()
                        if self.classes.root(word) == r[0] for one in says) and r[1] != "P" for r in self.readings[form]}
        if self.priors.evidence(form) >= 1:
            return {r: share * (1 if usual.get(r) or r[1] == "P" else UNUSUAL) for r, share in self.priors.shares(form).items()}
        return {r: 1.0 if usual[r] or not any(usual.values()) else 0.0 for r in usual}

    def terms(self, form):
        """[(text or None for a stop word, bits)], the likeliest first"""
        shares = self.shares(form)
        if form in STOP_WORDS:
            return [(None, 0)]
        best = max((share for r, share in shares.items() if r[1] != "P"), default=0)
        asked = self.asked(form, shares)
        most = max(asked.values(), default=0)
        own = max((share for r, share in asked.items() if self.is_own(form, r)), default=0)
        bits, order = collections.defaultdict(int), {}
        kinds = {r[1] for r in shares if shares[r] >= INDEXED * best}
        first = {}
        for r, share in shares.items():
            first[r[1]] = max(first.get(r[1], 0), share)
        for r, share in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
            if r[1] == "P":
                default, usual = share >= NAMED, share >= CHIEFLY_NAME
                likely = usual
            else:
                # treebanks take an adjective in -ant for a participle
                default = (share >= INDEXED * best and share >= SAME_KIND * first[r[1]]
                           or r[1] == "A" and form.endswith("ant"))
                usual = r in asked and (asked[r] >= ASKED[r[1]] * most or self.is_own(form, r) and asked[r] >= ASKED_LEMMA)
                likely = r in asked and asked[r] >= LIKELY[r[1]] * most
                if r[1] == "V" and self.is_finite(form, r):
                    usual = usual and asked[r] >= ASKED_BESIDE * own
                if r[1] == "A" and own > 0 and singular(form) in OWN_FEMININES:
                    usual = usual and asked[r] * ASKED_BESIDE >= own
            if not default and not usual and share < (LEAST_SAME if r[1] in kinds else LEAST) * best:
                continue
            text = self.text(form, r)
            order.setdefault(text, len(order))
            usual = usual or text is not None and text.endswith("/c")
            bits[text] |= (KIND_BITS[r[1]] | DEFAULT_BIT * default | USUAL_BIT * usual | LIKELY_BIT * likely
                           | YIELDS * (form in self.yielding))
        return [(text, bits[text]) for text in sorted(order, key=order.get)]

    def asked(self, form, shares):
        """The readings that a search for the form alone may mean; not aller, where a noun has the name of its participle (allée)."""
        named = any(r[0][0] == form and r[1] == "N" and share >= NAMED for r, share in shares.items())
        return {r: share for r, share in shares.items() if r[1] != "P" and not is_stop(form, r)
                and not (named and r[0][0] in SEMI_AUXILIARIES and self.is_participle(form, r))}

    def is_own(self, form, reading):
        return reading[1] == "N" and (reading[0][0] == form or reading[0][0] in OWN_FEMININES)

    def is_finite(self, form, reading):
        return not any(cell.startswith(("infi", "ppas", "ppre")) for cell in self.readings[form][reading])

    def is_participle(self, form, reading):
        return reading[1] == "V" and all(cell.startswith(("ppas", "ipsi1", "ipsi2")) for cell in self.readings[form][reading])

    def text(self, form, reading):
        """The term of a reading: its lemma, marked if a word of another kind has the same."""
        word, kind = reading
        if is_stop(form, reading):
            return word[0] + "/c" if form not in CLOSED_NOUNS and self.is_rare(form, reading) else None
        if kind == "P":
            name = EXONYMS.get(form, form)
            return name + "/p" if name in self.lemmas["NAVC"] else name
        if kind == "A":
            return self.verb_of(word) or word[0]
        return word[0] + "/n" if kind == "N" and word[0] in self.lemmas["VC"] else word[0]

    def is_rare(self, form, reading):
        """The infinitives of être and avoir, and a form of the first person that is another verb's too, but no noun: je suis.
        A search for it alone is to find both, and few texts have it."""
        others = {kind for word, kind in self.readings[form] if word not in AUXILIARIES}
        return form == reading[0][0] or "V" in others and "N" not in others and all(
            re.search("[12]i?(sg|pl)$", cell) for cell in self.readings[form][reading])

    def verb_of(self, adjective):
        """The verb whose participle an adjective is: one word."""
        verbs = {self.classes.root(other) for other, says in self.forms.get(adjective[0], {}).items()
                 if other[1] == VERB and any("ppas" in one for one in says)}
        return max(verbs, key=lambda verb: (self.priors.word[verb, "V"], verb))[0] if verbs else None


def analyse(every, classical, revised, counts):
    """form -> [(term or None, bits)]"""
    analysis = Analysis(every, classical, revised, counts)
    terms = {form: analysis.terms(form) for form in analysis.forms}
    terms.update((word, [(None, 0)]) for word in STOP_WORDS)
    terms.update((word, [(STOP_LEMMAS.get(word, word) + "/c", KIND_BITS["C"] | USUAL_BIT | DEFAULT_BIT | LIKELY_BIT)]) for word in RARE_STOP_WORDS)
    return terms


# ---------------------------------------------------------------- the automaton

def script(form, terms):
    """How to make the terms from the form: their number, and for each term its bits, the letters to remove with the mark of a
    likely reading, and the bytes to append.  No letters are removed for a stop word (255)."""
    out = bytearray([len(terms)])
    for term, bits in terms:
        if term is None:
            out += bytes([bits & 255, NO_TERM, 0])
            continue
        same = 0
        while same < min(len(form), len(term)) and form[same] == term[same]:
            same += 1
        add = term[same:].encode()
        out += bytes([bits & 255, len(form) - same + LIKELY_MARK * (bits & LIKELY_BIT > 0), len(add)]) + add
    return bytes(out)


def first_accented(letter):
    """The label of the first letter that is this one with an accent, or 0 if there is none."""
    return next((LABEL[c] for c in LETTERS if c != letter and bare_letter(c) == letter), 0)


def minimal_automaton(words):
    """words: sorted (form, value).  States are tuples of (label, target); label 0 leads to a value."""
    register, path = {}, [[]]    # path: the open states of the last word, each a list of edges

    def close(depth, last):
        while len(path) > depth:
            state = tuple(path.pop())
            target = register.setdefault(state, len(register))
            path[-1].append((LABEL[last[len(path) - 1]], target))

    last = ""
    for form, value in words:
        same = 0
        while same < min(len(form), len(last)) and form[same] == last[same]:
            same += 1
        close(same + 1, last)
        path.extend([] for _ in form[same:])
        path[-1].append((0, value))
        last = form
    close(1, last)
    root = register.setdefault(tuple(path[0]), len(register))
    return list(register), root


def lay_out(states, root):
    """One array in which the states lie through each other: the edge of a state by a label is at the
    state's place plus the label, so that a letter costs one look.  A cell: target or value << 8 | label;
    NO_LABEL where no edge lies.  No two states have one place, so a label is enough to tell whose edge it
    is.  The first place is where words begin; states of many edges come before those that fill gaps."""
    order = sorted(range(len(states)), key=lambda i: (i != root, -len(states[i]), states[i]))
    free = (1 << 2 * sum(map(len, states))) - 1     # cells, as bits of a number
    unused = free                                   # places
    place, cells = {}, {}
    for i in order:
        fits = unused
        for label, _ in states[i]:
            fits &= free >> label
        at = (fits & -fits).bit_length() - 1
        place[i] = at
        unused ^= 1 << at
        for label, _ in states[i]:
            free ^= 1 << at + label
    for i in order:
        for label, target in states[i]:
            cells[place[i] + label] = (target if label == 0 else place[target]) << 8 | label
    # whatever label is looked for at the last place, there is a cell
    return [cells.get(at, NO_LABEL) for at in range(max(place.values()) + len(LETTERS) + 1)]


# ---------------------------------------------------------------- the file

HEAD = """\
/*
 * lexicon_gen.c
 *	  The French lexicon as a minimal automaton, and its letters.  Written by
 *	  tools/generate_lexicon.py; do not edit.
 *
 * Derived from the French spelling dictionary 7.0 of Grammalecte (Dicollecte), by Olivier R. and
 * others, https://grammalecte.net/.
 *
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the
 * MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
 *
 * %d forms.
 */
#include "french/lexicon_internal.h"
"""


def print_array(declaration, values):
    print("\nconst %s = {" % declaration)
    line = ""
    for value in values:
        if len(line) + len(value) > 98:
            print(line)
            line = ""
        line += value + ","
    print(line)
    print("};")


def main():
    terms = analyse(*sys.argv[1:4], reading_priors.read_counts(sys.argv[4]))
    scripts = {form: script(form, found) for form, found in terms.items()}
    # Frequent scripts first; the text of one may be part of another's only as a whole.
    count = collections.Counter(scripts.values())
    offset, text = {}, bytearray()
    for value in sorted(count, key=lambda value: (-count[value], value)):
        offset[value] = len(text)
        text += value
    cells = lay_out(*minimal_automaton(sorted((form, offset[value]) for form, value in scripts.items())))
    print(HEAD % len(terms), end="")
    print_array("uint8_t lexicon_label[256]", ["%d" % LABEL.get(chr(c), 0) for c in range(256)])
    print_array("uint8_t lexicon_letter[%d]" % (len(LETTERS) + 1), ["0"] + ["0x%02X" % ord(c) for c in LETTERS])
    print_array("uint8_t lexicon_base[%d]" % (len(LETTERS) + 2),
                ["0"] + ["%d" % LABEL[bare_letter(c)] for c in LETTERS] + ["0"])
    print_array("uint8_t lexicon_accented[%d]" % (len(LETTERS) + 1), ["0"] + ["%d" % first_accented(c) for c in LETTERS])
    print_array("uint8_t lexicon_script[%d]" % len(text), ["%d" % b for b in text])
    print_array("uint32_t lexicon_cell[%d]" % len(cells), ["%d" % cell for cell in cells])
    print("%d forms, %d cells (%d free), %d bytes of %d scripts"
          % (len(terms), len(cells), cells.count(NO_LABEL), len(text), len(count)), file=sys.stderr)


if __name__ == "__main__":
    main()
