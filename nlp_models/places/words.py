"""The words that say what kind of place a name is, in three languages, as they look folded."""

import re

from nlp_models.folding import CAPITALS
from nlp_models.gazetteer.place import Kind

# Vietnamese puts the word before the name
BEFORE_VI: dict[str, Kind] = {
    "ban": "village", "thon": "village", "xom": "village", "ap": "village", "buon": "village",
        "plei": "village",
    "lang": "village", "phum": "village", "soc": "village", "to dan pho": "village", "khoi pho": (
        "village"
    ), "khoi": "village",
    "tieu khu": "village", "khu pho": "village", "cum": "village", "cum ban": "village",
        "khu dan cu": "village",
    "xa": "commune", "phuong": "commune", "thi tran": "commune", "tt": "commune", "p": "commune",
        "tt.": "commune", "p.": "commune", "x.": "commune",
    "huyen": "district", "quan": "district", "h.": "district", "q.": "district", "q": "district",
        "h": "district",
    "thi xa": "town", "tx": "town", "tx.": "town", "thanh pho": "town", "tp": "town", "tp.": "town",
        "t.p": "town", "t.p.": "town",
    "tinh": "province", "t.": "province", "bang": "province", "dac khu": "commune", "khu tu tri": (
        "province"
    ),
    "nuoc": "country",
}  # fmt: skip
# words that mean something else without their marks, or are a single letter: they need a chain,
# or a name that the gazetteer has as that kind
DOUBTFUL = frozenset({
    "ban", "lang", "quan", "soc", "cum", "khoi", "p", "p.", "x.", "h.", "h", "q", "q.", "t.", "tt",
        "tt.", "ap", "xa", "bang", "nuoc", "tinh", "thon", "plei", "phum",
})  # fmt: skip
MARKED: dict[str, str] = {
    "ban": "bản", "lang": "làng", "quan": "quận", "soc": "sóc", "cum": "cụm", "khoi": "khối",
    "ap": (
        "ấp"
    ), "xa": "xã",
    "bang": "bang", "nuoc": "nước", "tinh": "tỉnh", "thon": "thôn", "xom": "xóm", "buon": "buôn",
        "phuong": "phường",
    "huyen": "huyện",
}  # fmt: skip
NUMBERED: dict[str, str] = {
    "quan": "Quận",
    "q.": "Quận",
    "q": "Quận",
    "phuong": "Phường",
    "p.": "Phường",
    "p": "Phường",
}

# short forms that reports use, with the name in full
SHORT = {
    "TQ": "Trung Quốc", "HN": "Hà Nội", "HCM": "Hồ Chí Minh", "TPHCM": "Hồ Chí Minh", "TP.HCM": (
        "Hồ Chí Minh"
    ), "HCMC": "Hồ Chí Minh", "SG": "Sài Gòn",
    "VN": "Việt Nam",
}  # fmt: skip

# French and English: “district de X”, “village of X”, “X district”
NOUNS: dict[str, Kind] = {
    "village": "village", "hameau": "village", "barangay": "village", "favela": "village",
    "aldea": (
        "village"
    ), "kampung": "village", "hamlet": "village", "quartier": "village", "neighbourhood": "village",
        "neighborhood": "village",
    "settlement": "village", "slum": "village", "suburb": "village", "barrio": "village",
    "colonia": (
        "village"
    ), "bidonville": "village",
    "commune": "commune", "ward": "commune", "township": "commune", "vdc": "commune", "tehsil": (
        "commune"
    ), "upazila": "district", "canton": "commune",
    "district": "district", "prefecture": "district", "sous-prefecture": "district", "cercle": (
        "district"
    ), "arrondissement": "district",
    "municipality": "district", "municipio": "district", "municipalite": "district", "borough": (
        "district"
    ), "raion": "district",
    "ville": "town", "town": "town", "city": "town", "localite": "town", "cite": "town", "bourg": (
        "town"
    ), "port": "town",
    "province": "province", "region": "province", "state": "province", "etat": "province",
    "county": (
        "province"
    ), "comte": "province", "governorate": "province",
    "gouvernorat": "province", "wilaya": "province", "departement": "province", "department": (
        "province"
    ), "oblast": "province", "division": "province",
    "judet": "province", "ile": "town", "island": "town",
    "pays": "country", "royaume": "country", "country": "country", "kingdom": "country",
}  # fmt: skip
# nouns that English puts after the name
AFTER_EN = frozenset({
    "village", "hamlet", "neighbourhood", "neighborhood", "suburb", "slum", "commune", "ward",
        "township", "vdc", "upazila", "tehsil",
    "district", "prefecture", "municipality", "borough", "town", "city", "province", "region",
        "state", "county", "governorate", "department", "oblast", "division",
    "raion", "island",
})  # fmt: skip

_WORD = rf"[{CAPITALS}][\w’']{{0,30}}(?:[.\-](?=\w)[\w’']{{1,30}}){{0,4}}"
# a name in capitals, with the small words that names hold
NAME = (
    rf"(?:(?:(?:El|La|Le|Les|Los|Las|San|Santa|St\.?|Saint|Sainte|Al|L['’])[ \-]?)?{_WORD}"
    rf"(?:[ \-](?:(?:de|del|du|des|la|le|les|sur|el|al|en|of|upon|do|da|dos|am|"
    rf"an der)[ \-]){{0,2}}(?:[dl]['’])?{_WORD}){{0,4}})"
)


def _alternatives(words: dict[str, Kind] | frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# searched on the folded surface; the name that follows is read from the cased one
VI_WORD = re.compile(
    rf"(?<![\w.])(?P<word>{_alternatives(BEFORE_VI)})(?P<gap>[ ]{{1,2}}|(?<=\.))(?=[\w])"
)
NOUN_OF = re.compile(
    rf"(?<![\w\-])(?P<word>{_alternatives(NOUNS)})s? (?:frontalier |cotier |voisin |"
    rf"municipality |frontaliere |cotiere |voisine |portuaire |natale |autonome )?"
    r"(?:de la |de l'|de |du |des |d'|of |called |named |nommee? )(?:l'|la |le |the )?"
)
NOUN_BEFORE = re.compile(
    r"(?<![\w\-])(?P<word>commune|district|village|province|quartier|barangay|hameau|wilaya|"
    r"prefecture|barrio|colonia|ward|county) (?=[^\W\d_])"
)
NOUN_AFTER = re.compile(rf" (?P<word>{_alternatives(AFTER_EN)})(?![\w\-])")
CAPITAL_RUN = re.compile(NAME)
NAME_AT = re.compile(NAME)

# what comes before a place that someone is at, comes from or goes to
LOCATIVE = re.compile(
    r"(?:^|[\s(,;:\-–])(?:o|tai|tu|ra|vao|vo|sang|qua|den|toi|ve|len|xuong|di|tru|tru tai|ngu|"
    r"que|que o|gan|thuoc|ngoai|o ben|ben|khu vuc|dia ban|"
    r"bien gioi|noi|ve den|sang den|huong|phia|giua|tuyen|tuyen duong|ve toi|sang toi|ra toi|"
    r"vao toi|huyen|tinh|ngoai|chuyen|ben xe|tp|cho|chua|"
    r"a|au|aux|en|vers|depuis|via|jusqu'a|jusqu'au|jusqu'en|pres de|pres d'|par|entre|dans|"
    r"hors de|quitte|quitter|atteindre|longe|regagne|rallie|pour|escale|direction|destination|"
    r"secteur|du cote de|cote|rejoint|rejoindre|gagne|gagner|atteint|traverse|"
    r"frontiere|gare de|port de|ville de|aeroport de|banlieue de|nord de|sud de|est de|ouest de|"
    r"originaire de|originaire d'|natif de|native de|de|du|d'|"
    r"apres|provenance|provenance de|en provenance de|dest\.|destination de|autogare d'|"
    r"autogare de|after|before|avant|"
    r"in|at|from|to|into|near|via|through|towards|toward|outside|around|between|across|reached|"
    r"reaching|left|leaving|crossed|entered|visited|of|within|inside|"
    r"north of|south of|east of|west of|border with|back to|bound for|for|off|past|throughout|"
    r"arriving|departing|route|ex|direction|sector)[ ](?:(?:la|le|les|l'|the|northern|southern|"
    r"eastern|western|central|nearby)[ ]?)?$"
)
_MOTION = re.compile(
    r"(?:embarqu\w*|part\w*|depart\w*|destination|bound|head(?:ing|ed)|left|leav\w+|sail\w*|flew|"
    r"fly|flight|vol|train|bus|bateau|boat|billet|ticket|ve|voyag\w*|travel\w*|"
    r"route|road|way|went|going|go|came|come|moved|taken|brought|sent|return\w*|retour\w*|drove|"
    r"driven|back|transport\w*|traffick\w*|smuggl\w*|flown|reach\w*)"
    r"(?: (?:her|him|them|me|us|it|on|back|north|south|east|west|la|le|les))? (?:pour|for|to|"
    r"de)[ ]$"
)
# weaker prepositions say as little of a place as of a person
_WEAK = re.compile(r"(?:^|[\s(,;:])(?:de|du|d'|of|par|pour|for|gap|entre|between|to|cho|tuyen)[ ]$")


def is_locative(before: str) -> bool:
    """Say whether the folded text before a name leads to a place."""
    return LOCATIVE.search(before) is not None


def is_weakly_locative(before: str) -> bool:
    """Say whether what leads to the name could as well lead to a person (“de Lan”, “to Lan”)."""
    return _WEAK.search(before) is not None and _MOTION.search(before) is None
