"""How countries write their registration plates."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """One country's way to write plates; without ``sure`` it takes a cue or a vehicle before it."""

    pattern: re.Pattern[str]
    name: Callable[[re.Match[str]], str]
    sure: bool = True


def _vietnamese(match: re.Match[str]) -> str:
    number = match["tail"].replace(".", "").replace(" ", "").replace("-", "")
    tail = f"{number[:3]}.{number[3:]}" if len(number) == 5 else number
    series = match["series"].upper().replace("MD", "MĐ")
    return f"{match['head']}{series}-{tail}"


def _dashed(match: re.Match[str]) -> str:
    return "-".join(part.upper() for part in match.groups() if part)


def _spaced(match: re.Match[str]) -> str:
    return " ".join(part.upper() for part in match.groups() if part)


def _german(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[2]} {match[3]}"


def _chinese(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2].upper()}·{match[3].upper()}"


_SERIES = (
    r"(?:[A-HK-NPS-VX-Z]{1,2}|[A-HK-NPS-VX-Z]\d|(?:LD|DA|KT|HC|RM|MK|M[ĐD]|CD|TĐ|R|QH|LB|TC)\d?)"
)
_HEAD = r"(?P<head>1[124-9]|[2-9]\d)"
FORMS = (
    Form(
        re.compile(
            r"(?<![\w.,/\-+])"
            + r"(?P<head>1[124-9]|[2-9]\d)"
            + r"[\- ]?(?P<series>"
            + _SERIES
            + r") ?[\-– .]? ?(?P<tail>\d{3}[. \-]?\d{2})(?![\w]|[.\-]\d)"
        ),
        _vietnamese,
    ),
    Form(
        re.compile(
            r"(?<![\w.,/\-+])"
            + _HEAD
            + r"(?P<series>"
            + _SERIES
            + r") ?[\-–] ?(?P<tail>\d{4})(?![\w]|[.\-]\d)"
        ),
        _vietnamese,
    ),
    Form(
        re.compile(r"(?<![\w.,/\-+])(\d{2})[\- ](\d{3})[\- .]?(NG|NN|QT|CV)[\- ](\d{2})(?![\w])"),
        _dashed,
    ),
    Form(
        re.compile(r"(?<![\w.,/\-+])(\d{2})[\- ]?(NG|NN|QT|CV)[\- ](\d{3})[\-. ](\d{2})(?![\w])"),
        _dashed,
    ),
    # France since 2009
    Form(
        re.compile(r"(?<![\w\-])([A-HJ-NP-TV-Z]{2})-(\d{3})-([A-HJ-NP-TV-Z]{2})(?![\w\-])"), _dashed
    ),
    Form(
        re.compile(r"(?<![\w\-])([A-HJ-NP-TV-Z]{2}) (\d{3}) ([A-HJ-NP-TV-Z]{2})(?![\w\-])"), _dashed
    ),
    # Britain since 2001
    Form(
        re.compile(
            r"(?<![\w\-])([A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[1-7]\d)) ?([A-HJ-PR-Z]{3})(?![\w\-])"
        ),
        _spaced,
    ),
    # Sri Lanka; Ghana; Myanmar; Poland's longer ones; Ireland; Tunisia; Algeria; Nepal
    Form(
        re.compile(r"(?<![\w\-])((?:WP|CP|SP|NP|EP|NW|NC|UP|SG) [A-Z]{2,3})-(\d{4})(?![\w\-])"),
        _dashed,
    ),
    Form(re.compile(r"(?<![\w\-])([A-Z]{2})[ -](\d{1,4})-(\d{2})(?![\w\-])"), _dashed, sure=False),
    Form(re.compile(r"(?<![\w\-])(M-\d{2}-[A-Z]{2})[ -](\d{1,4})(?![\w\-])"), _spaced),
    Form(re.compile(r"(?<![\w\-])([A-Z]{3} \d[A-Z])-(\d{4})(?![\w\-])"), _dashed),
    Form(
        re.compile(r"(?<![\w\-])([A-Z]{2,3}) (\d(?=\d{0,3}[A-Z])[A-Z\d]{3,4})(?![\w\-])"),
        _spaced,
        sure=False,
    ),
    Form(
        re.compile(
            r"(?<![\w\-.,/])(\d{2,3})-(C[ENW]?|D|DL|G|K[EKY]|L[DHKMS]?|M[HNO]|OY|RN|SO|T|W[HWX]?)-(\d{3,6})(?![\w\-])"
        ),
        _dashed,
    ),
    Form(re.compile(r"(?<![\w\-.,/])(\d{2,3}) ?(TU|TN) ?(\d{3,4})(?![\w\-])"), _spaced),
    Form(re.compile(r"(?<![\w\-.,/])(\d{5}) (\d{3}) (\d{2})(?![\w\-.,/])"), _spaced, sure=False),
    Form(
        re.compile(
            r"(?<![\w\-])((?:Ba|Na|Lu|Ko|Ga|Ja|Bhe|Dha|Ka|Ma|Me|Ra|Sa|Se) \d{1,2} [A-Z][a-z]{1,2}) (\d{1,4})(?![\w\-])"
        ),
        lambda match: match.group(),
    ),
    # Russia and its neighbours; Mongolia; Burma and the Arab world in their own letters
    Form(
        re.compile(r"(?<!\w)([АВЕКМНОРСТУХ]) ?(\d{3,4}) ?([АВЕКМНОРСТУХ]{2}(?: ?\d{2,3})?)(?!\w)"),
        _spaced,
    ),
    Form(re.compile(r"(?<!\w)(\d{4}) ([А-ЯӨҮ]{3})(?!\w)"), _spaced),
    Form(re.compile(r"(?<![\w\-])(\d?[\u1000-\u1021])[ \-](\d{4})(?!\w)"), _dashed),
    Form(re.compile(r"(?<![\w\-])(\d{1,2})-([\u0621-\u064a]{1,3})-(\d{2,5})(?![\w\-])"), _dashed),
    # Chad
    Form(re.compile(r"(?<![\w\-.])(\d{1,2}[A-Z]) (\d{4}) ([A-Z])(?![\w\-])"), _spaced),
    # Cambodia: private and provincial
    Form(re.compile(r"(?<![\w\-.])((?:PP )?[12][A-Z]{1,2})-(\d{4})(?![\w.]|[,\-]\d)"), _dashed),
    Form(
        re.compile(r"(?<![\w\-.])([1-9][A-Z]{1,3})[\- ](\d{4})(?![\w.]|[,\-]\d)"),
        _dashed,
        sure=False,
    ),
    # Spain
    Form(
        re.compile(r"(?<![\w\-.,/])(\d{4}) ?-?([BCDFGHJKLMNPRSTVWXYZ]{3})(?![\w\-])"),
        _spaced,
        sure=False,
    ),
    # Nigeria; Kenya; India; Ivory Coast; West Africa and Ukraine, Bulgaria; Romania
    Form(re.compile(r"(?<![\w\-])([A-Z]{3})[ -]?(\d{3})[ -]?([A-Z]{2})(?![\w\-])"), _dashed),
    Form(re.compile(r"(?<![\w\-])(K[A-Z]{2}) ?(\d{3}[A-Z])(?![\w\-])"), _spaced),
    Form(
        re.compile(r"(?<![\w\-])([A-Z]{2})[ -]?(\d{1,2})[ -]?([A-Z]{1,2})[ -](\d{4})(?![\w\-])"),
        _spaced,
    ),
    Form(re.compile(r"(?<![\w\-.,/])(\d{4}) ([A-Z]{2}) (0[1-9]|[1-9]\d)(?![\w\-])"), _spaced),
    Form(re.compile(r"(?<![\w\-])([A-Z]{1,2})[ -](\d{4})[ -]([A-Z]{1,2})(?![\w\-])"), _spaced),
    Form(re.compile(r"(?<![\w\-])([A-Z]{1,2})[ -](\d{2,3})[ -]([A-Z]{3})(?![\w\-])"), _spaced),
    # Turkey and Burkina Faso; Belgium; the Netherlands; Germany; Mexico
    Form(
        re.compile(r"(?<![\w\-.,/])(\d{2}) ([A-Z]{1,3}) (\d{3,4})(?![\w\-.,/])"),
        _spaced,
        sure=False,
    ),
    Form(re.compile(r"(?<![\w\-.,/])([12])-([A-Z]{3})-(\d{3})(?![\w\-])"), _dashed),
    Form(re.compile(r"(?<![\w\-])([A-Z]{2})-(\d{2})-([A-Z]{2})(?![\w\-])"), _dashed),
    Form(re.compile(r"(?<![\w\-])([A-ZÄÖÜ]{1,3})-([A-Z]{1,2})[ -](\d{1,4})(?![\w\-])"), _german),
    Form(re.compile(r"(?<![\w\-])([A-Z]{3})-(\d{3})-([A-Z])(?![\w\-])"), _dashed),
    # Morocco
    Form(re.compile(r"(?<![\w\-.,/])(\d{4,5})-([A-Z])-(\d{1,2})(?![\w\-])"), _dashed),
    # Vietnam's fishing boats
    Form(
        re.compile(
            r"(?<![\w\-])((?:AG|BD|BL|BT|BTh|BV|CM|CT|DN|ĐNa|DNa|HP|HT|KG|KH|NA|NB|ND|NT|PY|QB|QN|"
            r"QNa|QNg|QT|SG|ST|TB|TG|TH|TTH|TV))[ -](\d{4,5})[ -]?(TS)(?![\w\-])"
        ),
        _dashed,
    ),
    Form(
        re.compile(r"(?<![\w\-])([A-ZĐ][A-Za-z]{1,2})-?[ -]?(\d{5})(?![\w\-])"), _dashed, sure=False
    ),
    # Laos and Thailand in their own letters
    Form(re.compile(r"(?<![\w])([\u0e81-\u0eae]{2}) ?[\- ]?(\d{4})(?!\w)"), _spaced),
    Form(
        re.compile(
            r"(?<![\w])(\d?[\u0e01-\u0e2e]{1,2}) ?[\- ]?(\d{1,2}-\d{4}|\d{1,4})(?!\w|-\d)"
            r"(?: ([\u0e01-\u0e5b]{4,}))?"
        ),
        _spaced,
    ),
    # China, in its own letters
    Form(
        re.compile(
            r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])"
            r"([A-Z])[ ·•\-.]?([A-Z\d]{5,6})(?![A-Z\d])"
        ),
        _chinese,
    ),
)
