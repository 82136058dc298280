"""E-mail addresses, also with the signs written out."""

import re
from collections.abc import Iterator

from nlp_models.finding import Finding
from nlp_models.sheet import Sheet

_ADDRESS = re.compile(
    r"(?<![a-z0-9._%+\-@])[a-z0-9](?:[a-z0-9._%+\-]{0,62}[a-z0-9])?@(?:[a-z0-9\-]{1,63}\.){1,5}[a-z]{2,18}(?![a-z0-9@])"
)
_SPELLED = re.compile(
    r"(?<![a-z0-9._%+\-])(?P<user>[a-z0-9](?:[a-z0-9_%+\-]|\.|"
    r"(?: ?[\[(] ?(?:dot|cham|point) ?[\])] ?)){0,40}[a-z0-9])"
    r" ?(?P<at>[\[({] ?(?:at|a cong|arobase|@|a-?cong) ?[\])}]|(?<= )(?:a cong|arobase|a-cong|"
    r"at|@)(?= )|(?<! )@(?! )) ?"
    r"(?P<host>(?:gmail|yahoo|hotmail|outlook|proton ?mail|icloud|live|mail|yandex|qq|163|"
    r"[a-z0-9\-]{2,30}))"
    r"(?P<rest>(?: ?(?:[\[({] ?(?:dot|cham|point|\.) ?[\])}]|\.|(?<= )(?:dot|cham|"
    r"point)(?= )) ?[a-z]{2,10}){1,3})(?![a-z0-9@])"
)
_SIGNS = ("(at", "[at", "{at", "( at", "[ at", " at ", "a cong", "a-cong", "arobase", "@")
_DOT = re.compile(r" ?(?:[\[({] ?(?:dot|cham|point|\.) ?[\])}]|\.|\b(?:dot|cham|point)\b) ?")


def read_emails(sheet: Sheet) -> Iterator[Finding]:
    """Find “linh.tran@example.com”, “linh (at) example (dot) com”, “linh a còng ví dụ chấm com”."""
    taken = []
    if "@" in sheet.plain:
        for match in _ADDRESS.finditer(sheet.plain):
            taken.append(match.span())
            yield Finding(match.start(), match.end(), "Email", match.group())
        sheet.take(taken)
    if not any(map(sheet.plain.__contains__, _SIGNS)):
        return
    for match in _SPELLED.finditer(sheet.plain):
        if match["at"] == "at" and "." in match["rest"]:
            continue  # “arrived at Sofia. She” is no address
        user, rest = _DOT.sub(".", match["user"]), _DOT.sub(".", match["rest"])
        name = f"{user}@{match['host']}{rest}".replace(" ", "")
        yield Finding(match.start(), match.end(), "Email", name)
