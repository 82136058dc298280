"""Other names of a person, said right after the first: “tức Sáu Mập”, “dit le Vieux”, “aka Z”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp_models.folding import fold
from nlp_models.names.runs import UPPER, WORD

LOWER = "".join(
    chr(code)
    for code in (*range(0x61, 0x250), *range(0x1E00, 0x1F00))
    if chr(code).islower() and chr(code).isalpha()
)
# words that say by themselves that a name follows; nothing but an age or a birth may stand before
_NEAR = (
    r"tên gọi khác|tên thường gọi|tên hay gọi|tên khác|tên ở nhà|còn gọi là|còn được gọi là|còn gọi|thường gọi là|hay còn gọi là"
    r"|hay còn gọi|hay gọi là|hay gọi|thường gọi|thường được gọi là|được gọi là|gọi là|biệt danh|bí danh|biệt hiệu|tự xưng là|tự xưng"
    r"|tự là|tức là|tức|hỗn danh|nick|tên (?:việt|trung|trung quốc|tàu|hoa|giả)"
    r"|ten goi khac|ten thuong goi|ten khac|con goi la|con duoc goi la|con goi|thuong goi la|thuong goi|hay con goi|hay goi la|hay goi"
    r"|goi la|biet danh|bi danh|biet hieu|tuc la|tuc|tu xung la"
    r"|alias|d[i1]te?s?(?: aussi| encore)?(?! ?:)|surnommée?|surnommee?|surnom|aussi appelée?|également appelée?|appelée?|autres? noms?"
    r"|pseudonyme|pseudo|faux nom"
    r"|a\.?k\.?a\.?|@|(?:also |a1so |commonly |often |sometimes |locally |usually |(?<=[,(] ))ca[l1]{2}ed|(?<=\()ca[l1]{2}ed|nicknamed|nickname|nick name|street name|moniker|alias name|false name"
)
# words that may stand a few small words away: “whom the girls call”, “connue au marché sous le nom de”
_FAR = (
    r"se faisant appeler|se fait appeler|se faisait appeler|connue?s? sous le (?:nom|surnom) de|connue? comme"
    r"|sous le (?:nom|faux nom|nom d['’]emprunt|pseudonyme|surnom) (?:de |d['’])?"
    r"|s['’]appelle aussi|surnomment|surnommait|surnommaient|appellent|appelle|appelait|appelaient|nomment|tout le monde dit"
    r"|(?:also |better )?known (?:[^\W\d_]+ ){0,4}as|knows? (?:him|her) as|goes by the names?|went by|goes by|go by|going by"
    r"|(?:calls|called|calling) (?:himself|herself)|calls? (?:him|her)|called (?:him|her)|they call me|people call me|they say|people say|is called"
    r"|under the (?:false )?names?|who is called|whom they call|was called|travels as|travelled as|living as|so-called|in the name of|also used the name|used the name|uses the name"
    r"|(?:người ta|mọi người|dân làng|cả xóm|bạn bè|ai cũng|chúng nó|bọn nó|bon no|nguoi ta|moi nguoi) (?:hay |thường |thuong |vẫn |quen )?(?:gọi|goi)(?: (?:con|em|cháu|chau|tôi|toi|nó|no|hắn|han|y))?(?: là| la)?"
    r"|khai tên(?: là)?|khai ten(?: la)?|dưới tên|lấy tên|gọi (?:nó|hắn|y|con|em|tôi|anh ta|cô ta|bà ta|ông ta) là|quen gọi là|duoi ten|lay ten"
)
_WHOM = r"(?:whom? |qu['’]|que |mà |ma )(?:[^\W\d_]+['’]? ){0,4}(?:call|called|appelle|appellent|surnomment|gọi là|goi la)"
_TRUE_CUE = (
    r"tên thật|tên cccd|tên cmnd|tên đăng ký|tên khai sinh|ten that|ten khai sinh|xác minh là|xac minh la"
    r"|de son vrai (?:nom|prénom|prenom)|(?:son |le )?vrai nom|(?:son )?vrai prénom|nom v[eé]ritable|de son v[eé]ritable nom|(?:son )?nom vietnamien"
    r"|[àa] l['’][eé]tat civil|de son nom complet|whose (?:real|true) name|(?:his|her)? ?(?:real|true) name"
)
_OPEN, _CLOSE = r"[\"“”«‘'„]", r"[\"“”»’'‟]"
EPITHET = (
    r"sẹo|đen|béo|mập|lùn|trọc|còi|khùng|lé|gù|trố|rỗ|điếc|già|lớn|nhỏ|cao|gầy|trắng|cong|vẩu|què|cận|ngố|hói|thận|chợ|râu|mèo|sói|vàng|cụt"
    r"|seo|den|beo|map|lun|troc|coi|khung|gia|lon|nho|gay|trang"
)
# words written in capitals in telexes, where nothing else says that a name is over
_NO_NAME = (
    r"(?!(?i:alias|dite?|aka|stop|dob|born|nee?|née?|sn|sinh|de|et|and|avec|with|who|qui|of|from|quê|trú|que|tru|hktt|à|a été|"
    r"non|aucun|néant|none|không|khong|chưa|unknown|inconnu)\b)"
)
_LINK = r"(?:the|le|la|el|du|de|des|of|von|al)"
_NAME = (
    rf"(?:(?:[Ll][ea]|[Tt]he|[Ee]l|[Ll]a|LE|LA|EL|THE|a|A|Y) )?{_NO_NAME}{WORD}"
    rf"(?: {{1,2}}(?:{_LINK} )?{_NO_NAME}(?:{WORD})| (?:{EPITHET})\b){{0,3}}"
)
_QUOTED = rf"{_OPEN}\s?(?P<quoted>[^\"“”«»\n,;()]{{1,30}}?)\s?{_CLOSE}"
_AGE = r"(?: ?[,;(]? ?(?i:SN|sinh năm|sinh|née? en|nee? en|born|b\.|aged?)? ?:?\d{1,4}(?i: ?(?:ans|tuổi|tuoi|t|years old|yrs|yo))?\)?)?"
# when and where somebody is born, up to the comma after it
_BIRTH = r"(?:[ ]?[,(]?[ ]?(?i:née?|nee?|born|sn|sinh)\b[^;\n()]{0,60}?(?=[,)]))?"
# an origin, a trade: one or two small words, or one in capitals, between commas
_ASIDE = rf"(?:, (?:[{UPPER}]{{4,15}}|[{LOWER}\-]{{3,15}}(?: [{LOWER}\-]{{2,15}})?)(?=,))?"
_SMALL = (
    rf"(?:,?[ \n](?:(?:At|In|On|Everyone|Everybody|People|All|Here|They|He|She|His|Her|Tout|On|Les)\b"
    rf"|[{LOWER}'’\-]{{1,15}})){{0,5}}?"
)
_AFTER = re.compile(
    rf"(?:(?:{_BIRTH}|{_AGE}{_ASIDE}{_AGE})\)?[ ]{{0,2}}[,;(\-–/]{{0,2}}[ \n]{{0,2}}(?i:(?:et |va |và |ou |or |hay |a |is |est )?(?P<near>{_NEAR}))"
    rf"|\.?{_AGE}(?: ?\([^()\n]{{1,30}}\))?[,;]?[ ]?\(?{_SMALL},?[ (\n](?i:(?P<far>{_FAR}|{_WHOM}))"
    rf"|[^\w\n]{{0,4}}(?:[\d+][\d .\-+]{{4,20}}[^\w\n]{{0,3}})?(?i:(?P<true>{_TRUE_CUE})))"
    r"(?: là| la| le nom de| le nom| les noms? de| surnom| of| is| was| c['’]est| est| only| simply| as)?[ ]?[:,]?[ ]?"
    rf"(?:{_QUOTED}|(?P<name>{_NAME}))"
)
# a line of a form: “Họ và tên: X   Tên gọi khác: Y; Z”
_FORM = re.compile(
    r"(?:\.?[ \t]*\n?[ \t]{0,10}(?:\d\)[ ])?|[^\n:]{0,50}\n[ \t]{0,10})(?i:tên gọi khác|tên thường gọi|tên khác|biệt danh|bí danh|ten goi khac|ten thuong goi|bi danh|biet danh"
    r"|surnoms?|autres? noms?|alias(?:es)?|pseudonyme|nicknames?|nick|also called|a[l1]so ca[l1]{2}ed|a\.?k\.?a\.?|other names?(?: used)?|known as)[ ]?:[ ]?"
    rf"(?:{_QUOTED}|(?P<name>{_NAME}))"
)
_MORE = re.compile(
    rf"(?:[ ]?(?:/|,|;)[ ]?(?:và |et |and |or |ou |hoặc )?|[ ](?:hoặc|và|hay|et|ou|and|or)[ ](?:alias |là )?)"
    rf"(?:{_QUOTED})"
)
_SLASH = re.compile(rf"[ ]?/[ ]?(?P<name>{_NAME})")
_LISTED = re.compile(rf"[,;][ ](?P<name>{_NAME})(?=[),;\n]|$)")
_QUOTE_AFTER = re.compile(rf"(?:{_AGE}{_ASIDE},)?[ ](?:[–-] )?\(?{_QUOTED}\)?")
_BRACKETED = re.compile(rf"[ ]\((?P<name>{_NAME})\)")
_CAPITAL = re.compile(rf"(?:(?:l[ea]|el|the) )?[{UPPER}]")
_TU = re.compile(rf"[,]?[ ]\(?(?:tự|TỰ|tu|TU)[ ](?:{_QUOTED}|(?P<name>{_NAME}))")
_REACH = 130


@dataclass(frozen=True, slots=True)
class Alias:
    """Characters ``start`` to ``end`` are another name of the person whose name ends before them."""

    start: int
    end: int
    true_name: bool


def aliases_after(text: str, end: int) -> Iterator[Alias]:
    """Give the other names said right after the name that ends at ``end``.

    “Nguyễn Văn Hùng (tức Hùng sẹo)”, “Traoré, 38 ans, dite « la Vieille »”, “Chen Wei aka Ah Wei”,
    “Vừ Bá Lầu "Lầu Đen"”, “Petrov, whom the girls call Boss”, “Le Vieux, de son vrai nom X”.
    """
    stop = min(len(text), end + _REACH)
    match = _AFTER.match(text, end, stop) or _FORM.match(text, end, stop)
    if match is None:
        yield from _without_cue(text, end, stop)
        return
    true_name = "true" in match.re.groupindex and match["true"] is not None
    yield Alias(*_span(match), true_name)
    if true_name:
        return
    in_list = match.re is _FORM or "(" in match.group() or ":" in match.group()
    at = match.end()
    for _ in range(3):
        more = _MORE.match(text, at) or _SLASH.match(text, at) or _AFTER.match(text, at, stop)
        if more is None and in_list:
            more = _LISTED.match(text, at)
        if more is None:
            return
        yield Alias(*_span(more), more.re is _AFTER and more["true"] is not None)
        at = more.end()


def _without_cue(text: str, end: int, stop: int) -> Iterator[Alias]:
    """Give what stands in quotation marks after a name, or repeats its last word: “(Sơn Cụt)”."""
    quoted = _QUOTE_AFTER.match(text, end, stop)
    if quoted:
        words = quoted["quoted"].split()
        if len(words) < 4 and _CAPITAL.match(quoted["quoted"]):
            yield Alias(*quoted.span("quoted"), False)
        return
    words = fold(text[max(0, end - 25) : end]).split(" ")[-3:]
    for pattern in (_TU, _BRACKETED):
        match = pattern.match(text, end, stop)
        if match and fold(text[slice(*_span(match))]).split(" ")[0] in words:
            yield Alias(*_span(match), False)
            return


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Return where the name stands, in quotation marks or not."""
    groups = match.re.groupindex
    quoted = "quoted" in groups and match["quoted"] is not None
    return match.span("quoted" if quoted else "name")
