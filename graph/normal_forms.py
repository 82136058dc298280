"""Which things are the same because their normal forms are: their key, and why, by type.

A type that is not in the table (Money, Date) never becomes an entity. A key of None says that the
normal form does not decide: the appearance then stands under its own anchor until identity or a
reviewer joins it with others.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import phonenumbers

from graph.folding import compact, fold, phrase
from graph.keys import key
from graph.matching.organisation_names import take_apart_organisation, without_legal_form

NormalKey = Callable[[str, Mapping[str, str]], tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """How appearances of one type find each other, and the sentence that says so."""

    normal: NormalKey
    reason: str
    searched_by_part: bool = False


def _never(name: str, attributes: Mapping[str, str]) -> None:
    return None


def _compact(name: str, attributes: Mapping[str, str]) -> tuple[str, ...]:
    return (compact(name) or name,)


def _phone(name: str, attributes: Mapping[str, str]) -> tuple[str, ...]:
    return (name.replace(" ", ""),)


def _casefolded(name: str, attributes: Mapping[str, str]) -> tuple[str, ...]:
    return (name.casefold(),)


def _handle(name: str, attributes: Mapping[str, str]) -> tuple[str, ...]:
    return (attributes.get("service", "").casefold(), name.casefold().lstrip("@"))


# offices that every commune has: without a place they name none
_GENERIC = re.compile(
    r"(?:cong an|ubnd|uy ban nhan dan|don bien phong|bo doi bien phong|benh vien|police|hospital"
    r"|border guard|gendarmerie|commissariat|ngan hang|bank|toa an|vien kiem sat|truong|cong)?"
    r"(?: ?(?:xa|huyen|tinh|phuong|thi tran|station|la|the|a|of|de))*"
)


def _organisation(name: str, attributes: Mapping[str, str]) -> tuple[str, ...] | None:
    told = without_legal_form(phrase(name))
    if _GENERIC.fullmatch(told):
        return None
    # every town has a Ngọc Lan karaoke; a firm has offices in several
    seat = phrase(attributes.get("seat") or attributes.get("near", ""))
    placed = seat and take_apart_organisation(name).stands_somewhere
    return ("at", told, seat) if placed else (told,)


def _place(name: str, attributes: Mapping[str, str]) -> tuple[str, ...] | None:
    # a commune is the one that bears its name after the mergers of 2025
    gazetteer = attributes.get("successor") or attributes.get("gazetteer")
    within = phrase(attributes.get("within", ""))
    if gazetteer:
        return ("gazetteer", gazetteer)
    if within:
        return ("within", phrase(name), within)
    # a village that nobody places is the same where reports of one province name it
    near = phrase(attributes.get("near", ""))
    return ("near", phrase(name), near) if near else None


def _address(name: str, attributes: Mapping[str, str]) -> tuple[str, ...] | None:
    within = phrase(attributes.get("within", ""))
    # an address without a comma names a street, and every town has a Lê Lợi street
    return (phrase(name), within) if within or "," in name else None


RULES: Mapping[str, Rule] = {
    "Person": Rule(_never, ""),
    "Place": Rule(_place, "Same place: the gazetteer, or the name in the same district, says so."),
    "Organization": Rule(_organisation, "Same name of the organisation."),
    "Phone": Rule(_phone, "Same phone number.", searched_by_part=True),
    "Vehicle": Rule(_compact, "Same plate.", searched_by_part=True),
    "Account": Rule(_compact, "Same account number.", searched_by_part=True),
    "Identity": Rule(_compact, "Same number of the identity document.", searched_by_part=True),
    "Handle": Rule(_handle, "Same handle of the same service.", searched_by_part=True),
    "Email": Rule(_casefolded, "Same e-mail address.", searched_by_part=True),
    "Address": Rule(_address, "Same address."),
}
TYPES: tuple[str, ...] = tuple(RULES)


def own_id(type: str, appearance: str) -> str:
    """Name the entity that an appearance is by itself."""
    return key(type, appearance)


def anchor(type: str, appearance: str, name: str, attributes: Mapping[str, str]) -> str | None:
    """Name the entity that an appearance is before anyone judges; None for dates and money."""
    rule = RULES.get(type)
    if rule is None:
        return None
    normal = rule.normal(name, attributes)
    return own_id(type, appearance) if normal is None else key(type, *normal)


def names_one(type: str, name: str) -> bool:
    """Say whether a name alone tells one thing of its type from all others."""
    return RULES[type].normal(name, {}) is not None


def searched_forms(type: str, name: str) -> str | None:
    """Write a number as its parts are looked for: compact, a phone also as dialled at home."""
    if type not in RULES or not RULES[type].searched_by_part:
        return None
    forms = [compact(name)]
    if type == "Phone":
        forms.extend(_national(name))
    return " ".join(dict.fromkeys(form for form in forms if form)) or None


def _national(number: str) -> list[str]:
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return []
    written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return ["".join(letter for letter in fold(written) if letter.isdigit())]
