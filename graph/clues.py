"""Clues: what one report says of each person that may tell who it is, beside the facts."""

from collections import defaultdict
from collections.abc import Mapping

from graph.matching.homes import Home, home_of_place
from graph.matching.names import take_apart
from graph.matching.sketch import clues_of
from graph.normal_forms import names_one
from graph.records import Appearance, Filing
from graph.source import seen_on

_RARE = 14.0
_MOST = 12


def clues_in(filing: Filing) -> Mapping[str, tuple[str, ...]]:
    """Gather the clues of every person in a report, by appearance."""
    by_id = {one.id: one for one in filing.appearances}
    homes: dict[str, list[Home]] = defaultdict(list)
    organisations: dict[str, list[str]] = defaultdict(list)
    for claim in filing.claims:
        if claim.negated or claim.hearsay:
            continue
        thing = by_id[claim.object]
        if claim.kind == "LIVES_IN" and thing.type == "Place":
            homes[claim.subject].append(home_of_place(thing.name, dict(thing.attributes)))
        elif claim.kind == "MEMBER_OF" and _has_a_name(thing):
            organisations[claim.subject].append(thing.name)
    report = filing.report
    named = _companions(filing)
    return {
        one.id: clues_of(
            dict(one.attributes),
            homes[one.id],
            organisations[one.id],
            (name for id, name in named if id != one.id),
            report.language,
            seen_on(report).year,
            one.role,
        )
        for one in filing.appearances
        if one.type == "Person"
    }


def _companions(filing: Filing) -> list[tuple[str, str]]:
    """List people of rare full names, rarest first: who is named with them is of their company."""
    language = filing.report.language
    found = [
        (-name.bits, one.id, one.name)
        for one in filing.appearances
        if one.type == "Person" and one.role != "official"
        for name in (take_apart(one.name, language),)
        if name.full and name.bits >= _RARE
    ]
    return [(id, name) for _, id, name in sorted(found)[:_MOST]]


def _has_a_name(thing: Appearance) -> bool:
    return thing.type == "Organization" and names_one(thing.type, thing.name)
