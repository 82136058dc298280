"""What a report says of a person beside the name: birth, age, sex, nationality, home."""

import re
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models.ages import REACH, age_of, ages_together, minor_of
from nlp_models.dates import read_dates
from nlp_models.finding import Finding
from nlp_models.folding import Surface, fold_characters
from nlp_models.sheet import Sheet

_BIRTH = re.compile(
    r"(?:\bsn|\bsinh nam|\bsinh ngay|\bsinh|\bns|\bnee?(?:\(e\))?(?: le| en)?|\bborn(?: on| in)?|\bd\.?o\.?b\.?|\bdate of birth|\bdate de naissance|\bngay sinh|\bb\.)[ :.\-]{0,4}$"
)
_BORN = re.compile(
    r"(?:\bsn|\bnam sinh|\bngay sinh|\bsinh(?: ngay| nam| vao)?|\bns|\bnee?(?:\(e\))?(?=[ :]|\d)|\bborn|\bbom(?=:)|\bd\.?o\.?b\.?|\bdate of birth"
    r"|\byear of birth|\bannee de naissance|\bs1nh|\bbirth(?= ?:)|\bbirth ?date|\bdate de naissance|\bnaissance|\bb\.(?= ?(?:[a-z]{3,15} )?\d))(?!\w)"
)
_BORN_SHORT = re.compile(r"\b2k(\d)\b")
# a year with nothing said of it, right after a name: “(1990)”, in a table “| 1990 |”
_BARE_YEAR = re.compile(
    r"[ ]?(?:\(|\t|\|[ ]?|, (?=\d{4},))(?P<year>19[3-9]\d|20[01]\d)(?=\)|\t|[ ]?\||,[ ])"
)
# letters a scanner read for figures: “l7/O2/2OO4”
_OCR_FIGURES = re.compile(r"(?<![a-z\d])[\dol][\dol/.\-]{2,9}(?![a-z\d])")
_YEAR = re.compile(r"(?<!\d)(?:19[2-9]\d|20[0-2]\d)(?!\d)")
_OF_ONESELF = re.compile(r"(?:je suis|i was|(?:elle|il) est|s?he was|toi|em|chau|con) $")
_SEX_BEFORE = {
    "female": re.compile(
        r"(?:\bba|\bchi|\bco|\bem gai|\bco gai|\bchi gai|\bthi|\bchau gai|\bvo|\bme|\bmme|\bmlle|\bmadame|\bmademoiselle|\bmrs|\bms|\bmiss|\bwoman|\bgirl|\bfemme|\bfille|\bsoeur|\bsister|\bdaughter|\bwife|\bmother|\bcousine|\btante|\baunt|\bniece|\bla nommee|\bnee|\bmama|\bmadam)\.?(?: ten| la| ten la| named| called| nommee| prenommee)? $"
    ),
    "male": re.compile(
        r"(?:\bong|\banh|\bem trai|\banh trai|\bchong|\bbo|\bcha|\bm\.|\bmr|\bmonsieur|\bman|\bboy|\bhomme|\bgarcon|\bfrere|\bbrother|\bson|\bhusband|\bfather|\boncle|\buncle|\bnephew|\bneveu|\ble nomme|\bchu|\bbac)\.?(?: ten| la| ten la| named| called| nomme)? $"
    ),
}


@Language.factory("filrouge_details", requires=["doc._.findings"], assigns=["doc._.findings"])
def make_details(nlp: Language, name: str) -> "Details":
    """Make the component for a pipeline."""
    return Details()


class Details:
    """Puts births, ages and sex on the people they stand at; a birth is no date of the case."""

    def __call__(self, doc: Doc) -> Doc:
        findings: list[Finding] = list(doc._.findings)
        plain = fold_characters(doc.text)
        ages = ages_together([one for one in findings if one.type == "Person"], plain)
        ends = _ends(findings, len(plain))
        kept: list[Finding] = []
        last: int | None = None
        for finding in findings:
            if finding.type == "Person":
                last = len(kept)
                given = ages.get(finding.start)
                kept.append(_described(finding, plain, ends[finding.start], given))
            elif finding.type == "Date" and _is_birth(finding, plain):
                if last is not None and finding.start - kept[last].end < REACH * 2:
                    kept[last] = _with(kept[last], born=finding.name)
            else:
                kept.append(finding)
        doc._.findings = tuple(kept)
        return doc


def _ends(findings: Sequence[Finding], length: int) -> dict[int, int]:
    """Return, for the start of each person, where what is said of them ends: at the next person."""
    people = [one for one in findings if one.type == "Person"]
    following = [*(one.start for one in people[1:]), length]
    return {one.start: end for one, end in zip(people, following, strict=False)}


def _is_birth(date: Finding, plain: str) -> bool:
    before = plain[max(0, date.start - 22) : date.start]
    words = plain[date.start : date.end]
    return (
        _BIRTH.search(before) is not None
        or _BIRTH.search(before + re.split(r"\d", words)[0]) is not None
    )


def _described(person: Finding, plain: str, stop: int, given: int | None) -> Finding:
    after = plain[person.end : min(stop, person.end + REACH)]
    before = plain[max(0, person.start - 40) : person.start].rpartition("\n")[2]
    said: dict[str, str] = {}
    born = _born(after)
    if born:
        said["born"] = born
    age = given or age_of(after, before)
    if age and age < 100:
        said["age"] = str(age)
    minor = minor_of(age, after, before)
    if minor:
        said["minor"] = minor
    for sex, words in _SEX_BEFORE.items():
        if words.search(before):
            said["sex"] = sex
            break
    else:
        middle = fold_characters(person.name).split()[1:-1]
        if "thi" in middle or "van" in middle:
            said["sex"] = "female" if "thi" in middle else "male"
    return _with(person, **said) if said else person


def _born(after: str) -> str | None:
    """Return the birth said after a name, in ISO or its prefix.

    “SN 1990”, “né à Sikasso le 3 mai 2001”, “(1990)” right after the name.
    """
    bare = _BARE_YEAR.match(after)
    if bare:
        return bare["year"]
    short = _BORN_SHORT.search(after, 0, 40)
    if short:
        return f"200{short[1]}"
    cue = _BORN.search(after, 0, 80)
    if cue is None:
        return None
    between = after[: cue.start()]
    if ". " in between.removeprefix(". ") and not _OF_ONESELF.search(between):
        return None
    piece = _OCR_FIGURES.sub(
        lambda sign: sign[0].translate(_FIGURES), after[cue.end() :][:45].lstrip(" :.,")
    )
    for found in read_dates(Sheet(Surface.of(f"in {piece}"), "en")):
        if not found.name.startswith("--"):
            return found.name
    year = _YEAR.search(piece.partition("\n")[0])
    return year[0] if year else None


_FIGURES = str.maketrans("ol", "01")


def _with(finding: Finding, **said: str) -> Finding:
    return replace(finding, attributes=MappingProxyType({**finding.attributes, **said}))
