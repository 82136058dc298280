"""The words of the trade as the pages say them, in the language of the reader."""

from collections.abc import Callable

from flask_babel import gettext, lazy_gettext, ngettext

from graph.records import ENTITY_TYPES, KINDS, LEAD

_ = lazy_gettext

TYPES = {
    "Person": _("Person"),
    "Place": _("Place"),
    "Organization": _("Organization"),
    "Phone": _("Phone"),
    "Vehicle": _("Vehicle"),
    "Account": _("Bank account"),
    "Identity": _("Identity paper"),
    "Handle": _("Online name"),
    "Email": _("E-mail"),
    "Address": _("Address"),
    "Money": _("Money"),
    "Date": _("Date"),
    "Report": _("Report"),
}
ENTITY_KINDS = tuple(name for name in ENTITY_TYPES if name not in {"Money", "Date"})
"""The types that become entities: money and dates stay in their reports."""

COUNTED: dict[str, Callable[[int], str]] = {
    "Person": lambda n: ngettext("%(num)d person", "%(num)d people", n),
    "Place": lambda n: ngettext("%(num)d place", "%(num)d places", n),
    "Organization": lambda n: ngettext("%(num)d organization", "%(num)d organizations", n),
    "Phone": lambda n: ngettext("%(num)d phone", "%(num)d phones", n),
    "Vehicle": lambda n: ngettext("%(num)d vehicle", "%(num)d vehicles", n),
    "Account": lambda n: ngettext("%(num)d bank account", "%(num)d bank accounts", n),
    "Identity": lambda n: ngettext("%(num)d identity paper", "%(num)d identity papers", n),
    "Handle": lambda n: ngettext("%(num)d online name", "%(num)d online names", n),
    "Email": lambda n: ngettext("%(num)d e-mail", "%(num)d e-mails", n),
    "Address": lambda n: ngettext("%(num)d address", "%(num)d addresses", n),
    "Report": lambda n: ngettext("%(num)d report", "%(num)d reports", n),
    "claims": lambda n: ngettext("%(num)d claim", "%(num)d claims", n),
    "connections": lambda n: ngettext("%(num)d connection", "%(num)d connections", n),
    "leads": lambda n: ngettext("%(num)d lead", "%(num)d leads", n),
    "mentions": lambda n: ngettext("%(num)d mention", "%(num)d mentions", n),
    "appearances": lambda n: ngettext("%(num)d appearance", "%(num)d appearances", n),
    "neighbours": lambda n: ngettext("%(num)d neighbour", "%(num)d neighbours", n),
    "files": lambda n: ngettext("%(num)d file", "%(num)d files", n),
}

OUTGOING = {
    "RECRUITED": _("recruited"),
    "TRANSPORTED": _("transported"),
    "SOLD": _("sold"),
    "CONTACTED": _("contacted"),
    "PAID": _("paid"),
    "FAMILY": _("family of"),
    "ASSOCIATE": _("associate of"),
    "USES_PHONE": _("uses the phone"),
    "USES_VEHICLE": _("uses the vehicle"),
    "USES_ACCOUNT": _("uses the account"),
    "HAS_IDENTITY": _("has the paper"),
    "LIVES_IN": _("lives in"),
    "MEMBER_OF": _("member of"),
    "LOCATED_AT": _("was at"),
    LEAD: _("named beside"),
}
INCOMING = {
    "RECRUITED": _("recruited by"),
    "TRANSPORTED": _("transported by"),
    "SOLD": _("sold by"),
    "CONTACTED": _("contacted by"),
    "PAID": _("paid by"),
    "FAMILY": _("family of"),
    "ASSOCIATE": _("associate of"),
    "USES_PHONE": _("used by"),
    "USES_VEHICLE": _("used by"),
    "USES_ACCOUNT": _("used by"),
    "HAS_IDENTITY": _("paper of"),
    "LIVES_IN": _("home of"),
    "MEMBER_OF": _("has the member"),
    "LOCATED_AT": _("was visited by"),
    LEAD: _("named beside"),
}
KINDS_AND_LEADS = (*KINDS, LEAD)

STATUSES = {
    "confirmed": _("confirmed"),
    "machine": _("read by machine"),
    "lead": _("lead"),
    "rejected": _("rejected"),
}
VERDICTS = {
    "confirmed": _("confirmed"),
    "rejected": _("rejected"),
    "unsure": _("unsure"),
}
JUDGEMENTS = {
    "same": _("the same"),
    "different": _("different"),
    "unsure": _("unsure"),
    "withdrawn": _("taken back"),
}
ROLES = {
    "suspect": _("suspect"),
    "victim": _("victim"),
    "witness": _("witness"),
    "relative": _("relative"),
    "official": _("official"),
    "other": _("other"),
    "recruiter": _("recruiter"),
    "transporter": _("transporter"),
    "harbourer": _("harbourer"),
    "exploiter": _("exploiter"),
    "broker": _("broker"),
    "driver": _("driver"),
}
CLASSES = {
    "ForcedLabour": _("forced labour"),
    "SexualExploitation": _("sexual exploitation"),
    "ChildLabour": _("child labour"),
    "ForcedMarriage": _("forced marriage"),
    "Servitude": _("servitude"),
    "ForcedMilitaryByNonStateActors": _("forced military service"),
    "OrganRemoval": _("organ removal"),
    "ForcedBegging": _("forced begging"),
    "ForcedAdoption": _("forced adoption"),
    "Surrogacy": _("surrogacy"),
    "NewbornTrade": _("trade in newborns"),
    "ForcedCriminality": _("forced crime"),
    "LabourExportFraud": _("labour export fraud"),
    "Smuggling": _("smuggling of persons"),
    "Other": _("other exploitation"),
}
ATTRIBUTES = {
    "born": _("born"),
    "age": _("age"),
    "sex": _("sex"),
    "home": _("home"),
    "nationality": _("nationality"),
    "minor": _("minor"),
    "relation": _("relation"),
    "kind": _("kind of place"),
    "within": _("within"),
    "seat": _("stands in"),
    "country": _("country"),
    "latitude": _("latitude"),
    "longitude": _("longitude"),
    "precision": _("precision"),
    "region": _("region"),
    "alternatives": _("could also be read as"),
    "disguised": _("disguised in the text"),
    "bank": _("bank"),
    "document": _("document"),
    "service": _("service"),
}
VALUES = {
    "male": _("male"),
    "female": _("female"),
    "under 16": _("under 16"),
    "under 18": _("under 18"),
    "yes": _("yes"),
    "country": _("country"),
    "province": _("province"),
    "district": _("district"),
    "commune": _("commune"),
    "village": _("village"),
    "town": _("town"),
    "gate": _("border gate"),
    "bus": _("by bus"),
    "car": _("by car"),
    "truck": _("by truck"),
    "motorbike": _("by motorbike"),
    "train": _("by train"),
    "boat": _("by boat"),
    "plane": _("by plane"),
    "foot": _("on foot"),
    "taxi": _("by taxi"),
}
TEXT_LANGUAGES = {"vi": _("Vietnamese"), "fr": _("French"), "en": _("English")}
RELIABILITY = {
    "A": _("completely reliable"),
    "B": _("usually reliable"),
    "C": _("fairly reliable"),
    "D": _("not usually reliable"),
    "E": _("unreliable"),
    "F": _("reliability not known"),
}
CREDIBILITY = {
    "1": _("confirmed by others"),
    "2": _("probably true"),
    "3": _("possibly true"),
    "4": _("doubtful"),
    "5": _("improbable"),
    "6": _("truth not known"),
}


def kind_words(kind: str, outgoing: bool = True) -> str:
    """Say a kind of connection as read from its subject, or from its object."""
    return str((OUTGOING if outgoing else INCOMING).get(kind, kind))


def counted(noun: str, number: int) -> str:
    """Say how many of a noun there are."""
    if noun in COUNTED:
        return COUNTED[noun](number)
    return f"{number} {noun}"


def noun(name: str, number: int) -> str:
    """Say the noun that goes with a number, without the number."""
    return counted(name, number).removeprefix(str(number)).strip()


def confidence_words(confidence: float) -> str:
    """Say how sure the reading is, in words: figures would claim more than they know."""
    if confidence >= 0.85:
        return str(gettext("clearly said"))
    if confidence >= 0.6:
        return str(gettext("probably meant"))
    return str(gettext("perhaps meant"))


def grade_words(grade: str) -> str:
    """Spell a grade such as B2 out."""
    parts = (RELIABILITY.get(grade[:1]), CREDIBILITY.get(grade[1:]))
    return ", ".join(str(part) for part in parts if part)
