"""Other names of a person, said right after the first: “tức Sáu Mập”, “dit le Vieux”, “aka Z”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp_models.names.runs import UPPER, WORD

_CUE = (
    r"tên gọi khác|tên thường gọi|tên khác|tên thật|còn gọi là|còn được gọi là|thường gọi là|hay còn gọi|hay gọi là"
    r"|thường gọi|gọi là|biệt danh|bí danh|biệt hiệu|tự xưng là|tự là|tức là|tức|hỗn danh"
    r"|ten goi khac|ten thuong goi|ten khac|ten that|con goi la|con duoc goi la|thuong goi la|thuong goi|hay con goi"
    r"|biet danh|bi danh|biet hieu|tuc la|tuc"
    r"|alias|dite?|surnommée?|surnommee?|se faisant appeler|se fait appeler|dit aussi|aussi appelée?|également appelée?"
    r"|connue? sous le nom de|connue? sous le surnom de|connue? comme|de son vrai nom|vrai nom|pseudonyme|surnom"
    r"|a\.?k\.?a\.?|also known as|better known as|known locally as|known as|known to \w+ as|nicknamed|nickname|street name"
    r"|goes by the name|goes by|going by|called himself|called herself|calling himself|calling herself|real name|moniker"
)
_OPEN, _CLOSE = r"[\"“”«‘'„]", r"[\"“”»’'‟]"
_EPITHET = (
    r"sẹo|đen|béo|mập|lùn|trọc|còi|khùng|lé|gù|trố|rỗ|điếc|già|lớn|nhỏ|cao|gầy|trắng|cong|vẩu|què|cận|ngố|hói"
    r"|seo|den|beo|map|lun|troc|coi|khung|gia|lon|nho|gay|trang"
)
_NAME = rf"(?:(?:[Ll][ea]|[Tt]he|[Ee]l|[Ll]a) )?{WORD}(?: (?:{WORD}|{_EPITHET}\b)){{0,3}}"
_QUOTED = rf"{_OPEN}\s?(?P<quoted>[^\"“”«»\n,;()]{{1,30}}?)\s?{_CLOSE}"
_BORN = r"(?:\(?(?:SN|sn|sinh năm|sinh nam|née? en|born)? ?:?\d{4}\)?[,;]? ?)?"
_AFTER = re.compile(
    rf"[ ]?[,;(\-–]?[ ]?{_BORN}(?i:(?P<cue>{_CUE}))(?: là| la| le nom de| surnom| of)?[ ]?:?[ ]?"
    rf"(?:{_QUOTED}|(?P<name>{_NAME}))"
)
_MORE = re.compile(
    rf"(?:[ ]?(?:/|,)[ ]?(?:và |et |and |or |ou |hoặc )?|[ ](?:hoặc|và|hay|et|ou|and|or)[ ](?:alias |là )?)"
    rf"(?:{_QUOTED})"
)
_SLASH = re.compile(rf"[ ]?/[ ]?(?P<name>{_NAME})")
_QUOTE_AFTER = re.compile(rf"[ ]\(?{_QUOTED}\)?")
_TRUE = re.compile(r"(?i)tên thật|ten that|de son vrai nom|vrai nom|real name")
_CAPITAL = re.compile(rf"[{UPPER}]")


@dataclass(frozen=True, slots=True)
class Alias:
    """Characters ``start`` to ``end`` are another name of the person whose name ends before them."""

    start: int
    end: int
    true_name: bool


def aliases_after(text: str, end: int) -> Iterator[Alias]:
    """Give the other names said right after the name that ends at ``end``.

    “Nguyễn Văn Hùng (tức Hùng sẹo)”, “Traoré, dit « le Vieux »”, “Chen Wei aka Ah Wei”,
    “Vừ Bá Lầu "Lầu Đen"”.
    """
    match = _AFTER.match(text, end, min(len(text), end + 120))
    if match is None:
        quoted = _QUOTE_AFTER.match(text, end, min(len(text), end + 50))
        if quoted and _CAPITAL.match(quoted["quoted"]) and quoted["quoted"].count(" ") < 3:
            yield Alias(*quoted.span("quoted"), False)
        return
    group = "quoted" if match["quoted"] else "name"
    yield Alias(*match.span(group), _TRUE.match(match["cue"]) is not None)
    at = match.end()
    for _ in range(3):
        more = _MORE.match(text, at) or _SLASH.match(text, at)
        if more is None:
            return
        yield Alias(*more.span(more.lastgroup or 0), False)
        at = more.end()
