"""What a report says of a person beside the name: birth, age, sex, nationality, home."""

import re
from dataclasses import replace
from types import MappingProxyType

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models.finding import Finding
from nlp_models.folding import fold_characters

_REACH = 90
_BIRTH = re.compile(
    r"(?:\bsn|\bsinh nam|\bsinh ngay|\bsinh|\bns|\bnee?(?:\(e\))?(?: le| en)?|\bborn(?: on| in)?|\bd\.?o\.?b\.?|\bdate of birth|\bdate de naissance|\bngay sinh|\bb\.)[ :.\-]{0,4}$"
)
_BORN_YEAR = re.compile(
    r"(?:\bsn|\bsinh nam|\bns|\bnee?(?: en)|\bborn(?: in)?|\bdob|\bb\.)[ :.\-]{0,3}(?P<year>(?:19|20)\d\d)(?!\d)"
)
_AGE_AFTER = re.compile(
    r"^[ ]?[,(\-–]?[ ]?(?:(?:ca hai )?cung |both |agee?s? (?:tous deux )?de |toutes? deux |aged |age |tuoi:? ?|now |then )*(?:khoang |environ |about |around |approximately )?(?P<age>\d{1,2})(?:[ -]?(?:tuoi|ans|years? old|year-old|yo|y/o|yrs)\b|(?=[,)]|\.$|\. ))"
)
_AGE_LATER = re.compile(
    r"^[^.;\n]{0,60}?(?:\(|, | la | is | was | avait | a |etait agee? de | aged | agee? de |only | moi | ca )(?P<age>\d{1,2}) ?(?:tuoi|ans\b(?! de)|years? old|year-old|years of age)"
)
_AGE_BEFORE = re.compile(
    r"(?P<age>\d{1,2})[ -](?:year-old|tuoi|ans)(?:[ ,]+(?:girl|boy|woman|man|daughter|son|sister|named|called|victim|ten|la|em|chau|be|nommee?|prenommee?)){0,3}[ ,]*$"
)
_IS_AGE = re.compile(
    r"^[^.;\n]{0,25}?\b(?:is|she is|he is|elle a|il a|moi|nam nay) (?P<age>\d{1,2})(?: (?:tuoi|ans|years)|[ .,])"
)
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
        kept: list[Finding] = []
        last: int | None = None
        for finding in findings:
            if finding.type == "Person":
                last = len(kept)
                kept.append(_described(finding, plain))
            elif finding.type == "Date" and _is_birth(finding, plain):
                if last is not None and finding.start - kept[last].end < _REACH * 2:
                    kept[last] = _with(kept[last], born=finding.name)
            else:
                kept.append(finding)
        doc._.findings = tuple(kept)
        return doc


def _is_birth(date: Finding, plain: str) -> bool:
    before = plain[max(0, date.start - 22) : date.start]
    words = plain[date.start : date.end]
    return (
        _BIRTH.search(before) is not None
        or _BIRTH.search(before + re.split(r"\d", words)[0]) is not None
    )


def _described(person: Finding, plain: str) -> Finding:
    after = plain[person.end : person.end + _REACH]
    before = plain[max(0, person.start - 40) : person.start]
    said: dict[str, str] = {}
    line = after.partition("\n")[0]
    year = _BORN_YEAR.search(line[:45])
    if year:
        said["born"] = year["year"]
    age = (
        _AGE_AFTER.search(line)
        or _AGE_BEFORE.search(before)
        or _AGE_LATER.search(line)
        or _IS_AGE.search(line)
    )
    if age and 0 < int(age["age"]) < 100:
        said["age"] = str(int(age["age"]))
        if int(age["age"]) < 18:
            said["minor"] = "under 16" if int(age["age"]) < 16 else "under 18"
    for sex, words in _SEX_BEFORE.items():
        if words.search(before):
            said["sex"] = sex
            break
    else:
        middle = fold_characters(person.name).split()[1:-1]
        if "thi" in middle or "van" in middle:
            said["sex"] = "female" if "thi" in middle else "male"
    return _with(person, **said) if said else person


def _with(finding: Finding, **said: str) -> Finding:
    return replace(finding, attributes=MappingProxyType({**finding.attributes, **said}))
