"""Numbers of identity papers: cards, passports and permits of many countries."""

import re
from collections.abc import Iterator

from nlp_models.finding import Finding
from nlp_models.sheet import Sheet, Taken

# What a paper is called on the plain surface, longest first within a row.
_PAPERS = {
    "identity card": (
        r"the can cuoc(?: cong dan)?|can cuoc(?: cong dan)?|cccd(?:/cmnd)?|"
        r"so dinh danh(?: ca nhan)?|ma dinh danh|"
        r"chung minh (?:nhan dan|thu)|giay chung minh|cmnd(?:/cccd)?|cmtnd|cmt|cmnd|gttt|"
        r"giay to tuy than|"
        r"carte (?:nationale )?d'identite(?: nationale)?(?: biometrique)?|cni(?:b)?|"
        r"piece d'identite|"
        r"numero d'identite(?: nationale)?|numero d'identification nationale|identifiant national|"
        r"(?:national |citizen |state )?identity (?:card|document|number|no\.?)|"
        r"national id(?:entification)?(?: card| number| no\.?)?|"
        r"id ?card|id number|id no\.?|id #|nin|nrc|nic|cnic|aadhaa?r|nid|curp|dni|dui|dpi|cui|"
        r"cnp|pesel|egn|jmbg|"
        r"cedula(?: de ciudadania)?|cpf|codice fiscale|bvn|ghana card|emirates id|iqama|ssn|"
        r"citizenship (?:certificate|card|number|no\.?)|"
        r"personal (?:identification )?(?:number|code)|voter(?:'s)? (?:id|card)|huduma number|"
        r"so can cuoc|nric|qid|nie|cedule|citizen (?:id|card)(?: no\.?)?|cit\. no|i/d|c\.i\.|lld|"
        r"cl n°|ci series|the (?:hanh nghe|cu tru)|chung minh|id"
    ),
    "passport": (
        r"ho chieu(?: pho thong)?|passeports?|passports?(?: number| no\.?)?|passp0rt|ppt|hc|"
        r"pasaporte|pp(?: no\.?)?(?=[ :])|pass\.(?= )"
    ),
    "border pass": (
        r"giay thong hanh(?: bien gioi)?|so thong hanh|border pass(?: book)?|laissez-?passer|"
        r"temporary travel document|travel document|travel cert(?:ificate|\.)|gth|"
        r"livret frontalier|carnet frontalier|bp no\."
    ),
    "residence permit": (
        r"the (?:tam|thuong) tru|titre de sejour|carte de sejour|carte de resident|recepisse|"
        r"residence permit|residence card|work permit|permis de travail(?: ferme)?|"
        r"giay phep lao dong|permesso di soggiorno|numero d'etranger|alien number|local permit"
    ),
    "driving licence": (
        r"gplx|giay phep lai xe|bang lai(?: xe)?|permis de conduire|driving licen[cs]e|"
        r"driver'?s licen[cs]e|drivers licen[cs]e|licence|license|permis"
    ),
    "visa": r"visa|thi thuc",
    "birth certificate": (
        r"(?:giay|to) khai sinh|(?:giay )?chung sinh|acte de naissance|extrait de naissance|"
        r"birth certificate"
    ),
    "seaman's book": r"so thuyen vien|seaman'?s book|livret maritime",
    "household book": r"so ho khau",
}
_CUE_OF = {f"c{position}": document for position, document in enumerate(_PAPERS)}
_FILLER = (
    r"(?:[ \n:=\-#.,(\"]|n°|n[ºo]°?|(?:so|no|nr|num|numero|number|n|la|is|was|of|est|mang|co|ten|"
    r"chip|gan chip|cu|moi|"
    r"viet nam|vietnamien|vietnamienne|vietnamese|lao|laotien|laotienne|thai|thailandais|"
    r"cambodgien|cambodian|chinois|chinese|"
    r"trung quoc|nigerian?|nigeriane?|nepalais|nepalese|nepali|ghanaian|francais|french|british|"
    r"roumain|romanian|"
    r"bearing|with|portant le|sous le|under|the|le|du|de|card|a|his|her|ma|mrz|dang ky|serial|"
    r"reading|carte|numeri)(?![a-z\d]))"
)
_CUE = re.compile(
    r"(?<![a-z\d])(?:"
    + "|".join(f"(?P<{group}>{_PAPERS[document]})" for group, document in _CUE_OF.items())
    + r")"
    r"(?![a-z\d])"
)
_BETWEEN = re.compile(_FILLER + r"{0,16}")
# another kind of number that is named between the paper and the figures
_OTHERS = (
    r"[^\d\n;]{0,40}\b(?:sdt|dien thoai|phone|tel|telephone|mobile|zalo|viber|whatsapp|stk|"
    r"tai khoan|compte|account|goi|appel|call)\b"
)
_BETWEEN_MORE = re.compile(
    r"(?!" + _OTHERS + r")(?:[^\d\n;!?\0]{0,40}?(?:\bso|\bno\.?|\bnumber|n°|\bnumero|#|"
    r"[:(,])[ :.]{0,3}(?=[a-z]{0,3}[ -]?\d[\d \-.]{4})"
    r"|(?: [a-z\-]{2,14}){1,3}[ :]{1,2}(?=[a-z]{1,3}[ \-]?\d{5}|\d{6}))"
)
# letters, figures and inner marks; at least five signs, four of them figures (checked after)
_VALUE = re.compile(
    r"(?:\d{1,2}/[a-z]{3,10}\((?:n|naing|c|p|e)\)\d{6}"
    r"|[a-z]{4}\d{6}[hm][a-z]{5}[a-z\d]\d"
    r"|[a-z]{6}\d\d[a-z]\d\d[a-z]\d{3}[a-z]"
    r"|gha-\d{9}-\d"
    r"|(?:[a-z]{1,2}[ .\-/]?|"
    r"[a-z]{3}-?)?\d{1,20}(?:[ .\-/]\d{1,8}){0,6}(?:-?[a-z]{1,2}(?![a-z\d]))?"
    r"|[a-z\d]{6,18})(?![a-z\d])"
)
_PREFIX = re.compile(r"(?P<letters>[^\W\d_]{1,3}) ")
_NEXT = re.compile(
    r"(?: ?[,;/&] ?| va | et | and | hoac | ou | or |, va |, et |, and )(?:so |no\.? ?|"
    r"n° ?)?(?!s?dt |tel |tk |stk )(?=[a-z]{0,3} ?\d)"
)
# these need no cue: their form, their birth date or their check figure say enough
_CHINESE = re.compile(
    r"(?<![\da-z.])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|"
    r"3[01])\d{3}[\dx](?![\da-z])"
)
_THAI = re.compile(r"(?<![\d\-])\d-\d{4}-\d{5}-\d\d-\d(?![\d\-])")
_PAKISTANI = re.compile(r"(?<![\d\-])\d{5}-\d{7}-\d(?![\d\-])")
_BURMESE = re.compile(r"(?<![\d/])\d{1,2}/[a-z]{3,10}\((?:n|naing|c|p|e)\)\d{6}(?!\d)")
_VIETNAMESE = re.compile(
    r"(?<![\da-z./,\-+])0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d\d\d{6}(?![\da-z]|[./\-]\d)"
)
_FORMS = tuple(
    (pattern, re.compile(sign))
    for pattern, sign in (
        (_CHINESE, r"\d{17}"), (_THAI, r"\d-\d{4}-"), (_PAKISTANI, r"\d-\d{7}-"), (_BURMESE,
            r"\)\d{6}"), (_VIETNAMESE, r"0\d{11}"),
    )
)  # fmt: skip
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_WEAK_CUES = frozenset(
    {"id", "hc", "nin", "nic", "nid", "visa", "cui", "dui", "cmt", "ppt", "bvn"}
    | {"licence", "license", "permis", "pp", "pass.", "gth", "nie", "c.i.", "chung minh", "i/d"}
)
# numbers of passports need no cue, unless something else is numbered there
_PASSPORT = re.compile(
    r"(?<![\w\-/.,])(?:[A-Z][\dO]{7,8}[A-Z]?|[A-Z]{2}[\dO]{7}|[A-Z]{2}\d{6})(?![\w\-/]|[.,]\d)"
)
_NOT_A_PASSPORT = re.compile(
    r"(?:ref(?:erence)?|no\.? ?de|case|file|invoice|flight|vol|bordereau|mtcn|receipt|serial|seri|"
    r"imei|container|lot|lo hang|tracking|order|booking|ticket|ve so|dossier|pv|affaire|plate|"
    r"plaque|bien|bks|xe|car|truck|van|camion|voiture|vehicle|code|ma|ma so|account|stk|tk|compte|"
    r"card ending|article|dieu|policy|batch|model|part|room|phong|gate|don|ky hieu|so hieu|quyet dinh)"
    r"[ .:#°n]{0,4}(?:so|no|number|numero)?[ .:#°]{0,3}$"
)
_ACCOUNT_BEFORE = re.compile(
    r"(?:stk|tai khoan|\btk|account|compte|a/c|bank|ngan hang|iban|card|the)[^\d\n]{0,25}$"
)


def read_identities(sheet: Sheet) -> Iterator[Finding]:
    """Find “CCCD 040090012345”, “CMND số 186 543 210”, “passport No. B1234567”, “NIN 123456789”."""
    taken, taken_to = Taken(len(sheet.plain)), 0
    for cue in _CUE.finditer(sheet.plain):
        if cue.start() < taken_to:
            continue
        document = _CUE_OF[str(cue.lastgroup)]
        if cue.group() == "hc" and sheet.language != "vi":
            continue
        at = _value_start(sheet, cue)
        while at is not None:
            finding = _value(sheet, at, document, cue.group())
            if finding is None:
                break
            yield finding
            taken.add(finding.start, finding.end)
            taken_to = finding.end
            following = _NEXT.match(sheet.plain, taken_to)
            at = following.end() if following else None
    for finding in _by_form(sheet):
        if taken.add(finding.start, finding.end):
            yield finding


def _value_start(sheet: Sheet, cue: re.Match[str]) -> int | None:
    between = _BETWEEN.match(sheet.plain, cue.end())
    at = between.end() if between else cue.end()
    value = _VALUE.match(sheet.plain, at)
    if value and _figures(value.group()) >= 4:
        return at
    if cue.group() in _WEAK_CUES:
        return None
    further = _BETWEEN_MORE.match(sheet.plain, cue.end())
    return further.end() if further else None


def _value(sheet: Sheet, at: int, document: str, cue: str) -> Finding | None:
    match = _VALUE.match(sheet.plain, at)
    if match is None:
        return None
    start, end = match.span()
    prefix = _PREFIX.match(sheet.cased, start, end)
    if prefix and not prefix["letters"].isupper():
        start = prefix.end()  # “là 0380…”: a word, not the letters of a passport
    while (
        sheet.cased[end - 1].islower() and sheet.cased[start:end].upper() != sheet.cased[start:end]
    ):
        end -= 1  # a letter of the number is a capital; “3.500.000đ” is money
    if end < match.end() and sheet.cased[end] == "đ":
        return None
    written = sheet.cased[start:end].upper()
    joined = re.sub(r"[ .\-]", "", written)
    if _figures(joined) < 4 or not 5 <= len(joined) <= 22:
        return None
    if cue in _WEAK_CUES and len(joined) < 7:
        return None
    return Finding(start, end, "Identity", joined, {"document": document})


def _by_form(sheet: Sheet) -> Iterator[Finding]:
    for match in _PASSPORT.finditer(sheet.cased):
        if _figures(match.group()) >= 5 and not _NOT_A_PASSPORT.search(
            sheet.before(match.start(), 30)
        ):
            joined = match.group()
            yield Finding(match.start(), match.end(), "Identity", joined, {"document": "passport"})
    for pattern, sign in _FORMS:
        for match in pattern.finditer(sheet.plain) if sign.search(sheet.plain) else ():
            joined = re.sub(r"[ .\-]", "", match.group()).upper()
            if pattern is _CHINESE and not _checks(joined):
                continue
            if pattern is _VIETNAMESE and _ACCOUNT_BEFORE.search(sheet.before(match.start(), 40)):
                continue
            yield Finding(
                match.start(), match.end(), "Identity", joined, {"document": "identity card"}
            )


def _checks(number: str) -> bool:
    """Say whether the last sign of a Chinese number checks (GB 11643, modulo 11)."""
    total = sum(weight * int(figure) for weight, figure in zip(_WEIGHTS, number, strict=False))
    return "10X98765432"[total % 11] == number[17]


def _figures(text: str) -> int:
    return sum(map(str.isdigit, text))
