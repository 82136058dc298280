"""What a note may say: the closed lists of the notation."""

import re

from nlp_models.vocabulary import CLAIM_KINDS, EXPLOITATION_CLASSES
from nlp_models.vocabulary import LANGUAGES as LANGUAGES
from nlp_models.vocabulary import ROLES as ROLES

CLASSES = EXPLOITATION_CLASSES
TYPES = {
    "p": "Person",
    "l": "Place",
    "o": "Organization",
    "t": "Phone",
    "v": "Vehicle",
    "a": "Account",
    "i": "Identity",
    "h": "Handle",
    "e": "Email",
    "r": "Address",
    "m": "Money",
    "d": "Date",
}
KINDS_OF_NOTE = [
    "press",
    "dutylog",
    "statement",
    "interview",
    "hotline",
    "letter",
    "chat",
    "calllist",
    "transfers",
    "ngo",
    "borderlog",
    "court",
    "social",
    "embassy",
    "scan",
    "telex",
    "tip",
]
SUB_ROLES = {
    "suspect": {
        "recruiter",
        "transporter",
        "harbourer",
        "exploiter",
        "broker",
        "buyer",
        "smuggler",
        "forger",
        "guard",
        "leader",
        "financier",
        "accomplice",
    },
    "other": {"relative"},
    "victim": set(),
    "witness": set(),
    "official": set(),
}
DOCUMENTS = {"passport", "identity card", "visa", "permit", "birth certificate", "other"}
MODES = {"car", "taxi", "bus", "van", "truck", "motorbike", "train", "plane", "boat", "foot"}
NAME_FORMS = {
    "Phone": re.compile(r"\+[1-9]\d{6,14}"),
    "Money": re.compile(r"\d+(\.\d+)? [A-Z]{3}"),
    "Date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?|--\d\d(-\d\d)?"),
}

_ACTORS = ("Person", "Organization")
_PERSON_PERSON = {("Person", "Person")}
_ACTOR_PERSON = {(actor, "Person") for actor in _ACTORS}
_ACTOR_ACTOR = {(one, other) for one in _ACTORS for other in _ACTORS}
ACCEPTED_ENDS = {
    "RECRUITED": _ACTOR_PERSON,
    "TRANSPORTED": _ACTOR_PERSON,
    "SOLD": _ACTOR_PERSON,
    "CONTACTED": _ACTOR_ACTOR | {("Phone", "Phone"), ("Person", "Phone"), ("Phone", "Person")},
    "PAID": _ACTOR_ACTOR | {(actor, "Account") for actor in _ACTORS} | {("Account", "Account")},
    "FAMILY": _PERSON_PERSON,
    "ASSOCIATE": _ACTOR_ACTOR,
    "USES_PHONE": {(actor, "Phone") for actor in _ACTORS},
    "USES_VEHICLE": {(actor, "Vehicle") for actor in _ACTORS},
    "USES_ACCOUNT": {(a, kind) for a in _ACTORS for kind in ("Account", "Handle", "Email")},
    "HAS_IDENTITY": {(actor, "Identity") for actor in _ACTORS},
    "LIVES_IN": {("Person", "Place"), ("Person", "Address")},
    "MEMBER_OF": {("Person", "Organization")},
    "LOCATED_AT": {(a, place) for a in _ACTORS for place in ("Place", "Address")},
}
if ACCEPTED_ENDS.keys() != set(CLAIM_KINDS):
    raise AssertionError("every kind of claim has its ends")


class NotationError(ValueError):
    """A note that is not written as the notation asks."""
