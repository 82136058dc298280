"""Which of the three languages a text is in, marks or no marks.

Function words decide. Capitalised words are ignored where there are others, because Vietnamese
names stand in every language; py3langid, limited to the three, answers where no word decides.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import Protocol, cast

from nlp_models.folding import fold_characters
from nlp_models.vocabulary import Language

# Words of one language only, as they look without marks. Words that two of the three share
# (la, de, son, do, the …) are left out or stand in _WEAK with the one they speak for more often.
_CLEAR: dict[Language, str] = {
    "vi": """
        cua duoc nguoi khong nhung khi bi voi cac tai trong tru sinh huyen tinh ngay thang doi tuong
        dien thoai so cung hien nay dang chua da den vao tren duoi hoac neu thi nhu theo nhieu rang
        biet goi lien he chuyen gui tien trieu dong ngan hang khoan lua qua noi viec nha con gai
        trai vo chong chau ong co ay ho minh tung sau truoc lam thue mua khach xe cho di ve tu ra
        dua don duong bien gioi cua khau cong cuc xac dinh dieu tra bat giu khai nhan ke hoi biet
        bao tin nan nhan mat lien lac sang chieu dem hom moi muon giup nghi pham vu an to chuc
        nuoc ngoai lao thon xom thanh pho phuong thi tran quan hai ba bon chin muoi nam ten khac
        hieu giay to ho khau ket hon nhom dai chuc hanh vi pham toi cung luc gio phut
        van chua duoc phai xuong len vua bang chung hinh thuc thong qua tro lai ngoai nghin ty
        hen gap rua lay dan vang mang biet nop xin cam ky roi nua vay nhe ok ko dc bn mng""",
    "fr": """
        le les des du une et est dans pour par sur avec qui que pas ne au aux ce cette ces il elle
        ils elles sont ete avait etait ont aurait ses leur leurs mais ou donc entre chez vers depuis
        apres avant selon sous sans plus moins nous vous je lui meme aussi tres comme quand etre
        avoir fait deux trois cinq sept huit neuf dix numero telephone jeune fille femme homme
        mere pere frere soeur mois annee annees jour jours heures nee ne fut afin lors puis jusqu
        suspect victime victimes recruteur passeur argent voiture appel appele vue compte somme
        promis promettant travail frontiere village ans dit declare affirme a-t-on pendant
        d l qu s n c quatre parle notre votre tout toute tous encore ici rien contre recu paye
        verse jamais toujours ensuite alors car dont elle-meme celui celle ceux parce autre autres
        certains plusieurs chaque quelques peu beaucoup bien mal oui madame monsieur mme enfant
        enfants garcon homme hommes femmes filles personnes famille nom prenom nomme
        nommee identifie
        identifiee interpelle arrete transporte recrute vendu vendue achete envoye arrive arrivee
        parti partie quitte rejoint vit habite reside domicilie originaire utilise compte banque
        commune quartier ville pays province route bus train plaque immatricule carte passeport
        lettre rapport temoin temoignage enquete gendarmerie police mineur mineure exploitation
        semaine hier aujourd'hui demain soir matin nuit vraiment parents mari epouse oncle tante
        fils lieu fin debut environ jusqu'a lorsque tandis ainsi notamment cependant""",
    "en": """
        the of and was were is are has have had with from by for that this these which who whom
        his her he she they them their it its not but or if when where after before into
        about between under over said says told been being will would could should can did does
        there then also only some any all one two three four five six seven eight nine ten
        man woman girl boy mother father sister brother police phone number called call victim
        suspect suspects money paid years old year month day week work job worker border
        near since until while because through across against without within along another
        at you your we our us my she's he's don't as be an born he'd arrived met took sent says
        wants please asap yes off up out him who's write written send contact need needs
        came come go goes went took taken gave given got made make left found told tells asked held
        stopped drove traced seen used uses using lives lived living born known named account
        village town city province district commune people girls boys women men family name names
        driver van truck car bus route road hotel house flat school passport card plate bank
        very more most much many such other others each every both few still just than like how
        what why which been't over back down again once here now today yesterday last next first
        report reports note notes statement source information via per under age aged case""",
}
_WEAK: dict[Language, str] = {
    "vi": "la va o em anh chi ban me cho thi ma no ta an bo do hang the sang su y tu nam ba",
    "fr": "la de en un a y on se sa son va ma tu me si est bon non",
    "en": "a to in on do so no me an son may us as at man date",
}
_VIETNAMESE_LETTERS = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")
_ONLY_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")
_WORD = re.compile(r"[^\W\d_]{1,24}")
_ADDRESS = re.compile(r"\S{1,80}(?:@|://)\S{1,80}|(?<!\w)@\w+")
# quotes are in whatever language was spoken; the report is in the language around them
_QUOTED = re.compile(r"“[^”\n]{1,200}”|«[^»\n]{1,200}»|(?<!\w)\"[^\"\n]{1,200}\"(?!\w)")
_SAMPLE = 40_000
_SURE = 1.0


class _Ranker(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


def _weights() -> dict[str, tuple[float, float, float]]:
    """Return what each word says for Vietnamese, French and English."""
    languages: tuple[Language, ...] = ("vi", "fr", "en")
    weights: dict[str, list[float]] = {}
    for position, language in enumerate(languages):
        for table, weight in ((_WEAK, 0.4), (_CLEAR, 1.0)):
            for word in table[language].split():
                row = weights.setdefault(word, [0.0, 0.0, 0.0])
                row[position] = max(row[position], weight)
    return {word: (row[0], row[1], row[2]) for word, row in weights.items()}


_WEIGHTS = _weights()


def identify(text: str) -> Language:
    """Return the language that most of the text's own words are in."""
    sample = (
        text
        if len(text) <= _SAMPLE
        else text[: _SAMPLE // 2] + " " + text[len(text) // 2 :][: _SAMPLE // 2]
    )
    own = _QUOTED.sub(" ", _ADDRESS.sub(" ", sample))
    words = _WORD.findall(own)
    if not words:
        words = _WORD.findall(sample)
    common = [word for word in words if word.islower()]
    if len(common) < 2 or len(common) * 6 < len(words):
        common = [word.lower() for word in words]
    scores = _scores(Counter(common))
    first, second = sorted(scores.values(), reverse=True)[:2]
    if first - second >= _SURE * 0.5 and first > 0:
        return max(scores, key=lambda language: scores[language])
    return _fallback(" ".join(common) or sample, scores)


def _scores(counts: Counter[str]) -> dict[Language, float]:
    vietnamese = french = english = 0.0
    for word, count in counts.items():
        if _ONLY_VIETNAMESE.search(word):
            vietnamese += count
            continue
        row = _WEIGHTS.get(fold_characters(word))
        if row is not None:
            vietnamese += row[0] * count
            # a word with a mark that French lacks has been counted above; English has none
            french += row[1] * count
            english += row[2] * count if word.isascii() else 0.0
        elif _VIETNAMESE_LETTERS.search(word):
            vietnamese += 0.5 * count
            french += 0.5 * count
        elif not word.isascii():
            french += 0.5 * count
    return {"vi": vietnamese, "fr": french, "en": english}


def _fallback(text: str, scores: dict[Language, float]) -> Language:
    """Return py3langid's choice, unless the function words rule it out."""
    ranked = [cast(Language, language) for language, _ in _ranker().rank(text)]
    best = max(scores.values())
    return next(language for language in ranked if scores[language] >= best - _SURE * 0.5)


@lru_cache(maxsize=1)
def _ranker() -> _Ranker:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # slow to load, seldom needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["en", "fr", "vi"])
    return cast(_Ranker, identifier)
