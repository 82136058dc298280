"""Accounts on social networks and messengers: Zalo, Facebook, Telegram, WeChat …"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from nlp_models.finding import Finding
from nlp_models.folding import CAPITALS
from nlp_models.sheet import Sheet, Taken

_SERVICES = {
    "Zalo": r"zalo",
    "Facebook": r"facebook|fb|face|messenger|mess",
    "Telegram": r"telegram|tele|tg",
    "WeChat": r"wechat|we chat|weixin|vi tin",
    "WhatsApp": r"whats ?app|wsp|wa",
    "Viber": r"viber",
    "TikTok": r"tik ?tok|douyin",
    "LINE": r"line",
    "Instagram": r"instagram|insta|ig",
    "Snapchat": r"snapchat|snap",
    "Twitter": r"twitter",
    "Skype": r"skype",
    "Signal": r"signal",
    "Discord": r"discord",
    "imo": r"imo",
    "QQ": r"qq",
    "KakaoTalk": r"kakao ?talk|kakao",
    "VK": r"vkontakte|vk",
    "YouTube": r"youtube",
    "Threema": r"threema",
    "Locanto": r"locanto",
}
_SERVICE_OF = {f"s{position}": service for position, service in enumerate(_SERVICES)}
_SERVICE = re.compile(
    r"(?<![a-z\d@./_])(?:"
    + "|".join(f"(?P<{group}>{_SERVICES[service]})" for group, service in _SERVICE_OF.items())
    + r")(?![a-z\d_@]|\.[a-z])"
)
_HOSTS = {
    "facebook.com": "Facebook", "fb.com": "Facebook", "m.me": "Facebook", "fb.me": "Facebook",
    "t.me": "Telegram", "telegram.me": "Telegram", "zalo.me": "Zalo", "tiktok.com": "TikTok",
    "instagram.com": "Instagram", "wa.me": "WhatsApp", "twitter.com": "Twitter", "x.com":
    "Twitter", "line.me": "LINE", "vk.com": "VK", "youtube.com": "YouTube", "snapchat.com":
    "Snapchat", "discord.gg": "Discord",
}  # fmt: skip
_ADDRESS = re.compile(
    r"(?<![\w@])(?:https?://)?(?:(?:www|m|vm|web|mobile|fr-fr|vi-vn)\.)?(?P<host>"
    + "|".join(re.escape(host) for host in _HOSTS)
    + r")/(?:ti/p/~?|add/|profile\.php\?id=|groups/|people/[\w%\-]{1,60}/|channel/|c/|"
    r"joinchat/|send\?phone=)?"
    r"(?P<name>[@+]?[\w.\-]{2,60})"
)
_AT = re.compile(r"(?<![\w@./+\-])@[A-Za-z\d_][\w.\-]{1,38}[\w]")
# what may stand between a service and the name of the account there
_LINK = (
    r"account|accounts|acc|tai khoan|tk|nick(?:name)?|ten(?: la| tai khoan| hien thi)?|co ten|"
    r"mang ten|id|user(?:name)?|user name|handle|"
    r"profile|page|trang(?: ca nhan)?|hoi nhom|nhom|group|groupe|channel|kenh|compte|"
    r"pseudo(?:nyme)?|identifiant|profil|nomme|intitule|sous le nom(?: de)?|au nom de|"
    r"under the name(?: of)?|under|as|goes by|handle is|se fait appeler|profil nomme|fanpage|"
    r"called|named|known as|name|contact|so|number|numero|ca nhan"
)
_BETWEEN = re.compile(
    r"(?P<mark>[ \n]?[:=\-(] ?|, (?=(?:le |la |un |une |the |a |his |her |son |sa )?(?:profil|"
    r"page|compte|account|profile|nick|trang)))?(?:[ \n]?(?:le|la|un|une|the|a|his|her|son|"
    r"sa)(?![a-z\d_.@]))?(?:[ \n]?(?P<link>"
    + _LINK
    + r")(?![a-z\d]))?(?:[ \n]?(?P<link2>"
    + _LINK
    + r")(?![a-z\d]))?"
    r"(?P<mark2>[ \n]?(?:[:=(]|-(?= ))|[ \n](?:la|is|est|was)(?![a-z\d])(?: [:])?)?[ \n]?"
)
_LINK_BEFORE = re.compile(r"(?:" + _LINK + r"|tren|sur|on|via|qua)[ \n](?:of |de |cua )?$")
_QUOTED = re.compile(r"[\"“”«»'‘’]\s?(?P<name>[^\"“”«»\n\0]{2,40}?)\s?[\"“”«»'’](?!\w)")
_TOKEN = re.compile(r"(?P<name>(?:live:)?[@~]?[^\W_][\w.\-]{1,38}\w)(?![\w@])")
_NAME = re.compile(rf"(?P<name>[{CAPITALS}][\w']*(?: [{CAPITALS}][\w']*){{0,4}})")
_FIGURES = re.compile(r"[+\d][\d .\-()]{6,}")


def read_handles(sheet: Sheet) -> Iterator[Finding]:
    """Find “Telegram @lan88”, “Zalo: ngoc.tran_92”, “nick Facebook “Hoa””, “facebook.com/x.y”.

    A number under a service is left to the phones.
    """
    taken: list[tuple[int, int]] = []
    for finding in _addresses(sheet):
        window = max(0, finding.start - 40)
        taken.append((max(sheet.plain.rfind(" ", window, finding.start), window), finding.end))
        yield finding
    sheet.take(taken)
    services = [
        (m.start(), m.end(), _SERVICE_OF[str(m.lastgroup)]) for m in _SERVICE.finditer(sheet.plain)
    ]
    at_signs = [] if "@" not in sheet.cased else list(_AT.finditer(sheet.cased))
    taken = []
    for match in at_signs:
        taken.append(match.span())
        yield Finding(
            match.start() + 1,
            match.end(),
            "Handle",
            match.group()[1:],
            _service(sheet, match.span(), services),
        )
    sheet.take(taken)
    free = Taken(len(sheet.plain))
    for found in (*_named(sheet, services), *_by_form(sheet, services)):
        if free.add(found.start, found.end):
            yield found


# “kopi_o”, “hr_lucy88”: a low line inside a word is nobody's everyday spelling
_LOW_LINE = re.compile(
    r"(?<![\w@./\\\-])(?![\w.]*\.(?:jpe?g|png|pdf|docx?|txt|mp[34]|xlsx?)\b)(?=[\w.]*[A-Za-z]{2})[A-Za-z\d][A-Za-z\d.]*(?:_+[A-Za-z\d][A-Za-z\d.]*)+"
    r"(?<!\.)(?![\w@/])"
)
# “fangfang88”, “sujan.king77”, with figures that are a year or less
_SMALL = re.compile(
    r"(?<![\w@./\\\-])(?:(?!covid)[a-z]{5,20}\d{2,4}|[A-Z][a-z]{2,12}[A-Z][a-z]{2,12}\d{2,4})(?![\w@/\-])(?!\.\w)"
)
_DOTTED = re.compile(r"(?<![\w@./\\\-])[a-z\d]{2,}(?:\.[a-z\d]{1,})+(?![\w@/\-])")
_NO_DOMAIN = re.compile(r"(?:com|net|org|info|vn|fr|example|gov|edu|uk|eu|be|ch|test)$")


def _by_form(sheet: Sheet, services: list[tuple[int, int, str]]) -> Iterator[Finding]:
    """Yield names that are spelled as only accounts are; dotted ones where a service is near."""
    for pattern in (_LOW_LINE, _SMALL, _DOTTED):
        for match in pattern.finditer(sheet.cased):
            service = _service(sheet, match.span(), services)
            if pattern is _DOTTED and (
                not service
                or _NO_DOMAIN.search(match.group())
                or not re.search(r"[a-z]{3}", match.group())
            ):
                continue
            yield Finding(match.start(), match.end(), "Handle", match.group(), service)


def _named(sheet: Sheet, services: list[tuple[int, int, str]]) -> Iterator[Finding]:
    """Yield the accounts that a word for one, or a service, stands beside."""
    for match in _UNNAMED.finditer(sheet.plain):
        found = _of_no_service(sheet, match)
        if found:
            yield found
    for start, end, service in services:
        found = _after(sheet, start, end, service) or _ahead(sheet, start, service)
        if found:
            yield found


def _addresses(sheet: Sheet) -> Iterator[Finding]:
    if "/" not in sheet.plain:
        return
    for match in _ADDRESS.finditer(sheet.plain):
        start, end = match.span("name")
        name = sheet.cased[start:end].rstrip(".-")
        if not _FIGURES.fullmatch(name) or match["host"] in ("facebook.com", "vk.com"):
            yield Finding(
                start, start + len(name), "Handle", name, {"service": _HOSTS[match["host"]]}
            )


def _service(
    sheet: Sheet, span: tuple[int, int], services: list[tuple[int, int, str]]
) -> dict[str, str]:
    """Return the service named last before the @, or just after it."""
    position = bisect_left(services, (span[0] + 1,))
    if position:
        _, end, service = services[position - 1]
        if span[0] - end <= 60 and "\n" not in sheet.whole[end : span[0]]:
            return {"service": service}
    if position < len(services) and 0 <= services[position][0] - span[1] <= 25:
        return {"service": services[position][2]}
    return {}


def _after(sheet: Sheet, start: int, end: int, service: str) -> Finding | None:
    """Return the account named after a service: quoted, after a link word, or a nickname."""
    between = _BETWEEN.match(sheet.plain, end)
    if between is None:
        return None
    at = between.end()
    # “on line”, “signal”, “face” and the like are common words too: they need more than a blank
    common = sheet.plain[start:end] in _COMMON and sheet.cased[start:end].islower()
    linked = bool(
        between["link"]
        or between["link2"]
        or _LINK_BEFORE.search(sheet.plain[max(0, start - 24) : start])
    )
    marked = bool(between["mark"] or between["mark2"])
    quoted = _QUOTED.match(sheet.cased, at)
    of_many = {between["link"], between["link2"]} & _OF_MANY or _MANY_BEFORE.search(
        sheet.plain[max(0, start - 12) : start]
    )
    if quoted and of_many and not _is_nickname(quoted["name"], linked=False, marked=False):
        return None  # a group's name is nobody's account
    if quoted and (linked or marked or not common):
        return _finding(sheet, quoted.span("name"), service)
    if common and not (linked or marked):
        return None
    token = _TOKEN.match(sheet.cased, at)
    stated = re.search(r"(?:la|is|est|was)[ :]*$", between["mark2"] or "")
    alone = token and _ENDS.match(sheet.cased, token.end())
    if token and _is_nickname(
        token["name"], linked=linked, marked=bool(marked and alone and not (stated and common))
    ):
        return _finding(sheet, token.span("name"), service)
    if linked or (between["mark"] or "").strip() == ":" or (between["mark2"] or "").strip() == ":":
        name = _NAME.match(sheet.cased, at)
        if name and (
            between["link"]
            or between["link2"]
            or ":" in (between["mark"] or "") + (between["mark2"] or "")
            or (linked and " " in name["name"])
        ):
            return _finding(sheet, name.span("name"), service)
    return None


_OF_MANY = frozenset({"nhom", "hoi nhom", "group", "groupe", "channel", "kenh", "fanpage"})
_MANY_BEFORE = re.compile(r"(?:nhom|groupe?|fanpage|hotline)[ \n]$")
_AHEAD = re.compile(
    r"(?:username|user|handle|pseudo|nick(?:name)?|compte|account|profile|profil|page|fanpage|"
    r"groupe?|channel|"
    r"tai khoan|kenh|nhom|trang|identifiant|id|ten|name|nom|called|named|nomme|intitule|goes by|"
    r"known as|as|"
    r"se fait appeler|appele)(?: (?:ten|nomme|named|called|la|is|est|of|de|cua))?[ :]{1,2}"
    r"(?P<quote>\"?)(?P<name>[^\s\"\0]{3,40}|(?<=\")[^\"\n\0]{3,40})(?P=quote) (?:on|sur|tren|o|"
    r"cua|via)"
    r"(?: (?:le|la|the|her|his|their|son|sa|un|une))?(?: (?:reseau|mang|app|ung dung))? $"
)


def _ahead(sheet: Sheet, start: int, service: str) -> Finding | None:
    """Return the account named before its service: “username "lan88" on Facebook”."""
    window = max(0, start - 80)
    match = _AHEAD.search(sheet.plain[window:start])
    if match is None:
        return None
    span = (window + match.start("name"), window + match.end("name"))
    name = sheet.cased[slice(*span)]
    if not match["quote"] and not _is_nickname(name, linked=True, marked=False):
        return None
    return _finding(sheet, span, service)


_ENDS = re.compile(r" ?(?:[.,;:)\]|\n\"”»]|$)| (?:\(|-|–|on|sur|tren|và|and|et)")
_UNNAMED = re.compile(
    r"(?<![a-z\d])(?P<word>nick|pseudo|pseudonyme|username|user name|screen name|handle|"
    r"user id)(?: (?:ten|la|is|was|est|de|cua [a-z]{1,8}))?(?P<mark> ?[:=])? ?(?=[^\s])"
)


def _of_no_service(sheet: Sheet, match: re.Match[str]) -> Finding | None:
    """Return a nickname whose service is not named: “pseudo sweet_88”, “nick tên Bông Gòn”."""
    at = match.end()
    if _SERVICE.match(sheet.plain, at):
        return None  # “nick Facebook …”: the service's own turn comes
    quoted = _QUOTED.match(sheet.cased, at)
    if quoted:
        return _finding(sheet, quoted.span("name"), "")
    token = _TOKEN.match(sheet.cased, at)
    if token and _is_nickname(token["name"], linked=True, marked=bool(match["mark"])):
        return _finding(sheet, token.span("name"), "")
    name = _NAME.match(sheet.cased, at) if match["word"] == "nick" else None
    return _finding(sheet, name.span("name"), "") if name else None


_COMMON = frozenset(
    {"line", "face", "signal", "tele", "snap", "ig", "wa", "mess", "imo", "fb", "tg"}
) - {"fb", "ig", "tg"}


def _is_nickname(name: str, *, linked: bool, marked: bool) -> bool:
    """Say whether the word is no ordinary one: figures, low lines or points among letters."""
    if sum(map(str.isdigit, name)) == len(re.sub(r"[.\-+]", "", name)):
        return linked and len(name) >= 12
    if name[0] in "@~" or "_" in name or name.startswith("live:"):
        return True
    letters = re.sub(r"[^\w]", "", name)
    if any(map(str.isdigit, letters)) and any(map(str.isalpha, letters)):
        return True
    inner = "." in name.strip(".") and name.replace(".", "").isalnum()
    return (inner and name.islower()) or (
        ((linked and marked) or marked) and name.isascii() and name.islower() and len(name) > 3
    )


def _finding(sheet: Sheet, span: tuple[int, int], service: str) -> Finding | None:
    start, end = span
    name = sheet.cased[start:end]
    if name.startswith(("@", "~")):
        start, name = start + 1, name[1:]
    if _FIGURES.fullmatch(name) and len(name) < 16:
        return None  # a number under a service is a phone
    return Finding(start, end, "Handle", name, {"service": service} if service else {})
